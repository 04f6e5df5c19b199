"""What all findings in a project hang on beside the pages, and whether it has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from medlint.cli.console import lock_path
from medlint.config import FILES, Settings

Looks = tuple[tuple[str, int, int, int], ...]
"""What files look like: path, size, time and inode of each that is there."""


def hangs_on(chosen: Settings) -> list[Path]:
    """The files and folders that all findings hang on: configuration, packs, claims, references.

    Among them are files that are not there: the configuration that would be read if it were.
    """
    here = Path.cwd()
    nearest = [folder / name for folder in (here, *here.parents) for name in FILES]
    named = [*chosen.packs, *chosen.claims, *chosen.references]
    return [*chosen.files, *nearest, *map(Path, named), lock_path(chosen)]


def looks(paths: Iterable[Path]) -> Looks:
    """What the files, and those below the folders, look like now."""
    found = []
    for path in paths:
        for file in sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]:
            try:
                stat = file.stat()
            except OSError:
                continue
            found.append((os.fspath(file), stat.st_size, stat.st_mtime_ns, stat.st_ino))
    return tuple(found)
