"""What generators of sites put into Markdown: Liquid tags and attribute lines (Jekyll), shortcodes (Hugo)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.comments import MENTION, Comment
from medlint.document import Block
from medlint.expressions import expression
from medlint.readers.escapes import Piece, pieces
from medlint.readers.values import value_blocks

_NO_WIDTH = "\u200b"
_TAG = expression(
    r"\{%-?\s*(?P<end>end)?(?P<name>comment|highlight|raw)\b[^%\r\n]{0,200}%\}"
    r"|\{:{1,2}[ \t]*[\w.#/:][^{}\r\n]{0,500}\}"
)
_COMMENT = expression(
    r"(?:^|(?<=\r))[ \t>]*(?P<link>\[(?://|comment)\]:[ \t]*(?:#|<#?>)[ \t]+"
    r"(?:\((?P<round>[^()\r\n]*)\)|\"(?P<double>[^\"\r\n]*)\"|'(?P<single>[^'\r\n]*)')[ \t]*)(?=[\r\n]|\Z)"
    r"|\{%-?[ \t]*comment\b[^%\r\n]{0,200}%\}"
    r"(?P<liquid>(?:[^{]|\{(?!%-?[ \t]*(?:end)?comment\b))*+)\{%-?[ \t]*endcomment\b[ \t]*-?%\}",
    re.M | re.S,
)
_EMPTIED = expression(r"(?:(?<=[\r\n])|\A)[ \t]*+\u200b[ \t\u200b]*+(?=[\r\n]|\Z)")
_NOT_LINE_ENDS = expression(r"[^\r\n]")
_SHORTCODE = expression(
    r"<!--(?:.*?-->|.*)"
    r"|\{\{[<%]\s*(?P<name>\w[\w/.-]*+)"
    r"(?P<arguments>(?:[^\"`{}>%]++|\"(?:[^\"\\]|\\.){0,5000}+\"|`[^`]{0,5000}+`){0,200}+)[>%]\}\}",
    re.S,
)
_ARGUMENT = expression(r"(?:(?P<key>[\w-]+)\s*=\s*)?(?:\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|`(?P<raw>[^`]*)`)", re.S)


def without_tags(source: str) -> str:
    """The source, of the same length, without Liquid's comments, listings and `raw` tags and without `{: .class}`."""
    if "{%" not in source and "{:" not in source:
        return source
    out: list[str] = []
    at = 0
    region = ""  # the comment or listing that is open, and where it began
    begin = 0
    for m in _TAG.finditer(source):
        name = m["name"]
        if region:
            if not (m["end"] and name == region):
                continue
            region = ""
        elif name in ("comment", "highlight"):
            if not m["end"]:
                region, begin = name, m.start()
            continue
        else:
            begin = m.start()
        out += (source[at:begin], _NOT_LINE_ENDS.sub(_NO_WIDTH, source[begin : m.end()]))
        at = m.end()
    out.append(source[at:])
    # A line that holds nothing more is blank; elsewhere spaces would part words, or make code of a paragraph.
    return _EMPTIED.sub(lambda m: " " * len(m[0]), "".join(out))


def comments_of(source: str, start: int) -> Iterator[Comment]:
    """What may be comments beside those of HTML: `[//]: # (…)` and Liquid's `{% comment %}`; in code they are none."""
    for m in _COMMENT.finditer(source, start):
        group = next(g for g in ("round", "double", "single", "liquid") if m[g] is not None)
        if MENTION in m[group]:
            whole = m.span("link") if m["link"] else m.span()
            yield Comment(*whole, ((m[group], *m.span(group)),))


def inline_pieces(value: str, source: str, start: int, end: int) -> Iterator[Piece]:
    """HTML that goes over several lines of a block quote, without the marks of the quote in source[start:end]."""
    at = start
    for line in value.splitlines(keepends=True):
        text = line.rstrip("\r\n")
        found = source.find(text, at, end)
        if found >= 0:
            at = found + len(text)
            yield text, found, at
        yield "\n", max(start, at - 1), at + 1


def shortcode_blocks(source: str, start: int) -> list[Block]:
    """The copy among the arguments of Hugo's shortcodes: `{{< figure caption="…" >}}`."""
    found: list[Block] = []
    if "{{<" not in source and "{{%" not in source:
        return found
    for m in _SHORTCODE.finditer(source, start):
        if not m["name"]:
            continue
        for a in _ARGUMENT.finditer(source, *m.span("arguments")):
            group = "quoted" if a["quoted"] is not None else "raw"
            key = a["key"] or ""
            written = pieces(source, *a.span(group), "json" if group == "quoted" else "raw")
            found += value_blocks(written, "alt" if key == "alt" else "value", key, markdown=True)
    for block in found:
        block.key_path = None
    return found
