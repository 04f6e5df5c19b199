"""Telling whether a text is health copy at all: a recipe or a software manual may be as boastful as it likes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from operator import itemgetter
from pathlib import Path

FEWEST_WORDS = 80
"""A shorter text is always taken for health copy: it says too little of what it is about."""

HARDLY_ANY = 0.012
"""With a smaller share of health words a text is no health copy."""

FEW = 0.025
"""The same for a text that names no treatment, at most one complaint and at most one word of the trade."""


SOME = 0.08
"""The same for a text that besides holds so many words of software."""

MANY_OF_SOFTWARE = 4


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """All words of health copy, those of them that are hardly used elsewhere, and words of software."""
    text = Path(__file__).with_name("health_words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    wide, trade, software = (frozenset(part.split()) for part in "\n".join(lines).strip().split("\n\n\n"))
    return wide | trade, trade, software


def is_health_copy(words: Iterable[str], names_health: Callable[[], bool]) -> bool:
    """Whether the words of a text (in lower case) are of health.

    `names_health` is asked only where that decides: whether the text names a treatment, though none that is not
    medicine alone (a massage, a fast), or more than one condition.
    """
    health, trade, software = _words()
    said = [*words]
    length = sum(map(str.isalpha, map(itemgetter(0), said)))
    if length < FEWEST_WORDS:
        return True
    share = sum(map(health.__contains__, said)) / length
    if not HARDLY_ANY <= share < SOME:
        return share >= SOME
    if len(trade.intersection(said)) > 1 or names_health():
        return True
    return share >= FEW and len(software.intersection(said)) < MANY_OF_SOFTWARE
