"""Translations (gettext PO): what is shown, that is the translation, or where there is none the original."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from medlint.comments import Comment, noted
from medlint.document import Block, Document, Problem
from medlint.normalising import WILDCARD
from medlint.readers.escapes import Piece, pieces
from medlint.readers.html import blocks as html_blocks
from medlint.readers.strings import reads_like_words
from medlint.readers.values import View

_LINE = re.compile(r"[ \t]*([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_WORD = re.compile(r"(?:(?P<name>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*)?(?P<quote>\")")
_STRING = re.compile(r"\"((?:[^\"\\\r\n]|\\.)*+)\"[ \t]*\Z")
_HOLE = re.compile(r"%(?:\(\w+\)|\d+\$)?[-+0 #]*\d*(?:\.\d+)?[sdifugxXc@](?![a-z])|\{[\w.:]*\}")
_LONGEST_KEY = 60


@dataclass(slots=True)
class _Entry:
    fields: dict[str, list[Piece]] = field(default_factory=dict)
    fuzzy: bool = False
    comments: list[Comment] = field(default_factory=list)

    def text(self, name: str) -> str:
        return "".join(text for text, _, _ in self.fields.get(name, ()))


def read(path: str, source: str) -> Document:
    """The document of a PO file; the blocks of fuzzy translations have the context `draft`."""
    document = Document(path, source, [])
    entry = _Entry()
    current = ""
    for m in _LINE.finditer(source):
        line = m[1]
        if line.startswith("#"):
            if entry.fields:
                _take(entry, document)
                entry, current = _Entry(), ""
            if line.startswith("#,") and "fuzzy" in line:
                entry.fuzzy = True
            if line.startswith(("# ", "#\t")):
                entry.comments += noted(source, m.start(1), m.end(1), 1)
            continue
        word = _WORD.match(line)
        if word is None:
            if line.strip():
                _tell(document, m.start(1), "This line is none of a PO file (msgid, msgstr or a string in quotes)")
            continue
        name = word["name"] or current
        if name in ("msgctxt", "msgid") and word["name"] and ("msgstr" in entry.fields or "msgstr[0]" in entry.fields):
            _take(entry, document)
            entry = _Entry()
        current = name
        string = _STRING.match(line, word.start("quote"))
        if string is None:
            _tell(document, m.start(1), "A quotation mark is missing or not escaped in this line")
            continue
        found = pieces(source, m.start(1) + string.start(1), m.start(1) + string.end(1), "json")
        entry.fields.setdefault(name, []).extend(found)
    _take(entry, document)
    return document


def _take(entry: _Entry, document: Document) -> None:
    """Take in an entry; for the comments above it all of it is what would elsewhere be the next line."""
    document.blocks += _blocks(entry)
    end = max((piece[2] for pieces in entry.fields.values() for piece in pieces), default=-1)
    document.comments += [comment._replace(target=end) for comment in entry.comments]


def _tell(document: Document, offset: int, message: str) -> None:
    message += ", so it was not checked; mend it."
    if all(problem.message != message for problem in document.problems):
        document.problems.append(Problem(document.place(offset).line, message))


def _blocks(entry: _Entry) -> list[Block]:
    original = entry.text("msgid")
    if not original:
        return []
    shown = [name for name in entry.fields if name.startswith("msgstr") and entry.text(name).strip()]
    if not shown:
        shown = [name for name in ("msgid", "msgid_plural") if name in entry.fields]
        if not reads_like_words(original, fewest=1):
            return []
    key = (entry.text("msgctxt") or original).replace("\n", " ")
    blocks: list[Block] = []
    for name in shown:
        # Whatever is translated is written for people, however short it is.
        view = View(_with_holes(entry.fields[name]))
        if "<" in view.text:
            blocks += [view.outward(block, "value") for block in html_blocks(view.text, 0, len(view.text))]
        else:
            blocks += filter(None, [view.block("value", "")])
    for block in blocks:
        block.key_path = key if len(key) <= _LONGEST_KEY else key[: _LONGEST_KEY - 1] + "…"
        if entry.fuzzy and shown[0] != "msgid":
            block.context = "draft"
    return blocks


def _with_holes(found: list[Piece]) -> list[Piece]:
    """The pieces with a wildcard for each placeholder (`%s`, `%(name)s`, `{name}`)."""
    out: list[Piece] = []
    for text, start, end in found:
        at = 0
        for m in _HOLE.finditer(text) if len(text) == end - start else ():
            if at < m.start():
                out.append((text[at : m.start()], start + at, start + m.start()))
            out.append((WILDCARD, start + m.start(), start + m.end()))
            at = m.end()
        if at < len(text):
            out.append((text[at:], start + at, end))
    return out
