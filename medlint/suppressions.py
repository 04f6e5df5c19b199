"""Which findings the directives of a page let stand, and what is wrong with the directives themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from medlint.checks.directive import DirectiveRule
from medlint.directives import Directive, Lines, Malformed
from medlint.document import Document, Span
from medlint.findings import (
    Finding,
    Misuse,
    Severity,
    Suggestion,
    Suppressed,
    byte_columns,
    fingerprint,
    normalised,
    places,
)
from medlint.packs.errors import did_you_mean
from medlint.packs.model import Library
from medlint.wording import fill

_WIDTH = {"next-line": 0, "line": 0, "range": 1, "file": 2}


@dataclass(slots=True)
class _Placed:
    """A directive with the rules that it names, and where these may stand: [start, end), by rule where they differ."""

    directive: Directive
    rules: frozenset[str]
    held: bool
    start: int
    end: int
    used: bool = False
    ends: dict[str, int] = field(default_factory=dict)

    def covers(self, finding: Finding) -> bool:
        """Whether it holds for the place of a finding of one of its rules."""
        if not self.held:
            return False
        start, end = finding.span
        kind = self.directive.kind
        if kind == "line":
            return start < self.end and end > self.start
        return kind == "file" or self.start <= start < self.ends.get(finding.rule, self.end)

    @property
    def order(self) -> tuple[int, int]:
        """The narrowest first, and of those the innermost."""
        return _WIDTH[self.directive.kind], -self.directive.comment.start


@dataclass(frozen=True, slots=True)
class _Told:
    """Something wrong: with what, where in the source, within which directive, and what fills the words of its rule."""

    about: Misuse
    span: Span
    whole: Span
    values: dict[str, str] = field(default_factory=dict)


class Suppressions:
    """Judges directives by the rules of a library, as of `today`.

    `locked` are names of rules, families and packs that no directive lets stand, beside the rules that say so
    themselves; `known` are names that count as known although no rule in the library has them; `severity` gives names
    another severity.
    """

    def __init__(
        self, library: Library, today: date, *, require_reasons: bool = True, locked: Collection[str] = (),
        known: Iterable[str] = (), severity: Mapping[str, Severity] | None = None,
    ) -> None:  # fmt: skip
        self.library = library
        self.today = today
        self.require_reasons = require_reasons
        names: dict[str, set[str]] = {name: set() for name in known}
        for rule in library.outlines.values():
            for name in (rule.header.id, rule.header.family):
                names.setdefault(name, set()).add(rule.header.id)
        self.rules_of = {name: frozenset(ids) for name, ids in names.items()}
        self.locked = {
            id_
            for id_, rule in library.outlines.items()
            if rule.header.locked or rule.header.kind == "directive" or not set(locked).isdisjoint(rule.header.names)
        }
        self._severity = severity or {}
        tellers = (library.rules[id_] for id_, rule in library.outlines.items() if rule.header.kind == "directive")
        self._tellers = {rule.about: rule for rule in tellers if isinstance(rule, DirectiveRule)}

    def apply(
        self, document: Document, findings: list[Finding], ran: AbstractSet[str], path: str, *, health_copy: bool = True
    ) -> tuple[list[Finding], list[Suppressed]]:
        """The findings that are left, with what is wrong with directives among them, and those that are let stand.

        `ran` are the ids of the rules that ran, `path` is what the fingerprints go by. On a page that is no
        `health_copy` only what cannot be read is told.
        """
        told: list[_Told] = []
        placed = self._placed(document, told)
        by_rule: dict[str, list[_Placed]] = {}
        for one in placed:
            for rule in one.rules:
                by_rule.setdefault(rule, []).append(one)
        kept: list[Finding] = []
        suppressed: list[Suppressed] = []
        for finding in findings:
            covering = min(
                (p for p in by_rule.get(finding.rule, ()) if p.covers(finding)), key=lambda p: p.order, default=None
            )
            if covering is None:
                kept.append(finding)
                continue
            covering.used = True
            by = covering.directive
            line = document.place(by.span.start).line
            suppressed.append(
                Suppressed(finding, "directive", by.reason, str(by.until) if by.until else None, line)
            )  # fmt: skip
        told += [self._unused(p.directive) for p in placed if p.held and not p.used and self._all_ran(p, ran)]
        wanted = [t for t in told if health_copy or t.about in ("unknown-rule", "malformed")]
        misuses = list(self._findings(document, wanted, ran, path))
        kept = sorted([*kept, *misuses], key=lambda f: (f.span, -f.severity, f.rule))
        return kept, suppressed

    def _all_ran(self, placed: _Placed, ran: AbstractSet[str]) -> bool:
        """Whether all that a directive names was looked for, so that it can be judged."""
        names = [self.rules_of.get(name) for name, _ in placed.directive.names]
        return placed.rules <= ran and frozenset() not in names

    def _unused(self, directive: Directive) -> _Told:
        rules = ", ".join(name for name, _ in directive.names) or "any rule"
        return _Told("unused", directive.span, directive.span, {"rules": rules})

    # What a directive names

    def _placed(self, document: Document, told: list[_Told]) -> list[_Placed]:
        """The directives that let something stand, or would; what is wrong with any is added to `told`."""
        found: list[_Placed] = []
        open_: list[tuple[_Placed, set[str]]] = []
        lines = Lines(document)
        for one in lines.directives:
            if isinstance(one, Malformed):
                told.append(_Told("malformed", one.span, one.whole, {"flaw": one.flaw}))
                continue
            ids = self._ids(one, told)
            if one.kind == "enable":
                if not self._close(one, ids, open_):
                    told.append(self._unused(one))
                continue
            free = frozenset(ids - self.locked)
            placed = _Placed(one, free, self._holds(one, told) and bool(free), *lines.reach(one))
            if one.kind == "range":
                open_.append((placed, ids))
            found.append(placed)
        return found

    def _ids(self, one: Directive, told: list[_Told]) -> set[str]:
        """The rules that a directive names."""
        ids: set[str] = set()
        for name, span in one.names:
            own = self.rules_of.get(name)
            if own is None:
                hint = did_you_mean(name, self.rules_of) or "."
                told.append(_Told("unknown-rule", span, one.span, {"hint": hint}))
                continue
            if own and own <= self.locked and one.kind != "enable":
                told.append(_Told("locked", span, one.span))
            ids |= own
        return ids

    def _holds(self, one: Directive, told: list[_Told]) -> bool:
        unexplained = self.require_reasons and not one.reason
        expired = one.until is not None and one.until < self.today
        if unexplained:
            told.append(_Told("without-reason", one.span, one.span))
        if expired:
            told.append(_Told("expired", one.until_span or one.span, one.span, {"until": str(one.until)}))
        return not unexplained and not expired

    def _close(self, one: Directive, ids: set[str], open_: list[tuple[_Placed, set[str]]]) -> bool:
        """End the ranges that an enable names; says whether there was any, or nothing that it could name."""
        at = one.comment.start
        closed = False
        for placed, rest in open_:
            ending = rest & ids if one.names else set(rest)
            if ending and at < placed.end:
                closed = True
                placed.ends |= dict.fromkeys(ending, at)
                rest -= ending
        open_[:] = [(placed, rest) for placed, rest in open_ if rest]
        return closed or (bool(one.names) and not ids)

    # Telling what is wrong

    def _findings(
        self, document: Document, told: Iterable[_Told], ran: AbstractSet[str], path: str
    ) -> Iterator[Finding]:
        seen: dict[tuple[str, str], int] = {}
        for one in told:
            rule = self._tellers.get(one.about)
            if rule is None or rule.header.id not in ran:
                continue
            header = rule.header
            source = document.source
            quote = " ".join(source[one.span.start : one.span.end].split())
            said = " ".join(source[one.whole.start : one.whole.end].split())
            lead = 0
            if one.span != one.whole:
                lead = max(0, said.find(quote, len(" ".join(source[one.whole.start : one.span.start].split()))))
            values = {**one.values, "match": quote}
            level = next((self._severity[n] for n in header.names if n in self._severity), header.severity)
            key = (header.id, normalised(said))
            seen[key] = seen.get(key, -1) + 1
            yield Finding(
                document.path, header.id, header.pack, header.family, level,
                fill(header.message, values), fill(header.why, values), quote, one.span, *places(document, one.span),
                None, said, (lead, lead + len(quote)),
                tuple(Suggestion(fill(s.text, values), advice=s.advice) for s in header.suggest),
                tuple(self.library.facts.sources[s] for s in header.sources), tuple(document.labels),
                fingerprint(header.id, path, normalised(said), seen[key]),
                written=document.source[one.span.start : one.span.end], byte_columns=byte_columns(document, one.span),
            )  # fmt: skip
