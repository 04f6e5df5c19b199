"""What files held before they were rewritten, kept so that it can be brought back.

Each run that writes has a folder of its own with the files as they were and a list: where they belong, and the hash of
what was written there. The latest few are kept.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from medlint.files import write_whole

VERSION = 1
MOST = 20
"""How many runs can be undone, one after the other."""

LIST = "files.json"


class UndoError(Exception):
    """What cannot be brought back, and why: one sentence for people."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What one run wrote: each file's path, where what it held before is, and the hash of what it got."""

    place: Path
    files: tuple[tuple[Path, Path, str], ...]


def state_folder() -> Path:
    """MEDLINT_STATE_DIR, else the user's folder for the state of programs on this system."""
    if given := os.environ.get("MEDLINT_STATE_DIR"):
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(base) / "medlint" / "state"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "medlint"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "medlint"


def keep(files: Iterable[tuple[Path, bytes, bytes]], folder: Path, state: Path) -> None:
    """Keep what files hold (path, what is there, what is about to be written) for a run in `folder`. Raises OSError."""
    above = state / "undo"
    above.mkdir(parents=True, exist_ok=True, mode=0o700)
    numbers = _numbers(above)
    place = above / f"{max(numbers, default=0) + 1:06d}"
    place.mkdir(mode=0o700)
    rows = []
    for i, (path, before, after) in enumerate(files):
        (place / str(i)).write_bytes(before)
        rows.append({"path": str(path), "before": str(i), "after": sha256(after).hexdigest()})
    said = {"version": VERSION, "folder": str(folder.resolve()), "files": rows}
    write_whole(place / LIST, json.dumps(said, indent=2))
    for number in sorted(numbers)[: max(0, len(numbers) + 1 - MOST)]:
        shutil.rmtree(above / f"{number:06d}", ignore_errors=True)


def last(folder: Path, state: Path) -> Kept | None:
    """What the latest run in a folder wrote that has not been undone."""
    above = state / "undo"
    for number in sorted(_numbers(above), reverse=True):
        place = above / f"{number:06d}"
        try:
            said = json.loads((place / LIST).read_text(encoding="utf-8"))
            if said["version"] == VERSION and said["folder"] == str(folder.resolve()):
                rows = said["files"]
                return Kept(place, tuple((Path(r["path"]), place / r["before"], r["after"]) for r in rows))
        except (OSError, ValueError, KeyError, TypeError):
            continue  # a run that was broken off while it kept its files wrote none of them
    return None


def bring_back(kept: Kept) -> list[Path]:
    """Put back what the files of a run held; returns their paths. A file that was not written to in the end stays.

    Raises UndoError, before anything is put back, if a file has changed since or cannot be read, and OSError.
    """
    found: list[tuple[Path, bytes]] = []
    for path, before, after in kept.files:
        try:
            now, then = path.read_bytes(), before.read_bytes()
        except OSError as error:
            raise UndoError(f"{error.filename}: {error.strerror}; nothing was undone") from None
        if now != then and sha256(now).hexdigest() != after:
            raise UndoError(f"{path} has changed since; nothing was undone. What it held before is in {before}")
        if now != then:
            found.append((path, then))
    for path, then in found:
        write_whole(path, then)
    shutil.rmtree(kept.place, ignore_errors=True)
    return [path for path, _ in found]


def _numbers(above: Path) -> list[int]:
    return [int(one.name) for one in above.iterdir() if one.name.isdigit()] if above.is_dir() else []
