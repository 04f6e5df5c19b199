"""What repeats is told once in text, and everywhere in JSON."""

from __future__ import annotations

from changed import replace

from medlint.document import Span
from medlint.findings import Finding, Severity, Suggestion
from medlint.lint import Result
from medlint.reporters import Report, Style, Unread, count_by_reason
from medlint.reporters.json_ import as_dict
from medlint.reporters.repeats import grouped
from medlint.reporters.text import render

ONE = Finding(
    "a.md", "zap", "mine", "safety", Severity.ERROR, "“zap” is risky.", "It is.", "zap", Span(6, 9), 1, 7, 1, 10,
    None, "It is zap.", (6, 9), (), (),
)  # fmt: skip
MISSING = replace(ONE, rule="missing-risks", family="missing-risks", message="No risks.")


def report(*findings: Finding) -> Report:
    paths = dict.fromkeys(f.path for f in findings)
    results = tuple(Result(p, [f for f in findings if f.path == p]) for p in paths)
    return Report("1", (), results, (), ())


def on(finding: Finding, *paths: str) -> list[Finding]:
    return [replace(finding, path=p) for p in paths]


def test_a_sentence_in_many_files_is_told_once() -> None:
    many = report(ONE, *(replace(f, sentence="it is  ZAP") for f in on(ONE, "b.md", "c.md", "d.md", "e.md")))
    text = render(many, Style())
    assert text.count("“zap” is risky.") == 1
    assert "          and 4 more places: b.md:1:7, c.md:1:7, d.md:1:7, …\n" in text
    assert text.splitlines()[-1] == "5 errors in 5 of 5 files checked."
    assert not any(line == "b.md" for line in text.splitlines())
    assert len(as_dict(many)["findings"]) == 5


def test_two_files_make_one_more_place() -> None:
    assert "          and 1 more place: b.md:1:7\n" in render(report(*on(ONE, "a.md", "b.md")), Style())


def test_in_a_single_file_every_place_is_told() -> None:
    text = render(report(ONE, replace(ONE, line=3)), Style())
    assert "  3:7 " in text
    assert "more place" not in text


def test_other_words_another_rule_or_another_context_are_not_the_same() -> None:
    others = [
        replace(ONE, path="b.md", sentence="Here is zap."),
        replace(ONE, path="c.md", rule="zip"),
        replace(ONE, path="d.md", quote="It"),
        replace(ONE, path="e.md", context=("draft",)),
    ]
    assert [t.others for t in grouped([ONE, *others])] == [[]] * 5


def test_what_is_missing_on_many_pages_is_told_once() -> None:
    pages = [replace(f, sentence=f.path) for f in on(MISSING, "a.md", "b.md", "c.md", "d.md", "e.md")]
    text = render(report(*pages), Style())
    assert "          the same on 4 more pages: b.md, c.md, d.md, …\n" in text
    assert len(grouped([MISSING, replace(MISSING, path="b.md", message="Other risks.")])) == 2


def test_context_and_counts() -> None:
    told = replace(report(replace(ONE, context=("draft", "testimonial"))), unreadable=(Unread("x.md", "no"),))
    text = render(replace(told, skipped=(Unread("y", "tests"),)), Style())
    assert "error (draft, testimonial)  zap" in text
    assert text.endswith("1 error in 1 file checked (1 skipped: 1 tests; 1 unreadable).\n")
    files = [Unread("a", "hidden"), Unread("b", "tests"), Unread("c", "tests")]
    assert count_by_reason(files) == "3 skipped: 2 tests, 1 hidden"


def test_a_sentence_is_shown_once_for_all_that_was_found_in_it() -> None:
    zip_ = replace(ONE, rule="zip", message="“It” is vague.", quote="It", column=1, span=Span(0, 2), in_sentence=(0, 2))
    text = render(report(zip_, ONE), Style())
    assert text.count("It is zap.") == 1
    assert "          It is zap.\n          ^^    ^^^\n          “It” is vague.\n" in text
    painted = render(report(zip_, ONE), Style(color=True))
    assert "\x1b[4;31mIt\x1b[0m is \x1b[4;31mzap\x1b[0m." in painted


def test_a_sentence_said_twice_is_shown_twice() -> None:
    assert render(report(ONE, replace(ONE, line=3)), Style()).count("It is zap.") == 2


def test_quotes_out_of_sight_of_a_long_sentence_are_left_to_their_message() -> None:
    long = "It is zap, " + "and so on, " * 40 + "zip."
    first = replace(ONE, sentence=long)
    last = replace(ONE, sentence=long, rule="zip", quote="zip", in_sentence=(len(long) - 4, len(long) - 1))
    lines = render(report(first, last), Style()).splitlines()
    assert [line.strip() for line in lines if "^" in line] == ["^^^"]
    assert max(map(len, lines)) < 180


def test_overlapping_quotes_are_painted_once() -> None:
    wide = replace(ONE, rule="zip", quote="is zap", in_sentence=(3, 9))
    assert "It \x1b[4;31mis zap\x1b[0m." in render(report(wide, ONE), Style(color=True))


def test_a_rule_tells_once_why_and_what_to_write() -> None:
    first = replace(ONE, suggestions=(Suggestion("It is fair.", None),))
    again = replace(first, line=3, sentence="So is zap.")
    other = replace(first, line=5, sentence="And zap.", suggestions=(Suggestion("Be fair.", None),))
    elsewhere = replace(first, path="b.md", sentence="Zap.", in_sentence=(0, 3))
    text = render(report(first, again, other, elsewhere), Style())
    assert text.count("why: It is.") == text.count("write: It is fair.") == 1
    assert "          why, and what instead: as at 1:7\n" in text
    assert "          why: as at 1:7\n          write: Be fair.\n" in text
    assert "          why, and what instead: as at a.md:1:7\n" in text
    assert "as at" not in render(report(first, replace(again, why="Another reason.")), Style())


def test_what_the_whole_page_lacks_is_told_last_without_a_sentence() -> None:
    lines = render(report(MISSING, replace(ONE, line=9)), Style()).splitlines()
    assert lines.index("  the page as a whole") > lines.index("          “zap” is risky.")
    assert lines[lines.index("  1:7     error  missing-risks") + 1] == "          No risks."
