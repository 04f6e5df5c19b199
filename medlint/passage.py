"""Consecutive sentences of a page, asked together which claims may stand in which of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

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


class Passage:
    """Sentences with their blocks, in order."""

    def __init__(self, matcher: Matcher, sentences: Sequence[tuple[View, Sentence]]) -> None:
        self.sentences = sentences
        self._matcher = matcher
        self._stretches: dict[Masks, tuple[Stretch, list[Zone]]] = {}

    def promising(
        self, candidates: Callable[[frozenset[str]], list[Entry]]
    ) -> Iterator[tuple[View, Sentence, list[Entry]]]:
        """The sentences in which claims may stand, with those, in the order of the `candidates` for their words."""
        asked = [candidates(sentence.words) for _, sentence in self.sentences]
        where: dict[int, list[int]] = {}
        entries: dict[int, Entry] = {}
        for number, own in enumerate(asked):
            for entry in own:
                where.setdefault(id(entry), []).append(number)
                entries[id(entry)] = entry
        held: list[set[int]] = [set() for _ in asked]
        for key, numbers in where.items():
            for number in self._holding(entries[key][1].patterns, numbers):
                held[number].add(key)
        for (view, sentence), own, keys in zip(self.sentences, asked, held, strict=True):
            if keys:
                yield view, sentence, [entry for entry in own if id(entry) in keys]

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
            zones = [view.zone(masks, sentence) for view, sentence in self.sentences]
            self._stretches[masks] = Stretch(zones), zones
        return self._stretches[masks]


def passages(matcher: Matcher, views: Sequence[View]) -> Iterator[Passage]:
    """The sentences of some blocks, in passages."""
    sentences: list[tuple[View, Sentence]] = []
    length = 0
    for view in views:
        for sentence in view.sentences:
            sentences.append((view, sentence))
            length += sentence.end - sentence.start
            if length >= LONGEST:
                yield Passage(matcher, sentences)
                sentences, length = [], 0
    if sentences:
        yield Passage(matcher, sentences)
