"""A file of lines of which only those are read that are asked for.

The first line tells how long the file is and its check sum, the second is the head, in JSON. A line of the rest is
known by its offset, so that the time to open a file hardly grows with it. Reading one runs nothing.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zlib import crc32

FORMAT = 4

KINDS_OF_DAMAGE = (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError)
"""What reading something can raise that is no such file, or not whole."""


class Store:
    """An open file. Raises one of `KINDS_OF_DAMAGE` for any other file, and for one that is cut short.

    The check sum is compared only if `verify`, as that reads the whole file.
    """

    def __init__(self, data: bytes | mmap.mmap, *, verify: bool = True) -> None:
        first = data.find(b"\n")
        what, version, size, check = json.loads(data[:first])
        if (what, version, size) != ("medlint", FORMAT, len(data) - first - 1):
            raise ValueError("not a whole file of this format")
        self._data = data
        if verify and check != crc32(memoryview(data)[first + 1 :]):
            raise ValueError("spoilt")
        end = data.find(b"\n", first + 1)
        self.head: dict[str, Any] = json.loads(data[first + 1 : end])
        self._start = end + 1

    @classmethod
    def open(cls, path: Path, *, verify: bool = True) -> Store:
        """The file at a path. It is mapped into memory; whoever replaces it does not disturb those who have it open."""
        with path.open("rb") as file:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), verify=verify)

    def line(self, offset: int) -> str:
        """The line at an offset."""
        start = self._start + offset
        return self._data[start : self._data.find(b"\n", start)].decode()

    def value(self, offset: int) -> Any:
        """The JSON of the line at an offset."""
        return json.loads(self.line(offset))


class Writer:
    """Lines on their way into a store; the same line twice is written once."""

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}
        self._size = 0

    def line(self, text: str) -> int:
        """The offset of a line, which must hold no line break."""
        if text not in self._lines:
            self._lines[text] = self._size
            self._size += len(text.encode()) + 1
        return self._lines[text]

    def value(self, value: Any) -> int:
        """The offset of a line of JSON."""
        return self.line(_json(value))

    def bytes(self, head: dict[str, Any]) -> bytes:
        """The whole file."""
        body = "".join(f"{text}\n" for text in (_json(head), *self._lines)).encode()
        return f"{_json(['medlint', FORMAT, len(body), crc32(body)])}\n".encode() + body


def _json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


SEPARATOR = "\x1f"
"""Between the parts of a row. Python counts it as white space, so it is in no word."""


def row(parts: Iterable[str]) -> str:
    """Texts as one."""
    return SEPARATOR.join(parts)


def parts(row: str) -> list[str]:
    """The texts of a row that is not empty."""
    return row.split(SEPARATOR)
