"""`medlint report`: the dated record of a review."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from medlint.cli.clicked import lint_options
from medlint.cli.console import UsageError
from medlint.cli.run import STDIN, checked
from medlint.config import SEVERITIES


@click.command()
@lint_options
@click.option("--fail-on", type=click.Choice((*SEVERITIES, "never")), help="Fail from here on (default: warning).")
@click.option("--sign-off", is_flag=True, help="Write the record; without it, only tell what it would hold.")
@click.option("--by", metavar="“NAME <MAIL>”", help="Who signs off (default: who commits in git, or the account).")
@click.option("--role", metavar="TEXT", help="As what, such as “Compliance lead”.")
@click.option("--note", metavar="TEXT", help="What else is to be recorded.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR|FILE",
    help="The folder for the record (default: the current one), or its file, which ends in .json.",
)
def report(
    sign_off: bool, by: str | None, role: str | None, note: str | None, output: Path | None, **options: Any
) -> int:
    """Check PATH… and record what was checked, with what, what was found, and who let what stand.

    Writes medlint-record-DAY.json and an HTML page beside it, and never over another one. Exit status: as that of
    `medlint check`.
    """
    if STDIN in options["paths"]:
        raise UsageError("standard input cannot be recorded: nobody could hold it against a file; name the file")
    # What it takes is loaded only here: most runs record nothing.
    from medlint.cli.recording import recorded, signed_by, summary, written
    from medlint.record import Seen

    signed = signed_by(by, role, note)
    if sign_off and output and output.suffix == ".json" and output.exists():
        raise UsageError(f"{output}: is there already; a record is never overwritten, name another file")
    seen = Seen()
    run = checked(seen=seen, **options)
    record = recorded(run, options, seen, signed)
    if sign_off:
        path, page = written(record, output)
        click.echo(f"{path}: SHA-256 {record['sha256']}\n{page}: the same, to read and to print")
    else:
        click.echo("Nothing is written without --sign-off. The record would hold:")
    for name, told in summary(record):
        click.echo(f"  {name:<10}{told}")
    return run.status
