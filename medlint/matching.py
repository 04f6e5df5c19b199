"""Running patterns: compiled when first needed, within a time limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from medlint.evidence.lexicon import needs
from medlint.packs.pattern import Pattern

SEARCH_SECONDS = 1.0
"""How long one search of one block may take."""


class SearchTimeoutError(Exception):
    """A pattern took longer than `SEARCH_SECONDS` on one block."""


@cache
def compiled(source: str) -> Any:
    """The compiled form of a pattern's regular expression."""
    return re.compile(source)


@cache
def _compiled_limited(source: str) -> Any:
    import regex

    return regex.compile(source)


@cache
def masks(source: str) -> tuple[bool, bool]:
    """Which masks of a text a regular expression asks for: treatments, conditions."""
    return needs(source)


def search(pattern: Pattern, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges that a pattern quotes in text[start:end].

    A pattern whose time is bounded by its form runs on `re`; any other on `regex`, which has a time
    limit. Raises SearchTimeoutError.
    """
    if not pattern.wild:
        found = compiled(pattern.regex).finditer(text, start, end)
    else:
        found = _compiled_limited(pattern.regex).finditer(text, start, end, timeout=SEARCH_SECONDS)
    try:
        for m in found:
            quoted = m.lastgroup and next((name for name, part in m.groupdict().items() if part is not None), None)
            at = m.span(quoted) if quoted else m.span()
            if at[1] > at[0]:
                yield at
    except TimeoutError:
        raise SearchTimeoutError from None
