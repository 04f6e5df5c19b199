"""`medlint doctor`: whether what medlint works with is there, in order and fresh."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from medlint.cli.console import UsageError, library, settings
from medlint.clock import current_day
from medlint.config import Settings
from medlint.evidence.approvals import spoken
from medlint.packs.compiled import KEPT, cache_folder, compiled_files
from medlint.packs.model import Library

MUCH = 100.0
"""From so many megabytes on it is said that the cache can be emptied."""


@dataclass(slots=True)
class Part:
    """One part of the report: what was looked at, and what is wrong with it (each with how to mend it)."""

    title: str
    lines: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bench:
    """What the parts look at; `library` is None when the packs cannot be read, and `why` then says why."""

    settings: Settings
    library: Library | None
    why: str
    today: date


@click.command()
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
def doctor(isolated: bool, config: Path | None) -> int:
    """Tell whether configuration, packs, facts and cache are in order.

    Exit status: 0 all is well, 1 something wants attention.
    """
    bench, parts = _bench(isolated, config)
    parts += [look(bench) for look in PARTS]
    for part in parts:
        click.echo(part.title)
        for line in part.lines:
            click.echo(f"  {line}")
        for problem in part.problems:
            click.echo(f"  ! {problem}")
    count = sum(len(part.problems) for part in parts)
    click.echo(f"{count} thing{'s' * (count != 1)} to look at." if count else "All is well.")
    return int(count > 0)


def _bench(isolated: bool, config: Path | None) -> tuple[Bench, list[Part]]:
    """What can be read of settings and packs, with the part that tells of the configuration."""
    part = Part("Configuration")
    try:
        chosen = settings(isolated, config)
        part.lines.append(str(chosen.origin) if chosen.origin else "no file: the defaults hold")
        part.lines.append(f"jurisdiction: {', '.join(chosen.jurisdiction)}")
    except UsageError as error:
        chosen = Settings()
        part.problems.append(str(error))
    try:
        found, why = library(chosen.packs, chosen.jurisdiction), ""
    except UsageError as error:
        found, why = None, str(error)
    return Bench(chosen, found, why, current_day()), [part]


def packs(bench: Bench) -> Part:
    """The packs in use, with version and when they were reviewed."""
    part = Part("Packs")
    if bench.library is None:
        part.problems.append(bench.why)
        return part
    rules = [rule.header.pack for rule in bench.library.outlines.values()]
    for pack in sorted(bench.library.packs, key=lambda p: p.id):
        count = rules.count(pack.id)
        reviewed = f"reviewed {pack.reviewed}" if pack.reviewed else "never reviewed"
        part.lines.append(f"{pack.id} {pack.version}, {count} rule{'s' * (count != 1)}, {reviewed}")
    return part


def facts(bench: Bench) -> Part:
    """How many facts there are, and which should have been looked at again."""
    part = Part("Facts")
    if bench.library is None:
        part.lines.append("not read, as the packs cannot be used")
        return part
    known = bench.library.facts
    rows = [row for own in known.approvals.values() for row in own]
    part.lines.append(
        f"{len(known.treatments)} treatments, {len(known.conditions)} conditions, {len(known.sources)} sources"
    )
    part.lines.append(f"{len(rows)} approvals of {len(known.approvals)} treatments")
    stale = [row for row in rows if row.is_stale(bench.today)]
    for row in sorted(stale, key=lambda r: (r.recheck, r.treatment)):
        part.problems.append(
            f"{row.treatment}, {row.status} for {row.use}: to be looked at again by {spoken(row.recheck)} "
            f"({row.addresses[0]}); until then findings that rest on it are warnings"
        )
    if not stale and rows:
        part.lines.append(f"next to be looked at again by {spoken(min(row.recheck for row in rows))}")
    return part


def cache(bench: Bench) -> Part:
    """Where compiled packs are kept, and whether they can be."""
    part = Part("Cache")
    folder = cache_folder()
    kept = compiled_files(folder)
    size = sum(path.stat().st_size for path in kept) / 1e6
    part.lines.append(f"{folder}: {len(kept)} compiled set{'s' * (len(kept) != 1)} of packs, {size:.1f} MB")
    if size > MUCH:
        part.lines.append(f"the newest {KEPT} sets stay; the folder can be emptied at any time")
    nearest = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    if not os.access(nearest, os.W_OK):
        part.problems.append(
            f"{folder} cannot be written, so packs that did not come compiled are read anew at every start; "
            "set MEDLINT_CACHE_DIR to a folder that can"
        )
    return part


PARTS: tuple[Callable[[Bench], Part], ...] = (packs, facts, cache)
"""What is looked at after the configuration, in the order in which it is told."""
