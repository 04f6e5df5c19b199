"""The reference library: what ships, what is read from files, what is near, and what the lock lays over it."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest
from changed import replace

from medlint import files
from medlint.evidence.bibtex import write_bibtex
from medlint.evidence.csl import write_csl
from medlint.evidence.facts import read_facts
from medlint.evidence.lock import Lock, Record, misfits, overlay, read_lock, write_lock
from medlint.evidence.references import Reference, ReferenceError_, References, read_references, shipped_references
from medlint.evidence.studies import read_studies
from medlint.packs.errors import Mistake
from medlint.packs.loader import shipped_folder
from medlint.packs.model import Library
from medlint.packs.yaml_source import load_text

STUDY = """\
studies:
  - id: smith2020
    title: A trial
    authors: [van Smith AB, Jones C]
    year: 2020
    journal: J Example
    doi: 10.1234/Example.1
    doi_verified: yes
    pmid: 12345678
    pmid_verified: no
    url: https://doi.org/10.1234/example.1
    design: Randomised trial
    n: 12
    condition: PTSD
    conditions: [ptsd]
    as_of: 2026-11
    verified: partly
    seen_at:
      - https://example.org/paper
"""


def read_study(text: str) -> tuple[References, list[str]]:
    file, cursor = load_text(text, "facts/studies.yaml")
    assert cursor
    found = read_studies(cursor.fields(("studies",))["studies"], ["ptsd", "ocd"])
    return found, [str(mistake) for mistake in file.mistakes]


# What ships


def test_every_shipped_study_has_an_address_and_says_what_was_verified(shipped: Library) -> None:
    studies = shipped.facts.references
    assert len(studies) == 37
    for study in studies:
        assert study.seen_at
        assert study.url.startswith("https://")
        assert study.verified in ("yes", "partly")
        assert study.title and study.authors and study.year and study.journal and study.design
        assert study.doi == study.doi.lower()
        assert set(study.conditions) <= set(shipped.facts.conditions)
        # What is wholly verified has no DOI and no PMID that rests on memory.
        assert not (study.verified == "yes" and {"doi", "pmid"} & set(study.unverified)), study.id


def test_what_rests_on_memory_is_shown_as_such() -> None:
    feder = shipped_references().by_id("feder2014")
    assert feder is not None
    assert (feder.verified, feder.unverified) == ("partly", ("doi",))
    assert (feder.authors, feder.given, feder.more_authors, feder.n) == (("Feder",), ("A",), True, 41)


def test_the_shipped_studies_hold_no_identifier_twice() -> None:
    for kind in ("doi", "pmid"):
        held = [ref.identifier(kind) for ref in shipped_references() if ref.identifier(kind)]
        assert len(held) == len(set(held))


def test_a_row_is_read() -> None:
    found, mistakes = read_study(STUDY)
    (study,) = found
    assert mistakes == []
    assert (study.authors, study.given) == (("van Smith", "Jones"), ("AB", "C"))
    assert (study.doi, study.unverified, study.origin) == ("10.1234/example.1", ("pmid",), "shipped")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    seen_at:\n      - https://example.org/paper\n", "", "studies.yaml:2:5: “seen_at” is missing"),
        ("      - https://example.org/paper", "      - a book", "studies.yaml:19:9: should be an address"),
        (
            "    seen_at:\n      - https://example.org/paper\n",
            "    seen_at: []\n",
            "needs an address at which it was read",
        ),
        ("    url: https://doi.org/10.1234/example.1\n", "", "“url” is missing"),
        ("10.1234/Example.1", "10.1234", "“10.1234” cannot be right: the DOI has nothing after its prefix"),
        ("pmid: 12345678", "pmid: 1234567890", "cannot be right: a PMID has at most eight digits"),
        ("[ptsd]", "[ptds]", "unknown condition “ptds”; did you mean “ptsd”?"),
        ("verified: partly", "verified: perhaps", "“perhaps” is none of yes, partly, no"),
        ("design: R", "desing: R", "unknown key “desing”; did you mean “design”?"),
        ("year: 2020", "year: soon", "should be a whole number"),
    ],
)
def test_a_row_that_is_refused(old: str, new: str, message: str) -> None:
    assert old in STUDY
    _, mistakes = read_study(STUDY.replace(old, new))
    assert any(message in mistake for mistake in mistakes), mistakes


def test_an_id_twice_is_refused() -> None:
    _, mistakes = read_study(STUDY + STUDY.removeprefix("studies:\n"))
    assert "the id “smith2020” is given twice" in mistakes[0]


def test_facts_name_the_file_of_a_bad_study(tmp_path: Path) -> None:
    for path in (shipped_folder() / "facts").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace("year: 2014", "year: x", 1), encoding="utf-8")
    mistakes: list[Mistake] = []
    read_facts(tmp_path, mistakes)
    assert [(m.path, m.message) for m in mistakes] == [("facts/studies.yaml", "should be a whole number")]


# Looking up


def test_by_identifier_takes_any_form() -> None:
    found = shipped_references()
    for kind, value in (
        ("doi", "10.1001/jamapsychiatry.2014.62"), ("doi", "https://doi.org/10.1001/JAMAPsychiatry.2014.62"),
        ("doi", "doi:10.1001/jamapsychiatry.2014.62"), ("pmid", "24740528"), ("pmid", "PMID 24740528"),
    ):  # fmt: skip
        ref = found.by_identifier(kind, value)
        assert ref is not None and ref.id == "feder2014"
    for kind, value in (
        ("doi", "10.1001/none"),
        ("pmid", "1"),
        ("pmcid", ""),
        ("nct", "NCT"),
        ("url", "x"),
        ("id", "feder2014"),
    ):
        assert found.by_identifier(kind, value) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("AJP", "Am J Psychiatry"), ("Am J Psychiatry", "American Journal of Psychiatry"), ("The Lancet Psychiatry", "Lancet Psychiatry"),
        ("American Journal of Psychiatry", "The American Journal of Psychiatry"), ("N Engl J Med", "New England Journal of Medicine"),
        ("NEJM", "New England Journal of Medicine"), ("Am. J. Psychiatry", "am j psychiatry"), ("Depression & Anxiety", "Depression and Anxiety"),
        ("J Trauma Stress", "Journal of Traumatic Stress"), ("Amercian Journal of Psychiatry", "Am J Psychiatry"),
        ("Neuropsychopharmacology", "Neuropsychopharmacology : official publication of a college"),
        ("J Psychopharmacol", "Journal of psychopharmacology (Oxford, England)"), ("Lancet Psychiatry", "The Lancet. Psychiatry"),
    ],
)  # fmt: skip
def test_the_same_journal(a: str, b: str) -> None:
    assert References.same_journal(a, b)
    assert References.same_journal(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("JAMA", "JAMA Psychiatry"), ("Am J Psychiatry", "American Journal of Psychotherapy"), ("J Clin Psychiatry", "J Clin Psychology"),
        ("AJP", "Br J Psychiatry"), ("Biol Psychiatry", "Mol Psychiatry"), ("", ""), ("", "JAMA"), ("Lancet", "Lancet Psychiatry"),
        ("Journal of Psychiatry", "Am J Psychiatry"),
    ],
)  # fmt: skip
def test_other_journals(a: str, b: str) -> None:
    assert not References.same_journal(a, b)
    assert not References.same_journal(b, a)


@pytest.mark.parametrize(
    ("asked", "best"),
    [
        ({"journal": "American Journal of Psychiatry", "year": 2017, "condition": "ptsd"}, "feder2014"),
        (
            {"journal": "AJP", "year": 2016, "condition": "PTSD", "text": "one infusion of ketamine at 24 h"},
            "feder2014",
        ),
        ({"journal": "Am J Psychiatry", "year": 2021, "condition": "ptsd"}, "feder2021"),
        (
            {
                "journal": "Journal of Clinical Psychiatry",
                "year": 2020,
                "condition": "anxiety",
                "design": "meta-analysis",
            },
            "whittaker2021",
        ),
        ({"author": "Murough", "year": 2013}, "murrough2013"),
        ({"author": "DiStefano"}, "crane2023"),
        ({"journal": "NEJM", "year": 2023, "text": "ECT"}, "anand2023"),
        ({"condition": "treatment-resistant-depression", "text": "esketamine relapse prevention"}, "daly2019"),
    ],
)
def test_the_nearest(asked: dict[str, str], best: str) -> None:
    found = shipped_references().nearest(**asked)  # type: ignore[arg-type]
    assert found[0][0].id == best
    assert len(found) <= 3
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert all(0 < score <= 1 for _, score in found)


def test_nothing_near() -> None:
    found = shipped_references()
    assert found.nearest(journal="Acta Astronomica") == []
    assert found.nearest(author="Qvortrup") == []
    assert found.nearest() == []
    assert len(found.nearest(condition="ptsd", limit=1)) == 1


def test_a_later_paper_is_further_off_than_an_earlier_one() -> None:
    before = Reference("a", authors=("Roe",), year=2014, condition="PTSD")
    after = Reference("b", authors=("Roe",), year=2020, condition="PTSD")
    found = References((after, before)).nearest(author="Roe", year=2017)
    assert [ref.id for ref, _ in found] == ["a", "b"]


def test_the_users_reference_is_joined_with_the_shipped_one() -> None:
    own = Reference(
        "my-feder",
        title="Own title",
        doi="10.1001/jamapsychiatry.2014.62",
        pmcid="PMC1234567",
        unverified=("doi", "pmcid"),
        origin="refs.json",
    )
    other = Reference("roe", title="Other", pmid="1")
    wrong = Reference("slip", pmid="24740528", year=1999)
    merged = shipped_references().merged([own, other, wrong])
    assert len(merged) == 39  # one joined, one new, one of another year
    feder = merged.by_identifier("doi", own.doi)
    assert feder is not None
    assert (feder.id, feder.title, feder.origin, feder.n, feder.pmid) == (
        "my-feder",
        "Own title",
        "refs.json",
        41,
        "24740528",
    )
    assert feder.does_not_show and feder.unverified == ("doi", "pmcid")


# Files


CSL = """[
  {"id": "roe2019", "type": "article-journal", "title": "A <i>trial</i>", "author": [{"family": "Roe", "given": "J."},
   {"non-dropping-particle": "van", "family": "Dam"}, {"literal": "The Group"}, {"literal": "others"}],
   "issued": {"date-parts": [["2019", 3]]}, "container-title": "J Ex", "DOI": "https://doi.org/10.1234/ABC",
   "note": "PMID: 111\\nPMCID: PMC22222\\nNCT01234567"},
  {"id": "x", "title": "T", "issued": {"raw": "March 2018"}, "URL": "https://pubmed.ncbi.nlm.nih.gov/333/"}
]"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_csl_is_read(tmp_path: Path) -> None:
    roe, other = read_references(write(tmp_path / "refs.json", CSL))
    assert (roe.id, roe.title, roe.year, roe.journal, roe.doi) == ("roe2019", "A trial", 2019, "J Ex", "10.1234/abc")
    assert (roe.authors, roe.more_authors) == (("Roe", "van Dam", "The Group"), True)
    assert (roe.pmid, roe.pmcid, roe.nct) == ("111", "PMC22222", "NCT01234567")
    assert roe.origin == str(tmp_path / "refs.json")
    assert (other.year, other.pmid, other.verified) == (2018, "333", "no")


BIB = r"""
@string{ajp = "Am J Psychiatry"}
@comment{nothing}
@Article{roe2019,
  Author = {Roe, Jane and van Dam, B. and {The Group} and others},
  title = {A {Trial} of r\"oentgen \& more}, journal = ajp, year = 2019, DOI = {https://doi.org/10.1234/ab\_c},
  pmid = {111}, pages = {1--9}, note = {NCT01234567}, url = {https://example.org/a%20b}
}
@online{two, title = "T", date = {2015-03-01}, eprint = {333}, eprinttype = {pubmed}}
"""


def test_bibtex_is_read(tmp_path: Path) -> None:
    roe, two = read_references(write(tmp_path / "refs.bib", BIB))
    assert (roe.authors, roe.given, roe.more_authors) == (("Roe", "van Dam", "The Group"), ("Jane", "B.", ""), True)
    assert (roe.title, roe.journal, roe.year) == ("A Trial of röentgen & more", "Am J Psychiatry", 2019)
    assert (roe.doi, roe.pmid, roe.nct, roe.pages) == ("10.1234/ab_c", "111", "NCT01234567", "1-9")
    assert roe.url == "https://example.org/a%20b"
    assert (two.title, two.year, two.pmid) == ("T", 2015, "333")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("r.json", "[{", "r.json:1:3: not valid JSON"),
        ("r.json", "", "not valid JSON"),
        ("r.json", "{}", "should be a list of items"),
        ("r.json", "[3]", "entry 1: should be an item"),
        ("r.json", '[{"id": "a"}]', "entry 1 (“a”): has neither a title nor a DOI"),
        ("r.json", '[{"id": "a", "DOI": "11.2/x"}]', "entry 1 (“a”): the DOI “11.2/x” cannot be right: a DOI begins with “10.”"),
        ("r.json", '[{"id": "a", "DOI": "10.1234"}]', "the DOI “10.1234” cannot be right"),
        ("r.json", '[{"id": "a", "PMID": "123456789"}]', "at most eight digits"),
        ("r.json", '[{"id": "a", "PMID": "see note"}]', "it is no PMID"),
        ("r.json", '[{"title": "t", "author": "Roe"}]', "“author” should be a list of names"),
        ("r.json", '[{"title": "t", "issued": {"raw": "soon"}}]', "“issued” holds no year"),
        ("r.json", '[{"title": "t", "custom": {"medlint": {"notice": "bad"}}}]', "the notice “bad” is none of"),
        ("r.bib", "@article{a, title={x}, title={y}}", "r.bib:1: gives “title” twice"),
        ("r.bib", "@article{a, title={x}}\n@article{a, title={y}}", "r.bib:2: the key “a” is given twice"),
        ("r.bib", "@article{a, title = {x\n", "r.bib:1: is not valid BibTeX"),
        ("r.bib", "@article{a, title={x}}\n\n@misc{b, doi={10.1}}", "r.bib:3: entry “b”: the DOI “10.1” cannot be right"),
        ("r.bib", "just words", "holds no entries"),
        ("r.ris", "TY  - JOUR", "is neither CSL-JSON (.json) nor BibTeX (.bib)"),
    ],
)  # fmt: skip
def test_a_file_that_is_refused(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(ReferenceError_) as error:
        read_references(write(tmp_path / name, text))
    assert message in str(error.value)
    assert name in str(error.value)
    assert "\n" not in str(error.value)


def test_every_mistake_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ReferenceError_) as error:
        read_references(
            write(tmp_path / "r.json", '[{"id": "a"}, {"id": "b", "title": "fine"}, {"id": "c", "DOI": "x"}]')
        )
    assert len(str(error.value).splitlines()) == 2


@pytest.mark.parametrize("name", ["none.json", "none.bib"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReferenceError_, match=r"none\.\w+: cannot be read: No such file"):
        read_references(tmp_path / name)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    for name in ("a.json", "a.bib"):
        (tmp_path / name).write_bytes(b"\xff\xfe\x00[")
        with pytest.raises(ReferenceError_):
            read_references(tmp_path / name)


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    odd = Reference(
        "odd",
        "Costs & 50% of {x}_y #1",
        ("O'Brien", "The Group"),
        2001,
        "J & K",
        nct="NCT01234567",
        given=("A", ""),
        unverified=("nct",),
    )
    whole = [*shipped_references(), odd]
    lost = {
        "csl": {"origin", "seen_at"},
        "bib": {
            "origin",
            "seen_at",
            "design",
            "n",
            "condition",
            "conditions",
            "shows",
            "does_not_show",
            "as_of",
            "verified",
            "unverified",
        },
    }
    again = read_references(write(tmp_path / "a.json", write_csl(whole)))
    other = read_references(write(tmp_path / "a.bib", write_bibtex(whole)))
    assert len(again) == len(other) == len(whole)
    for was, csl, bib in zip(whole, again, other, strict=True):
        for f in fields(Reference):
            if f.name not in lost["csl"]:
                assert getattr(csl, f.name) == getattr(was, f.name), (was.id, f.name)
            if f.name not in lost["bib"]:
                assert getattr(bib, f.name) == getattr(was, f.name), (was.id, f.name)


# The lock

ROE = Reference(
    "roe", "A trial of rest", ("Roe",), 2019, "Am J Psychiatry", doi="10.1/a", pmid="11", unverified=("doi", "pmid")
)
FOUND = Record(
    "doi",
    "10.1/a",
    "Crossref",
    "2026-11-30",
    title="A Trial of Rest: a Study",
    authors=("Roe", "Doe"),
    year=2019,
    journal="American Journal of Psychiatry",
)


def locked(*records: Record) -> Lock:
    lock = Lock()
    for record in records:
        lock.add(record)
    return lock


@pytest.mark.parametrize(
    ("records", "notice"),
    [
        ([FOUND], ""),
        ([replace(FOUND, notice="corrected")], "corrected"),
        ([replace(FOUND, notice="retracted", title="RETRACTED: A trial of rest")], "retracted"),
        (
            [replace(FOUND, notice="corrected"), replace(FOUND, kind="pmid", value="11", notice="retracted")],
            "retracted",
        ),
        ([replace(FOUND, kind="pmid", value="11", notice="expression of concern")], "expression of concern"),
        ([replace(FOUND, notice="retracted", title="Something else wholly", year=1990)], ""),  # of another paper
        ([replace(FOUND, value="10.1/other", notice="retracted")], ""),
    ],
)
def test_the_lock_sets_the_notice(records: list[Record], notice: str) -> None:
    (ref,) = overlay(References((ROE,)), locked(*records))
    assert ref.notice == notice


def test_the_lock_verifies_and_fills_in() -> None:
    (ref,) = overlay(References((ROE,)), locked(FOUND))
    assert ref.unverified == ("pmid",)
    assert ref.title == ROE.title
    bare = Reference("x", doi="10.1/a", unverified=("doi",))
    (ref,) = overlay(References((bare,)), locked(FOUND))
    assert (ref.title, ref.authors, ref.year, ref.journal) == (FOUND.title, ("Roe", "Doe"), 2019, FOUND.journal)
    missing = Record("doi", "10.1/a", "Crossref", "2026-11-30", "not found")
    assert list(overlay(References((ROE,)), locked(missing))) == [ROE]


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        ({}, None),
        ({"year": 2020}, None),
        ({"year": 2023}, "the year there is 2023, here 2019"),
        ({"title": "On the habits of bees"}, "the title there is “On the habits of bees”"),
        ({"journal": "Mol Psychiatry"}, "the journal there is “Mol Psychiatry”"),
        ({"authors": ("Quill",)}, "the first author there is Quill, here Roe"),
        ({"pmid": "12"}, "the PMID there is 12, here 11"),
        ({"notice_of": "retraction of 10.1/b"}, "it is itself a notice"),
        ({"title": "", "authors": (), "year": None, "journal": ""}, None),
    ],
)
def test_what_does_not_fit(change: dict[str, object], clause: str | None) -> None:
    wrong = misfits(ROE, replace(FOUND, **change))  # type: ignore[arg-type]
    assert (wrong == []) if clause is None else any(clause in part for part in wrong)


def test_the_registration_of_a_trial_is_not_compared_with_its_paper() -> None:
    assert misfits(ROE, Record("nct", "NCT01234567", "ClinicalTrials.gov", "2026-11-30", title="Rest", year=2012)) == []


def test_the_lock_is_sorted_and_reads_the_same(tmp_path: Path) -> None:
    lock = locked(FOUND, Record("doi", "10.0/a:b", "Crossref", "2026-11-30", "not found"))
    path = tmp_path / "l.json"
    write_lock(path, lock)
    assert read_lock(path).records == lock.records
    assert list(json.loads(path.read_text())["records"]) == ["doi:10.0/a:b", "doi:10.1/a"]
    assert read_lock(tmp_path / "none.json").records == {}


def test_a_crash_while_writing_leaves_the_old_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l.json"
    write_lock(path, locked(FOUND))
    old = path.read_bytes()

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    for owner, name in ((files.os, "fsync"), (Path, "replace")):
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, crash)
            with pytest.raises(KeyboardInterrupt):
                write_lock(path, Lock())
    assert path.read_bytes() == old
    assert [p.name for p in tmp_path.iterdir()] == ["l.json"]


@pytest.mark.parametrize(
    "text",
    [
        "{", "[]", '{"version": 2, "records": {}}', '{"version": 1}', '{"version": 1, "records": {"doi:x": 3}}',
        '{"version": 1, "records": {"doi:x": {"surprise": 1}}}', '{"version": 1, "records": {"isbn:x": {"service": "a", "checked": "b"}}}',
        '{"version": 1, "records": {"doi:x": {"service": "a", "checked": 5}}}', '{"version": 1, "records": {"doi:x": {"year": "2019"}}}',
    ],
)  # fmt: skip
def test_a_spoilt_lock_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(ReferenceError_, match="delete it and run: medlint cite verify --online"):
        read_lock(write(tmp_path / "l.json", text))
