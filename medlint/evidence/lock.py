"""`references.lock.json`: what the services said of each identifier, and when. It is committed; linting reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from medlint.evidence.journals import same_journal
from medlint.evidence.references import IDENTIFIERS, Reference, ReferenceError_, References
from medlint.files import write_whole

VERSION = 1
NOTICES = ("retracted", "expression of concern", "corrected")
"""What can be said of a paper, the gravest first."""

FOUND, NOT_FOUND = "found", "not found"
_TITLE_LIKENESS = 75
_NAME_LIKENESS = 75


@dataclass(frozen=True, slots=True)
class Record:
    """What a service said of one identifier. `checked` is a date (2026-11-30).

    `notice` is one of NOTICES or "", `detail` what goes with it (the DOI of the notice) or the state of a trial;
    `notice_of` is set when the record is itself the notice about another paper.
    """

    kind: str
    value: str
    service: str
    checked: str
    status: str = FOUND
    title: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    journal: str = ""
    notice: str = ""
    detail: str = ""
    notice_of: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.value}"


@dataclass(slots=True)
class Lock:
    """The records of a lock file, by `kind:value`."""

    records: dict[str, Record] = field(default_factory=dict)

    def of(self, kind: str, value: str) -> Record | None:
        return self.records.get(f"{kind}:{value}")

    def add(self, record: Record) -> None:
        self.records[record.key] = record


def read_lock(path: Path) -> Lock:
    """The lock; an empty one when there is no file. Raises ReferenceError_ for a file that is none."""
    try:
        data = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Lock()
    except OSError as error:
        raise ReferenceError_(f"{path}: cannot be read: {error.strerror or error}") from None
    except (ValueError, RecursionError) as error:
        raise ReferenceError_(f"{path}: not valid JSON ({error}); {_MEND}") from None
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("records"), dict):
        raise ReferenceError_(f"{path}: is no lock of version {VERSION}; {_MEND}")
    lock = Lock()
    for key, row in data["records"].items():
        try:
            lock.records[key] = _record(key, row)
        except (TypeError, ValueError):
            raise ReferenceError_(f"{path}: the record “{key}” is not what medlint writes; {_MEND}") from None
    return lock


_MEND = "restore it, or delete it and run: medlint cite verify --online"


def _record(key: str, row: Any) -> Record:
    kind, _, value = key.partition(":")
    known = {f.name for f in fields(Record)} - {"kind", "value"}
    if kind not in IDENTIFIERS or not isinstance(row, dict) or not set(row) <= known:
        raise ValueError(key)
    authors = row.get("authors", [])
    texts = {name: part for name, part in row.items() if name not in ("authors", "year")}
    year = row.get("year")
    if not all(isinstance(part, str) for part in (*texts.values(), *authors)) or not isinstance(
        year, (int, type(None))
    ):
        raise ValueError(key)
    return Record(kind, value, authors=tuple(authors), year=year, **texts)


def write_lock(path: Path, lock: Lock) -> None:
    """Write the lock, sorted so that it can be compared. Raises OSError; the old file is then still there."""
    rows: dict[str, Mapping[str, Any]] = {}
    for key in sorted(lock.records):
        row = asdict(lock.records[key])
        rows[key] = {name: part for name, part in row.items() if part and name not in ("kind", "value")}
    write_whole(path, json.dumps({"version": VERSION, "records": rows}, indent=2, ensure_ascii=False) + "\n")


def overlay(references: References, lock: Lock) -> References:
    """The references with what the lock knows of them.

    The gravest notice is taken over, what is empty is filled in, and an identifier that was found and fits is no
    longer among the unverified ones.
    """
    return References(tuple(_overlaid(ref, lock) for ref in references))


def _overlaid(ref: Reference, lock: Lock) -> Reference:
    pairs = [(kind, lock.of(kind, ref.identifier(kind))) for kind in IDENTIFIERS if ref.identifier(kind)]
    found = [(kind, record) for kind, record in pairs if record and record.status == FOUND]
    if not found:
        return ref
    fitting = [(kind, record) for kind, record in found if not misfits(ref, record)]
    notices = {ref.notice, *(record.notice for _, record in fitting)}
    changed = replace(
        ref,
        notice=next((notice for notice in NOTICES if notice in notices), ""),
        unverified=tuple(kind for kind in ref.unverified if kind not in {kind for kind, _ in fitting}),
    )
    for _, record in fitting:
        if not changed.title and record.title:
            changed = replace(changed, title=record.title)
        if not changed.authors and record.authors:
            changed = replace(changed, authors=record.authors, more_authors=False)
        changed = replace(
            changed,
            year=changed.year or record.year,
            journal=changed.journal or record.journal,
            doi=changed.doi or record.doi,
            pmid=changed.pmid or record.pmid,
            pmcid=changed.pmcid or record.pmcid,
        )
    return changed


def misfits(ref: Reference, record: Record) -> list[str]:
    """In what a record is about another paper than the reference, one clause each.

    The registration of a trial has a title, a sponsor and a date of its own, so these are not compared with those
    of a paper. A paper appears online and in print, so years one apart are the same.
    """
    if record.kind == "nct":
        return []
    out = [f"it is itself a notice ({record.notice_of})"] if record.notice_of else []
    for kind in ("doi", "pmid", "pmcid"):
        ours, theirs = ref.identifier(kind), str(getattr(record, kind))
        if ours and theirs and ours != theirs:
            out.append(f"the {kind.upper()} there is {theirs}, here {ours}")
    if ref.title and record.title and not _alike(_bare_title(ref.title), _bare_title(record.title), _TITLE_LIKENESS):
        out.append(f"the title there is “{record.title}”")
    if ref.year and record.year and abs(ref.year - record.year) > 1:
        out.append(f"the year there is {record.year}, here {ref.year}")
    if ref.journal and record.journal and not same_journal(ref.journal, record.journal):
        out.append(f"the journal there is “{record.journal}”, here “{ref.journal}”")
    if ref.authors and record.authors and not _alike(ref.authors[0], record.authors[0], _NAME_LIKENESS):
        out.append(f"the first author there is {record.authors[0]}, here {ref.authors[0]}")
    return out


def _bare_title(title: str) -> str:
    return title.partition("RETRACTED: ")[2] or title.partition("RETRACTED ARTICLE: ")[2] or title


def _alike(a: str, b: str, least: int) -> bool:
    from rapidfuzz import fuzz, utils

    return fuzz.token_set_ratio(a, b, processor=utils.default_process) >= least
