"""Where a paragraph that a page lacks can be put into its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.document import Block, Document
from medlint.findings import Finding

_BLANK_LINES = frozenset({"markdown", "mdx", "text", "rst", "asciidoc"})
"""Formats in which blank lines part paragraphs."""
_TAGS = frozenset({"markdown", "mdx", "html", "javascript", "astro", "vue", "svelte", "template"})
"""Formats in which a paragraph can be an element."""
_STRICT = frozenset({"mdx", "javascript", "astro"})
"""Formats in which an element may have to be alone where it is."""

_CLOSES = re.compile(r"(?:\s*</(?!p\b)(?:a|abbr|b|cite|em|i|mark|small|span|strong|sub|sup|u)\s*>)*\s*</p\s*>", re.I)
_OPENS = re.compile(r"<p(?:\s[^<>]*)?>", re.I)
_FOLLOWS = re.compile(r"\s*(?:</[\w.:-]*>|<[A-Za-z>])")
_INDENT = re.compile(r"[ \t]*\Z")


def insertions(document: Document, finding: Finding, text: str) -> Iterator[tuple[int, str]]:
    """Where a paragraph can be put into a page (source offsets), and its source: behind the one with the finding, else
    at the end.

    `text` is written as the format writes it. Not all that is yielded is right: the page is to be read again.
    """
    for block in _paragraphs(document, finding):
        end = block.source_span(0, len(block.visible)).end
        if document.format in _TAGS:
            yield from _behind_element(document, block, end, text)
        if document.format in _BLANK_LINES:
            yield from _behind_lines(document, block, end, text)


def _paragraphs(document: Document, finding: Finding) -> Iterator[Block]:
    """Paragraphs of the page's own voice behind which one more can stand."""
    own = [
        b
        for b in document.blocks
        if b.kind == "paragraph" and not (b.context or b.key_path or b.anchor or b.small) and b.runs
    ]
    here = [b for b in own if b.runs[0][1] <= finding.span.start < b.source_span(0, len(b.visible)).end]
    yield from here
    yield from (b for b in reversed(own) if b not in here)


def _behind_element(document: Document, block: Block, end: int, text: str) -> Iterator[tuple[int, str]]:
    source = document.source
    closing = _CLOSES.match(source, end)
    openings = list(_OPENS.finditer(source, max(0, block.runs[0][1] - 2000), block.runs[0][1]))
    if not (closing and openings):
        return
    at, first = closing.end(), openings[-1].start()
    if document.format in _STRICT and not _FOLLOWS.match(source, at):
        return
    lead = _INDENT.search(source, 0, first)
    opens_line = lead and (lead.start() == 0 or source[lead.start() - 1] in "\r\n")
    gap = _newline(source) + lead[0] if lead and opens_line else ""
    yield at, f"{gap}<p>{text}</p>"


def _behind_lines(document: Document, block: Block, end: int, text: str) -> Iterator[tuple[int, str]]:
    line = document.line_span(document.place(block.runs[0][1]).line)
    if document.source[line.start : line.start + 1].isspace():
        return
    stop = document.line_span(document.place(max(end - 1, 0)).line).end
    yield stop, _newline(document.source) * 2 + text


def _newline(source: str) -> str:
    return "\r\n" if "\r\n" in source else "\n"
