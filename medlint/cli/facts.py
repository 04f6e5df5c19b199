"""`medlint facts`: the facts as a page for people."""

from __future__ import annotations

from pathlib import Path

import click

from medlint.cli.console import UsageError, library
from medlint.files import write_whole


@click.group()
def facts() -> None:
    """Read the facts that medlint knows."""


@facts.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--check", is_flag=True, help="Write nothing; fail when the page is not what the facts say.")
def docs(file: Path, check: bool) -> int:
    """Write a Markdown page of the approvals and sources to FILE."""
    from medlint.evidence.pages import page

    text = page(library((), ()).facts)
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return 0
    if check:
        click.echo(f"{file}: is not what the facts say; run: medlint facts docs {file}")
        return 1
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text)
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {error.strerror or error}") from None
    click.echo(f"wrote {file}")
    return 0
