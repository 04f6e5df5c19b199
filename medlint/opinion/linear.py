"""The built-in model: logistic regression over hashed features, in plain Python.

The file begins with a line of JSON. Then come signed bytes, one a weight: those of “is this a claim?” by all that is
known of a sentence, those of the same by its own words alone, then those of each family, whose features are hashed into
fewer places.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from functools import cache, cached_property
from math import exp
from pathlib import Path

from medlint.opinion.context import Scores, Trees, figures, is_told_by
from medlint.opinion.features import BITS, own_places, places, places_around, places_by_word
from medlint.opinion.reading import Reading

FAMILY_BITS = 17
_FAMILY_MASK = (1 << FAMILY_BITS) - 1

PLAIN = 0.05
"""A sentence that is less probable by its own words alone is no claim, whatever stands around it."""


class LinearModel:
    """Weights by place, with the scales and biases that were left out of the bytes."""

    def __init__(self, data: bytes) -> None:
        head, body = data.split(b"\n", 1)
        about = json.loads(head)
        self.threshold: float = about["threshold"]
        self.families: list[str] = about["families"]
        self._scale, self._bias, self._calibration = about["scale"], about["bias"], about["calibration"]
        self._words_scale, self._words_bias = about["words-scale"], about["words-bias"]
        self._words_calibration = about["words-calibration"]
        self.trees, self._context_calibration = Trees(*about["context"]), about["context-calibration"]
        self._family_scale, self._family_bias = about["family-scale"], about["family-bias"]
        places = 1 << BITS
        self._risk, self._words = array("b", body[:places]), array("b", body[places : 2 * places])
        self._of_families = body[2 * places :]

    def probabilities(self, sentences: Sequence[Reading]) -> list[float]:
        """How probable it is of each that a reviewer would object (calibrated on pages kept out of training).

        They are all the sentences of a page, in their order: each is read beside the others. What stands around it
        makes a claim of no sentence whose own words do not look like one: such are lines of code, or lists of terms.
        """
        scores = [self.scores(one) for one in sentences]
        chances = self._in_context(sentences, scores)
        alone = [_chance(score.words, *self._words_calibration) for score in scores]
        return [
            chance if one.flagged or by_words >= PLAIN else min(chance, by_words)
            for one, chance, by_words in zip(sentences, chances, alone, strict=True)
        ]

    def in_context(self, sentences: Sequence[Reading]) -> list[float]:
        """The same, whatever the words of a sentence say by themselves."""
        return self._in_context(sentences, [self.scores(one) for one in sentences])

    def _in_context(self, sentences: Sequence[Reading], scores: Sequence[Scores]) -> list[float]:
        if not sentences or not is_told_by(sentences):
            return [_chance(score.known, *self._calibration) for score in scores]
        return [
            _chance(self.trees.score(own), *self._context_calibration)
            if own
            else _chance(score.known, *self._calibration)
            for own, score in zip(figures(sentences, scores), scores, strict=True)
        ]

    def scores(self, one: Reading) -> Scores:
        """The log-odds of a sentence by itself, as trained."""
        own, risk = own_places(one), self._risk.__getitem__
        known = sum(map(risk, own)) + sum(map(risk, places_around(one) - own))
        words = sum(map(self._words.__getitem__, own))
        return Scores(known * self._scale + self._bias, words * self._words_scale + self._words_bias)

    @cached_property
    def _family(self) -> list[array[int]]:
        size = 1 << FAMILY_BITS
        return [array("b", self._of_families[n * size : (n + 1) * size]) for n in range(len(self.families))]

    def family_scores(self, one: Reading) -> dict[str, float]:
        """How well each family fits, as log-odds."""
        at = {place & _FAMILY_MASK for place in places(one)}
        return {
            name: sum(map(weights.__getitem__, at)) * self._family_scale + bias
            for name, weights, bias in zip(self.families, self._family, self._family_bias, strict=True)
        }

    def family(self, one: Reading) -> str:
        """The family that fits best."""
        scores = self.family_scores(one)
        return max(scores, key=scores.__getitem__)

    def weighed(self, one: Reading) -> tuple[str, ...]:
        """The three words that spoke most for a claim, in their order."""
        risk = self._risk
        own = places_by_word(one)[1:-1]
        scores = {i: sum(risk[place] for place in at) for i, at in enumerate(own) if one.words[i][0].isalpha()}
        best = sorted((i for i in scores if scores[i] > 0), key=lambda i: -scores[i])[:3]
        text = one.view.block.text
        return tuple(dict.fromkeys(text[slice(*one.spans[i])] for i in sorted(best)))


def _chance(score: float, slope: float, shift: float) -> float:
    return 1 / (1 + exp(-(slope * score + shift)))


@cache
def shipped() -> LinearModel:
    """The model in the package."""
    return LinearModel(Path(__file__).with_name("linear.bin").read_bytes())
