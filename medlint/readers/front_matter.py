"""Front matter at the top of Markdown: YAML (`---`), TOML (`+++`), JSON (`{`), or what is named (`---json`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from medlint.comments import Comment
from medlint.document import Block
from medlint.expressions import expression
from medlint.readers import data_file, plain_yaml
from medlint.readers.values import DataError, Value

_FENCE = expression(r"(---|\+\+\+)[ \t]*(json|toml|yaml)?[ \t]*(?:\r\n|\r|\n)")
_CLOSINGS = {
    "---": expression(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.M),
    "+++": expression(r"^\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)", re.M),
}
_LANGUAGES = {"---": "yaml", "+++": "toml"}
_JSON_START = expression(r"\{\s*(?:\"|\}|\Z)")
_FIRST_KEY = expression(r"\s*[\w\"'-]+[ \t]*[:=]")


class FrontMatter(NamedTuple):
    """What stands at the top of a file; problems are told by source offset."""

    blocks: list[Block]
    problems: list[tuple[int, str]]
    end: int
    """The offset at which the body of the file begins."""
    labels: Sequence[str] = ()
    layout: str = ""
    """The layout that is named, as it is written."""
    comments: Sequence[Comment] = ()


def read(source: str) -> FrontMatter:
    """The front matter of a Markdown file, if it has one."""
    if source.startswith("{") and _JSON_START.match(source):
        return _json(source)
    fence = _FENCE.match(source)
    if fence is None:
        return FrontMatter([], [], 0)
    # `^` knows only \n; files with lone carriage returns are looked at through one that has none.
    lines = source if "\n" in source else source.replace("\r", "\n")
    closing = _CLOSINGS[fence[1]].search(lines, fence.end())
    if closing is None:
        if not fence[2] and not _FIRST_KEY.match(source, fence.end()):
            return FrontMatter([], [], 0)
        message = f"The front matter is never closed; add a line “{fence[1]}” below it. All was read as text."
        return FrontMatter([], [(0, message)], 0)
    try:
        values = _values(source, fence[2] or _LANGUAGES[fence[1]], fence.end(), closing.start())
    except DataError as error:
        message = f"The front matter cannot be read, so its values were not checked: {error.message}"
        return FrontMatter([], [(error.offset, message)], closing.end())
    if values is None:
        return FrontMatter([], [], 0)
    language = fence[2] or _LANGUAGES[fence[1]]
    return _read(values, closing.end(), data_file.comments(source, fence.end(), closing.start(), language))


def _values(source: str, language: str, start: int, end: int) -> Iterable[Value] | None:
    if language == "json":
        return _json_values(source, start, end)
    if language == "yaml":
        if (plain := plain_yaml.values(source, start, end)) is not None:
            return plain
        from medlint.readers.yaml_strings import values as yaml_values

        return yaml_values(source, start, end, states=True)
    from medlint.readers.toml_strings import values as toml_values

    return toml_values(source, start, end, states=True)


def _json_values(source: str, start: int, end: int) -> Iterable[Value]:
    import json

    from medlint.readers.json_strings import values as json_values

    try:
        json.loads(source[start:end])
    except json.JSONDecodeError as error:
        raise DataError(start + error.pos, f"{error.msg}; mend it.") from None
    except RecursionError:
        raise DataError(start, "it is nested too deeply.") from None
    return json_values(source, start, end, states=True)


def _read(values: Iterable[Value], end: int, comments: Sequence[Comment]) -> FrontMatter:
    data = data_file.read(values)
    return FrontMatter(data.blocks, [], end, data.labels, data.texts.get("layout", ""), comments)


def _json(source: str) -> FrontMatter:
    from json import JSONDecodeError, JSONDecoder

    from medlint.readers.json_strings import values as json_values

    try:
        _, end = JSONDecoder().raw_decode(source)
    except (JSONDecodeError, RecursionError) as error:
        offset = error.pos if isinstance(error, JSONDecodeError) else 0
        what = error.msg if isinstance(error, JSONDecodeError) else "it is nested too deeply"
        message = f"The JSON front matter cannot be read ({what}); mend it. All was read as text."
        return FrontMatter([], [(min(offset, max(len(source) - 1, 0)), message)], 0)
    return _read(json_values(source, 0, end, states=True), end, data_file.comments(source, 0, end, "json"))
