"""The content of a WordPress post: shortcodes opened, paragraphs parted as WordPress parts them."""

from __future__ import annotations

import re

from medlint.readers.escapes import Piece
from medlint.readers.values import Value

_BREAK = re.compile(
    r"<[A-Za-z/][^<>]*>"
    r"|(?P<blank>[ \t]*+\r?\n[ \t]*+\r?\n\s*+)"
    r"|\[(?P<slash>/?)(?P<name>[a-zA-Z][\w-]*+)"
    r"(?P<attributes>(?:\s++(?:[\w-]++\s*+=\s*+(?:\"[^\"]{0,5000}+\"|'[^']{0,5000}+'|[^\s\[\]\"'/]++)|[\w\"':.-]++)){0,200}+)"
    r"\s*+(?P<empty>/?)\](?!\()",
)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
# Page builders: their tags are the boxes of the page.
_BOX = re.compile(
    r"(?:vc|et_pb|fusion|av|cs|mk|ult|us|td|kc|fl|elementor|thrive|row|column|col|section|box|tab|accordion|toggle)"
    r"(?:_|s?\b)"
)


def opened(text: str) -> tuple[list[Piece], list[Value]]:
    """The content with `<p>` for blank lines and without shortcodes, and the attributes of these."""
    found: list[Piece] = []
    values: list[Value] = []
    closed = set(re.findall(r"\[/([a-zA-Z][\w-]*)\]", text))
    at = 0
    for m in _BREAK.finditer(text):
        name = m["name"]
        if m["blank"]:
            instead = "<p>"
        elif name and ("=" in m["attributes"] or m["slash"] or m["empty"] or name in closed or "_" in name):
            instead = "<p>" if _BOX.match(name) else " "
            for a in _ATTRIBUTE.finditer(text, m.start("attributes"), m.end("attributes")):
                group = 2 if a[2] is not None else 3
                if a[group]:
                    values.append(Value(a[1], [(a[group], a.start(group), a.end(group))]))
        else:
            continue
        if at < m.start():
            found.append((text[at : m.start()], at, m.start()))
        # A piece of the same length as what it stands for would be taken to be what stands there.
        if m.end() - m.start() == len(instead):
            instead += " "
        found.append((instead, m.start(), m.end()))
        at = m.end()
    if at < len(text):
        found.append((text[at:], at, len(text)))
    return found, values
