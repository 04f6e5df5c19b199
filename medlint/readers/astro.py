"""Astro: the script in front (`---`), and a template in which `{…}` is code that may hold markup again."""

from __future__ import annotations

import re

from medlint.document import Document
from medlint.readers.single_file import Template

_OPENING = re.compile(r"\s*---")
_CLOSING = re.compile(r"^[ \t]*---", re.M)


def read(path: str, source: str) -> Document:
    """The document of an Astro page or component."""
    template = Template(source, "astro")
    begin = 0
    opening = _OPENING.match(source)
    if opening:
        line_end = source.find("\n", opening.end())
        close = source.find("---", opening.end(), line_end if line_end >= 0 else len(source))  # all on one line
        if close < 0:
            closing = _CLOSING.search(source, opening.end())
            close = closing.end() - 3 if closing else source.find("---", opening.end())
        if close < 0:
            template.problems.append((0, "The script in front is never closed; add a line “---” below it."))
        else:
            template.script(opening.end(), close, "tsx")
            begin = close + 3
    template.run(begin, len(source))
    return template.document(path)
