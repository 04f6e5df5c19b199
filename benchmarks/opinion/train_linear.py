"""Train the built-in model and write it into the package: python benchmarks/opinion/train_linear.py

It needs numpy and scikit-learn. One page in five (and one bank sentence in five) is kept out to calibrate the
probability; the figures printed are for sets that the model never sees.
"""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import numpy as np
from dataset import Row, judged, training
from measure import linter
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from medlint.opinion.features import BITS, places
from medlint.opinion.linear import FAMILY_BITS

OUT = Path(__file__).parents[2] / "medlint" / "opinion" / "linear.bin"
THRESHOLD = 0.5
"""Chosen on the sets that no model is trained on, and on new pages before they were trained on: three in four of what
is told from there on is right."""

IN_VIEW = 0.3
"""How much a finding counts on a page that the writers of the rules had in view."""

STRENGTH = 0.1
"""The inverse of the regularisation."""


def matrix(rows: list[set[int]], bits: int) -> csr_matrix:
    """One row a sentence, a one at the place of each of its features."""
    mask = (1 << bits) - 1
    own = [sorted({place & mask for place in row}) for row in rows]
    ends = np.cumsum([0, *(len(row) for row in own)])
    flat = np.fromiter((place for row in own for place in row), dtype=np.int32, count=int(ends[-1]))
    return csr_matrix((np.ones(len(flat), np.float32), flat, ends), shape=(len(own), 1 << bits))


def squeezed(weights: np.ndarray) -> tuple[float, np.ndarray]:
    """Weights as signed bytes, and what to multiply them by."""
    scale = float(np.abs(weights).max()) / 127
    return scale, np.round(weights / scale).astype(np.int8)


def fit(rows: list[Row], features: list[set[int]]) -> LogisticRegression:
    weights = [row.weight * (IN_VIEW if row.seen and row.reading.flagged else 1.0) for row in rows]
    model = LogisticRegression(C=STRENGTH, solver="liblinear")
    return model.fit(matrix(features, BITS), [row.risky for row in rows], sample_weight=weights)


def calibrated(scores: np.ndarray, risky: np.ndarray) -> tuple[float, float]:
    """Slope and shift that make a score a probability (Platt 1999)."""
    model = LogisticRegression(C=1e6).fit(scores.reshape(-1, 1), risky)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def families(rows: list[Row], features: list[set[int]]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The names, the weights and the biases of one model a family, from what a reviewer objected to."""
    chosen = [(row, own) for row, own in zip(rows, features, strict=True) if row.risky]
    names = sorted({row.families[0] for row, _ in chosen})
    inputs = matrix([own for _, own in chosen], FAMILY_BITS)
    models = [
        LogisticRegression(C=STRENGTH, solver="liblinear").fit(inputs, [name in row.families for row, _ in chosen])
        for name in names
    ]
    return names, np.stack([m.coef_[0] for m in models]), np.array([m.intercept_[0] for m in models])


def kept_out(row: Row) -> bool:
    return zlib.crc32(row.page.encode()) % 5 == 0


def main() -> None:
    lint = linter(learned=False)  # what patterns alone know
    rows = training(lint)
    features = [places(row.reading) for row in rows]
    fifth = np.array([kept_out(row) for row in rows])
    trial = fit(
        [r for r, k in zip(rows, fifth, strict=True) if not k],
        [f for f, k in zip(features, fifth, strict=True) if not k],
    )
    held = [(r, f) for r, f, k in zip(rows, features, fifth, strict=True) if k]
    held += [(r, places(r.reading)) for r in judged(lint)]
    unflagged = [(r, f) for r, f in held if not r.reading.flagged]
    scores = trial.decision_function(matrix([f for _, f in unflagged], BITS))
    risky = np.array([r.risky for r, _ in unflagged])
    slope, shift = calibrated(scores, risky)
    probability = 1 / (1 + np.exp(-(slope * scores + shift)))
    told = probability >= THRESHOLD
    print(f"{len(rows)} sentences; kept out {len(held)}, {len(unflagged)} without a finding, {risky.sum()} risky;")
    print(f"from {THRESHOLD} on {told.sum()} are told, {risky[told].mean():.3f} of them rightly")
    whole = fit(rows, features)
    names, family_weights, family_bias = families(rows, features)
    scale, weights = squeezed(whole.coef_[0])
    family_scale, family_bytes = squeezed(family_weights)
    head = {
        "threshold": THRESHOLD, "families": names, "scale": scale, "bias": float(whole.intercept_[0]),
        "calibration": [slope, shift], "family-scale": family_scale, "family-bias": family_bias.tolist(),
    }  # fmt: skip
    OUT.write_bytes(json.dumps(head).encode() + b"\n" + weights.tobytes() + family_bytes.tobytes())


if __name__ == "__main__":
    main()
