"""The findings cache: what was found on a page, as long as nothing that it hangs on has changed.

A result is named by the hash of the page's bytes and of all else that is known before the page is read (`known` tells
it): its path, the settings, the packs and facts, medlint itself, the day. What the page takes in is known only from
the page, so what it imports is kept with the result, and a hash of what that led to.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medlint.cache_file import CacheFile
from medlint.lint import Result
from medlint.packs.compiled import content_key
from medlint.result_data import Wordings, compact, from_data, to_data, wordings_of

if TYPE_CHECKING:
    from medlint.checker import Checked
    from medlint.workers import Sent

NAME = "findings-2.sqlite3"
"""The file of the cache; the number is that of its form."""

_JUNK = (KeyError, ValueError, TypeError, IndexError, AttributeError)
"""What reading data raises that is not what was written."""


class FindingsCache:
    """Results by what they hang on. `known` gives for a path the hash of all but the page's bytes and what it takes in.

    `code` is the hash of what reads pages; with it the cache is also the memory of a `Composition`. Nothing here
    raises an error: what cannot be had from the cache is worked out anew.
    """

    def __init__(self, kept: CacheFile, code: bytes, known: Callable[[str], bytes]) -> None:
        self._kept = kept
        self._code = code
        self._known = known
        self._wordings = Wordings()
        self._written: set[str] = set()

    def find(self, pages: Sequence[tuple[str, bytes]], taken: Callable[[list[str], str], str]) -> list[Result | None]:
        """The results of pages (path and bytes), None where there is none that holds.

        `taken` gives the hash of what a page takes in, by its imports and its path.
        """
        keys = [self._key(path, data) for path, data in pages]
        rows: dict[bytes, Any] = {}
        wanted: set[str] = set()
        for key, text in self._kept.get(keys).items():
            try:
                row = json.loads(text)
                wanted |= wordings_of(row[2])
                rows[key] = row
            except _JUNK:
                continue
        self._fetch(wanted)
        return [self._held(rows.get(key), path, taken) for key, (path, _) in zip(keys, pages, strict=True)]

    def keep(self, pages: Sequence[tuple[str, bytes]], checked: Sequence[Checked], sent: Sent | None = None) -> None:
        """Keep what became of pages (path and bytes), but for what is not whole; `sent` is how a worker has told it."""
        wordings = sent.wordings if sent else {}
        for number, ((path, data), one) in enumerate(zip(pages, checked, strict=True)):
            if one.outcome.result and one.whole:
                own = sent.pages[number].result if sent else None
                text = own or compact(to_data(one.outcome.result, self._wordings, wordings))
                self._kept.put(self._key(path, data), f"[{compact(one.imports)},{compact(one.taken)},{text}]")
        for key in wordings.keys() - self._written:
            self._kept.put(_wording_key(key), wordings[key])
            self._written.add(key)
        if sent:
            for path, imports in sent.imports.items():
                if path in sent.files:
                    self.keep_imports(path, sent.files[path], imports)

    def imports(self, path: str, data: bytes) -> list[str] | None:
        """What a file takes in, if that is known."""
        key = self._imports_key(path, data)
        try:
            found = json.loads(self._kept.get([key])[key])
        except _JUNK:
            return None
        return found if isinstance(found, list) and all(isinstance(one, str) for one in found) else None

    def keep_imports(self, path: str, data: bytes, imports: list[str]) -> None:
        self._kept.put(self._imports_key(path, data), compact(imports))

    def close(self) -> None:
        """Write what is to be kept. The cache can be used on; before a process is forked it must be closed."""
        self._kept.close()

    def _held(self, row: Any, path: str, taken: Callable[[list[str], str], str]) -> Result | None:
        try:
            imports, digest, data = row
            return from_data(data, self._wordings) if taken(imports, path) == digest else None
        except _JUNK:
            return None

    def _fetch(self, wanted: Iterable[str]) -> None:
        keys = {_wording_key(key): key for key in wanted if key not in self._wordings}
        for key, text in self._kept.get(keys).items():
            try:
                self._wordings.add({keys[key]: text})
            except _JUNK:
                continue

    def _key(self, path: str, data: bytes) -> bytes:
        return hash_of(b"page", self._known(path), path, data)

    def _imports_key(self, path: str, data: bytes) -> bytes:
        return hash_of(b"imports", self._code, Path(path).name, data)


def hash_of(*parts: bytes | str) -> bytes:
    """One hash of several texts, each with its length, so that none runs into the next."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.digest()


def contents(paths: Iterable[Path]) -> bytes:
    """The hash of some files, their paths included; one that cannot be read counts as empty."""
    parts: list[bytes | str] = []
    for path in paths:
        try:
            parts += [str(path), path.read_bytes()]
        except OSError:
            parts += [str(path), b""]
    return hash_of(*parts)


def code_key(packs: Iterable[Path], *, semantic: bool = False) -> bytes:
    """The hash of what judges pages: medlint with its facts, packs and models, some other packs, what it runs on."""
    names = ["opinion/linear.bin", "evidence/health_words.txt"]
    names += (f"opinion/semantic/{name}" for name in ("model.onnx", "tokenizer.json", "about.json") if semantic)
    data = [Path(str(files("medlint").joinpath(name))) for name in names]
    return hash_of(content_key(packs), contents(data), sys.version, *_installed())


def _installed() -> list[str]:
    """Names and versions of what is installed beside medlint: parsers may read a page otherwise in another version."""
    found: list[str] = []
    for folder in sys.path:
        if Path(folder).name in ("site-packages", "dist-packages"):
            try:
                found += (name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
            except OSError:
                continue
    return sorted(found)


def _wording_key(key: str) -> bytes:
    return hash_of(b"wording", key)
