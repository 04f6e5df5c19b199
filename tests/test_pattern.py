from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.document import Builder
from medlint.matching import Matcher
from medlint.packs.inflect import inflections
from medlint.packs.pattern import Node, PatternError, expand, list_reference, parse, word_list

LISTS = {
    "minimizer": ["minimal", "few", "hardly any"],
    "harm": ["side effect*", "risk*", "adverse reaction*"],
    "nested": ["{harm}", "pain(?:ful)?"],
}


def lists(name: str) -> Node:
    """A word list written out where it is used."""
    own, node = word_list(LISTS[name], lists)
    return replace(node, regex=f"(?:{own.regex()})")


def found(pattern: str, text: str) -> list[str]:
    """What a pattern quotes in a text, as the checks would see it."""
    builder = Builder()
    builder.add(text, 0)
    block = builder.build("paragraph")
    assert block
    found = Matcher({}).search(parse(pattern, lists), block.lower, 0, len(block.lower))
    return [block.visible[a:b] for a, b in found]


@pytest.mark.parametrize(
    ("pattern", "text", "quotes"),
    [
        ("gold standard", "The GOLD Standard of care", ["GOLD Standard"]),
        ("gold standard", "gold-standard care, gold\n standard", ["gold-standard", "gold standard"]),
        ("gold standard", "“gold” standard", ["gold” standard"]),
        ("gold standard", "goldstandard, old gold standards", []),
        ("safe", "safer, unsafe, safety", []),
        ("{minimizer} {harm}", "minimal side effects; hardly any risk", ["minimal side effects", "hardly any risk"]),
        ("{harm} (?:are|is) (?:usually|often)? {minimizer}", "Risks are minimal", ["Risks are minimal"]),
        ("{harm} (?:are|is) (?:usually|often)? {minimizer}", "Risks are often few", ["Risks are often few"]),
        ("(?:very )?safe", "so very safe", ["very safe"]),
        ("no ... {harm}", "no really nasty risks", ["no really nasty risks"]),
        ("no ... {harm}", "no pain. There are risks", []),
        ("no ...1 {harm}", "no really nasty risks", []),
        ("no ...8 {harm}", "no a b c d e f risks", ["no a b c d e f risks"]),
        ("<gold standard> for {harm}", "gold standard for risks", ["gold standard"]),
        ("(?:<first>|<second>) one", "second one", ["second"]),
        ("{nested} gone", "risks gone, painful gone", ["risks gone", "painful gone"]),
        (r"\d+ ?(?:%|percent)", "85% or 85 % or 85 percent", ["85%", "85 %", "85 percent"]),
        ("it's", "It’s here", ["It’s"]),
        ("n't work", "won't work", []),
    ],
)
def test_pattern_quotes(pattern: str, text: str, quotes: list[str]) -> None:
    assert found(pattern, text) == quotes


@pytest.mark.parametrize(
    ("pattern", "message", "offset"),
    [
        ("(?:a|b", "“(” is never closed", 0),
        ("a)", "“)” closes nothing", 1),
        ("<a", "“<” is never closed", 0),
        ("[ab", "“[” is never closed", 0),
        ("{harms}", "unknown word list “harms”", 0),
        ("{Harm}", "opens no word list", 0),
        ("* a", "“*” repeats nothing", 0),
        ("(?:a)?", "matches the empty string", 0),
        ("a\\", "ends in a backslash", 1),
    ],
)
def test_mistakes_in_patterns(pattern: str, message: str, offset: int) -> None:
    with pytest.raises(PatternError, match=re.escape(message)) as caught:
        parse(pattern, lists)
    assert caught.value.offset == offset


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("study", {"studies", "studied", "studying"}),
        ("relieve", {"relieves", "relieved", "relieving"}),
        ("stop", {"stops", "stopped", "stopping"}),
        ("side effect", {"side effects"}),
        ("optimise", {"optimize", "optimises", "optimized", "optimizing"}),
        ("crush", {"crushes", "crushed"}),
        ("boost", {"boosts", "boosted", "boosting"}),
        ("analysis", {"analyses"}),
    ],
)
def test_inflections(word: str, forms: set[str]) -> None:
    assert forms < set(inflections(word))


def test_a_search_that_could_run_for_ever_is_marked_wild() -> None:
    assert parse("(?:a+)+b", lists).wild
    assert parse("(?:a b)* c", lists).wild
    assert not parse(r"{minimizer} ...8 {harm} \w+", lists).wild


WORDS = st.sampled_from(
    [
        "minimal",
        "few",
        "hardly",
        "any",
        "side",
        "effects",
        "risk",
        "risks",
        "gold",
        "standard",
        "no",
        "pain",
        "painful",
        "are",
        "often",
    ]
)
PATTERNS = st.sampled_from(
    [
        "{minimizer} {harm}", "gold standard", "no ... {harm}", "(?:gold|few) ... <{harm}>", "{nested} are (?:often)? {minimizer}",
        "(?:no |few )?pain(?:ful)?", "(?:hardly any|no) (?:gold )?risks?", "{harm}|gold",
    ]
)  # fmt: skip


@given(PATTERNS, st.lists(WORDS, min_size=1, max_size=12))
def test_a_match_holds_a_word_of_every_need(source: str, words: list[str]) -> None:
    """What selection rests on: where a pattern matches, the text holds what the pattern needs."""
    pattern = parse(source, lists)
    text = " ".join(words)
    assert pattern.needs
    if list(Matcher({}).search(pattern, text, 0, len(text))):
        assert all(need & set(words) for need in pattern.needs)


def test_needs_are_those_of_every_word() -> None:
    assert set(parse("{minimizer} and {harm}", lists).needs) == {
        frozenset({"minimal", "hardly", "few"}),
        frozenset({"and"}),
        frozenset({"effect", "effects", "effected", "effecting", "risk", "risks", "risked", "risking"})
        | frozenset({"reaction", "reactions", "reactioned", "reactioning"}),
    }
    assert parse("(?:gold|silver) x", lists).needs[0] == frozenset({"gold", "silver"})
    assert parse(r"miracul\w+", lists).needs == ()


def test_word_lists_are_referred_to_and_written_out_at_the_end() -> None:
    def referring(name: str) -> Node:
        return replace(lists(name), regex=list_reference(name))

    pattern = parse("{nested} gone", referring)
    assert "pain" not in pattern.regex
    written = {name: word_list(LISTS[name], referring)[0] for name in LISTS}
    matcher = Matcher(written)
    for text, found in (
        ("risks gone", True),
        ("painful gone", True),
        ("gone risk", False),
        ("adverse reactions gone", True),
    ):
        matcher.learn(set(text.split()))
        assert bool(list(matcher.search(pattern, text, 0, len(text)))) is found
        assert re.search(expand(pattern.regex, lambda name: written[name].regex()), text) is not None or not found
    assert matcher.masks(pattern) == (False, False)
