"""`medlint verify-record`: whether the files, the packs and the settings are still those of a record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from medlint.cli.console import UsageError, warn

if TYPE_CHECKING:
    from medlint.record_verify import Difference


@click.command("verify-record")
@click.argument("file", metavar="RECORD.json", type=click.Path(path_type=Path))
@click.option("--root", type=click.Path(path_type=Path), metavar="DIR", help="From where the record tells its paths.")
@click.option("--recheck", is_flag=True, help="Check the files again as then, and compare the findings.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def verify_record(file: Path, root: Path | None, recheck: bool, as_json: bool) -> int:
    """Tell whether all is still as RECORD.json says: the record itself, the files, the packs, the settings.

    Without --root the folder is looked for at and above the record, then at and above the current folder. Exit
    status: 0 all the same, 1 something differs, 2 no record that can be read.
    """
    # What it takes is loaded only here: most runs verify nothing.
    from medlint.record_file import RecordError, read_record
    from medlint.record_verify import find_root, verify

    try:
        record = read_record(file)
    except RecordError as error:
        raise UsageError(str(error)) from None
    if root and not root.is_dir():
        raise UsageError(f"{root}: is no folder")
    known = root or find_root(record, (file.parent, Path.cwd()))
    if known is None:
        warn("none of the recorded files is here; say with --root where they are")
    top = (known or Path.cwd()).resolve()
    found = verify(record, top, (file, file.with_suffix(".html")), walk=known is not None)
    if recheck and known:
        found += _rechecked(record, top)
    checked = len(record["files"]["checked"])
    if as_json:
        data = {
            "record": str(file),
            "sha256": record["sha256"],
            "root": str(top),
            "same": not found,
            "checked": checked,
            "differences": [{"kind": d.kind, "name": d.name, "message": d.message} for d in found],
        }
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        return int(bool(found))
    for one in found:
        click.echo(f"{one.name} {one.message}")
    files = f"{checked} file{'s' * (checked != 1)} recorded on {record['made']['at'][:10]} by {record['by']['name']}"
    told = f"{len(found)} difference{'s' * (len(found) != 1)}" if found else "all the same"
    click.echo(f"{files}, looked for in {top}: {told}.")
    return int(bool(found))


def _rechecked(record: dict[str, Any], root: Path) -> Iterator[Difference]:
    """Findings that are new or gone when the files are checked again, with the options and as of the day then."""
    from medlint.cli.report import report
    from medlint.cli.run import checked
    from medlint.record import Teller, seal
    from medlint.record_verify import Difference, at_work

    if seal(record) != record["sha256"]:
        yield Difference("finding", "the findings", "were not looked for again, as the record was changed")
        return
    with at_work(record, root) as paths:
        defaults = report.make_context("report", ["--", *map(str, paths)]).params
        for name in ("sign_off", "by", "role", "note", "output"):
            del defaults[name]
        run = checked(**defaults | _options(record, root) | {"no_cache": True})
        told = Teller(root)
        every = [f for result in run.results for f in result.findings]
        every += [let.finding for result in run.results for let in result.suppressed]
        now = {f.fingerprint: (told.path(f.path), f.line, f.rule, f.quote) for f in every}
    if run.variants.root.resolve() != root:
        raise UsageError(f"{run.variants.root}: is the project now, not {root}; leave out --recheck, or name --root")
    recorded = [*record["findings"], *record["suppressed"]]
    then = {one["fingerprint"]: (one["path"], one["line"], one["rule"], one["quote"]) for one in recorded}
    for known, others, said in (
        (now, then, "is found now and was not then"),
        (then, now, "was found then and is found no more"),
    ):
        for path, line, rule, quote in (place for fingerprint, place in known.items() if fingerprint not in others):
            yield Difference("finding", f"{path}:{line}", f"{rule} “{quote}” {said}; record anew")


def _options(record: dict[str, Any], root: Path) -> dict[str, Any]:
    """The options of the command line as `checked` takes them, judged as of the day of the record."""
    from medlint.record import PATHS

    try:
        out: dict[str, Any] = {"today": date.fromisoformat(record["judged_as_of"])}
    except ValueError:
        raise UsageError(f"“{record['judged_as_of']}” is no day, so nothing can be judged as of it") from None
    for name, value in record["command"]["options"].items():
        if name == "config":
            out[name] = root / value
        elif name in PATHS:
            out[name] = tuple(str(root / one) for one in value) if isinstance(value, list) else str(root / value)
        elif name != "today":
            out[name] = tuple(value) if isinstance(value, list) else value
    return out
