"""The titles of Markdown links and images: `[text](address "title")`."""

from __future__ import annotations

import re

from medlint.document import Builder
from medlint.expressions import expression
from medlint.readers.entities import add_html

_DEFINITION = expression(
    r"^[ \t>]*+\[(?P<label>(?:[^\[\]\\]|\\.){1,999}+)\]:\s{0,9}(?:<[^<>\r\n]*+>|[^\s<]\S*+)\s{1,9}"
    r"(?P<title>\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))[ \t]*$",
    re.M | re.S,
)
_OPENERS = {'"': '"', "'": "'", ")": "("}
_ESCAPED = expression(r"\\(?=[!-/:-@\[-`{-~])")


def add_title(builder: Builder, source: str, start: int, end: int, title: str) -> None:
    """Add the title of the link or image in source[start:end], or of its definition elsewhere.

    Where it is not found as it should be (in a reference), the whole range stands for it.
    """
    inner_end = end - 1
    while inner_end > start and source[inner_end - 1].isspace():
        inner_end -= 1
    opener = _OPENERS.get(source[inner_end - 1]) if source[end - 1] == ")" else None
    if opener is None:
        builder.add_decoded(title, start, end)
        return
    inner_end -= 1
    at = inner_end
    while True:
        at = source.rfind(opener, start, at)
        if at < 0:
            builder.add_decoded(title, start, end)
            return
        slashes = at - len(source[start:at].rstrip("\\")) - start
        if slashes % 2 == 0:
            break
    add_unescaped(builder, source, at + 1, inner_end)


def titles_of_definitions(source: str, start: int) -> dict[str, tuple[int, int]]:
    """Where the titles of reference definitions (`[label]: address "title"`) stand, by label; the first one counts."""
    found: dict[str, tuple[int, int]] = {}
    lines = source if "\n" in source else source.replace("\r", "\n")
    lines = lines.replace("\r\n", " \n")
    for m in _DEFINITION.finditer(lines, start):
        title_start, title_end = m.span("title")
        found.setdefault(folded(m["label"]), (title_start + 1, title_end - 1))
    return found


def folded(label: str) -> str:
    """A label as labels are compared."""
    return " ".join(label.split()).casefold()


def add_unescaped(builder: Builder, source: str, start: int, end: int) -> None:
    """Add the text of a title without its quotation marks."""
    at = start
    for m in _ESCAPED.finditer(source, start, end):
        if m.start() < at:
            continue
        add_html(builder, source, at, m.start())
        builder.add(source[m.end()], m.end())
        at = m.end() + 1
    add_html(builder, source, at, end)
