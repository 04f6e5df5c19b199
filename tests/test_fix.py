"""`medlint fix`: what is written and how it is undone, the safe way, and going through findings one by one."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Run, command, pack_text, rule_text

from medlint.cli import fixing
from medlint.cli.fixing import Session
from medlint.diffs import LONGEST, shown, unified
from medlint.document import Span
from medlint.findings import Finding
from medlint.fixes import Edit
from medlint.lint import Linter
from medlint.mending import Draft, Lint, mend_safely
from medlint.packs.loader import read_packs
from medlint.readers import read
from medlint.rewriting import RewriteError, TextFile, rewrite
from medlint.undo import MOST, UndoError, bring_back, last

SAFE = '"{my-little} {my-harm}"'
PACK = pack_text(
    rule_text(SAFE, "It has minimal risks.").replace(
        "suggest: Say less.",
        'suggest:\n      - It has risks that we go through with you.\n      - {swap: {"{my-little}": possible}, safe: yes}',
    )
    + rule_text('"minimal"', "A minimal one.", "minimal").replace("suggest: Say less.", "suggest: It is small.")
    + "    family: efficacy\n"
    + rule_text('"gold"', "It is gold.", "gold").replace("suggest: Say less.", "suggest: It is yellow.")
    + "    locked: true\n",
    "words:\n  my-little: [minimal, hardly any]\n  my-harm: [side effect*, risk*]\n",
)
PAGE = "Ketamine has **minimal** risks.\n\nKetamine is gold.\n\nKetamine has hardly any side effects.\n"


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    path = tmp_path_factory.mktemp("packs") / "mine.yaml"
    path.write_text(PACK, encoding="utf-8")
    return Linter(read_packs([path]))


@pytest.fixture(scope="module")
def lint(linter: Linter) -> Lint:
    def run(path: str, data: bytes) -> list[Finding]:
        return linter.check(read(path, data)).findings

    return run


@pytest.fixture
def draft(tmp_path: Path, lint: Lint) -> Callable[..., Draft]:
    def make(text: str = PAGE, name: str = "page.md") -> Draft:
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
        return Draft(TextFile.read(str(tmp_path / name)), lint)

    return make


# Files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_is_written_as_it_was(encoding: str, tmp_path: Path) -> None:
    path, link = tmp_path / "page.md", tmp_path / "link.md"
    path.write_bytes("Gold é 🎉.\r\nEnd".encode(encoding))
    path.chmod(0o640)
    link.symlink_to(path)
    file = TextFile.read(str(link))
    rewrite([(file, file.source.replace("Gold", "Grün"))], tmp_path, tmp_path / "state")
    assert path.read_bytes() == "Grün é 🎉.\r\nEnd".encode(encoding)
    assert (path.stat().st_mode & 0o777, link.is_symlink()) == (0o640, True)
    kept = last(tmp_path, tmp_path / "state")
    assert kept and bring_back(kept) == [path.resolve()]
    assert path.read_bytes() == "Gold é 🎉.\r\nEnd".encode(encoding)
    assert last(tmp_path, tmp_path / "state") is None


def test_a_file_that_has_changed_on_disk_is_not_written(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("old")
    files = [TextFile.read(str(tmp_path / name)) for name in ("a.md", "b.md")]
    (tmp_path / "b.md").write_text("newer")
    with pytest.raises(RewriteError, match=r"b\.md has changed on disk"):
        rewrite([(file, "mine") for file in files], tmp_path, tmp_path / "state")
    assert [(tmp_path / name).read_text() for name in ("a.md", "b.md")] == ["old", "newer"]
    (tmp_path / "b.md").unlink()
    with pytest.raises(RewriteError, match=r"b\.md has changed"):
        rewrite([(files[1], "mine")], tmp_path, tmp_path / "state")
    (tmp_path / "state").write_text("no folder")
    with pytest.raises(RewriteError, match="could not be kept"):
        rewrite([(files[0], "mine")], tmp_path, tmp_path / "state")
    assert (tmp_path / "a.md").read_text() == "old"


def test_undo_goes_back_run_by_run_and_only_where_nothing_was_written_since(tmp_path: Path) -> None:
    page, state = tmp_path / "a.md", tmp_path / "state"
    page.write_text("0")
    for i in range(1, MOST + 3):
        rewrite([(TextFile.read(str(page)), str(i))], tmp_path, state)
    assert len(list((state / "undo").iterdir())) == MOST
    other = tmp_path / "other"
    other.mkdir()
    assert last(other, state) is None
    for i in range(MOST + 1, MOST - 1, -1):
        kept = last(tmp_path, state)
        assert kept and bring_back(kept) == [page]
        assert page.read_text() == str(i)
    page.write_text("by hand")
    kept = last(tmp_path, state)
    assert kept
    with pytest.raises(UndoError, match=r"a\.md has changed since; nothing was undone"):
        bring_back(kept)
    assert (page.read_text(), kept.files[0][1].read_text()) == ("by hand", str(MOST - 1))
    (kept.place / "files.json").write_text("{")  # as if a run had been broken off
    before = last(tmp_path, state)
    assert before and before.place != kept.place


DIFFS = [
    ("a b.md", "one\ntwo\nthree\n", "one\n2\nthree\n"),
    ("a.md", "one\r\ntwo\r\n", "one\r\n2\r\n"),
    ("a.md", "one\ntwo", "one\n2"),
    ("sub/ä.md", "one\n", "one\ntwo"),
    ("a.md", "a\u2028b\fc\x1dd\n", "a\u2028B\fc\x1dd\n"),
]


@pytest.mark.parametrize(("path", "old", "new"), DIFFS)
def test_git_takes_the_diff(path: str, old: str, new: str, tmp_path: Path) -> None:
    file = tmp_path / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(old.encode())
    for way in ([], ["-R"]):
        done = subprocess.run(
            ["git", "apply", *way],
            input=unified(path, old, new).encode(),
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert not done.returncode, done.stderr
        assert file.read_bytes() == (old if way else new).encode()
    assert unified(path, old, old) == ""


def test_a_change_is_shown_cut_to_what_is_round_it() -> None:
    source = "x" * 500 + " gold " + "y" * 500 + "\nmore"
    (minus, old), (plus, new) = shown(source, [Edit(Span(501, 505), "lead")])
    assert (minus, plus) == ("-", "+")
    assert "… x" in old and " gold y" in old and " lead y" in new and len(old) < LONGEST + 20
    assert list(shown("a\n", [Edit(Span(1, 1), "\n\n<p>b</p>")])) == [("+", "<p>b</p>")]


# What is safe


def test_all_that_is_safe_is_made(draft: Callable[..., Draft]) -> None:
    page = draft()
    assert mend_safely(page) == 2
    assert (
        page.source == "Ketamine has **possible** risks.\n\nKetamine is gold.\n\nKetamine has possible side effects.\n"
    )
    assert [f.rule for f in page.findings] == ["gold"]
    assert mend_safely(page) == 0


def test_what_touches_is_made_one_after_the_other(draft: Callable[..., Draft]) -> None:
    page = draft("Ketamine has minimal risks minimal side effects.\n")
    assert mend_safely(page) == 2
    assert page.source == "Ketamine has possible risks possible side effects.\n"


def test_what_is_let_stand_stays(draft: Callable[..., Draft]) -> None:
    page = draft()
    page.only([f for f in page.findings if f.line > 2])
    assert mend_safely(page) == 1
    assert page.source == PAGE.replace("hardly any", "possible")


# One by one


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Gives answers in their order; what was asked for with something to change is noted."""

    def give(*given: str) -> list[str]:
        coming: Iterator[str] = iter(given)
        asked: list[str] = []

        def ask(question: str, text: str = "") -> str:
            asked.append(text)
            return next(coming)

        monkeypatch.setattr(fixing, "_ask", ask)
        return asked

    return give


SESSIONS = {
    "accept the first": (["a", "q", "y"], "Ketamine has **possible** risks."),
    "by number": (["2", "q", "y"], "It has risks that we go through with you."),
    "no such number": (["3", "0", "x", "q"], None),
    "skip": (["s", "s", "1", "y"], "hardly any|possible"),
    "undo": (["1", "u", "q"], None),
    "nothing to undo": (["u", "q"], None),
    "undo a skip": (["s", "u", "1", "q", "y"], "Ketamine has **possible** risks."),
    "undo at the end": (["1", "q", "u", "q"], None),
    "not written": (["1", "q", "n"], None),
    "own words": (["e", "Ketamine can do harm.", "q", "y"], "Ketamine can do harm."),
    "own words are given up": (["e", "", "q"], None),
    "let stand": (
        ["i", "legal has cleared it", "q", "y"],
        "<!-- medlint-disable-next-line zap -- legal has cleared it -->",
    ),
    "without a reason": (["i", "", "q"], None),
    "locked": (["s", "i", "q"], None),
}


@pytest.mark.parametrize("name", SESSIONS)
def test_choices(name: str, draft: Callable[..., Draft], answers: Callable[..., list[str]], lint: Lint) -> None:
    given, wanted = SESSIONS[name]
    page = draft()
    answers(*given)
    changed = Session([page], lambda path, finding: finding.rule == "gold").run()
    if wanted is None:
        assert not changed and page.source == PAGE
    elif "|" in wanted:
        assert page.source == PAGE.replace(*wanted.split("|"))
    else:
        assert changed == [page] and wanted in page.source.splitlines()[0]
        assert page.source.endswith("\n\nKetamine is gold.\n\nKetamine has hardly any side effects.\n")
    if name == "let stand":
        assert [f.rule for f in lint("page.md", page.source.encode())] == ["gold", "zap"]


def test_it_goes_from_file_to_file_and_back(draft: Callable[..., Draft], answers: Callable[..., list[str]]) -> None:
    one, two = draft("Ketamine has minimal risks.\n", "a.md"), draft("Ketamine is gold.\n", "b.md")
    answers("1", "u", "s", "1", "y")
    assert Session([one, two]).run() == [two]
    assert (one.source, two.source) == ("Ketamine has minimal risks.\n", "It is yellow.\n")


def test_the_sentence_stands_there_to_be_changed(
    draft: Callable[..., Draft], answers: Callable[..., list[str]]
) -> None:
    asked = answers("e", "Ketamine has minimal risks.", "q")
    assert Session([draft()]).run() == []
    assert asked == ["", "Ketamine has minimal risks.", ""]


def test_what_cannot_be_put_in_is_told(
    draft: Callable[..., Draft], answers: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    page = draft("<p>Ketamine, {{ name }}, is gold.</p>\n", "page.html")
    answers("e", "It shines.", "i", "so be it", "q", "y")
    Session([page]).run()
    out = capsys.readouterr().out
    assert "no rewording can be put in here" in out and "that cannot be put in here" in out
    assert page.source.startswith("<!-- medlint-disable-next-line gold -- so be it -->\n")


# The command


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a page and a pack, and a state folder of its own."""
    monkeypatch.setenv("MEDLINT_STATE_DIR", str(tmp_path / "state"))
    (tmp_path / "mine.yaml").write_text(PACK)
    (tmp_path / "page.md").write_text(PAGE)
    return tmp_path


OPTIONS = ("--isolated", "--no-shipped-packs", "--pack", "mine.yaml")


def test_the_safe_way_on_the_command_line(medlint: Run, site: Path) -> None:
    patch = medlint("fix", "page.md", "--diff", *OPTIONS)
    assert (patch.returncode, patch.stderr) == (1, "")
    assert "-Ketamine has **minimal** risks.\n" in patch.stdout and (site / "page.md").read_text() == PAGE
    done = medlint("fix", "page.md", "--apply", *OPTIONS)
    assert (done.returncode, done.stdout) == (
        0,
        "page.md: 2 changes\n1 file written. To undo that: medlint fix --undo\n"
        "1 finding left; go through them with: medlint fix page.md\n",
    )
    mended = (site / "page.md").read_text()
    assert mended == PAGE.replace("minimal", "possible").replace("hardly any", "possible")
    again = medlint("fix", "page.md", "--diff", *OPTIONS)
    assert (again.returncode, again.stdout) == (0, "")
    undone = medlint("fix", "--undo")
    assert (undone.returncode, undone.stdout) == (0, "page.md: as before\n")
    assert (site / "page.md").read_text() == PAGE
    assert json.loads(json.dumps(sorted(p.name for p in site.iterdir()))) == ["mine.yaml", "page.md", "state"]


def test_what_the_baseline_has_stays(medlint: Run, site: Path) -> None:
    medlint("baseline", "write", "page.md", *OPTIONS)
    (site / "page.md").write_text(PAGE + "\nKetamine has minimal side effects.\n")
    done = medlint("fix", "page.md", "--apply", *OPTIONS, "--baseline", ".medlint-baseline.json")
    assert done.stdout.startswith("page.md: 1 change\n"), done.stderr
    assert (site / "page.md").read_text() == PAGE + "\nKetamine has possible side effects.\n"


MISUSES = {
    "no terminal": (["page.md"], "--diff shows what is safe"),
    "two ways": (["page.md", "--diff", "--apply"], "choose one"),
    "no paths": ([], "name the pages or folders"),
    "standard input": (["-", "--apply"], "standard input cannot be mended"),
    "undo with paths": (["page.md", "--undo"], "takes no paths"),
    "nothing to undo": (["--undo"], "there is nothing to undo"),
}


@pytest.mark.parametrize("name", MISUSES)
def test_misuses(name: str, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from medlint.cli import main

    monkeypatch.chdir(site)
    with pytest.raises(SystemExit) as status:
        main(["fix", *MISUSES[name][0]])
    assert status.value.code == 2
    assert MISUSES[name][1] in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of Unix")
def test_a_whole_session_at_a_terminal(site: Path) -> None:
    out, status = talk(site, ["1", "i", "e", "\x15Ketamine is new.", "s", "y"])
    assert status == 0, out
    assert "[a]ccept 1, or a number to 2, [e]dit, [s]kip, [i]gnore, [q]uit, [?]" in out
    assert "gold is locked: no comment in a page lets it stand" in out
    assert "1 file written. To undo that: medlint fix --undo" in out
    assert (site / "page.md").read_text() == PAGE.replace("minimal", "possible").replace("is gold", "is new")


def talk(folder: Path, answers: list[str]) -> tuple[str, int]:
    """Runs `medlint fix page.md` at a terminal and answers whatever is asked; what was shown, and the exit status."""
    import pty

    pid, terminal = pty.fork()
    if not pid:
        os.chdir(folder)
        os.environ |= {"TERM": "dumb", "NO_COLOR": "1"}
        os.execv(sys.executable, [*command("fix", "page.md", *OPTIONS)])
    out, answered, deadline = b"", 0, time.monotonic() + 30
    try:
        while time.monotonic() < deadline:
            if not select.select([terminal], [], [], 1)[0]:
                continue
            try:
                data = os.read(terminal, 65536)
            except OSError:  # Linux tells the end of a terminal so
                break
            if not data:
                break
            out += data
            asked = out.replace(b"\x1b[?2004h", b"").endswith((b"\n> ", b": Ketamine is gold.", b"step: "))
            if asked and answered < len(answers):
                os.write(terminal, answers[answered].encode() + b"\n")
                answered += 1
                out += b" "
    finally:
        os.close(terminal)
    return out.decode(), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
