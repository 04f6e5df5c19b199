"""Which files are read, and why the others are not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from medlint.readers import SUFFIXES

SKIPPED_FOLDERS = {"node_modules", ".git", ".hg", ".svn", "__pycache__", ".venv", "venv", ".tox", ".mypy_cache"}
NOT_COPY = (
    "readme*", "changelog*", "contributing*", "license*", "code_of_conduct*", "security*", "agents*", "claude*",
    "robots.txt", "llms*.txt", "requirements*.txt", "humans.txt", "ads.txt",
)  # fmt: skip
"""Names of files that speak to developers and machines; a file named on the command line is read all the same."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that was come upon. `reason` says why it is not read, and is empty when it is."""

    path: Path
    reason: str = ""


def discover(paths: Iterable[Path], exclude: Iterable[str] = ()) -> Iterator[Candidate]:
    """Every file at or below the paths, in a stable order, each once.

    A file that is named is always read; in a folder only files in known formats that are not excluded.
    """
    excluded = tuple(exclude)
    seen: set[Path] = set()
    for path in paths:
        for candidate in _walk(path, excluded) if path.is_dir() else [Candidate(path)]:
            key = candidate.path.absolute()
            if key not in seen:
                seen.add(key)
                yield candidate


def _walk(folder: Path, excluded: tuple[str, ...]) -> Iterator[Candidate]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f not in SKIPPED_FOLDERS and not f.startswith("."))
        for name in sorted(names):
            path = Path(root) / name
            yield Candidate(path, _reason(path, path.relative_to(folder).as_posix(), excluded))


def _reason(path: Path, below: str, excluded: tuple[str, ...]) -> str:
    name = path.name.lower()
    if any(fnmatch(below, pattern) or fnmatch(path.as_posix(), pattern) for pattern in excluded):
        return "excluded by the configuration"
    if name.startswith("."):
        return "hidden"
    if path.suffix.lower() not in SUFFIXES:
        return "format not read"
    if any(fnmatch(name, pattern) for pattern in NOT_COPY):
        return "not copy"
    return ""
