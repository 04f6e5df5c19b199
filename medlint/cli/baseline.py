"""`medlint baseline`: let stand what is there, so that only new findings fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from medlint.baseline import Baseline, BaselineError, Entry, read_baseline
from medlint.cli.clicked import day, lint_options
from medlint.cli.console import UsageError, settings, warn
from medlint.cli.run import Run, checked
from medlint.config import BASELINE
from medlint.resolve import root_of

TOLD = 5
"""How many entries are told by name."""

_reason = click.option("--reason", default="", help="Why the new entries stand.")
_until = click.option("--until", callback=day, metavar="DAY", help="The last day on which the new entries stand.")


@click.group()
def baseline() -> None:
    """Let stand what is there now, so that only new findings fail.

    Entries are kept in a file beside the configuration (.medlint-baseline.json), to be committed with the copy.
    """


@baseline.command()
@lint_options
@_reason
@_until
def write(reason: str, until: date | None, **options: Any) -> int:
    """Write a baseline of all findings of PATH…, where there is none yet."""
    run = checked(**options, use_baseline=False)
    if run.baseline:
        raise UsageError(f"{run.baseline.path} is there already; `medlint baseline update` brings it up to date")
    found = Baseline(_path(run)).with_findings(run.results, run.variants.judged, reason, until)
    _save(found)
    click.echo(f"{found.path}: {_count(len(found.entries), 'finding')} in {_files(found.entries)} let stand.")
    return 2 if run.unreadable else 0


@baseline.command()
@lint_options
@_reason
@_until
def update(reason: str, until: date | None, **options: Any) -> int:
    """Add the new findings of PATH… to the baseline, and take out what is gone."""
    run = checked(**options, use_baseline=False)
    old = _there(run)
    before = {e.key for e in old.entries}
    if options["follow_renames"]:
        old = old.renamed(old.apply(run.results, run.variants.today, run.variants.judged, follow=True).moved)
    kept = {e.key for e in old.entries}
    found = old.with_findings(run.results, run.variants.judged, reason, until)
    _save(found)
    now = {e.key for e in found.entries}
    moved = len(before - kept)
    told = [f"{len(now - kept)} added", f"{len(kept - now)} taken out"] + ([f"{moved} moved"] if moved else [])
    click.echo(f"{found.path}: {', '.join(told)}; {_count(len(now), 'finding')} let stand.")
    return 2 if run.unreadable else 0


@baseline.command()
@lint_options
def prune(**options: Any) -> int:
    """Take out the entries of PATH… whose findings are gone; add nothing."""
    run = checked(**options)
    old = _there(run)
    assert run.applied is not None
    found = old.renamed(run.applied.moved).without(run.applied.stale)
    _save(found)
    for entry in run.applied.stale:
        click.echo(f"taken out: {told(entry)}")
    gone = len(old.entries) - len(found.entries)
    click.echo(f"{found.path}: {gone} taken out; {_count(len(found.entries), 'finding')} let stand.")
    return 2 if run.unreadable else 0


@baseline.command()
@click.option("--baseline", "path", type=click.Path(path_type=Path), help=f"This baseline (default: {BASELINE}).")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
def show(path: Path | None, config: Path | None) -> int:
    """List what the baseline lets stand, why and how long."""
    chosen = settings(False, config)
    usual = (chosen.root if chosen.origin else root_of([Path.cwd()])) / BASELINE
    found = _read(path or (Path(chosen.baseline) if chosen.baseline else usual))
    for name in sorted({e.path for e in found.entries}):
        click.echo(name)
        for entry in (e for e in found.entries if e.path == name):
            more = [entry.reason] if entry.reason else []
            more += [f"until {entry.until}"] if entry.until else []
            click.echo(f"  {entry.rule}  {_cut(entry.sentence)}" + (f"  ({'; '.join(more)})" if more else ""))
    rules = Counter(e.rule for e in found.entries).most_common(TOLD)
    most = f"; most: {', '.join(f'{rule} {n}' for rule, n in rules)}" if rules else ""
    click.echo(f"{_count(len(found.entries), 'finding')} in {_files(found.entries)} let stand{most}.")
    return 0


def tell_of(run: Run) -> None:
    """Say on standard error which entries of the baseline did nothing, and which files were followed."""
    if not run.applied or not run.baseline:
        return
    path = run.baseline.path.name
    for old, new in run.applied.moved.items():
        warn(f"{path}: {old} is now {new}; `medlint baseline update --follow-renames` writes that down")
    if stale := run.applied.stale:
        warn(f"{path}: {_entries(stale)} stale, as the findings are gone; `medlint baseline prune` takes them out")
    if expired := run.applied.expired:
        warn(f"{path}: {_entries(expired)} past the last day; mend the copy, or give another day")


def _entries(entries: Sequence[Entry]) -> str:
    """“2 entries (a.md: gold-standard “…”; b.md: …) are”"""
    first = "; ".join(map(told, entries[:TOLD])) + ("; …" if len(entries) > TOLD else "")
    return f"1 entry ({first}) is" if len(entries) == 1 else f"{len(entries)} entries ({first}) are"


def told(entry: Entry) -> str:
    """“a.md: gold-standard “It is the gold standard.””"""
    return f"{entry.path}: {entry.rule}" + (f" “{_cut(entry.sentence)}”" if entry.sentence else "")


def _cut(sentence: str, most: int = 70) -> str:
    return sentence if len(sentence) <= most else sentence[: most - 1].rstrip() + "…"


def _path(run: Run) -> Path:
    return Path(run.settings.baseline) if run.settings.baseline else run.variants.root / BASELINE


def _there(run: Run) -> Baseline:
    return run.baseline or _read(_path(run))


def _read(path: Path) -> Baseline:
    try:
        return read_baseline(path)
    except BaselineError as error:
        raise UsageError(str(error)) from None


def _save(found: Baseline) -> None:
    try:
        found.write()
    except OSError as error:
        raise UsageError(f"{found.path}: cannot be written: {error.strerror}") from None


def _files(entries: Sequence[Entry]) -> str:
    return _count(len({e.path for e in entries}), "file")


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" + ("" if n == 1 else "s")
