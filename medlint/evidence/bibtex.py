"""BibTeX in and out, by way of bibtexparser (extra `medlint[bibtex]`)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from medlint.evidence.csl import from_csl
from medlint.evidence.references import Reference, ReferenceError_

if TYPE_CHECKING:
    from bibtexparser.library import Library

_MISSING = "BibTeX needs one more package: pip install 'medlint[bibtex]'"
_VERBATIM = {
    "volume": "volume", "issue": "number", "page": "pages", "DOI": "doi", "PMID": "pmid", "PMCID": "pmcid",
    "URL": "url", "note": "note",
}  # fmt: skip
_TEXTS = {"title": ("title",), "container-title": ("journal", "journaltitle", "booktitle")}


def read_bibtex(path: Path) -> list[Reference]:
    """The references of a BibTeX file. Raises ReferenceError_ with every mistake, one sentence each."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReferenceError_(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ReferenceError_(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    library = _parsed(text, path)
    mistakes = [(block.start_line or 0, _failure(block)) for block in library.failed_blocks]
    found = []
    for entry in library.entries:
        try:
            found.append(from_csl(_item(entry), str(path)))
        except ValueError as error:
            mistakes.append((entry.start_line or 0, f"entry “{entry.key}”: {error}"))
    if mistakes:
        raise ReferenceError_("\n".join(f"{path}:{line + 1}: {message}" for line, message in sorted(mistakes)))
    if not found:
        raise ReferenceError_(f"{path}: holds no entries (@article{{key, …}}); export it as BibTeX")
    return found


def _parsed(text: str, path: Path) -> Library:
    bibtexparser = _package(str(path))
    from bibtexparser import middlewares

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it warns of what is reported here anyway
    steps = [middlewares.NormalizeFieldKeys(), middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    library: Library = bibtexparser.parse_string(text, append_middleware=steps)
    return library


def _package(what: str) -> ModuleType:
    try:
        import bibtexparser
    except ImportError:
        raise ReferenceError_(f"{what}: {_MISSING}") from None
    return bibtexparser


def _failure(block: Any) -> str:
    """What is wrong with a block that could not be read, in one line."""
    kind = type(block).__name__
    if kind == "DuplicateBlockKeyBlock":
        return f"the key “{block.key}” is given twice; rename one of the two"
    if kind == "DuplicateFieldKeyBlock":
        return f"gives {', '.join(f'“{key}”' for key in sorted(block.duplicate_keys))} twice in one entry; keep one"
    return "is not valid BibTeX; look for a brace, a quote or a comma that is missing here"


def _item(entry: Any) -> dict[str, Any]:
    """An entry as a CSL item."""
    fields = {field.key: field.value for field in entry.fields}
    item: dict[str, Any] = {"id": entry.key}
    for ours, theirs in _VERBATIM.items():
        item[ours] = str(fields.get(theirs, "")).replace("--", "-").replace("\\_", "_")
    for ours, names in _TEXTS.items():
        item[ours] = _decoded(next((str(fields[name]) for name in names if name in fields), ""))
    if issued := fields.get("year") or fields.get("date"):
        item["issued"] = {"raw": str(issued)}
    if str(fields.get("eprinttype", "")).lower() in ("pubmed", "pmid"):
        item["PMID"] = item["PMID"] or str(fields.get("eprint", ""))
    item["author"] = [_name(name) for name in fields.get("author", [])]
    return item


def _name(name: Any) -> dict[str, str]:
    return {
        "family": _bare((*name.von, *name.last, *name.jr)),
        "given": _bare(name.first),
    }


def _bare(parts: Iterable[str]) -> str:
    return _decoded(" ".join(parts))


def _decoded(text: str) -> str:
    """A text without the marks of LaTeX. Addresses and identifiers must not go through it: “%” begins a comment."""
    if not set(text) & set("\\{}$~"):
        return text
    from pylatexenc.latex2text import LatexNodes2Text

    return " ".join(str(LatexNodes2Text().latex_to_text(text)).split())


def write_bibtex(references: Iterable[Reference]) -> str:
    """References as the text of a BibTeX file. Raises ReferenceError_ without the package."""
    bibtexparser = _package("bibtex")
    from bibtexparser.model import Entry, Field

    library = bibtexparser.Library()
    for ref in references:
        fields = {
            "author": " and ".join([*_written(ref), *(["others"] if ref.more_authors else [])]),
            "title": f"{{{_escaped(ref.title)}}}" if ref.title else "",
            "journal": _escaped(ref.journal), "year": str(ref.year or ""), "volume": ref.volume, "number": ref.issue,
            "pages": ref.pages.replace("-", "--"), "doi": ref.doi, "pmid": ref.pmid, "pmcid": ref.pmcid, "url": ref.url,
            "note": ref.nct,
        }  # fmt: skip
        kind = "article" if ref.journal else "misc"
        library.add(Entry(kind, ref.id, [Field(key, value) for key, value in fields.items() if value]))
    text: str = bibtexparser.write_string(library)
    return text


def _escaped(text: str) -> str:
    """A text with the marks of LaTeX taken as they stand."""
    return re.sub(r"[&%$#_{}]", r"\\\g<0>", text)


def _written(ref: Reference) -> list[str]:
    given = ref.given or ("",) * len(ref.authors)
    return [f"{f}, {g}" if g else f"{{{f}}}" if " " in f else f for f, g in zip(ref.authors, given, strict=False)]
