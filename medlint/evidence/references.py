"""The reference library: papers that are known here, by identifier and by resemblance.

"Not listed" means unknown. Nothing in this module says that a paper does not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from medlint.evidence.journals import name_words, same_journal, words

LOCK_NAME = "references.lock.json"

IDENTIFIERS = ("doi", "pmid", "pmcid", "nct")
"""The kinds of identifier, the most exact first."""

_JOURNAL, _YEAR, _AUTHOR, _CONDITION, _DESIGN, _WORDS = 2.0, 2.0, 3.0, 3.0, 1.0, 2.0
_LATER = 0.7
_BY_WORDS = 0.7
_YEARS = 6


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

    entries: tuple[Reference, ...] = ()

    same_journal = staticmethod(same_journal)

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __add__(self, others: Iterable[Reference]) -> References:
        return References((*self.entries, *others))

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
        wanted = _Wanted(journal, year, author, condition, design, text)
        found = [(ref, round(score, 4)) for ref in self.entries if (score := wanted.likeness(ref)) > 0]
        return sorted(found, key=lambda pair: -pair[1])[:limit]


@dataclass(frozen=True, slots=True)
class _Wanted:
    journal: str
    year: int | None
    author: str
    condition: str
    design: str
    text: str

    def likeness(self, ref: Reference) -> float:
        parts = [
            (_JOURNAL, self._journal(ref) if self.journal else None),
            (_YEAR, self._year(ref) if self.year else None),
            (_AUTHOR, self._author(ref) if self.author else None),
            (_CONDITION, self._condition(ref) if self.condition else None),
            (_DESIGN, _overlap(self.design, f"{ref.design} {ref.title}") if self.design else None),
            (_WORDS, _overlap(self.text, f"{ref.title} {ref.design} {ref.shows}") if self.text else None),
        ]
        asked = [(weight, score) for weight, score in parts if score is not None]
        if not asked or not any(score for _, score in asked):
            return 0.0
        whole = sum(weight * score for weight, score in asked) / sum(weight for weight, _ in asked)
        later = self.year is not None and ref.year is not None and ref.year > self.year + 1
        return whole * _LATER if later else whole

    def _journal(self, ref: Reference) -> float:
        if same_journal(self.journal, ref.journal):
            return 1.0
        from rapidfuzz import fuzz

        return 0.5 * fuzz.token_sort_ratio(" ".join(name_words(self.journal)), " ".join(name_words(ref.journal))) / 100

    def _year(self, ref: Reference) -> float:
        if ref.year is None or self.year is None:
            return 0.0
        return max(0.0, 1 - abs(ref.year - self.year) / _YEARS)

    def _author(self, ref: Reference) -> float:
        """The first author counts whole, another one nearly so; a slip in the spelling costs little."""
        from rapidfuzz import fuzz

        scores = [
            fuzz.ratio(self.author.lower(), name.lower()) / 100 * (1.0 if place == 0 else 0.9)
            for place, name in enumerate(ref.authors)
        ]
        best = max(scores, default=0.0)
        return best if best >= 0.75 else 0.0  # “Anand” and “Almeida” are no slip

    def _condition(self, ref: Reference) -> float:
        if self.condition in ref.conditions:
            return 1.0
        return _BY_WORDS * _overlap(self.condition, f"{ref.condition} {ref.title} {' '.join(ref.conditions)}")


def _overlap(asked: str, held: str) -> float:
    """The share of the asked words that are among the held ones, compared by their first six letters."""
    stems = {word[:6] for word in words(asked)}
    return len(stems & {word[:6] for word in words(held)}) / len(stems) if stems else 0.0


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
