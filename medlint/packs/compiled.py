"""The compiled form of packs: a Library as plain data, kept in a cache so that YAML is read once.

A cache file is named by the hash of what it was made from (medlint's version and every byte of the packs and
facts), so it is never stale. It is JSON: reading it runs nothing. A file that cannot be read or written is as
good as none.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

from medlint import __version__
from medlint.checks import balance, citation, claim, clearance, directive, disclosure, learned, status
from medlint.evidence.approvals import Approval
from medlint.evidence.cleared import ClearedClaim
from medlint.evidence.facts import Condition, Facts, Treatment
from medlint.evidence.references import Reference, References
from medlint.findings import Severity, Source, Suggestion
from medlint.packs.loader import read_packs, shipped_folder
from medlint.packs.model import Example, Guard, Header, Library, PackInfo
from medlint.packs.pattern import Pattern, WordList

FORMAT = 2
KEPT = 12
"""How many compiled sets of packs stay in the cache."""

_CLASSES: dict[str, Any] = {
    c.__name__: c
    for c in (
        Approval, Condition, Example, Facts, Guard, Header, Library, PackInfo, Reference, References, Source,
        Suggestion, Treatment, WordList,
        claim.ClaimRule, claim.Flag, disclosure.DisclosureRule, disclosure.When,
        learned.LearnedRule, citation.CitationRule, balance.BalanceRule, clearance.ClearanceRule, ClearedClaim,
        status.StatusRule, directive.DirectiveRule,
    )
}  # fmt: skip


def load_packs(paths: Iterable[Path], cache: Path | None = None) -> Library:
    """The packs read together, from the cache where it has them. Raises PackError."""
    paths = list(paths)
    folder = cache or cache_folder()
    file = folder / f"packs-{content_key(paths)}.json"
    with _uncollected():
        try:
            return from_data(json.loads(file.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            library = read_packs(paths)
    _write(file, json.dumps(to_data(library), separators=(",", ":"), ensure_ascii=False))
    return library


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector: it takes three quarters of the time in which so many objects are made to stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def cache_folder() -> Path:
    """MEDLINT_CACHE_DIR, else the user's cache folder on this system."""
    if given := os.environ.get("MEDLINT_CACHE_DIR"):
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "medlint"


def content_key(paths: Iterable[Path]) -> str:
    """The hash of everything that the compiled form depends on: medlint's code, the facts, and some packs."""
    digest = hashlib.sha256(f"{FORMAT} {__version__} {sys.version_info[:2]}".encode())
    code = sorted(Path(__file__).parent.parent.rglob("*.py"))
    for path in [*code, shipped_folder() / "facts", *paths]:
        parts = sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]
        for part in parts:
            data = part.read_bytes() if part.is_file() else b""
            digest.update(f"\0{part}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()[:32]


def _write(file: Path, text: str) -> None:
    """Write a file whole or not at all; other runs may be writing it too."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=file.parent, delete=False, encoding="utf-8") as out:
            out.write(text)
        Path(out.name).replace(file)
        _prune(file.parent)
    except OSError:
        return


def _prune(folder: Path) -> None:
    """Leave only the newest files: each change of a pack makes another one."""
    files = sorted(folder.glob("packs-*.json"), key=lambda path: path.stat().st_mtime)
    for path in files[:-KEPT]:
        path.unlink(missing_ok=True)


def to_data(library: Library) -> dict[str, Any]:
    """A library as data for JSON: patterns and the word sets that they need are written once each."""
    encoder = _Encoder()
    whole = encoder.encode(library)
    return {"format": FORMAT, "needs": encoder.need_rows, "patterns": encoder.pattern_rows, "library": whole}


def from_data(data: dict[str, Any]) -> Library:
    """The library that `to_data` wrote. Raises KeyError, TypeError or IndexError for other data."""
    if data["format"] != FORMAT:
        raise KeyError("format")
    needs = [frozenset(row) for row in data["needs"]]
    patterns = [Pattern(regex, tuple(needs[n] for n in own), wild) for regex, own, wild in data["patterns"]]
    library = _decode(data["library"], patterns)
    if not isinstance(library, Library):
        raise TypeError("not a library")
    return library


class _Encoder:
    def __init__(self) -> None:
        self.need_rows: list[list[str]] = []
        self.pattern_rows: list[tuple[str, list[int], bool]] = []
        self._needs: dict[frozenset[str], int] = {}
        self._patterns: dict[Pattern, int] = {}

    def encode(self, value: Any) -> Any:
        """Plain values stay; all others become a list that begins with what they are."""
        if isinstance(value, Severity):
            return ["severity", int(value)]
        if isinstance(value, date):
            return ["date", value.isoformat()]
        if value is None or isinstance(value, (str, int, float)):
            return value
        if isinstance(value, Pattern):
            return ["pattern", self._pattern(value)]
        if isinstance(value, dict):
            return ["dict", [[key, self.encode(part)] for key, part in value.items()]]
        if isinstance(value, (tuple, list, frozenset)):
            parts = sorted(value) if isinstance(value, frozenset) else value
            return [type(value).__name__, [self.encode(part) for part in parts]]
        if is_dataclass(value) and type(value).__name__ in _CLASSES:
            return [type(value).__name__, [self.encode(getattr(value, f.name)) for f in fields(value)]]
        raise TypeError(f"cannot be compiled: {type(value)}")

    def _pattern(self, pattern: Pattern) -> int:
        if pattern not in self._patterns:
            own = [self._need(need) for need in pattern.needs]
            self._patterns[pattern] = len(self.pattern_rows)
            self.pattern_rows.append((pattern.regex, own, pattern.wild))
        return self._patterns[pattern]

    def _need(self, need: frozenset[str]) -> int:
        if need not in self._needs:
            self._needs[need] = len(self.need_rows)
            self.need_rows.append(sorted(need))
        return self._needs[need]


def _decode(value: Any, patterns: list[Pattern]) -> Any:
    if not isinstance(value, list):
        return value
    what, content = value
    if what == "pattern":
        return patterns[content]
    if what == "severity":
        return Severity(content)
    if what == "date":
        return date.fromisoformat(content)
    if what == "dict":
        return {key: _decode(part, patterns) for key, part in content}
    parts = [part if isinstance(part, str) else _decode(part, patterns) for part in content]
    if what == "tuple":
        return tuple(parts)
    if what == "frozenset":
        return frozenset(parts)
    return parts if what == "list" else _CLASSES[what](*parts)
