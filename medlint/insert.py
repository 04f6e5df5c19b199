"""Adding to files of the user: the new text goes in, and everything else stays as it is, byte for byte."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml


def with_table(text: str, name: str, body: str) -> str | None:
    """A TOML file with a table `[tool.NAME]` behind everything that is in it; `body` are the lines below its header.

    None where it cannot be put there without changing what the file says.
    """
    table = f"[tool.{name}]\n{body}"
    lead = "" if not text or text.endswith("\n") else "\n"
    new = text + _as_in(text, lead + ("\n" if text.strip() else "") + table)
    try:
        old, found = (tomllib.loads(t.removeprefix("\ufeff")) for t in (text, new))
    except tomllib.TOMLDecodeError:
        return None
    tools = old.get("tool", {})
    same = isinstance(tools, dict) and name not in tools
    return new if same and found == {**old, "tool": {**tools, **tomllib.loads(table)["tool"]}} else None


def with_item(text: str, key: str, item: str) -> str | None:
    """A YAML file with another item at the end of the list under `key`; `item` is the text of a list of one item.

    None where it cannot be put there without changing what the file says, as when the list is empty or in brackets.
    """
    import yaml

    try:
        top = yaml.compose(text, yaml.SafeLoader)
        found = _list_under(top, key)
        if found is None:
            return None
        end = _end(found)
        start = text.rfind("\n", 0, end) + 1
        at = end if end == start else text.find("\n", end) + 1 or len(text)
        indent = " " * found.start_mark.column
        lines = "".join(indent + line for line in item.splitlines(keepends=True))
        lead = "" if text[:at].endswith("\n") else "\n"
        new = text[:at] + _as_in(text, lead + lines) + text[at:]
        old, now = yaml.safe_load(text), yaml.safe_load(new)
    except (yaml.YAMLError, ValueError):
        return None
    return new if now == _added(old, key, yaml.safe_load(item)) else None


def _as_in(text: str, new: str) -> str:
    """New text with the line ends of the old."""
    return new.replace("\n", "\r\n") if "\r\n" in text else new


def _list_under(top: yaml.Node | None, key: str) -> yaml.SequenceNode | None:
    """The list under a key, if it is written an item a line and has any."""
    import yaml

    if not isinstance(top, yaml.MappingNode):
        return None
    for name, value in top.value:
        if name.value == key and isinstance(value, yaml.SequenceNode) and value.value and not value.flow_style:
            return value
    return None


def _end(node: yaml.Node) -> int:
    """Where the last thing that is written of a node ends: the marks of what is written in lines lie further on."""
    import yaml

    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(node, yaml.MappingNode) else last
    return int(node.end_mark.index)


def _added(old: Mapping[str, Any], key: str, items: list[Any]) -> dict[str, Any]:
    return {**old, key: [*old[key], *items]}
