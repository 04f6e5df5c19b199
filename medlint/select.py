"""Which patterns can possibly match in a block: those of which it holds a needed word."""

from __future__ import annotations

from collections.abc import Iterable

from medlint.checks.claim import ClaimRule, Flag
from medlint.packs.model import Rule

Entry = tuple[ClaimRule, Flag]


class Selector:
    """Claim patterns by a word that each of their matches holds; the few without such a word run everywhere."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_word: dict[str, list[int]] = {}
        self._always: list[int] = []
        self._entries: list[Entry] = [(r, f) for r in rules if isinstance(r, ClaimRule) for f in r.flags]
        for number, (_, flag) in enumerate(self._entries):
            known = [p.anchors for p in flag.patterns if p.anchors is not None]
            if not known:
                self._always.append(number)
                continue
            for word in min(known, key=len):
                self._by_word.setdefault(word, []).append(number)

    def candidates(self, words: set[str]) -> list[Entry]:
        """The patterns that may match in a block with these words, in the order of the rules."""
        numbers = set(self._always)
        for word in words & self._by_word.keys():
            numbers.update(self._by_word[word])
        return [self._entries[n] for n in sorted(numbers)]
