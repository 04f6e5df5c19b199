"""Cleared claims on pages: what passes, what is recorded, what is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.evidence.cleared import ClaimsError, ClearedClaim, parse_claims, read_claims
from medlint.evidence.clearing import Clearing
from medlint.lint import Linter, Result
from medlint.packs.model import Library
from medlint.readers import read

TODAY = date(2026, 11, 1)
PLACES = ("us", "uk", "au")
SAFE = "Ketamine has minimal side effects."
FAST = "Relief comes within hours."


def claim(text: str = SAFE, id_: str = "one", **changes: object) -> ClearedClaim:
    values = {
        "id": id_, "text": text, "approved_by": "Dana", "approved_on": date(2026, 1, 1), "expires": None,
        "jurisdictions": ("us",), "footnote": "", "references": (), "note": "", "path": "claims.yaml", "line": 2,
    }  # fmt: skip
    return ClearedClaim(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def plain(shipped: Library) -> Linter:
    return Linter(shipped, today=TODAY)


def lint(
    linter: Linter, text: str, *claims: ClearedClaim, name: str = "page.md", shared: tuple[str, ...] = (),
    jurisdictions: tuple[str, ...] = ("us",), today: date = TODAY,
) -> Result:  # fmt: skip
    """Check a page with some claims; the linter is the shared one, as making one takes a while."""
    linter._clearing = Clearing(claims, jurisdictions, today)
    files = [read("footer.html", one.encode()) for one in shared]
    return linter.check_page(linter.page(read(name, text.encode()), files))


def rules(result: Result) -> list[str]:
    return [f.rule for f in result.findings if not f.is_page_level]


def test_without_claims_nothing_changes(plain: Linter) -> None:
    result = lint(plain, SAFE)
    assert rules(result) == ["minimal-side-effects"]
    assert result.cleared == []


@pytest.mark.parametrize(
    "text",
    [
        "Ketamine has minimal side effects.",
        "ketamine has **minimal** side\neffects!",
        "# Ketamine has minimal side effects",
        "- Ketamine has minimal side effects.[^1]\n\n[^1]: A note.",
        "We say: “Ketamine has minimal side effects.”",
        "We open at nine. Ketamine has minimal side effects. We close at five.",
    ],
)
def test_a_cleared_text_passes_and_is_recorded(plain: Linter, text: str) -> None:
    result = lint(plain, text, claim())
    assert "minimal-side-effects" not in rules(result)
    (used,) = result.cleared
    assert (used.claims, used.passed, used.approved_by) == (("one",), ("minimal-side-effects",), "Dana")
    assert used.quote.lower().startswith("ketamine has")


@pytest.mark.parametrize(
    "text",
    [
        "Ketamine has minimal side effects for everyone.",
        "Experts agree that ketamine has minimal side effects.",
        "Ketamine always has minimal side effects.",
        "Esketamine has minimal side effects.",
        "Ketamine has minimal side effects, and hardly any risks.",
    ],
)
def test_other_words_do_not_pass(plain: Linter, text: str) -> None:
    result = lint(plain, text, claim())
    assert "minimal-side-effects" in rules(result)
    assert result.cleared == []


def test_cleared_and_not_cleared_stand_side_by_side(plain: Linter) -> None:
    text = f"# Ketamine\n\n{SAFE} It has hardly any risks.\n\n- {FAST}\n- Our {SAFE.lower()}\n"
    result = lint(plain, text, claim(), claim(FAST, "two"))
    assert [(c.claims, c.line) for c in result.cleared] == [(("one",), 3), (("two",), 5)]
    told = [(f.line, f.rule) for f in result.findings if not f.is_page_level]
    assert [line for line, rule in told if rule == "minimal-side-effects"] == [3, 6]
    assert (6, "cleared-claim-close") in told
    (first,) = [f for f in result.findings if f.rule == "minimal-side-effects" and f.line == 3]
    assert first.quote == "hardly any risks"


def test_a_finding_that_reaches_beyond_is_told(plain: Linter) -> None:
    reaching = lint(plain, "Its side effects are: minimal.", claim("Minimal.", "x"))
    alone = lint(plain, "Its side effects are: minimal.")
    assert rules(reaching) == rules(alone)


def test_cleared_benefits_still_ask_for_risks(plain: Linter) -> None:
    result = lint(plain, f"Ketamine: {SAFE} {FAST}", claim(), claim(FAST, "two"))
    assert rules(result) == []
    assert "missing-risks" in {f.rule for f in result.findings}


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("In our audit, 84% of patients felt better after six sessions.", "“84” for “64”"),
        ("In our audit, patients felt better after six sessions.", "“64% of” is left out"),
        ("In our audit, 64% of patients felt much better after six sessions.", "“much” is added"),
        ("In our audit, 64% of patients felt better after six sessions?", "“?” is added"),
    ],
)
def test_close_is_told_with_the_words(plain: Linter, text: str, differs: str) -> None:
    cleared = claim("In our audit, 64% of patients felt better after six sessions.", "audit")
    result = lint(plain, text, cleared)
    (near,) = [f for f in result.findings if f.rule == "cleared-claim-close"]
    assert f"cleared claim audit, differs in: {differs}" in near.message
    assert near.severity.label == "suggestion"
    assert near.suggestions[0].replace == "In our audit, 64% of patients felt better after six sessions"
    assert result.cleared == []
    assert set(rules(lint(plain, text))) <= set(rules(result))


def test_half_of_a_cleared_text_is_close_to_it(plain: Linter) -> None:
    cleared = claim("TMS may help some people with depression. It does not help everyone.", "tms")
    result = lint(plain, "# TMS\n\nTMS may help some people with depression.", cleared)
    (near,) = [f for f in result.findings if f.rule == "cleared-claim-close"]
    assert "“. it does not help everyone” is left out" in near.message


def test_an_expired_clearance_does_not_pass(plain: Linter) -> None:
    until = claim(expires=TODAY)
    assert rules(lint(plain, SAFE, until)) == []
    result = lint(plain, SAFE, until, today=date(2026, 11, 2))
    assert rules(result) == ["cleared-claim-expired", "minimal-side-effects"]
    (told,) = [f for f in result.findings if f.rule == "cleared-claim-expired"]
    assert "expired on 2026-11-01" in told.message
    assert told.severity.label == "warning"
    early = lint(plain, SAFE, claim(approved_on=date(2026, 12, 1)))
    assert "holds only from 2026-12-01 on" in early.findings[0].message


def test_a_clearance_holds_where_it_was_given(plain: Linter) -> None:
    result = lint(plain, SAFE, claim(jurisdictions=("uk",)))
    assert rules(result) == ["cleared-claim-elsewhere", "minimal-side-effects"]
    assert "cleared for uk, not for us" in result.findings[0].message
    both = (claim(), claim(id_="two", jurisdictions=("uk",)))
    assert rules(lint(plain, SAFE, *both, jurisdictions=("us", "uk"))) == []
    assert rules(lint(plain, SAFE, both[0], jurisdictions=("us", "uk")))[0] == "cleared-claim-elsewhere"


def test_a_renewed_clearance_beside_the_expired_one_passes(plain: Linter) -> None:
    assert rules(lint(plain, SAFE, claim(expires=date(2026, 2, 1)), claim(id_="two"))) == []


FOOTNOTE = "Audit of 112 patients of our own. Results vary."


@pytest.mark.parametrize(
    ("page", "shared", "told"),
    [
        (SAFE, (), True),
        (f"{SAFE}\n\nAudit of 112 patients of our own.", (), True),
        (f"{SAFE}\n\n* {FOOTNOTE}", (), False),
        (f"{SAFE}\n\naudit of **112** patients of our own.\n\nResults vary", (), False),
        (SAFE, (f"<footer><p>{FOOTNOTE}</p></footer>",), False),
        (SAFE, ("<footer><p>Audit of 113 patients of our own. Results vary.</p></footer>",), True),
    ],
)
def test_the_footnote_stands_on_the_page_or_in_what_it_takes_in(
    plain: Linter, page: str, shared: tuple[str, ...], told: bool
) -> None:
    result = lint(plain, page, claim(footnote=FOOTNOTE), shared=shared)
    found = [f for f in result.findings if f.rule == "cleared-claim-footnote"]
    assert bool(found) is told
    assert bool(result.cleared) is not told
    if told:
        assert found[0].severity.label == "error"
        assert FOOTNOTE in found[0].message


def test_a_longer_cleared_text_covers_a_shorter_one(plain: Linter) -> None:
    long = claim(f"{SAFE} {FAST}", "long")
    result = lint(plain, f"{SAFE} {FAST}", long, claim(expires=date(2026, 2, 1)))
    assert [c.claims for c in result.cleared] == [("long",)]
    assert rules(result) == []


SENTENCES = ["Ketamine helps some people.", "It may not help you.", "64% felt better.", "We open at nine.", "Ask us!"]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), st.integers(0, 4), st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_an_exact_text_is_never_called_close(picked: list[str], first: int, count: int) -> None:
    cleared = claim(" ".join(picked[first : first + count]) or picked[0])
    from medlint.evidence.facts import Facts
    from medlint.matching import Matcher
    from medlint.page import Page
    from medlint.texts import Lexicons

    page = Page(read("a.txt", " ".join(picked).encode()), Facts(), Lexicons(Facts()), Matcher({}))
    found = Clearing([cleared], ["us"], TODAY).found(page)
    assert found.uses
    assert not any(u.block == n.block and n.start < u.end and u.start < n.end for u in found.uses for n in found.near)


# Files

GOOD = """\
claims:
  - id: a
    text: It works for some.
    approved_by: Dana
    approved_on: 2026-01-01
    jurisdictions: [us, uk]
"""


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(
        GOOD + "    expires: 2026-12-31\n    footnote: >\n      Results\n      vary.\n    references: [x1, x2]\n"
    )
    (one,) = read_claims([path, path], PLACES)
    assert (one.approved_on, one.expires) == (date(2026, 1, 1), date(2026, 12, 31))
    assert (one.footnote, one.references, one.jurisdictions) == ("Results vary.", ("x1", "x2"), ("us", "uk"))
    assert (one.path, one.line) == (str(path), 2)
    assert parse_claims("claims:\n", "x", PLACES) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("text: It works for some.", "txt: It works.", "3:5: unknown key “txt”; did you mean “text”?"),
        ("text: It works for some.", "note: x", "2:5: “text” is missing"),
        ("text: It works for some.", "text: '…'", "3:11: holds no words"),
        ("2026-01-01", "1 May 2026", "5:18: “1 May 2026” is no day; write it as year-month-day, 2026-11-30"),
        ("[us, uk]", "[us, usa]", "6:25: “usa” is none of au, uk, us; did you mean “us”?"),
        ("[us, uk]", "[]", "6:20: names no jurisdiction"),
        ("[us, uk]\n", "[us]\n    expires: 2025-01-01\n", "7:14: lies before the day of the approval (2026-01-01)"),
        ("claims:", "claim:", "1:1: unknown key “claim”; did you mean “claims”?"),
        (
            "    approved_by: Dana\n",
            "    approved_by: Dana\n    approved_by: Dan\n",
            "5:5: the key “approved_by” is given twice",
        ),
    ],
)
def test_mistakes_are_told_at_their_place(old: str, new: str, told: str) -> None:
    with pytest.raises(ClaimsError) as error:
        parse_claims(GOOD.replace(old, new), "c.yaml", PLACES)
    assert f"c.yaml:{told}" in str(error.value)


def test_all_mistakes_of_all_files_at_once(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(GOOD.replace("us, uk", "usa").replace("Dana", "''"))
    two.write_text(GOOD + GOOD.removeprefix("claims:\n"))
    with pytest.raises(ClaimsError) as error:
        read_claims([one, two, tmp_path / "three.yaml"], PLACES)
    told = str(error.value)
    assert len(error.value.mistakes) == 5
    assert "is empty" in told and "“usa” is none of" in told and "cannot be read" in told
    assert told.count(f"the id “a” is given twice (first at {one}:2)") == 2
