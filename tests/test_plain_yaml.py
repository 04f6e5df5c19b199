"""The simplest YAML is read as PyYAML would read it, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.readers import plain_yaml, yaml_strings
from medlint.readers.values import DataError

WORDS = st.sampled_from(
    ["cure", "Pain relief, fast", "true", "No", "ON", "null", "Null", "~", "10", "0", "08", "2024-02-30", "1.5", "it's", "a: b", "a #b",
     "a#b", "a:b", "- a", "[a]", "{a: b}", "&a b", "*a", "!x y", "|", ">", "%a", "@a", "`a`", "?", "é – ü", "“a”", "\u2028", "\x85", "\ufeff", "\t", "a\tb", "\U0001f600", "A ", ""]
)  # fmt: skip
VALUES = st.one_of(WORDS, WORDS.map('"{}"'.format), WORDS.map("'{}'".format), st.text(max_size=8))
LINES = st.tuples(
    st.sampled_from(["title", "draft", "noindex", "a-b", "_x", "yes", "tags", "a b", "2"]), st.sampled_from([": ", ":  ", ":", " : "]), VALUES, st.sampled_from(["\n", "\r\n", " \n", ""])
)  # fmt: skip


def said(found: object) -> list[tuple[str, list[object]]]:
    return [(value.key_path, [*value.pieces]) for value in found]  # type: ignore[attr-defined]


@given(st.lists(LINES, max_size=3).map(lambda lines: "".join("".join(line) for line in lines)))
def test_as_pyyaml(text: str) -> None:
    source = f"---\n{text}"
    plain = plain_yaml.values(source, 4, len(source))
    if plain is None:
        return
    try:
        whole = yaml_strings.values(source, 4, len(source), states=True)
    except DataError as error:
        pytest.fail(f"{text!r} is no YAML: {error}")
    assert whole is not None
    assert said(plain) == said(whole)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('title: "Pain: #1"\ndraft: true\nweight: 3\ndate: 2024-01-02\n', [("title", "Pain: #1"), ("draft", "true")]),
        (
            "layout: page\r\ntitle: It isn't a cure, is it\r\n",
            [("layout", "page"), ("title", "It isn't a cure, is it")],
        ),
    ],
)
def test_read(text: str, wanted: list[tuple[str, str]]) -> None:
    found = plain_yaml.values(text, 0, len(text)) or []
    assert [(value.key_path, "".join(piece[0] for piece in value.pieces)) for value in found] == wanted


@pytest.mark.parametrize(
    "text",
    ["", "a:\n  - b\n", "a: b: c\n", "a: b #c\n", 'a: "b\\n"\n', "a: 'it''s'\n", "a: |\n  b\n", "a: b\n  c\n", "# a\n", "a: 1.5\n", "a: null\n", "a: b\n\nc: d\n"],
)  # fmt: skip
def test_left_to_pyyaml(text: str) -> None:
    assert plain_yaml.values(text, 0, len(text)) is None
