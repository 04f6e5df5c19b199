"""Reading what a model says of a sentence again beside what it says of its page: the same words are fair or not by what
stands around them.

Gradient boosted trees (Friedman 2001) over a few figures, grown by benchmarks/opinion/train_linear.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import exp
from typing import Any, NamedTuple

from medlint.opinion.reading import Reading, careful_share

FIGURES = (
    "score", "own words", "flagged", "others", "others flagged", "boldest others", "neighbours", "so far", "before",
    "after", "second before", "second after", "place", "asks", "answers", "words", "offers", "unapproved", "careful",
    "whole", "length",
)  # fmt: skip
"""What the trees know of a sentence: the model's score by all that is known of it and by its own words alone, whether a
pattern found anything; the mean probability of a claim in the other sentences of its page, the share of them that is
flagged, the means of the three boldest of them, of those that stand near and of those before it, the probabilities of
the two before and the two after it; where it stands on the page (0 to 1), whether it is a question or follows one, how
many words it has; whether the page offers anything, whether it promotes what nobody approved, the share of its careful
sentences, whether it is a page of its own, and how many words it has."""

NEAR = 4
"""So many sentences before and after one stand near it."""

FEWEST_WORDS = 80
"""A shorter page says nothing of what it is."""

HARMLESS = -4.0
"""A sentence without a finding whose score is lower is no claim, whatever stands around it."""


class Scores(NamedTuple):
    """The log-odds that a sentence is a claim: by all that is known of it, and by its own words alone."""

    known: float
    words: float


def matters(one: Reading, scores: Scores) -> bool:
    """Whether a sentence is read beside its page at all."""
    return one.flagged or scores.known >= HARMLESS


def figures(sentences: Sequence[Reading], scores: Sequence[Scores]) -> Iterator[tuple[float, ...] | None]:
    """The figures of all sentences of a page, in the order of `FIGURES`; None for those that do not matter."""
    chances = [1 / (1 + exp(-score.known)) for score in scores]
    asks = [one.asks for one in sentences]
    count, total = len(sentences) - 1, sum(chances)
    flagged = sum(one.flagged for one in sentences)
    boldest = nlargest(4, range(len(chances)), key=chances.__getitem__)
    page, careful = sentences[0].page, careful_share(sentences)
    unapproved = float(page.subject is not None and page.subject.needs_status)
    of_page = float(page.offers), unapproved, careful, float(page.is_whole), float(page.length)
    padded = [0.0, 0.0, *chances, 0.0, 0.0]
    past = 0.0
    for i, (one, score, chance) in enumerate(zip(sentences, scores, chances, strict=True)):
        if matters(one, score):
            near = chances[max(0, i - NEAR) : i] + chances[i + 1 : i + 1 + NEAR]
            bold = [chances[j] for j in boldest if j != i][:3]
            yield (
                *score, float(one.flagged), (total - chance) / max(1, count), (flagged - one.flagged) / max(1, count),
                _mean(bold), _mean(near), past / max(1, i), padded[i + 1], padded[i + 3], padded[i], padded[i + 4],
                i / max(1, count), float(asks[i]), float(i > 0 and asks[i - 1]), float(len(one.words)), *of_page,
            )  # fmt: skip
        else:
            yield None
        past += chance


def _mean(some: Sequence[float]) -> float:
    return sum(some) / max(1, len(some))


def is_told_by(sentences: Sequence[Reading]) -> bool:
    """Whether a page is long enough to say what its sentences mean."""
    return sentences[0].page.length >= FEWEST_WORDS


class Trees:
    """Trees whose leaves add up to log-odds, from `base` on.

    A tree is a number (a leaf) or a list of the figure that it asks for, the highest value that goes left, and the
    trees to the left and right.
    """

    def __init__(self, base: float, trees: Sequence[Any]) -> None:
        self._base, self._trees = base, trees

    def score(self, own: Sequence[float]) -> float:
        """The log-odds for the figures of a sentence."""
        out = self._base
        for tree in self._trees:
            while isinstance(tree, list):
                tree = tree[2] if own[tree[0]] <= tree[1] else tree[3]
            out += tree
        return out
