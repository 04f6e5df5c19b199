"""Settings: what the command line says, over what the nearest configuration file says, over the defaults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medlint.packs.errors import did_you_mean

if TYPE_CHECKING:
    from medlint.site import Site

SEVERITIES = ("error", "warning", "suggestion")
FILES = (".medlint.yaml", "medlint.toml", "pyproject.toml")


class ConfigError(Exception):
    """A configuration that cannot be used, in one sentence."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is to do. Paths of packs and claims (files of them) are absolute; `origin` is the file that was read.

    `drafts` and `testimonials` say whether findings in those are told; `site` says which pages get what from
    which files, and `follow` how many imports deep pages are followed; `semantic` asks for the larger model.
    `references` are files of the user's own references (absolute paths), and `contact` the e-mail address that is
    sent along when services are asked about them. `require_reasons` and `locked` (rules and families) are about what
    directives in pages may let stand.
    """

    packs: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    jurisdiction: tuple[str, ...] = ("us",)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    min_severity: str = "suggestion"
    fail_on: str = "warning"
    treatment: str | None = None
    drafts: bool = True
    testimonials: bool = True
    semantic: bool = False
    references: tuple[str, ...] = ()
    contact: str | None = None
    site: tuple[Site, ...] = ()
    follow: int = 1
    require_reasons: bool = True
    locked: tuple[str, ...] = ()
    origin: Path | None = None

    @property
    def root(self) -> Path:
        """The folder from which the patterns of include and exclude are read."""
        return self.origin.resolve().parent if self.origin else Path.cwd()

    def with_options(self, **options: Any) -> Settings:
        """The same with what was given on the command line (None and empty mean: not given)."""
        return replace(self, **{k: v for k, v in options.items() if v not in (None, ())})


def read_settings(start: Path, given: Path | None = None) -> Settings:
    """Settings from a given file, or from the nearest one at or above `start`. Raises ConfigError."""
    for path in [given] if given else _upward(start):
        table = _table(path)
        if table is not None:
            return _settings(table, path)
    return Settings()


def _upward(start: Path) -> Iterator[Path]:
    start = start.resolve()
    for folder in (start, *start.parents):
        yield from (folder / name for name in FILES if (folder / name).is_file())


def _table(path: Path) -> dict[str, Any] | None:
    """The medlint part of a file; None for a pyproject.toml that has none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    if path.suffix in (".yaml", ".yml"):
        import yaml

        try:
            table = yaml.safe_load(data)
        except yaml.YAMLError as error:
            raise ConfigError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from None
        return _mapping(table or {}, path)
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("medlint")
        return None if table is None else _mapping(table, path)
    return _mapping(table, path)


def _mapping(table: Any, path: Path) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: should be a table of settings (key: value)")
    return table


def _settings(table: dict[str, Any], path: Path) -> Settings:
    known = {f.name.replace("_", "-") for f in fields(Settings)} - {"origin"}
    values: dict[str, Any] = {"origin": path}
    for key, value in table.items():
        name = str(key).replace("_", "-")
        if name not in known:
            raise ConfigError(f"{path}: unknown setting “{key}”{did_you_mean(name, known)}")
        values[name.replace("-", "_")] = _value(name, value, path)
    return Settings(**values)


def _value(name: str, value: Any, path: Path) -> Any:
    if name in ("min-severity", "fail-on"):
        allowed = SEVERITIES + (("never",) if name == "fail-on" else ())
        if value not in allowed:
            raise ConfigError(f"{path}: {name} should be one of {', '.join(allowed)}, not “{value}”")
        return value
    if name in ("treatment", "contact"):
        if not isinstance(value, str):
            raise ConfigError(f"{path}: {name} should be a text")
        return value
    if name in ("drafts", "testimonials", "semantic", "require-reasons"):
        if value not in (True, False, "yes", "no"):
            raise ConfigError(f"{path}: {name} should be yes or no")
        return value in (True, "yes")
    if name == "site":
        from medlint.site import sites_from

        return sites_from(value, path)
    if name == "follow":
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise ConfigError(f"{path}: follow should be a whole number, 0 or more")
        return value
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(v, str) for v in items):
        raise ConfigError(f"{path}: {name} should be a list of texts")
    if name in ("packs", "references", "claims"):
        return tuple(str((path.parent / v).resolve()) for v in items)
    return tuple(items)
