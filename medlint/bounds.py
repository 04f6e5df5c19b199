"""What can be told of a piece of a pattern without running it: the words that it may begin with, and how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from medlint.expressions import expression
from medlint.packs.pattern_nodes import WordList
from medlint.packs.shape import Shape, shape_of
from medlint.steps import First, any_of, beginning_of
from medlint.tokens import DIGIT, lead

ENDLESS = 1 << 20
"""More words than any text has."""

Length = tuple[int, int]
"""The least and the most words."""


class Bounds:
    """Answers for the shapes of patterns, and remembers those for word lists, to which `lists` are the content."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._lists = lists
        self._firsts: dict[str, First] = {}
        self._lengths: dict[str, Length] = {}

    def first(self, shape: Shape) -> First:
        """What a match may begin with."""
        what = shape[0]
        if what == "phrases":
            return First(frozenset(phrase.split(" ", 1)[0] for phrase in shape[1].split("|")))
        if what == "list":
            if shape[1] not in self._firsts:
                own = self._lists[shape[1]]
                plain = frozenset(phrase[0] for group in own.plain.values() for phrase in group)
                self._firsts[shape[1]] = any_of(
                    [First(plain), *(self.first(shape_of(regex)) for regex, _ in own.others)]
                )
            return self._firsts[shape[1]]
        if what == "letters":
            return First(names_of(shape[1]))
        if what == "class":
            return First(_marks(shape[1]))
        if what == "look":
            return First(frozenset(), may_be_empty=True)
        if what == "alt":
            return any_of([self.first(part) for part in shape[1:]])
        if what == "seq":
            found: list[First] = []
            for part in shape[1:]:
                found.append(self.first(part))
                if not found[-1].may_be_empty:
                    return any_of(found)._replace(may_be_empty=False)
            return any_of(found)._replace(may_be_empty=True)
        inner = self.first(shape[1])
        return inner._replace(may_be_empty=True) if what == "repeat" and not shape[2] else inner

    def length(self, shape: Shape) -> Length:
        """How many words a match has; what looks around has none."""
        what = shape[0]
        if what == "phrases":
            return _hull([(phrase.count(" ") + 1,) * 2 for phrase in shape[1].split("|")])
        if what == "list":
            if shape[1] not in self._lengths:
                own = self._lists[shape[1]]
                plain = [(len(phrase),) * 2 for group in own.plain.values() for phrase in group]
                self._lengths[shape[1]] = _hull([*plain, *(self.length(shape_of(regex)) for regex, _ in own.others)])
            return self._lengths[shape[1]]
        if what in ("letters", "class"):
            return 1, 1
        if what == "look":
            return 0, 0
        lengths = [self.length(part) for part in (shape[1:] if what in ("alt", "seq") else shape[1:2])]
        if what == "alt":
            return _hull(lengths)
        if what == "seq":
            return sum(least for least, _ in lengths), min(ENDLESS, sum(most for _, most in lengths))
        ((least, most),) = lengths
        if what == "quote":
            return least, most
        times = shape[2], ENDLESS if shape[3] is None else shape[3]
        return least * times[0], min(ENDLESS, most * times[1])


def names_of(letters: str) -> frozenset[str] | None:
    """What the words are known by that an expression over letters fits: themselves, their beginnings, being numbers."""
    ways = _split(letters)
    if len(ways) > 1:
        return _all(names_of(way) for way in ways)
    if letters.isascii() and letters.isalpha():
        return frozenset([letters])
    if letters.startswith("(?:"):
        end = _closing(letters)
        inner, rest = _split(letters[3:end]), letters[end + 1 :]
        if rest[:1] in ("?", "*", "{"):
            return None
        if rest[:1] == "+":
            rest = ANY_LETTERS
        return _all(names_of(way + rest) for way in inner)
    m = _DIGIT.match(letters)
    own = DIGIT if m else lead(beginning_of(letters))
    return frozenset([own]) if own else None


ANY_LETTERS = r"\w*"
_DIGIT = expression(r"(?:\\d|\[0-9\]|[0-9])(?!\?|\*|\{0)")


def _all(parts: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found: set[str] = set()
    for part in parts:
        if part is None:
            return None
        found |= part
    return frozenset(found)


def _split(regex: str) -> list[str]:
    """The alternatives of an expression."""
    ways, depth, start = [], 0, 0
    for m in _MARK.finditer(regex):
        depth += (m.group() == "(") - (m.group() == ")")
        if m.group() == "|" and not depth:
            ways.append(regex[start : m.start()])
            start = m.end()
    return [*ways, regex[start:]]


def _closing(regex: str) -> int:
    """Where the group ends that an expression begins with."""
    depth = 0
    for m in _MARK.finditer(regex):
        depth += (m.group() == "(") - (m.group() == ")")
        if not depth and m.group() == ")":
            return m.start()
    raise ValueError(f"never closed: {regex}")


_MARK = expression(r"\\.|\[(?:\\.|[^\]\\])*\]|[(|)]", re.S)
"""An escape or a class as a whole, or what groups."""


def _hull(lengths: list[Length]) -> Length:
    return min((least for least, _ in lengths), default=0), max((most for _, most in lengths), default=0)


def _marks(regex: str) -> frozenset[str] | None:
    """The marks of a class of nothing but marks of names; None for any other."""
    inner = regex[1:-1]
    if not inner or any(c != "-" and not "\ue000" <= c <= "\uffff" for c in inner):
        return None
    found: set[str] = set()
    at = 0
    while at < len(inner):
        if inner[at + 1 : at + 2] == "-" and at + 2 < len(inner):
            found.update(map(chr, range(ord(inner[at]), ord(inner[at + 2]) + 1)))
            at += 3
        else:
            found.add(inner[at])
            at += 1
    return frozenset(found) if "-" not in found else None
