"""Markdown: what is copy, of which kind, and where it stands."""

from __future__ import annotations

import pytest

from medlint.document import WILDCARD, Block, Document
from medlint.readers import read


def markdown(source: str) -> Document:
    return read("page.md", source.encode())


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, b.visible.replace(WILDCARD, "_")) for b in document.blocks]


def sourced(document: Document, phrase: str) -> str:
    """The source of a phrase, which must stand in exactly one block."""
    (block,) = [b for b in document.blocks if phrase in b.visible]
    at = block.visible.index(phrase)
    span = block.source_span(at, at + len(phrase))
    return document.source[span.start : span.end]


CASES = {
    "heading": ("# Head *it* {#id}", [("heading", "Head it")]),
    "underlined heading": ("Head\n===\ntext", [("heading", "Head"), ("paragraph", "text")]),
    "paragraphs": ("a one\nb two\n\nc", [("paragraph", "a one b two"), ("paragraph", "c")]),
    "hard breaks": ("a  \nb\\\nc", [("paragraph", "a b c")]),
    "emphasis": ("**gold** _st_andard ~~old~~", [("paragraph", "gold _st_andard old")]),
    "inside a word": ("un**believ**able", [("paragraph", "unbelievable")]),
    "tight list": ("- a\n- b\n  c\n", [("list-item", "a"), ("list-item", "b c")]),
    "loose list": ("1. a\n\n   b\n", [("list-item", "a"), ("list-item", "b")]),
    "nested list": ("- a\n  - b\n- c", [("list-item", "a"), ("list-item", "b"), ("list-item", "c")]),
    "text after a nested list": ("- a\n  - b\n\n  c", [("list-item", "a"), ("list-item", "b"), ("list-item", "c")]),
    "list against a paragraph": ("a\n- b", [("paragraph", "a"), ("list-item", "b")]),
    "tasks": ("- [x] done\n- [ ] not", [("list-item", "done"), ("list-item", "not")]),
    "quote": ("> # H\n> a\n> b\nc\n", [("heading", "H"), ("quote", "a b c")]),
    "alert": ("> [!WARNING]\n> a", [("quote", "a")]),
    "list in a quote": ("> - a\n\nb", [("list-item", "a"), ("paragraph", "b")]),
    "table": ("|a|b|\n|-|-|\n|c \\| d|`e` f|", [("cell", "a"), ("cell", "b"), ("cell", "c | d"), ("cell", "_ f")]),
    "code": ("a\n\n    b\n\n```\nc\n```\n`d` e", [("paragraph", "a"), ("paragraph", "_ e")]),
    "code parts neighbours": ("gold `x` standard", [("paragraph", "gold _ standard")]),
    "image": ('a ![al *t*](b "T \\"i\\"") c', [("paragraph", "a c"), ("alt", "al t"), ("alt", 'T "i"')]),
    "image in a link": ("[![alt words](a)](b) c", [("alt", "alt words"), ("paragraph", "c")]),
    "link title": ("[a](b 'It&amp;s') [c](d (e))", [("paragraph", "a c"), ("alt", "It&s"), ("alt", "e")]),
    "title of a reference": ('[a][b]\n\n[b]: c "d e"', [("paragraph", "a"), ("alt", "d e")]),
    "title of a reference used twice": ('[a][b] [c][B]\n\n[b]: c "d e"', [("paragraph", "a c"), ("alt", "d e")]),
    "Liquid comment": (
        "a\n\n{% comment %}\nb\n\n{%- endcomment -%}\nc{% comment %} d {% endcomment %}",
        [("paragraph", "a"), ("paragraph", "c")],
    ),
    "Liquid comment never closed": ("a {% comment %} b", [("paragraph", "a _ b")]),
    "Liquid listing": ("{% highlight html %}\n<p>a</p>\n{% endhighlight %}\nb", [("paragraph", "b")]),
    "Liquid raw": ("{% raw %}\na\n{% endraw %}\n\n{% raw %}b{% endraw %}c", [("paragraph", "a"), ("paragraph", "bc")]),
    "attribute lists": ("a *b*{: .c}d\n{: .e f}\n\n# g {: #h}", [("paragraph", "a bd"), ("heading", "g")]),
    "arguments of shortcodes": (
        '{{< figure src="a b c d e" alt="Two words" caption=`A *fine* one` >}}\n{{% quote "It \\"works\\" for us all" /%}}',
        [("alt", "Two words"), ("value", "A fine one"), ("value", 'It "works" for us all')],
    ),
    "shortcodes that are shown or hidden": ('{{</* figure alt="a b" */>}}<!-- {{< figure alt="a b" >}} -->', []),
    "footnotes": ("a[^1] b\n\n[^1]: c\n    d", [("paragraph", "a b"), ("paragraph", "c d")]),
    "entities": ("a &amp; &#8217;b&nbsp;c&shy;d", [("paragraph", "a & ’b cd")]),
    "inline HTML": ("<b>gold</b> stan<i>dard</i> a<br>b", [("paragraph", "gold standard a b")]),
    "inline attributes": ('a <img src=x alt="b c"> d', [("paragraph", "a d"), ("alt", "b c")]),
    "inline code tag": ("a <code>x *y*</code> b", [("paragraph", "a _ b")]),
    "inline comment": ("a <!-- b\nc --> d", [("paragraph", "a d")]),
    "block tag in a line": ("a <p>b", [("paragraph", "a"), ("paragraph", "b")]),
    "comment": ("<!-- a\n\nb -->\nc", [("paragraph", "c")]),
    "HTML": ("<ul>\n<li>a</li></ul>", [("list-item", "a")]),
    "Markdown in HTML": ("<div>\n\na *b*\n\n</div>", [("paragraph", "a b")]),
    "Markdown in an HTML quote": (
        "<blockquote>\n\na *b*\n\n</blockquote>\n\nc",
        [("quote", "a b"), ("paragraph", "c")],
    ),
    "HTML in a quote": ("> <div title='t u'>a\n> b</div>", [("alt", "t u"), ("quote", "a b")]),
    "script with blank lines": (
        "<div><script>\na\n\nb c\n\n</script>d</div>\n\ne",
        [("paragraph", "d"), ("paragraph", "e")],
    ),
    "shortcodes": ('{{< fig "a_b" >}}\n\na {{% b %}} c {{<d e="f">}}', [("paragraph", "a _ c _")]),
    "noted superscript": ("gold standard<sup>[1](#r)</sup>.", [("paragraph", "gold standard.")]),
    "rule": ("a\n\n---\n\nb", [("paragraph", "a"), ("paragraph", "b")]),
    "bare address": ("See https://a.b/c_d_e.", [("paragraph", "See _.")]),
}


@pytest.mark.parametrize("name", CASES)
def test_kinds_and_text(name: str) -> None:
    source, expected = CASES[name]
    assert kinds(markdown(source)) == expected
    assert kinds(markdown(source.replace("\n", "\r\n"))) == expected


@pytest.mark.parametrize(
    ("source", "phrase", "written"),
    [
        ("😀 **gold**\nstandard", "gold standard", "gold**\nstandard"),
        ("> é gold\n> standard", "gold standard", "gold\n> standard"),
        ("a &amp; b", "& b", "&amp; b"),
        ("a \\* b", "* b", "* b"),
        ("é <b>gold</b> standard", "gold standard", "gold</b> standard"),
        ('![a](b "It\'s \\"q\\" &amp; c")', 'q" & c', 'q\\" &amp; c'),
        ("> é <div title='t u'>a\n> b</div>", "t u", "t u"),
        ("> 😀\n>\n> <div>gold\n> <b>stan</b>dard</div>", "gold standard", "gold\n> <b>stan</b>dard"),
        ("---\ntitle: é\n---\n# 😀 Head *it*", "Head it", "Head *it"),
        ("<!-- 😀 -->\r\n\r\n<p>gold\r\nstandard</p>", "gold standard", "gold\r\nstandard"),
    ],
)
def test_positions(source: str, phrase: str, written: str) -> None:
    assert sourced(markdown(source), phrase) == written


def links(block: Block) -> list[tuple[int, str]]:
    return [(link.offset, link.target) for link in block.links]


def test_links_stand_where_they_are_said() -> None:
    (block,) = markdown("Ab [cd](/e) <https://f.g> h <x@y.org>").blocks
    assert links(block) == [(3, "/e"), (6, "https://f.g"), (10, "x@y.org")]
    document = markdown("Ab[^n] c <a href='/d?e&amp;f'>g</a> [h][i]\n\n[i]: /j\n\n[^n]: x")
    assert links(document.blocks[0]) == [(2, "#fn-n"), (5, "/d?e&f"), (7, "/j")]


def test_heading_levels() -> None:
    document = markdown("# A\n\n### B\n\nC\n---\n\n<h4>D</h4>\n\nE")
    assert [b.level for b in document.blocks] == [1, 3, 2, 4, 0]


def test_blocks_stand_in_reading_order() -> None:
    document = markdown('a ![b](c)\n\n<img alt="d">\n\ne')
    assert [b.visible for b in document.blocks] == ["a", "b", "d", "e"]


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("a b\n\n<!-- c\n\nd *e*\n\n# f", 3, "comment"),
        ("a b\n\n<script>c</p>\n\nd *e*\n\n# f", 3, "<script>"),
        ("a b\n\n<div><style>c\n\nd *e*\n\n# f", 3, "<style>"),
    ],
)
def test_what_is_never_closed_does_not_swallow_the_rest(source: str, line: int, told: str) -> None:
    document = markdown(source)
    assert kinds(document)[-2:] == [("paragraph", "d e"), ("heading", "f")]
    ((at, message),) = document.problems
    assert at == line
    assert told in message
