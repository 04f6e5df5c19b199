"""Of what a statement of approval is said: a named product, what the text is about, a pharmacy or clinic.

Texts are lower-cased, without hyphens, with the names of treatments masked. `before` and `after` are what stands in
front of the statement and behind it in its sentence.
"""

from __future__ import annotations

import re
from functools import cache

from medlint.evidence.lexicon import Mention
from medlint.evidence.status_words import BLOCK, FACILITY, GENERIC, PRODUCT

FARTHEST = 14
"""How many words may stand between a name and what is said of it."""

_DERIVED = re.compile(
    r"[\w ]{0,40}\b(?:version|form|derivative|cousin|relative|sibling|isomer|alternative|competitor|rival|variant"
    r"|answer)s? (?:of|to)"
)
_IS_ONE = re.compile(
    r"(?:\b(?:is|are|was|were|remains?|became)|[,:—]) (?:now |still |currently )*(?:an?|the|one of the)(?: \w+)? $"
)
_COPULA = re.compile(r"\b(?:is|are|was|were|be|been|being|remains?|became|becomes?|as)\b|'s|'re|[,:—]|^ ?$")
_HAVING = re.compile(
    r"\b(?:has|have|had|with|carr(?:y|ies|ied|ying)|holds?|held|holding|earn\w*|won|wins?|got|gets?|gain\w*|receiv\w*"
    r"|enjoy\w*|boast\w*|secur\w*|obtain\w*|granted|given|under|saw|landed?|scored?|bears?|wears?|comes with)\b"
    r"|'s|[:—,(]"
)
_BREAKS = re.compile(
    r"[;]|\b(?:unlike|than|compared|versus|vs|while|whereas|but|though|although|however|differs?|alongside|instead of"
    r"|similar to|rather|before|after trying|when|if)\b"
)
_COMPARED = re.compile(r"()(?<!\w)(?:unlike|as opposed to|in contrast to|compared (?:with|to)) [^,;:—]{1,60},")


@cache
def _inserted() -> re.Pattern[str]:
    verbs = "is|are|was|were|has|have|had|became|got|won|received|carries|holds|now|also|fully"
    return re.compile(rf"({PRODUCT})(?:, [^,;:—]{{1,90}},)(?= ?(?:{verbs})\b)")


@cache
def _after_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How a name can follow: “approved ketamine”, “approved drugs such as ketamine”, “approval of ketamine”."""
    few = rf"(?: (?!{BLOCK})[\w'&+/%,]+){{0,4}}?"
    like = "such as|like|called|known as|named|using|with|:"
    worth = "use|promise|potential|power|value|safety|efficacy|benefits?"
    return (
        ("attributive", re.compile(rf"{few} (?P<t>{PRODUCT})")),
        ("like", re.compile(rf"{few} {GENERIC},? ?(?:{like}) (?:\w+ )?(?P<t>{PRODUCT})")),
        ("of", re.compile(rf"(?: the)?(?: first)?(?: \w+)? (?:for|of|to|on) (?:\w+ (?:of )?){{0,3}}?(?P<t>{PRODUCT})")),
        ("use of", re.compile(rf" (?:the |a |an )?(?:\w+ )?(?:{worth}) of (?:\w+ )?(?P<t>{PRODUCT})")),
    )


def products_of(form: str, sentence: str, before: str, after: str, core: tuple[int, int]) -> list[int]:
    """Where the names start that the statement at `core` may be said of, the likeliest first."""
    within = [m.start() + core[0] for m in re.finditer(PRODUCT, sentence[core[0] : core[1]])]
    ahead = [] if form in ("passive", "bare") else _object(form, after, core[1])
    behind = _subject(form, before)
    if ahead and (_DERIVED.match(after) or (form == "adjective" and _IS_ONE.search(before))):
        return behind or ahead
    if not (within or ahead or behind) and form in ("passive", "adjective"):
        fronted = re.match(rf"[^.;:—]{{0,40}}?, (?:our |the )?({PRODUCT})", after)
        return [core[1] + fronted.start(1)] if fronted and len(before.split()) < FARTHEST // 2 else []
    return within + ahead if within or ahead else behind


def _object(form: str, after: str, offset: int) -> list[int]:
    """The name behind the statement that it is said of."""
    for name, expression in _after_forms():
        found = expression.match(after)
        if found and not (name == "of" and form == "adjective"):
            between = after[: found.start("t")]
            if not re.search(r"[;.—]" if name == "like" else r"[;:.—]", between):
                return [offset + found.start("t")]
    return []


def _subject(form: str, before: str) -> list[int]:
    """The name in front of which the statement is the predicate, with those that are listed with it."""
    plain = _inserted().sub(_blanked, before)
    plain = _COMPARED.sub(_blanked, plain)
    names = list(re.finditer(PRODUCT, plain))
    if not names:
        return []
    path = plain[names[-1].end() :]
    if _BREAKS.search(path) or len(path.split()) > FARTHEST:
        return []
    joined = _HAVING if form == "noun" else _COPULA
    if form in ("adjective", "noun") and len(path.split()) > 1 and not joined.search(path):
        return []
    out = [names[-1].start()]
    for earlier in reversed(names[:-1]):
        between = plain[earlier.end() : out[-1]]
        if not re.fullmatch(r"\s*(?:,|and|or|&|/|\+|,? and)?\s*(?:our |the |even |also )?", between):
            break
        out.append(earlier.start())
    return out


def _blanked(match: re.Match[str]) -> str:
    """The first group, and spaces for the rest of a match."""
    return match.group(1) + " " * (match.end() - match.end(1))


def is_of_facility(form: str, before: str, after: str) -> bool:
    """Whether it is said of a place or a firm."""
    if re.match(rf"(?: (?!{BLOCK})[\w/&,']+){{0,4}}? {FACILITY}\b", after):
        return True
    joined = "is|are|was|been|being|has|have|of ours|fully|also|now|both|and|an?|[a-z]+ed"
    if re.search(rf"\b{FACILITY}(?: (?:that|which|who))?(?: (?:{joined}))*,? ?$", before):
        return True
    holding = rf"\b{FACILITY} [^.;,]{{0,20}}(?:has|have|holds?|with|carries)\b[^.;,]{{0,20}}$"
    return form == "noun" and bool(re.search(holding, before))


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[,;:—] ?|\b(?:and|so|that|because) )"
        rf"(?:it|they|this|these|ours|both|(?:our|this|the|these) (?:\w+ ){{0,2}}{GENERIC})"
        r"(?:'s|'re| is| are| was| were| has| have| had| carries| holds| got| won| received)[^.;:—]{0,40}$"
    )


def is_of_page(before: str, after: str, mentions: list[Mention]) -> bool:
    """Whether it is said of what the text is about without naming it: “it is”, “our treatment is”, “our approved …”."""
    if _pronoun().search(before):
        other = re.match(rf"(?: (?!{BLOCK})[\w']+){{1,3}}$", after)
        return not other or bool(re.search(GENERIC, after))
    if mentions:
        return False
    if not before.strip():
        return bool(re.match(rf" (?:for|to treat)\b|\W*$|(?: \w+){{0,3}}? {GENERIC}\b", after))
    own = re.search(r"\b(?:our|this|these|we (?:only )?(?:offer|use|provide|give) (?:an?|the)?) ?$", before)
    return bool(own and re.match(rf"(?: \w+){{0,3}}? {GENERIC}\b", after))
