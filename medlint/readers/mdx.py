"""MDX: Markdown with elements of JSX, `{…}`, imports and exports."""

from __future__ import annotations

import re

from medlint.comments import Comment
from medlint.document import Block, Document, Problem
from medlint.readers import front_matter
from medlint.readers.single_file import Template

_MODULE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?^[ \t]*(?P=fence)[`~]*[ \t]*$|.*)"
    r"|^(?P<module>import\s*(?:[\"'{*]|type\s|[\w$]+\s*(?:,|from\b))"
    r"|export\s+(?:const|let|var|default|function|async|class|type|interface|[{*]))",
    re.M | re.S,
)
_TOKEN = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|//[^\n]*|/\*.*?\*/"
    r"|(?P<open>[\[({])|(?P<close>[\])}])|(?P<blank>\r?\n[ \t]*(?=\r?\n|\Z)|\Z)",
    re.S,
)
_MOST_FAILURES = 5


class _Mdx(Template):
    def inner(self, text: str) -> tuple[list[Block], list[tuple[int, str]], list[Comment]]:
        from medlint.readers.markdown import body

        return body(text, 0)


def read(path: str, source: str) -> Document:
    """The document of an MDX file."""
    template = _Mdx(source, "mdx")
    top = front_matter.read(source)
    if top.layout:
        template.uses.take(top.layout)
    at = top.end
    for start, end in _modules(source, top.end):
        template.run(at, start)
        template.script(start, end, "tsx")
        template.emit_as("\n\n", start, end)
        at = end
    template.run(at, len(source))
    document = template.document(path)
    document.blocks = top.blocks + document.blocks
    document.comments += top.comments
    document.labels += [label for label in top.labels if label not in document.labels]
    document.problems = sorted(
        [*document.problems, *(Problem(document.place(offset).line, what) for offset, what in top.problems)]
    )
    return document


def _modules(source: str, at: int) -> list[tuple[int, int]]:
    """Where imports and exports stand: to the first blank line at which no bracket is open."""
    found: list[tuple[int, int]] = []
    failures = 0
    while True:
        m = _MODULE.search(source, at)
        if m is None:
            return found
        at = m.end()
        if m["module"] is None:
            continue
        depth = first = end = 0
        for token in _TOKEN.finditer(source, m.start()):
            depth += (token["open"] is not None) - (token["close"] is not None)
            if token["blank"] is not None:
                first = first or token.end()
                if depth <= 0 or failures > _MOST_FAILURES:
                    end = token.end()
                    break
        failures += not end
        at = max(at, end or first)
        found.append((m.start(), at))
