"""Text for a copywriter: file by file, the risky words underlined, what to write instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from medlint.findings import Finding, LetStand, Severity
from medlint.reporters import Report, Style, count_by_reason
from medlint.reporters.excerpt import COLORS, excerpt, paint
from medlint.reporters.repeats import Told, grouped

NAMED = 3
"""How many other places of a repeated finding are named."""

LET_STAND: dict[LetStand, str] = {"directive": "suppressed", "baseline": "in the baseline"}
BOLD, DIM = "1", "2"


def render(report: Report, style: Style) -> str:
    """Findings grouped by file, each told once, then one line that sums up."""
    return "\n".join([*by_file(report.findings, style), summary(report)]) + "\n"


def by_file(findings: Iterable[Finding], style: Style) -> list[str]:
    """The lines that tell findings, grouped by file, each told once, those about whole pages last.

    A sentence is shown once for all that was found in it, and a rule tells once why it objects.
    """
    lines: list[str] = []
    explained: dict[str, Finding] = {}
    for path, some in groupby(grouped(findings), key=lambda t: t.finding.path):
        told = list(some)
        lines.append(paint(path, BOLD, style))
        for group in _sentences([one for one in told if not one.finding.is_page_level]):
            for one in group:
                shown = [o.finding for o in group] if one is group[0] else []
                lines += _told(one, shown, explained, style)
        of_page = [one for one in told if one.finding.is_page_level]
        if of_page:
            lines += ["", "  the page as a whole"]
        for one in of_page:
            lines += _told(one, [], explained, style)
        lines.append("")
    return lines


def _sentences(told: list[Told]) -> list[list[Told]]:
    """Findings that follow one another in a single sentence, together."""
    groups: list[list[Told]] = []
    for one in told:
        if groups and _same_sentence(groups[-1][-1].finding, one.finding):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _same_sentence(before: Finding, f: Finding) -> bool:
    """Whether the second stands in the sentence of the first, and not in one that says the same once more."""
    repeats = f.rule == before.rule and f.in_sentence == before.in_sentence
    return f.sentence == before.sentence and f.in_sentence >= before.in_sentence and not repeats


def _told(one: Told, shown: list[Finding], explained: dict[str, Finding], style: Style) -> list[str]:
    """The lines of one finding, below the sentence with all that is `shown` in it, and with reasons that were not
    `explained` before."""
    f = one.finding
    out = [*_head(f, style), *excerpt(shown, style), *_wrapped("", f.message, style)]
    first = explained.setdefault(f.rule, f)
    if first is f or (first.why, first.sources) != (f.why, f.sources):
        return out + _reasons(f, style) + _instead(f, style) + _repeats(one, style)
    place = f"{first.line}:{first.column}" if first.path == f.path else f"{first.path}:{first.line}:{first.column}"
    same = first.suggestions[:1] == f.suggestions[:1]
    if _why(f):
        out += _wrapped("", f"why{', and what instead' if same and f.suggestions else ''}: as at {place}", style)
    return out + ([] if same else _instead(f, style)) + _repeats(one, style)


def summary(report: Report) -> str:
    """“3 errors, 1 warning in 2 of 4 files checked (2 skipped: 2 tests).”"""
    counts = Counter(f.severity for f in report.findings)
    risky = sum(1 for r in report.results if r.findings)
    checked = count(len(report.results), "file")
    if counts:
        parts = [count(counts[s], s.label) for s in sorted(Severity, reverse=True) if counts[s]]
        where = f" in {risky} of {checked}" if len(report.results) > 1 else f" in {checked}"
        told = ", ".join(parts) + where + " checked"
    else:
        told = f"Nothing risky found in {checked} checked"
    others = [f"{other} no health copy"] if (other := sum(not r.health_copy for r in report.results)) else []
    if report.skipped:
        others.append(count_by_reason(report.skipped))
    if report.unreadable:
        others.append(f"{len(report.unreadable)} unreadable")
    if aside := sum(r.set_aside for r in report.results):
        others.append(f"{count(aside, 'finding')} set aside by the second opinion")
    if let := Counter(s.by for s in report.suppressed):
        others += [f"{n} {word}" for by, word in LET_STAND.items() if (n := let[by])]
    if used := sum(len(r.cleared) for r in report.results):
        others.append(f"{count(used, 'cleared claim')} used")
    if report.unchanged:
        others.append(f"{report.unchanged} on unchanged lines")
    if report.hidden:
        others.append(f"{count(report.hidden, 'finding')} not shown")
    return told + (f" ({'; '.join(others)})" if others else "") + "."


def count(n: int, noun: str) -> str:
    """“1 file”, “2 files”."""
    return f"{n} {noun}" + ("" if n == 1 else "s")


def finding_lines(f: Finding, style: Style) -> list[str]:
    """How one finding is told by itself: its place, the words in their sentence, why, and what to write instead."""
    message = _wrapped("", f.message, style)
    return [*_head(f, style), *excerpt([f], style), *message, *_reasons(f, style), *_instead(f, style)]


def _head(f: Finding, style: Style) -> list[str]:
    place = f"{f.line}:{f.column}"
    label = paint(f.severity.label, COLORS[f.severity], style)
    if f.context:
        label += f" ({', '.join(f.context)})"
    key = f" {paint(f.key_path, DIM, style)}" if f.key_path else ""
    return ["", f"  {place:<8}{label}{key}  {paint(f.rule, DIM, style)}"]


def _why(f: Finding) -> str:
    return f.why + _sources(f) if f.why and f.why != f.message else ""


def _reasons(f: Finding, style: Style) -> list[str]:
    return _wrapped("why: ", _why(f), style) if _why(f) else []


def _instead(f: Finding, style: Style) -> list[str]:
    return [line for s in f.suggestions[:1] for line in _wrapped(f"{f.calls_for(s)}: ", s.text, style)]


def _repeats(told: Told, style: Style) -> list[str]:
    """Where else the same is to be found."""
    if not told.others:
        return []
    page = told.finding.is_page_level
    places = [f.path if page else f"{f.path}:{f.line}:{f.column}" for f in told.others[:NAMED]]
    more = len(told.others)
    lead = f"the same on {count(more, 'more page')}: " if page else f"and {count(more, 'more place')}: "
    return _wrapped(lead, ", ".join(places) + (", …" if more > NAMED else ""), style)


def _sources(f: Finding) -> str:
    names = [s.title + (f", {s.section}" if s.section else "") for s in f.sources[:2]]
    return f" ({'; '.join(names)})" if names else ""


def _wrapped(label: str, text: str, style: Style) -> list[str]:
    indent = " " * 10
    if not style.width:
        return [indent + label + text]
    import textwrap

    hanging = indent + " " * len(label)
    return textwrap.wrap(label + text, max(40, style.width), initial_indent=indent, subsequent_indent=hanging)
