"""WordPress exports: posts with their status, positions in CDATA, shortcodes, broken files."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.document import Document
from medlint.readers import ReadError, read

HEAD = '<?xml version="1.0"?>\n<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>No no no no</title>'


def item(
    number: int, body: str, status: str = "publish", type_: str = "post", title: str = "A title", extra: str = ""
) -> str:
    return (
        f"<item><title>{title}</title><content:encoded><![CDATA[{body}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:post_name><![CDATA[slug-{number}]]></wp:post_name><wp:status><![CDATA[{status}]]></wp:status>"
        f"<wp:post_type>{type_}</wp:post_type>{extra}</item>\n"
    )


def export(*items: str) -> Document:
    return read("site.xml", (HEAD + "".join(items) + "</channel></rss>").encode())


def texts(document: Document) -> list[str]:
    return [b.visible for b in document.blocks]


BODIES = [
    ("<!-- wp:paragraph -->\n<p>It&rsquo;s <b>gold</b></p>\n<!-- /wp:paragraph -->", [("paragraph", "It’s gold")]),
    ("One line\nwrapped\n\nTwo <b>a\n\n</b>b", [("paragraph", "One line wrapped"), ("paragraph", "Two a"), ("paragraph", "b")]),
    ("<ul>\n\n<li>One</li>\n\n<li>Two</li>\n\n</ul>\n\n<h2>Head</h2>", [("list-item", "One"), ("list-item", "Two"), ("heading", "Head")]),
    ("See [1] and [sic] or [a link](x)", [("paragraph", "See [1] and [sic] or [a link](x)")]),
    ('[vc_row][vc_cta h2="Call us today for help"]In[/vc_cta][/vc_row]A [gallery ids="1"] b', [("value", "Call us today for help"), ("paragraph", "In"), ("paragraph", "A b")]),
    ("[et_pb_text]<p>Yes</p>[/et_pb_text]", [("paragraph", "Yes")]),
    ("[caption id='x']<img alt='Alt words' src='x'> Caption[/caption]", [("alt", "Alt words"), ("paragraph", "Caption")]),
    ("a]]]]><![CDATA[>b &amp; c", [("paragraph", "a]]>b & c")]),
    ("<pre>no</pre><script>no</script>", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_bodies(body: str, expected: list[tuple[str, str]]) -> None:
    document = export(item(7, body))
    assert [(b.kind, b.visible) for b in document.blocks] == [("title", "A title"), *expected]
    assert {b.key_path for b in document.blocks} == {"post 7: slug-7"}
    assert document.problems == []


def test_what_is_left_out() -> None:
    comment = "<wp:comment><title>No</title><wp:comment_content><![CDATA[No]]></wp:comment_content></wp:comment>"
    meta = "<wp:postmeta><wp:meta_key>{}</wp:meta_key><wp:meta_value><![CDATA[{}]]></wp:meta_value></wp:postmeta>"
    document = export(
        item(
            1,
            "Yes",
            extra=comment + meta.format("_yoast_wpseo_metadesc", "Meta words") + meta.format("_x", "no no no no"),
        ),
        item(2, "no", "inherit", "attachment"),
        item(3, "no", "publish", "nav_menu_item"),
        item(4, "no", "inherit", "revision"),
    )
    assert texts(document) == ["A title", "Yes", "Meta words"]


def test_status() -> None:
    document = export(
        item(1, "One"),
        item(2, "Two", "draft"),
        item(3, "Three", "private"),
        item(4, "Four", "trash"),
        item(5, "Five", "future"),
    )
    assert {b.visible: b.context for b in document.blocks if b.kind != "title"} == {
        "One": "",
        "Two": "draft",
        "Three": "draft",
        "Four": "draft",
        "Five": "draft",
    }
    assert document.labels == []
    alone = export(item(2, "Two", "pending"))
    assert (alone.labels, alone.blocks[-1].context) == (["draft"], "")


@pytest.mark.parametrize(
    ("title", "body", "phrase", "written"),
    [
        ("A &amp;amp; B", "", "A & B", "A &amp;amp; B"),
        ("<![CDATA[Say & do]]>", "", "Say & do", "Say & do"),
        ("T", "😀 <b>gold</b>\n&amp; standard", "gold & standard", "gold</b>\n&amp; standard"),
        ("T", "a\n\nb <i>gold</i> [x y=\"1\"] standard", "gold standard", "gold</i> [x y=\"1\"] standard"),
        ("T", "x ]]]]><![CDATA[> gold", "> gold", "> gold"),
    ],
)  # fmt: skip
def test_positions(title: str, body: str, phrase: str, written: str) -> None:
    document = export(item(1, body, title=title))
    (block,) = [b for b in document.blocks if phrase in b.visible]
    at = block.visible.index(phrase)
    span = block.source_span(at, at + len(phrase))
    assert document.source[span.start : span.end] == written


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "word",
                "<b>word</b>",
                "\n\n",
                "&amp;",
                "😀é",
                "[a b='word']",
                "[/a]",
                "]]]]><![CDATA[>",
                "<p>",
                "<!--no-->",
                "]",
            ]
        ),
        max_size=20,
    )
)
def test_letters_map_to_themselves(parts: list[str]) -> None:
    document = export(item(1, " ".join(parts)))
    for block in document.blocks:
        for i, char in enumerate(block.visible):
            if char.isalpha():
                assert document.source[slice(*block.source_span(i, i + 1))] == char


def test_other_xml_is_not_copy() -> None:
    document = read("sitemap.xml", b"<urlset><title>These are four words</title></urlset>")
    assert (document.blocks, document.problems) == ([], [])


def test_entity_bombs_are_refused() -> None:
    with pytest.raises(ReadError, match="entities"):
        read("a.xml", f'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>{HEAD}'.encode())


@pytest.mark.parametrize("cut", [60, 150, 200, 330, 400])
def test_an_export_that_breaks_off(cut: int) -> None:
    whole = HEAD + item(1, "One") + item(2, "Two " * 50)
    document = read("a.wxr", whole[: len(HEAD) + len(item(1, "One")) + cut].encode())
    assert texts(document)[:2] == ["A title", "One"]
    assert any("breaks off" in problem.message for problem in document.problems)


@pytest.mark.parametrize(
    "body",
    [
        "<!--" * 200_000,
        "[a " * 200_000,
        "[a b=" * 200_000,
        "[a b='" * 100_000,
        "<" * 500_000,
        "\n\n" * 200_000,
        "<![CDATA[" * 100_000,
        "<div>" * 10_000,
    ],
)
def test_nothing_is_endless(body: str) -> None:
    assert texts(export(item(1, body)))[0] == "A title"
    export(body)
