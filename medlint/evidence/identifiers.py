"""Identifiers of papers and trials in a text: DOI, PMID, PMCID, NCT numbers, and links that hold one.

The shapes are those that the registries document: a DOI is `10.`, a registrant of four to nine digits, a slash and
a suffix (Crossref, "DOIs and matching regular expressions"); a PMID has at most eight digits; an NCT number has exactly
eight. Nothing is looked up: a well-formed identifier may still lead nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

KINDS = ("doi", "pmid", "pmcid", "nct", "url")

_TAIL = "doi|pdf|epdf|full|abs|abstract|html|fulltext|summary|references|meta|download|pdfdirect"
_LINK = re.compile(
    r"(?:https?://|www\.|\b(?:dx\.)?doi\.org/|\b(?:pubmed|pmc)\.ncbi\.nlm\.nih\.gov/|\bclinicaltrials\.gov/)[^\s<>\"“”|]+",
    re.I,
)
_PLAIN = re.compile(
    r"""
    (?P<doi>\bdoi\b(?:\s*(?:no\.?|number|name))?\s*[:=]?\s*(?P<doi_value>(?:10\b|1[01]\.|\d+\.)[^\s<>"“”|]*|10\.x[^\s<>"“”|]*)
        | \b10\.\d{4,9}/[^\s<>"“”|]+ )
  | (?P<pmcid>\bPMC\s?ID\s*[:#=]?\s*(?P<pmcid_value>(?:PMC\s?)?[0-9a-z]*\d[0-9a-z]*|PMC\b)
        | \bPMC\s?\d[0-9a-z]{4,} )
  | (?P<pmid>\b(?:PMID\s*[:#=]?|PubMed\s*:|PubMed\s+(?:ID|no\.?)\s*[:#=]?)\s*(?P<pmid_value>\d[\da-z]*)\b(?![.,]\d) )
  | (?P<nct>\bNCT(?:[\s#-]|\s?No\.?\s?)?(?P<nct_value>[0-9oil]*\d[0-9a-z]*)\b )
    """,
    re.I | re.X,
)
_PAIRS = {")": "(", "]": "[", "}": "{"}
_CUT_SHORT = ("…", "...")
_DOI_IN_PATH = re.compile(r"(?<![\d.])(10\.\d{4,9}(?:\.\d+)*/.+)", re.I)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+", re.I)
_LANCET = re.compile(r"/PII(S\d{4}-\d{4}\(\d{2}\)\d{5}-[\dX])", re.I)
_NATURE = re.compile(r"/articles/(?:(s\d{5}-\d{3}-\d{4,5}-[\dxyz])|([a-z]{2,5})((?:19|20)\d\d)(\d+))(?:$|[/.])", re.I)


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier in a text. `start` and `end` are offsets in code points; `problem` is "" or one clause.

    `value` is in the form the library holds (a DOI in lower case, `PMC…`, `NCT…`), or the address for `url`.
    """

    kind: str
    value: str
    start: int
    end: int
    problem: str = ""


def find_identifiers(text: str) -> list[Identifier]:
    """All identifiers of a text in their order; a link counts as the identifier that its address holds."""
    found: list[Identifier] = []
    for match in _LINK.finditer(text):
        address = _trimmed(match[0])
        found.append(_of_link(address, match.start(), match.start() + len(address)))
    taken = [(one.start, one.end) for one in found]
    found += [one for one in _plain(text) if not any(one.start < end and start < one.end for start, end in taken)]
    return sorted(found, key=lambda one: one.start)


def _plain(text: str) -> Iterator[Identifier]:
    for match in _PLAIN.finditer(text):
        kind = str(match.lastgroup or "").removesuffix("_value")
        raw = match.groupdict().get(f"{kind}_value") or match[0]
        whole = _trimmed(match[0])
        end = match.start() + len(whole)
        raw = _trimmed(raw)
        value, problem = {"doi": _doi, "pmid": _pmid, "pmcid": _pmcid, "nct": _nct}[kind](raw)
        yield Identifier(kind, value, match.start(), end, problem)


def _doi(raw: str) -> tuple[str, str]:
    value = raw.lower()
    if value.endswith(("…", "..")):
        return value, "the DOI is cut short"
    if not value.startswith("10."):
        return value, "a DOI begins with “10.”"
    prefix, _, suffix = value.partition("/")
    if re.search(r"x{3,}", value):
        return value, "the DOI is a placeholder"
    if not re.fullmatch(r"10\.\d{4,9}(?:\.\d+)*", prefix):
        return value, "a DOI has four to nine digits after “10.”"
    return value, "" if suffix else "the DOI has nothing after its prefix"


def _pmid(raw: str) -> tuple[str, str]:
    if not raw.isdigit():
        return raw, "a PMID is digits alone"
    if len(raw) > 8:
        return raw, "a PMID has at most eight digits"
    return (raw, "a PMID does not begin with 0") if raw.startswith("0") else (raw, "")


def _pmcid(raw: str) -> tuple[str, str]:
    digits = re.sub(r"^PMC\s?(?:ID)?\s*", "", raw, flags=re.I)
    value = "PMC" + digits
    if not digits:
        return value, "a PMC number has digits after “PMC”"
    if not digits.isdigit():
        return value, "a PMC number has digits alone after “PMC”"
    return value, "a PMC number has at most eight digits" if len(digits) > 8 else ""


def _nct(raw: str) -> tuple[str, str]:
    digits = re.sub(r"^NCT[\s#-]?", "", raw, flags=re.I)
    value = "NCT" + digits.upper()
    if not digits.isdigit():
        return value, "an NCT number has digits alone after “NCT”"
    return value, "" if len(digits) == 8 else f"an NCT number has eight digits, not {len(digits)}"


def _of_link(address: str, start: int, end: int) -> Identifier:
    kind, value, problem = _resolved(address)
    return Identifier(kind, value, start, end, problem)


def resolve(address: str) -> Identifier:
    """What a link leads to; `start` and `end` cover the address."""
    address = address.strip()
    return _of_link(address, 0, len(address))


def _resolved(address: str) -> tuple[str, str, str]:
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "url", address, "the address cannot be right"
    path = unquote(parts.path)
    query = parse_qs(parts.query)
    if host in ("doi.org", "dx.doi.org"):
        given = path.strip("/")
        return ("doi", *_doi(given)) if given else ("doi", "", "the link holds no DOI")
    for finder in (_library, _trial, _journal):
        if found := finder(host, path, query):
            return found
    return "url", address, ""


def _library(host: str, path: str, query: dict[str, list[str]]) -> tuple[str, str, str] | None:
    """PubMed, PubMed Central and Europe PMC."""
    if host in ("pubmed.gov", "pubmed.com", "pubmed.ncbi.nlm.nih.gov", "m.pubmed.ncbi.nlm.nih.gov") or (
        host.endswith("ncbi.nlm.nih.gov") and path.startswith(("/pubmed", "/m/pubmed"))
    ):
        given = re.sub(r"^(?:/m)?/pubmed", "", path).strip("/").split("/")[0]
        given = given or next(iter(query.get("term", []) + query.get("list_uids", [])), "")
        if given.isdigit():
            return ("pmid", *_pmid(given))
        return ("pmid", given, "a PMID is digits alone") if given and not query and given != "advanced" else None
    if host.endswith("ncbi.nlm.nih.gov") or host in ("europepmc.org", "pubmedcentral.nih.gov"):
        if found := re.search(r"/(?:articles?|abstract|pmc)/(?:PMC/)?(PMC\w*)(?:/|$)", path, re.I):
            return ("pmcid", *_pmcid(found[1]))
        if found := re.search(r"/med/(\d+)", path, re.I):
            return ("pmid", *_pmid(found[1]))
    return None


def _trial(host: str, path: str, query: dict[str, list[str]]) -> tuple[str, str, str] | None:
    if host.endswith("clinicaltrials.gov"):
        for part in (path, *(value for values in query.values() for value in values)):
            if found := re.search(r"(NCT\w*\d\w*)", part, re.I):
                return ("nct", *_nct(found[1]))
    return None


def _journal(host: str, path: str, query: dict[str, list[str]]) -> tuple[str, str, str] | None:
    """An article's page on a journal's site, where its address holds the DOI or what the DOI is made from."""
    candidates = (path, *(value for values in query.values() for value in values))
    for part in candidates:
        if found := _DOI_IN_PATH.search(part):
            bare = _without_tail(found[1])
            if _DOI.fullmatch(bare):
                return ("doi", *_doi(bare))
    if host == "thelancet.com" and (found := _LANCET.search(path)):
        return ("doi", *_doi(f"10.1016/{found[1]}"))
    if host == "nature.com" and (found := _NATURE.search(path)):
        return ("doi", *_doi("10.1038/" + (found[1] or ".".join(found.groups()[1:]))))
    return None


def _without_tail(doi: str) -> str:
    """A DOI from a path without what journals add to it (`/full`, `/pdf`, `.html`)."""
    return re.sub(rf"(?:/+(?:{_TAIL})|\.(?:pdf|html?|full|abstract)){{0,3}}/*\Z", "", doi, count=1, flags=re.I)


def _trimmed(text: str) -> str:
    """Without the punctuation that follows it in a sentence; a bracket stays when it was opened within."""
    end = len(text)
    unopened = {close: text.count(close) - text.count(opening) for close, opening in _PAIRS.items()}
    while end and not text.endswith(_CUT_SHORT, 0, end):
        last = text[end - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in ".,;:!?'’”»*_`":
            break
        end -= 1
    return text[:end]


def of_kind(found: Iterable[Identifier], kind: str) -> list[Identifier]:
    """Those of one kind."""
    return [one for one in found if one.kind == kind]
