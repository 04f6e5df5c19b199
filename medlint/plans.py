"""Making the plans of patterns: what every match must hold, and how far apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from medlint.bounds import ENDLESS, Bounds
from medlint.packs.pattern_nodes import WordList
from medlint.packs.shape import Shape, shape_of
from medlint.places import Part, Plan
from medlint.steps import First, Step


class Planner:
    """Makes plans. `lists` are what patterns refer to, `bounds` tells of their pieces, and `step_of` makes one run."""

    def __init__(self, lists: Mapping[str, WordList], bounds: Bounds, step_of: Callable[[Shape], Step]) -> None:
        self._lists = lists
        self._bounds = bounds
        self._step_of = step_of
        self._parts: dict[Shape, int] = {}
        self._steps: dict[int, Step] = {}
        self._list_ways: dict[str, tuple[Plan, ...]] = {}

    def plans(self, shape: Shape) -> tuple[Plan, ...] | None:
        """The plans of all ways to match; None where one of them has no plan."""
        plans = [self._plan(way) for way in _ways(shape)]
        return tuple(plans) if all(plans) else None

    def _plan(self, way: Shape) -> Plan:
        """The pieces of a sequence that cannot be empty, as far as they tell anything, and looks behind before them."""
        found: list[Part] = []
        looks: list[Part] = []
        least = most = 0
        for piece in _pieces(way):
            if piece[0] == "look" and piece[2]:
                number = self._parts.setdefault(piece, len(self._parts))
                looks.append(Part(number, None, partial(self._step, number, piece), least, most))
                least = most = 0
                continue
            shortest, longest = self._bounds.length(piece)
            words = self._bounds.first(piece).words
            if shortest and (words is not None or piece[0] == "list"):
                number = self._parts.setdefault(piece, len(self._parts))
                step = None if self._is_told_by_first(piece) else partial(self._step, number, piece)
                ways = self._ways_of(piece[1]) if words is None else ()
                found += [*looks, Part(number, words, step, least, most, ways)]
                looks = []
                least = most = 0
            least, most = least + shortest, min(ENDLESS, most + longest)
        return tuple(found)

    def _step(self, number: int, piece: Shape) -> Step:
        if number not in self._steps:
            self._steps[number] = self._step_of(piece)
        return self._steps[number]

    def _ways_of(self, name: str) -> tuple[Plan, ...]:
        """The plans of a list of which some entry may begin with any word; none where that one has no plan."""
        if name not in self._list_ways:
            own = self._lists[name]
            shapes = [way for regex, _ in own.others for way in _ways(shape_of(regex))]
            firsts = [self._bounds.first(shape) for shape in shapes]
            open_ = [self._plan(shape) for shape, first in zip(shapes, firsts, strict=True) if _is_open(first)]
            known = [first.words for first in firsts if first.words and not _is_open(first)]
            plain = frozenset(phrase[0] for group in own.plain.values() for phrase in group).union(*known)
            number = self._parts.setdefault(("begins", name), len(self._parts))
            self._list_ways[name] = (*open_, (Part(number, plain, None, 0, 0),)) if all(open_) else ()
        return self._list_ways[name]

    def _is_told_by_first(self, piece: Shape) -> bool:
        """Whether the first word decides if a piece matches."""
        if piece[0] == "phrases":
            return " " not in piece[1]
        if piece[0] == "list":
            own = self._lists[piece[1]]
            return not own.others and all(len(phrase) == 1 for group in own.plain.values() for phrase in group)
        return bool(piece[0] == "class")


def _is_open(first: First) -> bool:
    return first.words is None or first.may_be_empty


def _ways(shape: Shape) -> Iterator[Shape]:
    """The alternatives of a pattern as a whole."""
    if shape[0] == "quote":
        yield from _ways(shape[1])
    elif shape[0] == "alt":
        for part in shape[1:]:
            yield from _ways(part)
    else:
        yield shape


def _pieces(shape: Shape) -> Iterator[Shape]:
    """What follows one another in a way to match."""
    if shape[0] == "seq":
        for part in shape[1:]:
            yield from _pieces(part)
    elif shape[0] == "quote":
        yield from _pieces(shape[1])
    else:
        yield shape
