"""What a text says of how a study was made: its design, its doses, how many people took part."""

from __future__ import annotations

import re

_BLIND = r"(?:double|triple)[- ](?:blind|blinded|masked)"
_DESIGNS = {
    "meta-analysis": r"meta[- ]?analys[ei]s|meta-analytic|pooled analys[ei]s",
    "review": r"(?:systematic|cochrane|literature|narrative|scoping) review|cochrane",
    "randomised": rf"randomi[sz]ed|\brcts?\b|placebo[- ]controlled|{_BLIND}|cross-?over",
    "double-blind": _BLIND,
    "open": r"open[- ]label|\bopen (?:ascending|study|trial)|uncontrolled|unblinded",
    "survey": r"\bsurvey|questionnaire|online panel|cross-sectional|website audit",
    "consensus": r"consensus|expert opinion|task force|guideline",
    "case series": r"case (?:series|reports?)|chart review",
}
_PATTERNS = {name: re.compile(pattern, re.I) for name, pattern in _DESIGNS.items()}
_UNIT = r"(?:infusions?|doses?|sessions?|treatments?|injections?|administrations?|iv\b)"
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?:\d+|{'|'.join(_NUMBERS)})"
_ROUTE = r"(?:low|sub-?an(?:a)?esthetic|intravenous|subcutaneous|iv|ketamine|esketamine|small|[\d.]+|mg/kg)"
_SINGLE = re.compile(rf"\b(?:a single|single|one|just one|only one|one-time)(?:\s+{_ROUTE}){{0,3}}[- ]{_UNIT}", re.I)
_REPEATED = re.compile(
    rf"\b(?:repeated|multiple|serial|several|weekly|(?:up to )?{_NUMBER})(?:\s+{_ROUTE}){{0,2}}\s+{_UNIT}"
    rf"|\b(?:course|series) of (?:\w+ ){{0,2}}{_UNIT}|repeated ketamine",
    re.I,
)
_PEOPLE = (
    r"(?:patients|participants|people|adults|veterans|volunteers|subjects|men|women|adolescents|individuals|sufferers)"
)
_N = re.compile(
    r"\bn\s*=\s*(?P<n>\d[\d,]*)"
    rf"|(?P<many>\b\d{{1,3}}(?:,\d{{3}})+|\b\d{{1,6}}|\b(?:{'|'.join(_NUMBERS)}))\s+(?:[a-z-]+\s+){{0,3}}?{_PEOPLE}\b",
    re.I,
)
_WORDS = {word: number for number, word in enumerate(_NUMBERS, 2)}


def designs(text: str) -> frozenset[str]:
    """What a text says of how a study was made; `single` and `repeated` are about doses."""
    found = {name for name, pattern in _PATTERNS.items() if pattern.search(text)}
    if _SINGLE.search(text):
        found.add("single")
    if _REPEATED.search(text):
        found.add("repeated")
    return frozenset(found)


def people(text: str) -> int | None:
    """How many people a text says took part: the largest number said, since others are parts of it."""
    numbers = []
    for m in _N.finditer(text):
        given = m["n"] or m["many"]
        numbers.append(_WORDS.get(given.lower()) or int(given.replace(",", "")))
    return max(numbers, default=None)
