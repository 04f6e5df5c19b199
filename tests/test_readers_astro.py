"""Astro: the script in front, and a template with code in it that holds markup again."""

from __future__ import annotations

import re
import time
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.document import WILDCARD, Document
from medlint.readers import read

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def astro(source: str) -> Document:
    return read("page.astro", source.encode())


def told(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, b.visible.replace(WILDCARD, "_")) for b in document.blocks]


CASES = {
    "text": (
        "<h1>Don't <em>feel</em> {name}!</h1><!-- { no --><p>a<br>b</p>",
        [("heading", "Don't feel _!"), ("paragraph", "a b")],
    ),
    "expressions": ("<p>a {' '}b {`c ${no} d`}{/* it's no */} {no}</p>", [("paragraph", "a b c _ d _")]),
    "markup in code": (
        "<ul>{no.map((n) => (<li class='no'>It's {n.x} <b>a</b>{n.y > 3 && <p>we don't</p>}</li>))}</ul>b",
        [("list-item", "It's _ a"), ("list-item", "we don't"), ("paragraph", "b")],
    ),
    "less than": ("<p>a{b < c && d<e}</p>", [("paragraph", "a_")]),
    "void elements in code": (
        "{no && <p>a<br>b <img src={no} alt='c'> d</p>}e",
        [("paragraph", "a b d"), ("alt", "c"), ("paragraph", "e")],
    ),
    "open elements in code": ("{no.map((n) => <p>a)}<p>b</p>", [("paragraph", "a)"), ("paragraph", "b")]),
    "attributes": (
        '<img alt={`a ${no}`} title=\'b "c"\' src={no}><a href={`/${no}`} class:list={["no", { no }]}>d</a>',
        [("alt", "a _"), ("alt", 'b "c"'), ("paragraph", "d")],
    ),
    "components": (
        "<Card title='a' body={'Four words stand here'} icon={<I><p>b</p></I>}>c</Card><Card>d</Card><CardTitle>e</CardTitle>",
        [
            ("value", "a"),
            ("value", "Four words stand here"),
            ("paragraph", "b"),
            ("paragraph", "c"),
            ("paragraph", "d"),
            ("heading", "e"),
        ],
    ),
    "components in text": (
        "<p><Glow>Fast</Glow> relief <Link href='/'>now</Link>!</p>",
        [("paragraph", "Fast relief now!")],
    ),
    "self-closing scripts": (
        "<script is:inline src='no' />\n<p>a</p><script>no('</p>{')</script><style>no {}</style>b",
        [("paragraph", "a"), ("paragraph", "b")],
    ),
    "JSON-LD": (
        '<script type="application/ld+json" set:html={JSON.stringify({"@type": "X", name: "What is it about?"})} />',
        [("json-ld", "What is it about?")],
    ),
    "fragments": ("<><p>a</p></>{no && <>b <b>c</b></>}", [("paragraph", "a"), ("paragraph", "b c")]),
    "script in front": (
        "---\nconst a = { title: 'Gold' };\n// --- no\n---\n<p>b</p>",
        [("value", "Gold"), ("paragraph", "b")],
    ),
    "script on one line": (
        "--- const a = { title: 'Gold' }; ---\n<p>b</p>\n---\nc",
        [("value", "Gold"), ("paragraph", "b"), ("paragraph", "--- c")],
    ),
    "script and page on one line": (
        "--- const a = { title: 'Gold' }; --- <p>b</p>",
        [("value", "Gold"), ("paragraph", "b")],
    ),
    "an empty script": ("---\n---\n<p>b</p>", [("paragraph", "b")]),
}


@pytest.mark.parametrize("name", CASES)
def test_kinds_and_text(name: str) -> None:
    source, expected = CASES[name]
    for written in (source, source.replace("\n", "\r\n")):
        document = astro(written)
        assert document.problems == []
        assert sorted(told(document)) == sorted(expected)


@pytest.mark.parametrize(
    ("source", "phrase", "written"),
    [
        ("😀 <b>gold</b> {x}\n standard", "gold _ standard", "gold</b> {x}\n standard"),
        ("{a.map((é) => <p>the <b>gold</b> standard</p>)}", "gold standard", "gold</b> standard"),
        ("---\nconst é = { text: '\\u0067old standard' }\n---", "gold standard", "\\u0067old standard"),
        ("<p>é {`gold ${x} sta`}ndard</p>", "gold _ standard", "gold ${x} sta`}ndard"),
        ("<A text={'é and \\x67old standard of care'} />", "gold standard", "\\x67old standard"),
        ("<A text='é &quot;gold&quot; standard of care' />", '"gold" standard', "&quot;gold&quot; standard"),
    ],
)
def test_positions(source: str, phrase: str, written: str) -> None:
    document = astro(source)
    (block,) = [b for b in document.blocks if phrase in b.visible.replace(WILDCARD, "_")]
    at = block.visible.replace(WILDCARD, "_").index(phrase)
    span = block.source_span(at, at + len(phrase))
    assert document.source[span.start : span.end] == written


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        ("<Layout noindex>a</Layout>", ["noindex"]),
        ("<Layout noindex={true}>a</Layout>", ["noindex"]),
        ("<Layout noindex={page.hidden}>a</Layout>", []),
        ("<Layout noindex={false}>a</Layout>", []),
        ("<meta name='robots' content='noindex, follow'>", ["noindex"]),
        ("{hidden && <meta name='robots' content='noindex'>}", []),
    ],
)
def test_labels(source: str, labels: list[str]) -> None:
    assert astro(source).labels == labels


def test_imports_and_whose_words() -> None:
    document = astro(
        "---\nimport L from '../L.astro'; import { faqs } from '../faqs'; import no from './no.astro'; import x from './a.png';\n"
        "---\n<L img={x}>{faqs.map((f) => <p>{f.a}</p>)}<div class='testimonial-card'><p>a</p></div><Testimonial>b</Testimonial><p>c</p></L>"
    )
    assert document.imports == ["../L.astro", "../faqs"]
    assert [(b.visible, b.context) for b in document.blocks] == [("a", "testimonial"), ("b", "testimonial"), ("c", "")]


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("<p>a</p>\n<p>b {c</p>\n<p>gold</p>", 2, "{ is never closed"),
        ("<p>a</p>\n<A b={c\n<p>gold</p>", 2, "{ is never closed"),
        ("<p>a</p>\n<script>\n<p>gold</p>", 2, "<script>"),
        ("<p>a</p>\n<!-- b\n<p>gold</p>", 2, "comment"),
        ("<p>a</p>\nb <c <p>gold</p>", 2, "“>”"),
        ("---\nconst a = 1;\n<p>gold</p>", 1, "never closed"),
        ("---\nconst = = 1;\n---\n<p>gold</p>", 2, "syntax error"),
    ],
)
def test_what_is_broken_is_told_and_swallows_nothing(source: str, line: int, message: str) -> None:
    document = astro(source)
    assert "gold" in " ".join(text for _, text in told(document))
    assert line in [p.line for p in document.problems if message in p.message]


N = 10_000
HARD = {
    "elements": "<div>" * N + "deep words" + "</div>" * N,
    "expressions": "{<b>" * N + "deep words" + "</b>}" * N,
    "open braces": "deep words " + "{" * N,
    "open attributes": "<a b={" * N + "deep words",
    "nested attributes": "<A b={" * 3_000 + "<p>deep words</p>" + "}/>" * 3_000,
    "stray ends": "<div>" * N + "deep words" + "</b>" * N,
    "open comments": "deep words <!-- " * N,
    "open quotation marks": '<a b="' * N + "deep words",
    "open tags": "deep words <b" * N,
    "open scripts": "<script>" * N + "deep words",
    "long": "<p>Some <b>deep words</b> {x} it's</p>" * N,
}


@pytest.mark.parametrize("name", HARD)
def test_hard_input_is_read_in_time(name: str) -> None:
    begun = time.process_time()
    assert any("deep words" in block.visible for block in astro(HARD[name]).blocks)
    assert time.process_time() - begun < 15


INLINE = [
    "@", "@ <b>@</b>", "un<b>@</b>@", "&amp; @", "😀 @", "{no} @", "{no && <b>@</b>}", "{no ? <i>@</i> : <b>it's @</b>}", "{' '}@", "{\"@ \\u0041\"}",
    "<Glow a={no}>@</Glow>", "@{/* no */}", "<!-- { no -->@", "@\n @", "<img alt=\"@\" src={no}>", "<Tip text={<p>@</p>}>@</Tip>", "@<br>@", "{`@ ${no} @`}",
    "{no.map((no) => (<li>@ {no}<br>@</li>))}", "<A text={'long words @ stand here'} b />", "<A text='long words @ stand here'/>", "<script>no</script>@",
]  # fmt: skip
WORD = re.compile(r"word\d+x")


@SETTINGS
@given(st.lists(st.sampled_from(INLINE), min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_what_is_read_maps_back(parts: list[str], line_end: str) -> None:
    numbers = count()
    inner = re.sub("@", lambda _: f"word{next(numbers)}x", " ".join(parts))
    source = f"---\nconst é = 1;\n---\n<p>{inner}</p>\n".replace("\n", line_end)
    document = astro(source)
    assert document.problems == []
    words = [m for block in document.blocks for m in WORD.findall(block.visible)]
    assert sorted(words) == sorted(WORD.findall(source))
    for block in document.blocks:
        assert not re.search(r"\bno\b", block.visible)
        for m in WORD.finditer(block.visible):
            span = block.source_span(*m.span())
            assert re.sub(r"<[^<>]*>", "", source[span.start : span.end]) == m.group()


@SETTINGS
@given(st.text(alphabet="<>/{}()'\"`=$ab&;-!\n\r 😀", max_size=80))
def test_anything_is_read_without_a_fault(source: str) -> None:
    for block in astro(source).blocks:
        assert block.source_span(0, len(block.visible)).end <= len(source)
