"""What tells what a sentence is about: what it hangs on, the heads of its cell, its key, the label beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import groupby

from medlint.document import Block
from medlint.expressions import expression
from medlint.view import View

_WORDS_OF_LABEL = 6
"""A label has fewer spaces than this."""

_WORDS_OF_VALUE = 4
"""What it explains, if no figure, has fewer than this."""

_LONGEST_ROW = 12
"""The first cell of a row is looked for so many blocks back."""

_FIGURE = expression(
    r"(?:(?:up to|over|more than|nearly|almost|around|about|just|only|in) |[~<>+])?"
    r"\d[\d.,]*(?: ?(?:-|to|–) ?\d[\d.,]*)? ?"
    r"(?:%|percent|x|k|m|(?:minute|min|hour|hr|day|week|month|year|session|treatment|star)s?|(?:/|out of|in) ?\d+)?"
    r" ?[+*]?(?: stars?)?"
)
"""A block that is nothing but a figure, lower-cased."""


class Heads:
    """Answers for the blocks of one page; `view_of` makes one of words that are no block of it."""

    def __init__(self, views: Sequence[View], view_of: Callable[[Block], View]) -> None:
        self._views = views
        self._view_of = view_of
        self._keys: dict[str, View | None] = {}

    def lead(self, view: View, start: int) -> tuple[View, int, int] | None:
        """What a sentence hangs on, as a block and a range of its text.

        That is the sentence before it in its block; for the first one the first cell of its row, the heading
        right above, or a question or announcement that ends the block above.
        """
        number = view.block.sentence_at(start)
        if number:
            return view, *view.block.sentences[number - 1]
        above = self._above(view)
        return (above, *above.block.sentences[-1]) if above else None

    def of(self, view: View, start: int) -> Iterator[tuple[View, int, int]]:
        """What can tell what a sentence is about, as blocks and ranges of their text.

        That is what it hangs on; for the first one of a cell also the head of its column, for that of a value in
        data the words of its key (“results last” of `resultsLast`), and for a block of a word or two or of a figure
        the label beside it.
        """
        lead = self.lead(view, start)
        if lead:
            yield lead
        if not view.block.sentence_at(start):
            in_table = view.index in self.of_cells
            head = self.of_cells[view.index][0] if in_table else self.key(view) or self._beside(view)
            if head:
                yield head, 0, len(head.block.lower)

    @cached_property
    def of_cells(self) -> dict[int, tuple[View | None, View | None]]:
        """For the cells of tables, by their number among the blocks, the heads of their columns and rows.

        An empty cell is no block. Mostly it is the first one of the first row, so columns are counted from the end.
        """
        out: dict[int, tuple[View | None, View | None]] = {}
        for is_table, run in groupby(self._views, lambda view: view.block.kind == "cell" and view.block.row > 0):
            rows = [[*row] for _, row in groupby(run, lambda view: view.block.row)] if is_table else []
            for row in rows[1:]:
                for number, cell in enumerate(row):
                    back = len(row) - number
                    out[cell.index] = rows[0][-back] if back <= len(rows[0]) else None, row[0] if number else None
        return out

    def key(self, view: View) -> View | None:
        """What the key of a value says of it, as a block: its words (“results last” of `resultsLast`), or where it
        only says that this is a value, the label beside it."""
        key_path = view.block.key_path
        if not key_path:
            return None
        if key_path not in self._keys:
            from medlint.readers.strings import VALUES, words_of_key

            words = words_of_key(key_path)
            said = self._view_of(Block("value", " ".join(words), [])) if words else None
            self._keys[key_path] = self._label(view, key_path) if words[-1:] and words[-1] in VALUES else said
        return self._keys[key_path]

    def _label(self, view: View, key_path: str) -> View | None:
        """The string beside a value in the same object."""
        owner = key_path.rpartition(".")[0]
        beside = (self._views[at] for at in (view.index - 1, view.index + 1) if 0 <= at < len(self._views))
        return next((one for one in beside if owner and (one.block.key_path or "").rpartition(".")[0] == owner), None)

    def _beside(self, view: View) -> View | None:
        """The label beside a block of a word or two (“Downtime”, “None”) or of a figure, which may stand behind that.

        In a row of figures the labels stand on the same side of all of them.
        """
        if view.block.key_path:
            return None
        if not _is_figure(view):
            return self._label_at(view.index - 1) if view.block.text.count(" ") < _WORDS_OF_VALUE else None
        before = self._label_at(view.index - 1)
        behind, first, at = self._label_at(view.index + 1), before, view.index
        while first and at >= 2 and _is_figure(self._views[at - 2]):
            at -= 2
            first = self._label_at(at - 1)
        if behind and (first is None or _look(first) != _look(behind)):
            return behind
        return before or behind

    def _label_at(self, index: int) -> View | None:
        """A block that may be the label of another; one that begins with a figure says its own."""
        view = self._views[index] if 0 <= index < len(self._views) else None
        if view is None or view.block.text.count(" ") >= _WORDS_OF_LABEL or view.block.text[:1].isdigit():
            return None
        return None if _is_figure(view) or view.block.text.endswith((".", "!", "?", ":")) else view

    def _above(self, view: View) -> View | None:
        if view.block.row:
            before = self._views[max(0, view.index - _LONGEST_ROW) : view.index]
            return next((other for other in before if other.block.row == view.block.row), None)
        above = self._views[view.index - 1] if view.index else None
        leads = above and (above.block.kind == "heading" or above.block.text.rstrip("\"') ").endswith(("?", ":")))
        return above if leads else None


def _is_figure(view: View) -> bool:
    return _FIGURE.fullmatch(view.block.lower) is not None


def _look(view: View) -> tuple[str, int]:
    """What blocks of one kind have in common on a page."""
    return view.block.kind, view.block.level
