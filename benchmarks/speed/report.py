"""The figures as Markdown, and the targets that they are held against."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from series import ALL, GROWTH, PASS, SHARED, Bench

DOCUMENT = Path(__file__).parents[2] / "docs" / "performance.md"
MARKS = ("<!-- figures -->", "<!-- end of figures -->")
FULL = 400
VALE_START = 17.1
"""What Vale 3.15.1 with 200 such rules took for one page on a machine of this kind, in units of `python -c pass`."""


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio that is to be reached: of one named figure to another, both of one run."""

    what: str
    most: float
    name: str
    other: str


def targets(some: int) -> tuple[Target, ...]:
    """What is aimed at, with `some` pages for 400."""
    pages = f"{some} md"
    peer = f"{pages}/proselint"
    return (
        Target("one page, the shared rules ÷ proselint", 0.8, f"start/{SHARED}", "start/proselint"),
        Target(
            f"one page, all packs ÷ `{PASS}` (half of what Vale took)", VALE_START / 2, f"start/{ALL}", f"start/{PASS}"
        ),
        Target(
            f"{some} pages, the shared rules, 2 processes ÷ proselint", 0.35, f"{pages}/{SHARED}, 2 processes", peer
        ),
        Target(f"{some} pages, all packs ÷ proselint with the shared rules", 1.0, f"{pages}/{ALL}", peer),
        Target("2,000 unchanged pages, all packs ÷ the first time", 0.1, "cache/warm", "cache/cold"),
        Target(f"{some} pages, 10,000 rules ÷ 200 rules", 2, f"growth/{GROWTH[-1]} rules", f"growth/{GROWTH[0]} rules"),
        Target("the shared rules, 5 MB page ÷ 50 kB page", 120, f"5mb/{SHARED}", f"50kb/{SHARED}"),
    )


def markdown(bench: Bench, imports: dict[str, float], modules: dict[str, float]) -> str:
    """All tables."""
    pages = [f"{bench.some} md", f"{bench.some} html", "2000 md", "2000 html"]
    parts = [
        _conditions(bench),
        "### Targets\n\n" + _targets(bench),
        f"### One page of 6 kB\n\n{_start(bench)}",
        f"### Many pages\n\n{_matrix(bench, [p for p in pages if p in bench.runs])}",
    ]
    sizes = [name for name in ("50kb", "line", "5mb") if name in bench.runs]
    if sizes:
        parts.append("### One large page\n\n" + _matrix(bench, sizes))
    if "growth" in bench.runs:
        parts.append("### More rules\n\n" + _growth(bench))
    if imports:
        rows = [(f"`{name}`", f"{ms:.1f}") for name, ms in imports.items()]
        parts.append("### Where the start goes\n\n" + _table(("imported", "ms"), rows))
    if modules:
        rows = [(f"`{name}`", f"{share:.1%}") for name, share in modules.items()]
        parts.append(f"### Where {bench.some} pages go\n\n" + _table(("in", "share"), rows))
    return "\n\n".join(parts)


def write(text: str) -> None:
    """Put the tables in their place in docs/performance.md."""
    whole = DOCUMENT.read_text("utf-8")
    before, after = whole.split(MARKS[0])[0], whole.split(MARKS[1])[1]
    DOCUMENT.write_text(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}", "utf-8")


def _conditions(bench: Bench) -> str:
    tools = {tool.name.partition(",")[0]: tool.version for tool in bench.box.tools.values()}
    tools = {"medlint": bench.medlint.version, "Python": platform.python_version(), **tools}
    versions = ", ".join(f"{name} {version}" for name, version in tools.items())
    lines = [
        f"Measured on {datetime.now(UTC):%Y-%m-%d} with {os.cpu_count()} cores ({platform.machine()}, "
        f"{platform.system()}): {versions}.",
        f"While it ran, {min(bench.loads):.1f} to {max(bench.loads):.1f} processes wanted a core (ours among them).",
    ]
    if bench.some < FULL:
        lines.append(f"A quick run: {bench.some} pages stand for {FULL}, with few rounds, and much was left out.")
    lines += [f"Not measured: {name}: {why}." for name, why in bench.box.missing.items()]
    if not bench.has_jobs:
        lines.append("Not measured: 2 processes: this medlint has no `--jobs`.")
    if not bench.medlint.has("--no-cache"):
        lines.append("Not measured: unchanged pages: this medlint has no `--no-cache`.")
    return "\n".join(f"{line}  " for line in lines).rstrip()


def _targets(bench: Bench) -> str:
    rows = []
    for target in targets(bench.some):
        ratio = bench.figures.ratio(target.name, target.other)
        if ratio is None:
            rows.append((target.what, f"{target.most:.4g}", "not measured", "", ""))
            continue
        median, least, greatest = ratio
        noise = f"{least:.3g}–{greatest:.3g}" if least < greatest else "one run"
        rows.append(
            (target.what, f"{target.most:.4g}", f"{median:.3g}", noise, "yes" if median <= target.most else "**no**")
        )
    return _table(("ratio", "at most", "measured", "min–max", "reached"), rows)


def _start(bench: Bench) -> str:
    rules = {tool.name: tool.rules for tool in (*bench.both(), *bench.box.tools.values())}
    keys = {name: f"start/{name}" for name in bench.figures.of("start")}
    keys |= {f"{name}, its very first run": f"first run/{name}" for name in bench.figures.of("first run")}
    rows = []
    for name, key in keys.items():
        ratio = bench.figures.ratio(key, f"start/{PASS}") if key.startswith("start/") else None
        rows.append(
            (
                f"`{name}`" if name == PASS else name,
                rules.get(name, ""),
                f"{bench.found[name]:.1f}" if name in bench.found else "",
                _seconds(bench, key),
                f"{bench.figures.median(key, 'user'):.3f}",
                f"{ratio[0]:.1f}" if ratio else "",
                f"{bench.figures.median(key, 'peak'):.0f}",
            )
        )
    head = ("tool", "rules", "findings a page", "seconds (min–max)", "CPU", f"× `{PASS}`", "peak MiB")
    return _table(head, rows)


def _matrix(bench: Bench, series: Sequence[str]) -> str:
    """A row a tool, a column a series, and the peak memory of the longest."""
    names = list(dict.fromkeys(name for one in series for name in bench.figures.of(one)))
    rows = []
    for name in names:
        keys = [f"{one}/{name}" for one in series]
        peaks = [bench.figures.median(key, "peak") for key in keys if bench.figures.finished(key)]
        rows.append((name, *(_seconds(bench, key) for key in keys), f"{max(peaks):.0f}" if peaks else ""))
    shown = {"50kb": "50 kB", "5mb": "5 MB", "line": "one line of 60,000 characters"}
    head = [
        shown.get(one, one.replace(" md", " Markdown").replace(" html", " HTML").replace("2000", "2,000"))
        for one in series
    ]
    return _table(("tool", *head, "peak MiB"), rows)


def _growth(bench: Bench) -> str:
    keys = {count: f"growth/{count} rules" for count in GROWTH}
    rows = [
        (f"{count:,}", _seconds(bench, key), f"{bench.figures.median(key, 'peak'):.0f}")
        for count, key in keys.items()
        if bench.figures.finished(key)
    ]
    return _table(("rules", f"{bench.some} pages, seconds (min–max)", "peak MiB"), rows)


def _seconds(bench: Bench, key: str) -> str:
    """`0.123 (0.120–0.131)`."""
    if key not in bench.figures:
        return "–"
    walls = [sample.wall for sample in bench.figures.finished(key)]
    if not walls:
        return "not finished"
    median = bench.figures.median(key)
    return f"{median:.3g} ({min(walls):.3g}–{max(walls):.3g})" if len(walls) > 1 else f"{median:.3g}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
