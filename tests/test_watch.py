"""`medlint watch`: what has come and gone, which changes matter, and a real run beside an editor."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import EPOCH, Run, command, pack_text, rule_text

from medlint.cli.usage import UsageError
from medlint.cli.watch import watch
from medlint.cli.watcher import Watcher, WatchError
from medlint.cli.watching import CLEAR, Folders, Session
from medlint.difference import difference
from medlint.findings import Finding, Severity
from medlint.reporters import Style

DEADLINE = 60.0


def finding(
    path: str = "a.md", fingerprint: str = "x", line: int = 1, severity: Severity = Severity.WARNING
) -> Finding:
    return Finding(
        path, "zap", "mine", "safety", severity, "It is risky.", "", "zap", (0, 3), line, 1, line, 4, None, "Zap.",  # type: ignore[arg-type]
        (0, 3), (), (), fingerprint=fingerprint,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "come", "gone"),
    [
        ([], [finding()], 1, 0),
        ([finding()], [], 0, 1),
        ([finding()], [finding(line=9)], 0, 0),
        ([finding()], [finding(severity=Severity.ERROR)], 1, 1),
        ([finding()], [finding("b.md")], 1, 1),
        ([finding(), finding()], [finding()], 0, 1),
        ([finding()], [finding(), finding(fingerprint="y")], 1, 0),
    ],
)
def test_a_finding_that_only_moves_is_the_same(
    before: list[Finding], after: list[Finding], come: int, gone: int
) -> None:
    told = difference(before, after)
    assert (len(told.come), len(told.gone), bool(told)) == (come, gone, bool(come or gone))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a small pack, in which the test runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "site").mkdir()
    (tmp_path / "mine.yaml").write_text(pack_text(rule_text()))
    (tmp_path / ".medlint.yaml").write_text("packs: [mine.yaml]\nshipped-packs: no\n")
    (tmp_path / "site" / "a.md").write_text("Zap.\n")
    return tmp_path.resolve()


def session(*args: str, clear: bool = False) -> Session:
    with watch.make_context("watch", [*(args or ("site",)), "--no-cache", "--jobs", "1"]) as context:
        options: dict[str, Any] = {name: value for name, value in context.params.items() if name != "poll"}
    return Session(options, Style(), clear=clear)


def test_what_has_come_and_gone_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = session()
    run.start()
    assert capsys.readouterr().out.splitlines() == [
        "site/a.md:1:1: warning zap: “Zap” is risky.",
        "1 warning in 1 file checked.",
        "Watching site; Ctrl-C ends it.",
    ]
    (site / "site" / "a.md").write_text("Well.\n\nZap.\n")
    run.again([site / "site" / "a.md"])
    told = capsys.readouterr().out.splitlines()
    assert told == ["", "site/a.md changed.", "No finding has come or gone.", "1 warning in 1 file checked."]
    (site / "site" / "a.md").write_text("Well.\n")
    (site / "site" / "b.md").write_text("Now zap.\n")
    run.again([site / "site" / name for name in ("a.md", "b.md")])
    assert capsys.readouterr().out.splitlines() == [
        "",
        "site/a.md, site/b.md changed.",
        "- site/a.md:3:1: warning zap: “Zap” is risky.",
        "+ site/b.md:1:5: warning zap: “zap” is risky.",
        "1 warning in 1 of 2 files checked.",
    ]


def test_on_a_terminal_each_check_takes_the_screen(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = session(clear=True)
    run.start()
    assert "          Zap.\n          ^^^\n" in capsys.readouterr().out
    (site / "site" / "a.md").write_text("Well, zap it.\n")
    run.again([site / "site" / "a.md"] * 5)
    told = capsys.readouterr().out
    assert told.startswith(f"{CLEAR}site/a.md, site/a.md, site/a.md and 2 more changed.\n- site/a.md:1:1: ")
    assert "          Well, zap it.\n                ^^^\n" in told


def test_a_changed_pack_or_configuration_judges_everything_anew(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = session()
    run.start()
    (site / "mine.yaml").write_text(pack_text(rule_text('"zip"', "zip", "zip")))
    (site / "site" / "b.md").write_text("Zip.\n")
    run.again([site / "mine.yaml"])
    assert "- site/a.md:1:1: warning zap" in (told := capsys.readouterr().out)
    assert "+ site/b.md:1:1: warning zip" in told
    (site / ".medlint.yaml").write_text("pakcs: []\n")
    run.again([site / ".medlint.yaml"])
    assert "unknown setting “pakcs”" in (told := capsys.readouterr().out)
    assert told.endswith("Until that is mended, what was found before stands.\n")
    (site / ".medlint.yaml").write_text("packs: [mine.yaml]\nshipped-packs: no\nseverity: {zip: error}\n")
    run.again([site / ".medlint.yaml"])
    assert capsys.readouterr().out.splitlines()[2:] == [
        "- site/b.md:1:1: warning zip: “Zip” is risky.",
        "+ site/b.md:1:1: error zip: “Zip” is risky.",
        "1 error in 1 of 2 files checked.",
    ]


def test_linters_stand_until_something_changes(site: Path) -> None:
    run = session()
    run.start()
    assert run._run
    first = run._run.variants
    run.again([])
    assert run._run.variants is first
    (site / "mine.yaml").write_text(pack_text(rule_text(id_="zapp")))
    run.again([])
    assert run._run.variants is not first


def test_what_is_wrong_with_pages_is_told_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "site" / "c.md").write_bytes(b"\x00\x01\x02")
    run = session()
    run.start()
    assert "site/c.md" in capsys.readouterr().err
    run.again([])
    assert capsys.readouterr().err == ""


def test_which_changes_matter(site: Path) -> None:
    run = session()
    run.start()
    pages = site / "site"

    def matter(*names: str) -> list[str]:
        return [path.relative_to(site).as_posix() for path in run.concerning(site / name for name in names)]

    assert matter("site/a.md", "site/.a.md.swp", "mine.yaml") == ["mine.yaml", "site/a.md"]
    assert matter(".medlint.yaml", "medlint.toml") == [".medlint.yaml", "medlint.toml"]
    assert matter(".medlint-baseline.json") == [".medlint-baseline.json"]
    assert matter("site/4913", "other.md", "site/x.bin") == []
    (pages / "new").mkdir()
    (pages / "new" / "b.md").write_text("Zap.\n")
    (pages / "node_modules").mkdir()
    (pages / "node_modules" / "c.md").write_text("Zap.\n")
    assert matter("site/node_modules") == matter("site/new") == ["site/new/b.md"]
    (pages / "a.md").unlink()
    (pages / ".gitignore").write_text("new/\n")
    assert matter("site/.gitignore") == ["site/a.md"]


def test_what_pages_take_in_is_watched_too(site: Path) -> None:
    (site / "parts").mkdir()
    (site / "parts" / "foot.html").write_text("<p>Hello.</p>")
    with (site / ".medlint.yaml").open("a") as config:
        config.write("site: [{pages: ['site/**'], from: parts/foot.html}]\n")
    run = session()
    run.start()
    assert run.concerning([site / "parts" / "foot.html"]) == [site / "parts" / "foot.html"]
    folders = run.folders()
    assert folders.deep == {site / "site"}
    assert folders.flat >= {site, site / "parts"}


def test_of_a_named_file_the_folder_is_watched(site: Path) -> None:
    run = session("site/a.md")
    run.start()
    assert run.folders().deep == frozenset()
    assert site / "site" in run.folders().flat
    (site / "site" / "b.md").write_text("Zap.\n")
    assert run.concerning([site / "site" / "b.md"]) == []


def test_nothing_to_check_at_the_start_is_a_mistake(site: Path) -> None:
    with pytest.raises(UsageError, match="nothing could be checked"):
        session("none.md").start()


def test_folders_that_cannot_be_watched_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*folders: Path, **options: Any) -> Iterator[set[Any]]:
        raise OSError("file watch limit reached")

    monkeypatch.setattr("medlint.cli.watcher.watch", refuse)
    with Watcher() as watcher:
        watcher.follow(Folders(deep=frozenset({tmp_path})))
        with pytest.raises(WatchError, match="file watch limit reached; --poll looks"):
            next(watcher.changes())


@pytest.mark.parametrize("poll", [False, True])
def test_changes_are_told_from_the_moment_of_following(
    tmp_path: Path, poll: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("medlint.cli.watcher.POLL_MS", 50)
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "flat" / "er").mkdir(parents=True)
    with Watcher(poll=poll) as watcher:
        watcher.follow(Folders(frozenset({tmp_path / "deep"}), frozenset({tmp_path / "flat"})))
        (tmp_path / "flat" / "er" / "not.md").write_text("x")
        (tmp_path / "deep" / "er" / "a.md").write_text("x")
        (tmp_path / "flat" / "b.md").write_text("x")
        wanted = {tmp_path / "deep" / "er" / "a.md", tmp_path / "flat" / "b.md"}
        told: set[Path] = set()
        for some in watcher.changes():
            told |= some
            if wanted <= told:
                break
    assert tmp_path / "flat" / "er" / "not.md" not in told


class Beside:
    """A run of `medlint watch` beside the test, whose lines can be waited for."""

    def __init__(self, folder: Path, *args: str) -> None:
        env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command("watch", *args), cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, last: str) -> list[str]:
        """The lines up to one that begins so."""
        lines: list[str] = []
        end = time.monotonic() + DEADLINE
        while not (lines and lines[-1].startswith(last)):
            try:
                lines.append(self._lines.get(timeout=max(0.0, end - time.monotonic())))
            except queue.Empty:
                raise AssertionError(f"no line “{last}” came, but: {lines}") from None
        return lines


@pytest.fixture
def beside(site: Path) -> Iterator[Beside]:
    run = Beside(site, "site")
    yield run
    run.process.kill()
    run.process.wait()
    assert run.process.stdout
    run.process.stdout.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals as on Unix")
def test_beside_an_editor(site: Path, beside: Beside) -> None:
    pages = site / "site"
    beside.until("Watching site")
    (pages / "b.md").write_text("Zap me.\n")
    assert "+ site/b.md:1:1: warning zap: “Zap” is risky." in beside.until("2 warnings in 2 of 2 files checked.")
    (pages / ".b.md.tmp").write_text("Fine.\n")
    (pages / ".b.md.tmp").replace(pages / "b.md")  # as editors save
    assert "- site/b.md:1:1: warning zap: “Zap” is risky." in beside.until("1 warning in 1 of 2 files checked.")
    (pages / "a.md").unlink()
    assert "site/a.md changed." in beside.until("Nothing risky found in 1 file checked.")
    (site / "mine.yaml").write_text(pack_text(rule_text('"fine"', "fine", "fine")))
    assert "mine.yaml changed." in beside.until("1 warning in 1 file checked.")
    beside.process.send_signal(signal.SIGINT)
    assert beside.until("Stopped watching.") == ["Stopped watching."]
    assert beside.process.wait(timeout=DEADLINE) == 0


def test_without_the_extra_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "medlint.cli.watcher")
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(UsageError, match=r'^medlint watch needs a library: pip install "medlint\[watch\]"$'):
        watch.callback(poll=False, paths=("site",))  # type: ignore[misc]


def test_standard_input_cannot_be_watched(medlint: Run) -> None:
    done = medlint("watch", "-")
    assert (done.returncode, done.stderr) == (
        2,
        "medlint: standard input (-) cannot be watched; name files or folders\n",
    )
