"""How words can be put in the place of others: what stays of the markup there, and how a format may write them.

Nothing here knows a format. What is offered are candidates, the plainest first; who asks reads the page again and takes
the first with which it says what it should.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from medlint.document import Block, Document, Span
from medlint.normalising import DROPPED

_INLINE = "a|abbr|b|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|u"
_TOKEN = re.compile(
    rf"(?P<space>[\s{DROPPED}]+|<br\s*/?>|&(?:nbsp|shy|#160|#xa0);|\{{([\"'])\s+\2\}})"
    rf"|(?P<open><(?P<opened>{_INLINE})(?:\s[^<>]*)?>)"
    rf"|(?P<close></(?P<closed>{_INLINE})\s*>)"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~|``?|\#{1,2})"
    r"|(?P<linked>\[(?!\^))|(?P<link>\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+[\"'(][^\n]*?)?\)|\[[^\[\]\n]*\]))"
    r"|(?P<joint>(?P<quote>[\"'`])\s*[+.]?\s*(?P=quote))"
    r"|(?P<other><!--.*?-->|\{/\*.*?\*/\}|\{\{.*?\}\}|\{%.*?%\}|</?[A-Za-z>][^<>]*>|.)",
    re.I | re.S,
)
_BEARS = re.compile(r"\s(?:id|name|ref|key|on\w+|v-\w+|[:@#]\w+)\s*=|\{", re.I)
"""What makes a tag more than looks."""
_QUOTED_LINES = re.compile(r"(?:[ \t]*>)+[ \t]?")
_OPENS = re.compile(rf"(?:<(?P<opened>{_INLINE})(?:\s[^<>]*)?>|(?<![*_])(?:\*{{1,3}}|_{{1,3}}))\Z", re.I)
_CLOSES = re.compile(rf"(?:</(?P<closed>{_INLINE})\s*>|(?:\*{{1,3}}|_{{1,3}})(?![*_]))", re.I)

EMPTY = re.compile(r"\[\]\(|\[\]\[|<([\w.:-]*)(?:\s[^<>]*)?>\s*</\1\s*>|(?<![\w*])\*{4,}|(?<!\w)_{4,}")
"""Markup with nothing in it."""

_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_QUOTES = {'"': "&quot;", "'": "&#39;"}
_BRACES = {"{": "&#123;", "}": "&#125;"}
_MARKDOWN = re.compile(r"[\\`*_\[\]<>~|{}]|(?<=^\d)[.)]|\A[-+#]")

_MARKUP = frozenset({"html", "template", "vue", "svelte", "astro", "mdx", "javascript", "wxr"})

Role = Literal["space", "pair", "link", "joint", "other"]


class Place(NamedTuple):
    """A source range, and what is to stand before and behind the new words in it."""

    span: Span
    before: str
    behind: str


class _Token(NamedTuple):
    """A piece of markup in the gap with this number; `partner` tells what it opens or closes."""

    gap: int
    text: str
    role: Role
    partner: str = ""
    closes: bool | None = None


def places(document: Document, block: Block, start: int, end: int, *, whole: bool) -> Iterator[Place]:
    """Where new words can stand instead of the text range [start, end) of a block.

    Looks that begin and end within the range go with its words, all other markup stays. `whole` tells that the range is
    a sentence: looks that only it has go as well. Nothing is yielded where the range is not written in one go.
    """
    pieces = _pieces(document, block, start, end)
    if not pieces:
        return
    span = Span(pieces[0].start, pieces[-1].end)
    source = document.source
    gaps = [Span(a.end, b.start) for a, b in pairwise(pieces)]
    tokens = [token for i, gap in enumerate(gaps) for token in _tokens(source, gap, i)]
    seen: set[Place] = set()
    for place in _laid_out(source, span, tokens, len(gaps), whole=whole):
        if place not in seen:
            seen.add(place)
            yield place


def _pieces(document: Document, block: Block, start: int, end: int) -> list[Span]:
    """The source ranges of a text range; none when they do not follow one another, or hold more than the range.

    A space for which markup stands is none of them.
    """
    if any(0 < i < len(block.visible) and not _parted(block, i) for i in (start, end)):
        return []
    out: list[Span] = []
    for i in range(start, end):
        one = block.source_span(i, i + 1)
        if out and one.start < out[-1].end and one != out[-1]:
            return []
        if block.visible[i] == " " and not document.source[one.start : one.end].isspace():
            continue
        if out and one.start <= out[-1].end:
            out[-1] = Span(out[-1].start, one.end)
        else:
            out.append(one)
    return out


def _parted(block: Block, offset: int) -> bool:
    """Whether the characters round a text offset are written apart."""
    return block.source_span(offset - 1, offset).end <= block.source_span(offset, offset + 1).start


def _tokens(source: str, gap: Span, number: int) -> Iterator[_Token]:
    at = gap.start
    m = _QUOTED_LINES.match(source, at, gap.end)
    if m and source[at - 1] in "\r\n":
        at = m.end()
    for token in _TOKEN.finditer(source, at, gap.end):
        yield _token(token, number)


def _token(m: re.Match[str], gap: int) -> _Token:
    text = m[0]
    match m.lastgroup:
        case "open" if not _BEARS.search(text):
            name = m["opened"].lower()
            return _Token(gap, text, "link" if name == "a" else "pair", name, closes=False)
        case "close":
            name = m["closed"].lower()
            return _Token(gap, text, "link" if name == "a" else "pair", name, closes=True)
        case "mark":
            return _Token(gap, text, "pair", text)
        case "linked":
            return _Token(gap, text, "link", "[", closes=False)
        case "link":
            return _Token(gap, text, "link", "[", closes=True)
        case "space":
            return _Token(gap, text, "space")
        case "joint":
            return _Token(gap, text, "joint")
    return _Token(gap, text, "other")


def _laid_out(source: str, span: Span, tokens: list[_Token], gaps: int, *, whole: bool) -> Iterator[Place]:
    if whole:
        for wide, more in _widened(source, span, tokens, gaps):
            left = _unpaired(more)
            if not any(t.role == "pair" for t in left):
                yield from _around(wide, [t for t in left if t.role == "other"], gaps)
    left = _unpaired(tokens)
    links = [t for t in tokens if t.role == "link" or t in left]
    for kept in (left, links, tokens):
        yield from _around(span, [t for t in kept if t.role not in ("space", "joint")], gaps)
    yield from _around(span, [t for t in tokens if t.role != "space"], gaps)


def _widened(source: str, span: Span, tokens: list[_Token], gaps: int) -> Iterator[tuple[Span, list[_Token]]]:
    """A range with the looks that begin right before it or end right behind it."""
    before = _OPENS.search(source, max(0, span.start - 200), span.start)
    behind = _CLOSES.match(source, span.end)
    yield span, tokens
    opens = [_looks(before, -1, closes=False)] if before and not _BEARS.search(before[0]) else []
    closes = [_looks(behind, gaps, closes=True)] if behind else []
    if before and opens:
        yield Span(before.start(), span.end), opens + tokens
    if behind and closes:
        yield Span(span.start, behind.end()), tokens + closes


def _looks(m: re.Match[str], gap: int, *, closes: bool) -> _Token:
    name = m["closed" if closes else "opened"]
    return _Token(gap, m[0], "pair", name.lower(), closes) if name else _Token(gap, m[0], "pair", m[0])


def _unpaired(tokens: Iterable[_Token]) -> list[_Token]:
    """The markup that neither begins and ends among the tokens nor is only white space or a joint."""
    tokens = list(tokens)
    open_: list[int] = []
    gone: set[int] = set()
    for i, token in enumerate(tokens):
        if token.role in ("space", "joint"):
            gone.add(i)
        elif token.partner:
            if open_ and tokens[open_[-1]].partner == token.partner and token.closes is not False:
                gone |= {open_.pop(), i}
            elif token.closes is not True:
                open_.append(i)
    return [token for i, token in enumerate(tokens) if i not in gone]


def _around(span: Span, kept: list[_Token], gaps: int) -> Iterator[Place]:
    """The new words in the place of the first piece of text, of the last, or of one between."""
    for at in (0, gaps, *range(1, gaps)):
        yield Place(
            span, "".join(t.text for t in kept if t.gap < at), "".join(t.text for t in kept if t.gap >= at)
        )  # fmt: skip


def spellings(text: str, format: str) -> list[str]:
    """The ways in which a format may write a text in the place of other text, the likeliest first."""
    as_string = json.dumps(text, ensure_ascii=False)[1:-1]
    slashed = text.replace("\\", "\\\\")
    single = slashed.replace("'", "\\'")
    entities = _each(text, _HTML)
    plain = [text, entities]
    if format in _MARKUP and (entities != text or _each(text, _BRACES) != text):
        plain = [_each(text, _HTML | _BRACES), entities, text]
    tried = [
        *plain,
        as_string,
        single,
        single.replace('"', '\\"'),
        text.replace("'", "''"),
        _each(text, _HTML | _QUOTES),
        slashed.replace("`", "\\`").replace("${", "\\${"),
        _MARKDOWN.sub(r"\\\g<0>", text),
        f"{{{json.dumps(text, ensure_ascii=False)}}}",
        json.dumps(text)[1:-1],
    ]
    return list(dict.fromkeys(tried))


def _each(text: str, written: dict[str, str]) -> str:
    return "".join(written.get(c, c) for c in text)
