"""Files that hold template, script and styles together."""

from __future__ import annotations

import re

from medlint.comments import Comment
from medlint.document import Block, Document, Problem
from medlint.readers.curly_tags import CurlyTags
from medlint.readers.frames import Tag
from medlint.readers.page import Page
from medlint.readers.syntax import Dialect
from medlint.readers.values import View, value_blocks


class Template(CurlyTags):
    """Reads a whole file and makes the document."""

    def raw(self, tag: Tag, start: int, end: int) -> int:
        m = re.compile(rf"</{tag.name}\s*>").search(self.source, start, end)
        if m is None:
            self.problems.append((tag.start, f"This <{tag.name}> is never closed; what follows was read as text."))
            return start
        values = {name: self.source[a:b] for name, a, b in tag.attributes}
        if values.get("type") == "application/ld+json":
            self.emit(tag.start, m.end())
        elif tag.name == "i18n":
            self._messages(start, m.start())
        elif tag.name == "script" and self.style in ("svelte", "vue"):
            self.script(start, m.start(), "ts" if values.get("lang") in ("ts", "typescript") else "js")
        return m.end()

    def script(self, start: int, end: int, dialect: Dialect) -> None:
        """Read a script of the page."""
        from medlint.readers.jsx import Jsx

        script = Jsx(self.source, Page(), self.uses)
        script.run(start, end, dialect)
        self.blocks += script.page.finish()
        self.problems += script.page.problems
        self.comments += script.page.comments
        self.labels += [label for label in script.labels if label not in self.labels]

    def _messages(self, start: int, end: int) -> None:
        from medlint.readers.json_strings import values

        for key_path, found in values(self.source, start, end):
            self.blocks += value_blocks(found, "value", key_path, markdown=True)

    # The whole

    def document(self, path: str) -> Document:
        """The document of what was read."""
        for i, found in enumerate([self.out, *self.asides]):
            view = View(found)
            blocks, problems, comments = self.inner(view.text)
            self.blocks += [view.outward(block) for block in blocks]
            self.comments += map(view.comment, comments)
            if i == 0 and view.text:
                last = len(view.text) - 1
                self.problems += [(view.source(min(at, last))[0], what) for at, what in problems]
        self.blocks.sort(key=lambda block: block.runs[0][1])
        document = Document(
            path, self.source, self.blocks, labels=self.labels, imports=self.uses.used, comments=self.comments
        )  # fmt: skip
        told = {what: at for at, what in sorted(self.problems, reverse=True)}  # each once, where it is met first
        document.problems = sorted(Problem(document.place(at).line, what) for what, at in told.items())
        return document

    def inner(self, text: str) -> tuple[list[Block], list[tuple[int, str]], list[Comment]]:
        """The blocks of what was made of the template."""
        from medlint.readers.html import HtmlReader

        page = Page()
        HtmlReader(text, page).run(0, len(text))
        return page.finish(), page.problems, page.comments
