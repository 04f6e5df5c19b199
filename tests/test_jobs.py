"""Several processes tell the same as one, in the same order, and end as cleanly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from medlint import work
from medlint.cli import main, progress
from medlint.cli.progress import counted
from medlint.work import processors

Told = dict[str, dict[str, Any]]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and forking as on Linux")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What came of each run of `runs_with_workers`."""
    folder = tmp_path_factory.mktemp("many")
    script = ROOT / "tests" / "runs_with_workers.py"
    done = subprocess.run([sys.executable, str(script), str(folder)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    runs: Told = json.loads(done.stdout)
    return runs


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one[part] == other[part] for part in ("status", "out", "err"))


def test_the_site_has_all_there_is_to_tell(told: Told) -> None:
    one = told["one"]
    data = json.loads(one["out"])
    assert one["status"] == 2
    assert one["workers"] == []
    assert [Path(u["path"]).name for u in data["files"]["unreadable"]] == ["p11.md", "p12.md"]
    assert len(data["files"]["checked"]) == 42
    assert {f["rule"] for f in data["findings"]} == {"zap", "trust"}
    assert data["suppressed"]


@pytest.mark.parametrize(
    ("name", "count"), [("jobs 2", 2), ("jobs 3", 3), ("jobs 9", 9), ("cold", 3), ("spawned", None)]
)
def test_several_processes_tell_the_same(told: Told, name: str, count: int | None) -> None:
    expected = told["some changed, one"] if name == "spawned" else told["one"]
    assert same(told[name], expected)
    assert told[name]["workers"] == [count or 2]


def test_few_pages_need_no_workers(told: Told) -> None:
    assert told["auto"]["workers"] == []


def test_only_what_has_changed_is_given_to_workers(told: Told) -> None:
    assert same(told["some changed"], told["some changed, one"])
    assert same(told["warm"], told["some changed, one"])
    assert told["warm"]["workers"] == []  # the page that cannot be parsed is alone


def test_standard_input_comes_first(told: Told) -> None:
    assert same(told["stdin, one"], told["stdin, jobs"])
    assert json.loads(told["stdin, jobs"]["out"])["files"]["checked"][0] == "stdin.md"


def test_a_record_is_told_of_what_workers_have_read(told: Told) -> None:
    one, several = told["read by 1"]["files"], told["read by 3"]["files"]
    assert one == several
    assert sum(path.endswith("layout.tsx") for path, _ in one) == 2  # as a page, and as what pages take in


def test_a_rule_that_is_stopped_runs_on_no_later_page(told: Told) -> None:
    one, several = told["rule stopped, 1"], told["rule stopped, 3"]
    assert same(one, several)
    assert several["workers"] == [3]
    assert one["err"].count("rule trust: a pattern took longer") == 1
    assert not any(f["rule"] == "trust" and f["path"] > "site/p21" for f in json.loads(one["out"])["findings"])


def test_a_fault_is_told_as_by_one_process(told: Told) -> None:
    assert same(told["fault, 1"], told["fault, 3"])
    assert told["fault, 1"]["status"] == 3
    assert "LookupError: a fault at p20" in told["fault, 1"]["err"]
    assert same(told["fault in the worker alone"], told["some changed, one"])


def test_a_worker_that_dies_is_told(told: Told) -> None:
    died = told["worker killed"]
    assert (died["status"], died["out"]) == (3, "")
    assert "a worker process was ended while it checked" in died["err"]
    assert "--jobs 1" in died["err"]


def test_an_interrupt_ends_all(told: Told) -> None:
    assert told["interrupted"]["status"] == 130
    assert "Traceback" not in told["interrupted"]["err"]
    assert [name for name, run in told.items() if run["left"]] == []


def test_where_no_process_can_be_had_one_does(told: Told) -> None:
    assert same(told["no processes"], told["some changed, one"])


@pytest.mark.parametrize("value", ["0", "-1", "two", "", "1.5", "²"])
def test_a_number_of_jobs_is_a_number(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["x.md", "--jobs", value])
    assert ended.value.code == 2
    assert "is no number of processes; write 1, 2, … or auto" in capsys.readouterr().err


def test_processors_are_those_that_may_be_used() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)
    assert work.FOR_A_WORKER < work.AT_ONCE


class Terminal:
    """Standard error as a terminal, or not."""

    def __init__(self, *, watched: bool = True) -> None:
        self.watched = watched
        self.text = ""

    def isatty(self) -> bool:
        return self.watched

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None: ...


@pytest.mark.parametrize(
    ("watched", "quiet", "env", "after", "expected"),
    [
        (True, False, {}, 0.0, "\r1 of 2 files"),
        (True, False, {}, 60.0, ""),
        (False, False, {}, 0.0, ""),
        (True, True, {}, 0.0, ""),
        (True, False, {"CI": "true"}, 0.0, ""),
        (True, False, {"TERM": "dumb"}, 0.0, ""),
    ],
)
def test_progress_is_told_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, watched: bool, quiet: bool, env: dict[str, str], after: float, expected: str
) -> None:
    terminal = Terminal(watched=watched)
    for name, value in {"CI": "", "TERM": "xterm", **env}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(progress, "AFTER", after)
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    monkeypatch.setattr("sys.stderr", terminal)
    assert list(counted("ab", 2, quiet=quiet)) == ["a", "b"]
    assert terminal.text.startswith(expected)
    assert not expected or terminal.text.endswith("\r" + " " * len("2 of 2 files") + "\r")
    assert bool(terminal.text) == bool(expected)
