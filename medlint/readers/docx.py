"""Word files (.docx). The source of the document is the text that was taken out, one paragraph a line."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from medlint.document import Block, BlockKind, Builder, Document
from medlint.readers.decode import ReadError
from medlint.readers.docx_xml import Paragraph, Story
from medlint.readers.zipped import Archive

_HEADING = re.compile(r"heading (\d)", re.I)
_BY_STYLE: dict[str, BlockKind] = {
    "title": "title",
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
}
_HEADERS = re.compile(r"word/(?:header|footer)\d*\.xml\Z")
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "


class _Style(NamedTuple):
    name: str
    based_on: str
    level: int


def read_bytes(path: str, data: bytes) -> Document:
    """The document of a Word file: body, notes, headers and footers.

    Raises ReadError when the file is encrypted or broken.
    """
    archive = Archive(data, ".docx")
    body = archive.part("word/document.xml")
    if body is None:
        raise ReadError("is broken: there is no Word document in it (word/document.xml is missing).")
    styles = _styles(archive.part("word/styles.xml"))
    paragraphs = _paragraphs(archive, "word/document.xml", body)
    body_length = len(paragraphs)
    for name in ("word/footnotes.xml", "word/endnotes.xml", *sorted(filter(_HEADERS.match, archive.names))):
        seen = {p.text for p in paragraphs} if _HEADERS.match(name) else set()
        paragraphs += [p for p in _paragraphs(archive, name, archive.part(name)) if p.text not in seen]
    return _document(path, paragraphs, styles, body_length)


def _paragraphs(archive: Archive, name: str, data: bytes | None) -> list[Paragraph]:
    if data is None:
        return []
    folder, _, file = name.rpartition("/")
    targets: dict[str, str] = {}

    def relationship(tag: str, attributes: dict[str, str]) -> None:
        if tag == _RELATIONSHIP and attributes.get("TargetMode") == "External":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    _parse(archive.part(f"{folder}/_rels/{file}.rels"), relationship)
    story = Story(targets)
    _parse(data, story.start, story.end, story.text)
    return story.paragraphs


def _parse(data: bytes | None, *handlers: object) -> None:
    if data is None:
        return
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    for name, handler in zip(
        ("StartElementHandler", "EndElementHandler", "CharacterDataHandler"), handlers, strict=False
    ):
        setattr(parser, name, handler)
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ReadError(f"is broken: the XML in it is not well-formed ({error}).") from None


def _refuse(*_: object) -> None:
    raise ReadError("declares XML entities of its own, which a .docx file never does; it was not read.")


def _styles(data: bytes | None) -> dict[str, _Style]:
    styles: dict[str, _Style] = {}
    current = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal current
        value = attributes.get(_W + "val", "")
        if tag == _W + "style":
            current = attributes.get(_W + "styleId", "")
            styles[current] = _Style("", "", 0)
        elif current in styles:
            style = styles[current]
            if tag == _W + "name":
                styles[current] = style._replace(name=value.lower())
            elif tag == _W + "basedOn":
                styles[current] = style._replace(based_on=value)
            elif tag == _W + "outlineLvl" and value.isdigit() and int(value) < 9:
                styles[current] = style._replace(level=int(value) + 1)

    _parse(data, start)
    return styles


def _kind(paragraph: Paragraph, styles: dict[str, _Style]) -> tuple[BlockKind, int] | None:
    """Kind and heading level of a paragraph, None for a table of contents."""
    if paragraph.is_alt:
        return "alt", 0
    style_id, seen = paragraph.style, set[str]()
    level = paragraph.level
    while style_id and style_id not in seen:
        seen.add(style_id)
        style = styles.get(style_id, _Style(style_id.lower(), "", 0))
        heading = _HEADING.match(style.name) or re.match(r"heading(\d)", style.name)
        level = level or (int(heading[1]) if heading else style.level)
        if style.name.startswith("toc "):
            return None
        if not level and style.name in _BY_STYLE:
            return _BY_STYLE[style.name], 0
        if not level and style.name.startswith("list "):
            return "list-item", 0
        style_id = style.based_on
    if level:
        return "heading", level
    return ("cell" if paragraph.in_cell else "list-item" if paragraph.is_item else "paragraph"), 0


def _document(path: str, paragraphs: list[Paragraph], styles: dict[str, _Style], body_length: int) -> Document:
    lines: list[str] = []
    blocks: list[Block] = []
    headings: list[tuple[int, str]] = []
    at = 0
    for i, paragraph in enumerate(paragraphs):
        if i == body_length:
            headings.clear()  # notes, headers and footers stand below no heading of the body
        found = _kind(paragraph, styles)
        if found:
            kind, level = found
            builder = Builder()
            end = at
            for text, target in paragraph.pieces:
                if target is not None:
                    builder.add_link(target)
                builder.add(text, end)
                end += len(text)
            if kind == "heading":
                while headings and headings[-1][0] >= level:
                    headings.pop()
            block = builder.build(kind, level=level, key_path=" > ".join(text for _, text in headings) or None)
            if block:
                blocks.append(block)
                if kind == "heading":
                    headings.append((level, block.visible))
        lines.append(paragraph.text)
        at += len(paragraph.text) + 1
    return Document(path, "\n".join(lines), blocks)
