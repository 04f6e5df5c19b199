"""Rules about cleared claims: a text that is nearly one, or one whose clearance does not hold on this page.

The claims are those of the run (`Page.cleared`), not of the pack. So that a rule can prove itself it brings `samples`:
cleared claims that its examples are tried with, on the day `sampled-on`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from medlint.checks.kind import Kind
from medlint.packs.model import Guard, Header
from medlint.page import Match, Page

if TYPE_CHECKING:
    from medlint.evidence.cleared import ClearedClaim
    from medlint.evidence.clearing import Found, Use
    from medlint.evidence.facts import Facts
    from medlint.packs.words import WordLists
    from medlint.packs.yaml_source import Cursor

SAMPLE_JURISDICTIONS = ("us",)
"""What the examples of a rule are checked for."""

Values = dict[str, str]


class ClearanceRule(NamedTuple):
    """What is told of a cleared claim, by one of `VERDICTS`."""

    header: Header
    verdict: str
    samples: tuple[ClearedClaim, ...]
    sampled_on: date


def parse(
    header: Header, fields: dict[str, Cursor], words: WordLists, guards: Mapping[str, Guard], facts: Facts
) -> ClearanceRule:
    """A clearance rule from its fields. Mistakes are noted at their cursors."""
    from medlint.evidence.cleared import claim_from, day_from

    return ClearanceRule(
        header,
        fields["verdict"].choice(VERDICTS) if "verdict" in fields else "",
        tuple(claim_from(row, ("us", "uk")) for row in fields["samples"].items()) if "samples" in fields else (),
        (day_from(fields["sampled-on"]) if "sampled-on" in fields else None) or date.min,
    )


def run(rule: ClearanceRule, page: Page) -> Iterator[Match]:
    """Where the rule's verdict holds. The slots of its message are filled from the claim."""
    for block, start, end, values in VERDICTS[rule.verdict](page.cleared) if page.cleared else ():
        yield Match(rule, block, start, end, values=values)


Told = tuple[int, int, int, Values]


def _close(found: Found) -> Iterator[Told]:
    for near in found.near:
        yield near.block, near.start, near.end, {**_of(near.claim), "differences": near.differs}


def _expired(found: Found) -> Iterator[Told]:
    for use in found.uses:
        for claim in use.lapsed:
            yield _at(use, {**_of(claim), "lapse": claim.lapse(found.today)})


def _footnote(found: Found) -> Iterator[Told]:
    for use in found.uses:
        for claim in use.unnoted:
            yield _at(use, {**_of(claim), "footnote": claim.footnote})


def _elsewhere(found: Found) -> Iterator[Told]:
    for use in found.uses:
        if use.elsewhere:
            cleared = dict.fromkeys(where for claim in use.claims for where in claim.jurisdictions)
            values = {"cleared-for": ", ".join(cleared), "missing-for": ", ".join(use.elsewhere)}
            yield _at(use, {**_of(use.claims[0]), **values})


def _at(use: Use, values: Values) -> Told:
    return use.block, use.start, use.end, values


def _of(claim: ClearedClaim) -> Values:
    """What any message may say of a claim; `cleared-words` can stand where a range without its full stop stood."""
    from medlint.evidence.verbatim import ENDING

    bare = claim.text.rstrip(ENDING)
    return {"claim": claim.id, "cleared": claim.text, "cleared-words": bare, "approved-by": claim.approved_by}


VERDICTS: dict[str, Callable[[Found], Iterable[Told]]] = {
    "close": _close,
    "expired": _expired,
    "footnote": _footnote,
    "elsewhere": _elsewhere,
}

KIND = Kind(
    ("verdict", "samples", "sampled-on"), ("verdict", "samples", "sampled-on"), (), parse, run, late=True, of_page=True,
    idle=lambda page: page.cleared is None,
)  # fmt: skip
