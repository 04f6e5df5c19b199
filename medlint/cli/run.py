"""What every command that checks pages shares: its options, reading the pages, and what was found on them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from medlint import __version__
from medlint.cli.console import (
    UsageError,
    chooser,
    cleared_claims,
    library,
    references,
    settings,
    today_option,
    warn,
)  # fmt: skip
from medlint.cli.files import warn_of_unread
from medlint.config import ConfigError, Settings
from medlint.discover import Candidate, Filters, discover
from medlint.document import Document
from medlint.findings import Finding, Severity
from medlint.lint import Linter, Result
from medlint.opinion.second import Model
from medlint.packs.compiled import cache_folder
from medlint.packs.errors import did_you_mean
from medlint.packs.model import Library, Rule
from medlint.readers import ReadError, read
from medlint.reporters import Report, Unread, count_by_reason
from medlint.resolve import project_of, root_of
from medlint.site import Composition

STDIN = "-"
SECOND_OPINION = "second-opinion"
"""The pack of learned rules. To ignore it is to go by the patterns alone."""

_OPTIONS = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH…"),
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
    click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file."),
    click.option("--pack", "packs", multiple=True, metavar="PATH", help="Use this rule pack too (may be repeated)."),
    click.option("--claims", multiple=True, metavar="PATH", help="Cleared claims are in this file (may be repeated)."),
    click.option("--jurisdiction", multiple=True, metavar="NAME", help="Whose rules apply (default: us)."),
    click.option("--select", multiple=True, metavar="NAME", help="Only this rule, family or pack (may be repeated)."),
    click.option("--ignore", multiple=True, metavar="NAME", help="Not this rule, family or pack (may be repeated)."),
    click.option("--treatment", metavar="ID", help="What the pages are about, where their words do not tell."),
    click.option("--follow", type=click.IntRange(min=0), metavar="N", help="Imports deep (default: 1, 0: none)."),
    click.option("--semantic", is_flag=True, help="Ask the larger model for the second opinion (medlint[semantic])."),
    today_option,
    click.option("--no-drafts", is_flag=True, help="Leave out findings in drafts."),
    click.option("--no-testimonials", is_flag=True, help="Leave out findings in the words of patients and reviewers."),
    click.option("--stdin-filename", default="stdin.md", show_default=True, help="What standard input (-) is read as."),
)


def lint_options(command: click.decorators.FC) -> click.decorators.FC:
    """The argument and the options of a command that checks pages; it takes them as `**options` for `checked`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(slots=True)
class Run:
    """What was read and what was found; `hidden` is how many findings were left out by whose words they are in."""

    settings: Settings
    library: Library
    rules: list[Rule]
    root: Path
    today: date
    results: list[Result]
    skipped: list[Unread]
    unreadable: list[Unread]
    hidden: int = 0

    def keep(self, wanted: Callable[[Finding], bool]) -> int:
        """Leave out findings; returns how many."""
        before = sum(len(r.findings) for r in self.results)
        self.results = [replace(r, findings=[f for f in r.findings if wanted(f)]) for r in self.results]
        return before - sum(len(r.findings) for r in self.results)

    def report(self) -> Report:
        """What reporters tell: the findings of the least severity that is shown, or above it."""
        least = Severity.named(self.settings.min_severity)
        shown = [replace(r, findings=[f for f in r.findings if f.severity >= least]) for r in self.results]
        hidden = self.hidden + sum(len(r.findings) for r in self.results) - sum(len(r.findings) for r in shown)
        return Report(
            __version__, tuple(self.library.packs), tuple(shown), tuple(self.skipped), tuple(self.unreadable), hidden,
            tuple(self.rules), self.library.facts, self.root,
        )  # fmt: skip

    @property
    def status(self) -> int:
        """The exit status: 2 when anything could not be read or judged, 1 when findings are at or above the level."""
        if self.unreadable or any(r.faults for r in self.results):
            return 2
        if self.settings.fail_on == "never":
            return 0
        least = Severity.named(self.settings.fail_on)
        return int(any(f.severity >= least for r in self.results for f in r.findings))


def checked(
    *, paths: tuple[str, ...], isolated: bool, config: Path | None, no_drafts: bool, no_testimonials: bool,
    semantic: bool, today: date | None, stdin_filename: str, **options: Any,
) -> Run:  # fmt: skip
    """Check what `lint_options` ask for; what is wrong with pages and rules goes to standard error.

    Raises UsageError when nothing could be checked.
    """
    chosen = settings(isolated, config).with_options(
        drafts=False if no_drafts else None,
        testimonials=False if no_testimonials else None,
        semantic=True if semantic else None,
        **options,
    )
    packs = library(chosen.packs, chosen.jurisdiction)
    packs.facts.references = references(chosen, packs.facts.references, isolated=isolated)
    if chosen.treatment and chosen.treatment not in packs.facts.treatments:
        raise UsageError(f"there is no treatment “{chosen.treatment}” among the facts")
    model = _semantic() if chosen.semantic else None
    wanted = chooser(packs, chosen.select, chosen.ignore)
    names = {name for rule in packs.rules.values() for name in (rule.header.id, rule.header.family)}
    for name in chosen.locked:
        if name not in names:
            raise UsageError(f"locked: there is no rule or family “{name}”{did_you_mean(name, names)}")
    if SECOND_OPINION in chosen.ignore:
        packs.rules = {id_: rule for id_, rule in packs.rules.items() if rule.header.pack != SECOND_OPINION}
    claims = cleared_claims(chosen.claims, packs, chosen.jurisdiction)
    root = chosen.root if chosen.origin else root_of(_files(paths))
    linter = Linter(
        packs, wanted, chosen.treatment, model, claims, chosen.jurisdiction, today, root,
        require_reasons=chosen.require_reasons, locked=chosen.locked, known=names,
    )  # fmt: skip
    results, skipped, unreadable = _read_all(paths, chosen, stdin_filename, linter)
    for result in results:
        result.suppressed = [s for s in result.suppressed if _counts(s.finding, chosen)]
    _warn(results, unreadable)
    if not results:
        raise UsageError(_nothing(skipped, unreadable))
    rules = [rule for rule in packs.rules.values() if wanted(rule)]
    run = Run(chosen, packs, rules, root, linter.today, results, skipped, unreadable)
    run.hidden = run.keep(lambda f: _counts(f, chosen))
    return run


def _warn(results: Iterable[Result], unreadable: Iterable[Unread]) -> None:
    for result in results:
        for problem in result.problems:
            warn(f"{result.path}:{problem.line}: {problem.message}")
        for rule, why in result.faults:
            warn(f"{result.path}: rule {rule}: {why}; the other rules went on")
    for unread in unreadable:
        warn(f"{unread.path}: {unread.reason}")


def _semantic() -> Model:
    """The larger model. It is loaded only here, as what it needs is large too."""
    from medlint.opinion.semantic import SemanticError, SemanticModel

    try:
        return SemanticModel(cache_folder())
    except SemanticError as error:
        raise UsageError(str(error)) from None


def _read_all(
    paths: tuple[str, ...], chosen: Settings, stdin_filename: str, linter: Linter
) -> tuple[list[Result], list[Unread], list[Unread]]:
    """Check everything that can be read; the rest is told by name."""
    skipped: list[Unread] = []
    unreadable: list[Unread] = []

    def documents() -> Iterator[Document]:
        for shown, load in _sources(paths, chosen, stdin_filename, skipped):
            try:
                yield read(shown, load())
            except ReadError as error:
                unreadable.append(Unread(shown, str(error)))
            except OSError as error:
                unreadable.append(Unread(shown, f"cannot be read: {error.strerror or error}"))

    composition = _composition(paths, chosen)
    results = linter.check_all(documents(), lambda document: composition.shared(document, Path(document.path)))
    return list(results), skipped, unreadable


def _files(paths: Iterable[str]) -> list[Path]:
    return [Path(p) for p in paths if p != STDIN]


def _composition(paths: tuple[str, ...], chosen: Settings) -> Composition:
    """What pages take in from elsewhere, in the project that the configuration or the paths tell."""
    try:
        return Composition(chosen.root if chosen.origin else project_of(_files(paths)), chosen.site, chosen.follow)
    except ConfigError as error:
        raise UsageError(str(error)) from None


def _sources(
    paths: tuple[str, ...], chosen: Settings, stdin_filename: str, skipped: list[Unread]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What is to be read: how it is called and how to get its bytes."""
    if STDIN in paths:
        yield stdin_filename, sys.stdin.buffer.read
    found: list[Candidate] = []
    filters = Filters(chosen.root, chosen.include, chosen.exclude)
    for candidate in discover(_files(paths), filters):
        found.append(candidate)
        if candidate.reason:
            skipped.append(Unread(str(candidate.path), candidate.reason))
        else:
            yield str(candidate.path), candidate.path.read_bytes
    warn_of_unread(found)


def _nothing(skipped: list[Unread], unreadable: list[Unread]) -> str:
    if unreadable:
        return "nothing could be checked"
    if skipped:
        return f"nothing to check: {count_by_reason(skipped)}; `medlint files` lists them"
    return "nothing to check: no files there"


def _counts(finding: Finding, chosen: Settings) -> bool:
    """Whether a finding is told at all, by whose words it is in."""
    left_out = {"draft": not chosen.drafts, "testimonial": not chosen.testimonials}
    return not any(left_out.get(c, False) for c in finding.context)
