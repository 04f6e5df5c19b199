"""Guards: whether the words around a match take the risk out of it.

After ConText (Harkema, Dowling, Thornblade & Chapman 2009, doi:10.1016/j.jbi.2009.05.002): triggers with a
direction, a reach and words that end it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from medlint.expressions import expression
from medlint.packs.model import Guard
from medlint.packs.pattern_nodes import Pattern
from medlint.page import Page
from medlint.view import View

_LISTED = ("list-item", "cell", "quote")
"""Kinds of block that hang on the paragraph before them."""
_TELLS = expression(r"\W*(?:did you know(?!\W*\?)|have you heard that)\b", re.IGNORECASE)
"""How a question begins that takes for granted what it asks."""
_FIRST_PERSON = expression(r"\b(?:i|me|my|we|us|our)\b", re.IGNORECASE)


def guarding(guards: Iterable[Guard], page: Page, view: View, start: int, end: int) -> str | None:
    """The name of the first of the guards that holds for the range [start, end) of a block's text."""
    return next((guard.name for guard in guards if holds(guard, page, view, start, end)), None)


def holds(guard: Guard, page: Page, view: View, start: int, end: int) -> bool:
    """Whether one guard holds for a range of a block's text."""
    block = view.block
    number = block.sentence_at(start)
    s_start, s_end = block.sentences[number]
    if guard.shape == "heading":
        return block.kind in ("heading", "title")
    if guard.shape == "question":
        sentence = block.text[s_start:s_end]
        return sentence.rstrip("\"') ").endswith("?") and not _TELLS.match(sentence)
    if guard.links and _linked(guard.links, view, s_start, s_end):
        return True
    triggers = guard.triggers
    if "before" in triggers and _reaches(guard, view, triggers["before"], (s_start, start), before=True):
        return True
    if "after" in triggers and _reaches(guard, view, triggers["after"], (end, s_end), before=False):
        return True
    if "anywhere" in triggers and _outside(guard, view, triggers["anywhere"], (s_start, s_end), (start, end)):
        return True
    following = block.sentences[number + 1 : number + 2]
    if "next" in triggers and following and view.any(triggers["next"], *following[0]):
        return True
    slogan = "reply" in triggers and number == 0 and _is_slogan(block.text[s_start:s_end])
    if slogan and following and view.any(triggers["reply"], *following[0]):
        return True
    if "previous" in triggers and number and view.any(triggers["previous"], *block.sentences[number - 1]):
        return True
    if "quoted" in triggers and _in_quotes(view, s_start, start, end) and view.any(triggers["quoted"], s_start, s_end):
        return True
    return "lead-in" in triggers and any(v.any(triggers["lead-in"]) for v in _lead_in(page, view))


def _reaches(guard: Guard, view: View, patterns: Sequence[Pattern], zone: tuple[int, int], *, before: bool) -> bool:
    """Whether a trigger in the zone reaches the match, which stands at the zone's end (or start)."""
    start, end = zone
    shams = [span for p in guard.not_ for span in view.find(p, max(0, start - 20), min(len(view.block.text), end + 20))]
    for pattern in patterns:
        for a, b in view.find(pattern, start, end):
            if any(x <= a and b <= y for x, y in shams):
                continue
            between = (b, end) if before else (start, a)
            if view.any(guard.stop, *between):
                continue
            if not guard.reach or len(view.block.text[between[0] : between[1]].split()) <= guard.reach:
                return True
    return False


def _outside(
    guard: Guard, view: View, patterns: Sequence[Pattern], zone: tuple[int, int], match: tuple[int, int]
) -> bool:
    """Whether a trigger stands in the sentence, not inside the match itself."""
    for pattern in patterns:
        for a, b in view.find(pattern, *zone):
            if (a < match[0] or b > match[1]) and not any(
                x <= a and b <= y for p in guard.not_ for x, y in view.find(p, *zone)
            ):
                return True
    return False


def _in_quotes(view: View, s_start: int, start: int, end: int) -> bool:
    """Whether a match stands between quotation marks that open in its sentence."""
    text = view.block.text
    return text.count('"', s_start, start + 1) % 2 == 1 and '"' in text[max(start + 1, end - 1) :]


def _is_slogan(sentence: str) -> bool:
    """Whether a sentence is nothing but words between quotation marks; in the first person they are a story."""
    said = sentence.strip().rstrip(".,:")
    quoted = len(said) > 2 and said[0] == said[-1] == '"' and said.count('"') == 2
    return quoted and not _FIRST_PERSON.search(said)


def _linked(pieces: Sequence[str], view: View, start: int, end: int) -> bool:
    """Whether a link of the sentence, or a note right behind it, leads to one of the addresses."""
    targets = [link.target.lower() for link in view.block.links if start <= link.offset <= end + 1]
    return any(piece in target for target in targets for piece in pieces)


def _lead_in(page: Page, view: View) -> list[View]:
    """What introduces a block: the paragraph that a list hangs on, and the heading above."""
    out: list[View] = []
    listed = view.block.kind in _LISTED
    for other in reversed(page.views[max(0, view.index - 60) : view.index]):
        if other.block.kind == "heading":
            if view.block.kind != "heading" or other.block.level < view.block.level:
                out.append(other)
            break
        if listed and other.block.kind not in _LISTED:
            out.append(other)
            listed = False
    return out


def leads_of(page: Page, view: View, start: int) -> Iterator[tuple[View, int, int]]:
    """What a sentence stands below, as blocks and ranges of their text.

    That is what opens its own block and the sentence before it, else the paragraph that its list hangs on and the
    heading above, and the words of its key in data.
    """
    number = view.block.sentence_at(start)
    for other in {0, number - 1} if number else ():
        yield view, *view.block.sentences[other]
    stands_below = _lead_in(page, view)
    if key := page.heads.key(view):
        stands_below.append(key)
    for above in stands_below:
        yield above, 0, len(above.block.lower)
