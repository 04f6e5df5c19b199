"""Walks through JavaScript and TypeScript and takes the strings that are copy to a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from medlint.comments import MENTION, noted
from medlint.document import BlockKind
from medlint.normalising import WILDCARD
from medlint.readers import script_names
from medlint.readers.escapes import Piece, pieces
from medlint.readers.page import Page
from medlint.readers.states import voice
from medlint.readers.syntax import Dialect, comments_in, first_error, parse
from medlint.readers.uses import Uses
from medlint.readers.values import dedented, value_blocks

if TYPE_CHECKING:
    from tree_sitter import Node

STRINGS = frozenset({"string", "template_string"})
_WRAPPERS = frozenset({"parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression"})
_LONGEST_PATH = 400
_COMPARISONS = frozenset({"==", "===", "!=", "!==", "in", "instanceof", "<", ">", "<=", ">="})


class Spot(NamedTuple):
    """What is known of a node from what is round it: its key path, what its strings are, and whose words."""

    path: str = ""
    kind: BlockKind = "value"
    context: str = ""

    def key(self, name: str) -> Spot:
        """The spot of the value of a key."""
        if len(self.path) > _LONGEST_PATH:
            return self
        return self._replace(path=f"{self.path}.{name}" if self.path else name)

    def item(self, index: int) -> Spot:
        """The spot of an item of an array."""
        return self if len(self.path) > _LONGEST_PATH else self._replace(path=f"{self.path}[{index}]")


NOWHERE = Spot()

Task = tuple["Node | Callable[[], None]", Spot]


class Walker:
    """Takes the strings in code to a page; a class of its own knows what holds them.

    A method `on_NAME` reads the nodes of that type. The tree is gone through with a list of tasks and not by calls, as
    it may be ten thousand levels deep.
    """

    def __init__(self, source: str, page: Page, uses: Uses | None = None) -> None:
        self.source = source
        self.page = page
        self.uses = uses or Uses()
        self.labels: list[str] = []
        self._tasks: list[Task] = []
        self._offset: Callable[[int], int] = int
        self._handlers: dict[str, Callable[[Node, Spot], None]] = {
            name.removeprefix("on_"): getattr(self, name) for name in dir(self) if name.startswith("on_")
        }

    def run(self, start: int, end: int, dialect: Dialect, spot: Spot = NOWHERE, *, tell: bool = True) -> None:
        """Read the code in source[start:end]; with `tell`, a syntax error is told."""
        tree, self._offset = parse(self.source, start, end, dialect)
        error = first_error(tree.root_node) if tell else None
        if error is not None:
            at = min(self._offset(error.start_byte), max(len(self.source) - 1, 0))
            self.page.problem(
                at, "The code cannot be made out here (a syntax error?), and words may have been missed. Mend it."
            )
        if self.source.find(MENTION, start, end) >= 0:
            for node in comments_in(tree.root_node):
                at, stop = self.start(node), self.end(node)
                tail = 2 * (self.source[at + 1] == "*" and self.source.endswith("*/", at + 2, stop))
                self.page.comments += noted(self.source, at, stop, 2, tail)
        tasks = self._tasks
        tasks.append((tree.root_node, spot))
        handlers = self._handlers
        while tasks:
            task, spot = tasks.pop()
            if callable(task):
                task()
                continue
            handler = handlers.get(task.type)
            if handler is not None:
                handler(task, spot)
            else:
                tasks.extend([(child, spot) for child in reversed(task.named_children)])

    def text(self, node: Node | None) -> str:
        """The source of a node."""
        return self.source[self.start(node) : self.end(node)] if node else ""

    def start(self, node: Node) -> int:
        """Where a node begins in the source."""
        return self._offset(node.start_byte)

    def end(self, node: Node) -> int:
        """Where a node ends in the source."""
        return self._offset(node.end_byte)

    def push(self, items: Iterable[Node | Callable[[], None] | None], spot: Spot) -> None:
        """Read these next, in this order."""
        self._tasks.extend([(item, spot) for item in reversed(list(items)) if item is not None])

    def skip(self, node: Node, spot: Spot) -> None:
        """Read nothing of a node."""

    on_comment = on_regex = on_throw_statement = on_interface_declaration = on_type_alias_declaration = skip
    on_type_annotation = on_type_arguments = on_type_parameters = on_ambient_declaration = on_hash_bang_line = skip
    on_jsx_closing_element = skip

    # Strings

    def on_string(self, node: Node, spot: Spot) -> None:
        self.string(self.pieces(node, spot), spot)

    on_template_string = on_string

    def pieces(self, node: Node, spot: Spot) -> list[Piece]:
        """The text of a string or template; what is computed in it is a wildcard, and read apart."""
        at, end = self.start(node) + 1, self.end(node) - 1
        if node.type == "string":
            return list(pieces(self.source, at, end, "js"))
        found: list[Piece] = []
        for child in node.named_children:
            if child.type == "template_substitution":
                stop = self.start(child)
                found += pieces(self.source, at, stop, "js")
                at = self.end(child)
                found.append((WILDCARD, stop, at))
                self.push(child.named_children, spot)
        found += pieces(self.source, at, end, "js")
        return dedented(found)

    def string(self, found: list[Piece], spot: Spot) -> None:
        """Take in a string if it is copy."""
        kind = spot.kind
        if script_names.is_title(spot.path):
            kind = "title"
        elif script_names.is_description(spot.path):
            kind = "meta"
        is_markup = bool(found) and found[0][0].lstrip().startswith("<")
        for block in value_blocks(found, kind, spot.path, markdown=not is_markup):
            block.key_path = spot.path or None
            block.context = block.context or spot.context or voice(spot.path)
            self.page.put(block)

    def on_binary_expression(self, node: Node, spot: Spot) -> None:
        operator = node.child_by_field_name("operator")
        kind = operator.type if operator else ""
        if kind == "+":
            found = self.sum(node, spot)
            if found:
                self.string(found, spot)
        elif kind in _COMPARISONS:
            self.push([child for child in node.named_children if child.type not in STRINGS], spot._replace(path=""))
        else:
            self.push(node.named_children, spot)

    def sum(self, node: Node, spot: Spot) -> list[Piece]:
        """The text of strings that are added up; nothing when there are none among what is added."""
        leaves: list[Node] = []
        waiting = [node]
        while waiting:
            top = self.unwrap(waiting.pop())
            operator = top.child_by_field_name("operator") if top.type == "binary_expression" else None
            if operator is not None and operator.type == "+":
                waiting += top.named_children
            else:
                leaves.append(top)
        leaves = [leaf for leaf in reversed(leaves) if leaf.type != "comment"]
        if not any(leaf.type in STRINGS for leaf in leaves):
            self.push(leaves, spot)
            return []
        found: list[Piece] = []
        for leaf in leaves:
            if leaf.type in STRINGS:
                found += self.pieces(leaf, spot)
            else:
                found.append((WILDCARD, self.start(leaf), self.end(leaf)))
                self.push([leaf], Spot())
        return found

    def unwrap(self, node: Node) -> Node:
        """What stands in parentheses or before `as const`."""
        while node.type in _WRAPPERS:
            inner = next((child for child in node.named_children if child.type != "comment"), None)
            if inner is None:
                break
            node = inner
        return node

    def on_expression_statement(self, node: Node, spot: Spot) -> None:
        self.push([child for child in node.named_children if child.type != "string"], spot)  # "use client"

    def on_switch_case(self, node: Node, spot: Spot) -> None:
        self.push(node.named_children[1:], spot)

    def on_subscript_expression(self, node: Node, spot: Spot) -> None:
        self.push([child for child in node.named_children if child.type not in STRINGS], spot)

    def on_as_expression(self, node: Node, spot: Spot) -> None:
        self.push(node.named_children[:1], spot)

    on_satisfies_expression = on_as_expression
