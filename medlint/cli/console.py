"""What the commands share: writing, the look of a terminal, reading packs and settings."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click

from medlint.config import ConfigError, Settings, read_settings
from medlint.evidence.references import LOCK_NAME, ReferenceError_, References, overlaid, read_references
from medlint.packs.compiled import load_packs
from medlint.packs.errors import PackError, did_you_mean
from medlint.packs.loader import shipped_packs
from medlint.packs.model import Library, Rule
from medlint.reporters import Style


class UsageError(Exception):
    """Something that ends the run with exit status 2, told in one or more lines."""


def warn(message: str) -> None:
    """Say something on standard error."""
    click.echo(f"medlint: {message}", err=True)


def style() -> Style:
    """Colour and wrapping, only on a terminal (NO_COLOR and FORCE_COLOR are honoured)."""
    terminal = sys.stdout.isatty()
    if os.environ.get("NO_COLOR"):
        color = False
    elif os.environ.get("FORCE_COLOR"):
        color = True
    else:
        color = terminal and os.environ.get("TERM") != "dumb"
    return Style(min(shutil.get_terminal_size().columns, 120) if terminal else 0, color)


def settings(isolated: bool, config: Path | None) -> Settings:
    """The settings of the nearest configuration file, unless isolated."""
    if isolated:
        return Settings()
    try:
        return read_settings(Path.cwd(), config)
    except ConfigError as error:
        raise UsageError(str(error)) from None


def library(packs: tuple[str, ...], jurisdictions: tuple[str, ...]) -> Library:
    """The shipped packs of the jurisdictions and the given packs, read together."""
    try:
        found = load_packs([*shipped_packs(jurisdictions), *map(Path, packs)])
    except PackError as error:
        n = len(error.mistakes)
        raise UsageError(f"the packs cannot be used ({n} mistake{'s' * (n != 1)}):\n{error}") from None
    return found


def lock_path(chosen: Settings) -> Path:
    """Where what the services said of the references is kept: beside the configuration."""
    return chosen.root / LOCK_NAME


def references(chosen: Settings, shipped: References, *, isolated: bool = False) -> References:
    """The shipped references and the user's own, with what the lock says of them."""
    try:
        found = shipped
        for path in chosen.references:
            found = found.merged(read_references(Path(path)))
        return found if isolated else overlaid(found, lock_path(chosen))
    except ReferenceError_ as error:
        raise UsageError(str(error)) from None


def chooser(library: Library, select: tuple[str, ...], ignore: tuple[str, ...]) -> Callable[[Rule], bool]:
    """Which rules run: names may be those of rules, families, packs or kinds."""
    names = {name for rule in library.rules.values() for name in _names(rule)} | {p.id for p in library.packs}
    for name in (*select, *ignore):
        if name not in names:
            raise UsageError(f"there is no rule, family or pack “{name}”{did_you_mean(name, names)}")

    def wanted(rule: Rule) -> bool:
        own = _names(rule)
        return (not select or bool(own & set(select))) and not own & set(ignore)

    return wanted


def _names(rule: Rule) -> set[str]:
    return {rule.header.id, rule.header.family, rule.header.pack}
