"""`medlint cite`: the reference library, and what pages cite."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from medlint.cli.cite_check import check
from medlint.cli.cite_online import add, verify
from medlint.cli.console import UsageError, settings
from medlint.cli.console import references as library_of
from medlint.evidence.references import (
    IDENTIFIERS,
    Reference,
    ReferenceError_,
    References,
    read_references,
    shipped_references,
)

_FORMATS = ("text", "csl", "bibtex")


@click.group()
def cite() -> None:
    """Look up, check and keep the references behind claims."""


cite.add_command(check)
cite.add_command(add)
cite.add_command(verify)


@cite.command(name="list")
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="text", help="How they are told.")
@click.option("--file", "files", multiple=True, type=click.Path(path_type=Path), help="Only those of this file.")
@click.option("--isolated", is_flag=True, help="Read no configuration file and no lock.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
def list_(format_: str, files: tuple[Path, ...], isolated: bool, config: Path | None) -> int:
    """List the references that are known: those that ship and your own."""
    try:
        if files:
            found = References(tuple(ref for path in files for ref in read_references(path)))
        else:
            found = library_of(settings(isolated, config), shipped_references(), isolated=isolated)
        click.echo(_listed(found, format_), nl=False)
    except ReferenceError_ as error:
        raise UsageError(str(error)) from None
    return 0


def _listed(found: References, format_: str) -> str:
    if format_ == "csl":
        from medlint.evidence.csl import write_csl

        return write_csl(found)
    if format_ == "bibtex":
        from medlint.evidence.bibtex import write_bibtex

        return write_bibtex(found)
    tally = Counter(ref.verified for ref in found)
    shares = ", ".join(f"{tally[key]} {what}" for key, what in _VERIFIED.items() if tally[key])
    end = f"{len(found)} reference{'s' * (len(found) != 1)}" + (f" ({shares})" if shares else "")
    return "\n".join([*(_shown(ref) for ref in found), end, ""])


_VERIFIED = {"yes": "verified", "partly": "partly verified", "no": "not verified"}


def _shown(ref: Reference) -> str:
    """A reference in a few lines."""
    size = f", n = {ref.n}" if ref.n is not None else ""
    notice = f"  [{ref.notice.upper()}]" if ref.notice else ""
    lines = [f"{ref.id}: {ref.label}{size}{notice}  ({ref.origin}, {_VERIFIED[ref.verified]})"]
    names = {"doi": "DOI ", "pmid": "PMID "}
    numbers = [
        names.get(kind, "") + ref.identifier(kind) + (" (not verified)" if kind in ref.unverified else "")
        for kind in IDENTIFIERS
        if ref.identifier(kind)
    ]
    parts = {
        "": ref.title, " ": ", ".join(numbers), "design: ": ref.design, "shows: ": ref.shows,
        "does not show: ": ref.does_not_show,
    }  # fmt: skip
    return "\n".join([*lines, *(f"    {name.strip(' ') and name}{text}" for name, text in parts.items() if text)])
