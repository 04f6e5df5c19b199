"""The model of the extra `medlint[semantic]`: a small transformer that reads sentences among their neighbours.

onnxruntime and tokenizers are imported when the model is made, which happens only where it is asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from importlib.resources import files
from math import exp, log
from pathlib import Path
from typing import Any, NamedTuple

from medlint.opinion.linear import shipped
from medlint.opinion.reading import Reading
from medlint.opinion.windows import Window, marked, windows

_BATCH = 4

_LITTLE = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did", "do", "does", "for",
    "from", "had", "has", "have", "he", "her", "here", "his", "i", "if", "in", "is", "it", "its", "me", "my", "of",
    "on", "or", "our", "she", "so", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
    "those", "to", "us", "was", "we", "were", "will", "with", "would", "you", "your",
))  # fmt: skip
"""Words that say little by themselves: they are named only where a sentence has no others."""

Spans = list[tuple[int, int]]


class SemanticError(Exception):
    """The extra is not installed, or its model is not there."""


class Answer(NamedTuple):
    """What the transformer says of a sentence: the scores for a claim and for each family; what each of its pieces (the
    first is the mark of its block) says for a claim, of which the score is the mean."""

    scores: list[float]
    pieces: list[float]


class SemanticModel:
    """The transformer, with its answers kept by window in `cache` (a folder; None: not kept).

    `family` and `weighed` speak of sentences of the page that `probabilities` was asked about last.
    """

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
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        self._array: Callable[..., Any] = numpy.array
        self._cache = Answers(cache, hashlib.sha256(data).hexdigest()[:16]) if cache else None
        self._page: dict[Reading, Answer] = {}

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
        """What the transformer alone says of each sentence of a page, as calibrated log-odds."""
        self._page = dict(zip(sentences, self._answers(sentences), strict=True))
        return [self._slope * answer.scores[0] + self._shift for answer in self._page.values()]

    def family(self, one: Reading) -> str:
        """The family that fits best by both models, of which the built-in one counts half."""
        own = dict(zip(self.families, self._page[one].scores[1:], strict=True))
        known = shipped().family_scores(one)
        return max(own, key=lambda name: own[name] + known[name] / 2)

    def weighed(self, one: Reading) -> tuple[str, ...]:
        """The three words that spoke most for a claim, in their order."""
        said: dict[tuple[int, int], float] = {}
        named = [(span, w) for span, w in zip(one.spans, one.words, strict=True) if w[0].isalpha() or w[0] == "["]
        telling = [span for span, w in named if w not in _LITTLE] or [span for span, _ in named]
        words = [(a - one.start, b - one.start) for a, b in telling]
        spans = self._encoded([one.text])[0][1]
        for (start, end), score in zip(spans, self._page[one].pieces[1:], strict=False):
            for word in words:
                if word[0] < end and start < word[1]:
                    said[word] = said.get(word, 0.0) + score
        best = sorted(sorted(said, key=said.__getitem__)[-3:])
        return tuple(dict.fromkeys(one.text[slice(*word)] for word in best))

    def _answers(self, sentences: Sequence[Reading]) -> list[Answer]:
        """What the transformer says of each."""
        if not sentences:
            return []
        encoded = self._encoded([one.text for one in sentences])
        page = [marked(one, pieces) for one, (pieces, _) in zip(sentences, encoded, strict=True)]
        title = next((own for one, own in zip(sentences, page, strict=True) if one is sentences[0].title), [])
        asked = windows(page, title)
        known = self._cache.get(asked) if self._cache else {}
        new = [window for window in asked if window not in known]
        if new:
            found = dict(zip(new, self._run(new), strict=True))
            known |= found
            if self._cache:
                self._cache.put(found)
        return [answer for window in asked for answer in known[window]]

    def _encoded(self, texts: list[str]) -> list[tuple[list[int], Spans]]:
        """The pieces of each text, and where they begin and end in it."""
        encoded = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        return [(one.ids, one.offsets) for one in encoded]

    def _run(self, some: Sequence[Window]) -> list[list[Answer]]:
        """What is said of the sentences that each window is asked about. Windows of like length are run together."""
        out: dict[int, list[Answer]] = {}
        order = sorted(range(len(some)), key=lambda i: len(some[i].pieces))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            longest = max(len(some[i].pieces) for i in batch)
            rows = [[*some[i].pieces, *[0] * (longest - len(some[i].pieces))] for i in batch]
            read = [[1] * len(some[i].pieces) + [0] * (longest - len(some[i].pieces)) for i in batch]
            given = {
                "input_ids": self._array(rows, dtype="int64"),
                "attention_mask": self._array(read, dtype="int64"),
            }
            for i, scores in zip(batch, self._session.run(None, given)[0], strict=True):
                out[i] = [
                    Answer(scores[a:b].mean(0).round(4).tolist(), scores[a:b, 0].round(2).tolist())
                    for _, a, b in some[i].judged
                ]
        return [out[i] for i in range(len(some))]


class Answers:
    """The answers of one model by the hash of the window, a file of lines of JSON."""

    def __init__(self, folder: Path, model: str) -> None:
        self._file = folder / f"semantic-{model}.jsonl"
        self._rows: dict[str, list[list[list[float]]]] | None = None

    def get(self, some: Sequence[Window]) -> dict[Window, list[Answer]]:
        """The answers that are known."""
        rows = self._read()
        keys = ((window, _key(window)) for window in some)
        return {window: [Answer(*one) for one in rows[key]] for window, key in keys if key in rows}

    def put(self, answers: dict[Window, list[Answer]]) -> None:
        """Keep new answers; where that cannot be done they are worked out again next time."""
        lines = [json.dumps([_key(window), said], separators=(",", ":")) for window, said in answers.items()]
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as out:
                out.write("\n".join(lines) + "\n")
        except OSError:
            return

    def _read(self) -> dict[str, list[list[list[float]]]]:
        if self._rows is None:
            self._rows = {}
            try:
                for line in self._file.read_text("utf-8").splitlines():
                    key, answers = json.loads(line)
                    self._rows[key] = answers
            except (OSError, ValueError):
                pass
        return self._rows


def _key(window: Window) -> str:
    return hashlib.sha256(json.dumps(window).encode()).hexdigest()[:24]
