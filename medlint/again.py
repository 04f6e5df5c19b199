"""Reading pages a second time, for reports that show them: what was found on a page tells nothing of the rest of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from medlint.document import Document
from medlint.readers import ReadError, read


class Pages:
    """The pages of a run. To be handed to it as what sees all that is read (path and bytes).

    Only a hash of each is kept, but for the one at the path `kept`, which cannot be had again (standard input).
    """

    def __init__(self, kept: str | None = None) -> None:
        self._kept = kept
        self._data: bytes | None = None
        self._hashes: dict[str, bytes] = {}

    def __call__(self, path: str, data: bytes) -> None:
        if path == self._kept and self._data is None:
            self._data = data
        self._hashes[path] = _hash(data)

    def document(self, path: str) -> Document | None:
        """The page at a path as it was checked; None if it has changed or cannot be read any more."""
        try:
            data = self._data if path == self._kept and self._data is not None else Path(path).read_bytes()
            return read(path, data) if _hash(data) == self._hashes.get(path) else None
        except (OSError, ReadError):
            return None


def _hash(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
