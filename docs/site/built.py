"""What is wrong with a site that was built: links that lead nowhere, and whatever would be fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

_REFERENCE = re.compile(r"<(?P<tag>[a-z][a-z0-9]*)\b[^<>]*?\s(?:href|src)=\"?(?P<address>[^\"\s<>]+)")
_ID = re.compile(r"<[a-z][^<>]*?\sid=\"?([^\"\s<>]+)")
_FETCHED = frozenset({"audio", "embed", "iframe", "img", "link", "script", "source", "video"})
_IN_STYLE = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])((?:https?:)?//[^\"')\s]+)")


def mistakes(folder: Path) -> Iterator[str]:
    """One line for each mistake in the pages and styles below a folder."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    ids = {path: set(_ID.findall(text)) for path, text in pages.items()}
    for path, text in pages.items():
        if path.name == "404.html":  # is served at any address, so its links are from the top
            continue
        name = path.relative_to(folder)
        for m in _REFERENCE.finditer(text):
            address = m["address"]
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                if m["tag"] in _FETCHED and parts.scheme != "data":
                    yield f"{name}: fetches {address}"
                continue
            there, anchor = urldefrag(address)
            target = (path.parent / unquote(urlsplit(there).path)).resolve() if there else path
            if target.is_dir():
                target /= "index.html"
            if not target.is_file():
                yield f"{name}: {address} leads nowhere"
            elif anchor and target in ids and unquote(anchor) not in ids[target]:
                yield f"{name}: {address} has no such place"
    for path in sorted(folder.rglob("*.css")):
        for address in _IN_STYLE.findall(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(folder)}: fetches {address}"
