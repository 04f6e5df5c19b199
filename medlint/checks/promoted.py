"""Which products a page promotes for which uses that are not approved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from medlint.evidence.approval_verdicts import uses_in
from medlint.evidence.facts import Treatment
from medlint.page import Page
from medlint.view import View

PRODUCTS = 3
USES = 4
"""How many of them are named, the most often promoted first."""

HEADINGS = ("title", "heading")
"""Kinds of blocks that say what a page is about."""

_DENIED = re.compile(
    r"\b(?:not|never|no|without|\w+n't|off label|unapproved|un(?:licensed|proven)|risks?|side effects?|history of"
    r"|if you have)\b"
)


def promoted(page: Page, home: str) -> list[tuple[Treatment, list[str]]]:
    """The products that the page names, each with the uses beside it that the table says are not approved."""
    found: list[tuple[int, Treatment, list[str]]] = []
    named = page.weights()
    subject = page.subject
    for id_, weight in named.most_common():
        treatment = page.facts.treatments[id_]
        if any(row.jurisdiction == home for row in page.facts.approvals.get(id_, ())):
            uses = unapproved_uses(page, treatment)
            if uses and (treatment.needs_status or treatment is subject):
                found.append((weight, treatment, uses))
    return [(treatment, uses) for _, treatment, uses in found[:PRODUCTS]]


def unapproved_uses(page: Page, treatment: Treatment) -> list[str]:
    """The unapproved uses that stand in a sentence with a treatment, or anywhere on a page that is about it."""
    rows = [row for row in page.facts.approvals.get(treatment.id, ()) if not row.granted]
    words = tuple(dict.fromkeys(w for row in rows for w in row.words or treatment.unapproved_words))
    if not words:
        return []
    whole_page = page.subject is treatment
    tally: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for view in page.views:
        for start, end in _sentences(view, treatment, whole_page):
            text = view.block.lower
            if _DENIED.search(text, start, end):
                continue
            for a, b in uses_in(text, start, end, words):
                name = text[a:b]
                visible = view.block.visible[a:b]
                shown.setdefault(name, visible if visible.isupper() else visible.lower())
                tally[name] += 1
    return [shown[name] for name, _ in tally.most_common(USES)]


def is_claimed(page: Page, treatment: Treatment) -> bool:
    """Whether a use of a treatment that the table says is not approved stands in one sentence with a claim, or in a
    heading."""
    words = _unapproved_words(page, treatment)
    if not words:
        return False
    claimed = {(m.block, page.views[m.block].block.sentence_at(m.start)) for m in page.matches}
    headed = {(v.index, n) for v in page.views if v.block.kind in HEADINGS for n in range(len(v.block.sentences))}
    for index, number in claimed | headed:
        block = page.views[index].block
        start, end = block.sentences[number]
        if not _DENIED.search(block.lower, start, end) and any(True for _ in uses_in(block.lower, start, end, words)):
            return True
    return False


def headings_for(page: Page, treatment: Treatment) -> list[tuple[int, int, int]]:
    """The headings that name a treatment with a use that the table says is not approved: a block and a range of its
    text. A question offers nothing.
    """
    words = _unapproved_words(page, treatment)
    found = []
    for view in page.views:
        if view.block.kind in HEADINGS and any(mention.id == treatment.id for mention in view.treatments):
            for start, end in view.block.sentences:
                text = view.block.lower
                offered = words and not text[:end].endswith("?") and not _DENIED.search(text, start, end)
                if offered and any(True for _ in uses_in(text, start, end, words)):
                    found.append((view.index, start, end))
    return found


def _unapproved_words(page: Page, treatment: Treatment) -> tuple[str, ...]:
    """The words of the uses of a treatment that the table says are not approved at home."""
    known = page.facts.approvals.get(treatment.id, ())
    rows = [row for row in known if not row.granted and row.jurisdiction == page.home]
    return tuple(dict.fromkeys(w for row in rows for w in row.words or treatment.unapproved_words))


def _sentences(view: View, treatment: Treatment, whole_page: bool) -> Iterator[tuple[int, int]]:
    for sentence in view.sentences:
        own = [m.id for m in view.treatments if sentence.start <= m.start < sentence.end]
        if treatment.id in own or (whole_page and not own):
            yield sentence.start, sentence.end


def promotion(page: Page, home: str) -> str:
    """The same as a sentence; empty when the table knows of none."""
    parts = [f"{treatment.label} for {_listed(uses)}" for treatment, uses in promoted(page, home)]
    return f"Promoted here for uses that are not approved: {'; '.join(parts)}." if parts else ""


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
