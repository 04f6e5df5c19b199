"""A sentence for the terminal, with the risky words in it underlined."""

from __future__ import annotations

from collections.abc import Sequence

from medlint.findings import Finding, Severity
from medlint.reporters import Style

EXCERPT = 160
"""The longest piece of a sentence that is shown, in characters."""

COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}
_UNDERLINE = "4"


def excerpt(findings: Sequence[Finding], style: Style) -> list[str]:
    """The sentence of some findings, cut round the quote of the first when it is long, with all quotes underlined.

    Nothing for no findings. All of them stand in the same sentence.
    """
    if not findings:
        return []
    sentence = findings[0].sentence
    left, right = _window(sentence, findings[0].in_sentence, min(EXCERPT, style.width - 10) if style.width else EXCERPT)
    before, after = "… " if left else "", " …" if right < len(sentence) else ""
    shown = before + sentence[left:right] + after
    shift = len(before) - left
    marks = [
        (max(start, left) + shift, min(end, right) + shift, COLORS[f.severity])
        for f in findings
        for start, end in (f.in_sentence,)
        if start < right and left < end
    ]
    indent = " " * 10
    if style.color:
        return [indent + _painted(shown, marks, style)]
    under = [" "] * columns(shown)
    for start, end, _ in marks:
        first = columns(shown[:start])
        width = max(1, columns(shown[start:end]))
        under[first : first + width] = "^" * width
    return [indent + shown, (indent + "".join(under)).rstrip()]


def _window(sentence: str, quote: tuple[int, int], room: int) -> tuple[int, int]:
    """The piece of a sentence that is shown: `room` characters round the quote, from word to word."""
    start, end = quote
    if end - start > room:
        return start, start + room - 3
    if len(sentence) <= room:
        return 0, len(sentence)
    left = max(0, start - (room - (end - start)) // 2)
    right = min(len(sentence), max(end, left + room))
    if left:
        space = sentence.find(" ", left, start)
        left = left if space < 0 else space + 1
    if right < len(sentence):
        space = sentence.rfind(" ", end, right)
        right = right if space < 0 else space
    return left, right


def _painted(shown: str, marks: Sequence[tuple[int, int, str]], style: Style) -> str:
    """Marked words in the colour of their finding; of marks that overlap the first goes on as far as it reaches."""
    out, at = "", 0
    for start, end, color in sorted(marks):
        if end > at:
            start = max(start, at)
            out += shown[at:start] + paint(shown[start:end], f"{_UNDERLINE};{color}", style)
            at = end
    return out + shown[at:]


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def paint(text: str, code: str, style: Style) -> str:
    """A text in a colour or a weight, where the output has any."""
    return f"\x1b[{code}m{text}\x1b[0m" if style.color and text else text
