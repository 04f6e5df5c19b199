"""Telling whether a text offers or praises anything: one that does not informs, and is read with another eye."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

FEWEST_WORDS = 80
"""A shorter text is always taken for an offer: it may be a piece of one."""

SPEAKING = 0.004
"""With a larger share of “we” and “our” somebody speaks of their own services."""

OFFERING = 0.0035
"""The same for words of an offer: prices, booking, a clinic."""

PRAISING = 0.008
"""The same for words of praise."""


@cache
def _words() -> tuple[frozenset[str], ...]:
    """Words of one who speaks for a business, of an offer, of praise; two words are joined by a slash."""
    text = Path(__file__).with_name("offer_words.txt").read_text("utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(frozenset(part.split()) for part in lines.strip().split("\n\n"))


def offers(words: Iterable[str]) -> bool:
    """Whether a text of these words (in lower case) offers or praises something, or is too short to tell."""
    said = [word for word in words if word[0].isalpha() or word in "$£€"]
    if len(said) < FEWEST_WORDS:
        return True
    pairs = [f"{a}/{b}" for a, b in pairwise(said)]
    shares = (sum(word in known for word in (*said, *pairs)) / len(said) for known in _words())
    return any(share > most for share, most in zip(shares, (SPEAKING, OFFERING, PRAISING), strict=True))
