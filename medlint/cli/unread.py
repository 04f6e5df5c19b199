"""Saying so when much that could be read is in formats that are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from medlint.cli.console import warn
from medlint.discover import NOT_READ, WORDS_LIKE, Candidate

TOO_MANY = 0.1
"""The share of files with words in unread formats from which on a run warns."""


def tally_text(tally: Counter[str]) -> str:
    """“3 html, 1 markdown”, the most frequent first."""
    return ", ".join(f"{n} {what}" for what, n in sorted(tally.items(), key=lambda i: (-i[1], i[0])))


def warn_of_unread(found: Iterable[Candidate], tell: Callable[[str], None] = warn) -> None:
    """Say so when too many files that usually hold words are in formats that are not read."""
    wordy = [c for c in found if c.path.suffix.lower() in WORDS_LIKE and c.reason in ("", NOT_READ)]
    unread = Counter(c.path.suffix.lower() for c in wordy if c.reason)
    if wordy and unread.total() > TOO_MANY * len(wordy):
        tell(
            f"{unread.total()} of {len(wordy)} files that usually hold words are in formats that are not read: "
            + tally_text(unread)
        )
