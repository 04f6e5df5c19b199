"""Counting what was found, and how it is told: `medlint stats`."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from changed import replace
from conftest import ROOT, Run
from invented import MISSING, PLAIN, STRANGE, TONE, rich

from medlint.document import Document
from medlint.figures import BY, Figures, figures, folders
from medlint.figures_told import told
from medlint.findings import Severity, Suppressed
from medlint.lint import Result
from medlint.readers import read
from medlint.reporters import Report, Style, Trend, Unread
from medlint.reporters.excerpt import columns


def page(path: str, *findings: Any, words: int = 100, **more: Any) -> Result:
    """A page on which there are some findings."""
    return Result(path, [replace(f, path=path) for f in findings], words=words, **more)


def site(root: Path, trend: Trend | None = None) -> Report:
    """A small site; `a/one.md` is the worst, `b/deep/clean.md` is clean, and a recipe is no health copy."""
    let = [Suppressed(replace(TONE, path="b/two.md"), "directive", "agreed"), Suppressed(PLAIN, "baseline", "")]
    results = (
        page("b/two.md", STRANGE, STRANGE, TONE, words=50, suppressed=let),
        page("a/one.md", PLAIN, MISSING, words=200),
        page("b/deep/clean.md", words=150),
        page("recipe.md", words=900, health_copy=False),
    )
    return Report(
        "0.1.0", (), results, (Unread("t/a.md", "tests"), Unread("t/b.md", "tests")), (Unread("x.pdf", "locked"),), 2,
        root=root, unchanged=1, trend=trend,
    )  # fmt: skip


TREND = Trend(
    known=(("b/two.md", "minimal-side-effects"),),
    gone=(("b/two.md", "our-words"), ("b/old.md", "our-words"), ("a/one.md", "gone-rule")),
    expired=(("b/two.md", "our-tone"),),
)


def counted(rows: Any) -> list[tuple[str, int, int, int]]:
    return [(row.name, row.pages, row.findings, row.severities[Severity.ERROR]) for row in rows]


def test_findings_are_counted_by_all_that_they_have(tmp_path: Path) -> None:
    found = figures(site(tmp_path))
    assert (found.whole.pages, found.whole.words, found.whole.findings, found.clean) == (3, 400, 5, 1)
    assert (found.no_health_copy, found.skipped, found.unreadable) == (1, Counter(tests=2), 1)
    assert counted(found.severities) == [("error", 1, 2, 2), ("warning", 1, 2, 0), ("suggestion", 1, 1, 0)]
    assert counted(found.families) == [
        ("superlative", 1, 2, 0), ("missing-risks", 1, 1, 1), ("safety", 1, 1, 1), ("emotional-appeal", 1, 1, 0),
    ]  # fmt: skip
    assert counted(found.rules)[0] == ("our-words", 1, 2, 0)
    assert counted(found.pages) == [("a/one.md", 1, 2, 2), ("b/two.md", 1, 3, 0), ("b/deep/clean.md", 1, 0, 0)]
    assert [row.density for row in found.pages] == [10.0, 60.0, 0.0]
    assert found.whole.density == 12.5
    assert (found.whole.suppressed, found.whole.baselined, found.whole.gone) == (1, 1, None)
    safety = next(row for row in found.families if row.name == "safety")
    assert (safety.findings, safety.baselined) == (1, 1)


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (1, [("a", 1, 2, 2), ("b", 2, 3, 0)]),
        (2, [("a", 1, 2, 2), ("b", 1, 3, 0), ("b/deep", 1, 0, 0)]),
        (9, [("a", 1, 2, 2), ("b", 1, 3, 0), ("b/deep", 1, 0, 0)]),
    ],
)
def test_folders_add_up_their_pages(depth: int, expected: list[Any], tmp_path: Path) -> None:
    assert counted(folders(figures(site(tmp_path)), depth)) == expected


def test_pages_at_the_top_and_elsewhere_have_folders_too(tmp_path: Path) -> None:
    report = replace(
        site(tmp_path), results=(page("top.md", PLAIN), page("/else/where/x.md"), page(f"{tmp_path}/c/d.md"))
    )
    assert [row.name for row in folders(figures(report), 1)] == [".", "/else", "c"]


def test_what_became_of_the_baseline_is_counted_by_rule_page_and_folder(tmp_path: Path) -> None:
    found = figures(site(tmp_path, TREND))
    assert found.whole.gone == 3
    assert {row.name: row.gone for row in found.pages} == {"a/one.md": 1, "b/two.md": 1, "b/deep/clean.md": 0}
    assert {row.name: row.gone for row in found.rules if row.gone} == {"our-words": 2, "gone-rule": 1}
    assert {row.name: (row.gone, row.pages) for row in folders(found, 1)} == {"a": (1, 1), "b": (2, 2)}
    assert [row.gone for row in (*found.severities, *found.families)] == [None] * 7


def test_nothing_at_all_is_counted_as_nothing(tmp_path: Path) -> None:
    found = figures(Report("0.1.0", (), (), (), (), root=tmp_path))
    assert (found.whole.findings, found.whole.density, found.pages, found.clean) == (0, None, (), 0)
    for name in ("text", "markdown", "csv", "json"):
        assert telling(name, replace(site(tmp_path), results=()), by=(*BY, "folder"))


# How they are told


def telling(
    name: str, report: Report, by: tuple[str, ...] = BY, depth: int = 1, top: int = 10, style: Style | None = None
) -> str:
    return told(name, report, figures(report), by, depth, top, style or Style())


def test_text(tmp_path: Path) -> None:
    assert telling("text", site(tmp_path, TREND), ("severity", "page")) == (
        "Pages      3 judged, 400 words: 2 with findings, 1 without; 1 no health copy\n"
        "Findings   5: 2 errors, 2 warnings, 1 suggestion; 12.5 per 1,000 words; 1 on unchanged lines; 2 not counted\n"
        "Let stand  1 suppressed, 1 in the baseline\n"
        "Baseline   5 new (1 past their last day), 1 known, 3 gone\n"
        "Not read   2 skipped: 2 tests; 1 unreadable\n"
        "\n"
        "severity    findings  per 1,000  pages  let stand\n"
        "error              2        5.0      1          1\n"
        "warning            2        5.0      1          –\n"
        "suggestion         1        2.5      1          1\n"
        "\n"
        "page             findings  errors  warnings  suggestions  per 1,000  words  let stand  gone\n"
        "a/one.md                2       2         –            –       10.0    200          –     1\n"
        "b/two.md                3       –         2            1       60.0     50          2     1\n"
        "b/deep/clean.md         –       –         –            –          –    150          –     –\n"
    )


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_no_line_of_a_table_is_wider_than_the_terminal(width: int, tmp_path: Path) -> None:
    long = page("content/治疗/a-name-that-goes-on-and-on-and-says-nothing/page.md", PLAIN)
    report = replace(site(tmp_path), results=(long, *site(tmp_path).results))
    text = telling("text", report, ("family", "rule", "page", "folder"), depth=3, style=Style(width))
    tables = text.split("\n\n")[1:]
    assert len(tables) == 4
    for table in tables:
        lines = table.splitlines()
        assert max(map(columns, lines)) <= width
        assert len({columns(line) for line in lines}) == 1  # the last column is aligned
        assert " findings" in lines[0]
    assert ("page.md" in tables[2]) and (width > 60 or "…" in tables[2])


def test_names_cannot_steer_a_terminal_or_a_comment(tmp_path: Path) -> None:
    report = replace(site(tmp_path), results=(page("a\x1b[31m\n|@x <b>.md", PLAIN),))
    assert "\x1b" not in telling("text", report)
    markdown = telling("markdown", report, ("page",))
    assert "<b>" not in markdown and "\\|@" in markdown
    assert len({line.replace("\\|", "").count("|") for line in markdown.splitlines() if line.startswith("|")}) == 1


def test_only_the_first_rows_are_shown(tmp_path: Path) -> None:
    for name in ("text", "markdown"):
        cut = telling(name, site(tmp_path), ("page",), top=2)
        assert "and 1 more page (--top 0 shows all)" in cut and "clean.md" not in cut
        assert "clean.md" in telling(name, site(tmp_path), ("page",), top=0)
    assert "and 2 more families (" in telling("text", site(tmp_path), ("family",), top=2)


def rows(report: Report, *by: str) -> Iterator[dict[str, str]]:
    return csv.DictReader(StringIO(telling("csv", report, by, top=1)))


def test_csv_and_json_hold_all_rows_and_say_the_same(tmp_path: Path) -> None:
    report = site(tmp_path, TREND)
    by = (*BY, "folder")
    table = list(rows(report, *by))
    assert table[0] == {
        "by": "all", "name": "all pages", "pages": "3", "words": "400", "findings": "5", "error": "2", "warning": "2",
        "suggestion": "1", "per_1000_words": "12.5", "suppressed": "1", "baselined": "1", "gone": "3",
    }  # fmt: skip
    data = json.loads(telling("json", report, by, top=1))
    assert list(data["by"]) == list(by)
    flat = [{"by": one, **row} for one in by for row in data["by"][one]]
    assert table[1:] == [{key: "" if value is None else str(value) for key, value in row.items()} for row in flat]
    assert data["baseline"] == {"new": 5, "known": 1, "gone": 3, "expired": 1}
    assert data["files"] == {
        "checked": 4, "with_findings": 2, "without_findings": 1, "not_health_copy": 1, "skipped": {"tests": 2},
        "unreadable": 1,
    }  # fmt: skip
    assert data["not_counted"] == {"unchanged": 1, "hidden": 2}
    assert json.loads(telling("json", site(tmp_path)))["baseline"] is None


def test_names_with_quotes_and_commas_come_through_csv(tmp_path: Path) -> None:
    name = 'a, "b"\n;c.md'
    assert [row["name"] for row in rows(replace(site(tmp_path), results=(page(name, PLAIN),)), "page")][1] == name


def test_the_report_that_holds_everything_is_counted(tmp_path: Path) -> None:
    found: Figures = figures(rich(tmp_path))
    assert (found.whole.findings, found.cleared, found.set_aside, found.no_health_copy) == (6, 1, 2, 1)
    assert "1 cleared claim used, 2 set aside by the second opinion" in telling("text", rich(tmp_path))


# Words


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("a.md", "# One two\n\nThree – four: *five* & 6.\n", 6),
        ("a.md", "Don't re-read {{ name }} here.\n", 3),
        ("a.html", '<p>One <b>two</b></p><img alt="three four"><script>five</script>', 4),
        ("a.md", "```\ncode only\n```\n", 0),
        ("a.txt", "", 0),
    ],
)
def test_words_are_those_that_a_visitor_reads(path: str, source: str, expected: int) -> None:
    document: Document = read(path, source.encode())
    assert document.words == expected


# The command line


def test_stats_counts_with_the_baseline_and_ends_with_0(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    page = tmp_path / "site" / "page.md"
    page.write_text("# Ketamine\n\nIt has minimal side effects.\n\nKetamine is the gold standard.\n")
    only = ["--select", "minimal-side-effects", "--select", "gold-standard"]
    assert medlint("baseline", "write", "site", *only).returncode == 0
    page.write_text("# Ketamine\n\nIt has minimal side effects.\n\nIt has hardly any side effects.\n")
    done = medlint("stats", "site", *only, "--by", "folder", "--format", "json")
    data = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert data["baseline"] == {"new": 1, "known": 1, "gone": 1, "expired": 0}
    assert data["total"]["words"] == 12
    assert data["by"] == {
        "folder": [{"name": "site", **{k: v for k, v in data["total"].items() if k not in ("cleared", "set_aside")}}]
    }


def test_stats_ends_with_2_when_something_cannot_be_read(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"no zip")
    done = medlint("stats", ROOT / "examples" / "compliant.md", "broken.docx", "--isolated", "--by", "page")
    assert done.returncode == 2
    assert "1 unreadable" in done.stdout and "compliant.md" in done.stdout
    assert "broken.docx" in done.stderr
