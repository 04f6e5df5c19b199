"""Text with HTML character references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.document import Builder
from medlint.expressions import expression
from medlint.readers.escapes import Piece

_REFERENCE = expression(r"&(?:#(?:[xX][0-9a-fA-F]+|[0-9]+);?|[A-Za-z][A-Za-z0-9]*;?)")
_LONGEST = 32


def add_html(builder: Builder, source: str, start: int, end: int, *, attribute: bool = False) -> None:
    """Add the text of source[start:end], character references decoded.

    In an attribute a name without a semicolon is not one when a letter, a digit or `=` follows.
    """
    if source.find("&", start, end) < 0:
        builder.add(source[start:end], start)
        return
    for text, piece_start, piece_end in html_pieces(source, start, end, attribute=attribute):
        builder.add_decoded(text, piece_start, piece_end)


def html_pieces(source: str, start: int, end: int, *, attribute: bool = False) -> Iterator[Piece]:
    """The text of source[start:end] as `add_html` adds it, piece by piece."""
    at = start
    for m in _REFERENCE.finditer(source, start, end):
        text, stop = _decoded(m, attribute)
        if text:
            if at < m.start():
                yield source[at : m.start()], at, m.start()
            yield text, m.start(), stop
            at = stop
    if at < end:
        yield source[at:end], at, end


def _decoded(m: re.Match[str], attribute: bool) -> tuple[str, int]:
    """What a reference stands for ("" when it is plain text) and where it ends."""
    written = m.group()
    if written[1] == "#":
        from html import unescape

        return unescape(written), m.end()
    from html.entities import html5

    name = written[1:]
    if name in html5 and not (attribute and name[-1] != ";" and m.string.startswith("=", m.end())):
        return html5[name], m.end()
    if not attribute:
        for length in range(min(len(name), _LONGEST), 1, -1):
            if name[:length] in html5:
                return html5[name[:length]], m.start() + 1 + length
    return "", m.start()
