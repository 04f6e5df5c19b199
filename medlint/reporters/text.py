"""Text for a copywriter: file by file, the risky words underlined, what to write instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from medlint.findings import Finding, LetStand, Severity
from medlint.reporters import Report, Style, count_by_reason
from medlint.reporters.repeats import Told, grouped

EXCERPT = 160
"""The longest piece of a sentence that is shown, in characters."""

NAMED = 3
"""How many other places of a repeated finding are named."""

COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}
LET_STAND: dict[LetStand, str] = {"directive": "suppressed", "baseline": "in the baseline"}
BOLD, DIM, _UNDERLINE = "1", "2", "4"


def render(report: Report, style: Style) -> str:
    """Findings grouped by file, each told once, then one line that sums up."""
    return "\n".join([*by_file(report.findings, style), summary(report)]) + "\n"


def by_file(findings: Iterable[Finding], style: Style) -> list[str]:
    """The lines that tell findings, grouped by file, each told once."""
    lines: list[str] = []
    for path, told in groupby(grouped(findings), key=lambda t: t.finding.path):
        lines.append(paint(path, BOLD, style))
        for one in told:
            lines += finding_lines(one.finding, style)
            lines += _repeats(one, style)
        lines.append("")
    return lines


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
    """How one finding is told: its place, the words in their sentence, why, and what to write instead."""
    place = f"{f.line}:{f.column}"
    label = paint(f.severity.label, COLORS[f.severity], style)
    if f.context:
        label += f" ({', '.join(f.context)})"
    key = f" {paint(f.key_path, DIM, style)}" if f.key_path else ""
    out = ["", f"  {place:<8}{label}{key}  {paint(f.rule, DIM, style)}"]
    out += _excerpt(f, style)
    out += _wrapped("", f.message, style)
    if f.why and f.why != f.message:
        out += _wrapped("why: ", f.why + _sources(f), style)
    if f.suggestions:
        first = f.suggestions[0]
        out += _wrapped(f"{f.calls_for(first)}: ", first.text, style)
    return out


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


def _excerpt(f: Finding, style: Style) -> list[str]:
    """The sentence, cut round the quote when it is long, with the quote underlined."""
    start, end = f.in_sentence
    sentence = f.sentence
    room = min(EXCERPT, style.width - 10) if style.width else EXCERPT
    before, after = "", ""
    if len(sentence) > room:
        spare = max(0, room - (end - start)) // 2
        left = max(0, start - spare)
        right = min(len(sentence), max(end, left + room))
        if left:
            left = _word_start(sentence, left, start)
            before = "… "
        if right < len(sentence):
            right = max(end, sentence.rfind(" ", end, right)) if " " in sentence[end:right] else right
            after = " …"
        sentence, start, end = sentence[left:right], start - left, end - left
    if end - start > room:
        cut = sentence[start : start + room - 3]
        sentence, end, after = sentence[:start] + cut, start + len(cut), " …"
    shown = before + sentence + after
    start, end = start + len(before), end + len(before)
    if style.color:
        marked = shown[:start] + paint(shown[start:end], f"{_UNDERLINE};{COLORS[f.severity]}", style) + shown[end:]
        return ["          " + marked]
    line = " " * columns(shown[:start]) + "^" * max(1, columns(shown[start:end]))
    return ["          " + shown, "          " + line]


def _word_start(text: str, at: int, limit: int) -> int:
    space = text.find(" ", at, limit)
    return at if space < 0 else space + 1


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _wrapped(label: str, text: str, style: Style) -> list[str]:
    indent = " " * 10
    if not style.width:
        return [indent + label + text]
    import textwrap

    hanging = indent + " " * len(label)
    return textwrap.wrap(label + text, max(40, style.width), initial_indent=indent, subsequent_indent=hanging)


def paint(text: str, code: str, style: Style) -> str:
    """A text in a colour or a weight, where the output has any."""
    return f"\x1b[{code}m{text}\x1b[0m" if style.color and text else text
