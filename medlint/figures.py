"""Counting what a run has found: by severity, family, rule, page and folder."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from medlint.findings import Finding, Severity
from medlint.lint import Result
from medlint.reporters import Report, Trend
from medlint.reporters.common import project_path

PER = 1000
"""Density is told per so many words."""

BY = ("severity", "family", "rule", "page")
"""What findings are counted by if nothing else is asked for."""

GROUPS = (*BY, "folder")
"""What they can be counted by."""


@dataclass(slots=True)
class Row:
    """The figures of a group of findings or pages.

    `pages` is how many pages it holds, or on how many its findings stand, and `words` what those findings are set
    against: the words of the pages that it holds, or else of all that were judged. `suppressed` and `baselined`
    findings are let stand and not among `severities`; `gone` are entries of the baseline whose finding is no more,
    None where that cannot be told.
    """

    name: str
    pages: int = 0
    words: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    suppressed: int = 0
    baselined: int = 0
    gone: int | None = None

    @property
    def findings(self) -> int:
        return self.severities.total()

    @property
    def density(self) -> float | None:
        """Findings per 1,000 words; None where there are no words."""
        return self.findings / self.words * PER if self.words else None

    @property
    def worst_first(self) -> tuple[int, int, int, str]:
        """What to sort by: the most errors, then the most warnings, then suggestions."""
        errors, warnings, suggestions = (-self.severities[s] for s in sorted(Severity, reverse=True))
        return errors, warnings, suggestions, self.name

    @property
    def most_first(self) -> tuple[int, tuple[int, int, int, str]]:
        """What to sort by: the most findings."""
        return -self.findings, self.worst_first

    def add(self, other: Row) -> None:
        """Take in the pages of another group."""
        self.pages += other.pages
        self.words += other.words
        self.severities += other.severities
        self.suppressed += other.suppressed
        self.baselined += other.baselined
        self.gone = self.gone if other.gone is None else (self.gone or 0) + other.gone


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is counted of a run. `whole` are all pages that were judged: those that are health copy.

    `pages` are these, the worst first, with paths from the root; `families` and `rules` are those of the findings, the
    most frequent first. `no_more` are files that have entries in the baseline and are not there any more. `skipped`
    counts files by the reason why they were passed over.
    """

    whole: Row
    severities: tuple[Row, ...]
    families: tuple[Row, ...]
    rules: tuple[Row, ...]
    pages: tuple[Row, ...]
    no_more: tuple[Row, ...]
    no_health_copy: int
    skipped: Counter[str]
    unreadable: int
    cleared: int
    set_aside: int

    @property
    def clean(self) -> int:
        """How many pages were judged and have no findings."""
        return sum(not row.findings for row in self.pages)


def figures(report: Report) -> Figures:
    """The figures of a report."""
    gone = Counter(path for path, _ in report.trend.gone) if report.trend else None
    judged = [r for r in report.results if r.health_copy or r.findings]
    pages = [_page(r, project_path(report, r.path), gone) for r in judged]
    whole = Row("all pages")
    for page in pages:
        whole.add(page)
    if gone is not None:
        whole.gone = gone.total()
    names = {page.name for page in pages}
    groups = _Groups(whole.words, report.trend)
    for result in judged:
        groups.count(result)
    return Figures(
        whole,
        tuple(groups.severities.values()),
        tuple(sorted(groups.families.values(), key=lambda row: row.most_first)),
        tuple(sorted(groups.rules.values(), key=lambda row: row.most_first)),
        tuple(sorted(pages, key=lambda row: row.worst_first)),
        tuple(Row(name, gone=n) for name, n in (gone or {}).items() if name not in names),
        len(report.results) - len(judged),
        Counter(one.reason for one in report.skipped),
        len(report.unreadable),
        sum(len(r.cleared) for r in report.results),
        sum(r.set_aside for r in report.results),
    )


def groups(found: Figures, by: str, depth: int = 1) -> tuple[Row, ...]:
    """The rows of one of `GROUPS`; folders are told so deep."""
    rows = {"severity": found.severities, "family": found.families, "rule": found.rules, "page": found.pages}
    return folders(found, depth) if by == "folder" else rows[by]


def folders(found: Figures, depth: int) -> tuple[Row, ...]:
    """The pages added up by their folder, at most so many folders deep from the root; the worst first."""
    rows: dict[str, Row] = {}
    for page in (*found.pages, *found.no_more):
        path = PurePosixPath(page.name).parent
        lead = 1 if path.is_absolute() else 0
        name = str(PurePosixPath(*path.parts[: depth + lead]))
        rows.setdefault(name, Row(name)).add(page)
    return tuple(sorted(rows.values(), key=lambda row: row.worst_first))


def _page(result: Result, name: str, gone: Counter[str] | None) -> Row:
    row = Row(name, 1, result.words, gone=None if gone is None else gone[name])
    row.severities.update(f.severity for f in result.findings)
    row.suppressed = sum(s.by == "directive" for s in result.suppressed)
    row.baselined = sum(s.by == "baseline" for s in result.suppressed)
    return row


class _Groups:
    """The rows of severities, families and rules, filled page by page."""

    def __init__(self, words: int, trend: Trend | None) -> None:
        self._words = words
        self._gone = None if trend is None else 0
        self.severities = {s: Row(s.label, words=words) for s in sorted(Severity, reverse=True)}
        self.families: dict[str, Row] = {}
        self.rules: dict[str, Row] = {}
        for _, rule in trend.gone if trend else ():
            row = self._rule(rule)
            row.gone = (row.gone or 0) + 1

    def count(self, result: Result) -> None:
        """Add the findings of a page to their rows, and the page once to each of those."""
        met: dict[int, Row] = {}
        for f in result.findings:
            for row in self._rows(f):
                row.severities[f.severity] += 1
                met[id(row)] = row
        for row in met.values():
            row.pages += 1
        for s in result.suppressed:
            for row in self._rows(s.finding):
                row.suppressed += s.by == "directive"
                row.baselined += s.by == "baseline"

    def _rows(self, f: Finding) -> tuple[Row, Row, Row]:
        family = self.families.setdefault(f.family, Row(f.family, words=self._words))
        return self.severities[f.severity], family, self._rule(f.rule)

    def _rule(self, id_: str) -> Row:
        return self.rules.setdefault(id_, Row(id_, words=self._words, gone=self._gone))
