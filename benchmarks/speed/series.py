"""What is measured: each series gives its processes a name, `series/tool`, and runs them in turn."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import writers
from phrases import phrase_rules
from timing import Command, Figures, findings, interleaved, load
from tools import Medlint, Tool, Toolbox

SHARED = "medlint"
ALL = "medlint, all packs"
PASS = "python -c pass"
GROWTH = (200, 2000, 10_000)
ONE_FILE = ("50kb", "5mb", "line")


@dataclass(slots=True)
class Bench:
    """The tools, the pages and what has been found out. `rounds` is for what is quick; the rest is run less often."""

    medlint: Medlint
    box: Toolbox
    corpus: Path
    work: Path
    rounds: int
    some: int
    figures: Figures = field(default_factory=lambda: Figures({}))
    found: dict[str, float] = field(default_factory=dict)
    loads: list[float] = field(default_factory=list)
    runs: dict[str, int] = field(default_factory=dict)

    def run(self, series: str, commands: dict[str, Command], rounds: int) -> None:
        """Measure a series."""
        print(f"{series}, {rounds} rounds", flush=True)
        self.loads.append(load())
        self.runs[series] = rounds
        self.figures.update(interleaved({f"{series}/{name}": c for name, c in commands.items()}, rounds))

    def pages(self, kind: str, count: int | None = None) -> str:
        """A folder with the first `count` pages, as a path in the corpus (all of them: None)."""
        if count is None:
            return kind
        folder = self.corpus / f"{kind}-{count}"
        if not folder.exists():
            folder.mkdir()
            for file in sorted((self.corpus / kind).iterdir())[:count]:
                shutil.copyfile(file, folder / file.name)
        return folder.name

    def on(self, tool: Tool, *paths: str, before: Callable[[], object] | None = None) -> Command:
        """The command of a tool on some of the corpus."""
        return tool.on(self.corpus, *paths, before=before)

    def peers(self, kind: str, *, every: bool = False) -> Iterator[Tool]:
        """Those that read a kind of page; a second way of running one, with its own rules, is for `every` alone."""
        for tool in self.box.tools.values():
            if (kind == "md" or tool.reads_html) and (every or not tool.name.endswith("own rules")):
                yield tool

    def shared(self, *, jobs: int = 1, rules: int = 200) -> Tool:
        """medlint with so many of the shared rules."""
        pack = self.work / f"rules/{rules}/shared"
        if not pack.exists():
            writers.medlint(phrase_rules(rules), pack.parent)
        return self.medlint.shared(pack, SHARED + ", 2 processes" * (jobs == 2), jobs=jobs)

    def both(self, *, jobs: int = 1) -> tuple[Tool, Tool]:
        """medlint with the shared rules, and with all packs."""
        return self.shared(jobs=jobs), self.medlint.all_packs(ALL + ", 2 processes" * (jobs == 2), jobs=jobs)

    @property
    def has_jobs(self) -> bool:
        return self.medlint.has("--jobs")


def check(bench: Bench) -> None:
    """Count what each tool finds on some pages; one that finds nothing is not measured."""
    folder = bench.pages("md", 20)
    for tool in [*bench.both(), *bench.peers("md", every=True)]:
        bench.found[tool.name] = findings(bench.on(tool, *_listed(bench, tool, folder))) / 20
        print(f"  {tool.name}: {bench.found[tool.name]:.1f} findings a page", flush=True)
        if not bench.found[tool.name]:
            if tool.name.startswith(SHARED):
                raise SystemExit(f"{tool.name} finds nothing: there is nothing to measure")
            del bench.box.tools[tool.name]
            bench.box.missing[tool.name] = "it found nothing, so something about how it was run is wrong"


def first_run(bench: Bench) -> None:
    """One page with no cache of packs."""
    tools = bench.both()
    clear = {tool.name: bench.on(tool, "md/0000.md", before=lambda: _clear(bench)) for tool in tools}
    bench.run("first run", clear, 2)
    for tool in tools:
        findings(bench.on(tool, "md/0000.md"))  # what follows finds its packs compiled


def start(bench: Bench) -> None:
    """One page of 6 kB."""
    page = "md/0000.md"
    commands = {PASS: Command((str(bench.medlint.python), "-c", "pass"), bench.corpus)}
    commands |= {tool.name: bench.on(tool, page) for tool in [*bench.both(), *bench.peers("md", every=True)]}
    bench.run("start", commands, bench.rounds)


def some_pages(bench: Bench, kind: str) -> None:
    """A few hundred pages."""
    tools = [*bench.both(), *(bench.both(jobs=2) if bench.has_jobs else ()), *bench.peers(kind)]
    folder = bench.pages(kind, bench.some)
    bench.run(f"{bench.some} {kind}", _commands(bench, tools, folder), max(1, bench.rounds // 4))


def all_pages(bench: Bench, kind: str) -> None:
    """All pages, for each tool once."""
    tools = [*bench.both(), *(bench.both(jobs=2) if bench.has_jobs else ())]
    tools += bench.peers(kind) if kind == "md" else [t for t in bench.peers(kind) if t.name == "proselint"]
    bench.run(f"2000 {kind}", _commands(bench, tools, kind), 1)


def page_size(bench: Bench) -> None:
    """One large page, and one line."""
    for name in ONE_FILE:
        tools = [*bench.both(), *(tool for tool in bench.peers("md") if tool.rules == "the shared rules")]
        rounds = max(1, bench.rounds // 4) if name != "5mb" else max(1, bench.rounds // 8)
        bench.run(name, {tool.name: bench.on(tool, f"{name}.md") for tool in tools}, rounds)


def cache(bench: Bench, kind: str = "md") -> None:
    """All packs on pages that have not changed since they were read."""
    if not bench.medlint.has("--no-cache"):
        return
    cold, warm = bench.medlint.all_packs("cold"), bench.medlint.all_packs("warm", cached=True)
    command = bench.on(warm, kind)
    findings(command)  # fills the cache
    bench.run("cache", {"cold": bench.on(cold, kind), "warm": command}, 1)


def growth(bench: Bench) -> None:
    """The same pages with more and more rules."""
    folder = bench.pages("md", bench.some)
    tools = {f"{count} rules": bench.shared(rules=count) for count in GROWTH}
    for name, tool in tools.items():
        if not findings(bench.on(tool, "md/0000.md")):  # compiles the pack
            raise SystemExit(f"medlint with {name} finds nothing: there is nothing to measure")
    bench.run("growth", {name: bench.on(tool, folder) for name, tool in tools.items()}, max(1, bench.rounds // 6))


def _commands(bench: Bench, tools: list[Tool], folder: str) -> dict[str, Command]:
    return {tool.name: bench.on(tool, *_listed(bench, tool, folder)) for tool in tools}


def _listed(bench: Bench, tool: Tool, folder: str) -> list[str]:
    """A folder, or its files for a tool that does not walk folders."""
    if not tool.name.startswith(("write-good", "textlint", "alex")):
        return [folder]
    return sorted(f"{folder}/{file.name}" for file in (bench.corpus / folder).iterdir())


def _clear(bench: Bench) -> None:
    shutil.rmtree(bench.medlint.cache, ignore_errors=True)
