"""Which settings hold for which page, and a linter for each set of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from medlint.cli.console import UsageError, check_names, chooser, cleared_claims, library, lock_path, references
from medlint.config import Override, Settings
from medlint.files import below
from medlint.findings import Severity
from medlint.gitignore import patterns
from medlint.lint import Linter
from medlint.packs.errors import did_you_mean
from medlint.packs.later import Later
from medlint.packs.model import Library, PackInfo, Rule

if TYPE_CHECKING:
    from medlint.opinion.second import Model

SECOND_OPINION = "second-opinion"
"""The pack of learned rules. To ignore it is to go by the patterns alone."""


class Variant(NamedTuple):
    """The settings that can differ from page to page."""

    jurisdiction: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: tuple[tuple[str, str], ...]
    treatment: str | None

    def over(self, override: Override, fixed: frozenset[str]) -> Variant:
        """The same with what an override says, but for what the command line has `fixed`."""
        return Variant(
            self.jurisdiction if "jurisdiction" in fixed else override.jurisdiction or self.jurisdiction,
            self.select if "select" in fixed else override.select or self.select,
            self.ignore if "ignore" in fixed else tuple(dict.fromkeys((*self.ignore, *override.ignore))),
            tuple({**dict(self.severity), **override.severity}.items()),
            self.treatment if "treatment" in fixed else override.treatment or self.treatment,
        )


class Variants:
    """Gives each page its linter; packs are read once for each set of jurisdictions, linters are made when needed.

    `libraries` are those read before, by their jurisdictions. Making a linter raises UsageError when the settings name
    a rule, a pack, a treatment or a file that is not there.
    """

    def __init__(
        self, settings: Settings, root: Path, today: date, isolated: bool = False, model: Model | None = None,
        libraries: dict[tuple[str, ...], Library] | None = None,
    ) -> None:  # fmt: skip
        self.settings = settings
        self.root = root
        self.today = today
        self.isolated = isolated
        self.model = model
        self._libraries = {} if libraries is None else libraries
        self._linters: dict[Variant, Linter] = {}
        self._wanted: dict[Variant, dict[str, None]] = {}
        self._hashes: dict[Variant, bytes] = {}
        self._code = b""
        self._fixed = frozenset(name for name, files in settings.came_from.items() if not files)
        self._overrides = [(patterns(override.files), override) for override in settings.overrides]
        self._check(self.base)
        for override in settings.overrides:
            self._check(self.base.over(override, self._fixed), override)

    def __reduce__(self) -> tuple[Any, ...]:
        return Variants, (self.settings, self.root, self.today, self.isolated)

    @property
    def base(self) -> Variant:
        """What holds for a page that no override speaks of."""
        s = self.settings
        return Variant(s.jurisdiction, s.select, s.ignore, tuple(s.severity.items()), s.treatment)

    def of(self, path: str) -> Variant:
        """What holds for a page; of several overrides the later ones win."""
        if not self._overrides:
            return self.base
        name = below(self.root, path)
        variant = self.base
        for fits, override in self._overrides:
            if fits(name):
                variant = variant.over(override, self._fixed)
        return variant

    def linter(self, path: str) -> Linter:
        """The linter for a page."""
        variant = self.of(path)
        if variant not in self._linters:
            self._linters[variant] = self._made(variant)
        return self._linters[variant]

    def judged(self, path: str) -> AbstractSet[str]:
        """The ids of the rules that run on a page."""
        return self._wanted_in(self.of(path))

    def known(self, path: str) -> bytes:
        """The hash of all that the findings on a page hang on beside its own text and what it takes in."""
        from medlint.findings_cache import hash_of

        variant = self.of(path)
        if variant not in self._hashes:
            self._hashes[variant] = hash_of(self._known_everywhere(), repr(variant))
        return hash_of(self._hashes[variant], below(self.root, path))

    def code(self) -> bytes:
        """The hash of what judges pages, whatever the settings."""
        from medlint.findings_cache import code_key

        self._code = self._code or code_key(map(Path, self.settings.packs), semantic=self.settings.semantic)
        return self._code

    def _known_everywhere(self) -> bytes:
        """The part of it that holds for all pages."""
        from medlint.findings_cache import contents, hash_of

        s = self.settings
        named = [Path(path) for path in (*s.claims, *s.references)] + ([] if self.isolated else [lock_path(s)])
        return hash_of(self.code(), contents(named), repr((self.today, s.require_reasons, s.locked, s.shipped_packs)))

    @property
    def library(self) -> Library:
        """The packs in use where no override speaks of a page."""
        return self._library(self.base.jurisdiction)

    @property
    def packs(self) -> list[PackInfo]:
        """All packs in use, each once."""
        return list({pack.id: pack for known in self._libraries.values() for pack in known.packs}.values())

    def rules(self, paths: Iterable[str]) -> Sequence[Rule]:
        """All rules that run on any of some pages, each once."""
        used = dict.fromkeys(self.of(path) for path in paths)
        return Later(lambda: {id_: self._of(v).rules[id_] for v in used for id_ in self._wanted_in(v)}.values())

    def _wanted_in(self, variant: Variant) -> AbstractSet[str]:
        """The ids of the rules that run with some settings."""
        if variant not in self._wanted:
            wanted = chooser(variant.select, variant.ignore)
            self._wanted[variant] = {id_: None for id_, rule in self._of(variant).outlines.items() if wanted(rule)}
        return self._wanted[variant].keys()

    def _of(self, variant: Variant) -> Library:
        """The packs in use with some settings."""
        packs = self._library(variant.jurisdiction)
        return packs.without((SECOND_OPINION,)) if SECOND_OPINION in variant.ignore else packs

    def _made(self, variant: Variant) -> Linter:
        packs = self._library(variant.jurisdiction)
        known = {name for rule in packs.outlines.values() for name in (rule.header.id, rule.header.family)}
        claims = cleared_claims(self.settings.claims, packs, variant.jurisdiction)
        wanted = chooser(variant.select, variant.ignore)
        severity = {name: Severity.named(level) for name, level in variant.severity}
        return Linter(
            self._of(variant), wanted, variant.treatment, self.model, claims, variant.jurisdiction, self.today,
            self.root, severity, require_reasons=self.settings.require_reasons, locked=self.settings.locked,
            known=known,
        )  # fmt: skip

    def _library(self, jurisdiction: tuple[str, ...]) -> Library:
        key = tuple(sorted(set(jurisdiction)))
        if key not in self._libraries:
            found = library(self.settings.packs, key, shipped_rules=self.settings.shipped_packs)
            found.facts.references = references(self.settings, found.facts.references, isolated=self.isolated)
            self._libraries[key] = found
        return self._libraries[key]

    def _check(self, variant: Variant, override: Override | None = None) -> None:
        """Raise UsageError for names that the packs do not know; a page's own are held against its own packs."""
        named = override or self.settings
        packs = self._library(variant.jurisdiction)
        if not self.settings.shipped_packs and not self.settings.packs:
            raise UsageError("no rules are left: the packs that ship are left out, and no other is named")
        names = [*named.select, *named.ignore, *named.severity, *(() if override else self.settings.locked)]
        if names and not self.settings.shipped_packs:  # what is left out may still be named
            packs = library(self.settings.packs, variant.jurisdiction)
        check_names(packs, names)
        if variant.treatment and variant.treatment not in packs.facts.treatments:
            near = did_you_mean(variant.treatment, packs.facts.treatments)
            raise UsageError(f"there is no treatment “{variant.treatment}” among the facts{near}")
