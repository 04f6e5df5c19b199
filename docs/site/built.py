"""What is wrong with a site that was built: links that lead nowhere, and whatever would be fetched from elsewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

_REFERENCE = re.compile(r"<(?P<tag>[a-z]+)\s(?:[^<>]*?\s)?(?:href|src)=\"?(?P<address>[^\"\s<>]+)")
_ID = re.compile(r"\sid=\"?([^\"\s<>]+)")
_FETCHED = frozenset({"audio", "embed", "iframe", "img", "link", "script", "source", "video"})
_IN_STYLE = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])((?:https?:)?//[^\"')\s]+)")


def mistakes(folder: Path) -> Iterator[str]:
    """One line for each mistake in the pages and styles below a folder."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    pages = {name: path.read_text(encoding="utf-8") for name, path in files.items() if name.endswith(".html")}
    ids = {name: set(_ID.findall(text)) for name, text in pages.items()}
    for name, text in sorted(pages.items()):
        if name == "404.html":  # is served at any address, so its links are from the top
            continue
        for tag, address in dict.fromkeys(_REFERENCE.findall(text)):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                if tag in _FETCHED and parts.scheme != "data":
                    yield f"{name}: fetches {address}"
                continue
            aim = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
            )
            target = aim if aim in files else posixpath.normpath(f"{aim}/index.html")
            if target not in files:
                yield f"{name}: {address} leads nowhere"
            elif parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]:
                yield f"{name}: {address} has no such place"
    for name, path in sorted(files.items()):
        if name.endswith(".css"):
            for address in _IN_STYLE.findall(path.read_text(encoding="utf-8")):
                yield f"{name}: fetches {address}"
