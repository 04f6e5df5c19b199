"""Where in a range of words a pattern can possibly match.

Sets of places are numbers: bit n stands for the nth word of the range. What every match of a pattern must hold, and how
far apart, is its plan. Working out a plan takes a few shifts of such numbers, running the pattern many calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from medlint.steps import Step, Words
from medlint.tokens import leads


class Part(NamedTuple):
    """A piece that every match holds.

    `number` tells pieces apart; `words` are those that it may begin with, or by which those are known (None: any); it
    begins `least` to `most` words after the beginning of the piece before it, or of the match. `step` makes what
    tries it where the first word does not decide, and `ways` are the plans of its own ways to match where any word may
    begin one.
    """

    number: int
    words: frozenset[str] | None
    step: Callable[[], Step] | None
    least: int
    most: int
    ways: tuple[tuple[Part, ...], ...] = ()


Plan = tuple[Part, ...]
"""The pieces of one way to match, in their order."""


class Zone:
    """A range of words, which may be a part of another zone.

    `names` are its words and what they are known by, and in a part of a zone those of the whole. `starts` remembers
    where patterns are worth trying, and `found` what they quote.
    """

    __slots__ = (
        "_begins", "_known", "_shift", "_stands", "_ways", "_whole",
        "all", "found", "names", "size", "start", "starts", "stop", "words",
    )  # fmt: skip

    def __init__(self, words: Words, start: int, stop: int, whole: Zone | None = None) -> None:
        self.words, self.start, self.stop, self.size = words, start, stop, stop - start
        self.all = (1 << self.size) - 1
        self.starts: dict[str, int] = {}
        self.found: dict[str, tuple[tuple[int, int], ...]] = {}
        self._begins: dict[int, int] = {}
        self._stands: dict[int, tuple[int, int]] = {}
        self._ways: dict[int, int] = {}
        self._whole = whole
        self._known: dict[str, int] | None = None
        if whole is None:
            said = frozenset(words.words[start:stop])
            self.names = said.union(*map(leads, said))
        else:
            self._shift = start - whole.start
            self.names = whole.names

    def likely(self, plan: Plan) -> int:
        """The places where a match may begin: those from which every piece is where it should be."""
        at: list[int] = []
        reach = self.all
        size, everywhere = self.size, self.all
        begins = self._begins
        for number, _, _, least, most, _ in plan:
            if most == least:
                reach <<= least
            elif most < size:
                reach = _spread(reach << least, most - least)
            else:
                reach = everywhere & (-1 << (reach & -reach).bit_length() - 1 + least)
            own = begins.get(number)
            reach &= self._first(plan[len(at)]) if own is None else own
            if not reach:
                return 0
            at.append(reach)
        fewest = sorted((places.bit_count(), i) for i, places in enumerate(at) if plan[i].step is not None)
        for _, i in fewest:
            at[i] = self._tried(plan[i], at[i])
            if not at[i]:
                return 0
        return self._back(plan, at)

    def _back(self, plan: Plan, at: list[int]) -> int:
        """Where a match may begin whose pieces begin at some of these places."""
        reach = self.all
        for part, places in zip(reversed(plan), reversed(at), strict=True):
            reach &= places
            if part.most == part.least:
                reach >>= part.least
            elif part.most < self.size:
                reach = _spread_back(reach >> part.least, part.most - part.least)
            else:
                reach = (1 << max(0, reach.bit_length() - part.least)) - 1
        return reach

    def _first(self, part: Part) -> int:
        """Where the words stand that a piece may begin with."""
        number, names = part.number, part.words
        found = self._begins.get(number)
        if found is None:
            found = 0
            if names is None:
                found = self.all
            elif self._whole is not None:
                found = (self._whole._first(part) >> self._shift) & self.all
            elif not names.isdisjoint(self.names):
                known = self._known
                if known is None:
                    known = self._known = _places_of(self.words.words[self.start : self.stop])
                for name in names & self.names:
                    found |= known[name]
            self._begins[number] = found
        return found

    def _tried(self, part: Part, places: int) -> int:
        """Those of some places where a piece matches."""
        tried, good = self._stands.get(part.number, (0, 0))
        new = places & ~tried
        if new:
            assert part.step is not None
            step, words = part.step(), self.words
            worth = new & self._worth(part) if part.ways else new
            words.until(self.stop)
            for at in each(worth):
                if step(words, self.start + at):
                    good |= 1 << at
            self._stands[part.number] = tried | new, good
        return good & places

    def _worth(self, part: Part) -> int:
        """The places where one of the ways of a piece may begin."""
        found = self._ways.get(part.number)
        if found is None:
            found = 0
            for way in part.ways:
                found |= self.likely(way)
            self._ways[part.number] = found
        return found


def _places_of(words: list[str]) -> dict[str, int]:
    """The places of words, by each of them and by what it is known by."""
    known: dict[str, int] = {}
    get = known.get
    place = 1
    for word in words:
        known[word] = get(word, 0) | place
        place <<= 1
    for word, places in [*known.items()]:
        for name in leads(word):
            known[name] = get(name, 0) | places
    return known


def _spread(places: int, most: int) -> int:
    """Some places and those up to so many words behind them."""
    shift = 1
    while most > 0:
        shift = min(shift, most)
        places |= places << shift
        most -= shift
        shift *= 2
    return places


def _spread_back(places: int, most: int) -> int:
    """Some places and those up to so many words before them."""
    shift = 1
    while most > 0:
        shift = min(shift, most)
        places |= places >> shift
        most -= shift
        shift *= 2
    return places


def each(places: int) -> Iterator[int]:
    """The places of a set, in order."""
    while places:
        lowest = places & -places
        yield lowest.bit_length() - 1
        places ^= lowest
