"""Front matter in YAML, TOML and JSON: values, key paths, positions, slips."""

from __future__ import annotations

import pytest

from medlint.document import Document
from medlint.readers import read


def markdown(source: str) -> Document:
    return read("page.md", source.encode())


def rows(document: Document) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.key_path, b.visible) for b in document.blocks]


BODY = ("paragraph", None, "Body here.")
CASES = {
    "JSON by its name": ('---json\n{"title": "Plain words"}\n---\nBody here.', [("title", "title", "Plain words"), BODY]),
    "TOML by its name": ('--- toml\ntitle = "Plain words"\n---\nBody here.', [("title", "title", "Plain words"), BODY]),
    "YAML": (
        "---\ntitle: Plain words\ndescription: 'It''s fine'\nseo:\n  description: \"A \\u2019 q\"\nlayout: a b c d e\n---\nBody here.",
        [("title", "title", "Plain words"), ("meta", "description", "It's fine"), ("value", "seo.description", "A ’ q"), BODY],
    ),
    "lists": (
        "---\nfaq:\n- q: Does it hurt?\n  a: No.\n- [Four words are here, x]\n---\nBody here.",
        [("value", "faq[0].q", "Does it hurt?"), ("value", "faq[0].a", "No."), ("value", "faq[1][0]", "Four words are here"), ("value", "faq[1][1]", "x"), BODY],
    ),
    "no strings": ("---\ntitle: 2024\ndate: 2024-01-01\ndraft: true\nx:\n---\nBody here.", [BODY]),
    "several lines": (
        "---\ntext: gold\n  standard\n\n  second\nnote: \"gold\n  standard \\\n   here\"\n---\nBody here.",
        [("value", "text", "gold standard"), ("value", "text", "second"), ("value", "note", "gold standard here"), BODY],
    ),
    "literal": (
        "---\nbody: |\n  # Head\n  gold\n  standard\n\n  - item\n# comment\nsummary: >-\n  gold\n  standard\n\n  two\n...\nBody here.",
        [("value", "body", "Head"), ("value", "body", "gold standard"), ("value", "body", "item"),
         ("meta", "summary", "gold standard"), ("meta", "summary", "two"), BODY],
    ),
    "markup": (
        "---\ntext: 'The **gold** [standard](/a) is <b>he</b>re'\nalt: a &amp; b\n---\nBody here.",
        [("value", "text", "The gold standard is here"), ("value", "alt", "a &amp; b"), BODY],
    ),
    "anchors": ("---\ntext: &a !!str Some words\nnote: *a\n---\nBody here.", [("value", "text", "Some words"), BODY]),
    "TOML": (
        "+++\n# c = \"no\"\ntitle = \"A \\\"b\\\" \\u2019\" # d\nsummary = 'Plain \\words'\n[seo.\"x.y\"]\ntext = \"\"\"\nGold\n  standard \\\n  here\"\"\"\n"
        "[[faq]]\nq = 'One?'\n[[faq]]\nq = '''It's'''\n[faq.more]\na = { title = \"In\", list = [\"x\", \"Four words are here\"], n = 1.5 }\n+++\nBody here.",
        [("title", "title", 'A "b" ’'), ("meta", "summary", "Plain \\words"), ("value", "seo.x.y.text", "Gold standard here"),
         ("value", "faq[0].q", "One?"), ("value", "faq[1].q", "It's"), ("value", "faq[1].more.a.title", "In"),
         ("value", "faq[1].more.a.list[1]", "Four words are here"), BODY],
    ),
    "JSON": (
        '{\n "title": "A \\"b\\"",\n "faq": [{"a": "No.\\nNone"}], "n": 1}\n\nBody here.',
        [("title", "title", 'A "b"'), ("value", "faq[0].a", "No. None"), BODY],
    ),
    "none": ("Body here.", [BODY]),
    "a rule on top": ("---\n\nBody here.", [BODY]),
    "rules and a heading": ("---\nBody here.\n---\n", [("heading", None, "Body here.")]),
    "a shortcode on top": ("{{< x >}}\n\nBody here.", [BODY]),
    "empty": ("---\n---\nBody here.", [BODY]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_values(name: str, line_end: str) -> None:
    source, expected = CASES[name]
    document = markdown(source.replace("\n", line_end))
    assert rows(document) == expected
    assert document.problems == []


@pytest.mark.parametrize(
    ("source", "phrase", "written"),
    [
        ("---\r\nicon: 😀\r\ntext: \"é \\\"gold\\\"\r\n  standard\"\r\n---\r\n", '"gold" standard', '\\"gold\\"\r\n  standard'),
        ("---\ntext: |\n  😀 gold\n  standard\n---\n", "gold standard", "gold\n  standard"),
        ("---\ntext: |\n  😀 **gold**\n  standard\n---\n", "gold standard", "gold**\n  standard"),
        ("---\ntext: >\r\n    😀 gold\r\n    standard\r\n---\n", "gold standard", "gold\r\n    standard"),
        ("---\ntext: 'it''s <b>gold</b> standard'\n---\n", "it's gold", "it''s <b>gold"),
        ("---\ntext: &x !!str \"gold\"\n---\n", "gold", "gold"),
        ("+++\na = 1 # 😀\ntext = \"\"\"\r\n\\u00e9 gold\r\nstandard\"\"\"\n+++\n", "é gold standard", "\\u00e9 gold\r\nstandard"),
        ('{"text": "😀 it\\u2019s \\"gold\\"\\nstandard"}', '’s "gold" standard', '\\u2019s \\"gold\\"\\nstandard'),
    ],
)  # fmt: skip
def test_positions(source: str, phrase: str, written: str) -> None:
    document = markdown(source)
    (block,) = [b for b in document.blocks if phrase in b.visible]
    at = block.visible.index(phrase)
    span = block.source_span(at, at + len(phrase))
    assert document.source[span.start : span.end] == written


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("---\na: b\nc: [\n---\nBody here.", 4, "cannot be read"),
        ("---\na: b\nc: d: e\n---\nBody here.", 3, "mapping values"),
        ("---\na: \x01\n---\nBody here.", 2, "does not allow"),
        ("+++\na = 1\nb = \n+++\nBody here.", 3, "Invalid value"),
        ("+++\r\na = 1\r\nb = \r\n+++\r\nBody here.", 3, "Invalid value"),
        ("+++\na = [\n+++\nBody here.", 2, "cannot be read"),
        ('{"a": 1,\n "b": c}\n\nBody here.', 2, "JSON front matter"),
        ("---\ntitle: x\n\nBody here.", 1, "never closed"),
        ("+++\ntitle = 'x'\n\nBody here.", 1, "never closed"),
    ],
)
def test_slips_are_told_and_the_rest_is_read(source: str, line: int, told: str) -> None:
    document = markdown(source)
    ((at, message),) = document.problems
    assert (at, told in message) == (line, True), message
    assert document.blocks[-1].visible == "Body here."


def test_exploding_anchors_cost_nothing() -> None:
    lines = ["a0: &a0 ['four words are here']"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    document = markdown("---\n" + "\n".join(lines) + "\n---\nBody here.")
    assert rows(document) == [("value", "a0[0]", "four words are here"), BODY]


def test_a_value_that_holds_itself() -> None:
    assert rows(markdown("---\na: &a [*a, 'four words are here']\n---\nBody here."))[-1] == BODY


def test_labels_layout_and_the_words_of_patients() -> None:
    document = markdown(
        "---\ndraft: true\nnoindex: true\nlayout: page\ntestimonials:\n- text: Wow\ntitle: Ours\n---\nBody here."
    )
    assert (document.labels, document.imports) == (["draft", "noindex"], ["page"])
    assert [b.context for b in document.blocks] == ["testimonial", "", ""]
