"""Word files: paragraphs, headings, tables, notes, changes, links, broken files."""

from __future__ import annotations

import io
import zipfile

import pytest

from medlint.document import Document
from medlint.readers import ReadError, read

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
STYLES = f"""<w:styles {NS}><w:style w:styleId="Ueberschrift1"><w:name w:val="Heading 1"/></w:style><w:style w:styleId="Own"><w:name w:val="Own"/>
<w:basedOn w:val="Ueberschrift1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Toc"><w:name w:val="toc 1"/></w:style><w:style w:styleId="Q"><w:name w:val="Quote"/></w:style><w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style></w:styles>"""
RELS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" TargetMode="External" Target="https://example.org/a"/></Relationships>"""


def docx(body: str, **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {NS}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("word/_rels/document.xml.rels", RELS)
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return file.getvalue()


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str, style: str = "", look: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{"".join(runs)}</w:p>'


def rows(document: Document) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, b.visible) for b in document.blocks]


CASES = [
    (para(r("The gold "), r("stan", "<w:b/>"), r("dard &amp; 😀")), [("paragraph", 0, "The gold standard & 😀")]),
    (para(r("Head"), style="Ueberschrift1") + para(r("Sub"), style="Own"), [("heading", 1, "Head"), ("heading", 2, "Sub")]),
    (para(r("Doc"), style="T") + para(r("no"), style="Toc") + para(r("Said"), style="Q") + para(r("x"), style="Loop"), [("title", 0, "Doc"), ("quote", 0, "Said"), ("paragraph", 0, "x")]),
    (para(r("One"), look="<w:numPr/>"), [("list-item", 0, "One")]),
    (f"<w:tbl><w:tr><w:tc>{para(r('A'))}</w:tc><w:tc>{para(r('B'))}</w:tc></w:tr></w:tbl>{para(r('C'))}", [("cell", 0, "A"), ("cell", 0, "B"), ("paragraph", 0, "C")]),
    (para("<w:ins>", r("new "), "</w:ins><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:moveFrom>", r("no"), "</w:moveFrom>", r("text")), [("paragraph", 0, "new text")]),
    (para(r("see"), r("no", "<w:vanish/>"), r(" this", '<w:vanish w:val="0"/>'), '<w:r><w:instrText>HYPERLINK no</w:instrText></w:r>'), [("paragraph", 0, "see this")]),
    (para("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>long</w:t><w:noBreakHyphen/><w:t>term</w:t></w:r>", look="<w:tabs><w:tab/></w:tabs>"), [("paragraph", 0, "a b long-term")]),
    (para(r("Out"), f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{para(r('In the box'))}</w:txbxContent></mc:Choice><mc:Fallback>{para(r('no'))}</mc:Fallback></mc:AlternateContent></w:r>", r(" side")),
     [("paragraph", 0, "Out side"), ("paragraph", 0, "In the box")]),
    (para('<w:r><wp:docPr descr="A smiling patient"/></w:r>', r("x")), [("paragraph", 0, "x"), ("alt", 0, "A smiling patient")]),
    (para(), []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_paragraphs(body: str, expected: list[tuple[str, int, str]]) -> None:
    document = read("a.docx", docx(body))
    assert rows(document) == expected
    for block in document.blocks:
        for i, char in enumerate(block.visible):
            assert document.source[slice(*block.source_span(i, i + 1))].strip() == char.strip()


def test_line_is_paragraph_and_headings_are_the_key_path() -> None:
    body = (
        para(r("Benefits"), style="Ueberschrift1")
        + para()
        + para(r("Safety"), style="Own")
        + para(r("a"))
        + para(r("Price"), style="Ueberschrift1")
        + para(r("b"))
    )
    document = read("a.docx", docx(body))
    assert document.source == "Benefits\n\nSafety\na\nPrice\nb"
    assert [(b.visible, b.key_path, document.place(b.source_span(0, 1).start).line) for b in document.blocks] == [
        ("Benefits", None, 1), ("Safety", "Benefits", 3), ("a", "Benefits > Safety", 4), ("Price", None, 5), ("b", "Price", 6),
    ]  # fmt: skip


def test_links_notes_and_footers() -> None:
    body = para(
        r("See "),
        '<w:hyperlink r:id="r1">',
        r("this"),
        "</w:hyperlink>",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        r("."),
    )
    notes = f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="0">{para(r("no"))}</w:footnote><w:footnote w:id="2">{para(r("A source"))}</w:footnote></w:footnotes>'
    footer = f"<w:ftr {NS}>{para(r('Not medical advice'))}</w:ftr>"
    document = read(
        "a.docx",
        docx(
            body,
            footnotes=notes,
            footer1=footer,
            footer2=footer,
            comments=f"<w:comments {NS}>{para(r('no'))}</w:comments>",
        ),
    )
    assert [b.visible for b in document.blocks] == ["See this.", "A source", "Not medical advice"]
    assert document.blocks[0].links == [(4, "https://example.org/a"), (8, "#footnote-2")]


def test_a_note_stands_below_no_heading() -> None:
    body = para(r("Benefits"), style="Ueberschrift1") + para(r("Text"))
    notes = f"<w:footnotes {NS}><w:footnote>{para(r('Note'))}</w:footnote></w:footnotes>"
    document = read("a.docx", docx(body, footnotes=notes))
    assert [(b.visible, b.key_path) for b in document.blocks] == [
        ("Benefits", None),
        ("Text", "Benefits"),
        ("Note", None),
    ]


def broken(data: bytes) -> bytes:
    return data[:200] + b"\0" * 20 + data[220:]


BOMB = f'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:ftr {NS}>&a;</w:ftr>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "broken"),
        (b"PK\x03\x04 no zip", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "encrypted"),
        (docx("x")[:-30], "broken"),
        (broken(docx(para(r("some text")) * 50)), "broken"),
        (docx("<w:p>"), "well-formed"),
        (docx("", footer1=BOMB), "entities"),
        (docx(" " * 65_000_000), "more than 64 MB"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(data: bytes, told: str) -> None:
    with pytest.raises(ReadError, match=told):
        read("a.docx", data)


def test_a_zip_without_a_document() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("x", "y")
    with pytest.raises(ReadError, match="no Word document"):
        read("a.docx", file.getvalue())


def test_a_part_packed_in_an_unknown_way_is_not_called_encrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    def unpack(*_: object, **__: object) -> None:
        raise NotImplementedError("compression type 9 (deflate64)")

    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    monkeypatch.setattr(zipfile.ZipFile, "open", unpack)
    with pytest.raises(ReadError, match=r"cannot be unpacked .*deflate64"):
        read("a.docx", data.getvalue())


def test_an_encrypted_part() -> None:
    data = bytearray(docx(para(r("x"))))
    at = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[at + 8] |= 1
    with pytest.raises(ReadError, match="encrypted"):
        read("a.docx", bytes(data))


def test_nested_deep() -> None:
    document = read("a.docx", docx("<w:sdt>" * 10_000 + para(r("deep")) + "</w:sdt>" * 10_000))
    assert [b.visible for b in document.blocks] == ["deep"]
