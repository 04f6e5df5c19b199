"""Numbered notes and the list of references that they lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from medlint.document import Block

_HEADING = re.compile(
    r"(?:(?:scientific|medical|selected|clinical|study|key|our|further|list of|research)\s+)?"
    r"(?:references?|sources?|bibliography|works cited|citations?|literature(?: cited)?|endnotes|footnotes|notes|"
    r"further reading|reading|studies cited)(?:\s+(?:and|&)\s+(?:notes|references|sources|further reading))?\s*:?",
    re.I,
)
_OPENING = re.compile(r"\s*(?:references?|sources?|bibliography|citations)\s*:\s*", re.I)
_NUMBER = re.compile(r"(?:^|(?<=\s))[\[(]?(\d{1,3})(?:[\])]\.?|\.|\))\s+(?=[^\W\d_]|\ufffc)")
_HIGH = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_DIGITS = {ord(c): str(i) for i, c in enumerate(_HIGH)} | {ord("\u207b"): "-"}
_BRACKETS = re.compile(r"\[(\d{1,3}(?:\s*[,;-]\s*\d{1,3})*)\]")
_SUPERSCRIPT = re.compile(rf"(?:(?<=[^\W\d_]{{3}})|(?<=[.,;:!?)\"'%]))([{_HIGH}]+(?:\s?[,\u207b-]\s?[{_HIGH}]+)*)")
_PARENTHESES = re.compile(r"(?<=\w) \((\d{1,3}(?:\s*[,;-]\s*\d{1,3})*)\)(?=[.;,!?]|\s*$)")
_LOST = re.compile(r"\[\^([\w-]{1,40})\]")
_TARGET = re.compile(
    r"#(?:user-content-)?(?:fn|footnote|note|ref|refs|reference|cite|citation|cite_note|bib|endnote|edn|source|src|en|r|n)?"
    r"[-_:.]*(\d{1,3}(?:\s*[,;-]\s*\d{1,3})*)",
    re.I,
)  # fmt: skip
_FOOTNOTE = re.compile(r"#(?:fn|footnote|note|ref|cite|bib|endnote)", re.I)
_MOST = 30


class Note(NamedTuple):
    """A reference to a note at a range of a block's text; `number` is "" where only its `target` is known."""

    start: int
    end: int
    number: str
    target: str = ""


class Entry(NamedTuple):
    """An entry of a reference list: a block by its index and a range of its text."""

    block: int
    start: int
    end: int


@dataclass(slots=True)
class NoteList:
    """The entries that notes lead to, by number and by the name that links use; `blocks` are those that hold them."""

    numbered: dict[str, Entry] = field(default_factory=dict)
    named: dict[str, Entry] = field(default_factory=dict)
    blocks: frozenset[int] = frozenset()

    @property
    def there(self) -> bool:
        """Whether the page has a list or footnotes at all."""
        return bool(self.numbered or self.blocks)

    def entry(self, note: Note) -> Entry | None:
        """What a note leads to: the place that its link names, else the entry of its number."""
        return self.named.get(note.target.lstrip("#").lower()) or self.numbered.get(note.number)

    def is_lost(self, note: Note) -> bool:
        """Whether a note leads nowhere; one that goes by a name of its own may lead to what no reader sees."""
        return bool(note.number) and self.entry(note) is None and not (note.target and not self.there)

    def entries(self) -> list[Entry]:
        """All entries, each once, in the order of the page."""
        return sorted({*self.numbered.values(), *self.named.values()})


def note_list(blocks: Sequence[Block]) -> NoteList:
    """The entries of a page's reference list and footnotes."""
    out = NoteList()
    inside: set[int] = set()
    last, within = 0, False
    for index, block in enumerate(blocks):
        whole = Entry(index, 0, len(block.text))
        if block.anchor:
            out.named.setdefault(block.anchor.lstrip("#").lower(), whole)
        if block.kind == "heading":
            within = bool(_HEADING.fullmatch(block.text.strip()))
            last = 0 if within else last
            continue
        opening = _OPENING.match(block.text)
        if opening and _starts(block.text, opening.end(), 1):
            within, last = True, 0
        if not within and block.text.startswith(("[", "(")) and (m := _NUMBER.match(block.text)):
            out.numbered.setdefault(m.group(1), whole)
            inside.add(index)
            continue
        if not within or block.kind in ("button", "alt", "meta", "title"):
            continue
        inside.add(index)
        starts = _starts(block.text, opening.end() if opening else 0, last + 1)
        if not starts:
            last += 1
            out.numbered.setdefault(str(last), whole)
        for number, (start, name) in enumerate(starts):
            end = starts[number + 1][0] if number + 1 < len(starts) else len(block.text)
            out.numbered.setdefault(name, Entry(index, start, end))
            last = int(name)
    inside |= {e.block for name, e in out.named.items() if name.startswith(("fn-", "footnote"))}
    out.blocks = frozenset(inside)
    return out


def _starts(text: str, start: int, expected: int) -> list[tuple[int, str]]:
    """Where numbered entries begin in a block: any number at its start, then those that go on from it."""
    found: list[tuple[int, str]] = []
    for m in _NUMBER.finditer(text, start):
        number = int(m.group(1))
        if (not found and (m.start() == start or number == expected)) or (found and number == expected):
            found.append((m.start(), m.group(1)))
            expected = number + 1
    return found


def notes(block: Block, start: int, end: int, *, listed: bool) -> list[Note]:
    """The notes in a range of a block's text; numbers in parentheses count only where a list is there (`listed`)."""
    text = block.text
    found: list[Note] = []
    for pattern in (_BRACKETS, _SUPERSCRIPT, *([_PARENTHESES] if listed else [])):
        for m in pattern.finditer(text, start, end):
            found += [Note(*m.span(), n) for n in _numbers(m.group(1).translate(_DIGITS))]
    found += [Note(*m.span(), m.group(1)) for m in _LOST.finditer(text, start, end)]
    for link in block.links:
        if not (start <= link.offset <= end and link.target.startswith("#")):
            continue
        at = max(start, link.offset - 1)
        if numbered := _TARGET.fullmatch(link.target):
            # Several numbers in one superscript make one target, which is then no name.
            several = _numbers(numbered.group(1))
            found += [Note(at, link.offset, n, link.target if len(several) == 1 else "") for n in several]
        elif _FOOTNOTE.match(link.target):
            found.append(Note(at, link.offset, "", link.target))
    return sorted(found)


def _numbers(text: str) -> list[str]:
    """“1, 3-5” as 1, 3, 4, 5."""
    out: list[str] = []
    for part in re.split(r"[,;]", text):
        first, _, last = (p.strip() for p in part.partition("-"))
        if not first:
            continue
        top = int(last) if last else int(first)
        out += [str(n) for n in range(int(first), min(top, int(first) + _MOST) + 1)]
    return out
