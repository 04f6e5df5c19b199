"""Regular expressions that are compiled when they are first used.

Compiling all those of the modules that a run imports takes longer than checking a page does, and few are used on it.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Expression:
    """Stands for a compiled expression; what was asked of it once is as quick as the expression's own."""

    def __init__(self, regex: str, flags: int | re.RegexFlag) -> None:
        self._written = regex, flags

    def __getattr__(self, name: str) -> Any:
        found = re.compile(*self._written) if name == "_compiled" else getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def expression(regex: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """The same as `re.compile`, but a mistake in `regex` is raised (re.error) only when the expression is used."""
    return cast("re.Pattern[str]", _Expression(regex, flags))
