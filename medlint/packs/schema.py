"""The JSON Schema of pack files: completion and checks while a pack is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from medlint.checks import KINDS
from medlint.checks.claim import BLOCKS
from medlint.checks.clearance import VERDICTS as CLEARANCE_VERDICTS
from medlint.checks.directive import ABOUT
from medlint.checks.disclosure import TREATMENTS
from medlint.evidence.approval_verdicts import FAILED
from medlint.evidence.cleared import KEYS as CLAIM_KEYS
from medlint.evidence.cleared import REQUIRED as CLAIM_REQUIRED
from medlint.evidence.outcomes import TOLD
from medlint.findings import FAMILIES, Severity
from medlint.packs.model import DIRECTIONS

# YAML reads a bare “no” or “7” as something else than text; packs take it as it is written.
_TEXT = {"type": ["string", "number", "boolean"], "minLength": 1}
_TEXTS = {"oneOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_SEVERITY = {"enum": [s.label for s in sorted(Severity, reverse=True)]}
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}


def _object(properties: dict[str, Any], required: Iterable[str] = ()) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": list(required)}


def _but(properties: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name not in names}


def pack_schema(guards: list[str]) -> dict[str, Any]:
    """The schema; `guards` are the names that `unless` may hold (packs may define more)."""
    guard_names = {
        "oneOf": [{"type": "array", "items": {"anyOf": [{"enum": guards}, _ID]}}, {"anyOf": [{"enum": guards}, _ID]}]
    }
    words = {"type": "object", "additionalProperties": _TEXTS, "propertyNames": {"pattern": "^[a-z][a-z0-9-]*$"}}
    source = _object(
        {
            **{
                key: {"type": "string"} for key in ("id", "title", "section", "url", "jurisdiction", "requires", "note")
            },
            "as_of": {"type": "string"},
            "verified": {"enum": ["yes", "partly", "no"]},
            "seen_at": {"type": "array", "items": _TEXT},
        },
        ("id", "title", "url", "requires", "as_of", "verified"),
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "medlint rule pack",
        **_object(
            {
                "pack": _ID,
                "title": _TEXT,
                "version": {"type": ["string", "number"]},
                "reviewed": {"type": "string"},
                "about": _TEXT,
                "jurisdictions": _TEXTS,
                "maintainers": _TEXTS,
                "families": _TEXTS,
                "family": {"anyOf": [{"enum": list(FAMILIES)}, _ID]},
                "severity": _SEVERITY,
                "sources": _TEXTS,
                "unless": guard_names,
                "words": words,
                "extend-words": words,
                "guards": {"type": "object", "additionalProperties": _guard(("about",))},
                "extend-guards": {"type": "object", "additionalProperties": _guard(())},
                "define-sources": {"type": "array", "items": source},
                "rules": {"type": "array", "items": _rule(guard_names)},
            },
            ("pack",),
        ),
    }


def _guard(required: Iterable[str]) -> dict[str, Any]:
    parts: dict[str, Any] = dict.fromkeys((*DIRECTIONS, "stop", "not", "links"), _TEXTS)
    shape = {"enum": ["question", "heading"]}
    return _object({"about": _TEXT, "reach": {"type": "integer", "minimum": 0}, "shape": shape, **parts}, required)


def _rule(guard_names: dict[str, Any]) -> dict[str, Any]:
    way = {
        "text": _TEXT,
        "replace": _TEXT,
        "swap": {"type": "object", "additionalProperties": {**_TEXT, "minLength": 0}, "minProperties": 1},
        "safe": {"type": ["boolean", "string"]},
        "advice": {"type": ["boolean", "string"]},
    }
    suggestion = {
        "anyOf": [
            _TEXT,
            _object(_but(way, "replace", "swap", "safe"), ("text",)),
            _object(_but(way, "swap", "advice"), ("replace",)),
            _object(_but(way, "replace", "advice"), ("swap",)),
        ]
    }
    flag = {"anyOf": [_TEXT, _object({"all": _TEXTS, "after": _TEXTS}, ("all",))]}
    when = _object(
        {
            "claims": _TEXTS,
            "at-least": {"type": "integer", "minimum": 1},
            "with": _TEXTS,
            "or-headed": {"type": "boolean"},
            "all": _TEXTS,
            "not": _TEXTS,
            "treatment": {"enum": list(TREATMENTS)},
        }
    )
    two = {"type": "array", "minItems": 2, "items": _TEXT}
    return _object(
        {
            "id": _ID,
            "kind": {"enum": list(KINDS)},
            "family": {"anyOf": [{"enum": list(FAMILIES)}, _ID]},
            "severity": _SEVERITY,
            "message": _TEXT,
            "why": _TEXT,
            "suggest": {"oneOf": [suggestion, {"type": "array", "items": suggestion}]},
            "sources": _TEXTS,
            "examples": _object(
                {"flag": two, "pass": two, "becomes": {"type": "object", "additionalProperties": _TEXT}},
                ("flag", "pass"),
            ),
            "flag": {"oneOf": [_TEXT, {"type": "array", "items": flag}]},
            "unless": guard_names,
            "page": _TEXTS,
            "not-page": _TEXTS,
            "verdict": {"enum": [*FAILED, *CLEARANCE_VERDICTS]},
            "settles": _TEXTS,
            "in": {"oneOf": [{"enum": list(BLOCKS)}, {"type": "array", "items": {"enum": list(BLOCKS)}}]},
            "when": when,
            "outcome": {"enum": list(TOLD)},
            "about": {"enum": list(ABOUT)},
            "locked": {"type": "boolean"},
            "require": _TEXTS,
            "hints": _TEXTS,
            "below": _object({"lead": _TEXTS, "says": _TEXTS}, ("lead", "says")),
            "require-risks": {"type": "integer", "minimum": 1},
            "after": {"type": "integer", "minimum": 0, "maximum": 100},
            "times": {"type": "integer", "minimum": 1},
            "from-words": {"type": "integer", "minimum": 0},
            "sampled-on": _TEXT,
            "samples": {"type": "array", "items": _object(dict.fromkeys(CLAIM_KEYS, _TEXTS), CLAIM_REQUIRED)},
            "within": {"anyOf": [{"enum": ["page", "section"]}, {"type": ["integer", "string"]}]},
        },
        ("id", "message", "why", "suggest", "examples"),
    )
