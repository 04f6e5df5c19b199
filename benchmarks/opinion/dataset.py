"""The labelled sentences that the second opinion is trained on and judged by, as medlint itself reads them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "accuracy"))

import labelled

from medlint.lint import Linter
from medlint.opinion.reading import Reading, readings
from medlint.readers import read

TRAINED_ON = {
    "train": 1.0, "written": 1.0, "ordinary": 1.0, "plain": 1.0, "clinics": 1.0, "sites": 1.0, "trade": 1.0,
    "voices": 1.0, "markup": 1.0, "formal": 1.0, "mixed": 1.0, "beside": 1.0, "leaflets": 1.0,
    "versions": 1.0, "everyday": 1.0, "retold": 1.0, "repos": 1.0, "wry": 0.5,
}  # fmt: skip
"""Sets of pages with the weight of a sentence: the wry ones are further from real pages."""

IN_VIEW = ("train", "clinics", "wry")
"""Sets that the writers of rules had in view: what their rules find there is right more often than elsewhere."""

JUDGED_BY = ("kept", "fresh", "unseen", "code", "stock", "papers", "advice")
"""Sets of pages that no model is trained on and no writer of rules has had in view."""


@dataclass
class Row:
    """A sentence, the page and set it is from, whether a reviewer objects, and the families that fit.

    Of a judgement call `risky` is None: nothing is learned from it, and nobody is judged by it. No families: they are
    not known.
    """

    reading: Reading
    page: str
    risky: bool | None
    families: tuple[str, ...]
    weight: float
    set: str

    @property
    def seen(self) -> bool:
        """Whether the writers of the rules had its page in view."""
        return self.set in IN_VIEW


def of_pages(lint: Linter, name: str, weight: float = 1.0, *, checked: bool = True) -> Iterator[list[Row]]:
    """The sentences of each page of a set.

    What the rules know of a sentence is there only where the pages are `checked`, which takes its time.
    """
    for labels in labelled.pages(name):
        page = lint.page(read(labels.name, labels.text.encode()))
        if not page.is_health_copy:
            continue  # no model is ever asked about it
        if checked:
            lint.check_page(page)
        rows = []
        for one in readings(page):
            span = one.view.block.source_span(one.start, one.end)
            marked = [c for c in labels.claims if c.span.overlaps(span)]
            required = [c for c in marked if c.required]
            families = tuple(dict.fromkeys(f for c in required for f in c.families))
            risky = None if marked and not required else bool(required)
            rows.append(Row(one, labels.name, risky, families, weight, name))
        if rows:
            yield rows


def of_bank(lint: Linter, name: str, weight: float = 1.0, *, checked: bool = True) -> Iterator[Row]:
    """The sentences of a bank, one page with a filler between them, as they are scored."""
    rows = labelled.bank(name)
    page = lint.page(read("bank.md", labelled.bank_page(rows).encode()))
    if checked:
        lint.check_page(page)
    for one in readings(page):
        number = labelled.row_at(page.document.place(one.view.block.source_span(one.start, one.end).start).line)
        if number is not None:
            row = rows[number]
            yield Row(one, f"{name}-{number}", row["flag"], (row["family"],) if row["flag"] else (), weight, "bank")


def judged(lint: Linter) -> list[list[Row]]:
    """The pages to judge by: neither a model nor the writer of a rule has seen them."""
    return [page for name in JUDGED_BY for page in of_pages(lint, name)]


def training(lint: Linter, *, checked: bool = True) -> list[list[Row]]:
    """The pages to train on, set by set."""
    return [page for name, weight in TRAINED_ON.items() for page in of_pages(lint, name, weight, checked=checked)]


def banks(lint: Linter, *, checked: bool = True) -> list[Row]:
    """The single sentences to train on."""
    return [row for name in ("dev", "more") for row in of_bank(lint, name, checked=checked)]


def sure(rows: Iterable[Row]) -> list[Row]:
    """Those that are no judgement calls."""
    return [row for row in rows if row.risky is not None]
