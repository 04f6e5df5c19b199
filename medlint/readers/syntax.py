"""JavaScript and TypeScript as trees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal

from tree_sitter import Language, Node, Parser, Tree

from medlint.readers.offsets import code_points

Dialect = Literal["js", "ts", "tsx"]
"""`js` knows JSX too; `ts` does not, and has `<Type>value` instead."""

# What the grammars stumble over: a bare `&` in JSX text, and `in` as the name of an attribute. `|` may stand wherever
# `&` may in code, types included; the words themselves are read from the source and not from here.
_AMPERSAND = re.compile(r"(?<!&)&(?!&|#?\w{1,31};)")
_IN = re.compile(r"(?<=\s)in(?==[\"'{])")


@cache
def _parser(dialect: Dialect) -> Parser:
    if dialect == "js":
        import tree_sitter_javascript

        return Parser(Language(tree_sitter_javascript.language()))
    import tree_sitter_typescript

    if dialect == "ts":
        return Parser(Language(tree_sitter_typescript.language_typescript()))
    return Parser(Language(tree_sitter_typescript.language_tsx()))


def parse(source: str, start: int, end: int, dialect: Dialect) -> tuple[Tree, Callable[[int], int]]:
    """The tree of the code in source[start:end], and what turns its offsets into those of `source`."""
    text = source[start:end]
    code = _IN.sub("id", _AMPERSAND.sub("|", text)) if "<" in text else text
    return _parser(dialect).parse(code.encode(errors="replace")), code_points(text, start)


def first_error(root: Node) -> Node | None:
    """The first place that the grammar could make nothing of."""
    if not root.has_error:
        return None
    node = root
    while True:
        inner = next((child for child in node.children if child.has_error or child.is_missing), None)
        if inner is None or node.type == "ERROR":
            return node
        node = inner


def comments_in(root: Node) -> Iterator[Node]:
    """All comments of a tree."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.type == "comment":
            yield node
        elif node.child_count:
            waiting += node.children
