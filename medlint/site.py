"""Page composition: what a page says by way of files that it takes in, or that the configuration says it gets."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from medlint.config_values import ConfigError
from medlint.document import Document
from medlint.packs.errors import did_you_mean
from medlint.readers import ReadError, read
from medlint.resolve import Resolver, is_layout

KEYS = ("pages", "from", "except")

Seen = Callable[[str, bytes], None]
"""Takes the path of a file that was read, and its bytes."""


@dataclass(frozen=True, slots=True)
class Site:
    """One `[[tool.medlint.site]]` table: the pages that get the text of some files.

    `sources` are paths as written, with `#key.path` where only that value of a data file counts. Paths and globs
    start from the folder of `origin`, the configuration file.
    """

    pages: tuple[str, ...]
    sources: tuple[str, ...]
    excepted: tuple[str, ...]
    origin: Path

    def gives(self, page: Path) -> bool | None:
        """Whether a page (an absolute path) gets the text; None when the table says nothing of it."""
        folder = self.origin.parent.resolve()
        if not page.is_relative_to(folder):
            return None
        below = page.relative_to(folder).as_posix()
        if not _fits(below, self.pages):
            return None
        return not _fits(below, self.excepted)

    def files(self) -> Iterator[tuple[Path, str]]:
        """The files and of each the key path, empty when all of it counts."""
        for source in self.sources:
            name, _, key = source.partition("#")
            yield (self.origin.parent / name).resolve(), key


def sites_from(table: object, where: Path) -> tuple[Site, ...]:
    """The sites of a configuration value; `where` is the configuration file. Raises ConfigError."""
    if not isinstance(table, list) or not all(isinstance(one, dict) for one in table):
        raise ConfigError(f"{where}: site should be a list of tables; write [[tool.medlint.site]] above each")
    return tuple(_site(one, f"{where}: site {number}", where) for number, one in enumerate(table, 1))


def _site(table: dict[object, object], told: str, where: Path) -> Site:
    for key in table:
        if key not in KEYS:
            raise ConfigError(f"{told}: unknown key “{key}”{did_you_mean(str(key), KEYS)}")
    values = {key: _texts(table[key], f"{told}: {key}") for key in KEYS if key in table}
    for key in ("pages", "from"):
        if not values.get(key):
            what = "which pages get a statement" if key == "pages" else "which file the statement is in"
            raise ConfigError(f"{told}: “{key}” is missing: it says {what}")
    return Site(values["pages"], values["from"], values.get("except", ()), where)


def _texts(value: object, told: str) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) and item for item in items):
        raise ConfigError(f"{told} should be a text or a list of texts")
    return tuple(items)


class Composition:
    """The files whose text pages have besides their own, each read once.

    `root` is the folder that imports may not lead out of; `follow` is how many of them are followed one after
    the other. A layout is no step: it is the frame of the page. Raises ConfigError when a file that a site
    names cannot be read. `seen` is handed every file that is read.
    """

    def __init__(self, root: Path, sites: tuple[Site, ...] = (), follow: int = 1, seen: Seen | None = None) -> None:
        self._seen = seen
        self._sites = sites
        self._follow = follow
        self._resolver = Resolver(root)
        self._documents: dict[Path, Document | None] = {}
        self._targets: dict[Path, list[Path]] = {}
        self._given = {(path, key): self._named(path, key, site) for site in sites for path, key in site.files()}

    def shared(self, document: Document, path: Path) -> list[Document]:
        """The documents whose text the page at `path` has too, each once, the page itself left out."""
        page = path.resolve()
        given: dict[tuple[Path, str], Document] = {}
        dropped: set[Path] = set()
        for site in self._sites:
            gives = site.gives(page)
            for file in site.files() if gives is not None else ():
                if gives:
                    given[file] = self._given[file]
                elif not file[1]:
                    dropped.add(file[0])
        frames = [file for file, key in given if not key]
        found = self._taken(document, page, frames, dropped - set(frames)) if self._follow else []
        known = [d for (file, _), d in given.items() if file != page]
        return known + [d for d in found if d not in known]

    def _taken(self, document: Document, page: Path, frames: list[Path], dropped: set[Path]) -> list[Document]:
        """What is met on at most so many steps from the page, its layouts and what it is given."""
        if not self._resolver.inside(page):
            return []
        found: dict[Path, Document] = {}
        conventional = [file for file in self._resolver.conventional(page) if file not in dropped]
        first = [(file, 0) for file in [*frames, *conventional]]
        first += self._steps(self._find(document, page), 0)
        # Layouts go before the rest, so every file is first met on its shortest way.
        ahead = deque(sorted(first, key=lambda step: step[1]))
        while ahead:
            file, steps = ahead.popleft()
            if steps > self._follow or file in found or file in dropped or file == page:
                continue
            taken = self._document(file)
            if taken is None:
                continue
            found[file] = taken
            if file not in self._targets:
                self._targets[file] = self._find(taken, file)
            for step in self._steps(self._targets[file], steps):
                (ahead.appendleft if step[1] == steps else ahead.append)(step)
        return list(found.values())

    def _steps(self, targets: list[Path], steps: int) -> Iterator[tuple[Path, int]]:
        for target in targets:
            yield target, steps + (not is_layout(target.relative_to(self._resolver.root)))

    def _find(self, document: Document, path: Path) -> list[Path]:
        found = (self._resolver.find(target, path) for target in document.imports)
        return [target for target in found if target is not None]

    def _document(self, path: Path) -> Document | None:
        """A file as medlint reads it; None where it cannot, which is told when that file itself is checked."""
        if path not in self._documents:
            try:
                self._documents[path] = self._read(path)
            except (OSError, ReadError):
                self._documents[path] = None
        return self._documents[path]

    def _read(self, path: Path) -> Document:
        data = path.read_bytes()
        if self._seen:
            self._seen(str(path), data)
        return read(str(path), data)

    def _named(self, path: Path, key: str, site: Site) -> Document:
        """A file that a site names, or one value of it."""
        told = f"{site.origin}: site: “from” names {path.name}"
        try:
            document = self._documents.get(path) or self._read(path)
        except FileNotFoundError:
            near = did_you_mean(path.name, _names_in(path.parent))
            raise ConfigError(f"{told}, but there is no file {path}{near}; mend the path or take it out") from None
        except OSError as error:
            raise ConfigError(f"{told}, but {path} cannot be read: {error.strerror}") from None
        except ReadError as error:
            raise ConfigError(f"{told}, but {path} cannot be read: {error}") from None
        self._documents[path] = document
        if not key:
            return document
        blocks = [b for b in document.blocks if b.key_path and _leads_to(b.key_path, key)]
        if not blocks:
            near = did_you_mean(key, {b.key_path for b in document.blocks if b.key_path})
            raise ConfigError(f"{told}, but it has no words at #{key}{near}; mend the key path or take it out")
        return Document(document.path, document.source, blocks)


def _names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


def _leads_to(key_path: str, key: str) -> bool:
    """Whether a key path is the one wanted, or below it."""
    return key_path == key or key_path.startswith((f"{key}.", f"{key}["))


_BRACES = re.compile(r"\{([^{}]*)\}")
_GLOB = re.compile(r"\*\*/|\*\*|[*?]|[^*?]+")
_GLOB_PARTS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def _fits(below: str, globs: tuple[str, ...]) -> bool:
    """Whether a path fits one of some globs, or is below a folder that does."""
    return any(re.fullmatch(_regex(glob), below) for written in globs for glob in _without_braces(written))


def _without_braces(glob: str) -> list[str]:
    m = _BRACES.search(glob)
    if m is None:
        return [glob]
    options = (glob[: m.start()] + option + glob[m.end() :] for option in m[1].split(","))
    return [plain for option in options for plain in _without_braces(option)]


@cache
def _regex(glob: str) -> str:
    """`*` stays within a folder, `**` does not; brackets are letters, as routes such as `[slug]` have them."""
    glob = glob.removeprefix("./").rstrip("/")
    return "".join(_GLOB_PARTS.get(part) or re.escape(part) for part in _GLOB.findall(glob)) + "(?:/.*)?"
