"""What the shipped packs are compiled from, and whether it is still what it was.

The compiled form depends on medlint's code and on the packs and facts that ship; their hash is its key. Reading all of
it takes longer than a small page does, so it is noted what the files looked like (size, times, inode) when they were
hashed. While they look the same, the key is. As in git's index a look is trusted only if every file had been left
alone for a while by then: two changes within one tick of a file system's clock cannot be told apart.
"""

from __future__ import annotations

import json
import os
import time
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from medlint import __version__
from medlint.files import write_whole
from medlint.packs.loader import shipped_folder
from medlint.packs.store import FORMAT

STILL_SECONDS = 2.5
"""How long a file must have been left alone. No file system in use counts time in longer steps than two seconds."""

_CODE = Path(__file__).parent.parent
_SUFFIXES = (".py", ".yaml", ".yml")


class Stamp(NamedTuple):
    """The key of what ships as it is now; `file` is the compiled form that was found whole for it, if there was one."""

    key: str
    file: Path | None


class Stamps:
    """The notes in a cache folder."""

    def __init__(self, folder: Path) -> None:
        self._note = folder / f"seen-{crc32(f'{_CODE}|{shipped_folder()}'.encode()):08x}.json"
        self._looks = ""
        self._still = False

    def now(self) -> Stamp:
        """The stamp of what ships, from the note if nothing looks changed, else from all the bytes."""
        clock = time.time()
        files = _files()
        self._looks = _looks(files)
        try:
            looks, key, file, seen = json.loads(self._note.read_text("utf-8"))
            if looks == self._looks:
                self._still = True
                path = Path(file)
                return Stamp(key, path if file and seen == _look(path.stat()) else None)
        except (OSError, ValueError, TypeError):
            pass
        newest = max(max(stat.st_mtime, stat.st_ctime) for _, _, stat in files)
        key = shipped_key()
        self._still = newest < clock - STILL_SECONDS and _looks(_files()) == self._looks
        return Stamp(key, None)

    def note(self, key: str, file: Path) -> None:
        """Note that a compiled form is whole and fits; nothing is noted while files may still be changing."""
        if self._still:
            try:
                self._note.parent.mkdir(parents=True, exist_ok=True)
                write_whole(self._note, json.dumps([self._looks, key, str(file), _look(file.stat())]))
            except OSError:
                return


def shipped_key() -> str:
    """The hash of the code and of the packs and facts that ship."""
    from hashlib import sha256

    digest = sha256(f"{FORMAT} {__version__}".encode())
    for name, path, _ in _files():
        data = Path(path).read_bytes()
        digest.update(f"\0{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:32]


class _File(NamedTuple):
    """A file that the compiled form depends on, by a name that is the same wherever medlint is installed."""

    name: str
    path: str
    stat: os.stat_result


def _files() -> list[_File]:
    """All files that the compiled form depends on."""
    rules = str(shipped_folder())
    found: list[_File] = []
    _gather(str(_CODE), "medlint", rules, found)
    _gather(rules, "rules", "", found)
    return found


def _gather(folder: str, name: str, but: str, found: list[_File]) -> None:
    """Add the files in a folder and below it to those that were found."""
    for entry in sorted(os.scandir(folder), key=attrgetter("name")):
        own = entry.name
        if own.endswith(_SUFFIXES):
            found.append(_File(f"{name}/{own}", entry.path, entry.stat()))
        elif "." not in own and own != "__pycache__" and entry.path != but and entry.is_dir():
            _gather(entry.path, f"{name}/{own}", but, found)


def _looks(files: list[_File]) -> str:
    return "\n".join(f"{name} {_look(stat)}" for name, _, stat in files)


def _look(stat: os.stat_result) -> list[int]:
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]
