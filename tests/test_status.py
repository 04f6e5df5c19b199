"""Statements of approval held against the table: what is false, what is too wide, what is true."""

from __future__ import annotations

from datetime import date

import pytest

from medlint.findings import Finding
from medlint.lint import Linter
from medlint.packs.model import Library
from medlint.readers import read

TODAY = date(2026, 11, 28)

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
    ("The FDA approved ketamine as an “investigational new drug” in the 1990s.", STUDY),
    ("It wasn't until the 1990s that the FDA approved ketamine as an “investigational new drug”, opening the way to trials.", STUDY),
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
