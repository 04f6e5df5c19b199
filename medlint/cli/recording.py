"""Recording a run: who signs, the record and its page on disk, and what is said of it."""

from __future__ import annotations

import getpass
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from medlint.cli.console import UsageError, warn
from medlint.cli.run import Run
from medlint.clock import current_time
from medlint.files import write_whole
from medlint.record import NAME, Command, Seen, Signed, build, text
from medlint.record_page import page
from medlint.revision import RevisionError, revision, user

_BY = re.compile(r"\s*([^<>]*[^<>\s])\s*(?:<\s*([^<>\s]+)\s*>)?\s*")
_SOURCES = {"option": "as given", "git": "from git", "account": "the name of the account"}
NOT_RECORDED = ("paths", "stdin_filename", "jobs", "no_cache")
"""Options that change nothing of what is found, or are told elsewhere."""

_PARTS = ("checked", "taken_in", "skipped", "unreadable")


def recorded(run: Run, options: dict[str, Any], seen: Seen, signed: Signed) -> dict[str, Any]:
    """The record of a run that was made with some options of the command line. Raises UsageError."""
    root = run.variants.root
    try:
        state = revision(root)
    except RevisionError as error:
        warn(f"{error}; the record says nothing of a commit")
        state = None
    # What the settings hide from a reader is recorded all the same.
    whole = run.report()._replace(results=tuple(run.results), hidden=run.hidden)
    given = {name: value for name, value in options.items() if name not in NOT_RECORDED}
    command = Command(options["paths"], given, Path.cwd())
    try:
        return build(
            whole, run.settings, command, seen, signed, today=run.variants.today, status=run.status,
            baseline=run.baseline.path if run.baseline else None, revision=state, at=current_time(),
        )  # fmt: skip
    except OSError as error:
        raise UsageError(f"{error.filename}: went away while it was being recorded: {error.strerror}") from None


def signed_by(by: str | None, role: str | None, note: str | None) -> Signed:
    """Who signs off: as given (“Name <mail>”), else as git knows them, else the account. Raises UsageError."""
    if by is not None:
        found = _BY.fullmatch(by)
        if not found:
            raise UsageError(f"--by “{by}”: write a name, and an address in angle brackets: “Dana Reyes <dana@…>”")
        return Signed(found[1], found[2], "option", role, note)
    name, mail = user(Path.cwd())
    if name:
        return Signed(name, mail or None, "git", role, note)
    try:
        return Signed(getpass.getuser(), None, "account", role, note)
    except (OSError, KeyError, ImportError):
        raise UsageError("nobody is known here by name; say who signs off with --by “NAME <MAIL>”") from None


def written(record: dict[str, Any], output: Path | None) -> tuple[Path, Path]:
    """Where the record and its page were written. Neither is ever written over another file. Raises UsageError."""
    one_file = output is not None and output.suffix == ".json"
    folder = output.parent if output and one_file else output or Path()
    made: list[Path] = []
    try:
        if not one_file:
            folder.mkdir(parents=True, exist_ok=True)
        for stem in [output.stem] if output and one_file else _stems(record["made"]["at"][:10]):
            both = folder / f"{stem}.json", folder / f"{stem}.html"
            try:
                for path in both:
                    path.open("x").close()
                    made.append(path)
            except FileExistsError as error:
                _remove(made)
                if one_file:
                    raise UsageError(f"{error.filename}: is there already; name another file") from None
                continue
            break
        write_whole(both[1], page(record, both[0].name))
        write_whole(both[0], text(record))
    except OSError as error:
        _remove(made)
        raise UsageError(f"{error.filename or folder}: cannot be written: {error.strerror}") from None
    return both


def _stems(day: str) -> Iterator[str]:
    """What the record of a day may be called: the second one has a -2."""
    name = NAME.format(day=day)
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _remove(made: list[Path]) -> None:
    while made:
        with suppress(OSError):
            made.pop().unlink()


def summary(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a record holds, in a few lines, each with its name."""
    by, git, files, counts = record["by"], record["git"], record["files"], record["summary"]
    yield "by", f"{by['name']}{' <' + by['mail'] + '>' if by['mail'] else ''} ({_SOURCES[by['from']]})"
    yield from ((name, " ".join(record[name].split())) for name in ("role", "note") if record[name])
    made = record["made"]
    yield "made", f"{made['at']}, judged as of {record['judged_as_of']}"
    yield "with", f"medlint {made['medlint']}, Python {made['python']}, {len(record['packs'])} packs"
    if git:
        where = f"{git['commit'] or 'before the first commit'}{' on ' + git['branch'] if git['branch'] else ''}"
        yield "git", where + (", with changes that are not committed" if git["dirty"] else "")
    else:
        yield "git", "not in a repository"
    yield "settings", ", ".join(one["path"] for one in record["settings"]["files"]) or "the defaults"
    parts = [f"{len(files[part])} {part.replace('_', ' ')}" for part in _PARTS]
    yield "files", ", ".join(part for part in parts if not part.startswith("0 "))
    found = [f"{n} {level}{'s' * (n != 1)}" for level in ("error", "warning", "suggestion") if (n := counts[level])]
    let = [("let stand", len(record["suppressed"])), ("cleared", counts["cleared"]), ("set aside", counts["set_aside"])]
    let += [("on unchanged lines", counts["unchanged"]), ("not shown", record["not_shown"])]
    yield "findings", "; ".join([", ".join(found) or "none", *(f"{n} {word}" for word, n in let if n)])
    yield "status", str(record["status"])
