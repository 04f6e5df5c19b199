"""Statements of approval held against the table: what is false, what is too wide, what is true."""

from __future__ import annotations

from datetime import date

import pytest
from changed import replace
from conftest import TODAY, Run

from medlint.checks.status import StatusRule
from medlint.evidence.approvals import Approval
from medlint.findings import Finding, Severity
from medlint.lint import Linter
from medlint.packs.model import Library
from medlint.readers import read

PRODUCT = "approval-of-no-such-product"
USE = "approval-for-no-such-use"
WIDE = "approval-without-its-limits"
WORD = "approved-for-cleared"
STUDY = "designation-is-no-approval"
REGISTERED = "registered-is-not-approved"
FACILITY = "facility-is-not-approved"
STATUS = {PRODUCT, USE, WIDE, WORD, STUDY, REGISTERED, FACILITY}
TRUE = ""
"""Nothing is told: neither by the table nor by the rules that go by the words."""
UNKNOWN = "?"
"""The table tells nothing; rules that go by the words may."""

STATEMENTS = [
    # ketamine, in every voice
    ("Ketamine is FDA approved to treat depression.", USE),
    ("Ketamine is an FDA-approved treatment for anxiety.", USE),
    ("The FDA has approved ketamine for PTSD.", USE),
    ("Ketamine was approved by the Food and Drug Administration for bipolar depression in 2019.", USE),
    ("Ketamine carries the FDA's blessing for depression.", USE),
    ("Ketamine got the green light from the FDA for chronic pain.", USE),
    ("Ketamine has the FDA nod for OCD.", USE),
    ("For depression, ketamine is FDA-approved.", USE),
    ("Ketamine for anxiety is FDA-approved.", USE),
    ("The FDA signed off on ketamine for suicidal thoughts.", USE),
    ("The F.D.A. has long approved the use of ketamine in depression.", USE),
    ("FDA-approved ketamine infusions for PTSD, anxiety and more", USE),
    ("Ketamine won federal regulators' approval for addiction.", USE),
    ("Ketamine is FDA-approved.", WIDE),
    ("Ketamine has been FDA approved since 1970.", WIDE),
    ("Ketamine has been approved by the FDA as an anesthetic since 1970.", TRUE),
    ("Ketamine is FDA-approved as an anesthetic and used off-label for depression.", TRUE),
    ("The FDA approved ketamine for anesthesia, not for depression.", TRUE),
    ("Ketamine is not FDA-approved for depression.", TRUE),
    ("Ketamine has not, as of today, been approved by the FDA for anxiety.", TRUE),
    ("Has the FDA approved ketamine for depression?", TRUE),
    ("Ketamine works faster than FDA-approved antidepressants for depression.", UNKNOWN),
    ("Unlike FDA-approved antidepressants, ketamine acts within hours on depression.", UNKNOWN),
    ("The FDA has approved psilocybin as an “investigational new drug” since then.", STUDY),
    ("It was in the nineties that the FDA approved ketamine as an “investigational new drug”, which led to trials.", STUDY),
    ("Did you know that ketamine is FDA-approved for depression?", USE),
    ("Although ketamine is FDA-approved only for anesthesia, doctors use it for depression.", TRUE),
    ("Ketamine, an FDA-approved anesthetic, is used for depression.", TRUE),
    ("Licensed abroad and approved by the FDA, ketamine is a medicine you can trust.", WIDE),
    ("FDA approval for ketamine came in 1970.", WIDE),
    ("Our clinic offers ketamine. The treatment is FDA-approved for PTSD.", USE),
    ("Ketamine for depression or pain is off-label (the FDA has approved it only as an anesthetic).", TRUE),
    # compounded forms
    ("Our compounded ketamine lozenges are FDA-approved.", PRODUCT),
    ("Ketamine troches, approved by the FDA, arrive at your door.", PRODUCT),
    ("Compounded ketamine is not FDA-approved.", TRUE),
    # esketamine
    ("Spravato is FDA-approved for anxiety.", USE),
    ("Spravato is approved for PTSD in adults.", USE),
    ("Esketamine has FDA approval for OCD.", USE),
    ("Spravato is the only FDA-approved ketamine nasal spray for treatment-resistant depression.", TRUE),
    ("Nasal spray (esketamine): an FDA-approved version of ketamine for treatment-resistant depression.", TRUE),
    ("Spravato, made from ketamine, is FDA-approved for treatment-resistant depression.", TRUE),
    ("Spravato was approved by the FDA in March 2019 for treatment-resistant depression.", TRUE),
    ("Ketamine is used off-label, but Spravato is FDA-approved for treatment-resistant depression.", TRUE),
    ("Spravato is FDA-approved for treatment-resistant depression; ketamine is not.", TRUE),
    # devices
    ("TMS is FDA approved.", WORD),
    ("TMS is FDA-approved for major depression.", WORD),
    ("The FDA has approved TMS for OCD.", WORD),
    ("TMS is FDA-cleared for major depression.", TRUE),
    ("TMS received FDA clearance for OCD in 2018.", TRUE),
    ("TMS is FDA-cleared for PTSD.", USE),
    ("TMS is FDA-cleared to treat depression, and we also use it off-label for anxiety.", TRUE),
    ("Hyperbaric chambers have been cleared for a short list of conditions, such as burns, and autism isn't among them.", TRUE),
    ("TMS has FDA clearance for tinnitus.", USE),
    ("Hyperbaric oxygen therapy is FDA-cleared for autism.", USE),
    ("Hyperbaric oxygen chambers are FDA-cleared for decompression sickness.", TRUE),
    ("Medical ozone is FDA approved.", PRODUCT),
    # weight loss
    ("Ozempic is FDA-approved for weight loss.", USE),
    ("Semaglutide (Ozempic) is approved for weight loss.", USE),
    ("Ozempic (semaglutide) has FDA approval for obesity.", USE),
    ("Semaglutide (Wegovy) is FDA-approved for weight loss.", TRUE),
    ("Wegovy is approved for chronic weight management.", TRUE),
    ("Wegovy is FDA-approved for weight loss in adults with obesity, or with overweight and a condition such as type 2 diabetes.", TRUE),
    ("Mounjaro is FDA-approved to help you lose weight.", USE),
    ("Tirzepatide (Mounjaro) is FDA-approved for weight loss.", USE),
    ("Wegovy and Zepbound are FDA-approved for weight loss.", TRUE),
    ("MDMA, like ketamine, is FDA-approved for PTSD.", PRODUCT),
    ("Zepbound is FDA-approved for obstructive sleep apnea.", TRUE),
    ("Compounded semaglutide is FDA-approved.", PRODUCT),
    ("Our compounded version of tirzepatide has FDA approval.", PRODUCT),
    ("Retatrutide is FDA-approved for weight loss.", PRODUCT),
    ("The FDA gave retatrutide its seal of approval.", PRODUCT),
    ("Retatrutide has yet to be approved by the FDA.", TRUE),
    ("Saxenda is FDA-approved for type 2 diabetes.", USE),
    ("Victoza is FDA-approved for type 2 diabetes.", TRUE),
    # aesthetics
    ("Botox Cosmetic is FDA-approved for frown lines and crow's feet.", TRUE),
    ("Botox is FDA-approved for masseter slimming.", USE),
    ("Dysport is an FDA-approved alternative to Botox for frown lines.", TRUE),
    ("Innotox is approved by the FDA.", PRODUCT),
    ("Dermal fillers are FDA-approved for the buttocks.", USE),
    # regenerative
    ("FDA-approved exosomes for your hair", PRODUCT),
    ("Exosomes are approved for hair loss.", PRODUCT),
    ("Exosomes are not drugs, so they are FDA approved.", PRODUCT),
    ("Exosomes aren't just popular: they are FDA approved.", PRODUCT),
    ("If exosomes were FDA-approved, we would say so.", TRUE),
    ("Clinics that say their exosomes are FDA-approved are breaking the law.", TRUE),
    ("Exosomes have not been approved by the FDA.", TRUE),
    ("Stem cells are FDA-approved for arthritis.", USE),
    ("The FDA cleared stem cells for knee pain.", USE),
    ("PRP is FDA-approved for hair loss.", USE),
    ("Wharton's jelly injections are fully FDA approved.", PRODUCT),
    ("Exosomes, like stem cells, are FDA-approved for joint pain.", PRODUCT),
    ("Our exosomes are FDA-registered.", REGISTERED),
    ("Our exosomes are GMP-certified.", REGISTERED),
    # hormones, peptides, drips
    ("Testosterone is FDA-approved for women.", USE),
    ("Testosterone is approved by the FDA for men with hypogonadism.", TRUE),
    ("BPC-157 is FDA-approved.", PRODUCT),
    ("Glutathione drips are approved by the FDA for skin whitening.", PRODUCT),
    ("IV vitamin C is FDA-approved for cancer.", USE),
    ("The FDA approved an ascorbic acid injection for scurvy in 2017.", TRUE),
    ("Bioidentical hormone pellets are FDA-approved.", PRODUCT),
    # psychedelics, CBD, old drugs
    ("Psilocybin is FDA-approved for depression.", PRODUCT),
    ("Psilocybin was granted breakthrough therapy designation by the FDA.", STUDY),
    ("A breakthrough therapy designation for psilocybin is not an approval.", TRUE),
    ("MDMA is FDA-approved for PTSD.", PRODUCT),
    ("The FDA declined to approve MDMA for PTSD in August 2024.", TRUE),
    ("CBD oil is FDA-approved for anxiety.", PRODUCT),
    ("Epidiolex is FDA-approved for seizures of Dravet syndrome.", TRUE),
    ("Low-dose naltrexone is FDA-approved for fibromyalgia.", PRODUCT),
    ("Naltrexone is FDA-approved for alcohol dependence.", TRUE),
    ("Ivermectin is FDA-approved for COVID-19.", USE),
    ("Methylene blue is FDA-approved for brain fog.", USE),
    ("Dietary supplements are FDA approved.", PRODUCT),
    # places
    ("We work with an FDA-approved pharmacy.", FACILITY),
    ("Our lab is FDA approved.", FACILITY),
    ("Vials come from an FDA-registered facility.", REGISTERED),
    ("The pharmacy is licensed by the state.", TRUE),
    # other subjects
    ("An FDA-approved lab test measures your hormones.", UNKNOWN),
    ("FDA approval of the blood test took two years.", UNKNOWN),
    ("Your visit is approved, and ketamine is covered by your insurance for depression.", TRUE),
    ("We are awaiting FDA approval of psilocybin.", UNKNOWN),
    # other jurisdictions and products that the table does not hold
    ("Ketamine is licensed by the MHRA for depression.", UNKNOWN),
    ("Exosomes are TGA-approved.", UNKNOWN),
    ("Our ozone generator is CE marked.", UNKNOWN),
    ("Metformin is FDA-approved for type 2 diabetes.", TRUE),
    ("Zurzuvae is FDA-approved for postpartum depression.", TRUE),
]  # fmt: skip


@pytest.fixture(scope="module")
def on_the_day(shipped: Library) -> Linter:
    return Linter(shipped, today=TODAY)


def told(linter: Linter, text: str) -> list[Finding]:
    return [f for f in linter.check(read("page.md", text.encode())).findings if f.family == "fda-status"]


@pytest.mark.parametrize(("text", "verdict"), STATEMENTS)
def test_a_statement_is_judged(on_the_day: Linter, text: str, verdict: str) -> None:
    rules = [f.rule for f in told(on_the_day, text)]
    if verdict == TRUE:
        assert rules == []
    elif verdict == UNKNOWN:
        assert not STATUS & set(rules)
    else:
        assert rules == [verdict]


def test_the_table_covers_many_products_and_both_answers() -> None:
    assert len(STATEMENTS) >= 100
    assert sum(verdict in STATUS for _, verdict in STATEMENTS) >= 50
    assert sum(verdict == TRUE for _, verdict in STATEMENTS) >= 30


def with_rows(shipped: Library, *rows: Approval) -> Library:
    """The shipped packs with other approvals of the treatments of `rows`."""
    own: dict[str, tuple[Approval, ...]] = {}
    for row in rows:
        own[row.treatment] = (*own.get(row.treatment, ()), row)
    facts = shipped.facts
    return replace(shipped, facts=replace(facts, approvals={**facts.approvals, **own}))


def approval(**other: object) -> Approval:
    plain = Approval(
        "exosomes", "unapproved-product", "any use", (), "", "us", ("https://example.org/exosomes",), "2026-11", "yes",
        "2027-11-30", "",
    )  # fmt: skip
    return replace(plain, **other)  # type: ignore[arg-type]


def test_a_finding_says_what_is_true_since_when_and_who_says_so(on_the_day: Linter) -> None:
    (finding,) = told(on_the_day, "Spravato is FDA-approved for anxiety.")
    assert finding.quote == "FDA-approved for anxiety"
    assert finding.severity is Severity.ERROR
    assert "not approved for this use (anxiety)" in finding.message
    assert "FDA-approved for treatment-resistant depression in adults (since 5 March 2019)" in finding.message
    assert "as of November 2026" in finding.message
    assert finding.sources[0].id == "approval-esketamine"
    assert finding.sources[0].url.startswith("https://")
    assert any("Spravato" in s.text for s in finding.suggestions)


def test_a_stale_fact_is_no_more_than_a_warning(shipped: Library) -> None:
    text = "Our exosomes are FDA-approved."
    library = with_rows(shipped, approval(recheck="2027-02-28"))
    for today, severity in (
        (date(2027, 2, 28), Severity.ERROR),
        (date(2027, 3, 1), Severity.WARNING),
        (date(2031, 1, 1), Severity.WARNING),
    ):
        (finding,) = told(Linter(library, today=today), text)
        assert finding.severity is severity
        assert ("to be looked at again by 28 February 2027" in finding.message) == (severity is Severity.WARNING)


@pytest.mark.parametrize(
    ("verified", "severity"), [("yes", Severity.ERROR), ("partly", Severity.ERROR), ("no", Severity.WARNING)]
)
def test_what_rests_on_memory_is_never_an_error(shipped: Library, verified: str, severity: Severity) -> None:
    (finding,) = told(
        Linter(with_rows(shipped, approval(verified=verified)), today=TODAY), "Exosomes are FDA-approved."
    )
    assert finding.severity is severity


def test_other_jurisdictions_have_their_own_rows(shipped: Library) -> None:
    library = with_rows(
        shipped,
        approval(treatment="esketamine", status="approved", use="depression", words=("depression",), jurisdiction="uk"),
        approval(treatment="esketamine", status="not-approved", use="anxiety", words=("anxiety",), jurisdiction="uk"),
    )
    linter = Linter(library, today=TODAY)
    (finding,) = told(linter, "Spravato is licensed by the MHRA for anxiety.")
    assert finding.rule == USE
    assert "MHRA-approved for depression" in finding.message
    assert told(linter, "Spravato is licensed by the MHRA for depression.") == []
    assert not STATUS & {f.rule for f in told(linter, "Spravato is licensed by the TGA for anxiety.")}
    assert not STATUS & {f.rule for f in told(linter, "Spravato is FDA-approved for anxiety.")}, "no row of the FDA"


def test_a_product_without_a_row_is_unknown_and_not_false(shipped: Library) -> None:
    assert not STATUS & {f.rule for f in told(Linter(shipped, today=TODAY), "Metformin is FDA-approved for longevity.")}


def test_a_table_cell_is_not_held_against_the_page(on_the_day: Linter) -> None:
    page = "# Ketamine or Spravato\n\nKetamine is used off-label.\n\n| | Spravato |\n| --- | --- |\n| Status | Approved for adults with depression |\n"
    assert not STATUS & {f.rule for f in told(on_the_day, page)}


def test_a_bare_approval_is_told_lightly_where_no_other_use_is_promoted(on_the_day: Linter) -> None:
    (lightly,) = told(on_the_day, "Ketamine is FDA-approved.")
    (firmly,) = told(on_the_day, "# Ketamine for depression\n\nKetamine is FDA-approved.")
    assert (lightly.rule, lightly.severity) == (WIDE, Severity.WARNING)
    assert (firmly.rule, firmly.severity) == (WIDE, Severity.ERROR)


def test_the_missing_status_names_products_and_uses(on_the_day: Linter) -> None:
    page = (
        "# Ketamine infusions\n\nKetamine cures depression, a breakthrough with instant relief from PTSD. "
        "It has minimal side effects.\n\nOzempic melts fat: weight loss guaranteed with Ozempic.\n"
    )
    (finding,) = (
        f for f in on_the_day.check(read("page.md", page.encode())).findings if f.rule == "missing-approval-status"
    )
    assert (
        "Promoted here for uses that are not approved: ketamine for depression and PTSD; Ozempic for weight loss"
        in (finding.message.replace("(semaglutide)", "").replace("  ", " "))
    )


@pytest.mark.parametrize(
    ("heading", "missing"),
    [
        ("# Xeomin for underarm sweating", True),
        ("# Xeomin for frown lines", False),
        ("# Xeomin is not approved for sweating", False),
        ("# Xeomin\n\nWe also see people who sweat: ask about sweating at your visit.", False),
    ],
)
def test_a_heading_promotes_an_unapproved_use_as_a_claim_does(on_the_day: Linter, heading: str, missing: bool) -> None:
    page = f"{heading}\n\nOur clinic is the number one choice in town. You will love your new life. Book today.\n"
    found = on_the_day.check(read("page.md", page.encode())).findings
    assert any(f.rule == "missing-approval-status" for f in found) is missing


def test_what_a_rule_settles_is_there(shipped: Library) -> None:
    for rule in shipped.rules.values():
        if isinstance(rule, StatusRule):
            assert rule.settles
            assert set(rule.settles) <= set(shipped.rules), rule.header.id


def test_the_status_rules_are_known_to_the_command_line(medlint: Run) -> None:
    text = b"Our exosomes are FDA-approved."
    assert PRODUCT in medlint("-", stdin=text).stdout
    assert PRODUCT not in medlint("-", "--ignore", PRODUCT, stdin=text).stdout
    assert "status" in medlint("explain", PRODUCT).stdout.splitlines()[0]


def test_only_ignored_is_as_good_as_silent(medlint: Run) -> None:
    """A claim rule does not step in for a status rule that somebody has switched off."""
    done = medlint("-", "--ignore", PRODUCT, "--select", "fda-status", stdin=b"Our exosomes are FDA-approved.")
    assert done.returncode == 0
