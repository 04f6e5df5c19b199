"""PDF files: text by page, words joined at line ends, and what cannot be read."""

from __future__ import annotations

import sys

import pytest

from medlint.readers import ReadError, read


def pdf(*pages: list[str]) -> bytes:
    """A small PDF with one line of text after another on each page."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        content = f"BT /F1 12 Tf 72 720 Td {shown} ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]  # fmt: skip
    out = "%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010} 00000 n \n" for at in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


ONE = [
    "Our treatments are made for peo-",
    "ple who want a long-",
    "term plan that is the gold",
    "standard of care in this field.",
]


def test_pages_and_hyphens() -> None:
    pytest.importorskip("pypdf")
    document = read("a.pdf", pdf(ONE, ["Second page text is here.", "2"], ["Page 3 of 3"]))
    text = (
        "Our treatments are made for people who want a long-term plan that is the gold standard of care in this field."
    )
    assert [(b.key_path, b.visible) for b in document.blocks] == [
        ("page 1", text),
        ("page 2", "Second page text is here."),
    ]
    block = document.blocks[0]
    for phrase, written in (("people", "peo-\nple"), ("long-term", "long-\nterm"), ("gold standard", "gold\nstandard")):
        at = block.visible.index(phrase)
        span = block.source_span(at, at + len(phrase))
        assert document.source[span.start : span.end] == written


def encrypted(data: bytes) -> bytes:
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"", "broken"), (b"%PDF-1.4 no", "broken"), (pdf([]), "no text"), (pdf(ONE)[:300], "broken|no text")],
)
def test_what_cannot_be_read(data: bytes, told: str) -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(ReadError, match=told):
        read("a.pdf", data)


def test_encrypted() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(ReadError, match="encrypted"):
        read("a.pdf", encrypted(pdf(ONE)))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ReadError, match=r"medlint\[pdf\]"):
        read("a.pdf", pdf(ONE))
