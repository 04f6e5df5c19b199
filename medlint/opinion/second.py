"""Asking a model about the sentences of a page that no pattern found anything in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from medlint.opinion.reading import Reading, readings
from medlint.page import Page

FEWEST_WORDS = 3
"""Shorter sentences say too little to be judged by themselves."""


@dataclass(frozen=True, slots=True)
class Opinion:
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
        """How probable it is of each sentence that a reviewer would object to it."""
        ...

    def family(self, one: Reading) -> str:
        """The family that fits best."""
        ...

    def weighed(self, one: Reading) -> tuple[str, ...]:
        """The words that spoke most for a claim, in their order."""
        ...


def opinions(model: Model, page: Page) -> list[Opinion]:
    """What a model holds of a page on which the patterns have run."""
    asked = [one for one in readings(page) if not one.flagged and len(one.words) >= FEWEST_WORDS]
    held = zip(asked, model.probabilities(asked), strict=True)
    return [
        Opinion(one.view.index, one.start, one.end, model.family(one), probability, model.weighed(one))
        for one, probability in held
        if probability >= model.threshold
    ]
