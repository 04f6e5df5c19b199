"""What the items of a pattern are about: letters, marks, whole words; every string that some can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from medlint.packs.pattern_nodes import MOST_STRINGS
from medlint.packs.pattern_tree import Char, Class, Group, Item, Quote, Ref, Repeat, Seq, Space, spaced
from medlint.tokens import DIGIT, lead, tokens


def letters(items: Seq) -> str:
    """The expression over letters that unspaced items stand for."""
    out = []
    for item in items:
        if isinstance(item, Char):
            out.append(re.escape(item.char))
        elif isinstance(item, Class):
            out.append(item.regex)
        elif isinstance(item, Group):
            out.append(item.kind + "|".join(map(letters, item.branches)) + ")")
        elif isinstance(item, Repeat):
            out.append(f"(?:{letters((item.item,))}){quantifier(item.least, item.most)}")
    return "".join(out)


def strings_of(items: Iterable[Item], lists: Callable[[Ref], set[str] | None] = lambda _: None) -> set[str] | None:
    """Every string that some items can be, when they are few; `lists` gives those of a word list."""
    out = {""}
    for item in items:
        own: set[str] | None = None
        if isinstance(item, Char):
            own = {item.char}
        elif isinstance(item, Space):
            own = {" "}
        elif isinstance(item, Ref):
            own = lists(item)
        elif isinstance(item, Group) and item.kind == "(?:":
            found = [strings_of(branch, lists) for branch in item.branches]
            own = None if None in found else set().union(*(f for f in found if f is not None))
        elif isinstance(item, Repeat) and (item.least, item.most) == (0, 1):
            inner = strings_of([item.item], lists)
            own = None if inner is None else inner | {""}
        elif isinstance(item, Class) and re.fullmatch(r"\[[^\\^-]+\]", item.regex):
            own = set(item.regex[1:-1])
        if own is None or len(out) * len(own) > MOST_STRINGS:
            return None
        out = {a + b for a in out for b in own}
    return out


def needed(items: Seq) -> frozenset[str]:
    """Of these words, or what words are known by (see `tokens.leads`), one stands in all that some letters can be.

    Nothing when that cannot be told.
    """
    found: set[str] = set()
    for beginning, is_whole in _beginnings(items):
        if is_whole:
            found.add(max(tokens(beginning), key=len))
        elif own := DIGIT if beginning[:1].isdigit() else lead(beginning.split("'")[0]):
            found.add(own)
        else:
            return frozenset()
    return frozenset(found)


def _beginnings(items: Seq) -> list[tuple[str, bool]]:
    """How the strings begin that some items can be, and of each beginning whether it is the whole string."""
    out = [("", True)]
    for item in items:
        strings = strings_of([item])
        if strings is not None:
            own = [(text, True) for text in strings]
        elif isinstance(item, Group) and item.kind == "(?:":
            own = [one for branch in item.branches for one in _beginnings(branch)]
        else:
            own = [("0" if is_digit(item) and not (isinstance(item, Repeat) and not item.least) else "", False)]
        stopped = [(text, False) for text, is_whole in out if not is_whole]
        going = [text for text, is_whole in out if is_whole]
        if len(going) * len(own) > MOST_STRINGS:
            return [*stopped, *((text, False) for text in going)]
        out = stopped + [(text + more, is_whole) for text in going for more, is_whole in own]
    return out


def together(left: Item, right: Item) -> bool:
    """Whether two neighbours are parts of one word: letters and marks, or letters beside a list or phrase."""
    if any(isinstance(item, Group) and item.kind != "(?:" for item in (left, right)):
        return False
    if not spaced(left) and not spaced(right):
        return True
    return wordy(left, last=True) and wordy(right, last=False)


def wordy(item: Item, *, last: bool) -> bool:
    """Whether the last (or first) thing of an item may be a letter that belongs to the neighbouring word."""
    if isinstance(item, Char):
        return item.char.isalnum()
    if isinstance(item, Class):
        return not spaced(item) and not is_mark(item)
    if isinstance(item, Ref):
        return True
    if isinstance(item, Repeat):
        return wordy(item.item, last=last)
    if isinstance(item, (Group, Quote)):
        return any(branch and wordy(branch[-1 if last else 0], last=last) for branch in item.branches)
    return False


def within_a_word(before: Item | None, item: Item, after: Item | None) -> bool:
    """Whether an item is an optional space between two letters: `kick ?start`."""
    optional = isinstance(item, Repeat) and is_space(item)
    return (
        optional
        and isinstance(before, Char)
        and isinstance(after, Char)
        and (before.char[-1] + after.char[0]).isalpha()
    )


def is_space(item: Item) -> bool:
    return isinstance(item, Space) or (isinstance(item, Repeat) and is_space(item.item))


def is_mark(item: Item) -> bool:
    """Whether an item is a punctuation mark, which is a word of its own."""
    if isinstance(item, Repeat):
        return is_mark(item.item)
    if isinstance(item, Class):
        return bool(re.fullmatch(r"\[[^\w\s^'][^\w\s']*\]", item.regex))
    return isinstance(item, Char) and not item.char.isalnum() and item.char != "'"


def is_digit(item: Item) -> bool:
    if isinstance(item, Repeat):
        return is_digit(item.item)
    return (isinstance(item, Char) and item.char.isdigit()) or (
        isinstance(item, Class) and item.regex in (r"\d", "[0-9]")
    )


def nested(items: Iterable[Item], inside: bool = False) -> bool:
    """Whether an unbounded repeat holds another one."""
    for item in items:
        if isinstance(item, Repeat):
            unbounded = item.most is None
            if (unbounded and inside) or nested([item.item], inside or unbounded):
                return True
        elif isinstance(item, Group) and any(nested(branch, inside) for branch in item.branches):
            return True
    return False


def quantifier(least: int, most: int | None) -> str:
    if (least, most) in ((0, 1), (0, None), (1, None)):
        return {(0, 1): "?", (0, None): "*", (1, None): "+"}[least, most]
    return f"{{{least},{'' if most is None else most}}}"
