"""Readers: the bytes of a file become a Document, one module a format.

A format's module is imported only when a file of that format is read.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import cast

from medlint.document import Document
from medlint.readers.decode import ReadError, decode

__all__ = ["SUFFIXES", "ReadError", "read"]

SUFFIXES: dict[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
}
"""The format of a file by its suffix, in lower case."""


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
    return cast(Document, reader.read(path, decode(data)))
