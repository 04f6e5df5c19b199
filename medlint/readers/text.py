"""Plain text: which lines are units of their own, and which were only wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from medlint.document import Block, BlockKind, Builder, Document

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_UNDERLINE = re.compile(r"\s*([=\-_*~#+])(?:\s*\1){2,}\s*$")
_BULLET = re.compile(r"\s*(?:[•·▪●○◦‣⁃∙*+–—-]|\(?\d{1,2}[.)]|[A-Za-z]\))[ \t\xa0]+(?=\S)")
_LABEL = re.compile(r"[A-Z][\w ]{0,24}:\s")
_SENTENCE_END = re.compile(r"[.!?…:;][\"')\]”’]*$")
_NO_HEADING_END = re.compile(r"[.!…:;,][\"')\]”’]*$")
_PARTED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_COMPOUND = frozenset(
    {
        "all", "anti", "best", "board", "cost", "doctor", "drug", "evidence", "fast", "follow", "full", "half", "hand",
        "high", "ill", "late", "life", "long", "low", "medium", "minimally", "mid", "multi", "near", "needle", "new",
        "non", "off", "one", "opt", "out", "over", "pain", "part", "patient", "physician", "post", "pre", "quick",
        "risk", "science", "self", "semi", "short", "side", "single", "small", "so", "state", "step", "third", "three",
        "top", "two", "ultra", "up", "well", "whole", "world", "year",
    }
)  # fmt: skip
"""What a hyphen stands behind in the middle of a line as well."""

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_SHORTEST_OPEN_LINE = 25
_LONGEST_HEADING = 90
_HEADINGS_IN_A_ROW = 2


class _Line(NamedTuple):
    """A line without the white space round it: its text and where it starts."""

    text: str
    start: int
    bullet: int
    """The length of the bullet in front of the text, which is left out of it; 0 if there is none."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def width(self) -> int:
        return len(self.text) + self.bullet


class _Unit(NamedTuple):
    """Lines that are read as one, and the paragraph they stand in (counted by blank lines)."""

    lines: list[_Line]
    paragraph: int
    underlined: bool


def read(path: str, source: str) -> Document:
    """The document of a plain text."""
    return Document(path, source, blocks(source, 0, len(source)))


def blocks(source: str, start: int, end: int, *, hyphens: bool = False) -> list[Block]:
    """The blocks of the plain text in source[start:end]; with `hyphens`, words parted at line ends are joined."""
    units = list(_units(source, start, end))
    found: list[Block] = []
    level = 1
    for unit, kind in zip(units, _kinds(units), strict=True):
        block = _block(source, unit, kind, level if kind == "heading" else 0, hyphens)
        if block:
            found.append(block)
            if kind == "heading":
                level = 2
    return found


def _block(source: str, unit: _Unit, kind: BlockKind, level: int, hyphens: bool) -> Block | None:
    builder = Builder()
    end = 0
    parted = False
    for line, following in zip_longest(unit.lines, unit.lines[1:]):
        if len(builder) and not parted:
            builder.add_decoded(" ", end, line.start)
        m = _PARTED.search(line.text) if hyphens and following and following.text[:1].islower() else None
        parted = m is not None
        # The hyphen of a compound stays: "well-" and "known".
        joined = m is not None and m[1].lower() not in _COMPOUND
        builder.add(line.text[: -1 if joined else None], line.start)
        end = line.end
    return builder.build(kind, level=level)


def _units(source: str, start: int, end: int) -> Iterator[_Unit]:
    group: list[_Line] = []
    paragraph = 0
    for m in _LINE.finditer(source, start, end):
        written = m[1]
        if _UNDERLINE.match(written):
            yield from _split(group[:-1], paragraph)
            if group:
                yield _Unit(group[-1:], paragraph, True)
        elif not written.strip():
            yield from _split(group, paragraph)
        else:
            group.append(_line(written, m.start()))
            continue
        group = []
        paragraph += 1
    yield from _split(group, paragraph)


def _line(written: str, at: int) -> _Line:
    m = _BULLET.match(written)
    inner = m.end() if m else len(written) - len(written.lstrip())
    return _Line(written[inner:].rstrip(), at + inner, inner if m else 0)


def _split(group: list[_Line], paragraph: int) -> Iterator[_Unit]:
    """The units among lines that no blank line parts."""
    if not group:
        return
    widest = max((line.width for line in group if line.width <= _WIDEST_WRAP), default=0)
    width = widest if widest >= _NARROWEST_WRAP else None
    run: list[_Line] = []
    for line in group:
        if run and not _may_go_on(run[-1], line, width):
            yield from _settle(run, paragraph)
            run = []
        run.append(line)
    yield from _settle(run, paragraph)


def _may_go_on(line: _Line, following: _Line, width: int | None) -> bool:
    """Whether `following` may be the rest of `line`: a program that wraps would have broken the line here."""
    if following.bullet or line.width > _WIDEST_WRAP or _LABEL.match(following.text):
        return False
    lower = following.text[:1].islower()
    if line.text.endswith(":") and not lower:
        return False
    if lower and _PARTED.search(line.text):
        return True
    if width is not None and line.width + 1 + len(following.text.split(None, 1)[0]) > width:
        return True
    return lower and len(line.text) >= _SHORTEST_OPEN_LINE and not _SENTENCE_END.search(line.text)


def _settle(run: list[_Line], paragraph: int) -> Iterator[_Unit]:
    """One unit if the lines read on from one to the next anywhere, else a unit for each."""
    if any(line.text[:1].islower() for line in run[1:]):
        yield _Unit(run, paragraph, False)
    else:
        for line in run:
            yield _Unit([line], paragraph, False)


def _kinds(units: list[_Unit]) -> list[BlockKind]:
    kinds: list[BlockKind] = []
    short = [_looks_like_heading(unit) for unit in units]
    last_text = max((i for i, is_short in enumerate(short) if not is_short), default=-1)
    row_end = 0
    few = False
    for i, unit in enumerate(units):
        if i >= row_end:
            row_end = i + 1
            while row_end < len(units) and short[row_end] and units[row_end].paragraph == unit.paragraph:
                row_end += 1
            few = row_end - i <= _HEADINGS_IN_A_ROW + (not short[i])
        if unit.lines[0].bullet:
            kinds.append("list-item")
        else:
            kinds.append("heading" if unit.underlined or (short[i] and few and i < last_text) else "paragraph")
    return kinds


def _looks_like_heading(unit: _Unit) -> bool:
    line = unit.lines[0]
    return (
        len(unit.lines) == 1
        and not line.bullet
        and line.width <= _LONGEST_HEADING
        and not line.text[:1].islower()
        and not _NO_HEADING_END.search(line.text)
    )
