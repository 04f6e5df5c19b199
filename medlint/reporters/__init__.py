"""Output formats: one small module each, imported when it is asked for."""

# No annotation is kept as a text here: of each of its fields' a named tuple would have to compile it.

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from medlint.document import Document
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
"""The module of each output format; what it has to have is a function `render(report, style)` that gives a text.

One that has a function `parts(report)` too can be written part by part.
"""

SHOW_COPY = ("html",)
"""The formats that show the pages themselves, so that they must be read again."""


class Unread(NamedTuple):
    """A file that was not read, and why."""

    path: str
    reason: str


def count_by_reason(files: Sequence[Unread]) -> str:
    """“3 skipped: 2 tests, 1 hidden”, the most frequent reason first."""
    reasons = sorted(Counter(u.reason for u in files).items(), key=lambda i: (-i[1], i[0]))
    return f"{len(files)} skipped: " + ", ".join(f"{n} {reason}" for reason, n in reasons)


class Trend(NamedTuple):
    """What became of the entries of a baseline, each known by the path of its file from the root, and its rule.

    `known` stand as before, the findings of `gone` are not there any more, and `expired` are past their last day, so
    that their findings are told again.
    """

    known: tuple[tuple[str, str], ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    expired: tuple[tuple[str, str], ...] = ()


class Report(NamedTuple):
    """Everything a reporter may tell. `results` holds the pages in the order in which they were read,
    `hidden` is how many findings there are beside those that are shown, and `unchanged` how many more stand on lines
    that have not changed. `rules` are those that ran, with the `facts` that hold their sources; paths are told from
    `root` on where a format wants them so. `trend` is there if a baseline was used; `day` is the one as of which pages
    were judged. `document` reads a page again, by its path as in `results`, for formats in `SHOW_COPY`; it gives None
    for a page that has changed since.
    """

    version: str
    packs: tuple[PackInfo, ...]
    results: tuple[Result, ...]
    skipped: tuple[Unread, ...]
    unreadable: tuple[Unread, ...]
    hidden: int = 0
    rules: Sequence[Rule] = ()
    facts: Facts = Facts()
    root: Path = Path()
    unchanged: int = 0
    trend: Trend | None = None
    day: date | None = None
    document: Callable[[str], Document | None] | None = None

    @property
    def findings(self) -> Iterator[Finding]:
        return (f for result in self.results for f in result.findings)

    @property
    def suppressed(self) -> Iterator[Suppressed]:
        return (s for result in self.results for s in result.suppressed)


class Style(NamedTuple):
    """How text output looks: `width` in columns (0: never wrap), `color` for a terminal."""

    width: int = 0
    color: bool = False


def render(name: str, report: Report, style: Style) -> str:
    """The report in a format of `FORMATS`; names of files that are no text have “?” for what cannot be told."""
    return "".join(parts(name, report, style))


def parts(name: str, report: Report, style: Style) -> Iterator[str]:
    """The same part by part: a report that is large need not be held as a whole."""
    module = import_module(FORMATS[name])
    told: Iterable[str] = module.parts(report) if hasattr(module, "parts") else [module.render(report, style)]
    return (text.encode(errors="replace").decode() for text in told)
