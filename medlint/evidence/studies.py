"""The studies that ship: `rules/facts/studies.yaml` as references."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from medlint.evidence.identifiers import find_identifiers
from medlint.evidence.references import IDENTIFIERS, Reference, References, canonical
from medlint.packs.errors import PackError, did_you_mean
from medlint.packs.yaml_source import Cursor, load

SHIPPED = "shipped"
VERIFIED = ("yes", "partly", "no")
NOTICES = ("retracted", "corrected", "expression of concern")
_PROOFS = {f"{kind}_verified": kind for kind in IDENTIFIERS}
_KEYS = (
    "id", "title", "authors", "more_authors", "year", "journal", "volume", "issue", "pages", *IDENTIFIERS, *_PROOFS,
    "url", "design", "n", "condition", "conditions", "shows", "does_not_show", "notice", "verified", "as_of", "seen_at",
    "note",
)  # fmt: skip
_REQUIRED = ("id", "title", "authors", "year", "journal", "url", "design", "condition", "verified", "as_of", "seen_at")


@cache
def read_shipped() -> References:
    """The shipped studies alone, without the other facts. Raises PackError."""
    from medlint.packs.loader import shipped_folder

    file, cursor = load(shipped_folder() / "facts" / "studies.yaml", "facts/studies.yaml")
    rows = cursor.fields(("studies",), ("studies",)).get("studies") if cursor else None
    found = read_studies(rows) if rows else References()
    if file.mistakes:
        raise PackError(file.mistakes)
    return found


def read_studies(rows: Cursor, conditions: Iterable[str] | None = None) -> References:
    """The rows of `studies`; mistakes are noted at their places.

    A row without an address that was read is refused, and so is one whose identifiers cannot be right. With
    `conditions`, each id under `conditions` must be one of them.
    """
    found: dict[str, Reference] = {}
    for row in rows.items():
        study = _study(row, None if conditions is None else tuple(conditions))
        if study.id in found:
            row.note(f"the id “{study.id}” is given twice")
        found[study.id] = study
    return References(tuple(found.values()))


def _study(row: Cursor, conditions: tuple[str, ...] | None) -> Reference:
    fields = row.fields(_KEYS, _REQUIRED)

    def text(key: str) -> str:
        return fields[key].string() if key in fields else ""

    def number(key: str) -> int | None:
        return fields[key].number() if key in fields else None

    def texts(key: str) -> tuple[str, ...]:
        return tuple(fields[key].strings()) if key in fields else ()

    for key in ("url", "seen_at"):
        for cursor in fields[key].texts() if key in fields else ():
            if not cursor.string().startswith(("https://", "http://")):
                cursor.note("should be an address (https://…)")
    if "seen_at" in fields and not fields["seen_at"].texts():
        fields["seen_at"].note("a row needs an address at which it was read")
    for cursor in fields["conditions"].texts() if "conditions" in fields else ():
        if conditions is not None and cursor.string() not in conditions:
            cursor.note(f"unknown condition “{cursor.string()}”{did_you_mean(cursor.string(), conditions)}")
    given = {kind: _identifier(kind, fields[kind]) for kind in IDENTIFIERS if kind in fields}
    names = [name.rpartition(" ") for name in texts("authors")]
    return Reference(
        id=text("id"),
        title=text("title"),
        authors=tuple(family or initials for family, _, initials in names),
        given=tuple(initials if family else "" for family, _, initials in names),
        more_authors="more_authors" in fields and fields["more_authors"].flag(),
        year=number("year"),
        journal=text("journal"),
        volume=text("volume"),
        issue=text("issue"),
        pages=text("pages"),
        url=text("url"),
        design=text("design"),
        n=number("n"),
        condition=text("condition"),
        conditions=texts("conditions"),
        shows=text("shows"),
        does_not_show=text("does_not_show"),
        notice=fields["notice"].choice(NOTICES) if "notice" in fields else "",
        verified=fields["verified"].choice(VERIFIED) if "verified" in fields else "no",
        unverified=tuple(kind for kind in given if _proof(fields, kind) != "yes"),
        seen_at=texts("seen_at"),
        as_of=text("as_of"),
        origin=SHIPPED,
        **given,
    )


def _identifier(kind: str, cursor: Cursor) -> str:
    """An identifier as the library holds it; one that cannot be right is a mistake."""
    written = cursor.string()
    label = "" if kind in ("pmcid", "nct") else f"{kind} "
    found = [one for one in find_identifiers(f"{label}{written}") if one.kind == kind]
    if len(found) != 1 or found[0].problem:
        cursor.note(f"“{written}” cannot be right: {found[0].problem if found else f'it is no {kind.upper()}'}")
    return canonical(kind, written)


def _proof(fields: dict[str, Cursor], kind: str) -> str:
    key = f"{kind}_verified"
    return fields[key].choice(VERIFIED) if key in fields else "no"
