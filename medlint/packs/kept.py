"""Packs in a store, and the library that is read from it bit by bit.

The head has what every run asks for: the packs, and each rule's names. A rule is a line, a flag of a rule is, and so is
a guard, a word list, a fact, and an entry of the index by which flags are chosen. Only what a page needs is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from medlint.evidence.facts import Facts
from medlint.evidence.lexicon import Named, names_of
from medlint.evidence.reference_list import References
from medlint.findings import Severity
from medlint.packs.codec import Decoder, Encoder
from medlint.packs.later import Kept, Later
from medlint.packs.model import Guard, Head, Library, Outline, PackInfo, Rule
from medlint.packs.pattern_nodes import Node, WordList
from medlint.packs.store import Store, Writer, parts, row
from medlint.select import Entry, Needs, Numbered, ask_for_names, by_first_need, entries_of, needs_of

if TYPE_CHECKING:
    from medlint.packs.reading import Read


def packed(read: Read, about: Mapping[str, Any]) -> bytes:
    """What was read, as the bytes of a store whose head has what is said `about` it, too."""
    return _Packing(read).bytes(about)


class _Packing:
    def __init__(self, read: Read) -> None:
        self._read = read
        self._writer = Writer()
        self._encoder = Encoder(self._writer)
        self._number = {pack.id: number for number, pack in enumerate(read.packs)}

    def bytes(self, about: Mapping[str, Any]) -> bytes:
        read, line = self._read, self._encoder.line
        head = {
            **about,
            "packs": [self._encoder.encode(pack) for pack in read.packs],
            "families": read.families,
            "rules": {id_: [*self._outline(rule), line(rule)] for id_, rule in read.rules.items()},
            "guards": self._owned("guard", {name: line(guard) for name, guard in read.guards.items()}),
            "lists": self._owned("list", {name: self._list(name) for name in read.lists}),
            "sources": self._owned("source", {id_: line(source) for id_, source in read.sources.items()}),
            "index": self._index(),
            "facts": self._facts(read.facts) if read.facts else None,
        }
        return self._writer.bytes(head)

    def _owned(self, what: str, offsets: dict[str, int]) -> dict[str, list[int]]:
        """Each offset behind the number of the pack that it belongs to; -1 for the facts."""
        owners = self._read.owners
        return {name: [self._number.get(owners.get((what, name), ""), -1), at] for name, at in offsets.items()}

    def _outline(self, rule: Rule) -> tuple[int, str, str, int, int]:
        h = rule.header
        return self._number[h.pack], h.kind, h.family, int(h.severity), int(h.locked)

    def _list(self, name: str) -> int:
        """A line with the phrases of a list, its expressions, and what a pattern that uses it must know of it."""
        own, node, need = self._read.lists[name], self._read.nodes[name], self._encoder.need
        phrases = {key: row(" ".join(phrase) for phrase in group) for key, group in own.plain.items()}
        others = [[regex, [need(one) for one in needs]] for regex, needs in own.others]
        language = None if node.language is None else sorted(" ".join(phrase) for phrase in node.language)
        about = self._writer.value([language, [need(one) for one in node.needs], int(node.wild)])
        return self._writer.value([phrases, others, about])

    def _index(self) -> list[Any]:
        """The words, the rows of entries beside them, the entries that need none, the line of each entry, and whether
        any needs the mark of a name."""
        value, need = self._writer.value, self._encoder.need
        entries = entries_of(self._read.rules.values())
        needs = [needs_of(flag) for _, flag in entries]
        by_word, always = by_first_need(needs)
        lines = [
            value([rule.header.id, self._encoder.line(flag), [need(one) for one in own[1:]]])
            for (rule, flag), own in zip(entries, needs, strict=True)
        ]
        rows = self._writer.line(row(by_word)), self._writer.line(row(by_word.values()))
        return [*rows, always, value(lines), ask_for_names(needs)]

    def _facts(self, facts: Facts) -> dict[str, Any]:
        line = self._encoder.line
        return {
            "treatments": {id_: line(one) for id_, one in facts.treatments.items()},
            "conditions": {id_: line(one) for id_, one in facts.conditions.items()},
            "approvals": {id_: line(rows) for id_, rows in facts.approvals.items()},
            "references": line(tuple(facts.references)),
            "risks": line(facts.risk_words),
            "names": [self._names(names_of(facts.treatments)), self._names(names_of(facts.conditions, "/"))],
        }

    def _names(self, named: Named) -> list[int]:
        """The marks, the first words of names, and the rows beside them."""
        value = self._writer.value
        return [value(dict(named.marks)), self._writer.line(row(named.rows)), value([*named.rows.values()])]


class Names(Kept[Any]):
    """Treatments or conditions, with what it takes to find their names."""

    def __init__(self, store: Store, decoder: Decoder, offsets: Mapping[str, int], names: Sequence[int]) -> None:
        super().__init__((offsets, decoder.at))
        self._store = store
        self._offsets = names

    @property
    def ready(self) -> Named:
        """The rows and marks that a lexicon is made of."""
        marks, words, rows = self._offsets
        return Named(
            dict(zip(parts(self._store.line(words)), self._store.value(rows), strict=True)), self._store.value(marks)
        )


class _Part(NamedTuple):
    """Some rules of one store: their rows in its head, by their ids."""

    store: Store
    decoder: Decoder
    packs: list[str]
    rows: dict[str, list[Any]]

    def outlines(self) -> Iterator[tuple[str, Outline]]:
        for id_, (pack, kind, family, severity, locked, _) in self.rows.items():
            yield id_, Outline(Head(id_, self.packs[pack], kind, family, Severity(severity), bool(locked)))

    def rule(self, row: list[Any]) -> Rule:
        rule: Rule = self.decoder.at(row[-1])
        return rule


class Rules(Kept[Rule]):
    """Rules in stores. What only asks for their names, and what chooses their flags, need not read them."""

    def __init__(self, *parts: _Part) -> None:
        super().__init__(*((part.rows, part.rule) for part in parts))
        self._of = parts

    @cached_property
    def outlines(self) -> dict[str, Outline]:
        """The rules in outline."""
        return dict(chain.from_iterable(part.outlines() for part in self._of))

    def without(self, packs: Collection[str]) -> Rules:
        """Those of the other packs."""
        left_out = frozenset(packs)
        used = ([pack not in left_out for pack in part.packs] for part in self._of)
        return Rules(*(part._replace(rows=_of(own, part.rows)) for part, own in zip(self._of, used, strict=True)))

    @property
    def indexes(self) -> list[Numbered]:
        """What selects their flags, one index a store."""
        return [_index(part, self) for part in self._of if part.rows]


def _index(part: _Part, rules: Rules) -> Numbered:
    store, decoder = part.store, part.decoder
    words, rows, always, lines, names = store.head["index"]
    offsets: list[int] = store.value(lines)

    def needs(number: int) -> Needs | None:
        id_, _, own = store.value(offsets[number])
        return [decoder.need(one) for one in own] if id_ in rules else None

    def entry(number: int) -> Entry:
        id_, flag, _ = store.value(offsets[number])
        rule: Any = rules[id_]
        return rule, decoder.part(flag)

    by_word = dict(zip(parts(store.line(words)), parts(store.line(rows)), strict=True))
    return Numbered(by_word, always, needs, entry, names=names)


class Opened(NamedTuple):
    """A library from stores, and what reading other packs on top of it must know."""

    library: Library
    nodes: Mapping[str, Node]
    families: list[str]


def opened(stores: Sequence[Store], left_out: Collection[str] = ()) -> Opened:
    """The library of a store and of those that were read on top of it, without some packs of the first.

    Raises one of `store.KINDS_OF_DAMAGE` where a store holds something else.
    """
    rules, guards, lists, nodes, sources, families = [], [], [], [], [], []
    packs: list[PackInfo] = []
    for store in stores:
        decoder, head = Decoder(store, lambda name: known[name]), store.head
        own = packs_of(store)
        names = [pack.id for pack in own]
        used = [store is not stores[0] or name not in left_out for name in names]
        packs += [pack for pack, use in zip(own, used, strict=True) if use]
        families += [family for family, pack in head["families"].items() if used[names.index(pack)]]
        used.append(True)  # the facts, whose number is -1
        rules.append(_Part(store, decoder, names, _of(used, head["rules"])))
        guards.append((_of(used, head["guards"]), partial(_at, decoder)))
        sources.append((_of(used, head["sources"]), partial(_at, decoder)))
        lists.append((_of(used, head["lists"]), partial(_list, store, decoder)))
        nodes.append((lists[-1][0], partial(_node, store, decoder)))
    known = Kept[Guard](*guards)
    facts = _facts(stores[0], Kept(*sources))
    return Opened(Library(facts, packs, Rules(*rules), known, Kept(*lists)), Kept(*nodes), families)


def packs_of(store: Store) -> list[PackInfo]:
    """The packs in a store."""
    decode = Decoder(store, _no_guard).decode
    return [decode(pack) for pack in store.head["packs"]]


def _of(used: list[bool], rows: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """The rows of the packs that are used."""
    return {name: row for name, row in rows.items() if used[row[0]]}


def _at(decoder: Decoder, row: list[int]) -> Any:
    return decoder.at(row[1])


def _list(store: Store, decoder: Decoder, row: list[int]) -> WordList:
    phrases, others, _ = store.value(row[1])
    plain = {key: tuple(tuple(p.split(" ")) for p in parts(group)) for key, group in phrases.items()}
    return WordList(plain, tuple((regex, tuple(map(decoder.need, needs))) for regex, needs in others))


def _node(store: Store, decoder: Decoder, row: list[int]) -> Node:
    language, needs, wild = store.value(store.value(row[1])[2])
    phrases = None if language is None else frozenset(tuple(p.split(" ")) if p else () for p in language)
    return Node("", phrases, tuple(map(decoder.need, needs)), bool(wild))


def _no_guard(name: str) -> Guard:
    raise KeyError(name)


def _facts(store: Store, sources: Kept[Any]) -> Facts:
    decoder, facts = Decoder(store, _no_guard), store.head["facts"]
    treatments, conditions = facts["names"]
    return Facts(
        Names(store, decoder, facts["treatments"], treatments),
        Names(store, decoder, facts["conditions"], conditions),
        sources,
        References(Later(partial(decoder.at, facts["references"]))),
        decoder.at(facts["risks"]),
        Kept((facts["approvals"], decoder.at)),
    )
