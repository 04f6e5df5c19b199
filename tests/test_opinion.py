"""The trained second opinion: what it is given, what it says, and that it keeps its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from math import log

import pytest
from changed import replace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.findings import Severity
from medlint.lint import Linter
from medlint.opinion.context import FIGURES, HARMLESS, Scores, figures
from medlint.opinion.features import BITS, own_places, places
from medlint.opinion.linear import FAMILY_BITS, LinearModel, shipped
from medlint.opinion.reading import Reading, readings
from medlint.opinion.second import Opinion, ask
from medlint.packs.model import Library
from medlint.readers import read

PAGE = """# Stem cells for knees

Is it safe? Your knees will thank you by the weekend. Ketamine cures depression.

| Downtime | none |
| --- | --- |
"""


class Yes:
    """A model that takes every sentence for a claim about safety."""

    threshold = 0.5

    def probabilities(self, sentences: Sequence[Reading]) -> list[float]:
        return [0.91 for _ in sentences]

    def family(self, one: Reading) -> str:
        return "safety"

    def weighed(self, one: Reading) -> tuple[str, ...]:
        return one.words[:1]


def read_page(linter: Linter, text: str) -> list[Reading]:
    page = linter.page(read("page.md", text.encode()))
    linter.check_page(page)
    return readings(page)


def test_a_sentence_is_read_with_what_stands_around_it(linter: Linter) -> None:
    found = read_page(linter, PAGE)
    by_text = {one.text: one for one in found}
    knees = by_text["Your knees will thank you by the weekend."]
    assert knees.title and knees.title.text == "Stem cells for knees"
    assert knees.heading is knees.title
    assert knees.before and knees.before.text == "Is it safe?"
    assert knees.after and knees.after.flagged
    assert {"answers", "flagged after", "found nothing"} - {"found nothing"} <= set(knees.signals)
    cures = by_text["Ketamine cures depression."]
    assert cures.words[0] == "[t]" and "[c]" in cures.words and "found efficacy" in cures.signals
    assert all(one.view.block.text[a:b] for one in found for a, b in one.spans)


def test_words_of_a_sentence_stand_where_their_spans_say(linter: Linter) -> None:
    for one in read_page(linter, PAGE):
        for word, (start, end) in zip(one.words, one.spans, strict=True):
            shown = one.view.block.lower[start:end]
            assert word == shown or word in ("#", "[t]", "[c]")


def test_what_a_pattern_found_is_not_told_again(shipped: Library) -> None:
    patterns = replace(shipped, rules={k: r for k, r in shipped.rules.items() if r.header.kind != "learned"})
    alone = Linter(patterns)
    page = alone.page(read("page.md", PAGE.encode()))
    alone.check_page(page)
    held = ask(Yes(), page).told
    told = [page.views[o.block].block.text[o.start : o.end] for o in held]
    assert "Is it safe?" in told
    assert "Ketamine cures depression." not in told
    assert "none" not in told  # too short to judge


def test_an_opinion_becomes_a_finding_that_says_what_it_is(shipped: Library) -> None:
    linter = Linter(shipped, model=Yes())
    findings = linter.check(read("page.md", b"We open at nine on weekdays.")).findings
    assert [(f.rule, f.quote, f.severity) for f in findings] == [
        ("reads-like-safety", "We open at nine on weekdays.", Severity.WARNING)
    ]
    assert "very probable" in findings[0].message and "“we”" in findings[0].message


class No(Yes):
    """A model that sees no claim anywhere."""

    def probabilities(self, sentences: Sequence[Reading]) -> list[float]:
        return [0.002 for _ in sentences]


def test_what_the_second_opinion_doubts_is_set_aside_and_counted(shipped: Library) -> None:
    page = b"Ketamine cures depression. It is the gold standard."
    alone = Linter(replace(shipped, rules={k: r for k, r in shipped.rules.items() if r.header.kind != "learned"}))
    doubted = Linter(shipped, model=No()).check(read("page.md", page))
    assert len(alone.check(read("page.md", page)).findings) >= 2
    assert doubted.findings == [] and doubted.set_aside >= 2


def test_what_a_rule_of_the_users_own_finds_is_never_set_aside(
    shipped: Library, make_pack: Callable[[str], object]
) -> None:
    from conftest import pack_text, rule_text

    from medlint.packs.loader import read_packs

    own = read_packs([make_pack(pack_text(rule_text()))])  # type: ignore[list-item]
    learned = {k: r for k, r in shipped.rules.items() if r.header.kind == "learned"}
    both = replace(own, rules={**own.rules, **learned})
    assert [f.quote for f in Linter(both, model=No()).check(read("page.md", b"A zap a day.")).findings] == ["zap"]


def test_a_band_says_how_sure_the_model_is() -> None:
    bands = [Opinion(0, 0, 1, "safety", p, ()).band for p in (0.75, 0.9, 0.96)]
    assert bands == ["probable", "very probable", "almost certain"]


def test_no_learned_rule_is_more_than_a_warning(shipped: Library) -> None:
    learned = [r.header for r in shipped.rules.values() if r.header.kind == "learned"]
    assert len(learned) == 11
    assert all(h.severity < Severity.ERROR for h in learned)


def test_a_learned_error_is_refused(make_pack: Callable[[str], object]) -> None:
    from conftest import pack_text, rule_text

    from medlint.packs.errors import PackError
    from medlint.packs.loader import read_packs

    rule = rule_text().replace('    flag: "zap"\n', "    kind: learned\n    severity: error\n")
    with pytest.raises(PackError, match="no more than a warning"):
        read_packs([make_pack(pack_text(rule))])  # type: ignore[list-item]


def test_the_built_in_model_adds_up_the_weights_of_its_features(linter: Linter) -> None:
    one = read_page(linter, "A zebra grazes.")[0]
    risk, words, family = bytearray(1 << BITS), bytearray(1 << BITS), bytearray(2 << FAMILY_BITS)
    for place in own_places(one):
        words[place] = 1
    for place in places(one):
        risk[place] = 1
        family[(1 << FAMILY_BITS) + (place & ((1 << FAMILY_BITS) - 1))] = 1
    head = {
        "threshold": 0.5, "families": ["access", "safety"], "scale": 2 / len(places(one)), "bias": -2.0,
        "calibration": [1.0, 0.0], "words-scale": 3 / len(own_places(one)), "words-bias": -7.0,
        "words-calibration": [1.0, 0.5], "family-scale": 1.0, "family-bias": [0.0, 0.0],
        "context": [-3.0, [5.0, [FIGURES.index("words"), 4.5, [FIGURES.index("flagged"), 0.5, 1.0, 2.0], 9.0]]],
        "context-calibration": [1.0, -1.0],
    }  # fmt: skip
    model = LinearModel(json.dumps(head).encode() + b"\n" + bytes(risk + words + family))
    assert model.scores(one) == (pytest.approx(0), pytest.approx(-4))
    assert model.in_context([one]) == [pytest.approx(0.5)]
    assert log_odds(model.probabilities([one])[0]) == pytest.approx(-3.5)
    assert model.family(one) == "safety"
    assert model.weighed(one) == ("A", "zebra", "grazes")
    assert model.probabilities([]) == []
    long = read_page(
        linter, "Zebras graze here.\n\nKetamine cures depression.\n\n" + "A horse stands in the field. " * 20
    )
    chances = {one.text: log_odds(p) for one, p in zip(long, model.in_context(long), strict=True)}
    assert chances == {
        "Zebras graze here.": pytest.approx(-3 + 5 + 1 - 1), "Ketamine cures depression.": pytest.approx(-3 + 5 + 2 - 1),
        "A horse stands in the field.": pytest.approx(-3 + 5 + 9 - 1),
    }  # fmt: skip


def test_what_stands_around_it_makes_no_claim_of_a_sentence_whose_own_words_are_none(linter: Linter) -> None:
    found = read_page(linter, f"# Ketamine\n\nKetamine cures depression.\n\n{SHOP}\n\nletter-spacing: 0.1em;\n")
    model = shipped()
    alone, around = model.probabilities(found), model.in_context(found)
    assert all(p <= q for p, q in zip(alone, around, strict=True))
    assert [p for one, p in zip(found, alone, strict=True) if one.flagged] == [
        q for one, q in zip(found, around, strict=True) if one.flagged
    ]
    assert alone[-1] < model.threshold


def log_odds(probability: float) -> float:
    return log(probability / (1 - probability))


def test_a_sentence_is_read_beside_the_others_of_its_page(linter: Linter) -> None:
    found = read_page(
        linter, "It cures depression. We may open at nine. Book a visit today. Bring a list. A fifth. A sixth."
    )
    chances = [0.9, 0.1, 0.5, 0.2, 0.3, 0.4]
    scores = [Scores(log_odds(p), n) for n, p in enumerate(chances)]
    known = [dict(zip(FIGURES, own, strict=True)) for own in figures(found, scores) if own]
    assert len(known) == 6
    assert [one["flagged"] for one in known] == [1, 0, 0, 0, 0, 0]
    first, second = known[0], known[1]
    assert first["score"] == pytest.approx(log_odds(0.9))
    assert (first["others"], second["others"]) == (pytest.approx(1.5 / 5), pytest.approx(2.3 / 5))
    assert (first["others flagged"], second["others flagged"]) == (0, pytest.approx(1 / 5))
    assert (first["boldest others"], second["boldest others"]) == (pytest.approx(1.2 / 3), pytest.approx(1.8 / 3))
    assert (first["neighbours"], second["neighbours"]) == (pytest.approx(1.1 / 4), pytest.approx(2.3 / 5))
    assert [one["careful"] for one in known] == pytest.approx([1 / 6] * 6)
    assert first["words"] == len(found[0].words)
    assert [one["own words"] for one in known] == [0, 1, 2, 3, 4, 5]
    assert (second["before"], second["after"], second["second after"]) == pytest.approx((0.9, 0.5, 0.2))
    assert (second["second before"], first["before"], known[-1]["after"]) == (0, 0, 0)
    assert (first["so far"], known[2]["so far"]) == (0, pytest.approx(1.0 / 2))
    assert [one["place"] for one in known] == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1])
    alone = next(figures(found[:1], [Scores(0.0, 0.0)])) or ()
    others = [name for name in FIGURES if "others" in name or "before" in name or "after" in name]
    assert others and all(dict(zip(FIGURES, alone, strict=True))[name] == 0 for name in others)


def test_questions_and_their_answers_are_told_apart(linter: Linter) -> None:
    found = read_page(linter, "Is it safe? It is. We open at nine.")
    known = [dict(zip(FIGURES, own, strict=True)) for own in figures(found, [Scores(0.0, 0.0)] * 3) if own]
    assert [(one["asks"], one["answers"]) for one in known] == [(1, 0), (0, 1), (0, 0)]


def test_what_is_certainly_harmless_is_not_read_beside_its_page(linter: Linter) -> None:
    found = read_page(linter, "It cures depression. We open at nine. Book a visit today.")
    low = Scores(HARMLESS - 0.1, 0.0)
    flagged, harmless, other = figures(found, [low, low, Scores(HARMLESS, 0.0)])
    assert flagged and harmless is None and other


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.floats(-8, 8), min_size=1, max_size=30))
def test_a_bolder_sentence_is_never_less_probable(linter: Linter, scores: list[float]) -> None:
    found = (read_page_once(linter) * 2)[: len(scores)]
    scores = scores[: len(found)]
    trees = shipped().trees
    for own in figures(found, [Scores(score, score) for score in scores]):
        if own is None:
            continue
        rising = [trees.score((score, *own[1:])) for score in range(-8, 9)]
        assert rising == sorted(rising)


@cache
def read_page_once(linter: Linter) -> list[Reading]:
    return read_page(linter, f"# Ketamine\n\nIt cures depression.\n\n{SHOP}")


def test_the_shipped_model_tells_a_paraphrase_from_a_plain_sentence(linter: Linter) -> None:
    risky, plain = read_page(linter, "You'll walk out a new person.\n\nPlease bring a list of your medicines.")
    high, low = shipped().probabilities([risky, plain])
    assert high > 4 * low


class Asked(Yes):
    """A model that finds claims of the same probability in all sentences that say “help”, and hardly any elsewhere."""

    def __init__(self, probability: float) -> None:
        self.probability = probability

    def probabilities(self, sentences: Sequence[Reading]) -> list[float]:
        return [self.probability if {"help", "helps"} & set(one.words) else 0.01 for one in sentences]


LEAFLET = "The medicine is swallowed with water before the pain of the evening. " * 12
SHOP = "We give the medicine with water before the pain at our clinic. " * 12


@pytest.mark.parametrize(
    ("path", "text", "probability", "told"),
    [
        ("page.md", f"# Naproxen\n\n{LEAFLET}\n\nIt may well help your hand.", 0.85, False),
        ("page.md", f"# Naproxen\n\n{LEAFLET}\n\nIt may well help your hand.", 0.95, True),
        ("page.md", f"# Naproxen\n\n{SHOP}\n\nIt may well help your hand.", 0.7, True),
        ("page.md", "# Naproxen\n\nIt may well help your hand.", 0.7, True),  # too short to tell
        ("page.vtt", f"WEBVTT\n\n00:01.000 --> 00:09.000\n{LEAFLET} It may well help your hand.", 0.7, True),
        ("page.md", f"# Ketamine\n\n{LEAFLET}\n\nIt may well help your hand.", 0.7, True),  # sold for unapproved uses
        ("page.md", f"# Naproxen\n\n{LEAFLET}" + "\n\nIt may well help your hand." * 6, 0.7, False),  # and offers nothing
        ("page.md", f"# Naproxen\n\n{SHOP}" + "\n\nIt may well help your hand." * 6, 0.7, True),
    ],
)  # fmt: skip
def test_a_page_that_only_informs_is_held_to_a_higher_bar(
    shipped: Library, path: str, text: str, probability: float, told: bool
) -> None:
    found = Linter(shipped, model=Asked(probability)).check(read(path, text.encode())).findings
    assert any("may well help" in f.quote for f in found) is told


def test_a_denied_risk_is_told_on_a_page_that_only_informs(shipped: Library) -> None:
    class Doubtful(Asked):
        def probabilities(self, sentences: Sequence[Reading]) -> list[float]:
            return [0.4] * len(sentences)

    text = f"# Naproxen\n\n{LEAFLET}\n\nNaproxen has no side effects. Naproxen cures arthritis."
    found = Linter(shipped, model=Doubtful(0.4)).check(read("page.md", text.encode()))
    assert {f.family for f in found.findings if f.severity is Severity.ERROR and not f.is_page_level} == {"safety"}
    assert found.set_aside


def test_an_error_is_set_aside_only_with_little_doubt_left(shipped: Library) -> None:
    class Calm(Asked):
        def probabilities(self, sentences: Sequence[Reading]) -> list[float]:
            return [0.1 if "cures" in one.words else 0.01 for one in sentences]

    page = f"# Naproxen\n\n{SHOP}\n\nNaproxen cures arthritis."
    found = Linter(shipped, model=Calm(0.9)).check(read("page.md", page.encode())).findings
    assert any(f.severity is Severity.ERROR and "cures" in f.quote for f in found)


@pytest.mark.parametrize(
    ("of", "claims", "aside"),
    [("Naproxen", 0, True), ("Naproxen", 5, True), ("Ketamine", 0, False), ("Ketamine", 5, False)],
)
def test_what_nobody_approved_and_is_praised_is_doubted_least(
    shipped: Library, of: str, claims: int, aside: bool
) -> None:
    class Calm(Asked):
        def probabilities(self, sentences: Sequence[Reading]) -> list[float]:
            return [
                0.1 if "gentle" in one.words else p
                for one, p in zip(sentences, super().probabilities(sentences), strict=True)
            ]

    page = f"# {of}\n\n{SHOP}\n\nIt is a gentle treatment.{' It may well help your hand.' * claims}"
    found = Linter(shipped, model=Calm(0.9)).check(read("page.md", page.encode())).findings
    assert ("gentle treatment" not in {f.quote for f in found}) is aside


def test_an_error_in_a_component_is_doubted_no_more_than_on_a_page(shipped: Library) -> None:
    class Calm(Asked):
        def probabilities(self, sentences: Sequence[Reading]) -> list[float]:
            return [0.1 if "gold" in one.words else 0.02 for one in sentences]

    page = f"export const A = () => <p>{SHOP} It is the gold standard.</p>;"
    found = Linter(shipped, model=Calm(0.9)).check(read("a.tsx", page.encode())).findings
    assert any(f.quote == "gold standard" for f in found)
