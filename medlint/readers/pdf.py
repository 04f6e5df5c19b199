"""PDF files with text in them. The source of the document is the text that was taken out, page after page."""

from __future__ import annotations

import io
import logging
import re

from medlint.document import Block, Document
from medlint.readers import text
from medlint.readers.decode import ReadError

_PAGE_NUMBER = re.compile(r"\s*(?:(?:page|p\.)\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*\Z", re.I)


def read_bytes(path: str, data: bytes) -> Document:
    """The document of a PDF file.

    Raises ReadError when pypdf is not installed, or when the file is encrypted, broken or without text.
    """
    pages = _pages(data)
    source = "\n".join(pages)
    if not any(map(str.isalnum, source)):
        raise ReadError("has no text in it, only pictures of pages; run a text recognition (OCR) over it first.")
    blocks: list[Block] = []
    at = 0
    for number, page in enumerate(pages, 1):
        for block in text.blocks(source, at, at + len(page), hyphens=True):
            if not _PAGE_NUMBER.match(block.visible):
                block.key_path = f"page {number}"
                blocks.append(block)
        at += len(page) + 1
    return Document(path, source, blocks)


def _pages(data: bytes) -> list[str]:
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError
    except ImportError:
        raise ReadError("is a PDF, which needs one more package: pip install 'medlint[pdf]'.") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("is encrypted; save it without a password.")
        return [_clean(page.extract_text()) for page in reader.pages]
    except ReadError:
        raise
    except (DependencyError, FileNotDecryptedError, WrongPasswordError):
        raise ReadError("is encrypted; save it without a password.") from None
    except Exception as error:  # noqa: BLE001 - broken PDFs make pypdf raise nearly everything
        raise ReadError(f"is broken: the PDF cannot be read ({error or type(error).__name__}).") from None


def _clean(page: str) -> str:
    """Text without what cannot be text, and with one kind of line end."""
    page = page.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", " ", page)
