"""What `medlint doctor` tells of the project: its configuration, the packs in use, the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from medlint.cli.console import UsageError
from medlint.cli.doctor_bench import Bench, Part
from medlint.config import BASELINE, ConfigError, Settings
from medlint.discover import EXCLUDED, Candidate, Filters, discover
from medlint.evidence.approvals import spoken
from medlint.evidence.facts import Facts
from medlint.files import below
from medlint.gitignore import patterns
from medlint.packs.loader import shipped_ids
from medlint.packs.model import PackInfo

OLD_MONTHS = 12
"""What was looked at longer ago is counted as old."""


def configuration(bench: Bench) -> Part:
    """The files that were read, what they set, and what of that has no effect."""
    part = Part("Configuration")
    chosen = bench.settings
    if bench.unread:
        part.problems.append(bench.unread)
        return part
    part.lines.append(str(chosen.origin) if chosen.origin else "no file: the defaults hold")
    part.lines += [f"extends {file}" for file in reversed(chosen.files[:-1])]
    part.lines.append(f"jurisdiction: {', '.join(chosen.jurisdiction)}")
    given = [name.replace("_", "-") for name in chosen.came_from]
    if given:
        part.lines.append(f"sets {', '.join(given)}")
    part.data = {
        "files": [str(file) for file in chosen.files],
        "sets": given,
        "jurisdiction": list(chosen.jurisdiction),
    }
    if chosen.baseline and not Path(chosen.baseline).exists():
        part.problems.append(f"baseline: {chosen.baseline} is not there; write it with “medlint baseline write”")
    elif not bench.isolated and (chosen.root / BASELINE).exists():
        part.lines.append(f"baseline: {chosen.root / BASELINE}")
    part.problems += _misnamed(bench)
    if chosen.origin:
        part.problems += _without_effect(chosen)
    return part


def _misnamed(bench: Bench) -> Iterator[str]:
    """Names in the settings that nothing bears, and files that cannot be read."""
    from medlint.cli.run import composition
    from medlint.cli.variants import Variants

    if bench.library is None:
        return
    chosen = bench.settings
    try:
        variants = Variants(chosen, chosen.root, bench.today, bench.isolated)
        variants.linter("page.md")
        composition(["page.md"], chosen)
    except (UsageError, ConfigError) as error:
        yield str(error)


def _without_effect(chosen: Settings) -> Iterator[str]:
    """Patterns in the settings that fit no file of the project."""
    if not (chosen.overrides or chosen.site or chosen.include or chosen.exclude):
        return
    found = list(discover([chosen.root], Filters(chosen.root, chosen.include, chosen.exclude)))
    pages = [one for one in found if not one.reason]
    for number, override in enumerate(chosen.overrides, 1):
        if not _fits(override.files, pages, chosen.root):
            yield f"overrides {number}: “{_list(override.files)}” fits no page; mend the patterns or take it out"
    for number, site in enumerate(chosen.site, 1):
        if not any(site.gives(page.path.resolve()) for page in pages):
            yield f"site {number}: “{_list(site.pages)}” fits no page; mend the patterns or take it out"
    for pattern in chosen.include:
        if not _fits((pattern,), pages, chosen.root):
            yield f"include: “{pattern}” fits no page; mend it or take it out"
    left_out = [one for one in found if one.reason == EXCLUDED]
    for pattern in chosen.exclude:
        if not _fits((pattern,), left_out, chosen.root):
            yield f"exclude: “{pattern}” fits nothing that is there; mend it or take it out"


def _fits(globs: tuple[str, ...], candidates: Iterable[Candidate], root: Path) -> bool:
    fits = patterns(globs)
    return any(fits(below(root, c.path) + ("/" if c.path.is_dir() else "")) for c in candidates)


def _list(globs: tuple[str, ...]) -> str:
    return "”, “".join(globs)


def packs(bench: Bench) -> Part:
    """The packs in use, with version and when they were reviewed; of one's own also whether their examples hold."""
    part = Part("Packs")
    if bench.library is None:
        part.problems.append(bench.why)
        return part
    of = [rule.header.pack for rule in bench.library.outlines.values()]
    part.data["packs"] = []
    for pack in sorted(bench.library.packs, key=lambda p: p.id):
        count = of.count(pack.id)
        reviewed = f"reviewed {pack.reviewed}" if pack.reviewed else "never reviewed"
        line = f"{pack.id} {pack.version}, {count} rule{'s' * (count != 1)}, {reviewed}"
        row = {
            "id": pack.id,
            "version": pack.version,
            "rules": count,
            "reviewed": pack.reviewed or None,
            "path": pack.path,
        }
        if pack.id not in shipped_ids():
            examples, failed = _proof(bench, pack)
            row |= {"examples": examples, "failed": len(failed)}
            line += f", {pack.path}: {examples - len(failed)} of {examples} examples hold"
            part.problems += [f"{failure}; see “medlint pack test {pack.path}”" for failure in failed]
        part.lines.append(line)
        part.data["packs"].append(row)
    return part


def _proof(bench: Bench, pack: PackInfo) -> tuple[int, list[str]]:
    """How many examples the rules of a pack have, and which of them do not hold."""
    from medlint.packs.proof import prove

    assert bench.library
    rules = [rule for rule in bench.library.rules.values() if rule.header.pack == pack.id]
    examples = sum(len(r.header.flag_examples) + len(r.header.pass_examples) for r in rules)
    return examples, [f"{f.path}:{f.line}: {f.rule}: {f.problem}" for f in prove(bench.library, rules)]


class _Row(NamedTuple):
    """A fact, the month in which it was looked at, and whether it was verified."""

    id: str
    as_of: str
    verified: str


def facts(bench: Bench) -> Part:
    """How many facts there are, how old they are, and which should have been looked at again."""
    part = Part("Facts")
    if bench.library is None:
        part.lines.append("not read, as the packs cannot be used")
        return part
    known = bench.library.facts
    rows = [row for own in known.approvals.values() for row in own]
    part.lines.append(
        f"{len(known.treatments)} treatments, {len(known.conditions)} conditions, {len(known.sources)} sources"
    )
    part.lines.append(f"{len(rows)} approvals of {len(known.approvals)} treatments")
    before = _months_before(bench.today, OLD_MONTHS)
    part.data["files"] = {}
    for file, own in _by_file(known).items():
        old = [row for row in own if row.as_of[:7] < before]
        unsure = {word: sum(row.verified == word for row in own) for word in ("no", "partly")}
        oldest = min(own, key=lambda row: row.as_of)
        part.lines.append(
            f"{file}: {len(own)}, of them {len(old)} looked at more than {OLD_MONTHS} months ago, {unsure['no']} not "
            f"verified, {unsure['partly']} partly; the oldest is {oldest.id} ({spoken(oldest.as_of)})"
        )
        part.data["files"][file] = {
            "rows": len(own), "old": [row.id for row in old], "not_verified": unsure["no"],
            "partly_verified": unsure["partly"], "oldest": {"id": oldest.id, "as_of": oldest.as_of},
        }  # fmt: skip
    stale = [row for row in rows if row.is_stale(bench.today)]
    for row in sorted(stale, key=lambda r: (r.recheck, r.treatment)):
        part.problems.append(
            f"{row.treatment}, {row.status} for {row.use}: to be looked at again by {spoken(row.recheck)} "
            f"({row.addresses[0]}); until then findings that rest on it are warnings"
        )
    if not stale and rows:
        part.lines.append(f"next to be looked at again by {spoken(min(row.recheck for row in rows))}")
    return part


def _by_file(known: Facts) -> dict[str, list[_Row]]:
    """The dated facts by the file in which they ship; sources of other packs are among the sources."""
    approvals = [
        _Row(f"{a.treatment} for {a.use}", a.as_of, a.verified) for own in known.approvals.values() for a in own
    ]
    found = {
        "approvals": approvals,
        "treatments": [_Row(t.id, t.as_of, t.verified) for t in known.treatments.values()],
        "sources": [_Row(s.id, s.as_of, s.verified) for s in known.sources.values()],
        "studies": [_Row(r.id, r.as_of, r.verified) for r in known.references if r.origin == "shipped"],
    }
    return {file: rows for file, own in found.items() if (rows := [row for row in own if row.as_of])}


def _months_before(day: date, months: int) -> str:
    """The month that lies so many months before a day, as year-month."""
    total = day.year * 12 + day.month - 1 - months
    return f"{total // 12:04}-{total % 12 + 1:02}"
