"""The HTML report: the copy with its marks, whatever stands in it, and reports that are large."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from changed import replace
from conftest import TODAY, Run, pack_text, rule_text
from invented import COPY, MISSING, PLAIN, STRANGE, copy_findings, rich, site

from medlint.again import Pages
from medlint.document import Block, Span
from medlint.findings import Finding, Severity
from medlint.lint import Linter, Result
from medlint.marked import marked, text_range
from medlint.packs.loader import read_packs
from medlint.readers import read
from medlint.reporters import Report, Style, Trend, parts, render
from medlint.reporters.html_ import AT_FIRST, IN_PLACE

VOID = ("meta", "input", "br")


class Page(HTMLParser):
    """What stands on a page: elements, attributes, words, and the words and classes of each mark."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: Counter[tuple[str, str | None]] = Counter()
        self.open: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes.update(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "mark":
            self.marks.append(("", dict(attrs)["class"] or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            words, classes = self.marks[-1]
            self.marks[-1] = words + data, classes
        if "style" not in self.open:
            self.said.append(data)

    @property
    def words(self) -> str:
        return "".join(self.said)

    def values(self, key: str) -> set[str]:
        return {value or "" for name, value in self.attributes if name == key}


def one(source: str, findings: list[Finding], path: str = "page.md") -> Report:
    """The report on one page, which can be read again."""
    document = read(path, source.encode())
    result = Result(path, findings, words=document.words)
    return replace(rich(Path.cwd()), results=(result,), document=lambda _: document)


def html(report: Report) -> str:
    return render("html", report, Style())


# Marks


FORMATS = {
    "a.md": "# Ketamine 😀\r\n\r\nÜber 治疗 it is **z**ap, \t😀 zap. A [zap](https://example.org) &amp; zap\\!\r\n",
    "a.html": '<h1>Ketamine &amp; é <b>z</b>ap</h1><p title="x">😀 zap</p><img src="a.png" alt="zap &quot;it&quot;">',
    "a.json": '{"title": "Ketamine for patients", "a": "\\u00dc zap \\ud83d\\ude00 z\\u0061p"}',
    "a.yaml": "title: Ketamine for patients says zap\ndescription: 'It''s zap'\nbody: |\n  more\n  zap\n",
    "a.tsx": "export const A = () => <p>Ketamine {name} zap {'and zap'} &mdash; zap</p>\n",
    "a.txt": "Ketamine patients say zap.\n\nThen zap, and a soft z\u00adap.\n",
    "a.rst": "Ketamine\n========\n\nIt is *zap*.\n\n* zap\n",
}


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    path = tmp_path_factory.mktemp("packs") / "mine.yaml"
    path.write_text(pack_text(rule_text()), encoding="utf-8")
    return Linter(read_packs([path]), today=TODAY)


@pytest.mark.parametrize("path", FORMATS)
def test_every_finding_is_marked_at_its_words(path: str, linter: Linter) -> None:
    document = read(path, FORMATS[path].encode())
    findings = linter.check(document).findings
    assert len(findings) >= 2
    copy = marked(document, findings)
    assert copy.others == []
    found = dict.fromkeys(range(len(findings)), "")
    for passage in copy.passages:
        assert "".join(piece.text for piece in passage.pieces) == document.quote(
            passage.block, 0, len(passage.block.visible)
        )
        for piece in passage.pieces:
            for n in piece.findings:
                found[n] += piece.text
    assert [found[n] for n in range(len(findings))] == [f.quote for f in findings]
    shown = Page(html(one(FORMATS[path], findings, path)))
    assert Counter(words for words, _ in shown.marks) == Counter(f.quote for f in findings)


@pytest.mark.parametrize("path", FORMATS)
def test_the_text_of_a_source_range_is_the_way_back(path: str) -> None:
    document = read(path, FORMATS[path].encode())
    for block in document.blocks:
        for start in range(len(block.visible)):
            for end in range(start + 1, min(start + 6, len(block.visible)) + 1):
                first, last = text_range(block, block.source_span(start, end)) or (0, 0)
                assert first <= start and end <= last
                assert block.source_span(first, last) == block.source_span(start, end)
        assert text_range(block, Span(len(document.source), len(document.source) + 5)) is None


def test_words_of_several_findings_bear_the_gravest_and_numbers_stand_where_findings_end() -> None:
    def at(words: str, like: Finding) -> Finding:
        start = COPY.index(words)
        return replace(like, span=Span(start, start + len(words)), quote=words, path="page.md")

    inner, outer = at("side effects", STRANGE), at("minimal side effects and works", PLAIN)
    text = html(one(COPY, [outer, inner]))
    shown = Page(text)
    assert [(words, classes.split()[0]) for words, classes in shown.marks] == [
        ("minimal ", "error"), ("side effects", "error"), (" and works", "error"),
    ]  # fmt: skip
    assert re.findall(r'data-n="([^"]*)"', text) == ["2", "1"]
    assert len(shown.marks[1][1].split()) == 3  # of both families, for the filter


def test_findings_without_words_of_their_own_come_first() -> None:
    comment = replace(
        PLAIN, span=Span(0, 3), quote="not in the copy", sentence="<!-- not in the copy -->", in_sentence=(5, 20)
    )
    text = html(one(COPY, [*copy_findings("page.md"), comment]))
    first, copy = text.split('<div class="copy">')
    assert "Of the page as a whole" in first and MISSING.suggestions[0].text in first
    assert "&lt;!-- <mark" in first
    assert "Ketamine infusions in Maple Heights</p>" in copy
    assert "minimal side effects</mark>" in copy and "patients feel better</mark>" in copy
    assert "nausea &amp; dizziness" in copy


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        (
            "a.html",
            '<title>T zap</title><meta name="description" content="M">',
            ["page title", "text for search engines"],
        ),
        ("a.html", '<p>zap</p><img src="a" alt="A">', ["words for a picture"]),
        ("a.json", '{"faq": [{"answer": "It is zap."}]}', ["faq[0].answer"]),
        ("a.html", "<p>zap</p><footer><p>Foot</p></footer>", ["small print"]),
        ("a.md", "# Heading\n\nzap\n", []),
    ],
)
def test_what_is_not_running_text_says_what_it_is(path: str, source: str, expected: list[str]) -> None:
    start = source.index("zap")
    finding = replace(PLAIN, path=path, quote="zap", span=Span(start, start + 3))
    assert re.findall(r'class="kind">([^<]*)<', html(one(source, [finding], path))) == expected


# Whatever stands in it


NASTY = {
    "script": "<script>alert(1)</script>",
    "end of style": "</style><script>alert(1)</script>",
    "end of page": "</mark></p></details></body></html>",
    "comment": "<!-- --> <![CDATA[ ]]> <?x?>",
    "quotes": "\" ' ` = > onload=alert(1)",
    "template": "{{ 7 * 7 }} {% raw %} {# no #}",
    "entities": "&amp; &lt;b&gt; &#60;",
    "right to left": "\u202eevil\u202c \u2067x\u2069 \u200f",
    "controls": "a\x00b\x1b[31mc\x07\x0b\x0c\x85",
    "surrogate": "half \ud83d of a pair",
    "no characters": "\ufffe \uffff",
    "lines": "one\u2028two\u2029three\r\nfour",
}


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY)
def test_whatever_stands_on_a_page_is_shown_as_text(words: str, tmp_path: Path) -> None:
    finding = replace(
        STRANGE, path=f"a {words}.md", message=words, why=words, sentence=words, in_sentence=(0, len(words)), key_path=words,
        context=(words,), rule=words, family=words, quote=words, span=Span(0, len(words)),
        suggestions=tuple(replace(s, text=words, replace=words) for s in PLAIN.suggestions),
        sources=(replace(PLAIN.sources[0], title=words, section=words, url=words, requires=words, as_of=words),),
    )  # fmt: skip
    page = read("a.txt", b"x")
    page.source = words
    for index, block in enumerate(page.blocks):
        page.blocks[index] = Block(block.kind, words, [(0, 0, len(words))], key_path=words, context=words)
    result = Result(finding.path, [finding] * 2, words=3)
    report = replace(rich(tmp_path), results=(result, Result(words, [])), document=lambda _: page)
    plain = Page(html(one("x", [])))
    for text in (html(report), html(replace(report, document=None))):
        shown = Page(text)
        text.encode()
        assert not shown.tags.keys() & {"script", "img", "iframe", "object", "b1"}
        assert shown.tags["style"] == plain.tags["style"] == 1
        assert not [key for key, _ in shown.attributes if key.startswith("on") or key in ("style", "src")]
        assert not [url for url in shown.values("href") if not url.startswith(("#", "https://example.org/"))]
        expected = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", words)
        assert shown.words.count(expected) >= 8


# Pages that are read again


def test_pages_are_read_again_as_long_as_they_are_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("One.\n")
    pages = Pages()
    pages(str(path), path.read_bytes())
    document = pages.document(str(path))
    assert document and document.source == "One.\n"
    assert pages.document(str(tmp_path / "other.md")) is None
    path.write_text("Two.\n")
    assert pages.document(str(path)) is None
    path.unlink()
    assert pages.document(str(path)) is None


def test_standard_input_is_kept(tmp_path: Path) -> None:
    pages = Pages("stdin.md")
    pages("stdin.md", b"One.\n")
    document = pages.document("stdin.md")
    assert document and document.source == "One.\n"


def test_a_page_that_has_changed_is_told_with_its_sentences() -> None:
    report = replace(one(COPY, copy_findings("page.md")), document=lambda _: None)
    text = html(report)
    assert "has changed since it was checked" in text and 'class="copy"' not in text
    assert [words for words, _ in Page(text).marks][:2] == ["Ketamine infusions", "minimal side effects"]
    assert "has changed" not in html(replace(report, document=None))


def test_the_command_shows_files_and_standard_input(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Ketamine\n\nA word before. It has **minimal** side effects.\n")
    page = b"<p>Another word. Ketamine has minimal <i>side effects</i>.</p>"
    options = ["--isolated", "--select", "minimal-side-effects", "--format", "html", "--stdin-filename", "in.html"]
    done = medlint("page.md", "-", *options, stdin=page)
    shown = Page(done.stdout)
    assert done.returncode == 1
    assert [words for words, _ in shown.marks] == ["minimal side effects"] * 2
    assert "A word before." in shown.words and "Another word." in shown.words
    assert "as of 28 November 2026" in shown.words


# Overview


def test_the_overview_counts(tmp_path: Path) -> None:
    text = html(site(30, tmp_path))
    shown = Page(text)
    assert "<h1>20 of 30 pages have findings</h1>" in text
    assert 'aria-label="error: 60 errors"' in text and 'aria-label="safety: 40 errors"' in text
    assert {f"#{one}" for one in shown.values("id")} == shown.values("href") - {"https://example.org/law?a=1&b=2"}
    assert text.count("<li>content/") == 10
    assert f"{20 - AT_FIRST} more</summary>" in text
    bars = [float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', text)]
    assert max(bars) == 100.0


def test_the_trend_is_told_where_there_is_a_baseline(tmp_path: Path) -> None:
    report = replace(site(6, tmp_path), day=date(2026, 3, 1))
    assert "Since the baseline" not in html(report)
    trend = Trend((("a.md", "x"),) * 3, (("a.md", "x"),) * 2, (("a.md", "x"),))
    text = html(replace(report, trend=trend))
    assert "as of 1 March 2026" in text
    labels = re.findall(r'aria-label="(new|known|gone): (\d+)"', text)
    assert labels == [("new", "28"), ("known", "3"), ("gone", "2")]
    assert "1 of them past their last day" in text


def test_the_filter_knows_every_severity_and_family(tmp_path: Path) -> None:
    text = html(site(6, tmp_path))
    shown = Page(text)
    families = {value for value in shown.values("value") if re.fullmatch(r"f\d+", value)}
    assert len(families) == 4
    for family in families:
        assert f'.filter:has([value="{family}"]:checked)' in text
        assert any(family in classes.split() for classes in shown.values("class"))
    assert {f"upto-{s.label}" for s in (Severity.ERROR,)} <= {c for v in shown.values("class") for c in v.split()}
    assert 'class="filter"' not in html(one("Fine.", []))


# Large reports


def test_a_report_of_2000_pages_is_light_and_whole(tmp_path: Path) -> None:
    report = site(2000, tmp_path)
    findings = sum(len(r.findings) for r in report.results)
    assert findings > IN_PLACE
    pieces = list(parts("html", report, Style()))
    assert max(map(len, pieces)) < 200_000  # it is never held as a whole
    text = "".join(pieces)
    page_bytes = (len(text.encode()) - 40_000) / 2000
    assert page_bytes < 2 * len(COPY) + 300 * findings / 2000
    shown = Page(text)
    assert shown.tags["details"] == 1333 + 3
    assert len(shown.marks) == 1333 * len(copy_findings("x"))
    assert shown.values("popovertarget") == {v for v in shown.values("id") if v.startswith("why-")}
    assert text.count("Nobody can know it.") == len(shown.values("popovertarget"))
    assert {url for url in shown.values("href") if url.startswith("#page-")} == {
        f"#{value}" for value in shown.values("id") if value.startswith("page-")
    }
