"""`medlint stats`: how much was found, of what kind and where."""

from __future__ import annotations

import sys
from typing import Any

import click

from medlint.cli.clicked import lint_options
from medlint.cli.console import style
from medlint.cli.outputs import harmless
from medlint.cli.run import checked
from medlint.config import SEVERITIES
from medlint.figures import BY, GROUPS

FORMATS = ("text", "json", "csv", "markdown")


@click.command()
@lint_options
@click.option("--min-severity", type=click.Choice(SEVERITIES), help="Count nothing below it (default: suggestion).")
@click.option("--by", multiple=True, type=click.Choice(GROUPS), help=f"Only by this (default: {', '.join(BY)}).")
@click.option("--depth", type=click.IntRange(min=1), default=1, show_default=True, help="So deep are folders told.")
@click.option(
    "--top",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    metavar="N",
    help="So many rows of each table are shown in text and Markdown (0: all).",
)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How they are told."
)
def stats(format_: str, by: tuple[str, ...], depth: int, top: int, **options: Any) -> int:
    """Count the findings of PATH… by severity, family, rule, page or folder.

    Exit status: 0, or 2 when something could not be read or used.
    """
    from medlint.figures import figures
    from medlint.figures_told import told

    run = checked(**options)
    report = run.report()
    found = figures(report)
    text = told(format_, report, found, by or BY, depth, top, style())
    sys.stdout.write(harmless(text) if format_ == "text" else text)
    return 2 if run.unreadable or any(r.faults for r in run.results) else 0
