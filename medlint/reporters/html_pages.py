"""The pages of the HTML report: their copy with the findings beside the words that they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from medlint.document import Block
from medlint.figures import Figures, Row
from medlint.findings import Finding, Source
from medlint.lint import Result
from medlint.marked import Piece, marked
from medlint.reporters import Report
from medlint.reporters.common import project_path

LABELS = {
    "title": "page title",
    "meta": "text for search engines",
    "json-ld": "data for search engines",
    "alt": "words for a picture",
    "caption": "caption",
    "button": "button",
}
"""What is said of blocks that a visitor does not read in the running text."""


class Words(NamedTuple):
    """Some words, the classes that mark them (none: plain words) and the numbers of their findings on the page."""

    text: str
    classes: str = ""
    numbers: str = ""


class Note(NamedTuple):
    """A finding, and the number that its words bear in the copy (0: they are not in it).

    `reason` is the number under which is told why (0: with the finding itself).
    """

    finding: Finding
    number: int = 0
    reason: int = 0


class Part(NamedTuple):
    """A block of copy: the class for its looks, what it is (where that is not plain to see), its words, its notes."""

    looks: str
    label: str
    pieces: list[Words]
    notes: list[Note]


class Shown(NamedTuple):
    """A page with findings. `parts` is its copy, None where that cannot be shown; `first` are the notes above it."""

    number: int
    name: str
    row: Row
    classes: str
    first: list[Note]
    parts: list[Part] | None


Reason = tuple[str, str, tuple[Source, ...]]
"""Rule, why, and sources."""


def reason_of(f: Finding) -> Reason:
    """What is the same wherever a rule finds the like."""
    return f.rule, f.why, f.sources


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages with findings, each read again when its turn comes.

    `families` gives the class of a family, `numbers` the number of a page by its path from the root, and `reasons` the
    numbers of those that are told once for all findings.
    """

    report: Report
    found: Figures
    families: Mapping[str, str]
    numbers: Mapping[str, int]
    reasons: Mapping[Reason, int]

    def __iter__(self) -> Iterator[Shown]:
        rows = {row.name: row for row in self.found.pages}
        for result in self.report.results:
            if result.findings:
                yield self._shown(result, rows[project_path(self.report, result.path)])

    def _note(self, f: Finding, number: int = 0) -> Note:
        return Note(f, number, self.reasons.get(reason_of(f), 0))

    def _shown(self, result: Result, row: Row) -> Shown:
        gravest = max(f.severity for f in result.findings)
        own = [f"upto-{gravest.label}", *dict.fromkeys(self.families[f.family] for f in result.findings)]
        known = self.numbers[row.name], row.name, row, " ".join(own)
        document = self.report.document(result.path) if self.report.document else None
        if document is None:
            return Shown(*known, [self._note(f) for f in result.findings], None)
        copy = marked(document, result.findings)
        placed = [n for passage in copy.passages for n in passage.findings]
        notes = {n: self._note(result.findings[n], number) for number, n in enumerate(placed, 1)}
        parts = [
            Part(
                _looks(passage.block),
                _label(passage.block),
                [self._words(piece, notes) for piece in passage.pieces],
                [notes[n] for n in passage.findings],
            )
            for passage in copy.passages
        ]
        return Shown(*known, [self._note(result.findings[n]) for n in copy.others], parts)

    def _words(self, piece: Piece, notes: Mapping[int, Note]) -> Words:
        if not piece.findings:
            return Words(piece.text)
        findings = [notes[n].finding for n in piece.findings]
        own = [findings[0].severity.label, *dict.fromkeys(self.families[f.family] for f in findings)]
        return Words(piece.text, " ".join(own), ", ".join(str(notes[n].number) for n in piece.ends))


def _looks(block: Block) -> str:
    if block.kind == "heading":
        return f"heading level-{min(max(block.level, 1), 4)}"
    return f"{block.kind} small" if block.small else block.kind


def _label(block: Block) -> str:
    said = [block.key_path or LABELS.get(block.kind, ""), block.context, "small print" if block.small else ""]
    return ", ".join(filter(None, said))
