"""The tools that are measured: how they are installed, and how each is told what to read."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import writers
from phrases import phrase_rules
from timing import Command, run_quietly

ROOT = Path(__file__).parents[2]
NPM = ("textlint", "textlint-rule-prh", "textlint-plugin-html", "alex", "write-good")
SHARED = 200

Arguments = Callable[[Sequence[str]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Tool:
    """A way of running one of the tools. `rules` says in a few words which rules it runs; `reads_html` says how."""

    name: str
    version: str
    rules: str
    arguments: Arguments
    environment: dict[str, str] = field(default_factory=dict)
    reads_html: str = ""

    def on(self, folder: Path, *paths: str, before: Callable[[], object] | None = None) -> Command:
        """The command that reads some paths of a folder."""
        return Command(self.arguments(paths), folder, self.environment, before)


@dataclass(slots=True)
class Toolbox:
    """What there is to measure, by name, and why the rest could not be had."""

    tools: dict[str, Tool] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    def add(self, tool: Tool) -> None:
        self.tools[tool.name] = tool


@dataclass(frozen=True, slots=True)
class Medlint:
    """The medlint that is measured, and which options it has."""

    python: Path
    cache: Path
    options: str
    version: str

    @classmethod
    def of(cls, python: Path, work: Path) -> Medlint:
        done = [
            subprocess.run(
                [python, "-m", "medlint", *args], cwd=work, capture_output=True, text=True, check=True
            ).stdout
            for args in (("check", "--help"), ("--version",))
        ]
        return cls(python, work / "cache", done[0], done[1].split()[-1])

    def has(self, option: str) -> bool:
        return option in self.options

    def tool(self, name: str, rules: str, *options: str, jobs: int = 1, cached: bool = False) -> Tool:
        """medlint with some options, which keeps findings only if `cached`."""
        extra = [*options, "--isolated", "--format", "concise"]
        if self.has("--jobs"):
            extra += ["--jobs", str(jobs)]
        if self.has("--no-cache") and not cached:
            extra.append("--no-cache")
        command = self.python.with_name("medlint")
        start = [str(command)] if command.exists() else [str(self.python), "-m", "medlint"]
        return Tool(
            name, self.version, rules, lambda paths: (*start, "check", *extra, *paths),
            {"MEDLINT_CACHE_DIR": str(self.cache)}, "reads HTML",
        )  # fmt: skip

    def shared(self, rules: Path, name: str, *, jobs: int = 1) -> Tool:
        """Only a pack of phrases, without the packs that ship, as the peers run without their own rules."""
        options = ("--pack", str(rules), "--no-shipped-packs")
        return self.tool(name, "the shared rules", *options, jobs=jobs)

    def all_packs(self, name: str, *, jobs: int = 1, cached: bool = False) -> Tool:
        """What a user gets: every pack of the default jurisdiction and the second opinion."""
        return self.tool(name, "all that ship", jobs=jobs, cached=cached)


def installed_medlint(work: Path, python: Path | None) -> Medlint:
    """The given one, or this checkout, built and installed as a user would install it."""
    if python is None:
        python = _venv(work / "medlint")
        if not run_quietly([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ROOT]):
            raise SystemExit("medlint could not be installed; --medlint PYTHON measures one that is")
    return Medlint.of(python, work)


def peers(work: Path, *, npm: bool = True) -> Toolbox:
    """Install the peers that can be had, and write the shared rules for each."""
    box = Toolbox()
    rules, given = work / "rules", phrase_rules(SHARED)
    _proselint(box, work, rules, given)
    if npm:
        _npm(box, work, rules, given)
    _vale(box, rules, given)
    return box


def _venv(folder: Path) -> Path:
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    return python


def _proselint(box: Toolbox, work: Path, rules: Path, given: writers.Rules) -> None:
    python = _venv(work / "proselint")
    if not run_quietly([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "proselint"]):
        box.missing["proselint"] = "pip could not install it"
        return
    ask = "from importlib.metadata import version; print(version('proselint'))"
    version = subprocess.check_output([python, "-c", ask], text=True).strip()
    program = writers.proselint(given, rules)
    as_text = "reads HTML as text"
    box.add(
        Tool("proselint", version, "the shared rules", lambda p: (str(python), str(program), *p), reads_html=as_text)
    )
    own = str(python.with_name("proselint"))
    box.add(Tool("proselint, own rules", version, "its own", lambda p: (own, "check", "-o", "compact", *p)))


def _npm(box: Toolbox, work: Path, rules: Path, given: writers.Rules) -> None:
    node, npm, folder = shutil.which("node"), shutil.which("npm"), work / "npm"
    why = "" if node and npm else "there is no Node.js"
    if not why:
        folder.mkdir(exist_ok=True)
        there = all((folder / "node_modules" / name).exists() for name in NPM)
        quiet = ("--no-fund", "--no-audit", "--loglevel=error")
        if not there and not run_quietly([str(npm), "install", "--prefix", folder, *quiet, *NPM], folder):
            why = "npm could not install it"
    if why:
        box.missing |= dict.fromkeys(("textlint with prh", "alex", "write-good"), why)
        return
    modules = folder / "node_modules"
    environment = {"NODE_PATH": str(modules), "NODE_NO_WARNINGS": "1"}
    config, program = writers.textlint(given, rules), writers.write_good(given, rules)
    textlint = (str(node), str(modules / "textlint/bin/textlint.js"), "--config", str(config), "-f", "unix")
    good = (str(node), str(modules / "write-good/bin/write-good.js"), "--parse")
    alex = (str(node), str(modules / "alex/cli.js"))

    def of(name: str, package: str, said: str, start: tuple[str, ...], html: str = "") -> None:
        version = json.loads((modules / package / "package.json").read_text("utf-8"))["version"]
        box.add(Tool(name, version, said, lambda p: (*start, *p), environment, html))

    of("textlint with prh", "textlint", "the shared rules", textlint, "reads HTML")
    of("write-good", "write-good", "the shared rules", (str(node), str(program)), "reads HTML as text")
    of("write-good, own rules", "write-good", "its own", good)
    of("alex", "alex", "its own", alex)


def _vale(box: Toolbox, rules: Path, given: writers.Rules) -> None:
    command = shutil.which("vale")
    if not command:
        box.missing["Vale"] = "there is no `vale` on PATH"
        return
    version = subprocess.check_output([command, "--version"], text=True).split()[-1]
    config = writers.vale(given, rules)
    start = (command, "--config", str(config), "--output=line", "--no-exit")
    box.add(Tool("Vale", version, "the shared rules", lambda p: (*start, *p), reads_html="reads HTML"))
