"""What medlint says about a page."""

# No annotation is kept as a text here: of each of its fields' a named tuple would have to compile it.

import re
from enum import IntEnum
from typing import Literal, NamedTuple

from medlint.document import Document, Span

FAMILIES = (
    "superlative", "efficacy", "speed-duration", "safety", "dependence", "comparison", "fda-status", "citation",
    "mechanism", "testimonial", "emotional-appeal", "dosing", "access",
    "missing-approval-status", "missing-risks", "missing-typical-results", "missing-medical-advice",
)  # fmt: skip
"""The families that medlint knows; a pack may add its own."""


class Severity(IntEnum):
    """How serious a finding is.

    error: a regulator or a board could object to it as it stands; warning: it needs proof, a source
    or a limit; suggestion: a careful editor would soften it.
    """

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    @classmethod
    def named(cls, name: str) -> "Severity":
        return cls[name.upper()]

    @property
    def label(self) -> str:
        return self.name.lower()


class Suggestion(NamedTuple):
    """What to write instead.

    `replace` is what the quoted words can be exchanged for as they stand; `safe` says that this is right without a
    reader's eye. `advice` tells what to do, or shows how it can look, and is not for the page as it stands.
    """

    text: str
    replace: str | None = None
    safe: bool = False
    advice: bool = False


class Source(NamedTuple):
    """A law, a guidance or a label. `verified` is yes, partly or no; dates are year-month."""

    id: str
    title: str
    section: str
    url: str
    jurisdiction: str
    requires: str
    as_of: str
    verified: str


class Finding(NamedTuple):
    """One finding. `span` is in source offsets; lines and columns count from 1, in code points.

    `sentence` is the visible sentence around it, and `in_sentence` where in that the quote stands. `context` says
    what is special about the page (`draft`, `noindex`) or the words (`testimonial`). `written` is the quote as the
    source writes it, with its markup, and `byte_columns` are its column and end column in UTF-8 bytes, from 1; a
    finding that was not made from a document has neither.
    """

    path: str
    rule: str
    pack: str
    family: str
    severity: Severity
    message: str
    why: str
    quote: str
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    key_path: str | None
    sentence: str
    in_sentence: tuple[int, int]
    suggestions: tuple[Suggestion, ...]
    sources: tuple[Source, ...]
    context: tuple[str, ...] = ()
    fingerprint: str = ""
    written: str = ""
    byte_columns: tuple[int, int] | None = None

    @property
    def is_page_level(self) -> bool:
        return self.family.startswith("missing-")

    def calls_for(self, suggestion: Suggestion) -> Literal["add", "do", "write"]:
        """What a suggestion of it asks for: words that the page lacks, a deed, or words instead of these."""
        if suggestion.advice:
            return "do"
        return "add" if self.is_page_level else "write"

    @property
    def said(self) -> str:
        """What tells it from others of its rule in its file: the words of the sentence; nothing for a whole page."""
        return "" if self.is_page_level else normalised(self.sentence)


LetStand = Literal["directive", "baseline"]

Misuse = Literal["unknown-rule", "without-reason", "malformed", "expired", "unused", "locked"]
"""What can be wrong with a directive."""


class Suppressed(NamedTuple):
    """A finding that is known and let stand: it is told where a format has a place for it, and never fails a run.

    `by` is what let it stand: a `directive` (a comment in the file, `line` says where) or the `baseline` (line 0).
    `until` is the last day on which it does, as year-month-day.
    """

    finding: Finding
    by: LetStand
    reason: str
    until: str | None = None
    line: int = 0


class Cleared(NamedTuple):
    """A cleared claim that stands on a page word for word, and the rules whose findings it let pass.

    `claims` are the ids of the claims that have the text, `approved_by` and `expires` are those of the first; days are
    year-month-day. Lines and columns are as in a `Finding`.
    """

    path: str
    claims: tuple[str, ...]
    approved_by: str
    approved_on: str
    expires: str | None
    quote: str
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    passed: tuple[str, ...]


def normalised(text: str) -> str:
    """A text by its words alone, to compare it with others."""
    return re.sub(r"\W+", " ", text).strip().lower()


def fingerprint(rule: str, path: str, said: str, occurrence: int) -> str:
    """A name for a finding that survives edits around it: no line numbers go into it.

    `path` is relative to the project, `said` as in a `Finding`, `occurrence` counts what is the same from 0.
    """
    from hashlib import sha256

    key = "\x1f".join((rule, path.replace("\\", "/"), said, str(occurrence)))
    return sha256(key.encode(errors="surrogatepass")).hexdigest()[:20]


def places(document: Document, span: Span) -> tuple[int, int, int, int]:
    """Line, column, end line and end column of a span; the end stands after the last character."""
    start, end = document.place(span.start), document.place(span.end)
    return start.line, start.column, end.line, end.column


def byte_columns(document: Document, span: Span) -> tuple[int, int]:
    """Column and end column of a span, from 1, counted in the UTF-8 bytes of their lines."""

    def column(offset: int) -> int:
        _, column = document.place(offset)
        if document.source.isascii():
            return column
        return len(document.source[offset - column + 1 : offset].encode(errors="surrogatepass")) + 1

    return column(span.start), column(span.end)
