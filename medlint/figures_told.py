"""The figures of a run as text, Markdown, CSV and JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from functools import partial
from io import StringIO
from typing import Any, NamedTuple

from medlint.figures import PER, Figures, Row, groups
from medlint.findings import Severity
from medlint.reporters import Report, Style, count_by_reason
from medlint.reporters.common import one_line
from medlint.reporters.excerpt import columns, paint
from medlint.reporters.markdown import escaped
from medlint.reporters.text import BOLD, count

VERSION = 1
"""That of the JSON; what it holds does not change within a version, but for keys that are added."""

NARROWEST = 24
"""So many columns of a terminal are kept for names; columns of numbers go first."""

NONE = "–"

_PLURAL = {"severity": "severities", "family": "families", "rule": "rules", "page": "pages", "folder": "folders"}


class Column(NamedTuple):
    """A column of numbers: its head, what stands in it, and how much it is wanted where there is little room."""

    head: str
    of: Callable[[Row], str]
    wanted: int


def told(name: str, report: Report, found: Figures, by: Sequence[str], depth: int, top: int, style: Style) -> str:
    """The figures in a format, grouped as `by` says.

    Text and Markdown show `top` rows of each group (0: all). Folders are told `depth` deep.
    """
    tables = [(one, groups(found, one, depth)) for one in dict.fromkeys(by)]
    if name == "json":
        return json.dumps(_data(report, found, tables), indent=2, ensure_ascii=False) + "\n"
    if name == "csv":
        return _csv(found, tables)
    parts = [_lines(report, found, style) if name == "text" else _list(report, found)]
    for by_what, rows in tables:
        table = _text(by_what, rows, top, report, style) if name == "text" else _markdown(by_what, rows, top, report)
        parts.append(table)
    return "\n".join(parts)


# What is told of the whole


def _facts(report: Report, found: Figures) -> list[tuple[str, str]]:
    whole = found.whole
    pages = f"{whole.pages:,} judged, {whole.words:,} words: {whole.pages - found.clean:,} with findings, "
    pages += f"{found.clean:,} without" + (f"; {found.no_health_copy:,} no health copy" if found.no_health_copy else "")
    severities = ", ".join(count(row.findings, row.name) for row in found.severities if row.findings)
    findings = f"{whole.findings:,}" + (f": {severities}" if severities else "")
    findings += f"; {_density(whole)} per {PER:,} words" if whole.findings and whole.words else ""
    findings += f"; {report.unchanged:,} on unchanged lines" if report.unchanged else ""
    findings += f"; {report.hidden:,} not counted" if report.hidden else ""
    stand = [f"{whole.suppressed:,} suppressed"] if whole.suppressed else []
    stand += [f"{whole.baselined:,} in the baseline"] if whole.baselined else []
    stand += [f"{count(found.cleared, 'cleared claim')} used"] if found.cleared else []
    stand += [f"{found.set_aside:,} set aside by the second opinion"] if found.set_aside else []
    unread = [count_by_reason(report.skipped)] if report.skipped else []
    unread += [f"{found.unreadable:,} unreadable"] if found.unreadable else []
    trend = ""
    if report.trend:
        past = f" ({len(report.trend.expired):,} past their last day)" if report.trend.expired else ""
        trend = f"{whole.findings:,} new{past}, {len(report.trend.known):,} known, {len(report.trend.gone):,} gone"
    facts = [
        ("Pages", pages), ("Findings", findings), ("Let stand", ", ".join(stand)), ("Baseline", trend),
        ("Not read", "; ".join(unread)),
    ]  # fmt: skip
    return [(what, said) for what, said in facts if said]


def _lines(report: Report, found: Figures, style: Style) -> str:
    out = []
    for what, said in _facts(report, found):
        lead = f"{what:<11}"
        if style.width:
            import textwrap

            said = textwrap.fill(said, max(40, style.width) - 11, subsequent_indent=" " * 11)
        out.append(paint(lead, BOLD, style) + said + "\n")
    return "".join(out)


def _list(report: Report, found: Figures) -> str:
    return "".join(f"- **{what}:** {escaped(said)}\n" for what, said in _facts(report, found))


# Tables


def _columns(by: str, report: Report) -> list[Column]:
    """The columns of a table, in their order."""
    severities = [] if by == "severity" else sorted(Severity, reverse=True)
    found = [Column("findings", lambda row: _number(row.findings), 9)]
    found += [Column(f"{s.label}s", partial(_of_severity, s), 4 + s) for s in severities]
    found.append(Column(f"per {PER:,}", _density, 8))
    if by != "page":
        found.append(Column("pages", lambda row: _number(row.pages), 4))
    if by in ("page", "folder"):
        found.append(Column("words", lambda row: _number(row.words), 2))
    if any(report.suppressed):
        found.append(Column("let stand", lambda row: _number(row.suppressed + row.baselined), 3))
    if report.trend and by in ("rule", "page", "folder"):
        found.append(Column("gone", lambda row: _number(row.gone or 0), 1))
    return found


def _text(by: str, rows: Sequence[Row], top: int, report: Report, style: Style) -> str:
    """One table, its names cut and its least columns left out where the terminal is narrow."""
    shown = rows[:top] if top else rows
    names = [one_line(row.name) for row in shown]
    table = [(column, [column.of(row) for row in shown]) for column in _columns(by, report)]
    width = max((columns(name) for name in (by, *names)), default=0)
    if style.width:
        least = min(width, NARROWEST)
        while len(table) > 1 and least + _room(table) > style.width:
            table.remove(min(table, key=lambda part: part[0].wanted))
        width = max(len(by), min(width, style.width - _room(table)))
    lines = [f"{by:<{width}}" + "".join(f"  {column.head:>{_wide(column, cells)}}" for column, cells in table)]
    lines[0] = paint(lines[0], BOLD, style)
    for number, name in enumerate(names):
        cut = _cut(name, width)
        cells = "".join(f"  {own[number]:>{_wide(column, own)}}" for column, own in table)
        lines.append(cut + " " * (width - columns(cut)) + cells)
    lines += _more(by, rows, shown)
    return "\n".join(lines) + "\n"


def _markdown(by: str, rows: Sequence[Row], top: int, report: Report) -> str:
    shown = rows[:top] if top else rows
    table = _columns(by, report)
    lines = [f"| {by} | " + " | ".join(column.head for column in table) + " |"]
    lines.append("| --- |" + " ---: |" * len(table))
    lines += [f"| {escaped(row.name)} | " + " | ".join(column.of(row) for column in table) + " |" for row in shown]
    more = _more(by, rows, shown)
    return "\n".join([*lines, *(f"\n{one}" for one in more)]) + "\n"


def _more(by: str, rows: Sequence[Row], shown: Sequence[Row]) -> list[str]:
    left = len(rows) - len(shown)
    return [f"and {left:,} more {by if left == 1 else _PLURAL[by]} (--top 0 shows all)"] if left else []


def _wide(column: Column, cells: Sequence[str]) -> int:
    return max(map(len, (column.head, *cells)))


def _room(table: Sequence[tuple[Column, Sequence[str]]]) -> int:
    """How many columns of the terminal the numbers take."""
    return sum(2 + _wide(*part) for part in table)


def _cut(name: str, width: int) -> str:
    """A name of at most so many columns; of one that is too long the end is kept, as that is what tells paths apart."""
    if columns(name) <= width:
        return name
    while columns(name) > width - 1:
        name = name[1:]
    return "…" + name


def _of_severity(severity: Severity, row: Row) -> str:
    return _number(row.severities[severity])


def _number(n: int) -> str:
    return f"{n:,}" if n else NONE


def _density(row: Row) -> str:
    return NONE if not row.density else f"{row.density:.1f}"


# For programs


def _data(report: Report, found: Figures, tables: Sequence[tuple[str, Sequence[Row]]]) -> dict[str, Any]:
    trend = report.trend
    return {
        "version": VERSION,
        "tool": {"name": "medlint", "version": report.version},
        "total": {**_row(found.whole), "cleared": found.cleared, "set_aside": found.set_aside},
        "not_counted": {"unchanged": report.unchanged, "hidden": report.hidden},
        "baseline": {
            "new": found.whole.findings, "known": len(trend.known), "gone": len(trend.gone),
            "expired": len(trend.expired),
        } if trend else None,
        "files": {
            "checked": len(report.results),
            "with_findings": found.whole.pages - found.clean,
            "without_findings": found.clean,
            "not_health_copy": found.no_health_copy,
            "skipped": dict(found.skipped.most_common()),
            "unreadable": found.unreadable,
        },
        "by": {by: [{"name": row.name, **_row(row)} for row in rows] for by, rows in tables},
    }  # fmt: skip


def _csv(found: Figures, tables: Sequence[tuple[str, Sequence[Row]]]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["by", "name", *_row(found.whole)])
    for by, rows in [("all", [found.whole]), *tables]:
        writer.writerows([by, row.name, *_row(row).values()] for row in rows)
    return out.getvalue()


def _row(row: Row) -> dict[str, int | float | None]:
    return {
        "pages": row.pages,
        "words": row.words,
        "findings": row.findings,
        **{s.label: row.severities[s] for s in sorted(Severity, reverse=True)},
        "per_1000_words": None if row.density is None else round(row.density, 2),
        "suppressed": row.suppressed,
        "baselined": row.baselined,
        "gone": row.gone,
    }
