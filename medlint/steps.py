"""What pieces of patterns are made of: small functions from a place among the words of a text to the places where the
piece may end, in the order in which a backtracking engine would try them, each once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import sub
from typing import Any, NamedTuple

from medlint.expressions import expression
from medlint.packs.pattern_nodes import Phrase
from medlint.tokens import TOKEN, is_mark, leads

SEARCH_SECONDS = 1.0
"""How long an expression over the letters of one word may take."""

ANY_WORD = r"(?:\w)+"
_LETTER = "\U00020000"
"""What stands for any word in a class of characters."""

_BEGINNING = expression(r"[a-z]+(?![?*{a-z])|[a-z]+(?=[a-z][?*{])")

Ends = tuple[int, ...]
Step = Callable[["Words", int], Ends]
"""Where a piece of a pattern may end that begins before some word."""


class SearchTimeoutError(Exception):
    """An expression took longer than `SEARCH_SECONDS` on one word."""


class Words:
    """The words of a text, and where in the text each of them starts and ends.

    `stop` is where a search ends: nothing beyond it is seen. `known` remembers where word lists were found to end.
    """

    __slots__ = ("_ends", "_known", "_starts", "known", "stop", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] | None = None
        self._ends: list[int] = []
        self.words: list[str] = TOKEN.findall(text)
        if not text.isascii():
            self.words = [word[0] if is_mark(word) else word for word in self.words]
        self.stop = len(self.words)
        self.known: dict[tuple[str, int], Ends] = {}
        self._known = {self.stop: self.known}

    @property
    def starts(self) -> list[int]:
        """Where each word starts; of most texts nobody asks."""
        if self._starts is None:
            self._starts = self._measured()
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Where each word ends."""
        if self._starts is None:
            self._starts = self._measured()
        return self._ends

    def _measured(self) -> list[int]:
        if not self.text.isascii():  # a mark is shorter than the name that it stands for
            spans = [m.span() for m in TOKEN.finditer(self.text)]
            self._ends = [end for _, end in spans]
            return [start for start, _ in spans]
        end, find = 0, self.text.find
        self._ends = [end := find(word, end) + len(word) for word in self.words]  # nothing but spaces between them
        return [*map(sub, self._ends, map(len, self.words))]

    def until(self, stop: int) -> None:
        """Let the next searches end at a word."""
        if stop != self.stop:
            self.stop = stop
            self.known = self._known.setdefault(stop, {})

    def forget(self) -> None:
        """Forget what was found of the word lists."""
        self.known = {}
        self._known = {self.stop: self.known}


class First(NamedTuple):
    """What may come first: words and what words are known by (None: any), unless it `may_be_empty`."""

    words: frozenset[str] | None
    may_be_empty: bool = False


def of_phrases(phrases: Any) -> Step:
    """Any of some phrases, the longer ones first."""
    lengths: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[0], []).append(phrase)
    longer = {
        first: sorted((p for p in group if len(p) > 1), key=len, reverse=True)
        for first, group in lengths.items()
        if any(len(p) > 1 for p in group)
    }
    single = frozenset(first for first, group in lengths.items() if (first,) in group)
    if not longer:
        return lambda words, at: (at + 1,) if at < words.stop and words.words[at] in single else ()

    def run(words: Words, at: int) -> Ends:
        if at >= words.stop:
            return ()
        word = words.words[at]
        group = longer.get(word)
        if group is None:
            return (at + 1,) if word in single else ()
        own = words.words
        stop = words.stop
        found = [
            at + len(p)
            for p in group
            if at + len(p) <= stop and own[at + 1] == p[1] and own[at : at + len(p)] == list(p)
        ]
        if word in single:
            found.append(at + 1)
        return tuple(found)

    return run


def of_letters(regex: str) -> Step:
    """One word that an expression over letters fits."""
    if regex == ANY_WORD:

        def any_word(words: Words, at: int) -> Ends:
            if at >= words.stop:
                return ()
            word = words.words[at]
            return (at + 1,) if len(word) > 1 or word.isalnum() else ()

        return any_word
    known: dict[str, bool] = {}
    beginning = beginning_of(regex)
    compiled: Any = None

    def fits(word: str) -> bool:
        nonlocal compiled
        if compiled is None:
            compiled = _compiled(regex)
        try:
            return bool(compiled(word))
        except TimeoutError:
            raise SearchTimeoutError from None

    def run(words: Words, at: int) -> Ends:
        if at >= words.stop:
            return ()
        word = words.words[at]
        if not word.startswith(beginning):
            return ()
        own = known.get(word)
        if own is None:
            own = known[word] = fits(word)
        return (at + 1,) if own else ()

    return run


def _compiled(regex: str) -> Callable[[str], object]:
    """Whether an expression fits a whole word; one that might take for ever gets a time limit."""
    if not _NESTED.search(regex):
        return re.compile(regex).fullmatch
    import regex as other

    limited = other.compile(regex)
    return lambda word: limited.fullmatch(word, timeout=SEARCH_SECONDS)


_NESTED = expression(r"[+*}]\)+[+*{]")
"""A repeat inside a repeat."""


def of_class(regex: str) -> Step:
    """One mark or word that is a class of characters; no class tells one word from another."""
    compiled = re.compile(regex)
    known: dict[str, bool] = {}

    def run(words: Words, at: int) -> Ends:
        if at >= words.stop:
            return ()
        word = words.words[at]
        own = known.get(word)
        if own is None:
            is_mark = len(word) == 1 and not word.isalnum()
            own = known[word] = bool(compiled.fullmatch(word if is_mark else _LETTER))
        return (at + 1,) if own else ()

    return run


def in_sequence(steps: list[Step]) -> Step:
    if not steps:
        return lambda words, at: (at,)
    first, rest = steps[0], steps[1:]

    def run(words: Words, at: int) -> Ends:
        found = first(words, at)
        for step in rest:
            if not found:
                return ()
            if len(found) == 1:
                found = step(words, found[0])
            else:
                found = tuple(dict.fromkeys([end for place in found for end in step(words, place)]))
        return found

    return run


def either(steps: list[Step], firsts: list[First]) -> Step:
    """One of some steps, in their order; only those are tried that may begin with the word that comes next."""
    if len(steps) < _FEW:
        return _each_of(steps)
    sets = [None if first.may_be_empty else first.words for first in firsts]
    open_ = _each_of([step for step, words in zip(steps, sets, strict=True) if words is None])
    begins = frozenset().union(*(words for words in sets if words))
    tried: dict[str, Step] = {}

    def run(words: Words, at: int) -> Ends:
        if at >= words.stop:
            return open_(words, at)
        word = words.words[at]
        chosen = tried.get(word)
        if chosen is None:
            known = {word, *leads(word)}
            if begins.isdisjoint(known):
                return open_(words, at)
            fitting = [s for s, own in zip(steps, sets, strict=True) if own is None or not own.isdisjoint(known)]
            chosen = tried[word] = _each_of(fitting)
        return chosen(words, at)

    return run


_FEW = 3
"""From so many alternatives on it is worth to choose among them."""


def _each_of(steps: list[Step]) -> Step:
    if not steps:
        return lambda words, at: ()
    if len(steps) == 1:
        return steps[0]

    def run(words: Words, at: int) -> Ends:
        found: Ends = ()
        for step in steps:
            found += step(words, at)
        return found if len(found) < 2 else tuple(dict.fromkeys(found))

    return run


def any_of(firsts: list[First]) -> First:
    empty = any(first.may_be_empty for first in firsts)
    if any(first.words is None for first in firsts):
        return First(None, empty)
    return First(frozenset().union(*(first.words for first in firsts if first.words)), empty)


def repeated(step: Step, least: int, most: int | None, lazy: bool) -> Step:
    if (least, most) == (0, 1):

        def once(words: Words, at: int) -> Ends:
            found = step(words, at)
            if at in found:  # nothing can be what stands there: it is tried when its turn comes
                return tuple(dict.fromkeys((at, *found))) if lazy else found
            return (at, *found) if lazy else (*found, at)

        return once

    def run(words: Words, at: int) -> Ends:
        found: dict[int, None] = {}
        seen: set[tuple[int, int]] = set()

        def go(place: int, done: int) -> None:
            if lazy and done >= least:
                found[place] = None
            if most is None or done < most:
                for end in step(words, place):
                    state = (end, 0 if most is None and done >= least else done)
                    if end == place:
                        found.update({place: None} if done + 1 >= least else {})
                    elif state not in seen:
                        seen.add(state)
                        go(end, done + 1)
            if not lazy and done >= least:
                found[place] = None

        go(at, 0)
        return tuple(found)

    return run


def looking(step: Step, *, behind: bool, wanted: bool) -> Step:
    """What must or must not stand beside a place."""
    if not behind:
        return lambda words, at: (at,) if bool(step(words, at)) == wanted else ()

    def run(words: Words, at: int) -> Ends:
        there = any(at in step(words, place) for place in range(at - 1, max(-1, at - _FARTHEST_BEHIND - 1), -1))
        return (at,) if there == wanted else ()

    return run


_FARTHEST_BEHIND = 8
"""How many words back is looked."""


def remembered(name: str, step: Step) -> Step:
    def run(words: Words, at: int) -> Ends:
        key = (name, at)
        found = words.known.get(key)
        if found is None:
            found = words.known[key] = step(words, at)
        return found

    return run


def beginning_of(letters: str) -> str:
    """What all words begin with that an expression over letters fits; empty where it does not say."""
    depth = 0
    for char in letters:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            return ""
    m = _BEGINNING.match(letters)
    return m.group() if m else ""
