"""What a page from the web is: its format by media type, its characters by charset."""

from __future__ import annotations

import codecs
import re
from urllib.parse import urlsplit

from medlint.readers import format_of

FORMATS: dict[str, str] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/mdx": "mdx",
    "text/plain": "text",
    "text/x-rst": "rst",
    "text/asciidoc": "asciidoc",
    "text/vtt": "captions",
    "application/x-subrip": "captions",
    "application/json": "json_file",
    "application/yaml": "yaml_file",
    "application/toml": "toml_file",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "email_message",
}
"""The format of a reader by media type."""

_SAYS_NOTHING = ("", "application/octet-stream", "binary/octet-stream")
_BINARY = ("pdf", "docx", "email_message")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s\"';]+)", re.I)
_META = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.I)
_META_REACH = 1024
# Browsers read these names as wider charsets, and pages are written for them.
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
          "shift_jis": "cp932"}  # fmt: skip
# Encodings of Python that are no charsets; some take very long over a large page.
_NO_CHARSETS = ("idna", "punycode", "raw-unicode-escape", "unicode-escape")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def format_for(media_type: str | None, url: str) -> str | None:
    """The format of a page; where its media type says nothing, by the suffix of its address. None: it is not read."""
    kind = (media_type or "").partition(";")[0].strip().lower()
    if kind in _SAYS_NOTHING:
        return format_of(urlsplit(url).path)
    return FORMATS.get(kind)


def as_utf8(content: bytes, format: str, media_type: str | None) -> bytes:
    """The bytes of a page in UTF-8, as readers want them; what is no text, or in no charset that is known, stays.

    The charset is that of a byte order mark, of the media type, of the page's own `<meta>`; else UTF-8, or, as in
    browsers, Windows-1252 for HTML that is not UTF-8. One that the bytes cannot be in is not believed.
    """
    if format in _BINARY or content.startswith(_MARKS):
        return content
    said = _CHARSET.search(media_type or "")
    named = [said[1]] if said else []
    if format == "html":
        found = _META.search(content[:_META_REACH])
        named += [found[1].decode("ascii")] if found else []
    named += ["utf-8", "cp1252"] if format == "html" else ["utf-8"]
    texts = (_decoded(content, name) for name in named)
    text = next((text for text in texts if text is not None), None)
    return content if text is None else text.encode()


def _decoded(content: bytes, charset: str) -> str | None:
    """The text, if it can be in the charset and written as UTF-8."""
    try:
        name = codecs.lookup(charset).name
        if name in _NO_CHARSETS:
            return None
        text = content.decode(_WIDER.get(name, name))
        text.encode()
    except (LookupError, ValueError):
        return None
    return text
