"""JavaScript, TypeScript, JSX and TSX: what is copy, of which kind, with which key path, and where it stands."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.document import WILDCARD, Document
from medlint.readers import read

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def tsx(source: str) -> Document:
    return read("page.tsx", source.encode())


def told(document: Document) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.key_path, b.visible.replace(WILDCARD, "_")) for b in document.blocks]


JSX = {
    "text across tags": (
        '<h1>Feel <span className="x">better</span>{" "}today &amp; <em>to</em>morrow</h1>',
        [("heading", "Feel better today & tomorrow")],
    ),
    "hard-wrapped": ("<p>\n  gold\n  standard\n</p>", [("paragraph", "gold standard")]),
    "placeholders": ("<p>for {name} in {`${n} days`}{/* no */}{}</p>", [("paragraph", "for _ in _ days")]),
    "strings added up": ('<p>{"gold " + x + " standard"}</p>', [("paragraph", "gold _ standard")]),
    "shown if": ("<p>Results {a && <b>are guaranteed</b>} now</p>", [("paragraph", "Results are guaranteed now")]),
    "either": ("<p>It is {a ? <b>one</b> : <i>two</i>}</p>", [("paragraph", "It is one two")]),
    "lists": ("<ul>{a.map((x) => <li key={x}>gold {x}</li>)}</ul>", [("list-item", "gold _")]),
    "buttons": (
        "<><button>a</button><Button size='lg'>b</Button><BookCTA>c</BookCTA></>",
        [("button", t) for t in "abc"],
    ),
    "headings": ("<><CardTitle>a</CardTitle><motion.h2>b</motion.h2></>", [("heading", "a"), ("heading", "b")]),
    "components part blocks": ("<><Card>a</Card><Card>b</Card></>", [("paragraph", "a"), ("paragraph", "b")]),
    "components in text": (
        "<p><Glow>Fast</Glow> relief <Link to='/'>now</Link>!</p>",
        [("paragraph", "Fast relief now!")],
    ),
    "components on lines of their own": (
        "<nav>\n  <Link>a</Link>\n  <Link>b</Link><i>c</i>\n</nav>",
        [("paragraph", "a bc")],
    ),
    "attributes": (
        "<p><img alt=\"A 'b' &quot;c&quot;\" src='d'/><input placeholder={`e ${f}`}/><i aria-label={'g'} title=\"h\">k</i></p>",
        [("alt", "A 'b' \"c\""), ("alt", "e _"), ("alt", "g"), ("alt", "h"), ("paragraph", "k")],
    ),
    "meta": (
        '<head><title>a</title><meta name="description" content="b"/><meta name="viewport" content="c"/></head>',
        [("title", "a"), ("meta", "b")],
    ),
    "aside": ("<p>a <Tip content={<p>b</p>}>c</Tip> d</p>", [("paragraph", "a c d"), ("paragraph", "b")]),
    "code": ("<p>a <code>b</code> c<style jsx>{`d {}`}</style><pre>e</pre></p>", [("paragraph", "a _ c")]),
    "drawings": ("<svg><title>a</title><text>b</text></svg>", [("alt", "a")]),
    "a bare ampersand": ("<p>Questions & Answers</p>", [("paragraph", "Questions & Answers")]),
    "attributes named like keywords": ('<svg><feBlend in="a" /></svg>', []),
    "class names": ('<A className="these are four words" containerClassName="these are four words" />', []),
    "handlers": ("<p onClick={() => track('these are four words')}>a</p>", [("paragraph", "a")]),
}


@pytest.mark.parametrize("name", JSX)
def test_jsx(name: str) -> None:
    source, expected = JSX[name]
    for written in (source, source.replace("\n", "\r\n")):
        document = tsx(f"export default () => ({written});")
        assert document.problems == []
        assert sorted((kind, text) for kind, _, text in told(document)) == sorted(expected)


CODE = {
    "defaults of what is taken apart": (
        'const { a, body = "Plain words", title: t = "More", deep: { label = "Deep" } = {}, x = "no" } = props',
        [("value", "body", "Plain words"), ("value", "title", "More"), ("value", "label", "Deep")],
    ),
    "data": ("const T = [{ n: 1 }, { answer: 'Yes.' }]", [("value", "T[1].answer", "Yes.")]),
    "nested": ("export default { hero: { title: 'Gold', href: 'a b c d' } }", [("value", "hero.title", "Gold")]),
    "quoted keys": ("x = { 'faq-title': 'Gold' }", [("value", "x.faq-title", "Gold")]),
    "props": (
        "<Hero title='Gold' items={[{ q: 'Why?' }]} />",
        [("value", "Hero.title", "Gold"), ("value", "Hero.items[0].q", "Why?")],
    ),
    "metadata": (
        "export const metadata: Metadata = { title: 'a', description: `b ${c}`, openGraph: { title: 'd' } }",
        [
            ("title", "metadata.title", "a"),
            ("meta", "metadata.description", "b _"),
            ("meta", "metadata.openGraph.title", "d"),
        ],
    ),
    "computed metadata": (
        "export async function generateMetadata() { return { title: 'a' } }",
        [("title", "generateMetadata.title", "a")],
    ),
    "JSON-LD": (
        "const s = {'@type': 'FAQPage', mainEntity: [{ name: 'What is it about?' }], url: 'these are four words' }",
        [("json-ld", "s.mainEntity[0].name", "What is it about?")],
    ),
    "HTML without a key": (
        "x = { __html: '<p>Gold standard of care</p><p>Two &amp; x</p>' }",
        [("value", "x", "Gold standard of care"), ("value", "x", "Two & x")],
    ),
    "HTML in content": (
        "x = { content: '<p>Gold <b>stan</b>dard</p><p>Two &amp; x</p>' }",
        [("value", "x.content", "Gold standard"), ("value", "x.content", "Two & x")],
    ),
    "Markdown": (
        "x = { body: `\n    # A\n\n    Gold **standard**\n  ` }",
        [("value", "x.body", "A"), ("value", "x.body", "Gold standard")],
    ),
    "set as HTML": (
        "<div dangerouslySetInnerHTML={{ __html: '<p>Some words stand here</p>' }} />",
        [("value", None, "Some words stand here")],
    ),
    "sums": ("x = { text: 'Gold ' + a + ' stan' +\n 'dard' }", [("value", "x.text", "Gold _ standard")]),
    "escapes": (
        r"x = { text: 'It\u2019s \x67old \u{1F600} \'a\' \N b\tc' }",
        [("value", "x.text", "It’s gold 😀 'a' N b c")],
    ),
    "line continuation": ("x = { text: 'gold \\\nstan\\\r\ndard' }", [("value", "x.text", "gold standard")]),
    "calls": ("const [a] = useState('These are four words')", [("value", None, "These are four words")]),
    "defaults": ("function A({ title = 'Gold' }) {}", [("value", "title", "Gold")]),
    "classes": ("class A { title = 'Gold' }", [("value", "title", "Gold")]),
    "casts": ("const t = { title: 'Gold' } as const satisfies X", [("value", "t.title", "Gold")]),
}
NOT_COPY = [
    "'use client'; 'these are four words';",
    "import a from 'these are four words'",
    "console.log('These are four words')",
    "logger.child('x').warn(`These are four words`)",
    "throw new Error('These are four words')",
    "new ValidationError('These are four words')",
    "describe('These are four words', () => { it('These are four more words', () => {}) })",
    "const q = gql`these are four words`",
    "const q = css`these are four words`",
    "const A = styled.div`these are four words`",
    "const q = `SELECT a FROM b WHERE c = d`.length",
    "if (a === 'these are four words') {}",
    "switch (a) { case 'these are four words': }",
    "a['these are four words'] = 1",
    "x = { 'these are four words': 1 }",
    "type A = 'these are four words'",
    "interface A { b: 'these are four words' }",
    "cn('these are four words', `these are four words`)",
    "document.querySelector('these are four words')",
    "// these are four words\n/* these are four words */",
    "x = { url: 'these are four words', className: 'these are four words' }",
    "x = /these are four words/",
]


@pytest.mark.parametrize("name", CODE)
def test_code(name: str) -> None:
    source, expected = CODE[name]
    document = tsx(source)
    assert document.problems == []
    assert told(document) == expected


@pytest.mark.parametrize("source", NOT_COPY)
def test_not_copy(source: str) -> None:
    assert told(tsx(source)) == []


@pytest.mark.parametrize(
    ("source", "phrase", "written"),
    [
        ("x = <p>😀 <b>gold</b>\r\n standard</p>", "gold standard", "gold</b>\r\n standard"),
        ("x = <p>é a&nbsp;&amp; b</p>", "& b", "&amp; b"),
        ("x = <p>😀{' '}gold{` `}standard</p>", "gold standard", "gold{` `}standard"),
        ("x = <p>for {name} only</p>", "for _ only", "for {name} only"),
        ("/* 😀 */ x = { text: 'a \\u{1F600} gold\\n standard' }", "😀 gold standard", "\\u{1F600} gold\\n standard"),
        ("x = { text: 'gold ' + (a) + ' standard' }", "gold _ standard", "gold ' + (a) + ' standard"),
        (
            "é = { text: '<p>a &amp; <b>g\\x6fld</b> standard</p>' }",
            "& gold standard",
            "&amp; <b>g\\x6fld</b> standard",
        ),
        ("x = { text: `é\n    **gold**\n    standard` }", "gold standard", "gold**\n    standard"),
        ('x = <A title="é &quot;gold&quot; x" />', '"gold" x', "&quot;gold&quot; x"),
    ],
)
def test_positions(source: str, phrase: str, written: str) -> None:
    document = tsx(source)
    (block,) = [b for b in document.blocks if phrase in b.visible.replace(WILDCARD, "_")]
    at = block.visible.replace(WILDCARD, "_").index(phrase)
    span = block.source_span(at, at + len(phrase))
    assert document.source[span.start : span.end] == written


@pytest.mark.parametrize(
    ("source", "context"),
    [
        ("const testimonials = [{ text: 'It changed my life' }]", "testimonial"),
        ("x = { quote: 'It changed my life', author: 'A' }", "testimonial"),
        ("x = { quote: 'It changed my life' }", ""),
        ("const testimonials = { title: 'What they say' }", ""),
        ("x = <TestimonialCard quote='It changed my life' />", "testimonial"),
        ("x = <div className='testimonial-card'><p>It changed my life</p></div>", "testimonial"),
        ("x = <section className='testimonials'><h2>What they say</h2></section>", ""),
        ("x = <blockquote>It changed my life <cite>A</cite></blockquote>", "testimonial"),
    ],
)
def test_whose_words(source: str, context: str) -> None:
    assert tsx(source).blocks[0].context == context


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        ("export const metadata = { robots: { index: false } }", ["noindex"]),
        ("export const metadata = { robots: 'noindex, follow' }", ["noindex"]),
        ("export const metadata = { robots: { index: true } }", []),
        ("export const metadata = { published: false }", ["draft"]),
        ("function generateMetadata() { if (!a) return { robots: { index: false } } }", []),
        ("x = <head><meta name='robots' content='noindex' /></head>", ["noindex"]),
    ],
)
def test_labels(source: str, labels: list[str]) -> None:
    assert tsx(source).labels == labels


def test_imports_that_are_used() -> None:
    source = (
        "import A, { b as B } from '@/components/A'; import { faqs } from '../data/faqs'; import no from './unused';"
        "import { cn } from './cn'; import type { T } from './types'; import img from './x.png'; import React from 'react';"
        "import './styles.css'; const L = lazy(() => import('./Lazy')); export * from './all';"
        "export default () => <B className={cn('a')} src={img}>{faqs.map(f => f.q)}<React.Fragment/><L/></B>;"
    )
    assert tsx(source).imports == ["@/components/A", "../data/faqs", "./Lazy", "./all"]


@pytest.mark.parametrize("suffix", ["js", "jsx", "mjs", "cjs", "ts", "mts", "cts", "tsx"])
def test_every_dialect(suffix: str) -> None:
    code = "const x = { title: 'Gold' };" + ("" if suffix in ("ts", "mts", "cts") else " const y = <p>words</p>;")
    document = read(f"a.{suffix}", code.encode())
    assert (document.problems, document.blocks[0].visible) == ([], "Gold")
    assert read("a.ts", b"const a = <T>b; const x = { title: 'Gold' }").problems == []


def test_broken_code_is_told_and_read_on() -> None:
    document = tsx("const a = { title: 'Gold' };\n\nconst = = <p>\n\nconst b = { title: 'Silver standard of care' };")
    assert "Gold" in [b.visible for b in document.blocks]
    assert [p.line for p in document.problems] == [3]
    assert "syntax error" in document.problems[0].message


N = 10_000
HARD = {
    "elements": "x = " + "<div>" * N + "deep words" + "</div>" * N,
    "open elements": "<div>" * N + "deep words",
    "expressions": "x = " + "<b>{" * N + "'deep words'" + "}</b>" * N,
    "sums": "x = 'here are deep words'" + " + 'b'" * N,
    "chains": "x = a" + ".b('here are deep words')" * N,
    "objects": "x = " + "{a:" * N + "'here are deep words'" + "}" * N,
    "arrays": "x = " + "[" * N + "'here are deep words'" + "]" * N,
    "templates": "x = 'here are deep words';" + "`${" * N,
    "open strings": "x = 'here are deep words';" + "'a\n" * N,
    "one line": "a.b=function(c){return c?{t:'Some deep words for people'}:d(e,f)};" * 5_000,
}


@pytest.mark.parametrize("name", HARD)
def test_hard_input_is_read_in_time(name: str) -> None:
    begun = time.process_time()
    assert any("deep words" in block.visible for block in tsx(HARD[name]).blocks)
    assert time.process_time() - begun < 15


def test_the_parser_is_imported_only_for_code() -> None:
    code = (
        "import sys; from medlint.readers import read; [read(f, b'Plain *words*') for f in ('a.md', 'a.html', 'a.txt')];"
        "print([m for m in sys.modules if m.startswith('tree_sitter')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# What stands in a sentence: `@` is a word.
INLINE = [
    "@", "@ @", "<b>@</b>", "<em>@ <strong>@</strong>\n @</em>", "un<b>@</b>@", "<Link to='/no'>@</Link>", "&amp; @", "&eacute;@", "😀 @",
    "@{' '}@", "{\"@\"} @", "{`@ ${no} @`}", "{/* no */}@", "@{no} @", "{no && <b>@</b>}", "{no ? <i>@</i> : <b>@</b>}", "<img alt='@ &quot;@'/>",
    "{no.map((no) => <li>@</li>)}", "<Tip text={<p>@</p>}>@</Tip>", "{'@' + no + \" @\\u{1F600}\\x41 @\"}", "<code>no</code> @", "@ & @", "@<br/>@",
    "{'long words @ stand here' /* no */}",
]  # fmt: skip
WORD = re.compile(r"word\d+x")


@SETTINGS
@given(st.lists(st.sampled_from(INLINE), min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_what_is_read_maps_back(parts: list[str], line_end: str) -> None:
    numbers = count()
    inner = re.sub("@", lambda _: f"word{next(numbers)}x", " ".join(parts))
    source = f"// é\nexport default () => (<p>{inner}</p>);\n".replace("\n", line_end)
    document = tsx(source)
    assert document.problems == []
    words = [m for block in document.blocks for m in WORD.findall(block.visible)]
    assert sorted(words) == sorted(WORD.findall(source))
    for block in document.blocks:
        assert not re.search(r"\bno\b", block.visible)
        for m in WORD.finditer(block.visible):
            span = block.source_span(*m.span())
            assert re.sub(r"<[^<>]*>", "", source[span.start : span.end]) == m.group()


@SETTINGS
@given(st.text(alphabet="<>/{}()[]'\"`$=\\ab&;:,.\n\r 😀", max_size=80), st.sampled_from(["a.tsx", "a.ts", "a.js"]))
def test_anything_is_read_without_a_fault(source: str, path: str) -> None:
    for block in read(path, source.encode()).blocks:
        assert block.source_span(0, len(block.visible)).end <= len(source)
