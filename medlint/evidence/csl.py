"""CSL-JSON, the format of Zotero, Pandoc and Crossref: references in and out.

The shape is that of the CSL data schema (a list of items). What medlint knows beyond it (design, results, limits) is
kept under `custom.medlint`, where the schema leaves room for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from medlint.evidence.identifiers import find_identifiers
from medlint.evidence.references import IDENTIFIERS, Reference, ReferenceError_, canonical

OTHERS = ("others", "et al.", "et al")
_OWN = ("design", "condition", "shows", "does_not_show", "notice", "verified", "as_of", "nct")
_NOTICES = ("", "retracted", "corrected", "expression of concern")


def read_csl(path: Path) -> list[Reference]:
    """The references of a CSL-JSON file. Raises ReferenceError_ with every mistake, one sentence each."""
    found, mistakes = [], []
    for number, item in enumerate(read_items(path), 1):
        try:
            found.append(from_csl(item, str(path)))
        except ValueError as error:
            name = f" (“{item['id']}”)" if isinstance(item, dict) and item.get("id") else ""
            mistakes.append(f"{path}: entry {number}{name}: {error}")
    if mistakes:
        raise ReferenceError_("\n".join(mistakes))
    return found


def read_items(path: Path) -> list[Any]:
    """The items of a CSL-JSON file as they are written. Raises ReferenceError_."""
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise ReferenceError_(f"{path}: cannot be read: {error.strerror or error}") from None
    except json.JSONDecodeError as error:
        raise ReferenceError_(f"{path}:{error.lineno}:{error.colno}: not valid JSON: {error.msg}") from None
    except (UnicodeDecodeError, RecursionError):
        raise ReferenceError_(f"{path}: not valid JSON; export it anew as CSL-JSON in UTF-8") from None
    if not isinstance(data, list):
        raise ReferenceError_(f"{path}: should be a list of items ([{{…}}, {{…}}]); export it as CSL-JSON")
    return data


def from_csl(item: Any, origin: str) -> Reference:
    """One item. Raises ValueError with what is wrong and how to mend it."""
    if not isinstance(item, dict):
        raise ValueError("should be an item ({…}) with an id and a title or an identifier")
    own = item.get("custom", {})
    own = own.get("medlint", {}) if isinstance(own, dict) else {}
    own = own if isinstance(own, dict) else {}
    authors, given, more = _authors(item.get("author", []))
    noted = _noted(item)
    known = {
        "doi": _text(item, "DOI") or noted.get("doi", ""),
        "pmid": _text(item, "PMID") or noted.get("pmid", ""),
        "pmcid": _text(item, "PMCID") or noted.get("pmcid", ""),
        "nct": _text(own, "nct") or noted.get("nct", ""),
    }
    known = {kind: sound(kind, value) if value else "" for kind, value in known.items()}
    title = _text(item, "title")
    if not title and not any(known.values()):
        raise ValueError("has neither a title nor a DOI, PMID, PMCID or NCT number; add one of them")
    notice = _text(own, "notice")
    if notice not in _NOTICES:
        raise ValueError(f"the notice “{notice}” is none of {', '.join(_NOTICES[1:])}")
    return Reference(
        id=_text(item, "id") or next(filter(None, known.values()), title),
        title=title,
        authors=authors,
        given=given,
        more_authors=more,
        year=_year(item),
        journal=_text(item, "container-title") or _text(item, "container-title-short"),
        volume=_text(item, "volume"),
        issue=_text(item, "issue"),
        pages=_text(item, "page"),
        url=_text(item, "URL"),
        n=own["n"] if isinstance(own.get("n"), int) else None,
        conditions=tuple(own["conditions"]) if isinstance(own.get("conditions"), list) else (),
        origin=origin,
        notice=notice,
        verified=_text(own, "verified") or "no",
        unverified=tuple(kind for kind, value in known.items() if value and kind not in _seen(own)),
        doi=known["doi"],
        pmid=known["pmid"],
        pmcid=known["pmcid"],
        nct=known["nct"],
        design=_text(own, "design"),
        condition=_text(own, "condition"),
        shows=_text(own, "shows"),
        does_not_show=_text(own, "does_not_show"),
        as_of=_text(own, "as_of"),
    )


def _seen(own: dict[str, Any]) -> tuple[str, ...]:
    """The identifiers that were seen on a page, as `to_csl` wrote it down."""
    listed = own.get("unverified")
    return tuple(kind for kind in IDENTIFIERS if kind not in listed) if isinstance(listed, list) else ()


def sound(kind: str, value: str) -> str:
    """An identifier in the form of the library. Raises ValueError when it cannot be right."""
    bare = canonical(kind, value) if kind == "doi" or value.strip().isdigit() else value.strip()
    label = "" if kind in ("pmcid", "nct") and not bare.isdigit() else f"{kind} "
    found = [one for one in find_identifiers(f"{label}{bare}") if one.kind == kind]
    if not found or found[0].problem:
        why = found[0].problem if found else f"it is no {kind.upper()}"
        raise ValueError(f"the {kind.upper()} “{value}” cannot be right: {why}; correct it or take it out")
    return canonical(kind, value)


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key, "")
    value = value[0] if isinstance(value, list) and value else value
    return " ".join(re.sub(r"</?(?:i|b|sup|sub|span)\b[^>]*>", "", str(value)).split()) if _plain(value) else ""


def _plain(value: Any) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)


def _authors(rows: Any) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Family names, given names, and whether there are more than are named."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("“author” should be a list of names ([{“family”: …, “given”: …}])")
    names, given, more = [], [], False
    for row in rows:
        particle = _text(row, "non-dropping-particle")
        family = " ".join(filter(None, (particle, _text(row, "family") or _text(row, "literal") or _text(row, "name"))))
        if family.lower() in OTHERS:
            more = True
        elif family:
            names.append(family)
            given.append(_text(row, "given"))
    return tuple(names), tuple(given), more


def _year(item: dict[str, Any]) -> int | None:
    issued = item.get("issued")
    if not issued:
        return None
    if isinstance(issued, dict):
        parts = issued.get("date-parts")
        first = parts[0][0] if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0] else None
        issued = first if first is not None else issued.get("raw") or issued.get("literal") or ""
    found = re.search(r"\b(1[5-9]|20)\d\d\b", str(issued))
    if not found:
        raise ValueError(f"“issued” holds no year ({issued}); write {{“date-parts”: [[2014]]}}")
    return int(found[0])


def _noted(item: dict[str, Any]) -> dict[str, str]:
    """Identifiers that reference managers keep in the note, and the one that the address holds."""
    found: dict[str, str] = {}
    for key in ("note", "URL"):
        for one in find_identifiers(str(item.get(key, ""))):
            if one.kind in IDENTIFIERS and not one.problem:
                found.setdefault(one.kind, one.value)
    return found


def to_csl(ref: Reference) -> dict[str, Any]:
    """One reference as an item."""
    given = ref.given or ("",) * len(ref.authors)
    names = [{"family": f, **({"given": g} if g else {})} for f, g in zip(ref.authors, given, strict=False)]
    if ref.more_authors:
        names.append({"literal": OTHERS[0]})
    item: dict[str, Any] = {
        "id": ref.id,
        "type": "report" if ref.nct and not (ref.doi or ref.pmid or ref.journal) else "article-journal",
        "title": ref.title,
        "author": names,
        "issued": {"date-parts": [[ref.year]]} if ref.year else None,
        "container-title": ref.journal,
        "volume": ref.volume,
        "issue": ref.issue,
        "page": ref.pages,
        "DOI": ref.doi,
        "PMID": ref.pmid,
        "PMCID": ref.pmcid,
        "URL": ref.url,
    }
    own = {key: getattr(ref, key) for key in _OWN}
    own |= {"n": ref.n, "conditions": list(ref.conditions)}
    own = {key: value for key, value in own.items() if value not in ("", "no", None, [])}
    if ref.verified != "no":
        own["unverified"] = list(ref.unverified)
    return {key: value for key, value in item.items() if value} | ({"custom": {"medlint": own}} if own else {})


def write_csl(references: Iterable[Reference]) -> str:
    """References as the text of a CSL-JSON file."""
    return json.dumps([to_csl(ref) for ref in references], indent=2, ensure_ascii=False) + "\n"
