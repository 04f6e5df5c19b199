"""Running patterns: compiled when first needed, within a time limit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from medlint.packs.pattern import Pattern, expand

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


class Matcher:
    """Compiles patterns and remembers them; `lists` holds the word lists that they refer to."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        self._lists = lists
        self._compiled: dict[str, tuple[Any, Masks]] = {}

    def masks(self, pattern: Pattern) -> Masks:
        """Which masked text a pattern is for."""
        return self._get(pattern)[1]

    def search(self, pattern: Pattern, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Ranges that a pattern quotes in text[start:end]. Raises SearchTimeoutError.

        A pattern whose time is bounded by its form runs on `re`; any other on `regex`, which has a time
        limit.
        """
        compiled = self._get(pattern)[0]
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

    def _get(self, pattern: Pattern) -> tuple[Any, Masks]:
        known = self._compiled.get(pattern.regex)
        if known is None:
            source = expand(pattern.regex, self._lists)
            codes = {ord(c) for c in source if c >= "\ue000"}
            masks = Masks(any(c in TREATMENT_MARKS for c in codes), any(c in CONDITION_MARKS for c in codes))
            known = self._compiled[pattern.regex] = (compile_pattern(source, wild=pattern.wild), masks)
        return known


def compile_pattern(source: str, *, wild: bool) -> Any:
    """The compiled form of a whole regular expression. Raises re.error or regex.error."""
    if not wild:
        return re.compile(source)
    import regex

    return regex.compile(source)
