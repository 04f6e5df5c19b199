"""What the parts of `medlint doctor` look at, and what each of them reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from medlint.config import Settings
from medlint.packs.model import Library


@dataclass(slots=True)
class Part:
    """One part of the report: what was looked at, and what is wrong with it (each with how to mend it).

    `data` has the same for programs.
    """

    title: str
    lines: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bench:
    """What the parts look at.

    `library` is None when the packs cannot be read, and `why` then says why; `unread` says why the configuration
    cannot be used (then the defaults are looked at), if it cannot.
    """

    settings: Settings
    library: Library | None
    why: str
    today: date
    isolated: bool = False
    unread: str = ""
