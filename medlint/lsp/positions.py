"""Places in a text as editors count them: lines from 0, and in a line UTF-8, UTF-16 or UTF-32 code units."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from lsprotocol.types import Position, PositionEncodingKind, Range

from medlint.document import Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_WIDER = {
    PositionEncodingKind.Utf8: re.compile("[^\x00-\x7f]"),
    PositionEncodingKind.Utf16: re.compile("[\U00010000-\U0010ffff]"),
    PositionEncodingKind.Utf32: re.compile("(?!)"),
}
"""The characters that are more than one code unit."""

_LONE = re.compile("[\ud800-\udfff]")
MARK = "\ufeff"
"""The byte order mark; some editors leave it at the beginning of the text."""


def whole(text: str) -> str:
    """A text in which half a surrogate pair, which is no character, is replaced by one that is as long."""
    return _LONE.sub("\ufffd", text)


class Positions:
    """The places of one text. Offsets are code points, and do not count a byte order mark that it begins with.

    A position beyond the end of a line is at its end, one within a character at its beginning.
    """

    def __init__(self, text: str, encoding: PositionEncodingKind | str = PositionEncodingKind.Utf16) -> None:
        kind = PositionEncodingKind(encoding)
        self._lead = int(text.startswith(MARK))
        self._length = len(text)
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(m.end() for m in ends)]
        self._ends = [*(m.start() for m in ends), len(text)]
        wide = [] if text.isascii() else list(_WIDER[kind].finditer(text))
        self._wide = [m.start() for m in wide]
        more = (len(m[0].encode()) - 1 if kind is PositionEncodingKind.Utf8 else 1 for m in wide)
        self._more = [0, *accumulate(more)]

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        offset = min(max(offset + self._lead, 0), self._length)
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(offset) - self._units(self._starts[line]))

    def range(self, span: Span) -> Range:
        """The range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a position."""
        if position.line >= len(self._starts):
            return self._length - self._lead
        start, end = self._starts[position.line], self._ends[position.line]
        wanted = self._units(start) + position.character
        at = bisect_right(range(start, end + 1), wanted, key=self._units) - 1
        return max(start + at - self._lead, 0)

    def span(self, range_: Range) -> Span:
        """The span of a range."""
        return Span(self.offset(range_.start), self.offset(range_.end))

    def _units(self, offset: int) -> int:
        """How many code units stand before an offset."""
        return offset + self._more[bisect_left(self._wide, offset)]
