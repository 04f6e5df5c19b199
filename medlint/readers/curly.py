"""Templates in which `{…}` is code that may hold markup again: Astro, Svelte, MDX; Vue has `{{ … }}`.

They are turned into plain HTML (or Markdown) with a map to the source: what is computed becomes a wildcard, components
become elements of HTML that look alike. All is done in one pass with a stack, however deeply it is nested.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from medlint.comments import Comment, noted
from medlint.document import Block
from medlint.normalising import WILDCARD
from medlint.readers import curly_tokens
from medlint.readers.curly_tokens import Style
from medlint.readers.escapes import Piece, pieces
from medlint.readers.frames import Code, Markup, Tag
from medlint.readers.uses import Uses
from medlint.readers.values import View
from medlint.readers.walker import Spot

_MOST_RESTARTS = 5


class Curly(ABC):
    """Turns a template into pieces of HTML or Markdown; what is no part of the text is read at once, to `blocks`."""

    def __init__(self, source: str, style: Style, uses: Uses | None = None) -> None:
        self.source = source
        self.style: Style = style
        self.uses = uses or Uses()
        self.blocks: list[Block] = []
        self.labels: list[str] = []
        self.problems: list[tuple[int, str]] = []
        self.comments: list[Comment] = []
        self.out: list[Piece] = []
        self.asides: list[list[Piece]] = []
        """Markup in props, each to be read by itself."""
        self.frames: list[Markup | Tag | Code] = [Markup()]
        self._outer: list[list[Piece]] = []
        self._restarts = 0
        self._no_comment_end = len(source) + 1

    def run(self, at: int, end: int) -> None:
        """Read source[at:end]."""
        while True:
            while at < end:
                frame = self.frames[-1]
                if isinstance(frame, Markup):
                    at = self._text(frame, at, end)
                elif isinstance(frame, Tag):
                    at = self.in_tag(frame, at, end)
                else:
                    at = self._code(frame, at, end)
            code = next((f for f in self.frames if isinstance(f, Code)), None)
            if code is None:
                last = self.frames[-1]
                if isinstance(last, Tag):
                    self.frames.pop()
                    self.not_a_tag(last, end)
                return
            self.problems.append((code.start, "This { is never closed; what follows was read as text. Add }."))
            del self.frames[self.frames.index(code) :]
            self.out, self._outer = [*self._outer, self.out][0], []
            self.comments = [comment for comment in self.comments if comment.start < code.start]
            self._restarts += 1
            at = code.start + 1
            if self._restarts > _MOST_RESTARTS:
                self.emit(at, end)
                return

    def emit(self, start: int, end: int) -> None:
        """Let source[start:end] stand as it is."""
        if start < end:
            self.out.append((self.source[start:end], start, end))

    def emit_as(self, text: str, start: int, end: int) -> None:
        """Let `text` stand for source[start:end]."""
        self.out.append((text, start, end))

    # Text

    def _text(self, frame: Markup, at: int, end: int) -> int:
        m = curly_tokens.TEXT[self.style].search(self.source, at, end)
        if m is None:
            self.emit(at, end)
            return end
        self.emit(at, m.start())
        kind = m.lastgroup
        if kind == "open":
            self.frames.append(Code(m.start(), None, m.end()))
        elif kind == "close":
            if len(self.frames) > 1:  # an element is not closed in an expression
                self._leave_markup(m.start())
                return m.start()
            self.emit(m.start(), m.end())
        elif kind == "comment":
            stop = self.comment_end(m.end())
            if stop == m.end():
                self.emit(m.start(), stop)  # told by the reader of what is made
            else:
                self.comments += noted(self.source, m.start(), stop, 4, 3)
            return stop
        elif kind == "hole":
            self.emit_as(WILDCARD, m.start(), m.end())
            self.expression([m.span("hole")], Spot())
        elif kind in ("name", "fragment", "slash"):
            return self.tag(m, end)
        elif kind in ("kept", "fence", "ticks") or (kind == "indent" and not frame.names):
            self.emit(m.start(), m.end())
        return m.end()

    def comment_end(self, at: int) -> int:
        """Where the comment ends whose text begins at `at`; `at` itself if it does not."""
        close = self.source.find("-->", at) if at < self._no_comment_end else -1
        if close < 0:
            self._no_comment_end = min(at, self._no_comment_end)
        return close + 3 if close >= 0 else at

    @abstractmethod
    def tag(self, m: re.Match[str], end: int) -> int:
        """Read the tag that begins at `m`; returns where reading goes on."""

    @abstractmethod
    def in_tag(self, tag: Tag, at: int, end: int) -> int:
        """Read the next attribute of a tag, or its end; returns where reading goes on."""

    def not_a_tag(self, tag: Tag, end: int) -> None:
        """Take a tag that does not end for text."""
        self.problems.append(
            (tag.start, f"This <{tag.name}> tag has no “>”; write “&lt;” if it is not meant as a tag.")
        )
        self.emit_as("&lt;", tag.start, tag.start + 1)
        self.emit(tag.start + 1, end)

    def opened(self, name: str) -> None:
        """An element was opened."""
        frame = self.frames[-1]
        if isinstance(frame, Markup):
            frame.names.append(name)
            frame.counts[name] = frame.counts.get(name, 0) + 1

    def closed(self, name: str, at: int) -> None:
        """An element was closed before `at`; with the outermost one, markup in code ends."""
        frame = self.frames[-1]
        if not isinstance(frame, Markup):
            return
        if frame.counts.get(name):
            while True:
                top = frame.names.pop()
                frame.counts[top] -= 1
                if top == name:
                    break
        if not frame.names and len(self.frames) > 1:
            self._leave_markup(at)

    def _leave_markup(self, at: int) -> None:
        self.frames.pop()
        code = self.frames[-1]
        if isinstance(code, Code):
            code.at = at
            self.emit_as(" ", at - 1, at)

    # Code

    def enter_code(self, start: int, at: int, spot: Spot) -> None:
        """Read the code of a prop, which begins with the brace at `start`; markup in it goes apart."""
        self.frames.append(Code(start, spot, at))
        self._outer.append(self.out)
        self.out = []

    def _code(self, frame: Code, at: int, end: int) -> int:
        in_template = bool(frame.in_template) and frame.in_template[-1] == frame.depth
        m = (curly_tokens.TEMPLATE if in_template else curly_tokens.CODE).search(self.source, at, end)
        if m is None:
            return end
        kind = m.lastgroup
        if kind == "tick":
            if in_template:
                frame.in_template.pop()
            else:
                frame.in_template.append(frame.depth)
        elif kind == "open":
            frame.depth += 1
        elif kind == "close":
            if frame.depth == 0:
                frame.parts.append((frame.at, m.start()))
                self.frames.pop()
                self._leave_code(frame, m.end())
            else:
                frame.depth -= 1
        elif kind == "comment":
            stop = self.comment_end(m.end())
            self.comments += noted(self.source, m.start(), stop, 4, 3)
            return stop
        elif kind is None and m.group().startswith(("//", "/*")):
            self.comments += noted(self.source, m.start(), m.end(), 2, 2 * m.group().endswith("*/"))
        elif (
            kind == "markup"
            and self.style != "svelte"
            and not curly_tokens.is_less_than(self.source, frame.at, m.start())
        ):
            frame.parts.append((frame.at, m.start()))
            self.frames.append(Markup())
            return m.start()
        return m.end()

    def _leave_code(self, frame: Code, end: int) -> None:
        if frame.spot is not None:
            if self.out:
                self.asides.append(self.out)
            self.out = self._outer.pop()
            self.expression(frame.parts, frame.spot)
            return
        start, stop = frame.parts[0][0], frame.parts[-1][1]
        if len(frame.parts) == 1:
            if self.style == "svelte" and self.source[start:stop].lstrip()[:1] in ("#", ":", "/"):
                self.emit_as(" ", frame.start, end)
                return
            if curly_tokens.COMMENTS.match(self.source, start, stop):
                return
            if curly_tokens.STRING.match(self.source, start, stop):
                self._string(start, stop)
                return
            self.emit_as(WILDCARD, frame.start, end)
        self.expression(frame.parts, Spot())

    def _string(self, start: int, end: int) -> None:
        """Let the text of a string stand that is all of an expression: `{" "}`, `` {`for ${days} days`} ``."""
        written = self.source[start:end]
        at = start + len(written) - len(written.lstrip()) + 1
        end -= len(written) - len(written.rstrip()) + 1
        if self.source[end] == "`":
            for m in curly_tokens.SUBSTITUTION.finditer(self.source, at, end):
                if m["code"]:
                    self.out += pieces(self.source, at, m.start(), "js")
                    self.emit_as(WILDCARD, m.start(), m.end())
                    self.expression([(m.start() + 2, m.end() - 1)], Spot())
                    at = m.end()
        self.out += pieces(self.source, at, end, "js")

    def expression(self, parts: list[tuple[int, int]], spot: Spot) -> None:
        """Read code that stands in these parts of the source, with markup between them that is read elsewhere."""
        written = [self.source[start:end] for start, end in parts]
        if not any(map(curly_tokens.WORDS.search, written)):
            for text in written:
                for m in curly_tokens.IDENTIFIER.finditer(text):
                    self.uses.use(m[1])
            return
        from medlint.readers.jsx import Jsx
        from medlint.readers.page import Page

        view = View(curly_tokens.as_expression(self.source, parts))
        script = Jsx(view.text, Page(), self.uses)
        script.run(0, len(view.text), "tsx", spot, tell=False)
        self.blocks += [view.outward(block) for block in script.page.finish()]
