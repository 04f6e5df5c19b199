"""Comments in pages, as far as they can be meant for medlint."""

from __future__ import annotations

from typing import NamedTuple


class Comment(NamedTuple):
    """A comment in which medlint is named, or the value of a key of data that is for medlint.

    `start` and `end` are its range in the source with its marks; `pieces` are its text, each with the source range that
    writes it (none where a key has a value that is no text). `key` is the key of data, which begins at `name`, and
    `scope` where the object ends that holds it; `target` is where that ends which takes the place of the next line, in
    formats that write one text on several lines (-1: nothing does).
    """

    start: int
    end: int
    pieces: tuple[tuple[str, int, int], ...]
    key: str = ""
    name: int = -1
    scope: int = -1
    target: int = -1


MENTION = "edlint"
"""What a source must hold so that its comments are looked at: the name without its first letter, which may be large."""


def noted(source: str, start: int, end: int, lead: int, tail: int = 0) -> list[Comment]:
    """The comment in source[start:end], whose marks have `lead` and `tail` characters, if it names medlint."""
    inner, stop = start + lead, max(start + lead, end - tail)
    return [Comment(start, end, ((source[inner:stop], inner, stop),))] if source.find(MENTION, inner, stop) >= 0 else []
