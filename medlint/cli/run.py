"""What every command that checks pages shares: its options, reading the pages, and what was found on them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medlint import __version__
from medlint.checker import Checker
from medlint.cli.console import UsageError, settings, warn
from medlint.cli.progress import counted
from medlint.cli.unread import warn_of_unread
from medlint.cli.variants import Variants
from medlint.clock import current_day
from medlint.config import BASELINE, ConfigError, Settings
from medlint.discover import Candidate, Filters, discover
from medlint.files import below
from medlint.findings import Finding, Severity
from medlint.lint import Result
from medlint.packs.compiled import cache_folder
from medlint.reporters import Report, Trend, Unread, count_by_reason
from medlint.resolve import project_of, root_of
from medlint.site import Composition, Seen
from medlint.work import Checking, Source, processors

if TYPE_CHECKING:
    from medlint.again import Pages
    from medlint.baseline import Applied, Baseline, Entry
    from medlint.changes import Changes
    from medlint.findings_cache import FindingsCache
    from medlint.opinion.second import Model

STDIN = "-"
Tell = Callable[[str], None]
"""Says something that is wrong, in a line."""

MOST_JOBS = 8
"""More processes are used only when they are asked for."""


class Run:
    """What was read and what was found.

    `hidden` is how many findings were left out by whose words they are in, and `unchanged` how many as they stand on
    lines that have not changed. `baseline` is what was there, and `applied` what became of it, if it was used.
    `checker` checks pages again as they were checked.
    """

    def __init__(
        self, settings: Settings, variants: Variants, checker: Checker, results: list[Result], skipped: list[Unread],
        unreadable: list[Unread], baseline: Baseline | None = None,
    ) -> None:  # fmt: skip
        self.settings = settings
        self.variants = variants
        self.checker = checker
        self.results = results
        self.skipped = skipped
        self.unreadable = unreadable
        self.hidden = 0
        self.unchanged = 0
        self.baseline = baseline
        self.applied: Applied | None = None

    def keep(self, wanted: Callable[[Finding], bool]) -> int:
        """Leave out findings; returns how many."""
        before = sum(len(r.findings) for r in self.results)
        self.results = [r.having(findings=[f for f in r.findings if wanted(f)]) for r in self.results]
        return before - sum(len(r.findings) for r in self.results)

    def report(self, pages: Pages | None = None) -> Report:
        """What reporters tell: the findings of the least severity that is shown, or above it.

        `pages` read pages again for formats that show them.
        """
        least = Severity.named(self.settings.min_severity)
        shown = [r.having(findings=[f for f in r.findings if f.severity >= least]) for r in self.results]
        hidden = self.hidden + sum(len(r.findings) for r in self.results) - sum(len(r.findings) for r in shown)
        rules = self.variants.rules(r.path for r in self.results)
        return Report(
            __version__, tuple(self.variants.packs), tuple(shown), tuple(self.skipped), tuple(self.unreadable), hidden,
            rules, self.variants.library.facts, self.variants.root, self.unchanged, self._trend(),
            self.variants.today, pages.document if pages else None,
        )  # fmt: skip

    def _trend(self) -> Trend | None:
        """What became of the baseline, if it was used."""
        if not self.baseline or not self.applied:
            return None
        folder, root = self.baseline.folder, self.variants.root

        def known_by(entries: Iterable[Entry]) -> tuple[tuple[str, str], ...]:
            return tuple((below(root, folder / entry.path), entry.rule) for entry in entries)

        return Trend(*map(known_by, (self.applied.used, self.applied.stale, self.applied.expired)))

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
    semantic: bool, no_shipped_packs: bool, today: date | None, stdin_filename: str, follow_renames: bool,
    diff: str | None, jobs: int | None = None, no_cache: bool = False, use_baseline: bool = True,
    force_exclude: bool = False, quiet: bool = False, seen: Seen | None = None, tell: Tell = warn,
    standing: Variants | None = None, **options: Any,
) -> Run:  # fmt: skip
    """Check what `lint_options` ask for; what is wrong with pages and rules is handed to `tell`.

    Without `use_baseline` it is read, but lets nothing stand. With `force_exclude` named files are passed over as those
    in a folder are. `jobs` is how many processes are used, None as many as are worth while; the larger model needs one
    process. `quiet` tells no progress. `seen` is handed what was read: the path of each file and its bytes. `standing`
    are the linters of an earlier run, if all that they hang on is as it was. Raises UsageError when nothing could be
    checked, unless all there was are named files and they were passed over for that.
    """
    chosen = settings(isolated, config).with_options(
        drafts=False if no_drafts else None,
        testimonials=False if no_testimonials else None,
        semantic=True if semantic else None,
        shipped_packs=False if no_shipped_packs else None,
        **options,
    )
    root = chosen.root if chosen.origin else root_of(_files(paths))
    variants = standing or Variants(
        chosen, root, today or current_day(), isolated, larger_model() if chosen.semantic else None
    )
    baseline = _baseline(chosen, root, isolated, use_baseline)
    changes = _changes(diff, root) if diff else None
    skipped: list[Unread] = []
    checker = Checker(variants.linter, composition(paths, chosen, seen))
    sources = list(_sources(paths, chosen, stdin_filename, skipped, force_exclude, tell))
    cache = None if no_cache else partial(_cache, variants)
    most = 1 if chosen.semantic else jobs or min(processors(), MOST_JOBS)
    checking = Checking(checker, cache, most, forced=jobs is not None, seen=seen)
    outcomes = list(counted(checking.outcomes(sources), len(sources), quiet=quiet))
    results = [one.result for one in outcomes if one.result]
    unreadable = [Unread(one.path, one.reason) for one in outcomes if not one.result]
    for result in results:
        result.suppressed = [s for s in result.suppressed if counts(s.finding, chosen)]
    _warn(results, unreadable, tell)
    if not results and (unreadable or not force_exclude or any(path.is_dir() for path in _files(paths))):
        raise UsageError(_nothing(skipped, unreadable))
    run = Run(chosen, variants, checker, results, skipped, unreadable, baseline)
    if baseline and use_baseline:
        run.applied = baseline.apply(results, variants.today, variants.judged, follow=follow_renames)
        run.results = run.applied.results
    run.hidden = run.keep(lambda f: counts(f, chosen))
    if changes:
        run.unchanged = run.keep(lambda f: changes.touch(f.path, f.line, f.end_line))
    return run


def _baseline(chosen: Settings, root: Path, isolated: bool, use: bool) -> Baseline | None:
    """The baseline that is named, which must be there if it is to be used, or the one at its usual place, if any."""
    usual = root / BASELINE
    path = Path(chosen.baseline) if chosen.baseline else None if isolated or not usual.exists() else usual
    if path is None or not (use or path.exists()):
        return None
    from medlint.baseline import BaselineError, read_baseline

    try:
        return read_baseline(path)
    except BaselineError as error:
        raise UsageError(str(error)) from None


def _changes(revision: str, root: Path) -> Changes:
    from medlint.changes import ChangesError, changes_since

    try:
        return changes_since(revision, root)
    except ChangesError as error:
        raise UsageError(f"--diff {revision}: {error}") from None


def _warn(results: Iterable[Result], unreadable: Iterable[Unread], tell: Tell) -> None:
    for result in results:
        for problem in result.problems:
            tell(f"{result.path}:{problem.line}: {problem.message}")
        for rule, why in result.faults:
            tell(f"{result.path}: rule {rule}: {why}; the other rules went on")
    for unread in unreadable:
        tell(f"{unread.path}: {unread.reason}")


def larger_model() -> Model:
    """The larger model. It is loaded only here, as what it needs is large too. Raises UsageError."""
    from medlint.opinion.semantic import SemanticError, SemanticModel

    try:
        return SemanticModel(cache_folder())
    except SemanticError as error:
        raise UsageError(str(error)) from None


def _cache(variants: Variants) -> FindingsCache | None:
    """The findings cache of the user; None where it cannot be told what results hang on."""
    from medlint.cache_file import CacheFile
    from medlint.findings_cache import NAME, FindingsCache

    try:
        return FindingsCache(CacheFile(cache_folder() / NAME), variants.code(), variants.known)
    except OSError:  # a file of the packs or of medlint has just gone
        return None


def _files(paths: Iterable[str]) -> list[Path]:
    return [Path(p) for p in paths if p != STDIN]


def composition(paths: Iterable[str], chosen: Settings, seen: Seen | None = None) -> Composition:
    """What pages take in from elsewhere, in the project that the configuration or the paths tell. Raises UsageError."""
    try:
        root = chosen.root if chosen.origin else project_of(_files(paths))
        return Composition(root, chosen.site, chosen.follow, seen)
    except ConfigError as error:
        raise UsageError(str(error)) from None


def _sources(
    paths: tuple[str, ...],
    chosen: Settings,
    stdin_filename: str,
    skipped: list[Unread],
    force_exclude: bool,
    tell: Tell,
) -> Iterator[Source]:
    """What is to be read."""
    if STDIN in paths:
        yield Source(stdin_filename, sys.stdin.buffer.read)
    found: list[Candidate] = []
    filters = Filters(chosen.root, chosen.include, chosen.exclude)
    for candidate in discover(_files(paths), filters, force_exclude=force_exclude):
        found.append(candidate)
        if candidate.reason:
            skipped.append(Unread(str(candidate.path), candidate.reason))
        else:
            yield Source(str(candidate.path), candidate.path.read_bytes)
    warn_of_unread(found, tell)


def _nothing(skipped: list[Unread], unreadable: list[Unread]) -> str:
    if unreadable:
        return "nothing could be checked"
    if skipped:
        return f"nothing to check: {count_by_reason(skipped)}; `medlint files` lists them"
    return "nothing to check: no files there"


def counts(finding: Finding, chosen: Settings) -> bool:
    """Whether a finding is told at all, by whose words it is in."""
    left_out = {"draft": not chosen.drafts, "testimonial": not chosen.testimonials}
    return not any(left_out.get(c, False) for c in finding.context)
