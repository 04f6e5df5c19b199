"""What a rule suggests and its examples, read from YAML. Mistakes are noted at their cursors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from medlint.findings import Suggestion
from medlint.packs.model import Example, Exchange, Outcome, Suggested, Swap

if TYPE_CHECKING:
    from medlint.checks.kind import Kind
    from medlint.packs.words import WordLists
    from medlint.packs.yaml_source import Cursor

KEYS = ("text", "replace", "swap", "safe", "advice")


def suggestions(cursor: Cursor, words: WordLists, kind: Kind) -> tuple[Suggested, ...]:
    """Those under `suggest`: a text, or a mapping, or a list of these."""
    parts = cursor.items() if cursor.is_sequence else [cursor]
    return tuple(_exchanging(part, words, kind) if part.is_mapping else Suggestion(part.string()) for part in parts)


def _exchanging(cursor: Cursor, words: WordLists, kind: Kind) -> Suggested:
    fields = cursor.fields(KEYS)
    text = fields["text"].string() if "text" in fields else ""
    ways = [fields[key] for key in ("replace", "swap") if key in fields]
    if not ways and "text" not in fields:
        cursor.note("has neither “text” nor what words are exchanged for (“replace” or “swap”)")
    if len(ways) > 1:
        ways[1].note("takes the place of “replace”; leave one of them out")
    if ways and "when" in kind.keys:
        ways[0].note("a rule about the whole page quotes no words that can be exchanged")
    safe = "safe" in fields and fields["safe"].flag()
    if safe and not ways:
        fields["safe"].note("only an exchange of words can be safe; add “replace” or “swap”")
    advice = "advice" in fields and fields["advice"].flag()
    if advice and ways:
        fields["advice"].note("is for texts that are not put into pages; words are exchanged as they stand")
    if "swap" in fields:
        return Swap(text, tuple(_exchanges(fields["swap"], words)), safe)
    return Suggestion(text, fields["replace"].string() if "replace" in fields else None, safe, advice)


def _exchanges(cursor: Cursor, words: WordLists) -> Iterator[Exchange]:
    pairs = cursor.pairs()
    if cursor.is_mapping and not pairs:
        cursor.note("should hold patterns, each with the words to put in the place of what it matches")
    for key, value in pairs:
        pattern, new = words.pattern(key), "" if value.is_empty_text else value.string()
        if pattern:
            yield Exchange(pattern, new)


def examples(
    cursor: Cursor, suggest: Iterable[Suggested]
) -> tuple[tuple[Example, ...], tuple[Example, ...], tuple[Outcome, ...]]:
    """What a rule flags, what it passes, and what texts become."""
    fields = cursor.fields(("flag", "pass", "becomes"), ("flag", "pass"))
    for key in ("flag", "pass"):
        if key in fields and len(fields[key].texts()) < 2:
            fields[key].note(f"a rule needs at least two {key} examples")
    flags, passes = ([_example(c) for c in fields[key].texts()] if key in fields else [] for key in ("flag", "pass"))
    if "becomes" in fields and not any(isinstance(s, Swap) or s.replace is not None for s in suggest):
        fields["becomes"].note("nothing under “suggest” exchanges words")
    pairs = fields["becomes"].pairs() if "becomes" in fields else ()
    becomes = tuple(Outcome(key.string(), value.string(), key.line) for key, value in pairs)
    return tuple(flags), tuple(passes), becomes


def _example(cursor: Cursor) -> Example:
    text = cursor.string()
    return Example(text.replace("**", ""), tuple(re.findall(r"\*\*(.+?)\*\*", text, re.S)), cursor.line)
