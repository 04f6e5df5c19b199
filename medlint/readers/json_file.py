"""JSON files, comments and trailing commas borne."""

from __future__ import annotations

import json
import re
from contextlib import suppress

from medlint.document import Document
from medlint.readers.data_file import DataFile, comments
from medlint.readers.json_strings import values

_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*+"|\\.)|//[^\r\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)', re.S)
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+"|\\.)|,(?=\s*+[}\]])', re.S)


def read(path: str, source: str) -> Document:
    """The document of a JSON file; of one that is not valid all strings that can be made out."""
    file = DataFile(path, source)
    error = _error(source)
    if error:
        file.problem(
            error.pos, f"This is not valid JSON ({error.msg}); mend it. Its strings were read as well as could be."
        )
    file.add(values(source, 0, len(source), states=True))
    file.document.comments = comments(source, 0, len(source), "json")
    return file.document


def _error(source: str) -> json.JSONDecodeError | None:
    try:
        _parse(source)
    except json.JSONDecodeError as error:
        if "//" in source or "/*" in source or _TRAILING_COMMA.search(source):
            plain = _COMMENT.sub(_blank, source)
            try:
                _parse(_TRAILING_COMMA.sub(_blank, plain))
            except json.JSONDecodeError as second:
                return second
            return None
        return error
    return None


def _parse(source: str) -> None:
    """Raises JSONDecodeError; what is only nested too deeply for the parser is taken to be right."""
    with suppress(RecursionError):
        json.loads(source)


def _blank(m: re.Match[str]) -> str:
    """A string as it is; of anything else only the line ends."""
    return m[1] or re.sub(r"[^\r\n]", " ", m.group())
