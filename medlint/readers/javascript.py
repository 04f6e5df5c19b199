"""JavaScript, TypeScript and their kinds with markup: JSX text and props, strings in data, JSON-LD, page metadata."""

from __future__ import annotations

from pathlib import PurePath

from medlint.document import Document, Problem
from medlint.readers.jsx import Jsx
from medlint.readers.page import Page
from medlint.readers.syntax import Dialect

_DIALECTS: dict[str, Dialect] = {".ts": "ts", ".mts": "ts", ".cts": "ts", ".tsx": "tsx"}


def read(path: str, source: str) -> Document:
    """The document of a file of code."""
    page = Page()
    script = Jsx(source, page)
    script.run(0, len(source), _DIALECTS.get(PurePath(path).suffix.lower(), "js"))
    document = Document(
        path, source, page.finish(), labels=script.labels, imports=script.uses.used, comments=page.comments
    )  # fmt: skip
    document.problems = sorted(Problem(document.place(at).line, message) for at, message in page.problems)
    return document
