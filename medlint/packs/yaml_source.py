"""YAML with a place for every value.

A `Cursor` is one value of a file. Its methods return what was asked for; a value of the wrong kind is
noted in the file's list of mistakes and an empty value is returned, so that one reading finds them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from medlint.packs.errors import Mistake, did_you_mean

# The base loader takes every scalar as it is written: a bare “no” stays “no”.
_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ALIAS = re.compile(r"(?:^|[\s\[{,])[&*]\w", re.M)
MAX_BYTES = 5_000_000


@dataclass(slots=True)
class YamlFile:
    """One file as it is read: its text by line and the mistakes found so far.

    The patterns of a `trusted` file (one that ships, proved by the tests) are not tried at every start.
    """

    path: str
    trusted: bool = False
    lines: list[str] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def note(self, message: str, line: int = 1, column: int = 1) -> None:
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        self.mistakes.append(Mistake(self.path, line, column, message, excerpt))


def load(path: Path, shown: str | None = None, *, trusted: bool = False) -> tuple[YamlFile, Cursor | None]:
    """Read one YAML file. The cursor is None when nothing can be read from it (the file then says why)."""
    file = YamlFile(shown or str(path), trusted)
    try:
        data = path.read_bytes()
    except OSError as error:
        file.note(f"cannot be read: {error.strerror or error}")
        return file, None
    return file, _compose(file, data)


def load_text(text: str, shown: str) -> tuple[YamlFile, Cursor | None]:
    """The same for a text at hand."""
    file = YamlFile(shown)
    return file, _compose(file, text.encode())


def _compose(file: YamlFile, data: bytes) -> Cursor | None:
    if len(data) > MAX_BYTES:
        file.note(f"is larger than {MAX_BYTES:,} bytes; split the pack into several files")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        file.note(f"is not UTF-8 (byte {error.start}); save it as UTF-8")
        return None
    file.lines = text.splitlines()
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        file.note(f"not valid YAML: {error.problem or error}", *place)
        return None
    except yaml.YAMLError as error:
        file.note(f"not valid YAML: {error}")
        return None
    except RecursionError:
        file.note("is nested too deeply")
        return None
    if node is None:
        file.note("is empty")
        return None
    if _ALIAS.search(text) and _shares_nodes(node):
        file.note("uses an anchor or alias (& or *); write the value out")
        return None
    return Cursor(file, node)


def _shares_nodes(root: yaml.Node) -> bool:
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) in seen:
            return True
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            stack.extend(part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)
    return False


@dataclass(frozen=True, slots=True)
class Cursor:
    """One YAML value and its place."""

    file: YamlFile
    node: yaml.Node

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1

    @property
    def column(self) -> int:
        return int(self.node.start_mark.column) + 1

    def note(self, message: str, shift: int = 0) -> None:
        """Note a mistake here, `shift` characters into the value."""
        quoted = isinstance(self.node, yaml.ScalarNode) and self.node.style in ("'", '"')
        self.file.note(message, self.line, self.column + shift + (1 if quoted and shift else 0))

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_sequence(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def is_empty_text(self) -> bool:
        """Whether this is “""”, written out, as one who means it does."""
        return isinstance(self.node, yaml.ScalarNode) and self.node.style in ("'", '"') and not self.node.value

    def pairs(self) -> list[tuple[Cursor, Cursor]]:
        """Keys and values of a mapping; a key given twice is a mistake."""
        if not isinstance(self.node, yaml.MappingNode):
            self.note("should be a mapping (key: value)")
            return []
        seen: dict[str, int] = {}
        out = []
        for key_node, value_node in self.node.value:
            key = Cursor(self.file, key_node)
            name = str(key_node.value)
            if name in seen:
                key.note(f"the key “{name}” is given twice (first on line {seen[name]})")
                continue
            seen[name] = key.line
            out.append((key, Cursor(self.file, value_node)))
        return out

    def fields(self, known: Iterable[str], required: Iterable[str] = ()) -> dict[str, Cursor]:
        """A mapping with known keys; an unknown key or a missing required one is a mistake."""
        known = list(known)
        out: dict[str, Cursor] = {}
        for key, value in self.pairs():
            name = str(key.node.value)
            if name not in known:
                key.note(f"unknown key “{name}”{did_you_mean(name, known)}")
                continue
            out[name] = value
        if self.is_mapping:
            for name in required:
                if name not in out:
                    self.note(f"“{name}” is missing")
        return out

    def items(self) -> list[Cursor]:
        """The values of a sequence."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.note("should be a list")
            return []
        return [Cursor(self.file, node) for node in self.node.value]

    def string(self) -> str:
        """A text; numbers and dates are taken as written."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.note("should be a text")
            return ""
        text = str(self.node.value)
        if "\b" in text:
            self.note("“\\b” in double quotes is a backspace character; use single quotes")
            return ""
        if not text.strip():
            self.note("is empty")
        return text

    def strings(self) -> list[str]:
        """A list of texts; a single text counts as a list of one."""
        return [cursor.string() for cursor in self.texts()]

    def texts(self) -> list[Cursor]:
        return [self] if isinstance(self.node, yaml.ScalarNode) else self.items()

    def choice(self, known: Iterable[str]) -> str:
        """One of the known words."""
        known = list(known)
        text = self.string()
        if text and text not in known:
            self.note(f"“{text}” is none of {', '.join(known)}{did_you_mean(text, known)}")
            return known[0]
        return text or known[0]

    def number(self) -> int:
        text = self.string()
        if not text.isdigit():
            self.note("should be a whole number")
            return 0
        return int(text)

    def flag(self) -> bool:
        return self.choice(("no", "yes", "false", "true")) in ("yes", "true")
