"""`medlint check`: read pages, find claims, report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from medlint import __version__
from medlint.cli.console import (
    UsageError,
    chooser,
    cleared_claims,
    library,
    references,
    settings,
    style,
    today_option,
    warn,
)  # fmt: skip
from medlint.cli.files import warn_of_unread
from medlint.config import SEVERITIES, ConfigError, Settings
from medlint.discover import Candidate, Filters, discover
from medlint.document import Document
from medlint.findings import Finding, Severity
from medlint.lint import Linter, Result
from medlint.opinion.second import Model
from medlint.packs.compiled import cache_folder
from medlint.packs.model import PackInfo
from medlint.readers import ReadError, read
from medlint.reporters import FORMATS, Report, Unread, count_by_reason, render
from medlint.resolve import project_of
from medlint.site import Composition

STDIN = "-"
SECOND_OPINION = "second-opinion"
"""The pack of learned rules. To ignore it is to go by the patterns alone."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", help="How findings are told.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write there, not to the terminal.")
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
@click.option("--pack", "packs", multiple=True, metavar="PATH", help="Use this rule pack too (may be repeated).")
@click.option("--claims", multiple=True, metavar="PATH", help="Cleared claims are in this file (may be repeated).")
@click.option("--jurisdiction", multiple=True, metavar="NAME", help="Whose rules apply (default: us).")
@click.option("--select", multiple=True, metavar="NAME", help="Only this rule, family or pack (may be repeated).")
@click.option("--ignore", multiple=True, metavar="NAME", help="Not this rule, family or pack (may be repeated).")
@click.option("--min-severity", type=click.Choice(SEVERITIES), help="Show nothing below it (default: suggestion).")
@click.option("--fail-on", type=click.Choice((*SEVERITIES, "never")), help="Fail from here on (default: warning).")
@click.option("--treatment", metavar="ID", help="What the pages are about, where their words do not tell.")
@click.option("--follow", type=click.IntRange(min=0), metavar="N", help="Imports deep (default: 1, 0: none).")
@click.option("--semantic", is_flag=True, help="Ask the larger model for the second opinion (medlint[semantic]).")
@today_option
@click.option("--no-drafts", is_flag=True, help="Leave out findings in drafts.")
@click.option("--no-testimonials", is_flag=True, help="Leave out findings in the words of patients and reviewers.")
@click.option("--stdin-filename", default="stdin.md", show_default=True, help="What standard input (-) is read as.")
@click.option("--quiet", is_flag=True, help="Print nothing when there is nothing to fix.")
def check(
    paths: tuple[str, ...],
    format_: str,
    output: Path | None,
    isolated: bool,
    config: Path | None,
    no_drafts: bool,
    no_testimonials: bool,
    semantic: bool,
    today: date | None,
    stdin_filename: str,
    quiet: bool,
    **options: object,
) -> int:
    """Check pages and folders of pages; - is standard input.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or used,
    3 a fault of medlint.
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
    if SECOND_OPINION in chosen.ignore:
        packs.rules = {id_: rule for id_, rule in packs.rules.items() if rule.header.pack != SECOND_OPINION}
    claims = cleared_claims(chosen.claims, packs, chosen.jurisdiction)
    linter = Linter(packs, wanted, chosen.treatment, model, claims, chosen.jurisdiction, today)
    results, skipped, unreadable = _read_all(paths, chosen, stdin_filename, linter)
    for result in results:
        for problem in result.problems:
            warn(f"{result.path}:{problem.line}: {problem.message}")
        for rule, why in result.faults:
            warn(f"{result.path}: rule {rule}: {why}; the other rules went on")
    for unread in unreadable:
        warn(f"{unread.path}: {unread.reason}")
    if not results:
        raise UsageError(_nothing(skipped, unreadable))
    total = sum(len(r.findings) for r in results)
    results = _only(results, lambda f: _counts(f, chosen))
    report = _report(results, skipped, unreadable, total, Severity.named(chosen.min_severity), packs.packs)
    if not (quiet and not any(r.findings for r in report.results)):
        _write(render(format_, report, style()), output)
    return _status(results, unreadable, chosen.fail_on)


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


def _composition(paths: tuple[str, ...], chosen: Settings) -> Composition:
    """What pages take in from elsewhere, in the project that the configuration or the paths tell."""
    files = [Path(p) for p in paths if p != STDIN]
    try:
        return Composition(chosen.root if chosen.origin else project_of(files), chosen.site, chosen.follow)
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
    for candidate in discover((Path(p) for p in paths if p != STDIN), filters):
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


def _only(results: list[Result], wanted: Callable[[Finding], bool]) -> list[Result]:
    return [replace(r, findings=[f for f in r.findings if wanted(f)]) for r in results]


def _report(
    results: list[Result],
    skipped: list[Unread],
    unreadable: list[Unread],
    total: int,
    least: Severity,
    packs: list[PackInfo],
) -> Report:
    shown = _only(results, lambda f: f.severity >= least)
    hidden = total - sum(len(r.findings) for r in shown)
    return Report(__version__, tuple(packs), tuple(shown), tuple(skipped), tuple(unreadable), hidden)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{output}: cannot be written: {error.strerror}") from None


def _status(results: list[Result], unreadable: list[Unread], fail_on: str) -> int:
    if unreadable or any(r.faults for r in results):
        return 2
    if fail_on == "never":
        return 0
    least = Severity.named(fail_on)
    return int(any(f.severity >= least for r in results for f in r.findings))
