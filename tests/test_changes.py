"""Lines that have changed since a revision, in real git repositories."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

from medlint.changes import ChangesError, changes_since

Git = Callable[..., str]
TEN = "".join(f"line {n}\n" for n in range(1, 11))


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in an empty repository, with nobody's settings."""
    for name in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in (
        ("GIT_CONFIG_GLOBAL", os.devnull), ("GIT_CONFIG_SYSTEM", os.devnull),
        *((f"GIT_{who}_{what}", "x@example.org") for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")),
    ):  # fmt: skip
        monkeypatch.setenv(name, value)

    def run(*args: str) -> str:
        return subprocess.run(["git", *args], cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    run("init", "-q", "-b", "main")
    (tmp_path / "a.md").write_text(TEN)
    (tmp_path / "sub dir").mkdir()
    (tmp_path / "sub dir" / "ü.md").write_text(TEN)
    run("add", "-A")
    run("commit", "-q", "-m", "one")
    return run


def touched(folder: Path, name: str, revision: str = "HEAD", lines: int = 12) -> list[int]:
    changes = changes_since(revision, folder)
    return [n for n in range(1, lines + 1) if changes.touch(str(folder / name), n, n)]


def test_changed_and_new_lines(git: Git, tmp_path: Path) -> None:
    assert touched(tmp_path, "a.md") == []
    (tmp_path / "a.md").write_text(TEN.replace("line 3\n", "line three\nand more\n").replace("line 8\n", ""))
    assert touched(tmp_path, "a.md") == [3, 4]
    git("add", "-A")
    assert touched(tmp_path, "a.md") == [3, 4]
    git("commit", "-q", "-m", "two")
    assert touched(tmp_path, "a.md") == []
    assert touched(tmp_path, "a.md", "HEAD~1") == [3, 4]
    changes = changes_since("HEAD~1", tmp_path)
    assert changes.touch(str(tmp_path / "a.md"), 1, 3)
    assert not changes.touch(str(tmp_path / "a.md"), 5, 9)


def test_names_of_any_kind_and_files_that_git_does_not_know(git: Git, tmp_path: Path) -> None:
    (tmp_path / "sub dir" / "ü.md").write_text(TEN + "more\n")
    (tmp_path / "new.md").write_text("one\n")
    (tmp_path / ".gitignore").write_text("built/\n")
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "a.md").write_text("one\n")
    assert touched(tmp_path, "sub dir/ü.md") == [11]
    assert touched(tmp_path / "sub dir", "ü.md") == [11]
    assert touched(tmp_path, "new.md", lines=2) == [1, 2]
    assert touched(tmp_path, "built/a.md", lines=1) == [1]
    assert touched(tmp_path, "../elsewhere.md", lines=1) == [1]


def test_a_renamed_file_has_only_its_changed_lines(git: Git, tmp_path: Path) -> None:
    git("mv", "a.md", "b.md")
    (tmp_path / "b.md").write_text(TEN.replace("line 5", "line five"))
    git("add", "-A")
    assert touched(tmp_path, "b.md") == [5]


def test_what_the_other_branch_changed_is_not_ours(git: Git, tmp_path: Path) -> None:
    git("checkout", "-q", "-b", "ours")
    (tmp_path / "a.md").write_text(TEN.replace("line 2", "line two"))
    git("commit", "-q", "-am", "ours")
    git("checkout", "-q", "main")
    (tmp_path / "a.md").write_text(TEN.replace("line 9", "line nine"))
    git("commit", "-q", "-am", "theirs")
    git("checkout", "-q", "ours")
    assert touched(tmp_path, "a.md", "main") == [2]


@pytest.mark.parametrize(
    ("revision", "message"),
    [("none", "git knows no revision “none”"), ("--output=x", "git knows no revision “--output=x”")],
)
def test_an_unknown_revision(git: Git, tmp_path: Path, revision: str, message: str) -> None:
    with pytest.raises(ChangesError, match=message):
        changes_since(revision, tmp_path)
    assert not (tmp_path / "x").exists()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ChangesError, match="git cannot tell what has changed"):
        changes_since("HEAD", tmp_path)


def test_only_findings_on_changed_lines_are_told(git: Git, medlint: Run, tmp_path: Path) -> None:
    page = "# Ketamine\n\nIt has minimal side effects.\n\nWe open at nine.\n"
    (tmp_path / "a.md").write_text(page)
    git("commit", "-q", "-am", "page")
    select = ("--select", "safety")
    done = medlint("a.md", "--diff", "HEAD", *select)
    assert (done.returncode, done.stdout) == (0, "Nothing risky found in 1 file checked (1 on unchanged lines).\n")
    (tmp_path / "a.md").write_text(page + "\nKetamine has hardly any risks.\n")
    done = medlint("a.md", "--diff", "HEAD", *select)
    assert done.returncode == 1
    assert "\n  7:" in done.stdout
    assert "\n  3:" not in done.stdout
    wrong = medlint("a.md", "--diff", "nowhere")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("medlint: --diff nowhere: git knows no revision “nowhere”")
