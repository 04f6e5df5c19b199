"""One line a finding, as compilers write them: for editors, grep and a quick look."""

from __future__ import annotations

from medlint.findings import Finding
from medlint.reporters import Report, Style
from medlint.reporters.common import one_line
from medlint.reporters.excerpt import COLORS, paint
from medlint.reporters.text import BOLD, DIM, summary


def render(report: Report, style: Style) -> str:
    """“path:line:column: severity rule: message” for each finding, then the line that sums up."""
    lines = [line(f, style) for f in report.findings]
    return "\n".join([*lines, summary(report)]) + "\n"


def line(f: Finding, style: Style) -> str:
    """“path:line:column: severity rule: message”."""
    place = f"{paint(one_line(f.path), BOLD, style)}:{f.line}:{f.column}"
    severity = paint(f.severity.label, COLORS[f.severity], style)
    return f"{place}: {severity} {paint(f.rule, DIM, style)}: {one_line(f.message)}"
