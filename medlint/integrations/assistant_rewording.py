"""Rewordings for writing assistants, each put into the text and checked again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from medlint.document import Document
from medlint.findings import Finding, Suggestion
from medlint.fixes import Edit, Fix, applied, fixes_of
from medlint.integrations.assistant import Checking, brief, check_rule, found_data, most_serious
from medlint.integrations.assistant_data import Candidate, InsteadOf, Reworded, Rewordings
from medlint.reporters.text import count

MOST_REWORDED = 10
"""For so many findings rewordings are worked out at once."""

MOST_EACH = 3
"""So many ways to reword are tried for each."""

_INSTEAD_OF: dict[str, InsteadOf] = {"words": "words", "sentence": "sentence", "insert": "nothing"}


class _Tried(NamedTuple):
    """A candidate, and how it is put into the source, if there is a sure way."""

    candidate: Candidate
    edits: tuple[Edit, ...] = ()


def reworded(checking: Checking, rule: str | None = None) -> Rewordings:
    """Rewordings of what was found in a text, or of what one rule found. Raises RequestError."""
    if rule is not None:
        check_rule(rule, checking.project.every_rule())
    wanted = [f for f in checking.findings if rule in (None, f.rule)]
    told = most_serious(wanted, MOST_REWORDED)
    tried = [_candidates(checking, finding) for finding in told]
    edits = _together(tried)
    page = applied(checking.document.source, edits)
    left = checking.again(page)[1] if edits else checking.findings
    rewordings = [
        Reworded(found=found_data(f), candidates=[one.candidate for one in own])
        for f, own in zip(told, tried, strict=True)
    ]
    return Rewordings(
        summary=_summary(rewordings, rule),
        rewordings=rewordings,
        left_out=len(wanted) - len(told),
        page=page,
        page_findings=[brief(f) for f in left],
        not_read=checking.not_read(),
    )


def _candidates(checking: Checking, finding: Finding) -> list[_Tried]:
    """The ways to mend a finding, the clean ones first; what has no sure way in is told to be put in by hand."""
    fixes = fixes_of(checking.document, finding)[:MOST_EACH]
    tried = [_put_in(checking, fix) for fix in fixes]
    used = {fix.suggestion for fix in fixes}
    rest = [s for s in finding.suggestions if s not in used][: MOST_EACH - len(tried)]
    tried += [_by_hand(checking, suggestion) for suggestion in rest]
    return sorted(tried, key=lambda one: not one.candidate.clean)


def _put_in(checking: Checking, fix: Fix) -> _Tried:
    """A fix, tried in the text."""
    document, after = checking.again(applied(checking.document.source, fix.edits))
    before, now = _tally(checking.findings), _tally(after)
    come = now - before
    own = _key(fix.finding)
    stays = now[own] >= before[own]
    still = [brief(f) for f in after if _key(f) in come or (stays and _key(f) == own)]
    said = fix.suggestion.replace if fix.scope == "words" else None
    return _Tried(
        Candidate(
            write=said or fix.suggestion.text,
            instead_of=_INSTEAD_OF[fix.scope],
            reads=_changed(checking.document, document),
            clean=not come and not stays,
            still_found=still,
        ),
        fix.edits,
    )


def _by_hand(checking: Checking, suggestion: Suggestion) -> _Tried:
    """A suggestion that cannot be put in for sure: its words are checked by themselves."""
    found = checking.alone(suggestion.text)
    return _Tried(
        Candidate(
            write=suggestion.text,
            instead_of="by hand",
            reads="",
            clean=not found,
            still_found=[brief(f) for f in found],
        )
    )


def _together(tried: Iterable[Sequence[_Tried]]) -> list[Edit]:
    """The edits of the first clean candidate of each finding, without those that meet earlier ones."""
    edits: list[Edit] = []
    for own in tried:
        best = next((one for one in own if one.candidate.clean and one.edits), None)
        if best and not any(_meet(edit, other) for edit in best.edits for other in edits):
            edits += best.edits
    return edits


def _meet(one: Edit, other: Edit) -> bool:
    return one.span.start <= other.span.end and other.span.start <= one.span.end


def _changed(before: Document, after: Document) -> str:
    """The first paragraph that is not as it was."""
    were = Counter(block.visible for block in before.blocks)
    for block in after.blocks:
        if not were[block.visible]:
            return block.visible
        were[block.visible] -= 1
    return ""


def _key(finding: Finding) -> tuple[str, str]:
    """What tells a finding from others of its rule, wherever it stands."""
    return finding.rule, "" if finding.is_page_level else finding.quote.lower()


def _tally(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter(map(_key, findings))


def _summary(rewordings: Sequence[Reworded], rule: str | None) -> str:
    if not rewordings:
        return f"Nothing to reword: {f'rule {rule} did not fire' if rule else 'no rule fired'}."
    clean = sum(any(one.clean for one in r.candidates) for r in rewordings)
    return f"{count(len(rewordings), 'finding')}; for {clean} of them a rewording passes when it is put in."
