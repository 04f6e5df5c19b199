"""A page of its own: the report as HTML, with nothing to load from elsewhere and no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from medlint.figures import PER, Row, figures
from medlint.findings import Finding, Severity, Source
from medlint.reporters import Report, Style
from medlint.reporters.common import is_web, named, project_path, xml_text
from medlint.reporters.html_pages import Pages, Reason, reason_of
from medlint.reporters.text import LET_STAND, count, summary

TEMPLATE = "report.html.jinja"

IN_PLACE = 1500
"""With more findings than these it is told once, not with each of them, why a rule objects: the page stays light."""

AT_FIRST = 15
"""So many rows of a table are seen at once; the others are folded."""

MEANING = {
    "error": "a regulator or a board could object to it as it stands",
    "warning": "it needs proof, a source or a limit",
    "suggestion": "a careful editor would soften it",
}
"""What each severity says, for people who have never heard of it."""


def render(report: Report, style: Style) -> str:
    """The whole page."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The page part by part, a page of copy read again when its turn comes; every text goes through escaping."""
    found = figures(report)
    numbers = {project_path(report, r.path): n for n, r in enumerate(report.results, 1)}
    reasons = _reasons(report) if found.whole.findings > IN_PLACE else {}
    families = {row.name: f"f{n}" for n, row in enumerate(found.families, 1)}
    stream = _environment().get_template(TEMPLATE).stream(
        report=report,
        found=found,
        told=", ".join(count(row.findings, row.name) for row in found.severities if row.findings),
        summary=summary(report),
        meaning=MEANING,
        severities=sorted(Severity, reverse=True),
        families=families,
        frequent=[row for row in found.rules if row.findings][:AT_FIRST],
        with_findings=[row for row in found.pages if row.findings],
        without=[row for row in found.pages if not row.findings],
        others=[r.path for r in report.results if not r.health_copy and not r.findings],
        numbers=numbers,
        pages=Pages(report, found, families, numbers, {key: n for n, key in enumerate(reasons, 1)}),
        reasons=list(reasons.values()),
        path=lambda path: project_path(report, path),
        suppressed=list(report.suppressed),
        sources=_sources(report),
        let_stand=LET_STAND,
        at_first=AT_FIRST,
        per=PER,
        count=count,
        bar=bar,
    )  # fmt: skip
    stream.enable_buffering(50)
    return iter(stream)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: files("medlint.reporters").joinpath(name).read_text(encoding="utf-8")),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown,
    )  # fmt: skip
    environment.filters |= {"split": split, "named": named, "density": density}
    environment.tests["web"] = is_web
    return environment


def split(f: Finding) -> tuple[str, str, str]:
    """The sentence of a finding as what stands before its words, the words, and what stands after."""
    start, end = f.in_sentence
    return f.sentence[:start], f.sentence[start:end], f.sentence[end:]


def bar(row: Row, rows: Iterable[Row]) -> list[tuple[str, float, float]]:
    """The parts of a row's bar as severity, start and length, in hundredths of the longest bar of some rows."""
    longest = max(other.findings for other in rows)
    drawn, start = [], 0.0
    for severity in sorted(Severity, reverse=True):
        length = round(100 * row.severities[severity] / longest, 2)
        if length:
            drawn.append((severity.label, round(start, 2), length))
        start += length
    return drawn


def density(row: Row) -> str:
    """Findings per 1,000 words."""
    return "–" if row.density is None else f"{row.density:.1f}"


def _reasons(report: Report) -> dict[Reason, Finding]:
    """What the rules say of the findings, each once, with one of the findings that it is said of."""
    found: dict[Reason, Finding] = {}
    for f in sorted(report.findings, key=lambda f: f.rule):
        found.setdefault(reason_of(f), f)
    return found


def _sources(report: Report) -> list[Source]:
    """What the findings that are told rest on, each once, by title."""
    found = {s: None for f in report.findings for s in f.sources}
    return sorted(found, key=lambda s: (s.title.lower(), s.section, s.id))


def _shown(value: object) -> object:
    """What a template writes, without characters that a page cannot hold."""
    return xml_text(value) if type(value) is str else value
