"""YAML files, one document or several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from medlint.document import Document
from medlint.readers.data_file import DataFile, comments
from medlint.readers.values import DataError
from medlint.readers.yaml_strings import values

_START = re.compile(r"^---(?=[ \t\r\n]|\Z)", re.M)
_NOTHING = re.compile(r"(?:\s|#[^\r\n]*|%[^\r\n]*|\.\.\.)*+\Z")


def read(path: str, source: str) -> Document:
    """The document of a YAML file; a YAML document in it that is not valid is told and left out."""
    file = DataFile(path, source)
    every = list(_parts(source))
    parts = [part for part in every if not _holds_nothing(source, *part)]
    for start, end in every:
        with suppress(DataError):  # told below
            file.document.comments += comments(source, start, end, "yaml")
    for number, (start, end) in enumerate(parts, 1):
        prefix = f"document {number}: " if len(parts) > 1 else ""
        try:
            found = values(source, start, end, states=True, any_root=True)
            if found:
                file.add(found, prefix)
        except DataError as error:
            what = "This part of the file" if prefix else "This file"
            file.problem(
                error.offset,
                f"{what} is not valid YAML, so its values were not checked: {error.message}",
            )
    return file.document


def _parts(source: str) -> Iterator[tuple[int, int]]:
    """The range of each document."""
    # `^` knows only \n; files with lone carriage returns are looked at through one that has none.
    lines = source if "\n" in source else source.replace("\r", "\n")
    at = 0
    for m in (*_START.finditer(lines), None):
        end = m.start() if m else len(source)
        if end > at:
            yield at, end
        at = end


def _holds_nothing(source: str, at: int, end: int) -> bool:
    return _NOTHING.match(source, at + 3 if source.startswith("---", at) else at, end) is not None
