"""Captions and subtitles (SRT, WebVTT): the cues of a sentence joined, each block at the time at which it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.comments import MENTION, Comment, noted
from medlint.document import Block, Builder, Document, Problem
from medlint.readers.entities import add_html

_TIMING = re.compile(
    r"^[ \t]*(?P<start>(?:\d+:)?\d{1,2}:\d{2})[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}[^\r\n]*", re.M
)
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_NO_CUE = re.compile(r"WEBVTT|NOTE(?:\s|\Z)|STYLE\s*\Z|REGION\s*\Z|Kind:|Language:")
_NOTE = re.compile(r"NOTE(?:\s|\Z)")
_MARK = re.compile(
    r"<v(?:\.[^\s>]*)?[ \t]+(?P<voice>[^>]*)>|</?[a-zA-Z][^<>]*>|<[\d:.]+>|\{\\[^{}]*\}"
    r"|[\[(][^\[\]()]{1,40}[\])]|♪[^♪]*♪?"  # noises and songs
)
_SPEAKER = re.compile(r"\s*(?:[-–—][ \t]*|>>[ \t]*)")
_SENTENCE_END = re.compile(r"[.!?…][\"')\]”’]*\s*$")
_LONGEST_BLOCK = 1200


def read(path: str, source: str) -> Document:
    """The document of a caption file."""
    document = Document(path, source, [])
    # `^` and `$` know only \n.
    lines = source if "\n" in source else source.replace("\r", "\n")
    cues = list(_TIMING.finditer(lines))
    if not cues and any(map(str.isalnum, source.removeprefix("WEBVTT"))):
        document.problems.append(
            Problem(1, "No cue was found; a cue begins with a line as 00:00:01,000 --> 00:00:02,000.")
        )
    reader = _Reader(source)
    for m in cues:
        reader.cue(m["start"], m.end())
    document.blocks = reader.finish()
    if path.lower().endswith(".vtt") and MENTION in source:
        document.comments = list(_notes(source, lines))
    return document


def _notes(source: str, lines: str) -> Iterator[Comment]:
    """The notes of WebVTT that name medlint; for each the cue below is what would elsewhere be the next line."""
    texts = [(not m[1].strip(), m.start(), m.end(1)) for m in _LINE.finditer(source)]
    below = [-1] * (len(texts) + 1)  # for each line, where the next cue ends
    stop = len(source)
    for i, (blank, start, end) in reversed(list(enumerate(texts))):
        below[i] = stop if not blank and _TIMING.match(lines, start, end) else below[i + 1]
        stop = end if blank else stop
    i = 0
    while i < len(texts):
        start, end = texts[i][1:]
        is_note = (not i or texts[i - 1][0]) and _NOTE.match(source, start, end)
        i += 1
        while is_note and i < len(texts) and not texts[i][0]:
            end = texts[i][2]
            i += 1
        if is_note:
            yield from (comment._replace(target=below[i]) for comment in noted(source, start, end, 4))


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.builder = Builder()
        self.time = ""
        self.voice = ""
        self.end = 0
        self.said: list[str] = []  # the lines of the cue before, which rolling captions repeat

    def cue(self, time: str, at: int) -> None:
        """Read the lines of a cue, whose timing ends at `at`."""
        said: list[str] = []
        rest = _LINE.match(self.source, at)
        at = rest.end() if rest else at
        while at < len(self.source):
            m = _LINE.match(self.source, at)
            if m is None or not m[1].strip() or _TIMING.match(m[1]) or _NO_CUE.match(m[1]):
                break
            at = m.end()
            said.append(_MARK.sub("", m[1]).strip())
            if said[-1] not in self.said:
                self._line(time, m.start(), m.end(1))
        self.said = said

    def _line(self, time: str, start: int, end: int) -> None:
        speaker = _SPEAKER.match(self.source, start, end)
        if speaker:
            self._flush()
            start = speaker.end()
        voices = [m["voice"] for m in _MARK.finditer(self.source, start, end) if m["voice"]]
        if voices and voices[0] != self.voice:
            self._flush()
            self.voice = voices[0]
        if len(self.builder):
            self.builder.add_decoded(" ", self.end, start)
        else:
            self.time = time
        at = start
        for m in _MARK.finditer(self.source, start, end):
            add_html(self.builder, self.source, at, m.start())
            at = m.end()
        add_html(self.builder, self.source, at, end)
        self.end = end
        if _SENTENCE_END.search(_MARK.sub("", self.source[start:end])) or len(self.builder) > _LONGEST_BLOCK:
            self._flush()

    def _flush(self) -> None:
        block = self.builder.build("caption", key_path=self.time)
        if block:
            self.blocks.append(block)
        self.builder = Builder()

    def finish(self) -> list[Block]:
        """All blocks."""
        self._flush()
        return self.blocks
