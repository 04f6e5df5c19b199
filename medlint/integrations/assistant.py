"""The answers to writing assistants: checking a text, explaining a rule. Nothing here knows of the protocol."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Protocol

from medlint import __version__
from medlint.document import Document
from medlint.evidence.facts import Facts
from medlint.findings import Finding, Severity, Source
from medlint.integrations.assistant_data import CheckedCopy, ExplainedRule, Found, SourceData
from medlint.lint import Linter, Result
from medlint.packs.errors import did_you_mean
from medlint.packs.model import Example, Library, Outlined, Rule
from medlint.readers import SUFFIXES, ReadError, format_of, read
from medlint.reporters.text import count
from medlint.wording import generic

MOST_CHARACTERS = 100_000
"""The longest text that is taken: a long page has a tenth of it."""

MOST_FINDINGS = 100
"""So many findings are told at once."""

_BINARY = ("docx", "pdf")
_NAMES = {"markdown": ".md", "text": ".txt", "plain": ".txt", "javascript": ".js", "typescript": ".ts"}
FORMATS: dict[str, str] = {
    **{suffix[1:]: suffix for suffix, reader in SUFFIXES.items() if reader not in _BINARY},
    **_NAMES,
}
"""The suffix that stands for each format by the name in which it can be asked for."""


class RequestError(Exception):
    """What was asked for cannot be done; one sentence says why, and how to ask."""


class Project(Protocol):
    """The settings of the project, as far as answers hang on them. All of it may raise RequestError."""

    def jurisdictions(self, path: str) -> tuple[str, ...]:
        """Whose rules apply to a page, if no others are asked for."""
        ...

    def linter(self, path: str, jurisdictions: tuple[str, ...], treatment: str | None) -> Linter:
        """The linter for a page; no jurisdictions and no treatment: those of the settings."""
        ...

    def shared(self, document: Document) -> Sequence[Document]:
        """What a page of the project takes in from elsewhere."""
        ...

    def tells(self, finding: Finding) -> bool:
        """Whether the settings want a finding told."""
        ...

    def library(self) -> Library:
        """The packs in use."""
        ...

    def every_rule(self) -> Library:
        """All packs that ship, and those of the project, whatever the jurisdiction."""
        ...

    def runs(self, rule: Outlined) -> bool:
        """Whether the settings let a rule of the packs in use run."""
        ...

    def severity(self, rule: Outlined) -> Severity:
        """How serious the findings of a rule are with the settings."""
        ...


class Checking:
    """One text, the way it is to be checked, and what was found in it.

    `path` is where in the project it is to go, if that is known: then the settings of that page hold, and what it takes
    in from elsewhere counts. A text that is no `whole_page` need not make the statements that a page must make.
    Raises RequestError.
    """

    def __init__(
        self, project: Project, text: str, format: str | None = None, path: str | None = None,
        treatment: str | None = None, jurisdictions: Sequence[str] = (), *, whole_page: bool = True,
    ) -> None:  # fmt: skip
        if not text.strip():
            raise RequestError("the text is empty; give the copy that is to be checked")
        if len(text) > MOST_CHARACTERS:
            raise RequestError(
                f"the text has {len(text):,} characters, and {MOST_CHARACTERS:,} is the most that is taken at once; "
                "give it page by page, or run medlint on the files"
            )
        self.project = project
        self._in_project = bool(path)
        self._whole = whole_page
        self._path = _path_for(format, path)
        self.jurisdictions = tuple(jurisdictions) or project.jurisdictions(self._path)
        self._linter = project.linter(self._path, tuple(jurisdictions), treatment)
        self.document = self._read(text)
        self.result = self._found_in(self.document)
        self.findings = self.told(self.result)

    def again(self, text: str) -> tuple[Document, list[Finding]]:
        """Another wording of the same page, and what is found in it. Raises RequestError."""
        document = self._read(text)
        return document, self.told(self._found_in(document))

    def alone(self, words: str) -> list[Finding]:
        """What is found in some words by themselves, apart from what a whole page must say."""
        found = self._linter.check(read("copy.md", words.encode(errors="replace"))).findings
        return [f for f in found if self.project.tells(f) and not f.is_page_level]

    def _read(self, text: str) -> Document:
        try:
            return read(self._path, text.encode(errors="replace"))
        except ReadError as error:
            raise RequestError(f"the text cannot be read as {self._path.rpartition('.')[2]}: {error}") from None

    def _found_in(self, document: Document) -> Result:
        shared = self.project.shared(document) if self._in_project else ()
        return self._linter.check_page(self._linter.page(document, shared))

    def told(self, result: Result) -> list[Finding]:
        """The findings that the settings want told; of a part of a page none that are about whole pages."""
        return [f for f in result.findings if self.project.tells(f) and (self._whole or not f.is_page_level)]

    def not_read(self) -> list[str]:
        """What was not read, or not looked for."""
        result = self.result
        told = [f"line {p.line}: {p.message}" for p in result.problems]
        if not result.health_copy:
            told.append("The text reads as no health copy, so nothing was looked for; name a treatment to check it.")
        if self.document.imports and not self._in_project:
            told.append(f"{', '.join(self.document.imports[:5])}: not looked up, as no path in the project was given")
        told += [f"rule {rule}: {why}; the other rules went on" for rule, why in result.faults]
        if not self._whole:
            told.append("What a whole page must say (risks, approval status …) was not asked for.")
        hidden = sum(not self.project.tells(f) for f in result.findings)
        if hidden:
            told.append(f"{count(hidden, 'finding')} not told, by the settings of the project")
        if result.set_aside:
            told.append(f"{count(result.set_aside, 'finding')} set aside as fair in their place")
        told.append("Code, comments, styles and addresses are not copy, and no words in pictures are read.")
        return told


def check(checking: Checking) -> CheckedCopy:
    """What was found in a text, as it is told."""
    told = most_serious(checking.findings, MOST_FINDINGS)
    return CheckedCopy(
        summary=summary(checking.findings),
        findings=[found_data(f) for f in told],
        left_out=len(checking.findings) - len(told),
        let_stand=len(checking.result.suppressed),
        not_read=checking.not_read(),
        jurisdictions=list(checking.jurisdictions),
        medlint=__version__,
    )


def explain(project: Project, name: str) -> ExplainedRule:
    """All about a rule, of whatever jurisdiction. Raises RequestError for a name that is no rule's."""
    own = project.library()
    library = own if name in own.outlines else project.every_rule()
    check_rule(name, library)
    rule = library.rules[name]
    h = rule.header
    return ExplainedRule(
        id=h.id, pack=h.pack, family=h.family, severity=project.severity(rule).label,
        in_use=name in own.outlines and project.runs(rule),
        message=generic(h.message), why=generic(h.why), suggestions=[generic(s.text) for s in h.suggest],
        sources=_sources(rule, library.facts),
        flagged=[_marked(example) for example in h.flag_examples], passed=[e.text for e in h.pass_examples],
    )  # fmt: skip


def check_rule(name: str, library: Library) -> None:
    """Raise RequestError when a name is no rule's."""
    if name in library.outlines:
        return
    of_family = sorted(id_ for id_, rule in library.outlines.items() if name in rule.header.names)
    if of_family:
        some = ", ".join(of_family[:8]) + (" …" if len(of_family) > 8 else "")
        raise RequestError(f"“{name}” is no rule but the name of {count(len(of_family), 'rule')}: {some}")
    raise RequestError(f"there is no rule “{name}”{did_you_mean(name, library.outlines)}")


def rule_list(project: Project) -> str:
    """The rules in use by family, a line each: id, severity, pack."""
    rules = [rule for rule in project.library().outlines.values() if project.runs(rule)]
    rows = sorted((r.header.family, -project.severity(r), r.header.id, r.header.pack) for r in rules)
    lines: list[str] = []
    for family, own in groupby(rows, key=lambda row: row[0]):
        lines += [f"## {family}", "", *(f"- {id_} ({Severity(-n).label}, {pack})" for _, n, id_, pack in own), ""]
    return "\n".join([f"# {count(len(rules), 'rule')} in use", "", *lines])


def most_serious(findings: Sequence[Finding], most: int) -> list[Finding]:
    """At most so many findings, the most serious ones, in their order."""
    ranked = sorted(range(len(findings)), key=lambda n: (-findings[n].severity, n))[:most]
    return [findings[n] for n in sorted(ranked)]


def summary(findings: Iterable[Finding]) -> str:
    """“2 errors, 1 warning”, or that no rule fired."""
    counts = Counter(f.severity for f in findings)
    return ", ".join(count(counts[s], s.label) for s in sorted(counts, reverse=True)) or "No rule fired."


def found_data(f: Finding) -> Found:
    """One finding as it is told."""
    return Found(
        line=f.line, column=f.column, end_line=f.end_line, end_column=f.end_column, quote=f.quote, sentence=f.sentence,
        severity=f.severity.label, family=f.family, rule=f.rule, message=f.message, why=f.why,
        sources=[_source(s) for s in f.sources], suggestions=[s.text for s in f.suggestions],
        about_the_page=f.is_page_level, context=list(f.context), key_path=f.key_path, fingerprint=f.fingerprint,
    )  # fmt: skip


def brief(f: Finding) -> str:
    """A finding in a line: “error gold-standard: …”."""
    return f"{f.severity.label} {f.rule}: {f.message}"


def _path_for(format: str | None, path: str | None) -> str:
    """The path by whose suffix a text is read."""
    if format is None:
        if path and format_of(path) is None:
            raise RequestError(f"“{path}” has no suffix that tells a format; give format too, as in format=“markdown”")
        name = path or "copy.md"
    else:
        suffix = FORMATS.get(format.lower().removeprefix("."))
        if suffix is None and format.lower().removeprefix(".") not in _BINARY:
            known = "markdown, html, text, tsx, json, yaml …"
            raise RequestError(
                f"there is no format “{format}”{did_you_mean(format, FORMATS) or f'; known are {known}'}"
            )
        name = path or f"copy{suffix or '.pdf'}"
        if suffix and path and format_of(path) != SUFFIXES[suffix]:
            raise RequestError(f"“{path}” is no {format} file; leave format out, or give a path that ends in {suffix}")
    if format_of(name) in _BINARY:
        raise RequestError("Word and PDF files cannot be given as text; give their words, or run medlint on the file")
    return name


def _sources(rule: Rule, facts: Facts) -> list[SourceData]:
    return [_source(facts.sources[s], requires=True) for s in rule.header.sources]


def _source(source: Source, *, requires: bool = False) -> SourceData:
    return SourceData(
        title=source.title, section=source.section, url=source.url, verified=source.verified, as_of=source.as_of,
        requires=source.requires if requires else "",
    )  # fmt: skip


def _marked(example: Example) -> str:
    text = example.text
    for quote in example.quotes:
        text = text.replace(quote, f"[{quote}]", 1)
    return text
