"""Where in a range of words a pattern can possibly match.

Sets of places are numbers: bit n stands for the nth word of the range. What every match of a pattern must hold, and how
far apart, is its plan. Working out a plan takes a few shifts of such numbers, running the pattern many calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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

    def likely(self, plan: Plan, within: int | None = None) -> int:
        """The places where a match may begin: those of some from which every piece is where it should be."""
        at = [0] * len(plan)
        reach = self.all if within is None else within
        begins = self._begins
        for i, part in enumerate(plan):
            own = begins.get(part.number)
            at[i] = reach = self._next(reach, part) & (self._first(part) if own is None else own)
            if not reach:
                return 0
        starts = self._back(plan, at)
        for i in sorted((i for i, part in enumerate(plan) if part.step is not None), key=lambda i: at[i].bit_count()):
            places = self._tried(plan[i], at[i])
            if places != at[i]:
                at[i] = places
                starts = self._pruned(plan, at)
            if not starts:
                return 0
        return starts

    def _next(self, reach: int, part: Part) -> int:
        """Where a piece may begin, by where the piece before it may, or the match."""
        if part.most == part.least:
            return reach << part.least
        if part.most < self.size:
            return _spread(reach << part.least, part.most - part.least)
        return self._behind(reach, part.least)

    def _pruned(self, plan: Plan, at: list[int]) -> int:
        """The same as `_back`, after some pieces were found to begin at fewer places than thought."""
        reach = self.all
        for i, part in enumerate(plan):
            at[i] = reach = self._next(reach, part) & at[i]
            if not reach:
                return 0
        return self._back(plan, at)

    def _back(self, plan: Plan, at: list[int]) -> int:
        """Where a match may begin whose pieces begin at some of these places; the others are struck off."""
        reach = self.all
        for i in range(len(plan) - 1, -1, -1):
            part = plan[i]
            at[i] = reach = reach & at[i]
            if part.most == part.least:
                reach >>= part.least
            elif part.most < self.size:
                reach = _spread_back(reach >> part.least, part.most - part.least)
            else:
                reach = self._ahead(reach, part.least)
        return reach & self.all

    def _behind(self, places: int, least: int) -> int:
        """All places so many words or more behind one of some."""
        return self.all & (-1 << (places & -places).bit_length() - 1 + least)

    def _ahead(self, places: int, least: int) -> int:
        """All places so many words or more ahead of one of some."""
        return (1 << max(0, places.bit_length() - least)) - 1

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
                    known = self._known = self._places()
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
            worth = new & self._worth(part) if part.ways else new
            good |= self._matched(part.step(), worth)
            self._stands[part.number] = tried | new, good
        return good & places

    def _places(self) -> dict[str, int]:
        """The places of the words, by each of them and by what it is known by."""
        return _places_of(self.words.words[self.start : self.stop])

    def _matched(self, step: Step, places: int) -> int:
        """Those of some places where a step has an end."""
        words, good = self.words, 0
        words.until(self.stop)
        for at in each(places):
            if step(words, self.start + at):
                good |= 1 << at
        return good

    def _worth(self, part: Part) -> int:
        """The places where one of the ways of a piece may begin."""
        found = self._ways.get(part.number)
        if found is None:
            found = 0
            for way in part.ways:
                found |= self.likely(way)
            self._ways[part.number] = found
        return found


class Stretch(Zone):
    """Zones laid one behind the other, so that a pattern is looked for in all of them at once.

    Between two of them lies a gap, as wide as most patterns reach. What reaches farther may find a beginning in one and
    the rest in the next: `likely` can give more places than that of each zone by itself, and never fewer.
    """

    __slots__ = ("_masks", "_owners", "_starts", "_zones")

    def __init__(self, zones: Sequence[Zone]) -> None:
        super().__init__(zones[0].words, 0, 0)
        self.size = max(zone.size for zone in zones)
        self.names = frozenset().union(*(zone.names for zone in zones))
        self._zones = zones
        self._starts: list[int] = []
        self._owners: list[int] = []
        self._masks: list[int] = []
        for number, zone in enumerate(zones):
            self._starts.append(len(self._owners))
            self._masks.append(zone.all << len(self._owners))
            self._owners += [number] * (zone.size + _GAP)
        self.all = self.of_zones(range(len(zones)))

    def of_zones(self, numbers: Iterable[int]) -> int:
        """All places of some of the zones."""
        out = 0
        for number in numbers:
            out |= self._masks[number]
        return out

    def by_zone(self, places: int) -> dict[int, int]:
        """Some places, by the number of the zone that they are in, as places of that."""
        out: dict[int, int] = {}
        while places:
            number = self._owners[(places & -places).bit_length() - 1]
            zone, start = self._zones[number], self._starts[number]
            out[number] = places >> start & zone.all
            end = start + zone.size
            places = places >> end << end
        return out

    def _behind(self, places: int, least: int) -> int:
        return _spread(places << least, self.size - least)

    def _ahead(self, places: int, least: int) -> int:
        return _spread_back(places >> least, self.size - least)

    def _places(self) -> dict[str, int]:
        words: list[str | None] = []
        for zone in self._zones:
            words += zone.words.words[zone.start : zone.stop]
            words += [None] * _GAP
        return _places_of(words)

    def _matched(self, step: Step, places: int) -> int:
        good, current = 0, -1
        for at in each(places):
            number = self._owners[at]
            if number != current:
                current, zone = number, self._zones[number]
                words, shift = zone.words, zone.start - self._starts[number]
                words.until(zone.stop)
            if step(words, at + shift):
                good |= 1 << at
        return good


_GAP = 8
"""How many places lie between two zones of a stretch."""


def _places_of(words: Sequence[str | None]) -> dict[str, int]:
    """The places of words, by each of them and by what it is known by; there may be places without one."""
    known: dict[str, int] = {}
    get = known.get
    place = 1
    for word in words:
        if word:
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
