"""Rules, guards and facts as plain data, and back: what a line of a store says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from medlint.findings import Severity
from medlint.packs.later import Later
from medlint.packs.pattern_nodes import Pattern
from medlint.packs.store import Store, Writer, parts, row

if TYPE_CHECKING:
    from medlint.packs.model import Guard

CLASSES = {
    "medlint.checks.balance": ("BalanceRule",),
    "medlint.checks.citation": ("CitationRule",),
    "medlint.checks.claim": ("ClaimRule", "Flag"),
    "medlint.checks.clearance": ("ClearanceRule",),
    "medlint.checks.directive": ("DirectiveRule",),
    "medlint.checks.disclosure": ("DisclosureRule", "When"),
    "medlint.checks.learned": ("LearnedRule",),
    "medlint.checks.status": ("StatusRule",),
    "medlint.evidence.approvals": ("Approval",),
    "medlint.evidence.cleared": ("ClearedClaim",),
    "medlint.evidence.facts": ("Condition", "Treatment"),
    "medlint.evidence.references": ("Reference",),
    "medlint.findings": ("Source", "Suggestion"),
    "medlint.packs.model": ("Example", "Exchange", "Guard", "Header", "Outcome", "PackInfo", "Swap"),
}
"""What can be written, by module. A module is imported when something of it is read."""

LATER = {("Header", "flag_examples"), ("Header", "pass_examples"), ("Header", "becomes")}
"""Fields that few ask for: a line of their own."""

PARTED = {("ClaimRule", "flags")}
"""Fields of which mostly one part is asked for: a line for each."""

NAMED = {("ClaimRule", "guards"), ("StatusRule", "guards"), ("CitationRule", "guards"), ("DisclosureRule", "guards")}
"""Fields with guards, which are asked for only where something was found."""

_MODULES = {name: module for module, names in CLASSES.items() for name in names}


@cache
def _class(name: str) -> Any:
    return getattr(import_module(_MODULES[name]), name)


class Encoder:
    """Puts values into a store."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def line(self, value: Any) -> int:
        """The offset of the line that says a value."""
        return self._writer.value(self.encode(value))

    def encode(self, value: Any) -> Any:
        """Plain values stay; all others become a list that begins with what they are."""
        if isinstance(value, Severity):
            return ["severity", int(value)]
        if isinstance(value, date):
            return ["date", value.isoformat()]
        if value is None or isinstance(value, (str, int, float)):
            return value
        if isinstance(value, Pattern):
            return ["pattern", value.regex, [self.need(need) for need in value.needs], int(value.wild)]
        if isinstance(value, Mapping):
            return ["dict", *([key, self.encode(part)] for key, part in value.items())]
        name = type(value).__name__
        if name in _MODULES:
            fields: tuple[str, ...] = type(value).__match_args__
            return [name, *(self._field(name, field, getattr(value, field)) for field in fields)]
        if isinstance(value, (tuple, Later)):
            return ["tuple", *map(self.encode, value)]
        if isinstance(value, frozenset):
            return ["frozenset", *sorted(value)]
        raise TypeError(f"cannot be compiled: {type(value)}")

    def _field(self, owner: str, name: str, value: Any) -> Any:
        if (owner, name) in LATER:
            return ["later", self.line(value)] if value else self.encode(value)
        if (owner, name) in PARTED:
            return ["parted", *map(self.line, value)]
        if (owner, name) in NAMED:
            return ["named", *(guard.name for guard in value)]
        return self.encode(value)

    def need(self, words: frozenset[str]) -> int:
        """The offset of a set of words."""
        return self._writer.line(row(sorted(words)))


class Decoder:
    """Takes values out of a store. Rules name their guards, and `guard` gives them."""

    def __init__(self, store: Store, guard: Callable[[str], Guard]) -> None:
        self._store = store
        self._parts: dict[int, Any] = {}
        self._needs: dict[int, frozenset[str]] = {}
        self._ways: dict[str, Callable[[list[Any]], Any]] = {
            "pattern": self._pattern,
            "tuple": lambda value: tuple(map(self.decode, value[1:])),
            "later": lambda value: Later(partial(self.at, value[1])),
            "parted": lambda value: Later(partial(map, self.part, value[1:])),
            "named": lambda value: Later(partial(map, guard, value[1:])) if value[1:] else (),
            "dict": lambda value: {key: self.decode(part) for key, part in value[1:]},
            "frozenset": lambda value: frozenset(value[1:]),
            "severity": lambda value: Severity(value[1]),
            "date": lambda value: date.fromisoformat(value[1]),
        }

    def at(self, offset: int) -> Any:
        """What the line at an offset says."""
        return self.decode(self._store.value(offset))

    def part(self, offset: int) -> Any:
        """The same, made once for all who ask."""
        if offset not in self._parts:
            self._parts[offset] = self.at(offset)
        return self._parts[offset]

    def need(self, offset: int) -> frozenset[str]:
        """The set of words at an offset."""
        if offset not in self._needs:
            self._needs[offset] = frozenset(parts(self._store.line(offset)))
        return self._needs[offset]

    def decode(self, value: Any) -> Any:
        """The value that the encoder made this of."""
        if not isinstance(value, list):
            return value
        way = self._ways.get(value[0])
        return way(value) if way else _class(value[0])(*map(self.decode, value[1:]))

    def _pattern(self, value: list[Any]) -> Pattern:
        _, regex, needs, wild = value
        return Pattern(regex, tuple(map(self.need, needs)), bool(wild))
