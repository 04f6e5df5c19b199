"""Rules that hold the evidence a page calls on against the reference library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from medlint.checks.context import guarding
from medlint.checks.kind import Kind, guards_of
from medlint.evidence.outcomes import SIGNS, TOLD, WORDS, Outcome
from medlint.packs.model import Guard, Header
from medlint.page import Match, Page

if TYPE_CHECKING:
    from medlint.evidence.facts import Facts
    from medlint.packs.words import WordLists
    from medlint.packs.yaml_source import Cursor

_HOSTS = ("doi.org", "ncbi.nlm.nih.gov", "pubmed.", "clinicaltrials.gov", "europepmc.org")


class CitationRule(NamedTuple):
    """How one outcome of the check is told, and what lets it pass."""

    header: Header
    outcome: Outcome
    guards: Sequence[Guard]


def parse(
    header: Header, fields: dict[str, Cursor], words: WordLists, guards: Mapping[str, Guard], facts: Facts
) -> CitationRule:
    """A citation rule from its fields. Mistakes are noted at their cursors."""
    given = fields["outcome"].choice(TOLD) if "outcome" in fields else ""
    outcome = next((one for one in TOLD if one == given), TOLD[0])
    return CitationRule(header, outcome, guards_of(fields, guards))


def run(rule: CitationRule, page: Page) -> Iterator[Match]:
    """The evidence of a page that the rule's outcome holds for."""
    from medlint.evidence.citing import verdicts

    for verdict in verdicts(page):
        if verdict.outcome == rule.outcome:
            block, start, end = verdict.at
            if not guarding(rule.guards, page, page.views[block], start, end):
                yield Match(rule, block, start, end, rule.header.message.replace("{detail}", verdict.detail))


def calls_on_evidence(page: Page) -> bool:
    """Whether a page has words, notes or links of evidence; on any other nothing need be looked for."""
    if not (WORDS.isdisjoint(page.words) and SIGNS.isdisjoint(page.words)):
        return True
    blocks = [view.block for view in page.views]
    # A superscript is part of the word that it stands at.
    if any(not block.text.isascii() and not SIGNS.isdisjoint(block.text) for block in blocks):
        return True
    return any(host in link.target for block in blocks for link in block.links for host in _HOSTS)


KIND = Kind(
    ("outcome", "unless"), ("outcome",), ("unless",), parse, run, late=True,
    idle=lambda page: not calls_on_evidence(page),
)  # fmt: skip
