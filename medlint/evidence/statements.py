"""Finding statements of approval in a sentence: what is said, of which product, for which use, by whose authority."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from medlint.evidence.lexicon import Mention
from medlint.evidence.said_of import is_of_facility, is_of_page, products_of
from medlint.evidence.status_words import AFTER_NOUN, IND_MARK, INSURANCE, NEGATED, PRODUCT, STOP, UNREAL, forms

_VERB = "is|are|was|were|has|have|had|carries|got|won|received"
_BEFORE_VERB = re.compile(rf"(?:'s)?(?: \w+)?,? (?:for|in|to treat|as) [^.;,—]*?(?= (?:{_VERB})\b)")
_RHETORICAL = re.compile(r" ?(?:did|do) you know\b|who knew\b")
_NOT_UNTIL = re.compile(r"\b(?:it )?(?:wasn't|was not|not) until [^,;:—]{1,40}? (?:that|when)\b")
_DENIED_AFTER = re.compile(
    r"(?: (?:for|of|to) [^.;,:]{0,60})? (?:is|are|was|were|has|have|does|do|did|would|will)(?: not|n't)\b(?! only)"
    r"|(?:,? (?:it|they|this) )?(?:isn't|aren't|is not|are not)\b| no$| no |,? not\b(?! only)| un"
)


class Zone(NamedTuple):
    """A range of a block's text in which a use may be named."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of approval; offsets are those of the block's text.

    `word` is what it claims (approved, cleared, registered, designation, ind, standard), `form` how (adjective,
    passive, active, noun, bare). `jurisdiction` is empty when no authority is named. `products` are the names that
    it may be said of, the likeliest first; `of_page` says that it is said of what the text is about (“it”,
    “our treatment”); `of_facility` that it is said of a pharmacy, a laboratory or a clinic. The uses stand in `zones`.
    `denied` says that the sentence denies it.
    """

    word: str
    form: str
    start: int
    end: int
    jurisdiction: str
    products: tuple[Mention, ...]
    of_page: bool
    of_facility: bool
    zones: tuple[Zone, ...]
    denied: bool = False


def find_statements(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Statement]:
    """The statements in text[start:end], where the text is lower-cased, without hyphens, with treatments masked.

    Wished-for and conditional ones are left out.
    """
    sentence = text[start:end]
    inside = [m for m in mentions if start <= m.start < end]
    taken: list[tuple[int, int]] = []
    found: list[Statement] = []
    for word, form, expression in forms():
        for match in expression.finditer(sentence):
            a, b = match.span()
            if any(x < b and a < y for x, y in taken):
                continue
            taken.append((a, b))
            named = next((name for name, value in match.groupdict().items() if value), "")
            statement = _statement(word, form, sentence, (a, b), named, start, inside)
            if statement:
                found.append(statement)
    return iter(sorted(found, key=lambda s: s.start))


def _statement(
    word: str, form: str, sentence: str, core: tuple[int, int], named: str, offset: int, mentions: list[Mention]
) -> Statement | None:
    before, after = _NOT_UNTIL.sub(_blank, sentence[: core[0]]), sentence[core[1] :]
    if sentence.rstrip(" )'\"").endswith("?") and not _RHETORICAL.match(sentence):
        return None
    if _is_asked_for(form, before) or (form == "bare" and INSURANCE.search(sentence)):
        return None
    if _is_denied(sentence, before, after, core):
        own = Zone(offset + core[0], offset + core[1])
        return Statement(word, form, *own, named, (), False, False, (own,), denied=True)
    if form == "noun" and word in ("approved", "cleared", "registered") and AFTER_NOUN.match(after):
        return None
    facility = word not in ("designation", "ind") and is_of_facility(form, before, after)
    products = [] if facility else products_of(form, sentence, before, after, core)
    of_page = not products and not facility and is_of_page(before, after, mentions)
    zones = _zones(sentence, core, products)
    by_place = {m.start - offset: m for m in mentions}
    return Statement(
        word, form, offset + core[0], offset + core[1], named,
        tuple(by_place[p] for p in products if p in by_place), of_page, facility,
        tuple(Zone(offset + a, offset + b) for a, b in zones),
    )  # fmt: skip


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _clause(before: str) -> int:
    """Where the clause begins that the text ends in."""
    return max((m.end() for m in _clause_ends().finditer(before)), default=0)


def _is_asked_for(form: str, before: str) -> bool:
    """Whether the approval is wished for, hangs on a condition or is asked about."""
    asked = form != "noun" and re.match(r" ?(?:is|are|has|have|was|were|does|do|did)\b(?! you know\b)", before)
    return bool(asked or (UNREAL.search(before, _clause(before)) and not NEGATED.search(before, _clause(before))))


def _is_denied(sentence: str, before: str, after: str, core: tuple[int, int]) -> bool:
    """Whether the sentence says that there is no such approval."""
    if NEGATED.search(before + sentence[core[0] : core[1]], _clause(before)):
        return True
    return bool(_DENIED_AFTER.match(after))


@cache
def _clause_ends() -> re.Pattern[str]:
    return re.compile(
        r"[;:—]|, so\b|\b(?:and|so) (?:they|it|we)\b"
        r"|\b(?:but|although|though|while|whereas|however|because|so that|and yet|yet(?! to))\b"
        r"|, (?:and )?(?:it|they|we|he|she)\b|,(?= (?:is|are|was|were|has|have|had|" + PRODUCT + r"))"
    )


def _zones(sentence: str, core: tuple[int, int], products: list[int]) -> list[tuple[int, int]]:
    """Where the uses may be named: behind the statement, between name and statement, and right at the start."""
    out = []
    rest = sentence[core[1] :]
    stop = STOP.search(rest)
    out.append((core[1], core[1] + (stop.start() if stop else len(rest))))
    out.append(core)
    if products and products[0] < core[0]:
        name = re.compile(PRODUCT).match(sentence, products[0])
        between = _BEFORE_VERB.match(sentence, name.end(), core[0]) if name else None
        rest = sentence[between.end() : core[0]] if between else ""
        if between and len(rest.split()) <= 5 and "off label" not in rest:
            out.append(between.span())
    if front := re.match(r"(?:for|in|to treat) [^,;:—]{2,60},", sentence[: core[0]]):
        out.append(front.span())
    return out


def with_ind(lower: str, text: str) -> str:
    """Lower-cased text in which the capital letters IND are marked, to be told from a syllable."""
    for m in re.finditer(r"\bIND\b", text):
        lower = lower[: m.start()] + IND_MARK + lower[m.end() :]
    return lower
