"""What an editor offers for a finding: to write something else, or to let it stand with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types as lsp

from medlint.directive_insert import directed
from medlint.document import Document, Span
from medlint.findings import Finding
from medlint.fixes import Edit, Fix, fixes_of
from medlint.lsp.diagnostics import diagnostic
from medlint.lsp.pages import Checked
from medlint.lsp.projects import Project
from medlint.reporters.common import cut, one_line

QUICK = lsp.CodeActionKind.QuickFix
ALL = "source.fixAll.medlint"
KINDS = (QUICK, ALL)

LONGEST = 100
"""The longest title of an action, in characters."""


def code_actions(
    checked: Checked, range_: lsp.Range, only: Sequence[lsp.CodeActionKind | str] | None, *, versions: bool
) -> list[lsp.CodeAction]:
    """The actions for the findings that a range touches, of the kinds that are asked for.

    What applies all safe rewordings of the page is offered only where its kind is asked for. `versions` says whether
    the edits may name the version of the text that they are for.
    """
    if checked.document is None or checked.project is None:
        return []
    span = checked.positions.span(range_)
    out: list[lsp.CodeAction] = []
    if _wanted(QUICK, only):
        here = [f for f in checked.findings if f.span.start <= span.end and f.span.end >= span.start]
        for finding in here:
            out += _rewordings(checked, checked.document, finding, versions=versions)
        for finding in here:
            out += _let_stand(checked, checked.document, finding, versions=versions)
    if only and _wanted(ALL, only):
        out += _all_safe(checked, checked.document, versions=versions)
    return out


def _wanted(kind: str, only: Sequence[lsp.CodeActionKind | str] | None) -> bool:
    """Whether a kind is asked for, itself or as one of a wider kind; all are where none is named."""
    names = [one.value if isinstance(one, lsp.CodeActionKind) else one for one in only or ()]
    return not only or any(not name or kind == name or kind.startswith(f"{name}.") for name in names)


def _rewordings(checked: Checked, document: Document, finding: Finding, *, versions: bool) -> Iterator[lsp.CodeAction]:
    preferred = False
    for fix in fixes_of(document, finding):
        action = lsp.CodeAction(
            title=_title(fix),
            kind=QUICK,
            diagnostics=[diagnostic(checked, finding)],
            is_preferred=True if fix.safe and not preferred else None,
            edit=_edit(checked, fix.edits, versions=versions),
        )
        preferred = preferred or fix.safe
        yield action


def _title(fix: Fix) -> str:
    if fix.scope == "insert":
        return cut(f"Add: {one_line(fix.suggestion.text)}", LONGEST)
    words = fix.suggestion.replace if fix.scope == "words" else fix.suggestion.text
    return cut(f"Write: {one_line(words)}", LONGEST) if words else "Leave these words out"


def _all_safe(checked: Checked, document: Document, *, versions: bool) -> Iterator[lsp.CodeAction]:
    """One action that applies the safe rewording of each finding; of those that overlap, the first."""
    edits: list[Edit] = []
    settled: list[Finding] = []
    for finding in checked.findings:
        fix = next((fix for fix in fixes_of(document, finding) if fix.safe), None)
        if fix and not any(_overlap(a.span, b.span) for a in fix.edits for b in edits):
            edits += fix.edits
            settled.append(finding)
    if edits:
        yield lsp.CodeAction(
            title="Apply all safe rewordings of medlint",
            kind=ALL,
            diagnostics=[diagnostic(checked, finding) for finding in settled],
            edit=_edit(checked, edits, versions=versions),
        )


def _let_stand(checked: Checked, document: Document, finding: Finding, *, versions: bool) -> Iterator[lsp.CodeAction]:
    """The action that puts in a directive, whose reason is left to be written: without it it is a finding."""
    if checked.project is None or _is_locked(checked.project, document.path, finding):
        return
    way = directed(document, finding)
    if way:
        yield lsp.CodeAction(
            title=f"Let stand with a reason: {finding.rule}",
            kind=QUICK,
            diagnostics=[diagnostic(checked, finding)],
            edit=_edit(checked, [Edit(Span(way.at, way.at), way.text)], versions=versions),
        )


def _is_locked(project: Project, path: str, finding: Finding) -> bool:
    """Whether no directive lets a finding stand."""
    rule = project.linters.linter(path).library.outlines.get(finding.rule)
    if rule is None:
        return True
    head = rule.header
    return head.locked or head.kind == "directive" or not set(project.settings.locked).isdisjoint(head.names)


def _overlap(a: Span, b: Span) -> bool:
    return (a.start < b.end and b.start < a.end) or a.start == b.start


def _edit(checked: Checked, edits: Iterable[Edit], *, versions: bool) -> lsp.WorkspaceEdit:
    page = checked.page
    written = [lsp.TextEdit(checked.positions.range(edit.span), edit.text) for edit in edits]
    if not versions:
        return lsp.WorkspaceEdit(changes={page.uri: written})
    text = lsp.OptionalVersionedTextDocumentIdentifier(page.uri, page.version)
    return lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(text, [*written])])
