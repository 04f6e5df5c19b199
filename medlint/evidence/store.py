"""The user's own CSL-JSON file: adding references to it, with everything that is in it left as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from medlint.evidence.csl import read_csl, read_items, to_csl
from medlint.evidence.identifiers import Identifier, find_identifiers, resolve
from medlint.evidence.references import IDENTIFIERS, Reference, ReferenceError_
from medlint.files import write_whole


def identified(text: str) -> Identifier:
    """The one identifier that is given: bare, with a label, or as a link. Raises ReferenceError_."""
    text = text.strip()
    found = [resolve(text)] if text.startswith(("http://", "https://")) else find_identifiers(text)
    if text.isdigit():
        found = find_identifiers(f"PMID {text}")
    if not found and re.fullmatch(r"10\.\S*", text):
        found = find_identifiers(f"doi:{text}")
    found = [one for one in found if one.kind in IDENTIFIERS]
    if len(found) != 1:
        raise ReferenceError_(f"“{text}” is no DOI, PMID, PMCID or NCT number; give one, or a link that holds one")
    if found[0].problem:
        raise ReferenceError_(f"“{text}” cannot be right: {found[0].problem}")
    return found[0]


def bare(one: Identifier, path: Path) -> Reference:
    """A reference of which nothing is known but its identifier."""
    ids = {"doi": one.value, "pmid": f"pmid{one.value}"}
    url = {
        "doi": f"https://doi.org/{one.value}",
        "pmid": f"https://pubmed.ncbi.nlm.nih.gov/{one.value}/",
        "pmcid": f"https://pmc.ncbi.nlm.nih.gov/articles/{one.value}/",
        "nct": f"https://clinicaltrials.gov/study/{one.value}",
    }[one.kind]
    empty = Reference(ids.get(one.kind, one.value), url=url, origin=str(path), unverified=(one.kind,))
    return replace(empty, **{one.kind: one.value})  # type: ignore[arg-type]


def held(path: Path) -> list[Reference]:
    """What the file holds already; nothing when it is not there yet. Raises ReferenceError_."""
    if path.suffix.lower() != ".json":
        raise ReferenceError_(f"{path}: only CSL-JSON files (.json) can be added to")
    return read_csl(path) if path.exists() else []


def named(ref: Reference, taken: Iterable[str]) -> Reference:
    """The reference under a key made of author and year, such as `feder2014`, `feder2014b`."""
    if not ref.authors or not ref.year:
        return ref
    key = re.sub(r"[^a-z]", "", ref.authors[0].lower()) + str(ref.year)
    taken = set(taken)
    free = (f"{key}{letter}" for letter in ("", *"bcdefghijklmnopqrstuvwxyz") if f"{key}{letter}" not in taken)
    return replace(ref, id=next(free, ref.id))


def append(path: Path, references: Iterable[Reference]) -> None:
    """Add references at the end of the file, which is made when it is not there. Raises ReferenceError_, OSError."""
    items = read_items(path) if path.exists() else []
    items += [to_csl(ref) for ref in references]
    write_whole(path, json.dumps(items, indent=2, ensure_ascii=False) + "\n")
