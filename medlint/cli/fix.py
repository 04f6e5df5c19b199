"""`medlint fix`: put rewordings into pages, one by one or all that are safe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click

from medlint.cli.clicked import options_of
from medlint.cli.console import UsageError, warn
from medlint.cli.options import DIFF, SHARED
from medlint.cli.run import STDIN, Run, checked, counts
from medlint.files import inside
from medlint.findings import Finding, Severity
from medlint.mending import Draft, Lint, mend_safely
from medlint.readers import ReadError
from medlint.reporters.text import count
from medlint.rewriting import RewriteError, TextFile, rewrite
from medlint.undo import UndoError, bring_back, last, state_folder

BACK = "medlint fix --undo"


@click.command()
@options_of([o for o in SHARED if o is not DIFF], paths=click.argument("paths", nargs=-1, metavar="[PATH]…"))
@click.option("--since", "diff", metavar="REF", help="Only findings on lines changed since this revision of git.")
@click.option("--diff", "shows", is_flag=True, help="Write nothing; print the exchanges that are safe as a patch.")
@click.option("--apply", "applies", is_flag=True, help="Make the exchanges that are safe, and ask nothing.")
@click.option("--undo", is_flag=True, help="Bring back what the last run from this folder wrote over.")
def fix(*, shows: bool, applies: bool, undo: bool, **options: Any) -> int:
    """Put rewordings into pages: finding by finding, with a choice for each, or with --apply all that are safe.

    Exit status: 0; 1 if --diff has anything to show; 2 something could not be read, used or written.
    """
    if sum((shows, applies, undo)) > 1:
        raise UsageError("--diff, --apply and --undo are three ways; choose one")
    if undo:
        if options["paths"]:
            raise UsageError("--undo takes no paths: it brings back all that the last run wrote over")
        return _undone()
    if not options["paths"]:
        raise UsageError("name the pages or folders to mend")
    if STDIN in options["paths"]:
        raise UsageError("standard input cannot be mended; name files")
    asks = not shows and not applies
    if asks and not is_terminal():
        raise UsageError("nobody can be asked without a terminal; --diff shows what is safe, and --apply makes it")
    run = checked(**options, quiet=asks)
    drafts = list(_drafts(run))
    if asks:
        from medlint.cli.fixing import Session

        changed = Session(drafts, partial(_is_locked, run)).run()
        return max(_written(changed), _failed(run))
    made = {id(draft): mend_safely(draft) for draft in drafts}
    changed = [draft for draft in drafts if draft.is_changed]
    if shows:
        from medlint.diffs import unified

        for draft in changed:
            path = inside(Path.cwd(), draft.file.path) or draft.file.path.replace("\\", "/").lstrip("/")
            click.echo(unified(path, draft.file.source, draft.source), nl=False)
        return 2 if _failed(run) else int(bool(changed))
    for draft in changed:
        click.echo(f"{draft.file.path}: {count(made[id(draft)], 'change')}")
    if not changed:
        click.echo("Nothing to change: no finding has a rewording that is safe without a reader's eye.")
    left = sum(len(draft.findings) for draft in drafts)
    status = max(_written(changed), _failed(run))
    if left:
        click.echo(f"{count(left, 'finding')} left; go through them with: medlint fix {' '.join(options['paths'])}")
    return status


def is_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _drafts(run: Run) -> Iterator[Draft]:
    """The files with findings, each as it is now; what cannot be mended is told."""
    lint = _linter(run)
    for result in run.report().results:
        if not result.findings:
            continue
        try:
            draft = Draft(TextFile.read(result.path), lint)
            draft.only(result.findings)
        except ReadError:
            warn(f"{result.path}: files of this format cannot be mended here")
        except OSError as error:
            warn(f"{result.path}: {error.strerror}")
        else:
            yield draft


def _linter(run: Run) -> Lint:
    """Checks a page again, as it was checked in the run."""
    least = Severity.named(run.settings.min_severity)

    def lint(path: str, data: bytes) -> list[Finding]:
        result = run.checker.check([(path, data)])[0].outcome.result
        return [f for f in result.findings if f.severity >= least and counts(f, run.settings)] if result else []

    return lint


def _is_locked(run: Run, path: str, finding: Finding) -> bool:
    """Whether no directive lets a finding stand."""
    rule = run.variants.linter(path).library.outlines.get(finding.rule)
    if rule is None:
        return True
    head = rule.header
    return head.locked or head.kind == "directive" or not set(run.settings.locked).isdisjoint(head.names)


def _failed(run: Run) -> int:
    return 2 if run.unreadable or any(r.faults for r in run.results) else 0


def _written(changed: list[Draft]) -> int:
    """Write what has changed, and say how to undo it; the exit status."""
    if not changed:
        return 0
    try:
        rewrite([(draft.file, draft.source) for draft in changed], Path.cwd(), state_folder())
    except RewriteError as error:
        raise UsageError(str(error)) from None
    click.echo(f"{count(len(changed), 'file')} written. To undo that: {BACK}")
    return 0


def _undone() -> int:
    kept = last(Path.cwd(), state_folder())
    if kept is None:
        raise UsageError("there is nothing to undo: no run from this folder has written anything, or it is undone")
    try:
        paths = bring_back(kept)
    except (UndoError, OSError) as error:
        raise UsageError(str(error)) from None
    for path in paths:
        click.echo(f"{inside(Path.cwd(), path) or path}: as before")
    return 0
