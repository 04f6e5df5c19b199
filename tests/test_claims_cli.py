"""`medlint claims` and `medlint check --claims`, as a user runs them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from conftest import Run

TEXT = "Ketamine has minimal side effects."
HAND_WRITTEN = """\
# Ours, kept by Dana.
claims:
- id: first   # the oldest
  approved_by: "Dana"
  text: >-
    Relief comes
    within hours.
  jurisdictions:
  - us
  approved_on: 2026-01-01   # board of January

# Leave this comment where it is.
"""


def add(medlint: Run, file: str, *more: str, id_: str = "safe", text: str = TEXT) -> object:
    return medlint(
        "claims", "add", file, "--id", id_, "--text", text, "--approved-by", "Dana: Legal",
        "--approved-on", "2026-01-02", "--jurisdiction", "us", *more,
    )  # fmt: skip


def test_the_way_of_a_claim(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(f"# Ketamine\n\n{TEXT}\n")
    assert medlint("page.md", "--select", "safety").returncode == 1
    added = add(medlint, "claims.yaml", "--expires", "2026-12-01", "--footnote", "Results vary: “ask” us.")
    assert added.stdout == "added safe to claims.yaml (line 3)\n"

    without = medlint("page.md", "--claims", "claims.yaml", "--today", "2026-11-01")
    assert "cleared-claim-footnote" in without.stdout
    (tmp_path / "page.md").write_text(f'# Ketamine\n\n{TEXT}\n\n* Results vary: "ask" us.\n')
    done = medlint("page.md", "--claims", "claims.yaml", "--today", "2026-11-01", "--format", "json")
    data = json.loads(done.stdout)
    assert data["findings"] == []
    assert data["summary"]["cleared"] == 1
    assert data["cleared"] == [
        {
            "path": "page.md", "claims": ["safe"], "approved_by": "Dana: Legal", "approved_on": "2026-01-02",
            "expires": "2026-12-01", "quote": "Ketamine has minimal side effects", "line": 3, "column": 1,
            "end_line": 3, "end_column": 34, "passed": ["minimal-side-effects"],
        }
    ]  # fmt: skip
    (tmp_path / ".medlint.yaml").write_text("claims: claims.yaml\n")
    assert "(1 cleared claim used)" in medlint("page.md", "--today", "2026-11-01").stdout
    late = medlint("page.md", "--today", "2026-12-02")
    assert "expired on 2026-12-01" in late.stdout
    assert late.returncode == 1
    quiet = medlint("page.md", "--today", "2026-12-02", "--ignore", "clearance", "--ignore", "safety")
    assert quiet.returncode == 0

    assert "holds until 2026-12-01 (30 days left)" in medlint("claims", "list", "--today", "2026-11-01").stdout
    soon = medlint("claims", "check", "--today", "2026-11-01")
    assert soon.stdout == (
        f"{tmp_path}/claims.yaml:3: safe expires on 2026-12-01 (30 days left)\n1 cleared claim, 1 to look at\n"
    )
    assert soon.returncode == 1
    fine = medlint("claims", "check", "claims.yaml", "--today", "2026-10-01")
    assert (fine.stdout, fine.returncode) == ("1 cleared claim, nothing to look at\n", 0)


def test_the_rules_are_known(medlint: Run) -> None:
    listed = medlint("rules", "--family", "clearance", "--isolated").stdout
    for rule in ("close", "expired", "footnote", "elsewhere"):
        assert f"cleared-claim-{rule}" in listed
    assert "Only the exact words were cleared" in medlint("explain", "cleared-claim-close", "--isolated").stdout


def test_list_as_json(medlint: Run) -> None:
    add(medlint, "c.yaml", "--reference", "feder2014", "--note", "see minutes")
    (one,) = json.loads(medlint("claims", "list", "c.yaml", "--format", "json", "--today", "2026-01-01").stdout)[
        "claims"
    ]
    assert (one["id"], one["state"], one["references"], one["note"]) == ("safe", "lapsed", ["feder2014"], "see minutes")


def test_add_leaves_the_rest_as_it_is(medlint: Run, tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    for text in (
        HAND_WRITTEN,
        HAND_WRITTEN.replace("\n", "\r\n"),
        "\ufeff" + HAND_WRITTEN,
        HAND_WRITTEN.rstrip() + "\n",
    ):
        path.write_text(text, newline="", encoding="utf-8")
        path.chmod(0o640)
        done = add(medlint, "c.yaml", "--jurisdiction", "uk", text="It's “safe”: # for most\u00a0people.")
        assert done.returncode == 0, done.stderr
        after = path.read_bytes().decode()
        end = "\r\n" if "\r\n" in text else "\n"
        entry = end.join(
            [
                "- id: safe", "  text: 'It''s “safe”: # for most people.'", "  approved_by: 'Dana: Legal'",
                "  approved_on: 2026-01-02", "  jurisdictions: [us, uk]", "",
            ]
        )  # fmt: skip
        assert entry in after
        assert after.replace(entry, "") == text
        assert after.index(entry) < (after + "# Leave").index("# Leave")
        assert path.stat().st_mode & 0o777 == 0o640
        assert [p.name for p in tmp_path.iterdir()] == ["c.yaml"]


@pytest.mark.parametrize(
    "text",
    [
        "claims:\n",
        "claims:\n  # nothing yet\n",
        "claims:\n    - id: a\n      text: |\n        It works.\n\n      approved_by: D\n      approved_on: 2026-01-01\n      jurisdictions:\n        [us,\n         uk]",
        "claims:\n  - {id: a, text: It works., approved_by: D, approved_on: 2026-01-01, jurisdictions: us}\n",
        "claims:\n  - id: a\n    approved_by: D\n    approved_on: 2026-01-01\n    jurisdictions: us\n    text: |\n      It works.\n\n\n",
        "",
    ],
)
def test_add_in_all_kinds_of_files(medlint: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "c.yaml").write_text(text)
    done = add(medlint, "c.yaml")
    assert done.returncode == 0, done.stderr
    add(medlint, "c.yaml", id_="more", text="Another text.")
    ids = [c["id"] for c in json.loads(medlint("claims", "list", "c.yaml", "--format", "json").stdout)["claims"]]
    assert ids == (["a"] if "id: a" in text else []) + ["safe", "more"]
    kept = iter((tmp_path / "c.yaml").read_text().splitlines())
    assert all(line in kept for line in text.rstrip().splitlines())  # in their order


@pytest.mark.parametrize(
    ("text", "args", "told"),
    [
        (HAND_WRITTEN, ("--id", "first"), "the id “first” is given twice"),
        (HAND_WRITTEN, ("--text", "relief comes within HOURS"), "first (c.yaml:3) has the same text for the same jurisdiction"),
        (HAND_WRITTEN, ("--text", "…"), "holds no words"),
        (HAND_WRITTEN, ("--jurisdiction", "usa"), "did you mean “us”?"),
        (HAND_WRITTEN, ("--expires", "2025-01-01"), "lies before the day of the approval"),
        (HAND_WRITTEN, ("--expires", "soon"), "“soon” is no day"),
        ("claims: []\n", (), "“claims” is no list with a dash to each claim"),
        ("claim:\n", (), "unknown key “claim”; did you mean “claims”?"),
        (HAND_WRITTEN.replace("first ", "second, "), ("--id", ""), "“id” is missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_added_changes_nothing(
    medlint: Run, tmp_path: Path, text: str, args: tuple[str, ...], told: str
) -> None:
    (tmp_path / "c.yaml").write_text(text)
    done = add(medlint, "c.yaml", *args)
    assert done.returncode == 2
    assert told in done.stderr
    assert (tmp_path / "c.yaml").read_text() == text


def test_a_link_is_followed_and_a_folder_without_write_is_told(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "c.yaml").write_text(HAND_WRITTEN)
    (tmp_path / "c.yaml").symlink_to("real/c.yaml")
    add(medlint, "c.yaml")
    assert (tmp_path / "c.yaml").is_symlink()
    assert "id: safe" in (tmp_path / "real" / "c.yaml").read_text()
    assert add(medlint, "no/such/folder/c.yaml").returncode == 2
    if os.name != "nt":
        (tmp_path / "bad.yaml").write_bytes(b"claims:\n  - id: \xff\n")
        assert "cannot be read" in add(medlint, "bad.yaml").stderr


def test_check_tells_what_is_there_twice_and_what_is_close(medlint: Run) -> None:
    base = "In our audit, 64% of patients felt better after six sessions."
    add(medlint, "c.yaml", id_="a", text=base)
    add(medlint, "c.yaml", id_="b", text=base.replace("64", "84"))
    done = medlint("claims", "check", "c.yaml")
    assert "c.yaml:8: b is close to a (line 3), differs in: “84” for “64”" in done.stdout
    assert done.returncode == 1
    assert medlint("claims", "check").returncode == 2
    assert medlint("claims", "check", "none.yaml").returncode == 2


def test_files_that_cannot_be_used_end_the_run(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(TEXT)
    (tmp_path / "c.yaml").write_text("claims:\n  - id: a\n    txt: b\n")
    done = medlint("page.md", "--claims", "c.yaml")
    assert done.returncode == 2
    assert "the cleared claims cannot be used (5 mistakes)" in done.stderr
    assert "c.yaml:3:5: unknown key “txt”; did you mean “text”?" in done.stderr
    assert medlint("page.md", "--today", "tomorrow").returncode == 2


def test_a_footnote_in_a_shared_footer(medlint: Run, tmp_path: Path) -> None:
    add(medlint, "c.yaml", "--footnote", "Results vary.")
    (tmp_path / "Page.tsx").write_text(
        "import Footer from './Footer'\nexport default () => <main><p>Ketamine has <b>minimal</b> side effects.</p><Footer /></main>\n"
    )
    (tmp_path / "Footer.tsx").write_text("export default () => <footer><small>Results vary.</small></footer>\n")

    def told() -> list[str]:
        data = json.loads(medlint("Page.tsx", "--claims", "c.yaml", "--format", "json").stdout)
        return [f["rule"] for f in data["findings"]] + [c["claims"][0] for c in data["cleared"]]

    assert told() == ["safe"]
    (tmp_path / "Footer.tsx").write_text("export default () => <footer><small>Ask us.</small></footer>\n")
    assert "cleared-claim-footnote" in told()
