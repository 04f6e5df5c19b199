"""The compiled form of packs, kept so that their YAML is read once.

The packs that ship are compiled together; a wheel brings them so, and what is asked for is cut out of them. Other packs
are read on top of that and kept by themselves. A file in the cache is named by the hash of what it was made from
(`stamps` tells how that is known), so it is never stale. One that cannot be read or written is as good as none.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from medlint.files import write_whole
from medlint.packs.errors import PackError
from medlint.packs.kept import Opened, opened, packs_of
from medlint.packs.loader import shipped_folder, shipped_ids, shipped_packs
from medlint.packs.model import Library, PackInfo
from medlint.packs.stamps import Stamps, shipped_key
from medlint.packs.store import KINDS_OF_DAMAGE, Store

SHIPPED = "packs.compiled"
"""The file in the folder of the shipped packs that a wheel brings them in."""

KEPT = 12
"""How many compiled sets of packs stay in the cache, of each kind."""


def load_packs(paths: Iterable[Path], cache: Path | None = None) -> Library:
    """The packs read together, from the cache where it has them. Raises PackError."""
    paths = list(paths)
    shipped = [path.name for path in paths if path.parent == shipped_folder()]
    together = bool(shipped) and shipped == sorted(set(shipped)) and paths[: len(shipped)] == _shipped_paths(shipped)
    loading = _Loading(cache or cache_folder())
    with _uncollected():
        if not together:
            return loading.whole(paths)
        return loading.on_shipped(lambda pack: pack.id in shipped, paths[len(shipped) :], lambda: paths)


def load_shipped(
    jurisdictions: Iterable[str], packs: Iterable[Path] = (), cache: Path | None = None, *, rules: bool = True
) -> Library:
    """The packs that ship, all or those for some jurisdictions and for any, and others with them. Raises PackError.

    Without their `rules` those that ship only lend the others their words, guards and facts.
    """
    wanted, own = set(jurisdictions), list(packs)

    def used(pack: PackInfo) -> bool:
        return not wanted or not pack.jurisdictions or not wanted.isdisjoint(pack.jurisdictions)

    with _uncollected():
        found = _Loading(cache or cache_folder()).on_shipped(used, own, lambda: [*shipped_packs(wanted), *own])
        return found if rules else found.without(shipped_ids())


def compile_shipped(file: Path | None = None) -> None:
    """Write the compiled form of the packs that ship, for a wheel. Raises PackError and OSError."""
    data = _packed(shipped_packs(), {"key": shipped_key()})
    (file or shipped_folder() / SHIPPED).write_bytes(data)


def cache_folder() -> Path:
    """MEDLINT_CACHE_DIR, else the user's cache folder on this system."""
    if given := os.environ.get("MEDLINT_CACHE_DIR"):
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "medlint"


def content_key(packs: Iterable[Path]) -> str:
    """The hash of medlint's code, of the packs and facts that ship, and of some other packs."""
    return _key(Stamps(cache_folder()).now().key, packs)


def compiled_files(folder: Path) -> list[Path]:
    """The compiled sets of packs in a cache folder."""
    return sorted([*folder.glob("packs-*.json"), *folder.glob("shipped-*.json")])


class _Loading:
    """Packs on their way from the cache, or into it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def whole(self, paths: list[Path]) -> Library:
        """Packs without any that are compiled already."""
        key = _key(shipped_key(), paths)
        return opened([self._kept(key) or self._keep(key, _packed(paths, {"key": key}))]).library

    def on_shipped(self, used: Callable[[PackInfo], bool], own: list[Path], paths: Callable[[], list[Path]]) -> Library:
        """Those of the packs that ship which are used, and packs on top of them; `paths` gives all of them."""
        try:
            key, store = self._shipped()
        except PackError:  # perhaps in a pack that is not asked for
            return self.whole(paths())
        left_out = [pack.id for pack in packs_of(store) if not used(pack)]
        if not own:
            return opened([store], left_out).library
        key = _key(" ".join([key, *left_out]), own)
        layer = self._kept(key)
        if layer is None:
            layer = self._keep(key, _packed_on(opened([store], left_out), own, paths, {"key": key}))
        if layer.head["whole"]:
            return opened([layer]).library
        return opened([store, layer], left_out).library

    def _shipped(self) -> tuple[str, Store]:
        """The packs that ship, with their key."""
        stamps = Stamps(self._folder)
        key, file = stamps.now()
        if file and (store := _open(file, key, verify=False)):
            return key, store
        kept = self._folder / f"shipped-{key}.json"
        for file in (shipped_folder() / SHIPPED, kept):
            if store := _open(file, key):
                stamps.note(key, file)
                return key, store
        data = _packed(shipped_packs(), {"key": key})
        if self._write(kept, data):
            stamps.note(key, kept)
        return key, Store(data)

    def _kept(self, key: str) -> Store | None:
        return _open(self._folder / f"packs-{key}.json", key)

    def _keep(self, key: str, data: bytes) -> Store:
        self._write(self._folder / f"packs-{key}.json", data)
        return Store(data)

    def _write(self, file: Path, data: bytes) -> bool:
        """Write a file whole or not at all; other runs may be writing it too."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(file, data.decode())
            _prune(self._folder, file.name.split("-")[0])
        except OSError:
            return False
        return True


def _open(file: Path, key: str, *, verify: bool = True) -> Store | None:
    try:
        store = Store.open(file, verify=verify)
    except KINDS_OF_DAMAGE:
        return None
    return store if store.head.get("key") == key else None


def _packed(paths: list[Path], about: Mapping[str, Any]) -> bytes:
    from medlint.packs.kept import packed
    from medlint.packs.reading import read

    return packed(read(paths), {"whole": True, **about})


def _packed_on(below: Opened, own: list[Path], paths: Callable[[], list[Path]], about: Mapping[str, Any]) -> bytes:
    """Packs alone if they can be read on top of others, else all of them together."""
    from medlint.packs.kept import packed
    from medlint.packs.reading import Below, ChangesBelowError, read

    try:
        return packed(read(own, below=Below(below.library, below.nodes, below.families)), {"whole": False, **about})
    except ChangesBelowError:
        return _packed(paths(), about)


def _shipped_paths(ids: Collection[str]) -> list[Path]:
    return [shipped_folder() / id_ for id_ in ids]


def _key(below: str, paths: Iterable[Path]) -> str:
    """The hash of a key and of packs: where they are said to be, and every byte of them."""
    from hashlib import sha256

    digest = sha256(below.encode())
    for path in paths:
        parts = sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]
        digest.update(f"\0{path}\0{len(parts)}".encode())
        for part in parts:
            data = part.read_bytes() if part.is_file() else b""
            digest.update(f"\0{part}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()[:32]


def _prune(folder: Path, kind: str) -> None:
    """Leave only the newest files of a kind: each change of a pack makes another one."""
    files = sorted(folder.glob(f"{kind}-*.json"), key=lambda path: path.stat().st_mtime)
    for path in files[:-KEPT]:
        path.unlink(missing_ok=True)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector: it takes three quarters of the time in which so many objects are made to stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
