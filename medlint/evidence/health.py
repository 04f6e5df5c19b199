"""Telling whether a text is health copy at all: a recipe or a software manual may be as boastful as it likes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
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


def is_health_copy(words: Iterable[str], treatments: int, conditions: int) -> bool:
    """Whether the words of a text (in lower case), with so many mentions of treatments and conditions, are of health.

    Treatments that are not medicine alone (a massage, a fast) are not to be counted.
    """
    health, trade, software = _words()
    said = [word for word in words if word[0].isalpha()]
    if len(said) < FEWEST_WORDS:
        return True
    share = sum(word in health for word in said) / len(said)
    if treatments or conditions > 1 or len(trade.intersection(said)) > 1:
        return share >= HARDLY_ANY
    return share >= (SOME if len(software.intersection(said)) >= MANY_OF_SOFTWARE else FEW)
