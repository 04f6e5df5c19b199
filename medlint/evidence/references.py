"""The reference library: papers that are known here, by identifier and by resemblance.

"Not listed" means unknown. Nothing in this module says that a paper does not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path

from medlint.evidence.journals import same_journal

LOCK_NAME = "references.lock.json"

IDENTIFIERS = ("doi", "pmid", "pmcid", "nct")
"""The kinds of identifier, the most exact first."""


class ReferenceError_(Exception):  # noqa: N801, N818 - ReferenceError is a built-in
    """A file of references that cannot be used, in one sentence: file, entry, what, how to mend it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One paper or trial. What is not known is empty.

    `authors` are family names in order and `given` the given names or initials that go with them; `more_authors`
    says that there are others who are not named. `doi` is in lower case and without a resolver. `notice` is
    "", "retracted", "corrected" or "expression of concern". `verified` (yes, partly, no) is about the row;
    `unverified` names the identifiers in it that were not seen on a page. `conditions` are ids of the facts;
    `seen_at` are addresses that were read. `origin` is "shipped" or the path of the user's file.
    """

    id: str
    title: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    journal: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    nct: str = ""
    url: str = ""
    design: str = ""
    n: int | None = None
    condition: str = ""
    shows: str = ""
    does_not_show: str = ""
    notice: str = ""
    verified: str = "no"
    origin: str = ""
    given: tuple[str, ...] = ()
    more_authors: bool = False
    volume: str = ""
    issue: str = ""
    pages: str = ""
    conditions: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    seen_at: tuple[str, ...] = ()
    as_of: str = ""

    def identifier(self, kind: str) -> str:
        """Its DOI, PMID, PMCID or NCT number; "" when there is none."""
        return str(getattr(self, kind)) if kind in IDENTIFIERS else ""

    @property
    def label(self) -> str:
        """How a message names it: “Feder 2014, JAMA Psychiatry”."""
        name = self.authors[0] if self.authors else self.title or self.id
        return ", ".join(part for part in (" ".join(filter(None, (name, str(self.year or "")))), self.journal) if part)


@dataclass(frozen=True)
class References:
    """An ordered collection of references. Of two with one identifier, the later one is found by it."""

    entries: Sequence[Reference] = ()

    same_journal = staticmethod(same_journal)

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


def shipped_references() -> References:
    """The references that ship with medlint."""
    from medlint.evidence.studies import read_shipped

    return read_shipped()


def overlaid(references: References, lock: Path) -> References:
    """The references with what a lock file says of them, if there is one. Raises ReferenceError_."""
    if not lock.exists():
        return references
    from medlint.evidence.lock import overlay, read_lock

    return overlay(references, read_lock(lock))


def read_references(path: Path) -> References:
    """The references of a file: CSL-JSON (`.json`) or BibTeX (`.bib`). Raises ReferenceError_."""
    suffix = path.suffix.lower()
    if suffix == ".json":
        from medlint.evidence.csl import read_csl

        return References(tuple(read_csl(path)))
    if suffix in (".bib", ".bibtex"):
        from medlint.evidence.bibtex import read_bibtex

        return References(tuple(read_bibtex(path)))
    raise ReferenceError_(f"{path}: is neither CSL-JSON (.json) nor BibTeX (.bib); export it as one of them")
