"""Settings: what the command line says, over what the nearest configuration file says, over the defaults."""

# No annotation is kept as a text here: of each of its fields' a named tuple would have to compile it.

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from medlint.expressions import expression

if TYPE_CHECKING:
    from medlint.config_values import Source
    from medlint.site import Site

FILES = (".medlint.yaml", "medlint.toml", "pyproject.toml")
BASELINE = ".medlint-baseline.json"
"""The name of the baseline that is used where no other is named."""

SEVERITIES = ("error", "warning", "suggestion")
NOTHING: Mapping[str, Any] = {}
"""What a setting that names nothing is by default."""

ADDED = frozenset(
    ("packs", "claims", "references", "ignore", "severity", "overrides", "include", "exclude", "site", "locked")
)  # fmt: skip
"""Settings that add to those of the files that a file extends; any other replaces them."""

_HEADER = expression(r"^[ \t]*\[+[ \t]*tool[ \t]*\.[ \t]*medlint\b", re.M)


class ConfigError(Exception):
    """A configuration that cannot be used, in one sentence."""


class Override(NamedTuple):
    """One `[[tool.medlint.overrides]]` table: other settings for the pages that fit `files`.

    `files` are patterns as in a .gitignore; `ignore` and `severity` add to what holds elsewhere, the others replace it
    where they are given.
    """

    files: tuple[str, ...]
    jurisdiction: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = NOTHING
    treatment: str | None = None


class Settings(NamedTuple):
    """What a run is to do. Paths of packs, claims and the baseline are absolute.

    `drafts` and `testimonials` say whether findings in those are told; `site` says which pages get what from
    which files, and `follow` how many imports deep pages are followed; `semantic` asks for the larger model.
    `shipped_packs` says whether the rules that ship run beside those of the packs.
    `severity` gives rules, families and packs another severity; `overrides` are for some pages only. `references` are
    files of the user's own references, and `contact` the e-mail address that is sent along when services are asked
    about them. `require_reasons` and `locked` (rules, families and packs) are about what directives in pages may let
    stand. `origin` is the nearest configuration file, and `files` are all that were read, those that others
    extend first; `came_from` says of each setting that is no default which of them it is from: of none, if it was given
    on the command line.
    """

    packs: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    jurisdiction: tuple[str, ...] = ("us",)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = NOTHING
    overrides: tuple[Override, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    min_severity: str = "suggestion"
    fail_on: str = "warning"
    baseline: str | None = None
    treatment: str | None = None
    drafts: bool = True
    testimonials: bool = True
    semantic: bool = False
    shipped_packs: bool = True
    references: tuple[str, ...] = ()
    contact: str | None = None
    site: "tuple[Site, ...]" = ()
    follow: int = 1
    require_reasons: bool = True
    locked: tuple[str, ...] = ()
    origin: Path | None = None
    files: tuple[Path, ...] = ()
    came_from: Mapping[str, tuple[Path, ...]] = NOTHING

    @property
    def root(self) -> Path:
        """The folder from which the patterns of include, exclude and overrides are read."""
        return self.origin.resolve().parent if self.origin else Path.cwd()

    def with_options(self, **options: Any) -> "Settings":
        """The same with what was given on the command line (None and empty mean: not given).

        Packs and claims are used beside those of the configuration.
        """
        given = {k: v for k, v in options.items() if v not in (None, ())}
        for name in ("packs", "claims"):
            if name in given:
                given[name] = (*getattr(self, name), *given[name])
        return self._replace(**given, came_from={**self.came_from, **dict.fromkeys(given, ())})


def read_settings(start: Path, given: Path | None = None) -> Settings:
    """Settings from a given file, or from the nearest one at or above `start`. Raises ConfigError."""
    for path in [given] if given else _upward(start):
        found = _read(path)
        if found is not None:
            return _settings(*found, path, ())
    return Settings()


def _upward(start: Path) -> Iterator[Path]:
    start = start.resolve()
    for folder in (start, *start.parents):
        yield from (folder / name for name in FILES if (folder / name).is_file())


def _settings(table: dict[str, Any], source: "Source", path: Path, below: tuple[Path, ...]) -> Settings:
    """The settings of a file over those of the files that it extends; `below` are the files that led to it."""
    from medlint.config_values import parsed

    own = parsed(table, source)
    base = Settings()
    for name in own.pop("extends", ()):
        other = Path(name)
        if other.resolve() in {p.resolve() for p in (*below, path)}:
            raise ConfigError(f"{source.place('extends')}: {path.name} and {other.name} extend each other")
        found = _read(other)
        if found is None:
            raise ConfigError(f"{source.place('extends')}: {other} has no [tool.medlint] table")
        base = _merged(base, _settings(*found, other, (*below, path)))
    came_from = dict.fromkeys(own, (path,))
    return _merged(base, Settings(**own)._replace(files=(path,), came_from=came_from, origin=path))


def _merged(base: Settings, over: Settings) -> Settings:
    """One over the other: only what the upper one says itself counts."""
    values: dict[str, Any] = {"origin": over.origin, "files": (*base.files, *over.files)}
    came_from = dict(base.came_from)
    for name, files in over.came_from.items():
        lower, upper = getattr(base, name), getattr(over, name)
        if name not in ADDED:
            values[name], came_from[name] = upper, files
        else:
            values[name] = {**lower, **upper} if name == "severity" else (*lower, *(v for v in upper if v not in lower))
            came_from[name] = (*came_from.get(name, ()), *files)
    return base._replace(**values, came_from=came_from)


def _read(path: Path) -> "tuple[dict[str, Any], Source] | None":
    """The medlint part of a file; None for a pyproject.toml that has none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    from medlint.config_values import Source

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text ({error.reason} at byte {error.start})") from None
    if path.suffix in (".yaml", ".yml"):
        import yaml

        try:
            table = yaml.safe_load(text)
        except yaml.YAMLError as error:
            raise ConfigError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from None
        return _mapping({} if table is None else table, path), Source(path, text)
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None
    if path.name != "pyproject.toml":
        return _mapping(table, path), Source(path, text)
    tool = table.get("tool")
    if not isinstance(tool, dict) or "medlint" not in tool:
        return None
    header = _HEADER.search(text)
    return _mapping(tool["medlint"], path), Source(path, text, header.start() if header else 0)


def _mapping(table: Any, path: Path) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: should be a table of settings (key: value)")
    return table
