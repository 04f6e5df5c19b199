"""`medlint watch`: check pages, and check them again whenever they change."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from medlint.cli.clicked import lint_options
from medlint.cli.console import UsageError, style
from medlint.cli.run import STDIN
from medlint.cli.watching import Session
from medlint.config import SEVERITIES


@click.command()
@lint_options
@click.option("--min-severity", type=click.Choice(SEVERITIES), help="Show nothing below it (default: suggestion).")
@click.option("--poll", is_flag=True, help="Look at the files every second: for drives that tell of no changes.")
def watch(poll: bool, **options: Any) -> int:
    """Check pages again whenever they change: what has come, what has gone.

    Ctrl-C ends it, with status 0.
    """
    if STDIN in options["paths"]:
        raise UsageError("standard input (-) cannot be watched; name files or folders")
    try:
        from medlint.cli.watcher import Watcher, WatchError
    except ModuleNotFoundError as error:
        if error.name != "watchfiles":
            raise
        raise UsageError('medlint watch needs a library: pip install "medlint[watch]"') from None
    session = Session(options, style(), clear=sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
    try:
        with Watcher(poll=poll) as watcher:
            watcher.follow(session.folders())
            session.start()
            watcher.follow(session.folders())
            for paths in watcher.changes():
                if changed := session.concerning(paths):
                    session.again(changed)
                    watcher.follow(session.folders())
    except WatchError as error:
        raise UsageError(str(error)) from None
    except KeyboardInterrupt:
        click.echo("Stopped watching.")
    return 0
