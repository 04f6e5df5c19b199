"""The pages of the HTML report: their copy with the findings beside the words that they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from medlint import marked
from medlint.document import Block
from medlint.figures import Figures, Row
from medlint.findings import Finding
from medlint.lint import Result
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


class Piece(NamedTuple):
    """Some words, the classes that mark them (none: plain words) and the numbers of their findings on the page."""

    text: str
    classes: str = ""
    numbers: str = ""


class Note(NamedTuple):
    """A finding, and the number that its words bear in the copy (0: they are not in it)."""

    finding: Finding
    number: int = 0


class Part(NamedTuple):
    """A block of copy: the class for its looks, what it is (where that is not plain to see), its words, its notes."""

    looks: str
    label: str
    pieces: list[Piece]
    notes: list[Note]


class Shown(NamedTuple):
    """A page with findings. `parts` is its copy, None where that cannot be shown; `first` are the notes above it."""

    number: int
    name: str
    row: Row
    classes: str
    first: list[Note]
    parts: list[Part] | None


def pages(
    report: Report, families: Mapping[str, str], numbers: Mapping[str, int], found: Figures
) -> Iterator[Shown]:
    """The pages with findings, each read again when it is asked for. `families` gives the class of a family."""
    rows = {row.name: row for row in found.pages}
    for result in report.results:
        if result.findings:
            name = project_path(report, result.path)
            yield _shown(report, result, families, numbers[name], rows[name])


def classes(f: Finding, families: Mapping[str, str]) -> str:
    """The classes of what belongs to a finding."""
    return f"{f.severity.label} {families[f.family]}"


def _shown(report: Report, result: Result, families: Mapping[str, str], number: int, row: Row) -> Shown:
    gravest = max(f.severity for f in result.findings)
    own = [f"upto-{gravest.label}", *dict.fromkeys(families[f.family] for f in result.findings)]
    document = report.document(result.path) if report.document else None
    if document is None:
        return Shown(number, row.name, row, " ".join(own), [Note(f) for f in result.findings], None)
    copy = marked.marked(document, result.findings)
    placed = [n for passage in copy.passages for n in passage.findings]
    notes = {n: Note(result.findings[n], bears) for bears, n in enumerate(placed, 1)}
    parts = [
        Part(
            _looks(passage.block),
            _label(passage.block),
            [_piece(piece, notes, families) for piece in passage.pieces],
            [notes[n] for n in passage.findings],
        )
        for passage in copy.passages
    ]
    return Shown(number, row.name, row, " ".join(own), [Note(result.findings[n]) for n in copy.others], parts)


def _piece(piece: marked.Piece, notes: Mapping[int, Note], families: Mapping[str, str]) -> Piece:
    if not piece.findings:
        return Piece(piece.text)
    findings = [notes[n].finding for n in piece.findings]
    own = [findings[0].severity.label, *dict.fromkeys(families[f.family] for f in findings)]
    return Piece(piece.text, " ".join(own), ", ".join(str(notes[n].number) for n in piece.ends))


def _looks(block: Block) -> str:
    if block.kind == "heading":
        return f"heading level-{min(max(block.level, 1), 4)}"
    return f"{block.kind} small" if block.small else block.kind


def _label(block: Block) -> str:
    said = [block.key_path or LABELS.get(block.kind, ""), block.context, "small print" if block.small else ""]
    return ", ".join(filter(None, said))

