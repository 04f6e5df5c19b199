"""Where packs lie, and reading them together."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medlint.packs.model import Library


@cache
def shipped_folder() -> Path:
    """The folder of the packs and facts that ship with medlint."""
    try:
        packs = import_module("medlint.rulepacks")
    except ModuleNotFoundError:  # run from a checkout that is not installed
        return Path(__file__).parents[2] / "rules"
    return Path(packs.__path__[0])


@cache
def shipped_ids() -> frozenset[str]:
    """The ids of the packs that ship: each is the name of its folder."""
    folders = os.scandir(shipped_folder())
    return frozenset(entry.name for entry in folders if os.path.exists(f"{entry.path}/pack.yaml"))  # noqa: PTH110 - quicker


def shipped_packs(jurisdictions: Iterable[str] = ()) -> list[Path]:
    """The packs that ship, in order of their name: all, or those for some jurisdictions and for any."""
    from medlint.packs.yaml_source import load

    wanted = set(jurisdictions)
    found = []
    for path in sorted(shipped_folder().glob("*/pack.yaml")):
        _, cursor = load(path)
        own = {k.string(): v for k, v in cursor.pairs()}.get("jurisdictions") if cursor and wanted else None
        if own is None or wanted & set(own.strings()):
            found.append(path.parent)
    return found


def shipped_jurisdictions() -> set[str]:
    """The jurisdictions that packs ship for."""
    from medlint.packs.yaml_source import load

    heads = (load(path)[1] for path in shipped_folder().glob("*/pack.yaml"))
    own = (value for head in heads if head for key, value in head.pairs() if key.node.value == "jurisdictions")
    return {name for value in own for name in value.strings()}


def read_packs(paths: Iterable[Path], *, strict: bool = False) -> Library:
    """Read packs together. Raises PackError with every mistake in any of them.

    The patterns of the packs that ship are tried only when `strict`; those of any other pack always.
    """
    from medlint.packs.reading import read

    return read(paths, strict=strict).library
