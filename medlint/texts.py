"""The text of a block apart from its place: its words, what it mentions, and what was found in it.

Pages of a site share navigation, footers and whole sections, and a page that is being written is checked over and over,
so the last texts are kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from medlint.evidence.lexicon import Lexicon, Mention, Named, masked, names_of
from medlint.matching import Masks
from medlint.places import Zone
from medlint.steps import Words

if TYPE_CHECKING:
    from medlint.evidence.facts import Facts

AS_IS = Masks(False, False)

MOST_KEPT = 250
"""So many texts are kept; of the blocks of a longer page less is remembered."""

LONGEST_KEPT = 4000
"""A longer one is not; it is no part that pages share."""

Range = tuple[int, int]


class Sentence(NamedTuple):
    """A range of a text, its words with what they are known by, and the marks of what it mentions."""

    start: int
    end: int
    words: frozenset[str]


class Text:
    """A lower-cased text, with what the checks ask of it, worked out when first asked."""

    def __init__(self, text: str, lexicons: Lexicons) -> None:
        self.text = text
        self._lexicons = lexicons
        self._treatments: list[Mention] | None = None
        self._conditions: list[Mention] | None = None
        self._masked: dict[Masks, Words] = {}
        self._zones: dict[tuple[Masks, int, int], Zone] = {}
        self._sentences: dict[tuple[Range, ...], list[Sentence]] = {}

    @property
    def treatments(self) -> list[Mention]:
        """Mentions of treatments, in order."""
        if self._treatments is None:
            self._treatments = self._lexicons.treatments.mentions(self.masked(AS_IS))
        return self._treatments

    @property
    def conditions(self) -> list[Mention]:
        """Mentions of conditions, in order."""
        if self._conditions is None:
            self._conditions = self._lexicons.conditions.mentions(self.masked(AS_IS))
        return self._conditions

    def masked(self, want: Masks) -> Words:
        """The words of the text with the names of treatments and/or conditions masked."""
        found = self._masked.get(want)
        if found is None:
            mentions = [] if want == AS_IS else self.treatments * want.treatments + self.conditions * want.conditions
            if all(want):
                mentions = _without_overlaps(mentions)
            if mentions:
                found = Words(masked(self.text, mentions, self._lexicons.marks))
            else:
                found = Words(self.text) if want == AS_IS else self.masked(AS_IS)
            self._masked[want] = found
        return found

    @property
    def marks(self) -> set[str]:
        """The marks of what the text mentions."""
        return {self._lexicons.marks[mention.id] for mention in (*self.treatments, *self.conditions)}

    def sentences(self, ranges: tuple[Range, ...]) -> list[Sentence]:
        """Sentences at some ranges, with their words and, if anything is selected by them, marks."""
        if ranges not in self._sentences:
            said = [self.zone(AS_IS, start, end).names for start, end in ranges]
            starts = [start for start, _ in ranges]
            for mention in (*self.treatments, *self.conditions) if self._lexicons.selecting else ():
                said[max(0, bisect_left(starts, mention.start + 1) - 1)] |= {self._lexicons.marks[mention.id]}
            self._sentences[ranges] = [Sentence(*range_, own) for range_, own in zip(ranges, said, strict=True)]
        return self._sentences[ranges]

    def zone(self, want: Masks, start: int, end: int, sentence: Range | None = None) -> Zone:
        """The words in a range of the text, which may be a part of a sentence."""
        key = want, start, end
        found = self._zones.get(key)
        if found is None:
            words = self.masked(want)
            if want != AS_IS and words is self.masked(AS_IS):
                return self.zone(AS_IS, start, end, sentence)
            first = bisect_left(words.starts, start) if start else 0
            last = bisect_left(words.starts, end) if end < len(words.text) else len(words.words)
            inside = sentence and sentence != (start, end) and sentence[0] <= start and end <= sentence[1]
            whole = self.zone(want, *sentence) if sentence and inside else None
            found = self._zones[key] = Zone(words, first, last, whole)
        return found

    def forget(self) -> None:
        """Forget what was worked out of its ranges; it is worked out again when asked for."""
        self._zones.clear()


class Lexicons:
    """The names of all treatments and conditions, and the last texts that were read with them.

    `selecting` is whether patterns are selected by the marks of names.
    """

    def __init__(self, facts: Facts, *, selecting: bool = True) -> None:
        self.selecting = selecting
        self._facts = facts
        self._kept: OrderedDict[str, Text] = OrderedDict()

    @cached_property
    def treatments(self) -> Lexicon:
        """The names of treatments."""
        return Lexicon(self._named[0].rows)

    @cached_property
    def conditions(self) -> Lexicon:
        """The names of conditions."""
        return Lexicon(self._named[1].rows)

    @cached_property
    def marks(self) -> dict[str, str]:
        """The mark of each treatment and condition."""
        treatments, conditions = self._named
        return {**treatments.marks, **conditions.marks}

    @cached_property
    def _named(self) -> tuple[Named, Named]:
        return names_of(self._facts.treatments), names_of(self._facts.conditions, "/")

    def text(self, text: str) -> Text:
        """A lower-cased text; the same one if it was read lately."""
        found = self._kept.pop(text, None) or Text(text, self)
        if len(text) <= LONGEST_KEPT:
            self._kept[text] = found  # at the end: the first ones are the oldest
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return found


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Sorted, the longer of two overlapping mentions kept."""
    kept: list[Mention] = []
    for m in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or m.start >= kept[-1].end:
            kept.append(m)
    return kept
