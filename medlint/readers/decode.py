"""Bytes to text."""

from __future__ import annotations

import codecs


class ReadError(Exception):
    """A file that cannot be read: one sentence for people, without the path."""


# UTF-32 before UTF-16: the UTF-16 LE mark opens the UTF-32 LE mark.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def marked(data: bytes) -> tuple[bytes, str]:
    """The byte order mark with which the bytes of a text begin (none: empty), and the name of their encoding."""
    return next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))


def decode(data: bytes) -> str:
    """The text of a file, without its byte order mark.

    Raises ReadError when it is not text, or not text in UTF-8 (or in UTF-16 or UTF-32 with a mark).
    """
    mark, encoding = marked(data)
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and b"\0" in body:
            raise ReadError("looks like a binary file; name only text files.") from None
        before = body[: error.start].decode(encoding, "replace")
        line = 1 + before.count("\n") + before.count("\r") - before.count("\r\n")
        raise ReadError(
            f"is not valid {encoding[:-3].upper() if mark and encoding != 'utf-8' else 'UTF-8'} "
            f"(line {line}, byte {len(mark) + error.start}); save it as UTF-8."
        ) from None
    if "\0" in text:
        raise ReadError("looks like a binary file; name only text files (if it is text, save it as UTF-8).")
    return text
