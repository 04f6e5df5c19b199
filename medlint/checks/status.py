"""Rules that hold statements of approval against the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from medlint.checks.context import guarding
from medlint.checks.kind import Kind, guards_of
from medlint.evidence.lexicon import Mention, masked
from medlint.evidence.status_triggers import TRIGGERS
from medlint.findings import Severity, Source
from medlint.packs.model import Guard, Header
from medlint.page import Match, Page
from medlint.view import View

if TYPE_CHECKING:
    from medlint.evidence.approval_verdicts import Verdict
    from medlint.evidence.approvals import Approval
    from medlint.evidence.facts import Facts, Treatment
    from medlint.evidence.statements import Statement
    from medlint.packs.words import WordLists
    from medlint.packs.yaml_source import Cursor


class StatusRule(NamedTuple):
    """How one verdict is told. `settles` are the ids of claim rules that are silent where the table has spoken."""

    header: Header
    verdict: str
    guards: Sequence[Guard]
    settles: tuple[str, ...]


class Judged(NamedTuple):
    """A statement of a block with its verdict."""

    block: int
    statement: Statement
    verdict: Verdict

    @property
    def span(self) -> tuple[int, int]:
        """From the words of approval to the last of the uses named behind them."""
        ends = [use.end for use in self.verdict.uses if use.start >= self.statement.start]
        return self.statement.start, max([self.statement.end, *ends])


def parse(
    header: Header, fields: dict[str, Cursor], words: WordLists, guards: Mapping[str, Guard], facts: Facts
) -> StatusRule:
    """A status rule from its fields. Mistakes are noted at their cursors."""
    from medlint.evidence.approval_verdicts import FAILED

    return StatusRule(
        header,
        fields["verdict"].choice(FAILED) if "verdict" in fields else "",
        guards_of(fields, guards),
        tuple(fields["settles"].strings()) if "settles" in fields else (),
    )


def run(rule: StatusRule, page: Page) -> Iterator[Match]:
    """The statements of the page that the rule's verdict was passed on."""
    for judged in judgements(page):
        if judged.verdict.kind != rule.verdict:
            continue
        view, (start, end) = page.views[judged.block], judged.span
        match = _match(rule, page, judged)
        if guard := guarding(rule.guards, page, view, start, end):
            page.silenced.append((match, guard))
        else:
            yield match


def settled(rules: list[StatusRule], page: Page, match: Match) -> bool:
    """Whether the table has spoken of the words of a claim match, so that the claim rule has nothing to add."""
    if not any(match.rule.header.id in rule.settles for rule in rules):
        return False
    return any(
        one.block == match.block and match.start < end and start < match.end
        for one in judgements(page)
        for start, end in [(one.statement.start, max([one.statement.end, *(z.end for z in one.statement.zones)]))]
    )


def judgements(page: Page) -> list[Judged]:
    """All statements of the page that the table knows something of, in reading order; worked out once."""
    if page.judgements is None:
        page.judgements = [judged for view in page.views for judged in _of_view(page, view)]
    return page.judgements


def _of_view(page: Page, view: View) -> Iterator[Judged]:
    if TRIGGERS.isdisjoint(view.words):
        return
    from medlint.evidence.statements import find_statements, with_ind

    text = with_ind(masked(view.block.lower, view.treatments, page.lexicons.marks), view.block.text)
    for sentence in view.sentences:
        if TRIGGERS.isdisjoint(sentence.words):
            continue
        for statement in find_statements(text, sentence.start, sentence.end, view.treatments):
            if verdict := _verdict(page, view, statement):
                yield Judged(view.index, statement, verdict)


def _verdict(page: Page, view: View, statement: Statement) -> Verdict | None:
    """The verdict on the first of the products that it fails, else on the first that is known."""
    from medlint.evidence.approval_verdicts import judge

    jurisdiction = statement.jurisdiction or page.home
    treatments: list[Treatment | None] = [*_treatments(page, view, statement)] or [None]
    verdicts = []
    for treatment in dict.fromkeys(treatments):
        rows = page.facts.approvals.get(treatment.id, ()) if treatment else ()
        here = [row for row in rows if row.jurisdiction == jurisdiction]
        verdicts.append(judge(statement, view.block.lower, treatment, here, jurisdiction))
    told = [verdict for verdict in verdicts if verdict]
    return next((v for v in told if v.kind != "true"), told[0] if told else None)


def _treatments(page: Page, view: View, statement: Statement) -> Iterator[Treatment]:
    if statement.of_page and (near := _subject(page, view, statement)):
        yield near
    for mention in statement.products:
        yield _meant(page, view, mention)


def _subject(page: Page, view: View, statement: Statement) -> Treatment | None:
    """What a text speaks of that does not name it: the last named before, the one that it hangs on, the page's.

    Nothing is taken for granted in a table, nor that a drug is called a device.
    """
    start = view.block.sentences[view.block.sentence_at(statement.start)][0]
    if view.block.kind == "cell":
        return None
    above = page.heads.lead(view, start)
    named = [m.id for m in view.treatments if m.end <= start]
    if not named and above:
        named = [m.id for m in above[0].treatments if above[1] <= m.start < above[2]]
    found = page.facts.treatments[named[-1]] if named else page.subject
    is_device = re.search(
        r"\b(?:device|laser|machine|system|equipment)s?\b", view.block.lower[start : statement.end + 40]
    )
    return None if found and is_device and found.kind != "device" else found


def _meant(page: Page, view: View, mention: Mention) -> Treatment:
    """What a name stands for: the brand beside it in parentheses, the compounded form where that is said."""
    facts, text = page.facts.treatments, view.block.lower
    found = facts[mention.id]
    at = view.treatments.index(mention)
    for other in view.treatments[max(0, at - 1) : at + 2]:
        low, high = sorted((mention, other))
        beside = view.block.text[low.end : high.start].strip()
        if other.id != mention.id and beside in ("(", "/") and _is_brand_of(facts[other.id], found):
            found = facts[other.id]
    before = text[max(0, mention.start - 40) : mention.start].split()[-4:]
    if "compounded" in before or "compounding" in before:
        name = f"compounded {text[mention.start : mention.end]}"
        for other_treatment in facts.values():
            if name in other_treatment.names:
                return other_treatment
    return found


def _is_brand_of(brand: Treatment, other: Treatment) -> bool:
    """Whether one treatment is a product of the other, which names it among its approved words."""
    return any(name in other.approved_words for name in brand.names)


def _match(rule: StatusRule, page: Page, judged: Judged) -> Match:
    from medlint.evidence.approvals import spoken

    verdict, header = judged.verdict, rule.header
    view = page.views[judged.block]
    label = verdict.treatment.label if verdict.treatment else "this treatment"
    uses = ", ".join(dict.fromkeys(page.document.quote(view.block, *use).lower() for use in verdict.uses))
    message = header.message.replace("{treatment}", label).replace("{uses}", uses or "that use")
    stale = [row for row in verdict.rows if row.is_stale(page.today)]
    known = f" {verdict.known}" if verdict.known else ""
    if stale:
        known += f" This was to be looked at again by {spoken(min(row.recheck for row in stale))}: check it first."
    unsure = stale or any(row.verified == "no" for row in verdict.rows)
    severity = min(header.severity, Severity.WARNING) if unsure else header.severity
    if verdict.kind == "too-wide" and not _names_unapproved(page, verdict.treatment):
        severity = min(severity, Severity.WARNING)
    return Match(
        rule, judged.block, *judged.span, message + known, severity=severity,
        treatment=verdict.treatment.id if verdict.treatment else None, sources=tuple(map(_source, verdict.rows[:2])),
    )  # fmt: skip


def _names_unapproved(page: Page, treatment: Treatment | None) -> bool:
    """Whether the page names one of the uses for which the treatment is not approved."""
    from medlint.checks.promoted import unapproved_uses

    return treatment is not None and bool(unapproved_uses(page, treatment))


def _source(row: Approval) -> Source:
    from medlint.evidence.approvals import spoken

    since = f"since {spoken(row.since)}" if row.since else ""
    return Source(
        f"approval-{row.treatment}", f"{row.treatment}: {row.status}, {row.use}", since, row.addresses[0],
        row.jurisdiction, "", row.as_of, row.verified,
    )  # fmt: skip


KIND = Kind(
    ("verdict", "unless", "settles"), ("verdict",), ("unless",), parse, run,
    idle=lambda page: TRIGGERS.isdisjoint(page.words),
)  # fmt: skip
