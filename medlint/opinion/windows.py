"""Cutting a page into windows, the stretches that the transformer reads at once: each sentence among its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from medlint.opinion.reading import Reading

FIRST, LAST = 101, 102
"""The pieces that a text begins and ends with, in the vocabulary of BERT."""

KINDS = ("title", "heading", "paragraph", "list-item", "cell", "alt", "caption", "quote")
"""The kinds of block that are told apart by the piece before a sentence: 1 to 8, which no text has; 9 for others."""

LONGEST = 72
"""How many pieces of a sentence are read."""

TITLE = 24
"""How many pieces of the page's title stand before every window."""

ROOM = 164
"""How many pieces of the sentences that are judged a window has room for; a longer sentence has one of its own."""

BEFORE, AFTER = 56, 40
"""How many pieces of the sentences before and after these are read along."""


class Judged(NamedTuple):
    """A sentence that a window is asked about: its number on the page, where its pieces begin and end in the window."""

    number: int
    start: int
    end: int


class Window(NamedTuple):
    """Some sentences of a page and what stands around them, as numbers of pieces."""

    pieces: tuple[int, ...]
    judged: tuple[Judged, ...]


def marked(one: Reading, pieces: Sequence[int]) -> list[int]:
    """The pieces of a sentence that are read, behind the piece that says what kind of block it stands in."""
    kind = one.view.block.kind
    return [1 + (KINDS.index(kind) if kind in KINDS else len(KINDS)), *pieces[:LONGEST]]


def windows(
    page: Sequence[Sequence[int]], title: Sequence[int], *, first: int = ROOM, others: int = ROOM,
    before: int = BEFORE, after: int = AFTER,
) -> list[Window]:  # fmt: skip
    """All sentences of a page, each judged in one window.

    `page` has the marked pieces of each sentence, `title` those of its title (none: it has no title). The first window
    has room for `first` pieces, each of the `others` for so many.
    """
    out, start, room = [], 0, first
    while start < len(page):
        end = start + _fitting(page[start : start + room], room, least=1)
        begin = start - _fitting(page[max(0, start - before) : start][::-1], before)
        stop = end + _fitting(page[end : end + after], after)
        pieces, judged = [FIRST, *title[:TITLE]], []
        for number in range(begin, stop):
            at = len(pieces)
            pieces += page[number]
            if start <= number < end:
                judged.append(Judged(number, at, len(pieces)))
        out.append(Window((*pieces, LAST), tuple(judged)))
        start, room = end, others
    return out


def _fitting(sentences: Sequence[Sequence[int]], room: int, least: int = 0) -> int:
    """How many of the sentences, from the first on, there is room for."""
    total = 0
    for count, one in enumerate(sentences):
        total += len(one)
        if total > room and count >= least:
            return count
    return len(sentences)
