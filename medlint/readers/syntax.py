"""JavaScript and TypeScript as trees."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal

from tree_sitter import Language, Node, Parser, Tree

from medlint.readers.offsets import code_points

Dialect = Literal["js", "ts", "tsx"]
"""`js` knows JSX too; `ts` does not, and has `<Type>value` instead."""


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
    return _parser(dialect).parse(text.encode(errors="replace")), code_points(text, start)


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
