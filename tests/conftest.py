"""What the tests share: small packs on disk, the shipped packs read once, medlint as a subprocess."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from medlint.lint import Linter
from medlint.packs.loader import shipped_packs
from medlint.packs.model import Library
from medlint.packs.reading import Read, read

for name in ("CI", "GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "GITLAB_CI"):
    os.environ.pop(name, None)  # where the tests run is not what they are about

TODAY = date(2026, 11, 28)
"""The day on which facts are held against the day when somebody should look at them again."""

EPOCH = str(int(datetime(2026, 11, 28, 12, tzinfo=UTC).timestamp()))
"""The same for a subprocess."""

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # in the background of a shell; what tests start inherits that
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent

HEADER = "pack: {name}\ntitle: A pack\nversion: 1.0.0\n"
SOURCES = """\
define-sources:
  - id: test-law
    title: A law
    section: §1
    url: https://example.org/law
    requires: Tell the truth.
    as_of: 2026-11
    verified: "yes"
"""
DEFAULTS = "family: safety\nseverity: warning\nsources: [test-law]\n"
RULE = """\
  - id: {id}
    flag: {flag}
    message: "“{{match}}” is risky."
    why: It is.
    suggest: Say less.
    examples:
      flag: [{text}, {text}]
      pass: [Nothing here., Nothing there.]
"""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

Run = Callable[..., subprocess.CompletedProcess[str]]


def pack_text(rules: str, extra: str = "", name: str = "mine") -> str:
    """A whole pack in one file."""
    return HEADER.format(name=name) + SOURCES + DEFAULTS + extra + "rules:\n" + rules


def rule_text(flag: str = '"zap"', text: str = "zap", id_: str = "zap") -> str:
    """One rule; `flag` is YAML."""
    return RULE.format(id=id_, flag=flag, text=text)


@pytest.fixture
def make_pack(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a pack file."""

    def make(text: str, name: str = "mine.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return make


@pytest.fixture(scope="session")
def shipped_read() -> Read:
    """The packs that ship, as they were read."""
    return read(shipped_packs(), strict=True)


@pytest.fixture(scope="session")
def shipped(shipped_read: Read) -> Library:
    """The packs that ship."""
    return shipped_read.library


@pytest.fixture(scope="session")
def linter(shipped: Library) -> Linter:
    """A linter with the packs that ship."""
    return Linter(shipped, today=TODAY)


@pytest.fixture
def medlint(tmp_path: Path) -> Run:
    """Runs the real command line in an empty folder, with nobody's colours or terminal."""

    def run(
        *args: str | Path, stdin: bytes | None = None, cwd: Path | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "CI", "GITHUB_ACTIONS")}
        done = subprocess.run(
            command(*args),
            input=stdin,
            capture_output=True,
            cwd=cwd or tmp_path,
            env={**kept, "SOURCE_DATE_EPOCH": EPOCH, **(env or {})},
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def command(*args: str | Path) -> Sequence[str]:
    """The command line of a run."""
    return [sys.executable, "-m", "medlint", *map(str, args)]


def chromium() -> str | None:
    """The Chromium for tests in a browser: the one that MEDLINT_CHROMIUM names, or one that is installed."""
    return os.environ.get("MEDLINT_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not chromium():
        terminalreporter.write_line(
            "The browser tests were left out: there is no Chromium (MEDLINT_CHROMIUM names one)."
        )
