"""reStructuredText and AsciiDoc: blocks, inline markup, positions."""

from __future__ import annotations

import pytest

from medlint.document import WILDCARD
from medlint.readers import read

W = WILDCARD
RST = [
    ("=====\nTitle\n=====\n\nSub\n---\n\nText\n\nSub two\n-------\n\nDeep\n~~~~", [("heading", 1, "Title"), ("heading", 2, "Sub"), ("paragraph", 0, "Text"), ("heading", 2, "Sub two"), ("heading", 3, "Deep")]),
    ("The **gold** *stan*\\ dard ``no`` of `a link\ntext <https://x.org/a>`_ and `ref`_ with |sub| word_ [1]_.", [("paragraph", 0, f"The gold standard {W} of a link text and ref with {W} word.")]),
    ("- one\n  on\n\n  para\n\n  - two\n\n1. First\n#. Second", [("list-item", 0, "one on"), ("paragraph", 0, "para"), ("list-item", 0, "two"), ("list-item", 0, "First"), ("list-item", 0, "Second")]),
    ("So::\n\n    no\n\n    no\n\nYes", [("paragraph", 0, "So:"), ("paragraph", 0, "Yes")]),
    ("term\n  Definition\n  goes on", [("paragraph", 0, "term"), ("paragraph", 0, "Definition goes on")]),
    (":Price: Four words\n\n.. _no:\n.. no comment\n   no\n\n.. |no| replace:: no\n\n__ https://no\n", [("paragraph", 0, "Four words")]),
    (":slug: no word of this\n   nor of this\n:summary: Four words\n\nText\n\n:size: As large as a coin", [("paragraph", 0, "Four words"), ("paragraph", 0, "Text"), ("paragraph", 0, "As large as a coin")]),
    (".. note:: Be careful\n   with this.\n\n   More.\n\n.. code-block:: python\n   :x: y\n\n   no\n\n   no\n\nYes", [("paragraph", 0, "Be careful with this."), ("paragraph", 0, "More."), ("paragraph", 0, "Yes")]),
    (".. figure:: x.png\n   :alt: A smile\n\n   Below it\n\n.. image:: y.png\n   :alt: Two\n", [("alt", 0, "A smile"), ("paragraph", 0, "Below it"), ("alt", 0, "Two")]),
    (".. [1] The source.\n.. [#a] Two\n   lines", [("paragraph", 0, "The source."), ("paragraph", 0, "Two lines")]),
    ("===  ===\nA    B\n===  ===\nx y  z\n===  ===\n\n+---+----+\n| a | bb |\n+---+----+", [("cell", 0, "A"), ("cell", 0, "B"), ("cell", 0, "x y"), ("cell", 0, "z"), ("cell", 0, "a"), ("cell", 0, "bb")]),
    ("Para.\n\n    Quoted.\n\n----\n\nEnd", [("paragraph", 0, "Para."), ("quote", 0, "Quoted."), ("paragraph", 0, "End")]),
]  # fmt: skip
ASCIIDOC = [
    ("= Doc\n:description: Meta words\n:no: no\n\n== One\n\n=== Two", [("heading", 1, "Doc"), ("meta", 0, "Meta words"), ("heading", 2, "One"), ("heading", 3, "Two")]),
    ("The *gold* _stan_**da**rd `no` of https://x.org[a link^] and {no} or link:a.html[more words].\nOn.footnote:[no]", [("paragraph", 0, f"The gold standard {W} of a link and {W} or more words. On.")]),
    ("* one\non\n** two\n. Three\n+\n--\nopen\n--\n", [("list-item", 0, "one on"), ("list-item", 0, "two"), ("list-item", 0, "Three"), ("paragraph", 0, "open")]),
    ("term:: words\nother::\n  more\n\nNOTE: Be careful.", [("cell", 0, "term"), ("paragraph", 0, "words"), ("cell", 0, "other"), ("paragraph", 0, "more"), ("paragraph", 0, "Be careful.")]),
    ("[source,ruby]\n----\nno\n----\n\n....\nno\n....\n\n```\nno\n```\n// no\n////\nno\n////\n\n no\n\n[source]\nno\n\nYes", [("paragraph", 0, "Yes")]),
    ("[quote, Someone]\n____\nQuoted.\n\nMore.\n____\n\n====\nExample\n====\n\n[quote]\nOnce.", [("quote", 0, "Quoted."), ("quote", 0, "More."), ("paragraph", 0, "Example"), ("quote", 0, "Once.")]),
    (".Caption here\nimage::x.png[A smile,200]\n", [("caption", 0, "Caption here"), ("alt", 0, "A smile")]),
    ("|===\n|a |b c\n\n|d\n2+|e\nf\n|===\n", [("cell", 0, "a"), ("cell", 0, "b c"), ("cell", 0, "d"), ("cell", 0, "e"), ("cell", 0, "f")]),
    ("----\nnever closed", []),
    ("____\nnever closed", [("quote", 0, "never closed")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "source", "expected"), [("a.rst", *case) for case in RST] + [("a.adoc", *case) for case in ASCIIDOC]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_blocks(path: str, source: str, expected: list[tuple[str, int, str]], line_end: str) -> None:
    document = read(path, source.replace("\n", line_end).encode())
    assert [(b.kind, b.level, b.visible) for b in document.blocks] == expected


@pytest.mark.parametrize(
    ("path", "source", "phrase", "written"),
    [
        ("a.rst", "é 😀 **gold**\n*standard*", "gold standard", "gold**\n*standard"),
        (
            "a.rst",
            "See `gold\r\nstandard <https://x.org>`_ now",
            "gold standard now",
            "gold\r\nstandard <https://x.org>`_ now",
        ),
        ("a.adoc", "é 😀 *gold*\n_standard_", "gold standard", "gold*\n_standard"),
        ("a.adoc", "See https://x.org[*gold* standard]", "gold standard", "gold* standard"),
    ],
)
def test_positions(path: str, source: str, phrase: str, written: str) -> None:
    document = read(path, source.encode())
    (block,) = document.blocks
    at = block.visible.index(phrase)
    span = block.source_span(at, at + len(phrase))
    assert document.source[span.start : span.end] == written


def test_links_and_imports() -> None:
    document = read("a.rst", b".. include:: foot.rst\n\nSee `a <https://x.org>`_ [1]_ and so on.")
    assert (document.imports, document.blocks[0].links) == (["foot.rst"], [(4, "https://x.org"), (5, "#1")])
    document = read("a.adoc", b"include::foot.adoc[]\n\nSee https://x.org[a] <<one,b>>.")
    assert (document.imports, document.blocks[0].links) == (["foot.adoc"], [(4, "https://x.org")])
