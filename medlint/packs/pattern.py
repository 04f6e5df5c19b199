"""The language of patterns: prose with word lists, made into expressions over words.

    a space      where one word ends and the next begins (a hyphen does too)
    {name}       one entry of a word list; a list entry that ends in * stands for its inflections too
    ...          up to four words of the same clause (`...8`: up to eight)
    <part>       what a finding quotes, when it is not the whole match
    the rest     as in a regular expression

A text is matched word by word: every distinct word and punctuation mark is one character of the text that the
expression runs on. So a word list is a character class however long it is, and nothing matches half a word.
What stands for words in an expression is a reference, filled in when it is compiled (see `matching`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import product

from medlint.packs.inflect import inflections
from medlint.packs.pattern_items import (
    is_digit,
    is_mark,
    is_space,
    letters,
    needed,
    nested,
    quantifier,
    strings_of,
    together,
    within_a_word,
    wordy,
)
from medlint.packs.pattern_nodes import (
    Node,
    Pattern,
    Phrase,
    WordList,
    by_length,
    cheapest,
    either,
    join,
    own_needs,
    phrases_node,
    rarity,
)
from medlint.packs.pattern_tree import (
    Class,
    Edge,
    Gap,
    Group,
    Item,
    PatternError,
    Quote,
    Ref,
    Repeat,
    Seq,
    Space,
    each_item,
    parse_tree,
    spaced,
)
from medlint.tokens import tokens

__all__ = ["Node", "Pattern", "PatternError", "Phrase", "WordList", "list_node", "parse", "rarity", "word_list"]

MOST_REPEATS = 6
"""How often a group without a bound can be repeated; one with a repeat inside has no bound and is `wild`."""

_GENITIVE = "\x04's\x05?"
GAP_WORD = f"[^.,;:!?%\u2026\u2014|]{_GENITIVE}[,%]?"


Lists = Callable[[str], Node]
"""Gives the node that refers to a word list; raises KeyError for an unknown name."""


def parse(source: str, lists: Lists) -> Pattern:
    """Translate a pattern. Raises PatternError."""
    node = _Translation(lists).branches(parse_tree(source))
    if node.language is not None and () in node.language:
        raise PatternError("the pattern matches the empty string")
    return Pattern(node.regex, cheapest(node.needs), node.wild)


def translate(source: str) -> Node:
    """The node of a piece of a pattern that refers to no word list."""
    return _Translation(lambda name: (_ for _ in ()).throw(KeyError(name))).branches(parse_tree(source))


def word_list(entries: Iterable[str], lists: Lists) -> tuple[WordList, Node]:
    """A word list, and a node that knows all of it but how it is referred to. Raises PatternError."""
    plain: dict[Phrase, None] = {}
    others: list[Node] = []
    for entry in entries:
        if re.fullmatch(r"[\w']+\*?(?:[ \-][\w']+\*?)*", entry):
            plain.update(dict.fromkeys(tuple(tokens(" ".join(form).lower())) for form in _forms(entry)))
        else:
            node = _Translation(lists).branches(parse_tree(entry))
            others.append(node._replace(needs=node.needs or own_needs(node)))
    by_word: dict[str, tuple[Phrase, ...]] = {}
    for phrase in plain:
        key = max(phrase, key=len)
        by_word[key] = (*by_word.get(key, ()), phrase)
    parts = [phrases_node(frozenset(plain))] if plain else []
    return WordList(by_word, tuple((n.regex, n.needs) for n in others)), either([*parts, *others])


def _forms(entry: str) -> Iterable[tuple[str, ...]]:
    """A plain entry with each word that ends in * in all its inflections."""
    words = entry.replace("-", " ").split()
    return product(*(inflections(word[:-1]) if word.endswith("*") else [word] for word in words))


def list_node(name: str, node: Node) -> Node:
    """A node that refers to a word list by name."""
    return node._replace(regex=f"\x02{name}\x03")


class _Translation:
    """One pattern on its way from tree to expression."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._quotes = 0

    def branches(self, branches: Iterable[Seq]) -> Node:
        nodes = [self.sequence(branch) for branch in branches]
        return nodes[0] if len(nodes) == 1 else either(nodes)

    def sequence(self, items: Seq) -> Node:
        """Items one after the other: those that stand together make a word, the others stand for themselves."""
        parts: list[Node] = []
        run: list[Item] = []
        for i, item in enumerate(items):
            before, after = items[i - 1] if i else None, items[i + 1] if i + 1 < len(items) else None
            if within_a_word(before, item, after):
                run.append(item)
                continue
            if run and (is_space(item) or not (is_space(run[-1]) or together(run[-1], item))):
                parts += self._run(run)
                run = []
            if isinstance(item, Group) and item.kind != "(?:":
                parts += self._look(item, before, after)
            elif not is_space(item):
                run.append(item)
        return join([*parts, *(self._run(run) if run else [])])

    def _run(self, items: list[Item]) -> list[Node]:
        """What stands together: a word or two, one item about more than letters, or both glued to each other."""
        closed = [item for item in items if not is_space(item)]
        if len(closed) < len(items):
            apart = tuple(Space() if is_space(item) else item for item in items)
            return [either([join(self._run(closed)), self.sequence(apart)])]
        if not any(map(spaced, items)):
            return self._word(items)
        return [self._item(items[0]) if len(items) == 1 else self._written_out(items)]

    def _written_out(self, items: list[Item]) -> Node:
        """Letters beside a word list or a phrase are parts of its words: every string that this makes."""
        strings = strings_of(items, self._list_strings)
        if strings is None:
            raise PatternError("letters stand directly beside a word list or a phrase: put a space between")
        return phrases_node(frozenset(tuple(tokens(text)) for text in strings))

    def _list_strings(self, ref: Ref) -> set[str] | None:
        language = self._item(ref).language
        return None if language is None else {" ".join(phrase) for phrase in language}

    def _item(self, item: Item) -> Node:
        if isinstance(item, Edge):
            return Node("(?<![^.!?:;|\u2026])" if item.regex == "^" else "(?![^.!?:;|\u2026])", frozenset([()]))
        if isinstance(item, Gap):
            return Node(f"(?:{GAP_WORD}){{0,{item.most}}}?")
        if isinstance(item, Ref):
            try:
                return self._lists(item.name)
            except KeyError:
                raise PatternError(f"unknown word list “{item.name}”", item.offset) from None
        if isinstance(item, Quote):
            inner = self.branches(item.branches)
            self._quotes += 1
            return inner._replace(regex=f"(?P<quote{self._quotes}>{inner.regex})")
        if isinstance(item, Group):
            inner = self.branches(item.branches)
            return inner._replace(regex=f"(?:{inner.regex})")
        if isinstance(item, Class):
            return Node("[^\n]" if item.regex == "." else item.regex)
        assert isinstance(item, Repeat)
        inner = self._item(item.item) if spaced(item.item) else join(self._word([item.item]))
        most, wild = item.most, inner.wild
        if most is None and not isinstance(item.item, Class):
            inside = each_item(((item.item,),))[1:]
            nested = any(isinstance(x, Repeat) and x.most is None and spaced(x.item) for x in inside)
            most, wild = (None, True) if nested else (MOST_REPEATS, wild)
        language = inner.language
        if (item.least, item.most) != (0, 1):
            language = None
        elif language is not None:
            language |= {()}
        regex = f"(?:{inner.regex}){quantifier(item.least, most)}"
        return Node(regex, language, inner.needs if item.least else (), wild)

    def _word(self, items: list[Item]) -> list[Node]:
        """The words and marks that a run of characters and classes stands for."""
        if not items:
            return []
        strings = strings_of(items)
        if strings is not None:
            return [phrases_node(frozenset(tuple(tokens(text)) for text in strings))]
        parts: list[Node] = []
        run: list[Item] = []
        for i, item in enumerate(items):
            if is_mark(item) and not (0 < i < len(items) - 1 and is_digit(items[i - 1]) and is_digit(items[i + 1])):
                parts += [*_class_nodes(run), _mark_node(item)]
                run = []
            else:
                run.append(item)
        return [*parts, *_class_nodes(run)]

    def _look(self, group: Group, before: Item | None, after: Item | None) -> list[Node]:
        """What must or must not stand beside; what could only be the rest of the same word says nothing here."""
        behind = group.kind in ("(?<=", "(?<!")
        beside = after if behind else before
        kept = []
        for branch in group.branches:
            edge = (branch[-1] if behind else branch[0]) if branch else None
            if not (beside and edge and wordy(beside, last=not behind) and wordy(edge, last=behind)):
                kept.append(branch)
        if not kept:
            return []
        if not behind:
            inner = self.branches(kept)
            return [Node(f"{group.kind}{inner.regex})", frozenset([()]), wild=inner.wild)]
        nodes = [self.sequence(branch) for branch in kept]
        pieces = [piece for node in nodes for piece in by_length(node)]
        if group.kind == "(?<!":
            return [Node("".join(f"(?<!{p})" for p in pieces), frozenset([()]))]
        return [Node("(?:" + "|".join(f"(?<={p})" for p in pieces) + ")", frozenset([()]))]


def _class_nodes(run: list[Item]) -> list[Node]:
    """One word that fits an expression over letters."""
    if not run:
        return []
    strings = strings_of(run)
    if strings is not None:
        return [phrases_node(frozenset(tuple(tokens(text)) for text in strings))]
    regex = letters(tuple(run))
    try:
        optional = bool(re.fullmatch(regex, ""))
    except re.error as error:
        raise PatternError(f"not a valid pattern: {error}") from None
    genitive = _GENITIVE if re.fullmatch(regex, "anyword") else ""
    need = frozenset() if optional else needed(tuple(run))
    whole = f"\x06{regex}\x07{genitive}".join(("(?:", ")?") if optional else ("", ""))
    return [Node(whole, needs=(need,) if need else (), wild=nested(run))]


def _mark_node(item: Item) -> Node:
    """A punctuation mark."""
    strings = strings_of([item])
    if strings is not None:
        return phrases_node(frozenset(tuple(tokens(text)) for text in strings))
    if isinstance(item, Repeat):
        return Node(f"(?:{_mark_node(item.item).regex}){quantifier(item.least, item.most)}")
    return Node(letters((item,)))
