"""Reading what a model says of a sentence again beside what it says of its page: the same words are fair or not by what
stands around them.

Gradient boosted trees (Friedman 2001) over a few figures, grown by benchmarks/opinion/train_linear.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from math import exp
from typing import Any

from medlint.opinion.reading import Reading, careful_share

FIGURES = (
    "score", "flagged", "others", "others flagged", "boldest others", "neighbours", "words", "offers", "careful",
    "whole",
)  # fmt: skip
"""What the trees know of a sentence: the model's score, whether a pattern found anything; the mean probability of a
claim in the other sentences of its page, the share of them that is flagged, the mean of the three boldest of them and
of those that stand near; how many words it has; whether the page offers anything, the share of its careful sentences,
and whether it is a page of its own."""

NEAR = 4
"""So many sentences before and after one stand near it."""

FEWEST_WORDS = 80
"""A shorter page says nothing of what it is."""


def figures(sentences: Sequence[Reading], scores: Sequence[float]) -> list[tuple[float, ...]]:
    """The figures of all sentences of a page, in the order of `FIGURES`; `scores` are the model's log-odds."""
    chances = [1 / (1 + exp(-score)) for score in scores]
    count, total = len(sentences) - 1, sum(chances)
    flagged = sum(one.flagged for one in sentences)
    boldest = nlargest(4, range(len(chances)), key=chances.__getitem__)
    page, careful = sentences[0].page, careful_share(sentences)
    offers, whole = float(page.offers), float(page.is_whole)
    out: list[tuple[float, ...]] = []
    for i, (one, score, chance) in enumerate(zip(sentences, scores, chances, strict=True)):
        near = chances[max(0, i - NEAR) : i] + chances[i + 1 : i + 1 + NEAR]
        bold = [chances[j] for j in boldest if j != i][:3]
        out.append((
            score, float(one.flagged), (total - chance) / max(1, count), (flagged - one.flagged) / max(1, count),
            _mean(bold), _mean(near), float(len(one.words)), offers, careful, whole,
        ))  # fmt: skip
    return out


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
