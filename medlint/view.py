"""One block of a page as the checks see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from medlint.document import Block
from medlint.matching import Masks, Matcher
from medlint.packs.pattern_nodes import Pattern
from medlint.texts import AS_IS, Lexicons, Sentence
from medlint.tokens import has_marks

if TYPE_CHECKING:
    from medlint.evidence.lexicon import Mention
    from medlint.places import Zone
    from medlint.steps import Words


class View:
    """One block, with what the checks ask of it, worked out when first asked."""

    def __init__(self, index: int, block: Block, lexicons: Lexicons, matcher: Matcher) -> None:
        self.index = index
        self.block = block
        self._text = lexicons.text(block.lower)
        self._matcher = matcher
        self._said: set[str] | None = None
        self._words: set[str] | None = None
        self._sentences: list[Sentence] | None = None

    @property
    def treatments(self) -> list[Mention]:
        """Mentions of treatments, in order."""
        return self._text.treatments

    @property
    def conditions(self) -> list[Mention]:
        """Mentions of conditions, in order."""
        return self._text.conditions

    @property
    def words(self) -> set[str]:
        """Every word of the block, and the marks of what it mentions: what patterns are selected by."""
        if self._words is None:
            self._words = self._text.marks.union(self._all_said)
        return self._words

    @property
    def _all_said(self) -> set[str]:
        """Every word of the block, without marks if no pattern is selected by them."""
        if self._said is None:
            self._said = set().union(*(s.words for s in self.sentences))
        return self._said

    def _lacks(self, need: frozenset[str]) -> bool:
        """Whether the block has none of some words, or marks of what it mentions."""
        return need.isdisjoint(self._all_said) and (not has_marks(need) or need.isdisjoint(self.words))

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences of the block with their words."""
        if self._sentences is None:
            self._sentences = self._text.sentences(tuple(self.block.sentences))
        return self._sentences

    @property
    def plain(self) -> Words:
        """The words of the block."""
        return self._text.masked(AS_IS)

    def find(self, pattern: Pattern, start: int = 0, end: int | None = None) -> Sequence[tuple[int, int]]:
        """Ranges that a pattern quotes in a part of the block."""
        if any(map(self._lacks, pattern.needs)):
            return ()
        end = len(self.block.lower) if end is None else end
        sentence = self.block.sentences[self.block.sentence_at(start)]
        return self._matcher.search(pattern, self._text.zone(self._matcher.masks(pattern), start, end, sentence))

    def zone(self, masks: Masks, sentence: Sentence) -> Zone:
        """The words of a sentence, with names masked."""
        return self._text.zone(masks, sentence.start, sentence.end)

    def forget(self) -> None:
        """Forget what was worked out of the text, for a page that is too long to remember it all."""
        self._text.forget()

    def any(self, patterns: Sequence[Pattern], start: int = 0, end: int | None = None) -> bool:
        """Whether one of the patterns matches in a part of the block."""
        return any(self.find(p, start, end) for p in patterns)
