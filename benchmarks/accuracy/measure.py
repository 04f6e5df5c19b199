"""Measure medlint on the labelled pages and sentences beside this file.

python benchmarks/accuracy/measure.py             print the table
python benchmarks/accuracy/measure.py --check     fail where a figure is more than 0.01 worse than recorded.json
python benchmarks/accuracy/measure.py --record    write it to recorded.json and docs/accuracy.md (--tiers: all of them)
python benchmarks/accuracy/measure.py --tiers     patterns alone, with the built-in opinion, with the semantic one
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

import labelled

from medlint.lint import Linter
from medlint.opinion.second import Model
from medlint.packs.compiled import load_packs
from medlint.packs.loader import shipped_packs
from medlint.readers import read

RECORDED = Path(__file__).with_name("recorded.json")
DOCUMENT = Path(__file__).parents[2] / "docs" / "accuracy.md"
MARKS = ("<!-- figures -->", "<!-- end of figures -->")
FALL = 0.01
RECORDED_SETS = ("dev", "kept", "fresh", "unseen", "code", "stock", "papers", "advice")
BUILT_IN = "with the built-in opinion"

Figures = dict[str, float]


def of_pages(linter: Linter, name: str, wanted: Callable[[str], bool] = lambda _: True) -> labelled.Score:
    """The score of a set of pages."""
    some = [page for page in labelled.pages(name) if wanted(page.name)]
    results = linter.check_all(read(page.name, page.text.encode()) for page in some)
    return labelled.score(
        (page, [labelled.Found(labelled.Span(*f.span), f.family) for f in result.findings])
        for page, result in zip(some, results, strict=True)
    )


def of_bank(linter: Linter, name: str) -> Figures:
    """The share of the risky sentences of a bank that are flagged, and of the harmless ones."""
    rows = labelled.bank(name)
    result = linter.check(read("bank.md", labelled.bank_page(rows).encode()))
    found = {labelled.row_at(f.line) for f in result.findings if not f.is_page_level}
    risky = [i in found for i, row in enumerate(rows) if row["flag"]]
    harmless = [i in found for i, row in enumerate(rows) if not row["flag"]]
    return {"recall": sum(risky) / len(risky), "alarms": sum(harmless) / len(harmless)}


def measured(linter: Linter, sets: tuple[str, ...] = ("dev", "kept", "train")) -> Figures:
    """Every figure by its name."""
    out: Figures = {}
    for name in sets:
        score = of_pages(linter, name)
        for part in ("sentence", "claim", "missing"):
            figure: labelled.Figure = getattr(score, part)
            out[f"{name} {part} precision"] = figure.precision
            out[f"{name} {part} recall"] = figure.recall
            out[f"{name} {part} F1"] = figure.f1
    out["clean pages alarms per 1,000 words"] = of_pages(linter, "dev", lambda n: n[0] == "c").alarms_per_1000_words
    for name in ("dev", "more"):
        for part, value in of_bank(linter, name).items():
            out[f"bank {name} {part}"] = value
    return {name: round(value, 3) for name, value in out.items()}


def linter(model: Model | None = None, *, learned: bool = True) -> Linter:
    """All shipped rules of the default jurisdiction, with or without the learned ones."""
    library = load_packs(shipped_packs(("us",)))
    if not learned:
        library.rules = {k: rule for k, rule in library.rules.items() if rule.header.kind != "learned"}
    return Linter(library, model=model)


def table(columns: dict[str, Figures]) -> str:
    """The figures as a Markdown table, a column each."""
    names = list(next(iter(columns.values())))
    lines = [f"| | {' | '.join(columns)} |", f"| --- |{' ---: |' * len(columns)}"]
    lines += [f"| {name} | {' | '.join(f'{figures[name]:.3f}' for figures in columns.values())} |" for name in names]
    return "\n".join(lines)


def tiers() -> dict[str, Figures]:
    """Patterns alone, with the built-in second opinion, with the semantic one."""
    from medlint.opinion.semantic import SemanticModel

    return {
        "patterns": measured(linter(learned=False), RECORDED_SETS),
        BUILT_IN: measured(linter(), RECORDED_SETS),
        "with the semantic opinion": measured(linter(SemanticModel()), RECORDED_SETS),
    }


def worse(before: Figures, now: Figures) -> list[str]:
    """What is more than `FALL` worse than it was."""
    out = []
    for name, value in now.items():
        was = before[name]
        fell = value - was if "alarms" in name else was - value
        if fell > FALL:
            out.append(f"{name}: {was:.3f} before, {value:.3f} now")
    return out


def write(columns: dict[str, Figures]) -> None:
    """Put the table in its place in docs/accuracy.md."""
    text = DOCUMENT.read_text("utf-8")
    before, after = text.split(MARKS[0])[0], text.split(MARKS[1])[1]
    DOCUMENT.write_text(f"{before}{MARKS[0]}\n{table(columns)}\n{MARKS[1]}{after}", "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--check", "--record", "--tiers"):
        parser.add_argument(option, action="store_true")
    chosen = parser.parse_args()
    if chosen.check:
        fallen = worse(json.loads(RECORDED.read_text("utf-8")), measured(linter(), RECORDED_SETS))
        print("\n".join(fallen) or "no figure fell")
        return int(bool(fallen))
    columns = tiers() if chosen.tiers else {BUILT_IN: measured(linter(), RECORDED_SETS)}
    print(table(columns))
    if chosen.record:
        RECORDED.write_text(json.dumps(columns[BUILT_IN], indent=1) + "\n", "utf-8")
        write(columns)
    return 0


if __name__ == "__main__":
    sys.exit(main())
