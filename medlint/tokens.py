"""The words of a text as patterns see them."""

from __future__ import annotations

import re
from functools import cache

TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"  # a number
    r"|[^\W\d_]+(?:'(?!(?:s|re|ll|ve|d|m)(?!\w))[^\W\d_]+)*"  # a word: don't
    r"|'(?:s|re|ll|ve|d|m)(?!\w)"  # what hangs on one: patient's, they're
    r"|[\ue000-\uf8ff]+"  # a masked name
    r"|\S"
)


def is_mark(word: str) -> bool:
    """Whether a word stands for a masked name."""
    return "\ue000" <= word[0] <= "\uf8ff"


@cache
def has_marks(words: frozenset[str]) -> bool:
    """Whether one of some words stands for a masked name."""
    return any(map(is_mark, words))


def tokens(text: str) -> list[str]:
    """The words, numbers and punctuation marks of lower-cased text; a masked name is one mark."""
    return [t[0] if is_mark(t) else t for t in TOKEN.findall(text)]


LEADS = (7, 5, 4, 3)
"""How many letters of its beginning a word can be known by."""

DIGIT = "0*"
"""What any number is known by."""


@cache
def leads(word: str) -> tuple[str, ...]:
    """What a word is known by besides itself: its beginnings (`relax*`, `rela*`, `rel*`), or that it is a number."""
    if word[0].isdigit():
        return (DIGIT,)
    return tuple(word[:n] + "*" for n in LEADS if len(word) >= n)


def lead(beginning: str) -> str | None:
    """What all words are known by that begin so; None for too short a beginning."""
    return next((beginning[:n] + "*" for n in LEADS if len(beginning) >= n), None)


def is_lead(word: str) -> bool:
    """Whether this is no word, but what words are known by."""
    return len(word) > 1 and word[-1] == "*"
