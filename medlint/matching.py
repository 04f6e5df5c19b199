"""Running patterns over words: each distinct word is one character of the text that an expression runs on.

Characters are given to words as they are met, so an expression can name only words that have been met. When a
page brings new ones, patterns that concern them are compiled again. What matches is the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import islice, pairwise
from typing import Any, NamedTuple

from medlint.packs.pattern_nodes import Pattern, Phrase, WordList
from medlint.tokens import TOKEN, is_lead

SEARCH_SECONDS = 1.0
"""How long one search may take."""

TREATMENT_MARKS = range(0xE000, 0xE800)
CONDITION_MARKS = range(0xE800, 0xF900)
"""The private-use characters that stand for names of treatments and conditions in masked text."""

# Characters for words: rare Chinese ones, which no punctuation mark is among. They lie beyond the first plane, as
# `re` takes twenty times as long to compile a class of scattered characters within it.
_CODES = range(0x20000, 0x2A6D0)
_PART = re.compile("\x02([^\x03]*)\x03|\x04([^\x05]*)\x05|\x06([^\x07]*)\x07")
_NEVER = "(?!)"
_BEGINNING = re.compile(r"[a-z]+(?![?*{a-z])|[a-z]+(?=[a-z][?*{])")
MOST_PAIRS = 400_000
"""So many pairs of neighbouring words are remembered; then all is forgotten."""
ANY_WORD = r"(?:\w)+"


class SearchTimeoutError(Exception):
    """A pattern took longer than `SEARCH_SECONDS` on one block."""


class Masks(NamedTuple):
    """Which names a pattern wants masked in the text that it is matched against."""

    treatments: bool
    conditions: bool


class Coded(NamedTuple):
    """A text as one character a word, and where in the text each of them starts and ends."""

    text: str
    starts: list[int]
    ends: list[int]


class _Ready(NamedTuple):
    """A compiled pattern, the masks it wants, and what it was made for."""

    compiled: Any
    masks: Masks
    source: str
    round: int


class Matcher:
    """Compiles patterns and remembers them; `lists` holds the word lists that they refer to."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._lists = lists
        self._codes: dict[str, str] = {}
        self._met: set[str] = set()  # the words, and what they are known by
        self._pairs: set[tuple[str, str]] = set()
        self._new_words: list[list[str]] = []  # those of each round, sorted
        self._round = 0
        self._list_regex: dict[str, str] = {}
        self._class_regex: dict[str, tuple[int, list[str]]] = {}
        self._ready: dict[str, _Ready] = {}
        self._compiled: dict[str, Any] = {}

    def learn(self, words: AbstractSet[str], pairs: AbstractSet[tuple[str, str]]) -> None:
        """Make known a text before patterns are run on it: its words with what they are known by, and which stand
        side by side.
        """
        new = words - self._met
        if not new and pairs <= self._pairs:
            return
        if len(self._codes) + len(new) > len(_CODES) or len(self._pairs) > MOST_PAIRS:
            self.__init__(self._lists)  # type: ignore[misc]
            new = set(words)
        self._met |= new
        self._pairs |= pairs
        own = sorted(word for word in new if not is_lead(word))
        for word in own:
            self._codes[word] = word if len(word) == 1 and not word.isalnum() else chr(_CODES[len(self._codes)])
        self._new_words.append(own)
        self._round += 1
        self._list_regex.clear()

    def code(self, text: str) -> Coded:
        """Lower-cased text as one character a word. Its words must have been learnt."""
        out, starts, ends = [], [], []
        for m in TOKEN.finditer(text):
            word = m.group()
            out.append(word[0] if "\ue000" <= word[0] <= "\uf8ff" else self._codes.get(word, word[0]))
            starts.append(m.start())
            ends.append(m.end())
        return Coded("".join(out), starts, ends)

    def masks(self, pattern: Pattern) -> Masks:
        """Which masked text a pattern is for."""
        return self._get(pattern).masks

    def search(self, pattern: Pattern, coded: Coded, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Ranges of the text that a pattern quotes in words [start, end). Raises SearchTimeoutError.

        A pattern whose time is bounded by its form runs on `re`; any other on `regex`, which has a time
        limit.
        """
        compiled = self._get(pattern).compiled
        if pattern.wild:
            found = compiled.finditer(coded.text, start, end, timeout=SEARCH_SECONDS)
        else:
            found = compiled.finditer(coded.text, start, end)
        try:
            for m in found:
                quoted = m.lastgroup and next((name for name, part in m.groupdict().items() if part is not None), None)
                a, b = m.span(quoted) if quoted else m.span()
                if b > a:
                    yield coded.starts[a], coded.ends[b - 1]
        except TimeoutError:
            raise SearchTimeoutError from None

    def empty(self, pattern: Pattern) -> bool:
        """Whether a pattern matches nothing at all."""
        return bool(self._get(pattern).compiled.fullmatch(""))

    def _get(self, pattern: Pattern) -> _Ready:
        ready = self._ready.get(pattern.regex)
        if ready is None or ready.round != self._round:
            source = self._expand(pattern.regex, pattern.wild)
            if ready is None or ready.source != source:
                codes = {ord(c) for c in source if "\ue000" <= c <= "\uf8ff"}
                masks = Masks(any(c in TREATMENT_MARKS for c in codes), any(c in CONDITION_MARKS for c in codes))
                ready = _Ready(compile_pattern(source, wild=pattern.wild), masks, source, self._round)
            else:
                ready = ready._replace(round=self._round)
            self._ready[pattern.regex] = ready
        return ready

    def _expand(self, regex: str, wild: bool) -> str:
        """An expression with its references filled in for the words that have been met."""

        def fill(m: re.Match[str]) -> str:
            name, phrases, letters = m.groups()
            if name is not None:
                return self._list(name)
            if phrases is not None:
                known = (tuple(p.split(" ")) for p in phrases.split("|"))
                return self._phrases([p for p in known if p[0] in self._codes])
            return self._class(letters, wild)

        return _PART.sub(fill, regex)

    def _list(self, name: str) -> str:
        if name not in self._list_regex:
            own = self._lists[name]
            parts = [self._phrases(own.phrases(self._codes.keys()))]
            parts += [self._expand(regex, False) for regex in own.expressions(self._met)]
            kept = [part for part in parts if part != _NEVER]
            self._list_regex[name] = f"(?:{'|'.join(kept)})" if kept else _NEVER
        return self._list_regex[name]

    def _phrases(self, phrases: list[Phrase]) -> str:
        """One expression for those of some phrases that have been met: a class for single words, longer ones first."""
        met = (phrase for phrase in phrases if self._pairs.issuperset(pairwise(phrase)))
        coded = sorted("".join(self._codes[word] for word in phrase) for phrase in met)
        single = [c for c in coded if len(c) == 1]
        longer = sorted((c for c in coded if len(c) > 1), key=len, reverse=True)
        parts = [re.escape(c) for c in longer]
        if single:
            parts.append(_one_of(single))
        return f"(?:{'|'.join(parts)})" if len(parts) > 1 else "".join(parts) or _NEVER

    def _class(self, letters: str, wild: bool) -> str:
        """One expression for the words that fit an expression over letters."""
        if letters == ANY_WORD:
            return f"[{chr(_CODES[0])}-{chr(_CODES[-1])}]"
        seen, fitting = self._class_regex.get(letters, (0, []))
        compiled = compile_pattern(letters, wild=wild)
        limit = {"timeout": SEARCH_SECONDS} if wild else {}
        beginning = beginning_of(letters)
        try:
            for words in self._new_words[seen:]:
                start = bisect_left(words, beginning)
                for word in islice(words, start, None):
                    if not word.startswith(beginning):
                        break
                    if compiled.fullmatch(word, **limit):
                        fitting.append(self._codes[word])
        except TimeoutError:
            raise SearchTimeoutError from None
        self._class_regex[letters] = (len(self._new_words), fitting)
        return _one_of(sorted(fitting)) if fitting else _NEVER


def beginning_of(letters: str) -> str:
    """What all words begin with that an expression over letters fits; empty where it does not say."""
    depth = 0
    for char in letters:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            return ""
    m = _BEGINNING.match(letters)
    return m.group() if m else ""


def _one_of(characters: list[str]) -> str:
    if len(characters) == 1:
        return re.escape(characters[0])
    return "[" + "".join("\\" + c if c in "]^\\-&~|[" else c for c in characters) + "]"


def compile_pattern(source: str, *, wild: bool) -> Any:
    """The compiled form of a whole regular expression. Raises re.error or regex.error."""
    if not wild:
        return re.compile(source)
    import regex

    return regex.compile(source)
