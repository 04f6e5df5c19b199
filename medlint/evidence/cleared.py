"""Cleared claims: the exact texts that a review department has approved, as its YAML files list them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medlint.evidence.verbatim import words
from medlint.packs.errors import Mistake

if TYPE_CHECKING:
    from medlint.packs.yaml_source import Cursor

KEYS = (
    "id", "text", "approved_by", "approved_on", "expires", "jurisdictions", "footnote", "references", "note",
)  # fmt: skip
REQUIRED = ("id", "text", "approved_by", "approved_on", "jurisdictions")


class ClaimsError(Exception):
    """Files of cleared claims that cannot be used. `mistakes` holds everything found, in file order."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = sorted(set(mistakes))
        super().__init__("\n".join(map(str, self.mistakes)))


@dataclass(frozen=True, slots=True)
class ClearedClaim:
    """One approved text. `expires` is its last good day; `footnote` must stand on every page that has the text.

    `path` and `line` say where it is written.
    """

    id: str
    text: str
    approved_by: str
    approved_on: date
    expires: date | None
    jurisdictions: tuple[str, ...]
    footnote: str
    references: tuple[str, ...]
    note: str
    path: str
    line: int

    def lapse(self, day: date) -> str:
        """Why the approval does not hold on a day; nothing where it does."""
        if self.expires and self.expires < day:
            return f"expired on {self.expires}"
        return f"holds only from {self.approved_on} on" if day < self.approved_on else ""


def read_claims(paths: Iterable[Path], jurisdictions: Iterable[str]) -> tuple[ClearedClaim, ...]:
    """The claims of some files, in their order. Raises ClaimsError with every mistake in any of them.

    `jurisdictions` are the names that a claim can be cleared for.
    """
    from medlint.packs.yaml_source import load

    opened = [load(path) for path in dict.fromkeys(paths)]
    claims = [claim for _, cursor in opened if cursor for claim in claims_from(cursor, jurisdictions)]
    mistakes = [mistake for file, _ in opened for mistake in file.mistakes]
    return _sound(claims, mistakes)


def parse_claims(text: str, shown: str, jurisdictions: Iterable[str]) -> tuple[ClearedClaim, ...]:
    """The same for the text of one file, which is called `shown` in mistakes."""
    from medlint.packs.yaml_source import load_text

    file, cursor = load_text(text, shown)
    claims = claims_from(cursor, jurisdictions) if cursor else []
    return _sound(claims, file.mistakes)


def claims_from(cursor: Cursor, jurisdictions: Iterable[str]) -> list[ClearedClaim]:
    """The claims of one file; what is wrong is noted at its place."""
    rows = cursor.fields(("claims",), ("claims",)).get("claims")
    known = sorted(set(jurisdictions))
    if rows is None or (not rows.is_sequence and not str(rows.node.value)):
        return []  # `claims:` with nothing below it is a file to begin with
    return [claim_from(row, known) for row in rows.items()]


def _sound(claims: Sequence[ClearedClaim], mistakes: list[Mistake]) -> tuple[ClearedClaim, ...]:
    first: dict[str, ClearedClaim] = {}
    for claim in claims:
        other = first.setdefault(claim.id, claim)
        if claim.id and other is not claim:
            told = f"the id “{claim.id}” is given twice (first at {other.path}:{other.line})"
            mistakes.append(Mistake(claim.path, claim.line, 1, told))
    if mistakes:
        raise ClaimsError(mistakes)
    return tuple(claims)


def claim_from(row: Cursor, known: Sequence[str]) -> ClearedClaim:
    """One claim; what is wrong is noted at its place. `known` are the jurisdictions that there are."""
    fields = row.fields(KEYS, REQUIRED)

    def text(key: str) -> str:
        return " ".join(fields[key].string().split()) if key in fields else ""

    def texts(key: str) -> tuple[str, ...]:
        return tuple(fields[key].strings()) if key in fields else ()

    def day(key: str) -> date | None:
        return day_from(fields[key]) if key in fields else None

    approved, expires = day("approved_on"), day("expires")
    if approved and expires and expires < approved:
        fields["expires"].note(f"lies before the day of the approval ({approved})")
    for key in ("text", "footnote"):
        if text(key) and not words(text(key)).norms:
            fields[key].note("holds no words")
    where = tuple(c.choice(known) for c in fields["jurisdictions"].texts()) if "jurisdictions" in fields else ()
    if "jurisdictions" in fields and not where and fields["jurisdictions"].is_sequence:
        fields["jurisdictions"].note("names no jurisdiction")
    return ClearedClaim(
        text("id"), text("text"), text("approved_by"), approved or date.min, expires, where, text("footnote"),
        texts("references"), text("note"), row.file.path, row.line,
    )  # fmt: skip


def day_from(cursor: Cursor) -> date | None:
    """A day, written 2026-11-30."""
    text = cursor.string()
    try:
        return date.fromisoformat(text)
    except ValueError:
        if text.strip():
            cursor.note(f"“{text}” is no day; write it as year-month-day, 2026-11-30")
        return None
