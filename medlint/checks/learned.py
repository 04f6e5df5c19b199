"""Rules that tell what a trained model holds of the sentences that no pattern found anything in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from medlint.checks.kind import Kind
from medlint.findings import Severity
from medlint.packs.model import Guard, Header
from medlint.page import Match, Page

if TYPE_CHECKING:
    from medlint.evidence.facts import Facts
    from medlint.packs.words import WordLists
    from medlint.packs.yaml_source import Cursor


class LearnedRule(NamedTuple):
    """How the opinions of one family are told."""

    header: Header


def parse(
    header: Header, fields: dict[str, Cursor], words: WordLists, guards: Mapping[str, Guard], facts: Facts
) -> LearnedRule:
    """A learned rule from its fields. A mistake is noted where its severity is too high."""
    if header.severity is Severity.ERROR and "severity" in fields:
        fields["severity"].note("a trained opinion can be no more than a warning")
    return LearnedRule(header)


def run(rule: LearnedRule, page: Page) -> Iterator[Match]:
    """The sentences that the model puts in the rule's family."""
    for held in page.opinions:
        if held.family == rule.header.family:
            words = ", ".join(f"“{word}”" for word in held.words)
            weighed = f"; what weighed most: {words}" if words else ""
            message = f"{rule.header.message} (Second opinion of a trained model, {held.band}{weighed}.)"
            yield Match(rule, held.block, held.start, held.end, message)


KIND = Kind((), (), (), parse, run, late=True, idle=lambda page: not page.opinions)
