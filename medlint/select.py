"""Which patterns can possibly match in a sentence: those whose needed words it holds."""

from __future__ import annotations

from collections.abc import Iterable

from medlint.checks.claim import ClaimRule, Flag
from medlint.packs.model import Rule
from medlint.packs.pattern import rarity

_REMEMBERED = 20_000


Entry = tuple[ClaimRule, Flag]


class Selector:
    """Claim patterns by the rarest word that they need; the few that need none run everywhere."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_word: dict[str, list[int]] = {}
        self._always: list[int] = []
        self._entries: list[Entry] = [(r, f) for r in rules if isinstance(r, ClaimRule) for f in r.flags]
        self._needs: list[list[frozenset[str]]] = []
        self._known: dict[frozenset[str], list[Entry]] = {}
        for number, (_, flag) in enumerate(self._entries):
            # A pattern has its rarest need first.
            patterns = sorted((p for p in flag.patterns if p.needs), key=lambda p: rarity(p.needs[0]))
            needs = [need for p in patterns for need in p.needs]
            self._needs.append(needs[1:])
            if not needs:
                self._always.append(number)
                continue
            for word in needs[0]:
                self._by_word.setdefault(word, []).append(number)

    def candidates(self, words: set[str]) -> list[Entry]:
        """The patterns that may match in a sentence with these words, in the order of the rules."""
        key = frozenset(words)
        if key not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = self._select(words)
        return self._known[key]

    def _select(self, words: set[str]) -> list[Entry]:
        numbers = set(self._always)
        for word in words & self._by_word.keys():
            numbers.update(self._by_word[word])
        chosen = []
        for number in sorted(numbers):
            for need in self._needs[number]:
                if need.isdisjoint(words):
                    break
            else:
                chosen.append(self._entries[number])
        return chosen
