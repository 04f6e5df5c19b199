"""The rules of a pack as a Markdown page for people: what each finds, why, who says so, what to write instead."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.findings import Source
from medlint.packs.model import Header, Library, PackInfo
from medlint.wording import generic, told

_VERIFIED = {"yes": "verified", "partly": "partly verified", "no": "not verified"}


def page(library: Library, pack: PackInfo) -> str:
    """The page of one pack; its rules in the order of their families."""
    headers = sorted(
        (rule.header for rule in library.rules.values() if rule.header.pack == pack.id),
        key=lambda h: (h.family, -h.severity, h.id),
    )
    where = ", ".join(pack.jurisdictions) or "any jurisdiction"
    lines = [
        f"# {pack.title}",
        "",
        f"Pack `{pack.id}`, version {pack.version}, reviewed {pack.reviewed}, for {where}. {len(headers)} rules.",
        "This page is made from the pack (`medlint pack docs`); change the pack, not the page.",
    ]
    family = ""
    for header in headers:
        if header.family != family:
            family = header.family
            lines += ["", f"## {family}"]
        lines += ["", *_rule(header, library)]
    return "\n".join(lines) + "\n"


def index(library: Library) -> str:
    """The list of packs."""
    rows = [_row(library, pack) for pack in sorted(library.packs, key=lambda pack: pack.id)]
    total = len(library.rules)
    return "\n".join(
        [
            "# Rules",
            "",
            f"{total} rules in {len(rows)} packs. Made from the packs by `medlint pack docs`.",
            "",
            "| pack | | jurisdiction | rules |",
            "| --- | --- | --- | ---: |",
            *rows,
            "",
        ]
    )


def _row(library: Library, pack: PackInfo) -> str:
    count = sum(rule.header.pack == pack.id for rule in library.rules.values())
    return f"| [{pack.id}]({pack.id}.md) | {pack.title} | {', '.join(pack.jurisdictions) or 'any'} | {count} |"


def _rule(header: Header, library: Library) -> Iterator[str]:
    yield f"### {header.id}"
    yield ""
    locked = ", locked" if header.locked else ""
    yield f"*{header.severity.label}{locked}.* {generic(header.message)}"
    yield ""
    yield f"Why: {generic(header.why)}"
    yield ""
    yield "Write instead:"
    yield ""
    for suggestion in header.suggest:
        both = suggestion.text and suggestion.replace
        swap = f" (for the quoted words: “{generic(suggestion.replace or '')}”)" if both else ""
        yield f"- {_flat(told(suggestion))}{swap}"
    for outcome in header.becomes:
        yield f"- “{_flat(outcome.before)}” → “{_flat(outcome.after)}”"
    yield ""
    yield f"Who says so: {'; '.join(_source(library.facts.sources[s]) for s in header.sources)}."
    yield ""
    yield "| flagged | passed |"
    yield "| --- | --- |"
    flagged = [_cell(_marked(example.text, example.quotes)) for example in header.flag_examples]
    passed = [_cell(example.text) for example in header.pass_examples]
    for n in range(max(len(flagged), len(passed))):
        left, right = (some[n] if n < len(some) else "" for some in (flagged, passed))
        yield f"| {left} | {right} |"


def _source(source: Source) -> str:
    section = f", {source.section}" if source.section else ""
    return f"[{source.title}{section}]({source.url}) ({_VERIFIED[source.verified]} {source.as_of})"


def _marked(text: str, quotes: tuple[str, ...]) -> str:
    for quote in quotes:
        text = text.replace(quote, f"**{quote}**", 1)
    return text


def _flat(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _flat(text).replace("|", "\\|").replace("<", "&lt;")
