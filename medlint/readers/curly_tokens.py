"""What to look for in templates with `{…}` in them: in text, in code and in template literals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from medlint.readers.escapes import Piece

Style = Literal["astro", "svelte", "vue", "mdx"]

_NAME = r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/<>{]*)|(?P<fragment></?>)"
TEXT: dict[Style, re.Pattern[str]] = {
    "astro": re.compile(rf"(?P<comment><!--)|(?P<open>\{{)|(?P<close>\}})|{_NAME}", re.S),
    "svelte": re.compile(rf"(?P<comment><!--)|(?P<open>\{{)|{_NAME}", re.S),
    "vue": re.compile(rf"(?P<comment><!--)|\{{\{{(?P<hole>.{{0,400}}?)\}}\}}|{_NAME}", re.S),
    "mdx": re.compile(
        r"(?P<kept>^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?^[ \t]*(?P=fence)[`~]*[ \t]*$|.*)|\\."
        r"|(?P<ticks>(?<!`)`+(?!`))(?:(?!\n[ \t]*\n).){0,2000}?(?<!`)(?P=ticks)(?!`)|`+|<https?:[^\s<>]*>)"
        rf"|(?P<indent>^[ \t]+)|(?P<comment><!--)|(?P<open>\{{)|(?P<close>\}})|{_NAME}",
        re.S | re.M,
    ),
}
CODE = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|//[^\n]*|/\*.*?(?:\*/|\Z)|(?P<comment><!--)"
    r"|(?P<tick>`)|(?P<open>\{)|(?P<close>\})|(?P<markup><(?=[A-Za-z>]))",
    re.S,
)
TEMPLATE = re.compile(r"\\.|(?P<tick>`)|(?P<open>\$\{)", re.S)
_VALUE_BEFORE = re.compile(r"[\w$)\]\"'`]\s*\Z")
_WORD_BEFORE = re.compile(r"(?:^|\W)(?:return|case|default|else|await|yield)\s*\Z")
STRING = re.compile(
    r"\s*(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.|\$(?!\{)|\$\{[^{}`]*\})*`)\s*\Z", re.S
)
SUBSTITUTION = re.compile(r"\\.|(?P<code>\$\{[^{}`]*\})", re.S)
COMMENTS = re.compile(r"(?:\s|/\*.*?\*/|//[^\n]*)*\Z", re.S)
WORDS = re.compile(r"[\"'`]|\bimport\b")
IDENTIFIER = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]*+)(?!\s*\()")
_MOST_RESTARTS = 5
NO_EXPRESSION = re.compile(r"\s*(?:\.\.\.|@(?:html|const|render|attach)\b)?")
"""What stands before an expression and is no part of it."""


def is_less_than(source: str, start: int, at: int) -> bool:
    """Whether the `<` at `at`, in code that begins at `start`, compares and does not begin markup."""
    before = source[max(start, at - 40) : at]
    return _VALUE_BEFORE.search(before) is not None and not _WORD_BEFORE.search(before)


def as_expression(source: str, parts: list[tuple[int, int]]) -> Iterator[Piece]:
    """Code as one expression: in parentheses, with a number for each markup in it."""
    for i, (start, end) in enumerate(parts):
        yield " 0 " if i else "(", start, start
        skipped = NO_EXPRESSION.match(source, start, end) if i == 0 else None
        start = skipped.end() if skipped else start
        yield source[start:end], start, end
    yield ")", parts[-1][1], parts[-1][1]
