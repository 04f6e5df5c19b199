"""Filling in what a finding says: the treatment named, its risks, its status."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from medlint.expressions import expression
from medlint.findings import Source, Suggestion
from medlint.packs.model import Suggested, Swap
from medlint.page import Match, Page

_SLOT = expression(r"\{([a-z-]+)\}")
_COUNTRY = expression(r"[a-z]{2}(-[a-z]{2})?")
"""A jurisdiction of a source that is a country or a part of one: “us”, “us-ca”."""

_GENERIC = {
    "treatment": "this treatment",
    "condition": "this condition",
    "risks": "those that its labelling or consent form names",
    "status": "State whether the FDA has approved this product for this use, and for what it is approved.",
    "claim": "its id",
    "cleared": "the cleared text",
    "cleared-words": "the cleared text",
    "approved-by": "who approved it",
    "differences": "the words that are others",
    "lapse": "has expired",
    "missing-risks": "those that the facts name for the treatment",
    "told-risks": "some risks",
    "where": "far below",
    "benefit-words": "many",
    "risk-words": "few",
    "footnote": "the footnote that the clearance asks for",
    "cleared-for": "some jurisdictions",
    "missing-for": "those that are checked for",
    "hint": ".",
    "flaw": "it is not written as one.",
    "until": "the day that it names",
    "rules": "its rules",
}
_OF_TREATMENTS = ("treatment", "risks", "status")
SLOTS = ("match", *_GENERIC)
"""What the words of rules can hold; the checks of a kind fill those that only they know."""


class Words(NamedTuple):
    """What a finding says."""

    message: str
    why: str
    suggestions: tuple[Suggestion, ...]


def cited(sources: Iterable[Source], jurisdictions: Iterable[str]) -> tuple[Source, ...]:
    """The sources that count in the jurisdictions: no law of another country, unless there is nothing else."""
    every, countries = tuple(sources), {name[:2] for name in jurisdictions if _COUNTRY.fullmatch(name)}
    home = (s for s in every if not _COUNTRY.fullmatch(s.jurisdiction) or s.jurisdiction[:2] in countries)
    return tuple(home) or every


class Wording:
    """The words of the findings of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def of(self, match: Match, *, exchanging: bool = True) -> Words:
        """Message, reason and suggestions of a match, with every slot filled; words are exchanged if `exchanging`.

        Raises SearchTimeoutError.
        """
        header = match.rule.header
        values = self._values(match, _slots(match))
        suggested = (s for s in header.suggest if exchanging or not isinstance(s, Swap))
        suggestions = (self._suggestion(s, match, values) for s in suggested)
        return Words(
            fill(match.message or header.message, values), fill(header.why, values), tuple(filter(None, suggestions))
        )

    def _suggestion(self, suggestion: Suggested, match: Match, values: dict[str, str]) -> Suggestion | None:
        """A suggestion for the words of a match; None for one that only exchanges words, where it cannot."""
        text = fill(suggestion.text, values)
        if suggestion.replace is None and not isinstance(suggestion, Swap):
            return Suggestion(text, advice=suggestion.advice)
        from medlint.exchange import exchanged

        new = exchanged(suggestion, self._page, match, partial(fill, values=values))
        if new is None:
            return Suggestion(text) if text else None
        return Suggestion(text or new, new, suggestion.safe)

    def _values(self, match: Match, slots: set[str]) -> dict[str, str]:
        """What some slots are filled with; the page is asked for nothing else."""
        if not slots:
            return {}
        page = self._page
        view = page.views[match.block]
        values = dict(_GENERIC)
        values["match"] = page.document.quote(view.block, match.start, match.end)
        if "condition" in slots and (condition := page.condition_near(view, match.start, match.end)):
            values["condition"] = condition
        if not slots.isdisjoint(_OF_TREATMENTS):
            own = page.facts.treatments.get(match.treatment) if match.treatment else None
            treatment = own or page.treatment_near(view, match.start, match.end)
            if treatment:
                values |= {"treatment": treatment.label, "risks": treatment.risks, "status": treatment.status}
        return values | dict(match.values)


def _slots(match: Match) -> set[str]:
    """The slots in the wording of a match."""
    header = match.rule.header
    texts = [match.message or header.message, header.why]
    for suggestion in header.suggest:
        texts += (suggestion.text, suggestion.replace or "")
        if isinstance(suggestion, Swap):
            texts += (exchange.words for exchange in suggestion.exchanges)
    return {name for text in texts if "{" in text for name in _SLOT.findall(text)}


def told(suggestion: Suggested) -> str:
    """What a rule suggests, for reading about the rule itself."""
    if suggestion.text:
        return generic(suggestion.text)
    if isinstance(suggestion, Swap):
        new = " or ".join(f"“{generic(one.words)}”" for one in suggestion.exchanges if one.words)
        return f"{new} in the place of some of the words" if new else "leave some of the words out"
    return f"“{generic(suggestion.replace or '')}” in the place of the quoted words"


def generic(text: str) -> str:
    """A rule's text with general words in its slots, for reading about the rule itself."""
    values = {"match": "…", "detail": "…", "uses": "…", "status": "(the FDA status of the treatment)"}
    return fill(text, _GENERIC | values)


def fill(text: str, values: dict[str, str]) -> str:
    """Put the values in their slots; a slot that opens a sentence is capitalised."""

    def value(m: re.Match[str]) -> str:
        out = values.get(m.group(1), m.group())
        opens = m.start() == 0 or re.search(r"[.!?:]\s+$", text[: m.start()])
        return out[:1].upper() + out[1:] if opens and m.group(1) != "match" else out

    return (_SLOT.sub(value, text) if "{" in text else text).replace("..", ".")
