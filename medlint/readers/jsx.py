"""JSX: elements, their text and their props, in the code round them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from medlint.document import BlockKind, Builder
from medlint.readers import elements, script_names, tags
from medlint.readers.elements import Element
from medlint.readers.entities import add_html, html_pieces
from medlint.readers.page import Page
from medlint.readers.script import Script
from medlint.readers.states import state
from medlint.readers.uses import Uses
from medlint.readers.values import value_blocks
from medlint.readers.walker import STRINGS, Spot

if TYPE_CHECKING:
    from tree_sitter import Node

_ELEMENTS = ("jsx_element", "jsx_self_closing_element")
_LOOK = 2_000
"""How far into a quotation its source is looked for."""


class Jsx(Script):
    """Reads code with markup in it."""

    _depth = 0
    """How many elements are open."""
    _found = 0
    """How many elements were come upon."""

    def __init__(self, source: str, page: Page, uses: Uses | None = None) -> None:
        super().__init__(source, page, uses)
        self._touching: set[int] = set()
        """Where elements begin that have text beside them."""

    def on_jsx_element(self, node: Node, spot: Spot) -> None:
        opening, closing = node.named_children[0], node.child_by_field_name("close_tag")
        inner = [c for c in node.named_children[1:] if closing is None or c.start_byte != closing.start_byte]
        self._element(node, opening, inner, spot)

    def on_jsx_self_closing_element(self, node: Node, spot: Spot) -> None:
        self._element(node, node, [], spot)

    def on_jsx_fragment(self, node: Node, spot: Spot) -> None:
        self._element(node, None, node.named_children, spot)

    def _element(self, node: Node, opening: Node | None, inner: list[Node], spot: Spot) -> None:
        name = self.text(opening.child_by_field_name("name")) if opening else ""
        attributes = [c for c in opening.named_children if c.type.startswith("jsx_")] if opening else []
        attributes = [c for c in attributes if c.type != "jsx_namespace_name"]
        self.uses.use(name.partition(".")[0])
        self._found += 1
        found = elements.element(name)
        context = found.context or self._context(found, node, attributes)
        props = [partial(self._attribute, a, found, name, attributes) for a in attributes]
        if self._depth == 0:
            self.push([self.page.flush], spot)
        if found.how in ("none", "hole"):
            self._no_copy(found, node, inner, props)
            return
        self._depth += 1
        start, key = self.start(node), f"jsx:{name}"
        touches = found.how == "loose" and node.start_byte in self._touching
        opens = found.how == "block" or context != ""
        if opens:
            self.page.open(key, found.kind, found.level, context)
        elif found.how == "within":
            self.page.open_within(key)
        elif found.how == "break" or (found.how == "loose" and not touches):
            self.page.flush()
        elif found.how == "space" or touches:
            self.page.builder.add_decoded(" ", start, start + 1)
        close: Callable[[], None] = partial(self._close, found, key, self.end(node), touches, opens)
        self.push([*props, *self._joined(inner), close], spot)

    def _close(self, found: Element, key: str, end: int, touches: bool, opens: bool) -> None:
        self._depth -= 1
        if opens or found.how == "within":
            self.page.close(key)
        elif found.how == "break" or (found.how == "loose" and not touches):
            self.page.flush()
        elif found.how == "space" or touches:
            self.page.builder.add_decoded(" ", end - 1, end)
        if self._depth == 0:
            self.page.flush()

    def _joined(self, inner: list[Node]) -> Iterator[Node | Callable[[], None]]:
        """The children of an element; those that text touches are noted.

        A line break between two elements parts them: what stands so is set apart by its looks (the links of a menu).
        """
        is_text = [self._is_text(child) for child in inner]
        for i, child in enumerate(inner):
            if any(is_text[max(i - 1, 0) : i + 2]):
                self._touching.add(child.start_byte)
            if i and child.type in _ELEMENTS and inner[i - 1].type in _ELEMENTS:
                at, end = self.end(inner[i - 1]), self.start(child)
                if "\n" in self.source[at:end]:
                    yield partial(self._space, at, end)
            yield child

    def _space(self, start: int, end: int) -> None:
        self.page.builder.add_decoded(" ", start, end)

    def _is_text(self, child: Node) -> bool:
        return child.type == "jsx_text" and not self.text(child).isspace()

    def _no_copy(self, found: Element, node: Node, inner: list[Node], props: Sequence[Callable[[], None]]) -> None:
        """What people read or hear of an element without copy: its props, data in a script, the title of a drawing."""
        if found.how == "hole":
            self.page.builder.add_wildcard(self.start(node), self.end(node))
        elif found.tag in ("pre", "codeblock"):
            self.page.flush()
        kept: list[Node] = []
        if found.tag == "svg":
            named = [c for c in inner if c.type == "jsx_element" and self._tag(c) in ("title", "desc")]
            kept = [text for c in named for text in c.named_children if text.type == "jsx_text"]
        elif found.tag == "script":
            kept = [c for c in inner if c.type == "jsx_expression"]
        self.push([*props, *(partial(self._aside, c, Spot(kind="json-ld"), "alt") for c in kept)], Spot())

    def _tag(self, node: Node) -> str:
        return self.text(node.named_children[0].child_by_field_name("name"))

    def _context(self, found: Element, node: Node, attributes: list[Node]) -> str:
        if found.tag in ("blockquote", "quote") and "<cite" in self.source[self.start(node) : self.start(node) + _LOOK]:
            return "testimonial"
        for attribute in attributes:
            parts = attribute.named_children
            if len(parts) == 2 and self.text(parts[0]) == "className" and parts[1].type == "string":
                return tags.theirs(self.text(parts[1])[1:-1])
        return ""

    # Text

    def on_jsx_text(self, node: Node, spot: Spot) -> None:
        add_html(self.page.builder, self.source, self.start(node), self.end(node))

    on_html_character_reference = on_jsx_text

    def on_jsx_expression(self, node: Node, spot: Spot) -> None:
        inner = [child for child in node.named_children if child.type != "comment"]
        if not inner:
            return
        value = self.unwrap(inner[0])
        is_sum = value.type == "binary_expression" and self.text(value.child_by_field_name("operator")) == "+"
        if value.type in STRINGS or is_sum:
            pieces = self.sum(value, Spot()) if is_sum else self.pieces(value, Spot())
            for text, start, end in pieces:
                self.page.builder.add_decoded(text, start, end)
            if pieces or not is_sum:
                return
            self._wildcard(node, self._found)
        else:
            self.push([*inner, partial(self._wildcard, node, self._found)], Spot())

    def _wildcard(self, node: Node, found: int) -> None:
        """One character for an expression that holds no markup."""
        if self._found == found:
            self.page.builder.add_wildcard(self.start(node), self.end(node))

    def on_ternary_expression(self, node: Node, spot: Spot) -> None:
        condition, *others = [child for child in node.named_children if child.type != "comment"]
        parted: list[Node | Callable[[], None]] = [condition]
        for child in others:
            parted += [child, partial(self._part, self.end(child))]
        self.push(parted, spot)

    def _part(self, end: int) -> None:
        if self._depth and len(self.page.builder):
            self.page.builder.add_decoded(" ", end - 1, end)

    # Props

    def _attribute(self, node: Node, found: Element, name: str, siblings: list[Node]) -> None:
        parts = node.named_children
        if node.type != "jsx_attribute":
            self._aside(node, Spot())
            return
        prop = self.text(parts[0])
        if len(parts) < 2 or (script_names.is_never_copy(prop) and not prop.startswith("on")):
            return
        is_alt = prop in script_names.ALT_PROPS or (prop == "title" and not found.is_component)
        value = parts[1]
        if value.type == "jsx_expression" and value.named_children:
            inner = self.unwrap(value.named_children[0])
            if not is_alt or inner.type not in STRINGS:
                path = "" if prop.startswith("on") or prop == "dangerouslySetInnerHTML" else f"{name}.{prop}"
                self._aside(value, Spot(path=path, context=found.context))
                return
            self._put(self.pieces(inner, Spot()), "alt")
        elif value.type != "string":
            self._aside(value, Spot())
        elif is_alt:
            self._put(self._text_pieces(value), "alt")
        elif found.is_component:
            self._value(value, Spot(f"{name}.{prop}", context=found.context))
        elif prop == "content" and found.tag == "meta":
            self._meta(value, siblings)
        elif (found.tag, prop) == ("input", "value") or prop == "label":
            self._put(self._text_pieces(value), "button")

    def _text_pieces(self, value: Node) -> list[tuple[str, int, int]]:
        return list(html_pieces(self.source, self.start(value) + 1, self.end(value) - 1))

    def _value(self, value: Node, spot: Spot) -> None:
        for block in value_blocks(self._text_pieces(value), "value", spot.path):
            block.context = spot.context
            self.page.put(block)

    def _meta(self, value: Node, siblings: list[Node]) -> None:
        for sibling in siblings:
            parts = sibling.named_children
            name = self.text(parts[-1])[1:-1].lower()
            if name in tags.META_NAMES:
                self._put(self._text_pieces(value), "meta")
            elif name in tags.ALT_META_NAMES:
                self._put(self._text_pieces(value), "alt")
            elif name == "robots" and self._depth and state(name, self.text(value)) not in ("", *self.labels):
                self.labels.append("noindex")

    def _put(self, pieces: list[tuple[str, int, int]], kind: BlockKind) -> None:
        builder = Builder()
        for text, start, end in pieces:
            builder.add_decoded(text, start, end)
        self.page.put(builder.build(kind))

    def _aside(self, node: Node, spot: Spot, kind: BlockKind = "paragraph") -> None:
        """Read a node apart from the sentence in which it stands."""
        kept, depth = self.page.builder, self._depth
        self.page.builder, self._depth = Builder(), 0
        self.page.open("jsx:aside", kind)

        def back() -> None:
            self.page.close("jsx:aside")
            self.page.builder, self._depth = kept, depth

        children = node.named_children if node.type == "jsx_expression" else [node]
        self.push([*children, back], spot)
