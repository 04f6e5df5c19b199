"""The record of a review: what was checked, with what, what was found, and who let it stand.

A record is plain data that becomes JSON. Paths in it are told from the root of the project, so that it means the same
wherever the checkout lies.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from medlint import clock
from medlint.config import Settings
from medlint.evidence.facts import Facts
from medlint.evidence.references import LOCK_NAME
from medlint.files import below
from medlint.packs.loader import shipped_folder
from medlint.packs.model import PackInfo
from medlint.reporters import Report
from medlint.reporters.json_ import as_dict
from medlint.revision import Revision

VERSION = 1
NAME = "medlint-record-{day}"
"""What a record is called; `discover` passes over files of this name."""

STATEMENT = (
    "This record says which files medlint has read, with which rules and settings, what it found, and what was let "
    "stand by whom and why.",
    "It is no legal advice and no approval. medlint knows the words on a page, not whether they are true of anybody's "
    "patients.",
    "That nothing was found means that no rule fired, not that a page is lawful.",
    "The SHA-256 at its end shows whether the record has changed since; it does not prove who made it.",
)
"""What a record is and is not."""

NOT_SETTINGS = ("origin", "files", "came_from")
"""Fields of `Settings` that tell where the others come from."""

PATHS = ("packs", "claims", "references", "baseline")
"""Settings and options whose texts are paths."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs off, and where their name comes from (`option`, `git` or `account`). What is not given is None."""

    name: str
    mail: str | None
    source: str
    role: str | None = None
    note: str | None = None


@dataclass(slots=True)
class Seen:
    """What a run has read: the SHA-256 and the size in bytes of every file, by the path under which it was read."""

    files: dict[str, tuple[str, int]] = field(default_factory=dict)

    def __call__(self, path: str, data: bytes) -> None:
        self.files[path] = (hashlib.sha256(data).hexdigest(), len(data))


@dataclass(frozen=True, slots=True)
class Command:
    """What was asked for: the paths and the options of the command line by their names, and the folder it ran in."""

    paths: tuple[str, ...]
    options: Mapping[str, Any]
    folder: Path


def build(
    report: Report, settings: Settings, command: Command, seen: Seen, signed: Signed, *,
    today: date, status: int, baseline: Path | None, revision: Revision | None, at: datetime,
) -> dict[str, Any]:  # fmt: skip
    """The record of a run, sealed.

    `report` should hold all findings; `today` is the day that the run was judged as of, `at` the time in UTC,
    `baseline` the file of the baseline that was used, if any.
    Raises OSError when a pack or a file that the settings name can no longer be read.
    """
    root = report.root
    told = Teller(root)
    isolated = bool(command.options.get("isolated"))
    whole = as_dict(report)
    values = {name: value for name, value in settings._asdict().items() if name not in NOT_SETTINGS}
    effective = told.values(values)
    record = {
        "record": VERSION,
        "made": {
            "at": f"{at:%Y-%m-%dT%H:%M:%SZ}",
            "clock": "SOURCE_DATE_EPOCH" if clock.is_set() else "system",
            "medlint": report.version,
            "python": platform.python_version(),
        },
        "by": {"name": signed.name, "mail": signed.mail, "from": signed.source},
        "role": signed.role,
        "note": signed.note,
        "judged_as_of": str(today),
        "git": revision and {"commit": revision.commit, "branch": revision.branch, "dirty": revision.dirty},
        "command": {
            "folder": inside if (inside := told.path(command.folder)).split("/")[0] != ".." else None,
            "paths": [
                {"path": told.path(path), "folder": Path(path).is_dir(), "absolute": Path(path).is_absolute()}
                for path in command.paths
            ],
            "options": {k: v for k, v in told.values(command.options).items() if v not in (None, [], False)},
        },
        "settings": {
            "values": effective,
            "sha256": hashlib.sha256(canonical(effective)).hexdigest(),
            "files": [{"role": role, **_hashed(told, path)} for role, path in _named(settings, isolated, baseline)],
        },
        "packs": [_pack(told, pack, settings) for pack in report.packs],
        "facts": {"sha256": facts_hash(), "as_of": _as_of(report.facts)},
        "model": {"name": model_name(settings.semantic), "sha256": model_hash(settings.semantic)},
        "files": _files(report, seen, told),
        "warnings": list(_warnings(report, told)),
        **{part: [told.placed(one) for one in whole[part]] for part in ("findings", "suppressed", "cleared")},
        "not_shown": report.hidden,
        "summary": whole["summary"],
        "status": status,
        "statement": list(STATEMENT),
    }
    return {**record, "sha256": seal(record)}


def canonical(value: Any) -> bytes:
    """The one form of some data over which hashes are taken: keys sorted, no spaces, nothing but ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode()


def seal(record: Mapping[str, Any]) -> str:
    """The SHA-256 of a record without its own `sha256`, in its canonical form."""
    return hashlib.sha256(canonical({k: v for k, v in record.items() if k != "sha256"})).hexdigest()


def text(record: Mapping[str, Any]) -> str:
    """A record as the text of its file. Bytes in names of files that are no UTF-8 are written as escapes."""
    told = json.dumps(record, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    return re.sub("[\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", told)


def content_hash(path: Path) -> str:
    """The SHA-256 over the YAML of a pack, a file or a folder: names, sizes and bytes, by name. Raises OSError."""
    parts = sorted((p.relative_to(path).as_posix(), p) for p in path.rglob("*.y*ml")) if path.is_dir() else []
    digest = hashlib.sha256()
    for name, part in parts or [(path.name, path)]:
        data = part.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def facts_hash() -> str:
    """The same of the facts that ship."""
    return content_hash(shipped_folder() / "facts")


def model_name(semantic: bool) -> str:
    """What the model of the second opinion is called."""
    return "semantic" if semantic else "built-in"


def model_hash(semantic: bool) -> str:
    """The SHA-256 of the model that is asked for the second opinion. Raises OSError."""
    file = files("medlint.opinion").joinpath("semantic/model.onnx" if semantic else "linear.bin")
    return hashlib.sha256(file.read_bytes()).hexdigest()


class Teller:
    """Tells paths from the root of the project."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def path(self, path: str | Path) -> str:
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - links are not followed
        if not whole.is_relative_to(self._root):
            whole = whole.parent.resolve() / whole.name
        try:
            return below(self._root, whole) if whole.is_relative_to(self._root) else _across(whole, self._root)
        except ValueError:  # another drive
            return whole.as_posix()

    def values(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self._plain(value, name in PATHS) for name, value in values.items()}

    def placed(self, one: dict[str, Any]) -> dict[str, Any]:
        return {**one, "path": self.path(one["path"])}

    def _plain(self, value: Any, is_path: bool) -> Any:
        if isinstance(value, Path) or (is_path and isinstance(value, str)):
            return self.path(value)
        if hasattr(value, "_asdict"):  # an override, a site
            return {name: self._plain(one, False) for name, one in value._asdict().items()}
        if isinstance(value, (tuple, list)):
            return [self._plain(one, is_path) for one in value]
        if isinstance(value, Mapping):
            return {str(key): self._plain(one, is_path) for key, one in value.items()}
        return str(value) if isinstance(value, date) else value


def _across(path: Path, root: Path) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")


def _named(settings: Settings, isolated: bool, baseline: Path | None) -> Iterator[tuple[str, Path]]:
    """The files that the settings come from or name, with the part that each plays."""
    yield from (("config", path) for path in settings.files)
    for role in ("claims", "references"):
        yield from ((role, Path(path)) for path in getattr(settings, role))
    if (lock := settings.root / LOCK_NAME).exists() and not isolated:
        yield "lock", lock
    if baseline:
        yield "baseline", baseline


def _hashed(told: Teller, path: Path) -> dict[str, Any]:
    return {"path": told.path(path), "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def _pack(told: Teller, pack: PackInfo, settings: Settings) -> dict[str, Any]:
    own = {str(Path(path)) for path in settings.packs}
    shipped = None if pack.path in own else shipped_folder() / Path(pack.path).relative_to("rules")
    return {
        "id": pack.id,
        "version": pack.version,
        "title": pack.title,
        "reviewed": pack.reviewed or None,
        "jurisdictions": list(pack.jurisdictions),
        "path": None if shipped else told.path(pack.path),
        "sha256": content_hash(shipped or Path(pack.path)),
    }


def _as_of(facts: Facts) -> dict[str, str | None]:
    """The oldest and the newest month in which a fact was looked at."""
    rows: list[Iterable[Any]] = [facts.treatments.values(), facts.sources.values(), *facts.approvals.values()]
    months = sorted({row.as_of for group in rows for row in group if row.as_of}) or [None]
    return {"oldest": months[0], "newest": months[-1]}


def _files(report: Report, seen: Seen, told: Teller) -> dict[str, list[dict[str, Any]]]:
    def entry(path: str) -> dict[str, Any]:
        sha256, size = seen.files.get(path, (None, None))
        return {"path": told.path(path), "sha256": sha256, "size": size}

    checked = [{**entry(r.path), "health_copy": r.health_copy} for r in report.results]
    unreadable = [{**entry(u.path), "reason": u.reason} for u in report.unreadable]
    named = {(one["path"], one["sha256"]) for one in (*checked, *unreadable)}
    others = sorted((entry(path) for path in seen.files), key=lambda one: str(one["path"]))
    return {
        "checked": checked,
        "taken_in": [one for one in others if (one["path"], one["sha256"]) not in named],
        "skipped": [{"path": told.path(u.path), "reason": u.reason} for u in report.skipped],
        "unreadable": unreadable,
    }


def _warnings(report: Report, told: Teller) -> Iterator[dict[str, Any]]:
    """What was odd about pages, and rules that were stopped on them."""
    for result in report.results:
        path = told.path(result.path)
        yield from ({"path": path, "line": p.line, "rule": None, "message": p.message} for p in result.problems)
        yield from ({"path": path, "line": None, "rule": rule, "message": why} for rule, why in result.faults)
