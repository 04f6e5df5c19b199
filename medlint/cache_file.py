"""Texts that are kept from run to run, in one SQLite file.

Whatever is wrong with the file, it is as good as not there: nothing here raises an error. One that is no database is
removed; one that somebody else could have written is left alone.
"""

from __future__ import annotations

import os
import stat
import time
import zlib
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import sqlite3

DAYS = 7
"""How many days a text is kept."""

MOST_BYTES = 256 * 1024 * 1024
"""When the file is larger, the older half of it goes."""

_AT_ONCE = 500
_WAITING = 2000
"""So many texts wait to be written at most."""

_PATIENCE = 2.0
"""How many seconds another run that is writing is waited for."""

_TABLE = """
PRAGMA auto_vacuum = FULL;
CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, day INTEGER NOT NULL, text BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS days ON kept (day);
"""

T = TypeVar("T")


class CacheFile:
    """Texts by their keys. The file is opened when it is first needed, and again after `close`.

    `day` is the number of this day; what was kept more than `DAYS` days before goes.
    """

    def __init__(self, file: Path, day: int | None = None) -> None:
        self._file = file
        self._day = int(time.time() // 86400) if day is None else day
        self._connection: sqlite3.Connection | None = None
        self._spoilt = False
        self._new: dict[bytes, str] = {}

    def get(self, keys: Collection[bytes]) -> dict[bytes, str]:
        """Those of some texts that are there."""
        found: dict[bytes, str] = {}
        ahead = iter(keys)
        while some := list(islice(ahead, _AT_ONCE)):
            for key, packed in self._tried(partial(_rows, some)) or ():
                with suppress(zlib.error, TypeError, UnicodeDecodeError):
                    found[key] = zlib.decompress(packed).decode()
        return found

    def put(self, key: bytes, text: str) -> None:
        """Keep a text; it is written with many others, at the latest by `close`."""
        self._new[key] = text
        if len(self._new) >= _WAITING:
            self._write()

    def close(self) -> None:
        """Write what waits to be written, and close the file."""
        if self._new:
            self._write()
            self._tried(self._prune)
        self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _write(self) -> None:
        # Adler-32, with which zlib ends, tells texts that have suffered.
        rows = [(key, self._day, zlib.compress(text.encode(), 1)) for key, text in self._new.items()]
        self._new.clear()
        self._tried(partial(_insert, rows))

    def _prune(self, connection: sqlite3.Connection) -> None:
        with connection:
            connection.execute("DELETE FROM kept WHERE day < ? OR day > ?", (self._day - DAYS, self._day + DAYS))
        size = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
        if connection.execute(size).fetchone()[0] > MOST_BYTES:
            with connection:
                half = "(SELECT rowid FROM kept ORDER BY rowid LIMIT 1 OFFSET (SELECT count(*) / 2 FROM kept))"
                connection.execute(f"DELETE FROM kept WHERE rowid < {half}")

    def _tried(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """What some work on the file gives; None, from now on, when it cannot be done."""
        if self._spoilt:
            return None
        try:
            import sqlite3
        except ImportError:  # Python can be built without it
            self._spoilt = True
            return None
        try:
            if self._connection is None:
                self._connection = _opened(self._file)
            return work(self._connection)
        except (sqlite3.Error, OSError) as error:
            self._spoilt = True
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR):
                self._let_go()
                with suppress(OSError):
                    self._file.unlink()
            return None


def _opened(file: Path) -> sqlite3.Connection:
    """The database in a file, which is made for the user alone. Raises OSError and sqlite3.Error."""
    import sqlite3

    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        state = os.fstat(descriptor)
        if os.name == "posix" and (state.st_uid != os.geteuid() or state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
            raise PermissionError(f"{file} could have been written by others")
    finally:
        os.close(descriptor)
    connection = sqlite3.connect(file, timeout=_PATIENCE)
    try:
        connection.execute("PRAGMA secure_delete = ON").fetchall()
        # Not by its size: another run may be making the file at this moment.
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'days'").fetchone() is None:
            connection.executescript(_TABLE)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _rows(keys: Sequence[bytes], connection: sqlite3.Connection) -> list[tuple[bytes, bytes]]:
    marks = ",".join("?" * len(keys))
    return connection.execute(f"SELECT key, text FROM kept WHERE key IN ({marks})", keys).fetchall()


def _insert(rows: Sequence[tuple[bytes, int, bytes]], connection: sqlite3.Connection) -> None:
    with connection:
        connection.executemany("INSERT OR REPLACE INTO kept (key, day, text) VALUES (?, ?, ?)", rows)
