"""`medlint pack`: test, start and describe rule packs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from medlint.cli.console import UsageError, library
from medlint.packs.errors import PackError
from medlint.packs.loader import read_packs, shipped_packs


@click.group()
def pack() -> None:
    """Work on rule packs."""


@pack.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def test(paths: tuple[Path, ...]) -> int:
    """Run the examples of every rule in the packs at PATHS (without PATHS: of the packs that ship).

    A pack that builds on the shipped word lists and guards is read together with them.
    """
    from medlint.packs.proof import prove

    shipped = shipped_packs()
    own = [p for p in paths if p.resolve() not in {s.resolve() for s in shipped}]
    try:
        found = read_packs([*shipped, *own], strict=True)
    except PackError as error:
        count = len(error.mistakes)
        raise UsageError(f"{count} mistake{'s' * (count != 1)} in the packs:\n{error}") from None
    wanted = {p.id for p in found.packs if not paths or Path(p.path).resolve() in {x.resolve() for x in paths}}
    if paths:
        wanted |= {s.name for s in shipped for p in paths if p.resolve() == s.resolve()}
    rules = [r for r in found.rules.values() if r.header.pack in wanted]
    failures = prove(found, rules)
    for failure in failures:
        click.echo(str(failure))
    examples = sum(len(r.header.flag_examples) + len(r.header.pass_examples) for r in rules)
    click.echo(f"{len(rules)} rules, {examples} examples, {len(failures)} that do not hold")
    return 1 if failures else 0


@pack.command()
@click.argument("name")
def new(name: str) -> int:
    """Write a small commented pack into the folder NAME."""
    from medlint.packs.starter import write_starter

    try:
        written = write_starter(Path(name))
    except (ValueError, OSError) as error:
        raise UsageError(str(error)) from None
    for path in written:
        click.echo(f"wrote {path}")
    click.echo(f"try it: medlint pack test {name}")
    return 0


@pack.command()
def schema() -> int:
    """Print the JSON Schema of pack files, for editors."""
    from medlint.packs.schema import pack_schema

    found = library((), ())
    click.echo(json.dumps(pack_schema(sorted(found.guards)), indent=2))
    return 0
