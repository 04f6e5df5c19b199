"""Train the built-in model and write it into the package: python benchmarks/opinion/train_linear.py

It needs numpy and scikit-learn. The trees that read a sentence beside its page are grown from the scores of pages that
the scoring model was not trained on (in `FOLDS` turns). Probabilities are calibrated on the sets that no model ever
sees, and the figures printed are for those. With `--families` only what tells the families is learned; the rest of the
file stays as it is.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from dataset import Row, banks, judged, sure, training
from measure import linter
from scipy.sparse import csr_matrix, diags
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from medlint.opinion.context import FIGURES, Scores, Trees, figures, is_told_by
from medlint.opinion.features import BITS, own_places, places
from medlint.opinion.linear import FAMILY_BITS, LinearModel

OUT = Path(__file__).parents[2] / "medlint" / "opinion" / "linear.bin"
THRESHOLD = 0.55
"""Chosen on the sets that no model is trained on: four in five of what is told from there on is right."""

IN_VIEW = 0.3
"""How much a finding counts on a page that the writers of the rules had in view."""

STRENGTH, FAMILY_STRENGTH = 0.15, 0.2
"""The inverse of the regularisation, of “is this a claim?” and of the families."""

TELLING = 0.5
"""How much a feature counts for what it tells by itself: the log of how much likelier it is in a claim (Wang and
Manning 2012), beside the one that each counts for."""

FOLDS = 4
GROWN = {"max_iter": 200, "learning_rate": 0.07, "max_leaf_nodes": 32, "min_samples_leaf": 80, "l2_regularization": 1.0}
"""How the trees are grown; a higher score never makes a claim less probable."""


class Features(NamedTuple):
    """The places of the features of a sentence: of all that is known of it, and of its own words."""

    known: np.ndarray
    words: np.ndarray


def matrix(rows: Sequence[np.ndarray], bits: int) -> csr_matrix:
    """One row a sentence, a one at the place of each of its features."""
    own = [np.unique(row & ((1 << bits) - 1)) for row in rows]
    ends = np.cumsum([0, *map(len, own)])
    return csr_matrix((np.ones(ends[-1], np.float32), np.concatenate(own), ends), shape=(len(own), 1 << bits))


def squeezed(weights: np.ndarray) -> tuple[float, np.ndarray]:
    """Weights as signed bytes, and what to multiply them by."""
    scale = float(np.abs(weights).max()) / 127
    return scale, np.round(weights / scale).astype(np.int8)


def weight(row: Row) -> float:
    return row.weight * (IN_VIEW if row.seen and row.reading.flagged else 1.0)


class Risk(NamedTuple):
    """Weights by place, and the bias."""

    weights: np.ndarray
    bias: float

    def scores(self, features: Sequence[np.ndarray]) -> np.ndarray:
        return matrix(features, BITS) @ self.weights + self.bias


def fit(rows: Sequence[Row], features: Sequence[np.ndarray]) -> Risk:
    inputs, risky = matrix(features, BITS), np.array([bool(row.risky) for row in rows])
    claims, rest = (1 + np.asarray(inputs[some].sum(axis=0)).ravel() for some in (risky, ~risky))
    telling = np.abs(np.log(claims / claims.sum()) - np.log(rest / rest.sum()))
    counts = 1 - TELLING + TELLING * telling
    model = LogisticRegression(C=STRENGTH, solver="liblinear")
    model.fit(inputs @ diags(counts), risky, sample_weight=[weight(row) for row in rows])
    return Risk(model.coef_[0] * counts, float(model.intercept_[0]))


def grow(rows: Sequence[Row], known: np.ndarray) -> tuple[float, list[Any]]:
    """The base and the trees for the figures that are `known` of some sentences, as `Trees` takes them."""
    rising = [int(name == "score") for name in FIGURES]
    model = HistGradientBoostingClassifier(random_state=0, monotonic_cst=rising, **GROWN)
    model.fit(known, [row.risky for row in rows], sample_weight=[weight(row) for row in rows])
    trees = [_nested(grown[0].nodes, 0) for grown in model._predictors]  # scikit-learn has no public way to them
    return float(model._baseline_prediction[0, 0]), trees


def _nested(nodes: np.ndarray, at: int) -> Any:
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    left, right = _nested(nodes, node["left"]), _nested(nodes, node["right"])
    return [int(node["feature_idx"]), round(float(node["num_threshold"]), 4), left, right]


def calibrated(scores: np.ndarray, risky: np.ndarray) -> tuple[float, float]:
    """Slope and shift that make a score a probability (Platt 1999)."""
    model = LogisticRegression(C=1e6).fit(scores.reshape(-1, 1), risky)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def families(rows: Sequence[Row], features: Sequence[Features]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The names, the weights and the biases of the families, from what a reviewer objected to.

    Each adds up two models, of all that is known of a sentence and of its own words.
    """
    chosen = [(row, own) for row, own in zip(rows, features, strict=True) if row.risky]
    names = sorted({row.families[0] for row, _ in chosen})
    known, words = (matrix(some, FAMILY_BITS) for some in zip(*(own for _, own in chosen), strict=True))
    models = [
        [
            LogisticRegression(C=FAMILY_STRENGTH, solver="liblinear").fit(
                inputs, [name in row.families for row, _ in chosen]
            )
            for inputs in (known, words)
        ]
        for name in names
    ]
    weights = np.stack([sum(model.coef_[0] for model in pair) for pair in models])
    return names, weights, np.array([sum(model.intercept_[0] for model in pair) for pair in models])


def fold(page: list[Row]) -> int:
    """In which turn a page is left out; versions of one (`01a`, `01b`) are so together."""
    name = Path(page[0].page).stem.rstrip("abc")
    return zlib.crc32(f"{page[0].set} {name}".encode()) % FOLDS


class Read:
    """Pages with the features of their sentences, each worked out once."""

    def __init__(self, pages: Sequence[list[Row]]) -> None:
        self.pages = pages
        self._features = {
            id(row): Features(*(np.fromiter(of(row.reading), np.int32) for of in (places, own_places)))
            for page in pages
            for row in page
        }

    def of(self, rows: Sequence[Row]) -> list[Features]:
        return [self._features[id(row)] for row in rows]


class Learned(NamedTuple):
    """What is learned of claims: from all that is known of a sentence, and from its own words alone."""

    known: Risk
    words: Risk

    def scores(self, features: Sequence[Features]) -> list[Scores]:
        known, words = zip(*features, strict=True)
        return [*map(Scores, self.known.scores(known).tolist(), self.words.scores(words).tolist())]


def learned_from(rows: Sequence[Row], features: Sequence[Features]) -> Learned:
    known, words = zip(*features, strict=True)
    return Learned(fit(rows, known), fit(rows, words))


def in_context(pages: Sequence[list[Row]], scores: Sequence[list[Scores]]) -> tuple[list[Row], np.ndarray]:
    """The sentences that are read beside their pages, and their figures; without judgement calls."""
    rows, known = [], []
    for page, own in zip(pages, scores, strict=True):
        if is_told_by([row.reading for row in page]):
            for row, one in zip(page, figures([row.reading for row in page], own), strict=True):
                if row.risky is not None and one:
                    rows.append(row)
                    known.append(one)
    return rows, np.array(known)


def claims(single: Read, taught: Read, held: Read) -> tuple[dict[str, Any], bytes]:
    """What the file says of “is this a claim?”: its part of the first line, and the weights."""

    def learned(pages: Sequence[list[Row]]) -> Learned:
        rows = sure(row for page in pages for row in page)
        return learned_from([*rows, *single.pages[0]], [*taught.of(rows), *single.of(single.pages[0])])

    turns = [learned([page for page in taught.pages if fold(page) != n]) for n in range(FOLDS)]
    base, trees = grow(*in_context(taught.pages, [turns[fold(page)].scores(taught.of(page)) for page in taught.pages]))
    whole = learned(taught.pages)
    scores = [whole.scores(held.of(page)) for page in held.pages]
    alone = [
        (row, own)
        for page, some in zip(held.pages, scores, strict=True)
        for row, own in zip(page, some, strict=True)
        if row.risky is not None and not row.reading.flagged
    ]
    calibration, words_calibration = (
        calibrated(np.array(some), np.array([bool(row.risky) for row, _ in alone]))
        for some in zip(*(own for _, own in alone), strict=True)
    )
    rows, known = in_context(held.pages, scores)
    unflagged = np.array([not row.reading.flagged for row in rows])
    in_place = np.array([Trees(base, trees).score(one) for one in known.tolist()])
    context_calibration = calibrated(in_place[unflagged], np.array([bool(row.risky) for row in rows])[unflagged])
    scale, weights = squeezed(whole.known.weights)
    words_scale, words_weights = squeezed(whole.words.weights)
    head = {
        "threshold": THRESHOLD, "scale": scale, "bias": whole.known.bias, "calibration": calibration,
        "words-scale": words_scale, "words-bias": whole.words.bias, "words-calibration": words_calibration,
        "context": [base, trees], "context-calibration": context_calibration,
    }  # fmt: skip
    return head, weights.tobytes() + words_weights.tobytes()


def shipped_claims() -> tuple[dict[str, Any], bytes]:
    """The same of the file that is there."""
    head, body = OUT.read_bytes().split(b"\n", 1)
    return json.loads(head), body[: 2 << BITS]


def report(held: Read) -> None:
    """How often what the file tells is right, of sentences without a finding on pages that it has not learned from."""
    model = LinearModel(OUT.read_bytes())
    read = [zip(page, model.probabilities([row.reading for row in page]), strict=True) for page in held.pages]
    alone = [(row, p) for page in read for row, p in page if row.risky is not None and not row.reading.flagged]
    told = [row.risky for row, p in alone if p >= model.threshold]
    risky = sum(bool(row.risky) for row, _ in alone)
    print(f"{len(alone)} sentences without a finding are judged by, {risky} of them risky;")
    print(f"from {model.threshold} on {len(told)} are told, {told.count(True) / len(told):.3f} of them rightly")


def main(*, only_families: bool) -> None:
    lint = linter(learned=False)  # what patterns alone know
    single, taught, held = Read([banks(lint)]), Read(training(lint)), Read(judged(lint))
    print(f"{len(taught.pages)} pages to learn from, {len(held.pages)} to judge by", flush=True)
    head, weights = shipped_claims() if only_families else claims(single, taught, held)
    every = sure(row for page in taught.pages for row in page)
    names, family_weights, family_bias = families(
        [*every, *single.pages[0]], [*taught.of(every), *single.of(single.pages[0])]
    )
    family_scale, family_bytes = squeezed(family_weights)
    head |= {"families": names, "family-scale": family_scale, "family-bias": family_bias.tolist()}
    OUT.write_bytes(json.dumps(head).encode() + b"\n" + weights + family_bytes.tobytes())
    report(held)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--families", action="store_true")
    main(only_families=parser.parse_args().families)
