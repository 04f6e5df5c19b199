"""The model of the extra: what it makes of the transformer's answers; the transformer itself where it is installed."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from math import exp, log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.lint import Linter
from medlint.opinion.linear import shipped as built_in
from medlint.opinion.reading import Reading, readings
from medlint.opinion.semantic import Answer, Answers, SemanticError, SemanticModel, Spans
from medlint.opinion.windows import AFTER, BEFORE, KINDS, LONGEST, ROOM, TITLE, Window, marked, windows
from medlint.packs.compiled import load_packs
from medlint.packs.loader import shipped_packs
from medlint.readers import read

BOLD = "You'll walk out a new person."
PLAIN = "Please bring a list of your medicines."


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_packs(shipped_packs(("us",))))


def sentences(linter: Linter, text: str = f"# Our clinic\n\n{BOLD}\n\n{PLAIN}") -> list[Reading]:
    page = linter.page(read("page.md", text.encode()))
    linter.check_page(page)
    return readings(page)


class Told(SemanticModel):
    """A model of which a piece is a word's length, and the transformer says each piece, and safety before all else."""

    def __init__(self, cache: Path | None = None) -> None:
        self.families = ["efficacy", "safety"]
        self.asked: list[Window] = []
        self._slope, self._shift = 0.5, -1.0
        self._cache = Answers(cache, "told") if cache else None
        self._page = {}

    def _encoded(self, texts: list[str]) -> list[tuple[list[int], Spans]]:
        words = [[m.span() for m in re.finditer(r"\w+", text)] for text in texts]
        return [([b - a for a, b in spans], spans) for spans in words]

    def _run(self, some: Sequence[Window]) -> list[list[Answer]]:
        self.asked += some
        return [[self.answer(window.pieces[a:b]) for _, a, b in window.judged] for window in some]

    def answer(self, pieces: Sequence[int]) -> Answer:
        return Answer([sum(pieces) / len(pieces), 0.0, 9.0], [float(piece) for piece in pieces])


def test_an_answer_is_halfway_between_both_models(linter: Linter) -> None:
    found = sentences(linter)
    model = Told()
    own = model.scores(found)
    assert own[1] == pytest.approx((3 + 3 + 2 + 4 + 3 + 1 + 3 + 6) / 8 * 0.5 - 1)  # the mark of a paragraph is 3
    for p, score, other in zip(model.probabilities(found), own, built_in().in_context(found), strict=True):
        assert log(p / (1 - p)) == pytest.approx((score + log(other / (1 - other))) / 2)


def test_no_sentences_have_no_answers() -> None:
    assert Told().scores([]) == []


def test_the_built_in_model_counts_half_for_the_family(linter: Linter) -> None:
    found = sentences(linter)
    bold = found[1]
    known = built_in().family_scores(bold)
    assert max(known, key=known.__getitem__) == built_in().family(bold)
    model = Told()
    model.scores(found)
    assert model.family(bold) == "safety"  # 9 to 0
    model._page[bold] = Answer([0.0, 0.0, (known["efficacy"] - known["safety"]) / 2 - 0.1], [])
    assert model.family(bold) == "efficacy"


def test_the_words_that_weigh_most_are_those_whose_pieces_say_most(linter: Linter) -> None:
    found = sentences(linter)
    model = Told()
    model.scores(found)
    assert model.weighed(found[2]) == ("Please", "bring", "medicines")  # each says how long it is
    little = sentences(linter, "So will you. Would those please?")
    model.scores(little)
    assert [model.weighed(one) for one in little] == [("So", "will", "you"), ("please",)]


def test_answers_are_kept_by_window(tmp_path: Path, linter: Linter) -> None:
    found = sentences(linter)
    first, second = Told(tmp_path), Told(tmp_path)
    told = first.probabilities(found)
    assert len(first.asked) == 1
    assert second.probabilities(found) == told
    assert not second.asked
    assert second.weighed(found[2]) == first.weighed(found[2])
    spoilt = next(tmp_path.iterdir())
    spoilt.write_text(f"{spoilt.read_text('utf-8')}[", "utf-8")
    assert Told(tmp_path).probabilities(found) == told
    other = Told(tmp_path)
    other.scores(sentences(linter, f"# Our clinic\n\n{PLAIN}"))
    assert len(other.asked) == 1


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, linter: Linter) -> None:
    file = tmp_path / "file"
    file.write_text("", "utf-8")
    assert len(Told(file / "folder").probabilities(sentences(linter))) == 3


def test_a_sentence_is_read_behind_the_mark_of_its_block(linter: Linter) -> None:
    heading, paragraph, _ = sentences(linter)
    assert marked(heading, [500, 600]) == [1 + KINDS.index("heading"), 500, 600]
    assert marked(paragraph, range(200)) == [1 + KINDS.index("paragraph"), *range(LONGEST)]
    button = sentences(linter, f"<p>{PLAIN}</p><button>Book</button>")[-1]
    assert button.view.block.kind not in KINDS or marked(button, [7])[0] <= len(KINDS)


PAGES = st.lists(st.lists(st.integers(1000, 1010), min_size=1, max_size=LONGEST + 1), max_size=40)


@given(PAGES, st.lists(st.integers(1000, 1010), max_size=40), st.integers(1, ROOM))
def test_each_sentence_is_judged_once_among_its_neighbours(page: list[list[int]], title: list[int], first: int) -> None:
    cut = windows(page, title, first=first)
    assert [one.number for window in cut for one in window.judged] == list(range(len(page)))
    head = 1 + min(TITLE, len(title))
    for n, window in enumerate(cut):
        assert all(list(window.pieces[one.start : one.end]) == page[one.number] for one in window.judged)
        assert list(window.pieces[:head]) == [101, *title[:TITLE]] and window.pieces[-1] == 102
        begin, end = window.judged[0].start, window.judged[-1].end
        assert end - begin <= (ROOM if n else first) or len(window.judged) == 1
        assert begin - head <= BEFORE and len(window.pieces) - 1 - end <= AFTER
        around = sum(len(one) for one in page[window.judged[-1].number + 1 :][:1])
        assert around > AFTER or len(window.pieces) - 1 - end >= around


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(SemanticError, match="“numpy” is not installed; run: pip install 'medlint"):
        SemanticModel()


def test_the_transformer_tells_a_paraphrase_from_a_plain_sentence(linter: Linter) -> None:
    pytest.importorskip("onnxruntime", reason="the extra medlint[semantic] is not installed")
    pytest.importorskip("tokenizers", reason="the extra medlint[semantic] is not installed")
    found = sentences(linter)
    model = SemanticModel()
    _, bold, plain = model.scores(found)
    assert exp(bold) > 4 * exp(plain)
    assert model.weighed(found[1])
