"""The shape of a translated pattern: its expression as a tree.

Leaves are words, by the references of the expression: `("list", name)`, `("phrases", "a|b c")`, `("letters", regex)`,
`("class", regex)`. Inner nodes are `("seq", …)`, `("alt", …)`, `("quote", node)`, `("repeat", node, least, most, lazy)`
with most None for any number, and `("look", node, behind, wanted)`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from medlint.expressions import expression

Shape = tuple[Any, ...]

_REFERENCE = expression("\x02(?P<list>[^\x03]*)\x03|\x04(?P<phrases>[^\x05]*)\x05|\x06(?P<letters>[^\x07]*)\x07")
_OPEN = expression(r"\((?:\?(?P<look><?[=!])|\?:|(?P<quote>\?P<\w+>))")
_CLASS = expression(r"\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[^()|?*+{}\[\]\\]", re.S)
_REPEAT = expression(r"(?:(?P<mark>[?*+])|\{(?P<least>\d+)(?P<comma>,)?(?P<most>\d*)\})(?P<lazy>\?)?")
_MARKS = {"?": (0, 1), "*": (0, None), "+": (1, None)}


@lru_cache(maxsize=20_000)
def shape_of(regex: str) -> Shape:
    """The shape of an expression of `pattern.parse`. Raises ValueError for any other kind of expression."""
    if regex.startswith("\x04") and regex.find("\x05") == len(regex) - 1:  # nothing but phrases, as most are
        return "phrases", regex[1:-1]
    shape, at = _alternatives(regex, 0)
    if at < len(regex):
        raise ValueError(f"unbalanced at {at}")
    return shape


def _alternatives(regex: str, at: int) -> tuple[Shape, int]:
    branches: list[Shape] = []
    while True:
        shape, at = _sequence(regex, at)
        branches.append(shape)
        if regex[at : at + 1] != "|":
            return branches[0] if len(branches) == 1 else ("alt", *branches), at
        at += 1


def _sequence(regex: str, at: int) -> tuple[Shape, int]:
    parts: list[Shape] = []
    while at < len(regex) and regex[at] not in "|)":
        shape, at = _atom(regex, at)
        if m := _REPEAT.match(regex, at):
            at = m.end()
            shape = _repeated(shape, m)
        if shape[0] == "seq":
            parts += shape[1:]
        else:
            parts.append(shape)
    return parts[0] if len(parts) == 1 else ("seq", *parts), at


def _atom(regex: str, at: int) -> tuple[Shape, int]:
    if m := _REFERENCE.match(regex, at):
        return (str(m.lastgroup), m[m.lastgroup or 0]), m.end()
    if m := _OPEN.match(regex, at):
        inner, end = _alternatives(regex, m.end())
        if regex[end : end + 1] != ")":
            raise ValueError(f"never closed: {m.start()}")
        if m["look"]:
            inner = ("look", inner, m["look"][0] == "<", m["look"][-1] == "=")
        return ("quote", inner) if m["quote"] else inner, end + 1
    if m := _CLASS.match(regex, at):
        return ("class", m.group() if len(m.group()) > 1 else re.escape(m.group())), m.end()
    raise ValueError(f"unknown at {at}")


def _repeated(shape: Shape, m: re.Match[str]) -> Shape:
    least: int
    most: int | None
    if m["mark"]:
        least, most = _MARKS[m["mark"]]
    else:
        least = int(m["least"])
        most = int(m["most"]) if m["most"] else None if m["comma"] else least
    return ("repeat", shape, least, most, bool(m["lazy"]))


def parts_of(shape: Shape) -> list[Shape]:
    """A shape and all that it is made of."""
    found, waiting = [], [shape]
    while waiting:
        node = waiting.pop()
        found.append(node)
        if node[0] in ("seq", "alt"):
            waiting += node[1:]
        elif node[0] in ("repeat", "quote", "look"):
            waiting.append(node[1])
    return found
