"""Where sentences end in marketing copy."""

from __future__ import annotations

import re

from medlint.expressions import expression

# The marks are taken from the first of a row on: dots in their thousands must not be tried one by one.
_END = expression(
    r"(?<![.!?\u2026])[.!?\u2026]+[\"')\]\u201d\u2019]*(?=\s+[\"'(\[\u201c\u2018]*[^\sa-z])"
    r"|(?<![.!?])[.!?]+[\"')\]]*(?=\s+[a-z])|\s\|\s"
)
_ABBREVIATION = expression(
    r"(?:\b(?:dr|mr|mrs|ms|prof|st|vs|e\.g|i\.e|cf|approx|ca|no|nos|fig|vol|pp|al|ave|blvd|jan|feb|mar|apr|jun|jul|aug"
    r"|sept?|oct|nov|dec|ed|eds|dept|est|ext|inc|min|max|incl|ph\.d|m\.d|d\.o|u\.s|u\.k|u\.s\.a|a\.m|p\.m|j|am|clin|psychiatry|med"
    r"|res|assoc)|(?<![\w'])[a-z])\.$",
    re.I,
)
# These may end a sentence as well as stand in it: a capital after them opens a new one.
_MAY_END = expression(
    r"(?:\b(?:u\.s|u\.k|u\.s\.a|a\.m|p\.m|ph\.d|m\.d|d\.o|inc|etc)|\b(?:min|max|no|ed|res|med|psychiatry|am|mar|st))\.$",
    re.I,
)
_OPENER = expression(
    r"\s+[\"'(\[]*(?:the|this|that|these|those|it|its|we|our|you|your|they|he|she|i|in|at|on|for|if|when|but|and|so|no|all|most|many|some|a|an|after|with)\b",
    re.I,
)


def split(text: str) -> list[tuple[int, int]]:
    """Ranges of the sentences of `text`, without the white space between them.

    A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number; a lower-case
    letter after a full stop does not open a sentence, but one after `?` or `!` does.
    """
    ranges: list[tuple[int, int]] = []
    start = 0
    for m in _END.finditer(text):
        end = m.end()
        mark = m.group()
        if "|" in mark:
            end = m.start()
        elif mark.startswith(".") and not mark.startswith(".."):
            if text[end + 1 : end + 2].islower():
                continue
            before = text[max(start, m.start() - 12) : m.start() + 1]
            if _ABBREVIATION.search(before) and not (_MAY_END.search(before) and _OPENER.match(text, end)):
                continue
        if text[start:end].strip():
            ranges.append(_trim(text, start, end))
        start = m.end()
    if text[start:].strip():
        ranges.append(_trim(text, start, len(text)))
    return ranges


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
