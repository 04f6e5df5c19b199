"""The pre-commit hooks, run by pre-commit itself in a repository made for the purpose."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from conftest import EPOCH, ROOT, pack_text, rule_text

from medlint.packs.compiled import cache_folder, load_packs
from medlint.readers import SUFFIXES

RISKY = "# Ketamine\n\nKetamine has minimal side effects.\n"
CLEAN = "We open at nine.\n"
MANIFEST = ROOT / ".pre-commit-hooks.yaml"

CONFIG = """\
repos:
  - repo: {hooks}
    rev: v0.1.0
    hooks:
      - id: medlint
        language: system
        args: [--select, minimal-side-effects]
      - id: medlint-built-site
        language: system
        args: [dist, --select, minimal-side-effects]
"""


@dataclass(frozen=True)
class Repository:
    """A git repository on which our hooks are installed; `calls` logs the arguments of each run of medlint."""

    root: Path
    env: dict[str, str]
    calls: Path

    def run(self, *command: str) -> tuple[int, str]:
        done = subprocess.run(
            command, cwd=self.root, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        )  # fmt: skip
        return done.returncode, done.stdout

    def commit(self, files: dict[str, str]) -> tuple[int, str]:
        """Write files and commit everything."""
        for name, text in files.items():
            self.write(name, text)
        self.calls.unlink(missing_ok=True)
        assert self.run("git", "add", "-A") == (0, "")
        return self.run("git", "commit", "-qm", "Change the pages")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def handed(self) -> list[str]:
        """The files that the runs of medlint were given, all batches together."""
        return [word for word in self.calls.read_text(encoding="utf-8").split() if "." in word]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """An empty repository with the hooks of a clone of ours, and with nobody's git configuration."""
    base = tmp_path_factory.mktemp("pre-commit")
    for folder in ("home", "bin", "hooks", "site"):
        (base / folder).mkdir()
    (base / "home" / ".gitconfig").write_text(
        "[user]\nname = A Tester\nemail = tester@example.org\n[init]\ndefaultBranch = main\n[commit]\ngpgSign = false\n"
    )
    program = base / "bin" / "medlint"
    program.write_text(
        f'#!/bin/sh\necho "$*" >> {shlex.quote(str(base / "calls"))}\nexec {shlex.quote(sys.executable)} -m medlint "$@"\n'
    )
    program.chmod(0o755)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT"))}
    env = {
        **{k: v for k, v in kept.items() if k not in ("CI", "GITHUB_ACTIONS", "SKIP", "FORCE_COLOR")},
        "HOME": str(base / "home"), "XDG_CONFIG_HOME": str(base / "home"), "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(base / "home" / "pre-commit"), "PRE_COMMIT_COLOR": "never",
        "PATH": f"{base / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "MEDLINT_CACHE_DIR": str(cache_folder()), "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    hooks = Repository(base / "hooks", env, base / "calls")
    hooks.write(MANIFEST.name, MANIFEST.read_text(encoding="utf-8"))
    for command in ("git init -q", "git add -A", "git commit -qm Hooks", "git tag v0.1.0"):
        assert hooks.run(*command.split()) == (0, ""), command
    site = Repository(base / "site", env, base / "calls")
    site.write(".pre-commit-config.yaml", CONFIG.format(hooks=hooks.root))
    site.write(".gitignore", "dist/\n")
    assert site.run("git", "init", "-q") == (0, "")
    assert site.run(sys.executable, "-m", "pre_commit", "install")[0] == 0
    return site


def test_a_commit_is_let_through_or_stopped(repository: Repository) -> None:
    notes = {"README.md": RISKY, "tests/page.md": RISKY}
    status, told = repository.commit({"index.md": CLEAN, "logo.png": "", **notes})
    assert status == 0, told
    shown = [line for line in told.splitlines() if not line.startswith("[INFO]")]
    assert [line.split("...")[0] for line in shown] == ["medlint"]
    assert shown[0].endswith("Passed")
    assert {"index.md", "README.md"} <= set(repository.handed())
    assert "logo.png" not in repository.handed()

    pages = {f"pages/page{n}.md": CLEAN for n in range(1, 8)}
    status, told = repository.commit(pages | {"pages/page0.md": RISKY, "pages/page9.html": f"<p>{RISKY}</p>"})
    assert status == 1
    assert told.count("“minimal side effects” plays down the risks of ketamine.") == 2
    assert {"pages/page0.md", "pages/page9.html"} <= set(told.splitlines())
    assert sorted(repository.handed()) == [f"pages/page{n}.md" for n in range(8)] + ["pages/page9.html"]
    assert repository.run("git", "log", "--format=%s")[1].count("\n") == 1

    status, told = repository.run("medlint", "baseline", "write", "pages", "--select", "minimal-side-effects")
    assert (status, told.endswith("2 findings in 2 files let stand.\n")) == (0, True), told
    status, told = repository.commit({})
    assert status == 0, told
    assert repository.run("git", "status", "--porcelain", "--ignored") == (0, "")


def test_the_built_site_is_checked_when_asked_for(repository: Repository) -> None:
    command = (sys.executable, "-m", "pre_commit", "run", "--hook-stage", "manual", "medlint-built-site")
    status, told = repository.run(*command)
    assert status == 1
    assert "dist" in told
    assert "exit code: 2" in told  # no such folder is no clean pass
    repository.write("dist/index.html", f"<p>{RISKY}</p>")
    status, told = repository.run(*command)
    assert status == 1
    assert "dist/index.html" in told.splitlines()


def test_the_hook_takes_every_format_that_is_read_without_an_extra_and_no_other() -> None:
    read = set(SUFFIXES) - {".pdf"}
    (files,) = (hook["files"] for hook in yaml.safe_load(MANIFEST.read_text()) if hook["id"] == "medlint")
    taken = re.compile(files)
    assert [s for s in read if not taken.search(f"a/page{s}") or not taken.search(f"PAGE{s.upper()}")] == []
    assert [
        s for s in (".py", ".pdf", ".png", ".css", ".svg", ".htmlx", ".ht", "md", ".md.bak") if taken.search("a" + s)
    ] == []
    words = set(re.findall(r"[a-z0-9?]+", files.split("(", 2)[2]))
    spelt = {word.replace("?", "") for word in words} | {re.sub(r".\?", "", word) for word in words}
    assert {"." + word for word in spelt} == read


@pytest.mark.parametrize(
    ("command", "file"),
    [("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", ".pre-commit-config.yaml")],
)
def test_pre_commit_takes_our_files(command: str, file: str) -> None:
    done = subprocess.run([sys.executable, "-m", "pre_commit", command, ROOT / file], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


def test_runs_at_the_same_time_share_the_cache_of_packs(tmp_path: Path) -> None:
    pack = tmp_path / "mine.yaml"
    pack.write_text(pack_text(rule_text()), encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from medlint.packs.compiled import load_packs\n"
        "pack, cache = map(Path, sys.argv[1:])\n"
        "for n in range(6):\n"
        "    for file in cache.glob('*') if n % 3 == 0 else ():\n"
        "        file.unlink(missing_ok=True)\n"
        "    assert list(load_packs([pack], cache).rules) == ['zap']\n"
    )
    command = [sys.executable, "-c", code, str(pack), str(tmp_path / "cache")]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    assert [process.communicate()[1] for process in running] == [b"", b"", b""]
    assert list(load_packs([pack], tmp_path / "cache").rules) == ["zap"]
    assert [file.suffix for file in (tmp_path / "cache").iterdir()] == [".json"]
