"""Which matches are told where several object to the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from medlint.checks import KINDS
from medlint.page import Match

GENERAL = ("emotional-appeal", "efficacy")
"""Families that nearly any claim could be put in, the wider one last."""


def distinct(matches: Iterable[Match]) -> list[Match]:
    """Of overlapping matches of one family the most serious, then the longest, then the first.

    A rule of a field or a regime comes before an equally serious one of the core, and what was held against the table
    of approvals before anything that goes by the words alone.
    """
    kept: list[Match] = []
    by_block: dict[tuple[int, str], list[Match]] = {}
    order = sorted(
        matches,
        key=lambda m: (
            m.rule.header.kind != "status",
            -m.level,
            m.rule.header.pack == "core",
            m.start - m.end,
            m.block,
            m.start,
        ),
    )
    for match in order:
        others = by_block.setdefault((match.block, match.rule.header.family), [])
        if all(match.end <= o.start or o.end <= match.start for o in others):
            others.append(match)
            kept.append(match)
    return sorted(kept, key=lambda m: (m.block, m.start, m.end, m.rule.header.id))


def told_once(matches: Sequence[Match], checked: Sequence[Match]) -> list[Match]:
    """Matches with those of a check of what is cited, the same words told once.

    What the check found out says more than that something is cited, so it wins over an overlapping match of its
    family, unless that is the more serious.
    """
    kept, out = [], list(matches)
    for new in checked:
        same = [m for m in out if _same_words(m, new)]
        if all(m.rule.header.severity <= new.rule.header.severity for m in same):
            out = [m for m in out if m not in same]
            kept.append(new)
    return out + kept


def _same_words(one: Match, other: Match) -> bool:
    return (
        one.block == other.block
        and one.rule.header.family == other.rule.header.family
        and one.start < other.end
        and other.start < one.end
    )


def closest(matches: Sequence[Match]) -> list[Match]:
    """The matches without those whose words another one objects to more closely.

    A match of one of the `GENERAL` families gives way to one of a family that says better what is wrong with the
    same words, unless it is the more serious.
    """
    rank = {family: number for number, family in enumerate(GENERAL, 1)}
    by_block: dict[int, list[Match]] = {}
    for m in matches:
        if not of_page(m):
            by_block.setdefault(m.block, []).append(m)

    def told_closer(m: Match) -> bool:
        own = rank.get(m.rule.header.family, 0)
        return own > 0 and any(
            rank.get(o.rule.header.family, 0) < own and o.level >= m.level and o.start < m.end and m.start < o.end
            for o in by_block.get(m.block, ())
        )

    return [m for m in matches if not told_closer(m)]


def of_page(match: Match) -> bool:
    """Whether a match stands at some words, but says nothing of what is wrong with these."""
    return KINDS[match.rule.header.kind].of_page
