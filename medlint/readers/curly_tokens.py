"""What to look for in templates with `{…}` in them: in text, in code and in template literals."""

from __future__ import annotations

import re
from typing import Literal

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
VALUE_BEFORE = re.compile(r"[\w$)\]\"'`]\s*\Z")
WORD_BEFORE = re.compile(r"(?:^|\W)(?:return|case|default|else|await|yield)\s*\Z")
STRING = re.compile(
    r"\s*(?P<quote>[\"'`])(?P<inner>(?:[^\"'`\\$]|\\.|(?!(?P=quote))[\"'`]|\$(?!\{))*)(?P=quote)\s*\Z", re.S
)
COMMENTS = re.compile(r"(?:\s|/\*.*?\*/|//[^\n]*)*\Z", re.S)
WORDS = re.compile(r"[\"'`]|\bimport\b")
IDENTIFIER = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]*+)(?!\s*\()")
_MOST_RESTARTS = 5
