"""The document model: plain text for the patterns, with a map back to the source.

All offsets are Unicode code points. Lines and columns count from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from medlint.expressions import expression
from medlint.normalising import WILDCARD, Link, Run, locate, normalised

if TYPE_CHECKING:
    from medlint.comments import Comment

BlockKind = Literal[
    "heading",
    "paragraph",
    "list-item",
    "cell",
    "quote",
    "caption",
    "alt",
    "title",
    "meta",
    "button",
    "json-ld",
    "value",
]

# One character for one, so that a text offset keeps its meaning.
_FOLD = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u02bc": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-", "\u2015": "\u2014",
        "\u0130": "i",
    }
)  # fmt: skip

_SPACES = str.maketrans(dict.fromkeys('-"()', " "))
_SAID = expression(r"\S*[^\W_]\S*")
_LONE_APOSTROPHE = expression(r"(?<!\w)'|'(?!\w)")


class Span(NamedTuple):
    """A half-open range of source offsets."""

    start: int
    end: int


class Place(NamedTuple):
    """A position for people: line and column, both from 1, the column in code points."""

    line: int
    column: int


class Block:
    """One piece of prose: a heading, a paragraph, an alt text …

    `visible` is what a reader of the page sees; `text` is the same with quotes and dashes folded; `lower` is
    what patterns see: lower case, with hyphens, quotation marks and parentheses as spaces. All three have the
    same length. `context` says whose words they are when not the page's own (`testimonial`). Cells of one table row
    have the same `row` (0: not known). `anchor` is the name by which links and notes lead to it; `small` is a footer or
    small print. `runs` maps text
    offsets to source offsets: each run is (text offset, source start, source end); a run whose two lengths are
    equal maps character by character, any other (an entity, an escape, collapsed white space) maps as a whole.
    """

    __slots__ = (
        "_sentences", "_starts", "anchor", "context", "key_path", "kind", "level", "links", "lower", "row", "runs",
        "small", "text", "visible",
    )  # fmt: skip

    def __init__(
        self, kind: BlockKind, visible: str, runs: list[Run], links: list[Link] | None = None,
        level: int = 0, key_path: str | None = None, context: str = "", row: int = 0, anchor: str = "",
    ) -> None:  # fmt: skip
        self.kind = kind
        self.visible = visible
        self.runs = runs
        self.links = [] if links is None else links
        self.level = level
        self.key_path = key_path
        self.context = context
        self.row = row
        self.anchor = anchor
        self.small = False
        self._sentences: list[tuple[int, int]] | None = None
        # ASCII has but one character to fold, and most blocks are ASCII.
        self.text = visible.replace("`", "'") if visible.isascii() else visible.translate(_FOLD)
        lower = self.text.lower()
        if len(lower) != len(self.text):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
        lower = lower.translate(_SPACES)
        self.lower = _LONE_APOSTROPHE.sub(" ", lower) if "'" in lower else lower
        self._starts = [run[0] for run in self.runs]

    def source_span(self, start: int, end: int) -> Span:
        """The source range of the text range [start, end)."""
        return Span(self._source(start)[0], self._source(end - 1)[1])

    def _source(self, offset: int) -> tuple[int, int]:
        return locate(self.runs, self._starts, len(self.visible), offset)

    @property
    def sentences(self) -> list[tuple[int, int]]:
        """Text ranges of the sentences, in order."""
        if self._sentences is None:
            from medlint.sentences import split

            self._sentences = split(self.text)
        return self._sentences

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds a text offset."""
        return max(0, bisect_right([s for s, _ in self.sentences], offset) - 1)


class Builder:
    """Collects the text of one block, piece by piece, and normalises it once."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._runs: list[Run] = []
        self._links: list[Link] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing yet but white space."""
        return not any(map(str.strip, self._text))

    def add(self, text: str, start: int) -> None:
        """Add `text`, which stands in the source letter for letter from `start`."""
        if text:
            self._append(text, start, start + len(text))

    def add_decoded(self, text: str, start: int, end: int) -> None:
        """Add `text`, which the source writes otherwise (an entity, an escape) in [start, end)."""
        if text:
            self._append(text, start, end)

    def add_link(self, target: str) -> None:
        """Note an address that stands here."""
        self._links.append(Link(self._length, target))

    def add_wildcard(self, start: int, end: int) -> None:
        """Add one character for what stands in [start, end) and is not known before rendering."""
        self._append(WILDCARD, start, end)

    def _append(self, text: str, start: int, end: int) -> None:
        self._text.append(text)
        self._runs.append((self._length, start, end))
        self._length += len(text)

    def build(self, kind: BlockKind, *, level: int = 0, key_path: str | None = None) -> Block | None:
        """The finished block, or None when there is nothing to read in it."""
        text = "".join(self._text)
        if not any(map(str.isalnum, text)):
            return None
        visible, runs, links = normalised(text, self._runs, self._links)
        if not any(map(str.isalnum, visible)):
            return None
        return Block(kind, visible, runs, links, level, key_path)


class Problem(NamedTuple):
    """Something wrong with an input that does not keep the rest of it from being checked."""

    line: int
    message: str


class Document:
    """A page as it was read: its source, its blocks in reading order, and what was wrong with it.

    `labels` say what is special about the page as a whole (`draft`, `noindex`); `imports` are the files that it
    plainly takes in (components, partials, layouts), as the source names them, in order; `comments` are those that may
    hold directives for medlint; `format` is what it was read as (a value of `readers.SUFFIXES`).
    """

    def __init__(
        self, path: str, source: str, blocks: list[Block], problems: list[Problem] | None = None,
        labels: list[str] | None = None, imports: list[str] | None = None, comments: list[Comment] | None = None,
    ) -> None:  # fmt: skip
        self.path = path
        self.source = source
        self.blocks = blocks
        self.problems = [] if problems is None else problems
        self.labels = [] if labels is None else labels
        self.imports = [] if imports is None else imports
        self.comments = [] if comments is None else comments
        self.format: str | None = None
        self._lines: list[int] | None = None

    @property
    def line_starts(self) -> list[int]:
        if self._lines is None:
            self._lines = [0, *(m.end() for m in re.finditer(r"\r\n|\r|\n", self.source))]
        return self._lines

    @property
    def words(self) -> int:
        """How many words are read: what stands between spaces and holds a letter or a digit."""
        return sum(len(_SAID.findall(block.visible)) for block in self.blocks)

    def place(self, offset: int) -> Place:
        """Line and column of a source offset."""
        line = bisect_right(self.line_starts, offset)
        return Place(line, offset - self.line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The source range of a line, without its end of line."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.source)
        return Span(start, start + len(self.source[start:end].rstrip("\r\n")))

    def quote(self, block: Block, start: int, end: int) -> str:
        """The visible text of a block's range, placeholders and addresses as the source writes them."""
        text = block.visible[start:end]
        if WILDCARD not in text:
            return text
        return "".join(self._shown(block, start + i, c) for i, c in enumerate(text))

    def _shown(self, block: Block, offset: int, char: str) -> str:
        if char != WILDCARD:
            return char
        span = block.source_span(offset, offset + 1)
        return self.source[span.start : span.end]

    def sections(self) -> Iterator[tuple[int, int]]:
        """Index ranges of blocks that stand under one heading (the heading included)."""
        start = 0
        for i, block in enumerate(self.blocks):
            if block.kind == "heading" and i > start:
                yield start, i
                start = i
        if self.blocks:
            yield start, len(self.blocks)
