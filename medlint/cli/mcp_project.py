"""The project that `medlint mcp` answers for: settings and linters that are made anew when what they are of changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from medlint.cli.console import UsageError, chooser, known_jurisdictions, settings
from medlint.cli.project import Looks, hangs_on, looks
from medlint.cli.run import composition, counts, larger_model
from medlint.cli.variants import Variants
from medlint.clock import current_day
from medlint.config import Settings
from medlint.document import Document
from medlint.findings import Finding, Severity
from medlint.integrations.assistant import RequestError
from medlint.lint import Linter
from medlint.opinion.second import Model
from medlint.packs.errors import did_you_mean
from medlint.packs.model import Library, Outlined

KEPT = 8
"""Of so many sets of jurisdictions and treatment the linters are kept."""

RENEWED = 200
"""After so many pages with layouts all is made anew: linters keep what they have met of shared files."""


@dataclass(slots=True)
class _State:
    """What was read, on which day and from what; `libraries` are shared by all variants."""

    settings: Settings
    today: date
    looked: Looks
    model: Model | None
    libraries: dict[tuple[str, ...], Library] = field(default_factory=dict)
    variants: OrderedDict[tuple[tuple[str, ...], str | None], Variants] = field(default_factory=OrderedDict)
    every_rule: Library | None = None
    composed: int = 0


class ConfiguredProject:
    """The project as `medlint.integrations.assistant` asks for it."""

    def __init__(self, isolated: bool, config: Path | None) -> None:
        self._isolated = isolated
        self._config = config
        self._state: _State | None = None

    def jurisdictions(self, path: str) -> tuple[str, ...]:
        with _asked():
            return self._variants((), None).of(path).jurisdiction

    def linter(self, path: str, jurisdictions: tuple[str, ...], treatment: str | None) -> Linter:
        with _asked():
            return self._variants(jurisdictions, treatment).linter(path)

    def shared(self, document: Document) -> Sequence[Document]:
        state = self._held()
        state.composed += 1
        with _asked():
            found = composition([document.path], state.settings)
            return found.shared(document, Path(document.path))

    def tells(self, finding: Finding) -> bool:
        chosen = self._held().settings
        return counts(finding, chosen) and finding.severity >= Severity.named(chosen.min_severity)

    def library(self) -> Library:
        with _asked():
            return self._variants((), None).library

    def every_rule(self) -> Library:
        state = self._now()
        with _asked():
            if state.every_rule is None:
                everywhere = state.settings._replace(jurisdiction=(), overrides=(), treatment=None)
                state.every_rule = self._of(state, everywhere).library
            return state.every_rule

    def runs(self, rule: Outlined) -> bool:
        chosen = self._now().settings
        return chooser(chosen.select, chosen.ignore)(rule)

    def severity(self, rule: Outlined) -> Severity:
        levels = self._now().settings.severity
        own = next((levels[name] for name in rule.header.names if name in levels), None)
        return Severity.named(own) if own else rule.header.severity

    def _held(self) -> _State:
        """The state as it was read last: within one answer nothing is looked at twice."""
        return self._state or self._now()

    def _now(self) -> _State:
        """The state, read anew if the day or a file that it hangs on is another."""
        today = current_day()
        state = self._state
        if (
            not state
            or state.today != today
            or state.composed > RENEWED
            or state.looked != looks(hangs_on(state.settings))
        ):
            with _asked():
                chosen = settings(self._isolated, self._config)
                looked = looks(hangs_on(chosen))
                model = state.model if state and chosen.semantic else None
                state = _State(chosen, today, looked, model or (larger_model() if chosen.semantic else None))
            self._state = state
        return state

    def _variants(self, jurisdictions: tuple[str, ...], treatment: str | None) -> Variants:
        """The settings with other jurisdictions and another treatment, if any are given."""
        state = self._now()
        key = (jurisdictions, treatment)
        found = state.variants.pop(key, None)
        if not found:
            found = self._made(state, *key)
        state.variants[key] = found
        while len(state.variants) > KEPT:
            state.variants.popitem(last=False)
        return found

    def _made(self, state: _State, jurisdictions: tuple[str, ...], treatment: str | None) -> Variants:
        chosen = state.settings.with_options(jurisdiction=jurisdictions, treatment=treatment)
        made = self._of(state, chosen)
        known = known_jurisdictions(made.library, state.settings.jurisdiction)
        for name in jurisdictions:
            if name not in known:
                near = did_you_mean(name, known) or f"; known are {', '.join(sorted(known))}"
                raise UsageError(f"there is no jurisdiction “{name}”{near}")
        return made

    def _of(self, state: _State, chosen: Settings) -> Variants:
        return Variants(chosen, chosen.root, state.today, self._isolated, state.model, state.libraries)


@contextmanager
def _asked() -> Iterator[None]:
    """What ends a command with a sentence ends an answer with it."""
    try:
        yield
    except UsageError as error:
        raise RequestError(str(error)) from None
