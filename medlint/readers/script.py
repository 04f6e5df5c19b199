"""JavaScript and TypeScript: key paths of data, calls whose strings are no copy, labels and imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from medlint.readers import script_names
from medlint.readers.states import state, voice
from medlint.readers.walker import STRINGS, Spot, Walker

if TYPE_CHECKING:
    from tree_sitter import Node

_FUNCTIONS = frozenset({"arrow_function", "function_expression"})
_PAGE_DATA = ("metadata", "frontmatter", "meta")
_LONGEST_CHAIN = 20
_LONGEST_NAME = 60


class Script(Walker):
    """Reads code without markup."""

    def on_variable_declarator(self, node: Node, spot: Spot) -> None:
        name = node.child_by_field_name("name")
        path = self.text(name) if name and name.type == "identifier" else ""
        self.push([name if name and name.type.endswith("_pattern") else None], Spot())
        self.push([node.child_by_field_name("value")], Spot(path))

    def on_object(self, node: Node, spot: Spot) -> None:
        members = node.named_children
        keys = [self.key_text(m.child_by_field_name("key")) if m.type == "pair" else "" for m in members]
        if "@type" in keys or "@context" in keys:
            spot = spot._replace(kind="json-ld")
        known = {f"{spot.path}.{key}" for key in keys}
        for key, member in zip(reversed(keys), reversed(members), strict=True):
            context = voice(f"{spot.path}.{key}", known) if key else ""
            self.push([member], spot._replace(context=context or spot.context))

    def on_pair(self, node: Node, spot: Spot) -> None:
        key = self.key_text(node.child_by_field_name("key"))
        value = node.child_by_field_name("value")
        if spot.path.startswith(_PAGE_DATA) and value is not None:
            self._label(spot, key, value)
        # In dangerouslySetInnerHTML={{ __html: … }} the name that tells what it is stands outside.
        self.push([value], spot if key == "__html" else spot.key(key))

    def key_text(self, node: Node | None) -> str:
        if node is None:
            return ""
        if node.type == "string":
            return "".join(text for text, _, _ in self.pieces(node, Spot()))
        return self.text(node) if self.end(node) - self.start(node) < _LONGEST_NAME else "…"

    def _label(self, spot: Spot, key: str, node: Node) -> None:
        label, value = "", self.text(node) if self.end(node) - self.start(node) < _LONGEST_NAME else ""
        if spot.path in _PAGE_DATA:
            label = state(key, value.strip("\"'`"))
        elif key == "index" and value == "false" and spot.path in [f"{name}.robots" for name in _PAGE_DATA]:
            label = "noindex"
        if label and label not in self.labels:
            self.labels.append(label)

    def on_array(self, node: Node, spot: Spot) -> None:
        items = [child for child in node.named_children if child.type != "comment"]
        path = spot.path
        self._tasks.extend([(item, spot._replace(path=f"{path}[{i}]")) for i, item in reversed(list(enumerate(items)))])

    def on_assignment_expression(self, node: Node, spot: Spot) -> None:
        left = self.key_text(node.child_by_field_name("left"))
        path = left if left != "module.exports" else ""
        self.push([node.child_by_field_name("right")], Spot(path))

    on_assignment_pattern = on_object_assignment_pattern = on_augmented_assignment_expression = on_assignment_expression

    def on_pair_pattern(self, node: Node, spot: Spot) -> None:
        spot = Spot(self.key_text(node.child_by_field_name("key")))
        value = node.child_by_field_name("value")
        if value is not None and value.type == "assignment_pattern":
            left = value.child_by_field_name("left")
            self.push([value.child_by_field_name("right")], spot)
            value = left if left is not None and left.type.endswith("_pattern") else None
        self.push([value], spot)

    def on_public_field_definition(self, node: Node, spot: Spot) -> None:
        name = node.child_by_field_name("name") or node.child_by_field_name("property")
        self.push([node.child_by_field_name("value")], Spot(self.key_text(name)))

    on_field_definition = on_public_field_definition

    # Functions and calls

    def on_function_declaration(self, node: Node, spot: Spot) -> None:
        name = self.text(node.child_by_field_name("name"))
        spot = Spot(name) if name == "generateMetadata" else Spot()
        self.push([node.child_by_field_name("parameters"), node.child_by_field_name("body")], spot)

    on_function_expression = on_method_definition = on_generator_function = on_function_declaration

    def on_arrow_function(self, node: Node, spot: Spot) -> None:
        body = node.child_by_field_name("body")
        inner = Spot() if body and body.type == "statement_block" and spot.path != "generateMetadata" else spot
        self.push([node.child_by_field_name("parameters")], Spot())
        self.push([body], inner)

    def on_call_expression(self, node: Node, spot: Spot) -> None:
        called = node.child_by_field_name("function") or node.child_by_field_name("constructor")
        given = node.child_by_field_name("arguments")
        if called is None or given is None:
            self.push(node.named_children, spot)
            return
        name, root = self._called(called)
        if called.type != "identifier":
            self.push([called], Spot())
        if given.type == "template_string":
            if not script_names.NOT_COPY_TAGS.match(
                self.source[self.start(called) : min(self.end(called), self.start(called) + 80)]
            ):
                self.push([given], spot)
            return
        arguments = given.named_children
        if name == "import" and arguments and arguments[0].type == "string":
            self.uses.take(self.key_text(arguments[0]))
        elif name in script_names.TEST_CALLS and (root == name or root in script_names.TEST_CALLS):
            return
        elif script_names.calls_for_machines(name, root):
            self.push([a for a in arguments if a.type in _FUNCTIONS], Spot())
        else:
            for argument in reversed(arguments):
                self.push([argument], spot._replace(path="") if argument.type in STRINGS else spot)

    on_new_expression = on_call_expression

    def _called(self, node: Node) -> tuple[str, str]:
        """The name that is called, and the one that the chain begins with: `log`, `console`."""
        name = node.child_by_field_name("property") or node
        root = node
        for _ in range(_LONGEST_CHAIN):
            if root.type not in ("member_expression", "call_expression"):
                break
            root = root.child(0) or root
        short = name.type in ("identifier", "property_identifier", "import")
        return self.text(name) if short else "", self.text(root) if root.type == "identifier" else ""

    # Imports

    def on_import_statement(self, node: Node, spot: Spot) -> None:
        source = node.child_by_field_name("source")
        if source is None or any(child.type == "type" for child in node.children):
            return
        names: list[str] = []
        waiting = [child for child in node.named_children if child.type == "import_clause"]
        while waiting:
            clause = waiting.pop()
            if clause.type == "identifier":
                names.append(self.text(clause))
            elif clause.type == "import_specifier":
                names.append(self.text(clause.child_by_field_name("alias") or clause.child_by_field_name("name")))
            else:
                waiting += clause.named_children
        self.uses.add(self.key_text(source), names)

    def on_export_statement(self, node: Node, spot: Spot) -> None:
        source = node.child_by_field_name("source")
        if source is not None:
            self.uses.take(self.key_text(source))
        else:
            self.push(node.named_children, spot)

    def on_identifier(self, node: Node, spot: Spot) -> None:
        if self.uses.names:
            self.uses.use(self.text(node))

    on_shorthand_property_identifier = on_identifier
