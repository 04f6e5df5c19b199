"""A collection of references, found by identifier and by resemblance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medlint.evidence.references import Reference

LOCK_NAME = "references.lock.json"

IDENTIFIERS = ("doi", "pmid", "pmcid", "nct")
"""The kinds of identifier, the most exact first."""


class References:
    """An ordered collection of references. Of two with one identifier, the later one is found by it."""

    def __init__(self, entries: Sequence[Reference] = ()) -> None:
        self.entries = entries

    def __eq__(self, other: object) -> bool:
        return self.entries == other.entries if isinstance(other, References) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    @staticmethod
    def same_journal(a: str, b: str) -> bool:
        """Whether two names are those of one journal."""
        from medlint.evidence.journals import same_journal

        return same_journal(a, b)

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __add__(self, others: Iterable[Reference]) -> References:
        return References((*self.entries, *others))

    def merged(self, others: Iterable[Reference]) -> References:
        """These and the others. One that is here already is not doubled: what the other says of it goes first.

        Two are the same when an identifier is, unless their years say otherwise.
        """
        entries = dict(enumerate(self.entries))
        places = {key: index for index, ref in entries.items() for key in _keys(ref)}
        for other in others:
            index = next((places[key] for key in _keys(other) if key in places), None)
            if index is not None and _same_year(entries[index], other):
                entries[index] = _filled(other, entries[index])
            else:
                entries[len(entries)] = other
        return References(tuple(entries.values()))

    @cached_property
    def _index(self) -> dict[tuple[str, str], Reference]:
        pairs = ((kind, ref) for ref in self.entries for kind in IDENTIFIERS)
        return {(kind, value): ref for kind, ref in pairs if (value := ref.identifier(kind))}

    def by_identifier(self, kind: str, value: str) -> Reference | None:
        """The reference with this `kind` (doi, pmid, pmcid, nct) of identifier, or None."""
        return self._index.get((kind, canonical(kind, value)))

    def by_id(self, id_: str) -> Reference | None:
        """The reference with this citation key; of several the last one."""
        return next((ref for ref in reversed(self.entries) if ref.id == id_), None)

    def nearest(
        self, *, journal: str = "", year: int | None = None, author: str = "", condition: str = "", design: str = "",
        text: str = "", limit: int = 3,
    ) -> list[tuple[Reference, float]]:  # fmt: skip
        """The references most like what is asked for, best first, each with its likeness (0 to 1).

        Only what is given counts. `condition` may be words or an id of the facts; `text` is any words said of the
        paper, compared with its title, design and results. A paper that appeared after the year asked for is
        further off than one before it: nobody could have cited it then. References that have nothing in common
        with what is asked for are left out.
        """
        from medlint.evidence.likeness import Wanted

        wanted = Wanted(journal, year, author, condition, design, text)
        found = [(ref, round(score, 4)) for ref in self.entries if (score := wanted.likeness(ref)) > 0]
        return sorted(found, key=lambda pair: -pair[1])[:limit]


def _keys(ref: Reference) -> list[tuple[str, str]]:
    return [(kind, value) for kind in IDENTIFIERS if (value := ref.identifier(kind))]


def _same_year(a: Reference, b: Reference) -> bool:
    return a.year is None or b.year is None or abs(a.year - b.year) <= 1


def _filled(ref: Reference, other: Reference) -> Reference:
    """A reference with what it lacks taken from another one of the same paper."""
    from dataclasses import fields, replace

    lacking = {f.name: getattr(other, f.name) for f in fields(ref) if getattr(ref, f.name) in ("", (), None)}
    if ref.verified == "no":
        new = tuple(kind for kind in ref.unverified if not other.identifier(kind))
        lacking |= {"verified": other.verified, "unverified": (*other.unverified, *new)}
    return replace(ref, **lacking)


def canonical(kind: str, value: str) -> str:
    """An identifier as the library holds it: no resolver, no label, no padding."""
    value = value.strip()
    if kind == "doi":
        return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", value, flags=re.I).lower()
    digits = "".join(c for c in value if c.isdigit())
    if kind == "pmid":
        return digits.lstrip("0")
    return {"pmcid": "PMC", "nct": "NCT"}.get(kind, "") + digits if digits else ""
