"""The tags of templates with `{…}` in them: elements of HTML, components and their props, raw elements."""

from __future__ import annotations

import re
from abc import abstractmethod

from medlint.document import BlockKind, Builder
from medlint.normalising import WILDCARD
from medlint.readers import elements, script_names
from medlint.readers.curly import Curly
from medlint.readers.curly_tokens import Style
from medlint.readers.elements import Element
from medlint.readers.entities import add_html, html_pieces
from medlint.readers.frames import Markup, Tag
from medlint.readers.uses import Uses
from medlint.readers.values import value_blocks
from medlint.readers.walker import Spot

_ATTRIBUTE = re.compile(
    r"(?P<end>/?>)|(?P<tag><)|(?P<brace>\{)"
    r"|(?P<name>[^\s=/><{\"'`][^\s=/><{]*)(?:\s*=\s*(?:(?P<quoted>\"[^\"]*\"|'[^']*')|(?P<template>`(?:[^`\\]|\\.)*`)"
    r"|(?P<code>\{)|(?P<bare>[^\s>\"'{`][^\s>]*)))?|[^\s]|\s+",
    re.S,
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
RAW = frozenset({"script", "style", "i18n"})
"""Elements whose content is no markup."""
_LIKE: dict[BlockKind, str] = {
    "button": "button",
    "list-item": "li",
    "quote": "blockquote",
    "caption": "figcaption",
    "cell": "td",
}
_DIRECTIVE = re.compile(
    r"[:@#]|v-|(?:bind|on|use|class|style|transition|in|out|animate|let|client|is|define|set|slot):"
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LOOK = 200
_INNER_CODE = re.compile(r"\{[^{}]*\}")
_QUOTE = re.compile(r"\"")
_NOT_PARTED = ("heading", "button", "title")


class CurlyTags(Curly):
    """Reads the tags of a template."""

    def __init__(self, source: str, style: Style, uses: Uses | None = None) -> None:
        super().__init__(source, style, uses)
        self._in_sentence: list[str] = []
        """Components that are open and stand in a sentence."""

    def tag(self, m: re.Match[str], end: int) -> int:
        name = m["name"] or ""
        if m["slash"] or m["fragment"] == "</>":
            stop = self.source.find(">", m.end() - 1, end) + 1 or m.end()
            self._end_tag(name, m.start(), stop)
            return stop
        if m["fragment"]:
            self.opened("")
            return m.end()
        self.uses.use(name.partition(".")[0])
        if self.style == "vue" and "-" in name:
            self.uses.use("".join(map(str.capitalize, name.split("-"))))
        self.frames.append(Tag(name, m.start(), elements.element(name)))
        return m.end()

    def in_tag(self, tag: Tag, at: int, end: int) -> int:
        m = _ATTRIBUTE.match(self.source, at, end)
        kind = m.lastgroup if m else "tag"
        if m is None or kind == "tag":
            self.frames.pop()
            self.not_a_tag(tag, at)
            return at
        if kind == "end":
            self.frames.pop()
            return self._start_tag(tag, m.end(), end, is_whole=m.group() == "/>")
        name = m["name"] or ""
        if kind == "brace":
            self.enter_code(m.start(), m.end(), Spot())
        elif kind == "code":
            self._code_prop(tag, name, m.start("code"))
        elif kind == "template":
            self._code_prop(tag, name, -1)
            if not script_names.is_never_copy(name):
                self.expression([m.span("template")], self._spot(tag, name))
        elif kind == "quoted":
            tag.attributes.append((name, m.start("quoted") + 1, m.end("quoted") - 1))
        elif name:
            tag.attributes.append((name, *(m.span("bare") if kind == "bare" else (0, 0))))
        return m.end()

    def _spot(self, tag: Tag, name: str) -> Spot:
        if name in script_names.ALT_PROPS or (name == "title" and not tag.found.is_component):
            return Spot(f"{tag.name}.{name}", "alt")
        if name in ("set:html", "dangerouslySetInnerHTML") or name.startswith("on"):
            return Spot("", "json-ld" if tag.name == "script" else "value")
        return Spot(f"{tag.name}.{name}", context=tag.found.context)

    def _code_prop(self, tag: Tag, name: str, brace: int) -> None:
        tag.attributes.append((name, 0, 0))
        if brace >= 0:
            self.enter_code(brace, brace + 1, self._spot(tag, name))

    # Start tags

    def _start_tag(self, tag: Tag, stop: int, end: int, *, is_whole: bool) -> int:
        if tag.name in RAW:
            return stop if is_whole else self.raw(tag, stop, end)
        if self._keeps_away(tag) and "noindex" not in self.labels:
            self.labels.append("noindex")
        whole = is_whole or tag.name in _VOID
        if tag.found.is_component:
            self._props(tag)
            self._component(tag.found, tag.start, stop, opens=True, closes=whole)
        else:
            self._element(tag, stop, whole)
        if whole:
            self.closed("", stop)
        else:
            self.opened(tag.name)
        return stop

    def _keeps_away(self, tag: Tag) -> bool:
        """Whether a tag keeps the page from search engines, whatever else holds."""
        if len(self.frames) > 1:
            return False
        values = {name.lower(): self.source[start:end].lower() for name, start, end in tag.attributes}
        if tag.found.is_component:
            return values.get("noindex") in ("", "true") and self._is_true(tag)
        return values.get("name") == "robots" and "noindex" in values.get("content", "")

    def _is_true(self, tag: Tag) -> bool:
        written = self.source[tag.start : tag.start + 2_000]
        return re.search(r"(?i)\bnoindex(?:\s|/?>|\s*=\s*(?:\{\s*true\b|[\"']true))", written) is not None

    def _element(self, tag: Tag, stop: int, whole: bool) -> None:
        after_name = tag.start + 1 + len(tag.name)
        parted = self._parted(tag.found.kind, tag.found.how)
        self.emit_as(parted, tag.start, tag.start)
        self.emit(tag.start, after_name)
        for name, start, end in tag.attributes:
            if start and not _DIRECTIVE.match(name):
                self.emit_as(f' {name}="', start - 1, start)
                self.emit_value(start, end)
                self.emit_as('"', end, end + 1)
        self.emit_as(">", stop - 1, stop)
        if whole and tag.name not in _VOID:
            self.emit_as(f"</{tag.name}>", stop - 1, stop)
        self.emit_as(parted, stop, stop)

    def emit_value(self, start: int, end: int) -> None:
        """Let the value of an attribute stand; where code can be in it, that is a wildcard."""
        pattern = _INNER_CODE if self.style == "svelte" else _QUOTE
        at = start
        for m in pattern.finditer(self.source, start, end):
            self.emit(at, m.start())
            self.emit_as(WILDCARD if self.style == "svelte" else "&quot;", m.start(), m.end())
            at = m.end()
        self.emit(at, end)

    def _parted(self, kind: BlockKind | None, how: str) -> str:
        """What keeps Markdown from being taken for HTML beside the tag of a block."""
        return "\n\n" if self.style == "mdx" and how in ("block", "within", "break") and kind not in _NOT_PARTED else ""

    def _component(self, found: Element, start: int, stop: int, *, opens: bool, closes: bool) -> None:
        if found.how == "inline":
            return
        if found.how in ("none", "hole"):
            name = "code" if found.tag in ("code", "inlinemath", "math") else "pre"
        elif found.context:
            name = "div"
        elif found.kind:
            name = f"h{found.level}" if found.kind == "heading" else _LIKE[found.kind]
        else:
            touches = found.how == "loose" and self._is_in_sentence(found.tag, start, stop, opens, closes)
            self.emit_as(" " if touches else "\n\n" if self.style == "mdx" else "<hr>", start, stop)
            return
        parted = self._parted(found.kind, found.how)
        attributes = ' class="testimonial"' if found.context else ""
        self.emit_as(parted + f"<{name}{attributes}>" * opens + f"</{name}>" * closes + parted, start, stop)

    def _is_in_sentence(self, tag: str, start: int, stop: int, opens: bool, closes: bool) -> bool:
        """Whether a component stands in a sentence: text touches it, or did so where it was opened."""
        if opens and self._touches(start, stop, before=True):
            if not closes:
                self._in_sentence.append(tag)
            return True
        if closes and not opens and self._in_sentence[-1:] == [tag]:
            self._in_sentence.pop()
            return True
        return closes and self._touches(start, stop)

    def _touches(self, start: int, stop: int, *, before: bool = False) -> bool:
        """Whether text stands right before or behind a tag."""
        frame = self.frames[-1]
        if len(self.frames) > 1 and isinstance(frame, Markup) and not frame.names:
            return False
        beside = self.source[max(0, start - _LOOK) : start] if before else self.source[stop : stop + _LOOK]
        text = beside.rstrip() if before else beside.lstrip()
        gap = beside[len(text) :] if before else beside[: len(beside) - len(text)]
        char = text[-1:] if before else text[:1]
        return char not in ("", "<", ">", "{", "}") and _BLANK_LINE.search(gap) is None

    def _props(self, tag: Tag) -> None:
        for name, start, end in tag.attributes:
            if not start or script_names.is_never_copy(name) or _DIRECTIVE.match(name):
                continue
            found = list(html_pieces(self.source, start, end))
            if name in script_names.ALT_PROPS:
                builder = Builder()
                add_html(builder, self.source, start, end, attribute=True)
                block = builder.build("alt")
                self.blocks += [block] if block else []
                continue
            blocks = value_blocks(found, "value", f"{tag.name}.{name}")
            for block in blocks:
                block.context = tag.found.context
            self.blocks += blocks

    def _end_tag(self, name: str, start: int, stop: int) -> None:
        found = elements.element(name)
        if found.is_component:
            self._component(found, start, stop, opens=False, closes=True)
        elif name:
            parted = self._parted(found.kind, found.how)
            self.emit_as(parted, start, start)
            self.emit(start, stop)
            self.emit_as(parted, stop, stop)
        self.closed(name, stop)

    @abstractmethod
    def raw(self, tag: Tag, start: int, end: int) -> int:
        """Read an element whose content is no markup; returns where reading goes on."""
