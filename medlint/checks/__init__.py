"""The kinds of rules: a closed set, one file each."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from medlint.checks.kind import Kind
from medlint.packs.later import Kept

_NAMES = ("claim", "status", "learned", "citation", "disclosure", "balance", "clearance", "directive")


def _kind(name: str) -> Kind:
    kind: Kind = import_module(f"medlint.checks.{name}").KIND
    return kind


KINDS: Mapping[str, Kind] = Kept((dict(zip(_NAMES, _NAMES, strict=True)), _kind))
"""In the order in which they run: what must stand on a page depends on what was found on it. A kind is imported when it
is asked for.
"""
