"""E-mail, captions and translations."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.document import WILDCARD, Document
from medlint.readers import ReadError, read


def written(document: Document, phrase: str) -> str:
    (block,) = [b for b in document.blocks if phrase in b.visible]
    at = block.visible.index(phrase)
    span = block.source_span(at, at + len(phrase))
    return document.source[span.start : span.end]


def mail(subject: str, plain: str = "", html: str = "", charset: str = "utf-8") -> bytes:
    message = EmailMessage()
    message["Subject"] = subject
    if plain:
        message.set_content(plain, charset=charset)
    if html and plain:
        message.add_alternative(html, subtype="html", charset=charset)
    elif html:
        message.set_content(html, subtype="html", charset=charset, cte="quoted-printable")
    return message.as_bytes()


MAILS = [
    (mail("Café offer", "Gold\nstandard é.\n"), [("title", "subject", "Café offer"), ("heading", None, "Gold"), ("paragraph", None, "standard é.")]),
    (mail("Hi", "no", "<p>It&rsquo;s <b>gold</b></p>"), [("title", "subject", "Hi"), ("paragraph", None, "It’s gold")]),
    (mail("", html="<style>no</style><p>Gold " + "é" * 90 + "</p>", charset="iso-8859-1"), [("paragraph", None, "Gold " + "é" * 90)]),
    (b"Subject: =?utf-8?B?Q2Fmw6k=?=\r\n folded\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nWords here", [("title", "subject", "Café folded"), ("paragraph", None, "Words here")]),
    (b"Subject: x\n\nWords", [("title", "subject", "x"), ("paragraph", None, "Words")]),
    (b'Subject: x\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nWords', [("title", "subject", "x"), ("paragraph", None, "Words")]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), MAILS)
def test_mail(data: bytes, expected: list[tuple[str, str | None, str]]) -> None:
    document = read("a.eml", data)
    assert [(b.kind, b.key_path, b.visible) for b in document.blocks] == expected


def test_mail_positions() -> None:
    document = read("a.eml", mail("Gold offer", html="<p>It&rsquo;s <b>gold</b>\nstandard</p>"))
    assert written(document, "Gold offer") == "Gold offer"
    assert written(document, "’s gold standard") == "&rsquo;s <b>gold</b>\nstandard"


@pytest.mark.parametrize("data", [b"", b"no header here", b"\xff\xfe\x00", b"From: a\n\n"])
def test_no_mail(data: bytes) -> None:
    with pytest.raises(ReadError, match="mail"):
        read("a.eml", data)


CUE = "00:00:0{}{}500 --> 00:00:0{}{}900\n"
CAPTIONS = [
    ("a.srt", "1\n00:00:01,000 --> 00:00:03,000\nKetamine is <i>safe</i>\nand works\n\n2\n00:00:03,000 --> 00:00:05,000\nfor everyone. [music]\n", [("00:00:01", "Ketamine is safe and works for everyone.")]),
    ("a.srt", "1\n00:01:05,000 --> 00:01:06,000\n- Hi there.\n- {\\an8}Bye &amp; all", [("00:01:05", "Hi there."), ("00:01:05", "Bye & all")]),
    ("a.srt", "00:00:01,000 --> 00:00:03,000\none\ntwo\n\n00:00:03,000 --> 00:00:05,000\ntwo\nthree\n", [("00:00:01", "one two three")]),
    ("a.vtt", "WEBVTT\n\nNOTE no\nno\n\nSTYLE\n::cue {}\n\nid\n00:01.000 --> 00:02.000 align:start\n<v Bob>It is <00:01.500>gold\n\n00:02.000 --> 00:03.000\n<v Bob>standard.</v>\n\n00:02.000 --> 00:03.000\n<v Ann>Yes\n",
     [("00:01", "It is gold standard."), ("00:02", "Yes")]),
    ("a.vtt", "WEBVTT\n", []),
    ("a.srt", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("path", "source", "expected"), CAPTIONS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_captions(path: str, source: str, expected: list[tuple[str, str]], line_end: str) -> None:
    document = read(path, source.replace("\n", line_end).encode())
    assert [(b.key_path, b.visible) for b in document.blocks] == expected
    assert document.problems == []


def test_caption_positions() -> None:
    source = CAPTIONS[0][1]
    document = read("a.srt", source.encode())
    assert written(document, "works for") == "works\n\n2\n00:00:03,000 --> 00:00:05,000\nfor"
    assert written(document, "safe and") == "safe</i>\nand"


def test_captions_without_a_cue() -> None:
    assert [p.line for p in read("a.vtt", b"WEBVTT\n\nsome words").problems] == [1]


def test_speech_without_a_full_stop_is_cut() -> None:
    cues = "\n\n".join(f"00:{i // 60:02}:{i % 60:02}.000 --> 00:59:59.000\nword{i} goes on and on" for i in range(600))
    document = read("a.vtt", f"WEBVTT\n\n{cues}".encode())
    assert 5 < len(document.blocks) < 30
    assert max(len(b.visible) for b in document.blocks) < 1300


PO = [
    ('#, fuzzy\nmsgid ""\nmsgstr ""\n"Content-Type: no no no\\n"\n', []),
    ('#. no\n#: no.py:1\nmsgid "Book now"\nmsgstr ""\n', [("Book now", "", "Book now")]),
    ('#, fuzzy\nmsgctxt "menu"\nmsgid "x.y"\nmsgstr ""\n"It\\u2019s <b>gold</b> "\n"standard, %(name)s"\n', [("menu", "draft", f"It’s gold standard, {WILDCARD}")]),
    ('msgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "%d Tag"\nmsgstr[1] "%d Tage"\n', [("%d day", "", f"{WILDCARD} Tag"), ("%d day", "", f"{WILDCARD} Tage")]),
    ('msgid "a"\nmsgstr "One"\nmsgid "home.title"\nmsgstr ""\n#~ msgid "no"\n#~ msgstr "no"\n', [("a", "", "One")]),
    ('#, fuzzy\nmsgid "Book now"\nmsgstr ""\n\nmsgid "x"\nmsgstr "100% sure {name}"', [("Book now", "", "Book now"), ("x", "", f"100% sure {WILDCARD}")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), PO)
def test_po(source: str, expected: list[tuple[str, str, str]]) -> None:
    document = read("a.po", source.encode())
    assert [(b.key_path, b.context, b.visible) for b in document.blocks] == expected
    assert document.problems == []


def test_po_positions_and_slips() -> None:
    source = 'msgid "a"\nmsgstr "😀 it\\"s <b>gold</b> "\n"standard"\nno line\nmsgid "b"\nmsgstr "bro"ken"\nmsgid "c"\nmsgstr "Three"\n'
    document = read("a.po", source.encode())
    assert written(document, '"s gold standard') == '\\"s <b>gold</b> "\n"standard'
    assert written(document, "Three") == "Three"
    assert [p.line for p in document.problems] == [4, 6]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["a.srt", "a.vtt", "a.po", "a.eml", "a.rst", "a.adoc"]),
    st.lists(
        st.sampled_from(["word", "é😀", "\n", "\n\n", "00:00:01,000 --> 00:00:02,000\n", "<b>", "</b>", "&amp;", 'msgid "word"', 'msgstr "w%sd"', '"word"', "\r\n",
                         "#, fuzzy\n", "- ", "WEBVTT", "**word**", "`word`", "|===\n", "| ", "----\n", "====\n", ".. note:: ", "   ", "::", "[x]", "{a}", "_", "*", "+", "<<x>>"]),
        max_size=30,
    ),
)  # fmt: skip
def test_letters_map_to_themselves(path: str, parts: list[str]) -> None:
    data = "".join(parts).encode()
    document = read(path, b"Subject: word\n\n" + data if path == "a.eml" else data)
    for block in document.blocks:
        for i, char in enumerate(block.visible):
            span = block.source_span(i, i + 1)
            assert span.end > span.start
            if char.isascii() and char.isalpha():
                assert document.source[span.start : span.end] in (char, "%s")


@pytest.mark.parametrize("path", ["a.srt", "a.po", "a.rst", "a.adoc", "a.eml"])
@pytest.mark.parametrize(
    "text",
    ["*a " * 300_000, "`a " * 300_000, "<a " * 300_000, "[a " * 300_000, "link:x[" * 100_000, "<<a" * 200_000, "\\" * 500_000, '"' * 300_000, "|a" * 100_000, "+++a" * 100_000,
     "gold standard " * 200_000, "a::\n" * 100_000, ".. note::\n" * 50_000, "".join(" " * i + ".. note:: a\n" for i in range(800)), "====\n" * 100_000, "_" * 300_000, "♪a" * 300_000],
    ids=range(17),
)  # fmt: skip
def test_nothing_is_endless(path: str, text: str) -> None:
    for source in (text, f"Subject: x\n\n1\n00:00:01,000 --> 00:00:03,000\n{text}"):
        try:
            read(path, source.encode())
        except ReadError as error:
            assert path == "a.eml", error
