"""Strings in data: where they stand, how they are escaped, and which are copy."""

from __future__ import annotations

import pytest

from medlint.document import Builder
from medlint.readers.escapes import Style, add_escaped, pieces
from medlint.readers.json_strings import strings
from medlint.readers.strings import is_copy
from medlint.readers.values import dedented

COPY = [
    ("faq[2].answer", "No."),
    ("title", "Ketamine"),
    ("heroTitle", "Feel better"),
    ("HERO_HEADLINE", "Feel better today"),
    ("body_text", "Yes"),
    ("seo.description", "85% of patients improve"),
    ("items[0]", "We treat depression and pain"),
    ("x", "Four words are here"),
    ("x", "It’s safe, well-tolerated and long-lasting"),
    ("x", "<p>Four <b>words</b> are here</p>"),
    ("x", "Hello {{ name }}, you can book today"),
    ("x", "Patients with a BMI >30 or < 25"),
    ("bodyHtml", "<p>Gold standard of care</p>"),
    ("description", "a \ufffc b"),
    ("image.alt", "A smiling patient"),
    ("images[0].caption", "Our team"),
    ("", "Four words are here"),
    ("benefits[1]", "Minimal downtime"),
    ("title", "100% safe"),
    ("perks[2]", "Fades acne scars"),
    ("benefits[2]", "Prevent flare-ups"),
    ("benefits[0]", "Reduces itching/burning"),
    ("packages[0].savings", "Save £300"),
    ("subheading2", "Half price"),
    ("quickFacts.downtime", "None"),
    ("quickFacts.resultsVisible", "7-10 days"),
    ("results_last", "Up to 36 months"),
    ("stats[0].value", "60-70%"),
    ("stats[0].value", "12-36+ months"),
    ("metrics[1].stat", "76% improved"),
    ("stats[0].value", "4.9/5"),
    ("rating", "4.9 stars"),
    ("painLevel", "0/10 (tingling/pulsing)"),
    ("answer", "Better erectile function (ED); it is no quick fix."),
    ("x", "You may return to work the next day; rest for now"),
    ("x", "We import no medicines; all of them are made here"),
]
NOT_COPY = [
    ("url", "these are four words"),
    ("imageUrl", "these are four words"),
    ("post_id", "these are four words"),
    ("className", "flex items-center px-4 hover:underline"),
    ("containerClassName", "these are four words"),
    ("x", "SELECT a FROM b WHERE c"),
    ("x", "INSERT INTO these four words"),
    ("@type", "Medical Clinic Page Thing"),
    ("x", "flex items-center justify-between px-4 md:w-1/2"),
    ("x", "three words here"),
    ("stats[0].value", "4.9"),
    ("page", "4/5"),
    ("x", "return these four words;"),
    ("x", "var these = four or five"),
    ("x", "these four function words(a, b)"),
    ("downtime", "{{ facts.downtime }}"),
    ("results", "/api/results"),
    ("lasts", "is_permanent"),
    ("value", "42"),
    ("value", "100vh"),
    ("offset", "60-70%"),
    ("features[0]", "wifi"),
    ("title", "/about/us"),
    ("title", "https://example.org/a"),
    ("title", "index.html"),
    ("title", "2024"),
    ("label", "primary_button"),
    ("x", "const a = b => function () { return; }"),
    ("x", "1 a 22 b 333 c 4444 d 55555"),
    ("tags[0]", "these are four words"),
    ("jobs.lint.steps[2].run", "find every miracle cure here"),
    ("steps[0].uses", "these are four words"),
    ("redirects[0]", "instant relief cortisone injections"),
    ("keywords", "ketamine, infusion, depression, pain relief"),
]


@pytest.mark.parametrize(("key_path", "text"), COPY)
def test_copy(key_path: str, text: str) -> None:
    assert is_copy(key_path, text)


@pytest.mark.parametrize(("key_path", "text"), NOT_COPY)
def test_not_copy(key_path: str, text: str) -> None:
    assert not is_copy(key_path, text)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"a"', []),
        ('{"a": "b", "c": {"d": ["e", {"f": "g"}, "h"]}}', [("a", "b"), ("c.d[0]", "e"), ("c.d[1].f", "g"), ("c.d[2]", "h")]),
        ('[["a"], "b"]', [("[0][0]", "a"), ("[1]", "b")]),
        ('{"a": 1, "b": null, "c": "d \\" e"}', [("c", 'd \\" e')]),
        ('{"a": "b", // "c": "d"\n "e": "f", /* "g" */ }', [("a", "b"), ("e", "f")]),
        ('{"": "a", "b": ""}', [("", "a"), ("b", "")]),
        ('}] {"a": "b" "c": "d', [("a", "b")]),
    ],
)  # fmt: skip
def test_json_strings(written: str, expected: list[tuple[str, str]]) -> None:
    source = "é" + written
    found = strings(source, 1, len(source))
    assert [(v.key_path, source[v.start : v.end]) for v in found] == expected


@pytest.mark.parametrize(
    ("style", "written", "text"),
    [
        ("json", "a\\nb\\tc", "a b c"),
        ("json", "\\u2019 \\\"x\\\" \\/ \\\\", "’ \"x\" / \\"),
        ("json", "\\ud83d\\ude00 x", "😀 x"),
        ("json", "\\ud83d x \\u12", "\ufffd x u12"),
        ("yaml", "\\x41\\U0001F600\\_b\\Nc", "A😀 b c"),
        ("yaml", "gold \\\n   standard", "gold standard"),
        ("yaml", "\\UFFFFFFFF a", "\ufffd a"),
        ("toml", "a\\\n\n   b", "ab"),
        ("single", "it''s \\n", "it's \\n"),
        ("raw", "it''s \\n", "it''s \\n"),
    ],
)  # fmt: skip
def test_escapes(style: Style, written: str, text: str) -> None:
    builder = Builder()
    add_escaped(builder, f"«{written}»", 1, len(written) + 1, style)
    block = builder.build("value")
    assert block is not None
    assert block.visible == text
    assert block.source_span(0, len(block.visible)) == (1, len(written) + 1)


def test_indentation_of_all_lines_is_left_out() -> None:
    text = "a\n    b\n      c\n\n    d"
    found = dedented([(text, 5, 5 + len(text))])
    assert "".join(t for t, _, _ in found) == "a\nb\n  c\n\nd"
    assert all(text[start - 5 : end - 5] == t for t, start, end in found)
    assert dedented([("a\n  b\nc", 0, 7)]) == [("a\n  b\nc", 0, 7)]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"\x41\u0042\u{43}\u{1F600}", "ABC😀"),
        (r"\'\"\`\q", "'\"`q"),
        ("a\\\n  b\\\r\nc", "a  bc"),
        (r"\n\t", "\n\t"),
        (r"\ud83d\ude00", "😀"),
    ],
)
def test_escapes_of_javascript(written: str, text: str) -> None:
    assert "".join(t for t, _, _ in pieces(written, 0, len(written), "js")) == text
