"""`medlint cite add` and `medlint cite verify`: the commands that ask services, and only with --online."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medlint.cli.console import UsageError, lock_path, settings, warn
from medlint.clock import current_day
from medlint.config import Settings
from medlint.evidence.references import IDENTIFIERS, Reference, ReferenceError_, References, read_references
from medlint.evidence.references import shipped_references as shipped

if TYPE_CHECKING:  # loaded by the commands themselves: a run that only lints does without them
    from medlint.evidence.client import Client
    from medlint.evidence.lock import Lock
    from medlint.evidence.verify import Verdicts


def _common(command: click.decorators.FC) -> click.decorators.FC:
    for option in (
        click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file."),
        click.option("--isolated", is_flag=True, help="Read no configuration file."),
        click.option("--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, help="Seconds."),
        click.option("--mailto", metavar="ADDRESS", help="Your e-mail address (default: `contact` of the config)."),
        click.option("--online", is_flag=True, help="Ask Crossref, PubMed, PMC and ClinicalTrials.gov."),
    ):
        command = option(command)
    return command


def _client(chosen: Settings, mailto: str | None, timeout: float) -> Client:
    from medlint.evidence.client import Client, ServiceError

    contact = mailto or chosen.contact or ""
    if contact and not re.fullmatch(r"[^\s@<>;,]+@[^\s@<>;,]+\.[^\s@<>;,]+", contact):
        raise UsageError(f"“{contact}” is no e-mail address; the services want one that reaches you")
    if not contact:
        warn("the services ask for an e-mail address: give --mailto, or “contact” in the configuration")
    try:
        return Client(contact, timeout)
    except ServiceError as error:
        raise UsageError(str(error)) from None


@click.command()
@click.argument("identifiers", nargs=-1, required=True, metavar="DOI|PMID|PMCID|NCT…")
@click.option("--file", "file", type=click.Path(path_type=Path), help="Your CSL-JSON file.")
@_common
def add(
    identifiers: tuple[str, ...],
    file: Path | None,
    online: bool,
    mailto: str | None,
    timeout: float,
    isolated: bool,
    config: Path | None,
) -> int:
    """Add papers and trials to your own reference file.

    Without --online only the identifier is kept; with it the rest is filled in and the lock is brought up to date.
    """
    from medlint.evidence import store
    from medlint.evidence.lock import read_lock

    chosen = settings(isolated, config)
    path = file or _own_file(chosen)
    try:
        before = store.held(path)
        new = _new(identifiers, before, path)
        failures: dict[str, str] = {}
        if online:
            place = lock_path(chosen)
            lock = read_lock(place)
            failures = _ask(References(tuple(new)), lock, place, _client(chosen, mailto, timeout), refresh=False)
            new = _filled(new, lock, [ref.id for ref in before])
        if new:
            store.append(path, new)
    except ReferenceError_ as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from None
    for ref in new:
        click.echo(f"added {ref.id} to {path}" + (f": {ref.label}" if ref.title else ""))
    for key, why in failures.items():
        warn(f"{key}: could not be asked: {why}; the bare identifier was added")
    return 2 if failures else 0


def _own_file(chosen: Settings) -> Path:
    own = [Path(path) for path in chosen.references if path.endswith(".json")]
    if len(own) != 1:
        raise UsageError("say which file to add to: --file refs.json")
    return own[0]


def _new(identifiers: tuple[str, ...], before: list[Reference], path: Path) -> list[Reference]:
    """Bare references of what the file does not hold yet. Raises ReferenceError_."""
    from medlint.evidence import store

    known = {(kind, ref.identifier(kind)): ref.id for ref in before for kind in IDENTIFIERS}
    new: list[Reference] = []
    for text in identifiers:
        one = store.identified(text)
        if (one.kind, one.value) in known:
            warn(f"{path}: holds {one.value} already, as “{known[one.kind, one.value]}”")
            continue
        new.append(store.bare(one, path))
        known[one.kind, one.value] = new[-1].id
    return new


def _filled(new: list[Reference], lock: Lock, taken: list[str]) -> list[Reference]:
    """The new references with what the lock knows; one that no service has is told and left out."""
    from medlint.evidence import store
    from medlint.evidence.lock import FOUND, overlay

    out: list[Reference] = []
    for ref in overlay(References(tuple(new)), lock):
        records = [lock.of(kind, ref.identifier(kind)) for kind in ref.unverified]
        if any(record is not None and record.status != FOUND for record in records):
            warn(f"{ref.id}: no service has such a record; look for a slip in it (it was not added)")
            continue
        out.append(store.named(ref, [*taken, *(other.id for other in out)]))
    return out


@click.command()
@click.option("--file", "files", multiple=True, type=click.Path(path_type=Path), help="Only what is in this file.")
@click.option("--refresh", is_flag=True, help="Ask again about what is in the lock.")
@click.option("--lock", type=click.Path(path_type=Path, dir_okay=False), help="The lock file.")
@_common
def verify(
    files: tuple[Path, ...],
    refresh: bool,
    lock: Path | None,
    online: bool,
    mailto: str | None,
    timeout: float,
    isolated: bool,
    config: Path | None,
) -> int:
    """Hold the references against Crossref, PubMed, PMC and ClinicalTrials.gov.

    What they say goes into references.lock.json, which you commit. Without --online only the lock is read.
    Exit status: 0 all is well, 1 something was not found, leads elsewhere or was retracted, 2 something failed.
    """
    from medlint.evidence.lock import read_lock
    from medlint.evidence.verify import judge

    chosen = settings(isolated, config)
    if refresh and not online:
        raise UsageError("--refresh asks the services again, which needs --online")
    place = lock or lock_path(chosen)
    try:
        own = [ref for path in files or map(Path, chosen.references) for ref in read_references(path)]
        found = References(tuple(own)) if files else shipped() + own
        known = read_lock(place)
        failures = {}
        if online:
            failures = _ask(found, known, place, _client(chosen, mailto, timeout), refresh=refresh)
    except ReferenceError_ as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(f"{place}: cannot be written: {error.strerror or error}") from None
    verdicts = judge(found, known, failures)
    for line in verdicts.lines:
        click.echo(line)
    click.echo(_summary(verdicts, len(found)))
    return verdicts.status


def _ask(found: References, lock: Lock, place: Path, client: Client, *, refresh: bool) -> dict[str, str]:
    """Ask, and keep what was answered even when the asking is broken off. Raises OSError."""
    from medlint.evidence.lock import write_lock
    from medlint.evidence.verify import ask_services

    before = dict(lock.records)
    try:
        return ask_services(found, lock, client, current_day(), refresh=refresh)
    finally:
        if lock.records != before:
            write_lock(place, lock)


def _summary(verdicts: Verdicts, references: int) -> str:
    counts = verdicts.counts
    order = (
        "found", "corrected", "of concern", "retracted", "misfitting", "not found", "failed", "never checked",
    )  # fmt: skip
    parts = [f"{counts[what]} {what}" for what in order if counts[what]]
    none = counts["without identifier"]
    return (
        f"{counts['identifiers']} identifiers of {references} references"
        + (f": {', '.join(parts)}" if parts else "")
        + (f"; {none} without any identifier" if none else "")
    )
