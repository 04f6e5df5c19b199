"""Rules that find a statement missing: the page does something, so it must say something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from medlint.checks.kind import Kind
from medlint.packs.model import Guard, Header, Rule
from medlint.packs.pattern_nodes import Pattern
from medlint.page import Match, Page, View

if TYPE_CHECKING:
    from medlint.evidence.facts import Facts, Treatment
    from medlint.packs.words import WordLists
    from medlint.packs.yaml_source import Cursor

TREATMENTS = ("named", "needs-status")


class When(NamedTuple):
    """What a page has to do: make `at_least` claims of some families, hold patterns, name a treatment."""

    claims: frozenset[str]
    at_least: int
    all: tuple[Pattern, ...]
    not_: tuple[Pattern, ...]
    treatment: str


class DisclosureRule(NamedTuple):
    """A statement that must stand within the page, the section or so many blocks of the trigger."""

    header: Header
    when: When
    require: tuple[Pattern, ...]
    require_risks: int
    within: str


def parse(
    header: Header, fields: dict[str, Cursor], words: WordLists, guards: Mapping[str, Guard], facts: Facts
) -> DisclosureRule:
    """A disclosure rule from its fields. Mistakes are noted at their cursors."""
    within = fields["within"].string() if "within" in fields else "page"
    if within not in ("page", "section") and not within.isdigit():
        fields["within"].note("should be page, section or a number of blocks")
    return DisclosureRule(
        header,
        when_from(fields, words),
        words.patterns(fields["require"]) if "require" in fields else (),
        fields["require-risks"].number() if "require-risks" in fields else 0,
        within,
    )


def when_from(fields: dict[str, Cursor], words: WordLists) -> When:
    """What a page has to do, from the key `when` of a rule."""
    keys = ("claims", "at-least", "all", "not", "treatment")
    when = fields["when"].fields(keys) if "when" in fields else {}
    if "when" in fields and not {"claims", "all"} & set(when):
        fields["when"].note("needs “claims” or “all”: what on the page makes the statement necessary")
    return When(
        frozenset(when["claims"].strings()) if "claims" in when else frozenset(),
        when["at-least"].number() if "at-least" in when else 1,
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
    if when.treatment and _treatment(when.treatment, page) is None:
        return []
    if page.says(when.not_) or not all(page.any([p]) for p in when.all):
        return []
    found = _claims(when, page) if when.claims else _patterns(rule, when, page)
    if len(found) < max(1, when.at_least):
        return []
    return sorted(found, key=lambda m: (-m.rule.header.severity, m.block, m.start))


def _treatment(wanted: str, page: Page) -> Treatment | None:
    """What the page is about, if that is of the wanted kind."""
    subject = page.subject
    return subject if subject and (wanted != "needs-status" or subject.needs_status) else None


def _claims(when: When, page: Page) -> list[Match]:
    return [m for m in page.matches if m.rule.header.family in when.claims]


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

    def says(patterns: tuple[Pattern, ...]) -> bool:
        return page.says(patterns) if rule.within == "page" else page.any(patterns, zone)

    if says(rule.require):
        return True
    if not rule.require_risks or treatment is None:
        return False
    from medlint.balance import Balance

    inside = {view.index for view in zone}
    told = {one.risk for one in Balance(page).told if (one.path and rule.within == "page") or one.block in inside}
    return len(told) >= rule.require_risks


KIND = Kind(("when", "require", "require-risks", "within"), ("when",), (), parse, run, late=True, of_page=True)
