"""Holding a statement of approval against the table of approvals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, get_args

from medlint.evidence.approvals import AUTHORITIES, Approval, spoken
from medlint.evidence.facts import Treatment
from medlint.evidence.statements import Statement, Zone
from medlint.packs.inflect import inflections

Kind = Literal[
    "true", "false-product", "false-use", "too-wide", "wrong-word", "not-approval", "registration", "facility"
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
FAILED = tuple(kind for kind in KINDS if kind != "true")
"""The verdicts that there can be a rule about."""

_WIDE = re.compile(r"\b(?:any|all|every|each|everyone|anyone|everything|anything|and more|much more|you name it)\b")
_EXCEPT = re.compile(r"\b(?:not|without|no|nor|except|excluding|other than|off label)(?: \w+){0,3} $")
_REFUSED = re.compile(
    r"(?: \w+)?,? (?:isn't|aren't|wasn't|(?:is|are|was|were|remains?) (?:not|off label|un\w+|another))\b"
)
_POPULATION = re.compile(r"\b(?:with|who|such as|despite|in (?:adults|people|patients|men|women))\b")
_PURPOSE = re.compile(
    r"\b(?:for (?!years|decades|sale|you\b|use\b|over|more|the (?:past|last)|\d|\$)|to (?:treat|help|ease)|as an?"
    r"|against|in the treatment)"
)
_MOST = 4


class Hit(NamedTuple):
    """A use named in the text, and the row that knows it."""

    start: int
    end: int
    row: Approval | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the table says of a statement.

    `rows` is what that rests on, `uses` the ranges of the block's text that name uses which are not approved,
    `known` a sentence that says what is true.
    """

    kind: Kind
    treatment: Treatment | None
    rows: tuple[Approval, ...] = ()
    uses: tuple[Zone, ...] = ()
    known: str = ""


def judge(
    statement: Statement, text: str, treatment: Treatment | None, rows: Sequence[Approval], jurisdiction: str
) -> Verdict | None:
    """The verdict on a statement of a treatment (None: of no known one); None where the table does not know.

    `text` is the block's lower-cased text, `rows` are the treatment's approvals in the jurisdiction.
    """
    if statement.denied:
        return Verdict("true", treatment)
    if statement.word == "registered" and jurisdiction == "us":
        return Verdict("registration", treatment, tuple(rows[:1]), known=known(treatment, rows) if treatment else "")
    if statement.of_facility:
        named = jurisdiction == "us" and (statement.jurisdiction or statement.form == "bare")
        kind: Kind = "registration" if statement.word == "standard" else "facility"
        return Verdict(kind, None) if named and statement.word != "registered" else None
    if treatment is None or not rows:
        return None
    granted = [row for row in rows if row.granted]
    if statement.word in ("designation", "ind", "standard"):
        return _lesser(statement, treatment, rows, granted)
    hits = _hits(statement, text, granted, _denied(rows))
    denied = [hit for hit in hits if hit.row and not hit.row.granted]
    told = known(treatment, rows, tuple(h.row for h in denied if h.row))
    if not granted:
        if any(True for _ in _found(text, statement.zones, treatment.approved_words)):
            return Verdict("true", treatment)
        relied = tuple(row for row in rows if row.status in ("unapproved-product", "not-approved", "withdrawn"))
        if not relied or (relied[0].status == "not-approved" and not denied and statement.form == "bare"):
            return None
        return Verdict("false-product", treatment, relied[:1], tuple(Zone(h.start, h.end) for h in denied), told)
    if denied:
        relied = tuple(dict.fromkeys(hit.row for hit in denied if hit.row))
        return Verdict("false-use", treatment, relied, tuple(Zone(h.start, h.end) for h in denied), told)
    return _granted(statement, text, treatment, granted, [hit.row for hit in hits if hit.row], rows)


def _granted(
    statement: Statement, text: str, treatment: Treatment, granted: Sequence[Approval], named: list[Approval],
    rows: Sequence[Approval],
) -> Verdict | None:  # fmt: skip
    """The verdict where no use is named that is not approved."""
    told = known(treatment, rows)
    zone = statement.zones[0]
    ends = [m.end for m in statement.products if zone.start <= m.start < zone.end]
    words = text[max([zone.start, *ends]) : zone.end]
    relied = tuple(dict.fromkeys(named)) or tuple(granted)
    if re.match(r"(?: \w+){0,2} (?:for|to treat|in) (?:\w+ ){0,2}?" + _WIDE.pattern, words) or (
        named and re.search(r"\b(?:and (?:much )?more|you name it|and beyond)\b", words)
    ):
        return Verdict("too-wide", treatment, relied, known=told)
    devices = all(row.status in ("cleared", "authorised") for row in relied)
    if statement.word == "approved" and devices and statement.form != "bare":
        return Verdict("wrong-word", treatment, relied, known=told)
    if named:
        return Verdict("true", treatment, relied)
    if statement.form == "bare" or _PURPOSE.search(words):
        return None
    refused = any(row.status == "not-approved" for row in rows)
    return Verdict("too-wide", treatment, relied, known=told) if treatment.needs_status and refused else None


def _lesser(
    statement: Statement, treatment: Treatment, rows: Sequence[Approval], granted: Sequence[Approval]
) -> Verdict | None:
    """The verdict on what is less than an approval: a designation, permission to study, a way of making."""
    if statement.word == "standard":
        return None if granted else Verdict("registration", treatment, tuple(rows[:1]), known=known(treatment, rows))
    if granted and not treatment.needs_status:
        return None
    relied = tuple(row for row in rows if not row.granted)
    return Verdict("not-approval", treatment, relied[:2], known=known(treatment, rows)) if relied else None


def _denied(rows: Iterable[Approval]) -> list[Approval]:
    return [row for row in rows if row.status == "not-approved"]


def _hits(statement: Statement, text: str, granted: Sequence[Approval], denied: Sequence[Approval]) -> list[Hit]:
    """The uses named in the statement's zones: of overlapping ones the longest, else the approved one."""
    found = [
        Hit(a, b, row)
        for row in (*granted, *denied)
        for a, b in _found(text, statement.zones, row.words)
    ]  # fmt: skip
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda h: h.start - h.end):
        if all(hit.end <= o.start or o.end <= hit.start for o in kept):
            kept.append(hit)
    first = min((h.start for h in kept if h.row and h.row.granted), default=None)
    return sorted(
        hit for hit in kept
        if hit.row is None or hit.row.granted
        or first is None or hit.start < first or not _POPULATION.search(text[first : hit.start])
    )  # fmt: skip


def _found(text: str, zones: Iterable[Zone], words: tuple[str, ...]) -> Iterable[tuple[int, int]]:
    if words:
        for zone in zones:
            for m in _expression(words).finditer(text, zone.start, zone.end):
                if not _EXCEPT.search(text[zone.start : m.start()]) and not _REFUSED.match(text, m.end()):
                    yield m.span()


def uses_in(text: str, start: int, end: int, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where a range of lower-cased text names one of some uses."""
    return (m.span() for m in _expression(words).finditer(text, start, end))


@cache
def _expression(words: tuple[str, ...]) -> re.Pattern[str]:
    forms: set[str] = set()
    for word in words:
        plain = word.rstrip("*").lower().replace("-", " ")
        forms.update(inflections(plain) if word.endswith("*") else [plain])
    listed = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


def known(treatment: Treatment | None, rows: Sequence[Approval], about: Sequence[Approval] = ()) -> str:
    """One or two sentences on what a treatment is approved for, and where that was read.

    `about` are the rows that matter most, told first when uses are many.
    """
    if treatment is None or not rows:
        return ""
    granted = [row for row in rows if row.granted][:_MOST]
    who = AUTHORITIES[rows[0].jurisdiction]
    label = treatment.label[:1].upper() + treatment.label[1:]
    parts = []
    for status in dict.fromkeys(row.status for row in granted):
        uses = "; ".join(
            row.use + (f" (since {spoken(row.since)})" if row.since else "") for row in granted if row.status == status
        )
        parts.append(f"{who}-{status} for {uses}")
    refused = [row for row in about if not row.granted] or [row for row in rows if row.status == "not-approved"]
    none = [row for row in rows if row.status in ("unapproved-product", "withdrawn")]
    if none:
        parts.append(f"no {who} approval for {none[0].use}")
    elif refused:
        parts.append(f"not for {refused[0].use}")
    source = next(iter([*(row for row in about), *none, *granted, *rows]))
    return f"{label}: {'; '.join(parts)} ({source.host}, as of {spoken(source.as_of)})."
