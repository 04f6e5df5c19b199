"""Page composition: what a page says by way of files that it takes in, or that the configuration says it gets."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from medlint.config import ConfigError
from medlint.document import Document
from medlint.expressions import expression
from medlint.packs.errors import did_you_mean
from medlint.readers import ReadError, read
from medlint.resolve import Resolver, is_layout

KEYS = ("pages", "from", "except")

Seen = Callable[[str, bytes], None]
"""Takes the path of a file that was read, and its bytes."""


class Memory(Protocol):
    """What files take in, by their paths and bytes, so that they need not be parsed to know it."""

    def imports(self, path: str, data: bytes) -> list[str] | None:
        """The imports of a file, if they are known."""
        ...

    def keep_imports(self, path: str, data: bytes, imports: list[str]) -> None: ...


class Taken(NamedTuple):
    """A file whose text a page has, or with a `key` only that value of it."""

    path: Path
    key: str = ""


class Site(NamedTuple):
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
    names cannot be read. `seen` is handed every file that is read, and `memory` spares parsing files only to know
    what they take in. Both stay behind when it is sent to another process.
    """

    def __init__(
        self, root: Path, sites: tuple[Site, ...] = (), follow: int = 1, seen: Seen | None = None,
        memory: Memory | None = None,
    ) -> None:  # fmt: skip
        self.seen = seen
        self.memory = memory
        self._sites = sites
        self._follow = follow
        self._resolver = Resolver(root)
        self._data: dict[Path, bytes] = {}  # of files that have been read and not been parsed
        self._hashes: dict[Path, bytes] = {}
        self._documents: dict[Path, Document | None] = {}
        self._targets: dict[Path, list[Path] | None] = {}
        self._given = {Taken(*file): self._named(*file, site) for site in sites for file in site.files()}

    def __reduce__(self) -> tuple[Any, ...]:
        return Composition, (self._resolver.root, self._sites, self._follow)

    def shared(self, document: Document, path: Path) -> list[Document]:
        """The documents whose text the page at `path` has too, each once, the page itself left out."""
        return self.documents(self.taken(document.imports, path))

    def documents(self, taken: Iterable[Taken]) -> list[Document]:
        """The documents of files that `taken` has given, without those that cannot be read."""
        found = (self._given.get(one) or self._document(one.path) for one in taken)
        return [document for document in found if document]

    def digest(self, taken: Iterable[Taken]) -> str:
        """A hash of what is in such files, and where they are; empty for none."""
        parts = [f"{path}\0{key}\0".encode(errors="surrogatepass") + self._hashes[path] for path, key in taken]
        return hashlib.blake2b(b"".join(parts), digest_size=16).hexdigest() if parts else ""

    def taken(self, imports: Iterable[str], path: Path) -> list[Taken]:
        """The files whose text the page at `path`, which names some imports, has too; the page itself left out."""
        page = path.resolve()
        given: list[Taken] = []
        dropped: set[Path] = set()
        for site in self._sites:
            gives = site.gives(page)
            for file in site.files() if gives is not None else ():
                if gives:
                    given.append(Taken(*file))
                elif not file[1]:
                    dropped.add(file[0])
        frames = [one.path for one in given if not one.key]
        found = self._met(imports, page, frames, dropped - set(frames)) if self._follow else []
        known = [one for one in given if one.path != page]
        return list(dict.fromkeys([*known, *(Taken(file) for file in found)]))

    def _met(self, imports: Iterable[str], page: Path, frames: list[Path], dropped: set[Path]) -> list[Path]:
        """What is met on at most so many steps from the page, its layouts and what it is given."""
        if not page.is_relative_to(self._resolver.root):
            return []
        found: dict[Path, None] = {}
        conventional = [file for file in self._resolver.conventional(page) if file not in dropped]
        first = [(file, 0) for file in [*frames, *conventional]]
        first += self._steps(self._find(imports, page), 0)
        # Layouts go before the rest, so every file is first met on its shortest way.
        ahead = deque(sorted(first, key=lambda step: step[1]))
        while ahead:
            file, steps = ahead.popleft()
            if steps > self._follow or file in found or file in dropped or file == page:
                continue
            targets = self._targets_of(file)
            if targets is None:
                continue
            found[file] = None
            for step in self._steps(targets, steps):
                (ahead.appendleft if step[1] == steps else ahead.append)(step)
        return list(found)

    def _steps(self, targets: list[Path], steps: int) -> Iterator[tuple[Path, int]]:
        for target in targets:
            yield target, steps + (not is_layout(target.relative_to(self._resolver.root)))

    def _targets_of(self, file: Path) -> list[Path] | None:
        """The files that a file takes in; None where it cannot be read."""
        if file not in self._targets:
            imports = self._imports(file)
            self._targets[file] = None if imports is None else self._find(imports, file)
        return self._targets[file]

    def _imports(self, file: Path) -> list[str] | None:
        if not self.memory or file in self._documents:
            document = self._document(file)
            return document.imports if document else None
        try:
            data = self._opened(file)
        except OSError:
            return None
        known = self.memory.imports(str(file), data)
        if known is None and (document := self._document(file)):
            known = document.imports
            self.memory.keep_imports(str(file), data, known)
        return known

    def _find(self, imports: Iterable[str], path: Path) -> list[Path]:
        found = (self._resolver.find(target, path) for target in imports)
        return [target for target in found if target is not None]

    def _document(self, path: Path) -> Document | None:
        """A file as medlint reads it; None where it cannot, which is told when that file itself is checked."""
        if path not in self._documents:
            try:
                self._documents[path] = self._parsed(path)
            except (OSError, ReadError):
                self._documents[path] = None
        return self._documents[path]

    def _parsed(self, path: Path) -> Document:
        document = read(str(path), self._opened(path))
        self._data.pop(path)
        return document

    def _opened(self, path: Path) -> bytes:
        """The bytes of a file, which are kept until it is parsed, so that it is read once. Raises OSError."""
        if path not in self._data:
            data = path.read_bytes()
            self._data[path] = data
            self._hashes[path] = hashlib.blake2b(data, digest_size=16).digest()
            if self.seen:
                self.seen(str(path), data)
        return self._data[path]

    def _named(self, path: Path, key: str, site: Site) -> Document:
        """A file that a site names, or one value of it."""
        told = f"{site.origin}: site: “from” names {path.name}"
        try:
            document = self._documents.get(path) or self._parsed(path)
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


_BRACES = expression(r"\{([^{}]*)\}")
_GLOB = expression(r"\*\*/|\*\*|[*?]|[^*?]+")
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
