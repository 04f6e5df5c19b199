"""`medlint pack`: test, start and describe rule packs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from medlint.cli.console import UsageError, library
from medlint.packs.compiled import load_shipped
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
        # Those that ship are read from their files only where they are what is tried: that takes long.
        found = load_shipped((), own) if paths and len(own) == len(paths) else read_packs([*shipped, *own], strict=True)
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
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--pack", "packs", multiple=True, metavar="PATH", help="This pack too (default: those that ship).")
@click.option("--each-rule", is_flag=True, help="A page of every rule, and lists of them by pack and by family.")
@click.option("--check", is_flag=True, help="Write nothing; fail when a page is not what the packs say.")
def docs(folder: Path, packs: tuple[str, ...], each_rule: bool, check: bool) -> int:
    """Write a Markdown page of every pack, and a list of them, into FOLDER."""
    from medlint.packs import pages
    from medlint.packs.rule_pages import rule_pages

    found = library(packs, ())
    if each_rule:
        wanted = rule_pages(found)
    else:
        wanted = {f"{info.id}.md": pages.page(found, info) for info in found.packs} | {"README.md": pages.index(found)}
    stale = [name for name, text in wanted.items() if not _is(folder / name, text)]
    for name in stale:
        if check:
            click.echo(f"{folder / name}: is not what the packs say; run: medlint pack docs {folder}")
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(wanted[name], encoding="utf-8")
            click.echo(f"wrote {folder / name}")
    return int(check and bool(stale))


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


@pack.command()
def schema() -> int:
    """Print the JSON Schema of pack files, for editors."""
    from medlint.packs.schema import pack_schema

    found = library((), ())
    click.echo(json.dumps(pack_schema(sorted(found.guards)), indent=2))
    return 0
