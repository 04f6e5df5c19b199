"""The labelled pages and sentences beside this file, and how what was found is held against them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+|\s*\|\s*|(?<=:)\s+(?=[A-Z])")
FILLER = "Our desk is open from nine to five on weekdays."
PAGE_LEVEL = ("approval-status", "risks", "typical-results", "medical-advice")


class Span(NamedTuple):
    """A half-open range of source offsets."""

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        return self.start < other[1] and other[0] < self.end


@dataclass(frozen=True)
class Claim:
    """What a reviewer marked; a judgement call is not `required`."""

    span: Span
    families: tuple[str, ...]
    required: bool


@dataclass(frozen=True)
class LabelledPage:
    """A page with its claims and the statements that it lacks."""

    name: str
    text: str
    claims: tuple[Claim, ...]
    missing: frozenset[str]
    missing_optional: frozenset[str]

    def sentences(self) -> list[Span]:
        """The pieces that are counted: sentences, list items, table cells."""
        out, start = [], 0
        for m in SENTENCE_END.finditer(self.text):
            if self.text[start : m.start()].strip():
                out.append(Span(start, m.start()))
            start = m.end()
        if self.text[start:].strip():
            out.append(Span(start, len(self.text)))
        return out


def pages(name: str) -> Iterator[LabelledPage]:
    """The pages of a set: `dev`, `kept`, `fresh`, `unseen`, `train`, `clinics`, `sites` or another folder here."""
    for row in _rows(HERE / f"{name}.labels.jsonl"):
        text = (HERE / name / row["doc"]).read_text("utf-8")
        claims = tuple(
            Claim(_find(text, c["quote"], c.get("nth", 1)), (c["family"], *c.get("also", ())), c.get("required", True))
            for c in row["claims"]
        )
        yield LabelledPage(
            row["doc"], text, claims, frozenset(row.get("missing", ())), frozenset(row.get("missing_optional", ()))
        )


def bank(name: str) -> list[dict[str, Any]]:
    """The sentences of a bank: `text`, `family`, whether to `flag` it, and of what `kind` it is."""
    return list(_rows(HERE / f"bank.{name}.jsonl"))


def bank_page(rows: list[dict[str, Any]]) -> str:
    """The sentences of a bank as one page: each on every fourth line, with a filler between them."""
    return "".join(f"{' '.join(row['text'].split())}\n\n{FILLER}\n\n" for row in rows)


def row_at(line: int) -> int | None:
    """Which sentence stands on a line (from 1) of that page; None for a filler."""
    return None if (line - 1) % 4 else (line - 1) // 4


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def _find(text: str, quote: str, nth: int) -> Span:
    at = -1
    for _ in range(nth):
        at = text.index(quote, at + 1)
    return Span(at, at + len(quote))


class Found(NamedTuple):
    """A finding: its range in the source and its family."""

    span: Span
    family: str


@dataclass
class Figure:
    """Right among found, hit among wanted."""

    right: int = 0
    found: int = 0
    hit: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hit / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass
class Score:
    """The figures of a set of pages."""

    sentence: Figure
    claim: Figure
    missing: Figure
    words: int = 0

    @property
    def alarms_per_1000_words(self) -> float:
        return 1000 * (self.sentence.found - self.sentence.right) / max(1, self.words)


def score(results: Iterable[tuple[LabelledPage, list[Found]]]) -> Score:
    """Hold what was found on each page against its labels.

    A sentence counts as found where anything is flagged in it, as wanted where a required claim stands in it.
    What is found on judgement calls alone counts neither way.
    """
    out = Score(Figure(), Figure(), Figure())
    for page, findings in results:
        out.words += len(page.text.split())
        found = [f for f in findings if not f.family.startswith("missing-")]
        _sentences(page, found, out.sentence)
        _claims(page, found, out.claim)
        _missing(page, {f.family.removeprefix("missing-") for f in findings} & set(PAGE_LEVEL), out.missing)
    return out


def _sentences(page: LabelledPage, found: list[Found], figure: Figure) -> None:
    for sentence in page.sentences():
        marked = [c for c in page.claims if sentence.overlaps(c.span)]
        required = any(c.required for c in marked)
        flagged = any(sentence.overlaps(f.span) for f in found)
        figure.wanted += required
        figure.hit += required and flagged
        if flagged and (required or not marked):
            figure.found += 1
            figure.right += required


def _claims(page: LabelledPage, found: list[Found], figure: Figure) -> None:
    for claim in page.claims:
        if claim.required:
            figure.wanted += 1
            figure.hit += any(claim.span.overlaps(f.span) and f.family in claim.families for f in found)
    for f in found:
        over = [c for c in page.claims if c.span.overlaps(f.span)]
        if over and not any(c.required for c in over):
            continue
        figure.found += 1
        figure.right += any(f.family in c.families for c in over)


def _missing(page: LabelledPage, found: set[str], figure: Figure) -> None:
    for kind in PAGE_LEVEL:
        if kind not in page.missing_optional:
            figure.wanted += kind in page.missing
            figure.found += kind in found
            figure.hit += kind in page.missing and kind in found
    figure.right = figure.hit
