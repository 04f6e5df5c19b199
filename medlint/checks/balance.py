"""Rules about fair balance: risks that are told, but only far below the benefits, in small print, or in few words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from medlint.checks.disclosure import When, triggers, when_from
from medlint.checks.kind import Kind
from medlint.packs.model import Guard, Header
from medlint.page import Match, Page

if TYPE_CHECKING:
    from medlint.balance import Balance
    from medlint.evidence.facts import Facts
    from medlint.packs.words import WordLists
    from medlint.packs.yaml_source import Cursor


class BalanceRule(NamedTuple):
    """When a page that promotes tells its risks too late or too shortly.

    `after`: no risk is told before so many per cent of the page's words, or none outside of small print; `times`: the
    sentences with benefits have at least so many times the words of those with risks (0: not looked at). A page of
    fewer than `from_words` words is not judged by where on it something stands.
    """

    header: Header
    when: When
    after: int
    times: int
    from_words: int


def parse(
    header: Header, fields: dict[str, Cursor], words: WordLists, guards: Mapping[str, Guard], facts: Facts
) -> BalanceRule:
    """A balance rule from its fields. Mistakes are noted at their cursors."""

    def number(key: str) -> int:
        return fields[key].number() if key in fields else 0

    if "after" not in fields and "times" not in fields:
        fields["when"].note("needs “after” or “times” beside it: what is out of balance")
    elif number("after") > 100:
        fields["after"].note("should be a share of the page in per cent, at most 100")
    return BalanceRule(header, when_from(fields, words), number("after"), number("times"), number("from-words"))


def run(rule: BalanceRule, page: Page) -> Iterator[Match]:
    """At most one match, at the strongest claim. A page that tells no risk at all is another rule's matter."""
    found = triggers(rule, rule.when, page)
    if not found:
        return
    from medlint.balance import Balance

    balance = Balance(page)
    told = balance.told
    if not told or any(one.path and not one.small for one in told):
        return  # where a file that the page takes in is shown is not known
    risks = ", ".join(dict.fromkeys(one.risk for one in told))
    values = {"told-risks": risks, "benefit-words": str(balance.benefit_words), "risk-words": str(balance.risk_words)}
    values["where"] = _late(rule, balance)
    outweighed = rule.times and balance.benefit_words >= rule.times * balance.risk_words
    if balance.length < rule.from_words and values["where"] != SMALL_PRINT:
        return
    if (rule.after and values["where"]) or outweighed:
        yield Match(rule, found[0].block, found[0].start, found[0].end, values=values)


SMALL_PRINT = "in the footer or small print"


def _late(rule: BalanceRule, balance: Balance) -> str:
    """Where the risks are told, if that is a bad place."""
    if all(one.small for one in balance.told):
        return SMALL_PRINT
    if not balance.page.is_whole:
        return ""  # the order of a file of data is not that of the page that shows it
    first = min(one.place for one in balance.told if not one.small)
    return f"after {first:.0%} of its words" if 100 * first >= rule.after else ""


KIND = Kind(("when", "after", "times", "from-words"), ("when",), (), parse, run, late=True, of_page=True)
