"""WordPress exports (WXR): title, content, excerpt and search-engine texts of every post and page, with its status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from medlint.comments import Comment
from medlint.document import Block, BlockKind, Document, Problem
from medlint.readers.decode import ReadError
from medlint.readers.escapes import Piece
from medlint.readers.shortcodes import opened
from medlint.readers.states import state
from medlint.readers.values import View, value_blocks

_NAMESPACE = "http://wordpress.org/export/"
_HEAD = 100_000
_TAG = re.compile(r"<!\[CDATA\[|<!--|<\?|<(?P<slash>/?)(?P<name>[A-Za-z][\w:.-]*)[^<>]*?(?P<empty>/?)>")
_CLOSERS = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>"}
_ENTITY = re.compile(r"&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_LEFT_OUT = frozenset(
    {
        "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "acf-field",
        "acf-field-group", "wp_global_styles", "wp_navigation", "wpcf7_contact_form", "shop_order", "feedback",
    }
)  # fmt: skip
"""Types of posts that nobody reads as a page."""

_FIELDS = frozenset(
    {"title", "content:encoded", "excerpt:encoded", "wp:status", "wp:post_type", "wp:post_id", "wp:post_name",
     "wp:meta_key", "wp:meta_value"}
)  # fmt: skip
_SEO: dict[str, BlockKind] = {
    "_yoast_wpseo_title": "title",
    "_yoast_wpseo_metadesc": "meta",
    "rank_math_title": "title",
    "rank_math_description": "meta",
    "_aioseo_title": "title",
    "_aioseo_description": "meta",
    "_aioseop_title": "title",
    "_aioseop_description": "meta",
}


class _Item(NamedTuple):
    """The fields of a post, and its search-engine texts by the names they are kept under."""

    fields: dict[str, View]
    meta: list[tuple[str, View]]

    def text(self, name: str) -> str:
        return self.fields[name].text.strip() if name in self.fields else ""


def read(path: str, source: str) -> Document:
    """The document of an XML file, which has blocks only when it is a WordPress export.

    Raises ReadError when it declares entities of its own, which can be made to explode.
    """
    document = Document(path, source, [])
    if "<!ENTITY" in source[:_HEAD]:
        raise ReadError("declares XML entities of its own, which an export never does; it was not read.")
    if _NAMESPACE not in source[:_HEAD]:
        return document
    items = [
        i for i in _items(document) if not (i.text("wp:post_type") in _LEFT_OUT or i.text("wp:status") == "inherit")
    ]
    for item in items:
        blocks, comments = _blocks(item)
        document.comments += comments
        label = state("status", item.text("wp:status")) or ("draft" if item.text("wp:status") == "future" else "")
        if label and len(items) > 1:
            for block in blocks:
                block.context = block.context or label
        elif label:
            document.labels.append(label)
        document.blocks += blocks
    return document


def _items(document: Document) -> Iterator[_Item]:
    item: _Item | None = None
    field = ""
    pieces: list[Piece] = []
    comment = False
    for name, found in _events(document):
        if found is not None:
            pieces += found if field else ()
        elif name == "item":
            item, field, comment = _Item({}, []), "", False
        elif name == "/item":
            if item:
                yield item
            item, field = None, ""
        elif name in ("wp:comment", "/wp:comment"):
            comment = name[0] != "/"
        elif item and not comment and name in _FIELDS:
            field, pieces = name, []
        elif item and field and name == f"/{field}":
            item.fields[field] = View(pieces)
            if field == "wp:meta_value" and item.text("wp:meta_key") in _SEO:
                item.meta.append((item.text("wp:meta_key"), item.fields[field]))
            field = ""
    if item:
        if field:
            item.fields[field] = View(pieces)
        at = document.source.rfind("<item")
        document.problems.append(Problem(document.place(at).line, "The export breaks off in this <item>; export anew."))
        yield item


def _events(document: Document) -> Iterator[tuple[str, list[Piece] | None]]:
    """Tags by name (`/` before that of an end tag), and text."""
    source = document.source
    at = 0
    missing: set[str] = set()
    while m := _TAG.search(source, at):
        yield "", _text(source, at, m.start())
        at = m.end()
        if m["name"]:
            if not m["empty"]:
                yield m["slash"] + m["name"], None
            continue
        closer = _CLOSERS[m.group()]
        stop = -1 if closer in missing else source.find(closer, at)
        if stop < 0 and closer not in missing:
            missing.add(closer)
            line = document.place(m.start()).line
            document.problems.append(Problem(line, f"This {m.group()} is never closed; export anew."))
        if m.group() == "<![CDATA[":
            end = stop if stop >= 0 else len(source)
            yield "", [(source[at:end], at, end)] if at < end else []
            at = end + 3
        elif stop >= 0:
            at = stop + len(closer)
    yield "", _text(source, at, len(source))


def _text(source: str, start: int, end: int) -> list[Piece]:
    """Text outside of CDATA, its references decoded."""
    found: list[Piece] = []
    at = start
    if source.find("&", start, end) >= 0:
        for m in _ENTITY.finditer(source, start, end):
            if at < m.start():
                found.append((source[at : m.start()], at, m.start()))
            code = int(m[1], 16) if m[1] else int(m[2] or 0)
            valid = code < 0xD800 or 0xE000 <= code < 0x110000
            found.append((_NAMED[m[3]] if m[3] else chr(code) if valid else "\ufffd", m.start(), m.end()))
            at = m.end()
    if at < end:
        found.append((source[at:end], at, end))
    return found


def _blocks(item: _Item) -> tuple[list[Block], list[Comment]]:
    from medlint.readers.html import part

    key_path = " ".join(filter(None, (item.text("wp:post_type") or "post", item.text("wp:post_id"))))
    if item.text("wp:post_name"):
        key_path += f": {item.text('wp:post_name')}"
    found: list[Block] = []
    comments: list[Comment] = []
    for name, kind in (("title", "title"), ("excerpt:encoded", "meta"), ("content:encoded", None)):
        if name not in item.fields:
            continue
        view = item.fields[name]
        if kind is None:
            inner, values = opened(view.text)
            content = View(inner)
            inside = part(content.text, 0, len(content.text))
            found += [view.outward(content.outward(block), None, key_path) for block in inside.blocks]
            comments += [view.comment(content.comment(comment)) for comment in inside.comments]
            for value in values:
                found += [view.outward(b, None, key_path) for b in value_blocks(value.pieces, "value", value.key_path)]
        else:
            for block in part(view.text, 0, len(view.text)).blocks:
                found.append(view.outward(block, "title" if kind == "title" else "meta", key_path))
    for name, view in item.meta:
        found += filter(None, [view.block(_SEO[name], key_path)])
    found.sort(key=lambda block: block.runs[0][1])
    return found, comments
