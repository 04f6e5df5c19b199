"""From the offsets that parsers give to code points."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable


def code_points(text: str, base: int = 0) -> Callable[[int], int]:
    """From UTF-8 byte offsets in `text` to code points, counted from `base`."""
    if text.isascii():
        return base.__add__
    inner = [m.start() for m in re.finditer(rb"[\x80-\xbf]", text.encode(errors="replace"))]
    return lambda at: base + at - bisect_left(inner, at)
