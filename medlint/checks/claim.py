"""Rules that find a claim in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from medlint.checks.context import guarding
from medlint.checks.kind import Kind, guards_of
from medlint.packs.model import Guard, Header
from medlint.packs.pattern_nodes import Pattern
from medlint.page import Match, Page
from medlint.texts import Sentence
from medlint.view import View

if TYPE_CHECKING:
    from medlint.evidence.facts import Facts
    from medlint.packs.words import WordLists
    from medlint.packs.yaml_source import Cursor

BLOCKS = (
    "heading",
    "paragraph",
    "list-item",
    "cell",
    "quote",
    "caption",
    "alt",
    "title",
    "meta",
    "button",
    "json-ld",
    "value",
)


class Flag(NamedTuple):
    """Patterns that must stand together in one sentence; the last is the claim.

    One of `after` must stand in what the sentence hangs on: a question, a heading, the head of a table row.
    """

    patterns: tuple[Pattern, ...]
    after: tuple[Pattern, ...] = ()

    @property
    def claim(self) -> Pattern:
        return self.patterns[-1]


class ClaimRule(NamedTuple):
    """A claim: what flags it, what lets it pass, on which pages and in which blocks it counts."""

    header: Header
    flags: Sequence[Flag]
    guards: Sequence[Guard]
    page: tuple[Pattern, ...]
    not_page: tuple[Pattern, ...]
    blocks: tuple[str, ...]

    def applies(self, page: Page) -> bool:
        """Whether the page is one that the rule speaks of."""
        return (not self.page or page.any(self.page)) and not page.any(self.not_page)

    def matches(self, flag: Flag, page: Page, view: View, sentence: Sentence) -> Iterator[Match]:
        """The claims of one flag in one sentence."""
        if self.blocks and view.block.kind not in self.blocks:
            return
        if not all(view.any([p], sentence.start, sentence.end) for p in flag.patterns[:-1]):
            return
        if flag.after and not any(head.any(flag.after, a, b) for head, a, b in page.heads.of(view, sentence.start)):
            return
        for start, end in view.find(flag.claim, sentence.start, sentence.end):
            match = Match(self, view.index, start, end)
            if guard := guarding(self.guards, page, view, start, end):
                page.silenced.append((match, guard))
            else:
                yield match


def parse(
    header: Header, fields: dict[str, Cursor], words: WordLists, guards: Mapping[str, Guard], facts: Facts
) -> ClaimRule:
    """A claim rule from its fields. Mistakes are noted at their cursors."""
    flags = [_flag(c, words) for c in (fields["flag"].texts() if "flag" in fields else ())]
    return ClaimRule(
        header,
        tuple(f for f in flags if f.patterns),
        guards_of(fields, guards),
        words.patterns(fields["page"]) if "page" in fields else (),
        words.patterns(fields["not-page"]) if "not-page" in fields else (),
        tuple(c.choice(BLOCKS) for c in fields["in"].texts()) if "in" in fields else (),
    )


def _flag(cursor: Cursor, words: WordLists) -> Flag:
    if not cursor.is_mapping:
        return Flag(words.patterns(cursor))
    parts = cursor.fields(("all", "after"), ("all",))
    return Flag(
        words.patterns(parts["all"]) if "all" in parts else (),
        words.patterns(parts["after"]) if "after" in parts else (),
    )


def run(rule: ClaimRule, page: Page) -> Iterator[Match]:
    """Every claim on the page, without any selection."""
    if rule.applies(page):
        for view in page.views:
            for sentence in view.sentences:
                for flag in rule.flags:
                    yield from rule.matches(flag, page, view, sentence)


KIND = Kind(("flag", "unless", "page", "not-page", "in"), ("flag",), ("unless",), parse, run)
