"""Mistakes in the YAML files that medlint works with (packs, facts, cleared claims) as they stand in an editor."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from medlint.config import Settings
from medlint.packs.errors import Mistake, PackError
from medlint.packs.loader import shipped_folder, shipped_jurisdictions, shipped_packs

if TYPE_CHECKING:
    from medlint.packs.reading import Below

Kind = Literal["pack", "facts", "claims"]

_PACK = re.compile(r"^pack[ \t]*:[ \t]*\S", re.M)
_OF_PACK = re.compile(r"^(?:rules|title|version|words|guards|families|define-sources)[ \t]*:", re.M)


def kind_of(path: Path, text: str, settings: Settings) -> Kind | None:
    """What a file is to medlint, by the configuration, what lies beside it, and its first keys; None for a page."""
    if path.suffix not in (".yaml", ".yml"):
        return None
    if str(path.resolve()) in settings.claims:
        return "claims"
    if path.parent.resolve() == (shipped_folder() / "facts").resolve():
        return "facts"
    return "pack" if _pack_of(path, text, settings) else None


def _pack_of(path: Path, text: str, settings: Settings) -> Path | None:
    """The pack that a file belongs to: a folder, or the file itself."""
    real = path.resolve()
    for name in settings.packs:
        if real == Path(name) or real.is_relative_to(name):
            return Path(name)
    head = path.parent / "pack.yaml"
    if _is_head(text if path.name == "pack.yaml" else _text(head)):
        return path.parent
    return path if _is_head(text) else None


def _is_head(text: str) -> bool:
    return bool(_PACK.search(text) and _OF_PACK.search(text))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, ValueError):
        return ""


def mistakes_in(kind: Kind, path: Path, text: str, settings: Settings) -> list[Mistake]:
    """The mistakes of such a file, as they would be told were `text` what is in it."""
    with TemporaryDirectory(prefix="medlint-") as folder:
        found = _mistakes(kind, path, text, settings, Path(folder))
    return [one for one in found if one.path == str(path)]


def _mistakes(kind: Kind, path: Path, text: str, settings: Settings, folder: Path) -> Sequence[Mistake]:
    if kind == "claims":
        return _of_claims(path, text, settings)
    if kind == "facts":
        return _of_facts(_Copied(path.parent, path, text, folder))
    pack = _pack_of(path, text, settings)
    return _of_pack(_Copied(pack, path, text, folder), settings) if pack else []


@dataclass(frozen=True, slots=True)
class _Copied:
    """A pack (a folder or a file) copied into a folder, one of its files with another text."""

    pack: Path
    path: Path
    text: str
    folder: Path

    @property
    def place(self) -> Path:
        return self.folder / self.pack.name

    def make(self) -> Path:
        """Make the copy."""
        parts = self.pack.rglob("*.y*ml") if self.pack.is_dir() else []
        for part in parts:
            target = self.place / part.relative_to(self.pack)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(part, target)
        own = self.place / self.path.relative_to(self.pack) if self.path != self.pack else self.place
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(self.text, encoding="utf-8", newline="")
        return self.place

    def told(self, mistakes: Sequence[Mistake]) -> list[Mistake]:
        """Mistakes of the copy as those of the pack."""
        copy, pack = str(self.place), str(self.pack)
        return [m._replace(path=m.path.replace(copy, pack, 1), message=m.message.replace(copy, pack)) for m in mistakes]


def _of_pack(copied: _Copied, settings: Settings) -> list[Mistake]:
    """Those of a pack, read with the packs that ship and, if the configuration names it, with its others."""
    from medlint.packs.loader import read_packs
    from medlint.packs.reading import ChangesBelowError, read

    place, pack = copied.make(), copied.pack
    named = [Path(name) for name in settings.packs]
    own = [place if one == pack else one for one in named] if pack in named else [place]
    try:
        below = _shipped_without(pack, settings)
        if below is None:
            raise ChangesBelowError
        read(own, below=below)
    except PackError as error:
        return copied.told(error.mistakes)
    except ChangesBelowError:
        try:
            read_packs([*(one for one in shipped_packs(settings.jurisdiction) if one != pack), *own])
        except PackError as error:
            return copied.told(error.mistakes)
    return []


def _shipped_without(pack: Path, settings: Settings) -> Below | None:
    """The packs that ship, without one of them if `pack` is that; None where their compiled form cannot be found."""
    from medlint.packs.compiled import cache_folder, load_shipped
    from medlint.packs.kept import opened
    from medlint.packs.reading import Below
    from medlint.packs.stamps import Stamps
    from medlint.packs.store import KINDS_OF_DAMAGE, Store

    used = {info.id for info in load_shipped(settings.jurisdiction).packs}
    file = Stamps(cache_folder()).now().file
    if file is None:
        return None
    try:
        store = Store.open(file)
        every = {info.id for info in opened([store]).library.packs}
    except KINDS_OF_DAMAGE:
        return None
    own = {pack.name} if pack.parent.resolve() == shipped_folder().resolve() else set()
    return Below(*opened([store], (every - used) | own))


def _of_facts(copied: _Copied) -> list[Mistake]:
    """Those of the facts that ship."""
    from medlint.evidence.facts import read_facts

    found: list[Mistake] = []
    read_facts(copied.make(), found)
    return [m._replace(path=str(copied.pack / Path(m.path).name)) for m in found]


def _of_claims(path: Path, text: str, settings: Settings) -> list[Mistake]:
    """Those of a file of cleared claims."""
    from medlint.evidence.cleared import ClaimsError, parse_claims

    try:
        parse_claims(text, str(path), {*shipped_jurisdictions(), *settings.jurisdiction, *_own(settings)})
    except ClaimsError as error:
        return list(error.mistakes)
    return []


def _own(settings: Settings) -> set[str]:
    """The jurisdictions of the packs that the configuration names, as far as these can be read."""
    from medlint.packs.compiled import load_shipped

    try:
        packs = load_shipped(settings.jurisdiction, map(Path, settings.packs)).packs
    except PackError:
        return set()
    return {where for pack in packs for where in pack.jurisdictions}
