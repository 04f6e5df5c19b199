"""Exchanging the words of a finding for those that its rule suggests, so that they fit where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable

from medlint.packs.model import Suggested, Swap
from medlint.page import Match, Page
from medlint.view import View

_ARTICLE = re.compile(r"(?:\A|(?<=[\s\"'(\u2014-]))(?P<article>an?)\s\Z", re.I)
_AN = re.compile(r"(?!one\b|once\b|uni(?!n)|us[aeu]|eu|ewe)[aeiou]|hour|honest|heir|honou?r", re.I)
"""What “an” stands before, as far as spelling tells."""
_JOINTS = " -\u2010\u2011\u2013"
"""What stands between words that belong together."""
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "it", "nor", "of", "on", "or", "our", "the",
    "to", "with", "you", "your",
})  # fmt: skip
"""Words that stay small in a title."""
_ACRONYM = 4
"""So few capitals may be an abbreviation among small letters."""


def exchanged(suggestion: Suggested, page: Page, match: Match, fill: Callable[[str], str]) -> str | None:
    """The quoted words of a match as a suggestion would have them; `fill` puts values in the slots of its words.

    None where it has no exchange for these words, where nothing would change, or where “a” or “an” before them would be
    wrong.
    """
    view = page.views[match.block]
    parts = _parts(suggestion, view, match)
    quote = page.document.quote
    out, at, capital = "", match.start, False
    for start, end, words in parts:
        old, new = view.block.visible[start:end], fill(words)
        if not words.startswith("{"):
            new = cased(new, old)
        following = quote(view.block, end, match.end)
        out += quote(view.block, at, start)
        at = end
        if not new:  # left out, with the space behind it
            at = end + len(following) - len(following.lstrip(_JOINTS))
            capital = not out and old[:1].isupper() and old[1:2].islower()
            following = following.lstrip(_JOINTS)
        article = _ARTICLE.search(out or view.block.visible[:start])
        agrees = _AN.match(new or following)
        if article and ("n" in article["article"].lower()) != bool(agrees):
            if not out:
                return None
            out = f"{out[: article.start()]}{article['article'][0]}{'n' if agrees else ''} "
        out += new
    out += quote(view.block, at, match.end)
    if capital:
        out = out[:1].upper() + out[1:]
    return out.strip(_JOINTS) if parts and out not in ("", quote(view.block, match.start, match.end)) else None


def _parts(suggestion: Suggested, view: View, match: Match) -> list[tuple[int, int, str]]:
    """The text ranges that are exchanged, in order, and the words for them."""
    if not isinstance(suggestion, Swap):
        return [(match.start, match.end, suggestion.replace)] if suggestion.replace else []
    parts: list[tuple[int, int, str]] = []
    for exchange in suggestion.exchanges:
        for start, end in view.find(exchange.pattern, match.start, match.end):
            apart = all(end <= a or b <= start for a, b, _ in parts)
            if apart and match.start <= start and end <= match.end:
                parts.append((start, end, exchange.words))
    return sorted(parts)


def cased(new: str, old: str) -> str:
    """New words in the case of those that they stand for: all capitals, a title, or that of the first letter."""
    letters = [c for c in old if c.isalpha()]
    if len(letters) > _ACRONYM and all(c.isupper() for c in letters):
        return new.upper()
    words = [m[0] for m in _WORD.finditer(old)]
    if len(words) > 1 and all(word[0].isupper() or word in _SMALL for word in words[1:]) and words[-1][0].isupper():
        new = _WORD.sub(lambda m: m[0] if m[0] in _SMALL else m[0][0].upper() + m[0][1:], new)
    if letters and letters[0].isupper() and old[:1].isalpha():
        return new[:1].upper() + new[1:]
    return new
