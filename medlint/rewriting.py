"""Files of the user that are rewritten: as they were read, and written so that there is a way back."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from medlint.files import write_whole
from medlint.readers.decode import decode, marked
from medlint.undo import keep


class RewriteError(Exception):
    """Files that were not rewritten, and why: one sentence for people."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text file as it was read: its bytes, its text, and how that is written (byte order mark and encoding)."""

    path: str
    data: bytes
    source: str
    mark: bytes
    encoding: str

    @classmethod
    def read(cls, path: str) -> TextFile:
        """The file at a path. Raises OSError, and ReadError where it is no text."""
        data = Path(path).read_bytes()
        return cls(path, data, decode(data), *marked(data))

    def encoded(self, source: str) -> bytes:
        """Another text as this file would write it."""
        return self.mark + source.encode(self.encoding)

    @property
    def is_as_read(self) -> bool:
        """Whether the file still holds what was read."""
        try:
            return Path(self.path).read_bytes() == self.data
        except OSError:
            return False


def rewrite(changes: Iterable[tuple[TextFile, str]], folder: Path, state: Path) -> None:
    """Write new texts into files, all of which must still be as they were read. The texts before are kept in `state`.

    `folder` is where the command is run, by which `undo.last` finds what was kept. Raises RewriteError: before anything
    is written if a file has changed on disk or what is there cannot be kept, else with what could not be written.
    """
    changes = list(changes)
    for file, _ in changes:
        if not file.is_as_read:
            raise RewriteError(f"{file.path} has changed on disk since it was read; nothing was written")
        if not os.access(file.path, os.W_OK):
            raise RewriteError(f"{file.path} may not be written to; nothing was written")
    written = [(Path(file.path).resolve(), file.data, file.encoded(source)) for file, source in changes]
    try:
        keep(written, folder, state)
    except OSError as error:
        raise RewriteError(f"what the files hold could not be kept in {state} ({error}); nothing was written") from None
    for path, _, new in written:
        try:
            write_whole(path, new)
        except OSError as error:
            raise RewriteError(f"{path} could not be written ({error})") from None
