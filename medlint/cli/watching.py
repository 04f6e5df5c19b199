"""Checking the same pages again and again: which changes matter, and what is told of each check."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from medlint.cli.console import UsageError, warn
from medlint.cli.project import Looks, hangs_on, looks
from medlint.cli.run import Run, checked
from medlint.cli.variants import Variants
from medlint.clock import current_day
from medlint.config import BASELINE, Settings
from medlint.difference import difference
from medlint.discover import Filters, discover
from medlint.files import below
from medlint.findings import Finding
from medlint.reporters import Report, Style
from medlint.reporters.concise import line
from medlint.reporters.excerpt import paint
from medlint.reporters.text import DIM, by_file, summary

NAMED = 3
"""So many changed files are named."""

RENEWED = 50
"""After so many checks the linters are made anew: they keep what they have met of shared files."""

CLEAR = "\x1b[2J\x1b[H"


class Folders(NamedTuple):
    """What is watched: folders with all that is below them (`deep`), and folders without."""

    deep: frozenset[Path] = frozenset()
    flat: frozenset[Path] = frozenset()


@dataclass(slots=True)
class Session:
    """What is watched with some options of `lint_options`, and what was found last.

    `clear` says that each check takes the whole screen. All paths that are kept are real ones.
    """

    options: dict[str, Any]
    style: Style
    clear: bool = False
    _run: Run | None = None
    _report: Report | None = None
    _pages: frozenset[Path] = frozenset()
    _seen: set[Path] = field(default_factory=set)
    _looked: Looks = ()
    _day: date | None = None
    _checks: int = 0
    _warned: list[str] = field(default_factory=list)

    def start(self) -> None:
        """Check everything for the first time and tell all that is found. Raises UsageError."""
        report = self._check(quiet=False)
        findings = list(report.findings)
        told = by_file(findings, self.style) if self.clear else [line(f, self.style) for f in findings]
        _say([*told, summary(report), f"Watching {', '.join(self.options['paths'])}; Ctrl-C ends it."])

    def again(self, changed: Sequence[Path]) -> None:
        """Check again and tell what has come and gone. What cannot be used is told, and what was found stands."""
        before = self._findings
        lead = [CLEAR + _names(changed)] if self.clear else ["", _names(changed)]
        try:
            report = self._check(quiet=True)
        except UsageError as error:
            self._looked = ()
            _say([*lead, f"medlint: {error}", "Until that is mended, what was found before stands."])
            return
        now = difference(before, self._findings)
        gone = [paint(f"- {line(f, Style())}", DIM, self.style) for f in now.gone]
        come = by_file(now.come, self.style) if self.clear else [f"+ {line(f, self.style)}" for f in now.come]
        _say([*lead, *gone, *come, *([] if now else ["No finding has come or gone."]), summary(report)])

    def concerning(self, paths: Iterable[Path]) -> list[Path]:
        """Those of some paths that have changed after which a check may find something else.

        Among them are pages that have come or gone without being named, as with their folder.
        """
        paths = set(paths)
        packs = self._packs()
        files = self._seen | self._files()
        known = {
            p for p in paths if p in files or (p.suffix in (".yaml", ".yml") and any(map(p.is_relative_to, packs)))
        }
        if paths - known:
            known |= self._to_read() ^ self._pages
        return sorted(known)

    def folders(self) -> Folders:
        """The folders in which changes may matter."""
        given = [_real(path) for path in self.options["paths"]]
        deep = {path for path in (*given, *self._packs()) if path.is_dir()}
        files = {path for path in given if path not in deep} | self._files() | self._seen
        flat = {path.parent for path in files if path.parent.is_dir()}
        return Folders(frozenset(deep), frozenset(f for f in flat if not any(map(f.is_relative_to, deep))))

    @property
    def _findings(self) -> list[Finding]:
        return list(self._report.findings) if self._report else []

    @property
    def _settings(self) -> Settings:
        return self._run.settings if self._run else Settings()

    def _check(self, *, quiet: bool) -> Report:
        """Check everything; what has not changed comes from the cache."""
        seen: set[Path] = set()
        warned: list[str] = []
        run = checked(
            **self.options, quiet=quiet, tell=warned.append, standing=self._standing(),
            seen=lambda path, data: seen.add(_real(path)),
        )  # fmt: skip
        for message in warned:
            if message not in self._warned:
                warn(message)
        self._run, self._report, self._seen, self._warned = run, run.report(), seen, warned
        self._pages = frozenset(map(_real, [*(r.path for r in run.results), *(u.path for u in run.unreadable)]))
        self._looked, self._day = looks(hangs_on(run.settings)), current_day()
        self._checks += 1
        return self._report

    def _standing(self) -> Variants | None:
        """The linters of the last check, if nothing that they hang on has changed and no rule has failed."""
        if not self._run or self._day != current_day() or self._checks % RENEWED == 0:
            return None
        if self._looked != looks(hangs_on(self._settings)) or any(r.faults for r in self._run.results):
            return None
        return self._run.variants

    def _to_read(self) -> frozenset[Path]:
        """The pages that a check would read now."""
        s = self._settings
        found = discover(map(Path, self.options["paths"]), Filters(s.root, s.include, s.exclude))
        return frozenset(_real(one.path) for one in found if not one.reason)

    def _files(self) -> set[Path]:
        """The files beside the pages that findings hang on."""
        s = self._settings
        baseline = Path(s.baseline) if s.baseline else s.root / BASELINE
        named = [path for path in hangs_on(s) if not path.is_dir() and (path.parent == Path.cwd() or path.exists())]
        return {_real(path) for path in (*named, baseline)}

    def _packs(self) -> list[Path]:
        """The folders of packs."""
        return [path for path in map(_real, self._settings.packs) if path.is_dir()]


def _real(path: str | Path) -> Path:
    """Where the folder of a file really is; a file that is a link stays one, as it can be made to lead elsewhere."""
    given = Path(path)
    return given.resolve() if given.is_dir() else given.parent.resolve() / given.name


def _names(changed: Sequence[Path]) -> str:
    """“site/a.md, site/b.md and 2 more changed.”"""
    names = ", ".join(below(Path.cwd(), path) for path in changed[:NAMED])
    more = len(changed) - NAMED
    return f"{names}{f' and {more} more' if more > 0 else ''} changed."


def _say(lines: Sequence[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
