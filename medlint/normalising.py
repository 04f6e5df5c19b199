"""Making text of what a reader of a format has put together, with the map back to the source kept right."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from medlint.expressions import expression

WILDCARD = "\ufffc"
"""Stands in a block's text for what cannot be known before rendering (`{{ name }}`) and for addresses."""

Run = tuple[int, int, int]
"""A text offset, and the source range of what begins there."""

# Zero-width and soft-hyphen characters are dropped. White space of any kind becomes one space.
DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_GONE = frozenset(DROPPED)
_SPACE = (
    rf"(?P<space>\x20[\s{DROPPED}]+|\A\x20|\x20\Z|[^\S\x20][\s{DROPPED}]*|[{DROPPED}]+\s[\s{DROPPED}]*)"
    rf"|(?P<gone>[{DROPPED}]+)"
)
_HOLE = (
    r"|(?P<hole>\$\{[^{}\n]{0,200}\}|\{\{.{0,400}?\}\}|\{%.{0,400}?%\}|<%.{0,400}?%>"
    r"|(?:https?://|www\.)[^\s<>\"'\u201d\u2019|]*[^\s<>\"'\u201d\u2019|.,;:!?)\]}*_]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w./<])/(?:[\w*%.~-]+/)+[\w*%.~-]*(?<![.])|(?<![\w./<])/[\w*%~]+-[\w*%~-]*"  # a path: /care/pain-relief
    r"|(?<![\w./-])(?:[\w-]+\.)+[a-z]{2,}/[\w*%./-]*[\w*%/]"
    r"|(?<![\w./-])[\w./-]*\w\.(?:jpe?g|png|gif|webp|svg|html?|css|js|json|pdf|mp4)(?![\w-]|\.\w))"
)
_OF_FILES = (".jp", ".png", ".gif", ".webp", ".svg", ".htm", ".css", ".js", ".pdf", ".mp4")
_SPACE_PIECE = expression(_SPACE)
_PIECE = expression(_SPACE + _HOLE, re.S)


class Link(NamedTuple):
    """An address that stands at a text offset of a block (a link, a bare address or a footnote reference)."""

    offset: int
    target: str


def normalised(source: str, raw: list[Run], links: list[Link]) -> tuple[str, list[Run], list[Link]]:
    """A text with its runs and links: white space collapsed, what has no width dropped, a wildcard for placeholders,
    addresses, paths and names of files."""
    piece = _piece(source)
    if piece is None:
        return source, raw, links
    starts = [run[0] for run in raw]
    out: list[str] = []
    runs: list[Run] = []
    kept: list[tuple[int, int]] = []  # (raw offset, new offset) at the start of every piece
    found: list[Link] = []
    length = 0

    def put(text: str, run: tuple[int, int]) -> None:
        nonlocal length
        runs.append((length, *run))
        out.append(text)
        length += len(text)

    def span(start: int, end: int) -> tuple[int, int]:
        return locate(raw, starts, len(source), start)[0], locate(raw, starts, len(source), end - 1)[1]

    def keep(start: int, end: int) -> None:
        """Copy raw text [start, end), split where the raw runs split."""
        kept.append((start, length))
        i = bisect_right(starts, start) - 1
        while start < end:
            at, source_start, source_end = raw[i]
            i += 1
            following = starts[i] if i < len(starts) else len(source)
            stop = min(end, following)
            if following - at == source_end - source_start:
                put(source[start:stop], (source_start + start - at, source_start + stop - at))
            else:
                put(source[start:stop], (source_start, source_end))
            start = stop

    position = 0
    for m in piece.finditer(source):
        keep(position, m.start())
        position = m.end()
        kept.append((m.start(), length))
        if m.lastgroup == "space":
            if length and position < len(source):
                put(" ", span(m.start(), position))
        elif m.lastgroup == "hole":
            if m.group().startswith(("http", "www.")) or "@" in m.group():
                found.append(Link(length, m.group()))
            put(WILDCARD, span(m.start(), position))
    keep(position, len(source))
    for link in links:
        at, new = kept[bisect_right(kept, (link.offset, length)) - 1]
        found.append(Link(min(new + link.offset - at, length), link.target))
    return "".join(out), runs, sorted(found)


def locate(runs: list[Run], starts: list[int], length: int, offset: int) -> tuple[int, int]:
    """The source range of one character of a text of `length`."""
    i = bisect_right(starts, offset) - 1
    at, source_start, source_end = runs[i]
    following = starts[i + 1] if i + 1 < len(starts) else length
    if following - at == source_end - source_start:
        return source_start + offset - at, source_start + offset - at + 1
    return source_start, source_end


def _piece(text: str) -> re.Pattern[str] | None:
    """The pattern for what has to be changed in `text`, or None when it can stay as it is."""
    if "{" in text or "@" in text or "/" in text or "www." in text or "<%" in text:
        return _PIECE
    if "." in text and any(ending in text for ending in _OF_FILES):
        return _PIECE
    if " ".join(text.split()) != text or not (text.isascii() or _GONE.isdisjoint(text)):
        return _SPACE_PIECE
    return None
