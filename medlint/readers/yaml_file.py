"""YAML files, one document or several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.document import Document
from medlint.readers.data_file import DataFile
from medlint.readers.values import DataError
from medlint.readers.yaml_strings import values

_START = re.compile(r"^---(?=[ \t\r\n]|\Z)", re.M)
_NOTHING = re.compile(r"(?:\s|#[^\r\n]*|%[^\r\n]*|\.\.\.)*+\Z")


def read(path: str, source: str) -> Document:
    """The document of a YAML file; a YAML document in it that is not valid is told and left out."""
    file = DataFile(path, source)
    parts = list(_parts(source))
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
    """The range of each document that holds anything."""
    # `^` knows only \n; files with lone carriage returns are looked at through one that has none.
    lines = source if "\n" in source else source.replace("\r", "\n")
    at = 0
    for m in (*_START.finditer(lines), None):
        end = m.start() if m else len(source)
        if end > at and not _NOTHING.match(source, at + 3 if source.startswith("---", at) else at, end):
            yield at, end
        at = end
