"""What the readers of line-based markup share: lines, and blocks gathered from lines with inline markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from medlint.document import Block, BlockKind, Builder

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


class Line(NamedTuple):
    """A line without its end: where it starts, and how far it is indented."""

    text: str
    start: int
    indent: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        return not self.text.strip()


Inline = Callable[[Builder, str, int, int], None]
"""Adds source[start:end] to a builder, inline markup undone."""


def lines(source: str) -> list[Line]:
    """The lines of a source."""
    return list(_lines(source))


def _lines(source: str) -> Iterator[Line]:
    for m in _LINE.finditer(source):
        text = m[1].rstrip()
        yield Line(text, m.start(), len(text) - len(text.lstrip()))


def prose(source: str, parts: list[tuple[int, int]], inline: Inline, kind: BlockKind, level: int = 0) -> Block | None:
    """One block from ranges of the source, which are its lines."""
    if not parts:
        return None
    # Inline markup may go over a line end, so it is read in one go; the white space there collapses in the builder.
    builder = Builder()
    if all(source[a[1] : b[0]].strip() == "" for a, b in pairwise(parts)):
        inline(builder, source, parts[0][0], parts[-1][1])
    else:
        for start, end in parts:
            if len(builder):
                builder.add_decoded(" ", start, start + 1)
            inline(builder, source, start, end)
    return builder.build(kind, level=level)
