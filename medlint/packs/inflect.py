"""Regular English inflections, as a superset: a form that nobody writes does no harm in a word list."""

from __future__ import annotations

import re

_DOUBLES = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")


def inflections(phrase: str) -> list[str]:
    """The regular forms of a phrase, inflected on its last word: plural and third person, past, -ing.

    >>> inflections("study")
    ['study', 'studies', 'studied', 'studying']
    """
    head, word = phrase[: phrase.rfind(" ") + 1], phrase[phrase.rfind(" ") + 1 :]
    forms = {word: None}
    if len(word) > 1 and word.endswith("y") and word[-2] not in "aeiou":
        forms |= dict.fromkeys((word[:-1] + "ies", word[:-1] + "ied", word + "ing"))
    elif word.endswith("ie"):
        forms |= dict.fromkeys((word + "s", word + "d", word[:-2] + "ying"))
    elif word.endswith("e"):
        forms |= dict.fromkeys((word + "s", word + "d", word[:-1] + "ing", word + "ing"))
    else:
        forms |= dict.fromkeys((word + ("es" if _SIBILANT.search(word) else "s"), word + "ed", word + "ing"))
        if _DOUBLES.search(word):
            forms |= dict.fromkeys((word + word[-1] + "ed", word + word[-1] + "ing"))
    if word.endswith(("ise", "ize")):
        other = word[:-2] + ("ze" if word[-2] == "s" else "se")
        forms |= dict.fromkeys((other, other + "s", other + "d", other[:-1] + "ing"))
    if word.endswith("sis"):
        forms[word[:-2] + "es"] = None
    return [head + form for form in forms]
