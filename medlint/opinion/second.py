"""Asking a model about the sentences of a page: what the patterns missed, and what they took amiss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from medlint.findings import Severity
from medlint.opinion.context import is_told_by
from medlint.opinion.reading import Reading, careful_share, readings
from medlint.page import Match, Page

FEWEST_WORDS = 3
"""Shorter sentences say too little to be judged by themselves."""

LONELY = 0.65
"""A claim that is the only probable one of its page is told from here on."""

CAREFULLY = 0.4
"""So many of the sentences of a careful page hold a word such as “risk” or “may”."""

CERTAIN = 0.9
"""On a page that only informs nothing less probable is told, whether a pattern found it or not."""

GRAVE = frozenset({"dependence", "fda-status", "safety", "superlative"})
"""Families of which errors are not excused by the dull page that they stand on: such as a denied risk."""


class Doubts(NamedTuple):
    """Below which probability what a pattern found is set aside: an error, one of a grave family, anything else.

    On pages that no model is trained on hardly one in twenty of the findings below is right.
    """

    error: float
    grave: float
    other: float

    def of(self, match: Match) -> float:
        if match.level is not Severity.ERROR:
            return self.other
        return self.grave if match.rule.header.family in GRAVE else self.error


IF_SHORT = Doubts(0.005, 0.005, 0.005)
WHERE_PRAISED = Doubts(0.02, 0.02, 0.04)
MOSTLY = Doubts(0.06, 0.06, 0.15)
WHERE_INFORMING = Doubts(CERTAIN, 0.3, CERTAIN)


class Opinion(NamedTuple):
    """A sentence that a model takes for a claim.

    `block`, `start` and `end` say where it stands, `words` which of its words weighed most.
    """

    block: int
    start: int
    end: int
    family: str
    probability: float
    words: tuple[str, ...]

    @property
    def band(self) -> str:
        """The probability in words."""
        return (
            "almost certain" if self.probability >= 0.95 else "very probable" if self.probability >= 0.9 else "probable"
        )


class Model(Protocol):
    """A trained model. `threshold` is the probability from which on its opinion is told."""

    threshold: float

    def probabilities(self, sentences: Sequence[Reading]) -> list[float]:
        """How probable it is of each sentence of a page, given all in their order, that a reviewer would object."""
        ...

    def family(self, one: Reading) -> str:
        """The family that fits best."""
        ...

    def weighed(self, one: Reading) -> tuple[str, ...]:
        """The words that spoke most for a claim, in their order."""
        ...


class Second(NamedTuple):
    """What a model holds of a page: claims that no pattern found, and how probable a claim is in each sentence (by
    block and start) where a pattern found one."""

    told: list[Opinion]
    probabilities: dict[tuple[int, int], float]
    below: Doubts

    def doubts(self, page: Page, match: Match) -> bool:
        """Whether the model sees no claim in any sentence that a match reaches into."""
        block = page.views[match.block].block
        first, last = block.sentence_at(match.start), block.sentence_at(max(match.start, match.end - 1))
        doubt = self.below.of(match)
        return all(
            self.probabilities.get((match.block, start), 1) < doubt for start, _ in block.sentences[first : last + 1]
        )


def ask(model: Model, page: Page) -> Second:
    """What a model holds of a page on which the patterns have run."""
    all_ = readings(page)
    held = [
        (one, probability)
        for one, probability in zip(all_, model.probabilities(all_), strict=True)
        if one.flagged or len(one.words) >= FEWEST_WORDS
    ]
    claims = sum(probability >= model.threshold for _, probability in held)
    least, below = _bars(page, [one for one, _ in held], model.threshold, claims)
    told = [
        Opinion(one.view.index, one.start, one.end, model.family(one), probability, model.weighed(one))
        for one, probability in held
        if probability >= least and not one.flagged
    ]
    return Second(told, {(one.view.index, one.start): p for one, p in held if one.flagged}, below)


def _bars(page: Page, asked: Sequence[Reading], threshold: float, claims: int) -> tuple[float, Doubts]:
    """From which probability on an opinion is told, and below which a finding is set aside.

    Where a page holds no other of the `claims`, one is less likely; on a page that only informs, much less.
    """
    if not asked or not is_told_by(asked):
        return threshold, IF_SHORT
    least = threshold if claims > 1 else max(threshold, LONELY)
    if _praises(page, asked):
        return least, WHERE_PRAISED
    return (least, MOSTLY) if page.offers else (max(threshold, CERTAIN), WHERE_INFORMING)


def _praises(page: Page, asked: Sequence[Reading]) -> bool:
    """Whether a page is about a treatment that is sold for uses nobody approved, and is not careful about it."""
    return page.subject is not None and page.subject.needs_status and careful_share(asked) < CAREFULLY
