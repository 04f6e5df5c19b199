"""What Crossref, PubMed, PMC and ClinicalTrials.gov say of an identifier, as records.

Endpoints as documented: Crossref's REST API, `works/{doi}`
(https://www.crossref.org/documentation/retrieve-metadata/rest-api/), NCBI's E-utilities, `esummary`
(https://www.ncbi.nlm.nih.gov/books/NBK25499/), the PMC ID converter
(https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/) and the API of ClinicalTrials.gov, version 2
(https://clinicaltrials.gov/data-api/api). The parsers take nothing for granted: what is missing stays empty, and an
answer of another shape is a ServiceError.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from medlint.evidence.client import Client, ServiceError
from medlint.evidence.lock import FOUND, NOT_FOUND, NOTICES, Record

HOMES = {
    "Crossref": "https://api.crossref.org",
    "PubMed": "https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
    "PMC": "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1",
    "ClinicalTrials.gov": "https://clinicaltrials.gov/api/v2",
}
SERVICE_OF = {"doi": "Crossref", "pmid": "PubMed", "pmcid": "PMC", "nct": "ClinicalTrials.gov"}
"""Which service is asked for which kind of identifier."""

_INTERVAL = {"Crossref": 0.2, "PubMed": 0.35, "PMC": 0.35, "ClinicalTrials.gov": 1.2}
"""Seconds between two requests: within what the services allow to one who has no key."""

AT_ONCE = 100
"""How many identifiers PubMed and PMC are asked for in one request."""

_CROSSREF_NOTICES = {
    **dict.fromkeys(("retraction", "withdrawal", "removal", "partial_retraction"), "retracted"),
    **dict.fromkeys(("correction", "erratum", "corrigendum"), "corrected"),
    "expression_of_concern": "expression of concern",
}
_PUBMED_NOTICES = {
    "retraction in": "retracted", "partial retraction in": "retracted", "erratum in": "corrected",
    "corrected and republished in": "corrected", "expression of concern in": "expression of concern",
}  # fmt: skip
_IS_NOTICE = ("retraction of publication", "published erratum", "expression of concern")


def home(service: str) -> str:
    """The base address of a service; MEDLINT_SERVICES puts all of them under another address (for tests)."""
    other = os.environ.get("MEDLINT_SERVICES")
    return f"{other.rstrip('/')}/{service.lower().replace('.', '')}" if other else HOMES[service]


def ask(
    client: Client, kind: str, values: Sequence[str], today: date
) -> Iterator[tuple[list[str], list[Record] | str]]:
    """Ask for identifiers of one kind: those asked for together, with their records or why there are none."""
    size = AT_ONCE if kind in ("pmid", "pmcid") else 1
    for start in range(0, len(values), size):
        some = list(values[start : start + size])
        try:
            yield some, _ASKERS[kind](client, some, today.isoformat())
        except ServiceError as error:
            yield some, str(error)


def _crossref(client: Client, values: list[str], today: str) -> list[Record]:
    service = SERVICE_OF["doi"]
    doi = values[0]
    query = {"mailto": client.mailto} if client.mailto else {}
    data = client.json(f"{home(service)}/works/{quote(doi, safe='')}", query, _INTERVAL[service])
    if data is None:
        return [Record("doi", doi, service, today, NOT_FOUND)]
    work = _part(data, "message", service)
    title = _first(work.get("title"))
    notice, detail = _gravest(
        (_CROSSREF_NOTICES.get(str(row.get("type", "")).lower().replace(" ", "_"), ""), str(row.get("DOI", "")).lower())
        for row in _rows(work.get("updated-by"))
    )
    if re.match(r"(?:RETRACTED|WITHDRAWN)\b", title):
        notice = NOTICES[0]
    of = [f"{row.get('label') or row.get('type')} of {row.get('DOI')}" for row in _rows(work.get("update-to"))]
    authors = (row.get("family") or row.get("name") or "" for row in _rows(work.get("author")))
    return [
        Record(
            "doi", doi, service, today, FOUND, title, tuple(str(a) for a in authors if a),
            _year(work.get("issued")) or _year(work.get("published")), _first(work.get("container-title")), notice,
            detail, "; ".join(of),
        )
    ]  # fmt: skip


def _pubmed(client: Client, values: list[str], today: str) -> list[Record]:
    service = SERVICE_OF["pmid"]
    query = {"db": "pubmed", "id": ",".join(values), "retmode": "json", **_introduction(client)}
    data = client.json(f"{home(service)}/esummary.fcgi", query, _INTERVAL[service])
    result = _part(data, "result", service)
    return [_summary(pmid, result.get(pmid), today) for pmid in values]


def _summary(pmid: str, row: Any, today: str) -> Record:
    service = SERVICE_OF["pmid"]
    if not isinstance(row, dict) or "error" in row:
        return Record("pmid", pmid, service, today, NOT_FOUND)
    kinds = [str(kind).lower() for kind in row.get("pubtype", [])]
    notice, detail = _gravest(
        (_PUBMED_NOTICES.get(str(part.get("reftype", "")).lower(), ""), str(part.get("refsource", "")))
        for part in _rows(row.get("references"))
    )
    if "retracted publication" in kinds:
        notice = NOTICES[0]
    others = {str(part.get("idtype")): str(part.get("value", "")) for part in _rows(row.get("articleids"))}
    names = (str(part.get("name", "")) for part in _rows(row.get("authors")))
    year = re.search(r"\b(?:19|20)\d\d\b", str(row.get("pubdate") or row.get("epubdate") or ""))
    return Record(
        "pmid", pmid, service, today, FOUND, str(row.get("title", "")).strip().rstrip("."),
        tuple(re.sub(r" [A-Z]{1,4}(?: (?:Jr|Sr|2nd|3rd))?$", "", name) for name in names if name),
        int(year[0]) if year else None, str(row.get("fulljournalname") or row.get("source") or ""), notice, detail,
        "; ".join(kind for kind in kinds if kind in _IS_NOTICE), others.get("doi", "").lower(), "",
        next(iter(re.findall(r"PMC\d+", others.get("pmc", "") or others.get("pmcid", ""))), ""),
    )  # fmt: skip


def _pmc(client: Client, values: list[str], today: str) -> list[Record]:
    service = SERVICE_OF["pmcid"]
    query = {"ids": ",".join(values), "idtype": "pmcid", "format": "json", **_introduction(client)}
    data = client.json(f"{home(service)}/articles/", query, _INTERVAL[service])
    rows = _rows(_whole(data, service).get("records"))
    by_id = {str(row.get(key)).upper(): row for row in rows for key in ("pmcid", "requested-id") if row.get(key)}
    out = []
    for pmcid in values:
        row = by_id.get(pmcid)
        if row is None or row.get("status") == "error" or "errmsg" in row:
            out.append(Record("pmcid", pmcid, service, today, NOT_FOUND))
            continue
        doi, pmid = str(row.get("doi") or "").lower(), str(row.get("pmid") or "")
        out.append(Record("pmcid", pmcid, service, today, doi=doi, pmid=pmid))
    return out


def _trials(client: Client, values: list[str], today: str) -> list[Record]:
    service = SERVICE_OF["nct"]
    wanted = "NCTId|BriefTitle|OfficialTitle|OverallStatus|StartDate|LeadSponsorName"
    query = {"format": "json", "fields": wanted}
    data = client.json(f"{home(service)}/studies/{quote(values[0], safe='')}", query, _INTERVAL[service])
    if data is None:
        return [Record("nct", values[0], service, today, NOT_FOUND)]
    protocol = _part(data, "protocolSection", service)
    names, state = _mapping(protocol, "identificationModule"), _mapping(protocol, "statusModule")
    sponsor = _mapping(_mapping(protocol, "sponsorCollaboratorsModule"), "leadSponsor").get("name")
    started = str(_mapping(state, "startDateStruct").get("date", ""))
    return [
        Record(
            "nct", values[0], service, today, FOUND,
            str(names.get("officialTitle") or names.get("briefTitle") or ""),
            (str(sponsor),) if sponsor else (),
            int(started[:4]) if started[:4].isdigit() else None,
            detail=str(state.get("overallStatus") or "").lower().replace("_", " "),
        )
    ]  # fmt: skip


_ASKERS = {"doi": _crossref, "pmid": _pubmed, "pmcid": _pmc, "nct": _trials}


def _introduction(client: Client) -> dict[str, str]:
    """What NCBI asks programs to send along."""
    return {"tool": "medlint", **({"email": client.mailto} if client.mailto else {})}


def _whole(data: Any, service: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ServiceError(f"{service} answered in a shape that is not documented")
    return data


def _part(data: Any, key: str, service: str) -> dict[str, Any]:
    return _whole(_whole(data, service).get(key), service)


def _mapping(data: dict[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _rows(value: Any) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _first(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return " ".join(re.sub(r"<[^>]+>", "", value).split()) if isinstance(value, str) else ""


def _year(value: Any) -> int | None:
    """The year of Crossref's `{"date-parts": [[2014, 6, 1]]}`."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0][0] if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0] else None
    return first if isinstance(first, int) else None


def _gravest(pairs: Iterator[tuple[str, str]]) -> tuple[str, str]:
    """The gravest notice and what goes with it."""
    known = [(notice, detail) for notice, detail in pairs if notice]
    return min(known, key=lambda pair: NOTICES.index(pair[0]), default=("", ""))
