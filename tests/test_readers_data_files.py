"""JSON, YAML and TOML files: values, key paths, labels, positions, slips."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.document import Document
from medlint.readers import read


def rows(document: Document) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.key_path, b.visible) for b in document.blocks]


CASES = {
    "a.json": (
        '{"title": "Care", "description": "Words", "faq": [{"q": "Does it hurt?", "a": "No."}], "metadata": {"title": "T"},'
        ' "url": "four words are here", "n": 1, "ok": true, "x": "two words", "deep": [["Four words are here"]]}',
        [("title", "title", "Care"), ("meta", "description", "Words"), ("value", "faq[0].q", "Does it hurt?"), ("value", "faq[0].a", "No."),
         ("value", "metadata.title", "T"), ("value", "deep[0][0]", "Four words are here")],
    ),
    "b.json": ('["<p>Four <b>words</b> here</p><p>Two are here now</p>"]', [("value", "[0]", "Four words here"), ("value", "[0]", "Two are here now")]),
    "c.jsonc": ('// no\n{"body": "**Gold** standard", /* "title": "no" */ "title": "Care // cure now and then",}', [("value", "body", "Gold standard"), ("title", "title", "Care // cure now and then")]),
    "d.json": ('"Four words are here"', []),
    "a.yaml": (
        "# no\n- q: Does it hurt?\n  a: >-\n    No, it\n    does not.\n- text: |\n    # Head\n    One\n\n    Two\n- [Four words are here]\n",
        [("value", "[0].q", "Does it hurt?"), ("value", "[0].a", "No, it does not."), ("value", "[1].text", "Head"), ("value", "[1].text", "One"),
         ("value", "[1].text", "Two"), ("value", "[2][0]", "Four words are here")],
    ),
    "b.yml": (
        "%YAML 1.1\n---\ntitle: One\n...\n---\n# only a comment\n--- # c\ntitle: Two\nnote: it's\n",
        [("title", "document 1: title", "One"), ("title", "document 2: title", "Two"), ("value", "document 2: note", "it's")],
    ),
    "c.yaml": ("---\ntitle: One\n", [("title", "title", "One")]),
    "a.toml": (
        'title = "Care" # no\n[[faq]]\nq = \'Does it hurt?\'\na = """\nNo,\nnone"""\n[x.y]\nlist = ["Four words are here"]\n',
        [("title", "title", "Care"), ("value", "faq[0].q", "Does it hurt?"), ("value", "faq[0].a", "No, none"), ("value", "x.y.list[0]", "Four words are here")],
    ),
    "empty.yaml": ("", []),
    "empty.toml": ("", []),
}  # fmt: skip


@pytest.mark.parametrize("path", CASES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_values(path: str, line_end: str) -> None:
    source, expected = CASES[path]
    document = read(path, source.replace("\n", line_end).encode())
    assert rows(document) == expected
    assert document.problems == []


@pytest.mark.parametrize(
    ("path", "source", "phrase", "written"),
    [
        ("a.json", '{"e": "😀", "text": "it\\u2019s \\"gold\\" <b>stan</b>dard"}', '"gold" standard', '\\"gold\\" <b>stan</b>dard'),
        ("a.json", '{"text": "a\\n\\n**gold**\\nstandard"}', "gold standard", "gold**\\nstandard"),
        ("a.yaml", "- 😀\n- text: |\n    a **gold**\n    standard\n", "gold standard", "gold**\n    standard"),
        ("a.yaml", "a: 1\n---\ntext: 😀 it's gold\n  standard\n", "gold standard", "gold\n  standard"),
        ("a.toml", 'a = "😀"\ntext = "\\u00e9 gold"', "é gold", "\\u00e9 gold"),
        ("a.json", '{"text": "Hi {{ name }}, you"}', "Hi \ufffc, you", "Hi {{ name }}, you"),
    ],
)  # fmt: skip
def test_positions(path: str, source: str, phrase: str, written: str) -> None:
    document = read(path, source.encode())
    (block,) = [b for b in document.blocks if phrase in b.visible]
    at = block.visible.index(phrase)
    span = block.source_span(at, at + len(phrase))
    assert document.source[span.start : span.end] == written


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["title", "text", "note"]),
        st.lists(
            st.sampled_from(["gold", "é", "😀", '"x"', "it's", "a\\b", "line\nend", "tab\tbed"]), min_size=1, max_size=6
        ),
    ),
    st.booleans(),
)
def test_every_character_of_json_maps_to_what_writes_it(data: dict[str, list[str]], escaped: bool) -> None:
    texts = {key: "word " + " ".join(words) for key, words in data.items()}
    document = read("a.json", json.dumps(texts, ensure_ascii=escaped).encode())
    for block in document.blocks:
        for i, char in enumerate(block.visible):
            span = block.source_span(i, i + 1)
            written = json.loads(f'"{document.source[span.start : span.end]}"')
            assert written.strip() == char.strip()
        assert "".join(block.visible.split()) == "".join(texts[str(block.key_path)].split())


@pytest.mark.parametrize(
    ("path", "source", "labels"),
    [
        ("a.json", '{"draft": true, "title": "x"}', ["draft"]),
        ("a.json", '{"draft": false, "published": false, "title": "x"}', ["draft"]),
        ("a.json", '{"seo": {"robots": "noindex"}, "status": "private"}', ["draft"]),
        ("a.yaml", "draft: yes\nnoindex: true\n", ["draft", "noindex"]),
        ("a.toml", "draft = true\nrobots = 'noindex, nofollow'\n", ["draft", "noindex"]),
        ("a.yaml", "status: published\ndraft: false\n", []),
    ],
)
def test_labels(path: str, source: str, labels: list[str]) -> None:
    assert read(path, source.encode()).labels == labels


def test_a_draft_among_others_and_the_words_of_patients() -> None:
    source = (
        '{"posts": [{"title": "One", "draft": true, "body": {"text": "In"}}, {"title": "Two"}], "testimonials": [{"text": "Wow"}],'
        ' "testimonialsTitle": "Said", "x": {"quote": "Great", "author": "A"}, "y": {"quote": "Ours"}, "reviews": {"title": "Heard", "items": [{"text": "Nice"}]}}'
    )
    found = {b.visible: b.context for b in read("a.json", source.encode()).blocks}
    assert found == {
        "One": "draft", "In": "draft", "Two": "", "Wow": "testimonial", "Said": "", "Great": "testimonial", "Ours": "", "Heard": "", "Nice": "testimonial",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "source", "line", "told", "texts"),
    [
        ("a.json", '{"title": "One"\n "text": "Two"}', 2, "not valid JSON", ["One", "Two"]),
        ("a.json", '{"title": "One,\n "text": "Two", "note": "Three"}', 1, "not valid JSON", ["Two", "Three"]),
        ("a.json", '{"title": "One\nline", "text": "Two"}', 1, "not valid JSON", ["One line", "Two"]),
        ("a.json", '{"title": \'One\', "text": "Two"}', 1, "not valid JSON", ["Two"]),
        ("a.json", "", 1, "not valid JSON", []),
        ("a.yaml", "title: One\n---\ntext: a: b\n---\ntext: Three", 3, "not valid YAML", ["One", "Three"]),
        ("a.yaml", "text: 'open\n", 1, "not valid YAML", []),
        ("a.yaml", "text: {{ x }} words\n", 1, "not valid YAML", []),
        ("a.toml", "title = One\n", 1, "not valid TOML", []),
        ("a.toml", "a = 1\n[x", 2, "not valid TOML", []),
    ],
)  # fmt: skip
def test_slips(path: str, source: str, line: int, told: str, texts: list[str]) -> None:
    document = read(path, source.encode())
    ((at, message),) = document.problems
    assert (at, told in message) == (line, True), message
    assert [b.visible for b in document.blocks] == texts


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("a.json", "[" * 10_000 + '"Four words are here"' + "]" * 10_000),
        ("a.json", '{"a":' * 10_000 + '"Four words are here"' + "}" * 10_000),
        ("a.yaml", "- " * 10_000 + "Four words are here"),
        ("a.toml", "a = " + "[" * 10_000 + "]" * 10_000),
        ("a.json", '{"a": "' + '\\"' * 300_000),
        ("a.json", "/*" * 300_000),
        ("a.json", '"a' * 300_000 + '"'),
        ("a.json", '{"text": "' + "gold standard " * 70_000 + '"}'),
        ("a.yaml", "text: " + "gold standard " * 70_000),
        ("a.toml", 'text = "' + "gold standard " * 70_000 + '"'),
    ],
)
def test_nothing_is_endless(path: str, source: str) -> None:
    assert read(path, source.encode()).source == source
