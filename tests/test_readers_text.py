"""Plain text: lines that are units of their own, and lines that were only wrapped."""

from __future__ import annotations

import pytest

from medlint.readers import read

LONG = "This is a paragraph of text that goes on for a good while, as paragraphs pasted from a page do, until it ends here."
CASES = {
    "paragraphs": ("One here.\n\nTwo here.", [("paragraph", "One here."), ("paragraph", "Two here.")]),
    "a line, a paragraph": ("One here.\nTwo here.", [("paragraph", "One here."), ("paragraph", "Two here.")]),
    "wrapped": (
        "The clinic offers ketamine infusions to\nadults whose depression has not lifted,\nand the gold\nstandard. of care",
        [("paragraph", "The clinic offers ketamine infusions to adults whose depression has not lifted, and the gold"),
         ("paragraph", "standard. of care")],
    ),
    "wrapped at the end of a sentence": (
        "The clinic offers ketamine infusions here.\nAdults whose depression has not yet\nlifted can come to us.",
        [("paragraph", "The clinic offers ketamine infusions here. Adults whose depression has not yet lifted can come to us.")],
    ),
    "two lines in lower case": (
        "We offer the best infusions there are\nin town.", [("paragraph", "We offer the best infusions there are in town.")]
    ),
    "heading and text": ("A Title\n\n" + LONG + "\nWhat is it?\n" + LONG, [("heading", "A Title"), ("paragraph", LONG), ("heading", "What is it?"), ("paragraph", LONG)]),
    "title and subtitle": ("A Title\nA Subtitle\n" + LONG, [("heading", "A Title"), ("heading", "A Subtitle"), ("paragraph", LONG)]),
    "rows of a table": (
        "Can take weeks\nHas few risks\nMay wear off\n" + LONG,
        [("paragraph", "Can take weeks"), ("paragraph", "Has few risks"), ("paragraph", "May wear off"), ("paragraph", LONG)],
    ),
    "bullets": (
        "It helps with:\n- pain\n• sleep\n* mood that is low and has been\n  for long\n1. one\n2) two\n– dash",
        [("paragraph", "It helps with:"), ("list-item", "pain"), ("list-item", "sleep"),
         ("list-item", "mood that is low and has been for long"), ("list-item", "one"), ("list-item", "two"), ("list-item", "dash")],
    ),
    "no bullets": ("-5 degrees and 1.5 mg here.", [("paragraph", "-5 degrees and 1.5 mg here.")]),
    "underlined": ("One\n===\n\nTwo, and more.\n---\nThree four.", [("heading", "One"), ("heading", "Two, and more."), ("paragraph", "Three four.")]),
    "labels": ("Pros: it is quick and it may help with low mood\nCons: it is dear", [("paragraph", "Pros: it is quick and it may help with low mood"), ("paragraph", "Cons: it is dear")]),
    "the last line": (LONG + "\n\nComments (0)", [("paragraph", LONG), ("paragraph", "Comments (0)")]),
    "no-break space": ("One here.\n\xa0\nTwo here.", [("paragraph", "One here."), ("paragraph", "Two here.")]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_units(name: str, line_end: str) -> None:
    source, expected = CASES[name]
    document = read("a.txt", source.replace("\n", line_end).encode())
    assert [(b.kind, b.visible) for b in document.blocks] == expected


def test_levels() -> None:
    document = read("a.txt", f"One\n\n{LONG}\n\nTwo\n\n{LONG}".encode())
    assert [b.level for b in document.blocks] == [1, 0, 2, 0]


def test_positions() -> None:
    document = read("a.txt", "😀 here.\r\n\r\n  • We offer what is the gold\r\n    standard of care".encode())
    block = document.blocks[1]
    at = block.text.index("gold standard")
    span = block.source_span(at, at + 13)
    assert document.source[span.start : span.end] == "gold\r\n    standard"
