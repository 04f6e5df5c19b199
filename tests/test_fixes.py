"""Rewordings in the source: what is exchanged, how each format writes it, and that nothing else changes."""

from __future__ import annotations

import re

import pytest
from changed import replace
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.document import Document, Span
from medlint.findings import Finding, Severity, Suggestion, places
from medlint.fixes import Edit, Fix, applied, fixes_of, reworded
from medlint.lint import Linter
from medlint.readers import read


def finding(document: Document, quote: str, *suggestions: Suggestion, family: str = "safety") -> Finding:
    """A finding at the first place where a page says some words."""
    for block in document.blocks:
        start = block.visible.find(quote)
        if start >= 0:
            span = block.source_span(start, start + len(quote))
            return Finding(
                document.path, "some-rule", "core", family, Severity.WARNING, "It is risky.", "It is.", quote, span,
                *places(document, span), block.key_path, quote, (0, len(quote)), suggestions, (),
            )  # fmt: skip
    raise AssertionError(f"{quote} stands nowhere in {[b.visible for b in document.blocks]}")


def fixed(path: str, source: str, quote: str, suggestion: Suggestion, family: str = "safety") -> str | None:
    """A source with the first fix made; None where there is none."""
    document = read(path, source.encode())
    fixes = fixes_of(document, finding(document, quote, suggestion, family=family))
    return applied(source, fixes[0].edits) if fixes else None


def words(text: str) -> Suggestion:
    return Suggestion(text, text)


# Path, source, quoted words, new words, the new source.
WORDS = {
    "plain": ("a.md", "It is the gold standard.\n", "gold standard", "usual way", "It is the usual way.\n"),
    "looks end inside": ("a.md", "The **gold** standard.\n", "gold standard", "new words", "The **new words**.\n"),
    "looks begin inside": ("a.md", "The gold **standard** is.\n", "gold standard", "new words", "The **new words** is.\n"),
    "looks reach out": ("a.md", "The gold **standard of** it.\n", "gold standard", "new", "The **new of** it.\n"),
    "a link inside": ("a.md", "The gold [standard](/x) is.\n", "gold standard", "new", "The [new](/x) is.\n"),
    "hard wrap": ("a.md", "It is the gold\nstandard of it.\n", "gold standard", "usual way", "It is the usual way of it.\n"),
    "wrapped quotation": ("a.md", "> The gold\n> standard is.\n", "gold standard", "new", "> The new is.\n"),
    "marks": ("a.md", "It is good.\n", "good", "a * b * c_d_ [e](f)", "It is a \\* b \\* c\\_d\\_ \\[e\\](f).\n"),
    "emoji": ("a.md", "🎉🎉 It is 👩‍⚕️ gold 🎉.\n", "gold", "good 💊", "🎉🎉 It is 👩‍⚕️ good 💊 🎉.\n"),
    "line ends": ("a.md", "# A\r\n\r\nThe gold\r\nstandard.\r\n", "gold standard", "b", "# A\r\n\r\nThe b.\r\n"),
    "curly quotes": ("a.md", "It’s the “gold standard”.\n", "gold standard", "“it”", "It’s the ““it””.\n"),
    "table": ("a.md", "| a | b |\n|---|---|\n| gold | c |\n", "gold", "a | b", "| a | b |\n|---|---|\n| a \\| b | c |\n"),
    "front matter": ("a.md", "---\ntitle: It is gold\n---\n\nText.\n", "gold", "a: b # c", '---\ntitle: "It is a: b # c"\n---\n\nText.\n'),
    "element": ("a.html", "<p>The <b>gold</b> standard.</p>", "gold standard", "new", "<p>The <b>new</b>.</p>"),
    "elements inside": ("a.html", "<p>A <i class=x>gold</i> <b>bar</b> is.</p>", "A gold bar", "B", "<p><b>B</b> is.</p>"),
    "markup as text": ("a.html", "<p>It is gold.</p>", "gold", "a <b> & c", "<p>It is a &lt;b&gt; &amp; c.</p>"),
    "entity": ("a.html", "<p>Safe&nbsp;&amp;&nbsp;sound it is.</p>", "Safe & sound", "Fine", "<p>Fine it is.</p>"),
    "attribute": ("a.html", '<img alt="The gold">', "gold", 'so-called "gold"', '<img alt="The so-called &quot;gold&quot;">'),
    "attribute ’": ("a.html", "<img alt='The gold'>", "gold", "it's", "<img alt='The it&#39;s'>"),
    "bare attribute": ("a.html", "<img alt=Gold>", "Gold", "A bar", None),
    "image inside": ("a.html", "<p>The gold <img src=a> bar.</p>", "gold bar", "new", "<p>The new<img src=a>.</p>"),
    "break inside": ("a.html", "<p>The gold<br>bar&nbsp;is.</p>", "gold bar is", "new", "<p>The new.</p>"),
    "soft hyphen": ("a.html", "<p>The go\u00adld ba&shy;r.</p>", "gold bar", "new", "<p>The new.</p>"),
    "JSX": ("a.tsx", "const a = <p>The <b>gold</b> bar.</p>;", "gold bar", "new", "const a = <p>The <b>new</b>.</p>;"),
    "JSX braces": ("a.tsx", "const a = <p>It is gold.</p>;", "gold", "{a} > b", "const a = <p>It is &#123;a&#125; &gt; b.</p>;"),
    "JSX space": ("a.tsx", 'const a = <p>The gold{" "}\n  bar.</p>;', "gold bar", "new", "const a = <p>The new.</p>;"),
    "string": ("a.tsx", "const a = <A title='The gold bar is good' />;", "good", 'so "so"', "const a = <A title='The gold bar is so \"so\"' />;"),
    "own quote": ("a.js", "export const title = 'The gold bar is good';\n", "good", "it's", "export const title = 'The gold bar is it\\'s';\n"),
    "own double": ("a.js", 'export const title = "The gold bar is";\n', "gold bar", 'a "b"', 'export const title = "The a \\"b\\" is";\n'),
    "backtick": ("a.js", "export const title = `The gold bar is`;\n", "gold bar", "a ` b", "export const title = `The a \\` b is`;\n"),
    "JSON": ("a.json", '{"lead": "The \\"gold\\" bar is."}', '"gold" bar', 'a "b" \\ c', '{"lead": "The a \\"b\\" \\\\ c is."}'),
    "YAML plain": ("a.yaml", "lead: The gold bar is good\n", "gold bar", "bar", "lead: The bar is good\n"),
    "YAML colon": ("a.yaml", "lead: The gold bar\nb: c d\n", "gold bar", 'a: "b"', 'lead: "The a: \\"b\\""\nb: c d\n'),
    "YAML single": ("a.yaml", "lead: 'It''s a gold bar'\n", "gold bar", "boy's", "lead: 'It''s a boy''s'\n"),
    "YAML folded": ("a.yaml", "lead: >\n  The gold\n  bar is.\nb: c d\n", "gold bar", "new", "lead: >\n  The new is.\nb: c d\n"),
    "TOML": ("a.toml", 'lead = "The gold bar is"\n', "gold bar", 'a "b"', 'lead = "The a \\"b\\" is"\n'),
    "TOML literal": ("a.toml", "lead = 'The gold bar is'\n", "gold bar", "it's", None),
    "Liquid": ("a.liquid", "<p>The {{ a }} gold bar.</p>", "gold bar", "new", "<p>The {{ a }} new.</p>"),
    "Jinja": ("a.jinja", '{% trans %}The gold bar is.{% endtrans %}', "gold bar", "new", "{% trans %}The new is.{% endtrans %}"),
    "PHP": ("a.php", "<p><?php _e('The gold bar is'); ?></p>", "gold bar", "it's", "<p><?php _e('The it\\'s is'); ?></p>"),
    "gettext": (
        "a.po", '#: a\nmsgid "a.lead"\nmsgstr "The gold "\n"bar is."\n', "gold bar", 'a "b"',
        '#: a\nmsgid "a.lead"\nmsgstr "The a \\"b\\" is."\n',
    ),
    "rst": ("a.rst", "The **gold** bar\nis.\n", "gold bar", "new", "The **new**\nis.\n"),
    "AsciiDoc": ("a.adoc", "The *gold* bar\nis.\n", "gold bar", "new", "The *new*\nis.\n"),
    "Vue": ("a.vue", "<template><p>The <b>gold</b> bar.</p></template>", "gold bar", "new", "<template><p>The <b>new</b>.</p></template>"),
    "Astro": ("a.astro", "---\nconst a = 1;\n---\n<p>The gold bar.</p>", "gold bar", "{b}", "---\nconst a = 1;\n---\n<p>The &#123;b&#125;.</p>"),
    "MDX": ("a.mdx", "The **gold** bar {a} is.\n", "gold bar", "new", "The **new** {a} is.\n"),
    "text": ("a.txt", "The *gold* bar is\ngood.\n", "*gold* bar", "new < & >", "The new < & > is\ngood.\n"),
    "captions": ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nThe gold bar.\n", "gold bar", "new", "WEBVTT\n\n00:01.000 --> 00:02.000\nThe new.\n"),
    "placeholder": ("a.html", "<p>The gold {{ a }} bar.</p>", "\ufffc bar", "new", None),
}  # fmt: skip


@pytest.mark.parametrize("name", WORDS)
def test_words_are_exchanged_as_the_format_writes_them(name: str) -> None:
    path, source, quote, text, wanted = WORDS[name]
    assert fixed(path, source, quote, words(text)) == wanted


# Path, source, words in the sentence, the new source with “New one.” in it.
SENTENCES = {
    "between others": ("a.md", "One is. Two is gold. Three is.\n", "gold", "One is. New one. Three is.\n"),
    "looks inside": ("a.md", "It is **the *gold* bar** here. B is.\n", "gold", "New one. B is.\n"),
    "looks at its begin": ("a.md", "A is.\n**It is** gold here.\n", "gold", "A is.\nNew one.\n"),
    "looks at its end": ("a.html", "<p>A is. It is <em>gold.</em> B is.</p>", "gold", "<p>A is. New one. B is.</p>"),
    "all in looks": ("a.md", "One is. **It is gold here.** B is.\n", "gold", "One is. **New one.** B is.\n"),
    "looks reach out": ("a.html", "<p><b>A is. It is gold</b> here.</p>", "gold", "<p><b>A is. New one.</b></p>"),
    "a link goes along": ("a.md", "A is. It is [the gold](/x) bar.\n", "gold", "A is. New one.\n"),
    "a note stays": ("a.md", "A is. It is gold.[^1]\n\n[^1]: Note.\n", "gold", "A is. New one.[^1]\n\n[^1]: Note.\n"),
    "heading": ("a.md", "# It is gold\n\nText.\n", "gold", "# New one\n\nText.\n"),
    "button": ("a.html", "<button>It is gold</button>", "gold", "<button>New one</button>"),
    "paragraph without a stop": ("a.md", "It is gold\n", "gold", "New one.\n"),
    "an id is kept": ("a.html", '<p>It <b id="a">is gold</b> here.</p>', "gold", '<p><b id="a">New one.</b></p>'),
    "component": ("a.tsx", "const a = <p>It is <Tip>gold</Tip> here.</p>;", "gold", "const a = <p><Tip>New one.</Tip></p>;"),
    "meta": ("a.html", '<meta name="description" content="A is. It is gold.">', "gold", '<meta name="description" content="A is. New one.">'),
    "placeholder": ("a.html", "<p>{{ a }} is gold.</p>", "gold", None),
}  # fmt: skip


@pytest.mark.parametrize("name", SENTENCES)
def test_a_suggestion_that_is_a_sentence_takes_the_place_of_one(name: str) -> None:
    path, source, quote, wanted = SENTENCES[name]
    assert fixed(path, source, quote, Suggestion("New one.")) == wanted


INSERTED = {
    "Markdown": ("a.md", "# Gold\n\nIt is gold.\n\nMore.\n", "It is gold", "# Gold\n\nIt is gold.\n\nNew &lt;b&gt;.\n\nMore.\n"),
    "at the end": ("a.md", "# Gold\n\nIt is.\n\n- more\n", "Gold", "# Gold\n\nIt is.\n\nNew &lt;b&gt;.\n\n- more\n"),
    "CRLF": ("a.md", "It is gold.\r\n", "gold", "It is gold.\r\n\r\nNew &lt;b&gt;.\r\n"),
    "HTML": (
        "a.html", "<body>\n  <p class=a>It is <b>gold</b></p>\n  <p>More</p>\n</body>\n", "gold",
        "<body>\n  <p class=a>It is <b>gold</b></p>\n  <p>New &lt;b&gt;.</p>\n  <p>More</p>\n</body>\n",
    ),
    "one line": ("a.html", "<h1>Gold</h1><p>It is</p>", "Gold", "<h1>Gold</h1><p>It is</p><p>New &lt;b&gt;.</p>"),
    "not in the footer": (
        "a.html", "<p>Gold</p><footer><p>Small print.</p></footer>", "Small print",
        "<p>Gold</p>\n<p>New &lt;b&gt;.</p><footer><p>Small print.</p></footer>",
    ),
    "JSX": (
        "a.tsx", "const a = <div>\n  <p>It is gold.</p>\n</div>;", "gold",
        "const a = <div>\n  <p>It is gold.</p>\n  <p>New &lt;b&gt;.</p>\n</div>;",
    ),
    "JSX alone": ("a.tsx", "const a = () => <p>It is gold.</p>;", "gold", None),
    "text": ("a.txt", "It is gold.\n\nMore.\n", "It is gold", "It is gold.\n\nNew <b>.\n\nMore.\n"),
    "rst": ("a.rst", "It is gold.\n", "gold", "It is gold.\n\nNew <b>.\n"),
    "JSON": ("a.json", '{"lead": "It is gold."}', "gold", None),
    "YAML": ("a.yaml", "lead: It is gold.\n", "gold", None),
}  # fmt: skip


@pytest.mark.parametrize("name", INSERTED)
def test_what_a_page_lacks_is_a_paragraph_more(name: str) -> None:
    path, source, quote, wanted = INSERTED[name]
    assert fixed(path, source, quote, Suggestion("New <b>."), "missing-risks") == wanted


PAGES = {
    "a.md": "---\ntitle: {}\n---\n\nA **b** {} c.\n\n- {}\n\n| a | {} |\n|---|---|\n| b | c |\n",
    "a.html": "<title>{}</title><p>A <b>b</b> {} c.</p><img alt='{}'><img alt=\"{}\">",
    "a.tsx": "const a = <div title=\"{}\"><p>A {} c.</p><T title='{}' /></div>;\nexport const lead = `{}`;\n",
    "a.yaml": "lead: One {} is here\nbody: 'Two {} are here'\ntitle: \"Three {} is here\"\ntext: >\n  A {} c.\n",
    "a.json": '{{"lead": "One {} is here", "text": ["Two {} are here"]}}',
    "a.toml": "lead = \"One {} is here\"\ntext = '''Two {} are here'''\n",
    "a.po": 'msgid "a.b"\nmsgstr "{}"\n',
    "a.php": "<p>{}</p><?php _e('One {} is here'); ?><br><p><?php _e(\"Two {} are here\"); ?>",
    "a.liquid": "<p>{{{{ a }}}} {}</p>",
    "a.rst": "A *b* {} c.\n\n* {}\n",
    "a.vue": "<template><p>{}</p></template>",
    "a.txt": "A {} c.\n",
}
TEXTS = st.text(st.sampled_from("abc ABC'\"&<>{}\\*_`#:;%$[]()|-é“”’🎉\u00a0"), min_size=1, max_size=12)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.data())
@pytest.mark.parametrize("path", PAGES)
def test_a_fix_says_what_it_should_and_changes_nothing_else(path: str, data: st.DataObject) -> None:
    n = re.sub(r"\{\{|\}\}", "", PAGES[path]).count("{}")
    at = data.draw(st.integers(0, n - 1))
    source = PAGES[path].format(*["gold words"] * n)
    newline = data.draw(st.sampled_from(["\n", "\r\n"]))
    mark = data.draw(st.sampled_from(["", "\ufeff"]))
    source = source.replace("\n", newline)
    document = read(path, (mark + source).encode())
    text = " ".join(data.draw(TEXTS).split()).strip("-.")
    holders = [b for b in document.blocks if "gold words" in b.visible]
    block = holders[at]
    start = block.visible.find("gold words")
    span = block.source_span(start, start + 10)
    one = replace(finding(document, "gold words", words(text)), span=span)
    for fix in fixes_of(document, one):
        new = read(path, (mark + applied(document.source, fix.edits)).encode())
        was = [b.visible for b in document.blocks]
        was[document.blocks.index(block)] = block.visible[:start] + text + block.visible[start + 10 :]
        said = [new.quote(b, 0, len(b.visible)) for b in new.blocks]
        assert said == [a if "\ufffc" not in a else b for a, b in zip(was, said, strict=True)]
        assert [b.key_path for b in new.blocks] == [b.key_path for b in document.blocks]
    if text.isalnum() and text.isascii():
        assert fixes_of(document, one), text


def test_words_and_sentences_are_offered_in_the_order_of_the_suggestions() -> None:
    document = read("a.md", b"It is gold.\n")
    one = finding(document, "gold", Suggestion("Yellow.", "yellow", safe=True), Suggestion("It shines a bit."))
    fixes = fixes_of(document, one)
    assert [(f.scope, f.safe, applied(document.source, f.edits)) for f in fixes] == [
        ("words", True, "It is yellow.\n"),
        ("sentence", False, "It shines a bit.\n"),
    ]
    assert all(isinstance(fix, Fix) and fix.finding is one for fix in fixes)


def test_what_is_safe_comes_first() -> None:
    document = read("a.md", b"It is gold.\n")
    one = finding(document, "gold", Suggestion("It shines."), Suggestion("yellow", "yellow", safe=True))
    assert [fix.safe for fix in fixes_of(document, one)] == [True, False]


def test_one_way_is_offered_once_and_none_that_changes_nothing() -> None:
    document = read("a.md", b"It is gold.\n")
    one = finding(document, "gold", words("new"), words("new"), words("gold"))
    assert [fix.edits for fix in fixes_of(document, one)] == [(Edit(Span(6, 10), "new"),)]


def test_words_of_ones_own_are_put_in() -> None:
    document = read("a.html", b"<p>It is <b>gold</b>. More.</p>")
    one = finding(document, "gold")
    assert (
        applied(document.source, reworded(document, one, "fine & good", "words"))
        == "<p>It is <b>fine &amp; good</b>. More.</p>"
    )
    assert applied(document.source, reworded(document, one, "It shines.", "sentence")) == "<p>It shines. More.</p>"
    assert not reworded(document, one, "  ", "words")


def test_a_format_that_is_given_is_the_one_it_is_read_again_in() -> None:
    document = read("pasted", b"<p>It is gold.</p>", "html")
    (fix,) = fixes_of(document, finding(document, "gold", words("a & b")))
    assert applied(document.source, fix.edits) == "<p>It is a &amp; b.</p>"


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        applied("abc", [Edit(Span(0, 2), ""), Edit(Span(1, 3), "")])
    assert applied("abc", [Edit(Span(2, 3), "z"), Edit(Span(0, 1), "x")]) == "xbz"


def test_findings_of_the_linter_are_mended(linter: Linter) -> None:
    source = "# Ketamine clinic\n\nKetamine infusions are **the gold standard** for depression &amp; more. Relief comes within hours. Book yours today.\n"
    document = read("a.md", source.encode())
    found = linter.check(document).findings
    one = next(f for f in found if f.rule == "gold-standard")
    new = applied(source, fixes_of(document, one)[-1].edits)
    assert "gold" not in new and one.suggestions[-1].text in new
    missing = next(f for f in found if f.family == "missing-risks")
    new = applied(source, fixes_of(document, missing)[0].edits)
    assert read("a.md", new.encode()).blocks[-1].visible == missing.suggestions[0].text
