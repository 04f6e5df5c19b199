"""Rewordings, put into the source of a page as its format writes them.

A fix is tried before it is offered: the changed page is read again, and every block of it must be what it was but for
what was to change. So no format needs a writer of its own.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal, NamedTuple

from medlint.document import Block, Document, Span
from medlint.findings import Finding, Suggestion
from medlint.inserting import insertions
from medlint.normalising import WILDCARD, Link
from medlint.readers import ReadError, read
from medlint.respelling import EMPTY, places, spellings

Scope = Literal["words", "sentence", "insert"]

NOT_TEXT = frozenset({"docx", "pdf", "email_message"})
"""Formats whose files cannot be written."""

_ENDS = (".", "!", "?", "…", ".”", '."')

_SHORT = frozenset({"heading", "title", "button"})
"""What needs no full stop."""


@dataclass(frozen=True, slots=True)
class Edit:
    """`source[span.start:span.end]` becomes `text`, as the format writes it; offsets are code points."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a finding.

    `scope` is what is exchanged: the quoted words, their whole sentence, or nothing, as a text is put in that the page
    lacks. `safe` says that the rule marks the exchange as right without a reader's eye.
    """

    finding: Finding
    suggestion: Suggestion
    scope: Scope
    edits: tuple[Edit, ...]
    safe: bool


class _Said(NamedTuple):
    """What a reader of the page gets of a block."""

    kind: str
    text: str
    key_path: str | None
    level: int
    context: str
    row: int
    anchor: str
    small: bool


def fixes_of(document: Document, finding: Finding) -> tuple[Fix, ...]:
    """The ways to mend a finding in its source, best first. Each has been tried: read again, the page says just that.

    None where words are not written in the file as they are read, where they hold what is only known when the page is
    rendered, or where the format cannot be written.
    """
    if document.format is None or document.format in NOT_TEXT:
        return ()
    page = _Page(document)
    out: list[Fix] = []
    for suggestion in finding.suggestions:
        for scope, edits in page.ways(finding, suggestion):
            if edits and edits not in [fix.edits for fix in out]:
                out.append(Fix(finding, suggestion, scope, edits, suggestion.safe and scope == "words"))
    return tuple(sorted(out, key=lambda fix: not fix.safe))


def reworded(document: Document, finding: Finding, text: str, scope: Scope) -> tuple[Edit, ...]:
    """The edits that put words of the user's own in the place of the quoted words or their sentence, or into the page.

    Empty where there is no sure way.
    """
    if document.format is None or document.format in NOT_TEXT or not text.strip():
        return ()
    return _Page(document).edits(finding, text, scope)


def applied(source: str, edits: Iterable[Edit]) -> str:
    """A source with edits made, which do not overlap. Raises ValueError if they do."""
    out: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: e.span):
        if edit.span.start < at:
            raise ValueError("edits overlap")
        out += source[at : edit.span.start], edit.text
        at = edit.span.end
    return "".join([*out, source[at:]])


def exchange(document: Document, at: int, start: int, end: int, text: str) -> tuple[Edit, ...]:
    """The edits that put a text in the place of the text range [start, end) of the block with the number `at`."""
    return _Page(document).exchange(at, start, end, " ".join(text.split()), "words")


class _Page:
    """A document and what it says, to hold changed ones against."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.said = _said(document)
        self._empty = len(EMPTY.findall(document.source))

    def ways(self, finding: Finding, suggestion: Suggestion) -> Iterator[tuple[Scope, tuple[Edit, ...]]]:
        """What is exchanged for a suggestion, and how."""
        text = suggestion.text
        if suggestion.advice:
            return
        if finding.is_page_level:
            yield "insert", self.edits(finding, text, "insert")
            return
        if suggestion.replace is not None:
            yield "words", self.edits(finding, suggestion.replace, "words")
        elif text.endswith(_ENDS) or not finding.sentence.endswith(_ENDS):
            yield "sentence", self.edits(finding, text, "sentence")

    def edits(self, finding: Finding, text: str, scope: Scope) -> tuple[Edit, ...]:
        """The edits that put a text where the quote or its sentence stands, or into the page; none if none is sure."""
        text = " ".join(text.split())
        if scope == "insert":
            says = partial(self._says_more, text)
            return next(((edit,) for edit in self._inserted(finding, text) if self._reads(edit, says)), ())
        found = _located(self.document, finding)
        if found is None:
            return ()
        at, start, end = found
        if scope == "sentence":
            start, end, text = _sentence(self.document.blocks[at], start, end, text)
        return self.exchange(at, start, end, text, scope)

    def exchange(self, at: int, start: int, end: int, text: str, scope: Scope) -> tuple[Edit, ...]:
        """The edits that put a text in the place of a text range of a block; none if none is sure."""
        block = self.document.blocks[at]
        if WILDCARD in block.visible[start:end] or not text:
            return ()
        if scope == "words":
            start, end, text = _differing(block.visible, start, end, text)
        quote = partial(self.document.quote, block)
        new = quote(0, start) + text + quote(end, len(block.visible))
        says = partial(self._says_instead, at, new, scope)
        tried = self._exchanged(block, start, end, text, new, scope)
        return next(((edit,) for edit in tried if self._reads(edit, says)), ())

    def _inserted(self, finding: Finding, text: str) -> Iterator[Edit]:
        for written in spellings(text, self._format):
            for at, paragraph in insertions(self.document, finding, written):
                yield Edit(Span(at, at), paragraph)

    @property
    def _format(self) -> str:
        return self.document.format or ""

    def _exchanged(self, block: Block, start: int, end: int, text: str, new: str, scope: Scope) -> Iterator[Edit]:
        for place in places(self.document, block, start, end, whole=scope == "sentence"):
            for written in spellings(text, self._format):
                yield Edit(place.span, place.before + written + place.behind)
        if block.key_path and WILDCARD not in block.visible:  # words that a plain value of YAML cannot have
            yield Edit(block.source_span(0, len(block.visible)), json.dumps(new, ensure_ascii=False))

    def _reads(self, edit: Edit, says: Callable[[Document], bool]) -> bool:
        """Whether the page with an edit made says what it should, and all else is as it was."""
        old = self.document
        source = applied(old.source, [edit])
        if source == old.source or len(EMPTY.findall(source)) > self._empty:
            return False
        try:
            new = read(old.path, codecs.BOM_UTF8 + source.encode(), old.format)
        except (ReadError, UnicodeEncodeError):
            return False
        return (
            _around(new) == _around(old)
            and len(new.problems) <= len(old.problems)
            and says(new)
        )  # fmt: skip

    def _says_instead(self, at: int, text: str, scope: Scope, new: Document) -> bool:
        """Whether only one block is another, and that by its text; a sentence may take its links along."""
        old = [one._replace(text=text) if i == at else one for i, one in enumerate(self.said)]
        if _said(new) != old:
            return False
        for i, (a, b) in enumerate(zip(self.document.blocks, new.blocks, strict=True)):
            were, are = _targets(a.links), _targets(b.links)
            if were != are and not (i == at and _only_more(were, are, scope)):
                return False
        return True

    def _says_more(self, text: str, new: Document) -> bool:
        """Whether there is one paragraph more, which holds the text, and nothing else has changed."""
        said = _said(new)
        if len(said) != len(self.said) + 1:
            return False
        at = next((i for i, (a, b) in enumerate(zip(said, self.said, strict=False)) if a != b), len(self.said))
        links = [_targets(b.links) for b in new.blocks[:at] + new.blocks[at + 1 :]]
        return (
            said[:at] + said[at + 1 :] == self.said
            and said[at] == _Said("paragraph", text, said[at].key_path, 0, "", 0, "", said[at].small)
            and links == [_targets(b.links) for b in self.document.blocks]
        )  # fmt: skip


def _said(document: Document) -> list[_Said]:
    return [
        _Said(b.kind, document.quote(b, 0, len(b.visible)), b.key_path, b.level, b.context, b.row, b.anchor, b.small)
        for b in document.blocks
    ]


def _around(document: Document) -> tuple[object, ...]:
    """What a document has beside its blocks."""
    comments = [("".join(text for text, _, _ in c.pieces), c.key) for c in document.comments]
    return document.labels, document.imports, comments


def _targets(links: Iterable[Link]) -> list[str]:
    return [link.target for link in links]


def _only_more(were: list[str], are: list[str], scope: Scope) -> bool:
    """Whether the links are those that were there, without those of a sentence that has gone, or with new addresses."""
    if scope == "words":
        return were == [target for target in are if target in were]
    return [target for target in are if target in were] == [target for target in were if target in are]


def _located(document: Document, finding: Finding) -> tuple[int, int, int] | None:
    """The block in which a finding stands, by its number, and the text range of its words there."""
    for i, block in enumerate(document.blocks):
        found = _text_range(block, finding.span)
        if found and document.quote(block, *found) == finding.quote:
            return i, *found
    return None


def _text_range(block: Block, span: Span) -> tuple[int, int] | None:
    """The text range of a source range; None if it does not begin and end where characters of the text do."""
    start = end = -1
    for i, (at, first, last) in enumerate(block.runs):
        following = block.runs[i + 1][0] if i + 1 < len(block.runs) else len(block.visible)
        by_character = following - at == last - first
        if start < 0 and (first <= span.start < last if by_character else first == span.start):
            start = at + span.start - first
        if first < span.end <= last if by_character else last == span.end:
            end = at + span.end - first if by_character else following
    return (start, end) if 0 <= start < end and block.source_span(start, end) == span else None


def _differing(said: str, start: int, end: int, text: str) -> tuple[int, int, str]:
    """The part of a text range that a new text has otherwise, in whole words, and what it has there."""
    old, new = said[start:end].split(" "), text.split(" ")
    least = min(len(old), len(new)) - 1
    same = next((i for i in range(least) if old[i] != new[i]), least)
    behind = next((i for i in range(least - same) if old[-1 - i] != new[-1 - i]), least - same)
    lead = sum(len(word) + 1 for word in old[:same])
    rest = sum(len(word) + 1 for word in old[len(old) - behind :])
    return start + lead, end - rest, " ".join(new[same : len(new) - behind])


def _sentence(block: Block, start: int, end: int, text: str) -> tuple[int, int, str]:
    """The text range of the sentence or sentences round a range, and what is to stand there."""
    first, _ = block.sentences[block.sentence_at(start)]
    _, last = block.sentences[block.sentence_at(end - 1)]
    last = max(last, end)
    while first < last and block.visible[first] == " ":
        first += 1
    while last > first and block.visible[last - 1] == " ":
        last -= 1
    bare = block.visible[last - 1] not in ".!?…" and block.kind in _SHORT and text.count(". ") == 0
    return first, last, text.removesuffix(".") if bare else text
