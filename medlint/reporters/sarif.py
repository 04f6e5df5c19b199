"""SARIF 2.1.0: for GitHub's code scanning and everything else that gathers results of static analysis."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from medlint import HOME
from medlint.files import inside
from medlint.findings import Finding, Suppressed
from medlint.reporters import Report, Style
from medlint.reporters.common import checkout, instead, one_line, swap, unique
from medlint.reporters.sarif_rules import LEVELS, descriptor

Json = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
FINGERPRINT = "medlint/v1"

_NOTIFICATIONS = {
    "unreadable": ("FileNotRead", "A file could not be read, so nothing was looked for in it."),
    "rule-stopped": ("RuleStopped", "A rule was put out of service, as it took too long on a page."),
    "problem": ("ProblemOfPage", "Something is wrong with a page, and the rest of it was checked all the same."),
}
_LINK = re.compile(r"\[[^\[\]]*\]\(")


def render(report: Report, style: Style) -> str:
    """One log with one run. What is let stand is among the results, as suppressed."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(report).as_dict()]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


class _Run:
    """One run. It numbers the rules and the pages, to which results refer."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.root = checkout(report)
        self.rules = [descriptor(report, rule.header) for rule in report.rules]
        self.rule_index = {rule["id"]: i for i, rule in enumerate(self.rules)}
        self.artifacts: list[Json] = []
        self.artifact_index: dict[str, int] = {}
        for result in report.results:
            self._artifact(result.path, result.health_copy)

    def as_dict(self) -> Json:
        suppressed = list(self.report.suppressed)
        told: list[tuple[Finding, Suppressed | None]] = [(f, None) for f in self.report.findings]
        told += [(s.finding, s) for s in suppressed]
        names = unique(f.fingerprint for f, _ in told)
        baseline = any(s.by == "baseline" for s in suppressed)
        results = [self._result(f, s, name, baseline) for (f, s), name in zip(told, names, strict=True)]
        return {
            "tool": {"driver": self._driver()},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {
                ROOT: {"description": {"text": "The checkout, or else the project, that the pages belong to."}}
            },
            "invocations": [self._invocation()],
            "artifacts": self.artifacts,
            "results": results,
            "properties": {"packs": [{"id": p.id, "version": p.version} for p in self.report.packs]},
        }

    def _driver(self) -> Json:
        return {
            "name": "medlint",
            "version": self.report.version,
            "informationUri": HOME,
            "rules": self.rules,
            "notifications": [_declared(id_, name, text) for id_, (name, text) in _NOTIFICATIONS.items()],
        }

    def _artifact(self, path: str, health_copy: bool) -> None:
        place = self._artifact_place(path)
        if path not in self.artifact_index:
            self.artifact_index[path] = len(self.artifacts)
            self.artifacts.append(
                {"location": place, "roles": ["analysisTarget"], "properties": {"healthCopy": health_copy}}
            )

    def _artifact_place(self, path: str) -> Json:
        """Where a file is: below the root, or else by its absolute address."""
        seen = inside(self.root, path)
        if seen is None:
            place: Json = {"uri": Path(os.path.abspath(path)).as_uri()}  # noqa: PTH100 - links are not followed
        else:
            place = {"uri": quote(seen, errors="surrogateescape"), "uriBaseId": ROOT}
        if path in self.artifact_index:
            place["index"] = self.artifact_index[path]
        return place

    def _result(self, f: Finding, s: Suppressed | None, name: str, baseline: bool) -> Json:
        out: Json = {
            "ruleId": f.rule,
            **({"ruleIndex": self.rule_index[f.rule]} if f.rule in self.rule_index else {}),
            "level": LEVELS[f.severity],
            "message": {"text": _plain(one_line(f"{f.message} {instead(f)}"))},
            "locations": [self._location(f)],
            "partialFingerprints": {FINGERPRINT: name},
        }
        if baseline:
            out["baselineState"] = "unchanged" if s and s.by == "baseline" else "new"
        replacement = swap(f)
        if replacement is not None:
            change = {"deletedRegion": _region(f), "insertedContent": {"text": replacement}}
            place = self._artifact_place(f.path)
            out["fixes"] = [
                {
                    "description": {"text": _plain(one_line(f"Write “{replacement}”."))},
                    "artifactChanges": [{"artifactLocation": place, "replacements": [change]}],
                }
            ]
        if s:
            out["suppressions"] = [self._suppression(s)]
        out["properties"] = {"family": f.family, "quote": f.quote, "why": f.why, "context": list(f.context)}
        return out

    def _location(self, f: Finding) -> Json:
        region = _region(f)
        if f.written:
            region["snippet"] = {"text": f.written}
        out: Json = {"physicalLocation": {"artifactLocation": self._artifact_place(f.path), "region": region}}
        if f.key_path:
            out["logicalLocations"] = [{"fullyQualifiedName": f.key_path}]
        return out

    def _suppression(self, s: Suppressed) -> Json:
        out: Json = {"kind": "inSource" if s.by == "directive" else "external", "status": "accepted"}
        if s.reason:
            out["justification"] = s.reason
        if s.line:
            place = {"artifactLocation": self._artifact_place(s.finding.path), "region": {"startLine": s.line}}
            out["location"] = {"physicalLocation": place}
        if s.until:
            out["properties"] = {"until": s.until}
        return out

    def _invocation(self) -> Json:
        told = [self._notification("unreadable", "error", u.path, u.reason) for u in self.report.unreadable]
        for result in self.report.results:
            told += [self._notification("rule-stopped", "error", result.path, why, rule) for rule, why in result.faults]
            told += [
                self._notification("problem", "warning", result.path, p.message, line=p.line) for p in result.problems
            ]
        failed = any(one["level"] == "error" for one in told)
        return {"executionSuccessful": not failed, "toolExecutionNotifications": told}

    def _notification(self, id_: str, level: str, path: str, text: str, rule: str = "", line: int = 0) -> Json:
        place: Json = {"artifactLocation": self._artifact_place(path)}
        if line:
            place["region"] = {"startLine": line}
        out: Json = {
            "descriptor": {"id": id_, "index": list(_NOTIFICATIONS).index(id_)},
            "level": level,
            "message": {"text": _plain(one_line(f"{rule}: {text}" if rule else text))},
            "locations": [{"physicalLocation": place}],
        }
        if rule:
            index = {"index": self.rule_index[rule]} if rule in self.rule_index else {}
            out["associatedRule"] = {"id": rule, **index}
        return out


def _declared(id_: str, name: str, text: str) -> Json:
    """A kind of notification; GitHub asks for all these texts."""
    return {
        "id": id_,
        "name": name,
        "shortDescription": {"text": text},
        "fullDescription": {"text": text},
        "help": {"text": text},
    }


def _region(f: Finding) -> Json:
    return {"startLine": f.line, "startColumn": f.column, "endLine": f.end_line, "endColumn": f.end_column}


def _plain(text: str) -> str:
    """A text of a message in which nothing that a page says is taken for a link."""
    return re.sub(r"[\[\]]", r"\\\g<0>", text) if _LINK.search(text) else text
