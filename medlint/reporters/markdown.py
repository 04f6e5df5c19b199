"""Markdown as GitHub shows it: for a comment on a pull request, or the summary of a step."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from medlint.findings import Finding, Severity, Suppressed
from medlint.reporters import Report, Style
from medlint.reporters.common import cut, instead, one_line, project_path
from medlint.reporters.text import LET_STAND, count, summary

LIMIT = 65_536
"""The longest comment that GitHub takes, in characters."""

LONGEST = 400
"""The longest text of a cell, in characters before they are escaped."""

NOT_READ = 20
"""How many files that could not be read, or rules that were stopped, are named."""

_HEAD = "| place | severity | what | instead |\n| --- | --- | --- | --- |\n"
_HEAD_LET_STAND = "| place | what | reason |\n| --- | --- | --- |\n"
_END = "\n</details>\n"
_ROOM = 400
"""What is kept free for the lines that close a text which was cut."""

_MARKUP = re.compile(r"[\\`*_{}\[\]()#+!|~^=]")
_LINKS = re.compile(r"(?i)@|#(?=\d)|\b(?:https?|ftp|mailto|xmpp):|\bwww\.|\bGH-(?=\d)|:(?=[+-]1:|[\w+-]*[a-z][\w+-]*:)")


def render(report: Report, style: Style) -> str:
    """A heading, a table for each page, and, folded, what is let stand; cut between two findings at GitHub's limit."""
    out = _Bounded(LIMIT - _ROOM)
    out.add(f"## medlint: {_headline(report)}\n\n{escaped(summary(report))}\n")
    out.add(_not_read(report))
    left = _pages(out, report)
    if left:
        out.always(f"\n**{count(left, 'more finding')}** not shown here, as there is no more room.\n")
    suppressed = list(report.suppressed)
    if suppressed and not left:
        _let_stand(out, report, suppressed)
    return out.text


class _Bounded:
    """A text of a bounded length."""

    def __init__(self, room: int) -> None:
        self.text = ""
        self.room = room

    def add(self, part: str) -> bool:
        """Add a part if there is room for all of it."""
        if size(part) > self.room:
            return False
        self.always(part)
        return True

    def always(self, part: str) -> None:
        self.text += part
        self.room -= size(part)


def size(text: str) -> int:
    """How long a text is for GitHub, which counts what is beyond Unicode's first plane twice."""
    return len(text) + sum(c > "\uffff" for c in text)


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it stands: no markup, HTML, formula or link, nobody mentioned."""
    text = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _LINKS.sub("\\g<0>\u200b", text)
    return _MARKUP.sub(r"\\\g<0>", text).replace("$", "<span>$</span>")


def _headline(report: Report) -> str:
    counts = Counter(f.severity for f in report.findings)
    told = [count(counts[s], s.label) for s in sorted(Severity, reverse=True) if counts[s]]
    return ", ".join(told) or "nothing risky found"


def _not_read(report: Report) -> str:
    rows = [f"{project_path(report, u.path)} could not be read: {u.reason}" for u in report.unreadable]
    rows += [
        f"rule {rule} was stopped on {project_path(report, r.path)}: {why}"
        for r in report.results
        for rule, why in r.faults
    ]
    if not rows:
        return ""
    more = [f"{len(rows) - NOT_READ} more like these"] if len(rows) > NOT_READ else []
    return "\n" + "".join(f"- {escaped(cut(row, LONGEST))}\n" for row in [*rows[:NOT_READ], *more])


def _pages(out: _Bounded, report: Report) -> int:
    """Write the tables of all pages; returns how many findings there was no room for."""
    findings = list(report.findings)
    shown = 0
    for path, group in groupby(findings, key=lambda f: f.path):
        head = f"\n### {escaped(cut(project_path(report, path), LONGEST))}\n\n{_HEAD}"
        for f in group:
            if not out.add(head + _row(f)):
                return len(findings) - shown
            head = ""
            shown += 1
    return 0


def _row(f: Finding) -> str:
    what = f"{_cell(f.message)} (`{f.rule}`)"
    context = f" ({escaped(', '.join(f.context))})" if f.context else ""
    return f"| {f.line}:{f.column} | {f.severity.label}{context} | {what} | {_cell(instead(f))} |\n"


def _cell(text: str) -> str:
    return escaped(cut(one_line(text), LONGEST))


def _let_stand(out: _Bounded, report: Report, suppressed: Iterable[Suppressed]) -> None:
    by: dict[str, list[Suppressed]] = {}
    for s in suppressed:
        by.setdefault(LET_STAND[s.by], []).append(s)
    for how, group in by.items():
        title = f"{count(len(group), 'finding')} {how}"
        head = f"\n<details>\n<summary>{title}</summary>\n\n{_HEAD_LET_STAND}"
        shown = 0
        for s in group:
            if not out.add(head + _let_stand_row(report, s)):
                break
            head = ""
            shown += 1
        if shown:
            out.always(_END)
        if shown < len(group):
            out.always(f"\n{len(group) - shown} more {how}.\n")


def _let_stand_row(report: Report, s: Suppressed) -> str:
    f = s.finding
    until = f" (until {s.until})" if s.until else ""
    place = f"{cut(project_path(report, f.path), LONGEST)}:{f.line}:{f.column}"
    return f"| {escaped(place)} | {_cell(f.message)} (`{f.rule}`) | {_cell(s.reason)}{until} |\n"
