"""The values of a configuration file: what each setting may be, and what is told when it is something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from medlint.config import SEVERITIES, ConfigError, Override
from medlint.packs.errors import did_you_mean

if TYPE_CHECKING:
    from medlint.site import Site


class Source(NamedTuple):
    """The text of a configuration file, to tell lines by; `start` is where the settings of medlint begin."""

    path: Path
    text: str
    start: int = 0

    def place(self, key: str) -> str:
        """The path, and the line of a key where only one place can be meant."""
        name = re.escape(key).replace("_", "[-_]").replace(r"\-", "[-_]")
        found = list(re.compile(rf"^[ \t]*[\"']?{name}[\"']?[ \t]*[=:]", re.M).finditer(self.text, self.start))
        if len(found) != 1:
            return str(self.path)
        return f"{self.path}:{self.text.count(chr(10), 0, found[0].start()) + 1}"

    def wrong(self, name: str, should: str) -> ConfigError:
        """The error for a value that is not what it should be."""
        return ConfigError(f"{self.place(name)}: {name} should be {should}")

    def unknown(self, what: str, key: str, known: tuple[str, ...]) -> ConfigError:
        """The error for a key that does not exist."""
        return ConfigError(f"{self.place(key)}: unknown {what} “{key}”{did_you_mean(key, known)}")


Parser = Callable[[str, Any, Source], Any]
"""Takes the name, the value as it was read and the file; raises ConfigError."""


def _texts(name: str, value: Any, source: Source) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(v, str) for v in items):
        raise source.wrong(name, "a list of texts")
    return tuple(items)


def _paths(name: str, value: Any, source: Source) -> tuple[str, ...]:
    return tuple(str((source.path.parent / v).resolve()) for v in _texts(name, value, source))


def _path(name: str, value: Any, source: Source) -> str:
    return str((source.path.parent / _text(name, value, source)).resolve())


def _text(name: str, value: Any, source: Source) -> str:
    if not isinstance(value, str):
        raise source.wrong(name, "a text")
    return value


def _yes(name: str, value: Any, source: Source) -> bool:
    if value not in (True, False, "yes", "no"):
        raise source.wrong(name, "yes or no")
    return value in (True, "yes")


def _level(name: str, value: Any, source: Source) -> str:
    allowed = SEVERITIES + (("never",) if name == "fail-on" else ())
    if value not in allowed:
        raise source.wrong(name, f"one of {', '.join(allowed)}, not “{value}”")
    return str(value)


def _number(name: str, value: Any, source: Source) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise source.wrong(name, "a whole number, 0 or more")
    return value


def _severity(name: str, value: Any, source: Source) -> dict[str, str]:
    if not isinstance(value, dict):
        raise source.wrong(name, "a table: a rule, family or pack, and error, warning or suggestion")
    for key, level in value.items():
        if level not in SEVERITIES:
            more = "; write it under “ignore” to turn it off" if level in (False, "off", "ignore", "none") else ""
            raise ConfigError(
                f"{source.place(str(key))}: severity of “{key}” should be one of {', '.join(SEVERITIES)}, "
                f"not “{level}”{more}"
            )
    return {str(key): level for key, level in value.items()}


def _sites(name: str, value: Any, source: Source) -> tuple[Site, ...]:
    from medlint.site import sites_from

    return sites_from(value, source.path)


_OVERRIDE: dict[str, Parser] = {
    "files": _texts,
    "jurisdiction": _texts,
    "select": _texts,
    "ignore": _texts,
    "severity": _severity,
    "treatment": _text,
}


def _overrides(name: str, value: Any, source: Source) -> tuple[Override, ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise source.wrong(name, "a list of tables; write [[tool.medlint.overrides]] above each")
    found = []
    for number, table in enumerate(value, 1):
        for key in table:
            if key not in _OVERRIDE:
                raise source.unknown(f"key of overrides {number}:", str(key), tuple(_OVERRIDE))
        given = {key: _OVERRIDE[key](key, one, source) for key, one in table.items()}
        if not given.get("files"):
            raise ConfigError(f"{source.path}: overrides {number} need “files”: which pages they are for")
        found.append(Override(**given))
    return tuple(found)


PARSERS: dict[str, Parser] = {
    "extends": _paths,
    "packs": _paths,
    "jurisdiction": _texts,
    "select": _texts,
    "ignore": _texts,
    "severity": _severity,
    "overrides": _overrides,
    "include": _texts,
    "exclude": _texts,
    "site": _sites,
    "follow": _number,
    "treatment": _text,
    "drafts": _yes,
    "testimonials": _yes,
    "semantic": _yes,
    "shipped-packs": _yes,
    "min-severity": _level,
    "fail-on": _level,
    "require-reasons": _yes,
    "locked": _texts,
    "baseline": _path,
    "claims": _paths,
    "references": _paths,
    "contact": _text,
}
"""What a configuration file may hold, in the order in which it is told."""


def parsed(table: Mapping[Any, Any], source: Source) -> dict[str, Any]:
    """The values of a table by the names of the fields of Settings. Raises ConfigError."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = str(key).replace("_", "-")
        if name not in PARSERS:
            raise source.unknown("setting", str(key), tuple(PARSERS))
        values[name.replace("-", "_")] = PARSERS[name](name, value, source)
    return values
