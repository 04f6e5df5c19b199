"""Templates: the HTML (or Markdown, or text) that is left when the tags are taken out of them."""

from __future__ import annotations

from pathlib import PurePath

from medlint.comments import Comment
from medlint.document import Block, Document, Problem
from medlint.readers import front_matter, template_tags
from medlint.readers.values import View, value_blocks

_AROUND = frozenset(
    {".j2", ".jinja", ".jinja2", ".tmpl", ".erb", ".ejs", ".njk", ".liquid", ".hbs", ".mustache", ".twig"}
)
_MARKDOWN = frozenset({".md", ".markdown"})
_NO_COPY = frozenset(
    {
        ".bash", ".cfg", ".conf", ".css", ".csv", ".env", ".go", ".ics", ".ini", ".js", ".json", ".mjs", ".properties",
        ".py", ".rb", ".rs", ".rss", ".scss", ".service", ".sh", ".sql", ".tf", ".toml", ".ts", ".vcf", ".xml",
        ".yaml", ".yml",
    }
)  # fmt: skip
"""What a template makes when its name says so (`nginx.conf.j2`), and nobody reads."""


def read(path: str, source: str) -> Document:
    """The document of a template."""
    suffixes = [suffix.lower() for suffix in PurePath(path).suffixes]
    made = suffixes[-2] if len(suffixes) > 1 and suffixes[-1] in _AROUND else ""
    document = Document(path, source, [])
    if made in _NO_COPY:
        return document
    top = front_matter.read(source)
    tags = template_tags.read(source, top.end, erb=suffixes[-1:] == [".erb"], blade=suffixes[-2:] == [".blade", ".php"])
    view = View(tags.pieces)
    blocks, problems, comments = _body(path, view.text, made)
    document.blocks = top.blocks + [view.outward(block) for block in blocks] + _strings(tags)
    document.blocks[len(top.blocks) :] = sorted(document.blocks[len(top.blocks) :], key=lambda block: block.runs[0][1])
    document.comments = [*top.comments, *tags.comments, *map(view.comment, comments)]
    document.labels += top.labels
    document.imports += [name for name in (top.layout, *tags.imports) if name]
    told = top.problems + [(view.source(at)[0] if at < len(view.text) else len(source), what) for at, what in problems]
    document.problems = sorted(Problem(document.place(at).line, message) for at, message in told)
    return document


def _body(path: str, text: str, made: str) -> tuple[list[Block], list[tuple[int, str]], list[Comment]]:
    if made in _MARKDOWN:
        from medlint.readers.markdown import body

        return body(text, 0)
    if made == ".txt":
        from medlint.readers.text import read as read_text

        return read_text(path, text).blocks, [], []
    from medlint.readers.html import HtmlReader
    from medlint.readers.page import Page

    page = Page()
    HtmlReader(text, page).run(0, len(text))
    return page.finish(), page.problems, page.comments


def _strings(tags: template_tags.Tags) -> list[Block]:
    found: list[Block] = []
    for key, pieces in tags.strings:
        found += value_blocks(pieces, "value", key)
    for block in found:
        block.key_path = block.key_path or None
    return found
