"""reStructuredText, read line by line: headings, paragraphs, lists, tables roughly, admonitions; no code."""

from __future__ import annotations

import re

from medlint.comments import Comment, noted
from medlint.document import Block, BlockKind, Builder, Document
from medlint.readers.prose_lines import Line, lines, prose
from medlint.readers.strings import is_for_machines

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}\Z")
_BULLET = re.compile(r"\s*(?:[-*+•‣⁃]|\(?(?:\d+|#|[a-zA-Z]|[ivxlc]+)[.)])\s+(?=\S)")
_FIELD = re.compile(r"\s*:(?P<name>[^:\s][^:]*):(?:\s+|\Z)")
_EXPLICIT = re.compile(
    r"\s*\.\.(?:\s+|\Z)(?:\|[^|]+\|\s+)?(?:(?P<directive>[\w:+.-]+?)::(?:\s+|\Z)|(?P<note>\[[^\]]+\]\s+)|(?P<target>_))?"
)
_GRID = re.compile(r"\s*\+[-=+]+\+\Z")
_SIMPLE = re.compile(r"\s*=+(?:\s+=+)+\Z")
_COLUMNS = re.compile(r"\s{2,}")
_LITERAL_NEXT = re.compile(r"::\Z")
_ADMONITIONS = frozenset(
    {"attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip", "warning"}
)
"""Directives whose body may begin beside their name."""
_TITLED = frozenset(
    {"admonition", "card", "centered", "dropdown", "grid-item-card", "list-table", "rubric", "sidebar", "tab-item",
     "table", "topic"}
)  # fmt: skip
"""Directives whose argument is prose."""
_READ = (
    _ADMONITIONS
    | _TITLED
    | {"class", "compound", "container", "epigraph", "figure", "highlights", "only", "pull-quote", "rst-class"}
)
"""Directives whose body is prose."""
_OPTION = re.compile(r"\s*:(?P<name>[\w-]+):\s*(?P<value>.*)\Z")
_INLINE = re.compile(
    r"``(?P<code>[^`]+?)``"
    r"|(?P<role>:[\w:.+-]+:)?`(?P<text>[^`<]*?)\s*(?:<(?P<target>[^<>`]*)>)?`(?P<reference>__?)?"
    r"|\*\*(?P<strong>[^\s*](?:[^*]|\*(?!\*))*)\*\*|(?<![\w*])\*(?P<emphasis>[^\s*][^*]*)\*(?!\w)"
    r"|\|(?P<substitution>[^|\s][^|\n]*)\|_{0,2}"
    r"|\s?\[(?P<note>#?[\w*.-]+)\]_"
    r"|(?P<word>\b\w+)__?(?!\w)"
    r"|\\(?P<escaped>.)",
    re.S,
)
_CODE_ROLES = (":code:", ":math:", ":raw:", ":kbd:", ":file:", ":py:", ":ref:", ":doc:")


def read(path: str, source: str) -> Document:
    """The document of a reStructuredText file."""
    reader = _Reader(source)
    reader.run()
    reader.blocks.sort(key=lambda block: block.runs[0][1])
    return Document(path, source, reader.blocks, imports=reader.imports, comments=reader.comments)


def inline(builder: Builder, source: str, start: int, end: int) -> None:
    """Add source[start:end], inline markup undone."""
    at = start
    for m in _INLINE.finditer(source, start, end):
        if m.start() < at:
            continue
        builder.add(source[at : m.start()], at)
        at = m.end()
        group = next(
            (g for g in ("code", "substitution", "note", "strong", "emphasis", "word", "escaped") if m[g]), "text"
        )
        if group in ("code", "substitution") or (m["role"] or "").startswith(_CODE_ROLES[:6]):
            builder.add_wildcard(m.start(), at)
        elif group == "note":
            builder.add_link(f"#{m['note']}")
        elif group == "escaped":
            builder.add("" if m["escaped"].isspace() else m["escaped"], m.start(group))
        else:
            if m["target"]:
                builder.add_link(m["target"])
            if group in ("strong", "emphasis", "word") or m["text"]:
                builder.add(m[group], m.start(group))
            elif m["target"]:
                builder.add(m["target"], m.start("target"))
    builder.add(source[at:end], at)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = lines(source)
        self.blocks: list[Block] = []
        self.imports: list[str] = []
        self.comments: list[Comment] = []
        self.levels: list[str] = []
        self.in_text = False
        """Whether a paragraph has come; the fields before it are data of the page."""

    def run(self) -> None:
        """Read all lines. The body of a directive or an item is read on as it comes, however deep it is."""
        at = 0
        while at < len(self.lines):
            at = self._next(at)

    def _next(self, i: int) -> int:
        line = self.lines[i]
        if line.blank:
            return i + 1
        heading = self._heading(i)
        if heading:
            return heading
        explicit = _EXPLICIT.match(line.text)
        if explicit:
            return self._explicit(i, explicit)
        if line.text.strip() == "__" or line.text.startswith("__ "):
            return i + 1
        if _GRID.match(line.text) or _SIMPLE.match(line.text):
            return self._table(i)
        if _ADORNMENT.match(line.text.strip()):
            return i + 1
        bullet = _BULLET.match(line.text)
        field = _FIELD.match(line.text)
        if bullet:
            return self._paragraph(i, bullet.end(), "list-item")
        if field and not self.in_text and field["name"].islower() and is_for_machines(field["name"]):
            return self._indented(i + 1, line.indent)
        if field:
            self._put([(line.start + field.end(), line.end)], "paragraph")
            return i + 1
        return self._paragraph(i, line.indent, "quote" if self._quoted(i) else "paragraph")

    def _quoted(self, i: int) -> bool:
        """Whether an indented line is a quotation: after a blank line, and not below an item of a list."""
        return False if i == 0 or not self.lines[i].indent else self.lines[i - 1].blank and not self._below_item(i)

    def _below_item(self, i: int) -> bool:
        indent = self.lines[i].indent
        for line in reversed(self.lines[max(0, i - 40) : i]):
            if not line.blank and line.indent < indent:
                return bool(_BULLET.match(line.text) or _FIELD.match(line.text) or _EXPLICIT.match(line.text))
        return False

    def _heading(self, i: int) -> int:
        """Where a heading at line `i` ends, or 0."""
        line = self.lines[i]
        over = _ADORNMENT.match(line.text)
        if over and i + 2 < len(self.lines) and self.lines[i + 2].text == line.text and not self.lines[i + 1].blank:
            self._put_heading(self.lines[i + 1], over[1] * 2)
            return i + 3
        if line.indent or over or i + 1 >= len(self.lines):
            return 0
        under = _ADORNMENT.match(self.lines[i + 1].text)
        if under is None or len(self.lines[i + 1].text) < min(len(line.text), 4):
            return 0
        self._put_heading(line, under[1])
        return i + 2

    def _put_heading(self, line: Line, style: str) -> None:
        if style not in self.levels:
            self.levels.append(style)
        block = prose(self.source, [(line.start, line.end)], inline, "heading", min(self.levels.index(style) + 1, 6))
        self.blocks += [block] if block else []

    def _put(self, parts: list[tuple[int, int]], kind: BlockKind) -> None:
        block = prose(self.source, parts, inline, kind)
        self.blocks += [block] if block else []

    def _paragraph(self, i: int, inner: int, kind: BlockKind) -> int:
        """Read the lines up to a blank one; returns where the next thing begins, literal blocks passed over."""
        self.in_text = True
        first = self.lines[i]
        parts = [(first.start + inner, first.end)]
        # What a bullet or two dots begin goes on further in.
        least = inner if kind == "list-item" else first.indent + 1 if inner > first.indent else 0
        i += 1
        while i < len(self.lines) and not self.lines[i].blank and self.lines[i].indent >= least:
            line = self.lines[i]
            if len(parts) == 1 and inner == first.indent < line.indent:
                break  # the definition of a term
            parts.append((line.start + line.indent, line.end))
            i += 1
        literal = _LITERAL_NEXT.search(self.lines[i - 1].text)
        if literal:
            parts[-1] = (parts[-1][0], max(parts[-1][0], parts[-1][1] - 1))
        self._put(parts, kind)
        return self._indented(i, first.indent) if literal else i

    def _indented(self, i: int, indent: int) -> int:
        """Where the lines end that are indented further, or blank."""
        while i < len(self.lines) and (self.lines[i].blank or self.lines[i].indent > indent):
            i += 1
        return i

    def _explicit(self, i: int, m: re.Match[str]) -> int:
        line = self.lines[i]
        if m["note"]:
            before = len(self.blocks)
            following = self._paragraph(i, m.end(), "paragraph")
            if len(self.blocks) > before:
                self.blocks[before].anchor = m["note"].strip(" []")
            return following
        directive = m["directive"]
        if directive is None:
            following = self._indented(i + 1, line.indent)
            last = max(n for n in range(i, following) if n == i or not self.lines[n].blank)
            start = line.start + line.indent
            if not m["target"]:
                self.comments += noted(self.source, start, self.lines[last].end, line.start + m.end() - start)
            return following
        argument = line.text[m.end() :].strip()
        if directive == "include" and argument:
            self.imports.append(argument)
        if directive in _ADMONITIONS and argument:
            return self._paragraph(i, m.end(), "paragraph")
        if directive in _TITLED and argument:
            self._put([(line.start + m.end(), line.end)], "paragraph")
        inner = i + 1
        while inner < len(self.lines) and (option := _OPTION.match(self.lines[inner].text)):
            if option["name"] == "alt":
                start = self.lines[inner].start + option.start("value")
                self._put([(start, self.lines[inner].end)], "alt")
            inner += 1
        return inner if directive in _READ else self._indented(inner, line.indent)

    def _table(self, i: int) -> int:
        """Read a table roughly: the cells of each line by themselves where a cell goes over several lines."""
        grid = bool(_GRID.match(self.lines[i].text))
        while i < len(self.lines) and not self.lines[i].blank:
            line = self.lines[i]
            if not (_GRID.match(line.text) or _SIMPLE.match(line.text) or _ADORNMENT.match(line.text.strip())):
                at = 0
                for m in (*(re.compile(r"[|+]") if grid else _COLUMNS).finditer(line.text), None):
                    stop = m.start() if m else len(line.text)
                    self._put([(line.start + at, line.start + stop)], "cell")
                    at = m.end() if m else stop
            i += 1
        return i
