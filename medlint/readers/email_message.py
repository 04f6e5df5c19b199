"""E-mail (.eml): subject and body. The source of the document is the subject, an empty line, and the decoded body."""

from __future__ import annotations

import re
from email import errors, message_from_bytes, policy
from email.message import EmailMessage

from medlint.document import Builder, Document, Problem
from medlint.readers.decode import ReadError

_HEADER = re.compile(rb"\s*(?:From |[!-9;-~]+[ \t]*:)")


def read_bytes(path: str, data: bytes) -> Document:
    """The document of an e-mail; of one in two versions the HTML is read.

    Raises ReadError when it is none, or has no body to read.
    """
    if not _HEADER.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise ReadError("is no e-mail: it does not begin with header lines.")
    try:
        message = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"), _class=EmailMessage, policy=policy.default)
        part = message.get_body(("html", "plain"))
        subject = " ".join(str(message["subject"] or "").split())
    except (errors.MessageError, ValueError, LookupError, AttributeError, IndexError, RecursionError) as error:
        raise ReadError(f"is broken: the e-mail cannot be read ({error}).") from None
    body = _text(part) if isinstance(part, EmailMessage) else ""
    if not subject and not body.strip():
        raise ReadError("is an e-mail without a subject and without text.")
    source = f"{subject}\n\n{body}"
    document = Document(path, source, [])
    builder = Builder()
    builder.add(subject, 0)
    block = builder.build("title", key_path="subject")
    document.blocks += [block] if block else []
    start = len(subject) + 2
    if part is not None and part.get_content_type() == "text/html":
        from medlint.readers.html import HtmlReader
        from medlint.readers.page import Page

        page = Page()
        HtmlReader(source, page).run(start, len(source))
        document.blocks += page.finish()
        document.comments = page.comments
        document.problems = sorted(Problem(document.place(at).line, message) for at, message in page.problems)
    else:
        from medlint.readers.text import blocks

        document.blocks += blocks(source, start, len(source))
    return document


def _text(part: EmailMessage) -> str:
    try:
        content = part.get_content(errors="replace")
    except (LookupError, ValueError, AttributeError):
        payload = part.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return str(content).replace("\r\n", "\n").replace("\0", " ")
