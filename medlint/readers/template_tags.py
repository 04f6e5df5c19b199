"""Template tags: Liquid, Jinja, Nunjucks, Twig, Handlebars, Mustache, Go, ERB, EJS, Blade.

What a tag prints becomes a wildcard, what only steers becomes nothing or a space: the HTML round it stays whole.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from medlint.comments import Comment, noted
from medlint.normalising import WILDCARD
from medlint.readers import php_strings
from medlint.readers.escapes import Piece, pieces
from medlint.readers.strings import reads_like_words
from medlint.readers.values import Value

_OPENER = re.compile(r"\{\{\{?|\{%|\{#(?=[\s-])|\{!!|<%|<\?(?:php\b|=|(?=\s))|(?<![\w@.])@(?=[a-z]\w+)")
_CLOSERS = {"{{": "}}", "{{{": "}}}", "{%": "%}", "{#": "#}", "{!!": "!!}", "<%": "%>"}
_LONGEST_OUTPUT = 1000
_LONGEST_TAG = 20_000
_STRING = r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'"
_LITERAL = re.compile(rf"(?:[\"']?([\w-]+)[\"']?\s*(?::|=>?)\s*)?({_STRING})", re.S)
_LONE_LITERAL = re.compile(rf"(?:(?:__?|gettext|trans|t)\(\s*)?({_STRING})\s*\)?\s*(?:\|[^\"']*)?\Z", re.S)
_NAME = re.compile(r"[#/^&*]?\s*([\w.]*)")
_TARGET = re.compile(r"[\"']([^\"'{}]+)[\"']|([\w-]+(?:[./][\w-]+)+)")

_COMMENTS = {
    "{{": re.compile(r"~?!(?P<dashes>--)?|(?P<stars>(?:-\s*)?/\*)|(?P<blade>--)"),
    "<%": re.compile(r"#|(?P<dashes>--)"),
    "{#": re.compile("-?"),
    "{%": re.compile(r"[-+]?\s*#"),
}
_COMMENT_TAIL = " \t\r\n*/~+-"
_STEERS = re.compile(
    r"[#/^]|(?:else|end|break|continue)\b(?!\.)|(?:if|range|with|define|block|return)\s+[\w.$(\"!-]|\$\w+\s*:?=",
)
_PARTS = re.compile(
    r"(?:#?>\s*)(?!\()(?P<name>[^\s}]+)|(?:partial|partialCached|template|include)\b[\s(]*(?P<rest>.*)", re.S
)
_ELSE = re.compile(
    r"\s*\}?\s*(?:else|elsif|elif|elseif|when|case|empty|plural|default|(?:end)?(?:block|macro))\b|\^\s*\}?"
)
_IMPORTS = frozenset(
    {"include", "include_relative", "include_cached", "includes", "extends", "render", "embed", "import", "from", "use",
     "section", "sections", "layout", "partial"}
)  # fmt: skip
_PRINTS = frozenset({"trans", "translate", "t", "_"})
_REGIONS = frozenset(
    {"comment", "raw", "verbatim", "schema", "javascript", "stylesheet", "style", "highlight", "doc", "code"}
)
_VERBATIM = frozenset({"raw", "verbatim"})
_RUBY_PART = re.compile(
    r"(?:include|render|partial)\b\s*\(?\s*(?:(?:partial|template|layout):\s*)?[\"']([^\"'{}#]+)[\"']"
)
_BLADE = re.compile(
    r"(?:include\w*|extends|component|each|section|yield|if|else\w*|unless|foreach|for\w*|while|switch|case|break|default|end\w*"
    r"|empty|isset|auth|guest|can\w*|php|push|prepend|stack|csrf|method|error|props|lang|json|vite|class|once|env|show|stop|parent)\b"
)
_ARGUMENTS = re.compile(rf"[ \t]*\((?:{_STRING}|[^()\"']|\((?:{_STRING}|[^()\"']|\([^()]*\))*+\))*+\)", re.S)


class Tags(NamedTuple):
    """A template without its tags: the text that is left, the strings in the tags, the files they take in, comments."""

    pieces: list[Piece]
    strings: list[Value]
    imports: list[str]
    comments: list[Comment]


def read(source: str, start: int, *, erb: bool = False, blade: bool = False) -> Tags:
    """The template in source[start:]; `erb` and `blade` are dialects that write some tags otherwise."""
    return _Reader(source, erb, blade).run(start)


class _Reader:
    def __init__(self, source: str, erb: bool, blade: bool) -> None:
        self.source = source
        self.erb = erb
        self.blade = blade
        self.tags = Tags([], [], [], [])
        self._close: dict[str, int] = {}

    def run(self, at: int) -> Tags:
        source = self.source
        looked = at
        while m := _OPENER.search(source, looked):
            looked = m.end()
            before = len(self.tags.pieces)
            stop = self._tag(m.group(), m.start(), m.end())
            if not stop:
                continue
            if at < m.start():
                self.tags.pieces.insert(before, (source[at : m.start()], at, m.start()))
            at = looked = stop
        if at < len(source):
            self.tags.pieces.append((source[at:], at, len(source)))
        return self.tags

    def _tag(self, opener: str, start: int, inner: int) -> int:
        """Read the tag at `start`; returns where it ends, or 0 when it is none."""
        if opener.startswith("<?"):
            return php_strings.read(self.source, start, inner, opener == "<?=", self.tags)
        if opener == "@":
            return self._directive(start, inner) if self.blade else 0
        closer = _CLOSERS[opener]
        comments = _COMMENTS.get(opener)
        comment = comments.match(self.source, inner) if comments else None
        stop = self._comment_end(comment, closer) if comment else self._find(closer, inner)
        if not stop or stop - start > (_LONGEST_OUTPUT if opener[:2] == "{{" and not comment else _LONGEST_TAG):
            return 0
        if comment:
            end = stop - len(closer)
            while end > comment.end() and self.source[end - 1] in _COMMENT_TAIL:
                end -= 1
            self._comment(start, stop, comment.end(), end)
            return stop
        # A second opener in it, or the end of a script, shows that the first was none.
        if self.source.find(opener, inner, stop) >= 0 or self.source.find("</script", inner, stop) >= 0:
            return 0
        body_end = stop - len(closer)
        marks = " \t\r\n-~=+" + "_" * (opener == "<%")
        while inner < body_end and self.source[inner] in marks:
            inner += 1
        while inner < body_end and self.source[body_end - 1] in marks:
            body_end -= 1
        if opener == "{%":
            return self._statement(start, inner, body_end, stop)
        prints = opener != "<%" or self.source[start + 2] == "=" or (self.source[start + 2] == "-" and not self.erb)
        self._output(opener, start, inner, body_end, stop, prints)
        return stop

    def _comment(self, start: int, stop: int, inner: int, end: int) -> None:
        self.tags.comments.extend(noted(self.source, start, stop, inner - start, stop - end))

    def _comment_end(self, comment: re.Match[str], closer: str) -> int:
        groups = comment.groupdict()
        if groups.get("stars"):
            stars = self._find("*/", comment.end())
            return self._find(closer, stars) if stars else 0
        if groups.get("dashes") or groups.get("blade"):
            return self._find(f"--{closer}", comment.end()) or self._find(closer, comment.end())
        return self._find(closer, comment.end())

    def _find(self, closer: str, at: int) -> int:
        """Where the next `closer` ends, or 0; each is looked for only once."""
        known = self._close.get(closer, at - 1)
        if known < at and known != -1:
            known = self._close[closer] = self.source.find(closer, at)
        return known + len(closer) if known != -1 else 0

    def _put(self, text: str, start: int, stop: int) -> None:
        if text:
            self.tags.pieces.append((text, start, stop))

    def _import(self, target: str) -> None:
        if target and target not in self.tags.imports:
            self.tags.imports.append(target)

    def _statement(self, start: int, inner: int, body_end: int, stop: int) -> int:
        m = _NAME.match(self.source, inner, body_end)
        name = m[1] if m else ""
        after = m.end() if m else inner
        if name in _REGIONS:
            end = self._region_end(name, stop)
            if end:
                if name == "comment":
                    self._comment(start, end[1], stop, end[0])
                if name in _VERBATIM:
                    self._put(self.source[stop : end[0]], stop, end[0])
                return end[1]
        if name in _IMPORTS:
            target = _TARGET.search(self.source, after, body_end)
            self._import(target[1] or target[2] if target else "")
            self._put(" ", start, stop)
        elif name in _PRINTS and self._literal(inner + len(name), body_end):
            return stop
        elif _ELSE.match(self.source, inner, body_end):
            self._put(" ", start, stop)
        self._strings(after, body_end)
        return stop

    def _region_end(self, name: str, at: int) -> tuple[int, int] | None:
        key = f"end{name}"
        if self._close.get(key) == -1:
            return None
        m = re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}").search(self.source, at)
        if m is None:
            self._close[key] = -1
        return m.span() if m else None

    def _output(self, opener: str, start: int, inner: int, body_end: int, stop: int, prints: bool) -> None:
        body = self.source[inner:body_end]
        part = _RUBY_PART.match(body) if opener == "<%" else _PARTS.match(body)
        if part:
            if opener == "<%":
                self._import(part[1])
            elif part["name"]:
                self._import(part["name"].strip("\"'"))
            elif part["rest"][:1] in ("'", '"'):
                target = _TARGET.match(part["rest"])
                self._import(target[1] or "" if target else "")
            self._put(" ", start, stop)
        elif not prints or (opener != "{!!" and _STEERS.match(body)):
            if _ELSE.match(body):
                self._put(" ", start, stop)
        elif self._literal(inner, body_end):
            return
        else:
            self._put(WILDCARD, start, stop)
        self._strings(inner, body_end)

    def _literal(self, start: int, end: int) -> bool:
        """Take a tag that prints a string of words (`{{ "Book now" | t }}`) for these words."""
        while start < end and self.source[start].isspace():
            start += 1
        m = _LONE_LITERAL.match(self.source, start, end)
        if m is None or not reads_like_words(m[1][1:-1], fewest=2):
            return False
        self.tags.pieces.extend(pieces(self.source, m.start(1) + 1, m.end(1) - 1, "json"))
        return True

    def _strings(self, start: int, end: int) -> None:
        for m in _LITERAL.finditer(self.source, start, end):
            if m.end(2) - m.start(2) > 3:
                self.tags.strings.append(Value(m[1] or "", pieces(self.source, m.start(2) + 1, m.end(2) - 1, "json")))

    def _directive(self, start: int, inner: int) -> int:
        m = _BLADE.match(self.source, inner)
        if m is None:
            return 0
        name = m.group()
        stop = m.end()
        if name == "php":
            return self._find("@endphp", inner) or stop
        arguments = _ARGUMENTS.match(self.source, stop, stop + _LONGEST_TAG)
        if arguments:
            stop = arguments.end()
            if name.startswith(("include", "extends", "component", "each")):
                target = _TARGET.search(arguments.group())
                self._import(target[1] or "" if target else "")
            self._strings(arguments.start(), stop)
        self._put(" ", start, stop)
        return stop
