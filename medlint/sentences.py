"""Where sentences end in marketing copy."""

from __future__ import annotations

from medlint.expressions import expression

_BULLETS = "\u2022\u25cf\u25aa\u2713\u2714\u2705\u2611\u2717\u2718\u274c\u26a0\u27a4\u25ba\U0001f449"
# The marks are taken from the first of a row on: dots in their thousands must not be tried one by one.
_END = expression(
    r"(?<![.!?\u2026])[.!?\u2026]+[\"')\]\u201d\u2019]*(?=\s+[\"'(\[\u201c\u2018]*[^\sa-z])"
    r"|(?<![.!?])[.!?]+[\"')\]]*(?=\s+[a-z])|\s\|\s"
    rf"|\s(?=[{_BULLETS}]\ufe0f?\s)"  # one of several bullets in a line
)
_ABBREVIATIONS = (
    "dr", "mr", "mrs", "ms", "prof", "st", "vs", "e.g", "i.e", "cf", "approx", "ca", "no", "nos", "fig", "vol", "pp",
    "al", "ave", "blvd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ed",
    "eds", "dept", "est", "ext", "inc", "min", "max", "incl", "ph.d", "m.d", "d.o", "u.s", "u.k", "u.s.a", "a.m",
    "p.m", "j", "am", "clin", "psychiatry", "med", "res", "assoc",
)  # fmt: skip
_MAY_END = (
    "u.s", "u.k", "u.s.a", "a.m", "p.m", "ph.d", "m.d", "d.o", "inc", "etc", "min", "max", "no", "ed", "res", "med",
    "psychiatry", "am", "mar", "st",
)  # fmt: skip
"""These may end a sentence as well as stand in it: a capital after them opens a new one."""
_OPENERS = frozenset({
    "the", "this", "that", "these", "those", "it", "its", "we", "our", "you", "your", "they", "he", "she", "i", "in",
    "at", "on", "for", "if", "when", "but", "and", "so", "no", "all", "most", "many", "some", "a", "an", "after",
    "with",
})  # fmt: skip
_NEXT_WORD = expression(r"\s+[\"'(\[]*(\w+)")


_LEADING = frozenset(_BULLETS + "\ufe0f")


def split(text: str) -> list[tuple[int, int]]:
    """Ranges of the sentences of `text`, without the white space between them and without bullets before them.

    A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number; a lower-case
    letter after a full stop does not open a sentence, but one after `?` or `!` does.
    """
    ranges: list[tuple[int, int]] = []
    start = 0
    for m in _END.finditer(text):
        end = m.end()
        mark = m.group()
        if "|" in mark or mark.isspace():
            end = m.start()
        elif mark.startswith(".") and not mark.startswith(".."):
            if text[end + 1 : end + 2].islower():
                continue
            before = text[max(start, m.start() - 12) : m.start()].lower()
            if _is_short(before) and not (_ends_in(before, _MAY_END) and _opens(text, end)):
                continue
        if text[start:end].strip():
            ranges.append(_trim(text, start, end))
        start = m.end()
    if text[start:].strip():
        ranges.append(_trim(text, start, len(text)))
    return ranges


def _is_short(before: str) -> bool:
    """Whether a text (in lower case) ends in an abbreviation or in an initial."""
    if _ends_in(before, _ABBREVIATIONS):
        return True
    return "a" <= before[-1:] <= "z" and not (before[-2:-1].isalnum() or before[-2:-1] in ("_", "'"))


def _ends_in(before: str, words: tuple[str, ...]) -> bool:
    """Whether a text ends in one of some words, and not only in the end of a longer one."""
    if not before.endswith(words):
        return False
    starts = (before[-len(word) - 1 : -len(word)] for word in words if before.endswith(word))
    return any(not (char.isalnum() or char == "_") for char in starts)


def _opens(text: str, at: int) -> bool:
    """Whether a word comes next that often opens a sentence."""
    m = _NEXT_WORD.match(text, at)
    return m is not None and m[1].lower() in _OPENERS


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while text[end - 1].isspace():
        end -= 1
    while text[start].isspace() or (text[start] in _LEADING and start + 1 < end):
        start += 1
    return start, end
