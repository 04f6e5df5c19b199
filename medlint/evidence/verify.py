"""Holding the reference library against what the services say, by way of the lock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from medlint.evidence.client import Client
from medlint.evidence.lock import FOUND, Lock, Record, misfits
from medlint.evidence.references import IDENTIFIERS, Reference, References
from medlint.evidence.services import SERVICE_OF, ask

GIVE_UP = 3
"""After so many requests in a row that failed, a service is not asked any more."""


@dataclass(slots=True)
class Verdicts:
    """What came of it. `lines` are for people, one thing each; `counts` says how many of what.

    `asked` counts identifiers; `failed` those for which a service could not be asked.
    """

    lines: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def status(self) -> int:
        """The exit status: 2 when something could not be asked, 1 when something is wrong with a reference."""
        if self.counts["failed"]:
            return 2
        return int(any(self.counts[what] for what in ("not found", "misfitting", "retracted", "of concern")))


def ask_services(
    references: References, lock: Lock, client: Client, today: date, *, refresh: bool = False
) -> dict[str, str]:
    """Ask for every identifier that the lock does not know and put the answers into it.

    Returns, by `kind:value`, why there is no answer. PMC is asked first: of a paper known by its PMC number alone
    it tells the PMID, by which PubMed is asked.
    """
    failures: dict[str, str] = {}
    for kind in ("pmcid", "pmid", "doi", "nct"):
        values = dict.fromkeys(value for ref in references if (value := ref.identifier(kind)))
        if kind == "pmid":
            values |= dict.fromkeys(_told_by_pmc(references, lock))
        wanted = [value for value in values if refresh or lock.of(kind, value) is None]
        failures |= _ask_kind(kind, wanted, lock, client, today)
    for ref in references:
        _complete(ref, lock)
    return failures


def _ask_kind(kind: str, wanted: list[str], lock: Lock, client: Client, today: date) -> dict[str, str]:
    failures: dict[str, str] = {}
    in_a_row = 0
    for values, answer in ask(client, kind, wanted, today):
        if isinstance(answer, str):
            in_a_row += 1
            failures |= dict.fromkeys((f"{kind}:{value}" for value in values), answer)
            if in_a_row == GIVE_UP:
                rest = [f"{kind}:{v}" for v in wanted if f"{kind}:{v}" not in failures and lock.of(kind, v) is None]
                return failures | dict.fromkeys(rest, f"not asked, as {SERVICE_OF[kind]} failed {GIVE_UP} times")
        else:
            in_a_row = 0
            for record in answer:
                lock.add(record)
    return failures


def _told_by_pmc(references: Iterable[Reference], lock: Lock) -> Iterator[str]:
    for ref in references:
        record = lock.of("pmcid", ref.pmcid) if ref.pmcid and not ref.pmid else None
        if record and record.pmid:
            yield record.pmid


def _complete(ref: Reference, lock: Lock) -> None:
    """Give the record of a PMC number what PubMed says of the same paper."""
    record = lock.of("pmcid", ref.pmcid) if ref.pmcid else None
    paper = lock.of("pmid", record.pmid) if record and record.pmid else None
    if record and paper and paper.status == FOUND and not record.title:
        lock.add(
            replace(
                record, title=paper.title, authors=paper.authors, year=paper.year, journal=paper.journal,
                notice=paper.notice, detail=paper.detail, notice_of=paper.notice_of,
            )
        )  # fmt: skip


def judge(references: References, lock: Lock, failures: dict[str, str]) -> Verdicts:
    """What the lock says of each reference, line by line: only what somebody should look at."""
    out = Verdicts()
    for ref in references:
        kinds = [kind for kind in IDENTIFIERS if ref.identifier(kind)]
        if not kinds:
            out.counts["without identifier"] += 1
        for kind in kinds:
            value = ref.identifier(kind)
            key = f"{kind}:{value}"
            out.counts["identifiers"] += 1
            record = lock.of(kind, value)
            name = f"{ref.id}: {_name(kind, value)}"
            if key in failures:
                out.counts["failed"] += 1
                out.lines.append(f"{name}: could not be asked: {failures[key]}")
            if record:
                _say(name, ref, record, out)
            elif key not in failures:
                out.counts["never checked"] += 1
                out.lines.append(f"{name}: never checked")
    return out


def _say(name: str, ref: Reference, record: Record, out: Verdicts) -> None:
    seen = f"({record.service}, {record.checked})"
    if record.status != FOUND:
        out.counts["not found"] += 1
        out.lines.append(f"{name}: {record.service} has no such record {seen}; look for a slip in it")
        return
    if wrong := misfits(ref, record):
        out.counts["misfitting"] += 1
        out.lines.append(f"{name}: leads to something else {seen}: {'; '.join(wrong)}")
        return
    out.counts["found"] += 1
    if record.notice:
        out.counts["of concern" if record.notice == "expression of concern" else record.notice] += 1
        where = f": {record.detail}" if record.detail else ""
        out.lines.append(f"{name}: {record.notice} {seen}{where}")
    if record.kind == "nct" and record.detail == "withdrawn":
        out.lines.append(f"{name}: the trial was withdrawn before it began {seen}")


def _name(kind: str, value: str) -> str:
    return value if kind in ("pmcid", "nct") else f"{kind.upper()} {value}"
