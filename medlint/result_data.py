"""Results as plain data for JSON, to be kept in a cache and to be sent from one process to another.

What a rule says (why, what to write instead, who says so) is the same on many pages, so it stands apart, once: a
`Wordings` holds it by the hash of its text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from sys import intern
from typing import Any, NamedTuple

from medlint.document import Problem, Span
from medlint.findings import Cleared, Finding, Severity, Source, Suggestion, Suppressed
from medlint.lint import Result


class Wording(NamedTuple):
    """The part of a finding that is the same wherever its rule finds the like."""

    rule: str
    pack: str
    family: str
    severity: Severity
    why: str
    suggestions: tuple[Suggestion, ...]
    sources: tuple[Source, ...]


class Wordings:
    """Wordings by the hash of their text: those met while writing, and those there are to read with."""

    def __init__(self) -> None:
        self._keys: dict[Wording, str] = {}
        self._read: dict[str, Wording] = {}

    def key(self, finding: Finding, met: dict[str, str]) -> str:
        """The hash of what a finding says; the text goes into `met`."""
        f = finding
        wording = Wording(f.rule, f.pack, f.family, f.severity, f.why, f.suggestions, f.sources)
        key = self._keys.get(wording)
        if key is None or key not in met:
            text = compact([*wording[:3], int(f.severity), *wording[4:]])
            key = self._keys[wording] = hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
            met[key] = text
        return key

    def __contains__(self, key: object) -> bool:
        return key in self._read

    def __getitem__(self, key: str) -> Wording:
        return self._read[key]

    def add(self, texts: Mapping[str, str]) -> None:
        """Make wordings ready to read with. Raises ValueError or TypeError for a text that holds none."""
        for key, text in texts.items():
            if key not in self._read:
                rule, pack, family, severity, why, suggestions, sources = json.loads(text)
                self._read[key] = Wording(
                    rule, pack, family, Severity(severity), why,
                    tuple(Suggestion(*one) for one in suggestions), tuple(Source(*one) for one in sources),
                )  # fmt: skip


def compact(data: Any) -> str:
    """Data as JSON without spaces, in ASCII: halves of surrogate pairs (in names of files) come through as well."""
    return json.dumps(data, separators=(",", ":"))


def to_data(result: Result, wordings: Wordings, met: dict[str, str]) -> list[Any]:
    """A result as lists of plain values; the wordings that it needs go into `met`, by their hashes."""
    return [
        result.path,
        [[p.line, p.message] for p in result.problems],
        result.faults,
        result.health_copy,
        result.set_aside,
        [_finding_data(f, wordings, met) for f in result.findings],
        [c[1:] for c in result.cleared],
        [[_finding_data(s.finding, wordings, met), s.by, s.reason, s.until, s.line] for s in result.suppressed],
        result.words,
    ]


def wordings_of(data: list[Any]) -> set[str]:
    """The hashes of the wordings that the data of a result needs. Raises what `from_data` does."""
    found = {row[0] for row in data[5]} | {row[0][0] for row in data[7]}
    if not all(isinstance(key, str) for key in found):
        raise TypeError("a wording is named by a text")
    return found


def from_data(data: list[Any], wordings: Wordings) -> Result:
    """The result that `to_data` wrote. Raises KeyError, ValueError, TypeError or IndexError for other data."""
    path, problems, faults, health_copy, set_aside, findings, cleared, suppressed, words = data
    return Result(
        path,
        [_finding(row, path, wordings) for row in findings],
        [Problem(*row) for row in problems],
        [(rule, why) for rule, why in faults],
        health_copy,
        set_aside,
        [_cleared(path, *row) for row in cleared],
        [Suppressed(_finding(row, path, wordings), *rest) for row, *rest in suppressed],
        words,
    )


def _finding_data(f: Finding, wordings: Wordings, met: dict[str, str]) -> list[Any]:
    return [
        wordings.key(f, met), f.message, f.quote, f.span, f.line, f.column, f.end_line, f.end_column, f.key_path,
        f.sentence, f.in_sentence, f.context, f.fingerprint, None if f.written == f.quote else f.written,
        f.byte_columns,
    ]  # fmt: skip


def _finding(row: list[Any], path: str, wordings: Wordings) -> Finding:
    (
        key, message, quote, (start, end), line, column, end_line, end_column, key_path, sentence, (first, last),
        context, fingerprint, written, byte_columns,
    ) = row  # fmt: skip
    said = wordings[key]
    quote = intern(quote)  # many pages say the same
    return Finding(
        path, said.rule, said.pack, said.family, said.severity, intern(message), said.why, quote, Span(start, end),
        line, column, end_line, end_column, key_path, sentence, (first, last), said.suggestions, said.sources,
        tuple(context), fingerprint, quote if written is None else written,
        tuple(byte_columns) if byte_columns else None,
    )  # fmt: skip


def _cleared(path: str, claims: list[str], *rest: Any) -> Cleared:
    by, on, expires, quote, span, line, column, end_line, end_column, passed = rest
    return Cleared(
        path, tuple(claims), by, on, expires, quote, Span(*span), line, column, end_line, end_column, tuple(passed)
    )  # fmt: skip
