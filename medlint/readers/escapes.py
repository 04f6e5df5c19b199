"""Strings as programming and data languages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from medlint.document import Builder
from medlint.expressions import expression

Style = Literal["json", "yaml", "toml", "js", "single", "raw"]
"""`json`, `yaml`, `toml` and `js` know backslash escapes; in `single` only a doubled apostrophe; in `raw` nothing."""

Piece = tuple[str, int, int]
"""Some text and the source range that writes it; verbatim when both are of one length."""

_ESCAPE = expression(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))"
    r"|(?P<join>[ \t]*(?:\r\n|\r|\n)\s*)"
    r"|(?P<one>.))",
    re.S,
)
# JavaScript keeps the white space behind a line that is continued, and has code points in braces.
_JS_ESCAPE = expression(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{0*([0-9a-fA-F]{1,6})\})"
    r"|(?P<join>\r\n|[\r\n\u2028\u2029])"
    r"|(?P<one>.))",
    re.S,
)
_APOSTROPHES = expression("''")
_ONE = {
    "0": " ", "a": " ", "b": " ", "e": " ", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_JS_ONE = {"0": " ", "b": " ", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def pieces(source: str, start: int, end: int, style: Style) -> Iterator[Piece]:
    """The text of the string in source[start:end] (without its quotation marks), piece by piece."""
    at = start
    if style != "raw" and source.find("'" if style == "single" else "\\", start, end) >= 0:
        pattern = _APOSTROPHES if style == "single" else _JS_ESCAPE if style == "js" else _ESCAPE
        one = _JS_ONE if style == "js" else _ONE
        for m in pattern.finditer(source, start, end):
            if at < m.start():
                yield source[at : m.start()], at, m.start()
            at = m.end()
            text = "'" if style == "single" else _decoded(m, one)
            if text:
                yield text, m.start(), at
    if at < end:
        yield source[at:end], at, end


def add_escaped(builder: Builder, source: str, start: int, end: int, style: Style) -> None:
    """Add the text of the string in source[start:end] (without its quotation marks) to a block."""
    for text, piece_start, piece_end in pieces(source, start, end, style):
        builder.add_decoded(text, piece_start, piece_end)


def _decoded(m: re.Match[str], one: dict[str, str]) -> str:
    if m["join"]:
        return ""
    if m["one"]:
        return one.get(m["one"], m["one"])
    if m[1]:
        return chr(0x10000 + ((int(m[1], 16) - 0xD800) << 10) + int(m[2], 16) - 0xDC00)
    code = int(m[3] or m[4] or m[5], 16)
    return "\ufffd" if code > 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)
