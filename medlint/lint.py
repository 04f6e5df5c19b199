"""The one orchestration: a document and the packs in, findings out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from medlint.checks import KINDS
from medlint.checks.claim import ClaimRule
from medlint.clock import current_day
from medlint.document import Document, Problem
from medlint.files import below
from medlint.findings import Cleared, Finding, Severity, Suppressed, byte_columns, fingerprint, places
from medlint.matching import Matcher
from medlint.overlaps import closest, distinct, of_page, told_once
from medlint.packs.loader import shipped_ids
from medlint.packs.model import Library, Outlined, Rule
from medlint.page import Match, Page
from medlint.parts import Parts
from medlint.passage import passages
from medlint.select import Selector
from medlint.steps import SEARCH_SECONDS, SearchTimeoutError
from medlint.texts import MOST_KEPT, Lexicons
from medlint.wording import Wording, Words, cited

if TYPE_CHECKING:
    from medlint.evidence.cleared import ClearedClaim
    from medlint.evidence.clearing import Clearing, Use
    from medlint.opinion.second import Model
    from medlint.suppressions import Suppressions

T = TypeVar("T")


class Result(Parts):
    """What was found on one page, what was wrong with the page, and which rules failed on it (id, why).

    Nothing is looked for on a page that is no `health_copy`. `set_aside` is how many findings the second opinion
    has put down as fair in their place; `cleared` are the cleared claims that let findings pass, and `suppressed`
    the findings that somebody has let stand. `words` is how many words of the page were read.
    """

    def __init__(
        self, path: str, findings: list[Finding], problems: list[Problem] | None = None,
        faults: list[tuple[str, str]] | None = None, health_copy: bool = True, set_aside: int = 0,
        cleared: list[Cleared] | None = None, suppressed: list[Suppressed] | None = None, words: int = 0,
    ) -> None:  # fmt: skip
        self.path = path
        self.findings = findings
        self.problems = [] if problems is None else problems
        self.faults = [] if faults is None else faults
        self.health_copy = health_copy
        self.set_aside = set_aside
        self.cleared = [] if cleared is None else cleared
        self.suppressed = [] if suppressed is None else suppressed
        self.words = words


class Linter:
    """A set of rules made ready to run over many documents.

    `wanted` says of a rule whether it is to run; `treatment` is the id of what every page is about when
    its words do not tell; `model` is asked for a second opinion where the library has learned rules. `claims` are the
    cleared claims; they and other dates are judged as of `today` (default: this day) and for `jurisdictions`. The
    fingerprints of findings go by paths below `root`, wherever medlint is run from. `severity` gives rules, families
    and packs another severity than their own. Directives must give reasons if `require_reasons`, let no findings of
    `locked` rules, families and packs stand, and may name what is `known` to be elsewhere.
    """

    def __init__(
        self, library: Library, wanted: Callable[[Outlined], bool] = lambda _: True, treatment: str | None = None,
        model: Model | None = None, claims: Iterable[ClearedClaim] = (), jurisdictions: Iterable[str] = ("us",),
        today: date | None = None, root: Path | None = None, severity: Mapping[str, Severity] | None = None, *,
        require_reasons: bool = True, locked: Iterable[str] = (), known: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self._severity = severity or {}
        self.root = root or Path.cwd()
        self.today = today or current_day()
        self.library = library
        self.treatment = treatment
        self.wanted = frozenset(id_ for id_, rule in library.outlines.items() if wanted(rule))
        # Disclosures count claims, so every claim rule runs; what is not wanted is left out at the end.
        self._selector = Selector(library.rules)
        self._lexicons = Lexicons(library.facts, selecting=self._selector.names)
        self._matcher = Matcher(library.lists)
        self._of_kind: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for id_, rule in library.outlines.items():
            self._of_kind[rule.header.kind].append(id_)
        self._late = [kind for kind, ids in self._of_kind.items() if ids and KINDS[kind].late]
        self._home = _home_of(pack.jurisdictions for pack in library.packs)
        self._model = (model or _shipped_model()) if self._of_kind["learned"] else None
        self._ours = shipped_ids()
        self._jurisdictions = frozenset(jurisdictions)
        self._clearing = _clearing(claims, self._jurisdictions, self.today)
        self._failed: dict[str, str] = {}
        self._shared: dict[Document, Page] = {}
        self._judging: dict[str, Any] = {"require_reasons": require_reasons, "locked": [*locked], "known": [*known]}

    @property
    def rules(self) -> list[Rule]:
        """Those that are to run, as a report tells of them."""
        return [rule for id_, rule in self.library.rules.items() if id_ in self.wanted]

    def page(self, document: Document, shared: Iterable[Document] = ()) -> Page:
        """A document made ready for the checks; `shared` are those whose text the page has too."""
        taken = [self._taken(one) for one in shared]
        return Page(
            document, self.library.facts, self._lexicons, self._matcher, self.treatment, taken,
            today=self.today, home=self._home,
        )  # fmt: skip

    def _taken(self, document: Document) -> Page:
        """A shared document, made ready once for all pages that have its text."""
        if document not in self._shared:
            self._shared[document] = Page(document, self.library.facts, self._lexicons, self._matcher, today=self.today)
        return self._shared[document]

    def check_all(
        self, documents: Iterable[Document], shared: Callable[[Document], Iterable[Document]] = lambda _: ()
    ) -> Iterator[Result]:
        """The results of many documents, in their order; `shared` gives those whose text a page has too."""
        for document in documents:
            yield self.check_page(self.page(document, shared(document)))

    def check(self, document: Document) -> Result:
        """All findings of a document, in reading order."""
        return self.check_page(self.page(document))

    def check_page(self, page: Page) -> Result:
        """The same for a page made ready before."""
        document = page.document
        if not page.is_health_copy:
            misuses, _ = self._let_stand(document, [], health_copy=False)
            return Result(document.path, misuses, document.problems, health_copy=False, words=document.words)
        page.cleared = self._clearing.found(page) if self._clearing else None
        before = set(self._failed)
        page.matches = distinct([*self._claims(page), *self._statuses(page)])
        found = len(page.matches)
        if self._model:
            from medlint.opinion.second import ask

            second = ask(self._model, page)
            page.opinions = second.told
            # What others' rules find is theirs to judge: no model has learned from it.
            # What is held against the table of approvals is no matter of opinion either.
            page.matches = [
                m
                for m in page.matches
                if m.rule.header.pack not in self._ours or m.rule.header.kind == "status" or not second.doubts(page, m)
            ]
        set_aside = found - len(page.matches)
        for kind in self._late:
            for rule in self._asked(kind, page):
                told = self._guarded(rule, partial(KINDS[kind].run, rule, page))
                page.matches = told_once(page.matches, told) if kind == "citation" else page.matches + told
        wording = Wording(page)
        wanted = [m for m in closest(page.matches) if m.rule.header.id in self.wanted]
        # A cleared claim still counts for what the page must say beside it; it is only not told.
        told = [m for m in wanted if of_page(m) or not _use_of(m, page)]
        findings = _numbered((self._finding(page, wording, m) for m in told), below(self.root, document.path))
        findings.sort(key=lambda f: (f.span, -f.severity, f.rule))
        faults = [(r, why) for r, why in self._failed.items() if r not in before]
        uses = page.cleared.uses if page.cleared else ()
        cleared = [_cleared(page, use, wanted) for use in uses if use.passes]
        findings, let = self._let_stand(document, findings)
        return Result(
            document.path, findings, document.problems, faults, set_aside=set_aside, cleared=cleared,
            suppressed=let, words=document.words,
        )  # fmt: skip

    def _let_stand(
        self, document: Document, findings: list[Finding], *, health_copy: bool = True
    ) -> tuple[list[Finding], list[Suppressed]]:
        """The findings that no directive lets stand, and the others."""
        if not document.comments:
            return findings, []
        ran = self.wanted - set(self._failed)
        path = below(self.root, document.path)
        return self._suppressions.apply(document, findings, ran, path, health_copy=health_copy)

    @cached_property
    def _suppressions(self) -> Suppressions:
        from medlint.suppressions import Suppressions

        return Suppressions(self.library, self.today, severity=self._severity, **self._judging)

    def _claims(self, page: Page) -> list[Match]:
        out: list[Match] = []
        applies: dict[str, bool] = {}
        spoken_of = (view for view in page.views if self._selector.speaks_of(view.plain.words))
        for passage in passages(self._matcher, spoken_of, self._selector.candidates):
            for view, sentence, entries in passage.promising():
                for rule, flag in entries:
                    id_ = rule.header.id
                    if id_ not in applies:
                        applies[id_] = self._applies(rule, page)
                    if applies[id_]:
                        out += self._guarded(rule, partial(rule.matches, flag, page, view, sentence))
            if len(page.views) > MOST_KEPT:
                for asked in passage.sentences:
                    asked.view.forget()
        rules = self._asked("status", page)
        if not rules:
            return out
        from medlint.checks.status import settled

        return [m for m in out if not settled(rules, page, m)]

    def _statuses(self, page: Page) -> list[Match]:
        rules = self._asked("status", page)
        return [m for rule in rules for m in self._guarded(rule, partial(KINDS["status"].run, rule, page))]

    def _asked(self, kind: str, page: Page) -> list[Any]:
        """The rules of a kind that has anything to say on a page; the others need not even be read."""
        ids = self._of_kind[kind]
        return [] if not ids or KINDS[kind].idle(page) else [self.library.rules[id_] for id_ in ids]

    @property
    def is_whole(self) -> bool:
        """Whether every rule still runs."""
        return not self._failed

    def put_out_of_service(self, faults: Iterable[tuple[str, str]]) -> None:
        """Go on without rules that have failed elsewhere: their ids, and why."""
        self._failed.update(faults)

    def _guarded(self, rule: Rule, work: Callable[[], Iterable[T]]) -> list[T]:
        """Run one rule; one that takes too long is put out of service and reported."""
        id_ = rule.header.id
        if id_ in self._failed:
            return []
        try:
            return list(work())
        except SearchTimeoutError:
            self._stop(rule)
            return []

    def _stop(self, rule: Rule) -> None:
        """Put a rule out of service."""
        self._failed[rule.header.id] = f"a pattern took longer than {SEARCH_SECONDS:g} s on one block and was stopped"

    def _words(self, wording: Wording, match: Match) -> Words:
        """What a finding says; of a rule that takes too long over the words to exchange, all but these."""
        try:
            return wording.of(match)
        except SearchTimeoutError:
            self._stop(match.rule)
            return wording.of(match, exchanging=False)

    def _applies(self, rule: ClaimRule, page: Page) -> bool:
        """Whether the page is one that a rule speaks of."""
        return any(self._guarded(rule, lambda: [rule.applies(page)]))

    def _level(self, match: Match) -> Severity:
        """How serious a match is here: as the settings say of its rule, else of its family, else of its pack."""
        names = match.rule.header.names if self._severity else ()
        return next((self._severity[name] for name in names if name in self._severity), match.level)

    def _finding(self, page: Page, wording: Wording, match: Match) -> Finding:
        header = match.rule.header
        view = page.views[match.block]
        block = view.block
        span = block.source_span(match.start, match.end)
        start, end = block.sentences[block.sentence_at(match.start)]
        end = max(end, match.end)
        sentence = page.document.quote(block, start, end)
        lead = len(page.document.quote(block, start, match.start)) if match.start > start else 0
        quote = page.document.quote(block, match.start, match.end)
        words = self._words(wording, match)
        context = [*page.document.labels, block.context]
        if header.family.startswith("missing-") and block.context == "testimonial":
            context.pop()  # what the page does not say is its own fault, whoever gave the occasion
        return Finding(
            page.document.path, header.id, header.pack, header.family, self._level(match),
            words.message, words.why, quote, span, *places(page.document, span), block.key_path,
            sentence, (lead, lead + len(quote)), words.suggestions,
            cited((*match.sources, *(self.library.facts.sources[s] for s in header.sources)), self._jurisdictions),
            tuple(dict.fromkeys(filter(None, context))),
            written=page.document.source[span.start : span.end],
            byte_columns=byte_columns(page.document, span),
        )  # fmt: skip


def _clearing(claims: Iterable[ClearedClaim], jurisdictions: Iterable[str], today: date) -> Clearing | None:
    """What looks for cleared claims, if there are any."""
    claims = tuple(claims)
    if not claims:
        return None
    from medlint.evidence.clearing import Clearing

    return Clearing(claims, jurisdictions, today)


def _home_of(jurisdictions: Iterable[tuple[str, ...]]) -> str:
    """By whose law an approval is meant that names no authority: the United States', else that of the only regime."""
    named = {name for one in jurisdictions for name in one}
    if not named or "us" in named:
        return "us"
    from medlint.evidence.approvals import AUTHORITIES

    named &= AUTHORITIES.keys()
    if not named:
        return "us"
    return named.pop() if len(named) == 1 else ""


def _shipped_model() -> Model:
    from medlint.opinion.linear import shipped

    return shipped()


def _use_of(match: Match, page: Page) -> Use | None:
    """The cleared text that a match lies within, if that is passed."""
    if page.cleared is None:
        return None
    uses = (use for use in page.cleared.uses if use.passes and use.holds(match.block, match.start, match.end))
    return next(uses, None)


def _cleared(page: Page, use: Use, matches: Iterable[Match]) -> Cleared:
    block = page.views[use.block].block
    span = block.source_span(use.start, use.end)
    passed = (
        m.rule.header.id
        for m in matches
        if not of_page(m) and use.holds(m.block, m.start, m.end)
    )  # fmt: skip
    first = use.claims[0]
    return Cleared(
        page.document.path, tuple(c.id for c in use.claims), first.approved_by, str(first.approved_on),
        str(first.expires) if first.expires else None, page.document.quote(block, use.start, use.end),
        span, *places(page.document, span), tuple(dict.fromkeys(passed)),
    )  # fmt: skip


def _numbered(findings: Iterable[Finding], path: str) -> list[Finding]:
    """Findings with their fingerprints; the same rule and sentence again is another occurrence."""
    seen: Counter[tuple[str, str]] = Counter()
    out = []
    for f in findings:
        said = f.said
        key = (f.rule, said)
        out.append(f._replace(fingerprint=fingerprint(f.rule, path, said, seen[key])))
        seen[key] += 1
    return out
