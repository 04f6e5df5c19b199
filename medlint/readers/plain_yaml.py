"""YAML of the simplest kind, of which most front matter is made: a key and a word, a number or a sentence on each line.

It gives what medlint.readers.yaml_strings gives, without PyYAML, whose import takes longer than checking a page does.
"""

from __future__ import annotations

from medlint.expressions import expression
from medlint.readers.states import is_state
from medlint.readers.values import Value

_LINE = expression(
    r"(?P<key>[A-Za-z_][A-Za-z0-9_-]*): +"
    r"(?:\"(?P<double>[^\"\\\r\n]*)\"|'(?P<single>[^'\r\n]*)'|(?P<plain>[A-Za-z](?:[^:# \r\n]| (?=[^\s#]))*)"
    r"|(?:[1-9][0-9]{0,8}|0|[12][0-9]{3}-[01][0-9]-[0-3][0-9])) *(?:\r?\n|\Z)"
)
_BOOLEANS = frozenset(("true", "false", "yes", "no", "on", "off"))


def values(source: str, start: int, end: int) -> list[Value] | None:
    """The string values of the YAML in source[start:end], and the `true` or `false` of keys such as `draft`.

    None where it is not as simple as that; nothing is said of it then.
    """
    if not source[start:end].replace("\r\n", "").replace("\n", "").isprintable():
        return None
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
