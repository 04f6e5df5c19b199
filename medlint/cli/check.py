"""`medlint check`: read pages, find claims, report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from medlint.cli.console import style
from medlint.cli.outputs import Ordered, format_option, output_option, shows_copy, targets, write
from medlint.cli.run import STDIN, checked, lint_options
from medlint.config import SEVERITIES

if TYPE_CHECKING:
    from medlint.again import Pages


@click.command(cls=Ordered)
@lint_options
@click.option("--min-severity", type=click.Choice(SEVERITIES), help="Show nothing below it (default: suggestion).")
@click.option("--fail-on", type=click.Choice((*SEVERITIES, "never")), help="Fail from here on (default: warning).")
@click.option("--force-exclude", is_flag=True, help="Pass over files that are named, too, where a folder's would be.")
@format_option
@output_option
@click.option("--quiet", is_flag=True, help="Print nothing when there is nothing to fix.")
@click.pass_context
def check(
    ctx: click.Context, /, formats: tuple[str, ...], outputs: tuple[Path, ...], quiet: bool, **options: Any
) -> int:
    """Check pages and folders of pages; - is standard input.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or used,
    3 a fault of medlint.
    """
    wanted = targets(formats, outputs, ctx.meta["order"])
    pages = _pages(options) if shows_copy(wanted) else None
    run = checked(**options, quiet=quiet, seen=pages)
    report = run.report(pages)
    if run.applied and not quiet:
        from medlint.cli.baseline import tell_of

        tell_of(run)
    write(report, wanted, style(), quiet=quiet and not any(report.findings))
    return run.status


def _pages(options: dict[str, Any]) -> Pages:
    """What reads pages again, so that a report can show them."""
    from medlint.again import Pages

    return Pages(options["stdin_filename"] if STDIN in options["paths"] else None)
