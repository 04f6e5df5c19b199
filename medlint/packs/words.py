"""Word lists: named, shared by all packs, resolved when a pattern first asks for them."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Mapping
from typing import TYPE_CHECKING

from medlint.packs.errors import did_you_mean
from medlint.packs.pattern import Node, Pattern, PatternError, WordList, list_node, parse, word_list
from medlint.packs.yaml_source import Cursor

if TYPE_CHECKING:
    from medlint.matching import Matcher

_NOTHING = (WordList({}), Node("(?!)", frozenset()))


class WordLists:
    """The lists by name, beside some that are `given` with their nodes. A list may name other lists in its entries, but
    not itself.
    """

    def __init__(self, given: Mapping[str, WordList], nodes: Mapping[str, Node]) -> None:
        self.own: dict[str, WordList] = {}
        self.own_nodes: dict[str, Node] = {}
        self.lists: Mapping[str, WordList] = ChainMap(self.own, given)  # type: ignore[arg-type]
        self._nodes: Mapping[str, Node] = ChainMap(self.own_nodes, nodes)  # type: ignore[arg-type]
        self._entries: dict[str, list[Cursor]] = {}
        self._open: list[str] = []
        self._matcher: Matcher | None = None

    def add(self, name: Cursor, entries: Cursor) -> None:
        """Define a list."""
        key = str(name.node.value)
        if key in self._entries or key in self._nodes:
            name.note(f"the word list “{key}” is there already; add to it under extend-words")
        else:
            self._entries[key] = entries.texts()

    def extend(self, name: Cursor, entries: Cursor) -> None:
        """Add entries to a list of another file or pack."""
        key = str(name.node.value)
        if key not in self._entries:
            name.note(f"there is no word list “{key}” to extend{did_you_mean(key, self._entries)}")
        else:
            self._entries[key] += entries.texts()

    def node(self, name: str) -> Node:
        """A node that refers to a list. Raises KeyError when there is none."""
        if name not in self._nodes:
            if name in self._open:
                raise PatternError(f"the word list “{name}” contains itself")
            self._open.append(name)
            try:
                self.own[name], self.own_nodes[name] = self._build(self._entries[name])
            finally:
                self._open.pop()
        return list_node(name, self._nodes[name])

    def _build(self, entries: list[Cursor]) -> tuple[WordList, Node]:
        if all(entry.file.trusted for entry in entries):
            return word_list([entry.string() for entry in entries], self.node)
        good = []
        for entry in entries:
            text = entry.string()
            try:
                word_list([text], self.node)
            except PatternError as error:
                entry.note(self._explain(error), error.offset)
            else:
                good.append(text)
        return word_list(good, self.node) if good else _NOTHING

    def check(self) -> None:
        """Build every list, so that mistakes in lists that nobody uses are found too."""
        for name, entries in self._entries.items():
            try:
                self.node(name)
            except PatternError as error:
                if entries:
                    entries[0].note(str(error))
                self.own[name], self.own_nodes[name] = _NOTHING

    def pattern(self, cursor: Cursor) -> Pattern | None:
        """Parse the pattern at a cursor; a mistake is noted there and gives None."""
        text = cursor.string()
        if not text.strip():
            return None
        try:
            pattern = parse(text, self.node)
            if not cursor.file.trusted:
                self._try(pattern)
        except PatternError as error:
            cursor.note(self._explain(error), error.offset)
            return None
        return pattern

    def patterns(self, cursor: Cursor) -> tuple[Pattern, ...]:
        parsed = (self.pattern(c) for c in cursor.texts())
        return tuple(p for p in parsed if p)

    def _explain(self, error: PatternError) -> str:
        text = str(error)
        if text.startswith("unknown word list"):
            name = text.split("“")[1].rstrip("”")
            text += did_you_mean(name, [*self._entries, *self._nodes])
        return text

    def _try(self, pattern: Pattern) -> None:
        """Raise PatternError when the pattern does not compile or matches the empty string."""
        if self._matcher is None:
            from medlint.matching import Matcher

            self._matcher = Matcher(self.lists)
        try:
            if self._matcher.check(pattern):
                raise PatternError("the pattern matches the empty string")
        except re.error as error:
            raise PatternError(f"not a valid pattern: {error}") from None
