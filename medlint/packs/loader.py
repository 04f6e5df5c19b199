"""Reading packs: folders or files of YAML in, a Library out, or every mistake at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from medlint.checks import KINDS
from medlint.evidence.facts import read_facts, read_sources
from medlint.evidence.lexicon import lists_from
from medlint.findings import FAMILIES, Severity, Suggestion
from medlint.packs.errors import Mistake, PackError, did_you_mean
from medlint.packs.model import DIRECTIONS, Example, Guard, Header, Library, PackInfo
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


def shipped_folder() -> Path:
    """The folder of the packs and facts that ship with medlint."""
    try:
        return Path(str(files("medlint.rulepacks")))
    except ModuleNotFoundError:  # run from a checkout that is not installed
        return Path(__file__).parents[2] / "rules"


@cache
def shipped_ids() -> frozenset[str]:
    """The ids of the packs that ship: each is the name of its folder."""
    return frozenset(path.parent.name for path in shipped_folder().glob("*/pack.yaml"))


def shipped_packs(jurisdictions: Iterable[str] = ()) -> list[Path]:
    """The packs that ship, in order of their name: all, or those for some jurisdictions and for any."""
    wanted = set(jurisdictions)
    found = []
    for path in sorted(shipped_folder().glob("*/pack.yaml")):
        _, cursor = load(path)
        own = {k.string(): v for k, v in cursor.pairs()}.get("jurisdictions") if cursor and wanted else None
        if own is None or wanted & set(own.strings()):
            found.append(path.parent)
    return found


def shipped_jurisdictions() -> set[str]:
    """The jurisdictions that packs ship for."""
    heads = (load(path)[1] for path in shipped_folder().glob("*/pack.yaml"))
    own = (value for head in heads if head for key, value in head.pairs() if key.node.value == "jurisdictions")
    return {name for value in own for name in value.strings()}


def read_packs(paths: Iterable[Path], *, strict: bool = False) -> Library:
    """Read packs together. Raises PackError with every mistake in any of them.

    The patterns of the packs that ship are tried only when `strict`; those of any other pack always.
    """
    return _Reading(strict).read(list(paths))


class _Reading:
    """One reading of a set of packs."""

    def __init__(self, strict: bool) -> None:
        self.strict = strict
        self.mistakes: list[Mistake] = []
        facts = read_facts(shipped_folder() / "facts", self.mistakes)
        self.library = Library(facts)
        self.words = WordLists(lists_from(facts))
        self.guards: dict[str, list[dict[str, Cursor]]] = {}
        self.families = set(FAMILIES)

    def read(self, paths: list[Path]) -> Library:
        opened: list[tuple[str, YamlFile, dict[str, Cursor]]] = []
        for path in paths:
            opened += self._open(path)
        for step in (self._declare, self._extend):
            for _, _, fields in opened:
                step(fields)
        self.words.check()
        self.library.lists = self.words.lists
        for name, parts in self.guards.items():
            self.library.guards[name] = self._guard(name, parts)
        for pack, file, fields in opened:
            for cursor in fields["rules"].items() if "rules" in fields else ():
                self._rule(pack, file, fields, cursor)
        for _, file, _ in opened:
            self.mistakes += file.mistakes
        if self.mistakes:
            raise PackError(self.mistakes)
        return self.library

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
        if any(p.id == name for p in self.library.packs):
            fields.get("pack", cursor).note(f"there is another pack “{name}” in use")
        self.families |= set(texts("families"))
        info = PackInfo(
            name, text("title"), text("version"), texts("jurisdictions"), text("reviewed"), texts("maintainers"), shown
        )
        self.library.packs.append(info)
        return name

    def _declare(self, fields: dict[str, Cursor]) -> None:
        for key, value in fields["words"].pairs() if "words" in fields else ():
            if not re.fullmatch(r"[a-z][a-z0-9-]*", str(key.node.value)):
                key.note("a word list is named by lower-case letters, digits and hyphens")
            self.words.add(key, value)
        for key, value in fields["guards"].pairs() if "guards" in fields else ():
            name = str(key.node.value)
            if name in self.guards:
                key.note(f"the guard “{name}” is there already; add to it under extend-guards")
            self.guards.setdefault(name, []).append(value.fields(GUARD_KEYS, ("about",)))
        if "define-sources" in fields:
            read_sources(fields["define-sources"], self.library.facts)

    def _extend(self, fields: dict[str, Cursor]) -> None:
        for key, value in fields["extend-words"].pairs() if "extend-words" in fields else ():
            self.words.extend(key, value)
        for key, value in fields["extend-guards"].pairs() if "extend-guards" in fields else ():
            name = str(key.node.value)
            if name not in self.guards:
                key.note(f"there is no guard “{name}” to extend{did_you_mean(name, self.guards)}")
            else:
                self.guards[name].append(value.fields(GUARD_KEYS))

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
        rule = kind.parse(header, fields, self.words, self.library.guards, self.library.facts)
        if header.id in self.library.rules:
            other = self.library.rules[header.id].header
            fields["id"].note(f"the rule id “{header.id}” is given twice (first at {other.path}:{other.line})")
        elif rule is not None and len(file.mistakes) == before:
            self.library.rules[header.id] = rule

    def _rule_header(self, pack: str, kind: str, fields: dict[str, Cursor], cursor: Cursor) -> Header:
        def text(key: str) -> str:
            return fields[key].string() if key in fields else ""

        name = text("id")
        if name and not _ID.fullmatch(name):
            fields["id"].note("should be lower-case letters, digits and hyphens")
        family = fields["family"].choice(sorted(self.families)) if "family" in fields else ""
        severity = (
            Severity.named(fields["severity"].choice(("warning", "error", "suggestion")))
            if "severity" in fields
            else Severity.WARNING
        )
        sources = tuple(self._source(c) for c in fields["sources"].texts()) if "sources" in fields else ()
        known = self.library.facts.sources
        if (
            severity is Severity.ERROR
            and sources
            and not any(s in known and known[s].verified != "no" for s in sources)
        ):
            fields["sources"].note("rests on unverified sources alone, so its severity cannot be error")
        flags, passes = self._examples(fields)
        return Header(
            name, pack, kind, family, severity, text("message"), text("why"), self._suggest(fields), sources,
            flags, passes, cursor.file.path, cursor.line, "locked" in fields and fields["locked"].flag(),
        )  # fmt: skip

    def _source(self, cursor: Cursor) -> str:
        name = cursor.string()
        if name not in self.library.facts.sources:
            cursor.note(f"unknown source “{name}”{did_you_mean(name, self.library.facts.sources)}")
        return name

    def _suggest(self, fields: dict[str, Cursor]) -> tuple[Suggestion, ...]:
        out = []
        for cursor in (
            (fields["suggest"].items() if fields["suggest"].is_sequence else [fields["suggest"]])
            if "suggest" in fields
            else ()
        ):
            if cursor.is_mapping:
                part = cursor.fields(("text", "replace"), ("text",))
                replace = str(part["replace"].node.value) if "replace" in part else None
                out.append(Suggestion(part["text"].string() if "text" in part else "", replace))
            else:
                out.append(Suggestion(cursor.string()))
        return tuple(out)

    def _examples(self, fields: dict[str, Cursor]) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
        if "examples" not in fields:
            return (), ()
        both = fields["examples"].fields(("flag", "pass"), ("flag", "pass"))
        for key, value in both.items():
            if len(value.texts()) < 2:
                value.note(f"a rule needs at least two {key} examples")
        flags, passes = ([_example(c) for c in both[key].texts()] if key in both else [] for key in ("flag", "pass"))
        return tuple(flags), tuple(passes)


def _example(cursor: Cursor) -> Example:
    text = cursor.string()
    return Example(text.replace("**", ""), tuple(re.findall(r"\*\*(.+?)\*\*", text, re.S)), cursor.line)


def _shown(path: Path) -> str:
    shipped = shipped_folder()
    if path.is_relative_to(shipped):
        return str(Path("rules") / path.relative_to(shipped))
    return str(path)
