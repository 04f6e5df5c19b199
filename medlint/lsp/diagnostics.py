"""What was found in a page, as the diagnostics of the protocol."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticSeverity,
    Range,
)

from medlint.document import Span
from medlint.findings import Finding, Severity
from medlint.lsp.pages import Checked
from medlint.reporters.common import is_web

SOURCE = "medlint"
LEVELS = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.SUGGESTION: DiagnosticSeverity.Information,
}

_YAML_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_LINE_END = re.compile(r"\r\n|\r|\n")


def diagnostics(checked: Checked) -> list[Diagnostic]:
    """The findings of a page, what is wrong with the page itself, and the mistakes of a data file."""
    return [
        *(diagnostic(checked, finding) for finding in checked.findings),
        *(_whole_line(checked, problem.line, problem.message) for problem in checked.problems),
        *_of_mistakes(checked),
    ]


def diagnostic(checked: Checked, f: Finding) -> Diagnostic:
    """One finding. Its data holds its fingerprint."""
    url = next((source.url for source in f.sources if is_web(source.url)), None)
    return Diagnostic(
        range=checked.positions.range(f.span),
        message=f.message,
        severity=LEVELS[f.severity],
        code=f.rule,
        code_description=CodeDescription(url) if url else None,
        source=SOURCE,
        data={"fingerprint": f.fingerprint},
    )


def _whole_line(checked: Checked, line: int, message: str) -> Diagnostic:
    starts = [0, *(m.end() for m in _LINE_END.finditer(checked.source))]
    return Diagnostic(
        range=_to_line_end(checked, starts[min(line, len(starts)) - 1]),
        message=message,
        severity=DiagnosticSeverity.Warning,
        source=SOURCE,
    )


def _of_mistakes(checked: Checked) -> Iterator[Diagnostic]:
    """The mistakes of a data file, each from its place to the end of its line."""
    starts = [0, *(m.end() for m in _YAML_LINE_END.finditer(checked.source))]
    for mistake in checked.mistakes:
        start = starts[min(mistake.line, len(starts)) - 1]
        yield Diagnostic(
            range=_to_line_end(checked, start + mistake.column - 1),
            message=mistake.message,
            severity=DiagnosticSeverity.Error,
            source=SOURCE,
        )


def _to_line_end(checked: Checked, start: int) -> Range:
    text = checked.source
    start = min(start, len(text))
    end = _LINE_END.search(text, start)
    kept = text[start : end.start() if end else len(text)].rstrip()
    return checked.positions.range(Span(start, start + len(kept)))
