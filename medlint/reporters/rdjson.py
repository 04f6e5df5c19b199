"""reviewdog's diagnostic format: comments on the lines of a change, with what to write to accept at a click.

Its columns count UTF-8 bytes, so they come from `Finding.byte_columns`.
"""

from __future__ import annotations

import json
from typing import Any

from medlint import HOME
from medlint.findings import Finding, Severity
from medlint.reporters import Report, Style
from medlint.reporters.common import given_path, instead, one_line, rule_page, swap

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def render(report: Report, style: Style) -> str:
    """One JSON object with the findings."""
    pages = {rule.header.id: rule_page(report, rule.header) for rule in report.rules}
    data = {
        "source": {"name": "medlint", "url": HOME},
        "diagnostics": [_diagnostic(f, pages.get(f.rule)) for f in report.findings],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _diagnostic(f: Finding, page: str | None) -> dict[str, Any]:
    code = {"value": f.rule} | ({"url": page} if page else {})
    out: dict[str, Any] = {
        "message": "\n".join(filter(None, map(one_line, (f.message, instead(f))))),
        "location": {"path": given_path(f.path), "range": _range(f)},
        "severity": _SEVERITIES[f.severity],
        "code": code,
    }
    replacement = swap(f)
    if replacement is not None and f.byte_columns:
        out["suggestions"] = [{"range": _range(f), "text": replacement}]
    return out


def _range(f: Finding) -> dict[str, Any]:
    """The words of a finding, or its lines when nothing is known of the bytes before them."""
    if f.byte_columns is None:
        return {"start": {"line": f.line}, "end": {"line": f.end_line}}
    start, end = f.byte_columns
    return {"start": {"line": f.line, "column": start}, "end": {"line": f.end_line, "column": end}}
