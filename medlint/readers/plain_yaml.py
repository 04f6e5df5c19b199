"""YAML of the simplest kind, of which most front matter is made: a key and a word, a number or a sentence on each line.

It gives what medlint.readers.yaml_strings gives, without PyYAML, whose import takes longer than checking a page does.
"""

from __future__ import annotations

from medlint.expressions import expression
from medlint.readers.states import is_state
from medlint.readers.values import Value

_SAID = r"\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_LINE = expression(
    r"(?P<key>[A-Za-z_][A-Za-z0-9_-]*):\x20+"
    rf"(?:\"(?P<double>(?:(?![\"\\])[{_SAID}])*)\"|'(?P<single>(?:(?!')[{_SAID}])*)'"
    rf"|(?P<plain>[A-Za-z](?:(?:(?![:#\x20])[{_SAID}])|\x20(?=[^\s#]))*)"
    r"|(?:[1-9][0-9]{0,8}|0|[12][0-9]{3}-[01][0-9]-[0-3][0-9]))\x20*(?:\r?\n|\Z)"
)
_BOOLEANS = frozenset(("true", "false", "yes", "no", "on", "off"))


def values(source: str, start: int, end: int) -> list[Value] | None:
    """The string values of the YAML in source[start:end], and the `true` or `false` of keys such as `draft`.

    None where it is not as simple as that; nothing is said of it then.
    """
    found: list[Value] = []
    at = start
    while at < end:
        m = _LINE.match(source, at, end)
        if m is None:
            return None
        at = m.end()
        kind = m.lastgroup or ""
        if kind == "key":
            continue  # a number or a date
        text, key = m[kind], m["key"]
        word = text.lower() if kind == "plain" else ""
        if word == "null":
            return None
        if word not in _BOOLEANS or is_state(key):
            found.append(Value(key, [(text, *m.span(kind))] if text else []))
    return found if at > start else None
