"""Whether two names are names of the same journal: full, abbreviated (ISO 4) or by initials."""

from __future__ import annotations

import re

_SMALL = frozenset(["a", "an", "and", "at", "for", "from", "in", "of", "on", "the", "to", "und", "der", "de", "la"])
_TYPO_LENGTH = 6


def same_journal(a: str, b: str) -> bool:
    """Whether two names can be of one journal.

    Small words do not count. Names agree word by word when each word is the other, begins it (“Psychiatr” and
    “Psychiatry”) or is one slip of the keyboard away; one name may also be the initials of the other
    (“AJP” and “Am J Psychiatry”). An empty name is the same as none.
    """
    one, two = name_words(a), name_words(b)
    if not one or not two:
        return False
    if len(one) == len(two):
        return all(_same_word(x, y) for x, y in zip(one, two, strict=True))
    short, long = (one, two) if len(one) < len(two) else (two, one)
    return len(short) == 1 and len(long) > 2 and short[0] == "".join(word[0] for word in long)


def name_words(name: str) -> list[str]:
    """The words of a journal's name that count: no subtitle after a colon, no place in brackets."""
    return words(re.sub(r"\(.*?\)|[:=].*", " ", name))


def words(text: str) -> list[str]:
    """The words of a text that count, in lower case."""
    return [word for word in re.findall(r"[^\W_]+", text.lower()) if word not in _SMALL]


def _same_word(a: str, b: str) -> bool:
    if a == b or a.startswith(b) or b.startswith(a):
        return True
    if min(len(a), len(b)) < _TYPO_LENGTH:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=1) <= 1
