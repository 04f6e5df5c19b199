"""The material risks of a treatment, one by one, and by which words a page tells each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from medlint.evidence.facts import Facts, Treatment
from medlint.packs import pattern as language
from medlint.packs.inflect import inflections
from medlint.packs.pattern import Node, Pattern


class Risk(NamedTuple):
    """One material risk in the words of the facts, and the patterns that tell it."""

    label: str
    patterns: tuple[Pattern, ...]


_APART = re.compile(r",\s*(?:and\s+)?|\s+and\s+|;\s*")
_ASIDE = re.compile(r"\([^()]*\)")
_AROUND = re.compile(
    r"^(?:and|rarely|sometimes|possible|possibly|other|the risks? of|an? (?:possibl[ey] )?(?:higher )?risk of)\s+"
    r"|\s+and$"
)
_NO_RISK = re.compile(
    r"(?:rarely|and|which|with|in|if|from|when|after|depending|driving|at|for|or)\b|(?:with|in|after) "
    r"|(?:brow|breathing|lips|eyes|ear|chest|nose|move|shift|fluid|breast|joint|disc)$"
)
"""Pieces that limit the risk before them, or are the second half of one (“a drooping eyelid or brow”)."""

_COMMON = frozenset(
    {
        "a", "an", "the", "of", "or", "and", "to", "at", "in", "with", "from", "for", "as", "risk", "problem", "injury",
        "damage", "reaction", "effect", "change", "loss", "blood", "pressure", "raised", "high", "low", "severe",
        "serious", "skin", "pain", "site", "treatment", "product", "long", "term", "unknown", "other", "possible",
        "unwanted", "symptom", "body",
    }
)  # fmt: skip
"""Words that very different risks have in common."""


def material_risks(treatment: Treatment, facts: Facts) -> tuple[Risk, ...]:
    """The risks that the facts name for a treatment, in their order."""
    return _risks(treatment.risks, treatment.risk_words, facts.risk_words)


@cache
def _risks(told: str, words: tuple[str, ...], groups: tuple[tuple[str, ...], ...]) -> tuple[Risk, ...]:
    labels = []
    for piece in _APART.split(_ASIDE.sub("", told)):
        label = " ".join(piece.split())
        while (shorter := _AROUND.sub("", label)) != label:
            label = shorter
        if label and not _NO_RISK.match(label):
            labels.append(label)
    return tuple(Risk(label, _patterns(label, words, groups)) for label in dict.fromkeys(labels))


def _patterns(label: str, words: Sequence[str], groups: Sequence[Sequence[str]]) -> tuple[Pattern, ...]:
    own = [word for word in words if _tells(word, label)]
    own += [word for group in groups if any(_same(label, word) for word in group) for word in group]
    return tuple(risk_pattern(word) for word in dict.fromkeys([label, *own]))


def _same(label: str, word: str) -> bool:
    return _stems(label) == _stems(word)


def _tells(word: str, label: str) -> bool:
    """Whether a risk word tells the risk: all its words are in it, or one that few risks have."""
    one, other = _stems(word), _stems(label)
    rare = {stem for stem in one & other if stem not in _common_stems()}
    return one <= other or bool(rare)


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(map(_stem, _COMMON))


@cache
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in re.findall(r"[a-z0-9]+", text.lower()))


def _stem(word: str) -> str:
    """The beginning of a word, by which its forms are known; short words are whole."""
    return word[:6] if len(word) > 6 else word.rstrip("s")


@cache
def risk_pattern(word: str) -> Pattern:
    """A risk word of the facts; a trailing * stands for any ending."""
    stem = re.sub(r"[^\w\s.']", " ", word.rstrip("*").lower()).strip()
    stem = re.sub(r"\s+", " ", stem).replace(".", r"\.")
    forms = [*inflections(stem), *([stem + r"\w*"] if word.endswith("*") else [])]
    return language.parse("|".join(forms), _no_lists)


def _no_lists(name: str) -> Node:
    raise KeyError(name)
