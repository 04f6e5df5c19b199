"""`medlint cite check`: the evidence that pages call on, and what the reference library says of each piece."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medlint.cli.console import library, references, settings, warn
from medlint.discover import Filters, discover
from medlint.readers import ReadError, read

if TYPE_CHECKING:  # loaded by the command itself: other commands do without it
    from medlint.evidence.invoked import Invoked
    from medlint.evidence.outcomes import Outcome
    from medlint.evidence.verdicts import Verdict
    from medlint.lint import Linter
    from medlint.page import Page

_SHOWN: dict[Outcome, str] = {
    "malformed": "cannot be right",
    "impossible-year": "cannot be right",
    "lost-note": "note leads nowhere",
    "retracted": "retracted",
    "concern": "expression of concern",
    "corrected": "corrected",
    "mismatch": "does not agree",
    "nearest": "not known as described",
    "beyond": "goes beyond it",
    "unlisted": "not listed",
    "bare-link": "not listed",
    "unknown": "not listed",
    "unnamed": "no reference",
    "fits": "fits",
}
_WRONG = (
    "cannot be right",
    "note leads nowhere",
    "retracted",
    "does not agree",
    "not known as described",
    "goes beyond it",
)
_NOT_LISTED = "not in the reference library, so it cannot be checked here; that says nothing against it"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PAGE…", type=click.Path(path_type=Path))
@click.option("--isolated", is_flag=True, help="Read no configuration file and no lock.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
def check(paths: tuple[Path, ...], isolated: bool, config: Path | None) -> int:
    """Tell which evidence the pages call on, and what the library says of each piece.

    Exit status: 0 nothing wrong, 1 something that does not hold or was retracted, 2 a page that cannot be read.
    """
    from medlint.lint import Linter

    chosen = settings(isolated, config)
    packs = library(chosen.packs, chosen.jurisdiction)
    packs.facts.references = references(chosen, packs.facts.references, isolated=isolated)
    linter = Linter(packs, treatment=chosen.treatment)
    tally: Counter[str] = Counter()
    unreadable = 0
    for candidate in discover(paths, Filters(chosen.root, chosen.include, chosen.exclude)):
        if candidate.reason:
            continue
        try:
            page = linter.page(read(str(candidate.path), candidate.path.read_bytes()))
        except (ReadError, OSError) as error:
            warn(f"{candidate.path}: {getattr(error, 'strerror', None) or error}")
            unreadable += 1
            continue
        for verdict in _evidence(linter, page):
            tally[_SHOWN[verdict.outcome]] += 1
            click.echo(_line(page, verdict))
    parts = ", ".join(f"{n} {what}" for what, n in tally.items())
    pieces = f"{tally.total()} piece{'s' * (tally.total() != 1)} of evidence"
    click.echo(pieces + (f": {parts}" if parts else ""))
    if unreadable:
        return 2
    return int(any(tally[what] for what in _WRONG))


def _evidence(linter: Linter, page: Page) -> Iterator[Verdict]:
    """The verdicts on a page in its order; “studies show” and the like only where a rule objects to it."""
    from medlint.evidence.citing import verdicts

    linter.check_page(page)
    objected = [(m.block, m.start, m.end) for m in page.matches if m.rule.header.family == "citation"]
    for verdict in sorted(verdicts(page), key=lambda v: (v.at, v.outcome)):
        block, start, end = verdict.at
        met = any(b == block and s < end and start < e for b, s, e in objected)
        if verdict.outcome != "unnamed" or met:
            yield verdict


def _line(page: Page, verdict: Verdict) -> str:
    """Where it stands, how it is named, what came out, and why."""
    block = page.views[verdict.at.block].block
    place = page.document.place(block.source_span(verdict.at.start, verdict.at.end).start)
    quote = page.document.quote(block, verdict.at.start, verdict.at.end)
    detail = verdict.detail or _NOT_LISTED
    named = _identifiers(verdict.invoked)
    where = f"{page.document.path}:{place.line}:{place.column}"
    return f"{where}: {_SHOWN[verdict.outcome]}: “{_cut(quote)}”{named}: {detail}"


def _identifiers(invoked: Invoked) -> str:
    """The identifiers that go with a piece of evidence, in parentheses."""
    names = {"doi": "DOI ", "pmid": "PMID "}
    said = ", ".join(f"{names.get(i.kind, '')}{i.value}" for i in invoked.identifiers)
    return f" ({said})" if said else ""


def _cut(quote: str, most: int = 100) -> str:
    return quote if len(quote) <= most else f"{quote[: most - 1].rstrip()}…"
