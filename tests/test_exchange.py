"""Suggestions that exchange words: how packs write them, what becomes of the words, and that packs prove it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from conftest import pack_text, rule_text

from medlint.document import Document
from medlint.exchange import cased
from medlint.findings import Suggestion
from medlint.fixes import applied, fixes_of
from medlint.lint import Linter
from medlint.packs import reading
from medlint.packs.compiled import load_packs
from medlint.packs.errors import PackError
from medlint.packs.loader import read_packs
from medlint.packs.model import Library, Swap
from medlint.packs.pages import page as page_of_pack
from medlint.packs.proof import exchanged_by, prove
from medlint.packs.schema import pack_schema
from medlint.readers import read
from medlint.reporters.json_ import finding_dict

Make = Callable[[str], Path]

WORDS = "words:\n  little: [minimal, hardly any]\n  harm: [side effect*, risk*]\n"
SWAP = '\n      - swap: {"{little}": possible}'


@pytest.fixture(autouse=True, scope="module")
def facts_read_once() -> Iterator[None]:
    """The facts are the same for all packs here, and reading them takes longest."""
    with pytest.MonkeyPatch.context() as patch:
        real = reading.read_facts
        facts = cache(lambda folder: real(folder, []))
        patch.setattr(reading, "read_facts", lambda folder, mistakes: facts(folder))
        yield


def pack(suggest: str, flag: str = '"{little} {harm}"', becomes: str = "") -> str:
    """A pack of one rule with some suggestions in YAML."""
    text = rule_text(flag, "It has minimal risks.")
    text = text.replace("suggest: Say less.", f"suggest:{suggest}")
    return pack_text(text + (f"      becomes: {becomes}\n" if becomes else ""), WORDS)


@pytest.fixture
def suggested(make_pack: Make) -> Callable[..., list[tuple[str, ...] | None]]:
    """What a suggestion makes of the words of each finding on a page."""

    def run(suggest: str, page: str, flag: str = '"{little} {harm}"') -> list[tuple[str, ...] | None]:
        linter = Linter(read_packs([make_pack(pack(suggest, flag))]))
        document: Document = read("page.txt", page.encode())
        return [tuple(s.replace or f"({s.text})" for s in f.suggestions) for f in linter.check(document).findings]

    return run


SWAPPED = {
    "the rest stays": ("It has minimal side effects.", "possible side effects"),
    "white space stays": ("It has hardly-any  risks.", "possible risks"),
    "a capital": ("Minimal risks!", "Possible risks"),
    "capitals": ("MINIMAL SIDE EFFECTS", "POSSIBLE SIDE EFFECTS"),
    "left out": ("It has minimal risks.", "risks"),
    "left out at the begin": ("Minimal risks!", "Risks"),
    "a title": ("Our Minimal Side Effects", "Possible Side Effects"),
}


@pytest.mark.parametrize("name", SWAPPED)
def test_a_swap_exchanges_a_part_of_the_quoted_words(name: str, suggested: Callable[..., object]) -> None:
    page, wanted = SWAPPED[name]
    swap = SWAP.replace("possible", '""') if name.startswith("left out") else SWAP
    assert suggested(swap, f"Ketamine infusions help. {page}") == [(wanted,)]


def test_each_pattern_of_a_swap_has_its_words(suggested: Callable[..., object]) -> None:
    both = '\n      - swap: {"{little}": possible, "risks?": harms}'
    assert suggested(both, "It has minimal risks. It has hardly any side effects.") == [
        ("possible harms",), ("possible side effects",)
    ]  # fmt: skip


def test_a_swap_that_does_not_fit_is_left_out_but_for_its_text(suggested: Callable[..., object]) -> None:
    other = '\n      - swap: {"no": possible}\n      - Tell of the risks.'
    assert suggested(other, "It has minimal risks.") == [("(Tell of the risks.)",)]
    with_text = '\n      - {text: "It has risks.", swap: {"no": possible}}'
    assert suggested(with_text, "It has minimal risks.") == [("(It has risks.)",)]
    assert suggested('\n      - replace: "minimal risks"', "It has minimal risks.") == [()]


ARTICLES = {
    "a stays": ("a minimal risk", '"{little} {harm}"', "possible", ["possible risk"]),
    "a would be wrong": ("a minimal risk", '"{little} {harm}"', "unknown", []),
    "a for once": ("a minimal risk", '"{little} {harm}"', "one-off", ["one-off risk"]),
    "a for what is left": ("a minimal risk", '"{little} {harm}"', '""', ["risk"]),
    "an for what is left": ("an minimal risk", '"{little} {harm}"', '""', []),
    "a is quoted": ("A minimal risk", '"a {little} {harm}"', "unknown", ["An unknown risk"]),
    "an is quoted": ("an minimal risk", '"an {little} {harm}"', "possible", ["a possible risk"]),
    "a useful": ("a minimal risk", '"{little} {harm}"', "useful", ["useful risk"]),
    "an hour": ("a minimal risk", '"a {little} {harm}"', "hourly", ["an hourly risk"]),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_agree(name: str, suggested: Callable[..., list[object]]) -> None:
    said, flag, words, wanted = ARTICLES[name]
    swap = f'\n      - swap: {{"{{little}}": {words}}}'
    assert suggested(swap, f"It has {said}.", flag) == [tuple(wanted)]


def test_replace_stands_for_all_the_words_and_needs_no_text(make_pack: Make) -> None:
    text = pack('\n      - {replace: "known {harm-of} risks", safe: yes}').replace("{harm-of}", "{treatment}")
    library = read_packs([make_pack(text)])
    (found,) = Linter(library).check(read("a.txt", b"Ketamine has minimal risks.")).findings
    assert found.suggestions == (Suggestion("known ketamine risks", "known ketamine risks", safe=True),)
    assert finding_dict(found)["suggestions"] == [
        {"text": "known ketamine risks", "replace": "known ketamine risks", "safe": True}
    ]


def test_advice_is_told_and_never_put_in(make_pack: Make) -> None:
    library = read_packs([make_pack(pack("\n      - {text: Tell of the risks., advice: yes}\n      - It has risks."))])
    document = read("a.txt", b"It has minimal risks.")
    (found,) = Linter(library).check(document).findings
    assert found.suggestions == (Suggestion("Tell of the risks.", advice=True), Suggestion("It has risks."))
    assert [fix.suggestion.text for fix in fixes_of(document, found)] == ["It has risks."]
    assert finding_dict(found)["suggestions"][0] == {"text": "Tell of the risks.", "replace": None, "advice": True}


def test_words_follow_the_case_of_those_they_stand_for() -> None:
    assert cased("usual way", "Gold standard") == "Usual way"
    assert cased("a usual way of care", "The Gold Standard") == "A Usual Way of Care"
    assert cased("usual way", "Best in Class") == "Usual Way"
    assert cased("usual way", "Best in class") == "Usual way"
    assert cased("usual", "FDA") == "Usual"
    assert cased("FDA-cleared", "approved") == "FDA-cleared"
    assert cased("usual", "“Gold”") == "usual"


MISTAKES = {
    "\n      - {safe: yes, text: a}": "8:16: only an exchange of words can be safe",
    "\n      - {replace: a, swap: {b: c}}": "takes the place of “replace”",
    "\n      - {safe: maybe, replace: a}": "“maybe” is none of",
    "\n      - {}": "has neither “text” nor what words are exchanged for",
    "\n      - {swap: {}}": "should hold patterns",
    '\n      - {swap: {"{litle}": a}}': "did you mean “little”",
    '\n      - {swap: {"(?:a": b}}': "never closed",
    "\n      - {swap: [a]}": "should be a mapping",
    "\n      - {swap: {a: }}": "is empty",
    "\n      - {replace: }": "is empty",
    "\n      - {replace: a, advice: yes}": "is for texts that are not put into pages",
    "\n      - {swop: {a: b}}": "did you mean “swap”",
}


@pytest.mark.parametrize("suggest", MISTAKES)
def test_mistakes_are_told_at_their_place(suggest: str, make_pack: Make) -> None:
    with pytest.raises(PackError) as error:
        read_packs([make_pack(pack(suggest))])
    told = str(error.value)
    assert MISTAKES[suggest].split(": ", 1)[-1] in told
    line = pack(suggest).splitlines().index("    suggest:") + 2
    assert f"mine.yaml:{line}:" in told, told


def test_what_becomes_needs_an_exchange(make_pack: Make) -> None:
    with pytest.raises(PackError, match="nothing under “suggest” exchanges words"):
        read_packs([make_pack(pack("\n      - Less.", becomes="{a: b}"))])


def test_a_rule_about_the_page_exchanges_nothing(make_pack: Make) -> None:
    text = pack("\n      - replace: a").replace(
        'flag: "{little} {harm}"', "kind: disclosure\n    when: {all: [a]}\n    require: [b]"
    )
    with pytest.raises(PackError, match="quotes no words that can be exchanged"):
        read_packs([make_pack(text)])


def test_a_pack_proves_its_exchanges(make_pack: Make) -> None:
    def problems(suggest: str, becomes: str = "") -> list[str]:
        library = read_packs([make_pack(pack(suggest, becomes=becomes))])
        return [f"{f.line} {f.problem}" for f in prove(library, library.rules.values())]

    good = '{"**Minimal risks** here, hardly any risk.": "**Possible risks** here, possible risk."}'
    assert problems(SWAP, good) == []
    line = pack(SWAP, becomes=good).splitlines().index(f"      becomes: {good}") + 1
    assert problems(SWAP, "{It has minimal risks.: It has risks.}") == [
        f"{line} becomes “It has possible risks.”, not “It has risks.”"
    ]
    assert problems(SWAP, "{It has risks.: It has risks.}") == [f"{line} is not exchanged, not “It has risks.”"]
    worse = problems('\n      - swap: {"minimal": hardly any}')
    assert [one.split(" ", 1)[1] for one in worse] == [
        "becomes “It has hardly any risks.”, in which “hardly any risks” is flagged too"
    ] * 2


def test_exchanges_come_through_the_compiled_form(make_pack: Make, tmp_path: Path) -> None:
    path = make_pack(
        pack('\n      - {swap: {"{little}": possible}, safe: yes}', becomes="{a minimal risk: a possible risk}")
    )
    for _ in range(2):  # read, then from the cache
        library = load_packs([path], tmp_path / "cache")
        (found,) = Linter(library).check(read("a.txt", b"A minimal risk.")).findings
        assert found.suggestions == (Suggestion("possible risk", "possible risk", safe=True),)
        assert [(o.before, o.after) for o in library.rules["zap"].header.becomes] == [
            ("a minimal risk", "a possible risk")
        ]


def test_pages_of_packs_tell_exchanges(make_pack: Make) -> None:
    library = read_packs([make_pack(pack(SWAP + "\n      - replace: risks", becomes="{minimal risk: possible risk}"))])
    told = page_of_pack(library, library.packs[0])
    assert "- “possible” in the place of some of the words\n- “risks” in the place of the quoted words\n" in told
    assert "- “minimal risk” → “possible risk”\n" in told


def test_the_schema_knows_exchanges() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(pack_schema(["negated"]))

    def errors(suggest: str) -> bool:
        return not validator.is_valid(json.loads(json.dumps(yaml.safe_load(pack(suggest)), default=str)))

    for suggest in (
        SWAP,
        "\n      - {replace: a, safe: yes}",
        "\n      - {text: a, swap: {b: c}}",
        "\n      - a",
        "\n      - {text: a, advice: yes}",
    ):
        assert not errors(suggest), suggest
    for suggest in (
        "\n      - {text: a, safe: yes}",
        "\n      - {swap: {a: b}, replace: c}",
        "\n      - {swap: {}}",
        "\n      - {safe: yes}",
    ):
        assert errors(suggest), suggest


def test_an_exchange_is_made_where_the_words_have_markup(make_pack: Make) -> None:
    library: Library = read_packs([make_pack(pack(SWAP))])
    linter, rule = Linter(library), library.rules["zap"]
    assert list(exchanged_by(linter, rule, "It has *hardly* any **side effects**.")) == [
        "It has *possible* **side effects**."
    ]


def test_what_shipped_rules_exchange_is_not_found_again(shipped: Library, linter: Linter) -> None:
    """The whole way, as the linter and the fixes go it; the examples are also run by `prove`."""
    anywhere = {pack.id for pack in shipped.packs if not pack.jurisdictions}
    exchanged = safe = 0
    for rule in shipped.rules.values():
        header = rule.header
        if not any(isinstance(s, Swap) for s in header.suggest):
            continue
        assert header.becomes, header.id
        for text in [*(e.text for e in header.flag_examples), *(o.before for o in header.becomes)]:
            document = read("example.md", text.encode())
            found = linter.check(document).findings
            for fix in (fix for f in found if f.rule == header.id for fix in fixes_of(document, f)):
                if fix.scope != "words":
                    continue
                new = linter.check(read("example.md", applied(text, fix.edits).encode())).findings
                assert sum(f.rule == header.id for f in new) < sum(f.rule == header.id for f in found), text
                if fix.safe:
                    assert {f.rule for f in new if f.pack in anywhere} <= {f.rule for f in found}, text
                exchanged, safe = exchanged + 1, safe + fix.safe
    assert exchanged > 50 and safe > 35
