"""Copy that is pasted or dropped into the page: its format, and where things stand in it as browsers count."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from medlint.document import Block, Document
from medlint.readers import ReadError, format_of, read

FORMATS = {"text": ".txt", "markdown": ".md", "html": ".html"}
"""The formats in which copy is edited, each with the suffix of its files."""

OPENED = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx")
"""The files that can be dropped."""

LONGEST = 200_000
"""The longest text that is checked, in characters: some thirty thousand words."""

_MARKDOWN_FIRST = re.compile(r"\A(?:---|\+\+\+)[ \t]*\n|^#{1,6}[ \t]+\S", re.M)
_HTML = re.compile(
    r"\A\s*<(?:!doctype\s+html|html|head|body|!--)\b|</(?:p|div|h[1-6]|ul|ol|li|section|article|main|header|footer"
    r"|nav|table|tr|td|th|a|b|i|em|strong|span|button|blockquote|figure|title|head|body|html)\s*>",
    re.I,
)
_MARKDOWN = re.compile(
    r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S|^>[ \t]|\*\*\S[^*\n]*\*\*|!?\[[^\]\n]*\]\([^)\s]+\)|^\S.*\n(?:=+|-+)[ \t]*$",
    re.M,
)
_NO_CHARACTER = re.compile("[\x00\ud800-\udfff]")
_MARKS = re.compile(r"[\\`*_\[\]<>&#|~]")
_FIRST = re.compile(r"\A(\d*)([-+=.)])")
_LEADS: dict[str, str] = {"title": "# ", "list-item": "- ", "quote": "> ", "alt": "!["}


class PasteError(Exception):
    """Copy that cannot be taken in: one sentence for people."""


def detected(text: str) -> str:
    """The format that a text looks to be written in: `text`, `markdown` or `html`."""
    if _MARKDOWN_FIRST.search(text):
        return "markdown"
    if _HTML.search(text):
        return "html"
    return "markdown" if _MARKDOWN.search(text) else "text"


def document_of(text: str, format: str, name: str) -> Document:
    """The document of a text in one of `FORMATS`, under a name of a file. The source of the document is the text.

    Raises PasteError when it is too long or cannot be read.
    """
    if len(text) > LONGEST:
        raise PasteError(
            f"The text has {len(text):,} characters, and {LONGEST:,} are checked at most; check it in parts, or as a "
            "file with `medlint FILE`."
        )
    # A mark of the byte order before it, so that a text which begins with that character keeps it.
    data = "\ufeff" + _NO_CHARACTER.sub("\ufffd", text)
    try:
        return read(name, data.encode(), format)
    except ReadError as error:
        raise PasteError(f"The text {error}") from None


class Units:
    """Where a text's characters stand in UTF-16 code units, the way in which browsers count."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [i for i, c in enumerate(text) if c > "\uffff"]

    def __call__(self, offset: int) -> int:
        """The offset in code units of an offset in code points."""
        return offset + bisect_left(self._wide, offset)


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of a file that was dropped, and what the writer should know of how it was taken out."""

    text: str
    format: str
    note: str = ""


def opened(name: str, data: bytes) -> Opened:
    """The text of a file, to be edited on the page. Raises PasteError."""
    if PurePath(name).suffix.lower() not in OPENED:
        raise PasteError(f"“{name}” is in a format that this page does not open; it opens {', '.join(OPENED)}.")
    try:
        document = read(name, data)
    except ReadError as error:
        raise PasteError(f"“{name}” {error}") from None
    format = format_of(name) or "text"
    if format != "docx":
        return Opened(document.source, format)
    return Opened(
        _as_markdown(document), "markdown",
        f"The text was taken out of “{name}” and is edited here as Markdown; the file itself stays as it is.",
    )  # fmt: skip


def _as_markdown(document: Document) -> str:
    """What can be read in a document, as Markdown: a piece for each block, the items of a list without gaps."""
    out = ""
    for is_item, blocks in groupby(document.blocks, key=lambda block: block.kind == "list-item"):
        lines = (_line(document, block) for block in blocks)
        out += ("\n" if is_item else "\n\n").join(lines) + "\n\n"
    return out.rstrip("\n") + "\n"


def _line(document: Document, block: Block) -> str:
    """A block as Markdown; its marks are escaped where they would not be read as words."""
    words = document.quote(block, 0, len(block.visible))
    lead = "#" * min(max(block.level, 1), 6) + " " if block.kind == "heading" else _LEADS.get(block.kind, "")
    tail = "](image)" if block.kind == "alt" else ""
    again = read("copy.md", (lead + words + tail).encode(errors="replace")).blocks
    if [one.visible for one in again] == [block.visible]:
        return lead + words + tail
    escaped = _FIRST.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", words))
    return lead + escaped + tail
