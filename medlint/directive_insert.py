"""Putting a directive into the source of a page, in a comment of its format, so that a finding is let stand.

What is put in is tried: the page is read again, must say what it said, and the directive must hold for the finding.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import PurePath
from typing import NamedTuple

from medlint.directives import Directive, Lines
from medlint.document import Document, Span
from medlint.findings import Finding
from medlint.readers import ReadError, read

_HTML, _BRACES, _SLASHES, _STARS, _HASH = "<!-- {} -->", "{{/* {} */}}", "// {}", "/* {} */", "# {}"
_JINJA, _MUSTACHE, _ERB = ("{{# {} #}}",), ("{{{{!-- {} --}}}}",), ("<%# {} %>",)
_GO, _LIQUID = ("{{{{/* {} */}}}}",), ("{{% comment %}} {} {{% endcomment %}}",)

_STYLES = {
    "markdown": (_HTML, _HASH),
    "html": (_HTML,),
    "mdx": (_BRACES, _HTML, _HASH),
    "astro": (_SLASHES, _HTML),
    "vue": (_SLASHES, _HTML, _STARS),
    "svelte": (_SLASHES, _HTML, _STARS),
    "javascript": (_SLASHES, _BRACES, _STARS),
    "yaml_file": (_HASH,),
    "toml_file": (_HASH,),
    "template": (_HTML,),
    "wxr": (_HTML,),
    "captions": ("NOTE {}",),
    "po": (_HASH,),
    "rst": (".. {}",),
    "asciidoc": (_SLASHES,),
}
"""How comments are written, by format. {} is what one says; one that would be text where it stands is not taken."""

_OF_TEMPLATES = {
    ".liquid": _LIQUID, ".njk": _JINJA, ".jinja": _JINJA, ".jinja2": _JINJA, ".j2": _JINJA, ".twig": _JINJA,
    ".hbs": _MUSTACHE, ".handlebars": _MUSTACHE, ".mustache": _MUSTACHE, ".erb": _ERB, ".ejs": _ERB, ".tmpl": _GO,
    ".gohtml": _GO, ".php": (_SLASHES, "<?php /* {} */ ?>"),
}  # fmt: skip
"""The same for templates, in comments that do not come into the page."""

_APART = frozenset({"captions", "rst"})
"""Formats in which a blank line stands behind a comment."""

_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_FIRST_LINE = re.compile(r"\s*<[?!]|WEBVTT")
_TRIED = "reason"


class Directed(NamedTuple):
    """A directive on its way into a source: `text` goes in at the offset `at`; in that, the reason is at `reason`."""

    at: int
    text: str
    reason: int


def directed(document: Document, finding: Finding, reason: str = "") -> Directed | None:
    """How a finding is let stand by a comment: beside it, or for the whole file if it is about that. None if by none.

    Without a reason its place is left empty: the directive does not hold until there is one. A reason is on one line.
    """
    ways = _ways(document, finding, reason or _TRIED)
    found = next((one for one in ways if _holds(document, finding, one, reason or _TRIED)), None)
    if found is None or reason:
        return found
    return found._replace(text=found.text[: found.reason] + found.text[found.reason + len(_TRIED) :])


def _ways(document: Document, finding: Finding, reason: str) -> Iterator[Directed]:
    """Where a directive could stand, and how it would be written there, what is best first."""
    name = document.format or ""
    suffix = PurePath(document.path).suffix.lower()
    if name == "json_file":
        yield from _keys(document, finding, reason)
    styles = (*_OF_TEMPLATES.get(suffix, ()), *_STYLES.get(name, ()), *((_SLASHES,) if suffix == ".jsonc" else ()))
    source, newline = document.source, _newline(document.source)
    line = document.line_span(document.place(finding.span.start).line)
    last = document.line_span(document.place(max(finding.span.start, finding.span.end - 1)).line)
    behind = [newline * 2] if name in _APART else [newline, newline * 2]
    above = [(at, _indent(source, at), gap) for at in (line.start, _paragraph(document, line.start)) for gap in behind]
    beside = [(last.end, " ", ""), (finding.span.end, " ", " ")]
    if finding.is_page_level:
        for at in _tops(document):
            places = [(at, before, gap) for before in ("", newline) for gap in behind]
            for style, place in product(styles, places):
                yield _written(style, "disable-file", finding, reason, *place)
    kinds = [("disable-next-line", above), ("disable-line", beside)]
    for kind, places in reversed(kinds) if _LIST_ITEM.match(source, line.start) else kinds:
        for style, place in product(styles, places):
            yield _written(style, kind, finding, reason, *place)


def _keys(document: Document, finding: Finding, reason: str) -> Iterator[Directed]:
    """Ways in JSON, where a key is the comment."""
    source, newline = document.source, _newline(document.source)
    line = document.line_span(document.place(finding.span.start).line).start
    escaped = json.dumps(reason, ensure_ascii=False)[1:-1]
    says = f'"{finding.rule} -- {escaped}",'
    if finding.is_page_level:
        first = source.find("{") + 1
        inner = re.compile(r"\s*?\n([ \t]*)").match(source, first)
        text = f'{newline}{inner[1] if inner else ""}"medlint-disable-file": {says}'
        yield Directed(first, text, len(text) - 2 - len(escaped))
    text = f'{_indent(source, line)}"medlint-disable-next-line": {says}'
    yield Directed(line, text + newline, len(text) - 2 - len(escaped))


def _written(style: str, kind: str, finding: Finding, reason: str, at: int, before: str, behind: str) -> Directed:
    text = before + style.format(f"medlint-{kind} {finding.rule} -- {reason}") + behind
    return Directed(at, text, text.rindex(reason))


def _newline(source: str) -> str:
    return "\r\n" if "\r\n" in source else "\n"


def _indent(source: str, at: int) -> str:
    return re.compile(r"[ \t]*").match(source, at)[0]  # type: ignore[index] # it can be empty


def _paragraph(document: Document, at: int) -> int:
    """Where the first of the lines begins that stand above a place without a blank line between them."""
    line = document.place(at).line
    while line > 1 and document.source[slice(*document.line_span(line - 1))].strip():
        line -= 1
    return document.line_span(line).start


def _tops(document: Document) -> list[int]:
    """Where what is about the whole page can stand: at the very top, or above the first text that is no value."""
    body = next((b.runs[0][1] for b in document.blocks if not b.key_path and b.runs), 0)
    line = document.line_span(document.place(body).line).start
    declared = bool(_FIRST_LINE.match(document.source))
    second = document.line_starts[min(1, len(document.line_starts) - 1)]
    return [at for at in (second if declared else 0, _paragraph(document, line), line) if at or not declared]


def _holds(document: Document, finding: Finding, one: Directed, reason: str) -> bool:
    """Whether the page with a directive put in says what it said, and the directive is about the finding."""
    source = document.source[: one.at] + one.text + document.source[one.at :]
    if _is_json(document.source) and not _is_json(source):
        return False
    try:
        new = read(document.path, codecs.BOM_UTF8 + source.encode(), document.format)
    except (ReadError, UnicodeEncodeError):
        return False
    if _said(new) != _said(document) or len(new.problems) > len(document.problems):
        return False
    lines = Lines(new)
    if len(lines.directives) != len(Lines(document).directives) + 1:
        return False
    moved = len(one.text) if one.at <= finding.span.start else 0
    span = Span(finding.span.start + moved, finding.span.end + moved)
    own = (d for d in lines.directives if isinstance(d, Directive) and 0 <= d.span.start - one.at < len(one.text))
    return any(
        [name for name, _ in d.names] == [finding.rule] and d.reason == reason and _covers(lines, d, span) for d in own
    )


def _covers(lines: Lines, directive: Directive, span: Span) -> bool:
    start, end = lines.reach(directive)
    return span.start < end and span.end > start if directive.kind == "line" else start <= span.start < end


def _is_json(source: str) -> bool:
    if source.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(source)
    except (ValueError, RecursionError):
        return False
    return True


def _said(document: Document) -> list[object]:
    """What a reader of the page gets, and what else the page is."""
    blocks = [(b.kind, b.visible, b.key_path, b.level, b.context, b.row, b.anchor, b.small) for b in document.blocks]
    return [blocks, document.labels, document.imports]
