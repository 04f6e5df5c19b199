"""What the page asks of medlint: to check a text, to tell how findings can be mended, to report, to compare.

Everything here runs in one thread, as the parts of a linter are made when they are first needed. Texts are kept in
memory alone, the last few of them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, field
from importlib.resources import files

from medlint import __version__
from medlint.document import Document
from medlint.findings import Finding
from medlint.lint import Linter, Result
from medlint.reporters import Report, Style, render
from medlint.web.pasted import FORMATS, PasteError, detected, document_of

MakeLinter = Callable[[tuple[str, ...], str], Linter]
"""Gives the linter for some jurisdictions (in alphabetical order; none: those of the settings) and the name of a page;
raises PasteError."""

KEPT = 4
"""How many checked texts are remembered: what was just checked is what is asked about next."""

REPORTS = {"html": "text/html; charset=utf-8", "json": "application/json"}
"""The formats of reports with their media types."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text as it is to be checked. `format` is one of `FORMATS`, or empty to go by how the text looks; `treatment`
    is the id of what it is about (none: as the settings or its words tell); `name` is that of the file it came from.
    """

    text: str
    format: str = ""
    treatment: str | None = None
    jurisdictions: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that was checked, as it was read, with the linter that did it."""

    asked: Asked
    format: str
    document: Document
    result: Result
    linter: Linter


@dataclass(slots=True)
class Service:
    """Checks texts with linters that stay ready; `jurisdictions` and `initial` are those to choose from and those
    that are chosen if nobody chooses. `wanted` says of a finding whether it is told.
    """

    make_linter: MakeLinter
    jurisdictions: tuple[str, ...]
    initial: tuple[str, ...]
    wanted: Callable[[Finding], bool] = lambda finding: True
    _last: OrderedDict[Asked, Checked] = field(default_factory=OrderedDict)

    def warm(self) -> None:
        """Make ready what a first check needs: it takes a second or two, and nobody has to wait for it."""
        self.check(Asked(example(), "markdown"))
        self._last.clear()

    def check(self, asked: Asked) -> Checked:
        """Check a text, unless it is one of the last. Raises PasteError."""
        known = self._last.pop(asked, None) or self._checked(asked)
        self._last[asked] = known
        while len(self._last) > KEPT:
            self._last.popitem(last=False)
        return known

    def _checked(self, asked: Asked) -> Checked:
        format = asked.format or detected(asked.text)
        name = asked.name or f"copy{FORMATS[format]}"
        document = document_of(asked.text, format, name)
        linter = self.linter(asked.jurisdictions, name, asked.treatment)
        result = linter.check(document)
        result.findings = list(filter(self.wanted, result.findings))
        return Checked(asked, format, document, result, linter)

    def linter(self, jurisdictions: Iterable[str] = (), name: str = "copy.md", treatment: str | None = None) -> Linter:
        """The linter for what was chosen. Raises PasteError when it names what there is not."""
        chosen = tuple(sorted(set(jurisdictions)))
        if unknown := [one for one in chosen if one not in self.jurisdictions]:
            raise PasteError(f"There are no rules for “{unknown[0]}”; there are for {', '.join(self.jurisdictions)}.")
        linter = self.make_linter(chosen, name)
        if treatment is None:
            return linter
        if treatment not in linter.library.facts.treatments:
            raise PasteError(f"There is no treatment “{treatment}” among the facts.")
        linter = copy(linter)  # all that was made ready is shared
        linter.treatment = treatment
        return linter

    def report(self, asked: Asked, format: str) -> str:
        """The report on a text in one of `REPORTS`. Raises PasteError."""
        checked = self.check(asked)
        linter = checked.linter
        report = Report(
            __version__, tuple(linter.library.packs), (checked.result,), (), (),
            rules=linter.rules, facts=linter.library.facts, root=linter.root, day=linter.today,
            document=lambda _: checked.document,
        )  # fmt: skip
        return render(format, report, Style())


def example() -> str:
    """A page of copy to try medlint on."""
    return files("medlint.web").joinpath("static", "example.md").read_text(encoding="utf-8")
