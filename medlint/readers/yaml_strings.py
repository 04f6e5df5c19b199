"""String values of YAML, with their key paths and positions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from medlint.comments import Comment, noted
from medlint.expressions import expression
from medlint.readers.escapes import Piece, pieces
from medlint.readers.states import is_state
from medlint.readers.values import DataError, Value

_STRING = "tag:yaml.org,2002:str"
_BOOLEAN = "tag:yaml.org,2002:bool"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PROPERTIES = expression(r"(?:[!&]\S*\s+)*")
_FOLD = expression(r"[ \t]*(?:\r\n|[\r\n\x85\u2028\u2029])\s*")
_BREAK = expression(r"\r\n|[\r\n\x85\u2028\u2029]")
_LINE = expression(r"([^\r\n\x85\u2028\u2029]*)(?:\r\n|[\r\n\x85\u2028\u2029]|\Z)")
_COMMENT = expression(r"(?<!\S)#[^\r\n\x85\u2028\u2029]*")
_HEADER = expression(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n])")


def values(
    source: str, start: int, end: int, *, states: bool = False, any_root: bool = False
) -> Iterator[Value] | None:
    """The string values of the YAML in source[start:end], in order; None when it is no mapping.

    Raises DataError when it is not valid. An anchor's value is given once, wherever it is repeated. With `states`, the
    `true` or `false` of keys such as `draft` are given as well; with `any_root`, only an empty document gives None.
    """
    root = _composed(source[start:end], start)
    if root is None if any_root else not isinstance(root, yaml.MappingNode | None):
        return None
    return _walk(root, source, start, states)


def _composed(text: str, start: int) -> yaml.Node | None:
    """The tree of the YAML that begins at `start`. Raises DataError when it is not valid."""
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = start + min(mark.index, len(text)) if mark else start
        raise DataError(at, f"{error.problem or 'it is not valid YAML'}.") from None
    except yaml.reader.ReaderError as error:
        raise DataError(start, f"it has a character that YAML does not allow ({error.reason}).") from None
    except RecursionError:
        raise DataError(start, "it is nested too deeply.") from None
    return root


def comments(source: str, start: int, end: int) -> Iterator[Comment]:
    """The comments of the YAML in source[start:end] that name medlint, and the values of keys that are for it.

    Raises DataError when it is not valid.
    """
    text = source[start:end]
    root = _composed(text, start)
    at = line = 0
    waiting_for: list[Comment] = []
    for token in (*yaml.scan(text, Loader=_Loader), None):
        if token is not None and not isinstance(token, yaml.ScalarToken):
            continue
        stop = token.start_mark.index if token else len(text)
        if token and token.style in ("|", ">"):
            header = _HEADER.match(text, stop)
            stop = header.end() if header else stop
        new = [
            comment
            for m in _COMMENT.finditer(text, at, stop)
            for comment in noted(source, start + m.start(), start + m.end(), 1)
        ]
        if new or token is None or (waiting_for and token.start_mark.line != line):
            yield from waiting_for
            waiting_for, line = new, token.start_mark.line if token else 0
        if waiting_for and token and token.style in ("|", ">"):
            # The text that the key on the next line has begins below it.
            yield from (comment._replace(target=start + token.end_mark.index) for comment in waiting_for)
            waiting_for = []
        at = token.end_mark.index if token else stop
    yield from waiting_for
    waiting = [(root, True)] if root else []
    while waiting:
        node, top = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting += [(item, False) for item in node.value]
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = str(key.value)
                if isinstance(key, yaml.ScalarNode) and (name.startswith("medlint-") or (top and name == "medlint")):
                    yield from _for_medlint(key, value, source, start)
                else:
                    waiting.append((value, False))


def _for_medlint(key: yaml.ScalarNode, value: yaml.Node, source: str, base: int) -> Iterator[Comment]:
    begin, end = base + key.start_mark.index, base + value.end_mark.index
    name = begin + bool(key.style)
    items = value.value if isinstance(value, yaml.SequenceNode) else [value]
    texts = [item for item in items if isinstance(item, yaml.ScalarNode) and item.tag == _STRING]
    if texts and len(texts) == len(items):
        for item in texts:
            written = tuple(_scalar(item, source, base)) or (("", begin, begin),)
            yield Comment(begin, end, written, str(key.value), name)
    else:
        yield Comment(begin, end, (), str(key.value), name)


def _walk(root: yaml.Node | None, source: str, base: int, states: bool) -> Iterator[Value]:
    seen: set[int] = set()
    waiting: list[tuple[yaml.Node, str]] = [(root, "")] if root else []
    while waiting:
        node, path = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if node.tag == _STRING or (states and node.tag == _BOOLEAN and is_state(path.rpartition(".")[2])):
                yield Value(path, list(_scalar(node, source, base)))
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend((item, f"{path}[{i}]") for i, item in reversed(list(enumerate(node.value))))
        elif isinstance(node, yaml.MappingNode):
            waiting.extend((value, _join(path, key)) for key, value in reversed(node.value))


def _join(path: str, key: yaml.Node) -> str:
    name = key.value if isinstance(key, yaml.ScalarNode) else "?"
    return f"{path}.{name}" if path else str(name)


def _scalar(node: yaml.ScalarNode, source: str, base: int) -> Iterator[Piece]:
    start, end = base + node.start_mark.index, base + node.end_mark.index
    if source.startswith(("!", "&"), start) and (properties := _PROPERTIES.match(source, start, end)):
        start = properties.end()
    if node.style in ("|", ">"):
        yield from _block_scalar(source, start, end)
    elif node.style in ('"', "'"):
        style = "yaml" if node.style == '"' else "single"
        for text, at, stop in pieces(source, start + 1, end - 1, style):  # type: ignore[arg-type]
            yield from _unfold(source, at, stop) if len(text) == stop - at else [(text, at, stop)]
    else:
        yield from _unfold(source, start, end)


def _unfold(source: str, start: int, end: int) -> Iterator[Piece]:
    """Text over several lines: a line end is white space, a blank line parts paragraphs."""
    at = start
    for m in _FOLD.finditer(source, start, end) if len(source[start:end].splitlines()) > 1 else ():
        if at < m.start():
            yield source[at : m.start()], at, m.start()
        yield "\n\n" if len(_BREAK.findall(m.group())) > 1 else "\n", m.start(), m.end()
        at = m.end()
    if at < end:
        yield source[at:end], at, end


def _block_scalar(source: str, start: int, end: int) -> Iterator[Piece]:
    """The lines of a literal or folded scalar, without their indentation."""
    header = _HEADER.match(source, start, end)
    if header is None:
        return
    indent: int | None = None
    for m in _LINE.finditer(source, header.end(), end):
        line = m[1]
        inner = len(line) - len(line.lstrip(" "))
        if not line.strip():
            inner = len(line)
        elif indent is None or inner < indent:
            indent = inner
        inner = min(inner, indent or 0) if line.strip() else len(line)
        at = m.start() + inner
        if at < m.end(1):
            yield line[inner:], at, m.end(1)
        if m.end() > m.end(1):
            yield "\n", m.end(1), m.end()
