"""The translated pieces of a pattern, and how they are put together."""

# No annotation is kept as a text here: of each of its fields' a named tuple would have to compile it.

from typing import NamedTuple

MOST_STRINGS = 3000
"""More strings than these are not written out."""

Needs = tuple[frozenset[str], ...]
Phrase = tuple[str, ...]


class Node(NamedTuple):
    """A translated piece of a pattern.

    `regex` runs on coded words; `language` is every phrase it can match (as tuples of words), or None when
    that is not a short finite set; every match holds a word of each set of `needs`. A `wild` node may need
    unbounded time.
    """

    regex: str
    language: frozenset[Phrase] | None = None
    needs: Needs = ()
    wild: bool = False


class Pattern(NamedTuple):
    """A pattern ready to be compiled; its parts as in `Node`."""

    regex: str
    needs: Needs
    wild: bool


class WordList(NamedTuple):
    """The entries of a word list: plain phrases by their longest word, and the others as expressions."""

    plain: dict[str, tuple[Phrase, ...]]
    others: tuple[tuple[str, Needs], ...] = ()


def join(nodes: list[Node]) -> Node:
    language: set[Phrase] | None = {()}
    for node in nodes:
        if language is None or node.language is None or len(language) * len(node.language) > MOST_STRINGS:
            language = None
            break
        language = {a + b for a in language for b in node.language}
    needs = tuple(need for node in nodes for need in node.needs)
    return Node(
        "".join(node.regex for node in nodes),
        None if language is None else frozenset(language),
        needs,
        any(n.wild for n in nodes),
    )


def either(nodes: list[Node]) -> Node:
    language: frozenset[Phrase] | None = None
    known = [n.language for n in nodes if n.language is not None]
    if len(known) == len(nodes) and sum(map(len, known)) <= MOST_STRINGS:
        language = frozenset().union(*known)
    if language is not None and not any(set(n.regex) & set("\x02\x06(<[?") for n in nodes):
        return phrases_node(language)
    needs = [cheapest(n.needs or own_needs(n), 1) for n in nodes]
    return Node(
        "(?:" + "|".join(n.regex for n in nodes) + ")",
        language,
        (frozenset().union(*(need[0] for need in needs)),) if all(needs) else (),
        any(n.wild for n in nodes),
    )


def phrases_node(phrases: frozenset[Phrase]) -> Node:
    """Any of some phrases, written out; the empty one makes it optional."""
    full = sorted(phrases - {()})
    if not full:
        return Node("", frozenset([()]))
    regex = "\x04" + "|".join(" ".join(phrase) for phrase in full) + "\x05" + ("?" if () in phrases else "")
    return Node(regex, phrases, () if () in phrases else (frozenset(max(p, key=len) for p in full),))


def by_length(node: Node) -> list[str]:
    """Expressions of one width each, as looking back needs them."""
    if node.language is None:
        return [node.regex]
    by_length: dict[int, set[Phrase]] = {}
    for phrase in node.language - {()}:
        by_length.setdefault(len(phrase), set()).add(phrase)
    return [phrases_node(frozenset(group)).regex for group in by_length.values()]


def cheapest(needs: Needs, most: int = 8) -> Needs:
    return tuple(sorted(set(needs), key=lambda need: (rarity(need), sorted(need)))[:most])


def rarity(words: frozenset[str]) -> float:
    """How often one of some words is likely to occur; short words are frequent ones."""
    return sum(40.0 if len(word) < 4 else 4.0 if len(word) < 6 else 1.0 for word in words)


def own_needs(node: Node) -> Needs:
    if node.language and () not in node.language:
        return (frozenset(max(phrase, key=len) for phrase in node.language),)
    return ()
