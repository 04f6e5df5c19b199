"""Measure how fast medlint is beside other prose linters, on pages and rules made here.

python benchmarks/speed/measure.py             measure everything and print the tables (half an hour or more)
python benchmarks/speed/measure.py --record    the same, and write them to docs/performance.md
python benchmarks/speed/measure.py --quick     the installed medlint and proselint, 50 pages, under two minutes
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import breakdown
import corpus
import report
import series
from series import Bench
from tools import installed_medlint, peers

WORK = Path(__file__).with_name(".work")


def measured(bench: Bench, *, quick: bool) -> None:
    """Run every series."""
    series.check(bench)
    series.start(bench)
    series.some_pages(bench, "md")
    if quick:
        return
    series.first_run(bench)
    series.some_pages(bench, "html")
    series.page_size(bench)
    series.growth(bench)
    series.all_pages(bench, "md")
    series.all_pages(bench, "html")
    series.cache(bench)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a small part")
    parser.add_argument("--record", action="store_true", help="write the tables to docs/performance.md")
    parser.add_argument("--work", type=Path, default=WORK, help="where pages, rules and tools are put")
    parser.add_argument("--medlint", type=Path, metavar="PYTHON", help="measure the medlint of this Python")
    parser.add_argument("--rounds", type=int, default=0, help="runs of what is quick (12; --quick: 3)")
    chosen = parser.parse_args()
    work = chosen.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    python = chosen.medlint or (Path(sys.executable) if chosen.quick else None)
    print("making the pages and installing the tools", flush=True)
    pages = corpus.write(work / "corpus", 60 if chosen.quick else corpus.PAGES)
    medlint = installed_medlint(work, python)
    box = peers(work, npm=not chosen.quick)
    rounds = chosen.rounds or (3 if chosen.quick else 12)
    bench = Bench(medlint, box, pages, work, rounds, 50 if chosen.quick else report.FULL)
    measured(bench, quick=chosen.quick)
    alone = medlint.all_packs(series.ALL)
    imports = breakdown.imports(medlint.python, alone, pages, "md/0000.md")
    modules = breakdown.modules(medlint.python, alone, pages, bench.pages("md", bench.some), work)
    text = report.markdown(bench, imports, modules)
    print(text)
    if chosen.record:
        report.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
