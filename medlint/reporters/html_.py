"""A page of its own: the report as HTML, with nothing to load from elsewhere."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from medlint.findings import Finding, Severity
from medlint.reporters import Report, Style
from medlint.reporters.common import is_web, named, project_path, xml_text
from medlint.reporters.text import LET_STAND, count, summary

TEMPLATE = "report.html.jinja"


def render(report: Report, style: Style) -> str:
    """The whole page; every text of the report goes through the template's escaping."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown
    )
    environment.filters |= {"split": split, "named": named}
    environment.tests["web"] = is_web
    template = environment.from_string(files("medlint.reporters").joinpath(TEMPLATE).read_text(encoding="utf-8"))
    counts = Counter(f.severity for f in report.findings)
    return template.render(
        report=report,
        pages=list(enumerate(report.results, 1)),
        summary=summary(report),
        told=", ".join(count(counts[s], s.label) for s in sorted(Severity, reverse=True) if counts[s]),
        path=lambda path: project_path(report, path),
        let_stand=LET_STAND,
        count=count,
        suppressed=list(report.suppressed),
    )


def split(f: Finding) -> tuple[str, str, str]:
    """The sentence of a finding as what stands before its words, the words, and what stands after."""
    start, end = f.in_sentence
    return f.sentence[:start], f.sentence[start:end], f.sentence[end:]


def _shown(value: object) -> object:
    """What a template writes, without characters that a page cannot hold."""
    return xml_text(value) if type(value) is str else value
