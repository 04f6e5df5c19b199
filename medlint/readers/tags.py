"""What HTML elements and attributes mean for the copy, and where attributes stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from medlint.document import BlockKind
from medlint.expressions import expression

KINDS: dict[str, BlockKind] = {
    "blockquote": "quote",
    "button": "button",
    "caption": "caption",
    "dd": "paragraph",
    "dt": "cell",
    "figcaption": "caption",
    "label": "button",
    "li": "list-item",
    "option": "button",
    "summary": "button",
    "td": "cell",
    "th": "cell",
    "title": "title",
}
"""Elements whose text is a block of a kind of its own (headings apart)."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

BLOCKS = frozenset(
    {
        "address", "article", "aside", "audio", "base", "body", "canvas", "center", "col", "colgroup",
        "details", "dialog", "dir", "dl", "fieldset", "figure", "footer", "form", "frameset", "head",
        "header", "hgroup", "hr", "html", "legend", "link", "main", "menu", "meta", "nav", "noscript",
        "object", "ol", "optgroup", "p", "search", "section", "select", "table", "tbody", "template",
        "textarea", "tfoot", "thead", "tr", "ul", "video",
    }
)  # fmt: skip
"""Elements that break the text and take their kind from what is round them."""

INLINE = frozenset(
    {
        "a", "abbr", "acronym", "area", "b", "bdi", "bdo", "big", "cite", "data", "datalist", "del", "dfn",
        "em", "embed", "font", "i", "img", "input", "ins", "kbd", "map", "mark", "meter", "nobr", "output",
        "param", "picture", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "slot", "small", "source",
        "span", "strike", "strong", "sub", "sup", "time", "track", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
"""Elements whose tags vanish from a sentence. The tags of unknown elements become a space."""

VOID = frozenset(
    {
        "base", "col", "hr", "link", "meta",
    }
)  # fmt: skip
"""Elements of BLOCKS that hold nothing."""

NOT_COPY = frozenset(
    {
        "code", "iframe", "math", "noembed", "noframes", "pre", "samp", "script", "style", "svg", "xmp",
    }
)  # fmt: skip
"""Elements that are passed over as a whole."""

LEAVES_WILDCARD = frozenset({"code", "math", "samp"})
"""Elements of NOT_COPY that stand in a sentence like a word."""

COPY_ATTRIBUTES = frozenset({"alt", "title", "aria-label", "aria-description", "placeholder"})

META_NAMES = frozenset(
    {
        "description", "og:title", "og:description", "twitter:title", "twitter:description",
        "dc.title", "dc.description", "dcterms.title", "dcterms.description",
    }
)  # fmt: skip
ALT_META_NAMES = frozenset({"og:image:alt", "twitter:image:alt"})

_THEIR_CLASS = expression(
    r"(?:^|[\s_-])(?:testimonial|review)(?:$|[\s_]|-{1,2}(?:card|item|text|quote|body|content|slide))"
)


def theirs(class_names: str) -> str:
    """`testimonial` where the class names of an element say that it holds a patient's words."""
    return "testimonial" if _THEIR_CLASS.search(class_names) else ""


_SMALL_CLASS = expression(r"(?:^|[\s_-])(?:(?:small|fine)-?print|footnotes?|site-footer)(?:$|[\s_-])")


def is_small_print(class_names: str) -> bool:
    """Whether the class names of an element say that it is a footer or small print."""
    return _SMALL_CLASS.search(class_names) is not None


class Attribute(NamedTuple):
    """An attribute's name in lower case and the source range of its value."""

    name: str
    start: int
    end: int


class Tag(NamedTuple):
    """A start tag's attributes, where it ends, and what is wrong with it.

    `end` is -1 when the tag does not end; `stop` is how far was looked. `flaw` is where a quotation mark is missing.
    """

    attributes: list[Attribute]
    end: int
    stop: int
    flaw: int = -1
    self_closing: bool = False


_GAP = expression(r"[\s/]*")
_ATTRIBUTE = expression(
    r"(?:\{\{.{0,400}?\}\}|\{%.{0,400}?%\})"
    r"|(?P<name>[^\s/>=<\"'][^\s/>=<]*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"'][^\s>]*)|(?P<open>[\"'])))?"
    r"|[^<>]",
    re.S,
)


def scan(source: str, at: int, end: int) -> Tag:
    """The attributes of the start tag whose name ends at `at`.

    Where a quotation mark is missing, the tag ends at the first `>` all the same.
    """
    found: list[Attribute] = []
    while True:
        gap = _GAP.match(source, at, end)
        at = gap.end() if gap else at
        if at >= end or source[at] == "<":
            return Tag(found, -1, at)
        if source[at] == ">":
            return Tag(found, at + 1, at + 1, self_closing=source[at - 1] == "/")
        m = _ATTRIBUTE.match(source, at, end)
        if m is None:
            return Tag(found, -1, at)
        at = m.end()
        kind = m.lastgroup
        if kind is None:
            continue
        if kind == "open" or (kind in ("double", "single") and _runs_on(source, m, kind, end)):
            value = m.start("open") + 1 if kind == "open" else m.start(kind)
            close = source.find(">", value, end)
            return Tag(found, close + 1 or -1, at, flaw=value)
        name = m["name"].lower()
        if kind != "name" and all(name != a.name for a in found):
            found.append(Attribute(name, m.start(kind), m.end(kind)))


def _runs_on(source: str, m: re.Match[str], kind: str, end: int) -> bool:
    """Whether a quoted value swallowed the end of its tag: `<a href="x>text</a> <a href="y">`."""
    after = m.end()
    return after < end and source[after] not in " \t\r\n\f/>" and source.find(">", m.start(kind), m.end(kind)) >= 0
