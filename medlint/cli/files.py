"""`medlint files`: what would be read, what not, and why."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click

from medlint.cli.console import UsageError, settings
from medlint.cli.unread import tally_text, warn_of_unread
from medlint.discover import NOT_READ, Candidate, Filters, discover


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
def files(paths: tuple[str, ...], as_json: bool, isolated: bool, config: Path | None) -> int:
    """List which files of PATH… would be read, which not, and why."""
    chosen = settings(isolated, config)
    given = [Path(p) for p in paths]
    for path in given:
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder")
    found = list(discover(given, Filters(chosen.root, chosen.include, chosen.exclude)))
    # A named file is handed on whatever it is; here it is told that it cannot be read.
    read = [c for c in found if not c.reason and c.format]
    left = [c for c in found if c.reason or not c.format]
    if as_json:
        data = {
            "read": [{"path": str(c.path), "format": _format(c)} for c in read],
            "skipped": [{"path": str(c.path), "reason": c.reason or NOT_READ} for c in left],
        }
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        for c in found:
            mark = "+" if c.format and not c.reason else "-"
            click.echo(f"{mark} {c.path}  {c.reason or _format(c) or NOT_READ}")
        click.echo(_summary(read, left))
    warn_of_unread(found)
    return 0


def _format(candidate: Candidate) -> str:
    return candidate.format.removesuffix("_file").removesuffix("_message")


def _summary(read: list[Candidate], left: list[Candidate]) -> str:
    parts = [f"{len(read)} would be read", f"{len(left)} skipped"]
    tallies = [Counter(map(_format, read)), Counter(c.reason or NOT_READ for c in left)]
    return "; ".join(part + (f" ({tally_text(t)})" if t else "") for part, t in zip(parts, tallies, strict=True)) + "."
