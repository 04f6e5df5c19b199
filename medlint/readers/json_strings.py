"""String values of JSON, with their key paths and positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from medlint.readers.escapes import pieces
from medlint.readers.states import is_state
from medlint.readers.values import Value

# A string that goes over a line end is one only where the JSON goes on behind it: else its closing quote is missing.
# A comment or a string that never ends is gone through only once, so that the whole takes linear time.
TOKEN = re.compile(
    r'"(?P<string>[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+)"'
    r'|"(?P<lines>[^"\\]*+(?:\\.[^"\\]*+)*+)"(?=\s*+(?:[,:}\]]|\Z))'
    r"|(?P<mark>[{}\[\],:])"
    r"|(?P<literal>true|false)\b"
    r"|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|\\.",
    re.S,
)
_MAX_DEPTH = 200


class StringValue(NamedTuple):
    """A string value: where it stands in the data (`faq[2].answer`) and in the source, quotation marks left out."""

    key_path: str
    start: int
    end: int


class _Level:
    """An object or an array that is open."""

    __slots__ = ("index", "is_array", "key", "path")

    def __init__(self, path: str, is_array: bool) -> None:
        self.path = path
        self.is_array = is_array
        self.index = 0
        self.key: str | None = None

    def here(self) -> str:
        """The key path of the value that comes next."""
        if self.is_array:
            return f"{self.path}[{self.index}]"
        return f"{self.path}.{self.key}" if self.path and self.key else self.path or self.key or ""


def strings(source: str, start: int, end: int, *, states: bool = False) -> list[StringValue]:
    """The string values of the JSON in source[start:end], in order.

    Comments, trailing commas and other slips are borne; what cannot be made out is left out. With `states`, the
    `true` or `false` of keys such as `draft` are given as well.
    """
    found: list[StringValue] = []
    levels = [_Level("", False)]
    pending: str | None = None  # a string in an object, a key if a colon follows

    for m in TOKEN.finditer(source, start, end):
        level = levels[-1]
        mark = m["mark"]
        group = m.lastgroup
        if group in ("string", "lines"):
            if level.is_array or level.key is not None:
                found.append(StringValue(level.here(), m.start(group), m.end(group)))
                level.key = None
            else:
                pending = m[group]
        elif group == "literal":
            if states and level.key and is_state(level.key):
                found.append(StringValue(level.here(), m.start(), m.end()))
        elif mark == ":":
            if pending is not None:
                level.key = pending
                pending = None
        elif mark == ",":
            level.index += 1
            level.key = None
        elif mark in ("{", "["):
            deep = len(levels) > _MAX_DEPTH
            levels.append(_Level(level.path if deep else level.here(), mark == "["))
        elif mark in ("}", "]") and len(levels) > 1:
            levels.pop()
    return found


def values(source: str, start: int, end: int, *, states: bool = False) -> Iterator[Value]:
    """The string values of the JSON in source[start:end], with how the source writes each."""
    for key_path, value_start, value_end in strings(source, start, end, states=states):
        yield Value(key_path, pieces(source, value_start, value_end, "json"))
