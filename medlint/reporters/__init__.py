"""Output formats: one small module each, imported when it is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from medlint.evidence.facts import Facts
from medlint.findings import Finding, Suppressed
from medlint.lint import Result
from medlint.packs.model import PackInfo, Rule

FORMATS = {
    "text": "medlint.reporters.text",
    "json": "medlint.reporters.json_",
    "concise": "medlint.reporters.concise",
    "github": "medlint.reporters.github",
    "sarif": "medlint.reporters.sarif",
    "markdown": "medlint.reporters.markdown",
    "html": "medlint.reporters.html_",
    "gitlab": "medlint.reporters.gitlab",
    "junit": "medlint.reporters.junit",
    "rdjson": "medlint.reporters.rdjson",
    "checkstyle": "medlint.reporters.checkstyle",
    "jsonl": "medlint.reporters.jsonl",
}
"""The module of each output format; what it has to have is a function `render(report, style)` that gives a text."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was not read, and why."""

    path: str
    reason: str


def count_by_reason(files: Sequence[Unread]) -> str:
    """“3 skipped: 2 tests, 1 hidden”, the most frequent reason first."""
    reasons = sorted(Counter(u.reason for u in files).items(), key=lambda i: (-i[1], i[0]))
    return f"{len(files)} skipped: " + ", ".join(f"{n} {reason}" for reason, n in reasons)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a reporter may tell. `results` holds the pages in the order in which they were read,
    `hidden` is how many findings there are beside those that are shown, and `unchanged` how many more stand on lines
    that have not changed. `rules` are those that ran, with the `facts`
    that hold their sources; paths are told from `root` on where a format wants them so.
    """

    version: str
    packs: tuple[PackInfo, ...]
    results: tuple[Result, ...]
    skipped: tuple[Unread, ...]
    unreadable: tuple[Unread, ...]
    hidden: int = 0
    rules: Sequence[Rule] = ()
    facts: Facts = field(default_factory=Facts)
    root: Path = field(default_factory=Path.cwd)
    unchanged: int = 0

    @property
    def findings(self) -> Iterator[Finding]:
        return (f for result in self.results for f in result.findings)

    @property
    def suppressed(self) -> Iterator[Suppressed]:
        return (s for result in self.results for s in result.suppressed)


@dataclass(frozen=True, slots=True)
class Style:
    """How text output looks: `width` in columns (0: never wrap), `color` for a terminal."""

    width: int = 0
    color: bool = False


def render(name: str, report: Report, style: Style) -> str:
    """The report in a format of `FORMATS`; names of files that are no text have “?” for what cannot be told."""
    text: str = import_module(FORMATS[name]).render(report, style)
    return text.encode(errors="replace").decode()
