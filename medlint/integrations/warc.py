"""Pages out of web archives: WARC files, and the WET files of plain text that crawls publish beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from medlint.integrations.media import format_for
from medlint.integrations.rows import WebPage

MOST_BYTES = 20_000_000
"""A longer page is not read."""


def pages(stream: IO[bytes], name: str, most_bytes: int = MOST_BYTES) -> Iterator[WebPage]:
    """The pages of an archive, compressed or not: responses of status 200 to 299, resources, and converted text.

    What medlint does not read (images, scripts) and what is longer than `most_bytes` comes without content. Where the
    archive is broken, the last page tells so under the `name` of the archive.
    """
    count = 0
    try:
        for record in ArchiveIterator(stream):
            if (page := _page(record, most_bytes)) is not None:
                count += 1
                yield page
    except (ArchiveLoadFailed, OSError, ValueError, EOFError) as error:
        yield WebPage(name, None, None, f"the archive cannot be read after {count} pages: {error}")


def _page(record: Any, most_bytes: int) -> WebPage | None:
    url = record.rec_headers.get_header("WARC-Target-URI")
    if record.rec_type == "response":
        if record.http_headers is None or not record.http_headers.get_statuscode().startswith("2"):
            return None
        media_type = record.http_headers.get_header("Content-Type")
    elif record.rec_type == "resource":
        media_type = record.rec_headers.get_header("Content-Type")
    elif record.rec_type == "conversion":
        media_type = "text/plain; charset=utf-8"
    else:
        return None
    url = (url or "").strip("<>")
    if format_for(media_type, url) is None:
        return WebPage(url, None, media_type)
    content = record.content_stream().read(most_bytes + 1)
    if len(content) > most_bytes:
        return WebPage(url, None, media_type, f"is longer than {most_bytes:,} bytes")
    return WebPage(url, content, media_type)
