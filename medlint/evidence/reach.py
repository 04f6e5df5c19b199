"""How far a claim goes beyond what a study shows: longer, for another condition, a cure, better than it was."""

from __future__ import annotations

import re
from collections.abc import Collection

from medlint.evidence.references import Reference

_UNITS = {"h": 1 / 24, "d": 1, "w": 7, "m": 30, "y": 365}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = {word: number for number, word in enumerate(_NUMBERS, 1)}
_WORDS |= {"a": 1, "an": 1, "several": 3, "many": 6, "a few": 3}
_COUNT = rf"(?P<count>\d+(?:\.\d+)?|an?|several|many|a few|{'|'.join(_NUMBERS)})"
_TIME = r"(?:\s*(?:-|to)\s*(?P<top>\d+))?[\s-]*(?P<unit>h|hours?|days?|weeks?|months?|years?)\b"
_DURATION = re.compile(rf"\b{_COUNT}{_TIME}", re.I)
_NAMED_DAY = re.compile(r"\b(?P<unit>day|week|month|year)s?\s+(?P<count>\d+)", re.I)
_STATE = (
    r"(?:last(?:s|ed|ing)?|remain\w*|maintain\w*|sustain\w*|persist\w*|endur\w*|h[eo]ld|relief|remission|benefits?|"
    r"improve\w*|well|better|symptom[- ]free|free|gone|effects?|up to|as long as)"
)
_LASTS = re.compile(rf"\b{_STATE}\W+(?:\w+\W+){{0,4}}?{_COUNT}{_TIME}", re.I)
_GAIN = r"(?:relief|remission|benefits?)"
_LATER = re.compile(rf"\b{_COUNT}{_TIME}\s+(?:later|of {_GAIN}|after (?:a|one|the|their|treatment))", re.I)
_AFTER = re.compile(
    r"\b(?:at|after|for)\s+(?P<count>\d+|one|two|three|six|twelve)[\s-]+(?P<unit>months?|years?)\b"
    r"(?! of (?:treatment|therapy|infusions))",
    re.I,
)
_OPEN = tuple(
    (days, re.compile(pattern, re.I))
    for days, pattern in (
        (3650.0, r"\b(?:permanent(?:ly)?|for good|for life|life-?long|forever|never (?:comes?|came) back)\b"),
        (730.0, rf"\bfor years\b|\byears of {_GAIN}"),
        (180.0, r"\blong[- ](?:term|lasting|lived)\b"),
        (60.0, rf"\b(?:for months|months of {_GAIN}|durabl[ey]|endur(?:ing|es|ed))\b"),
        (60.0, rf"\blasting (?:{_GAIN}|results?|change|improvement)\b"),
    )
)
_SHORT = re.compile(r"short|durab|long[- ]term|faded|single dose|\b\d weeks?\b|to loss of response|relapse", re.I)
_LIMITED = re.compile(
    r"n't\b|\b(?:not(?! only)|cannot|never|neither|nor|unclear|unknown|uncertain|limited|fad(?:e|es|ed)|"
    r"w(?:ears|ore|orn) off|relapsed|short[- ]lived|whether|"
    r"no (?:long|lasting|effects?|benefits?|differences?|evidence|cure|improvements?|better|more))\b",
    re.I,
)
_CURE = re.compile(r"\b(?:cur(?:e|es|ed|ing)|eliminat\w+|eradicat\w+|heal(?:s|ed)|guarantee\w*)\b", re.I)
_GOOD = re.compile(
    r"\b(?:improv\w+|reduc\w+|reliev\w+|relief|effective\w*|works?|worked|help\w*|eas(?:e|es|ed)|lift\w*|benefit\w*|"
    r"success\w*|remission|better|lower\w*|decreas\w+|respon(?:d|se)\w*|treats?|superior|outperform\w*|beats?)\b",
    re.I,
)
_NEGATIVE = re.compile(r"^\W*(?:no\b(?:[\w-]+\W+|\W+){0,6}?(?:effects?|differences?|benefits?)\b|0 of \d+)", re.I)
_INFERIOR = re.compile(r"(?:inferior to|not \W?better than\W?)\s+\W?(?P<rival>[\w-]+)", re.I)
_ABOVE = (
    r"(?:better than|superior to|more effective than|outperform\w*|beats?|stronger than|"
    r"as (?:good|effective|well) as|equal to)"
)
_SMALL = frozenset({
    "a", "an", "the", "of", "or", "and", "to", "in", "on", "at", "for", "with", "than", "as", "by",
})  # fmt: skip
_PLAIN = frozenset({
    "clear", "different", "tested", "better", "statistically", "significant",
})  # fmt: skip


def beyond(claim: str, conditions: Collection[str], ref: Reference, related: bool, names: Collection[str]) -> list[str]:
    """How a claim goes beyond a study, in clauses to be read after “it”; none where it keeps within it.

    `conditions` are the labels of those that the claim names, `related` whether one of them is the study's, `names`
    other words for what the study is about. A claim that says its own limits is taken to keep within it.
    """
    if _LIMITED.search(claim):
        return []
    out = []
    days, supported = _claimed(claim), _supported(ref)
    if days and (days > 2 * supported if supported else bool(days >= 60 and _SHORT.search(ref.does_not_show))):
        out.append(
            f"shows an effect for {_span(supported)} at most, as far as is known here"
            if supported
            else "shows nothing of the long term"
        )
    if conditions and not related and names:
        out.append(f"is about {' and '.join(names)}, not {' or '.join(sorted(conditions))}")
    if (cure := _CURE.search(claim)) and not _CURE.search(ref.shows):
        out.append(f"shows no cure (“{cure.group()}”)")
    if _NEGATIVE.search(ref.does_not_show) and _GOOD.search(claim) and related:
        out.append("found no such effect")
    if (rival := _INFERIOR.search(ref.does_not_show)) and re.search(
        rf"\b{_ABOVE}\W+(?:\w+\W+){{0,2}}?{re.escape(rival['rival'])}", claim, re.I
    ):
        out.append(f"does not show that it is as good as or better than {rival['rival']}")
    out += [f"does not show “{said}”" for said in _denied(ref) if _says(claim, said)]
    return out


def _claimed(claim: str) -> float:
    """How long a claim says that the effect lasts, in days; 0 where it says nothing of it."""
    days = [d for d, pattern in _OPEN if pattern.search(claim)]
    days += [_days(m) for p in (_LASTS, _LATER, _AFTER) for m in p.finditer(claim)]
    return max(days, default=0)


def _supported(ref: Reference) -> float:
    """The longest time that a study is known to have looked at, in days; 0 where it is not known."""
    text = f"{ref.shows} {ref.design}"
    days = [_days(m) for p in (_DURATION, _NAMED_DAY) for m in p.finditer(text)]
    return max(days, default=0)


def _days(m: re.Match[str]) -> float:
    parts = m.groupdict()
    count = parts.get("top") or parts["count"]
    number = float(count) if count[0].isdigit() else _WORDS[count.lower()]
    return number * _UNITS[parts["unit"][0].lower()]


def _span(days: float) -> str:
    """A time in words: “24 hours”, “2 weeks”."""
    for least, size, word in ((60, 30, "month"), (14, 7, "week"), (1.5, 1, "day")):
        if days >= least:
            number = round(days / size)
            return f"{number} {word}{'s' * (number != 1)}"
    hours = round(days * 24)
    return f"{hours} hour{'s' * (hours != 1)}"


def _denied(ref: Reference) -> list[str]:
    """What a library says in so many words that a study does not show (“not suicide prevention”)."""
    found = re.findall(r"\bnot\s+([^;,.:()]{4,60})", ref.does_not_show, re.I)
    return [part.strip(' "') for one in found for part in one.split(" or ")]


def _says(claim: str, denied: str) -> bool:
    """Whether a claim has all words of something, by their beginnings; one word alone must be a telling one."""
    stems = {w[:5] for w in re.findall(r"[a-z]{3,}", denied.lower()) if w not in _SMALL}
    if not stems or denied.lower() in _PLAIN or stems <= {w[:5] for w in _PLAIN}:
        return False
    said = {w[:5] for w in re.findall(r"[a-z]{3,}", claim.lower())}
    return stems <= said
