"""What is shown over the words of a finding: what is risky, why, who says so, and what to write instead."""

from __future__ import annotations

import re
from urllib.parse import quote

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from medlint.findings import Finding, Source
from medlint.lsp.pages import Checked
from medlint.reporters.common import is_web, named, one_line

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$]|(?<=[a-z]):(?=//)|(?<=www)\.|(?<=\w)@")
_AT_START = re.compile(r"\A(?:[-+#=]|\d+(?=[.)]))")
_VERIFIED = {"yes": "verified", "partly": "partly verified", "no": "not verified"}


def hover(checked: Checked, position: Position, *, markdown: bool = True) -> Hover | None:
    """All findings whose words stand at a position, one below the other; None where there is none."""
    at = checked.positions.offset(position)
    here = [f for f in checked.findings if f.span.start <= at < f.span.end]
    if not here:
        return None
    rule = "\n\n---\n\n"
    if markdown:
        content = MarkupContent(MarkupKind.Markdown, rule.join(map(_markdown, here)))
    else:
        content = MarkupContent(MarkupKind.PlainText, rule.join(map(_plain, here)))
    return Hover(content, checked.positions.range(here[0].span))


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it stands: no markup, HTML or link."""
    text = _MARKUP.sub(r"\\\g<0>", one_line(text))
    return _AT_START.sub(lambda m: f"{m[0]}\\" if m[0].isdigit() else f"\\{m[0]}", text)


def _markdown(f: Finding) -> str:
    parts = [escaped(f.message), f"*{f.severity.label}*, `{f.rule}`{_context(f)}", f"**Why:** {escaped(f.why)}"]
    parts += [f"**{f.calls_for(s).capitalize()}:** {escaped(s.text)}" for s in f.suggestions]
    if f.sources:
        parts.append(
            "\n".join(["**Sources:**", "", *(f"- {_link(source)} ({_state(source)})" for source in f.sources)])
        )
    return "\n\n".join(parts)


def _plain(f: Finding) -> str:
    lines = [f.message, f"{f.severity.label}, {f.rule}{_context(f)}", f"Why: {f.why}"]
    lines += [f"{f.calls_for(s).capitalize()}: {s.text}" for s in f.suggestions]
    lines += [f"Source: {named(s)} ({_state(s)}) {s.url}".rstrip() for s in f.sources]
    return "\n\n".join(map(one_line, lines))


def _context(f: Finding) -> str:
    return f" ({', '.join(f.context)})" if f.context else ""


def _link(source: Source) -> str:
    title = escaped(named(source))
    return f"[{title}](<{quote(source.url, safe=_KEPT)}>)" if is_web(source.url) else title


_KEPT = "%:/?#[]@!$&'()*+,;=~"
"""What may stand in an address as it is."""


def _state(source: Source) -> str:
    seen = f", looked at {source.as_of}" if source.as_of else ""
    return _VERIFIED.get(source.verified, source.verified) + seen
