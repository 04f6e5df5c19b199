"""Properties: whatever is read maps back to where it stands, and no word is lost or told twice."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.document import WILDCARD, Document
from medlint.readers import read

WORD = re.compile(r"word\d+x")
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# What stands in a sentence: `@` is a word, `¶` the end of a line.
MARKDOWN_INLINE = [
    "@", "@ @", "**@**", "*@ **@** @*", "un**@**@", "[@](/a_b*c)", "[@](/a '@ &amp; \\'@')", "[![@](/i)](/b)", "&amp; @", "&eacute;@",
    "😀 @", "\\# @", "<b>@</b>@", "<i\nclass='a'>@</i>", "@<br>@", "<!-- no -->@", "`no` @", "<code>no *</code> @", "![@ *@*](/i \"@\")",
    "<img alt='@ &quot;@' src=x>", "@¶@", "¶@", "@  ¶@", "{{ no }} @", "https://no.org/a @", "@\u200b@", "@&nbsp;\t @", "~~@~~", "@[^n]",
]  # fmt: skip
HTML_INLINE = [
    "@", "@ @", "<b>@</b>", "<em>@ <strong>@</strong>¶ @</em>", "un<b>@</b>@", "<a href='/a?b&amp;c'>@</a>", "<a title=\"@ &gt; '@\" href=x>@</a>",
    "&amp; @", "&eacute;@", "&#233;@ &lt @", "😀 @", "@<br/>@", "<!-- no > no -->@", "<code>no <b>no</b></code> @", "<img alt='@ &quot;@' src=x>",
    "<img ALT=@ src=x>", "@¶   @", "¶@", "{{ no }} @", "https://no.org/a @", "@\u200b@", "@&nbsp;\t @", "5 < 6 @", "<script>no</script>@", "@<wbr>@",
    "<svg><title>@</title><text>no</text></svg>@", "<x-y>@</x-y>",
]  # fmt: skip
TEXT_INLINE = [
    "@",
    "@ @",
    "😀 @",
    "@.",
    "@, @",
    "@¶@",
    "@¶   @",
    "{{ no }} @",
    "https://no.org/a @",
    "@\u200b@",
    "@\xa0\t @",
]


def sentences(inline: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(inline), min_size=1, max_size=6).map(lambda atoms: "@ " + " ".join(atoms))


def quoted(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.replace("¶", "\n").split("\n"))


def item(text: str) -> str:
    return "- " + text.replace("¶", "\n").replace("\n", "\n  ") + "\n"


def one_line(text: str) -> str:
    return text.replace("¶", " ").replace("\n", " ")


def markdown_blocks() -> st.SearchStrategy[str]:
    sentence = sentences(MARKDOWN_INLINE)
    return st.one_of(
        sentence,
        sentence.map(lambda s: "## " + one_line(s)),
        sentence.map(lambda s: one_line(s) + "\n==="),
        sentence.map(quoted),
        st.lists(sentence, min_size=1, max_size=3).map(lambda s: "".join(map(item, s))),
        st.tuples(sentence, sentence).map(lambda s: item(s[0]) + "  " + item(s[1]).replace("\n", "\n  ")),
        st.tuples(sentence, sentence).map(lambda s: quoted(item(s[0]) + "\n" + s[1])),
        st.tuples(sentence, sentence).map(lambda s: f"| {one_line(s[0])} | @ |\n|---|---|\n| {one_line(s[1])} | @ |"),
        st.lists(sentences(HTML_INLINE), min_size=1, max_size=2).map(
            lambda s: "<div>\n" + "".join(f"<p>{t}</p>\n" for t in s) + "</div>"
        ),
        sentences(HTML_INLINE).map(lambda s: quoted(f"<div title='@'>{s.replace('¶', chr(10))}</div>")),
        st.just("```\nno\n```"),
        st.just("<!-- no\n\nno -->"),
        st.just("<pre>no\n\nno</pre>"),
    )


def html_blocks() -> st.SearchStrategy[str]:
    sentence = sentences(HTML_INLINE)
    return st.one_of(
        sentence,
        *(
            st.builds(shape.format, sentence, sentence)
            for shape in (
                "<p>{}<p>{}", "<p>{}</p></p>¶{}", "<h2>{}</h2>{}", "<ul><li>{}<li>{}</ul>", "<div>{}<div>{}</div></div>",
                "<table><tr><td>{}</td><th>{}</table>", "<blockquote>{}</blockquote>{}<hr>", "<button title='@'>{}</button>{}",
                "<dl><dt>{}<dd>{}</dl>", "<style>no</style>{}<pre>no</pre>{}", "<SECTION\n CLASS='no'\n>{}</SECTION>{}</div>",
            )
        ),
    )  # fmt: skip


def text_blocks() -> st.SearchStrategy[str]:
    sentence = sentences(TEXT_INLINE)
    return st.one_of(
        sentence,
        sentence.map(lambda s: one_line(s) + ".\n" + one_line(s)),
        sentence.map(lambda s: "• " + s),
        sentence.map(lambda s: one_line(s) + "\n==="),
        st.just("1. @\n2. @"),
    )


def pages(blocks: st.SearchStrategy[str], tail: str = "") -> st.SearchStrategy[str]:
    """Sources in which every word is another."""

    def render(parts: list[str], line_end: str) -> str:
        numbers = count()
        source = "\n\n".join(parts) + tail
        source = re.sub("@", lambda _: f"word{next(numbers)}x", source.replace("¶", "\n"))
        return source.replace("\n", line_end)

    return st.builds(render, st.lists(blocks, min_size=1, max_size=5), LINE_ENDS)


# What has no text of its own in a range of the source; the order counts.
_MARKDOWN_MARKS = [
    (re.compile(r"<!--.*?-->|<code>.*?</code>|`[^`]*`", re.S), lambda m: WILDCARD if m.group()[1] != "!" else ""),
    (re.compile(r"\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)|!\[[^\]]*\]\([^)]*\)|\[\^n\]"), lambda m: ""),
    (re.compile(r"\]\([^)]*\)"), lambda m: ""),
    (re.compile(r"(?:^|(?<=[\r\n]))[> ]+"), lambda m: ""),
    (re.compile(r"\\(?=[#'])|[*\[]|~~"), lambda m: ""),
]
_HTML_MARKS = [
    (re.compile(r"<!--.*?-->|<s(?:cript|tyle)>.*?</s(?:cript|tyle)>|<svg>.*?</svg>", re.S), lambda m: ""),
    (re.compile(r"<code>.*?</code>", re.S), lambda m: WILDCARD),
    (re.compile(r"</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"), lambda m: ""),
]
_PLACEHOLDERS = re.compile(r"\{\{.*?\}\}|https://no\.org/a")
_NO_TEXT = re.compile(r"[\s\u200b]+")

Marks = list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]]


def stripped(written: str, marks: Marks) -> str:
    for pattern, instead in marks:
        written = pattern.sub(instead, written)
    return _NO_TEXT.sub("", html.unescape(_PLACEHOLDERS.sub(WILDCARD, written)))


def ranges(document: Document, data: st.DataObject) -> Iterator[tuple[str, str]]:
    """For each block and a range of it: the text, and the source that is said to write it."""
    for block in document.blocks:
        assert len(block.text) == len(block.lower) == len(block.visible)
        start = data.draw(st.integers(0, len(block.visible) - 1))
        for a, b in ((0, len(block.visible)), (start, data.draw(st.integers(start + 1, len(block.visible))))):
            span = block.source_span(a, b)
            yield block.visible[a:b], document.source[span.start : span.end]


@pytest.mark.parametrize(
    ("path", "page", "marks"),
    [
        ("a.md", pages(markdown_blocks(), "\n\n[^n]: @\n"), _HTML_MARKS[:1] + _MARKDOWN_MARKS + _HTML_MARKS),
        ("a.html", pages(html_blocks()), _HTML_MARKS),
        ("a.txt", pages(text_blocks()), []),
    ],
)
def test_what_is_read_maps_back(path: str, page: st.SearchStrategy[str], marks: Marks) -> None:
    @SETTINGS
    @given(page, st.data())
    def check(source: str, data: st.DataObject) -> None:
        document = read(path, source.encode())
        assert document.problems == []
        words = [word for block in document.blocks for word in WORD.findall(block.visible)]
        assert sorted(words) == sorted(WORD.findall(source))
        assert not any(re.search(r"\bno\b", block.visible) for block in document.blocks)
        starts = [block.source_span(0, 1).start for block in document.blocks]
        assert starts == sorted(starts)
        for visible, written in ranges(document, data):
            assert stripped(written, marks) == _NO_TEXT.sub("", visible)

    check()


@SETTINGS
@given(st.text(alphabet="<>/!-\"'= ab&;\n\r[]{}%?:*_`#|\\😀", max_size=80), st.data())
@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
def test_anything_is_read_without_a_fault(path: str, source: str, data: st.DataObject) -> None:
    for visible, written in ranges(read(path, source.encode()), data):
        assert visible
        assert written


@SETTINGS
@given(
    st.sampled_from(["---\n{}\n---\n", "+++\n{}\n+++\n", "{{{}}}\n", "<script type=application/ld+json>{}</script>"]),
    st.text(alphabet="[]{}:,\"'\\-|>&*!=# ab1\n\r\tu😀", max_size=60),
)
def test_any_data_is_read_without_a_fault(shape: str, inner: str) -> None:
    source = shape.format(inner) + "\n\nwords here\n"
    for path in ("a.md", "a.html"):
        document = read(path, source.encode())
        for block in document.blocks:
            assert block.source_span(0, len(block.visible)).end <= len(source)
