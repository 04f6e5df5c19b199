"""Parts of files that are zip archives of XML, read with care: nothing in them may grow without bounds."""

from __future__ import annotations

import io
import zipfile
import zlib

from medlint.readers.decode import ReadError

_LARGEST_PART = 64_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)

_NOT_SUPPORTED = NotImplementedError
"""What zipfile raises for a way of packing that it does not know; a RuntimeError too, which stands for encryption."""


class Archive:
    """A zip archive in memory."""

    def __init__(self, data: bytes, what: str) -> None:
        self.what = what
        if data.startswith(_OLE):
            raise ReadError(f"is encrypted or in an old format; save it as {what} without a password.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (*_BROKEN, _NOT_SUPPORTED) as error:
            raise ReadError(f"is broken: it is no {what} file ({error}).") from None
        self.names = self._zip.namelist()
        self._left = _LARGEST_PART

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None if there is none.

        Raises ReadError when it is encrypted, broken or much too large.
        """
        try:
            with self._zip.open(name) as file:
                data = file.read(self._left + 1)
        except KeyError:
            return None
        except (*_BROKEN, _NOT_SUPPORTED) as error:
            raise ReadError(f"is broken: “{name}” in it cannot be unpacked ({error}).") from None
        except RuntimeError:
            raise ReadError(f"is encrypted; save it as {self.what} without a password.") from None
        self._left -= len(data)
        if self._left < 0:
            raise ReadError(f"unpacks to more than {_LARGEST_PART // 1_000_000} MB, so it was not read.")
        return data
