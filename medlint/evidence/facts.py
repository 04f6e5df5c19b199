"""The facts that ship: treatments, conditions, sources and studies, each with its date and whether it was verified."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from medlint.evidence.reference_list import References
from medlint.findings import Source
from medlint.matching import CONDITION_MARKS, TREATMENT_MARKS
from medlint.parts import Parts

if TYPE_CHECKING:
    from medlint.evidence.approvals import Approval
    from medlint.packs.errors import Mistake
    from medlint.packs.yaml_source import Cursor


class Treatment(NamedTuple):
    """A product or procedure and its status. `mark` is its private character in masked text."""

    id: str
    label: str
    field: str
    kind: str
    names: tuple[str, ...]
    approved_for: str
    approved_words: tuple[str, ...]
    unapproved_words: tuple[str, ...]
    needs_status: bool
    status: str
    schedule: str
    risks: str
    risk_words: tuple[str, ...]
    boxed_warning: str
    as_of: str
    verified: str
    sources: tuple[str, ...]
    mark: str


class Condition(NamedTuple):
    """A complaint, a disease or a wish that clinic copy speaks of."""

    id: str
    label: str
    names: tuple[str, ...]
    kind: str
    mark: str


class Facts(Parts):
    """All facts by id, and the reference library (the studies that ship, then those of the user).

    `approvals` are by the id of their treatment; `risk_words` are groups of words for the same risk.
    """

    def __init__(
        self, treatments: Mapping[str, Treatment] | None = None, conditions: Mapping[str, Condition] | None = None,
        sources: Mapping[str, Source] | None = None, references: References | None = None,
        risk_words: tuple[tuple[str, ...], ...] = (), approvals: Mapping[str, tuple[Approval, ...]] | None = None,
    ) -> None:  # fmt: skip
        self.treatments = {} if treatments is None else treatments
        self.conditions = {} if conditions is None else conditions
        self.sources = {} if sources is None else sources
        self.references = References() if references is None else references
        self.risk_words = risk_words
        self.approvals = {} if approvals is None else approvals


_TREATMENT_KEYS = (
    "id", "label", "field", "kind", "names", "approved_for", "approved_words", "unapproved_words", "needs_status",
    "status", "schedule", "risks", "risk_words", "boxed_warning", "as_of", "verified", "sources", "seen_at", "note",
    "risks_verified",
)  # fmt: skip
_TREATMENT_REQUIRED = ("id", "label", "field", "kind", "names", "status", "risks", "as_of", "verified")
_SOURCE_KEYS = ("id", "title", "section", "url", "jurisdiction", "requires", "as_of", "verified", "seen_at", "note")
_VERIFIED = ("yes", "partly", "no")


def read_facts(folder: Path, mistakes: list[Mistake]) -> Facts:
    """Read the files of facts in a folder; what is wrong goes to `mistakes`."""
    from medlint.evidence.approvals import read_approvals
    from medlint.evidence.studies import read_studies

    treatments: dict[str, Treatment] = {}
    conditions: dict[str, Condition] = {}
    sources: dict[str, Source] = {}
    facts = Facts(treatments, conditions, sources)
    readers: Sequence[tuple[str, Callable[[Cursor], object]]] = (
        ("sources", lambda row: _source(row, sources)),
        ("treatments", lambda row: _treatment(row, treatments, sources)),
        ("conditions", lambda row: _condition(row, conditions)),
        ("risks", lambda row: _risk(row, facts)),
    )
    for name, reader in readers:
        with _rows(folder, name, mistakes) as rows:
            for row in rows.items() if rows else ():
                reader(row)
    with _rows(folder, "studies", mistakes) as rows:
        facts.references = read_studies(rows, facts.conditions) if rows else References()
    with _rows(folder, "approvals", mistakes) as rows:
        facts.approvals = read_approvals(rows, facts.treatments) if rows else {}
    return facts


@contextmanager
def _rows(folder: Path, name: str, mistakes: list[Mistake]) -> Iterator[Cursor | None]:
    """The rows of `<name>.yaml`; what is noted at them goes to `mistakes`."""
    from medlint.packs.yaml_source import load

    file, cursor = load(folder / f"{name}.yaml", f"facts/{name}.yaml")
    yield cursor.fields((name,), (name,)).get(name) if cursor else None
    mistakes += file.mistakes


def read_sources(rows: Cursor, sources: MutableMapping[str, Source]) -> list[str]:
    """Add the source definitions of a pack; returns their ids."""
    return [_source(row, sources) for row in rows.items()]


def _unique(row: Cursor, fields: dict[str, Cursor], taken: Container[str]) -> str:
    name = fields["id"].string() if "id" in fields else ""
    if name in taken:
        row.note(f"the id “{name}” is given twice")
    return name


def _text(fields: dict[str, Cursor], key: str) -> str:
    return str(fields[key].node.value) if key in fields else ""


def _texts(fields: dict[str, Cursor], key: str) -> tuple[str, ...]:
    return tuple(fields[key].strings()) if key in fields else ()


def _source(row: Cursor, sources: MutableMapping[str, Source]) -> str:
    fields = row.fields(_SOURCE_KEYS, ("id", "title", "url", "requires", "as_of", "verified"))
    name = _unique(row, fields, sources)
    verified = fields["verified"].choice(_VERIFIED) if "verified" in fields else "no"
    sources[name] = Source(
        name, _text(fields, "title"), _text(fields, "section"), _text(fields, "url"),
        _text(fields, "jurisdiction"), _text(fields, "requires"), _text(fields, "as_of"), verified,
    )  # fmt: skip
    return name


def _treatment(row: Cursor, treatments: dict[str, Treatment], sources: Container[str]) -> None:
    fields = row.fields(_TREATMENT_KEYS, _TREATMENT_REQUIRED)
    name = _unique(row, fields, treatments)
    for cursor in fields["sources"].texts() if "sources" in fields else ():
        if cursor.string() not in sources:
            cursor.note(f"unknown source “{cursor.string()}”")
    treatments[name] = Treatment(
        name, _text(fields, "label"), _text(fields, "field"), _text(fields, "kind"), _texts(fields, "names"),
        _text(fields, "approved_for"), _texts(fields, "approved_words"), _texts(fields, "unapproved_words"),
        "needs_status" in fields and fields["needs_status"].flag(),
        _text(fields, "status"), _text(fields, "schedule"), _text(fields, "risks"), _texts(fields, "risk_words"),
        _text(fields, "boxed_warning"), _text(fields, "as_of"),
        fields["verified"].choice(_VERIFIED) if "verified" in fields else "no",
        _texts(fields, "sources"), chr(TREATMENT_MARKS[len(treatments)]),
    )  # fmt: skip


def _condition(row: Cursor, conditions: dict[str, Condition]) -> None:
    fields = row.fields(("id", "label", "names", "kind"), ("id", "label", "names", "kind"))
    name = _unique(row, fields, conditions)
    kinds = ("disease", "symptom", "cosmetic", "wellness")
    kind = fields["kind"].choice(kinds) if "kind" in fields else kinds[0]
    mark = chr(CONDITION_MARKS[len(conditions)])
    conditions[name] = Condition(name, _text(fields, "label"), _texts(fields, "names"), kind, mark)


def _risk(row: Cursor, facts: Facts) -> None:
    fields = row.fields(("id", "words"), ("id", "words"))
    facts.risk_words += (_texts(fields, "words"),)
