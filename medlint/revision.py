"""What git says of a folder: the commit, the branch, whether anything differs from the commit, and who works there."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

_NOT_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX")
"""What git sets for its hooks: it would make a look at one folder tell of another one."""

_RECORDS = ":(exclude,glob)**/medlint-record-*"


class RevisionError(Exception):
    """A repository that git does not read, in one sentence."""


@dataclass(frozen=True, slots=True)
class Revision:
    """`commit` is None before the first one, `branch` None on a detached head.

    `dirty` says whether files differ from the commit or are not in it; files that git ignores and records of medlint
    do not count.
    """

    commit: str | None
    branch: str | None
    dirty: bool


def revision(folder: Path) -> Revision | None:
    """The state of the repository that a folder is in; None outside of one. Raises RevisionError."""
    if not any((above / ".git").exists() for above in (folder, *folder.parents)):
        return None
    status = _git(folder, "status", "--porcelain", "--untracked-files=all", "--", ":/", _RECORDS)
    if status is None or status.returncode:
        said = status.stderr.strip().splitlines() if status else []
        raise RevisionError(f"{folder}: git does not read this repository: {said[0] if said else 'git is not there'}")
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    branch = _git(folder, "symbolic-ref", "--short", "--quiet", "HEAD")
    return Revision(_line(commit), _line(branch), bool(status.stdout.strip()))


def user(folder: Path) -> tuple[str, str]:
    """The name and the mail address that git has for commits in a folder; empty where it has none."""
    return _line(_git(folder, "config", "user.name")) or "", _line(_git(folder, "config", "user.email")) or ""


def _line(done: subprocess.CompletedProcess[str] | None) -> str | None:
    return (done.stdout.strip() or None) if done and not done.returncode else None


def _git(folder: Path, *args: str) -> subprocess.CompletedProcess[str] | None:
    """A run of git in a folder; None where there is no git."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *args], capture_output=True, check=False, encoding="utf-8", errors="replace",
            env={**kept, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )  # fmt: skip
    except OSError:
        return None
