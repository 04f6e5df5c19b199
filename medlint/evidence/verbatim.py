"""Whether two texts are the same word for word, and in what words they differ.

Texts are compared by their words, numbers and marks after normalising: letter case, white space, the kind of quotation
marks and dashes, marks that refer to a note, and the punctuation at the very end do not count. Everything else does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from medlint.document import Block, Builder, Document
from medlint.normalising import WILDCARD

LIKE = 0.72
"""From this likeness on a text is called close to another.

Measured on the pairs of tests/test_verbatim.py: of 18 edited claims the least alike has 0.77, of 14 other statements
about the same treatment the most alike has 0.67.
"""

FEWEST = 4
"""Texts of fewer words are never called close: a word more or less is a third of them."""

ENDING = ".!,;:\u2026*\u2020\u2021\u00a7"
"""Punctuation that does not count at the end of a text."""

_CLOSING = frozenset(".!,;:\u2026\"')]")
_OPENING = frozenset("\"'([\u2022\u00b7\u2713\u2714\u25ba*")


@cache
def _token() -> Any:
    """The expression for one word, number or mark. It needs \\p{M}, accents that are characters of their own."""
    import regex

    word = r"(?:[^\W\d_\u00b2\u00b3\u00b9\u2070-\u209f]\p{M}*)+"
    return regex.compile(
        r"(?P<note>(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?)\"'%]))"  # behind a word or a mark: 10² and m² are no notes
        r"(?:[*\u2020\u2021\u00a7]+|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+| ?\[\d{1,3}(?:[,-] ?\d{1,3})*\]))"
        rf"|\d+(?:[.,]\d+)*|{word}(?:'{word})*|\.{{2,}}|\S\p{{M}}*"
    )


class Words(NamedTuple):
    """The words, numbers and marks of a text as they are compared, and where in the text each starts and ends."""

    norms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def words_of(document: Document, block: Block) -> Words:
    """The words of a block. An address or a placeholder is one word, as the source writes it."""
    norms, starts, ends = [], [], []
    for m in _token().finditer(block.text):
        if m["note"]:
            continue
        token = m.group()
        if token[0] == WILDCARD:
            token = "".join(document.quote(block, *m.span()).split())
        norms.append(_norm(token))
        starts.append(m.start())
        ends.append(m.end())
    return Words(tuple(norms), tuple(starts), tuple(ends))


@lru_cache(4096)
def words(text: str) -> Words:
    """The words of a plain text, without the punctuation at its end; none when it has no letter and no number."""
    builder = Builder()
    builder.add(text, 0)
    block = builder.build("paragraph")
    if block is None:
        return Words((), (), ())
    found = words_of(Document("", text, [block]), block)
    kept = len(trimmed(found.norms))
    if not any(c.isalnum() for norm in found.norms[:kept] for c in norm):
        kept = 0
    return Words(found.norms[:kept], found.starts[:kept], found.ends[:kept])


def trimmed(norms: tuple[str, ...]) -> tuple[str, ...]:
    """Words without the punctuation at their end."""
    kept = len(norms)
    while kept and norms[kept - 1] in ENDING:
        kept -= 1
    return norms[:kept]


def normalised(text: str) -> str:
    """A text as it is compared. What is normalised stays as it is when it is normalised again."""
    return " ".join(words(text).norms)


def _norm(token: str) -> str:
    if token[0] == "." and len(token) > 1:
        return "\u2026"
    return "-" if token == "\u2014" else _folded(token)


def _folded(token: str) -> str:
    """In lower case, with letters and their accents composed. İ would become two characters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", token).replace("\u0130", "i").lower())


def places(wanted: tuple[str, ...], found: Words) -> Iterator[int]:
    """At which words of a text a run of words begins."""
    first, length = wanted[0], len(wanted)
    for i, norm in enumerate(found.norms[: len(found.norms) - length + 1]):
        if norm == first and found.norms[i : i + length] == wanted:
            yield i


def stands_alone(block: Block, found: Words, first: int, after: int) -> bool:
    """Whether the words [first, after) of a block begin and end as a statement does.

    They begin with a sentence, or behind a colon, a semicolon or a dash; they end with a sentence or before a
    semicolon. Within a longer sentence they could mean anything: “works within hours” in “nothing works within hours”.
    """
    return _begins(block, found, first) and _ends(block, found, after)


def _begins(block: Block, found: Words, first: int) -> bool:
    sentence = block.sentences[block.sentence_at(found.starts[first])][0]
    k = first - 1
    while k >= 0 and found.norms[k] in _OPENING:
        k -= 1
    if k < 0 or found.ends[k] <= sentence:
        return True
    mark, between = found.norms[k], block.text[found.ends[k] : found.starts[k + 1]]
    if mark in (":", ";"):
        return between[:1].isspace()
    if mark == "-":
        spaced = between[:1].isspace() and block.text[found.starts[k] - 1 : found.starts[k]].isspace()
        return spaced or block.text[found.starts[k]] == "\u2014"
    # The mark of a note hides from the sentence splitter that a sentence ended.
    return mark in (".", "!", "?", "\u2026") and bool(between.strip()) and between[-1].isspace()


def _ends(block: Block, found: Words, after: int) -> bool:
    sentence = block.sentences[block.sentence_at(found.ends[after - 1] - 1)][1]
    k = after
    while k < len(found.norms) and found.norms[k] in _CLOSING:
        parted = k + 1 == len(found.norms) or found.starts[k + 1] > found.ends[k]
        if parted and found.norms[k] in (".", "!", "\u2026", ";"):
            return True
        k += 1
    return k == len(found.norms) or found.starts[k] >= sentence


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How alike two runs of words are, from 0 to 1: by the words that both have in the same order.

    A run that holds the whole of the other, or lacks but half of it, is like it however long the rest is.
    """
    from rapidfuzz.distance import Indel

    if min(len(one), len(other)) < FEWEST or tuple(one) == tuple(other):
        return 0.0
    short, long = sorted((tuple(one), tuple(other)), key=len)
    if 2 * len(short) >= len(long) and any(long[i : i + len(short)] == short for i in range(len(long))):
        return max(LIKE, Indel.normalized_similarity(short, long))
    return float(Indel.normalized_similarity(one, other, score_cutoff=LIKE))


def differences(cleared: Sequence[str], found: Sequence[str]) -> str:
    """In what words a text differs from the cleared one: “90” for “70”; “may” is left out; “always” is added."""
    from rapidfuzz.distance import Levenshtein

    changes: list[tuple[int, int, int, int]] = []
    for op in Levenshtein.opcodes(cleared, found):
        a, b, c, d = op.src_start, op.src_end, op.dest_start, op.dest_end
        if op.tag == "equal":
            continue
        if changes and (changes[-1][1], changes[-1][3]) == (a, c):  # what hangs together is one change
            a, _, c, _ = changes.pop()
        changes.append((a, b, c, d))
    return "; ".join(_change(_shown(cleared[a:b]), _shown(found[c:d])) for a, b, c, d in changes)


def _change(theirs: str, ours: str) -> str:
    if theirs and ours:
        return f"“{ours}” for “{theirs}”"
    return f"“{theirs}” is left out" if theirs else f"“{ours}” is added"


def _shown(norms: Sequence[str]) -> str:
    """Words as people write them."""
    text = re.sub(r" (?=[.,;:!?%)\]])", "", " ".join(norms))
    return re.sub(r"(?<=[(\[$]) | ?- ?", lambda m: m.group().strip(), text)
