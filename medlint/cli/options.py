"""The options of the commands that check pages, as data: click reads them where it is imported, `plain` without it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from medlint.config import BASELINE, SEVERITIES
from medlint.reporters import FORMATS


class Option(NamedTuple):
    """One option: `flag` is how it is written, `param` what its value is called in code.

    `reads` makes the value of what was written, or raises ValueError, which says why not; without it the option takes
    no value and is true where it is named. An option of `many` may be repeated and gives a tuple. Where there are
    `choices`, nothing else may be written.
    """

    flag: str
    param: str
    help: str
    reads: Callable[[str], Any] | None = None
    metavar: str | None = None
    many: bool = False
    choices: tuple[str, ...] = ()
    default: Any = None

    @property
    def left_out(self) -> Any:
        """Its value where it is not named."""
        return () if self.many else False if self.reads is None else self.default


def day_of(text: str) -> date:
    """A day as it is written. Raises ValueError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text}” is no day; write it as year-month-day, 2026-11-30") from None


def jobs_of(text: str) -> int | None:
    """How many processes were asked for; None for auto. Raises ValueError."""
    if text == "auto":
        return None
    if not text.isascii() or not text.isdigit() or not int(text):
        raise ValueError(f"“{text}” is no number of processes; write 1, 2, … or auto")
    return int(text)


def depth_of(text: str) -> int:
    """A number from 0 on. Raises ValueError."""
    if not text.isascii() or not text.isdigit():
        raise ValueError(f"“{text}” is no number of steps; write 0, 1, 2, …")
    return int(text)


def path_of(text: str) -> Path:
    """A path, which can be read if it is there. Raises ValueError."""
    path = Path(text)
    if path.exists() and not os.access(path, os.R_OK):
        raise ValueError(f"“{text}” cannot be read")
    return path


def file_of(text: str) -> Path:
    """The path of a file, which is no folder and can be read if it is there. Raises ValueError."""
    path = path_of(text)
    if path.is_dir():
        raise ValueError(f"“{text}” is a folder; name a file")
    return path


def _named(text: str) -> str:
    """The name of such a file, as it is written. Raises ValueError."""
    file_of(text)
    return text


DIFF = Option("--diff", "diff", "Only findings on lines changed since this revision of git.", str, "REF")
TODAY = Option("--today", "today", "Judge what expires as of this day.", day_of, "DAY")

SHARED = (
    Option("--isolated", "isolated", "Read no configuration file."),
    Option("--config", "config", "Read this configuration file.", path_of, "PATH"),
    Option("--pack", "packs", "Use this rule pack too (may be repeated).", str, "PATH", many=True),
    Option("--no-shipped-packs", "no_shipped_packs", "Only the rules of the packs that are named."),
    Option("--claims", "claims", "Cleared claims are in this file (may be repeated).", str, "PATH", many=True),
    Option("--jurisdiction", "jurisdiction", "Whose rules apply (default: us).", str, "NAME", many=True),
    Option("--select", "select", "Only this rule, family or pack (may be repeated).", str, "NAME", many=True),
    Option("--ignore", "ignore", "Not this rule, family or pack (may be repeated).", str, "NAME", many=True),
    Option("--baseline", "baseline", f"Let stand what is in it (default: {BASELINE}).", _named, "FILE"),
    Option("--follow-renames", "follow_renames", "Let a moved file keep its entries in the baseline."),
    DIFF,
    Option("--treatment", "treatment", "What the pages are about, where their words do not tell.", str, "ID"),
    Option("--follow", "follow", "Imports deep (default: 1, 0: none).", depth_of, "N"),
    Option("--semantic", "semantic", "Ask the larger model for the second opinion (medlint[semantic])."),
    TODAY,
    Option("--no-drafts", "no_drafts", "Leave out findings in drafts."),
    Option("--no-testimonials", "no_testimonials", "Leave out findings in the words of patients and reviewers."),
    Option("--jobs", "jobs", "So many processes at most (default: auto).", jobs_of, "N|auto"),
    Option("--no-cache", "no_cache", "Neither look up nor keep what was found on unchanged files."),
    Option(
        "--stdin-filename", "stdin_filename", "What standard input (-) is read as (default: stdin.md).", str, "NAME",
        default="stdin.md",
    ),
)  # fmt: skip
"""Those of every command that checks pages."""

OF_CHECK = (
    *SHARED,
    Option(
        "--min-severity", "min_severity", "Show nothing below it (default: suggestion).", str, choices=SEVERITIES,
    ),
    Option(
        "--fail-on", "fail_on", "Fail from here on (default: warning).", str, choices=(*SEVERITIES, "never"),
    ),
    Option("--force-exclude", "force_exclude", "Pass over files that are named, too, where a folder's would be."),
    Option(
        "--format", "formats", "How findings are told (may be repeated; default: text, in CI also github).", str,
        many=True, choices=tuple(FORMATS),
    ),
    Option(
        "--output", "outputs",
        "Write the format named before it there, not to the terminal (may be repeated).", file_of, "FILE", many=True,
    ),
    Option("--quiet", "quiet", "Print nothing when there is nothing to fix."),
)  # fmt: skip
"""Those of `medlint check`."""
