"""Content kept as data: string values with labels and key paths."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from medlint.comments import MENTION, Comment
from medlint.document import Block, BlockKind, Document, Problem
from medlint.expressions import expression
from medlint.readers.states import states, voice
from medlint.readers.values import Value, value_blocks

_OURS = expression(r"medlint(?:[.\[]|\Z)|(?:.*\.)?medlint-[^.]*\Z", re.S)
_STEP = expression(r"[.\[]")
_TOP_LEVEL: dict[str, BlockKind] = {
    "title": "title",
    "description": "meta",
    "summary": "meta",
    "excerpt": "meta",
}


class Data(NamedTuple):
    """What data hold: blocks, the labels of the whole, and its values (key path, text)."""

    blocks: list[Block]
    labels: list[str]
    texts: dict[str, str]


def read(values: Iterable[Value], prefix: str = "") -> Data:
    """The copy among values; `prefix` says which of several pieces of data they are, and goes before the key paths."""
    known = [Value(v.key_path, list(v.pieces)) for v in values]
    texts = {v.key_path: "".join(text for text, _, _ in v.pieces) for v in known}
    labels = states(texts.items())
    whole = [] if prefix else labels.pop("", [])
    drafts = {owner for owner, names in labels.items() if "draft" in names}
    found: list[Block] = []
    for key_path, pieces in known:
        if MENTION in key_path and _OURS.match(key_path):
            continue
        blocks = value_blocks(pieces, _TOP_LEVEL.get(key_path, "value"), key_path, markdown=True)
        context = "draft" if _within(key_path, drafts) else voice(key_path, texts.keys())
        for block in blocks:
            block.key_path = prefix + key_path
            block.context = block.context or context
        found += blocks
    return Data(found, whole, texts)


def comments(source: str, start: int, end: int, language: str) -> list[Comment]:
    """The comments of the data in source[start:end] that name medlint, and the values of the keys that are for it.

    The data must be valid (`yaml`, `toml`), or made out as well as can be (`json`).
    """
    if source.find(MENTION, start, end) < 0:
        return []
    if language == "yaml":
        from medlint.readers.yaml_strings import comments as yaml_comments

        return list(yaml_comments(source, start, end))
    if language == "toml":
        from medlint.readers.toml_strings import comments as toml_comments

        return list(toml_comments(source, start, end))
    from medlint.readers.json_comments import comments as json_comments

    return json_comments(source, start, end)


def _within(key_path: str, owners: set[str]) -> bool:
    """Whether a key path leads through one of `owners`."""
    return bool(owners) and ("" in owners or any(key_path[: m.start()] in owners for m in _STEP.finditer(key_path)))


class DataFile:
    """Gathers one or more pieces of data into a document."""

    def __init__(self, path: str, source: str) -> None:
        self.document = Document(path, source, [])

    def add(self, values: Iterable[Value], prefix: str = "") -> None:
        """Read the values of one piece of data."""
        data = read(values, prefix)
        self.document.blocks += data.blocks
        self.document.labels += [name for name in data.labels if name not in self.document.labels]

    def problem(self, offset: int, message: str) -> None:
        """Note what is wrong at a source offset."""
        offset = min(offset, max(len(self.document.source) - 1, 0))
        self.document.problems.append(Problem(self.document.place(offset).line, message))
