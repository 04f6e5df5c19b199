"""Reading the file of a record, and telling whether it is one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from medlint.record import VERSION

LARGEST = 200_000_000
"""No record is larger, in bytes: one of 100,000 files has about a tenth of that."""

_TEXT_OR_NONE = (str, type(None))
_FILE = {"path": str, "sha256": str}
_FINDING = {"path": str, "rule": str, "severity": str, "line": int, "quote": str, "fingerprint": str}
SHAPE: dict[str, Any] = {
    "made": {"at": str, "medlint": str, "python": str},
    "by": {"name": str, "mail": _TEXT_OR_NONE, "from": str},
    "judged_as_of": str,
    "command": {"folder": _TEXT_OR_NONE, "paths": [{"path": str, "folder": bool, "absolute": bool}], "options": dict},
    "settings": {
        "values": {
            "jurisdiction": [str],
            "include": [str],
            "exclude": [str],
            "overrides": [{"jurisdiction": [str]}],
        },
        "files": [{**_FILE, "role": str}],
    },
    "packs": [{"id": str, "version": str, "sha256": str, "path": _TEXT_OR_NONE}],
    "facts": {"sha256": str},
    "model": {"name": str, "sha256": str},
    "files": {
        "checked": [_FILE],
        "taken_in": [_FILE],
        "skipped": [{"path": str}],
        "unreadable": [{"path": str, "sha256": _TEXT_OR_NONE}],
    },
    "findings": [_FINDING],
    "suppressed": [_FINDING],
    "summary": dict,
    "status": int,
    "sha256": str,
}  # fmt: skip
"""What a record must have to be held against anything; it has more."""


class RecordError(Exception):
    """A file that is no record, or none that can be read, in one sentence."""


def read_record(path: Path) -> dict[str, Any]:
    """The record in a file, whether or not it has been changed since. Raises RecordError."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise RecordError(f"{path}: is no record of medlint: it is too large ({size / 1e6:,.0f} MB)")
        data = path.read_bytes()
    except OSError as error:
        raise RecordError(f"{path}: cannot be read: {error.strerror}") from None
    try:
        record = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, _UnclearError) else "it is no JSON"
        raise RecordError(f"{path}: is no record of medlint: {why}") from None
    version = record.get("record") if isinstance(record, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise RecordError(f"{path}: is no record of medlint: it has no “record” with the number of its version")
    if version > VERSION:
        raise RecordError(
            f"{path}: is a record of version {version}, and this medlint reads version {VERSION}; "
            "use the medlint that wrote it or a newer one"
        )
    if where := _misfit(record, SHAPE, ""):
        raise RecordError(f"{path}: is no whole record: “{where}” is missing or is not what it should be")
    return dict(record)


class _UnclearError(ValueError):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, if it says everything once: of two values of a key, people and programs may see different ones."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _UnclearError(f"the key “{next(n for n in names if names.count(n) > 1)}” is there twice")
    return found


def _no_number(name: str) -> float:
    raise _UnclearError(f"{name} is no number")


def _misfit(value: Any, shape: Any, where: str) -> str:
    """The first place at which data is not of a shape; empty when it is."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return where or "record"
        inner = (_misfit(value.get(k, ...), s, f"{where}.{k}".lstrip(".")) for k, s in shape.items())
    elif isinstance(shape, list):
        if not isinstance(value, list):
            return where
        inner = (_misfit(one, shape[0], f"{where}[{number}]") for number, one in enumerate(value))
    else:
        return "" if isinstance(value, shape) else where
    return next(filter(None, inner), "")
