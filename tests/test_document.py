"""The document model: normalising once, and the way back to the source."""

from __future__ import annotations

import time

import pytest

from medlint.document import WILDCARD, Block, Builder, Document, Link, Place, Span


def built(source: str) -> Block:
    builder = Builder()
    builder.add(source, 0)
    block = builder.build("paragraph")
    assert block is not None
    return block


@pytest.mark.parametrize(
    ("source", "visible", "text"),
    [
        ("plain", "plain", "plain"),
        ("  a \t\r\n b\u00a0c ", "a b c", "a b c"),
        ("\u200ba\u200b \u200bb\u00ad-\ufeff", "a b-", "a b-"),
        (" a", "a", "a"),
        ("a ", "a", "a"),
        ("a \u200b", "a", "a"),
        ("\u200b a", "a", "a"),
        ("“It’s” – a—b «c» `d`", "“It’s” – a—b «c» `d`", "\"It's\" - a—b \"c\" 'd'"),
        ("a {{ b }} c", f"a {WILDCARD} c", f"a {WILDCARD} c"),
        ("${a.b}x {% c\nd %}y <%= e %>", f"{WILDCARD}x {WILDCARD}y {WILDCARD}", f"{WILDCARD}x {WILDCARD}y {WILDCARD}"),
        ("see https://a.b/c_(d). or www.e.f, end", f"see {WILDCARD}). or {WILDCARD}, end", f"see {WILDCARD}). or {WILDCARD}, end"),
        ("mail a.b+c@d.org now", f"mail {WILDCARD} now", f"mail {WILDCARD} now"),
        ("/quick-cure/ and /care/pain-relief.", f"{WILDCARD} and {WILDCARD}.", f"{WILDCARD} and {WILDCARD}."),
        ("at a.org/best-cure, img/miracle.jpg", f"at {WILDCARD}, {WILDCARD}", f"at {WILDCARD}, {WILDCARD}"),
        ("see img/miracle.jpg.", f"see {WILDCARD}.", f"see {WILDCARD}."),
        *((told, told, told) for told in ("and/or his/her", "24/7 at 5 mg/kg", "5 a /day", "w/ U.S./Canada", "1/2 / one-off")),
        ("a {{ b", "a {{ b", "a {{ b"),
        ("a @ b", "a @ b", "a @ b"),
    ],
)  # fmt: skip
def test_normalising(source: str, visible: str, text: str) -> None:
    block = built(source)
    assert (block.visible, block.text) == (visible, text)
    assert len(block.lower) == len(block.text)


def test_lower_case_keeps_the_length() -> None:
    assert built("İstanbul ẞ Σ").lower == "istanbul ß σ"


def test_the_way_back() -> None:
    source = "<p>Gold  <b>stan</b>dard &amp; {{ x }} end"
    builder = Builder()
    builder.add("Gold  ", 3)
    builder.add("stan", 12)
    builder.add("dard ", 20)
    builder.add_decoded("&", 25, 30)
    builder.add(source[30:], 30)
    block = builder.build("paragraph")
    assert block is not None
    assert block.visible == f"Gold standard & {WILDCARD} end"

    def written(phrase: str) -> str:
        at = block.visible.index(phrase)
        span = block.source_span(at, at + len(phrase))
        return source[span.start : span.end]

    assert written("Gold standard") == "Gold  <b>stan</b>dard"
    assert written("d s") == "d  <b>s"
    assert written("&") == "&amp;"
    assert written(WILDCARD) == "{{ x }}"
    assert written("end") == "end"
    document = Document("a", source, [block])
    assert document.quote(block, 14, 17) == "& {{ x }}"
    assert document.quote(block, 0, 4) == "Gold"


def test_links_keep_their_place() -> None:
    builder = Builder()
    builder.add("  ab  ", 0)
    builder.add_link("/x")
    builder.add("cd https://e.f", 6)
    builder.add_link("/end")
    block = builder.build("paragraph")
    assert block is not None
    assert block.links == [Link(3, "/x"), Link(6, "https://e.f"), Link(7, "/end")]


@pytest.mark.parametrize("source", ["", " ", "—", "{{ x }}", "https://a.b", "\u200b"])
def test_nothing_to_read_is_no_block(source: str) -> None:
    builder = Builder()
    builder.add(source, 0)
    assert builder.build("paragraph") is None


def test_wildcards_alone_are_no_block() -> None:
    builder = Builder()
    builder.add_wildcard(0, 5)
    assert builder.build("paragraph") is None


@pytest.mark.parametrize(
    "source",
    ["a" * 60_000, "a@" * 30_000, "a.b-" * 15_000, "{{" * 30_000 + "a", "\u200b" * 60_000 + "a", " " * 60_000 + "a"],
)
def test_long_lines_take_no_time(source: str) -> None:
    begun = time.process_time()
    built(source)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("source", "offset", "place"),
    [
        ("a\r\nb", 3, Place(2, 1)),
        ("a\rb\n\nc", 2, Place(2, 1)),
        ("a\rb\n\nc", 5, Place(4, 1)),
        ("😀é\tx", 3, Place(1, 4)),
        ("", 0, Place(1, 1)),
    ],
)
def test_places(source: str, offset: int, place: Place) -> None:
    assert Document("a", source, []).place(offset) == place


def test_line_spans() -> None:
    document = Document("a", "ab\r\nc\n", [])
    assert [document.line_span(n) for n in (1, 2, 3)] == [Span(0, 2), Span(4, 5), Span(6, 6)]


def test_sections() -> None:
    blocks = [Block(kind, "a", [(0, 0, 1)]) for kind in ("paragraph", "heading", "paragraph", "heading")]
    assert list(Document("a", "a", blocks).sections()) == [(0, 1), (1, 3), (3, 4)]
    assert list(Document("a", "", []).sections()) == []


def test_sentence_of_an_offset() -> None:
    block = built("One here. Two there.")
    assert [block.sentence_at(at) for at in (0, 8, 9, 10, 19)] == [0, 0, 0, 1, 1]
