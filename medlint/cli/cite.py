"""`medlint cite`: the reference library, and what pages cite."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medlint.cli.cite_online import add, verify
from medlint.cli.console import UsageError, settings, warn
from medlint.cli.console import references as library_of
from medlint.discover import Filters, discover
from medlint.document import Document
from medlint.evidence.references import (
    IDENTIFIERS,
    Reference,
    ReferenceError_,
    References,
    read_references,
    shipped_references,
)
from medlint.readers import ReadError, read

if TYPE_CHECKING:  # loaded by the command itself: a run that only lints does without it
    from medlint.evidence.identifiers import Identifier

_FORMATS = ("text", "csl", "bibtex")


@click.group()
def cite() -> None:
    """Look up, check and keep the references behind claims."""


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


@cite.command()
@click.argument("paths", nargs=-1, required=True, metavar="PAGE…", type=click.Path(path_type=Path))
@click.option("--isolated", is_flag=True, help="Read no configuration file and no lock.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
def check(paths: tuple[Path, ...], isolated: bool, config: Path | None) -> int:
    """Tell which papers and trials the pages cite, and what the library says of each.

    Exit status: 0 nothing wrong, 1 something that cannot be right or was retracted, 2 a page that cannot be read.
    """
    chosen = settings(isolated, config)
    found = library_of(chosen, shipped_references(), isolated=isolated)
    tally: Counter[str] = Counter()
    unreadable = 0
    for candidate in discover(paths, Filters(chosen.root, chosen.include, chosen.exclude)):
        if candidate.reason:
            continue
        try:
            document = read(str(candidate.path), candidate.path.read_bytes())
        except (ReadError, OSError) as error:
            warn(f"{candidate.path}: {getattr(error, 'strerror', None) or error}")
            unreadable += 1
            continue
        for offset, one in cited(document):
            place = document.place(offset)
            what, words = judged(one, found)
            tally[what] += 1
            click.echo(f"{document.path}:{place.line}:{place.column}: {words}")
    parts = ", ".join(f"{n} {what}" for what, n in tally.items())
    click.echo(f"{tally.total()} identifier{'s' * (tally.total() != 1)} on the pages" + (f": {parts}" if parts else ""))
    if unreadable:
        return 2
    return int(bool(tally[_WRONG] or tally["retracted"]))


_WRONG = "cannot be right"


def cited(document: Document) -> list[tuple[int, Identifier]]:
    """The identifiers of a page with their source offsets, each once a line; addresses that hold none are left out."""
    from medlint.evidence.identifiers import find_identifiers, resolve

    found = [(one.start, one) for one in find_identifiers(document.source)]
    in_source = {(one.kind, one.value) for _, one in found}
    for block in document.blocks:
        for link in block.links:
            one = resolve(link.target)
            if (one.kind, one.value) not in in_source:
                found.append((block.source_span(link.offset, link.offset + 1).start, one))
    return sorted((pair for pair in found if pair[1].kind in IDENTIFIERS), key=lambda pair: pair[0])


def judged(one: Identifier, found: References) -> tuple[str, str]:
    """What the library says of an identifier: in a word, and in a line or more."""
    name = {"doi": "DOI ", "pmid": "PMID "}.get(one.kind, "") + one.value
    if one.problem:
        return _WRONG, f"{name}: cannot be right: {one.problem}"
    ref = found.by_identifier(one.kind, one.value)
    if ref is None:
        return "not listed", f"{name}: not in the reference library, which is not to say that it is wrong"
    size = f", n = {ref.n}" if ref.n is not None else ""
    lines = [f"{name}: {ref.label}{size}" + (f"; {ref.notice}" if ref.notice else "")]
    lines += [f"    shows: {ref.shows}"] if ref.shows else []
    lines += [f"    does not show: {ref.does_not_show}"] if ref.does_not_show else []
    return ref.notice or "known", "\n".join(lines)
