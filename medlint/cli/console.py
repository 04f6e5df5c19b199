"""What the commands share: writing, the look of a terminal, reading packs and settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from medlint.cli.usage import UsageError
from medlint.config import ConfigError, Settings, read_settings
from medlint.evidence.reference_list import LOCK_NAME, References
from medlint.packs.compiled import load_shipped
from medlint.packs.errors import PackError, did_you_mean
from medlint.packs.loader import shipped_jurisdictions
from medlint.packs.model import Library, Outlined
from medlint.reporters import Style

if TYPE_CHECKING:
    from medlint.evidence.cleared import ClearedClaim

__all__ = ["UsageError"]


def warn(message: str) -> None:
    """Say something on standard error."""
    print(f"medlint: {message}", file=sys.stderr, flush=True)


def style() -> Style:
    """Colour and wrapping, only on a terminal (NO_COLOR and FORCE_COLOR are honoured)."""
    terminal = sys.stdout.isatty()
    if os.environ.get("NO_COLOR"):
        color = False
    elif os.environ.get("FORCE_COLOR"):
        color = True
    else:
        color = terminal and os.environ.get("TERM") != "dumb"
    return Style(_width() if terminal else 0, color)


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size().columns, 120)


def settings(isolated: bool, config: Path | None) -> Settings:
    """The settings of the nearest configuration file, unless isolated."""
    if isolated:
        return Settings()
    try:
        return read_settings(Path.cwd(), config)
    except ConfigError as error:
        raise UsageError(str(error)) from None


def library(packs: tuple[str, ...], jurisdictions: tuple[str, ...], *, shipped_rules: bool = True) -> Library:
    """The shipped packs of the jurisdictions and the given packs, read together; without the rules of the shipped ones,
    if those are not wanted.
    """
    try:
        return load_shipped(jurisdictions, map(Path, packs), rules=shipped_rules)
    except PackError as error:
        n = len(error.mistakes)
        raise UsageError(f"the packs cannot be used ({n} mistake{'s' * (n != 1)}):\n{error}") from None


def lock_path(chosen: Settings) -> Path:
    """Where what the services said of the references is kept: beside the configuration."""
    return chosen.root / LOCK_NAME


def references(chosen: Settings, shipped: References, *, isolated: bool = False) -> References:
    """The shipped references and the user's own, with what the lock says of them."""
    if not chosen.references and (isolated or not lock_path(chosen).exists()):
        return shipped
    from medlint.evidence.references import ReferenceError_, overlaid, read_references

    try:
        found = shipped
        for path in chosen.references:
            found = found.merged(read_references(Path(path)))
        return found if isolated else overlaid(found, lock_path(chosen))
    except ReferenceError_ as error:
        raise UsageError(str(error)) from None


def cleared_claims(
    paths: tuple[str, ...], packs: Library | None, jurisdictions: tuple[str, ...] = ()
) -> tuple[ClearedClaim, ...]:
    """The cleared claims of some files. They can be cleared for the jurisdictions of packs that ship or are in use."""
    if not paths:
        return ()
    from medlint.evidence.cleared import ClaimsError, read_claims

    try:
        return read_claims(map(Path, paths), known_jurisdictions(packs, jurisdictions))
    except ClaimsError as error:
        n = len(error.mistakes)
        raise UsageError(f"the cleared claims cannot be used ({n} mistake{'s' * (n != 1)}):\n{error}") from None


def known_jurisdictions(packs: Library | None, jurisdictions: tuple[str, ...] = ()) -> set[str]:
    """Those of the packs that ship, those of the packs in use, and those asked for."""
    used = {where for pack in (packs.packs if packs else ()) for where in pack.jurisdictions}
    return {*shipped_jurisdictions(), *used, *jurisdictions}


def check_names(library: Library, names: Iterable[str]) -> None:
    """Raise UsageError when one of some names is none of a rule, a family or a pack."""
    names = list(names)
    if not names:
        return
    known = {name for rule in library.outlines.values() for name in rule.header.names} | {p.id for p in library.packs}
    for name in names:
        if name not in known:
            raise UsageError(f"there is no rule, family or pack “{name}”{did_you_mean(name, known)}")


def chooser(select: Iterable[str], ignore: Iterable[str]) -> Callable[[Outlined], bool]:
    """Which rules run: names may be those of rules, families or packs."""
    chosen, left_out = set(select), set(ignore)

    def wanted(rule: Outlined) -> bool:
        own = set(rule.header.names)
        return (not chosen or bool(own & chosen)) and not own & left_out

    return wanted
