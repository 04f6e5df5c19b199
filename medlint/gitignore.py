"""What git ignores: .gitignore files, and patterns that are written as in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

Check = Callable[[str], bool | None]
"""Says of a path below a folder: ignored, taken back, or nothing about it."""

Ignores = list[tuple[str, Check]]
"""The .gitignore files that hold in a folder, outermost first: where each stands and what it says."""


def patterns(lines: Sequence[str]) -> Callable[[str], bool]:
    """Whether a path matches patterns that are written as in a .gitignore."""
    if not lines:
        return lambda _: False
    check = checker(lines)
    return lambda below: bool(check(below))


def checker(lines: Sequence[str]) -> Check:
    """What patterns say; None of anything when they cannot be read."""
    from pathspec import GitIgnoreSpec

    try:
        spec = GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return lambda _: None
    return lambda below: spec.check_file(below).include


def read_ignores(path: Path) -> Check:
    """What a .gitignore file says; nothing when it cannot be opened."""
    try:
        return checker(path.read_text(encoding="utf-8", errors="replace").splitlines())
    except OSError:
        return lambda _: None


def inherited(top: Path) -> Ignores:
    """The .gitignore files above a folder, up to the root of its repository.

    None when they ignore the folder itself: it was named all the same (a build to be checked).
    """
    found: Ignores = []
    folder = Path(absolute(top))
    while not (folder / ".git").exists():
        if folder == folder.parent:
            return []  # not in a repository
        folder = folder.parent
        if (folder / ".gitignore").is_file():
            found.insert(0, (str(folder), read_ignores(folder / ".gitignore")))
    return [] if ignored(top, found, "/any") else found


def ignored(path: Path, ignores: Ignores, tail: str = "") -> bool:
    """What the last .gitignore that speaks of a path says; a folder's tail is a slash."""
    for base, check in reversed(ignores):
        said = check(below(path, base) + tail)
        if said is not None:
            return said
    return False


def absolute(path: Path) -> str:
    """The path from the root of the file system, links not followed."""
    return os.path.abspath(path)  # noqa: PTH100 - without “..” too


def below(path: Path, base: str) -> str:
    """The path as seen from `base`, with slashes."""
    try:
        return os.path.relpath(path, base).replace(os.sep, "/")
    except ValueError:  # another drive
        return path.absolute().as_posix()
