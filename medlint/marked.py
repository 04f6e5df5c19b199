"""A page's copy with the findings at their words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from medlint.document import Block, Document, Span
from medlint.findings import Finding


class Piece(NamedTuple):
    """Some words of a passage, as they are seen, the findings on them (the gravest first), and those that end here."""

    text: str
    findings: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


class Passage(NamedTuple):
    """A block of a page, cut where findings begin and end, and the findings that stand in it, in order."""

    block: Block
    pieces: list[Piece]
    findings: list[int]


class Marked(NamedTuple):
    """A page's copy in reading order, and the findings that have no words of their own in it.

    Those speak of the page as a whole, or of what is no copy (a comment). Findings are named by their index.
    """

    passages: list[Passage]
    others: list[int]


def marked(document: Document, findings: Sequence[Finding]) -> Marked:
    """The copy of a document with the findings that were made on it."""
    reach = [_reach(block) for block in document.blocks]
    ranges: dict[int, list[tuple[int, int, int]]] = {}
    others = []
    for number, finding in enumerate(findings):
        place = None if finding.is_page_level else _place(document, reach, finding)
        if place:
            ranges.setdefault(place[0], []).append((place[1], place[2], number))
        else:
            others.append(number)
    gravity = [(-f.severity, number) for number, f in enumerate(findings)]
    passages = []
    for index, block in enumerate(document.blocks):
        own = sorted(ranges.get(index, []))
        pieces = _pieces(document, block, own, gravity)
        passages.append(Passage(block, pieces, [number for _, _, number in own]))
    return Marked(passages, others)


def text_range(block: Block, span: Span) -> tuple[int, int] | None:
    """The range of a block's text that comes from a range of the source; None where nothing of it does."""
    ends = [run[0] for run in block.runs[1:]] + [len(block.visible)]
    first, last = len(block.visible), 0
    for (at, start, end), following in zip(block.runs, ends, strict=True):
        if end <= span.start or start >= span.end:
            continue
        letter_for_letter = following - at == end - start
        first = min(first, at + max(0, span.start - start) if letter_for_letter else at)
        last = max(last, following - max(0, end - span.end) if letter_for_letter else following)
    return (first, last) if first < last else None


def _reach(block: Block) -> Span:
    starts, ends = ([run[side] for run in block.runs] for side in (1, 2))
    return Span(min(starts, default=0), max(ends, default=0))


def _place(document: Document, reach: Sequence[Span], finding: Finding) -> tuple[int, int, int] | None:
    """The index of the block in which the words of a finding stand, and their range in its text."""
    for index, block in enumerate(document.blocks):
        if reach[index].start <= finding.span.start and finding.span.end <= reach[index].end:
            found = text_range(block, finding.span)
            if found and document.quote(block, *found) == finding.quote:
                return index, *found
    return None


def _pieces(
    document: Document, block: Block, ranges: Sequence[tuple[int, int, int]], gravity: Sequence[tuple[int, int]]
) -> list[Piece]:
    """A block cut at the ends of some ranges (start, end, index of the finding)."""
    if not ranges:
        return [Piece(document.quote(block, 0, len(block.visible)))]
    cuts = sorted({0, len(block.visible), *(r[0] for r in ranges), *(r[1] for r in ranges)})
    pieces = []
    for start, end in pairwise(cuts):
        on = [number for first, last, number in ranges if first <= start and end <= last]
        ends = tuple(number for _, last, number in ranges if last == end)
        pieces.append(Piece(document.quote(block, start, end), tuple(sorted(on, key=lambda n: gravity[n])), ends))
    return pieces
