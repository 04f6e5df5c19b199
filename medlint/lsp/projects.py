"""Which settings and which linter hold for a file in an editor; all is read anew when its files look changed."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from medlint.baseline import Baseline, BaselineError, read_baseline
from medlint.clock import current_day
from medlint.config import BASELINE, FILES, ConfigError, Settings
from medlint.discover import Filters, discover
from medlint.document import Document
from medlint.evidence.reference_list import LOCK_NAME
from medlint.findings import Finding, Severity
from medlint.lint import Linter, Result
from medlint.resolve import project_of, root_of
from medlint.site import Composition

Looks = dict[Path, tuple[int, int] | None]
"""What tells of files whether they have changed: size and time of the last change; None for one that is not there."""


class ProjectError(Exception):
    """Settings, packs or other files of a project that cannot be used: what is wrong, for people."""


class Linters(Protocol):
    """Gives each page its linter, and the ids of the rules that run on it. Both raise ProjectError."""

    def linter(self, path: str) -> Linter: ...
    def judged(self, path: str) -> Container[str]: ...


@dataclass(slots=True)
class Project:
    """What holds for the files below one configuration file, or of one repository that has none.

    `told` says whether a finding is told at all, by whose words it is in. `looks` are those of the files that it was
    made from, and of those that pages take in.
    """

    settings: Settings
    root: Path
    today: date
    linters: Linters
    told: Callable[[Finding, Settings], bool]
    baseline: Baseline | None
    looks: Looks
    _composition: Composition | None = None

    def passes_over(self, path: Path) -> bool:
        """Whether medlint would not read a file on a walk: it is excluded, ignored by git, a note, a test …"""
        filters = Filters(self.settings.root, self.settings.include, self.settings.exclude)
        return any(one.reason for one in discover([path], filters, force_exclude=True))

    def check(self, document: Document) -> Result:
        """The result of a page, with the findings that are told. Raises ProjectError."""
        linter = self.linters.linter(document.path)
        result = linter.check_page(linter.page(document, self._taken(document)))
        if self.baseline:
            result = self.baseline.apply([result], self.today, self.linters.judged).results[0]
        least = Severity.named(self.settings.min_severity)
        result.findings = [f for f in result.findings if f.severity >= least and self.told(f, self.settings)]
        return result

    def _taken(self, document: Document) -> list[Document]:
        """The documents whose text a page has too."""
        if self._composition is None:
            root = self.settings.root if self.settings.origin else project_of([Path(document.path)])
            try:
                self._composition = Composition(root, self.settings.site, self.settings.follow, self._saw)
            except ConfigError as error:
                raise ProjectError(str(error)) from None
        return self._composition.shared(document, Path(document.path))

    def _saw(self, path: str, data: bytes) -> None:
        self.looks |= _looks([Path(path)])


@dataclass(slots=True)
class Projects:
    """The projects of the files that are open.

    `settings` gives those for files in a folder and may raise ConfigError; `linters` makes the linters of a project
    from its settings, its root and the day.
    """

    settings: Callable[[Path], Settings]
    linters: Callable[[Settings, Path, date], Linters]
    told: Callable[[Finding, Settings], bool]
    isolated: bool = False
    _settings: dict[Path, tuple[Looks, Settings]] = field(default_factory=dict)
    _projects: dict[Path, Project] = field(default_factory=dict)

    def of(self, path: Path) -> Project:
        """The project of a file (an absolute path). Raises ProjectError."""
        settings = self._settings_of(path.parent)
        root = settings.root if settings.origin else root_of([path.parent])
        own = _looks(self._made_from(settings, root))
        known, today = self._projects.get(settings.origin or root), current_day()
        if not known or known.settings != settings or known.today != today or known.looks != _looks(known.looks) | own:
            made = self.linters(settings, root, today)
            known = Project(settings, root, today, made, self.told, self._baseline(settings, root), own)
            self._projects[settings.origin or root] = known
        return known

    def rests_on(self, path: Path) -> bool:
        """Whether what is found in other files can hang on a file (an absolute path)."""
        if path.name in (*FILES, BASELINE, LOCK_NAME):
            return True
        projects = list(self._projects.values())  # the thread that checks may add one meanwhile
        return any(path in p.looks or any(path.is_relative_to(pack) for pack in p.settings.packs) for p in projects)

    def _settings_of(self, folder: Path) -> Settings:
        nearest = [above / name for above in (folder, *folder.parents) for name in FILES]
        known = self._settings.get(folder)
        if known is None or known[0] != _looks(known[0]):
            try:
                settings = self.settings(folder)
            except ConfigError as error:
                raise ProjectError(str(error)) from None
            known = self._settings[folder] = (_looks([*nearest, *settings.files]), settings)
        return known[1]

    def _made_from(self, settings: Settings, root: Path) -> Iterator[Path]:
        """The files that a project is made from, beside what ships and the configuration."""
        for name in (*settings.packs, *settings.claims, *settings.references):
            path = Path(name)
            yield from path.rglob("*.y*ml") if path.is_dir() else [path]
        yield settings.root / LOCK_NAME
        yield self._place_of_baseline(settings, root)

    def _place_of_baseline(self, settings: Settings, root: Path) -> Path:
        return Path(settings.baseline) if settings.baseline else root / BASELINE

    def _baseline(self, settings: Settings, root: Path) -> Baseline | None:
        """The baseline that is named, or the one at its usual place, if any."""
        path = self._place_of_baseline(settings, root)
        if not settings.baseline and (self.isolated or not path.exists()):
            return None
        try:
            return read_baseline(path)
        except BaselineError as error:
            raise ProjectError(str(error)) from None


def _looks(paths: Iterable[Path]) -> Looks:
    return {path: _look(path) for path in paths}


def _look(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns
