"""Pages from the web as rows of a table, without the systems that bring them."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from changed import replace
from conftest import TODAY, pack_text, rule_text
from hypothesis import given
from hypothesis import strategies as st

from medlint.integrations import rows as rows_module
from medlint.integrations.media import FORMATS, as_utf8, format_for
from medlint.integrations.rows import COLUMNS, Job, WebPage, Worker, document, of_result, packed
from medlint.integrations.warc import pages
from medlint.lint import Linter, Result
from medlint.packs.loader import read_packs
from medlint.readers import SUFFIXES, read

RISKY = "<html><body><h1>Infusions</h1><p>They are <b>zap</b> proof.</p></body></html>"
JOB = Job(TODAY)


@pytest.mark.parametrize(
    ("media_type", "url", "format"),
    [
        ("text/html", "https://a.example/", "html"),
        (" Text/HTML ;charset=x", "https://a.example/page.pdf", "html"),
        ("text/markdown; charset=utf-8", "https://a.example/", "markdown"),
        ("text/plain", "https://a.example/page.html", "text"),
        ("application/pdf", "https://a.example/", "pdf"),
        (None, "https://a.example/page.HTML?print=1#top", "html"),
        ("application/octet-stream", "https://a.example/leaflet.pdf", "pdf"),
        ("image/png", "https://a.example/page.html", None),
        (None, "https://a.example/", None),
        ("nonsense", "https://a.example/page.html", None),
    ],
)
def test_a_media_type_tells_the_format(media_type: str | None, url: str, format: str | None) -> None:
    assert format_for(media_type, url) == format


def test_every_media_type_has_a_reader() -> None:
    assert set(FORMATS.values()) <= set(SUFFIXES.values())


@pytest.mark.parametrize(
    ("text", "charset", "media_type"),
    [
        ("naïve", "utf-8", None),
        ("naïve", "utf-8", "text/html; charset=UTF-8"),
        ("naïve – “so”", "cp1252", 'text/html; Charset="ISO-8859-1"'),
        ("naïve – “so”", "cp1252", None),
        ("<meta charset=iso-8859-2>zażółć", "iso-8859-2", None),
        ('<meta http-equiv=Content-Type content="text/html; charset=koi8-r">да', "koi8-r", "text/html"),
        ("<meta charset=utf-8>naïve", "cp1252", None),
        ("naïve", "utf-8", "text/html; charset=no-such-thing"),
        ("naïve", "utf-8", "text/html; charset=us-ascii-not"),
        ("日本語", "cp932", "text/html; charset=Shift_JIS"),
        ("<meta charset=punycode>naïve", "utf-8", None),
    ],
)
def test_characters_are_those_of_the_charset(text: str, charset: str, media_type: str | None) -> None:
    assert as_utf8(text.encode(charset), "html", media_type).decode() == text


def test_bytes_that_are_no_text_stay() -> None:
    assert as_utf8(b"\xff\xfea\x00", "html", "text/html; charset=latin-1") == b"\xff\xfea\x00"  # its mark says UTF-16
    assert as_utf8(b"%PDF-\xe9", "pdf", "application/pdf; charset=latin-1") == b"%PDF-\xe9"
    assert as_utf8(b"caf\xe9", "text", None) == b"caf\xe9"


@given(st.binary(max_size=60), st.sampled_from(["text/html", "text/plain; charset=utf-7", "text/html; charset=utf-16"]))
def test_any_bytes_are_read_or_refused(content: bytes, media_type: str) -> None:
    page = WebPage("https://a.example/", content, media_type)
    outcomes = list(worker_of(lambda doc: Result(doc.path, [])).rows([page]))
    assert [row["status"] for row in outcomes] in (["clean"], ["unreadable"])


class Pretended:
    """A linter that makes nothing ready and finds what it is told to."""

    def __init__(self, found: object) -> None:
        self.found = found

    def page(self, document: object) -> object:
        return document

    def check_page(self, page: object) -> Result:
        return self.found(page)  # type: ignore[operator, no-any-return]


def worker_of(found: object) -> Worker:
    worker = object.__new__(Worker)
    worker._job, worker._linter = JOB, Pretended(found)  # type: ignore[assignment]
    return worker


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    """A linter with one rule."""
    path = tmp_path_factory.mktemp("pack") / "mine.yaml"
    path.write_text(pack_text(rule_text('"zap proof"')), "utf-8")
    return Linter(read_packs([path]), today=TODAY)


def test_findings_become_rows(small: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Job, "linter", lambda _: small)
    given = [
        WebPage("https://a.example/1", RISKY.encode(), "text/html; charset=utf-8"),
        WebPage("https://a.example/2.md", "Ask us about parking.", None),
        WebPage("https://a.example/3", b"\x89PNG", "image/png"),
        WebPage("https://a.example/4", None, "text/html"),
        WebPage("https://a.example/5", None, None, "is longer than 3 bytes"),
        WebPage("https://a.example/6", "Mix the flour and the butter. Bake it. " * 30, "text/plain"),
    ]
    found = list(Worker(JOB).rows(given))
    assert all(list(row) == list(COLUMNS) for row in found)
    (flagged, *_), rest = [row for row in found if row["rule"]], [row for row in found if not row["rule"]]
    expected = small.check(read("https://a.example/1", RISKY.encode(), "html")).findings[0]
    assert flagged == {
        "url": "https://a.example/1", "status": "finding", "reason": None, "rule": "zap", "family": "safety",
        "severity": "warning", "message": "“zap proof” is risky.", "why": "It is.", "quote": "zap proof",
        "line": 1, "column": RISKY.index("zap") + 1, "end_line": 1, "end_column": RISKY.index(".</p>") + 1,
        "suggestion": "Say less.", "context": [], "fingerprint": expected.fingerprint,
        "sources": [{"id": "test-law", "title": "A law", "section": "§1", "url": "https://example.org/law"}],
    }  # fmt: skip
    assert [(row["url"][-4:], row["status"], row["reason"]) for row in rest] == [
        ("2.md", "clean", None),
        ("le/3", "unreadable", "medlint does not read image/png"),
        ("le/4", "unreadable", "has no content"),
        ("le/5", "unreadable", "is longer than 3 bytes"),
        ("le/6", "not-health-copy", None),
    ]


def test_what_a_comment_lets_stand_is_told_with_its_reason(small: Linter) -> None:
    text = "<!-- medlint-disable-next-line zap -- quoted from a complaint -->\n\nIt is zap proof.\n"
    (row,) = of_result("u", small.check(read("page.md", text.encode())))
    assert (row["status"], row["reason"], row["rule"]) == ("suppressed", "quoted from a complaint", "zap")


def test_a_page_that_breaks_medlint_does_not_end_the_job() -> None:
    def found(page: object) -> Result:
        if "two" in page.path:  # type: ignore[attr-defined]
            raise RecursionError("too deep")
        return Result("", [])

    given = [WebPage(f"https://a.example/{name}", "Text.", "text/plain") for name in ("one", "two", "three")]
    told = [(row["status"], row["reason"]) for row in worker_of(found).rows(given)]
    assert told == [("clean", None), ("failed", "RecursionError: too deep"), ("clean", None)]


def test_a_rule_out_of_time_on_one_page_runs_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Pretended] = []

    def linter(_: Job) -> Pretended:
        made.append(Pretended(lambda page: Result("", [], faults=[("slow", "took too long")] * ("/1" in page.path))))
        return made[-1]

    monkeypatch.setattr(Job, "linter", linter)
    given = [WebPage(f"https://a.example/{number}", "Text.", "text/plain") for number in range(3)]
    told = [(row["status"], row["rule"], row["reason"]) for row in Worker(JOB).rows(given)]
    assert told == [
        ("clean", None, None), ("clean", None, None), ("incomplete", "slow", "took too long"), ("clean", None, None),
    ]  # fmt: skip
    assert len(made) == 2


def test_half_a_pair_of_surrogates_becomes_a_question_mark() -> None:
    assert rows_module.row("u", "failed", "a \ud800 b")["reason"] == "a ? b"
    assert document(WebPage("u", "a \ud800 b", "text/plain")).source == "a ? b"


def test_packs_go_along_by_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "ours"
    (folder / "more").mkdir(parents=True)
    (folder / "pack.yaml").write_text("pack: ours\n")
    (folder / "more/rules.yaml").write_text("rules: []\n")
    single = tmp_path / "single.yaml"
    single.write_text(pack_text(rule_text()))
    (folder / "note.txt").write_text("not of the pack")
    seen: list[tuple[str, ...]] = []

    def variants(settings: object, *_: object, **__: object) -> object:
        seen.append(settings.packs)  # type: ignore[attr-defined]
        raise rows_module.UsageError("there is no rule “zapp”")

    monkeypatch.setattr(rows_module, "Variants", variants)
    job = replace(JOB, packs=(packed(folder), packed(single)))
    for _ in range(2):
        with pytest.raises(ValueError, match="no rule “zapp”"):
            job.linter()
    assert seen[0] == seen[1]
    first, second = map(Path, seen[0])
    assert sorted(p.relative_to(first).as_posix() for p in first.rglob("*.yaml")) == ["more/rules.yaml", "pack.yaml"]
    assert second.read_text() == single.read_text()
    with pytest.raises(ValueError, match="there is no such pack"):
        packed(tmp_path / "none")


Record = tuple[str, str, bytes, str | None]


def archive(records: Iterable[Record], *, compressed: bool = True) -> bytes:
    """An archive of records: type, url, content, the head of the HTTP answer."""
    out = b""
    for kind, url, body, http in [("warcinfo", "", b"software: a test", None), *records]:
        content = f"HTTP/1.1 {http}\r\n\r\n".encode() + body if http else body
        type_ = "application/http; msgtype=response" if http else "text/plain"
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-11-28T12:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{len(out)}>\r\nContent-Type: {type_}\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        record = head.encode() + content + b"\r\n\r\n"
        out += gzip.compress(record, mtime=0) if compressed else record
    return out


HTML = "200 OK\r\nContent-Type: text/html; charset=utf-8"
RECORDS: list[Record] = [
    ("response", "https://a.example/1", RISKY.encode(), HTML),
    ("response", "https://a.example/old", b"", "301 Moved\r\nLocation: /1\r\nContent-Type: text/html"),
    ("response", "https://a.example/x.png", b"\x89PNG", "200 OK\r\nContent-Type: image/png"),
    ("response", "https://a.example/long", b"a" * 900, HTML),
    ("response", "https://a.example/packed", gzip.compress(b"<p>Hello."), HTML + "\r\nContent-Encoding: gzip"),
    ("conversion", "https://a.example/2", "Naïve text.".encode(), None),
]


def read_archive(data: bytes) -> Iterator[WebPage]:
    return pages(BytesIO(data), "a.warc.gz", most_bytes=500)


@pytest.mark.parametrize("compressed", [True, False])
def test_an_archive_gives_its_pages(compressed: bool) -> None:
    assert list(read_archive(archive(RECORDS, compressed=compressed))) == [
        WebPage("https://a.example/1", RISKY.encode(), "text/html; charset=utf-8"),
        WebPage("https://a.example/x.png", None, "image/png"),
        WebPage("https://a.example/long", None, "text/html; charset=utf-8", "is longer than 500 bytes"),
        WebPage("https://a.example/packed", b"<p>Hello.", "text/html; charset=utf-8"),
        WebPage("https://a.example/2", "Naïve text.".encode(), "text/plain; charset=utf-8"),
    ]


def test_a_broken_archive_gives_what_it_holds_and_says_so() -> None:
    whole = archive(RECORDS[:1], compressed=False)
    *found, last = read_archive(whole + b"\r\nthis is no record\r\n\r\n")
    assert [page.url for page in found] == ["https://a.example/1"]
    assert (last.url, last.content) == ("a.warc.gz", None)
    assert last.problem
    assert "cannot be read after 1 pages" in last.problem
