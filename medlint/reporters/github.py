"""Workflow commands for GitHub Actions: each is one line of the log, and an annotation beside the page."""

from __future__ import annotations

from pathlib import Path

from medlint.files import below
from medlint.findings import Finding, Severity
from medlint.reporters import Report, Style
from medlint.reporters.common import checkout, cut, instead, one_line
from medlint.reporters.text import count

SHOWN = 10
"""How many annotations of a kind GitHub shows for a step; it drops the rest without a word."""

LONGEST = 1000
"""The longest message, in characters."""

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def render(report: Report, style: Style) -> str:
    """The commands, errors first and each kind in the order of the pages, then how many findings have none."""
    root = checkout(report)
    lines = []
    left = 0
    for severity in sorted(Severity, reverse=True):
        found = [f for f in report.findings if f.severity == severity]
        lines += [_command(root, f) for f in found[:SHOWN]]
        left += len(found[SHOWN:])
    if left:
        lines.append(f"{count(left, 'more finding')} not annotated: GitHub shows {SHOWN} of each kind.")
    return "".join(f"{line}\n" for line in lines)


def _command(root: Path, f: Finding) -> str:
    where = {"file": below(root, f.path), "line": str(f.line), "endLine": str(f.end_line)}
    if f.line == f.end_line:  # GitHub knows no columns over several lines
        where |= {"col": str(f.column), "endColumn": str(f.end_column)}
    where["title"] = f"medlint: {f.rule}"
    text = cut(one_line(f.message), LONGEST)
    if then := instead(f):
        text += "\n" + cut(one_line(then), LONGEST)
    properties = ",".join(f"{key}={_escaped_property(value)}" for key, value in where.items())
    return f"::{_KINDS[f.severity]} {properties}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
