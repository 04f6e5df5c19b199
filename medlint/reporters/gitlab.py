"""GitLab's code quality report: what a merge request has brought and what it has mended."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from medlint.files import below
from medlint.findings import Finding, Severity
from medlint.reporters import Report, Style
from medlint.reporters.common import checkout, instead, one_line, unique

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def render(report: Report, style: Style) -> str:
    """A JSON list of the findings; what is let stand is left out, as GitLab would count it as found."""
    findings = list(report.findings)
    root = checkout(report)
    names = unique(f.fingerprint for f in findings)
    issues = [_issue(root, f, name) for f, name in zip(findings, names, strict=True)]
    return json.dumps(issues, indent=2, ensure_ascii=False) + "\n"


def _issue(root: Path, f: Finding, name: str) -> dict[str, Any]:
    return {
        "description": one_line(f"{f.message} {instead(f)}"),
        "check_name": f.rule,
        "fingerprint": name,
        "severity": _SEVERITIES[f.severity],
        "location": {
            "path": below(root, f.path),
            "lines": {"begin": f.line, "end": f.end_line},
        },
    }
