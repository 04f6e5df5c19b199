"""The facts as a Markdown page for people: what each treatment is approved for, and where that was read."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from medlint.evidence.approvals import AUTHORITIES, Approval, spoken
from medlint.evidence.facts import Facts, Treatment
from medlint.findings import Source


def page(facts: Facts) -> str:
    """The whole page: approvals by field and treatment, treatments without a row, sources."""
    rows = [row for own in facts.approvals.values() for row in own]
    seen = {word: sum(row.verified == word for row in rows) for word in ("yes", "partly", "no")}
    lines = [
        "# Facts",
        "",
        "What statements of approval are held against. This page is made from `rules/facts/` by `medlint facts docs`;",
        "change the facts, not the page. It is no medical or legal advice, and what is not listed is unknown, not",
        "false.",
        "",
        f"{len(rows)} rows on {len(facts.approvals)} treatments: {seen['yes']} verified, {seen['partly']} partly, "
        f"{seen['no']} not verified.",
    ]
    known = [t for t in facts.treatments.values() if t.id in facts.approvals]
    for field in dict.fromkeys(t.field for t in known):
        lines += ["", f"## {field}"]
        for treatment in (t for t in known if t.field == field):
            lines += ["", *_treatment(treatment, facts.approvals[treatment.id])]
    without = sorted(t.label for t in facts.treatments.values() if t.id not in facts.approvals)
    lines += [
        "",
        "## Not in the table",
        "",
        "Nothing is said of approvals of these, for no page with an address was read:",
        "",
        f"{', '.join(without)}.",
        "",
        "## Sources of law",
        "",
        "| source | section | jurisdiction | verified | as of |",
        "| --- | --- | --- | --- | --- |",
        *(_source(source) for source in sorted(facts.sources.values(), key=lambda s: (s.jurisdiction, s.title))),
    ]
    return "\n".join(lines) + "\n"


def _treatment(treatment: Treatment, rows: tuple[Approval, ...]) -> Iterator[str]:
    yield f"### {treatment.label}"
    yield ""
    yield f"`{treatment.id}`"
    yield ""
    yield "| status | use | since | verified | as of | look again by | read at |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for row in rows:
        since = spoken(row.since) if row.since else ""
        read = ", ".join(f"[{urlsplit(a).netloc.removeprefix('www.')}]({a})" for a in row.addresses)
        use = row.use + (f" *({row.note.rstrip('.')})*" if row.note else "")
        status = f"{row.status} ({AUTHORITIES[row.jurisdiction]})"
        cells = (status, use, since, row.verified, row.as_of, row.recheck, read)
        yield f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _source(source: Source) -> str:
    title = f"[{source.title}]({source.url})"
    cells = (title, source.section, source.jurisdiction, source.verified, source.as_of)
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
