"""`medlint doctor`: whether what medlint works with is there, in order and fresh."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from medlint import __version__
from medlint.cli.console import UsageError, library, settings
from medlint.cli.doctor_bench import Bench, Part
from medlint.cli.doctor_machine import cache, formats, report_line
from medlint.cli.doctor_project import configuration, facts, packs
from medlint.clock import current_day
from medlint.config import Settings

PARTS: tuple[Callable[[Bench], Part], ...] = (configuration, packs, facts, cache, formats)
"""What is looked at, in the order in which it is told."""


@click.command()
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
@click.option(
    "--format", "format_", type=click.Choice(("text", "json")), default="text", help="text (default) or json."
)
def doctor(isolated: bool, config: Path | None, format_: str) -> int:
    """Tell whether configuration, packs, facts and cache are in order.

    Exit status: 0 all is well, 1 something wants attention.
    """
    bench = _bench(isolated, config)
    parts = [look(bench) for look in PARTS]
    count = sum(len(part.problems) for part in parts)
    if format_ == "json":
        click.echo(json.dumps(_data(parts, count), indent=2, ensure_ascii=False))
        return int(count > 0)
    for part in parts:
        click.echo(part.title)
        for line in part.lines:
            click.echo(f"  {line}")
        for problem in part.problems:
            click.echo(f"  ! {problem}")
    click.echo(f"For a report: {report_line()}")
    click.echo(f"{count} thing{'s' * (count != 1)} to look at." if count else "All is well.")
    return int(count > 0)


def _bench(isolated: bool, config: Path | None) -> Bench:
    """What can be read of settings and packs."""
    unread = ""
    try:
        chosen = settings(isolated, config)
    except UsageError as error:
        chosen, unread = Settings(), str(error)
    try:
        found, why = library(chosen.packs, chosen.jurisdiction, shipped_rules=chosen.shipped_packs), ""
    except UsageError as error:
        found, why = None, str(error)
    return Bench(chosen, found, why, current_day(), isolated, unread)


def _data(parts: Sequence[Part], count: int) -> dict[str, Any]:
    told = [{"title": p.title, "lines": p.lines, "problems": p.problems, "data": p.data} for p in parts]
    return {
        "version": 1,
        "tool": {"name": "medlint", "version": __version__},
        "report": report_line(),
        "parts": told,
        "problems": count,
    }
