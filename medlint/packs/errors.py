"""Mistakes in packs and data files: all of them at once, each at its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Mistake(NamedTuple):
    """One mistake; `line` and `column` count from 1, `excerpt` is the line it stands in."""

    path: str
    line: int
    column: int
    message: str
    excerpt: str = ""

    def __str__(self) -> str:
        shown = f"\n    {self.excerpt.strip()[:120]}" if self.excerpt.strip() else ""
        return f"{self.path}:{self.line}:{self.column}: {self.message}{shown}"


class PackError(Exception):
    """Packs that cannot be used. `mistakes` holds everything found, in file order."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = sorted(set(mistakes))
        super().__init__("\n".join(map(str, self.mistakes)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """“; did you mean “x”?” for a near miss, else an empty string."""
    import difflib

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean “{near[0]}”?" if near else ""
