"""Readers: the bytes of a file become a Document, one module a format.

A format's module is imported only when a file of that format is read.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import cast

from medlint.document import Document
from medlint.expressions import expression
from medlint.readers.decode import ReadError, decode

__all__ = ["SUFFIXES", "ReadError", "format_of", "read"]

SUFFIXES: dict[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mdx": "mdx",
    ".astro": "astro",
    ".vue": "vue",
    ".svelte": "svelte",
    ".jsx": "javascript",
    ".tsx": "javascript",
    ".js": "javascript",
    ".mjs": "javascript",
    ".cjs": "javascript",
    ".ts": "javascript",
    ".mts": "javascript",
    ".cts": "javascript",
    ".txt": "text",
    ".text": "text",
    **dict.fromkeys((".json", ".jsonc"), "json_file"),
    **dict.fromkeys((".yaml", ".yml"), "yaml_file"),
    ".toml": "toml_file",
    **dict.fromkeys((".liquid", ".njk", ".hbs", ".handlebars", ".mustache", ".ejs", ".erb", ".twig"), "template"),
    **dict.fromkeys((".xml", ".wxr"), "wxr"),
    ".docx": "docx",
    ".pdf": "pdf",
    ".eml": "email_message",
    **dict.fromkeys((".srt", ".vtt"), "captions"),
    **dict.fromkeys((".po", ".pot"), "po"),
    ".rst": "rst",
    **dict.fromkeys((".adoc", ".asciidoc"), "asciidoc"),
    **dict.fromkeys((".php", ".jinja", ".jinja2", ".j2", ".tmpl", ".gohtml"), "template"),
}
"""The format of a file by its suffix, in lower case."""

# Front matter, or the tags of a template language.
_TEMPLATE = expression(r"\A(?:---|\+\+\+)[ \t]*[\r\n]|\{\{|\{%|<%|<\?(?:php\b|=)")


def format_of(path: str | PurePath) -> str | None:
    """The format in which a file is read, told by its suffix; None when it is not read."""
    return SUFFIXES.get(PurePath(path).suffix.lower())


def read(path: str, data: bytes, format: str | None = None) -> Document:
    """The document in `data`; its format is told by the suffix of `path` unless given.

    Raises ReadError when the format is not known or the bytes are not text.
    """
    suffix = PurePath(path).suffix.lower()
    name = format or SUFFIXES.get(suffix)
    if name not in SUFFIXES.values():
        known = ", ".join(sorted(SUFFIXES))
        what = f"“{format}”" if format else f"“{suffix}” files" if suffix else "a file without a suffix"
        raise ReadError(f"medlint cannot read {what}; it reads {known}.")
    reader = import_module(f"medlint.readers.{name}")
    if hasattr(reader, "read_bytes"):
        document = cast(Document, reader.read_bytes(path, data))
    else:
        source = decode(data)
        if name == "html" and _TEMPLATE.search(source):
            reader = import_module("medlint.readers.template")
        document = cast(Document, reader.read(path, source))
    document.format = name
    return document
