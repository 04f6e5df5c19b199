"""Running patterns: compiled when first needed, within a time limit.

A word list of hundreds of entries makes a large expression, and few of its entries occur on any page. So
patterns are compiled with those entries alone whose words have been seen so far; when a page brings new
words, the patterns whose lists they concern are compiled again. What matches is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from medlint.packs.pattern import Pattern, WordList, expand, references

SEARCH_SECONDS = 1.0
"""How long one search of one block may take."""

TREATMENT_MARKS = range(0xE000, 0xE800)
CONDITION_MARKS = range(0xE800, 0xF800)
"""The private-use characters that stand for names of treatments and conditions in masked text."""


class SearchTimeoutError(Exception):
    """A pattern took longer than `SEARCH_SECONDS` on one block."""


class Masks(NamedTuple):
    """Which names a pattern wants masked in the text that it is matched against."""

    treatments: bool
    conditions: bool


class _Ready(NamedTuple):
    """A compiled pattern, the masks it wants, and the lists it was made with in their state then."""

    compiled: Any
    masks: Masks
    lists: tuple[str, ...]
    state: tuple[int, ...]


class Matcher:
    """Compiles patterns and remembers them; `lists` holds the word lists that they refer to."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._lists = lists
        self._seen: set[str] = set()
        self._state = dict.fromkeys(lists, 0)
        self._regex: dict[str, str] = {}
        self._below: dict[str, tuple[str, ...]] = {}
        self._ready: dict[str, _Ready] = {}

    def learn(self, words: AbstractSet[str]) -> None:
        """Make known the words of a text before patterns are run on it."""
        new = words - self._seen
        if not new:
            return
        self._seen |= new
        for name, own in self._lists.items():
            if own.plain.keys() & new or any(need & new for _, needs in own.others for need in needs):
                self._state[name] += 1
                self._regex.pop(name, None)

    def masks(self, pattern: Pattern) -> Masks:
        """Which masked text a pattern is for."""
        return self._get(pattern).masks

    def search(self, pattern: Pattern, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Ranges that a pattern quotes in text[start:end]. Raises SearchTimeoutError.

        A pattern whose time is bounded by its form runs on `re`; any other on `regex`, which has a time
        limit.
        """
        compiled = self._get(pattern).compiled
        if pattern.wild:
            found = compiled.finditer(text, start, end, timeout=SEARCH_SECONDS)
        else:
            found = compiled.finditer(text, start, end)
        try:
            for m in found:
                quoted = m.lastgroup and next((name for name, part in m.groupdict().items() if part is not None), None)
                at = m.span(quoted) if quoted else m.span()
                if at[1] > at[0]:
                    yield at
        except TimeoutError:
            raise SearchTimeoutError from None

    def _get(self, pattern: Pattern) -> _Ready:
        ready = self._ready.get(pattern.regex)
        if ready is None or any(self._state[name] != then for name, then in zip(ready.lists, ready.state, strict=True)):
            source = expand(pattern.regex, self._list_regex)
            codes = {ord(c) for c in source if c >= "\ue000"}
            masks = Masks(any(c in TREATMENT_MARKS for c in codes), any(c in CONDITION_MARKS for c in codes))
            names = self._all_lists(pattern.regex)
            state = tuple(self._state[name] for name in names)
            ready = _Ready(compile_pattern(source, wild=pattern.wild), masks, names, state)
            self._ready[pattern.regex] = ready
        return ready

    def _list_regex(self, name: str) -> str:
        if name not in self._regex:
            self._regex[name] = self._lists[name].regex(self._seen)
        return self._regex[name]

    def _all_lists(self, regex: str) -> tuple[str, ...]:
        """The lists that an expression refers to, and those that they refer to."""
        names: dict[str, None] = {}
        for name in references(regex):
            if name not in self._below:
                others = "".join(other for other, _ in self._lists[name].others)
                self._below[name] = (name, *self._all_lists(others))
            names |= dict.fromkeys(self._below[name])
        return tuple(names)


def compile_pattern(source: str, *, wild: bool) -> Any:
    """The compiled form of a whole regular expression. Raises re.error or regex.error."""
    if not wild:
        return re.compile(source)
    import regex

    return regex.compile(source)
