"""How much a reference is like what a text says of a paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from medlint.evidence.journals import name_words, same_journal, words

if TYPE_CHECKING:
    from medlint.evidence.references import Reference

_JOURNAL, _YEAR, _AUTHOR, _CONDITION, _DESIGN, _WORDS = 2.0, 2.0, 3.0, 3.0, 1.0, 2.0
_LATER = 0.7
_BY_WORDS = 0.7
_OTHER_JOURNAL = 0.5
_YEARS = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; empty means: not asked. The parts are weighted, and only those asked for count."""

    journal: str
    year: int | None
    author: str
    condition: str
    design: str
    text: str

    def likeness(self, ref: Reference) -> float:
        """0 (nothing in common) to 1."""
        parts = [
            (_JOURNAL, self._journal(ref) if self.journal else None),
            (_YEAR, self._year(ref) if self.year else None),
            (_AUTHOR, self._author(ref) if self.author else None),
            (_CONDITION, self._condition(ref) if self.condition else None),
            (_DESIGN, _overlap(self.design, f"{ref.design} {ref.title}") if self.design else None),
            (_WORDS, _overlap(self.text, f"{ref.title} {ref.design} {ref.shows}") if self.text else None),
        ]
        asked = [(weight, score) for weight, score in parts if score is not None]
        if not asked or not any(score for _, score in asked):
            return 0.0
        whole = sum(weight * score for weight, score in asked) / sum(weight for weight, _ in asked)
        later = self.year is not None and ref.year is not None and ref.year > self.year + 1
        return whole * _LATER if later else whole

    def _journal(self, ref: Reference) -> float:
        if same_journal(self.journal, ref.journal):
            return 1.0
        from rapidfuzz import fuzz

        a, b = " ".join(name_words(self.journal)), " ".join(name_words(ref.journal))
        return _OTHER_JOURNAL * fuzz.token_sort_ratio(a, b, score_cutoff=60) / 100

    def _year(self, ref: Reference) -> float:
        if ref.year is None or self.year is None:
            return 0.0
        return max(0.0, 1 - abs(ref.year - self.year) / _YEARS)

    def _author(self, ref: Reference) -> float:
        """The first author counts whole, another one nearly so; a slip in the spelling costs little."""
        from rapidfuzz import fuzz

        scores = [
            fuzz.ratio(self.author.lower(), name.lower()) / 100 * (1.0 if place == 0 else 0.9)
            for place, name in enumerate(ref.authors)
        ]
        best = max(scores, default=0.0)
        return best if best >= 0.75 else 0.0  # “Anand” and “Almeida” are no slip

    def _condition(self, ref: Reference) -> float:
        if self.condition in ref.conditions:
            return 1.0
        return _BY_WORDS * _overlap(self.condition, f"{ref.condition} {ref.title} {' '.join(ref.conditions)}")


def _overlap(asked: str, held: str) -> float:
    """The share of the asked words that are among the held ones, compared by their first six letters."""
    stems = {word[:6] for word in words(asked)}
    return len(stems & {word[:6] for word in words(held)}) / len(stems) if stems else 0.0
