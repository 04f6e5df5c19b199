"""Which patterns can possibly match in a sentence: those whose needed words it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from medlint.checks.claim import ClaimRule, Flag
from medlint.packs.model import Rule
from medlint.packs.pattern_nodes import rarity
from medlint.tokens import is_lead

_REMEMBERED = 20_000


Entry = tuple[ClaimRule, Flag]
Needs = list[frozenset[str]]


class Index(Protocol):
    """The patterns of some rules, by the rarest word that each needs."""

    def select(self, words: frozenset[str]) -> list[Entry]:
        """Those that may match in a sentence with these words, in the order of the rules."""
        ...

    def speaks_of(self, words: Sequence[str]) -> bool:
        """Whether any of them may match in a text with these words, as far as a quick look tells."""
        ...


class Selector:
    """Claim patterns by the rarest word that they need; the few that need none run everywhere."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        """`rules` can have `indexes` of their own, as those of compiled packs do."""
        self._indexes: list[Index] = getattr(rules, "indexes", None) or [index_of(rules.values())]
        self._known: dict[frozenset[str], list[Entry]] = {}

    def speaks_of(self, words: Sequence[str]) -> bool:
        """Whether any pattern may match in a text with these words, as far as a quick look tells."""
        return any(index.speaks_of(words) for index in self._indexes)

    def candidates(self, words: frozenset[str]) -> list[Entry]:
        """The patterns that may match in a sentence with these words, in the order of the rules."""
        if words not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[words] = [entry for index in self._indexes for entry in index.select(words)]
        return self._known[words]


class Numbered:
    """An index of entries that are known by their numbers, so that they can be made when they are chosen.

    `by_word` gives the numbers of those whose first need has the word, as numbers or as a text of them; `needs` gives
    the other needs of an entry, or None when its rule is left out, and `entry` makes it.
    """

    def __init__(
        self, by_word: dict[str, str], always: Iterable[int], needs: Callable[[int], Needs | None],
        entry: Callable[[int], Entry],
    ) -> None:  # fmt: skip
        self._texts = by_word
        self._always = frozenset(always)
        self._needs_of, self._entry_of = needs, entry
        self._by_word: dict[str, list[int]] = {}
        self._needs: dict[int, Needs | None] = {}
        self._entries: dict[int, Entry] = {}

    def speaks_of(self, words: Sequence[str]) -> bool:
        return bool(self._always) or self._has_others or not self._texts.keys().isdisjoint(words)

    @cached_property
    def _has_others(self) -> bool:
        """Whether words are asked for by their beginnings, or names by their marks."""
        return any(is_lead(word) or "\ue000" <= word[0] <= "\uf8ff" for word in self._texts)

    def select(self, words: frozenset[str]) -> list[Entry]:
        numbers = set(self._always)
        for word in words & self._texts.keys():
            if word not in self._by_word:
                self._by_word[word] = [*map(int, self._texts[word].split())]
            numbers.update(self._by_word[word])
        chosen = []
        for number in sorted(numbers):
            if number not in self._needs:
                self._needs[number] = self._needs_of(number)
            needs = self._needs[number]
            if needs is None:
                continue
            for need in needs:
                if need.isdisjoint(words):
                    break
            else:
                if number not in self._entries:
                    self._entries[number] = self._entry_of(number)
                chosen.append(self._entries[number])
        return chosen


def needs_of(flag: Flag) -> Needs:
    """The words that a flag needs, the rarest first: one of each set."""
    # A pattern has its rarest need first.
    patterns = sorted((p for p in flag.patterns if p.needs), key=lambda p: rarity(p.needs[0]))
    return [need for p in patterns for need in p.needs]


def entries_of(rules: Iterable[Rule]) -> list[Entry]:
    """What can be selected: each flag with its rule."""
    return [(rule, flag) for rule in rules if isinstance(rule, ClaimRule) for flag in rule.flags]


def by_first_need(needs: Iterable[Needs]) -> tuple[dict[str, str], list[int]]:
    """The numbers of the entries with these needs, as a text for each word of their first one; those without any."""
    by_word: dict[str, list[int]] = {}
    always = []
    for number, own in enumerate(needs):
        for word in own[0] if own else ():
            by_word.setdefault(word, []).append(number)
        if not own:
            always.append(number)
    return {word: " ".join(map(str, numbers)) for word, numbers in sorted(by_word.items())}, always


def index_of(rules: Iterable[Rule]) -> Index:
    """The index of some rules."""
    entries = entries_of(rules)
    needs = [needs_of(flag) for _, flag in entries]
    return Numbered(*by_first_need(needs), lambda number: needs[number][1:], entries.__getitem__)
