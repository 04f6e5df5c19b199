"""`medlint claims`: the cleared claims at hand, whether their files are sound, and adding one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medlint.cli.clicked import day, today_option
from medlint.cli.console import UsageError, cleared_claims, known_jurisdictions, settings
from medlint.clock import current_day

if TYPE_CHECKING:
    from medlint.evidence.cleared import ClearedClaim

SOON = 60
"""How many days ahead `claims check` looks for claims that expire."""

COMMON = (
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
    click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file."),
)


def _with_common(command: click.decorators.FC) -> click.decorators.FC:
    for option in reversed(COMMON):
        command = option(command)
    return command


@click.group()
def claims() -> None:
    """Work on cleared claims: the exact texts that your reviewers have approved."""


@claims.command("list")
@click.argument("files", nargs=-1, metavar="[FILE]…")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", help="How they are told.")
@today_option
@_with_common
def list_(files: tuple[str, ...], format_: str, today: date | None, isolated: bool, config: Path | None) -> int:
    """List the claims of FILE… (default: the files of the configuration) and until when they hold."""
    found = _read(files, isolated, config)
    day_ = today or current_day()
    if format_ == "json":
        click.echo(json.dumps({"claims": [_data(claim, day_) for claim in found]}, indent=2, ensure_ascii=False))
        return 0
    for claim in found:
        where = ", ".join(claim.jurisdictions)
        click.echo(f"{claim.id}  ({where})  {_state(claim, day_)}")
        click.echo(f"    {claim.text}")
        click.echo(f"    cleared by {claim.approved_by} on {claim.approved_on}")
        for label, text in (("footnote", claim.footnote), ("rests on", ", ".join(claim.references))):
            if text:
                click.echo(f"    {label}: {text}")
    click.echo(f"{len(found)} cleared claim{'s' * (len(found) != 1)}")
    return 0


@claims.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]…")
@today_option
@_with_common
def check_(files: tuple[str, ...], today: date | None, isolated: bool, config: Path | None) -> int:
    """Tell whether FILE… (default: those of the configuration) are sound, what expires soon, and what is there twice.

    Exit status: 0 nothing to tell, 1 something to look at, 2 a file that cannot be used.
    """
    found = _read(files, isolated, config)
    day_ = today or current_day()
    told = [*_expiring(found, day_), *_doubled(found)]
    for line in told:
        click.echo(line)
    click.echo(f"{len(found)} cleared claim{'s' * (len(found) != 1)}, {len(told) or 'nothing'} to look at")
    return int(bool(told))


@claims.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--id", "id_", required=True, metavar="NAME", help="What the claim is called.")
@click.option("--text", required=True, help="The exact words.")
@click.option("--approved-by", required=True, metavar="WHO", help="Who cleared it.")
@click.option("--approved-on", required=True, callback=day, metavar="DAY", help="When (year-month-day).")
@click.option("--expires", callback=day, metavar="DAY", help="The last day on which it holds.")
@click.option("--jurisdiction", "jurisdictions", multiple=True, required=True, metavar="NAME", help="Where it holds.")
@click.option("--footnote", default="", help="What must stand on every page that has the text.")
@click.option("--reference", "references", multiple=True, metavar="ID", help="What it rests on (may be repeated).")
@click.option("--note", default="", help="Anything else.")
def add(
    file: Path,
    id_: str,
    approved_on: date,
    expires: date | None,
    **values: str | tuple[str, ...],
) -> int:
    """Add a claim at the end of FILE, which is made if it is not there; nothing else in it is changed."""
    from medlint.evidence.claims_file import AddError, appended
    from medlint.evidence.cleared import ClaimsError, parse_claims
    from medlint.files import write_whole

    known = known_jurisdictions(None)
    claim = {**values, "id": id_, "approved_on": str(approved_on), "expires": str(expires or "")}
    try:
        text = file.read_bytes().decode("utf-8") if file.exists() else ""
        before = parse_claims(text, str(file), known) if text.strip() else ()
        grown = appended(text, claim, str(file))
        after = parse_claims(grown, str(file), known)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read: {error}") from None
    except AddError as error:
        raise UsageError(str(error)) from None
    except ClaimsError as error:
        raise UsageError(f"nothing was added:\n{error}") from None
    _refuse_doubled(before, after[-1])
    if len(after) != len(before) + 1:
        raise UsageError(f"{file}: the claim cannot be added without changing others; add it by hand")
    try:
        write_whole(file, grown)
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {error.strerror}") from None
    click.echo(f"added {id_} to {file} (line {after[-1].line})")
    return 0


def _read(files: tuple[str, ...], isolated: bool, config: Path | None) -> tuple[ClearedClaim, ...]:
    chosen = settings(isolated, config)
    paths = files or chosen.claims
    if not paths:
        raise UsageError("no file of cleared claims: name one, or set “claims” in the configuration")
    return cleared_claims(paths, None, chosen.jurisdiction)


def _refuse_doubled(before: tuple[ClearedClaim, ...], new: ClearedClaim) -> None:
    for other in before:
        if _same(new, other):
            raise UsageError(
                f"nothing was added: {other.id} ({other.path}:{other.line}) has the same text for the same "
                "jurisdiction; change its days there"
            )


def _state(claim: ClearedClaim, today: date) -> str:
    if lapse := claim.lapse(today):
        return lapse
    if claim.expires is None:
        return "does not expire"
    return f"holds until {claim.expires} ({_days((claim.expires - today).days)})"


def _days(n: int) -> str:
    return f"{n} day{'s' * (n != 1)} left"


def _data(claim: ClearedClaim, today: date) -> dict[str, object]:
    return {
        "id": claim.id,
        "text": claim.text,
        "approved_by": claim.approved_by,
        "approved_on": str(claim.approved_on),
        "expires": str(claim.expires) if claim.expires else None,
        "state": "lapsed" if claim.lapse(today) else "good",
        "jurisdictions": list(claim.jurisdictions),
        "footnote": claim.footnote,
        "references": list(claim.references),
        "note": claim.note,
        "path": claim.path,
        "line": claim.line,
    }


def _expiring(found: tuple[ClearedClaim, ...], today: date) -> Iterator[str]:
    for claim in found:
        where = f"{claim.path}:{claim.line}: {claim.id}"
        if lapse := claim.lapse(today):
            yield f"{where} {lapse}"
        elif claim.expires and (left := (claim.expires - today).days) <= SOON:
            yield f"{where} expires on {claim.expires} ({_days(left)})"


def _doubled(found: tuple[ClearedClaim, ...]) -> Iterator[str]:
    from medlint.evidence.verbatim import LIKE, differences, likeness, words

    for one, other in combinations(found, 2):
        first, second = words(one.text).norms, words(other.text).norms
        where = f"{other.path}:{other.line}: {other.id}"
        if _same(one, other):
            yield f"{where} has the same text as {one.id} (line {one.line}), for the same jurisdiction"
        elif likeness(first, second) >= LIKE:
            yield f"{where} is close to {one.id} (line {one.line}), differs in: {differences(first, second)}"


def _same(one: ClearedClaim, other: ClearedClaim) -> bool:
    from medlint.evidence.verbatim import words

    shared = set(one.jurisdictions) & set(other.jurisdictions)
    return bool(shared) and words(one.text).norms == words(other.text).norms
