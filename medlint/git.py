"""Running git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_NOT_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX")
"""What git sets for its hooks: it would make a look at one folder tell of another one."""


def git(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """A run of git in a folder; bytes that are not UTF-8 (in names) are kept as surrogates. Raises OSError."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    return subprocess.run(
        ["git", "-C", str(folder), "-c", "core.quotepath=off", *args], capture_output=True, check=False,
        encoding="utf-8", errors="surrogateescape", stdin=subprocess.DEVNULL,
        env={**kept, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
    )  # fmt: skip
