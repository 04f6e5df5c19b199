"""A document as the checks see it: words, masked text, what it promotes, and what was matched so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from medlint.clock import current_day
from medlint.document import Document
from medlint.evidence.health import is_health_copy
from medlint.evidence.offering import offers
from medlint.findings import Severity, Source
from medlint.heads import Heads
from medlint.matching import Matcher
from medlint.packs.pattern_nodes import Pattern
from medlint.places import each
from medlint.texts import MOST_KEPT, Lexicons
from medlint.view import View

if TYPE_CHECKING:
    from medlint.checks.status import Judged
    from medlint.evidence.clearing import Found
    from medlint.evidence.facts import Facts, Treatment
    from medlint.opinion.second import Opinion
    from medlint.packs.model import Rule

WORDS_A_MENTION = 400
"""A page about a treatment names it at least once in so many words."""

WHOLE = (".md", ".mdx", ".txt", ".html", ".htm", ".docx", ".pdf", ".rst", ".adoc")
"""Files that are mostly pages of their own, and no pieces of one."""

_MOST_PLACES = 1000
"""A page of more blocks is told of in so many parts."""

_KIND_WEIGHT = {"title": 6, "heading": 4, "meta": 2}


NO_VALUES: Mapping[str, str] = {}


class Match(NamedTuple):
    """Where a rule holds: a block by its index and a range of its text.

    `message` and `severity` replace the rule's own where a check knows more, `values` fill slots of its words that only
    the check knows, `treatment` is the id of the one that it speaks of, and `sources` come before the rule's own.
    """

    rule: Rule
    block: int
    start: int
    end: int
    message: str | None = None
    values: Mapping[str, str] = NO_VALUES
    severity: Severity | None = None
    treatment: str | None = None
    sources: tuple[Source, ...] = ()

    @property
    def level(self) -> Severity:
        """How serious it is."""
        return self.rule.header.severity if self.severity is None else self.severity


class Page:
    """A document with its views, its subject and the matches so far; `shared` count only for what it must say.

    Facts are as good as they are `today`; what names no authority is held against the law of `home`.
    """

    def __init__(
        self, document: Document, facts: Facts, lexicons: Lexicons, matcher: Matcher,
        treatment: str | None = None, shared: Sequence[Page] = (), *, today: date | None = None, home: str = "us",
    ) -> None:  # fmt: skip
        self.document = document
        self.facts = facts
        self.lexicons = lexicons
        self._matcher = matcher
        self.views = [View(i, block, lexicons, matcher) for i, block in enumerate(document.blocks)]
        self.heads = Heads(self.views, lambda block: View(-1, block, lexicons, matcher))
        self.shared = shared
        self.today = today or current_day()
        self.home = home
        self.matches: list[Match] = []
        self.silenced: list[tuple[Match, str]] = []
        self.opinions: list[Opinion] = []
        self.cleared: Found | None = None
        self.judgements: list[Judged] | None = None
        self._held: dict[str, bool] = {}
        self._held_in: dict[str, int] = {}
        self._given = treatment
        self._subject: Treatment | None = None
        self._subject_known = False

    def says(self, patterns: Sequence[Pattern]) -> bool:
        """Whether one of the patterns matches on the page or in a file that it takes in."""
        return self.any(patterns) or any(page.any(patterns) for page in self.shared)

    def any(self, patterns: Iterable[Pattern], views: Sequence[View] | None = None) -> bool:
        """Whether one of the patterns matches anywhere on the page, or in some of its blocks."""
        if views is None or len(views) == len(self.views):
            return any(map(self._holds, patterns))
        return any(view.any(list(filter(self._holds, patterns))) for view in views)

    def find(self, patterns: Iterable[Pattern], views: Sequence[View]) -> Iterator[tuple[View, int, int]]:
        """Where the patterns match in some of its blocks: the block and a range of its text."""
        held = [(pattern, places) for pattern in patterns if (places := self._holding(pattern))]
        for view in views if held else ():
            place = 1 << view.index // self._together
            for pattern, places in held:
                if places & place:
                    for start, end in view.find(pattern):
                        yield view, start, end
            if len(self.views) > MOST_KEPT:
                view.forget()

    def _holds(self, pattern: Pattern) -> bool:
        """Whether a pattern matches anywhere on the page, worked out once."""
        known = self._held.get(pattern.regex)
        if known is None:
            together = self._together
            views = (self.views[n * together : (n + 1) * together] for n in each(self._holding(pattern)))
            known = self._held[pattern.regex] = any(view.any([pattern]) for some in views for view in some)
        return known

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the page, and the marks of what it mentions."""
        return frozenset(self._where)

    @property
    def _together(self) -> int:
        """So many blocks are one when it is told where words stand."""
        return len(self.views) // _MOST_PLACES + 1

    @cached_property
    def _where(self) -> dict[str, int]:
        """Where every word of the page stands, and the marks of what it mentions: one bit for some blocks together."""
        where: dict[str, int] = {}
        get, together = where.get, self._together
        for view in self.views:
            bit = 1 << view.index // together
            for word in view.words:
                where[word] = get(word, 0) | bit
        return where

    def _holding(self, pattern: Pattern) -> int:
        """Where all the words stand that a pattern needs."""
        places = self._held_in.get(pattern.regex)
        if places is None:
            places = (1 << len(self.views) // self._together + 1) - 1
            for need in pattern.needs:
                own = 0
                for word in need & self.words:
                    own |= self._where[word]
                places &= own
                if not places:
                    break
            self._held_in[pattern.regex] = places
        return places

    @property
    def subject(self) -> Treatment | None:
        """The treatment that the page is mainly about, by its mentions (title and headings count more).

        A page that names treatments only in passing is about none of them.
        """
        if not self._subject_known:
            self._subject_known = True
            if self._given:
                self._subject = self.facts.treatments.get(self._given)
            elif (weights := self.weights()) and weights.total() * WORDS_A_MENTION >= self.length:
                self._subject = self._main(weights)
        return self._subject

    @cached_property
    def is_health_copy(self) -> bool:
        """Whether the page is about health at all; one whose treatment was given always is."""
        if self._given:
            return True
        return is_health_copy(self._said(), self._names_health)

    def _names_health(self) -> bool:
        """Whether a treatment is mentioned that is medicine alone, or more than one condition."""
        of_treatments = self.facts.treatments
        if any(of_treatments[m.id].field != "general" for view in self.views for m in view.treatments):
            return True
        return sum(len(view.conditions) for view in self.views) > 1

    @property
    def is_whole(self) -> bool:
        """Whether this is a page of its own, and no component or file of data."""
        return self.document.path.lower().endswith(WHOLE)

    @cached_property
    def offers(self) -> bool:
        """Whether the page, or a file that it takes in, offers anything.

        A component or a file of data is a piece of a page that may; a page whose treatment was given does.
        """
        if self._given or not self.is_whole:
            return True
        return offers(self._said()) or any(page.offers for page in self.shared)

    def _said(self) -> Iterator[str]:
        """Every word of the page, in order."""
        return chain.from_iterable(view.plain.words for view in self.views)

    @property
    def length(self) -> int:
        """About how many words the page has."""
        return sum(view.block.text.count(" ") + 1 for view in self.views)

    def _main(self, weights: Counter[str]) -> Treatment:
        """The weightiest treatment of the weightiest field: “lozenges” and “infusions” of one drug add up."""
        treatments = self.facts.treatments
        fields: Counter[str] = Counter()
        for id_, weight in weights.items():
            fields[_field(treatments[id_])] += weight
        main = fields.most_common(1)[0][0]
        return treatments[next(id_ for id_, _ in weights.most_common() if _field(treatments[id_]) == main)]

    def weights(self) -> Counter[str]:
        """How much of the page is about each treatment."""
        weights: Counter[str] = Counter()
        for view in self.views:
            for mention in view.treatments:
                weights[mention.id] += _KIND_WEIGHT.get(view.block.kind, 1)
        return weights

    def treatment_near(self, view: View, start: int, end: int) -> Treatment | None:
        """The treatment that a range speaks of: named in its sentence, else its block, else the page's."""
        s_start, s_end = view.block.sentences[view.block.sentence_at(start)]
        inside = [m for m in view.treatments if s_start <= m.start < max(s_end, end)] or view.treatments
        subject = self.subject
        if subject and subject.field != "general":
            # What is named beside the page's own treatment is mostly what it is held against.
            inside = [m for m in inside if self.facts.treatments[m.id].field != "general"]
        if not inside:
            return subject
        if subject and any(m.id == subject.id for m in inside):
            return subject
        nearest = min(inside, key=lambda m: abs(m.start - start))
        return self.facts.treatments[nearest.id]

    def condition_near(self, view: View, start: int, end: int) -> str | None:
        """The label of the condition that a range names, else of the one that the page names most.

        The nearest one is often a side effect, or what another treatment is for.
        """
        named = next((m.id[1:] for m in view.conditions if start <= m.start < end), self.main_condition)
        return self.facts.conditions[named].label if named else None

    @cached_property
    def main_condition(self) -> str | None:
        """The id of the condition that the page names most."""
        named = Counter(m.id[1:] for view in self.views for m in view.conditions)
        return named.most_common(1)[0][0] if named else None


def _field(treatment: Treatment) -> str:
    """What a treatment is added up under; the general ones have nothing in common."""
    return treatment.id if treatment.field == "general" else treatment.field
