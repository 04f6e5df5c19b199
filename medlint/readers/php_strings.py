"""PHP in a page: what it prints, and its other strings that are written for people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from medlint.comments import Comment, noted
from medlint.normalising import WILDCARD
from medlint.readers.escapes import Piece, pieces
from medlint.readers.values import Value

_TOKEN = re.compile(
    r"(?P<close>\?>)"
    r"|(?P<comment>(?://|#(?!\[))(?:(?!\?>)[^\r\n])*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z))"
    r"|'(?P<single>(?:[^'\\]|\\.)*+)'"
    r'|"(?P<double>(?:[^"\\]|\\.)*+)"'
    r"|<<<[ \t]*(?P<quote>['\"]?)(?P<heredoc>\w+)(?P=quote)\r?\n"
    r"|\$(?P<variable>\w+)"
    r"|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<mark>=>|->|::|[()\[\]{};,.=?:])"
    r"|\\.",
    re.S,
)
_HOLE = re.compile(r"\{\$[^{}]*\}|\$\{[^{}]*\}|\$[A-Za-z_]\w*(?:->\w+|\[[^\]\s]*\])?")
_QUOTED = re.compile(r"\\([\\'])")
_IS_KEY = re.compile(r"\s*=>")
_SQL = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|REPLACE)\s")
_ECHO = frozenset({"echo", "print"})
# They print or hand on their first argument.
_WORDS = frozenset(
    {"__", "esc_html__", "esc_attr__", "_x", "esc_html", "esc_html_x", "t", "trans", "wp_kses_post", "nl2br", "sprintf"}
)
_PRINTING = frozenset({"_e", "esc_html_e", "esc_attr_e", "_ex", "printf"})
_INCLUDES = frozenset({"include", "include_once", "require", "require_once", "get_template_part", "locate_template"})
_THEME_PARTS = {"get_header": "header.php", "get_footer": "footer.php", "get_sidebar": "sidebar.php"}
_NOT_COPY = frozenset(
    {
        "query", "prepare", "get_var", "get_row", "get_col", "get_results", "exec", "error_log", "trigger_error",
        "preg_match", "preg_match_all", "preg_replace", "Exception", "define", "header", "setcookie", "ini_set",
        "date", "wp_enqueue_script", "wp_enqueue_style", "register_rest_route", "add_action", "add_filter",
    }
)  # fmt: skip
_MOST_LOST_HEREDOCS = 20
_DEEPEST = 30


class _Found(Protocol):
    @property
    def pieces(self) -> list[Piece]: ...
    @property
    def strings(self) -> list[Value]: ...
    @property
    def imports(self) -> list[str]: ...
    @property
    def comments(self) -> list[Comment]: ...


def read(source: str, start: int, at: int, prints: bool, found: _Found) -> int:
    """Read the PHP whose code begins at `at` (with `prints`, after `<?=`); returns where it ends.

    What it prints goes to `found.pieces` in place of the tag from `start`, other strings to `found.strings`.
    """
    return _Reader(source, found, start, prints).run(at)


class _Reader:
    def __init__(self, source: str, found: _Found, start: int, prints: bool) -> None:
        self.source = source
        self.found = found
        self.echo = prints
        self.here = start  # what stands before this offset was put out
        self.unknown = False  # something that is not known was printed since
        self.frames: list[list[str]] = []  # of each open bracket: the function's name, the number of the argument
        self.name = ""  # the variable or key that a string would be given to
        self.called = ""  # the function whose bracket may open
        self.including = False
        self.lost = 0
        self.before = len(found.pieces)

    def run(self, at: int) -> int:
        source = self.source
        while m := _TOKEN.search(source, at):
            at = m.end()
            group = m.lastgroup
            if group == "close":
                # PHP swallows one line end behind it, which does not matter here.
                break
            if group in ("single", "double"):
                self._string(group, m.start(group), m.end(group), m.end())
            elif group == "comment":
                lead, tail = (2, 2 * m.group().endswith("*/")) if m.group()[0] == "/" else (1, 0)
                self.found.comments.extend(noted(source, m.start(), at, lead, tail))
            elif group == "heredoc":
                at = self._heredoc(m["heredoc"], m["quote"], at)
            elif group == "variable":
                self.unknown = self.unknown or not self._inside()
                self.name = m["variable"]
            elif group == "word":
                self._word(m["word"], m.start())
            elif group == "mark":
                self._mark(m["mark"], m.start(), at)
        else:
            at = len(source)
        self._print_unknown(at)
        printed = self.found.pieces[self.before :]
        if printed and printed[-1][0] == WILDCARD:
            self.found.pieces[-1] = (WILDCARD, printed[-1][1], at)
        return at

    def _inside(self) -> list[list[str]]:
        """The brackets that are open in this statement."""
        frames = self.frames[-_DEEPEST:]
        for i in range(len(frames), 0, -1):
            if frames[i - 1][0] == "{":
                return frames[i:]
        return frames

    def _word(self, word: str, start: int) -> None:
        self.called = word
        if word in _ECHO:
            self.echo, self.unknown = True, False
        elif word in _INCLUDES:
            self.including = True
        elif word in ("else", "elseif"):
            self.found.pieces.append((" ", start, start + len(word)))
        elif word in _THEME_PARTS:
            self._import(_THEME_PARTS[word])
        elif word.startswith("the_") or word == "bloginfo":
            self.echo = self.unknown = True
        elif self.echo and not self._inside() and word not in _WORDS:
            self.unknown = True

    def _mark(self, mark: str, start: int, at: int) -> None:
        if mark in "([{":
            if mark == "(" and self.called in _PRINTING:
                self.echo = True
            self.frames.append([self.called if mark == "(" else mark, "0"])
            self.called = ""
            if mark == "{":
                self._end(at)
        elif mark in ")]}":
            if self.frames:
                self.frames.pop()
            if mark == "}":
                self._end(at)
        elif mark == ",":
            if self.frames:
                self.frames[-1][1] = str(int(self.frames[-1][1]) + 1)
            self.name = ""
        elif mark == ";":
            self._end(at)
        elif mark in "?:" and self.echo and not self._inside():
            self._print_unknown(start)
            self.found.pieces.append((" ", start, at))
        if mark != "(":
            self.called = ""

    def _end(self, at: int) -> None:
        self._print_unknown(at)
        self.echo = self.unknown = self.including = False
        self.name = ""

    def _print_unknown(self, at: int) -> None:
        if self.echo and self.unknown:
            self.found.pieces.append((WILDCARD, self.here, max(at, self.here + 1)))
            self.here = max(at, self.here + 1)
        self.unknown = False

    def _import(self, target: str) -> None:
        if target and target not in self.found.imports:
            self.found.imports.append(target)

    def _printed(self) -> bool:
        """Whether a string here is printed as it stands."""
        return self.echo and all(
            name in ("", "echo", "print") or (name in _WORDS | _PRINTING and argument == "0")
            for name, argument in self._inside()
        )

    def _string(self, style: str, start: int, end: int, after: int) -> None:
        if self.including:
            self._import(self.source[start:end].lstrip("/"))
            self.including = False
            return
        if _IS_KEY.match(self.source, after):
            self.name = self.source[start:end]
            return
        if self._printed():
            self._print_unknown(start - 1)
            self.found.pieces.extend(_pieces(self.source, start, end, style))
            self.here = after
        elif not any(name in _NOT_COPY for name, _ in self._inside()) and not _SQL.match(self.source, start, end):
            self.found.strings.append(Value(self.name, _pieces(self.source, start, end, style)))

    def _heredoc(self, tag: str, quote: str, at: int) -> int:
        m = None
        if self.lost < _MOST_LOST_HEREDOCS:
            m = re.compile(rf"^[ \t]*{tag}\b", re.M).search(self.source, at)
        if m is None:
            self.lost += 1
            return at
        self._string("raw" if quote == "'" else "double", at, m.start(), m.end())
        return m.end()


def _pieces(source: str, start: int, end: int, style: str) -> Iterator[Piece]:
    """The text of a string: in double quotes with escapes and variables, which become wildcards."""
    if style != "double":
        at = start
        for m in _QUOTED.finditer(source, start, end) if style == "single" else ():
            if at < m.start():
                yield source[at : m.start()], at, m.start()
            yield m[1], m.start(), m.end()
            at = m.end()
        if at < end:
            yield source[at:end], at, end
        return
    at = start
    for m in _HOLE.finditer(source, start, end):
        if source[m.start() - 1] == "\\":
            continue
        yield from pieces(source, at, m.start(), "json")
        yield WILDCARD, m.start(), m.end()
        at = m.end()
    yield from pieces(source, at, end, "json")
