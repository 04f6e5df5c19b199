"""Telling health copy from what is none: that may praise itself as it likes."""

from __future__ import annotations

import json

import pytest
from conftest import Run

from medlint.lint import Linter
from medlint.readers import read

BOAST = "The best in town, guaranteed. Instant relief from boredom, proven and painless! "

OTHER = {
    "recipe": "Peel the beetroot and slice it thinly. Stir salt into the water until it is gone, then lay the fish in the "
    "brine and leave it overnight in the cold. Next day rinse it, pat it dry and slice it against the grain. Serve it "
    "with rye bread and a little mustard, and keep what is left for breakfast. ",
    "match report": "Rovers came from behind to win at Harbour Lane on Saturday. The home side led at half time after a "
    "free kick from the left, yet two goals in ten minutes turned the match and the crowd sang all the way to the "
    "station. The manager praised the bench and said that the table does not lie in March. ",
    "release notes": "Version 4.2 fixed a bug in the query parser and made the cache safe for several threads. Run the "
    "migration script before the upgrade, as the old configuration format is deprecated. Healing of broken replicas is "
    "automatic, a treatment group can be named in the API, and the health check no longer hangs on a dead node. ",
    "hotel": "Our rooms look over the bay, and breakfast is served until eleven. Guests may borrow bicycles for nothing, "
    "the train stops at the end of the lane, and the landlord knows every path on the hill. Bring boots, leave the car, "
    "and ask for the table by the window when you come back hungry in the evening. ",
}

CLINIC = {
    "treatments named": "Our ketamine infusions are given in a quiet room with a view of the garden. You sit in a chair, "
    "listen to music of your own and rest for as long as you like. Parking is behind the house, the bus stops at the "
    "corner, and there is tea. We open at nine and close at six, and on Thursdays we stay later for those who work. ",
    "a trade": "Dr Harlow and her nurses have looked after the families of this valley for twenty years. Patients like the "
    "old house, the quiet waiting room and the garden. We open at nine and close at six, on Thursdays at eight. Parking "
    "is behind the house, the bus stops at the corner, and there is always a pot of tea on the stove. ",
}


def long(text: str) -> str:
    return f"# {BOAST}\n\n{text}\n\n{BOAST}\n\n{text}\n"


@pytest.mark.parametrize("name", OTHER)
def test_nothing_is_looked_for_where_there_is_no_health_copy(linter: Linter, name: str) -> None:
    result = linter.check(read("page.md", long(OTHER[name]).encode()))
    assert not result.health_copy and result.findings == []


@pytest.mark.parametrize("name", CLINIC)
def test_a_clinic_is_known_by_what_it_names(linter: Linter, name: str) -> None:
    result = linter.check(read("page.md", long(CLINIC[name]).encode()))
    assert result.health_copy and len(result.findings) > 1


def test_a_short_text_is_always_looked_at(linter: Linter) -> None:
    assert linter.check(read("page.md", BOAST.encode())).health_copy


def test_a_given_treatment_makes_it_health_copy(shipped: object) -> None:
    linter = Linter(shipped, treatment="ketamine")  # type: ignore[arg-type]
    assert linter.check(read("page.md", long(OTHER["hotel"]).encode())).health_copy


def test_what_was_left_alone_is_told(medlint: Run) -> None:
    text = long(OTHER["recipe"]).encode()
    told = medlint("--isolated", "-", "--format", "json", stdin=text)
    assert json.loads(told.stdout)["files"]["not_health_copy"] == ["stdin.md"]
    assert "1 no health copy" in medlint("--isolated", "-", stdin=text).stdout
