"""TOML files."""

from __future__ import annotations

from medlint.document import Document
from medlint.readers.data_file import DataFile, comments
from medlint.readers.toml_strings import values
from medlint.readers.values import DataError


def read(path: str, source: str) -> Document:
    """The document of a TOML file; of one that is not valid nothing but the mistake."""
    file = DataFile(path, source)
    try:
        file.add(values(source, 0, len(source), states=True))
        file.document.comments = comments(source, 0, len(source), "toml")
    except DataError as error:
        file.problem(
            error.offset,
            f"This file is not valid TOML, so its values were not checked: {error.message}",
        )
    return file.document
