"""The model of the extra `medlint[semantic]`: a small transformer that reads the sentence with what stands around it.

onnxruntime and tokenizers are imported when the model is made, which happens only where it is asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from importlib.resources import files
from math import exp, log
from pathlib import Path
from typing import Any

from medlint.opinion.linear import shipped
from medlint.opinion.reading import Reading

LONGEST = 72
"""How many word pieces of a sentence and its surroundings are read."""

_BATCH = 16
_ROLES = (("title", 50), ("heading", 50), ("before", 110), ("after", 80))
"""What is read beside the sentence, and how many characters of each."""


class SemanticError(Exception):
    """The extra is not installed, or its model is not there."""


def surroundings(one: Reading) -> str:
    """What stands around a sentence, as the second text that the model reads."""
    parts = [getattr(one, role) for role, _ in _ROLES]
    return " | ".join(
        part.text[:most] if part is not None and part is not one else "-"
        for part, (_, most) in zip(parts, _ROLES, strict=True)
    )


class SemanticModel:
    """The transformer, with its answers kept by sentence in `cache` (a folder; None: not kept)."""

    def __init__(self, cache: Path | None = None) -> None:
        try:
            import numpy
            import onnxruntime
            from tokenizers import Tokenizer
        except ImportError as error:
            raise SemanticError(f"“{error.name}” is not installed; run: pip install 'medlint[semantic]'") from None
        folder = files("medlint.opinion").joinpath("semantic")
        if not folder.is_dir():
            raise SemanticError("the model file is not there; install medlint from a wheel or a full checkout")
        data = folder.joinpath("model.onnx").read_bytes()
        about = json.loads(folder.joinpath("about.json").read_text("utf-8"))
        self.threshold: float = about["threshold"]
        self.families: list[str] = about["families"]
        self._slope, self._shift = about["calibration"]
        self._tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text("utf-8"))
        self._tokenizer.enable_truncation(LONGEST, strategy="longest_first")
        self._tokenizer.enable_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        self._array: Callable[..., Any] = numpy.array
        self._cache = Answers(cache, hashlib.sha256(data).hexdigest()[:16]) if cache else None
        self._known: dict[tuple[str, str], list[float]] = {}

    def probabilities(self, sentences: Sequence[Reading]) -> list[float]:
        """How probable it is of each that a reviewer would object: halfway, in log-odds, between both models.

        The transformer knows what words mean, the built-in model what the rules know of the sentence.
        """
        built_in = shipped().in_context(sentences)
        return [
            1 / (1 + exp(-(own + log(other / (1 - other))) / 2))
            for own, other in zip(self.scores(sentences), built_in, strict=True)
        ]

    def scores(self, sentences: Sequence[Reading]) -> list[float]:
        """What the transformer alone says of each, as calibrated log-odds."""
        answers = self._answers([(one.text, surroundings(one)) for one in sentences])
        return [self._slope * answer[0] + self._shift for answer in answers]

    def family(self, one: Reading) -> str:
        """The family that fits best by both models, of which the built-in one counts half."""
        own = dict(zip(self.families, self._answers([(one.text, surroundings(one))])[0][1:], strict=True))
        known = shipped().family_scores(one)
        return max(own, key=lambda name: own[name] + known[name] / 2)

    def weighed(self, one: Reading) -> tuple[str, ...]:
        """The three words without which the sentence would look most harmless, in their order."""
        text = one.text
        words = [
            (a - one.start, b - one.start)
            for (a, b), w in zip(one.spans, one.words, strict=True)
            if w[0].isalpha() or w[0] == "["
        ]
        pairs = [(f"{text[:a]}{text[b:]}", surroundings(one)) for a, b in words]
        if not pairs:
            return ()
        left = [answer[0] for answer in self._answers(pairs)]
        best = sorted(range(len(words)), key=lambda i: left[i])[:3]
        return tuple(dict.fromkeys(text[slice(*words[i])] for i in sorted(best)))

    def _answers(self, pairs: list[tuple[str, str]]) -> list[list[float]]:
        """The scores of each pair: for a claim, then for each family."""
        new = list(dict.fromkeys(pair for pair in pairs if pair not in self._known))
        if self._cache:
            self._known |= self._cache.get(new)
            new = [pair for pair in new if pair not in self._known]
        if new:
            found = dict(zip(new, self._run(new), strict=True))
            self._known |= found
            if self._cache:
                self._cache.put(found)
        return [self._known[pair] for pair in pairs]

    def _run(self, pairs: list[tuple[str, str]]) -> list[list[float]]:
        """Pairs of like length are run together."""
        out: dict[int, list[float]] = {}
        order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]) + len(pairs[i][1]))
        for start in range(0, len(order), _BATCH):
            some = order[start : start + _BATCH]
            encoded = self._tokenizer.encode_batch([pairs[i] for i in some])
            given = {
                "input_ids": self._array([e.ids for e in encoded], dtype="int64"),
                "attention_mask": self._array([e.attention_mask for e in encoded], dtype="int64"),
                "token_type_ids": self._array([e.type_ids for e in encoded], dtype="int64"),
            }
            rows = self._session.run(None, given)[0].tolist()
            out.update(zip(some, rows, strict=True))
        return [out[i] for i in range(len(pairs))]


class Answers:
    """The answers of one model by the hash of what it was asked, a file of lines of JSON."""

    def __init__(self, folder: Path, model: str) -> None:
        self._file = folder / f"semantic-{model}.jsonl"
        self._rows: dict[str, list[float]] | None = None

    def get(self, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], list[float]]:
        """The answers that are known."""
        rows = self._read()
        return {pair: rows[key] for pair in pairs if (key := _key(pair)) in rows}

    def put(self, answers: dict[tuple[str, str], list[float]]) -> None:
        """Keep new answers; where that cannot be done they are worked out again next time."""
        lines = [json.dumps([_key(pair), [round(x, 4) for x in scores]]) for pair, scores in answers.items()]
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as out:
                out.write("\n".join(lines) + "\n")
        except OSError:
            return

    def _read(self) -> dict[str, list[float]]:
        if self._rows is None:
            self._rows = {}
            try:
                for line in self._file.read_text("utf-8").splitlines():
                    key, scores = json.loads(line)
                    self._rows[key] = scores
            except (OSError, ValueError):
                pass
        return self._rows


def _key(pair: tuple[str, str]) -> str:
    return hashlib.sha256("\x1f".join(pair).encode()).hexdigest()[:24]
