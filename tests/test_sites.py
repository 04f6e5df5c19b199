"""Small sites, one a framework: the risky sentence is found at its places and nowhere else, and all the copy is read.

A folder in `tests/sites` holds `site/`, as a team would keep it; `expected.json`, every place of the sentence in it;
and `words.txt`, its copy, a sentence a line, with `{…}` for what is filled in later. A folder beside `site/` that is
called `….docx` is zipped and belongs to the site.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from changed import replace

from medlint.discover import discover
from medlint.document import WILDCARD, Document
from medlint.lint import Linter
from medlint.packs.model import Library
from medlint.readers import read

SITES = Path(__file__).parent / "sites"
NAMES = sorted(folder.name for folder in SITES.iterdir())
RULE = "minimal-side-effects"
LEAST_READ = 0.97
MOST_BESIDE = 0.05

KNOWN: dict[tuple[str, str, str], str] = {}
"""What is not as it should be, and why: (site, path, place) of a sentence that is missed, (site, path, `beside`) where
one is found that is no copy, and (site, `words.txt`, `copy`) where too little is read. Whoever mends one takes it out.
"""


class Place(NamedTuple):
    """Where the sentence is, or was found."""

    path: str
    line: int
    column: int
    source: str
    key_path: str | None


def _zipped(folder: Path) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part in sorted(folder.rglob("*.xml")):
            archive.write(part, part.relative_to(folder).as_posix())
    return file.getvalue()


@cache
def _files(name: str) -> dict[str, bytes]:
    root = SITES / name / "site"
    found = {c.path.relative_to(root).as_posix(): c.path.read_bytes() for c in discover([root]) if not c.reason}
    return found | {folder.name: _zipped(folder) for folder in sorted(SITES.glob(f"{name}/*.docx"))}


@cache
def _documents(name: str) -> list[Document]:
    return [read(path, data) for path, data in _files(name).items()]


def _expected(name: str) -> Iterator[tuple[str, Place]]:
    for row in json.loads((SITES / name / "expected.json").read_text("utf-8")):
        yield row.pop("place"), Place(**row)


Find = Callable[[str], list[Place]]


@pytest.fixture(scope="module")
def find(shipped: Library) -> Find:
    """Tells what the pattern finds on a site; where it stands is no matter of a second opinion."""
    patterns = {id_: rule for id_, rule in shipped.rules.items() if rule.header.kind != "learned"}
    linter = Linter(replace(shipped, rules=patterns), lambda rule: rule.header.id == RULE, treatment="ketamine")

    @cache
    def find(name: str) -> list[Place]:
        return [
            Place(d.path, f.line, f.column, d.source[slice(*f.span)], f.key_path)
            for d in _documents(name)
            for f in linter.check(d).findings
        ]

    return find


def _case(name: str, path: str, what: str, *values: object) -> Any:
    why = KNOWN.get((name, path, what))
    marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
    return pytest.param(name, *values, marks=marks, id=f"{name}-{path}-{what}")


PLACES = [_case(name, place.path, what, place) for name in NAMES for what, place in _expected(name)]
FILES = [_case(name, path, "beside", path) for name in NAMES for path in _files(name)]
COPY = [_case(name, "words.txt", "copy") for name in NAMES]


def test_what_is_known_is_a_case() -> None:
    assert {"-".join(case) for case in KNOWN} <= {str(case.id) for case in [*PLACES, *FILES, *COPY]}


@pytest.mark.parametrize(("name", "place"), PLACES)
def test_the_sentence_is_found_at_its_exact_place(find: Find, name: str, place: Place) -> None:
    assert place in find(name), [p for p in find(name) if p.path == place.path and abs(p.line - place.line) < 3]


@pytest.mark.parametrize(("name", "path"), FILES)
def test_nothing_is_found_beside_it(find: Find, name: str, path: str) -> None:
    more = Counter(p.line for p in find(name) if p.path == path)
    more -= Counter(p.line for _, p in _expected(name) if p.path == path)
    assert [p for p in find(name) if p.path == path and p.line in more] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_file_has_a_problem(name: str) -> None:
    assert [(d.path, d.problems) for d in _documents(name) if d.problems] == []


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"\{[^{}]*\}", " ", text.replace("\u2019", "'")).lower())


def _has(words: list[str], line: list[str]) -> bool:
    return any(words[i : i + len(line)] == line for i, word in enumerate(words) if word == line[0])


@pytest.mark.parametrize("name", COPY)
def test_the_copy_is_read(name: str) -> None:
    lines = [_words(line) for line in (SITES / name / "words.txt").read_text("utf-8").splitlines()]
    blocks = [_words(b.text.replace(WILDCARD, " ")) for d in _documents(name) for b in d.blocks]
    missed = [line for line in lines if not any(_has(words, line) for words in blocks)]
    assert sum(map(len, missed)) <= (1 - LEAST_READ) * sum(map(len, lines)), missed


@pytest.mark.parametrize("name", NAMES)
def test_little_is_read_that_is_no_copy(name: str) -> None:
    """This also holds `words.txt` to be the whole of the copy."""
    lines = [_words(line) for line in (SITES / name / "words.txt").read_text("utf-8").splitlines()]
    known = {word for line in lines for word in line}
    read_words = [word for d in _documents(name) for b in d.blocks for word in _words(b.text.replace(WILDCARD, " "))]
    beside = [word for word in read_words if word not in known]
    assert len(beside) <= MOST_BESIDE * len(read_words), beside
