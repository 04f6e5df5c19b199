"""Bytes to documents: encodings, formats, bad input."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from medlint.document import Place
from medlint.readers import SUFFIXES, ReadError, read
from medlint.readers.decode import decode

TEXT = "Naïve 😀 words"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"),
        b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"ok\r\nbad \xff here", r"line 2, byte 8.*save it as UTF-8"),
        (b"\xef\xbb\xbfok \xff", r"line 1, byte 6"),
        (b"\xff\xfea", r"not valid UTF-16"),
        (b"PNG\0\0\xff", "binary"),
        (b"PNG\0\0", "binary"),
        ("no mark".encode("utf-16-le"), "binary"),
    ],
)
def test_what_is_not_text_is_told(data: bytes, told: str) -> None:
    with pytest.raises(ReadError, match=told):
        decode(data)


@pytest.mark.parametrize(
    "path", ["page" + s.upper() for s, name in SUFFIXES.items() if name in ("markdown", "html", "text")]
)
def test_formats_by_suffix(path: str) -> None:
    assert [b.visible for b in read(path, b"Some words").blocks] == ["Some words"]


@pytest.mark.parametrize("path", ["a.xyz", "Makefile"])
def test_unknown_formats(path: str) -> None:
    with pytest.raises(ReadError, match=r"cannot read .*\.md"):
        read(path, b"x")
    assert read(path, b"<p>Some <b>words</b>", "html").blocks[0].visible == "Some words"
    with pytest.raises(ReadError, match="“odt”"):
        read(path, b"x", "odt")


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt"])
@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\r\n \r\n"])
def test_empty_files(suffix: str, data: bytes) -> None:
    document = read("a" + suffix, data)
    assert (document.blocks, document.problems) == ([], [])


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16"])
def test_columns_count_code_points_from_one(suffix: str, line_end: str, encoding: str) -> None:
    source = line_end.join(["First 😀 words.", "", "\tThen é 😀 came a whole new gold", "standard of care."])
    document = read("a" + suffix, (source if suffix != ".md" else source.replace("\t", "  ")).encode(encoding))
    block = document.blocks[-1]
    at = block.text.index("gold standard")
    span = block.source_span(at, at + len("gold standard"))
    assert document.source[span.start : span.end] == "gold" + line_end + "standard"
    assert document.place(span.start) == Place(3, 28 if suffix != ".md" else 29)
    assert document.place(span.end) == Place(4, 9)


@pytest.mark.parametrize(
    ("suffix", "modules"),
    [
        (".txt", ["pyromark", "yaml", "tomllib", "html.entities", "json"]),
        (".html", ["pyromark", "yaml", "tomllib", "json"]),
        (".md", ["yaml", "tomllib", "json"]),
    ],
)
def test_only_what_a_format_needs_is_imported(suffix: str, modules: list[str]) -> None:
    code = (
        "import sys; from medlint.readers import read; read(sys.argv[1], b'Plain words here');"
        "print([m for m in sys.argv[2:] if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "a" + suffix, *modules], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


N = 10_000
HARD = {
    "nested divs": (".html", "<div>" * N + "deep words" + "</div>" * N),
    "nested quotes": (".md", ">" * N + " deep words"),
    "nested lists": (".md", "- " * N + "deep words"),
    "unclosed items": (".html", "<ul><li>deep words" * N),
    "stray ends": (".html", "<div>" * N + "deep words</p>" * N),
    "open quotation marks": (".html", '<a b="' * N + "deep words"),
    "quotation marks in turn": (".html", "<a b='\">" * N + "deep words"),
    "open comments": (".html", "<!-- deep words" * N),
    "open comments in Markdown": (".md", "<!-- deep words\n\n" * N),
    "open scripts": (".html", "<script>" * N + "<p>deep words"),
    "open scripts in Markdown": (".md", "<script>x\n\n" * N + "<p>deep words"),
    "open tags": (".html", "<a " * N + "deep words"),
    "a long line": (".html", "<p>" + "deep <b>words</b> &amp; " * 3_000),
    "a long word": (".md", "deep words " + "w.-+" * 15_000),
    "dots": (".txt", "deep words" + "." * 60_000),
    "braces": (".md", "deep words " + "{{" * 30_000),
    "no width": (".txt", "deep words" + "\u200b " * 30_000),
    "nested JSON": (".md", '{"a": ' + "[" * N + "]" * N + "}\ndeep words"),
    "nested JSON-LD": (".html", "<script type=application/ld+json>" + "[" * N + '"here are deep words"</script>'),
    "nested YAML": (".md", "---\na: " + "[" * N + "]" * N + "\n---\ndeep words"),
    "nested TOML": (".md", "+++\na = " + "[" * N + "]" * N + "\n+++\ndeep words"),
}


@pytest.mark.parametrize("name", HARD)
def test_hard_input_is_read_in_time(name: str) -> None:
    suffix, source = HARD[name]
    begun = time.process_time()
    document = read("a" + suffix, source.encode())
    assert any("deep words" in block.visible for block in document.blocks)
    for block in document.blocks:
        _ = block.sentences
    assert time.process_time() - begun < 10  # a second or less; what is not linear takes minutes


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_a_page_of_five_megabytes(suffix: str) -> None:
    piece = "<p>Some *words* of <b>copy</b> &amp; more, with a [link](https://example.org/a) in a paragraph.</p>\n\n"
    source = piece.replace("<p>", "").replace("</p>", "") if suffix == ".md" else piece
    begun = time.process_time()
    assert len(read("a" + suffix, (source * (5_000_000 // len(source))).encode()).blocks) > 40_000
    assert time.process_time() - begun < 30
