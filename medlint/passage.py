"""Consecutive sentences of a page, asked together which claims may stand in which of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from medlint.matching import Masks, Matcher
from medlint.packs.pattern_nodes import Pattern
from medlint.places import Stretch
from medlint.steps import SearchTimeoutError
from medlint.texts import Sentence
from medlint.view import View

if TYPE_CHECKING:
    from medlint.places import Zone
    from medlint.select import Entry

LONGEST = 10_000
"""A passage ends with the sentence in which it has so many characters: the time for a page is to grow as its length."""


class Asked(NamedTuple):
    """A sentence in its block, and the claims whose words it holds."""

    view: View
    sentence: Sentence
    entries: Sequence[Entry]


class Passage:
    """Sentences that are asked about, in order."""

    def __init__(self, matcher: Matcher, sentences: Sequence[Asked]) -> None:
        self.sentences = sentences
        self._matcher = matcher
        self._stretches: dict[Masks, tuple[Stretch, list[Zone]]] = {}

    def promising(self) -> Iterator[Asked]:
        """The sentences in which claims may stand, with no others than these."""
        where: dict[int, list[int]] = {}
        entries: dict[int, Entry] = {}
        for number, asked in enumerate(self.sentences):
            for entry in asked.entries:
                where.setdefault(id(entry), []).append(number)
                entries[id(entry)] = entry
        held: list[set[int]] = [set() for _ in self.sentences]
        for key, numbers in where.items():
            for number in self._holding(entries[key][1].patterns, numbers):
                held[number].add(key)
        for asked, keys in zip(self.sentences, held, strict=True):
            if keys:
                yield asked._replace(entries=[entry for entry in asked.entries if id(entry) in keys])

    def _holding(self, patterns: Sequence[Pattern], numbers: Sequence[int]) -> Sequence[int]:
        """Those of some sentences in which all of some patterns may match; one that takes too long may anywhere."""
        for pattern in patterns:
            stretch, zones = self._stretch(self._matcher.masks(pattern))
            try:
                found = stretch.by_zone(self._matcher.likely(pattern, stretch, stretch.of_zones(numbers)))
            except SearchTimeoutError:
                return numbers
            for number, places in found.items():
                zones[number].starts[pattern.regex] = places
            numbers = [*found]
            if not numbers:
                break
        return numbers

    def _stretch(self, masks: Masks) -> tuple[Stretch, list[Zone]]:
        if masks not in self._stretches:
            zones = [asked.view.zone(masks, asked.sentence) for asked in self.sentences]
            self._stretches[masks] = Stretch(zones), zones
        return self._stretches[masks]


def passages(
    matcher: Matcher, views: Iterable[View], candidates: Callable[[frozenset[str]], Sequence[Entry]]
) -> Iterator[Passage]:
    """The sentences of some blocks, in passages; those that hold the words of no claim are left out.

    `candidates` gives the claims for the words of a sentence, in the order in which they are to be told.
    """
    sentences: list[Asked] = []
    length = 0
    for view in views:
        for sentence in view.sentences:
            entries = candidates(sentence.words)
            if entries:
                sentences.append(Asked(view, sentence, entries))
                length += sentence.end - sentence.start
                if length >= LONGEST:
                    yield Passage(matcher, sentences)
                    sentences, length = [], 0
    if sentences:
        yield Passage(matcher, sentences)
