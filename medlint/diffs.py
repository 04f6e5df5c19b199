"""What is changed in a text, for people and for `git apply`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medlint.fixes import Edit

LONGEST = 100
"""The longest piece of a line that is shown, in characters, unless what is changed is longer."""
SHORTEST = 20
"""So much is shown before and behind a change."""


def unified(path: str, old: str, new: str) -> str:
    """A unified diff of a file, as git takes it; empty when nothing has changed. `path` is told with slashes."""
    end = "\t" if " " in path else ""  # as git writes it, so that it knows where the name ends
    lines = unified_diff(_lines(old), _lines(new), f"a/{path}{end}", f"b/{path}{end}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """The lines of a text, as git tells them: a carriage return is a character of its line."""
    *lines, rest = text.split("\n")
    return [*(line + "\n" for line in lines), *([rest] if rest else [])]


def shown(source: str, edits: Iterable[Edit]) -> Iterator[tuple[str, str]]:
    """What edits change, as lines behind “-” and “+”, each cut to what is round the change."""
    for edit in edits:
        start, end = edit.span
        if start == end:
            yield from (("+", line) for line in edit.text.splitlines() if line.strip())
            continue
        line = source.rfind("\n", 0, start) + 1
        stop = source.find("\n", end)
        before, behind = source[line:start], source[end : stop if stop >= 0 else len(source)]
        for mark, text in (("-", source[start:end]), ("+", edit.text)):
            yield from ((mark, one) for one in _cut(before, text, behind).splitlines())


def _cut(before: str, text: str, behind: str) -> str:
    if len(before) + len(text) + len(behind) <= LONGEST:
        return before + text + behind
    room = max(SHORTEST, (LONGEST - min(len(text), LONGEST)) // 2)
    left = before if len(before) <= room else f"… {before[-room:]}"
    right = behind if len(behind) <= room else f"{behind[:room]} …"
    return left + text + right
