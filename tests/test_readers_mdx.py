"""MDX: Markdown, elements, expressions, imports and exports."""

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


def mdx(source: str) -> Document:
    return read("page.mdx", source.encode())


def told(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, b.visible.replace(WILDCARD, "_")) for b in document.blocks]


CASES = {
    "Markdown": (
        "# a *b*\n\n- c\n\n| d | e |\n|---|---|\n| f | g |",
        [("heading", "a b"), ("list-item", "c"), *(("cell", t) for t in "defg")],
    ),
    "expressions": ("Gold {name} {/* no */}standard {`a`} {' '} b", [("paragraph", "Gold _ standard a b")]),
    "flow expressions": (
        "a\n\n{no.map((x) => <li key={x}>b</li>)}\n\nc",
        [("paragraph", "a"), ("list-item", "b"), ("paragraph", "c")],
    ),
    "inline elements": (
        "Gold <Glow x={1}>stan*d*ard</Glow> <b>of</b> care<sup>x</sup>",
        [("paragraph", "Gold standard of carex")],
    ),
    "components": (
        "<Note type='no'>\n    Indented **a**\n\n    - b\n      c\n    - d\n</Note>\n\ne",
        [("paragraph", "Indented a"), ("list-item", "b c"), ("list-item", "d"), ("paragraph", "e")],
    ),
    "HTML": ("<div className='no'><h3>a</h3><p>b **c**</p></div>", [("heading", "a"), ("paragraph", "b c")]),
    "code": (
        "`{no}` a\n\n```js\nexport const no = { b: <p>no</p> }\n```\n\nc",
        [("paragraph", "_ a"), ("paragraph", "c")],
    ),
    "escapes": (r"a \{b\} \<c d", [("paragraph", "a {b} <c d")]),
    "modules": ("import A from './a'\nexport const b = {\n  no: 1,\n\n  c: () => 2,\n}\n\nd", [("paragraph", "d")]),
    "a word like a module's": (
        "import duties are low\nexport them",
        [("paragraph", "import duties are low export them")],
    ),
    "props": ("<Hero title='a' items={[{ q: 'b' }]} alt=\"c\" />", [("alt", "c"), ("value", "a"), ("value", "b")]),
}


@pytest.mark.parametrize("name", CASES)
def test_kinds_and_text(name: str) -> None:
    source, expected = CASES[name]
    for written in (source, source.replace("\n", "\r\n")):
        document = mdx(written)
        assert document.problems == []
        assert sorted(told(document)) == sorted(expected)


def test_metadata_labels_and_imports() -> None:
    document = mdx(
        "---\ntitle: a\nlayout: ../layouts/Post.astro\n---\nimport { Note as N } from '../Note'\nimport no from './no'\n\n"
        "export const metadata = {\n  title: `b`,\n\n  faqs: [{ answer: 'It\\'s c.' }],\n  published: false,\n}\n\n<N>d</N>\n"
    )
    assert [(b.kind, b.key_path, b.visible) for b in document.blocks] == [
        ("title", "title", "a"),
        ("title", "metadata.title", "b"),
        ("value", "metadata.faqs[0].answer", "It's c."),
        ("paragraph", None, "d"),
    ]
    assert document.labels == ["draft"]
    assert document.imports == ["../layouts/Post.astro", "../Note"]


@pytest.mark.parametrize(
    ("source", "phrase", "written"),
    [
        ("😀 **gold** {x}\nstandard", "gold _ standard", "gold** {x}\nstandard"),
        ("<A>\n\n    é **gold**\n    standard\n</A>", "gold standard", "gold**\n    standard"),
        ("é <Glow a='>'>gold</Glow> standard", "gold standard", "gold</Glow> standard"),
        ("export const a = { text: 'é \\u0067old standard of care' }", "gold standard", "\\u0067old standard"),
    ],
)
def test_positions(source: str, phrase: str, written: str) -> None:
    document = mdx(source)
    (block,) = [b for b in document.blocks if phrase in b.visible.replace(WILDCARD, "_")]
    at = block.visible.replace(WILDCARD, "_").index(phrase)
    span = block.source_span(at, at + len(phrase))
    assert document.source[span.start : span.end] == written


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("a\n\nb {c\n\ngold", 3, "never closed"),
        ("a\n\nb <c gold", 3, "“>”"),
        ("a\n\nexport const b = {\n\ngold words stand here", 3, "syntax error"),
        ("a\n\n<!-- b\n\ngold", 3, "comment"),
    ],
)
def test_what_is_broken_is_told(source: str, line: int, message: str) -> None:
    document = mdx(source)
    assert message in " ".join(p.message for p in document.problems)
    assert document.problems[0].line in (line, line + 2)
    assert "export" in source or "gold" in " ".join(text for _, text in told(document))


N = 10_000
HARD = {
    "exports": "deep words\n\n" + "export const a = {\n\n" * N,
    "components": "<Foo>\n\n" * N + "deep words",
    "braces": "deep words " + "{" * N,
    "ticks": "deep words " + "".join("`" * (i % 50 + 1) + " x " for i in range(N)),
    "indented": "<A>\n" + "   deep words\n" * N,
    "long": "Some **deep words** {x} <B>it's</B> here\n\n" * N,
}


@pytest.mark.parametrize("name", HARD)
def test_hard_input_is_read_in_time(name: str) -> None:
    begun = time.process_time()
    assert any("deep words" in block.visible for block in mdx(HARD[name]).blocks)
    assert time.process_time() - begun < 15


INLINE = [
    "@", "**@**", "un*@*@", "[@](/a)", "&amp; @", "😀 @", "{no} @", "{no && <b>@</b>}", "{' '}@", "{\"@ \\u0041\"}", "<b>@</b>@", "<Glow a={no}>@</Glow>",
    "@{/* no */}", "`no` @", "\\{ @", "@\n@", "<img alt=\"@\" />", "<Tip text={<p>@</p>}>@</Tip>", "@<br/>@", "{`@ ${no} @`}",
]  # fmt: skip
SHAPES = ["{}", "## {}", "- {}", "> {}", "<Card>\n  {}\n</Card>", "<div><p>{}</p></div>", "<Note>\n\n    {}\n\n</Note>"]
WORD = re.compile(r"word\d+x")


@SETTINGS
@given(
    st.lists(
        st.tuples(st.sampled_from(SHAPES), st.lists(st.sampled_from(INLINE), min_size=1, max_size=5)),
        min_size=1,
        max_size=4,
    )
)
def test_what_is_read_maps_back(blocks: list[tuple[str, list[str]]]) -> None:
    numbers = count()
    parts = [
        shape.replace("{}", "@ " + (" ".join(inline) if shape == "{}" else " ".join(inline).replace("\n", " ")))
        for shape, inline in blocks
    ]
    source = "import no from './é'\n\n" + re.sub("@", lambda _: f"word{next(numbers)}x", "\n\n".join(parts))
    document = mdx(source)
    assert document.problems == []
    words = [m for block in document.blocks for m in WORD.findall(block.visible)]
    assert sorted(words) == sorted(WORD.findall(source))
    for block in document.blocks:
        assert not re.search(r"\bno\b", block.visible)
        for m in WORD.finditer(block.visible):
            span = block.source_span(*m.span())
            assert re.sub(r"<[^<>]*>|\*", "", source[span.start : span.end]) == m.group()


@SETTINGS
@given(st.text(alphabet="<>/{}()'\"`=\\ab&*#-!\n\r 😀", max_size=80))
def test_anything_is_read_without_a_fault(source: str) -> None:
    for block in mdx(source).blocks:
        assert block.source_span(0, len(block.visible)).end <= len(source)
