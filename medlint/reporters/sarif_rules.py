"""The rules that ran, as SARIF declares them: why each is there, what to write instead, who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from medlint.findings import Severity, Source
from medlint.packs.model import Header
from medlint.reporters import Report
from medlint.reporters.common import cut, is_web, named, rule_page
from medlint.wording import generic, told

_VERIFIED = {"yes": "verified", "partly": "partly verified"}


LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
LONGEST = 1000
"""The longest description that GitHub takes is a little longer, in characters."""


def descriptor(report: Report, header: Header) -> dict[str, Any]:
    """A rule as a reportingDescriptor."""
    page = rule_page(report, header)
    name = "".join(part[:1].upper() + part[1:] for part in header.id.split("-"))
    return {
        "id": header.id,
        **({"name": name} if name.lower() != header.id.lower() else {}),  # SARIF wants no name that only repeats the id
        "shortDescription": {"text": cut(generic(header.message), LONGEST)},
        "fullDescription": {"text": cut(generic(header.why), LONGEST)},
        **({"helpUri": page} if page else {}),
        "help": {"text": as_text(report, header), "markdown": as_markdown(report, header)},
        "defaultConfiguration": {"level": LEVELS[header.severity]},
        "properties": {"tags": [header.family, header.pack]},
    }


def as_text(report: Report, header: Header) -> str:
    """The help of a rule as plain text."""
    lines = [generic(header.message), "", f"Why: {generic(header.why)}"]
    if header.suggest:
        lines += ["", "Write instead:", *(f"- {told(s)}" for s in header.suggest)]
    if sources := list(_sources(report, header)):
        lines += ["", "Who says so:"]
        lines += [f"- {named(s)} ({_checked(s)}). {s.requires} {s.url}".strip() for s in sources]
    return "\n".join(lines)


def as_markdown(report: Report, header: Header) -> str:
    """The help of a rule as Markdown."""
    lines = [_escaped(generic(header.message)), "", f"**Why:** {_escaped(generic(header.why))}"]
    if header.suggest:
        lines += ["", "**Write instead**", "", *(f"- {_escaped(told(s))}" for s in header.suggest)]
    if sources := list(_sources(report, header)):
        lines += ["", "**Who says so**", ""]
        lines += [f"- {_linked(s)} ({_checked(s)}). {_escaped(s.requires)}".strip() for s in sources]
    return "\n".join(lines)


def _sources(report: Report, header: Header) -> Iterator[Source]:
    return (report.facts.sources[s] for s in header.sources if s in report.facts.sources)


def _checked(source: Source) -> str:
    return f"{_VERIFIED.get(source.verified, 'not verified')} {source.as_of}"


def _linked(source: Source) -> str:
    title = _escaped(named(source))
    return f"[{title}](<{source.url}>)" if is_web(source.url) and not set("<>\n") & set(source.url) else title


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_[]<>&#|~" else c for c in text)
