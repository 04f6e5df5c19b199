"""The table of approvals, the page made from it, and `medlint doctor`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import ROOT, Run

from medlint.evidence.approvals import GRANTED, Approval, read_approvals, spoken
from medlint.evidence.facts import read_facts
from medlint.packs.errors import Mistake
from medlint.packs.loader import shipped_folder
from medlint.packs.model import Library
from medlint.packs.yaml_source import load_text

ROW = {
    "treatment": "ketamine",
    "status": "approved",
    "use": "general anesthesia",
    "since": "1970",
    "jurisdiction": "us",
    "source": "https://example.org/label",
    "as_of": "2026-11",
    "verified": "yes",
    "recheck": "2027-11-30",
}


def table(*rows: dict[str, str]) -> str:
    return "approvals:\n" + "".join(
        "  - " + "\n    ".join(f"{key}: {value}" for key, value in row.items()) + "\n" for row in rows
    )


def read_table(shipped: Library, text: str) -> tuple[dict[str, tuple[Approval, ...]], list[Mistake]]:
    file, cursor = load_text(text, "approvals.yaml")
    assert cursor
    rows = cursor.fields(("approvals",), ("approvals",))["approvals"]
    return read_approvals(rows, shipped.facts.treatments), file.mistakes


def test_a_row_is_read(shipped: Library) -> None:
    found, mistakes = read_table(shipped, table(ROW))
    assert mistakes == []
    (row,) = found["ketamine"]
    assert (row.use, row.since, row.addresses) == ("general anesthesia", "1970", ("https://example.org/label",))
    assert row.words == shipped.facts.treatments["ketamine"].approved_words
    assert row.granted


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"source": None}, "“source” is missing"),
        ({"source": "[]"}, "needs the address where it was read"),
        ({"source": "a friend"}, "should be a web address"),
        ({"source": "ftp://example.org/x"}, "should be a web address"),
        ({"recheck": None}, "“recheck” is missing"),
        ({"verified": None}, "“verified” is missing"),
        ({"verified": "perhaps"}, "none of yes, partly, no"),
        ({"recheck": "2027-02-30"}, "should be a day"),
        ({"recheck": "2027-02"}, "should be a day"),
        ({"recheck": "2026-10-31"}, "lies before as_of"),
        ({"since": "March 2019"}, "should be a date"),
        ({"since": "2019-13"}, "should be a date"),
        ({"treatment": "ketamin"}, "did you mean “ketamine”"),
        ({"status": "aproved"}, "did you mean “approved”"),
        ({"jurisdiction": "mars"}, "none of us"),
        ({"sorce": "x"}, "unknown key “sorce”; did you mean “source”"),
    ],
)
def test_a_row_that_cannot_stand_is_refused_at_its_line(
    shipped: Library, change: dict[str, str | None], said: str
) -> None:
    row = {key: value for key, value in {**ROW, **change}.items() if value is not None}
    found, mistakes = read_table(shipped, table(ROW, row))
    assert len(found["ketamine"]) == 1, "the sound row is kept, the other left out"
    assert any(said in m.message for m in mistakes), [m.message for m in mistakes]
    assert all(m.line > len(ROW) for m in mistakes)


def test_a_row_given_twice_is_refused(shipped: Library) -> None:
    _, mistakes = read_table(shipped, table(ROW, ROW))
    assert ["given twice" in m.message for m in mistakes] == [True]


def test_what_ships_is_sound(shipped: Library) -> None:
    mistakes: list[Mistake] = []
    facts = read_facts(shipped_folder() / "facts", mistakes)
    assert mistakes == []
    rows = [row for own in facts.approvals.values() for row in own]
    assert len(rows) > 100
    assert all(row.words or row.status not in (*GRANTED, "not-approved") for row in rows)
    for id_, own in facts.approvals.items():
        none = any(row.status == "unapproved-product" for row in own)
        assert none != any(row.granted or row.status == "not-approved" for row in own), id_


def test_every_verified_treatment_with_an_address_has_a_row(shipped: Library) -> None:
    facts = shipped.facts
    needing = {t.id for t in facts.treatments.values() if t.needs_status and t.verified == "yes"}
    assert needing - set(facts.approvals) == {"nad"}, "the letter on NAD+ is known without its address"


@pytest.mark.parametrize(
    ("when", "said"),
    [("2019", "2019"), ("2019-03", "March 2019"), ("2019-03-05", "5 March 2019"), ("2019-12-31", "31 December 2019")],
)
def test_a_date_is_told_as_precisely_as_it_is_known(when: str, said: str) -> None:
    assert spoken(when) == said


def test_the_page_of_facts_is_what_the_facts_say(medlint: Run) -> None:
    done = medlint("facts", "docs", ROOT / "docs" / "facts.md", "--check")
    assert done.returncode == 0, done.stdout


def test_a_stale_page_of_facts_is_told_and_written_anew(medlint: Run, tmp_path: Path) -> None:
    page = tmp_path / "new" / "facts.md"
    assert medlint("facts", "docs", page, "--check").returncode == 1
    assert not page.exists()
    assert medlint("facts", "docs", page).returncode == 0
    assert medlint("facts", "docs", page, "--check").returncode == 0
    page.write_text(page.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    stale = medlint("facts", "docs", page, "--check")
    assert stale.returncode == 1
    assert "medlint facts docs" in stale.stdout
    assert [path.name for path in page.parent.iterdir()] == ["facts.md"]


def test_the_page_has_status_date_verified_and_address(shipped: Library) -> None:
    text = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
    for own in shipped.facts.approvals.values():
        for row in own:
            assert all(address in text for address in row.addresses)
    assert "| approved (FDA) | type 2 diabetes | 2017 | yes | 2026-11 | 2027-02-28 |" in text


def test_doctor_finds_all_well(medlint: Run) -> None:
    done = medlint("doctor", env=on(2026, 12, 1))
    assert done.returncode == 0, done.stdout
    assert "core 0.1.0" in done.stdout
    assert "130 approvals" in done.stdout
    assert "All is well." in done.stdout


def test_doctor_names_stale_facts(medlint: Run) -> None:
    done = medlint("doctor", env=on(2027, 2, 15))
    assert done.returncode == 1
    (problem,) = {line for line in done.stdout.splitlines() if "! psilocybin, unapproved-product" in line}
    assert "31 January 2027" in problem
    assert "ketamine, approved" not in done.stdout


def test_doctor_tells_of_a_broken_configuration_and_pack(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / ".medlint.yaml").write_text("packs: [none.yaml]\n")
    done = medlint("doctor")
    assert done.returncode == 1
    assert "there is no such pack" in done.stdout
    (tmp_path / ".medlint.yaml").write_text("pakcs: []\n")
    broken = medlint("doctor")
    assert broken.returncode == 1
    assert "pakcs" in broken.stdout
    assert medlint("doctor", "--isolated").returncode == 0


def test_doctor_names_the_cache(medlint: Run, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    assert f"{folder}: " in medlint("doctor", env={"MEDLINT_CACHE_DIR": str(folder)}).stdout


def on(year: int, month: int, day: int) -> dict[str, str]:
    """The environment of a run on a day."""
    return {"SOURCE_DATE_EPOCH": str(int(datetime(year, month, day, 12, tzinfo=UTC).timestamp()))}
