"""`medlint init`: what it guesses, what it would write, and two stories of the real command."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from conftest import EPOCH, Run, command

from medlint.adopt import Answers, Lacks, copy_paths, guessed_copy, lacking, plan, services_of
from medlint.cli import main

RISKY = "# Ketamine\n\nKetamine has minimal side effects.\n"
EVERYTHING = Lacks(True, True, ("github", "gitlab"), ())
WHOLE = Answers((".",), ("us",))


def tree(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RISKY, encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "guess"),
    [
        (["content/a.md", "layouts/index.html", "README.md", "package.json"], ("content", "layouts")),
        (["src/pages/a.tsx", "src/components/b.tsx", "src/util.ts", "tests/a.md"], ("src/pages", "src/components")),
        (["content/a.md", "promo.md"], (".",)),
        (["content/a.md", "elsewhere/a.md"], (".",)),
        (["index.html"], (".",)),
        (["content/notes.png", "index.html"], (".",)),
        ([], (".",)),
    ],
)
def test_where_the_copy_is_guessed_to_be(tmp_path: Path, files: list[str], guess: tuple[str, ...]) -> None:
    tree(tmp_path, *files)
    assert guessed_copy(tmp_path) == guess


def test_paths_are_taken_as_seen_from_the_project(tmp_path: Path) -> None:
    tree(tmp_path / "site", "a b/x.md", "b.md")
    root = tmp_path / "site"
    assert copy_paths(root, ["./a b/", "b.md", str(root / "b.md")]) == ("a b", "b.md")
    assert copy_paths(root, ["b.md", "."]) == (".",)
    for wrong, why in (["nowhere"], "no such"), ([".."], "outside"), (["/"], "outside"), ([], "at least one"):
        with pytest.raises(ValueError, match=why):
            copy_paths(root, wrong)


def test_the_configuration_goes_into_pyproject_or_a_file_of_its_own(tmp_path: Path) -> None:
    only = Lacks(True, False, (), ())
    (file,) = plan(tmp_path, only, Answers((".",), ("us", "uk"))).files
    assert (file.path.name, file.added) == ("medlint.toml", None)
    assert tomllib.loads(file.text) == {"jurisdiction": ["us", "uk"]}
    tree(tmp_path, "content/a.md", "docs/b.md", "package.json")
    project = tmp_path / "pyproject.toml"
    project.write_bytes(b'# ours\r\n[project]\r\nname = "x"\r\n')
    (file,) = plan(tmp_path, only, Answers(("content", "docs"), ("us",))).files
    assert file.path == project
    assert file.text == project.read_bytes().decode() + (file.added or "")
    assert tomllib.loads(file.text)["tool"]["medlint"] == {"jurisdiction": ["us"], "include": ["/docs/"]}
    for text in (b"tool = {}\n", b"\xff"):
        project.write_bytes(text)
        assert [file.path.name for file in plan(tmp_path, only, WHOLE).files] == ["medlint.toml"]


def test_the_hook_goes_behind_the_others_or_is_told(tmp_path: Path) -> None:
    only = Lacks(False, True, (), ())
    (file,) = plan(tmp_path, only, WHOLE).files
    (entry,) = yaml.safe_load(file.text)["repos"]
    assert (entry["rev"], entry["hooks"]) == ("v0.1.0", [{"id": "medlint"}])
    tree(tmp_path, "src/a-b/x.md", "it's.html")
    (file,) = plan(tmp_path, only, Answers(("src/a-b", "it's.html"), ())).files
    (hook,) = yaml.safe_load(file.text)["repos"][0]["hooks"]
    pattern = re.compile(hook["files"])
    taken = ["src/a-b/x.md", "it's.html"]
    assert [
        name for name in (*taken, "src/a-bc/x", "its.html", "it'sxhtml", "x/it's.html") if pattern.search(name)
    ] == taken
    hooks = tmp_path / ".pre-commit-config.yaml"
    hooks.write_text("# ours\nrepos:\n- repo: local\n  hooks: []\n")
    (file,) = plan(tmp_path, only, WHOLE).files
    assert file.text.startswith(hooks.read_text())
    hooks.write_text("repos: []\n")
    told = plan(tmp_path, only, WHOLE)
    assert told.files == []
    assert "- id: medlint" in told.by_hand[0][1]


def test_ci_gets_a_file_and_one_that_is_there_is_never_rewritten(tmp_path: Path) -> None:
    only = Lacks(False, False, ("github", "gitlab"), ())
    tree(tmp_path, "a b/x.md")
    some = Answers(("a b", "c"), ())
    workflow, job = plan(tmp_path, only, some).files
    step = yaml.safe_load(workflow.text)["jobs"]["medlint"]["steps"][-1]
    assert step["with"]["paths"].splitlines() == ["a b", "c"]
    data = yaml.safe_load(job.text)
    assert data["medlint"]["variables"]["MEDLINT_PATHS"].splitlines() == ["a b", "c"]
    (tmp_path / ".gitlab-ci.yml").write_text("test: {script: [make]}\n")
    told = plan(tmp_path, only, some)
    assert [file.path.name for file in told.files] == ["medlint.yml"]
    assert told.by_hand[0][1] == job.text
    tool = Path(sys.executable).with_name("check-jsonschema")
    files = []
    for n, answers in enumerate((some, WHOLE)):
        files.append(tmp_path / f"{n}.yml")
        files[-1].write_text(plan(tmp_path, only, answers).files[0].text)
    done = subprocess.run(
        [tool, "--builtin-schema", "vendor.github-workflows", *files], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_what_is_there_is_seen(tmp_path: Path) -> None:
    def found() -> Lacks:
        return lacking(tmp_path, None, hook=True, services=("github", "gitlab"))

    assert found() == EVERYTHING
    assert services_of(tmp_path) == ()
    hooks, job = tmp_path / ".pre-commit-config.yaml", tmp_path / ".gitlab-ci.yml"
    hooks.write_text("repos:\n  - repo: local # medlint\n")
    job.write_text("# medlint is not here\n")
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "all.yaml").write_text("steps: [{run: other}]\n")
    assert services_of(tmp_path) == ("github", "gitlab")
    assert found() == EVERYTHING
    hooks.write_text("repos:\n  - hooks: [{id: medlint}]\n")
    job.write_text("x: {script: [medlint .]}\n")
    (tmp_path / ".github" / "workflows" / "all.yaml").write_text("steps: [{run: medlint .}]\n")
    there = (".pre-commit-config.yaml", ".github/workflows/all.yaml", ".gitlab-ci.yml")
    assert found() == Lacks(True, False, (), there)
    (tmp_path / ".github" / "workflows" / "all.yaml").unlink()
    (tmp_path / ".github" / "workflows" / "medlint.yml").write_text("")
    assert found().services == ()


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    """Runs init in this process, in the folder `site`, which is the top of a repository."""
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    monkeypatch.chdir(site)

    def go(*args: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as exited:
            main(["init", *args])
        return int(exited.value.code or 0), "".join(capsys.readouterr())

    return go


def test_mistakes_are_told_and_nothing_is_written(run: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    site = tmp_path / "site"
    tree(site, "content/a.md")
    for args, told in (
        ((), "give PATH… (where the copy is), --jurisdiction NAME, --baseline or --no-baseline, or --yes"),
        (("content", "--no-baseline"), "give --jurisdiction NAME, or --yes"),
        (("nowhere", "--yes"), "nowhere: there is no such file or folder"),
        (("--jurisdiction", "mars", "--yes"), "there are no rules for “mars”; there are for au, "),
    ):
        status, out = run(*args)
        assert (status, told in out) == (2, True), out
    assert {path.name for path in site.iterdir()} == {".git", "content"}
    (site / "medlint.toml").write_text("selekt = []\n")
    assert run("--yes")[0] == 2
    (site / "medlint.toml").unlink()
    os.chdir(site / "content")
    assert "is not the top folder of its repository" in run("--yes", "--ci", "github")[1]


def test_an_existing_configuration_stays_and_the_rest_is_added(
    run: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    tree(site, "content/a.md")
    (site / ".medlint.yaml").write_text("jurisdiction: [uk]\n")
    status, out = run("content", "--ci", "github")
    assert status == 0, out
    assert ".medlint.yaml: is there already, and stays as it is." in out
    assert (site / ".medlint.yaml").read_text() == "jurisdiction: [uk]\n"
    written = {".pre-commit-config.yaml", ".github", ".medlint.yaml", ".git", "content"}
    assert {path.name for path in site.iterdir()} == written
    assert run("content", "--ci", "github") == (0, out.splitlines()[0] + "\n" + "".join(
        f"{name}: is there already, and stays as it is.\n" for name in (".pre-commit-config.yaml", ".github/workflows/medlint.yml")
    ) + "Nothing is missing.\n")  # fmt: skip


def test_who_says_no_gets_nothing(
    run: Callable[..., tuple[int, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("click.confirm", lambda question, default: asked.append(question))
    tree(tmp_path / "site", "a.md")
    status, out = run("a.md", "--jurisdiction", "us", "--no-baseline")
    assert (status, asked, out.splitlines()[-1]) == (0, ["Write them?"], "Nothing has been written.")
    assert {path.name for path in (tmp_path / "site").iterdir()} == {".git", "a.md"}


def test_a_file_that_cannot_be_written_is_told(run: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    tree(tmp_path / "site", "a.md")
    (tmp_path / "site" / ".github").write_text("no folder")
    status, out = run("--yes", "--no-baseline", "--ci", "github")
    assert status == 2
    assert ".github/workflows/medlint.yml: cannot be written: " in out
    assert (tmp_path / "site" / ".github").read_text() == "no folder"


def test_a_dry_run_shows_everything_and_writes_nothing(run: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    site = tmp_path / "site"
    tree(site, "content/a.md")
    (site / ".gitlab-ci.yml").write_text("test: {script: [make]}\n")
    (site / ".pre-commit-config.yaml").write_text("repos: []\n")
    (site / "pyproject.toml").write_text('[project]\nname = "x"\n')
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    status, out = run("--yes", "--dry-run", "--no-baseline")
    assert status == 0
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    for part in ("[tool.medlint]", "- id: medlint", "files: '^content/'", "MEDLINT_PATHS: |-"):
        assert f"    {part}" in out
    assert 'name = "x"' not in out
    assert out.endswith("Nothing has been written.\n")


def test_the_flags_write_everything_and_the_second_run_nothing(medlint: Run, tmp_path: Path) -> None:
    tree(tmp_path, "content/a.md", "README.md")
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    done = medlint("init", "--yes", "--ci", "github")
    assert done.returncode == 0, done.stderr
    for name in (
        "pyproject.toml",
        ".pre-commit-config.yaml",
        ".github/workflows/medlint.yml",
        ".medlint-baseline.json",
    ):
        assert f"  {name} " in done.stdout
        assert (tmp_path / name).exists()
    assert list(json.loads((tmp_path / ".medlint-baseline.json").read_text())["files"]) == ["content/a.md"]
    assert medlint("content", "--quiet").returncode == 0
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    again = medlint("init")
    assert (again.returncode, again.stdout.splitlines()[-1]) == (0, "Nothing is missing.")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == after


def test_the_questions_on_a_terminal(tmp_path: Path) -> None:
    tree(tmp_path, "content/a.md", "b.md")
    shown = on_a_terminal(tmp_path, ["nowhere", "content", "uk, us", "n", "y"])
    assert "Where is the copy? Files and folders [.]: " in shown
    assert "Error: nowhere: there is no such file or folder" in shown
    assert "Whose rules apply? au, ca, eu, google-ads, uk, us [us]: " in shown
    assert re.search(
        r"\d+ findings? in 1 file\. Let them stand in a baseline, so that only new ones fail\? \[Y/n\]: ", shown
    )
    assert "Write them? [Y/n]: " in shown
    assert tomllib.loads((tmp_path / "medlint.toml").read_text()) == {"jurisdiction": ["uk", "us"]}
    assert not (tmp_path / ".medlint-baseline.json").exists()


def on_a_terminal(folder: Path, answers: list[str]) -> str:
    """What init says on a terminal on which each question gets the next answer."""
    main_end, side = pty.openpty()
    process = subprocess.Popen(
        command("init"), stdin=side, stdout=side, stderr=side, cwd=folder,
        env={**os.environ, "TERM": "dumb", "SOURCE_DATE_EPOCH": EPOCH},
    )  # fmt: skip
    os.close(side)
    out, left = b"", list(answers)
    while True:
        try:
            part = os.read(main_end, 4096)
        except OSError:
            break
        out += part
        if left and out.endswith(b"]: "):
            os.write(main_end, left.pop(0).encode() + b"\n")
    assert process.wait() == 0, out.decode()
    os.close(main_end)
    assert left == []
    return out.decode().replace("\r\n", "\n")
