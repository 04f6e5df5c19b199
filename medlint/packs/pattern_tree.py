"""The syntax of patterns: text in, a tree out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


class PatternError(ValueError):
    """A pattern that cannot be used. `offset` is where in the pattern it goes wrong."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Char:
    """A literal character, or a run of letters."""

    char: str


@dataclass(frozen=True, slots=True)
class Class:
    """A character class as in a regular expression: `[a-z]`, `\\w`, `.`."""

    regex: str


@dataclass(frozen=True, slots=True)
class Space:
    """What stands between two words."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of the same clause."""

    most: int


@dataclass(frozen=True, slots=True)
class Ref:
    """A word list."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives. `kind` is `(?:`, or one of the four that look around: `(?=`, `(?!`, `(?<=`, `(?<!`."""

    kind: str
    branches: tuple[Seq, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What a finding quotes."""

    branches: tuple[Seq, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """`^` or `$`: where a sentence begins or ends."""

    regex: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """Something repeated; `most` is None when there is no bound."""

    item: Item
    least: int
    most: int | None


Item = Char | Class | Space | Gap | Ref | Group | Quote | Edge | Repeat
Seq = tuple[Item, ...]

_GAP = re.compile(r"\.\.\.(\d{0,2})(?=[ )|>]|$)")
_LIST = re.compile(r"\{([a-z][a-z0-9-]*)\}")
_OPENING = re.compile(r"\((?:\?(?:[:=!]|<[=!]))?")
_BRACKETS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
# A run of letters, without the last one where that alone is repeated.
_LETTERS = re.compile(r"[^\W\d_]+(?=[^\W\d_](?:[?*+]|\{\d))|[^\W\d_]+(?![^\W\d_]|[?*+]|\{\d)")
_REPEAT = re.compile(r"(?:([?*+])|\{(\d*)(,?)(\d*)\})[?+]?")
# A text shows hyphens, double quotation marks and parentheses to patterns as spaces.
_SPACES = frozenset(' -"')
_ESCAPED_SPACES = frozenset('-"()sW ')


def parse_tree(source: str) -> tuple[Seq, ...]:
    """The alternatives of a pattern. Raises PatternError."""
    parser = _Parser(source)
    branches = parser.branches(None)
    if parser.at < len(source):
        raise PatternError(f"“{source[parser.at]}” closes nothing", parser.at)
    return branches


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def branches(self, closer: str | None) -> tuple[Seq, ...]:
        """Everything up to `closer` or the end."""
        out = [self.sequence(closer)]
        while self.source.startswith("|", self.at):
            self.at += 1
            out.append(self.sequence(closer))
        return tuple(out)

    def sequence(self, closer: str | None) -> Seq:
        items: list[Item] = []
        while self.at < len(self.source):
            char = self.source[self.at]
            if char == "|" or char == closer or (closer is None and char in ")>"):
                break
            item = self.item(char)
            if item is not None:
                items.append(self.repeated(item))
        return tuple(items)

    def item(self, char: str) -> Item | None:
        start, source = self.at, self.source
        if char in _SPACES:
            self.at += 1
            if gap := _GAP.match(source, self.at):
                self.at = gap.end()
                return Gap(int(gap.group(1) or 4))
            return Space()
        if char == "." and (gap := _GAP.match(source, start)):
            self.at = gap.end()
            return Gap(int(gap.group(1) or 4))
        if char == "{":
            if not (name := _LIST.match(source, start)):
                raise PatternError("“{” opens no word list: {name} is lower-case letters, digits and hyphens", start)
            self.at = name.end()
            return Ref(name.group(1), start)
        if char == "<":
            self.at += 1
            inner = self.branches(">")
            self.close(">", start)
            return Quote(inner)
        if char == "(":
            opening = _OPENING.match(source, start)
            assert opening
            self.at = opening.end()
            inner = self.branches(")")
            self.close(")", start)
            return Group("(?:" if opening.group() == "(" else opening.group(), inner)
        if char == "[":
            if not (end := _BRACKETS.match(source, start)):
                raise PatternError("“[” is never closed", start)
            self.at = end.end()
            return Space() if end.group() in ("[ ]", "[- ]", "[ -]", r"[\s-]", r"[-\s]") else Class(end.group())
        if char == "\\":
            return self.escape(start)
        if letters := _LETTERS.match(source, start):
            self.at = letters.end()
            return Char(letters.group().lower())
        self.at += 1
        if char == ".":
            return Class(char)
        if char in "^$":
            return Edge(char)
        if char in "*+?":
            raise PatternError(f"“{char}” repeats nothing", start)
        return Char(char.lower())

    def escape(self, start: int) -> Item | None:
        if start + 1 == len(self.source):
            raise PatternError("the pattern ends in a backslash", start)
        char = self.source[start + 1]
        self.at += 2
        if char in _ESCAPED_SPACES:
            return Space()
        if char in "bB":
            return None  # patterns match whole words anyway
        if char == "u" and (code := re.compile("[0-9a-fA-F]{4}").match(self.source, self.at)):
            self.at = code.end()
            return Char(chr(int(code.group(), 16)))
        if char in "dwDS":
            return Class("\\" + char)
        if char.isalnum():
            raise PatternError(f"“\\{char}” is not known here", start)
        return Char(char)

    def repeated(self, item: Item) -> Item:
        mark = _REPEAT.match(self.source, self.at)
        if not mark or not mark.group():
            return item
        self.at = mark.end()
        sign, least, comma, most = mark.groups()
        if sign:
            return Repeat(item, int(sign == "+"), 1 if sign == "?" else None)
        low = int(least or 0)
        return Repeat(item, low, int(most) if most else (None if comma else low))

    def close(self, char: str, opened: int) -> None:
        if not self.source.startswith(char, self.at):
            raise PatternError(f"“{self.source[opened]}” is never closed", opened)
        self.at += 1


def spaced(item: Item) -> bool:
    """Whether an item is about more than the letters of one word."""
    if isinstance(item, (Space, Gap, Ref, Quote, Edge)):
        return True
    if isinstance(item, Repeat):
        return spaced(item.item)
    if isinstance(item, Group):
        return any(spaced(part) for branch in item.branches for part in branch)
    return isinstance(item, Class) and bool(re.fullmatch(r"\.|\[\^[^\w\s\\ ]+\]", item.regex))


def each_item(branches: Sequence[Seq]) -> list[Item]:
    """All items of a tree."""
    out: list[Item] = []
    for branch in branches:
        for item in branch:
            out.append(item)
            if isinstance(item, (Group, Quote)):
                out += each_item(item.branches)
            elif isinstance(item, Repeat):
                out += each_item(((item.item,),))
    return out
