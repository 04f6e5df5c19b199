"""Running patterns over words.

A pattern is a tree of small functions. Each takes the words of a text and a place among them, and gives the places
where what it stands for may end, in the order in which a backtracking engine would try them. Every place is given once,
so the time is bounded whatever the pattern. Nothing depends on the words that were met before.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from medlint.bounds import Bounds
from medlint.packs.pattern_nodes import Pattern, WordList
from medlint.packs.shape import Shape, parts_of, shape_of
from medlint.places import Plan, Zone, each
from medlint.plans import Planner
from medlint.steps import (
    First,
    Step,
    Words,
    either,
    in_sequence,
    looking,
    of_class,
    of_letters,
    of_phrases,
    remembered,
    repeated,
)

TREATMENT_MARKS = range(0xE000, 0xE800)
CONDITION_MARKS = range(0xE800, 0xF900)
"""The private-use characters that stand for names of treatments and conditions in masked text."""

Quoted = tuple[int, int, int]
"""An end, and the range of words that is quoted on the way there (-1, -1: none)."""


_REMEMBERED = 200
"""For so many texts it is remembered where word lists were found to end."""


class Masks(NamedTuple):
    """Which names a pattern wants masked in the text that it is matched against."""

    treatments: bool
    conditions: bool


class _Ready(NamedTuple):
    """A pattern made ready to run."""

    step: Step
    quoting: Callable[[Words, int], Sequence[Quoted]] | None


class Matcher:
    """Makes functions of patterns and remembers them; `lists` holds the word lists that they refer to."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._lists = lists
        self._ready: dict[str, _Ready] = {}
        self._plans: dict[str, tuple[Plan, ...] | None] = {}
        self._recent: OrderedDict[Words, None] = OrderedDict()
        self._bounds = Bounds(lists)
        self._planner = Planner(lists, self._bounds, self._step)
        self._masks: dict[str, Masks] = {}
        self._list_steps: dict[str, Step] = {}
        self._list_masks: dict[str, Masks] = {}
        self._phrase_steps: dict[str, Step] = {}
        self._letter_steps: dict[str, Step] = {}
        self._class_steps: dict[str, Step] = {}

    def masks(self, pattern: Pattern) -> Masks:
        """Which masked text a pattern is for."""
        found = self._masks.get(pattern.regex)
        if found is None:
            found = self._masks[pattern.regex] = self._masks_of(shape_of(pattern.regex))
        return found

    def places(self, pattern: Pattern, zone: Zone) -> int:
        """The places in a zone where a pattern is worth trying. Raises SearchTimeoutError."""
        places = zone.starts.get(pattern.regex)
        if places is None:
            places = zone.starts[pattern.regex] = self.likely(pattern, zone, zone.all)
        return places

    def search(self, pattern: Pattern, zone: Zone) -> Sequence[tuple[int, int]]:
        """Ranges of the text that a pattern quotes in a zone. Raises SearchTimeoutError."""
        found = zone.found.get(pattern.regex)
        if found is None:
            found = zone.found[pattern.regex] = tuple(self._search(pattern, zone))
        return found

    def _search(self, pattern: Pattern, zone: Zone) -> Iterator[tuple[int, int]]:
        places = self.places(pattern, zone)
        if not places:
            return
        ready, words, after = self._made(pattern.regex), zone.words, 0
        words.until(zone.stop)
        for place in each(places):
            if place < after:
                continue
            at = zone.start + place
            found = ready.step(words, at)
            if not found:
                continue
            stop, a, b = found[0], at, found[0]
            if ready.quoting:
                stop, first, last = ready.quoting(words, at)[0]
                if first >= 0:
                    a, b = first, last
            if b > a:
                yield words.starts[a], words.ends[b - 1]
                words.until(zone.stop)
            after = max(stop - zone.start, place + 1)

    def likely(self, pattern: Pattern, zone: Zone, within: int) -> int:
        """The same for some places of a zone, worked out anew. Raises SearchTimeoutError."""
        if not zone.size:
            return 0
        regex = pattern.regex
        if regex not in self._plans:
            self._plans[regex] = self._planner.plans(shape_of(regex))
        plans = self._plans[regex]
        if plans is None:
            return 0 if any(need.isdisjoint(zone.names) for need in pattern.needs) else within
        self._remember(zone.words)
        found = 0
        for plan in plans:
            found |= zone.likely(plan, within)
        return found

    def _remember(self, words: Words) -> None:
        """Let the texts that were searched long ago forget where word lists were found to end."""
        if words not in self._recent:
            self._recent[words] = None
            if len(self._recent) > _REMEMBERED:
                oldest, _ = self._recent.popitem(last=False)
                oldest.forget()

    def step(self, pattern: Pattern) -> Step:
        """What runs a pattern at one place."""
        return self._made(pattern.regex).step

    def check(self, pattern: Pattern) -> bool:
        """Make all of a pattern; whether it can match nothing at all. Raises re.error."""
        for part in parts_of(shape_of(pattern.regex)):
            if part[0] in ("letters", "class"):
                re.compile(part[1])
        return bool(self.step(pattern)(Words(""), 0))

    def _made(self, regex: str) -> _Ready:
        """A pattern made ready; most never are, as few can match on a page."""
        if regex not in self._ready:
            shape = shape_of(regex)
            quoting = self._quoting(shape) if any(part[0] == "quote" for part in parts_of(shape)) else None
            self._ready[regex] = _Ready(self._step(shape), quoting)
        return self._ready[regex]

    def _masks_of(self, shape: Shape) -> Masks:
        treatments = conditions = False
        for part in parts_of(shape):
            own, content = Masks(False, False), part[-1]
            if part[0] == "class":
                codes = [ord(c) for c in content if "\ue000" <= c <= "\uf8ff"]
                own = Masks(any(c in TREATMENT_MARKS for c in codes), any(c in CONDITION_MARKS for c in codes))
            elif part[0] == "list":
                if content not in self._list_masks:
                    found = [self._masks_of(shape_of(regex)) for regex, _ in self._lists[content].others]
                    both = any(m.treatments for m in found), any(m.conditions for m in found)
                    self._list_masks[content] = Masks(*both)
                own = self._list_masks[content]
            treatments, conditions = treatments or own.treatments, conditions or own.conditions
        return Masks(treatments, conditions)

    def _step(self, shape: Shape) -> Step:
        what = shape[0]
        if what == "phrases":
            return self._phrases(shape[1])
        if what == "list":
            return self._list(shape[1])
        if what == "letters":
            return self._letters(shape[1])
        if what == "class":
            return self._class(shape[1])
        if what == "seq":
            return in_sequence([self._step(part) for part in shape[1:]])
        if what == "alt":
            return either([self._step(part) for part in shape[1:]], [self._bounds.first(part) for part in shape[1:]])
        if what == "repeat":
            return repeated(self._step(shape[1]), *shape[2:])
        if what == "look":
            return looking(self._step(shape[1]), behind=shape[2], wanted=shape[3])
        return self._step(shape[1])

    def _quoting(self, shape: Shape) -> Callable[[Words, int], Sequence[Quoted]]:
        """As a step, with what is quoted on the way."""
        what = shape[0]
        if what == "quote":
            inner = self._step(shape[1])
            return lambda words, at: [(end, at, end) for end in inner(words, at)]
        if all(part[0] != "quote" for part in parts_of(shape)):
            plain = self._step(shape)
            return lambda words, at: [(end, -1, -1) for end in plain(words, at)]
        if what == "alt":
            branches = [self._quoting(part) for part in shape[1:]]
            return lambda words, at: [one for branch in branches for one in branch(words, at)]
        if what == "repeat":
            return self._quoting_repeat(shape)
        parts = [self._quoting(part) for part in shape[1:]]

        def run(words: Words, at: int) -> Sequence[Quoted]:
            found: Sequence[Quoted] = [(at, -1, -1)]
            for part in parts:
                following = []
                for end, first, last in found:
                    for new, a, b in part(words, end):
                        following.append((new, first, last) if first >= 0 else (new, a, b))
                found = list(dict.fromkeys(following))
            return found

        return run

    def _quoting_repeat(self, shape: Shape) -> Callable[[Words, int], Sequence[Quoted]]:
        inner = self._quoting(shape[1])
        _, _, least, most, lazy = shape

        def run(words: Words, at: int) -> Sequence[Quoted]:
            found: dict[Quoted, None] = {}

            def go(state: Quoted, done: int) -> None:
                if lazy and done >= least:
                    found[state] = None
                if most is None or done < most:
                    for new, a, b in inner(words, state[0]):
                        following = (new, state[1], state[2]) if state[1] >= 0 else (new, a, b)
                        if new > state[0]:
                            go(following, done + 1)
                        elif done + 1 >= least:
                            found[following] = None
                if not lazy and done >= least:
                    found[state] = None

            go((at, -1, -1), 0)
            return list(found)

        return run

    def _phrases(self, content: str) -> Step:
        if content not in self._phrase_steps:
            self._phrase_steps[content] = of_phrases(tuple(p.split(" ")) for p in content.split("|"))
        return self._phrase_steps[content]

    def _list(self, name: str) -> Step:
        if name not in self._list_steps:
            own = self._lists[name]
            plain = of_phrases(phrase for group in own.plain.values() for phrase in group)
            if own.others:
                shapes = [shape_of(regex) for regex, _ in own.others]
                begins = First(frozenset(phrase[0] for group in own.plain.values() for phrase in group))
                whole = either([plain, *map(self._step, shapes)], [begins, *map(self._bounds.first, shapes)])
                self._list_steps[name] = remembered(name, whole)
            else:
                self._list_steps[name] = plain
        return self._list_steps[name]

    def _letters(self, regex: str) -> Step:
        if regex not in self._letter_steps:
            self._letter_steps[regex] = of_letters(regex)
        return self._letter_steps[regex]

    def _class(self, regex: str) -> Step:
        if regex not in self._class_steps:
            self._class_steps[regex] = of_class(regex)
        return self._class_steps[regex]
