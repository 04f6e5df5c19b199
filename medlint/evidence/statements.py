"""Finding statements of approval in a sentence: what is said, of which product, for which use, by whose authority."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from medlint.evidence.lexicon import Mention
from medlint.evidence.status_words import (
    AFTER_NOUN,
    BLOCK,
    FACILITY,
    GENERIC,
    IND_MARK,
    INSURANCE,
    NEGATED,
    PRODUCT,
    STOP,
    UNREAL,
    forms,
)  # fmt: skip


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
    """The statements in text[start:end]; `text` is lower-cased and without hyphens, names of treatments are masked in it.

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
        zones = (Zone(offset + core[0], offset + core[1]),)
        return Statement(word, form, offset + core[0], offset + core[1], named, (), False, False, zones, denied=True)
    if form == "noun" and word in ("approved", "cleared", "registered") and AFTER_NOUN.match(after):
        return None
    facility = word not in ("designation", "ind") and _of_facility(form, before, after)
    products = [] if facility else _products(form, sentence, before, after, core)
    of_page = not products and not facility and _of_page(form, before, after, mentions)
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
    return bool(
        re.match(
            r"(?: (?:for|of|to) [^.;,:]{0,60})? (?:is|are|was|were|has|have|does|do|did|would|will)(?: not|n't)\b(?! only)"
            r"|(?:,? (?:it|they|this) )?(?:isn't|aren't|is not|are not)\b| no$| no |,? not\b(?! only)| un",
            after,
        )
    )


@cache
def _clause_ends() -> re.Pattern[str]:
    return re.compile(
        r"[;:—]|, so\b|\b(?:and|so) (?:they|it|we)\b|\b(?:but|although|though|while|whereas|however|because|so that|and yet|yet(?! to))\b"
        r"|, (?:and )?(?:it|they|we|he|she)\b|,(?= (?:is|are|was|were|has|have|had|" + PRODUCT + r"))"
    )


@cache
def _after_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    few = rf"(?: (?!{BLOCK})[\w'&+/%,]+){{0,4}}?"
    return (
        ("attributive", re.compile(rf"{few} (?P<t>{PRODUCT})")),
        ("such as", re.compile(rf"{few} {GENERIC},? ?(?:such as|like|called|known as|named|using|with|:) (?:\w+ )?(?P<t>{PRODUCT})")),
        ("of", re.compile(rf"(?: the)?(?: first)?(?: \w+)? (?:for|of|to|on) (?:\w+ (?:of )?){{0,3}}?(?P<t>{PRODUCT})")),
        ("use of", re.compile(rf" (?:the |a |an )?(?:\w+ )?(?:use|promise|potential|power|value|safety|efficacy|benefits?) of (?:\w+ )?(?P<t>{PRODUCT})")),
    )  # fmt: skip


_DERIVED = re.compile(
    r"[\w ]{0,40}\b(?:version|form|derivative|cousin|relative|sibling|isomer|alternative|competitor|rival|variant|answer)s?"
    r" (?:of|to)"
)
_BEFORE_VERB = re.compile(
    r"(?:'s)?(?: \w+)?,? (?:for|in|to treat|as) [^.;,—]*?(?= (?:is|are|was|were|has|have|had|carries|got|won|received)\b)"
)
_RHETORICAL = re.compile(r" ?(?:did|do) you know\b|who knew\b")
_NOT_UNTIL = re.compile(r"\b(?:it )?(?:wasn't|was not|not) until [^,;:—]{1,40}? (?:that|when)\b")
_IS_ONE = re.compile(
    r"(?:\b(?:is|are|was|were|remains?|became)|[,:—]) (?:now |still |currently )*(?:an?|the|one of the)(?: \w+)? $"
)
_COPULA = re.compile(r"\b(?:is|are|was|were|be|been|being|remains?|became|becomes?|as)\b|'s|'re|[,:—]|^ ?$")
_HAVING = re.compile(
    r"\b(?:has|have|had|with|carr(?:y|ies|ied|ying)|holds?|held|holding|earn\w*|won|wins?|got|gets?|gain\w*|receiv\w*|enjoy\w*"
    r"|boast\w*|secur\w*|obtain\w*|granted|given|under|saw|landed?|scored?|bears?|wears?|comes with)\b|'s|[:—,(]"
)
_BREAKS = re.compile(
    r"[;]|\b(?:unlike|than|compared|versus|vs|while|whereas|but|though|although|however|differs?|alongside|instead of"
    r"|similar to|rather|before|after trying|when|if)\b"
)


def _products(form: str, sentence: str, before: str, after: str, core: tuple[int, int]) -> list[int]:
    """Where the names start that the statement may be said of, the likeliest first."""
    within = [m.start() + core[0] for m in re.finditer(PRODUCT, sentence[core[0] : core[1]])]
    ahead = [] if form in ("passive", "bare") else _behind(form, after, core[1])
    behind = _subject(form, before)
    if ahead and (_DERIVED.match(after) or (form == "adjective" and _IS_ONE.search(before))):
        return behind or ahead
    if not (within or ahead or behind) and form in ("passive", "adjective"):
        fronted = re.match(rf"[^.;:—]{{0,40}}?, (?:our |the )?({PRODUCT})", after)
        return [core[1] + fronted.start(1)] if fronted and len(before.split()) < 7 else []
    return within + ahead if within or ahead else behind


def _behind(form: str, after: str, offset: int) -> list[int]:
    for name, expression in _after_forms():
        if name == "of" and form == "adjective":
            continue
        found = expression.match(after)
        if found and not re.search(
            r"[;:.—]",
            after[: found.start("t")].replace(": ", " ", 1) if name == "such as" else after[: found.start("t")],
        ):
            return [offset + found.start("t")]
    return []


def _subject(form: str, before: str) -> list[int]:
    """The name in front of which the statement is the predicate, with those that are listed with it."""
    plain = _without_insertions(before)
    names = list(re.finditer(PRODUCT, plain))
    if not names:
        return []
    last = names[-1]
    path = plain[last.end() :]
    if _BREAKS.search(path) or len(path.split()) > 14:
        return []
    joined = _HAVING if form == "noun" else _COPULA
    if form in ("adjective", "noun") and len(path.split()) > 1 and not joined.search(path):
        return []
    if form == "bare" and not re.fullmatch(r"[^.;]{0,90}", path):
        return []
    out = [last.start()]
    for earlier in reversed(names[:-1]):
        between = plain[earlier.end() : out[-1]]
        if not re.fullmatch(r"\s*(?:,|and|or|&|/|\+|,? and)?\s*(?:our |the |even |also )?", between):
            break
        out.append(earlier.start())
    return out


def _without_insertions(before: str) -> str:
    """The text with what is put in between commas behind a name blanked, and what it is compared with."""

    def blank(m: re.Match[str]) -> str:
        return m.group(1) + " " * (m.end() - m.end(1))

    before = re.sub(
        rf"({PRODUCT})(?:, [^,;:—]{{1,90}},)(?= ?(?:is|are|was|were|has|have|had|became|got|won|received|carries|holds|now|also|fully)\b)",
        blank,
        before,
    )
    return re.sub(
        r"()(?<!\w)(?:unlike|as opposed to|in contrast to|compared (?:with|to)) [^,;:—]{1,60},", blank, before
    )


def _of_facility(form: str, before: str, after: str) -> bool:
    if re.match(rf"(?: (?!{BLOCK})[\w/&,']+){{0,4}}? {FACILITY}\b", after):
        return True
    tail = r"(?: (?:that|which|who))?(?: (?:is|are|was|been|being|has|have|of ours|fully|also|now|both|and|an?|[a-z]+ed))*,? ?$"
    return bool(re.search(rf"\b{FACILITY}{tail}", before)) or (
        form == "noun"
        and bool(re.search(rf"\b{FACILITY} [^.;,]{{0,20}}(?:has|have|holds?|with|carries)\b[^.;,]{{0,20}}$", before))
    )


def _of_page(form: str, before: str, after: str, mentions: list[Mention]) -> bool:
    """Whether the statement is said of what the text is about, without naming it."""
    if re.search(
        rf"(?:^|[,;:—] ?|\b(?:and|so|that|because) )(?:it|they|this|these|ours|both|(?:our|this|the|these) (?:\w+ ){{0,2}}{GENERIC})"
        r"(?:'s|'re| is| are| was| were| has| have| had| carries| holds| got| won| received)[^.;:—]{0,40}$",
        before,
    ):
        return not re.match(rf"(?: (?!{BLOCK})[\w']+){{1,3}}$", after) or bool(re.search(rf"{GENERIC}", after))
    if mentions:
        return False
    own = (
        re.search(r"\b(?:our|this|these|we (?:only )?(?:offer|use|provide|give) (?:an?|the)?) ?$", before)
        or not before.strip()
    )
    return bool(own) and (
        bool(re.match(rf"(?: \w+){{0,3}}? {GENERIC}\b", after))
        or (not before.strip() and bool(re.match(r" (?:for|to treat)\b|\W*$", after)))
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
