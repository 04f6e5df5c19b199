"""Approvals: what each treatment is approved, cleared or not approved for, in which jurisdiction, since when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args
from urllib.parse import urlsplit

from medlint.packs.errors import did_you_mean

if TYPE_CHECKING:
    from medlint.evidence.facts import Treatment
    from medlint.packs.yaml_source import Cursor

Status = Literal[
    "approved", "cleared", "authorised", "designation", "not-approved", "unapproved-product", "withdrawn"
]  # fmt: skip
STATUSES: tuple[Status, ...] = get_args(Status)
GRANTED = ("approved", "cleared", "authorised")
"""What lets a product be promoted for a use."""

AUTHORITIES = {"us": "FDA", "uk": "MHRA", "au": "TGA", "ca": "Health Canada", "eu": "EMA"}
"""Who approves medicines, by jurisdiction."""

KEYS = (
    "treatment", "status", "use", "words", "since", "jurisdiction", "source", "as_of", "verified", "recheck", "note",
)  # fmt: skip
REQUIRED = ("treatment", "status", "use", "jurisdiction", "source", "as_of", "verified", "recheck")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Approval:
    """One use of one treatment in one jurisdiction.

    `words` are those with which copy names the use (a trailing * stands for the regular inflections). `since` and
    `as_of` are dates as precise as is known (2019, 2019-03, 2019-03-05; `since` may be empty), `recheck` is a day.
    `addresses` tell where it was read; `verified` is yes, partly or no.
    """

    treatment: str
    status: str
    use: str
    words: tuple[str, ...]
    since: str
    jurisdiction: str
    addresses: tuple[str, ...]
    as_of: str
    verified: str
    recheck: str
    note: str

    @property
    def granted(self) -> bool:
        """Whether the row says that the product may be promoted for the use."""
        return self.status in GRANTED

    def is_stale(self, today: date) -> bool:
        """Whether somebody should have looked again by now."""
        return today > date.fromisoformat(self.recheck)

    @property
    def host(self) -> str:
        """The site where it was read first."""
        return urlsplit(self.addresses[0]).netloc.removeprefix("www.")


def read_approvals(rows: Cursor, treatments: Mapping[str, Treatment]) -> dict[str, tuple[Approval, ...]]:
    """The approvals by the id of their treatment. Mistakes are noted at their cursors; such rows are left out."""
    out: dict[str, tuple[Approval, ...]] = {}
    for row in rows.items():
        before = len(row.file.mistakes)
        approval = _approval(row, treatments)
        if approval is None or len(row.file.mistakes) > before:
            continue
        others = out.get(approval.treatment, ())
        key = (approval.status, approval.use.casefold(), approval.jurisdiction)
        if any((o.status, o.use.casefold(), o.jurisdiction) == key for o in others):
            row.note("the same treatment, status, use and jurisdiction are given twice")
            continue
        out[approval.treatment] = (*others, approval)
    return out


def _approval(row: Cursor, treatments: Mapping[str, Treatment]) -> Approval | None:
    fields = row.fields(KEYS, REQUIRED)
    if any(key not in fields for key in REQUIRED):
        return None
    name = fields["treatment"].string()
    if name not in treatments:
        fields["treatment"].note(f"there is no treatment “{name}”{did_you_mean(name, treatments)}")
        return None
    status = fields["status"].choice(STATUSES)
    recheck, as_of = _day(fields["recheck"]), _date(fields["as_of"])
    if recheck and as_of and recheck[: len(as_of)] < as_of:
        fields["recheck"].note("lies before as_of: a row is to be looked at again after it was looked at")
    note = fields["note"].string() if "note" in fields else ""
    return Approval(
        name, status, fields["use"].string(),
        tuple(fields["words"].strings()) if "words" in fields else _words(status, treatments[name]),
        _date(fields["since"]) if "since" in fields else "",
        fields["jurisdiction"].choice(AUTHORITIES), _addresses(fields["source"]), as_of,
        fields["verified"].choice(("yes", "partly", "no")), recheck, " ".join(note.split()),
    )  # fmt: skip


def _words(status: str, treatment: Treatment) -> tuple[str, ...]:
    """The words of a use that has none of its own: those that are given for the treatment."""
    if status in GRANTED:
        return treatment.approved_words
    return treatment.unapproved_words if status == "not-approved" else ()


def _addresses(cursor: Cursor) -> tuple[str, ...]:
    found = cursor.texts()
    if not found:
        cursor.note("is empty: a row needs the address where it was read")
    for one in found:
        parts = urlsplit(one.string())
        if parts.scheme not in ("http", "https") or "." not in parts.netloc:
            one.note("should be a web address: the page where it was read")
    return tuple(one.string() for one in found)


def _date(cursor: Cursor) -> str:
    text = cursor.string()
    if not _DATE.fullmatch(text):
        cursor.note("should be a date: a year, a year and month, or a day (2019, 2019-03, 2019-03-05)")
        return ""
    return text


def _day(cursor: Cursor) -> str:
    text = cursor.string()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        cursor.note("should be a day (2027-02-28)")
        return ""


def spoken(when: str) -> str:
    """A date as people write it: “5 March 2019”, “March 2019”, “2019”."""
    year, *rest = when.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])
