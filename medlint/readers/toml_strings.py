"""String values of TOML, with their key paths and positions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from medlint.comments import Comment, noted
from medlint.readers.escapes import Style, pieces
from medlint.readers.states import is_state
from medlint.readers.values import DataError, Value

_TOKEN = re.compile(
    r'"""(?:\r?\n)?(?P<basic_block>(?:[^"\\]|\\.|"(?!""(?!"))|"(?=""""))*+)"""'
    r"|'''(?:\r?\n)?(?P<literal_block>(?:[^']|'(?!''(?!'))|'(?=''''))*+)'''"
    r'|"(?P<basic>(?:[^"\\\n]|\\.)*+)"'
    r"|'(?P<literal>[^'\n]*+)'"
    r"|(?P<bare>[A-Za-z0-9_-]+)"
    r"|(?P<mark>[\[\]{},=\n])"
    r"|#[^\n]*",
    re.S,
)
_STYLES: dict[str, Style] = {"basic": "toml", "basic_block": "toml", "literal": "raw", "literal_block": "raw"}
_OPENS = re.compile(r"[ \t]*[=.\]]")
_FOR_MEDLINT = re.compile(r"(?:(?:.*\.)?(?=medlint-))?(medlint(?:-[^.\[]*)?)(?:\[\d+\])?\Z", re.S)
_PLACE = re.compile(r"(.*?)\s*\(at (?:line (\d+), column (\d+)|end of document)\)$", re.S)


def values(source: str, start: int, end: int, *, states: bool = False) -> Iterator[Value]:
    """The string values of the TOML in source[start:end], in order.

    Raises DataError when it is not valid. With `states`, the `true` or `false` of keys such as `draft` are given too.
    """
    text = source[start:end]
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _data_error(text, start, str(error)) from None
    except RecursionError:
        raise DataError(start, "it is nested too deeply.") from None
    return _Scanner(source, states).scan(start, end)


def comments(source: str, start: int, end: int) -> Iterator[Comment]:
    """The comments of the valid TOML in source[start:end] that name medlint, and the values of keys that are for it."""
    begins = 0
    above: list[Comment] = []
    seen = False  # whether anything came on the line below the comments
    for m in _TOKEN.finditer(source, start, end):
        if m.group()[0] == "#":
            above += noted(source, m.start(), m.start() + len(m.group().rstrip("\r")), 1)
        elif m.group() != "\n":
            if m.lastgroup in ("basic_block", "literal_block"):
                # The text that the key on the next line has begins below it.
                yield from (comment._replace(target=m.end()) for comment in above)
                above = []
            seen = True
        elif seen:
            yield from above
            above, seen = [], False
        if not begins and m.group().strip("\"'") == "medlint" and _OPENS.match(source, m.end()):
            begins = m.end() - m.group().endswith(('"', "'")) - len("medlint")
    yield from above
    data = tomllib.loads(source[start:end]).get("medlint")
    texts = [data] if isinstance(data, str) else data
    if data is not None and not (data and isinstance(texts, list) and all(isinstance(text, str) for text in texts)):
        yield Comment(begins, begins + len("medlint"), (), "medlint", begins)
    for key_path, written in values(source, start, end):
        key = _FOR_MEDLINT.match(key_path)
        pieces = tuple(written)
        if key and pieces:
            name = source.rfind(key[1], start, pieces[0][1])
            yield Comment(name, pieces[-1][2] + 1, pieces, key[1], name)


def _data_error(text: str, base: int, told: str) -> DataError:
    m = _PLACE.match(told)
    if m is None or not m[2]:
        return DataError(base + max(len(text) - 1, 0) if m else base, f"{m[1] if m else told}.")
    lines = text.replace("\r\n", "\n").split("\n")[: int(m[2]) - 1]
    line_ends = 2 if "\r\n" in text else 1
    return DataError(base + sum(len(line) + line_ends for line in lines) + int(m[3]) - 1, f"{m[1]}.")


class _Scanner:
    """Walks through TOML that is known to be valid."""

    def __init__(self, source: str, states: bool) -> None:
        self.source = source
        self.states = states
        self.table = ""
        self.counts: dict[tuple[str, ...], int] = {}  # how often the header of an array of tables was seen
        self.stack: list[list[int | str]] = []  # open arrays ([path, index]) and inline tables ([path])
        self.key: list[str] = []
        self.in_key = True

    def scan(self, start: int, end: int) -> Iterator[Value]:
        header = 0  # how many brackets opened a table header
        for m in _TOKEN.finditer(self.source, start, end):
            group = m.lastgroup
            mark = m["mark"]
            if group in _STYLES:
                found = list(pieces(self.source, m.start(group), m.end(group), _STYLES[group]))
                if self.in_key:
                    self.key.append("".join(text for text, _, _ in found))
                else:
                    yield Value(self._here(), found)
            elif group == "bare":
                if self.in_key:
                    self.key.append(m.group())
                elif self.states and m.group() in ("true", "false") and self.key and is_state(self.key[-1]):
                    yield Value(self._here(), [(m.group(), m.start(), m.end())])
            elif mark == "\n":
                if not self.stack:
                    self.in_key, self.key, header = True, [], 0
            elif mark == "[" and self.in_key and not self.stack:
                header += 1
            elif mark == "]" and header:
                if self.key:
                    self.table = self._header(self.key, is_array=header == 2)
                    self.key = []
            elif mark:
                self._punctuation(mark)

    def _punctuation(self, mark: str) -> None:
        if mark == "=":
            self.in_key = False
        elif mark == "[":
            self.stack.append([self._here(), 0])
            self.key = []
        elif mark == "{":
            self.stack.append([self._here()])
            self.key, self.in_key = [], True
        elif mark == "," and self.stack:
            top = self.stack[-1]
            self.key = []
            if len(top) == 2:
                top[1] = int(top[1]) + 1
            else:
                self.in_key = True
        elif mark in ("]", "}") and self.stack:
            self.stack.pop()
            self.key, self.in_key = [], False

    def _here(self) -> str:
        """The key path of the value that comes next."""
        if self.stack and len(self.stack[-1]) == 2:
            return "{}[{}]".format(*self.stack[-1])
        outer = str(self.stack[-1][0]) if self.stack else self.table
        return ".".join([outer, *self.key] if outer else self.key)

    def _header(self, parts: list[str], *, is_array: bool) -> str:
        whole = tuple(parts)
        if is_array:
            self.counts[whole] = self.counts.get(whole, -1) + 1
            for prefix in [p for p in self.counts if len(p) > len(whole) and p[: len(whole)] == whole]:
                del self.counts[prefix]
        path = ""
        for i, part in enumerate(parts, 1):
            path = f"{path}.{part}" if path else part
            if whole[:i] in self.counts:
                path += f"[{self.counts[whole[:i]]}]"
        return path
