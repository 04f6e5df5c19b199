"""The model of the extra: what it makes of the transformer's answers; the transformer itself where it is installed."""

from __future__ import annotations

import sys
from math import exp, log
from pathlib import Path

import pytest

from medlint.lint import Linter
from medlint.opinion.linear import shipped as built_in
from medlint.opinion.reading import Reading, readings
from medlint.opinion.semantic import Answers, SemanticError, SemanticModel, surroundings
from medlint.packs.compiled import load_packs
from medlint.packs.loader import shipped_packs
from medlint.readers import read

BOLD = "You'll walk out a new person."
PLAIN = "Please bring a list of your medicines."


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_packs(shipped_packs(("us",))))


def sentences(linter: Linter) -> list[Reading]:
    page = linter.page(read("page.md", f"# Our clinic\n\n{BOLD}\n\n{PLAIN}".encode()))
    linter.check_page(page)
    return [one for one in readings(page) if one.text in (BOLD, PLAIN)]


class Told(SemanticModel):
    """A model whose transformer says how many letters a text has, and for safety before all else."""

    def __init__(self, cache: Path | None = None) -> None:
        self.families = ["efficacy", "safety"]
        self.asked: list[str] = []
        self._slope, self._shift = 0.5, -1.0
        self._cache = Answers(cache, "told") if cache else None
        self._known = {}

    def _run(self, pairs: list[tuple[str, str]]) -> list[list[float]]:
        self.asked += [text for text, _ in pairs]
        return [[float(len(text)), 0.0, 9.0] for text, _ in pairs]


def test_an_answer_is_halfway_between_both_models(linter: Linter) -> None:
    found = sentences(linter)
    model = Told()
    for one, p, other in zip(found, model.probabilities(found), built_in().in_context(found), strict=True):
        own = len(one.text) * 0.5 - 1
        assert log(p / (1 - p)) == pytest.approx((own + log(other / (1 - other))) / 2)
        assert model.scores([one]) == [pytest.approx(own)]


def test_the_built_in_model_counts_half_for_the_family(linter: Linter) -> None:
    bold, _ = sentences(linter)
    known = built_in().family_scores(bold)
    assert max(known, key=known.__getitem__) == built_in().family(bold)
    model = Told()
    assert model.family(bold) == "safety"  # 9 to 0
    model._known = {(bold.text, surroundings(bold)): [0.0, 0.0, (known["efficacy"] - known["safety"]) / 2 - 0.1]}
    assert model.family(bold) == "efficacy"


def test_the_words_that_weigh_most_are_those_without_which_least_is_left(linter: Linter) -> None:
    bold, _ = sentences(linter)
    assert Told().weighed(bold) == ("You", "walk", "person")  # of “You”, “out” and “new” the first


def test_answers_are_kept_by_sentence(tmp_path: Path, linter: Linter) -> None:
    found = sentences(linter)
    first, second = Told(tmp_path), Told(tmp_path)
    told = first.probabilities(found)
    assert first.asked == [BOLD, PLAIN]
    assert second.probabilities(found) == told
    assert not second.asked
    spoilt = next(tmp_path.iterdir())
    spoilt.write_text(f"{spoilt.read_text('utf-8')}[", "utf-8")
    assert Told(tmp_path).probabilities(found) == told


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, linter: Linter) -> None:
    file = tmp_path / "file"
    file.write_text("", "utf-8")
    assert len(Told(file / "folder").probabilities(sentences(linter))) == 2


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(SemanticError, match="“numpy” is not installed; run: pip install 'medlint"):
        SemanticModel()


def test_the_transformer_tells_a_paraphrase_from_a_plain_sentence(linter: Linter) -> None:
    pytest.importorskip("onnxruntime", reason="the extra medlint[semantic] is not installed")
    pytest.importorskip("tokenizers", reason="the extra medlint[semantic] is not installed")
    bold, plain = SemanticModel().scores(sentences(linter))
    assert exp(bold) > 4 * exp(plain)
