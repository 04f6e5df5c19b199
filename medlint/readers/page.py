"""Collects the blocks of a page while a reader walks through it."""

from __future__ import annotations

from typing import NamedTuple

from medlint.comments import Comment
from medlint.document import Block, BlockKind, Builder

# A paragraph inside one of these is one of these.
_HANDED_DOWN: frozenset[BlockKind] = frozenset({"list-item", "cell", "quote", "caption"})
_ROWS = frozenset({"tr", "jsx:tr"})
_SMALL = frozenset({"footer", "jsx:footer", "jsx:Footer"})


class _Open(NamedTuple):
    name: str
    kind: BlockKind
    level: int
    context: str = ""
    small: bool = False
    anchor: str = ""


class Page:
    """The blocks found so far, the block being built, and the elements that are open.

    Text goes to `builder`; opening or closing an element ends the block that is being built.
    """

    def __init__(self, kind: BlockKind = "paragraph") -> None:
        self.builder = Builder()
        self.blocks: list[Block] = []
        self.problems: list[tuple[int, str]] = []
        self.comments: list[Comment] = []
        self._stack = [_Open("", kind, 0)]
        self._told: set[str] = set()
        self._count: dict[str, int] = {}
        self._row = 0
        self._small = False

    @property
    def kind(self) -> BlockKind:
        """The kind of the text that comes next."""
        return self._stack[-1].kind

    def flush(self) -> None:
        """End the block that is being built."""
        if self.builder:
            _, kind, level, context, small, anchor = self._stack[-1]
            block = self.builder.build(kind, level=level)
            if block:
                block.context = context
                block.anchor = anchor
                block.row = self._row if kind == "cell" else 0
                block.small = small or self._small
                self.blocks.append(block)
        self.builder = Builder()  # even where it had no text, as it may have had a link
        self._small = False

    def small_print(self) -> None:
        """What comes next is set small: it is small print if the block that is being built begins so."""
        self._small = self._small or self.builder.is_blank

    def open(
        self, name: str, kind: BlockKind | None = None, level: int = 0, context: str = "", small: bool = False,
        anchor: str = "",
    ) -> None:  # fmt: skip
        """Open an element; without a kind of its own it takes that of a list item, cell, quote or caption round it.

        `context` (whose words it holds) and `small` (that it is small print, as a footer is) go for all in it, and
        `anchor` (the name by which links lead to it) for what has neither a kind nor a name of its own.
        """
        self.flush()
        self._row += name in _ROWS
        outer = self._stack[-1]
        if kind is None:
            kind = outer.kind if outer.kind in _HANDED_DOWN else "paragraph"
            anchor = anchor or outer.anchor
        small = small or name in _SMALL or outer.small
        self._stack.append(_Open(name, kind, level, context or outer.context, small, anchor))
        self._count[name] = self._count.get(name, 0) + 1

    def open_within(self, name: str, context: str = "", small: bool = False, anchor: str = "") -> None:
        """Open an element that looks like what is round it, whatever that is (`<h2><div>…`)."""
        outer = self._stack[-1]
        self.open(name, outer.kind, outer.level, context, small, anchor or outer.anchor)

    def new_row(self) -> None:
        """End the block that is being built; the cells that come next are another row of a table."""
        self.flush()
        self._row += 1

    def close(self, name: str) -> None:
        """Close the innermost element of this name and all in it; do nothing but end the block if there is none."""
        self.flush()
        if not self._count.get(name):
            return
        while True:
            top = self._stack.pop()
            self._count[top.name] -= 1
            if top.name == name:
                return

    def problem(self, offset: int, message: str) -> None:
        """Note what is wrong at a source offset; what is wrong in the same way further down is not told again."""
        if message not in self._told:
            self._told.add(message)
            self.problems.append((offset, message))

    def is_open(self, name: str) -> bool:
        return bool(self._count.get(name))

    def put(self, block: Block | None) -> None:
        """Take in a block that was built apart (an alt text, a value), if there is one."""
        if block:
            block.context = block.context or self._stack[-1].context
            block.small = block.small or self._stack[-1].small
            self.blocks.append(block)

    def finish(self) -> list[Block]:
        """All blocks, in the order in which they begin in the source."""
        self.flush()
        self.blocks.sort(key=_start)
        return self.blocks


def _start(block: Block) -> tuple[int, bool]:
    return block.runs[0][1], block.kind == "alt"
