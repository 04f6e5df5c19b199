"""A text as it was and as it is, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Piece(NamedTuple):
    """Some text that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


def compared(before: str, after: str) -> list[Piece]:
    """The pieces of both texts in order: all but those that are new are `before`, all but those gone are `after`.

    Lines are held against each other first, then the words of lines that differ, so that long texts stay quick.
    """
    lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    pieces: list[Piece] = []
    for same, old, new in _ranges(*lines):
        pieces += [Piece("same", old)] if same else _words(old, new)
    return [piece for piece in pieces if piece.text]


def _words(before: str, after: str) -> Iterator[Piece]:
    """The pieces of two texts, word by word; changes that hardly a word parts are one."""
    ranges = list(_ranges(_WORDS.findall(before), _WORDS.findall(after)))
    gone = new = ""
    for i, (same, old, fresh) in enumerate(ranges):
        parts_changes = 0 < i < len(ranges) - 1 and len(old.split()) <= 1
        if same and not parts_changes:
            yield from (Piece("gone", gone), Piece("new", new), Piece("same", old))
            gone = new = ""
        else:
            gone, new = gone + old, new + fresh
    yield from (Piece("gone", gone), Piece("new", new))


def _ranges(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """Whether two ranges are the same, and what they are, in order."""
    for tag, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        yield tag == "equal", "".join(before[a:b]), "".join(after[c:d])
