"""HTML: text by block, attributes that people read or hear, meta descriptions, JSON-LD.

The tags are found by a small scanner of our own and not by html.parser: it gives offsets in code points whatever the
line ends are, and does the same under every version of Python with comments, scripts and tags that are never closed.
"""

from __future__ import annotations

import re

from medlint.comments import noted
from medlint.document import Block, BlockKind, Builder, Document, Problem
from medlint.expressions import expression
from medlint.readers import tags
from medlint.readers.entities import add_html
from medlint.readers.page import Page

_MARK = expression(r"<(?:(?P<slash>/?)(?P<name>[A-Za-z][^\s/<>]*)|!--|!\[CDATA\[|[!?]|/>)")
_END_TAG = expression(r"[^<>]*>")
_SVG_TEXT = expression(r"<(title|desc)\b[^<>]*>([^<]*)", re.I)
# A superscript that refers to a source: `<sup><a href="#ref1">1</a></sup>`, in Markdown `<sup>[1](#ref1)</sup>`.
_NOTE = expression(
    r"(?:\s|<(?!/?sup\b)[^<>]*>){0,4}[\[(]?(?P<mark>[\d*\u2020\u2021\u00a7][\d,;\s*\u2020\u2021\u00a7\u2013-]{0,20})[\])]?"
    r"(?:\((?P<address>[^()\s]*)\))?(?:\s|<(?!/?sup\b)[^<>]*>){0,4}</sup\s*>",
    re.I,
)
_HREF = expression(r"<a\b[^<>]*\bhref\s*=\s*[\"']?([^\"'\s>]*)", re.I)
_BEFORE_NOTE = expression(r"(?:[^\W\d_]{3}|[.,;:!?)\"'\u2019\u201d%])\s*$")
_NEXT_TAG = expression(r"</?[A-Za-z]|<!")


def read(path: str, source: str) -> Document:
    """The document of an HTML page."""
    page = Page()
    HtmlReader(source, page).run(0, len(source))
    document = Document(path, source, page.finish(), comments=page.comments)
    document.problems = sorted(Problem(document.place(at).line, message) for at, message in page.problems)
    return document


def blocks(source: str, start: int, end: int) -> list[Block]:
    """The blocks of the HTML in source[start:end]."""
    return part(source, start, end).blocks


def part(source: str, start: int, end: int) -> Page:
    """The HTML in source[start:end] as a page that is finished."""
    page = Page()
    HtmlReader(source, page, end).run(start, end)
    page.finish()
    return page


class HtmlReader:
    """Reads HTML into a page.

    `limit` is how far the end of a comment, script or the like is looked for. With `fragment`, reading stops at the
    first of them that has no end, and `unclosed` tells the offset behind its opening.
    """

    def __init__(self, source: str, page: Page, limit: int | None = None, *, fragment: bool = False) -> None:
        self.source = source
        self.page = page
        self.limit = len(source) if limit is None else limit
        self.fragment = fragment
        self.unclosed: int | None = None
        self._missing: dict[str, int] = {}

    def run(self, at: int, end: int) -> int:
        """Read source[at:end]; returns where reading may go on, which is beyond `end` if a comment ends there."""
        while at < end:
            m = _MARK.search(self.source, at, end)
            add_html(self.page.builder, self.source, at, m.start() if m else end)
            if m is None:
                return end
            at = self.step(m, end)
            if self.fragment and self.unclosed is not None:
                return end
        return at

    def step(self, m: re.Match[str], end: int) -> int:
        """Read the tag, comment or the like that begins at `m`; returns where it ends."""
        at = m.start()
        written = m.group()
        if m["name"]:
            name = m["name"].lower()
            if m["slash"]:
                return self._end_tag(name, at, m.end(), end)
            return self._start_tag(name, at, m.end(), end)
        if written == "<!--":
            # From the second character on, as `<!-->` is a whole comment.
            stop = self._after("--!?>", at + 2)
            if stop:
                self.page.comments += noted(self.source, at, stop, 4, 3 + (self.source[stop - 2] == "!"))
            return stop or self._unclosed(at, m.end(), "This comment (<!--)", "-->")
        if written == "<![CDATA[":
            stop = self._after(r"\]\]>", m.end())
            if stop:
                self.page.builder.add(self.source[m.end() : stop - 3], m.end())
                return stop
        if written == "<?":
            stop = self._after(r"\?>", m.end())
            if stop:
                return stop
        return m.end() if written == "</>" else self._after(">", m.end()) or self._as_text(at, m.end())

    def _after(self, pattern: str, at: int) -> int:
        """Where the next match of `pattern` ends, or 0; a pattern that was missed once is not looked for again."""
        if at >= self._missing.get(pattern, self.limit + 1):
            return 0
        m = re.compile(pattern, re.I).search(self.source, at, self.limit)
        if m is None:
            self._missing[pattern] = at
            return 0
        return m.end()

    def _unclosed(self, at: int, after: int, what: str, closing: str) -> int:
        self.page.problem(
            at, f"{what} is never closed, and a browser hides what follows; it was checked all the same. Add {closing}."
        )
        if self.unclosed is None:
            self.unclosed = after
        return after

    def _as_text(self, start: int, stop: int) -> int:
        add_html(self.page.builder, self.source, start, stop)
        return stop

    def _end_tag(self, name: str, at: int, after_name: int, end: int) -> int:
        m = _END_TAG.match(self.source, after_name, end)
        stop = m.end() if m else after_name
        if m is None:
            self.page.problem(at, f"This </{name} tag has no “>”.")
        if name in tags.HEADINGS:
            self.page.close("h")
        elif name in tags.KINDS or name in tags.BLOCKS or name == "div":
            self.page.close(name)
        elif name == "br" or (name not in tags.INLINE and name not in tags.NOT_COPY):
            self.page.builder.add_decoded(" ", at, stop)
        return stop

    def _start_tag(self, name: str, at: int, after_name: int, end: int) -> int:
        page = self.page
        if after_name < end and self.source[after_name] == ">":
            tag = tags.Tag([], after_name + 1, after_name + 1)
        else:
            tag = tags.scan(self.source, after_name, end)
        if tag.flaw >= 0:
            page.problem(at, f"A quotation mark is missing in this <{name}> tag; a browser hides what follows.")
        if tag.end < 0:
            page.problem(at, f"This <{name}> tag has no “>”; write “&lt;” if it is not meant as a tag.")
            return self._as_text(at, max(tag.stop, after_name))
        if name in tags.NOT_COPY:
            return self._pass_over(name, tag, at)
        if name == "sup":
            return self._note(at, tag.end) or tag.end
        names = next((self.source[a.start : a.end] for a in tag.attributes if a.name == "class"), "")
        context, small = tags.theirs(names), tags.is_small_print(names)
        if name in tags.HEADINGS:
            if page.is_open("h"):
                page.close("h")
            page.open("h", "heading", tags.HEADINGS[name], context, small)
        elif name in tags.KINDS:
            page.open(name, tags.KINDS[name], 0, context, small, self._id(tag))
        elif name == "div":
            page.open_within(name, context, small, self._id(tag))
        elif name in tags.VOID:
            page.flush()
        elif name in tags.BLOCKS:
            page.open(name, None, 0, context, small, self._id(tag))
        elif name == "small":
            page.small_print()
        elif name == "br" or name not in tags.INLINE:
            page.builder.add_decoded(" ", at, tag.end)
        if tag.attributes:
            self._attributes(name, tag)
        return tag.end

    def _id(self, tag: tags.Tag) -> str:
        """The name by which links lead to an element."""
        found = next((a for a in tag.attributes if a.name == "id"), None)
        return self.source[found.start : found.end] if found else ""

    def _note(self, at: int, after: int) -> int:
        """Where a superscript ends that is only a reference, which becomes a link; 0 for any other."""
        m = _NOTE.match(self.source, after, self.limit)
        if m is None:
            return 0
        link = _HREF.search(self.source, after, m.end())
        target = link[1] if link else m["address"]
        if target is None and not _BEFORE_NOTE.search(self.source, max(0, at - 4), at):
            return 0
        self.page.builder.add_link(target or f"#{m['mark'].strip()}")
        return m.end()

    def _attributes(self, name: str, tag: tags.Tag) -> None:
        for attribute in tag.attributes:
            if attribute.name in tags.COPY_ATTRIBUTES:
                self._aside("alt", attribute)
        if name in ("a", "area", "meta", "input"):
            values = {a.name: a for a in tag.attributes}
            if name == "meta":
                self._meta(values)
            elif name == "input" and self._value(values, "type") in ("submit", "button", "reset") and "value" in values:
                self._aside("button", values["value"])
            elif "href" in values and name == "a":
                self.page.builder.add_link(self._value(values, "href"))

    def _meta(self, values: dict[str, tags.Attribute]) -> None:
        names = {self._value(values, key).lower() for key in ("name", "property", "itemprop")}
        if "content" in values:
            if names & tags.META_NAMES:
                self._aside("meta", values["content"])
            elif names & tags.ALT_META_NAMES:
                self._aside("alt", values["content"])

    def _value(self, values: dict[str, tags.Attribute], name: str) -> str:
        if name not in values:
            return ""
        written = self.source[values[name].start : values[name].end].strip()
        if "&" in written:
            from html import unescape

            return unescape(written)
        return written

    def _aside(self, kind: BlockKind, attribute: tags.Attribute) -> None:
        builder = Builder()
        add_html(builder, self.source, attribute.start, attribute.end, attribute=True)
        self.page.put(builder.build(kind))

    def _pass_over(self, name: str, tag: tags.Tag, at: int) -> int:
        """Go to the end of an element that holds no copy; what people read or hear of it is taken along."""
        if name == "pre":
            self.page.flush()
        self._attributes(name, tag)
        if tag.self_closing:
            if name not in ("svg", "math"):
                self.page.problem(at, f"<{name} … /> does not close itself in HTML; write </{name}>.")
            return tag.end
        stop = self._after(rf"</{re.escape(name)}(?=[\s/>])[^>]*>", tag.end)
        if not stop:
            return self._unclosed_element(name, tag, at)
        if name in tags.LEAVES_WILDCARD:
            self.page.builder.add_wildcard(at, stop)
        elif name == "svg":
            for m in _SVG_TEXT.finditer(self.source, tag.end, stop):
                self._aside("alt", tags.Attribute("", m.start(2), m.end(2)))
        elif name == "script":
            kinds = {a.name: a for a in tag.attributes}
            if self._value(kinds, "type").lower() == "application/ld+json":
                self._json_ld(tag.end, stop)
        return stop

    def _unclosed_element(self, name: str, tag: tags.Tag, at: int) -> int:
        after = self._unclosed(at, tag.end, f"This <{name}>", f"</{name}>")
        if name in ("script", "style"):
            m = _NEXT_TAG.search(self.source, after, self.limit)
            return m.start() if m else self.limit
        return after

    def _json_ld(self, start: int, end: int) -> None:
        from medlint.readers.json_strings import values
        from medlint.readers.values import value_blocks

        for key_path, pieces in values(self.source, start, end):
            self.page.blocks += value_blocks(pieces, "json-ld", key_path)
