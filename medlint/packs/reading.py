"""Reading packs: folders or files of YAML in, rules out, or every mistake at once."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from medlint.checks import KINDS
from medlint.evidence.facts import Facts, read_facts, read_sources
from medlint.evidence.lexicon import lists_from
from medlint.findings import FAMILIES, Severity, Source
from medlint.packs.errors import Mistake, PackError, did_you_mean
from medlint.packs.loader import shipped_folder
from medlint.packs.model import DIRECTIONS, Guard, Header, Library, PackInfo, Rule
from medlint.packs.pattern import WordList
from medlint.packs.pattern_nodes import Node
from medlint.packs.suggesting import examples, suggestions
from medlint.packs.words import WordLists
from medlint.packs.yaml_source import Cursor, YamlFile, load

HEADER_KEYS = ("pack", "title", "version", "jurisdictions", "reviewed", "maintainers", "about", "families")
FILE_KEYS = (
    "family", "unless", "sources", "severity", "words", "extend-words", "guards", "extend-guards", "rules",
    "define-sources",
)  # fmt: skip
RULE_KEYS = ("id", "kind", "family", "severity", "message", "why", "suggest", "sources", "examples", "locked")
GUARD_KEYS = ("about", *DIRECTIONS, "stop", "not", "reach", "links", "shape")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read. `owners` are the packs of word lists, guards and sources; what has none comes from the facts.

    Of packs that were read on top of others it is what they add, and `facts` is None.
    """

    facts: Facts | None
    packs: list[PackInfo]
    rules: dict[str, Rule]
    guards: dict[str, Guard]
    lists: Mapping[str, WordList]
    nodes: Mapping[str, Node]
    sources: Mapping[str, Source]
    families: Mapping[str, str]
    owners: Mapping[tuple[str, str], str]

    @property
    def library(self) -> Library:
        """All of it, where it was not read on top of others."""
        return Library(self.facts or Facts(), self.packs, self.rules, self.guards, self.lists)


@dataclass(frozen=True, slots=True)
class Below:
    """What other packs are read on top of: a library, the nodes of its word lists, the families that it adds."""

    library: Library
    nodes: Mapping[str, Node] = field(default_factory=dict)
    families: Iterable[str] = ()


class ChangesBelowError(Exception):
    """A pack extends word lists or guards that are not its own, so all must be read together."""


def read(paths: Iterable[Path], *, strict: bool = False, below: Below | None = None) -> Read:
    """Read packs together, or on top of others. Raises PackError, and ChangesBelowError only with `below`."""
    return _Reading(strict, below).read(list(paths))


class _Reading:
    """One reading of a set of packs."""

    def __init__(self, strict: bool, below: Below | None) -> None:
        self.strict = strict
        self.mistakes: list[Mistake] = []
        self.on_top = below is not None
        if below is None:
            facts = read_facts(shipped_folder() / "facts", self.mistakes)
            given = lists_from(facts)
            below = Below(Library(facts), {name: node for name, (_, node) in given.items()})
            below.library.lists = {name: own for name, (own, _) in given.items()}
        self.below = below
        lower = below.library
        self.sources: dict[str, Source] = {}
        self.facts = lower.facts.having(sources=ChainMap(self.sources, lower.facts.sources))  # type: ignore[arg-type]
        self.packs: list[PackInfo] = []
        self.words = WordLists(lower.lists, below.nodes)
        self.parts: dict[str, list[dict[str, Cursor]]] = {}
        self.guards: dict[str, Guard] = {}
        self.known_guards: Mapping[str, Guard] = ChainMap(self.guards, lower.guards)  # type: ignore[arg-type]
        self.rules: dict[str, Rule] = {}
        self.families: dict[str, str] = {}
        self.known_families = {*FAMILIES, *below.families}
        self.owners: dict[tuple[str, str], str] = {}

    def read(self, paths: list[Path]) -> Read:
        opened: list[tuple[str, YamlFile, dict[str, Cursor]]] = []
        for path in paths:
            opened += self._open(path)
        for pack, _, fields in opened:
            self._declare(pack, fields)
        for _, _, fields in opened:
            self._extend(fields)
        self.words.check()
        for name, parts in self.parts.items():
            self.guards[name] = self._guard(name, parts)
        for pack, file, fields in opened:
            for cursor in fields["rules"].items() if "rules" in fields else ():
                self._rule(pack, file, fields, cursor)
        for _, file, _ in opened:
            self.mistakes += file.mistakes
        if self.mistakes:
            raise PackError(self.mistakes)
        return self._result()

    def _result(self) -> Read:
        lists, nodes, sources = self.words.own, self.words.own_nodes, self.sources
        facts: Facts | None = None
        if not self.on_top:
            lower = self.below
            lists, nodes = {**lower.library.lists, **lists}, {**lower.nodes, **nodes}
            sources = {**lower.library.facts.sources, **sources}
            facts = lower.library.facts.having(sources=sources)
        return Read(facts, self.packs, self.rules, self.guards, lists, nodes, sources, self.families, self.owners)

    def _open(self, path: Path) -> list[tuple[str, YamlFile, dict[str, Cursor]]]:
        shown = _shown(path)
        if not path.exists():
            self.mistakes.append(Mistake(shown, 1, 1, "there is no such pack"))
            return []
        parts = sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]
        parts.sort(key=lambda part: part.name != "pack.yaml")
        if path.is_dir() and not (path / "pack.yaml").exists():
            self.mistakes.append(Mistake(shown, 1, 1, "has no pack.yaml, the file that names the pack"))
            return []
        out: list[tuple[str, YamlFile, dict[str, Cursor]]] = []
        pack = ""
        for part in parts:
            file, cursor = load(part, _shown(part), trusted=not self.strict and part.is_relative_to(shipped_folder()))
            if cursor is None:
                self.mistakes += file.mistakes
                continue
            is_header = part == parts[0]
            known = (*HEADER_KEYS, *FILE_KEYS) if is_header else ("pack", "about", *FILE_KEYS)
            fields = cursor.fields(known, ("pack", "title", "version") if is_header else ())
            if is_header:
                pack = self._header(fields, cursor, shown)
            elif "pack" in fields and fields["pack"].string() != pack:
                fields["pack"].note(f"this file lies in the pack “{pack}”")
            out.append((pack, file, fields))
        return out

    def _header(self, fields: dict[str, Cursor], cursor: Cursor, shown: str) -> str:
        def text(key: str) -> str:
            return fields[key].string() if key in fields else ""

        def texts(key: str) -> tuple[str, ...]:
            return tuple(fields[key].strings()) if key in fields else ()

        name = text("pack")
        if name and not _ID.fullmatch(name):
            fields["pack"].note("should be lower-case letters, digits and hyphens")
        if any(p.id == name for p in (*self.below.library.packs, *self.packs)):
            fields.get("pack", cursor).note(f"there is another pack “{name}” in use")
        self.families.update(dict.fromkeys(texts("families"), name))
        info = PackInfo(
            name, text("title"), text("version"), texts("jurisdictions"), text("reviewed"), texts("maintainers"), shown
        )
        self.packs.append(info)
        return name

    def _declare(self, pack: str, fields: dict[str, Cursor]) -> None:
        for key, value in fields["words"].pairs() if "words" in fields else ():
            if not re.fullmatch(r"[a-z][a-z0-9-]*", str(key.node.value)):
                key.note("a word list is named by lower-case letters, digits and hyphens")
            self.words.add(key, value)
            self.owners["list", str(key.node.value)] = pack
        for key, value in fields["guards"].pairs() if "guards" in fields else ():
            name = str(key.node.value)
            if name in self.parts or name in self.known_guards:
                key.note(f"the guard “{name}” is there already; add to it under extend-guards")
            self.parts.setdefault(name, []).append(value.fields(GUARD_KEYS, ("about",)))
            self.owners["guard", name] = pack
        if "define-sources" in fields:
            for name in read_sources(fields["define-sources"], self.facts.sources):  # type: ignore[arg-type]
                self.owners["source", name] = pack

    def _extend(self, fields: dict[str, Cursor]) -> None:
        for key, value in fields["extend-words"].pairs() if "extend-words" in fields else ():
            self._must_own("list", key)
            self.words.extend(key, value)
        for key, value in fields["extend-guards"].pairs() if "extend-guards" in fields else ():
            name = str(key.node.value)
            self._must_own("guard", key)
            if name not in self.parts:
                key.note(f"there is no guard “{name}” to extend{did_you_mean(name, self.parts)}")
            else:
                self.parts[name].append(value.fields(GUARD_KEYS))

    def _must_own(self, what: str, name: Cursor) -> None:
        """Raise ChangesBelowError when what is extended cannot be found among these packs."""
        if self.on_top and (what, str(name.node.value)) not in self.owners:
            raise ChangesBelowError

    def _guard(self, name: str, parts: list[dict[str, Cursor]]) -> Guard:
        def gather(key: str) -> tuple:  # type: ignore[type-arg]
            return tuple(p for part in parts if key in part for p in self.words.patterns(part[key]))

        first = parts[0]
        shape = first["shape"].choice(("question", "heading")) if "shape" in first else ""
        return Guard(
            name,
            first["about"].string() if "about" in first else "",
            {d: found for d in DIRECTIONS if (found := gather(d))},
            gather("stop"),
            gather("not"),
            first["reach"].number() if "reach" in first else 0,
            tuple(text for part in parts if "links" in part for text in part["links"].strings()),
            shape,  # type: ignore[arg-type]
        )

    def _rule(self, pack: str, file: YamlFile, defaults: dict[str, Cursor], cursor: Cursor) -> None:
        kinds = {str(k.node.value): v for k, v in cursor.pairs()} if cursor.is_mapping else {}
        kind_name = kinds["kind"].choice(KINDS) if "kind" in kinds else "claim"
        kind = KINDS[kind_name]
        before = len(file.mistakes)
        fields = cursor.fields(
            (*RULE_KEYS, *kind.keys), ("id", "message", "why", "suggest", "examples", *kind.required)
        )
        for key in ("family", "severity", "sources", *kind.inherits):
            if key not in fields and key in defaults:
                fields[key] = defaults[key]
        for key in ("family", "severity", "sources"):
            if key not in fields and cursor.is_mapping:
                cursor.note(f"“{key}” is missing, here and in the head of the file")
        header = self._rule_header(pack, kind_name, fields, cursor)
        rule = kind.parse(header, fields, self.words, self.known_guards, self.facts)
        given = self.rules.get(header.id) or self.below.library.rules.get(header.id)
        if given:
            other = given.header
            fields["id"].note(f"the rule id “{header.id}” is given twice (first at {other.path}:{other.line})")
        elif rule is not None and len(file.mistakes) == before:
            self.rules[header.id] = rule

    def _rule_header(self, pack: str, kind: str, fields: dict[str, Cursor], cursor: Cursor) -> Header:
        def text(key: str) -> str:
            return fields[key].string() if key in fields else ""

        name = text("id")
        if name and not _ID.fullmatch(name):
            fields["id"].note("should be lower-case letters, digits and hyphens")
        family = fields["family"].choice(sorted(self.known_families | set(self.families))) if "family" in fields else ""
        severity = (
            Severity.named(fields["severity"].choice(("warning", "error", "suggestion")))
            if "severity" in fields
            else Severity.WARNING
        )
        sources = tuple(self._source(c) for c in fields["sources"].texts()) if "sources" in fields else ()
        known = self.facts.sources
        if (
            severity is Severity.ERROR
            and sources
            and not any(s in known and known[s].verified != "no" for s in sources)
        ):
            fields["sources"].note("rests on unverified sources alone, so its severity cannot be error")
        suggest = suggestions(fields["suggest"], self.words, KINDS[kind]) if "suggest" in fields else ()
        flags, passes, becomes = examples(fields["examples"], suggest) if "examples" in fields else ((), (), ())
        return Header(
            name, pack, kind, family, severity, text("message"), text("why"), suggest, sources,
            flags, passes, cursor.file.path, cursor.line, "locked" in fields and fields["locked"].flag(), becomes,
        )  # fmt: skip

    def _source(self, cursor: Cursor) -> str:
        name = cursor.string()
        if name not in self.facts.sources:
            cursor.note(f"unknown source “{name}”{did_you_mean(name, self.facts.sources)}")
        return name


def _shown(path: Path) -> str:
    shipped = shipped_folder()
    if path.is_relative_to(shipped):
        return str(Path("rules") / path.relative_to(shipped))
    return str(path)
