"""`medlint check`: read pages, find claims, report."""

from __future__ import annotations

from typing import Any

import click

from medlint.cli.checking import check_pages
from medlint.cli.clicked import Ordered, options_of
from medlint.cli.options import OF_CHECK


@click.command(cls=Ordered)
@options_of(OF_CHECK)
@click.pass_context
def check(ctx: click.Context, /, **options: Any) -> int:
    """Check pages and folders of pages; - is standard input.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or used,
    3 a fault of medlint.
    """
    return check_pages(ctx.meta["order"], **options)
