"""From pages to rows of a table: one for each finding, and one for each page that has none or could not be checked."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from medlint.cli.console import UsageError
from medlint.cli.variants import Variants
from medlint.config import Settings
from medlint.document import Document
from medlint.findings import Finding
from medlint.integrations.media import as_utf8, format_for
from medlint.lint import Linter, Result
from medlint.packs.compiled import cache_folder
from medlint.readers import ReadError, read

SOURCES = "array<struct<id:string,title:string,section:string,url:string>>"
COLUMNS: dict[str, str] = {
    "url": "string",
    "status": "string",
    "reason": "string",
    "rule": "string",
    "family": "string",
    "severity": "string",
    "message": "string",
    "why": "string",
    "quote": "string",
    "line": "int",
    "column": "int",
    "end_line": "int",
    "end_column": "int",
    "suggestion": "string",
    "sources": SOURCES,
    "context": "array<string>",
    "fingerprint": "string",
}
"""The columns of a table of findings and their types, in the words of SQL."""

Row = dict[str, Any]
Pack = tuple[str, tuple[tuple[str, bytes], ...]]
"""A pack by content: its name and the paths, within it, and bytes of its files; a pack of one file has the path ``."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page as it was fetched. `problem` says why there is nothing to read, where that is known already."""

    url: str
    content: bytes | str | None
    media_type: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """All that a worker needs to make a linter of its own. Dates are judged as of `today`."""

    today: date
    jurisdictions: tuple[str, ...] = ("us",)
    packs: tuple[Pack, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    treatment: str | None = None

    def linter(self) -> Linter:
        """A linter with nothing left out of service. Raises ValueError for settings and packs that cannot be used."""
        paths = tuple(str(_unpacked(pack)) for pack in self.packs)
        settings = Settings(paths, (), self.jurisdictions, self.select, self.ignore, treatment=self.treatment)
        try:
            return Variants(settings, Path.cwd(), self.today, isolated=True).linter("")
        except UsageError as error:
            raise ValueError(str(error)) from None


def packed(path: Path) -> Pack:
    """A pack of files to send along with a job. Raises ValueError when there is none."""
    if path.is_file():
        return path.name, (("", path.read_bytes()),)
    files = sorted(path.rglob("*.y*ml")) if path.is_dir() else []
    if not files:
        raise ValueError(f"{path}: there is no such pack")
    return path.name, tuple((file.relative_to(path).as_posix(), file.read_bytes()) for file in files)


def _unpacked(pack: Pack) -> Path:
    """The pack on this machine, at a place that depends on its content alone, so that its compiled form is found."""
    name, files = pack
    key = hashlib.sha256(repr(files).encode()).hexdigest()[:32]
    whole = cache_folder() / "sent" / key / name
    if not whole.exists():
        whole.parent.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=whole.parent.parent) as made:
            for inner, data in files:
                file = Path(made, key, name, inner)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            try:
                Path(made, key).rename(whole.parent)
            except OSError:
                if not whole.exists():  # another worker has not been faster
                    raise
    return whole


class Worker:
    """Lints many pages with one linter. A rule that ran out of time on one page runs again on the next."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._linter = job.linter()

    def rows(self, pages: Iterable[WebPage]) -> Iterator[Row]:
        """The rows of some pages, in their order."""
        for page in pages:
            yield from self._rows(page)

    def _rows(self, page: WebPage) -> Iterator[Row]:
        try:
            result = self._linter.check_page(self._linter.page(document(page)))
        except ReadError as error:
            yield row(page.url, "unreadable", str(error))
            return
        except Exception as error:  # noqa: BLE001 - one page must not end a job of millions
            yield row(page.url, "failed", _fault(error))
            return
        yield from of_result(page.url, result)
        if result.faults:
            self._linter = self._job.linter()


def document(page: WebPage) -> Document:
    """A page as it is read. Raises ReadError."""
    if page.problem:
        raise ReadError(page.problem)
    format = format_for(page.media_type, page.url)
    if format is None:
        raise ReadError(f"medlint does not read {page.media_type or 'a page without a media type'}")
    if page.content is None:
        raise ReadError("has no content")
    if isinstance(page.content, str):
        return read(page.url, page.content.encode(errors="replace"), format)
    return read(page.url, as_utf8(bytes(page.content), format, page.media_type), format)


def of_result(url: str, result: Result) -> Iterator[Row]:
    """The rows of a page that has been checked."""
    if not result.health_copy:
        yield row(url, "not-health-copy")
    elif not result.findings and not result.suppressed:
        yield row(url, "clean")
    for finding in result.findings:
        yield of_finding(url, "finding", finding)
    for let in result.suppressed:
        yield of_finding(url, "suppressed", let.finding, let.reason)
    for rule, why in result.faults:
        yield row(url, "incomplete", why, rule=rule)


def of_finding(url: str, status: str, finding: Finding, reason: str | None = None) -> Row:
    """The row of a finding."""
    return row(
        url, status, reason, rule=finding.rule, family=finding.family, severity=finding.severity.label,
        message=finding.message, why=finding.why, quote=finding.quote, line=finding.line, column=finding.column,
        end_line=finding.end_line, end_column=finding.end_column,
        suggestion=next((s.text for s in finding.suggestions), None),
        sources=[
            {"id": s.id, "title": _plain(s.title), "section": _plain(s.section), "url": _plain(s.url)}
            for s in finding.sources
        ],
        context=list(finding.context), fingerprint=finding.fingerprint,
    )  # fmt: skip


def row(url: str, status: str, reason: str | None = None, **values: Any) -> Row:
    """A row; what is not given is null."""
    given = {"url": url, "status": status, "reason": reason, **values}
    return {name: _plain(given.get(name)) for name in COLUMNS}


def _plain(value: Any) -> Any:
    """Text that can be written as UTF-8 (a page can hold half of a pair of surrogates)."""
    return value.encode(errors="replace").decode() if isinstance(value, str) else value


def _fault(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
