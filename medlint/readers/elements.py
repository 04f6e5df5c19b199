"""What the elements of a template mean for the copy: HTML's own by their names, components by how they are called."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from medlint.document import BlockKind
from medlint.readers import tags

How = Literal["block", "within", "inline", "space", "break", "loose", "hole", "none"]


class Element(NamedTuple):
    """How an element is read.

    `block` opens a block, `within` one like what is round it, `inline` vanishes from the sentence, `space` parts words,
    `break` ends a block; `loose` (a component of unknown looks) does so unless text touches it; `hole` is code
    in a sentence; `none` holds no copy.
    """

    how: How
    kind: BlockKind | None = None
    level: int = 0
    context: str = ""
    is_component: bool = False
    tag: str = ""
    """The name in lower case, without what stands before the last dot."""


_COMPONENTS: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"(?:Heading|Title|Headline|Header[1-6]|^H[1-6])$"), "heading"),
    (re.compile(r"(?:Button|Btn|CTA|Cta|Trigger|Tab|Label|Option|MenuItem|Summary|Chip)$"), "button"),
    (re.compile(r"(?:ListItem|ListItemText|Bullet|^Li)$"), "list-item"),
    (re.compile(r"(?:[Qq]uote)$"), "quote"),
    (re.compile(r"(?:Caption)$"), "caption"),
    (re.compile(r"(?:Cell|TableHead|^T[dh])$"), "cell"),
)
_INLINE = re.compile(
    r"^(?:A|Abbr|Anchor|B|Bold|Emphasis|Em|Fragment|Highlight|HighlightedText|I|Italic|Mark|Nowrap|NoBreak|Span|Strong|Sub"
    r"|Tooltip|Trans|U|Balancer|Slot|ScrollLink)$|^(?:Nav|Text|Smart|Router|External|Internal|Next|Inline)?Link$|Icon$"
)
_BLOCK = re.compile(
    r"^(?:P|Text|Paragraph|Typography|Section|Container|Card|Box|Grid|Flex|Stack)$|Paragraph$|Description$"
)
_CODE = re.compile(r"^(?:Code|CodeBlock|Pre|Script|Style|Svg|SyntaxHighlighter|Highlighter|Math|InlineMath)$")
_THEIRS = re.compile(r"^(?:Patient|Client|Customer)?(?:Testimonial|Review)(?:Card|Item|Quote|Slide|Block|Text)?$")


@lru_cache(1024)
def element(name: str) -> Element:
    """The element called `name`; without a name it is a fragment."""
    last = name.rpartition(".")[2]
    if not name or last[:1].islower():
        return _html(last.lower())
    context = "testimonial" if _THEIRS.match(last) else ""
    tag = last.lower()
    if _CODE.match(last):
        return Element("none", is_component=True, tag=tag)
    if _INLINE.search(last):
        return Element("inline", is_component=True, tag=tag)
    for pattern, kind in _COMPONENTS:
        if pattern.search(last):
            level = int(last[-1]) if last[-1].isdigit() else 2
            return Element("block", kind, level if kind == "heading" else 0, context, True, tag)
    how: How = "block" if _BLOCK.search(last) or context else "loose"
    return Element(how, None, 0, context, True, tag)


def _html(name: str) -> Element:
    if name in tags.NOT_COPY:
        return Element("hole" if name in tags.LEAVES_WILDCARD else "none", tag=name)
    if name in tags.HEADINGS:
        return Element("block", "heading", tags.HEADINGS[name], tag=name)
    if name in tags.KINDS:
        return Element("block", tags.KINDS[name], tag=name)
    if name == "div":
        return Element("within", tag=name)
    if name in tags.VOID:
        return Element("break", tag=name)
    if name in tags.BLOCKS:
        return Element("block", tag=name)
    return Element("inline" if not name or name in tags.INLINE else "space", tag=name)
