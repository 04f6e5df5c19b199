"""Directives for medlint in comments: `medlint-disable-line RULE, FAMILY -- reason, until=2027-01-31`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Literal

from medlint.comments import Comment
from medlint.document import Document, Span
from medlint.packs.errors import did_you_mean
from medlint.readers.values import View

Kind = Literal["next-line", "line", "range", "file", "enable"]
KINDS: dict[str, Kind] = {
    "disable-next-line": "next-line",
    "disable-line": "line",
    "disable": "range",
    "disable-file": "file",
    "enable": "enable",
}
"""What a directive is, by its name without `medlint-`."""

OF_WHOLE_FILE = ("disable", "disable-file")
"""What a text under the key `medlint` of data can begin with."""

_HEAD = re.compile(r"(?:\A\s*|[\r\n][ \t]*)!?[ \t]*(?P<head>medlint(?P<gap>[-_:\s]+)(?P<word>[\w-]*))", re.I)
_STARS = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*\*+")
_WORD = re.compile(r"\s*([\w-]*)")
# What editors make of two hyphens is taken too, and in XML two hyphens cannot stand in a comment.
_REASON = re.compile(r"(?:\A|(?<=\s))(?:--|\u2014|\u2013)(?=\s|\Z)")
_UNTIL = re.compile(r"\(?(?<![\w-])(?P<until>until\s*[=:]\s*(?P<day>[^\s,;()]*))\)?")
_DAY = re.compile(r"until=(\d{4}-\d\d-\d\d)\.?\Z")
_TWICE = re.compile(r"\s*([,;])(?:\s*[,;])+")
_NAME = re.compile(r"[^\s,]+")
_OTHER_WORDS = frozenset({"allow", "ignore", "mute", "noqa", "off", "skip", "suppress"})
"""How other tools call it."""
_NOT_COUNTED = " \t\r\n>{},*"
"""What may stand beside directives on a line that holds nothing else."""
_PROSE = frozenset({"disabled", "disables", "enabled", "enables"})


@dataclass(slots=True)
class Directive:
    """One directive: the names of rules and families that it has, and where all of it stands in the source.

    `span` is the whole of its text, `names` each name with its place, `until` the last day on which it holds.
    """

    kind: Kind
    comment: Comment
    span: Span
    names: list[tuple[str, Span]] = field(default_factory=list)
    reason: str = ""
    until: date | None = None
    until_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Malformed:
    """What was to be a directive and is none: where it stands, where the mistake is, and what that is."""

    whole: Span
    span: Span
    flaw: str


def directives(comment: Comment) -> Iterator[Directive | Malformed]:
    """What a comment holds: nothing, or one or more directives, each on a line of its own."""
    view = View(comment.pieces)
    # The stars before the lines of a block comment are no part of what it says.
    text = _STARS.sub(lambda m: " " * len(m[0]), view.text)
    if comment.key:
        yield _of_key(comment, view, text)
        return
    heads = [m for m in _HEAD.finditer(text) if _is_directive(m, text)]
    if not heads or heads[0].start():
        return
    for i, m in enumerate(heads):
        end = heads[i + 1].start() if i + 1 < len(heads) else len(text)
        at, end = m.start("head"), len(text[:end].rstrip())
        whole = _span(view, at, end)
        exact = m["head"] == f"medlint-{m['word']}" and m["word"] in KINDS
        if exact and (m.end() >= end or text[m.end()].isspace()):
            yield _parsed(KINDS[m["word"]], comment, view, text, m.end(), end, whole)
            continue
        flaw = f"only a space stands between “medlint-{m['word']}” and the rules."
        if not exact:
            meant = did_you_mean(f"medlint-{m['word'].lower()}", [f"medlint-{name}" for name in KINDS])
            flaw = f"there is no “{' '.join(m['head'].split())}”{meant or '.'}"
        yield Malformed(whole, _span(view, at, m.end()), flaw)


def _is_directive(m: re.Match[str], text: str) -> bool:
    """Whether a line that begins with medlint is meant as a directive, and is not only about medlint."""
    word = m["word"].lower()
    if m["gap"] in ("-", "_"):
        return bool(word) and (m.end() == len(text) or text[m.end()].isspace() or text[m.end()] in ":,;=")
    if m.start() or word in _PROSE:  # in the lines below the first it would be the rest of a reason
        return False
    return word in _OTHER_WORDS or bool(get_close_matches(word, KINDS, 1, 0.8))


def _of_key(comment: Comment, view: View, text: str) -> Directive | Malformed:
    name = Span(comment.name, comment.name + len(comment.key))
    if not comment.pieces:
        return Malformed(name, name, f"the value of “{comment.key}” should be a text or a list of texts.")
    end = len(text.rstrip())
    whole = _span(view, len(text) - len(text.lstrip()), end) if end else name
    if comment.key != "medlint":
        kind = KINDS.get(comment.key.removeprefix("medlint-"))
        if kind is None:
            meant = did_you_mean(comment.key, [f"medlint-{known}" for known in KINDS])
            return Malformed(name, name, f"there is no “{comment.key}”{meant or '.'}")
        return _parsed(kind, comment, view, text, 0, end, whole)
    m = _WORD.match(text)
    if m is None or m[1] not in OF_WHOLE_FILE:
        at, stop = m.span(1) if m and m[1] else (0, 0)
        meant = did_you_mean(m[1], OF_WHOLE_FILE) if m else ""
        flaw = f"a text under “medlint” begins with “disable”{meant or '.'}"
        return Malformed(whole, _span(view, at, stop) if stop else whole, flaw)
    return _parsed("file", comment, view, text, m.end(), end, whole)


def _parsed(
    kind: Kind, comment: Comment, view: View, text: str, start: int, end: int, whole: Span
) -> Directive | Malformed:
    """The directive whose rules and reason stand in text[start:end]."""
    body = text[start:end]
    found = Directive(kind, comment, whole)
    untils = list(_UNTIL.finditer(body))
    for m in untils:
        span = found.until_span = _span(view, start + m.start("until"), start + m.end("until"))
        day = _DAY.match(m["until"])
        try:
            found.until = date.fromisoformat(day[1]) if day else None
        except ValueError:
            found.until = None
        if found.until is None:
            return Malformed(whole, span, "write the last day on which it holds as until=2027-01-31.")
    if len(untils) > 1:
        return Malformed(whole, span, "it has two days; leave one of them out.")
    for m in untils:
        body = body[: m.start()] + " " * (m.end() - m.start()) + body[m.end() :]
    parting = _REASON.search(body)
    rules, reason = (body[: parting.start()], body[parting.end() :]) if parting else (body, "")
    found.reason = _TWICE.sub(r"\1", " ".join(reason.split())).strip(" ,;")
    found.names = [(m[0], _span(view, start + m.start(), start + m.end())) for m in _NAME.finditer(rules)]
    if not found.names and kind != "enable":
        return Malformed(whole, whole, "it names no rule, and there is no word for all of them.")
    return found


def _span(view: View, start: int, end: int) -> Span:
    """The source range of a range of the text, which is not empty."""
    return Span(view.source(start)[0], view.source(max(start, end - 1))[1])


class Lines:
    """The directives of a document in their order, and which places they are about."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.directives: list[Directive | Malformed] = []
        self._on: dict[int, list[Comment]] = {}
        self._known: dict[int, int] = {}
        for comment in sorted(document.comments, key=lambda c: (c.start, c.end)):
            found = list(directives(comment))
            self.directives += found
            for line in range(*self._lines(comment)) if found else ():
                self._on.setdefault(line, []).append(comment)

    def _lines(self, comment: Comment) -> tuple[int, int]:
        """The first line of a comment, and the one behind its last."""
        last = max(comment.start, comment.end - 1)
        return self.document.place(comment.start).line, self.document.place(last).line + 1

    def reach(self, directive: Directive) -> tuple[int, int]:
        """The source range that a directive is about; for a range, as if nothing ended it."""
        comment = directive.comment
        starts = self.document.line_starts
        length = len(self.document.source) + 1
        first, after = self._lines(comment)
        if directive.kind == "line":
            return starts[first - 1], self.document.line_span(after - 1).end
        if directive.kind == "range":
            return comment.end, comment.scope if comment.scope >= 0 else length
        if directive.kind != "next-line":
            return 0, length
        if comment.target >= 0:
            return comment.end, comment.target
        line = self._below(after)
        if line > len(starts):
            return length, length
        return starts[line - 1], starts[line] if line < len(starts) else length

    def _below(self, line: int) -> int:
        """The first line from `line` on that is neither blank nor holds only directives."""
        passed: list[int] = []
        while line <= len(self.document.line_starts) and line not in self._known and self._passed_over(line):
            passed.append(line)
            line += 1
        line = self._known.get(line, line)
        self._known |= dict.fromkeys(passed, line)
        return line

    def _passed_over(self, line: int) -> bool:
        start, end = self.document.line_span(line)
        source = self.document.source
        if line not in self._on:
            return not source[start:end].strip(" \t>")
        rest, at = "", start
        for comment in self._on[line]:
            rest += source[at : max(at, comment.start)]
            at = max(at, comment.end)
        return not (rest + source[min(at, end) : end]).strip(_NOT_COUNTED)
