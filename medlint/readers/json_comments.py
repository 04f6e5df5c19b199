"""Comments in JSON, and keys that are for medlint: `"medlint-disable-line": "RULE -- reason"`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from medlint.comments import Comment, noted
from medlint.readers.escapes import Piece, pieces
from medlint.readers.json_strings import TOKEN

_COLON = re.compile(r"\s*+:")


@dataclass(slots=True)
class _Level:
    """An object or an array that is open: the comments whose keys it has, and the key whose value comes next."""

    is_array: bool
    first: int
    key: re.Match[str] | None = None


def comments(source: str, start: int, end: int) -> list[Comment]:
    """What names medlint in the JSON in source[start:end]. A key's comment has the end of its object as `scope`."""
    return _Reader(source).read(start, end)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Comment] = []
        self.levels: list[_Level] = []
        self.own: list[list[int]] = []  # of each open object, which of `found` are its keys

    def read(self, start: int, end: int) -> list[Comment]:
        """Go through all tokens."""
        texts: list[tuple[Piece, ...]] | None = None  # those of the list that is the value of a key for medlint
        for m in TOKEN.finditer(self.source, start, end):
            token = m.group()
            if token.startswith("//"):
                self.found += noted(self.source, m.start(), m.start() + len(token.rstrip("\r")), 2)
            elif token.startswith("/*"):
                self.found += noted(self.source, m.start(), m.end(), 2, 2 * token.endswith("*/"))
            elif m["mark"]:
                texts = self._mark(m, texts)
            elif m.lastgroup in ("string", "lines"):
                self._string(m, texts)
            elif self.levels and self.levels[-1].key:
                self._put(self.levels[-1], (), m.end())
            elif texts is not None:
                texts.append(())
        return self.found

    def _string(self, m: re.Match[str], texts: list[tuple[Piece, ...]] | None) -> None:
        level = self.levels[-1] if self.levels else None
        group = m.lastgroup or ""
        written = tuple(pieces(self.source, *m.span(group), "json")) or (("", m.start(group), m.start(group)),)
        if texts is not None and level and level.is_array:
            texts.append(written)
        elif level and level.key:
            self._put(level, written, m.end())
        elif level and not level.is_array and _COLON.match(self.source, m.end()):
            top = len(self.levels) == 1
            if m[group].startswith("medlint-") or (top and m[group] == "medlint"):
                level.key = m

    def _mark(self, m: re.Match[str], texts: list[tuple[Piece, ...]] | None) -> list[tuple[Piece, ...]] | None:
        mark = m.group()
        level = self.levels[-1] if self.levels else None
        if mark in "{[":
            if mark == "[" and level and level.key:
                texts = []
            elif texts is not None:
                texts.append(())
            self.levels.append(_Level(mark == "[", len(self.found)))
            self.own.append([])
        elif mark in "}]" and level:
            self.levels.pop()
            for number in self.own.pop():
                self.found[number] = self.found[number]._replace(scope=m.start())
            outer = self.levels[-1] if self.levels else None
            if outer and outer.key:
                good = bool(texts) and mark == "]" and all(texts or ())
                for written in (texts or ()) if good else [()]:
                    self._put(outer, written, m.end(), last=False)
                outer.key = None
                texts = None
        elif mark == "," and level and level.key:
            self._put(level, (), m.start())  # a number or null, which are no tokens
        return texts

    def _put(self, level: _Level, written: tuple[Piece, ...], end: int, *, last: bool = True) -> None:
        key = level.key
        if key is None:
            return
        self.own[-1].append(len(self.found))
        group = key.lastgroup or ""
        self.found.append(Comment(key.start(), end, written, key[group], key.start(group)))
        if last:
            level.key = None
