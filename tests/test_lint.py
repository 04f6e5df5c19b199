"""From document and packs to findings."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import pack_text, rule_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.checks import KINDS
from medlint.checks.claim import ClaimRule
from medlint.findings import fingerprint
from medlint.lint import Linter
from medlint.overlaps import distinct
from medlint.packs.loader import read_packs
from medlint.packs.model import Library
from medlint.readers import read
from medlint.texts import MOST_KEPT
from medlint.wording import SLOTS, fill

Make = Callable[..., Path]


def lint(path: Path, text: str, name: str = "page.md") -> list[tuple[str, str, int, int]]:
    findings = Linter(read_packs([path])).check(read(name, text.encode())).findings
    return [(f.rule, f.quote, f.line, f.column) for f in findings]


def test_overlapping_findings_of_a_family_become_one(make_pack: Make) -> None:
    rules = rule_text('"very safe"', id_="longer") + rule_text('"safe"', id_="shorter")
    assert lint(make_pack(pack_text(rules)), "A very safe, safe drug.") == [
        ("longer", "very safe", 1, 3),
        ("shorter", "safe", 1, 14),
    ]


def test_all_of_a_flag_must_stand_in_one_sentence(make_pack: Make) -> None:
    path = make_pack(pack_text(rule_text('[{all: ["{treatment}", "no risks?"]}]')))
    assert lint(path, "Ketamine has no risk.") == [("zap", "no risk", 1, 14)]
    assert lint(path, "We like ketamine. There is no risk.") == []


AFTER = '[{after: ["risky"], all: ["^not at all"]}]'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Is it risky? Not at all.", True),
        ("## Is it risky?\n\nNot at all.", True),
        ("**Is it risky?**\n\nNot at all.", True),
        ("| | us |\n| --- | --- |\n| Risky | not at all |", True),
        ("<table><tr><th>Risky</th><td>Not at all</td></tr></table>", True),
        ("| Who | Risky | Dear |\n| --- | --- | --- |\n| us | not at all | yes |", True),
        ("| Who | Risky | Dear |\n| --- | --- | --- |\n| | not at all | yes |", True),
        ("| Who | Risky | Dear |\n| --- | --- | --- |\n| us | yes | not at all |", False),
        ("| | us |\n| --- | --- |\n| Risky | yes |\n| Dear | not at all |", False),
        ("## It is risky\n\nWe open at nine. Not at all.", False),
        ("It is risky.\n\nNot at all.", False),
        ("Not at all.", False),
    ],
)
def test_a_flag_can_ask_what_its_sentence_hangs_on(make_pack: Make, text: str, found: bool) -> None:
    assert bool(lint(make_pack(pack_text(rule_text(AFTER))), text)) is found


@pytest.mark.parametrize(
    ("key", "found"), [("risky", True), ("isItRisky", True), ("is_it_risky", True), ("risky2", True), ("dear", False)]
)
def test_a_value_hangs_on_its_key(make_pack: Make, key: str, found: bool) -> None:
    path = make_pack(pack_text(rule_text(AFTER)))
    assert bool(lint(path, f'{{"{key}": "Not at all for our patients."}}', "page.json")) is found
    assert bool(lint(path, f"facts:\n  - {key}: Not at all for our patients.\n", "page.yaml")) is found


def test_a_figure_hangs_on_the_label_beside_it(make_pack: Make) -> None:
    path = make_pack(pack_text(rule_text('[{after: ["risky"], all: ["^70 ?%"]}]')))
    for fields in ('"label": "How risky", "value": "70%"', '"value": "70%", "label": "How risky"'):
        assert lint(path, f'{{"stats": [{{{fields}}}]}}', "page.json")
    apart = '{"stats": [{"label": "How risky", "value": "9"}, {"label": "How dear", "value": "70%"}]}'
    assert not lint(path, apart, "page.json")


@pytest.mark.parametrize(
    ("tiles", "found"),
    [
        (["<p>70%</p><p>How risky</p>"], True),
        (["<p>How risky</p><p>70%</p>"], True),
        (
            [
                "<h2>About us</h2>",
                "<p>9 years</p><p>How old</p>",
                "<p>70%</p><p>How risky</p>",
                "<p>5</p><p>How big</p>",
            ],
            True,
        ),
        (
            [
                "<h2>About us</h2>",
                "<p>How old</p><p>9 years</p>",
                "<p>How risky</p><p>70%</p>",
                "<p>How big</p><p>5</p>",
            ],
            True,
        ),
        (["<p>9 years</p><p>How risky</p>", "<p>70%</p><p>How dear</p>"], False),
        (["<p>How dear</p><p>70%</p>", "<p>How risky</p><p>9 years</p>"], False),
        (["<p>70%</p><p>That is how risky it is.</p>"], False),
        (["<p>70%</p><p>People who find it risky are asked to call us before they come</p>"], False),
        (["<p>70% of them</p><p>How risky</p>"], False),
    ],
)
def test_a_figure_on_a_page_hangs_on_the_label_beside_it(make_pack: Make, tiles: list[str], found: bool) -> None:
    """In a row of figures the labels stand on the same side of all of them."""
    path = make_pack(pack_text(rule_text('[{after: ["risky"], all: ["^70 ?%"]}]')))
    page = "\n".join(f"<div>{tile}</div>" for tile in tiles)
    assert bool(lint(path, page, "page.html")) is found
    assert bool(lint(path, f"export const A = () => (<main>{page}</main>);", "page.tsx")) is found


def test_a_word_or_two_hang_on_the_label_before_them(make_pack: Make) -> None:
    path = make_pack(pack_text(rule_text(AFTER)))
    assert lint(path, "<dl><dt>Risky</dt><dd>Not at all</dd></dl>", "page.html")
    assert not lint(path, "<dl><dt>Dear</dt><dd>Not at all</dd><dt>Risky</dt><dd>Yes</dd></dl>", "page.html")
    assert not lint(path, "<p>5 risky rides</p><p>Not at all</p>", "page.html")
    assert not lint(path, "<p>Risky rides</p><p>Not at all what we do here</p>", "page.html")


def test_the_same_words_are_told_under_the_closest_family_unless_it_is_milder(make_pack: Make) -> None:
    two = rule_text('"ends pain fast"', id_="wide") + "    family: efficacy\n" + rule_text('"fast"', id_="close")
    close = two + "    family: speed-duration\n"
    assert [f[0] for f in lint(make_pack(pack_text(close)), "It ends pain fast.")] == ["close"]
    milder = close + "    severity: suggestion\n"
    assert [f[0] for f in lint(make_pack(pack_text(milder)), "It ends pain fast.")] == ["wide", "close"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ketamine for depression. Unlike antidepressants it zaps weight gain.", "ketamine depression"),
        ("Ketamine for depression. Depression lifts. It zaps anxiety.", "ketamine depression"),
        ("Antidepressants zap.", "antidepressant this condition"),
        ("Zap.", "this treatment this condition"),
    ],
)
def test_a_suggestion_speaks_of_what_the_page_is_about(make_pack: Make, text: str, said: str) -> None:
    rule = rule_text('"zaps?"').replace("suggest: Say less.", 'suggest: "{treatment} {condition}"')
    findings = Linter(read_packs([make_pack(pack_text(rule))])).check(read("page.md", text.encode())).findings
    assert [f.suggestions[0].text.lower() for f in findings] == [said]


def test_a_suggestion_speaks_of_the_condition_that_the_words_name(make_pack: Make) -> None:
    rule = rule_text('"zaps {condition}"').replace("suggest: Say less.", 'suggest: "{condition}"')
    text = b"Ketamine for depression. Depression lifts. It zaps anxiety."
    findings = Linter(read_packs([make_pack(pack_text(rule))])).check(read("page.md", text)).findings
    assert [f.suggestions[0].text for f in findings] == ["Anxiety"]


def test_a_rule_can_ask_for_kinds_of_blocks_and_pages(make_pack: Make) -> None:
    path = make_pack(pack_text(rule_text() + "    in: [heading]\n    page: ['zip']\n    not-page: ['zop']\n"))
    assert lint(path, "# Zap\n\nZap zip.") == [("zap", "Zap", 1, 3)]
    assert lint(path, "# Zap\n\nZap.") == []
    assert lint(path, "# Zap\n\nZip zop.") == []


def test_a_name_is_known_where_no_flag_asks_for_one(make_pack: Make) -> None:
    path = make_pack(pack_text(rule_text() + "    page: ['{treatment} helps']\n"))
    assert lint(path, "Ketamine helps.\n\nZap.") == [("zap", "Zap", 3, 1)]
    assert lint(path, "Music helps.\n\nZap.") == []


def test_the_second_word_of_a_phrase_need_not_stand_beside_a_list(make_pack: Make) -> None:
    flags = '["zesty comfort", "zesty (calm|ease)", {all: ["zesty", "quietly"]}, "quietly zesty"]'
    path = make_pack(pack_text(rule_text(flags)))
    text = "Zesty comfort.\n\nA zesty ease.\n\nZesty, so quietly.\n\nQuietly zesty.\n\nZesty.\n\nComfort."
    assert [line for *_, line, _ in lint(path, text)] == [1, 3, 5, 7]


def disclosure(when: str, rest: str) -> str:
    rule = rule_text().replace('    flag: "zap"\n', "")
    return pack_text(
        rule_text(id_="claim") + rule + f"    kind: disclosure\n    family: missing-risks\n    when: {when}\n{rest}"
    )


def test_a_disclosure_is_found_once_at_the_strongest_trigger(make_pack: Make) -> None:
    path = make_pack(disclosure("{claims: [safety], at-least: 2}", '    require: ["risks include"]\n'))
    assert ("zap", "Zap", 1, 1) in lint(path, "Zap. And zap.")
    assert [r for r, *_ in lint(path, "Zap.")] == ["claim"]
    assert [r for r, *_ in lint(path, "Zap. And zap.\n\nRisks include fire.")] == ["claim", "claim"]


def test_a_claim_is_told_beside_the_statement_that_it_makes_necessary(make_pack: Make) -> None:
    text = disclosure("{claims: [efficacy]}", '    require: ["risks include"]\n')
    path = make_pack(text.replace("family: safety", "family: efficacy", 1))
    assert sorted(r for r, *_ in lint(path, "Zap.")) == ["claim", "zap"]


def test_a_disclosure_within_a_section_or_so_many_blocks(make_pack: Make) -> None:
    page = "# One\n\nZap.\n\n# Two\n\nRisks include fire.\n"
    for within, found in (("page", 0), ("section", 1), ("1", 1), ("2", 0)):
        path = make_pack(disclosure("{claims: [safety]}", f'    require: ["risks include"]\n    within: {within}\n'))
        assert len([r for r, *_ in lint(path, page) if r == "zap"]) == found, within


def test_one_of_the_claims_must_be_of_some_families(make_pack: Make) -> None:
    text = disclosure("{claims: [safety, efficacy], with: [efficacy]}", '    require: ["risks include"]\n')
    assert [r for r, *_ in lint(make_pack(text), "Zap.")] == ["claim"]
    path = make_pack(text.replace("family: safety", "family: efficacy", 1))
    assert sorted(r for r, *_ in lint(path, "Zap.")) == ["claim", "zap"]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("# PRP for knee arthritis\n\nBook your PRP visit with our clinic.", True),
        ("# PRP for knee arthritis\n\n" + "PRP is made from blood that is spun in a tube. " * 12, False),  # no offer
        ("# Does PRP help knee arthritis?\n\nBook your PRP visit with our clinic.", False),
        ("# PRP is not approved for knee arthritis\n\nBook your PRP visit with our clinic.", False),
        ("# Our PRP clinic\n\nBook your PRP visit with our clinic.", False),
    ],
)
def test_a_heading_for_an_unapproved_use_can_stand_for_claims(make_pack: Make, page: str, found: bool) -> None:
    when = "{claims: [safety], treatment: needs-status, or-headed: yes}"
    path = make_pack(disclosure(when, '    require: ["experimental"]\n'))
    assert ("zap" in [r for r, *_ in lint(path, page)]) is found
    assert "zap" not in [r for r, *_ in lint(path, page + " It is experimental.")]


def test_a_disclosure_by_the_facts_of_a_treatment(make_pack: Make) -> None:
    path = make_pack(disclosure("{claims: [safety], treatment: named}", "    require-risks: 2\n"))
    assert "zap" in [r for r, *_ in lint(path, "Ketamine. Zap.")]
    assert "zap" not in [r for r, *_ in lint(path, "Zap.")]
    assert "zap" not in [r for r, *_ in lint(path, "Ketamine. Zap. Expect nausea and raised blood pressure.")]


def test_a_pattern_that_would_run_for_ever_is_stopped_and_reported(
    make_pack: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("medlint.steps.SEARCH_SECONDS", 0.05)
    rules = rule_text('"(?:(?:a|a)+)+b"', id_="slow") + rule_text()
    linter = Linter(read_packs([make_pack(pack_text(rules))]))
    result = linter.check(read("x.txt", ("a" * 5000 + " zap").encode()))
    assert [f.rule for f in result.findings] == ["zap"]
    assert [rule for rule, _ in result.faults] == ["slow"]
    again = linter.check(read("y.txt", b"aaa zap"))
    assert ([f.rule for f in again.findings], again.faults) == (["zap"], [])


def test_fingerprints_survive_edits_around_them(make_pack: Make) -> None:
    linter = Linter(read_packs([make_pack(pack_text(rule_text()))]))

    def prints(text: str) -> list[str]:
        return [f.fingerprint for f in linter.check(read("p.md", text.encode())).findings]

    one = prints("Zap it. Zap it.")
    assert len(set(one)) == 2
    assert prints("# New\n\nHello.\n\nZap   it. **Zap** it.") == one
    assert fingerprint("r", "a\\b.md", "zap it", 0) == fingerprint("r", "a/b.md", "zap it", 0)


def test_fingerprints_go_by_the_project_not_by_the_way_to_it(make_pack: Make, tmp_path: Path) -> None:
    linter = Linter(read_packs([make_pack(pack_text(rule_text()))]), root=tmp_path)
    ways = [str(tmp_path / "site" / "p.md"), os.path.relpath(tmp_path / "site" / "p.md")]
    found = [linter.check(read(way, b"Zap it.")).findings[0] for way in ways]
    assert len({f.path for f in found}) == 2
    assert {f.fingerprint for f in found} == {fingerprint("zap", "site/p.md", "zap it", 0)}


def test_slots_are_filled_from_sentence_block_and_page(shipped: Library, linter: Linter) -> None:
    page = "# Ketamine for depression\n\nIt has minimal side effects.\n\nBotox has minimal side effects.\n"
    found = [f for f in linter.check(read("p.md", page.encode())).findings if f.rule == "minimal-side-effects"]
    assert [f.message.count("ketamine") + 2 * f.message.count("Botox") for f in found] == [1, 2]
    assert "dissociation" in found[0].suggestions[0].text
    assert fill("{treatment} is new. {treatment}", {"treatment": "ketamine"}) == "Ketamine is new. Ketamine"
    for rule in shipped.rules.values():
        for suggestion in rule.header.suggest:
            assert "{" not in fill(suggestion.text, dict.fromkeys(SLOTS, "x"))


@pytest.mark.parametrize(
    ("jurisdictions", "countries"),
    [(("us",), {"us"}), (("au",), {"au"}), (("us", "au"), {"us", "au"}), (("google-ads",), {"us", "au"})],
)
def test_no_law_of_another_country_is_cited(
    shipped: Library, jurisdictions: tuple[str, ...], countries: set[str]
) -> None:
    document = read("p.md", b"# Ketamine infusions\n\nYou could be on a plane by dinner, with no downtime.\n")
    found = [
        f for f in Linter(shipped, jurisdictions=jurisdictions).check(document).findings if f.rule == "no-downtime"
    ]
    assert {s.jurisdiction for f in found for s in f.sources} == countries


SENTENCES = [
    "Ketamine is the gold standard.", "It has minimal side effects!", "Studies show that it works.", "Relief in hours.",
    "Unlike pills, it is not addictive.", "We open at nine.", "It may cause nausea.", "{{ name }} cures depression.",
    "FDA approved and safe.", "Book now & save 20%.", "Results vary.", "See https://example.org/cure for more.",
]  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8),
    st.lists(st.sampled_from(["\n\n", " ", "\n- "]), min_size=8, max_size=8),
)
def test_selection_changes_nothing(shipped: Library, linter: Linter, sentences: list[str], joints: list[str]) -> None:
    text = "".join(a + b for a, b in zip(sentences, joints, strict=False))
    document = read("p.md", text.encode())
    page = linter.page(document)
    every = [m for r in shipped.rules.values() if isinstance(r, ClaimRule) for m in KINDS["claim"].run(r, page)]
    assert {(m.rule.header.id, m.block, m.start, m.end) for m in linter._claims(page)} == {
        (m.rule.header.id, m.block, m.start, m.end) for m in every
    }
    assert len(distinct(every)) <= len(every)


def test_a_page_too_long_to_remember_is_judged_like_a_short_one(linter: Linter) -> None:
    """Of its blocks what was worked out is forgotten, and worked out again."""
    risky = "Ketamine has minimal side effects and is the gold standard.\n\n"
    plain = "".join(
        f"At visit {n} our clinic's nurse starts your ketamine infusion.\n\n" for n in range(MOST_KEPT + 10)
    )
    found = linter.check(read("a.md", (plain + risky).encode())).findings
    assert {"minimal-side-effects", "gold-standard"} <= {f.rule for f in found}
    page = linter.page(read("a.md", (risky + plain).encode()))
    linter.check_page(page)
    assert sum(len(view._text._zones) for view in page.views) < 1.5 * len(page.views)
