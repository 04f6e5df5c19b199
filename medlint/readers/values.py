"""A string value of data or code as blocks, HTML and Markdown in it read as such."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from medlint.comments import Comment
from medlint.document import Block, BlockKind, Builder
from medlint.expressions import expression
from medlint.readers.escapes import Piece
from medlint.readers.strings import is_copy

_HTML = expression(r"</?[A-Za-z][^<>]*>|<!--")
_MARKDOWN = expression(r"\*\*|__|\]\(|(?<![\w*])\*\w|\n[ \t]*\n|(?:\A|\n)[ \t]*(?:[-*+>#]+|\d+\.)[ \t]|`")
_INDENT = expression(r"\n([ \t]*)(?=\S)")


class Value(NamedTuple):
    """A string value: its key path and how the source writes it."""

    key_path: str
    pieces: Iterable[Piece]


class DataError(Exception):
    """Data that cannot be read: the source offset of the mistake and what it is."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message


def value_blocks(found: Iterable[Piece], kind: BlockKind, key_path: str, *, markdown: bool = False) -> list[Block]:
    """The blocks of the value that is written in `found`; none when it is not copy."""
    value = View(found)
    if not is_copy(key_path, value.text):
        return []
    has_html = "<" in value.text and _HTML.search(value.text)
    if markdown and (has_html or _MARKDOWN.search(value.text)):
        from medlint.readers.markdown import body

        inner = body(value.text, 0)[0]
    elif has_html:
        from medlint.readers.html import blocks

        inner = blocks(value.text, 0, len(value.text))
    else:
        block = value.block(kind, key_path)
        return [block] if block else []
    return [value.outward(block, kind, key_path) for block in inner]


def dedented(found: Iterable[Piece]) -> list[Piece]:
    """The pieces without the indentation that all lines but the first have, which Markdown would take for code."""
    known = list(found)
    margin: str | None = None
    for text, start, end in known:
        for m in _INDENT.finditer(text) if len(text) == end - start else ():
            margin = m[1] if margin is None or margin.startswith(m[1]) else margin if m[1].startswith(margin) else ""
    if not margin:
        return known
    out: list[Piece] = []
    for text, start, end in known:
        at = 0
        if len(text) == end - start:
            for m in re.finditer("\n" + margin, text):
                stop = m.start() + 1
                out.append((text[at:stop], start + at, start + stop))
                at = m.end()
        if at < len(text):
            out.append((text[at:], start + at if at else start, end))
    return out


class View:
    """Decoded text with a map to the source, to be read once more."""

    def __init__(self, found: Iterable[Piece]) -> None:
        self._pieces = list(found)
        self._starts: list[int] = []
        length = 0
        for text, _, _ in self._pieces:
            self._starts.append(length)
            length += len(text)
        self.text = "".join(text for text, _, _ in self._pieces)

    def block(self, kind: BlockKind, key_path: str) -> Block | None:
        """The whole text as one block."""
        builder = Builder()
        for text, start, end in self._pieces:
            builder.add_decoded(text, start, end)
        return builder.build(kind, key_path=key_path)

    def source(self, offset: int) -> tuple[int, int]:
        """The source range of one character."""
        i = bisect_right(self._starts, offset) - 1
        text, start, end = self._pieces[i]
        if len(text) == end - start:
            return start + offset - self._starts[i], start + offset - self._starts[i] + 1
        return start, end

    def outward(self, block: Block, kind: BlockKind | None = None, key_path: str | None = None) -> Block:
        """A block that was read from the text, with its runs led on to the source."""
        runs: list[tuple[int, int, int]] = []
        for i, (at, start, end) in enumerate(block.runs):
            following = block.runs[i + 1][0] if i + 1 < len(block.runs) else len(block.visible)
            if following - at == end - start:
                runs += self._verbatim(at, start, end)
            else:
                runs.append((at, self.source(start)[0], self.source(end - 1)[1]))
        return Block(
            kind or block.kind, block.visible, runs, block.links, block.level, key_path or block.key_path, block.context
        )

    def comment(self, comment: Comment) -> Comment:
        """A comment that was read from the text, led on to the source."""
        pieces: list[Piece] = []
        for text, start, end in comment.pieces:
            if len(text) == end - start:
                run = [*self._verbatim(0, start, end), (len(text), 0, 0)]
                pieces += [(text[a[0] : b[0]], a[1], a[2]) for a, b in pairwise(run)]
            else:
                pieces.append((text, self.source(start)[0], self.source(end - 1)[1]))
        start, end = self.source(comment.start)[0], self.source(comment.end - 1)[1]
        return comment._replace(start=start, end=end, pieces=tuple(pieces))

    def _verbatim(self, at: int, start: int, end: int) -> Iterable[tuple[int, int, int]]:
        i = bisect_right(self._starts, start) - 1
        while start < end:
            text, source_start, source_end = self._pieces[i]
            stop = min(end, self._starts[i] + len(text))
            if len(text) == source_end - source_start:
                inner = start - self._starts[i]
                yield at, source_start + inner, source_start + inner + stop - start
            else:
                yield at, source_start, source_end
            at += stop - start
            start = stop
            i += 1
