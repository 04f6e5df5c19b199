"""How far a long run has come, on a terminal; nothing of it stays."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

AFTER = 1.0
"""Runs shorter than this, in seconds, tell nothing."""

_EVERY = 0.1


def counted(items: Iterable[T], total: int, *, quiet: bool = False) -> Iterator[T]:
    """The same items; on standard error, if somebody watches, it is told how many of a total there have been."""
    if quiet or not _watched():
        yield from items
        return
    ahead = time.monotonic() + AFTER
    shown = ""
    try:
        for count, item in enumerate(items, 1):
            yield item
            if time.monotonic() >= ahead:
                ahead = time.monotonic() + _EVERY
                shown = f"{count:,} of {total:,} files"
                sys.stderr.write(f"\r{shown}")
                sys.stderr.flush()
    finally:
        if shown:
            sys.stderr.write("\r" + " " * len(shown) + "\r")
            sys.stderr.flush()


def _watched() -> bool:
    return sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"
