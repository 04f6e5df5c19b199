"""Checking pages and telling what was found: what `medlint check` does with its options."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medlint.cli.console import style
from medlint.cli.outputs import shows_copy, targets, write
from medlint.cli.run import STDIN, checked

if TYPE_CHECKING:
    from medlint.again import Pages


def check_pages(
    order: Sequence[str | None], *, formats: tuple[str, ...], outputs: tuple[Path, ...], quiet: bool, **options: Any
) -> int:
    """Check pages as `options` ask for and report in the formats asked for; returns the exit status.

    `order` is which options were named, in their order. Raises UsageError.
    """
    wanted = targets(formats, outputs, order)
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
