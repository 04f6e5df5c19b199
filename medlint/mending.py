"""A page on its way to a better one: what is found on it, what is changed, and what was passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from medlint.document import Document
from medlint.findings import Finding
from medlint.fixes import Edit, Fix, applied, fixes_of
from medlint.readers import read
from medlint.rewriting import TextFile

Lint = Callable[[str, bytes], list[Finding]]
"""The findings on a page (its path and bytes) that are told."""

ROUNDS = 20
"""One exchange can make room for another; more often than this it is not tried."""


@dataclass(slots=True)
class Draft:
    """A file as it is being mended. `standing` are the fingerprints of findings that are let stand or not shown."""

    file: TextFile
    lint: Lint
    standing: set[str] = field(default_factory=set)
    source: str = ""
    _at: tuple[str, Document, list[Finding]] | None = None

    def __post_init__(self) -> None:
        self.source = self.file.source

    @property
    def is_changed(self) -> bool:
        return self.source != self.file.source

    @property
    def document(self) -> Document:
        """The page as it is now."""
        return self._now()[1]

    @property
    def findings(self) -> list[Finding]:
        """What is found on the page as it is now and not let stand, in reading order."""
        return [f for f in self._now()[2] if f.fingerprint not in self.standing]

    def only(self, told: Iterable[Finding]) -> None:
        """Let all findings stand but some."""
        self.standing = {f.fingerprint for f in self._now()[2]} - {f.fingerprint for f in told}

    def make(self, edits: Iterable[Edit]) -> None:
        """Change the page."""
        self.source = applied(self.source, edits)

    def _now(self) -> tuple[str, Document, list[Finding]]:
        if self._at is None or self._at[0] != self.source:
            data = self.file.encoded(self.source)
            self._at = self.source, read(self.file.path, data), self.lint(self.file.path, data)
        return self._at


def mend_safely(draft: Draft) -> int:
    """Make every exchange that is safe; returns how many. Those that overlap are made one after the other."""
    made = 0
    tried: set[tuple[str, str, tuple[Edit, ...]]] = set()
    for _ in range(ROUNDS):
        chosen: list[Fix] = []
        for finding in draft.findings:
            if not any(s.safe for s in finding.suggestions):
                continue
            fix = next((fix for fix in fixes_of(draft.document, finding) if fix.safe), None)
            if fix and _key(fix) not in tried and not any(_overlap(fix, other) for other in chosen):
                chosen.append(fix)
        if not chosen:
            break
        tried |= {_key(fix) for fix in chosen}
        draft.make(edit for fix in chosen for edit in fix.edits)
        made += len(chosen)
    return made


def _key(fix: Fix) -> tuple[str, str, tuple[Edit, ...]]:
    return fix.finding.rule, fix.finding.quote, fix.edits


def _overlap(one: Fix, other: Fix) -> bool:
    """Whether two fixes touch the same text, or the same words of the page are at stake."""
    spans = [(a.span, b.span) for a in one.edits for b in other.edits]
    spans.append((one.finding.span, other.finding.span))
    return any(a.start <= b.end and b.start <= a.end for a, b in spans)
