"""When two texts are the same, when they are close, and in what words they differ."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.document import Document
from medlint.evidence.verbatim import LIKE, differences, likeness, normalised, places, stands_alone, words, words_of
from medlint.readers import read

AUDIT = "In our 2025 audit, 64% of patients reported fewer depressive symptoms four weeks after their sixth infusion."
SPRAVATO = "Spravato is approved, with an oral antidepressant, for adults with treatment-resistant depression."
TMS = "TMS may reduce symptoms of depression in some patients when antidepressants have not helped. Results vary."
BOTOX = "Botox can soften frown lines for about three to four months."
LABEL = "Ketamine infusions are not approved by the FDA for depression; we prescribe them off-label."
WEIGHT = "Patients lost an average of 9% of their body weight in 12 months with diet and semaglutide."

EDITED = [
    (AUDIT, AUDIT.replace("64", "84"), "“84” for “64”"),
    (AUDIT, "In our audit, 64% of patients reported fewer depressive symptoms after their sixth infusion.", "“2025” is left out; “four weeks” is left out"),
    (AUDIT, "Our 2025 audit shows that 64% of patients had fewer depressive symptoms four weeks after their infusion.", "“had” for “reported”"),
    (AUDIT, AUDIT.removeprefix("In our 2025 audit, "), "“in our 2025 audit,” is left out"),
    (SPRAVATO, "Spravato is approved for adults with treatment-resistant depression.", "“, with an oral antidepressant,” is left out"),
    (SPRAVATO, "Spravato is FDA-approved, with an oral antidepressant, for adults with treatment-resistant depression and anxiety.", "“fda-” is added; “and anxiety” is added"),
    (SPRAVATO, SPRAVATO.replace("adults", "people"), "“people” for “adults”"),
    (TMS, TMS.removesuffix(" Results vary."), "“. results vary” is left out"),
    (TMS, TMS.replace("may reduce", "reduces").replace("some ", ""), "“reduces” for “may reduce”; “some” is left out"),
    (TMS, TMS.replace("some", "most"), "“most” for “some”"),
    (BOTOX, "Botox can soften frown lines for about six months.", "“six” for “three to four”"),
    (BOTOX, "Botox will soften frown lines and crow's feet for about three to four months.", "“will” for “can”; “and crow's feet” is added"),
    (BOTOX, "Botox softens frown lines for three to four months.", "“softens” for “can soften”; “about” is left out"),
    (LABEL, LABEL.replace("not ", ""), "“not” is left out"),
    (LABEL, "Ketamine infusions are not FDA-approved for depression; we prescribe them off-label.", "“fda-approved” for “approved by the fda”"),
    (WEIGHT, WEIGHT.replace("9%", "15%").replace("diet and ", ""), "“15” for “9”; “diet and” is left out"),
    (WEIGHT, WEIGHT.replace("an average of", "up to"), "“up to” for “an average of”"),
    (WEIGHT, WEIGHT.replace("lost", "lose").replace("12 months", "a year"), "“lose” for “lost”; “a year” for “12 months”"),
]  # fmt: skip

OTHERS = [
    (AUDIT, "In our 2025 survey, patients rated their visits 4.8 out of 5."),
    (AUDIT, "Most patients reported fewer side effects after their third infusion."),
    (AUDIT, "A course is six ketamine infusions over four weeks."),
    (SPRAVATO, "Spravato is a nasal spray that adults take in our clinic under supervision."),
    (SPRAVATO, "Ketamine is not approved for adults with treatment-resistant depression."),
    (TMS, "TMS may cause headache or scalp discomfort in some patients."),
    (TMS, "TMS is cleared for depression in adults when medication has failed. Results vary."),
    (BOTOX, "Botox can cause a drooping eyelid for about two weeks."),
    (BOTOX, "Dysport can soften the look of frown lines within days."),
    (LABEL, "Ketamine is approved by the FDA as an anesthetic; we order it from a licensed pharmacy."),
    (LABEL, "Stem cell injections are not approved by the FDA for arthritis."),
    (WEIGHT, "Patients pay an average of $300 a month for semaglutide with coaching."),
    (WEIGHT, "Patients on tirzepatide lost more of their body weight in 12 months."),
    (WEIGHT, "Side effects of semaglutide can include nausea in 20% of patients in the first 12 weeks."),
]


@pytest.mark.parametrize(
    "other",
    [
        "in our 2025 AUDIT, most  patients felt better",
        "In our 2025 audit,\n most\tpatients felt better.",
        "In our 2025 audit, most patients felt better!",
        "In our 2025 audit, most patients felt better…",
        "In our 2025 audit, most patients felt better.¹",
        "In our 2025 audit, most patients felt better.*",
        "In our 2025 audit, most patients felt better [1].",
        "In our 2025 audit,[2] most patients felt better",
        "In our 2025 audit, most pa\u00adtients felt\u200b better",
        "In our\u00a02025 audit, most patients felt better:",
    ],
)  # fmt: skip
def test_what_does_not_count(other: str) -> None:
    expected = normalised("In our 2025 audit, most patients felt better.")
    assert normalised(other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s “safe” — for most", "it's \"safe\" - for most."),
        ("a café", "A cafe\u0301"),
        ("Wait...", "wait"),
        ("5–10 sessions", "5-10 sessions"),
    ],
)  # fmt: skip
def test_the_same(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("64% of patients", "84% of patients"),
        ("1.5 hours", "15 hours"),
        ("10² patients", "10 patients"),
        ("20 mg/m²", "20 mg/m"),
        ("It works", "It works?"),
        ("It works, mostly", "It works mostly"),
        ("$500", "500"),
        ("may help some", "may help"),
        ("not addictive", "addictive"),
        ("See www.example.org/a", "See www.example.org/b"),
        ("Relief in {{ hours }} hours", "Relief in 24 hours"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@given(st.text(max_size=40) | st.text("aA.'\"-—…*¹²[]1,;:!?{}$@%é\u0301\u0345ǰİßw /x<>\u05bc", max_size=40))
@settings(max_examples=400, deadline=None)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(st.lists(st.sampled_from(["a", "b", "not", "64", "%", "may", "works", ".", "hours"]), max_size=14))
@settings(max_examples=200, deadline=None)
def test_the_same_is_never_close(norms: list[str]) -> None:
    text = " ".join(norms)
    assert likeness(words(text).norms, words(text.upper() + "!").norms) == 0.0


@pytest.mark.parametrize(("cleared", "text", "told"), EDITED)
def test_an_edited_claim_is_close_and_told_in_what(cleared: str, text: str, told: str) -> None:
    one, other = words(cleared).norms, words(text).norms
    assert one != other
    assert likeness(one, other) >= LIKE
    assert told in differences(one, other)


@pytest.mark.parametrize(("cleared", "text"), OTHERS)
def test_another_statement_is_not_close(cleared: str, text: str) -> None:
    assert likeness(words(cleared).norms, words(text).norms) < LIKE


def test_the_threshold_stands_clear_of_both_tables() -> None:
    from rapidfuzz.distance import Indel

    def like(one: str, other: str) -> float:
        return Indel.normalized_similarity(words(one).norms, words(other).norms)

    assert min(like(one, other) for one, other, _ in EDITED) > LIKE + 0.04
    assert max(like(one, other) for one, other in OTHERS) < LIKE - 0.04


def block_of(text: str) -> Document:
    return read("a.txt", text.encode())


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Works within hours.", True),
        ("“Works within hours”", True),
        ("• Works within hours", True),
        ("Our promise: works within hours!", True),
        ("Ask us — works within hours.", True),
        ("We open at nine. Works within hours. We close at five.", True),
        ("It was cheap.[1] Works within hours.[2] It closes at five.", True),
        ("Works within hours; ask us.", True),
        ("Works within hours (for most).", False),
        ("Nothing works within hours.", False),
        ("Works within hours for everyone.", False),
        ("Works within hours, and lasts.", False),
        ("Works within hours?", False),
        ("Always works within hours.", False),
        ("10:works within hours.", False),
    ],
)
def test_a_statement_of_its_own(text: str, alone: bool) -> None:
    document = block_of(text)
    (block,) = document.blocks
    found = words_of(document, block)
    wanted = words("works within hours").norms
    (first,) = places(wanted, found)
    assert stands_alone(block, found, first, first + len(wanted)) is alone
