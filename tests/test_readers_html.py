"""HTML: what is copy, of which kind, and where it stands."""

from __future__ import annotations

import pytest

from medlint.document import WILDCARD, Document
from medlint.readers import read
from medlint.readers.html import blocks


def html(source: str) -> Document:
    return read("page.html", source.encode())


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, b.visible.replace(WILDCARD, "_")) for b in document.blocks]


LD = '<script type="application/ld+json">'
CASES = {
    "title": ("<head><title>a &amp; b</title></head>c", [("title", "a & b"), ("paragraph", "c")]),
    "headings": ("<h1>a <span>b</span></h1><h6>c</h6>", [("heading", "a b"), ("heading", "c")]),
    "hard-wrapped": ("<p>gold\n  standard\n</p>", [("paragraph", "gold standard")]),
    "inline": ("<p><b>gold</b> st<i>an</i>dard<wbr>s</p>", [("paragraph", "gold standards")]),
    "break": ("a<br>b<br/>c</br>d", [("paragraph", "a b c d")]),
    "list": ("<ul><li>a<li>b</ul>c", [("list-item", "a"), ("list-item", "b"), ("paragraph", "c")]),
    "paragraph in an item": ("<li><p>a</p>b</li>", [("list-item", "a"), ("list-item", "b")]),
    "table": (
        "<table><caption>a</caption><tr><th>b<td>c</table>d",
        [("caption", "a"), ("cell", "b"), ("cell", "c"), ("paragraph", "d")],
    ),
    "definitions": ("<dl><dt>a<dd>b</dl>", [("cell", "a"), ("paragraph", "b")]),
    "quote": ("<blockquote><p>a</p><h2>b</h2></blockquote>", [("quote", "a"), ("heading", "b")]),
    "figure": ("<figure><img alt='a'><figcaption>b</figcaption></figure>", [("alt", "a"), ("caption", "b")]),
    "buttons": (
        "<button><div>a</div></button><label>b</label><summary>c</summary><select><option>d<option>e</select>",
        [("button", "a"), ("button", "b"), ("button", "c"), ("button", "d"), ("button", "e")],
    ),
    "meta": (
        "<meta name=description content='a'><META PROPERTY=\"OG:Title\" CONTENT=b><meta name=keywords content=c>"
        "<meta itemprop=description content=d><meta name=twitter:image:alt content='e'>",
        [("meta", "a"), ("meta", "b"), ("meta", "d"), ("alt", "e")],
    ),
    "attributes": (
        "<img ALT=a title='b \"c\"' alt=dup><input placeholder=\"d\" type=submit value='e'><i aria-label=f>g</i>",
        [("alt", "a"), ("alt", 'b "c"'), ("alt", "d"), ("button", "e"), ("alt", "f"), ("paragraph", "g")],
    ),
    "entities": (
        "a &amp; &#8217;&#x41;&nbsp;b &lt c &notit; &copy=d AT&T &bogus;",
        [("paragraph", "a & ’A b < c ¬it; ©=d AT&T &bogus;")],
    ),
    "entities in attributes": ("<img alt='a &quot;b&quot; x&copy=1 &eacute;'>", [("alt", 'a "b" x&copy=1 é')]),
    "code": (
        "gold <code>x <b>y</b></code> standard<pre>z</pre>a",
        [("paragraph", "gold _ standard"), ("paragraph", "a")],
    ),
    "no copy": ("<style>a</style><script>if (a<b) '</p>'</script><!-- <p>c</p> -->d", [("paragraph", "d")]),
    "drawing": (
        "<svg aria-label='a'><title>b</title><text>c</text></svg>d",
        [("alt", "a"), ("alt", "b"), ("paragraph", "d")],
    ),
    "noscript and template": (
        "<noscript>a</noscript><template><p>b</p></template>",
        [("paragraph", "a"), ("paragraph", "b")],
    ),
    "unclosed": (
        "<h2>a<p>b<div>c<h3>d</h2>e",
        [("heading", "a"), ("paragraph", "b"), ("paragraph", "c"), ("heading", "d"), ("paragraph", "e")],
    ),
    "stray ends": ("a</p>b</div></h2>c</li>", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
    "signs": ("5 < 6 > 4 <3 </3 & <>", [("paragraph", "5 < 6 > 4 <3 </3 & <>")]),
    "CDATA": ("a <![CDATA[b < c <d>]]> e", [("paragraph", "a b < c <d> e")]),
    "declarations": ("<?xml version='1.0'?><!DOCTYPE html><?php if ($a->b) ?>a<!---->b<!-->c", [("paragraph", "abc")]),
    "unknown elements part words": ("<x-a>b</x-a><x-a>c</x-a> d<font>e</font>", [("paragraph", "b c de")]),
    "notes": (
        "<p>gold standard<sup><a href='#r'>1</a></sup>, safe.<sup>[2,3]</sup> 10 m<sup>2</sup>, 5<sup>th</sup></p>",
        [("paragraph", "gold standard, safe. 10 m2, 5th")],
    ),
    "placeholders": ("<p {% if a > b %}class='c'{% endif %}>a {{ b }} c</p>", [("paragraph", "a _ c")]),
    "JSON-LD": (
        LD + '{"@type": "FAQPage", "name": "Does it \\"help\\" with pain?", "url": "https://a.b/c d e f"}</script>',
        [("json-ld", 'Does it "help" with pain?')],
    ),
    "HTML in JSON-LD": (
        LD + '[{"text": "<p>Gold\\n <b>stan<\\/b>dard &amp; \\u2019x\\ud83d\\ude00<\\/p><p>Two</p>"}]</script>',
        [("json-ld", "Gold standard & ’x😀"), ("json-ld", "Two")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_kinds_and_text(name: str) -> None:
    source, expected = CASES[name]
    for written in (source, source.replace("\n", "\r\n"), source.replace("\n", "\r")):
        assert kinds(html(written)) == expected


@pytest.mark.parametrize(
    ("source", "phrase", "written"),
    [
        ("<p>😀 <b>gold</b>\r\n standard", "gold standard", "gold</b>\r\n standard"),
        ("<p>é a &amp; b", "& b", "&amp; b"),
        ("a &lt b &notit; c", "¬it; c", "&notit; c"),
        ("<img src='é' ALT = 'x &quot;gold&quot; y'>", '"gold" y', "&quot;gold&quot; y"),
        ("<img alt=gold><img\nalt\n=\n'x y'>", "x y", "x y"),
        ("<img alt=gold>", "gold", "gold"),
        ("😀<meta content='gold standard' name='description'>", "gold standard", "gold standard"),
        (LD + '{"a": "😀 four words \\"or more\\" \\ud83d\\ude00 x"}', 'or more" 😀 x', 'or more\\" \\ud83d\\ude00 x'),
        (
            LD + '{"a": "<b>four<\\/b> words \\u0026amp; more is"}',
            "four words & more",
            "four<\\/b> words \\u0026amp; more",
        ),
        ("<!-- 😀\r\r\n --><p>\rgold\r\rstandard", "gold standard", "gold\r\rstandard"),
    ],
)
def test_positions(source: str, phrase: str, written: str) -> None:
    document = html(source + ("</script>" if source.startswith(LD) else ""))
    (block,) = [b for b in document.blocks if phrase in b.visible]
    at = block.visible.index(phrase)
    span = block.source_span(at, at + len(phrase))
    assert document.source[span.start : span.end] == written


def test_links_stand_where_they_are_said() -> None:
    document = html("<p>Ab <a href='/c?d&amp;e'>cd</a>x word<sup><a href=#r>1</a></sup> end.<sup>2</sup> http://e.f.")
    assert [(link.offset, link.target) for link in document.blocks[0].links] == [
        (3, "/c?d&e"),
        (11, "#r"),
        (16, "#2"),
        (17, "http://e.f"),
    ]


def test_a_link_does_not_leak_into_the_next_block() -> None:
    document = html("<a href=b><img alt=c></a><p>d</p>")
    assert document.blocks[-1].links == []


def test_key_paths_of_json_ld() -> None:
    document = html(LD + '{"@graph": [{"a": 1}, {"mainEntity": {"name": "These are four words"}}]}</script>')
    assert document.blocks[0].key_path == "@graph[1].mainEntity.name"


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("a<!-- b\n<p>c</p>gold", 1, "comment"),
        ("a\n<script>b\n<p>c</p>gold", 2, "<script>"),
        ("a\n<style>b\n<p>c</p>gold", 2, "<style>"),
        ("a <code>b\n<p>c</p>gold", 1, "<code>"),
        ("a <pre>b\n<p>c</p>gold", 1, "<pre>"),
        ("a <script src='b' />\n<p>c</p>gold", 1, "close itself"),
        ('a\n\n<a href="b>c</a> <a href="d">gold</a>', 3, "quotation mark"),
        ("a <a href='b>c gold", 1, "quotation mark"),
        ("a <b gold", 1, "“>”"),
        ("a <b <p>c</p>gold", 1, "“>”"),
        ("a</b <p>c</p>gold", 1, "“>”"),
        ("a<![CDATA[ b<p>c</p>gold", 1, ""),
    ],
)
def test_what_is_never_closed_is_told_and_swallows_nothing(source: str, line: int, told: str) -> None:
    document = html(source)
    text = " ".join(b.visible for b in document.blocks)
    assert "gold" in text
    assert told == "" or [p.line for p in document.problems if told in p.message] == [line]


def test_the_same_slip_is_told_once() -> None:
    assert len(html("<!-- a " * 3).problems) == 1


def test_a_range_of_a_source() -> None:
    source = "<p>no</p> <p>a <b>b</b></p> <p>no</p>"
    (block,) = blocks(source, source.index("<p>a"), source.index(" <p>no", 10))
    assert (block.visible, block.source_span(0, 3)) == ("a b", (13, 19))


@pytest.mark.parametrize(
    ("names", "context"),
    [
        ("card testimonial-card", "testimonial"),
        ("review", "testimonial"),
        ("testimonials", ""),
        ("preview-card", ""),
        ("a", ""),
    ],
)
def test_words_of_patients_by_class(names: str, context: str) -> None:
    document = html(f"<div class='{names}'><p>a</p></div><p>b</p>")
    assert [block.context for block in document.blocks] == [context, ""]
