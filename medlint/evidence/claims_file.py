"""Adding a claim to a file of cleared claims, which stays as its owner wrote it: comments, order, quotes, line ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from medlint.evidence.cleared import KEYS
from medlint.packs.yaml_source import load_text

START = (
    "# Claims that have been cleared: exact texts, by whom, when, for where. Made for `medlint --claims`.\nclaims:\n"
)

Value = str | Sequence[str]


class AddError(Exception):
    """A claim that cannot be added, in one sentence."""


def appended(text: str, claim: Mapping[str, Value], shown: str) -> str:
    """The text of a file with one more claim behind its last one. Raises AddError.

    `claim` holds values by the keys of a claim; empty ones are left out. `shown` is what the file is called.
    """
    if not text.strip():
        text = START
    newline = "\r\n" if "\r\n" in text else "\n"
    at, indent = _place(text, shown)
    if at and not text[:at].endswith("\n"):
        text, at = text[:at] + newline + text[at:], at + len(newline)
    return text[:at] + newline.join([*_entry(claim, indent), ""]) + text[at:]


def _place(text: str, shown: str) -> tuple[int, int]:
    """Where the new entry goes (the start of a line) and how far it is indented."""
    _, cursor = load_text(text, shown)
    root = cursor.node if cursor else None
    pairs = root.value if isinstance(root, yaml.MappingNode) and not root.flow_style else []
    claims = next((value for key, value in pairs if key.value == "claims"), None)
    if claims is None:
        raise AddError(f"{shown}: has no “claims:” of its own line to add to; write it at the left margin")
    if isinstance(claims, yaml.SequenceNode) and not claims.flow_style:
        return _line_after(text, _last_line(text, claims)), claims.start_mark.column
    if isinstance(claims, yaml.ScalarNode) and not claims.value:
        key = next(key for key, value in pairs if value is claims)
        return _line_after(text, key.end_mark.line), 2
    raise AddError(
        f"{shown}:{claims.start_mark.line + 1}: “claims” is no list with a dash to each claim; write it so, then add"
    )


def _last_line(text: str, node: yaml.Node) -> int:
    """The line (from 0) on which the last value of a list ends; blank lines and comments behind it are not its own."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        lines = text.splitlines()
        line = node.end_mark.line - (node.end_mark.line == len(lines) or node.end_mark.column == 0)
        while line > node.start_mark.line and not lines[line].strip():
            line -= 1
        return line
    return node.end_mark.line


def _line_after(text: str, line: int) -> int:
    """The offset at which the line after a line (from 0) begins, or the end of the text."""
    lines = text.splitlines(keepends=True)
    return sum(map(len, lines[: line + 1]))


def _entry(claim: Mapping[str, Value], indent: int) -> list[str]:
    lines: list[str] = []
    for key in KEYS:
        value = claim.get(key)
        if value:
            lines += _dumped(key, " ".join(value.split()) if isinstance(value, str) else list(value))
    margin = " " * indent
    return [margin + ("- " if number == 0 else "  ") + line for number, line in enumerate(lines)]


def _dumped(key: str, value: str | list[str]) -> list[str]:
    if isinstance(value, list):
        plain = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10_000).strip()
        return [f"{key}: {plain}"]
    if key in ("approved_on", "expires"):
        return [f"{key}: {value}"]
    return yaml.safe_dump({key: value}, allow_unicode=True, width=100).splitlines()
