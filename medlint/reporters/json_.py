"""The JSON of version 1. What it holds does not change within that version; keys may be added."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from medlint.findings import Cleared, Finding, Severity, Suggestion, Suppressed
from medlint.reporters import Report, Style


def render(report: Report, style: Style) -> str:
    """One JSON object, with a newline at its end."""
    return json.dumps(as_dict(report), indent=2, ensure_ascii=False) + "\n"


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    findings = list(report.findings)
    severities = Counter(f.severity for f in findings)
    return {
        "version": 1,
        "tool": {"name": "medlint", "version": report.version},
        "packs": [{"id": p.id, "version": p.version} for p in report.packs],
        "findings": [finding_dict(f) for f in findings],
        "suppressed": [suppressed_dict(s) for s in report.suppressed],
        "cleared": [cleared_dict(c) for r in report.results for c in r.cleared],
        "files": {
            "checked": [r.path for r in report.results],
            "not_health_copy": [r.path for r in report.results if not r.health_copy],
            "skipped": [{"path": u.path, "reason": u.reason} for u in report.skipped],
            "unreadable": [{"path": u.path, "reason": u.reason} for u in report.unreadable],
        },
        "summary": {
            "findings": len(findings),
            **{s.label: severities[s] for s in sorted(Severity, reverse=True)},
            "families": dict(sorted(Counter(f.family for f in findings).items())),
            "suppressed": sum(s.by == "directive" for s in report.suppressed),
            "baselined": sum(s.by == "baseline" for s in report.suppressed),
            "unchanged": report.unchanged,
            "cleared": sum(len(r.cleared) for r in report.results),
            "set_aside": sum(r.set_aside for r in report.results),
            "checked": len(report.results),
            "skipped": len(report.skipped),
            "unreadable": len(report.unreadable),
        },
    }


def _suggestion(s: Suggestion) -> dict[str, Any]:
    return {"text": s.text, "replace": s.replace, **({"safe": True} if s.safe else {})}


def suppressed_dict(s: Suppressed) -> dict[str, Any]:
    """A finding that was let stand, with what let it; `line` is that of the directive."""
    how = {"by": s.by, "reason": s.reason, "until": s.until, "line": s.line or None}
    return {**finding_dict(s.finding), "suppression": how}


def cleared_dict(c: Cleared) -> dict[str, Any]:
    """One cleared claim in use as plain data; `passed` are the rules whose findings it let pass."""
    return {
        "path": c.path,
        "claims": list(c.claims),
        "approved_by": c.approved_by,
        "approved_on": c.approved_on,
        "expires": c.expires,
        "quote": c.quote,
        "line": c.line,
        "column": c.column,
        "end_line": c.end_line,
        "end_column": c.end_column,
        "passed": list(c.passed),
    }


def finding_dict(f: Finding) -> dict[str, Any]:
    """One finding as plain data; `end_column` stands after the last character."""
    return {
        "path": f.path,
        "rule": f.rule,
        "family": f.family,
        "severity": f.severity.label,
        "message": f.message,
        "why": f.why,
        "quote": f.quote,
        "line": f.line,
        "column": f.column,
        "end_line": f.end_line,
        "end_column": f.end_column,
        "key_path": f.key_path,
        "suggestions": [_suggestion(s) for s in f.suggestions],
        "sources": [{"id": s.id, "title": s.title, "section": s.section, "url": s.url} for s in f.sources],
        "fingerprint": f.fingerprint,
        "context": list(f.context),
    }
