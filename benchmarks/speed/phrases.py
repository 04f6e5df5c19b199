"""The rules that every tool is given: phrases, made from the word tables below, the same in every run."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from itertools import product

SEED = 20261128

BOASTS = (
    "effortless", "unmatched", "total", "lasting", "instant", "proven", "guaranteed", "radical", "boundless",
    "flawless", "permanent", "unrivalled", "natural", "complete", "perfect", "rapid", "true", "deep", "superior",
    "exceptional", "unbeatable", "remarkable", "legendary", "astonishing", "dependable", "foolproof", "painless",
    "limitless",
    "world class", "medical grade", "risk free", "best in class", "never before seen", "one of a kind", "all natural",
    "next generation", "clinically superior", "once in a lifetime", "beyond compare", "second to none",
)  # fmt: skip
"""What a phrase begins with: one to four words."""

BODY = (
    "skin", "joint", "mood", "sleep", "heart", "nerve", "muscle", "brain", "hair", "bone", "spine", "gut", "liver",
    "weight", "memory", "breath", "posture", "vision", "hearing", "stomach", "shoulder", "ankle", "scalp", "gum",
    "bladder", "kidney", "thyroid", "tendon", "eyelid", "jaw",
)  # fmt: skip

GOOD = (
    "renewal", "comfort", "balance", "restoration", "freedom", "relief", "strength", "harmony", "clarity", "rebirth",
    "defence", "repair", "vitality", "control", "calm", "youth", "resilience", "recovery", "radiance", "alignment",
    "reset", "rescue", "mastery", "protection", "energy", "symmetry", "release", "perfection", "wellness", "support",
)  # fmt: skip

MADE = (
    "", "plan", "method", "journey", "system", "programme", "formula", "ritual", "protocol", "secret", "pathway",
    "package",
)  # fmt: skip
"""What a phrase can end with."""

MODIFIERS_A_RULE = 8
RULES_WITH_ALL = 187 / 200
"""Of 200 rules the first 187 have eight phrases, the rest seven: 1,587."""


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """A rule that objects to a few phrases, in lower case, words apart by one space."""

    id: str
    phrases: tuple[str, ...]


@cache
def phrase_rules(count: int) -> tuple[PhraseRule, ...]:
    """The first `count` rules (at most 10,800); those of a smaller count are the first of a larger one."""
    heads = [" ".join(filter(None, parts)) for parts in product(BODY, GOOD, MADE)]
    random.Random(SEED).shuffle(heads)
    rules = []
    for number, head in enumerate(heads[:count]):
        rng = random.Random(f"{SEED} {number}")
        many = MODIFIERS_A_RULE - (number % 200 >= RULES_WITH_ALL * 200)
        boasts = rng.sample(BOASTS, many)
        rules.append(PhraseRule(f"shared-{number:05}", tuple(f"{boast} {head}" for boast in boasts)))
    return tuple(rules)
