"""Rules that find a statement missing: the page does something, so it must say something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from medlint.checks.context import guarding, leads_of
from medlint.checks.kind import Kind, guards_of
from medlint.packs.model import Guard, Header, Rule
from medlint.packs.pattern_nodes import Pattern
from medlint.page import Match, Page
from medlint.view import View

if TYPE_CHECKING:
    from medlint.balance import Balance, Told
    from medlint.evidence.facts import Facts, Treatment
    from medlint.packs.words import WordLists
    from medlint.packs.yaml_source import Cursor

TREATMENTS = ("named", "needs-status")

ENOUGH_HINTS = 2
"""In so many sentences hints make a statement."""


class When(NamedTuple):
    """What a page has to do: make `at_least` claims of some families, hold patterns, name a treatment.

    One of the claims must be of the families `with_`, if there are any. In place of claims a page can, if `or_headed`,
    offer the treatment in a heading for a use that is not approved.
    """

    claims: frozenset[str]
    at_least: int
    with_: frozenset[str]
    or_headed: bool
    all: tuple[Pattern, ...]
    not_: tuple[Pattern, ...]
    treatment: str


class DisclosureRule(NamedTuple):
    """A statement that must stand within the page, the section or so many blocks of the trigger.

    One match of `require` makes it, or `ENOUGH_HINTS` sentences with one of the `hints`, or one of `says` below one of
    the `leads`; no match counts where one of the guards holds.
    """

    header: Header
    when: When
    require: tuple[Pattern, ...]
    hints: tuple[Pattern, ...]
    leads: tuple[Pattern, ...]
    says: tuple[Pattern, ...]
    require_risks: int
    within: str
    guards: Sequence[Guard]


def parse(
    header: Header, fields: dict[str, Cursor], words: WordLists, guards: Mapping[str, Guard], facts: Facts
) -> DisclosureRule:
    """A disclosure rule from its fields. Mistakes are noted at their cursors."""
    within = fields["within"].string() if "within" in fields else "page"
    if within not in ("page", "section") and not within.isdigit():
        fields["within"].note("should be page, section or a number of blocks")
    below = fields["below"].fields(("lead", "says"), ("lead", "says")) if "below" in fields else {}
    return DisclosureRule(
        header,
        when_from(fields, words),
        words.patterns(fields["require"]) if "require" in fields else (),
        words.patterns(fields["hints"]) if "hints" in fields else (),
        words.patterns(below["lead"]) if "lead" in below else (),
        words.patterns(below["says"]) if "says" in below else (),
        fields["require-risks"].number() if "require-risks" in fields else 0,
        within,
        guards_of(fields, guards),
    )


def when_from(fields: dict[str, Cursor], words: WordLists) -> When:
    """What a page has to do, from the key `when` of a rule."""
    keys = ("claims", "at-least", "with", "or-headed", "all", "not", "treatment")
    when = fields["when"].fields(keys) if "when" in fields else {}
    if "when" in fields and not {"claims", "all"} & set(when):
        fields["when"].note("needs “claims” or “all”: what on the page makes the statement necessary")
    return When(
        frozenset(when["claims"].strings()) if "claims" in when else frozenset(),
        when["at-least"].number() if "at-least" in when else 1,
        frozenset(when["with"].strings()) if "with" in when else frozenset(),
        when["or-headed"].flag() if "or-headed" in when else False,
        words.patterns(when["all"]) if "all" in when else (),
        words.patterns(when["not"]) if "not" in when else (),
        when["treatment"].choice(TREATMENTS) if "treatment" in when else "",
    )


def run(rule: DisclosureRule, page: Page) -> Iterator[Match]:
    """At most one match: the strongest trigger whose statement is missing."""
    treatment = _treatment(rule.when.treatment, page)
    for trigger in triggers(rule, rule.when, page):
        if not _stated(rule, page, _zone(rule.within, page, trigger.block), treatment):
            from medlint.balance import Balance
            from medlint.checks.promoted import promotion

            missing = Balance(page).missing if rule.require_risks else []
            more = promotion(page, page.home) if rule.when.treatment == "needs-status" else ""
            message = f"{rule.header.message} {more}" if more else None
            values = {"missing-risks": ", ".join(missing)} if missing else {}
            yield Match(rule, trigger.block, trigger.start, trigger.end, message, values=values)
            return


def triggers(rule: Rule, when: When, page: Page) -> list[Match]:
    """What makes a statement necessary, the strongest first; nothing on a page that `when` does not speak of."""
    treatment = _treatment(when.treatment, page) if when.treatment else None
    if when.treatment and treatment is None:
        return []
    if page.says(when.not_) or not all(page.any([p]) for p in when.all):
        return []
    found = _claims(when, page) if when.claims else _patterns(rule, when, page)
    if len(found) < max(1, when.at_least):
        return _headed(rule, page, treatment) if when.or_headed and treatment else []
    return sorted(found, key=lambda m: (-m.rule.header.severity, m.block, m.start))


def _treatment(wanted: str, page: Page) -> Treatment | None:
    """What the page is about, if that is of the wanted kind."""
    subject = page.subject
    if subject is None or wanted != "needs-status" or subject.needs_status:
        return subject
    from medlint.checks.promoted import is_claimed

    return subject if is_claimed(page, subject) else None


def _claims(when: When, page: Page) -> list[Match]:
    found = [m for m in page.matches if m.rule.header.family in when.claims]
    return found if not when.with_ or any(m.rule.header.family in when.with_ for m in found) else []


def _headed(rule: Rule, page: Page, treatment: Treatment) -> list[Match]:
    if not page.offers:
        return []
    from medlint.checks.promoted import headings_for

    return [Match(rule, *span) for span in headings_for(page, treatment)]


def _patterns(rule: Rule, when: When, page: Page) -> list[Match]:
    last = when.all[-1]
    return [Match(rule, v.index, a, b) for v in page.views for a, b in v.find(last)]


def _zone(within: str, page: Page, block: int) -> list[View]:
    if within == "page":
        return page.views
    if within == "section":
        start, end = next((s, e) for s, e in page.document.sections() if s <= block < e)
        return page.views[start:end]
    return page.views[max(0, block - int(within)) : block + int(within) + 1]


def _stated(rule: DisclosureRule, page: Page, zone: list[View], treatment: Treatment | None) -> bool:
    """Whether the zone says it; a page says what the files say that it takes in, a section does not."""
    zones = [(page, zone), *((shared, shared.views) for shared in page.shared if rule.within == "page")]
    if any(_says(rule, one, views) for one, views in zones):
        return True
    if rule.hints or rule.says:
        from medlint.balance import Balance

        if sum(_hinted(rule, one, views, Balance(one)) for one, views in zones) >= ENOUGH_HINTS:
            return True
    if not rule.require_risks or treatment is None:
        return False
    from medlint.balance import Balance

    inside = {view.index for view in zone}
    told = {
        one.risk
        for one in Balance(page).told
        if (rule.within == "page" if one.path else one.block in inside and _counts(rule, page, one))
    }
    return len(told) >= rule.require_risks


def _counts(rule: DisclosureRule, page: Page, told: Told) -> bool:
    """Whether no guard holds for a risk that the page itself tells."""
    return guarding(rule.guards, page, page.views[told.block], told.start, told.end) is None


def _says(rule: DisclosureRule, page: Page, views: list[View]) -> bool:
    """Whether one of the patterns matches where no guard holds."""
    found = page.find(rule.require, views)
    return any(guarding(rule.guards, page, view, start, end) is None for view, start, end in found)


def _hinted(rule: DisclosureRule, page: Page, views: list[View], balance: Balance) -> int:
    """In how many sentences hints stand that count; one below its lead counts for enough of them."""
    hinted: set[tuple[int, int]] = set()
    for patterns in (rule.says, rule.hints):
        for view, start, end in page.find(patterns, views):
            if guarding(rule.guards, page, view, start, end) or balance.denies(page, view, start, end):
                continue
            if patterns is rule.hints:
                hinted.add((view.index, view.block.sentence_at(start)))
            elif any(v.any(rule.leads, *span) for v, *span in leads_of(page, view, start)):
                return ENOUGH_HINTS
    return len(hinted)


KEYS = ("when", "require", "hints", "below", "require-risks", "within", "unless")
KIND = Kind(KEYS, ("when",), (), parse, run, late=True, of_page=True)
