"""Rules about directives in comments: how what is wrong with one is told. They look for no words on a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, get_args

from medlint.checks.kind import Kind
from medlint.findings import Misuse
from medlint.packs.model import Guard, Header
from medlint.page import Match, Page

if TYPE_CHECKING:
    from medlint.evidence.facts import Facts
    from medlint.packs.words import WordLists
    from medlint.packs.yaml_source import Cursor

ABOUT: tuple[Misuse, ...] = get_args(Misuse)


class DirectiveRule(NamedTuple):
    """How one way of going wrong with a directive is told."""

    header: Header
    about: Misuse


def parse(
    header: Header, fields: dict[str, Cursor], words: WordLists, guards: Mapping[str, Guard], facts: Facts
) -> DirectiveRule:
    """A directive rule from its fields. Mistakes are noted at their cursors."""
    given = fields["about"].choice(ABOUT) if "about" in fields else ""
    return DirectiveRule(header, next((one for one in ABOUT if one == given), ABOUT[0]))


def run(rule: DirectiveRule, page: Page) -> tuple[Match, ...]:
    """No match: directives are judged when all else was found (`medlint.suppressions`)."""
    return ()


KIND = Kind(("about",), ("about",), (), parse, run, late=True, idle=lambda page: True)
