"""Evidence that pages call on, held against the reference library and the page's own list."""

from __future__ import annotations

from datetime import date

import pytest
from changed import replace

from medlint.checks.citation import calls_on_evidence
from medlint.evidence.citing import verdicts
from medlint.evidence.notes import note_list, notes
from medlint.evidence.references import Reference, References
from medlint.evidence.verdicts import Verdict
from medlint.findings import Finding
from medlint.lint import Linter
from medlint.packs.model import Library
from medlint.packs.proof import ONLY_IN_EXAMPLES
from medlint.packs.schema import pack_schema
from medlint.readers import read

TODAY = date(2026, 11, 25)
LIST = "\n\n## References\n\n1. "
FEDER = "Feder A, et al. JAMA Psychiatry. 2014;71:681-8. PMID 24740528"
MURROUGH = "Murrough JW, et al. Am J Psychiatry. 2013;170:1134-42. doi:10.1176/appi.ajp.2013.13030392"


@pytest.fixture(scope="module")
def dated(shipped: Library) -> Linter:
    """A linter for which it is always the same day."""
    return Linter(shipped, today=TODAY)


def judged(linter: Linter, text: str, name: str = "page.md") -> list[Verdict]:
    page = linter.page(read(name, text.encode()))
    return verdicts(page)


def said(found: list[Verdict]) -> list[str]:
    """Each verdict as its outcome and the reference that it is about."""
    return [" ".join(filter(None, (v.outcome, v.ref.id if v.ref else ""))) for v in found]


CITATIONS = [
    # What is right passes, however it is written.
    ("Feder et al. (2014) found lower PTSD scores 24 hours after one infusion of ketamine.", ["fits feder2014"]),
    ("In 41 people with PTSD, one infusion of ketamine helped at 24 hours (Feder et al., JAMA Psychiatry, 2014).", ["fits feder2014"]),
    ("A randomised trial in 73 people with depression found ketamine superior to midazolam (PMID 23982301).", ["fits murrough2013"]),
    ("A 2018 meta-analysis in the American Journal of Psychiatry reported fewer suicidal thoughts within a day of one dose of ketamine.", ["fits wilkinson2018"]),
    ("In N Engl J Med in 2023, an open-label trial found ketamine noninferior to ECT in depression (doi:10.1056/NEJMoa2302399).", ["fits anand2023"]),
    ("Esketamine beat quetiapine on remission at week 8 in depression (Reif et al., 2023).", ["fits reif2023"]),
    ("[A trial of repeated ketamine](https://doi.org/10.1176/appi.ajp.2020.20050596) in 30 people lowered PTSD scores at two weeks.", ["fits feder2021"]),
    ("Ketamine lowered depression at 24 hours.[1]" + LIST + MURROUGH, ["fits murrough2013", "fits murrough2013"]),
    ("Taylor et al. (2017) gave ketamine once to 18 adults with social anxiety disorder.", ["fits taylor2018"]),
    ("Ketamine lowered suicidal thoughts for a week. (PMID 28969441)", ["fits wilkinson2018"]),
    ("Feder 2014 looked at PTSD 24 hours after ketamine.", ["fits feder2014"]),
    ("Ketamine did not cure PTSD (PMID 24740528).", ["fits feder2014"]),
    ("Whether ketamine brings long-term relief from PTSD is unknown (Feder et al., 2014).", ["fits feder2014"]),
    # What is not listed is unknown, never false.
    ("Ketamine eased pain after surgery in 60 people (PMID 31999999).", ["unknown"]),
    ("A trial of ketamine in depression is at https://doi.org/10.1234/abcd.5678 for all to read.", ["unknown"]),
    ("Okafor et al. (2019) found that botox eased jaw pain.", ["unlisted"]),
    ("A 2018 trial in the Journal of Oral Implantology found that implants lasted.", ["unlisted"]),
    ("Lindqvist and Brandt (2021) report in a study that TMS helped people with depression.", ["unlisted"]),
    ("Zarate et al. (2012) studied ketamine in bipolar depression.", ["unlisted"]),
    ("Infusions help.\n\nSource: https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9999991/", ["bare-link"]),
    # What cannot be right.
    ("Ketamine lowered PTSD scores at 24 hours (PMID 2474052899).", ["malformed"]),
    ("The trial is registered as NCT123456 and tests ketamine for OCD.", ["malformed"]),
    ("A trial of ketamine found relief (doi:10.1001/).", ["malformed"]),
    ("Read [the study](https://doi.org/11.1001/jama.2014) of ketamine.", ["malformed"]),
    ("A 2917 study in JAMA Psychiatry found that ketamine works.", ["impossible-year"]),
    ("Feder et al. (1814) found that ketamine helps PTSD.", ["impossible-year"]),
    ("A trial published in the Lancet in 2031 found that ketamine works.", ["impossible-year"]),
    ("Ketamine lifts depression within hours.[3]" + LIST + FEDER, ["lost-note", "unnamed", "fits feder2014"]),
    ("Ketamine lifts depression within hours.[1] We open at nine.", ["lost-note", "unnamed"]),
    ("Ketamine lifts depression within hours.[^x]", ["lost-note", "unnamed"]),
    # What is in the library under another name.
    ("A 2017 study in the American Journal of Psychiatry found that one infusion of ketamine relieved PTSD.", ["nearest feder2014"]),
    ("A meta-analysis in the Journal of Clinical Psychiatry in 2020 found that ketamine eases anxiety disorders.", ["nearest whittaker2021"]),
    ("Feder et al. (2016) reported in JAMA Psychiatry that ketamine lowers PTSD scores.", ["nearest feder2014"]),
    ("A 2015 study in Biological Psychiatry found that ketamine stops obsessive-compulsive disorder.", ["nearest bloch2012"]),
    ("A 2021 meta-analysis in the American Journal of Psychiatry found that ketamine relieves PTSD.", ["nearest feder2021"]),
    # What its own reference does not bear out.
    ("A 2017 trial in the American Journal of Psychiatry found that one infusion of ketamine lowered PTSD scores (PMID 24740528).", ["mismatch feder2014"]),
    ("In 400 veterans with PTSD, ketamine lowered scores at 24 hours (doi:10.1001/jamapsychiatry.2014.62).", ["mismatch feder2014"]),
    ("A meta-analysis (PMID 23982301) found ketamine superior to midazolam in depression.", ["mismatch murrough2013"]),
    ("A double-blind trial of ketamine against ECT in depression (PMID 37224232) found no difference.", ["mismatch anand2023"]),
    ("Smith et al. (2014) lowered PTSD scores with ketamine (PMID 24740528).", ["mismatch feder2014"]),
    ("Feder et al. (2014) lowered PTSD scores with ketamine (PMID 23982301).", ["mismatch murrough2013"]),
    ("Ketamine lowered PTSD scores.[1]" + LIST + "Miller A, et al. Lancet. 2019. PMID 24740528", ["fits feder2014", "mismatch feder2014"]),
    # What goes beyond what was shown.
    ("Ketamine cures PTSD (Feder et al., 2014).", ["beyond feder2014"]),
    ("One infusion of ketamine brings lasting relief from PTSD for months (PMID 24740528).", ["beyond feder2014"]),
    ("Ketamine relieves obsessive-compulsive disorder (Feder et al., 2014, PMID 24740528).", ["beyond feder2014"]),
    ("Ketamine eases PTSD in veterans (Abdallah et al., 2022).", ["beyond abdallah2022"]),
    ("Ketamine works better than ECT for depression (Ekstrand et al., 2022).", ["beyond ekstrand2022"]),
    ("Ketamine works for suicide prevention within a day (Wilkinson et al., 2018).", ["beyond wilkinson2018"]),
    ("Ketamine gives long-term relief from depression.[1]" + LIST + MURROUGH, ["beyond murrough2013", "fits murrough2013"]),
    ("Esketamine keeps depression away for years (Janik et al., 2025).", ["beyond janik2025"]),
    # What looks like a citation and is none.
    ("Dr Feder opened the clinic in 2014.", []),
    ("Spravato (2019) is a nasal spray.", []),
    ("Since March 2014 we have treated 2000 people.", []),
    ("Our short 2018 guide is free.", []),
    ("Founded by Smith and colleagues in 2014, we see 1500 people a year.", []),
    ("Medicare (2020) and California (2022) changed the rules.", []),
    ("“Changed my life” (Sarah, 2021). Reviewed by Dr. Jones in 2024.", []),
    ("Sarah and her team (2020) ran the marathon.", []),
    ("Read about us in Nature Valley, May 2020.", []),
    ("Dr Lee trained with the editors of the Journal of Pain.", []),
    ("The patch holds 1200 mg [sic].", []),
    ("Studies show that ketamine works.", ["unnamed"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outcomes"), CITATIONS, ids=[text[:60] for text, _ in CITATIONS])
def test_citations(dated: Linter, text: str, outcomes: list[str]) -> None:
    assert said(judged(dated, text)) == outcomes


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (CITATIONS[30][0], "the nearest is Feder 2014, JAMA Psychiatry, n = 41, randomized crossover vs midazolam, single infusion; it shows: lower IES-R at 24 h"),
        (CITATIONS[35][0], "it is from 2014, not 2017; it appeared in JAMA Psychiatry, not in American Journal of Psychiatry"),
        ("In 400 veterans with PTSD, ketamine helped (PMID 24740528).", "it had n = 41, not 400"),
        ("Ketamine brings relief from PTSD that lasts six months (PMID 24740528).", "shows an effect for 24 hours at most, as far as is known here"),
        ("Ketamine relieves OCD (Feder et al., 2014, PMID 24740528).", "is about PTSD, not OCD"),
        ("Ketamine helped after 24 hours.[7]" + LIST + FEDER, "there is no entry 7 in the list"),
        ("Feder et al. (2014) gave ketamine for PTSD (PMID 28969441).", "its first author is Wilkinson, not Feder"),
        ("Taylor et al. (2018) gave ketamine for social anxiety (doi:10.1038/npp.2017.999).", "DOI 10.1038/npp.2017.999 is not that of Taylor 2018, Neuropsychopharmacology, which is 10.1038/npp.2017.194"),
    ],
)  # fmt: skip
def test_what_a_verdict_says(dated: Linter, text: str, clause: str) -> None:
    assert any(clause in v.detail for v in judged(dated, text))


def test_nothing_true_is_called_false(dated: Linter) -> None:
    """Every study that ships, cited rightly in five ways."""
    for ref in dated.library.facts.references:
        name, number = ref.authors[0], f"doi:{ref.doi}" if ref.doi else f"PMID {ref.pmid}"
        entry = f"{name} A, et al. {ref.title}. {ref.journal}. {ref.year};1:1-2. {number}"
        for text in (
            f"Ketamine was studied by {name} et al. ({ref.year}), {ref.journal}, {number}.",
            f"One paper ({name} et al., {ref.year}) on ketamine deals with this.",
            f"- {entry}",
            f"# References\n\n1. {entry}",
        ):
            assert said(judged(dated, text)) == [f"fits {ref.id}"], text
        # Two of them share a journal and a year.
        text = f"A {ref.year} paper in {ref.journal} looked at ketamine in {ref.condition}."
        assert [v.outcome for v in judged(dated, text)] == ["fits"], text


def test_one_of_several_papers_is_enough(dated: Linter) -> None:
    both = "Ketamine eases {} (PMID 24740528; PMID 23982301)."
    assert said(judged(dated, both.format("depression"))) == ["fits murrough2013"]
    assert said(judged(dated, both.format("PTSD"))) == ["fits feder2014"]
    assert {v.outcome for v in judged(dated, both.format("OCD"))} == {"beyond"}


NOTES = [
    ("page.md", "It helped.[1, 3-4]" + LIST + "Foo A. Bar. 2019.\n2. Baz B. 2020.\n3. Qux C. 2021.", ["4"]),
    ("page.md", "It helped.[^1] And more.[^two]\n\n[^1]: Foo A. 2019.\n", ["two"]),
    ("page.md", "It helped\u00b9 and more\u00b2." + LIST + "Foo A. Bar. 2019.", ["2"]),
    ("page.md", "It helped (2)." + LIST + "Foo A. Bar. 2019.", ["2"]),
    ("page.md", "Choose (1) a drip or (2) a spray." + LIST + "Foo A. Bar. 2019.", []),
    ("page.md", "A room of 12 m\u00b2 and 5 cm\u00b3." + LIST + "Foo A. Bar. 2019.", []),
    ("page.html", "<p>It helped.<sup>1,2</sup></p><h2>Sources</h2><ol><li>Foo A. 2019.</ol>", ["2"]),
    ("page.html", '<p>It helped.<sup><a href="#r7">1</a></sup></p><h2>Sources</h2><ol><li id="r7">Foo A. 2019.</ol>', []),
    ("page.html", '<p>It helped.<sup><a href="#ref7">1</a></sup></p><h2>Sources</h2><ol><li>Foo A. 2019.</ol>', ["7"]),
    ("page.html", "<p>It helped.[2]</p><h3>References:</h3><p>1. Foo A. Bar. 2019. 2. Baz B. Qux. 2020.</p>", []),
    ("page.html", '<p><a href="#treatments">See below</a>.</p><h2>References</h2><p>Foo A. 2019.</p>', []),
    ("page.rst", "It helped [1]_.\n\n.. [1] Foo A. 2019.\n", []),
    ("page.txt", "It helped.[2]\n\nReferences\n\n[1] Foo A. 2019.\n\n[2] Baz B. 2020.\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "lost"), NOTES)
def test_notes_lead_to_the_list(name: str, text: str, lost: list[str]) -> None:
    blocks = read(name, text.encode()).blocks
    listed = note_list(blocks)
    found = [
        note
        for index, block in enumerate(blocks)
        if index not in listed.blocks
        for note in notes(block, 0, len(block.text), listed=listed.there)
    ]
    assert [n.number for n in found if listed.is_lost(n)] == lost


def test_notes_need_a_list_somewhere(dated: Linter) -> None:
    """An excerpt, whose list is elsewhere, has no note 1; the list may be in a file that the page takes in."""
    assert "lost-note" not in said(judged(dated, "Sham works as well in depression.[7]"))
    footer = read("footer.md", f"## References\n\n1. {FEDER}".encode())
    page = dated.page(read("page.md", b"Ketamine helped at 24 hours.[1]"), [footer])
    assert "lost-note" not in said(verdicts(page))


def findings(linter: Linter, text: str) -> list[Finding]:
    return [f for f in linter.check(read("page.md", text.encode())).findings if f.family == "citation"]


def test_the_same_words_are_told_once(dated: Linter) -> None:
    (one,) = findings(dated, CITATIONS[30][0])
    assert (one.rule, one.severity.label) == ("citation-nearest", "warning")
    assert one.quote == "A 2017 study in the American Journal of Psychiatry"
    assert "It may exist all the same" in one.message
    # The rule on unnamed studies is the more serious where a study is only not listed.
    rules = {f.rule for f in findings(dated, "A 2018 trial in the Journal of Oral Implantology found that it lasts.")}
    assert "unnamed-study" in rules
    assert "citation-unlisted" not in rules


def test_questions_and_quoted_claims_pass(dated: Linter) -> None:
    for text in (
        "Is there a 2017 study in the American Journal of Psychiatry that found that one infusion of ketamine ends PTSD?",
        "Beware of sites that claim that a 2017 study in the American Journal of Psychiatry found that ketamine ends PTSD.",
    ):
        assert not [f for f in findings(dated, text) if f.rule.startswith("citation-")], text


@pytest.mark.parametrize(
    ("notice", "rule", "severity"),
    [("retracted", "citation-retracted", "error"), ("corrected", "citation-corrected", "suggestion"),
     ("expression of concern", "citation-concern", "warning")],
)  # fmt: skip
def test_notices_of_your_own_references(shipped: Library, notice: str, rule: str, severity: str) -> None:
    own = Reference("roe2019", "Drips for jet lag", ("Roe",), 2019, "J Drips", doi="10.1234/roe", notice=notice)
    library = replace(shipped, facts=replace(shipped.facts, references=References((*shipped.facts.references, own))))
    linter = Linter(library, today=TODAY)
    for text in ("Roe et al. (2019) gave drips for jet lag.", "Drips help with jet lag in a trial (doi:10.1234/ROE)."):
        assert [(f.rule, f.severity.label) for f in findings(linter, text)] == [(rule, severity)], text


def test_your_own_reference_counts_with_what_it_shows(shipped: Library) -> None:
    own = Reference(
        "roe2019", "Vitamin drips for migraine", ("Roe",), 2019, "J Drips", doi="10.1234/roe", n=20,
        design="Open label", shows="Fewer headaches at 4 weeks", does_not_show="no control; short",
    )  # fmt: skip
    library = replace(shipped, facts=replace(shipped.facts, references=References((*shipped.facts.references, own))))
    linter = Linter(library, today=TODAY)
    assert said(judged(linter, "In 20 people, drips eased migraine at four weeks (doi:10.1234/roe).")) == [
        "fits roe2019"
    ]
    assert said(judged(linter, "Drips give lifelong relief from migraine (doi:10.1234/roe).")) == ["beyond roe2019"]
    assert said(judged(linter, "In 900 people, drips eased migraine (doi:10.1234/roe).")) == ["mismatch roe2019"]


def test_no_reference_that_ships_has_an_identifier_kept_for_examples(shipped: Library) -> None:
    assert all(shipped.facts.references.by_identifier("doi", ref.doi) is None for ref in ONLY_IN_EXAMPLES)


@pytest.mark.parametrize(
    ("text", "looked_for"),
    [
        ("We open at nine. The visit takes an hour.", False),
        ("Book a drip.\n\n- Saline\n- Vitamin C\n\n[Prices](https://example.org/prices)", False),
        ("Research helps.", True),
        ("It helped\u00b9.", True),
        ("It helped.[4]", True),
        ("[It](https://pubmed.ncbi.nlm.nih.gov/24740528/) helped.", True),
    ],
)
def test_only_pages_with_words_of_evidence_are_looked_at(dated: Linter, text: str, looked_for: bool) -> None:
    page = dated.page(read("page.md", text.encode()))
    assert calls_on_evidence(page) == looked_for
    if not looked_for:
        assert not verdicts(page)


def test_the_day_decides_which_year_is_impossible(shipped: Library) -> None:
    text = "A 2030 study in JAMA Psychiatry found that ketamine works for jet lag."
    assert said(judged(Linter(shipped, today=date(2026, 1, 1)), text)) == ["impossible-year"]
    assert said(judged(Linter(shipped, today=date(2029, 1, 1)), text)) != ["impossible-year"]


@pytest.mark.parametrize(
    "text",
    [
        "A study of ketamine in the Journal of A B C D E in 2017 by Smith and Jones et al " * 500,
        "(Aaa and Bbb " * 3000 + " study 2017",
        "[1] " * 6000,
        "Long Capital Words Of Nothing " * 1500 + "study 2014",
    ],
    ids=["names", "parentheses", "notes", "capitals"],
)
def test_a_very_long_sentence_takes_no_time(dated: Linter, text: str) -> None:
    import time

    page = dated.page(read("page.md", text.encode()))
    start = time.process_time()
    verdicts(page)
    assert time.process_time() - start < 5


def test_the_schema_knows_outcomes() -> None:
    rule = pack_schema([])["properties"]["rules"]["items"]["properties"]
    assert "nearest" in rule["outcome"]["enum"]
    assert "citation" in rule["kind"]["enum"]


def test_an_unknown_outcome_is_told(make_pack, medlint) -> None:  # type: ignore[no-untyped-def]
    from conftest import pack_text, rule_text

    rule = rule_text().replace('    flag: "zap"\n', "    kind: citation\n    outcome: nearst\n")
    done = medlint("pack", "test", make_pack(pack_text(rule)))
    assert done.returncode == 2
    assert "nearst" in done.stderr
    assert "nearest" in done.stderr
