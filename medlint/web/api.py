"""The data that the page and the server exchange: what is asked, read with care, and what is answered.

Offsets in answers are in UTF-16 code units, the way in which browsers count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from medlint import __version__
from medlint.findings import Finding, Source
from medlint.fixes import fixes_of
from medlint.lint import Linter
from medlint.reporters.common import is_web, named
from medlint.web.pasted import FORMATS, OPENED, Units
from medlint.web.service import Asked, Checked, Service

NAMES = {
    "us": "United States", "uk": "United Kingdom", "au": "Australia", "ca": "Canada", "eu": "European Union",
    "google-ads": "Google Ads",
}  # fmt: skip
"""What jurisdictions are called; others are called as their packs call them."""

LONGEST_NAME = 120
_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069/\\:]")


class RequestError(Exception):
    """A request that is not what the page sends: one sentence."""


def parsed(body: bytes) -> Mapping[str, Any]:
    """The JSON object of a request. Raises RequestError."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise RequestError("The request is not JSON.") from None
    if not isinstance(data, dict):
        raise RequestError("The request is no JSON object.")
    return data


def asked(data: Mapping[str, Any]) -> Asked:
    """The text and the choices of a request. Raises RequestError."""
    text, format = _text(data, "text"), _text(data, "format", "auto")
    if format != "auto" and format not in FORMATS:
        raise RequestError(f"There is no format “{format}”; there are auto, {', '.join(FORMATS)}.")
    where = data.get("jurisdictions", [])
    if not isinstance(where, list) or not all(isinstance(one, str) for one in where):
        raise RequestError("“jurisdictions” has to be a list of names.")
    name = file_name(_text(data, "name", ""))
    chosen = "" if format == "auto" else format
    return Asked(text, chosen, _text(data, "treatment", "") or None, tuple(where), name)


def texts(data: Mapping[str, Any]) -> tuple[str, str]:
    """The two texts that are to be held against each other. Raises RequestError."""
    return _text(data, "before"), _text(data, "after")


def report_format(data: Mapping[str, Any], known: Iterable[str]) -> str:
    """Which report is wanted. Raises RequestError."""
    wanted = _text(data, "report")
    if wanted not in known:
        raise RequestError(f"There is no report “{wanted}”; there are {', '.join(known)}.")
    return wanted


def finding_number(data: Mapping[str, Any], checked: Checked) -> Finding:
    """The finding that a request is about, by its place among those of its text. Raises RequestError."""
    number = data.get("finding")
    if type(number) is not int or not 0 <= number < len(checked.result.findings):
        raise RequestError("There is no such finding on this text.")
    return checked.result.findings[number]


def file_name(given: str) -> str:
    """The last part of a name, without what could lead elsewhere or look like something else."""
    last = re.split(r"[/\\]", given)[-1]
    return _NOT_IN_NAMES.sub("", last).strip(". ")[-LONGEST_NAME:]


def _text(data: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = data.get(key, default)
    if not isinstance(value, str):
        raise RequestError(f"“{key}” has to be a text.")
    return value


def about(service: Service) -> dict[str, Any]:
    """What there is to choose from."""
    linter = service.linter()
    return {
        "version": __version__,
        "treatments": [
            {"id": one.id, "label": one.label, "field": one.field}
            for one in sorted(linter.library.facts.treatments.values(), key=lambda t: (t.field, t.label.lower()))
        ],
        "treatment": linter.treatment,
        "jurisdictions": [{"id": one, "label": NAMES.get(one, one)} for one in service.jurisdictions],
        "initial": list(service.initial),
        "formats": list(FORMATS),
        "opens": list(OPENED),
    }


def answer(checked: Checked) -> dict[str, Any]:
    """What was found on a text, as the page shows it."""
    result = checked.result
    units = Units(checked.document.source)
    return {
        "format": checked.format,
        "words": sum(len(block.visible.split()) for block in checked.document.blocks),
        "health_copy": result.health_copy,
        "set_aside": result.set_aside,
        "let_stand": len(result.suppressed),
        "cleared": len(result.cleared),
        "problems": [{"line": one.line, "message": one.message} for one in result.problems],
        "faults": [f"{rule}: {why}" for rule, why in result.faults],
        "findings": [_finding(finding, units, checked.linter) for finding in result.findings],
    }


def _finding(f: Finding, units: Units, linter: Linter) -> dict[str, Any]:
    start, end = f.in_sentence
    return {
        "start": units(f.span.start),
        "end": units(f.span.end),
        "line": f.line,
        "rule": f.rule,
        "family": f.family,
        "severity": f.severity.label,
        "whole_page": f.is_page_level,
        "message": f.message,
        "why": f.why if f.why != f.message else "",
        "quote": f.quote,
        "sentence": [f.sentence[:start], f.sentence[start:end], f.sentence[end:]],
        "suggestions": [one.text for one in f.suggestions],
        "sources": [_source(one) for one in f.sources],
        "context": list(f.context),
        "fingerprint": f.fingerprint,
    }


def ways(checked: Checked, finding: Finding) -> list[dict[str, Any]]:
    """How a finding can be mended, best first: which suggestion, what is written, where, and the edits that do it."""
    units = Units(checked.document.source)
    return [
        {
            "suggestion": finding.suggestions.index(fix.suggestion),
            "text": fix.suggestion.replace if fix.scope == "words" else fix.suggestion.text,
            "scope": fix.scope,
            "safe": fix.safe,
            "edits": [
                {"start": units(edit.span.start), "end": units(edit.span.end), "text": edit.text} for edit in fix.edits
            ],
        }
        for fix in fixes_of(checked.document, finding)
    ]


def _source(source: Source) -> dict[str, Any]:
    return {
        "name": named(source),
        "url": source.url if is_web(source.url) else None,
        "requires": source.requires,
        "as_of": source.as_of,
        "verified": source.verified,
    }
