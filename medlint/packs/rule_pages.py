"""A Markdown page for each rule, and lists of them for each pack and each family."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from medlint.findings import FAMILIES, Severity, Source
from medlint.packs.model import Example, Header, Library, PackInfo, Rule, Suggested
from medlint.wording import generic

_CHECKED = {"yes": "Verified", "partly": "Partly verified", "no": "Not verified; looked at"}
_MARKS = re.compile(r"[\\`*_\[\]|]")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_OPENING = re.compile(r"\A(?:([-+#])|(\d+)([.)]))")
_FENCE = re.compile(r"`{3,}")


def rule_pages(library: Library) -> dict[str, str]:
    """All pages by their paths: `README.md`, `families.md`, and for each pack `PACK/README.md` and `PACK/RULE.md`."""
    by_pack: dict[str, list[Rule]] = {pack.id: [] for pack in library.packs}
    by_family: dict[str, list[Header]] = defaultdict(list)
    for rule in sorted(library.rules.values(), key=_order):
        by_pack[rule.header.pack].append(rule)
        by_family[rule.header.family].append(rule.header)
    packs = sorted(library.packs, key=lambda pack: pack.id)
    found = {"README.md": _index(packs, by_pack), "families.md": _families(by_family)}
    for pack in packs:
        rules = by_pack[pack.id]
        found[f"{pack.id}/README.md"] = _pack(pack, [rule.header for rule in rules])
        found |= {f"{pack.id}/{rule.header.id}.md": _rule(rule, pack, library) for rule in rules}
    return found


def _order(rule: Rule) -> tuple[tuple[int, str], int, str]:
    header = rule.header
    return _family_order(header.family), -header.severity, header.id


def _family_order(family: str) -> tuple[int, str]:
    """The families that medlint knows in their order, then those of packs."""
    return FAMILIES.index(family) if family in FAMILIES else len(FAMILIES), family


def _index(packs: Iterable[PackInfo], rules: dict[str, list[Rule]]) -> str:
    total = sum(map(len, rules.values()))
    lines = [
        "# All rules",
        "",
        f"{_counted(total, 'rule')} in {_counted(len(rules), 'pack')}, listed [by family](families.md) too: by the "
        "kind of claim that they find. Each rule has a page of its own. These pages are made from the packs.",
        "",
        "| pack | | whose rules | rules |",
        "| --- | --- | --- | ---: |",
    ]
    for pack in packs:
        where = ", ".join(pack.jurisdictions) or "any"
        lines.append(f"| [{pack.id}]({pack.id}/README.md) | {_plain(pack.title)} | {where} | {len(rules[pack.id])} |")
    return "\n".join(lines) + "\n"


def _families(families: dict[str, list[Header]]) -> str:
    lines = [
        "# Rules by family",
        "",
        "A family is a kind of claim, or of statement that is missing. `--select` and `--ignore` take its name.",
    ]
    for family in sorted(families, key=_family_order):
        lines += ["", f"## {family}", "", "| rule | what it says | severity | pack |", "| --- | --- | --- | --- |"]
        for h in families[family]:
            told = f"[{h.id}]({h.pack}/{h.id}.md) | {_plain(generic(h.message))} | {h.severity.label}"
            lines.append(f"| {told} | [{h.pack}]({h.pack}/README.md) |")
    return "\n".join(lines) + "\n"


def _pack(pack: PackInfo, headers: list[Header]) -> str:
    where = f"For {', '.join(pack.jurisdictions)}." if pack.jurisdictions else "For any jurisdiction."
    counts = [(level.label, sum(h.severity == level for h in headers)) for level in reversed(Severity)]
    told = ", ".join(_counted(n, label) for label, n in counts if n)
    lines = [f"# {_plain(pack.title)}", "", f"Pack `{pack.id}`, version {pack.version}. {where}"]
    if pack.reviewed:
        lines[-1] += f" Reviewed {pack.reviewed}."
    lines += [f"{_counted(len(headers), 'rule')}: {told}."] if headers else ["It has no rules."]
    family = ""
    for h in headers:
        if h.family != family:
            family = h.family
            lines += ["", f"## {family}", "", "| rule | what it says | severity |", "| --- | --- | --- |"]
        lines.append(f"| [{h.id}]({h.id}.md) | {_plain(generic(h.message))} | {h.severity.label} |")
    return "\n".join(lines) + "\n"


def _rule(rule: Rule, pack: PackInfo, library: Library) -> str:
    h = rule.header
    locked = ", locked" if h.locked else ""
    lines = [
        f"# {h.id}",
        "",
        f"**{h.severity.label}** in the family [{h.family}](../families.md#{h.family}), pack [{h.pack}](README.md), "
        f"for {', '.join(pack.jurisdictions) or 'any jurisdiction'}{locked}",
        "",
        _plain(generic(h.message)),
        "",
        "## Why",
        "",
        _plain(generic(h.why)),
        "",
        "## Write instead",
        "",
        *(f"- {_suggestion(s)}" for s in h.suggest),
    ]
    lines += ["", "## Flagged", "", "What a finding quotes is bold.", "", *_examples(h.flag_examples)]
    lines += ["", "## Passed", "", *_examples(h.pass_examples)]
    silent = [guard.about for guard in getattr(rule, "guards", ()) if guard.about]
    if silent:
        lines += ["", "## When it stays silent", "", *(f"- {_plain(about)}" for about in silent)]
    lines += ["", "## Who says so", ""]
    lines += [line for id_ in h.sources for line in _source(library.facts.sources[id_])]
    lines += ["", "## In your project", "", *_use(h)]
    return "\n".join(lines) + "\n"


def _suggestion(suggestion: Suggested) -> str:
    swap = f" (for the quoted words: “{_plain(generic(suggestion.replace))}”)" if suggestion.replace else ""
    return _plain(generic(suggestion.text)) + swap


def _source(source: Source) -> Iterator[str]:
    section = f", {source.section}" if source.section else ""
    yield f"- [{_plain(source.title + section)}]({source.url})."
    yield f"  {_plain(source.requires)} {_CHECKED[source.verified]} {source.as_of}."


def _examples(examples: Iterable[Example]) -> Iterator[str]:
    """Sentences as the items of a list; pages of several lines, and what has markup in it, as they are written."""
    before = ""
    for example in examples:
        text = example.text.strip()
        how = "written" if "\n" in text or "<" in text or "](" in text else "item"
        if before and (before, how) != ("item", "item"):
            yield ""
        before = how
        if how == "item":
            yield f"- {_marked(_flat(text), example.quotes)}"
            continue
        fence = "`" * max([3, *(len(m[0]) + 1 for m in _FENCE.finditer(text))])
        yield f"{fence}markdown"
        yield from text.splitlines()
        yield fence


def _use(header: Header) -> Iterator[str]:
    yield f"- `medlint explain {header.id}` tells all this on the command line."
    if header.locked:
        yield "- The rule is locked: no comment in a page lets its findings stand."
    else:
        comment = f"medlint-disable-next-line {header.id} -- reason"
        yield f"- To let a finding stand: `{comment}`, as a comment in the page."
    yield f"- To do without the rule: `--ignore {header.id}`, or `ignore` in the configuration."


def _marked(text: str, quotes: tuple[str, ...]) -> str:
    """The text with the words that are quoted in bold."""
    pieces, at = [], 0
    for quote in map(_flat, quotes):
        start = text.find(quote, at)
        if start >= 0:
            pieces += [text[at:start], quote]
            at = start + len(quote)
    pieces.append(text[at:])
    return _at_start("".join(f"**{_escaped(p)}**" if n % 2 else _escaped(p) for n, p in enumerate(pieces)))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    """A text that says in Markdown just what it says, on one line."""
    return _at_start(_escaped(" ".join(text.split("\n"))))


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", text).translate(_HTML)


def _at_start(text: str) -> str:
    """The same where it opens a line: what would make a list or a heading of it does not."""
    return _OPENING.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
