"""Holding a record against what is there now: the record itself, the files, the packs, the settings."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from medlint import __version__
from medlint.config import BASELINE, ConfigError, read_settings
from medlint.discover import Filters, discover
from medlint.evidence.references import LOCK_NAME
from medlint.packs.loader import shipped_folder, shipped_packs
from medlint.packs.yaml_source import load
from medlint.record import Teller, content_hash, facts_hash, model_hash, seal
from medlint.resolve import root_of

CHANGED = "has changed"
MISSING = "is missing"
WHAT_TO_DO = {
    CHANGED: "check it and record that, or get it back as it was",
    MISSING: "get it back, or record anew without it",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as the record says: its kind, its name, and what is told of it, with what to do.

    The kinds are record, file, pack, facts, model, medlint, settings and finding.
    """

    kind: str
    name: str
    message: str


def find_root(record: Mapping[str, Any], starts: Sequence[Path]) -> Path | None:
    """The folder from which the paths of a record are told, looked for from some folders.

    Of those at and above them it is the first from which most paths lead to what was recorded. Where all has changed,
    it is the one of them, or of their projects, in which most files of these names are. None when there are none.
    """
    files = [(one["path"], one["sha256"]) for part in ("checked", "taken_in") for one in record["files"][part]]
    files += [(one["path"], one["sha256"]) for one in record["settings"]["files"]]
    above = dict.fromkeys(f for start in starts for f in (start.resolve(), *start.resolve().parents))
    # A name alone is no sign so far up: many folders have an index.html.
    near = dict.fromkeys(f.resolve() for start in starts for f in (start, root_of([start])))
    same = {folder: sum(not _state(folder / name, sha256) for name, sha256 in files) for folder in above}
    there = {folder: sum(_there(folder / name) for name, _ in files) for folder in near}
    for counts in (same, there):
        best = max(counts.values(), default=0)
        if best:
            return next(folder for folder, count in counts.items() if count == best)
    return None


def verify(
    record: Mapping[str, Any], root: Path, beside: Sequence[Path] = (), *, walk: bool = True
) -> list[Difference]:
    """All that differs from a record. `root` is the folder from which its paths are told.

    `beside` are files that are never told as new: the record itself and its page. Without `walk` nothing is.
    """
    found: list[Difference] = []
    if seal(record) != record["sha256"]:
        found.append(_changed_record(record))
    found += _files(record, root)
    found += _new(record, root, {path.resolve() for path in beside}) if walk else ()
    found += _settings(record, root)
    found += _packs(record, root)
    found += _shipped(record)
    return found


@contextmanager
def at_work(record: Mapping[str, Any], root: Path) -> Iterator[list[Path]]:
    """The paths of the command line as they were given, in the folder in which it ran.

    Which files of a folder are passed over hangs on both.
    """
    inside = record["command"]["folder"]
    folder = root / (inside or ".")
    with chdir(folder if folder.is_dir() else root):
        whole = [(root / one["path"], one["absolute"] or inside is None) for one in record["command"]["paths"]]
        yield [path if absolute else Path(os.path.relpath(path)) for path, absolute in whole]


def _changed_record(record: Mapping[str, Any]) -> Difference:
    return Difference(
        "record", "the record",
        f"was changed after it was written: its SHA-256 is {seal(record)}, and it says {record['sha256']}; "
        "get it back from where it is kept",
    )  # fmt: skip


def _files(record: Mapping[str, Any], root: Path) -> Iterator[Difference]:
    for part in ("checked", "taken_in", "unreadable"):
        for one in record["files"][part]:
            if one["sha256"] and (state := _state(root / one["path"], one["sha256"])):
                yield Difference("file", one["path"], _with_what_to_do(state))


def _with_what_to_do(state: str, role: str = "") -> str:
    return f"{state}{f' ({role})' if role else ''}; {WHAT_TO_DO.get(state, WHAT_TO_DO[CHANGED])}"


def _state(path: Path, sha256: str) -> str:
    """How a file differs from what was read; empty when it does not."""
    if not _there(path):
        return MISSING
    if not path.is_file():
        return "is no file now"
    try:
        same = hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    return "" if same else CHANGED


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # names that no system takes, in a record that was changed
        return False


def _new(record: Mapping[str, Any], root: Path, beside: set[Path]) -> Iterator[Difference]:
    """Files that would be read now in the folders that were walked then."""
    values = record["settings"]["values"]
    filters = Filters(root, tuple(values["include"]), tuple(values["exclude"]))
    told = Teller(root)
    known = {one["path"] for part in ("checked", "unreadable") for one in record["files"][part]}
    with at_work(record, root) as named:
        found = [
            name
            for candidate in discover(filter(_there, named), filters)
            if not candidate.reason and candidate.path.resolve() not in beside
            if (name := told.path(candidate.path)) not in known
        ]
    for name in found:
        yield Difference("file", name, "is new, or was passed over then; check it and record that, or remove it")


def _settings(record: Mapping[str, Any], root: Path) -> Iterator[Difference]:
    known = record["settings"]["files"]
    for one in known:
        if state := _state(root / one["path"], one["sha256"]):
            yield Difference("settings", one["path"], _with_what_to_do(state, one["role"]))
    folder, options = record["command"]["folder"], record["command"]["options"]
    if options.get("isolated"):
        return
    roles = {one["role"] for one in known}
    lock = (root if "config" in roles else root / (folder or ".")) / LOCK_NAME
    for role, path in (("baseline", root / BASELINE), ("lock", lock)):
        if role not in roles and path.is_file():
            yield Difference("settings", path.name, f"({role}) is used now and was not there then; record anew")
    if folder is None or options.get("config"):
        return
    try:
        nearest = read_settings(root / folder).origin
    except ConfigError as error:
        yield Difference("settings", "the configuration", f"cannot be used now ({error}); mend it")
        return
    name = Teller(root).path(nearest) if nearest else ""
    if name and name not in {one["path"] for one in known if one["role"] == "config"}:
        yield Difference("settings", name, "is the configuration now and was not then; remove it, or record anew")


def _packs(record: Mapping[str, Any], root: Path) -> Iterator[Difference]:
    for pack in record["packs"]:
        if said := _pack(pack, root):
            yield Difference("pack", pack["id"], f"(pack) {said}")
    values = record["settings"]["values"]
    asked = {*values["jurisdiction"], *(j for one in values["overrides"] for j in one["jurisdiction"])}
    known = {pack["id"] for pack in record["packs"]}
    for path in shipped_packs(asked):
        if path.name not in known:
            yield Difference(
                "pack", path.name, f"(pack) ships with medlint {__version__} and was not used; record anew"
            )


def _pack(pack: Mapping[str, Any], root: Path) -> str:
    """How a pack differs from the one that was used; empty when it does not."""
    path = shipped_folder() / pack["id"] if pack["path"] is None else root / pack["path"]
    back = f"record anew, or get {pack['version']} back as it was"
    if not _there(path):
        return f"is not there; {back}"
    try:
        if content_hash(path) == pack["sha256"]:
            return ""
        version = _version(path)
    except OSError as error:
        return f"cannot be read ({error.strerror}); {back}"
    if version != pack["version"]:
        return f"is {version or 'of no version'} now and was {pack['version']}; {back}"
    return f"is still {version}, but what it holds has changed; {back}"


def _version(path: Path) -> str:
    """The version that the head of a pack says."""
    _, cursor = load(path / "pack.yaml" if path.is_dir() else path)
    pairs = cursor.pairs() if cursor and cursor.is_mapping else ()
    return next((str(value.node.value) for key, value in pairs if key.node.value == "version"), "")


def _shipped(record: Mapping[str, Any]) -> Iterator[Difference]:
    """What comes with medlint besides the packs, and medlint itself."""
    then = record["made"]["medlint"]
    as_then = f"record anew, or install medlint {then} to check as then"
    if then != __version__:
        yield Difference("medlint", "medlint", f"is {__version__} now and was {then}; {as_then}")
    if facts_hash() != record["facts"]["sha256"]:
        yield Difference("facts", "the facts", f"(treatments, approvals, sources) have changed; {as_then}")
    if model_hash(record["model"]["name"] == "semantic") != record["model"]["sha256"]:
        yield Difference("model", "the second opinion", f"has another model; {as_then}")
