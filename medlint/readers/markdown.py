"""Markdown: CommonMark with tables, footnotes, strikethrough and task lists, HTML and front matter in it included."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from pyromark import Options, events_with_range

from medlint.comments import MENTION, Comment
from medlint.document import Block, BlockKind, Builder, Document, Problem
from medlint.expressions import expression
from medlint.readers import front_matter
from medlint.readers.markdown_extras import comments_of, inline_pieces, shortcode_blocks, without_tags
from medlint.readers.offsets import code_points
from medlint.readers.page import Page
from medlint.readers.values import View

if TYPE_CHECKING:
    from medlint.readers.html import HtmlReader

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
)
_LONE_RETURN = expression(r"\r(?!\n)")
_MOST_RESTARTS = 5

# Names in the page's stack of open elements; the colon keeps them apart from those of HTML.
_ELEMENTS: dict[str, BlockKind | None] = {
    "Paragraph": None,
    "Item": "list-item",
    "BlockQuote": "quote",
    "FootnoteDefinition": "paragraph",
    "TableCell": "cell",
}
_BREAKS = frozenset({"List", "Table", "TableHead", "TableRow"})
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"})


def read(path: str, source: str) -> Document:
    """The document of a Markdown file."""
    top = front_matter.read(source)
    blocks, problems, comments = body(source, top.end)
    document = Document(
        path, source, top.blocks + blocks, labels=list(top.labels), comments=[*top.comments, *comments]
    )  # fmt: skip
    document.imports += filter(None, [top.layout])
    document.problems = sorted(Problem(document.place(at).line, message) for at, message in top.problems + problems)
    return document


class Body(NamedTuple):
    """What Markdown holds: its blocks, what is wrong with it by source offset, and comments that name medlint."""

    blocks: list[Block]
    problems: list[tuple[int, str]]
    comments: list[Comment]


def body(source: str, start: int) -> Body:
    """What the Markdown in source[start:] holds."""
    written, source = source, without_tags(source)
    reader = _Reader(source)
    at: int | None = start
    for restarts in range(_MOST_RESTARTS + 1):
        at = reader.run(at or 0, fragment=restarts < _MOST_RESTARTS)
        if at is None:
            break
    reader.page.blocks += shortcode_blocks(source, start)
    comments = reader.page.comments
    if MENTION in written:
        comments += [c for c in comments_of(written, start) if not reader.shows(c)]
    return Body(reader.page.finish(), reader.page.problems, comments)


class _Reader:
    """Takes the parser's events to a page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.page = Page()
        self.fragment = False
        self._html: HtmlReader | None = None
        self.resume = 0  # what stands before this offset was dealt with
        self.in_code = False
        self.code: list[tuple[int, int]] = []
        """Where code stands."""
        self.raw: list[tuple[int, int]] = []
        """Where blocks of HTML stand."""
        self.html_pieces: list[tuple[str, int, int]] | None = None
        self.definitions: dict[str, tuple[int, int]] | None = None
        self.told: set[str] = set()
        """The labels of the definitions whose titles were read."""
        self.images: list[tuple[Builder, dict[str, Any]]] = []

    def run(self, base: int, *, fragment: bool) -> int | None:
        """Read source[base:]; returns the offset to start anew from where something in HTML is never closed."""
        self.fragment = fragment
        if self._html:
            self._html.unclosed = None
        self.resume = base
        # The parser does not know lone carriage returns everywhere; a line feed is as long.
        text = _LONE_RETURN.sub("\n", self.source[base:])
        offset = code_points(text, base)
        for event, span in events_with_range(text, options=_OPTIONS):
            self._event(event, offset(span["start"]), offset(span["end"]))
            if fragment and self._html and self._html.unclosed is not None:
                self.page.flush()
                return self._html.unclosed
        return None

    @property
    def html(self) -> HtmlReader:
        """What reads the HTML in it; many pages have none."""
        if self._html is None:
            from medlint.readers.html import HtmlReader

            self._html = HtmlReader(self.source, self.page)
        self._html.fragment = self.fragment
        return self._html

    def shows(self, comment: Comment) -> bool:
        """Whether what looks like a comment is code or text of the page."""
        start, end = comment.start, comment.end
        ranges = list(self.code)
        if self.source[start] == "[":  # Liquid's are gone before Markdown is read
            ranges += [*self.raw, *((a, b) for block in self.page.blocks for _, a, b in block.runs)]
        return any(a < end and b > start for a, b in ranges)

    def _event(self, event: Any, start: int, end: int) -> None:
        if type(event) is str:
            if event == "Rule":
                self.page.flush()
            elif start >= self.resume:
                self.page.builder.add_decoded(" ", start, end)
            return
        ((name, value),) = event.items()
        if name == "Text":
            if self.in_code or start < self.resume:
                return
            if len(value) == end - start:
                self.page.builder.add(self.source[start:end], start)
            else:
                self.page.builder.add_decoded(value, start, end)
        elif name == "Start":
            if type(value) is str:
                self._start(value, None, start, end)
            else:
                ((tag, data),) = value.items()
                self._start(tag, data, start, end)
        elif name == "End":
            self._end(value if type(value) is str else next(iter(value)), start, end)
        elif name == "Html":
            self._html_line(max(start, self.resume), end)
        elif start >= self.resume:
            self._inline(name, value, start, end)

    def _inline(self, name: str, value: Any, start: int, end: int) -> None:
        if name == "Code":
            self.page.builder.add_wildcard(start, end)
            self.code.append((start, end))
        elif name == "InlineHtml":
            # They differ in a block quote, whose marks stand in a tag that goes over two lines.
            if value.split() == self.source[start:end].split():
                self.resume = self.html.run(start, end)
            else:
                self.page.builder.add_decoded(" ", start, end)
                if value.startswith("<!--") and MENTION in value:
                    from medlint.readers.html import part

                    view = View(inline_pieces(value, self.source, start, end))
                    self.page.comments += map(view.comment, part(view.text, 0, len(view.text)).comments)
        elif name == "FootnoteReference":
            self.page.builder.add_link(f"#fn-{value}")

    def _html_line(self, start: int, end: int) -> None:
        pieces = self.html_pieces
        if start < end and pieces is not None:
            # The parser leaves out the carriage return of a CRLF.
            if pieces and self.source[pieces[-1][2] : start] == "\r":
                start -= 1
            pieces.append((self.source[start:end], start, end))

    def _start(self, tag: str, data: Any, start: int, end: int) -> None:
        if tag in _INLINE:
            return
        if tag in _ELEMENTS:
            anchor = f"fn-{data}" if tag == "FootnoteDefinition" else ""
            self.page.open(f"md:{tag}", _ELEMENTS[tag], anchor=anchor)
        elif tag == "Heading":
            self.page.open("md:Heading", "heading", int(data["level"][1]))
        elif tag == "Link":
            self._link(data, start, end)
        elif tag == "Image":
            self.images.append((self.page.builder, data))
            self.page.builder = Builder()
        elif tag in ("TableHead", "TableRow"):
            self.page.new_row()
        else:
            self.page.flush()
            self.in_code = tag == "CodeBlock"
            if tag == "CodeBlock":
                self.code.append((start, end))
            if tag == "HtmlBlock":
                self.html_pieces = []
                self.raw.append((start, end))

    def _end(self, tag: str, start: int, end: int) -> None:
        if tag in _INLINE or tag == "Link":
            return
        if tag in _ELEMENTS or tag == "Heading":
            self.page.close(f"md:{tag}")
        elif tag == "Image":
            block = self.page.builder.build("alt")
            self.page.builder, data = self.images.pop()
            if start >= self.resume:
                self.page.put(block)
                self._title(data, start, end)
        else:
            if tag == "HtmlBlock" and self.html_pieces is not None:
                self._html_block(self.html_pieces)
                self.html_pieces = None
            self.page.flush()
            self.in_code = False

    def _link(self, data: dict[str, Any], start: int, end: int) -> None:
        if start < self.resume:
            return
        # The address of an autolink is its text, which the builder takes for an address by itself.
        if data["link_type"] not in ("Autolink", "Email"):
            self.page.builder.add_link(data["dest_url"])
        self._title(data, start, end)

    def _title(self, data: dict[str, Any], start: int, end: int) -> None:
        if not data["title"]:
            return
        from medlint.readers.markdown_titles import add_title, add_unescaped, folded, titles_of_definitions

        builder = Builder()
        if data["link_type"] == "Inline":
            add_title(builder, self.source, start, end, data["title"])
        else:
            if self.definitions is None:
                self.definitions = titles_of_definitions(self.source, 0)
            label = folded(data["id"])
            if label in self.told:
                return
            self.told.add(label)
            if label in self.definitions:
                add_unescaped(builder, self.source, *self.definitions[label])
            else:
                builder.add_decoded(data["title"], start, end)
        self.page.put(builder.build("alt"))

    def _html_block(self, pieces: list[tuple[str, int, int]]) -> None:
        if not pieces:
            return
        start, end = pieces[0][1], pieces[-1][2]
        if all(a[2] == b[1] for a, b in pairwise(pieces)):
            self.resume = max(self.resume, self.html.run(start, end))
            return
        # In a block quote: the marks in front of the lines are no part of the HTML.
        from medlint.readers.html import HtmlReader

        view = View(pieces)
        page = Page(self.page.kind)
        HtmlReader(view.text, page).run(0, len(view.text))
        self.page.blocks += [view.outward(block) for block in page.finish()]
        self.page.problems += [(view.source(at)[0], message) for at, message in page.problems]
        self.page.comments += map(view.comment, page.comments)
