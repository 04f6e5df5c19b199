"""Running patterns over words.

A pattern is a tree of small functions. Each takes the words of a text and a place among them, and gives the places
where what it stands for may end, in the order in which a backtracking engine would try them. Every place is given once,
so the time is bounded whatever the pattern. Nothing depends on the words that were met before.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from medlint.packs.pattern import Pattern, Phrase, WordList
from medlint.packs.shape import Shape, parts_of, shape_of
from medlint.tokens import TOKEN, is_lead, lead, leads

SEARCH_SECONDS = 1.0
"""How long an expression over the letters of one word may take."""

TREATMENT_MARKS = range(0xE000, 0xE800)
CONDITION_MARKS = range(0xE800, 0xF900)
"""The private-use characters that stand for names of treatments and conditions in masked text."""

ANY_WORD = r"(?:\w)+"
_LETTER = "\U00020000"
"""What stands for any word in a class of characters."""

_BEGINNING = re.compile(r"[a-z]+(?![?*{a-z])|[a-z]+(?=[a-z][?*{])")

Ends = tuple[int, ...]
Step = Callable[["Words", int], Ends]
"""Where a piece of a pattern may end that begins before some word."""

Quoted = tuple[int, int, int]
"""An end, and the range of words that is quoted on the way there (-1, -1: none)."""


_REMEMBERED = 8
"""For so many texts it is remembered where word lists were found to end."""


class SearchTimeoutError(Exception):
    """An expression took longer than `SEARCH_SECONDS` on one word."""


class Masks(NamedTuple):
    """Which names a pattern wants masked in the text that it is matched against."""

    treatments: bool
    conditions: bool


class Words:
    """The words of a text, and where in the text each of them starts and ends.

    `stop` is where a search ends: nothing beyond it is seen. `known` remembers where word lists were found to end.
    """

    __slots__ = ("_known", "ends", "known", "starts", "stop", "words")

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for m in TOKEN.finditer(text):
            word = m.group()
            self.words.append(word[0] if "\ue000" <= word[0] <= "\uf8ff" else word)
            self.starts.append(m.start())
            self.ends.append(m.end())
        self.stop = len(self.words)
        self.known: dict[tuple[str, int], Ends] = {}
        self._known = {self.stop: self.known}

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


class _Ready(NamedTuple):
    """A pattern made ready: `begins` says of a word whether a match may begin with it (None: any may)."""

    step: Step
    quoting: Callable[[Words, int], Sequence[Quoted]] | None
    begins: Callable[[str], bool] | None


class Matcher:
    """Makes functions of patterns and remembers them; `lists` holds the word lists that they refer to."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._lists = lists
        self._ready: dict[str, _Ready] = {}
        self._recent: deque[Words] = deque()
        self._list_firsts: dict[str, First] = {}
        self._masks: dict[str, Masks] = {}
        self._list_steps: dict[str, Step] = {}
        self._list_masks: dict[str, Masks] = {}
        self._phrase_steps: dict[str, Step] = {}
        self._letter_steps: dict[str, Step] = {}
        self._class_steps: dict[str, Step] = {}

    def masks(self, pattern: Pattern) -> Masks:
        """Which masked text a pattern is for."""
        found = self._masks.get(pattern.regex)
        if found is None:
            found = self._masks[pattern.regex] = self._masks_of(shape_of(pattern.regex))
        return found

    def search(self, pattern: Pattern, words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Ranges of the text that a pattern quotes in words [start, end). Raises SearchTimeoutError."""
        ready = self._ready.get(pattern.regex) or self._get(pattern.regex)
        if words not in self._recent:
            self._recent.append(words)
            if len(self._recent) > _REMEMBERED:
                self._recent.popleft().forget()
        own, begins, step = words.words, ready.begins, ready.step
        words.until(end)
        after = start
        for at in range(start, end):
            if at < after or (begins and not begins(own[at])):
                continue
            found = step(words, at)
            if not found:
                continue
            stop, a, b = found[0], at, found[0]
            if ready.quoting:
                stop, first, last = ready.quoting(words, at)[0]
                if first >= 0:
                    a, b = first, last
            if b > a:
                yield words.starts[a], words.ends[b - 1]
                words.until(end)
            after = max(stop, at + 1)

    def check(self, pattern: Pattern) -> bool:
        """Make all of a pattern; whether it can match nothing at all. Raises re.error."""
        for part in parts_of(shape_of(pattern.regex)):
            if part[0] in ("letters", "class"):
                re.compile(part[1])
        return bool(self._get(pattern.regex).step(Words(""), 0))

    def _get(self, regex: str) -> _Ready:
        shape = shape_of(regex)
        quoting = self._quoting(shape) if any(part[0] == "quote" for part in parts_of(shape)) else None
        ready = self._ready[regex] = _Ready(self._step(shape), quoting, _admits(self._first(shape)))
        return ready

    def _first(self, shape: Shape) -> First:
        """What a match may begin with."""
        what = shape[0]
        if what == "phrases":
            return First(frozenset(phrase.split(" ", 1)[0] for phrase in shape[1].split("|")))
        if what == "list":
            if shape[1] not in self._list_firsts:
                own = self._lists[shape[1]]
                plain = frozenset(phrase[0] for group in own.plain.values() for phrase in group)
                self._list_firsts[shape[1]] = _any_of(
                    [First(plain), *(self._first(shape_of(regex)) for regex, _ in own.others)]
                )
            return self._list_firsts[shape[1]]
        if what == "letters":
            own_lead = lead(beginning_of(shape[1]))
            return First(frozenset([own_lead]) if own_lead else None)
        if what == "class":
            return First(None)
        if what == "look":
            return First(frozenset(), may_be_empty=True)
        if what == "alt":
            return _any_of([self._first(part) for part in shape[1:]])
        if what == "seq":
            found: list[First] = []
            for part in shape[1:]:
                found.append(self._first(part))
                if not found[-1].may_be_empty:
                    return _any_of(found)._replace(may_be_empty=False)
            return _any_of(found)._replace(may_be_empty=True)
        inner = self._first(shape[1])
        return inner._replace(may_be_empty=True) if what == "repeat" and not shape[2] else inner

    def _masks_of(self, shape: Shape) -> Masks:
        treatments = conditions = False
        for part in parts_of(shape):
            own, content = Masks(False, False), part[-1]
            if part[0] == "class":
                codes = [ord(c) for c in content if "\ue000" <= c <= "\uf8ff"]
                own = Masks(any(c in TREATMENT_MARKS for c in codes), any(c in CONDITION_MARKS for c in codes))
            elif part[0] == "list":
                if content not in self._list_masks:
                    found = [self._masks_of(shape_of(regex)) for regex, _ in self._lists[content].others]
                    both = any(m.treatments for m in found), any(m.conditions for m in found)
                    self._list_masks[content] = Masks(*both)
                own = self._list_masks[content]
            treatments, conditions = treatments or own.treatments, conditions or own.conditions
        return Masks(treatments, conditions)

    def _step(self, shape: Shape) -> Step:
        what = shape[0]
        if what == "phrases":
            return self._phrases(shape[1])
        if what == "list":
            return self._list(shape[1])
        if what == "letters":
            return self._letters(shape[1])
        if what == "class":
            return self._class(shape[1])
        if what == "seq":
            return _in_sequence([self._step(part) for part in shape[1:]])
        if what == "alt":
            return _either([self._step(part) for part in shape[1:]], [self._first(part) for part in shape[1:]])
        if what == "repeat":
            return _repeated(self._step(shape[1]), *shape[2:])
        if what == "look":
            return _looking(self._step(shape[1]), behind=shape[2], wanted=shape[3])
        return self._step(shape[1])

    def _quoting(self, shape: Shape) -> Callable[[Words, int], Sequence[Quoted]]:
        """As a step, with what is quoted on the way."""
        what = shape[0]
        if what == "quote":
            inner = self._step(shape[1])
            return lambda words, at: [(end, at, end) for end in inner(words, at)]
        if all(part[0] != "quote" for part in parts_of(shape)):
            plain = self._step(shape)
            return lambda words, at: [(end, -1, -1) for end in plain(words, at)]
        if what == "alt":
            branches = [self._quoting(part) for part in shape[1:]]
            return lambda words, at: [one for branch in branches for one in branch(words, at)]
        if what == "repeat":
            return self._quoting_repeat(shape)
        parts = [self._quoting(part) for part in shape[1:]]

        def run(words: Words, at: int) -> Sequence[Quoted]:
            found: Sequence[Quoted] = [(at, -1, -1)]
            for part in parts:
                following = []
                for end, first, last in found:
                    for new, a, b in part(words, end):
                        following.append((new, first, last) if first >= 0 else (new, a, b))
                found = list(dict.fromkeys(following))
            return found

        return run

    def _quoting_repeat(self, shape: Shape) -> Callable[[Words, int], Sequence[Quoted]]:
        inner = self._quoting(shape[1])
        _, _, least, most, lazy = shape

        def run(words: Words, at: int) -> Sequence[Quoted]:
            found: dict[Quoted, None] = {}

            def go(state: Quoted, done: int) -> None:
                if lazy and done >= least:
                    found[state] = None
                if most is None or done < most:
                    for new, a, b in inner(words, state[0]):
                        following = (new, state[1], state[2]) if state[1] >= 0 else (new, a, b)
                        if new > state[0]:
                            go(following, done + 1)
                        elif done + 1 >= least:
                            found[following] = None
                if not lazy and done >= least:
                    found[state] = None

            go((at, -1, -1), 0)
            return list(found)

        return run

    def _phrases(self, content: str) -> Step:
        if content not in self._phrase_steps:
            self._phrase_steps[content] = _of_phrases(tuple(p.split(" ")) for p in content.split("|"))
        return self._phrase_steps[content]

    def _list(self, name: str) -> Step:
        if name not in self._list_steps:
            own = self._lists[name]
            plain = _of_phrases(phrase for group in own.plain.values() for phrase in group)
            if own.others:
                shapes = [shape_of(regex) for regex, _ in own.others]
                begins = First(frozenset(phrase[0] for group in own.plain.values() for phrase in group))
                whole = _either([plain, *map(self._step, shapes)], [begins, *map(self._first, shapes)])
                self._list_steps[name] = _remembered(name, whole)
            else:
                self._list_steps[name] = plain
        return self._list_steps[name]

    def _letters(self, regex: str) -> Step:
        if regex not in self._letter_steps:
            self._letter_steps[regex] = _of_letters(regex)
        return self._letter_steps[regex]

    def _class(self, regex: str) -> Step:
        if regex not in self._class_steps:
            self._class_steps[regex] = _of_class(regex)
        return self._class_steps[regex]


def _of_phrases(phrases: Any) -> Step:
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


def _of_letters(regex: str) -> Step:
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


_NESTED = re.compile(r"[+*}]\)+[+*{]")
"""A repeat inside a repeat."""


def _of_class(regex: str) -> Step:
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


def _in_sequence(steps: list[Step]) -> Step:
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


def _either(steps: list[Step], firsts: list[First]) -> Step:
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


def _any_of(firsts: list[First]) -> First:
    empty = any(first.may_be_empty for first in firsts)
    if any(first.words is None for first in firsts):
        return First(None, empty)
    return First(frozenset().union(*(first.words for first in firsts if first.words)), empty)


def _admits(first: First) -> Callable[[str], bool] | None:
    """Whether something may begin with a word."""
    words = first.words
    if words is None or first.may_be_empty:
        return None
    if not any(map(is_lead, words)):
        return words.__contains__
    return lambda word: word in words or not words.isdisjoint(leads(word))


def _repeated(step: Step, least: int, most: int | None, lazy: bool) -> Step:
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


def _looking(step: Step, *, behind: bool, wanted: bool) -> Step:
    """What must or must not stand beside a place."""
    if not behind:
        return lambda words, at: (at,) if bool(step(words, at)) == wanted else ()

    def run(words: Words, at: int) -> Ends:
        there = any(at in step(words, place) for place in range(at - 1, max(-1, at - _FARTHEST_BEHIND - 1), -1))
        return (at,) if there == wanted else ()

    return run


_FARTHEST_BEHIND = 8
"""How many words back is looked."""


def _remembered(name: str, step: Step) -> Step:
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
