"""Identifiers of papers in a text: what is found, where, and what cannot be right."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.evidence.identifiers import KINDS, find_identifiers, resolve

FEDER = "10.1001/jamapsychiatry.2014.62"

GOOD = [
    ("doi:10.1001/jamapsychiatry.2014.62.", "doi", FEDER),
    ("(DOI: 10.1016/S0006-3223(99)00230-9)", "doi", "10.1016/s0006-3223(99)00230-9"),
    ("See https://doi.org/10.1001/JAMAPSYCHIATRY.2014.62, and more", "doi", FEDER),
    ("[1](https://dx.doi.org/10.1001/jamapsychiatry.2014.62)", "doi", FEDER),
    ("doi.org/10.1001/jamapsychiatry.2014.62", "doi", FEDER),
    ("JAMA Psychiatry 2014;71:681. 10.1001/jamapsychiatry.2014.62", "doi", FEDER),
    ("<10.1002/14651858.CD011612.pub3>", "doi", "10.1002/14651858.cd011612.pub3"),
    ("https://doi.org/10.1016%2FS2215-0366(17)30272-9", "doi", "10.1016/s2215-0366(17)30272-9"),
    ("https://psychiatryonline.org/doi/full/10.1176/appi.ajp.2020.20050596", "doi", "10.1176/appi.ajp.2020.20050596"),
    ("https://onlinelibrary.wiley.com/doi/10.1002/jts.21848/abstract", "doi", "10.1002/jts.21848"),
    ("https://www.frontiersin.org/articles/10.3389/fpsyt.2020.00001/full", "doi", "10.3389/fpsyt.2020.00001"),
    ("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001", "doi", "10.1371/journal.pone.0000001"),
    ("https://www.thelancet.com/journals/lanpsy/article/PIIS2215-0366(17)30272-9/fulltext", "doi", "10.1016/s2215-0366(17)30272-9"),
    ("https://www.nature.com/articles/s41380-018-0256-5", "doi", "10.1038/s41380-018-0256-5"),
    ("https://www.nature.com/articles/npp2017194.pdf", "doi", "10.1038/npp.2017.194"),
    ("PMID: 24740528", "pmid", "24740528"),
    ("PubMed ID 24740528;", "pmid", "24740528"),
    ("https://pubmed.ncbi.nlm.nih.gov/24740528/", "pmid", "24740528"),
    ("http://www.ncbi.nlm.nih.gov/pubmed/10686270?dopt=Abstract", "pmid", "10686270"),
    ("http://ncbi.nlm.nih.gov/pubmed?term=22784486", "pmid", "22784486"),
    ("https://europepmc.org/article/MED/24740528", "pmid", "24740528"),
    ("PMCID: PMC10979792", "pmcid", "PMC10979792"),
    ("PMCID 10979792", "pmcid", "PMC10979792"),
    ("in PMC10979792 it says", "pmcid", "PMC10979792"),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC10979792/", "pmcid", "PMC10979792"),
    ("https://pmc.ncbi.nlm.nih.gov/articles/PMC6005380/table/T2", "pmcid", "PMC6005380"),
    ("ClinicalTrials.gov (NCT01234567)", "nct", "NCT01234567"),
    ("nct 01234567", "nct", "NCT01234567"),
    ("https://clinicaltrials.gov/ct2/show/NCT01234567?term=x", "nct", "NCT01234567"),
    ("https://jamanetwork.com/journals/jama/article-abstract/1889135", "url", "https://jamanetwork.com/journals/jama/article-abstract/1889135"),
    ("https://pubmed.ncbi.nlm.nih.gov/?term=ketamine", "url", "https://pubmed.ncbi.nlm.nih.gov/?term=ketamine"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "value"), GOOD)
def test_found(text: str, kind: str, value: str) -> None:
    (one,) = find_identifiers(text)
    assert (one.kind, one.value, one.problem) == (kind, value, "")


BAD = [
    ("doi: 10.1176", "doi", "nothing after its prefix"),
    ("doi: 10.1176/", "doi", "nothing after its prefix"),
    ("DOI 11.1176/appi.ajp.2020", "doi", "begins with “10.”"),
    ("doi:10.12/abc", "doi", "four to nine digits"),
    ("doi:10.1176/appi.ajp.2017…", "doi", "cut short"),
    ("10.1176/appi.ajp...", "doi", "cut short"),
    ("doi: 10.xxxx/xxxxx", "doi", "placeholder"),
    ("https://doi.org/", "doi", "no DOI"),
    ("https://doi.org/abc", "doi", "begins with “10.”"),
    ("PMID: 123456789", "pmid", "at most eight digits"),
    ("PMID: 12a45", "pmid", "digits alone"),
    ("PMID: 01234567", "pmid", "begin with 0"),
    ("PMCID: PMC", "pmcid", "has digits after"),
    ("PMC12a4567", "pmcid", "digits alone after"),
    ("PMC123456789", "pmcid", "at most eight digits"),
    ("NCT0123456", "nct", "eight digits, not 7"),
    ("NCT012345678", "nct", "eight digits, not 9"),
    ("NCTO1234567", "nct", "digits alone after"),
    ("https://clinicaltrials.gov/study/NCT0123", "nct", "eight digits, not 4"),
    ("https://pubmed.ncbi.nlm.nih.gov/2474x528/", "pmid", "digits alone"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "problem"), BAD)
def test_cannot_be_right(text: str, kind: str, problem: str) -> None:
    (one,) = find_identifiers(text)
    assert one.kind == kind
    assert problem in one.problem


@pytest.mark.parametrize(
    "text",
    [
        "a dose of 10.5 mg/kg", "the PMC team", "PubMed lists 1200 studies", "PubMed 2019", "PMC Hospital, floor 12", "Ask about DOI and PMID.",
        "version 10.1/3", "call 10.123.45.67", "NCTs are numbers", "PMC 4", "the NCT register", "",
    ],
)  # fmt: skip
def test_nothing_found(text: str) -> None:
    assert find_identifiers(text) == []


def test_several_in_their_order_and_at_their_places() -> None:
    text = "A (PMID: 24740528, https://doi.org/10.1001/x.1) and NCT01234567."
    found = find_identifiers(text)
    assert [text[one.start : one.end] for one in found] == [
        "PMID: 24740528",
        "https://doi.org/10.1001/x.1",
        "NCT01234567",
    ]


def test_a_link_is_told_once() -> None:
    assert [one.kind for one in find_identifiers("https://pmc.ncbi.nlm.nih.gov/articles/PMC10979792")] == ["pmcid"]
    assert resolve(" https://pubmed.ncbi.nlm.nih.gov/1/ ").value == "1"


@given(st.text(alphabet="10.5/PMIDCNTdoi:htps w(),…é\n", max_size=60))
def test_whatever_the_text_places_lie_in_it_and_do_not_overlap(text: str) -> None:
    found = find_identifiers(text)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.kind in KINDS
    for one, other in pairwise(found):
        assert one.end <= other.start


@pytest.mark.parametrize(
    "text", ["http://[", "https://doi.org/%", "https://x.org:99999999/10.1234/a", "http://[::1/PMC123456"]
)
def test_broken_addresses_do_no_harm(text: str) -> None:
    find_identifiers(text)


@pytest.mark.parametrize("part", [")", "/pdf", "10.1234/", "PMC", "www.", "....", "(", "%28"])
def test_long_addresses_take_no_time(part: str) -> None:
    before = time.monotonic()
    find_identifiers("https://example.org/10.1234/a" + part * 20_000)
    assert time.monotonic() - before < 2
