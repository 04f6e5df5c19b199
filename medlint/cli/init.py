"""`medlint init`: take up medlint in a project: configuration, commit hook, CI, baseline."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from medlint.cli.console import UsageError, settings

if TYPE_CHECKING:
    from medlint.adopt import Answers, File, Lacks, Plan
    from medlint.baseline import Baseline
    from medlint.config import Settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says; None and empty mean: not said. `asks` is whether the rest can be asked."""

    paths: tuple[str, ...]
    jurisdiction: tuple[str, ...]
    baseline: bool | None
    asks: bool


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--jurisdiction", multiple=True, metavar="NAME", help="Whose rules apply (may be repeated).")
@click.option("--baseline/--no-baseline", default=None, help="Let stand what is there now, so that only new fails.")
@click.option("--hook/--no-hook", default=True, help="Whether pre-commit gets a hook, in a repository of git.")
@click.option("--ci", type=click.Choice(("github", "gitlab", "none")), help="Which CI (default: the one it finds).")
@click.option("--yes", is_flag=True, help="Take what is guessed for all that is not said.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def init(
    paths: tuple[str, ...], jurisdiction: tuple[str, ...], baseline: bool | None, hook: bool, ci: str | None, yes: bool,
    dry_run: bool,
) -> int:  # fmt: skip
    """Take up medlint in the project in the current folder; PATH… is where its copy is.

    Writes what is missing of a configuration, a hook of pre-commit, a file for CI and a baseline. What is there stays
    as it is.
    """
    from medlint.adopt import plan
    from medlint.config import BASELINE
    from medlint.files import below

    root = Path.cwd()
    chosen = settings(False, None)
    lacks = _lacks(root, chosen, hook, ci)
    kept = Path(chosen.baseline) if chosen.baseline else chosen.root / BASELINE
    for name in (*lacks.there, *([below(root, kept)] if kept.exists() else [])):
        click.echo(f"{name}: is there already, and stays as it is.")
    if not (lacks.config or lacks.hook or lacks.services or (baseline and not kept.exists())):
        click.echo("Nothing is missing.")
        return 0
    asks = not yes and sys.stdin.isatty()
    given = Given(paths, jurisdiction, baseline, asks)
    if not asks and not yes:
        _all_said(given, lacks)
    answers = _answers(root, given, lacks, chosen)
    found = None if kept.exists() else _baseline(kept, given, lacks, answers)
    todo = plan(root, lacks, answers)
    _list(root, todo, found)
    if dry_run:
        _show(root, todo)
        click.echo("Nothing has been written.")
        return 0
    if asks and (todo.files or found) and not click.confirm("Write them?", default=True):
        click.echo("Nothing has been written.")
        return 0
    _write(todo.files, found)
    _next(todo, found, answers, lacks)
    return 0


def _lacks(root: Path, chosen: Settings, hook: bool, ci: str | None) -> Lacks:
    """What is missing; hook and CI belong to the top folder of a repository."""
    from medlint.adopt import HOOKS, lacking, services_of

    inner = not (root / ".git").exists() and any((folder / ".git").exists() for folder in root.parents)
    if inner and ci not in (None, "none"):
        raise UsageError(f"{root} is not the top folder of its repository: CI is set up there")
    services = services_of(root) if ci is None else () if ci == "none" else (ci,)
    has_git = (root / ".git").exists() or (root / HOOKS).exists()
    return lacking(root, chosen.origin, hook=hook and has_git, services=services)


def _all_said(given: Given, lacks: Lacks) -> None:
    """Raise UsageError unless nothing is left to ask."""
    missing = [] if given.paths else ["PATH… (where the copy is)"]
    if lacks.config:
        missing += [] if given.jurisdiction else ["--jurisdiction NAME"]
        missing += [] if given.baseline is not None else ["--baseline or --no-baseline"]
    if missing:
        raise UsageError(
            f"nothing can be asked here (no terminal): give {', '.join(missing)}, or --yes to take what is guessed"
        )


def _answers(root: Path, given: Given, lacks: Lacks, chosen: Settings) -> Answers:
    """Where the copy is and whose rules apply: said, asked or guessed. Raises UsageError."""
    from medlint.adopt import Answers, copy_paths, guessed_copy
    from medlint.packs.loader import shipped_jurisdictions

    known = shipped_jurisdictions()

    def where(said: Sequence[str]) -> tuple[str, ...]:
        return copy_paths(root, said)

    def whose(said: Sequence[str]) -> tuple[str, ...]:
        if wrong := [name for name in said if name not in known]:
            raise ValueError(f"there are no rules for “{wrong[0]}”; there are for {', '.join(sorted(known))}")
        return tuple(said)

    try:
        paths = where(given.paths) if given.paths else ()
        rules = whose(given.jurisdiction) if lacks.config else chosen.jurisdiction
    except ValueError as error:
        raise UsageError(str(error)) from None
    paths = paths or _asked("Where is the copy? Files and folders", guessed_copy(root), where, given.asks)
    rules = rules or _asked(f"Whose rules apply? {', '.join(sorted(known))}", chosen.jurisdiction, whose, given.asks)
    return Answers(paths, rules)


def _asked(question: str, guess: tuple[str, ...], use: Callable[[Sequence[str]], T], asks: bool) -> T | tuple[str, ...]:
    """The answer to a question, asked again until it can be used; or the guess."""
    if not asks:
        return guess

    def parse(line: str) -> T:
        try:
            return use([part.strip() for part in line.split(",") if part.strip()])
        except ValueError as error:
            raise click.UsageError(str(error)) from None

    return click.prompt(question, default=", ".join(guess), value_proc=parse)


def _baseline(path: Path, given: Given, lacks: Lacks, answers: Answers) -> Baseline | None:
    """The baseline to be written there, if any. It is offered where medlint is new and there are findings."""
    from medlint.baseline import Baseline
    from medlint.cli.clicked import lint_options
    from medlint.cli.run import Run, checked
    from medlint.discover import discover

    wanted = given.baseline if given.baseline is not None else lacks.config
    if not wanted or not any(c.format and not c.reason for c in discover(map(Path, answers.paths))):
        return None

    @click.command()
    @lint_options
    def look(**options: Any) -> Run:
        return checked(**options, use_baseline=False)

    own = [f"--jurisdiction={name}" for name in answers.jurisdiction] + ["--isolated"] if lacks.config else []
    click.echo(f"Checking {' '.join(answers.paths)} …")
    run: Run = look.main([*own, "--", *answers.paths], standalone_mode=False)
    found = Baseline(path).with_findings(run.results, run.variants.judged)
    if not found.entries:
        click.echo("Nothing risky found, so no baseline is needed.")
        return None
    if given.asks and given.baseline is None:
        told = f"{_count(len(found.entries), 'finding')} in {_count(len({e.path for e in found.entries}), 'file')}."
        if not click.confirm(f"{told} Let them stand in a baseline, so that only new ones fail?", default=True):
            return None
    return found


def _list(root: Path, todo: Plan, found: Baseline | None) -> None:
    from medlint.files import below

    rows = [(below(root, file.path), "new" if file.added is None else "is added to") for file in todo.files]
    if found:
        rows.append((below(root, found.path), f"new, {_count(len(found.entries), 'finding')}"))
    if rows:
        click.echo("To be written:")
    width = max((len(name) for name, _ in rows), default=0)
    for name, what in rows:
        click.echo(f"  {name:<{width}}  {what}")


def _show(root: Path, todo: Plan) -> None:
    from medlint.files import below

    for file in todo.files:
        click.echo(f"\n{below(root, file.path)}{'' if file.added is None else ', added'}:\n")
        click.echo(_indented(file.text if file.added is None else file.added))
    _by_hand(todo)


def _by_hand(todo: Plan) -> None:
    for what, text in todo.by_hand:
        click.echo(f"{what}\n\n{_indented(text)}")


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in text.strip().splitlines())


def _write(files: Sequence[File], found: Baseline | None) -> None:
    """Write everything, the configuration first. Raises UsageError where a file cannot be written."""
    from medlint.files import write_whole

    for path, text, added in files:
        if added is None and path.exists():
            raise UsageError(f"{path}: has come to be meanwhile; nothing is overwritten")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text)
        except OSError as error:
            raise UsageError(f"{path}: cannot be written: {error.strerror}") from None
    if found:
        try:
            found.write()
        except OSError as error:
            raise UsageError(f"{found.path}: cannot be written: {error.strerror}") from None


def _next(todo: Plan, found: Baseline | None, answers: Answers, lacks: Lacks) -> None:
    """What has been done and what is to be done."""
    if todo.files or found:
        click.echo("Written.")
    _by_hand(todo)
    click.echo("Next: commit these files. To check the copy:" if todo.files or found else "To check the copy:")
    click.echo(f"  medlint {shlex.join(answers.paths)}")
    if lacks.hook:
        click.echo("To have each commit checked, once in every clone:\n  pre-commit install")


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" + ("" if n == 1 else "s")
