"""Every output format: what it says of an invented report, and what its readers make of it."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from changed import replace
from conftest import ROOT, TODAY, Run, pack_text, rule_text
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from invented import ELSEWHERE, LET_STAND, MISSING, ODD, ODD_PATH, PLAIN, STRANGE, TONE, empty, made, rich
from jsonschema import Draft202012Validator
from junitparser import Error, Failure, JUnitXml, Skipped

from medlint.document import Document, Span
from medlint.files import inside
from medlint.findings import Finding, Severity, byte_columns
from medlint.lint import Linter, Result
from medlint.packs.loader import read_packs
from medlint.readers import read
from medlint.reporters import FORMATS, Report, Style, Unread, render
from medlint.reporters.common import cut, is_web, swap, unique
from medlint.reporters.markdown import LIMIT, escaped, size

SNAPSHOTS = Path(__file__).parent / "snapshots"
SUFFIXES = {
    "text": "txt", "json": "json", "concise": "txt", "github": "txt", "sarif": "sarif.json", "markdown": "md", "html": "html",
    "gitlab": "json", "junit": "xml", "rdjson": "json", "checkstyle": "xml", "jsonl": "jsonl",
}  # fmt: skip
PLAIN_STYLE = Style()
PROSE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
QUICK = hypothesis_settings(max_examples=40, deadline=None)


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an empty folder, in no CI service."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


def told(name: str, report: Report) -> str:
    return render(name, report, PLAIN_STYLE)


def schema(name: str) -> Draft202012Validator:
    data = json.loads((Path(__file__).parent / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data)


def validated(name: str, report: Report) -> Any:
    data = json.loads(told(name, report))
    schema(name).validate(data)
    return data


# Snapshots: MEDLINT_UPDATE_SNAPSHOTS=1 writes them anew, for a person to look at what has changed.


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("make", [rich, empty])
def test_snapshots(name: str, make: Any, tmp_path: Path) -> None:
    path = SNAPSHOTS / f"{make.__name__}-{name}.{SUFFIXES[name]}"
    text = told(name, make(tmp_path))
    if os.environ.get("MEDLINT_UPDATE_SNAPSHOTS") == "1":
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8")


def test_there_is_a_snapshot_of_every_format_and_no_other() -> None:
    expected = {f"{make}-{name}.{SUFFIXES[name]}" for name in FORMATS for make in ("rich", "empty")}
    assert {path.name for path in SNAPSHOTS.iterdir()} == expected


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_name_that_is_no_text_can_be_written(name: str, tmp_path: Path) -> None:
    told(name, made("a\udcff.md", "zap", tmp_path)).encode()


# concise and jsonl


def test_concise_is_one_line_a_finding_even_for_odd_words(tmp_path: Path) -> None:
    lines = told("concise", rich(tmp_path)).splitlines()
    assert len(lines) == 7
    assert lines[0].startswith(f"{ODD_PATH}:3:14: error minimal-side-effects: ")
    assert "\x1b" not in "".join(lines)
    assert "\x1b[31merror\x1b[0m" in render("concise", rich(tmp_path), Style(0, True))


def test_jsonl_says_what_json_says(tmp_path: Path) -> None:
    data = json.loads(told("json", rich(tmp_path)))
    rows = [json.loads(line) for line in told("jsonl", rich(tmp_path)).splitlines()]
    assert rows[0] == {"type": "run", **{key: data[key] for key in ("version", "tool", "packs")}}
    assert rows[-1] == {"type": "summary", "files": data["files"], **data["summary"]}
    for kind, key in (("finding", "findings"), ("suppressed", "suppressed"), ("cleared", "cleared")):
        assert [row for row in rows if row["type"] == kind] == [{"type": kind, **one} for one in data[key]]


# SARIF


def run_of(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = validated("sarif", report)["runs"][0]
    return run


def test_sarif_declares_all_rules_and_refers_to_them_and_to_the_files(tmp_path: Path) -> None:
    run = run_of(rich(tmp_path))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["minimal-side-effects", "our-tone", "our-words", "missing-risks"]
    assert not [rule["id"] for rule in rules if "{" in json.dumps(rule).replace('{"', "")]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert {**run["artifacts"][place["index"]]["location"], "index": place["index"]} == place
    assert [a["location"]["uri"] for a in run["artifacts"]] == [
        "pages/%C3%9Cber%20uns%20%26%20mehr/50%25%20off%2C%20a%3Ab%20%231.md",
        "pages/clean.html", "pages/second.md", "pages/recipe.md", "file:///elsewhere/old%20page.md",
    ]  # fmt: skip
    assert [rule.get("helpUri") for rule in rules] == [
        "https://github.com/medlint/medlint/blob/main/docs/rules/core.md#minimal-side-effects",
        "https://example.org/law?a=1&b=2",
        None,
        "https://github.com/medlint/medlint/blob/main/docs/rules/core.md#missing-risks",
    ]


def test_sarif_results(tmp_path: Path) -> None:
    results = run_of(rich(tmp_path))["results"]
    assert [r["level"] for r in results] == ["error", "warning", "note", "error", "error", "note", "error", "warning"]
    assert [r["baselineState"] for r in results] == ["new"] * 7 + ["unchanged"]
    region = {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 34}
    assert results[0]["locations"][0]["physicalLocation"]["region"] == {**region, "snippet": {"text": PLAIN.quote}}
    change = results[0]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert change == [{"deletedRegion": region, "insertedContent": {"text": "known side effects"}}]
    assert ["fixes" in r for r in results] == [True, False, False, False, False, False, True, False]
    assert r"\[a\](https" in results[1]["message"]["text"]
    assert results[1]["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": STRANGE.key_path}]
    directive, baseline = (r["suppressions"][0] for r in results[6:])
    assert (directive["kind"], directive["status"], directive["properties"]) == (
        "inSource",
        "accepted",
        {"until": "2027-01-31"},
    )
    assert directive["location"]["physicalLocation"]["region"] == {"startLine": 11}
    assert directive["justification"] == LET_STAND[0].reason
    assert baseline == {"kind": "external", "status": "accepted"}


def test_sarif_tells_what_went_wrong(tmp_path: Path) -> None:
    (invocation,) = run_of(rich(tmp_path))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [(n["descriptor"]["id"], n["level"]) for n in invocation["toolExecutionNotifications"]] == [
        ("unreadable", "error"), ("rule-stopped", "error"), ("problem", "warning"),
    ]  # fmt: skip
    assert invocation["toolExecutionNotifications"][1]["associatedRule"] == {"id": "our-words", "index": 2}
    run = run_of(empty(tmp_path))
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    assert len(run["artifacts"]) == 1


def test_sarif_has_no_baseline_state_without_a_baseline_and_takes_rules_that_are_not_declared(tmp_path: Path) -> None:
    report = rich(tmp_path)
    results = tuple(replace(r, suppressed=[s for s in r.suppressed if s.by == "directive"]) for r in report.results)
    told_results = run_of(replace(report, results=results, rules=()))["results"]
    assert len(told_results) == 7
    assert not [r for r in told_results if "baselineState" in r or "ruleIndex" in r]


@pytest.mark.parametrize(
    ("name", "keys"), [("sarif", ("partialFingerprints", "medlint/v1")), ("gitlab", ("fingerprint",))]
)
def test_fingerprints_are_unique(name: str, keys: tuple[str, ...], tmp_path: Path) -> None:
    data = validated(name, rich(tmp_path))
    found = []
    for row in data if name == "gitlab" else data["runs"][0]["results"]:
        for key in keys:
            row = row[key]
        found.append(row)
    assert len(found) == len(set(found)) == (6 if name == "gitlab" else 8)


def test_fingerprints_stay_when_lines_are_put_in_above(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(pack_text(rule_text()), encoding="utf-8")
    library = read_packs([tmp_path / "mine.yaml"])
    linter = Linter(library, today=TODAY, root=tmp_path)
    page = "# Ketamine for patients\n\nIt is zap.\n\nIt is zap.\n\nWe zap every depression.\n"

    def fingerprints(text: str) -> tuple[list[str], list[str]]:
        result = linter.check(read("page.md", text.encode()))
        report = Report(
            "0.1.0", (), (result,), (), (), rules=tuple(library.rules.values()), facts=library.facts, root=tmp_path
        )
        sarif = [r["partialFingerprints"]["medlint/v1"] for r in run_of(report)["results"]]
        return sarif, [row["fingerprint"] for row in validated("gitlab", report)]

    before, after = fingerprints(page), fingerprints("Another line.\n\nOne more.\n\n" + page)
    assert before == after
    assert len(set(before[0])) == 3
    assert before[0] == before[1]


def test_in_ci_paths_are_those_of_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = made("page.md", "zap", tmp_path)
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        with monkeypatch.context() as patch:
            patch.setenv(variable, str(tmp_path.parent))
            below = f"{tmp_path.name}/page.md"
            assert f" file={below}," in told("github", report)
            assert validated("gitlab", report)[0]["location"]["path"] == below
            assert run_of(report)["artifacts"][0]["location"]["uri"] == below
            patch.setenv(variable, "/somewhere/else")
            assert " file=page.md," in told("github", report)


# GitHub


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Workflow commands, read as the runner reads them: name, properties, message."""
    for line in re.split("[\r\n]+", text):
        if not (m := re.fullmatch(r"::(\w+) (.*?)::(.*)", line)):
            continue
        pairs = (pair.split("=", 1) for pair in m[2].strip().split(","))
        yield m[1], {key: unescaped(value, ":,") for key, value in pairs}, unescaped(m[3])


def unescaped(text: str, also: str = "") -> str:
    for char in ["\r", "\n", *also, "%"]:
        text = text.replace(f"%{ord(char):02X}", char)
    return text


@QUICK
@given(path=PROSE, words=PROSE, severity=st.sampled_from(Severity))
@example(path="50%2C off, a:b", words="100%0A ::error:: a, b", severity=Severity.ERROR)
def test_github_commands_read_back(path: str, words: str, severity: Severity) -> None:
    path = "x/_" + re.sub(r"[\0/\\]", "-", path) + "_/y"
    ((kind, properties, message),) = commands(told("github", made(path, words, Path.cwd(), severity)))
    assert kind == {"ERROR": "error", "WARNING": "warning", "SUGGESTION": "notice"}[severity.name]
    assert properties == {
        "file": path, "line": "1", "endLine": "1", "col": "1", "endColumn": "2", "title": "medlint: our-words"
    }  # fmt: skip
    lines = (" ".join(text.split()) for text in (words, f"Write: {words}"))
    assert message == "\n".join(re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f]", "\ufffd", line) for line in lines)


def test_github_shows_ten_of_each_kind_errors_first_and_says_what_is_left(tmp_path: Path) -> None:
    found = [replace(f, line=n, end_line=n) for n in range(1, 15) for f in (TONE, PLAIN)] + [STRANGE]
    report = Report("1", (), (Result(ODD_PATH, found),), (), ())
    text = told("github", report)
    read_back = list(commands(text))
    assert [kind for kind, _, _ in read_back] == ["error"] * 10 + ["warning"] + ["notice"] * 10
    assert [p["line"] for _, p, _ in read_back[:10]] == [str(n) for n in range(1, 11)]
    assert "col" not in read_back[10][1]  # over several lines
    assert text.splitlines()[-1] == "8 more findings not annotated: GitHub shows 10 of each kind."
    assert told("github", empty(tmp_path)) == ""


# GitLab, reviewdog


def test_gitlab_leaves_out_what_is_let_stand(tmp_path: Path) -> None:
    data = validated("gitlab", rich(tmp_path))
    assert [row["severity"] for row in data] == ["major", "minor", "info", "major", "major", "info"]
    assert data[1]["location"] == {"path": ODD_PATH, "lines": {"begin": 7, "end": 8}}
    assert validated("gitlab", empty(tmp_path)) == []


def test_rdjson_counts_columns_in_bytes(tmp_path: Path) -> None:
    data = validated("rdjson", rich(tmp_path))["diagnostics"]
    assert [d["severity"] for d in data] == ["ERROR", "WARNING", "INFO", "ERROR", "ERROR", "INFO"]
    assert data[1]["location"]["range"] == {"start": {"line": 7, "column": 9}, "end": {"line": 8, "column": 5}}
    assert data[2]["location"]["range"] == {"start": {"line": 9}, "end": {"line": 9}}
    (suggestion,) = data[0]["suggestions"]
    assert suggestion == {"range": data[0]["location"]["range"], "text": "known side effects"}
    assert not [d for d in data[1:] if "suggestions" in d]
    assert validated("rdjson", empty(tmp_path))["diagnostics"] == []


PAGES = {
    "a.md": "# Ketamine 😀\r\n\r\nÜber 治疗 it is **zap**, \t😀 zap.\r\n",
    "a.html": "<p>Ketamine &amp; é <b>z</b>ap</p><p>😀 zap</p>",
    "a.json": '{"title": "Ketamine for patients", "a": "Ü zap 😀 zap"}',
    "plain.md": "Ketamine patients say zap.\n\nThen zap.\n",
}


@pytest.mark.parametrize("path", PAGES)
def test_byte_columns_lead_to_the_words_in_the_bytes_of_the_file(path: str, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(pack_text(rule_text()), encoding="utf-8")
    source = PAGES[path].encode()
    found = Linter(read_packs([tmp_path / "mine.yaml"]), today=TODAY).check(read(path, source)).findings
    assert len(found) >= 2
    lines = re.split(b"\r\n|\n", source)
    for f in found:
        assert f.byte_columns is not None
        start, end = f.byte_columns
        assert lines[f.line - 1][start - 1 : end - 1].decode() == f.written
        assert re.sub(r"</?b>|\*\*", "", f.written) == "zap"


@QUICK
@given(before=PROSE, words=PROSE)
def test_byte_columns_of_any_line(before: str, words: str) -> None:
    document = Document("a.txt", f"line\n{before}{words}", [])
    start = document.source.index("\n") + 1
    _, column = document.place(len(document.source))
    expected = len(document.source.encode()) - len(document.source[: len(document.source) - column + 1].encode()) + 1
    assert byte_columns(document, Span(start, len(document.source)))[1] == expected


# JUnit, Checkstyle


def test_junit_reads_back_with_the_right_counts(tmp_path: Path) -> None:
    xml = JUnitXml.fromstring(told("junit", rich(tmp_path)).encode())
    assert (xml.tests, xml.failures, xml.errors) == (14, 6, 2)
    outcomes: Counter[type | None] = Counter()
    for suite in xml:
        stated = [suite.tests, suite.failures, suite.errors, suite.skipped]
        suite.update_statistics()
        assert stated == [suite.tests, suite.failures, suite.errors, suite.skipped]
        outcomes.update(type(case.result[0]) if case.result else None for case in suite)
        assert suite.name == "not read" or {case.classname for case in suite} == {suite.name}
    assert outcomes == {Failure: 6, Error: 2, Skipped: 5, None: 1}
    first = next(iter(next(iter(xml))))
    assert (first.name, first.classname) == ("minimal-side-effects at 3:14", ODD_PATH)
    assert first.result[0].message == PLAIN.message


def test_checkstyle_has_every_file_and_finding(tmp_path: Path) -> None:
    root = ElementTree.fromstring(told("checkstyle", rich(tmp_path)).encode())
    files = {file.get("name"): [error.attrib for error in file] for file in root}
    assert list(files) == [
        ODD_PATH,
        "pages/clean.html",
        "pages/second.md",
        "pages/recipe.md",
        ELSEWHERE,
        "broken <i>.docx",
    ]
    assert files["pages/clean.html"] == []
    assert [(e["line"], e["column"], e["severity"], e["source"]) for e in files[ODD_PATH]] == [
        ("3", "14", "error", "medlint.minimal-side-effects"),
        ("7", "5", "warning", "medlint.our-words"),
        ("9", "1", "info", "medlint.our-tone"),
    ]


@QUICK
@given(words=st.text(min_size=1, max_size=40))
@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_takes_any_text(name: str, words: str) -> None:
    root = ElementTree.fromstring(told(name, made(f"{words}.md".replace("\0", ""), words, Path.cwd())).encode())
    messages = [e.get("message", "") for e in root.iter() if e.tag in ("failure", "error")]
    assert len(messages) == (3 if name == "junit" else 2) - (name == "junit")


# Markdown


HOSTILE = [
    "| a | b |", "`code`", "<script>alert(1)</script>", "<!-- x -->", "**bold** _it_ ~~gone~~", "[a](https://example.org)",
    "![a](b)", "@someone", "#12", "GH-12", "https://example.org", "www.example.org", "me@example.org", "$1 and $2", "a\nb", "&lt;", ":tada:",
    "\\| \\", "1. a", "- a",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_shows_words_as_they_stand(words: str, tmp_path: Path) -> None:
    shown = escaped(words)
    assert not re.search(
        r"(?<!\\)[`|*_~\[\]]|<(?!/?span>)|@(?!\u200b)|#(?=\d)|https?:(?!\u200b)|www\.(?!\u200b)|\n|:(?=tada)|(?<!<span>)\$",
        shown,
    )
    back = shown.replace("<span>$</span>", "$").replace("\u200b", "")
    back = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", back).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert back == words.replace("\n", " ")
    rows = [line for line in told("markdown", made("a.md", words, tmp_path)).splitlines() if line.startswith("| 1:1 ")]
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [5]


def test_markdown_keeps_to_the_limit_of_a_comment(tmp_path: Path) -> None:
    found = [replace(STRANGE, path=f"pages/{n // 5}.md", message="😀" * 300 + str(n)) for n in range(400)]
    pages = tuple(Result(p, [f for f in found if f.path == p]) for p in dict.fromkeys(f.path for f in found))
    text = told("markdown", replace(rich(tmp_path), results=pages))
    assert LIMIT - 4000 < size(text) <= LIMIT
    rows = sum(line.startswith("| 7:5 ") for line in text.splitlines())
    assert text.endswith(f"\n**{400 - rows} more findings** not shown here, as there is no more room.\n")
    let = [replace(LET_STAND[n % 2], reason="😀" * 300) for n in range(400)]
    text = told("markdown", replace(rich(tmp_path), results=(Result("a.md", [PLAIN], suppressed=let),)))
    assert size(text) <= LIMIT
    assert text.count("<details>") == text.count("</details>") == 1
    assert re.search(r"\n\d+ more suppressed\.\n\n200 more in the baseline\.\n$", text)


# HTML


class Page(HTMLParser):
    """The elements, addresses and words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.marked: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += attrs
        if tag not in ("meta", "input", "br"):
            self.open.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            self.marked[-1] += data
        if "style" not in self.open:
            self.words += data


def page(report: Report) -> Page:
    parser = Page()
    parser.feed(told("html", report))
    parser.close()
    assert parser.open == []
    return parser


ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "b", "nav", "ul", "li", "a", "section",
    "article", "span", "blockquote", "mark", "footer", "header", "dl", "dt", "dd", "div", "table", "thead", "tbody", "tr", "th",
    "td", "svg", "rect", "details", "summary", "fieldset", "legend", "label", "input", "br",
}  # fmt: skip


def test_html_is_a_whole_page_that_shows_scripts_as_text(tmp_path: Path) -> None:
    shown = page(rich(tmp_path))
    assert set(shown.tags) <= ALLOWED
    assert {key for key, _ in shown.attributes if key.startswith("on") or key in ("src", "style")} == set()
    assert {url for key, url in shown.attributes if key == "href"} == {
        "https://example.org/law?a=1&b=2", "#page-1", "#page-3", "#page-5", "#let-stand"
    }  # fmt: skip
    targets = {value for key, value in shown.attributes if key == "id"}
    assert {f"#{target}" for target in targets} == {"#page-1", "#page-3", "#page-5", "#let-stand"}
    assert shown.marked[:4] == ["minimal side effects", "治疗 😀", "Imagine", "Welcome"]
    for words in (
        ODD_PATH,
        MISSING.message,
        "tests/a.md",
        "no health copy",
        "not a Word file",
        "Ask us about the risks.",
    ):
        assert words in shown.words
    assert ODD.replace("\x1b", "\ufffd").replace("\x0b", "\ufffd") in shown.words
    text = told("html", rich(tmp_path))
    for needed in (
        '<html lang="en">',
        '<meta name="viewport"',
        "prefers-color-scheme: dark",
        "@media print",
        "<title>medlint: 3 errors",
    ):
        assert needed in text


@QUICK
@given(words=st.text(min_size=1, max_size=60))
def test_html_takes_any_text(words: str) -> None:
    shown = page(made("a.md", words, Path.cwd()))
    assert set(shown.tags) <= ALLOWED
    expected = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", words)
    assert shown.marked[0] == expected
    assert not [url for key, url in shown.attributes if key == "href" and not (url or "").startswith(("#", "http"))]


# What they share


def test_shared_helpers(tmp_path: Path) -> None:
    assert list(unique(["a", "b", "a", "a"])) == ["a", "b", "a-2", "a-3"]
    assert cut("one two three", 20) == "one two three"
    assert cut("one two three", 12) == "one two …"
    assert len(cut("x" * 50, 10)) == 10
    assert inside(tmp_path, tmp_path / "a" / ".." / "b.md") == "b.md"
    assert inside(tmp_path, tmp_path.parent / f"{tmp_path.name}-2" / "b.md") is None
    assert [is_web(url) for url in ("https://a", "http://a", "javascript:a", "//a", "HTTPS://a")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (PLAIN, "known side effects"),
        (replace(PLAIN, written="minimal **side** effects"), None),
        (replace(PLAIN, written=""), None),
        (replace(PLAIN, end_line=4), None),
        (replace(PLAIN, suggestions=()), None),
        (replace(PLAIN, quote="known side effects", written="known side effects"), None),
    ],
)
def test_words_are_exchanged_only_where_the_source_has_them_as_they_stand(
    finding: Finding, expected: str | None
) -> None:
    assert swap(finding) == expected


# The command line


def test_all_formats_in_one_run(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "risky.md").write_text("# Ketamine\n\nIt has minimal side effects.\n", encoding="utf-8")
    arguments = [part for name in FORMATS for part in ("--format", name, "--output", f"out.{name}")]
    done = medlint("risky.md", "--isolated", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    for name in FORMATS:
        assert "minimal-side-effects" in (tmp_path / f"out.{name}").read_text(encoding="utf-8"), name
    for name in ("sarif", "gitlab", "rdjson"):
        schema(name).validate(json.loads((tmp_path / f"out.{name}").read_text(encoding="utf-8")))
    (driver,) = (
        run["tool"]["driver"] for run in json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["runs"]
    )
    assert len(driver["rules"]) > 100
    assert re.findall(r"\{[a-z-]+\}", json.dumps(driver)) == []


def test_on_github_text_and_then_annotations(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "risky.md").write_text("# Ketamine\n\nIt has minimal side effects.\n", encoding="utf-8")
    done = medlint("risky.md", "--isolated", "--select", "minimal-side-effects", env={"GITHUB_ACTIONS": "true"})
    lines = done.stdout.splitlines()
    assert lines[0] == "risky.md"
    assert [line.startswith("::error file=risky.md,line=3,endLine=3,col=8,") for line in lines[-2:]] == [False, True]


def test_the_page_about_formats_names_them_all() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert re.findall(r"^## `(\w+)`", text, re.M) == list(FORMATS)


def test_unreadable_files_fail_where_a_format_can_say_so(tmp_path: Path) -> None:
    report = replace(empty(tmp_path), unreadable=(Unread("x.pdf", "locked"),))
    assert "locked" in told("junit", report)
    assert "locked" in told("checkstyle", report)
    assert "locked" in told("html", report)
    assert "locked" in told("markdown", report)
