"""Which lines have changed since a revision of git."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.M)
_DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "-M")


class ChangesError(Exception):
    """What has changed cannot be told, in one sentence."""


@dataclass(slots=True)
class Changes:
    """What has changed in a work tree since `base`: the nearest commit that HEAD has in common with what was named."""

    top: Path
    base: str
    _names: dict[str, str] = field(default_factory=dict)  # of changed files: what they were called before
    _tracked: frozenset[str] = frozenset()
    _lines: dict[str, list[range]] = field(default_factory=dict)

    def touch(self, path: str, first: int, last: int) -> bool:
        """Whether any of the lines first … last (from 1) of a file is new or changed.

        Of a file that git does not know, every line is.
        """
        whole = os.path.realpath(path)
        if not whole.startswith(str(self.top) + os.sep):
            return True
        name = os.path.relpath(whole, self.top).replace(os.sep, "/")
        if name not in self._tracked:
            return True
        return any(lines.start <= last and first < lines.stop for lines in self._of(name))

    def _of(self, name: str) -> list[range]:
        if name not in self._names:
            return []
        if name not in self._lines:
            both = dict.fromkeys((self._names[name], name))
            told = _git(self.top, *_DIFF, "-U0", self.base, "--", *(f":(literal){n}" for n in both))
            found = ((int(m[1]), int(m[2] or 1)) for m in _HUNK.finditer(told))
            self._lines[name] = [range(start, start + count) for start, count in found if count]
        return self._lines[name]


def changes_since(revision: str, folder: Path) -> Changes:
    """What has changed in the work tree round a folder, committed or not. Raises ChangesError."""
    top = Path(os.path.realpath(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n")))
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    if not commit:
        raise ChangesError(f"git knows no revision “{revision}” (is it fetched? CI often fetches only the last commit)")
    base = _git(top, "merge-base", commit, "HEAD").strip() or commit
    found = Changes(top, base, _tracked=frozenset(_git(top, "ls-files", "-z", "--full-name").split("\0")))
    fields = iter(_git(top, *_DIFF, "--name-status", "-z", base).split("\0"))
    for status in fields:
        if status:
            before = next(fields)
            name = next(fields) if status[0] in "RC" else before
            found._names[name] = before
    return found


def _git(folder: Path, *args: str) -> str:
    """What git says; nothing where it fails for a reason that the caller knows how to tell."""
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotepath=off", *args],
            cwd=folder,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise ChangesError(f"git cannot be run: {error.strerror}") from None
    if done.returncode and args[0] != "merge-base" and "--verify" not in args:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise ChangesError(f"git cannot tell what has changed: {said[0] if said else 'no reason given'}")
    return done.stdout.decode(errors="surrogateescape")
