"""`medlint balance`: what a page claims for a treatment, and what it tells of its risks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from medlint.balance import Balance
from medlint.cli.console import UsageError, library, settings, warn
from medlint.config import ConfigError
from medlint.document import Document
from medlint.lint import Linter
from medlint.readers import ReadError, read
from medlint.resolve import project_of
from medlint.site import Composition


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE…", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", help="How it is told.")
@click.option("--treatment", metavar="ID", help="What the pages are about, where their words do not tell.")
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
def balance(pages: tuple[Path, ...], format_: str, treatment: str | None, isolated: bool, config: Path | None) -> int:
    """Tell of PAGE… the benefits claimed, the risks told, and the material risks that are told nowhere.

    Exit status: 0, or 2 where a page cannot be read.
    """
    chosen = settings(isolated, config).with_options(treatment=treatment)
    packs = library(chosen.packs, chosen.jurisdiction)
    if chosen.treatment and chosen.treatment not in packs.facts.treatments:
        raise UsageError(f"there is no treatment “{chosen.treatment}” among the facts")
    try:
        root = chosen.root if chosen.origin else project_of(list(pages))
        composition = Composition(root, chosen.site, chosen.follow)
    except ConfigError as error:
        raise UsageError(str(error)) from None
    linter = Linter(packs, treatment=chosen.treatment)
    documents, failed = _read(pages)
    ready = [linter.page(document, composition.shared(document, Path(document.path))) for document in documents]
    found = []
    for page in ready:
        linter.check_page(page)
        found.append(Balance(page))
    if format_ == "json":
        click.echo(json.dumps({"pages": [_data(one) for one in found]}, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_told(one) for one in found))
    return 2 if failed else 0


def _read(pages: Iterable[Path]) -> tuple[list[Document], bool]:
    documents, failed = [], False
    for path in pages:
        try:
            documents.append(read(str(path), path.read_bytes()))
        except (ReadError, OSError) as error:
            failed = True
            told = (error.strerror or error) if isinstance(error, OSError) else error
            warn(f"{path}: cannot be read: {told}")
    if not documents:
        raise UsageError("nothing could be read")
    return documents, failed


def _data(one: Balance) -> dict[str, Any]:
    document = one.page.document
    benefits = [
        {**_place(one, m.block, m.start, m.end), "family": m.rule.header.family, "rule": m.rule.header.id}
        for m in one.benefits
    ]  # fmt: skip
    risks = [
        {
            **({"path": t.path} if t.path else _place(one, t.block, t.start, t.end)),
            "risk": t.risk, "place": round(t.place, 3), "small_print": t.small,
        }
        for t in one.told
    ]  # fmt: skip
    return {
        "path": document.path,
        "treatment": one.treatment.id if one.treatment else None,
        "benefits": benefits,
        "risks": risks,
        "missing_risks": one.missing,
        "words": {"page": one.length, "benefits": one.benefit_words, "risks": one.risk_words},
    }


def _place(one: Balance, block: int, start: int, end: int) -> dict[str, Any]:
    document, own = one.page.document, one.page.views[block].block
    place = document.place(own.source_span(start, end).start)
    quote = document.quote(own, start, end)
    return {"path": document.path, "line": place.line, "column": place.column, "quote": quote}


def _told(one: Balance) -> str:
    lines = [f"{one.page.document.path}  ({one.treatment.label if one.treatment else 'no treatment that is known'})"]
    lines.append(f"  {len(one.benefits)} benefits claimed, in {one.benefit_words} of {one.length} words")
    for m in one.benefits:
        place = _place(one, m.block, m.start, m.end)
        lines.append(f"    {place['line']}:{place['column']:<5} {m.rule.header.family:<17} “{place['quote']}”")
    kinds = len({t.risk for t in one.told})
    lines.append(f"  {kinds} risks told, in {one.risk_words} words")
    for t in one.told:
        if t.path:
            lines.append(f"    in {t.path}: {t.risk}")
            continue
        place = _place(one, t.block, t.start, t.end)
        small = "small print" if t.small else f"after {t.place:.0%} of the words"
        lines.append(f"    {place['line']}:{place['column']:<5} {t.risk}: “{place['quote']}” ({small})")
    if one.treatment:
        lines.append(f"  told nowhere: {', '.join(one.missing) or 'none of the material risks is missing'}")
    return "\n".join(lines) + "\n"
