"""The reference library: papers that are known here, by identifier and by resemblance.

"Not listed" means unknown. Nothing in this module says that a paper does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from medlint.evidence.reference_list import IDENTIFIERS, LOCK_NAME, References, canonical

__all__ = [
    "IDENTIFIERS", "LOCK_NAME", "Reference", "ReferenceError_", "References", "canonical", "overlaid",
    "read_references", "shipped_references",
]  # fmt: skip


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
