"""Where the time goes: imports at the start, modules in a long run."""

from __future__ import annotations

import pstats
import re
import subprocess
from collections import Counter
from pathlib import Path

from timing import environment
from tools import Tool

_IMPORT = re.compile(r"import time:\s*(\d+) \|\s*(\d+) \| +(\S+)")
SHOWN = 12


def imports(python: Path, tool: Tool, folder: Path, page: str) -> dict[str, float]:
    """Milliseconds spent in importing, by package; medlint's own are told by module."""
    said = _python([str(python), "-X", "importtime"], tool, folder, page)
    spent: Counter[str] = Counter()
    for own, _, name in _IMPORT.findall(said):
        parts = name.split(".")
        spent[".".join(parts[:2]) if parts[0] == "medlint" else parts[0]] += int(own)
    return {name: microseconds / 1000 for name, microseconds in spent.most_common(SHOWN)}


def modules(python: Path, tool: Tool, folder: Path, pages: str, work: Path) -> dict[str, float]:
    """The share of the time of a run that is spent in each module, itself alone."""
    file = work / "profile"
    _python([str(python), "-m", "cProfile", "-o", str(file)], tool, folder, pages)
    spent: Counter[str] = Counter()
    for (path, _, function), (_, _, own, _, _) in pstats.Stats(str(file)).stats.items():  # type: ignore[attr-defined]
        spent[_module(path, function)] += own
    total = sum(spent.values())
    return {name: seconds / total for name, seconds in spent.most_common(SHOWN)}


def _module(path: str, function: str) -> str:
    """`medlint/page.py`, or the C function; of other packages only the file."""
    parts = Path(path).parts
    if path == "~":
        return function.strip("<>").replace("built-in method ", "").replace("method ", "")
    if "medlint" in parts:
        last = len(parts) - 1 - parts[::-1].index("medlint")
        return "/".join(parts[last:])
    return parts[-1]


def _python(options: list[str], tool: Tool, folder: Path, path: str) -> str:
    """What medlint says on standard error when it runs under some options of Python."""
    command = tool.on(folder, path)
    after = command.arguments[command.arguments.index("check") :]
    arguments = [*options, "-m", "medlint", *after]
    done = subprocess.run(
        arguments, cwd=folder, env=environment(command), capture_output=True, text=True, check=False
    )  # fmt: skip
    return done.stderr
