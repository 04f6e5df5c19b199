"""Finding the names of treatments and conditions in a text, without a regular expression.

A mention is masked in a copy of the text: every character of it becomes the private character of what it
names, so that a pattern can ask for `{treatment}` with one character class and offsets keep their meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from medlint.expressions import expression
from medlint.normalising import WILDCARD
from medlint.packs.pattern_nodes import Node, WordList
from medlint.steps import Words
from medlint.tokens import TOKEN

if TYPE_CHECKING:
    from medlint.evidence.facts import Condition, Facts, Treatment

_BETWEEN = expression(r"[+/&.]?[ /]{1,3}|['.]|")
_HEADS = {"therapy", "therapies", "treatment", "treatments", "infusion", "infusions", "injection", "injections"}


class Mention(NamedTuple):
    """A name at a text range; `id` is that of the treatment or condition."""

    start: int
    end: int
    id: str


Phrases = dict[str, list[tuple[list[str], str]]]
"""Names by their second word (none: an empty one), each with what it is a name of, the longest first."""


class Lexicon:
    """Names by their first word."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        """`rows` are those of `names_of`; one is taken apart when its word is met."""
        self._phrases: dict[str, str | Phrases] = {**rows}

    def mentions(self, text: Words) -> list[Mention]:
        """The mentions in lower-cased text, longest first at each place, none overlapping."""
        said, known = text.words, self._phrases
        if known.keys().isdisjoint(said):
            return []
        found: list[Mention] = []
        following = 0
        for i in [i for i, word in enumerate(said) if word in known]:
            if i < following:
                continue
            phrases = known[said[i]]
            if isinstance(phrases, str):
                phrases = self._taken_apart(said[i], phrases)
            following_word = said[i + 1] if i + 1 < len(said) else ""
            for words, id_ in (*phrases.get(following_word, ()), *phrases.get("", ())):
                after = i + len(words)
                if said[i:after] == words and all(
                    _BETWEEN.fullmatch(text.text, text.ends[k - 1], text.starts[k]) for k in range(i + 1, after)
                ):
                    found.append(Mention(text.starts[i], text.ends[after - 1], id_))
                    following = after
                    break
        return found

    def _taken_apart(self, word: str, row: str) -> Phrases:
        parts = row.split("\t")
        phrases: Phrases = {}
        for name, id_ in zip(parts[::2], parts[1::2], strict=True):
            words = name.split(" ")
            phrases.setdefault(words[1] if len(words) > 1 else "", []).append((words, id_))
        self._phrases[word] = phrases
        return phrases


class Named(NamedTuple):
    """What it takes to find the names of treatments or conditions: rows for a lexicon, and the mark of each id."""

    rows: Mapping[str, str]
    marks: Mapping[str, str]


def names_of(facts: Mapping[str, Treatment] | Mapping[str, Condition], prefix: str = "") -> Named:
    """The names of treatments or conditions, with `prefix` before each id. Compiled packs have them `ready`."""
    ready: Named | None = getattr(facts, "ready", None)
    if ready:
        return ready
    rows = _rows({prefix + id_: one.names for id_, one in facts.items()})
    return Named(rows, {prefix + id_: one.mark for id_, one in facts.items()})


def _rows(names: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """For each first word the names that begin with it, the longest first, as one text: name, id, name, id …

    `names` gives for each id its names; a trailing * stands for the regular inflections.
    """
    from medlint.packs.inflect import inflections

    known = {n.rstrip("*") for group in names.values() for n in group}
    found: dict[str, list[tuple[list[str], str]]] = {}
    for id_, group in names.items():
        for name in group:
            plain = name.rstrip("*").lower()
            core, _, head = plain.rpartition(" ")
            if head in _HEADS and core in known:
                continue  # patterns say “{treatment} therapy” themselves
            for form in inflections(plain) if name.endswith("*") else [plain]:
                words = TOKEN.findall(form.replace("-", " "))
                if words:
                    found.setdefault(words[0], []).append((words, id_))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return {
        first: "\t".join(part for words, id_ in phrases for part in (" ".join(words), id_))
        for first, phrases in found.items()
    }


def masked(text: str, mentions: list[Mention], marks: dict[str, str]) -> str:
    """`text` with each mention replaced, character for character, by the mark of what it names."""
    parts, position = [], 0
    for start, end, id_ in mentions:
        parts += [text[position:start], marks[id_] * (end - start)]
        position = end
    return "".join([*parts, text[position:]])


def lists_from(facts: Facts) -> dict[str, tuple[WordList, Node]]:
    """The word lists that the facts give to every pack."""
    treatments, conditions = list(facts.treatments.values()), list(facts.conditions.values())
    groups: dict[str, list[str]] = {
        "treatment": [t.mark for t in treatments],
        "condition": [c.mark for c in conditions],
        "unapproved-treatment": [t.mark for t in treatments if t.needs_status],
        "disease": [c.mark for c in conditions if c.kind == "disease"],
    }
    for t in treatments:
        groups.setdefault(f"{t.field}-treatment", []).append(t.mark)
        groups.setdefault(f"any-{t.kind}", []).append(t.mark)
    open_lists = ("treatment", "condition", "disease")
    return {
        name: _marks_node(
            marks + [WILDCARD] * (name in open_lists), _TAIL if name in ("condition", "disease") else _HEAD
        )
        for name, marks in groups.items()
    }


# What may follow a name and belongs to it.
_HEAD = "(?:'s)?(?: (?:therapy|therapies|treatments?|infusions?|injections?|drips?|sessions?|protocols?))?"
_TAIL = "(?: (?:symptoms?|disorders?))?"


def _marks_node(marks: list[str], following: str) -> tuple[WordList, Node]:
    from medlint.packs.pattern import translate

    characters = frozenset(marks)
    node = Node(f"[{_ranges(''.join(sorted(characters)))}]{translate(following).regex}", None, (characters,))
    return WordList({}, ((node.regex, ()),)), node


def _ranges(characters: str) -> str:
    out, start = [], 0
    for i in range(1, len(characters) + 1):
        if i == len(characters) or ord(characters[i]) != ord(characters[i - 1]) + 1:
            out.append(characters[start] + (f"-{characters[i - 1]}" if i - start > 1 else ""))
            start = i
    return "".join(out)
