"""The baseline: findings that were there when medlint came, so that only new ones fail.

An entry is known by its rule, its file, its sentence and which of several like it it is. Lines play no part, so entries
hold while the text round them changes.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from medlint.files import below, write_whole
from medlint.findings import Finding, Suppressed, normalised
from medlint.lint import Result

VERSION = 1
ENOUGH = 0.5
"""The share of a file's entries that have to be found in another file for it to be the same file, moved."""

LEARNED = "reads-like-"
"""How the rules of the trained second opinion begin."""

Key = tuple[str, str, str, int]
"""Rule, path, what tells the finding from others of its rule (see `Finding.said`), and which of those it is, from 0."""


Judged = Callable[[str], Container[str]]
"""The ids of the rules that ran on a file."""


class BaselineError(Exception):
    """A baseline that cannot be used, in one sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that is let stand. `path` is relative to the folder of the baseline; `until` is the last day.

    `page` says that the finding is about the page as a whole: then the sentence is only where it stood.
    """

    rule: str
    path: str
    sentence: str
    page: bool = False
    occurrence: int = 0
    reason: str = ""
    until: date | None = None

    @property
    def key(self) -> Key:
        return known_by(self.rule), self.path, "" if self.page else normalised(self.sentence), self.occurrence


@dataclass(slots=True)
class Applied:
    """What became of a baseline in a run: the results without what it let stand, and the entries that did nothing.

    `stale` are those whose finding is gone, `expired` those whose last day is past while the finding is still there;
    `moved` are files that were followed, old name to new.
    """

    results: list[Result]
    used: list[Entry] = field(default_factory=list)
    stale: list[Entry] = field(default_factory=list)
    expired: list[Entry] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Baseline:
    """The entries of a file."""

    path: Path
    entries: list[Entry] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.path.resolve().parent

    def apply(self, results: Sequence[Result], today: date, judged: Judged, *, follow: bool = False) -> Applied:
        """Let stand what has an entry.

        Entries of rules that were not `judged` on their file are neither used nor stale. An entry is stale only if its
        file was checked or is no longer there. With `follow`, the entries of a file that is gone go to the file that
        has most of its sentences.
        """
        pages = {below(self.folder, r.path): r for r in results}
        entries = [e for e in self.entries if e.rule in judged(str(self.folder / e.path))]
        moved = self._moved(entries, pages) if follow else {}
        entries = [replace(e, path=moved.get(e.path, e.path)) for e in entries]
        open_ = {e.key: e for e in entries}
        out = Applied([], moved=moved)
        for name, result in pages.items():
            kept, let = [], list(result.suppressed)
            for finding, key in keyed(result, name):
                entry = open_.pop(key, None)
                if entry and entry.until and entry.until < today:
                    out.expired.append(entry)
                    entry = None
                if entry:
                    out.used.append(entry)
                    let.append(Suppressed(finding, "baseline", entry.reason, _day(entry.until)))
                else:
                    kept.append(finding)
            out.results.append(result.having(findings=kept, suppressed=let))
        out.stale = [e for e in open_.values() if e.path in pages or not (self.folder / e.path).exists()]
        return out

    def _moved(self, entries: Iterable[Entry], pages: dict[str, Result]) -> dict[str, str]:
        """Files that are gone and the new files that hold most of what was let stand in them."""
        known: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for e in entries:
            known[e.path][e.rule, normalised(e.sentence)] += 1
        gone = [path for path in known if path not in pages and not (self.folder / path).exists()]
        new = {
            name: Counter((f.rule, normalised(f.sentence)) for f in result.findings)
            for name, result in pages.items()
            if name not in known
        } if gone else {}  # fmt: skip
        shares = sorted(
            ((known[old] & there).total() / known[old].total(), old, name)
            for old in gone
            for name, there in new.items()
        )
        out: dict[str, str] = {}
        for share, old, name in reversed(shares):
            if share >= ENOUGH and old not in out and name not in out.values():
                out[old] = name
        return out

    def with_findings(
        self, results: Sequence[Result], judged: Judged, reason: str = "", until: date | None = None
    ) -> Baseline:
        """A baseline of all findings that are open in some results, and of what was not looked at.

        That is what rules found that were not `judged` on their file, and files that are there but not among the
        results. An entry that stays keeps its own reason and day; `reason` and `until` are for the new ones.
        """
        names = {below(self.folder, r.path): r for r in results}
        before = {e.key: e for e in self.entries}
        entries = [
            e
            for e in self.entries
            if (e.path not in names and (self.folder / e.path).exists())
            or (e.path in names and e.rule not in judged(names[e.path].path))
        ]
        for name, result in names.items():
            for finding, key in keyed(result, name):
                new = Entry(finding.rule, name, finding.sentence, finding.is_page_level, key[3], reason, until)
                kept = before.get(key)
                entries.append(replace(kept, rule=finding.rule, sentence=finding.sentence) if kept else new)
        return Baseline(self.path, entries)

    def without(self, stale: Iterable[Entry]) -> Baseline:
        """The same without some entries."""
        gone = {e.key for e in stale}
        return Baseline(self.path, [e for e in self.entries if e.key not in gone])

    def renamed(self, moved: dict[str, str]) -> Baseline:
        """The same with the entries of moved files under their new names."""
        return Baseline(self.path, [replace(e, path=moved.get(e.path, e.path)) for e in self.entries])

    def write(self) -> None:
        """Write the file, in a stable order, an entry a line. Raises OSError."""
        files: dict[str, list[str]] = {}
        for e in sorted(self.entries, key=lambda e: (e.path, e.rule, e.key)):
            row: dict[str, Any] = {"rule": e.rule, "sentence": e.sentence}
            row |= {"page": True} if e.page else {}
            row |= {"occurrence": e.occurrence} if e.occurrence else {}
            row |= {"reason": e.reason} if e.reason else {}
            row |= {"until": _day(e.until)} if e.until else {}
            files.setdefault(e.path, []).append("      " + json.dumps(row, ensure_ascii=False))
        parts = (
            f"    {json.dumps(path, ensure_ascii=False)}: [\n" + ",\n".join(rows) + "\n    ]"
            for path, rows in files.items()
        )
        body = ",\n".join(parts)
        body = f"{{\n{body}\n  }}" if files else "{}"
        write_whole(self.path, f'{{\n  "medlint-baseline": {VERSION},\n  "files": {body}\n}}\n')


def known_by(rule: str) -> str:
    """What a rule's entries are known by: the rules of the trained second opinion are one.

    The model reads a sentence with its neighbours, so an edit beside it can make the same sentence read like another
    kind of claim.
    """
    return LEARNED if rule.startswith(LEARNED) else rule


def keyed(result: Result, name: str) -> Iterator[tuple[Finding, Key]]:
    """The open findings of a page, each with its key; those that a directive lets stand count among what is alike."""
    seen: Counter[tuple[str, str]] = Counter()
    everything = [*((f, True) for f in result.findings), *((s.finding, False) for s in result.suppressed)]
    for finding, is_open in sorted(everything, key=lambda pair: (pair[0].span, pair[0].rule)):
        kind = (known_by(finding.rule), finding.said)
        if is_open:
            yield finding, (kind[0], name, finding.said, seen[kind])
        seen[kind] += 1


def _day(day: date | None) -> str | None:
    return str(day) if day else None


def read_baseline(path: Path) -> Baseline:
    """The baseline of a file. Raises BaselineError; a file that is not there is one too."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise BaselineError(f"{path}: there is no such baseline; `medlint baseline write` makes one") from None
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror}") from None
    except json.JSONDecodeError as error:
        raise BaselineError(f"{path}:{error.lineno}: not valid JSON: {error.msg}") from None
    except (UnicodeDecodeError, RecursionError):
        raise BaselineError(f"{path}: is no baseline of medlint") from None
    version = data.get("medlint-baseline") if isinstance(data, dict) else None
    if not isinstance(version, int):
        raise BaselineError(f"{path}: is no baseline of medlint (it has no “medlint-baseline” that says its version)")
    if version != VERSION:
        raise BaselineError(
            f"{path}: is of version {version}, and this medlint reads version {VERSION}; update medlint"
        )
    files = data.get("files")
    if not isinstance(files, dict):
        raise BaselineError(f"{path}: “files” should be a table of files and their entries")
    entries = [
        _entry(row, str(name), f"{path}: {name}, entry {n}")
        for name, rows in files.items()
        for n, row in _rows(rows, path, name)
    ]
    return Baseline(path, entries)


def _rows(rows: Any, path: Path, name: str) -> Iterator[tuple[int, Any]]:
    if not isinstance(rows, list):
        raise BaselineError(f"{path}: {name} should have a list of entries")
    return iter(enumerate(rows, 1))


def _entry(row: Any, path: str, where: str) -> Entry:
    known = ("rule", "sentence", "page", "occurrence", "reason", "until")
    if not isinstance(row, dict) or not isinstance(row.get("rule"), str) or not isinstance(row.get("sentence"), str):
        raise BaselineError(f"{where}: should have a “rule” and a “sentence”")
    for key in row:
        if key not in known:
            raise BaselineError(f"{where}: unknown key “{key}”; an entry has {', '.join(known)}")
    page, occurrence, reason = row.get("page", False), row.get("occurrence", 0), row.get("reason", "")
    if not isinstance(page, bool) or not isinstance(reason, str) or not isinstance(occurrence, int) or occurrence < 0:
        raise BaselineError(f"{where}: page should be true or false, occurrence a number from 0 and reason a text")
    until = row.get("until")
    try:
        day = date.fromisoformat(until) if until is not None else None
    except (TypeError, ValueError):
        raise BaselineError(f"{where}: until should be a day as year-month-day, not “{until}”") from None
    return Entry(row["rule"], path, row["sentence"], page, occurrence, reason, day)
