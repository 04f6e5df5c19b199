"""The same finding in several files, told once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from medlint.findings import Finding, normalised


class Told(NamedTuple):
    """A finding and where else it is the same."""

    finding: Finding
    others: list[Finding]


def grouped(findings: Iterable[Finding]) -> list[Told]:
    """Findings in their order; what repeats in another file is among the others of the first.

    The same are findings of one rule in one sentence, and of one rule with one message about whole pages.
    Within a single file every place is told.
    """
    findings = list(findings)
    files: dict[tuple[object, ...], set[str]] = {}
    for f in findings:
        files.setdefault(_key(f), set()).add(f.path)
    first: dict[tuple[object, ...], Told] = {}
    out = []
    for f in findings:
        key = _key(f)
        if len(files[key]) > 1 and key in first:
            first[key].others.append(f)
        else:
            first[key] = Told(f, [])
            out.append(first[key])
    return out


def _key(f: Finding) -> tuple[object, ...]:
    # A live page never hides behind a draft that says the same.
    if f.is_page_level:
        return f.rule, f.context, f.message
    return f.rule, f.context, normalised(f.sentence), normalised(f.quote)
