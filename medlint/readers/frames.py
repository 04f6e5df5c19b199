"""What is open while a template with `{…}` in it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from medlint.readers.elements import Element
from medlint.readers.walker import Spot


@dataclass(slots=True)
class Markup:
    """Markup that is being read: how often each element is open in it, and in which order."""

    names: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Tag:
    """A start tag that is being read."""

    name: str
    start: int
    found: Element
    attributes: list[tuple[str, int, int]] = field(default_factory=list)
    """Names, and the ranges of the values without quotation marks; (0, 0) where code is the value or there is none."""


@dataclass(slots=True)
class Code:
    """Code that is being read: where it begins, how many braces are open in it, and its parts between markup."""

    start: int
    spot: Spot | None
    """None where it stands in text."""
    at: int
    depth: int = 0
    parts: list[tuple[int, int]] = field(default_factory=list)
    in_template: list[int] = field(default_factory=list)
    """The depths at which template literals stand open; the last of them is being read if it is the depth."""
