"""AsciiDoc, read line by line: headings, paragraphs, lists, tables roughly, admonitions; no code."""

from __future__ import annotations

import re
from itertools import zip_longest

from medlint.comments import Comment, noted
from medlint.document import Block, BlockKind, Builder, Document
from medlint.readers.prose_lines import Line, lines, prose

_HEADING = re.compile(r"(?P<marks>={1,6}|#{1,6})[ \t]+(?=\S)")
_ATTRIBUTE = re.compile(r":(?P<name>!?[\w-]+!?):(?:[ \t]+(?P<value>.*))?\Z")
_FENCE = re.compile(r"(?:-{4,}|\.{4,}|/{4,}|\+{4,}|={4,}|\*{4,}|_{4,}|```\w*|--)\Z")
_CODE_FENCES = ("----", "....", "////", "++++", "```")
_TABLE = re.compile(r"[|,:!]={3,}\Z")
_CELL = re.compile(r"(?:^|(?<=\s))(?:\d*\.?\d*[+*])?[<^>]?(?:\.[<^>])?[aehlmsdv]?\|")
_ITEM = re.compile(r"\s*(?:\*{1,5}|-|\.{1,5}|\d+\.|[a-zA-Z]\.)[ \t]+(?:\[[ x*]\][ \t]+)?(?=\S)")
_TERM = re.compile(r"(?P<term>\S.*?):{2,4}(?:[ \t]+|\Z)")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_STYLE = re.compile(r"\[(?P<style>[^\]]*)\]\Z")
_MACRO = re.compile(r"(?P<name>image|include|video|audio|toc|link)::(?P<target>[^\[\]]*)\[(?P<text>[^\]]*)\]\Z")
_TITLE = re.compile(r"\.(?=[^\s.])")
_CODE_STYLES = re.compile(r"\s*(?:source|listing|literal|stem|latexmath|asciimath|plantuml|ditaa|mermaid)\b|\s*,")
_ALT = re.compile(r"\s*(?:alt=)?\"?(?P<alt>[^,\"=]*)\"?\s*(?:,|\Z)")
_INLINE = re.compile(
    r"(?P<macro>(?:link|image|footnote|footnoteref|icon|kbd|btn|xref|mailto|pass|stem)):(?P<target>[^\s\[\]]*)\[(?P<label>[^\[\]]{0,2000})\]"
    r"|(?P<address>https?://[^\s\[\]<>]+)\[(?P<named>[^\[\]]{0,2000})\]"
    r"|<<(?P<anchor>[^,<>]*)(?:,\s*(?P<reference>[^<>]*))?>>"
    r"|\[\[[^\[\]]{0,200}\]\]|\[[.#][^\[\]]{0,200}\](?=[*_`#])"
    r"|\+\+\+(?P<passed>.*?)\+\+\+|`\+?(?P<code>[^`]+?)\+?`|(?<!\w)\+(?P<plain>[^+\s][^+]*)\+(?!\w)"
    r"|\*\*(?P<strong2>[^*]+)\*\*|(?<![\w*])\*(?P<strong>[^*\s][^*]*)\*(?!\w)"
    r"|__(?P<emphasis2>[^_]+)__|(?<![\w_])_(?P<emphasis>[^_\s][^_]*)_(?!\w)"
    r"|(?<![\w#])#(?P<marked>[^#\s][^#]*)#(?!\w)"
    r"|(?P<attribute>\{[\w-]+\})|(?P<continued> \+$)",
    re.M,
)
_SHOWN = ("strong2", "strong", "emphasis2", "emphasis", "marked", "plain", "named", "reference")


def read(path: str, source: str) -> Document:
    """The document of an AsciiDoc file."""
    reader = _Reader(source)
    reader.run()
    reader.blocks.sort(key=lambda block: block.runs[0][1])
    return Document(path, source, reader.blocks, imports=reader.imports, comments=reader.comments)


def inline(builder: Builder, source: str, start: int, end: int) -> None:
    """Add source[start:end], inline markup undone."""
    at = start
    for m in _INLINE.finditer(source, start, end):
        builder.add(source[at : m.start()], at)
        at = m.end()
        if m["code"] or m["attribute"] or m["passed"] or m["macro"] in ("kbd", "stem", "icon", "pass"):
            builder.add_wildcard(m.start(), at)
        elif m["macro"] in ("footnote", "footnoteref"):
            builder.add_link("#footnote")
        elif m["macro"]:
            builder.add_link(m["target"])
            label = m["label"].split(",")[0].rstrip("^")
            builder.add(label, m.start("label"))
        elif m["anchor"] is not None and not m["reference"]:
            builder.add_link(f"#{m['anchor']}")
        else:
            if m["address"]:
                builder.add_link(m["address"])
            for group in _SHOWN:
                if m[group]:
                    inline(builder, source, m.start(group), m.end(group) - m[group].endswith("^"))
            if m["continued"]:
                builder.add_decoded(" ", m.start(), at)
    builder.add(source[at:end], at)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = lines(source)
        self.blocks: list[Block] = []
        self.imports: list[str] = []
        self.comments: list[Comment] = []
        self.kinds: list[tuple[str, BlockKind]] = []  # the fences that are open
        self.code_next = False

    @property
    def kind(self) -> BlockKind:
        return self.kinds[-1][1] if self.kinds else "paragraph"

    def run(self) -> None:
        """Read all lines."""
        at = 0
        while at < len(self.lines):
            at = self._next(at)

    def _next(self, i: int) -> int:
        line = self.lines[i]
        text = line.text
        if line.blank or text == "+" or self._is_comment(line):
            return i + 1
        if _FENCE.match(text):
            return self._fence(i)
        if _TABLE.match(text):
            return self._table(i)
        style = _STYLE.match(text)
        if style:
            self.code_next = bool(_CODE_STYLES.match(style["style"]))
            if style["style"].startswith(("quote", "verse")) and i + 1 < len(self.lines):
                return self._paragraph(i + 1, 0, "quote") if not _FENCE.match(self.lines[i + 1].text) else i + 1
            return i + 1
        code, self.code_next = self.code_next, False
        if code or (line.indent and not _ITEM.match(text) and (i == 0 or self.lines[i - 1].blank)):
            return self._past_paragraph(i)
        macro = _MACRO.match(text)
        if macro:
            self._macro(line, macro)
            return i + 1
        attribute = _ATTRIBUTE.match(text)
        if attribute:
            if attribute["name"] == "description" and attribute["value"]:
                self._put([(line.start + attribute.start("value"), line.end)], "meta")
            return i + 1
        return self._text(i)

    def _is_comment(self, line: Line) -> bool:
        """Whether a line is a comment, which is noted."""
        is_comment = line.text.startswith("//") and not line.text.startswith("////")
        if is_comment:
            self.comments += noted(self.source, line.start, line.end, 2)
        return is_comment

    def _text(self, i: int) -> int:
        line = self.lines[i]
        heading = _HEADING.match(line.text)
        if heading:
            level = len(heading["marks"])
            block = prose(self.source, [(line.start + heading.end(), line.end)], inline, "heading", level)
            self.blocks += [block] if block else []
            return i + 1
        title = _TITLE.match(line.text)
        if title:
            self._put([(line.start + 1, line.end)], "caption")
            return i + 1
        item = _ITEM.match(line.text)
        if item:
            return self._paragraph(i, item.end(), "list-item")
        term = _TERM.match(line.text)
        if term and "://" not in term["term"]:
            self._put([(line.start, line.start + term.end("term"))], "cell")
            if term.end() == len(line.text):
                return i + 1
            return self._paragraph(i, term.end(), "paragraph")
        admonition = _ADMONITION.match(line.text)
        return self._paragraph(i, admonition.end() if admonition else line.indent, self.kind)

    def _put(self, parts: list[tuple[int, int]], kind: BlockKind) -> None:
        block = prose(self.source, parts, inline, kind)
        self.blocks += [block] if block else []

    def _ends(self, line: Line) -> bool:
        text = line.text
        return (
            line.blank or text == "+" or text.startswith("//") or bool(_FENCE.match(text) or _TABLE.match(text))
            or bool(_ITEM.match(text) or _STYLE.match(text) or _MACRO.match(text) or _TERM.match(text))
        )  # fmt: skip

    def _paragraph(self, i: int, inner: int, kind: BlockKind) -> int:
        parts = [(self.lines[i].start + inner, self.lines[i].end)]
        i += 1
        while i < len(self.lines) and not self._ends(self.lines[i]):
            parts.append((self.lines[i].start + self.lines[i].indent, self.lines[i].end))
            i += 1
        self._put(parts, kind)
        return i

    def _past_paragraph(self, i: int) -> int:
        while i < len(self.lines) and not self.lines[i].blank:
            i += 1
        return i

    def _fence(self, i: int) -> int:
        fence = self.lines[i].text
        code, self.code_next = self.code_next, False
        if fence.startswith(_CODE_FENCES) or code:
            closing = "```" if fence.startswith("```") else fence
            first = i
            i += 1
            while i < len(self.lines) and self.lines[i].text != closing:
                i += 1
            if fence.startswith("////"):
                start, end = self.lines[first].start, self.lines[min(i, len(self.lines) - 1)].end
                self.comments += noted(self.source, start, end, len(fence), len(fence) * (i < len(self.lines)))
            return i + 1
        if self.kinds and self.kinds[-1][0] == fence:
            self.kinds.pop()
        elif any(name == fence for name, _ in self.kinds):
            while self.kinds.pop()[0] != fence:
                pass
        else:
            self.kinds.append((fence, "quote" if fence[0] == "_" else self.kind))
        return i + 1

    def _macro(self, line: Line, macro: re.Match[str]) -> None:
        if macro["name"] == "include":
            self.imports.append(macro["target"])
        elif macro["name"] == "image" and (alt := _ALT.match(macro["text"])):
            start = line.start + macro.start("text")
            self._put([(start + alt.start("alt"), start + alt.end("alt"))], "alt")

    def _table(self, i: int) -> int:
        fence = self.lines[i].text
        i += 1
        while i < len(self.lines) and self.lines[i].text != fence:
            line = self.lines[i]
            if self._is_comment(line):
                i += 1
                continue
            marks = list(_CELL.finditer(line.text))
            if not marks and not line.blank:
                self._put([(line.start + line.indent, line.end)], "cell")
            for m, following in zip_longest(marks, marks[1:]):
                stop = following.start() if following else len(line.text)
                self._put([(line.start + m.end(), line.start + stop)], "cell")
            i += 1
        return i + 1
