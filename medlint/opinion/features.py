"""A sentence as features for the linear model: n-grams, pieces of words, neighbours, what the rules know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from zlib import crc32

from medlint.opinion.reading import Reading

BITS = 21
"""Features are hashed into so many bits."""

_MASK = (1 << BITS) - 1


def hashed(feature: str) -> int:
    """The place of a feature in the table of weights."""
    return crc32(feature.encode()) & _MASK


@lru_cache(maxsize=50_000)
def word_places(word: str) -> tuple[int, ...]:
    """The places of what one word says by itself: the word, and its pieces of four and five letters."""
    out = [hashed(f"w {word}")]
    if len(word) > 3:
        framed = f"<{word}>"
        out += [hashed(f"c {framed[i : i + n]}") for n in (4, 5) for i in range(len(framed) - n + 1)]
    return tuple(out)


@lru_cache(maxsize=50_000)
def near_place(role: str, word: str) -> int:
    """The place of a word that stands nearby: in the title, the heading, the sentence before or after, the head of a
    cell's column or row."""
    return hashed(f"{role} {word}")


def neighbours(one: Reading) -> Iterator[tuple[str, Iterable[str]]]:
    """The words around a sentence, by where they stand."""
    around = one.title, one.heading, one.before, one.after, one.column, one.row
    for role, other in zip("thbakr", around, strict=True):
        if other is not None and other is not one:
            yield role, set(other.words)


def places_by_word(one: Reading) -> list[tuple[int, ...]]:
    """For each word the places of the features that begin with it."""
    words = ("<", *one.words, ">")
    out = []
    for i, word in enumerate(words):
        own = [*word_places(word)]
        if i + 1 < len(words):
            own.append(hashed(f"2 {word} {words[i + 1]}"))
        if i + 2 < len(words):
            own.append(hashed(f"3 {word} {words[i + 1]} {words[i + 2]}"))
            own.append(hashed(f"s {word} {words[i + 2]}"))
        out.append(tuple(own))
    return out


def own_places(one: Reading) -> set[int]:
    """The places of the features of a sentence's own words."""
    return {place for own in places_by_word(one) for place in own}


def places_around(one: Reading) -> set[int]:
    """The places of what stands around it, and of what the rules know."""
    out = {near_place(role, word) for role, words in neighbours(one) for word in words}
    out.update(near_place("!", signal) for signal in one.signals)
    return out


def places(one: Reading) -> set[int]:
    """The places of all features of a sentence."""
    return own_places(one) | places_around(one)
