"""The language of patterns: prose with word lists, made into regular expressions.

    a space      any run of spaces and hyphens; beside an optional part it may be absent
    {name}       one entry of a word list; a list entry that ends in * stands for its inflections too
    ...          up to four words of the same clause (`...8`: up to eight)
    <part>       what a finding quotes, when it is not the whole match
    the rest     a regular expression

Patterns are matched against lower-cased text and against whole words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from medlint.document import WILDCARD
from medlint.packs.inflect import inflections

SPACE = " +"
SPACE_OR_EDGE = r"(?: +|(?<!\w))"
GAP_WORD = r"[^ ]*[^ .;:!?\u2014|]"

_ESCAPE_CLASS = re.compile(r"\\[dwsDWSbBAzZ]|\\p\{\w+\}")
MOST_REPEATS = 6
"""How often a group in a pattern can be repeated: a group with a repeat inside has no bound and is `wild`."""

_LIMIT = 4000
_SPACES = (" ", "-", '"')
_ESCAPED_SPACES = ("-", '"', "(", ")")  # what a text shows to patterns as a space
_INSIDE_A_WORD = re.compile(r"\\[wdS]|\[(?!\^)(?:\\[wdS]|[^\\\s])+\]|\[\^(?=[^\]]* )[^\]]*\]")
"""Repeats of these end with the word."""


class PatternError(ValueError):
    """A pattern that cannot be used. `offset` is where in the pattern it goes wrong."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


Needs = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A parsed piece of a pattern.

    `regex` is its regular expression; `language` is every string it can match (words apart by one
    space), or None when that is not a short finite set; every match holds a word of each set of
    `needs`. A `wild` node may need unbounded time.
    """

    regex: str
    language: frozenset[str] | None = None
    needs: Needs = ()
    space: bool = False
    optional: bool = False
    wild: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern ready to be compiled; its parts as in `Node`."""

    regex: str
    needs: Needs
    wild: bool


Lists = Callable[[str], Node]
_REFERENCE = re.compile("\x02([a-z0-9-]+)\x03")


def parse(source: str, lists: Lists) -> Pattern:
    """Translate a pattern. `lists` gives the node of a word list and raises KeyError for an unknown name.

    Raises PatternError.
    """
    parser = _Parser(source, lists)
    node = parser.alternatives(None)
    if parser.at < len(source):
        raise PatternError(f"“{source[parser.at]}” closes nothing", parser.at)
    if node.language is not None and "" in node.language:
        raise PatternError("the pattern matches the empty string")
    return Pattern(rf"(?<!\w)(?:{node.regex})(?!\w)", _cheapest(node.needs), node.wild)


@dataclass(frozen=True, slots=True)
class WordList:
    """The entries of a word list: plain phrases by their longest word, and the others as expressions."""

    plain: dict[str, tuple[str, ...]]
    others: tuple[tuple[str, Needs], ...]

    def regex(self, words: AbstractSet[str] | None = None) -> str:
        """Its regular expression; given the words of a text, only of those entries that can occur in it."""
        keys = self.plain.keys() if words is None else self.plain.keys() & words
        phrases = (phrase for key in sorted(keys) for phrase in self.plain[key])
        if words is not None:
            phrases = (phrase for phrase in phrases if words.issuperset(phrase.replace("'", " ").split()))
        trie = _trie(phrases)
        parts = [trie] if trie else []
        parts += [r for r, needs in self.others if words is None or not any(words.isdisjoint(n) for n in needs)]
        return "|".join(parts) or "(?!)"


def list_reference(name: str) -> str:
    """What stands for a word list in a regular expression until it is compiled."""
    return f"\x02{name}\x03"


def references(regex: str) -> list[str]:
    """The names of the word lists that a regular expression refers to."""
    return _REFERENCE.findall(regex)


def expand(regex: str, lists: Callable[[str], str]) -> str:
    """A regular expression with its word lists written out; `lists` gives the expression of each."""
    while "\x02" in regex:
        regex = _REFERENCE.sub(lambda m: f"(?:{lists(m.group(1))})", regex)
    return regex


def word_list(entries: Iterable[str], lists: Lists) -> tuple[WordList, Node]:
    """A word list and its node. Raises PatternError."""
    plain: dict[str, None] = {}
    others: list[Node] = []
    for entry in entries:
        if re.fullmatch(r"[\w' \-]+\*?", entry):
            forms = inflections(entry[:-1]) if entry.endswith("*") else [entry]
            plain.update(dict.fromkeys(form.lower().replace("-", " ") for form in forms))
        else:
            parser = _Parser(entry, lists)
            node = parser.alternatives(None)
            if parser.at < len(entry):
                raise PatternError(f"“{entry[parser.at]}” closes nothing", parser.at)
            others.append(replace(node, needs=node.needs or _own_needs(node)))
    by_word: dict[str, tuple[str, ...]] = {}
    for phrase in plain:
        key = _longest_word(phrase)
        by_word[key] = (*by_word.get(key, ()), phrase)
    parts = [Node("", frozenset(plain), (frozenset(by_word),))] if plain else []
    return WordList(by_word, tuple((n.regex, n.needs) for n in others)), _either([*parts, *others])


class _Parser:
    def __init__(self, source: str, lists: Lists) -> None:
        self.source = source
        self.lists = lists
        self.at = 0
        self.quotes = 0

    def alternatives(self, closer: str | None) -> Node:
        """Everything up to `closer` or the end."""
        branches = [self.sequence(closer)]
        while self.at < len(self.source) and self.source[self.at] == "|":
            self.at += 1
            branches.append(self.sequence(closer))
        return branches[0] if len(branches) == 1 else _either(branches)

    def sequence(self, closer: str | None) -> Node:
        nodes: list[Node] = []
        while self.at < len(self.source):
            char = self.source[self.at]
            if char == "|" or char == closer:
                break
            if char in ")>" and closer is None:
                break
            nodes.append(self.quantified(self.one(char)))
        return _join(nodes)

    def one(self, char: str) -> Node:
        start = self.at
        source = self.source
        if char in _SPACES or (char == "\\" and source[start + 1 : start + 2] in _ESCAPED_SPACES):
            self.at += 1 + (char == "\\")
            if source.startswith("?", self.at):
                self.at += 1
                return Node(" *", frozenset([" ", ""]), optional=True)
            gap = re.compile(r"\.\.\.(\d{0,2})(?= |$)").match(source, self.at)
            if gap:
                self.at = gap.end()
                return Node(rf"(?:{SPACE}{GAP_WORD}){{0,{gap.group(1) or 4}}}?", optional=True, space=True)
            return Node(SPACE, frozenset([" "]), space=True)
        if char == "{":
            name = re.compile(r"\{([a-z][a-z0-9-]*)\}").match(source, start)
            if not name:
                raise PatternError("“{” opens no word list: {name} is lower-case letters, digits and hyphens", start)
            self.at = name.end()
            try:
                return self.lists(name.group(1))
            except KeyError:
                raise PatternError(f"unknown word list “{name.group(1)}”", start) from None
        if char == "<":
            self.at += 1
            inner = self.alternatives(">")
            self.close(">", start)
            self.quotes += 1
            return replace(inner, regex=f"(?P<quote{self.quotes}>{inner.regex})")
        if char == "(":
            opening = re.compile(r"\((?:\?(?:[:=!]|<[=!]|i:|-i:|>))?").match(source, start)
            assert opening
            self.at = opening.end()
            inner = self.alternatives(")")
            self.close(")", start)
            kind = opening.group()
            if kind in ("(", "(?:"):
                return replace(inner, regex=f"(?:{inner.regex})", optional=False)
            looks = kind[2] in "=!<"
            return Node(f"{kind}{inner.regex})", frozenset([""]) if looks else None, wild=inner.wild)
        if char == "[":
            end = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]").match(source, start)
            if not end:
                raise PatternError("“[” is never closed", start)
            self.at = end.end()
            return Node(end.group())
        if char == "\\":
            if start + 1 == len(source):
                raise PatternError("the pattern ends in a backslash", start)
            special = _ESCAPE_CLASS.match(source, start)
            self.at = special.end() if special else start + 2
            text = source[start : self.at]
            if special:
                return Node(text, frozenset([""]) if text in (r"\b", r"\B") else None)
            return Node(text, frozenset([text[1]]) if not text[1].isalnum() else None)
        self.at += 1
        if char in ".^$":
            return Node(char)
        if char in "*+?":
            raise PatternError(f"“{char}” repeats nothing", start)
        return Node(re.escape(char), frozenset([char.lower()]))

    def quantified(self, node: Node) -> Node:
        if node.space or (node.optional and self.source[self.at - 1 : self.at] == "?"):
            return node
        mark = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?").match(self.source, self.at)
        if not mark or not mark.group():
            return node
        self.at = mark.end()
        regex = node.regex if node.regex.startswith(("(", "[", "\\")) or len(node.regex) == 1 else f"(?:{node.regex})"
        text = mark.group()
        if text[0] == "?":
            language = None if node.language is None else node.language | {""}
            return Node(f"{regex}{text}", language, optional=True, wild=node.wild)
        required = text[0] == "+" or re.match(r"\{[1-9]", text)
        unbounded = text[0] in "*+" or ",}" in text
        wild = node.wild
        if unbounded and not _INSIDE_A_WORD.fullmatch(node.regex):
            if node.regex.startswith("(?:") and "*" not in node.regex and "+" not in node.regex.replace(SPACE, ""):
                text = f"{{{int(bool(required))},{MOST_REPEATS}}}"
            else:
                wild = True
        return Node(f"{regex}{text}", None, node.needs if required else (), optional=not required, wild=wild)

    def close(self, char: str, opened: int) -> None:
        if self.at >= len(self.source) or self.source[self.at] != char:
            raise PatternError(f"“{self.source[opened]}” is never closed", opened)
        self.at += 1


def _join(nodes: list[Node]) -> Node:
    """One node after the other. A space next to an optional part may be absent."""
    regex: list[str] = []
    language: set[str] | None = {""}
    needs: list[frozenset[str]] = []
    word: list[Node] = []
    for i, node in enumerate(nodes):
        if node.space and node.language:
            beside = (i and nodes[i - 1].optional) or (i + 1 < len(nodes) and nodes[i + 1].optional)
            regex.append(SPACE_OR_EDGE if beside or i in (0, len(nodes) - 1) else SPACE)
        else:
            regex.append(node.regex)
        language = _product(language, node.language)
        if node.space:
            needs += _word_needs(word)
            word = []
        else:
            word.append(node)
    needs += _word_needs(word)
    wild = any(n.wild for n in nodes)
    optional = bool(nodes) and all(n.optional for n in nodes)
    return Node(
        "".join(regex), None if language is None else frozenset(language), tuple(needs), optional=optional, wild=wild
    )


def _word_needs(word: list[Node]) -> list[frozenset[str]]:
    """What the nodes between two spaces say about the words of a match."""
    if len(word) == 1:
        return list(word[0].needs or _own_needs(word[0]))
    language: set[str] | None = {""}
    for node in word:
        language = _product(language, node.language)
    if language is not None and all(re.search(r"\w", text) for text in language):
        return [_longest_words(language)]
    # A list or group that stands beside nothing but punctuation still has to match whole words of its own.
    return [need for n in word if _bounded(n, word) for need in n.needs]


def _bounded(node: Node, word: list[Node]) -> bool:
    """Whether only punctuation or zero-width assertions stand next to a node inside its word."""
    others = [n for n in word if n is not node]
    return all(n.language is not None and not re.search(r"\w", "".join(n.language)) for n in others)


def _product(left: set[str] | None, right: frozenset[str] | None) -> set[str] | None:
    if left is None or right is None or len(left) * len(right) > _LIMIT:
        return None
    return {a + b for a in left for b in right}


def _longest_words(language: Iterable[str]) -> frozenset[str]:
    """For each string its longest word: a match of the string holds it."""
    return frozenset(map(_longest_word, language))


def _longest_word(text: str) -> str:
    return max(re.findall(rf"\w+|{WILDCARD}", text) or [""], key=len)


def _cost(words: frozenset[str]) -> float:
    """How often a set of words lets its pattern run: short words are frequent ones."""
    return sum(40.0 if len(word) < 4 else 4.0 if len(word) < 6 else 1.0 for word in words)


def _cheapest(needs: Needs, most: int = 8) -> Needs:
    return tuple(sorted(set(needs), key=lambda need: (_cost(need), sorted(need)))[:most])


def _either(nodes: list[Node]) -> Node:
    languages = [n.language for n in nodes]
    language: frozenset[str] | None = None
    known = [x for x in languages if x is not None]
    if len(known) == len(nodes) and sum(map(len, known)) <= _LIMIT:
        language = frozenset().union(*known)
    needs = [_cheapest(n.needs or _own_needs(n), 1) for n in nodes]
    return Node(
        "(?:" + "|".join(n.regex for n in nodes) + ")",
        language,
        (frozenset().union(*(need[0] for need in needs)),) if all(needs) else (),
        wild=any(n.wild for n in nodes),
    )


def _own_needs(node: Node) -> Needs:
    if node.language and all(re.search(r"\w", text) for text in node.language):
        return (_longest_words(node.language),)
    return ()


def _trie(words: Iterable[str]) -> str:
    """One regular expression for many phrases, common beginnings shared, longer ones tried first."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in sorted(words):
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _trie_regex(root) if root else ""


def _trie_regex(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    tail = ""
    while len(node) == 1:
        (char, node), *_ = node.items()
        if not char:
            return tail
        tail += _char(char)
    ends = "" in node
    branches = [_char(c) + _trie_regex(child) for c, child in node.items() if c]
    body = branches[0] if len(branches) == 1 else "|".join(branches)
    return f"{tail}(?:{body})" + ("?" if ends else "")


def _char(char: str) -> str:
    return SPACE if char == " " else re.escape(char)
