"""What the baseline lets stand, and for how long."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from changed import replace
from conftest import TODAY, Run, pack_text, rule_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.baseline import Applied, Baseline, BaselineError, Entry, read_baseline
from medlint.lint import Linter, Result
from medlint.packs.loader import read_packs
from medlint.readers import read

RULES = rule_text() + rule_text('"zip"', text="zip", id_="zip")
Lint = Callable[..., list[Result]]


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    path = tmp_path_factory.mktemp("pack") / "mine.yaml"
    path.write_text(pack_text(RULES))
    return Linter(read_packs([path]), today=TODAY)


@pytest.fixture
def lint(mine: Linter, tmp_path: Path) -> Lint:
    """Checks pages of a folder, given by name and text; they are written there too."""

    def run(**pages: str) -> list[Result]:
        results = []
        for name, text in pages.items():
            path = tmp_path / f"{name}.md"
            path.write_text(text)
            results.append(mine.check(read(str(path), text.encode())))
        return results

    return run


def everything(_: str) -> frozenset[str]:
    return frozenset(("zap", "zip"))


def taken(folder: Path, results: list[Result], **more: object) -> Baseline:
    return Baseline(folder / "b.json").with_findings(results, everything, **more)  # type: ignore[arg-type]


def apply(baseline: Baseline, results: list[Result], *, follow: bool = False) -> Applied:
    return baseline.apply(results, TODAY, everything, follow=follow)


def open_(applied: Applied) -> list[tuple[str, int]]:
    return [(f.rule, f.line) for r in applied.results for f in r.findings]


def test_what_was_there_stands_and_what_is_new_fails(lint: Lint, tmp_path: Path) -> None:
    baseline = taken(tmp_path, lint(a="Zap it.\n\nZip it."), reason="old site")
    again = apply(baseline, lint(a="# New title\n\nZap   **it**.\n\nA new line. Zap them all.\n\nZip it."))
    assert open_(again) == [("zap", 5)]
    assert [(s.finding.rule, s.by, s.reason) for s in again.results[0].suppressed] == [
        ("zap", "baseline", "old site"),
        ("zip", "baseline", "old site"),
    ]
    assert (again.stale, again.expired) == ([], [])


def test_a_second_one_like_it_is_new_and_one_of_two_gone_is_stale(lint: Lint, tmp_path: Path) -> None:
    one = taken(tmp_path, lint(a="Zap it."))
    assert open_(apply(one, lint(a="Zap it.\n\nZap it."))) == [("zap", 3)]
    two = taken(tmp_path, lint(a="Zap it.\n\nZap it."))
    gone = apply(two, lint(a="Zap it."))
    assert (open_(gone), [e.occurrence for e in gone.stale]) == ([], [1])


def test_a_changed_sentence_is_new(lint: Lint, tmp_path: Path) -> None:
    changed = apply(taken(tmp_path, lint(a="Zap it.")), lint(a="Zap it now."))
    assert open_(changed) == [("zap", 1)]
    assert [e.sentence for e in changed.stale] == ["Zap it."]


def test_a_sentence_that_the_model_reads_otherwise_beside_other_words_stays(lint: Lint, tmp_path: Path) -> None:
    (result,) = lint(a="Zap it.")

    def read_as(rule: str) -> list[Result]:
        return [replace(result, findings=[replace(f, rule=rule) for f in result.findings])]

    def all_ran(_: str) -> frozenset[str]:
        return frozenset(("reads-like-efficacy", "reads-like-testimonial", "zap"))

    baseline = Baseline(tmp_path / "b.json").with_findings(read_as("reads-like-efficacy"), all_ran, "old")
    again = baseline.apply(read_as("reads-like-testimonial"), TODAY, all_ran)
    assert (open_(again), again.stale) == ([], [])
    updated = baseline.with_findings(read_as("reads-like-testimonial"), all_ran)
    assert [(e.rule, e.reason) for e in updated.entries] == [("reads-like-testimonial", "old")]
    assert open_(baseline.apply(read_as("zap"), TODAY, all_ran)) == [("zap", 1)]


def test_a_paragraph_that_moves_within_the_file_stays(lint: Lint, tmp_path: Path) -> None:
    baseline = taken(tmp_path, lint(a="Zap it.\n\nOne.\n\nZip it."))
    assert open_(apply(baseline, lint(a="Zip it.\n\nTwo.\n\nOne.\n\nZap it."))) == []


def test_an_entry_ends_with_its_day(lint: Lint, tmp_path: Path) -> None:
    for until, is_open in ((TODAY, False), (TODAY - timedelta(days=1), True)):
        found = apply(taken(tmp_path, lint(a="Zap it."), until=until), lint(a="Zap it."))
        assert (bool(open_(found)), len(found.expired), found.stale) == (is_open, int(is_open), [])


def test_files_that_were_not_checked_are_not_stale_but_those_that_are_gone(lint: Lint, tmp_path: Path) -> None:
    baseline = taken(tmp_path, lint(a="Zap it.", b="Zip it.", c="Zip it."))
    (tmp_path / "c.md").unlink()
    applied = apply(baseline, lint(a="Fine."))
    assert [e.path for e in applied.stale] == ["a.md", "c.md"]


def test_rules_that_did_not_run_are_neither_stale_nor_lost(lint: Lint, tmp_path: Path) -> None:
    baseline = taken(tmp_path, lint(a="Zap it.\n\nZip it."))
    some = lint(a="Fine.")
    assert [e.rule for e in baseline.apply(some, TODAY, lambda _: {"zap"}).stale] == ["zap"]
    assert [e.rule for e in baseline.with_findings(some, lambda _: {"zap"}).entries] == ["zip"]


def test_a_moved_file_keeps_its_entries_if_asked(lint: Lint, tmp_path: Path) -> None:
    baseline = taken(tmp_path, lint(a="Zap it.\n\nZip it.\n\nZap them.", other="Zip it all."))
    (tmp_path / "a.md").unlink()
    moved = {"b": "Zap it.\n\nSomething new.\n\nZip it.\n\nZap us.", "other": "Zip it all."}
    assert len(open_(apply(baseline, lint(**moved)))) == 3
    followed = apply(baseline, lint(**moved), follow=True)
    assert (open_(followed), followed.moved) == ([("zap", 7)], {"a.md": "b.md"})
    assert [e.sentence for e in followed.stale] == ["Zap them."]
    assert {e.path for e in baseline.renamed(followed.moved).entries} == {"b.md", "other.md"}


def test_a_file_with_little_in_common_is_not_the_same_file(lint: Lint, tmp_path: Path) -> None:
    baseline = taken(tmp_path, lint(a="Zap it.\n\nZip it.\n\nZap them."))
    (tmp_path / "a.md").unlink()
    assert apply(baseline, lint(b="Zap it.\n\nOther."), follow=True).moved == {}


def test_reasons_are_kept_when_it_is_brought_up_to_date(lint: Lint, tmp_path: Path) -> None:
    old = taken(tmp_path, lint(a="Zap it."), reason="agreed", until=date(2027, 1, 1))
    new = old.with_findings(lint(a="Zap it.\n\nZip it."), everything, "later")
    assert [(e.rule, e.reason, e.until) for e in new.entries] == [
        ("zap", "agreed", date(2027, 1, 1)),
        ("zip", "later", None),
    ]


def test_what_is_missing_from_a_page_is_known_by_the_page(linter: Linter, tmp_path: Path) -> None:
    def check(text: str) -> list[Result]:
        return [linter.check(read(str(tmp_path / "a.md"), text.encode()))]

    page = "# Ketamine\n\nKetamine lifts depression within hours.\n"
    baseline = Baseline(tmp_path / "b.json").with_findings(check(page), lambda r: linter.wanted)
    assert any(e.page for e in baseline.entries)
    other = baseline.apply(check("# Ketamine\n\nKetamine ends depression for good.\n"), TODAY, lambda _: linter.wanted)
    assert not [f.rule for r in other.results for f in r.findings if f.is_page_level]


TEXTS = st.lists(
    st.sampled_from(["Zap it.", "Zip it.", "Zap, zip.", "We open at nine.", "Zap “ümlaut” 🙂 it."]), max_size=8
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=TEXTS, after=TEXTS)
def test_it_survives_the_file_and_lets_stand_what_was_there_and_no_more(
    before: list[str], after: list[str], mine: Linter, tmp_path: Path
) -> None:
    def check(texts: list[str]) -> list[Result]:
        (tmp_path / "a.md").write_text("x")
        return [mine.check(read(str(tmp_path / "a.md"), "\n\n".join(texts).encode()))]

    baseline = taken(tmp_path, check(before))
    baseline.write()
    again = read_baseline(baseline.path)
    assert {e.key: e for e in again.entries} == {e.key: e for e in baseline.entries}
    applied = apply(again, check(after))
    old, new = (sorted((f.rule, f.said) for r in check(t) for f in r.findings) for t in (before, after))
    told = sorted((f.rule, f.said) for r in applied.results for f in r.findings)
    for kind in {*old, *new}:
        assert told.count(kind) == max(0, new.count(kind) - old.count(kind))
    assert len(applied.stale) == len(old) - len(applied.used)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{\n<<<<<<< HEAD\n", "b.json:2: not valid JSON"),
        ("[]", "is no baseline of medlint"),
        ("{}", "is no baseline of medlint"),
        ('{"medlint-baseline": 9}', "is of version 9"),
        ('{"medlint-baseline": 1}', "“files” should be a table"),
        ('{"medlint-baseline": 1, "files": {"a.md": 3}}', "a.md should have a list of entries"),
        ('{"medlint-baseline": 1, "files": {"a.md": [{"rule": "x"}]}}', "a.md, entry 1: should have a “rule” and a"),
        (
            '{"medlint-baseline": 1, "files": {"a.md": [{"rule": "x", "sentence": "y", "untill": ""}]}}',
            "a.md, entry 1: unknown key “untill”",
        ),
        (
            '{"medlint-baseline": 1, "files": {"a.md": [{"rule": "x", "sentence": "y", "until": "May"}]}}',
            "until should be a day as year-month-day, not “May”",
        ),
        (
            '{"medlint-baseline": 1, "files": {"a.md": [{"rule": "x", "sentence": "y", "occurrence": -1}]}}',
            "occurrence a number from 0",
        ),
    ],
)
def test_a_broken_baseline_is_told_in_one_sentence(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(BaselineError) as error:
        read_baseline(tmp_path / "b.json")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_the_file_is_stable_and_has_an_entry_a_line(tmp_path: Path) -> None:
    entries = [
        Entry("zip", "b.md", "Zip “it”.", reason="why", until=date(2027, 1, 2)),
        Entry("zap", "b.md", "Zap.", page=True),
        Entry("zap", "a ü.md", "Zap.", occurrence=1),
    ]
    Baseline(tmp_path / "b.json", entries).write()
    assert (tmp_path / "b.json").read_text(encoding="utf-8") == (
        '{\n  "medlint-baseline": 1,\n  "files": {\n    "a ü.md": [\n'
        '      {"rule": "zap", "sentence": "Zap.", "occurrence": 1}\n    ],\n    "b.md": [\n'
        '      {"rule": "zap", "sentence": "Zap.", "page": true},\n'
        '      {"rule": "zip", "sentence": "Zip “it”.", "reason": "why", "until": "2027-01-02"}\n    ]\n  }\n}\n'
    )


def test_the_way_of_a_baseline(medlint: Run, tmp_path: Path) -> None:
    """An old site is taken on, and from then on only what is new fails."""
    site = tmp_path / "site"
    site.mkdir()
    for n in range(50):
        (site / f"p{n}.md").write_text(f"Zap {n}.\n\nZip {n}.\n\nZap and zip {n}.\n")
    (tmp_path / "mine.yaml").write_text(pack_text(RULES))
    (tmp_path / "medlint.toml").write_text('packs = ["mine.yaml"]\nselect = ["mine"]\n')
    done = medlint("baseline", "write", "site", "--reason", "before medlint")
    assert (done.returncode, done.stdout) == (
        0,
        f"{tmp_path}/.medlint-baseline.json: 200 findings in 50 files let stand.\n",
    )
    assert medlint("baseline", "write", "site").returncode == 2
    clean = medlint("site")
    assert (clean.returncode, clean.stdout) == (0, "Nothing risky found in 50 files checked (200 in the baseline).\n")
    (site / "new.md").write_text("Zap, zip.\n\nZip.\n")  # three new ones
    (site / "p0.md").write_text("Zap and zip 0.\n\nWords.\n\nZap 0.\n")  # one gone, one paragraph moved
    done = medlint("site", "--format", "json", cwd=site.parent)
    data = json.loads(done.stdout)
    assert (done.returncode, {f["path"] for f in data["findings"]}) == (1, {"site/new.md"})
    assert (data["summary"]["findings"], data["summary"]["baselined"]) == (3, 199)
    assert done.stderr == (
        "medlint: .medlint-baseline.json: 1 entry (site/p0.md: zip “Zip 0.”) is stale, as the findings are gone; "
        "`medlint baseline prune` takes them out\n"
    )
    assert medlint("baseline", "prune", "site").stdout.endswith("1 taken out; 199 findings let stand.\n")
    (site / "p1.md").rename(site / "q1.md")
    assert medlint("site", "--follow-renames", "--fail-on", "never").stderr.startswith(
        "medlint: .medlint-baseline.json: site/p1.md is now site/q1.md"
    )
    updated = medlint("baseline", "update", "site", "--follow-renames").stdout
    assert updated.endswith("3 added, 0 taken out, 4 moved; 202 findings let stand.\n")
    last = medlint("..", cwd=site)
    assert (last.returncode, last.stdout.endswith("; 202 in the baseline).\n")) == (0, True)
    assert medlint("baseline", "show").stdout.count("before medlint") == 199
