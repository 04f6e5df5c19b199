"""Which patterns can possibly match in a sentence: those whose needed words it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from medlint.checks.claim import ClaimRule, Flag
from medlint.packs.model import Rule
from medlint.packs.pattern_nodes import rarity
from medlint.tokens import is_lead, is_mark

_REMEMBERED = 20_000


Entry = tuple[ClaimRule, Flag]
Needs = list[frozenset[str]]


class Index(Protocol):
    """The patterns of some rules, by the rarest word that each needs.

    `names` is whether any of them needs the mark of a name.
    """

    names: bool

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
        self.names = any(index.names for index in self._indexes)

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

    `by_word` is what `by_first_need` makes; `needs` gives the other needs of an entry, or None when its rule is left
    out, and `entry` makes it. `names` is whether any entry needs the mark of a name.
    """

    def __init__(
        self, by_word: dict[str, str], always: Iterable[int], needs: Callable[[int], Needs | None],
        entry: Callable[[int], Entry], *, names: bool,
    ) -> None:  # fmt: skip
        self.names = names
        self._texts = by_word
        self._always = frozenset(always)
        self._needs_of, self._entry_of = needs, entry
        self._by_words: dict[str, dict[str, list[int]]] = {}
        self._needs: dict[int, Needs | None] = {}
        self._entries: dict[int, Entry] = {}

    def speaks_of(self, words: Sequence[str]) -> bool:
        return bool(self._always) or self._has_others or not self._texts.keys().isdisjoint(words)

    @cached_property
    def _has_others(self) -> bool:
        """Whether words are asked for by their beginnings, or names by their marks."""
        return any(is_lead(word) or is_mark(word) for word in self._texts)

    def select(self, words: frozenset[str]) -> list[Entry]:
        numbers = set(self._always)
        for word in words & self._texts.keys():
            if word not in self._by_words:
                self._by_words[word] = _by_second(self._texts[word])
            by_second = self._by_words[word]
            numbers.update(by_second.get("", ()))
            for second in words & by_second.keys():
                numbers.update(by_second[second])
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


def ask_for_names(needs: Iterable[Needs]) -> bool:
    """Whether any entry with these needs needs the mark of a name."""
    return any(is_mark(word) for own in needs for need in own for word in need)


def by_first_need(needs: Iterable[Needs]) -> tuple[dict[str, str], list[int]]:
    """The numbers of the entries with these needs, as a text for each word of their first one; those without any.

    Where the second need is one word, it stands behind the number: `17:comfort`.
    """
    by_word: dict[str, list[str]] = {}
    always = []
    for number, own in enumerate(needs):
        second = f":{next(iter(own[1]))}" if len(own) > 1 and len(own[1]) == 1 else ""
        for word in own[0] if own else ():
            by_word.setdefault(word, []).append(f"{number}{second}")
        if not own:
            always.append(number)
    return {word: " ".join(numbers) for word, numbers in sorted(by_word.items())}, always


def _by_second(text: str) -> dict[str, list[int]]:
    """The numbers in a text of `by_first_need` by the word that stands behind them, if any."""
    out: dict[str, list[int]] = {}
    for part in text.split(" "):
        number, _, second = part.partition(":")
        out.setdefault(second, []).append(int(number))
    return out


def index_of(rules: Iterable[Rule]) -> Index:
    """The index of some rules."""
    entries = entries_of(rules)
    needs = [needs_of(flag) for _, flag in entries]
    by_word, always = by_first_need(needs)
    names = ask_for_names(needs)
    return Numbered(by_word, always, lambda number: needs[number][1:], entries.__getitem__, names=names)
