"""What a model is given of a sentence: its words, what stands around it, what the rules know of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from medlint.expressions import expression
from medlint.page import Match, Page
from medlint.tokens import TOKEN
from medlint.view import View

CAREFUL = frozenset(
    ("risk", "risks", "effects", "bleeding", "infection", "may", "some", "not", "cannot", "n't", "approved")
)
"""Words that careful pages hold many of."""

_KEY_WORD = expression(r"[A-Z]?[a-z]+|[A-Z]+")


@dataclass(slots=True, eq=False)
class Reading:
    """One sentence. `start` and `end` are offsets in its block's text, `spans` those of its words.

    `words` are in lower case, with numbers as `#` and the names of treatments and conditions as `[t]` and `[c]`.
    `signals` are what the rules know: the kind of block, the keys above it in a file of data, which guards have a
    trigger, which claims were found or silenced, how much of the page is flagged, what it promotes. A cell of a table
    has what stands at the head of its `column` and of its `row`.
    """

    page: Page
    view: View
    start: int
    end: int
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    flagged: bool
    signals: list[str] = field(default_factory=list)
    title: Reading | None = None
    heading: Reading | None = None
    before: Reading | None = None
    after: Reading | None = None
    column: Reading | None = None
    row: Reading | None = None

    @property
    def text(self) -> str:
        """The sentence as it stands in its block."""
        return self.view.block.text[self.start : self.end]

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return self.text.rstrip("\"') ").endswith("?")


def readings(page: Page) -> list[Reading]:
    """All sentences of a page, in order; the patterns must have run on it."""
    found = _by_sentence(page, ((m, name) for m in page.matches for name in _names(m)))
    silenced = _by_sentence(page, page.silenced)
    out = [_reading(page, view, s.start, s.end, found) for view in page.views for s in view.sentences]
    _link(out)
    _link_cells(page, out)
    shared = _of_page(page, out)
    for number, one in enumerate(out):
        key = (one.view.index, one.start)
        one.signals = [
            *shared,
            f"kind {one.view.block.kind}",
            *(f"key {word.lower()}" for word in sorted({*_KEY_WORD.findall(one.view.block.key_path or "")})),
            f"length {min(8, len(one.words) // 4)}",
            f"place {4 * number // len(out)}",
            "asks" if one.asks else "tells",
            *(["answers"] if one.before and one.before.asks else []),
            *(["flagged before"] if one.before and one.before.flagged else []),
            *(["flagged after"] if one.after and one.after.flagged else []),
            *(f"found {name}" for name in sorted(found.get(key, ()))),
            *(f"silenced {guard}" for guard in sorted(silenced.get(key, ()))),
        ]
    return out


def _reading(page: Page, view: View, start: int, end: int, found: dict[tuple[int, int], set[str]]) -> Reading:
    names = {m.start: (m.end, "[t]") for m in view.treatments if start <= m.start < end}
    names |= {m.start: (m.end, "[c]") for m in view.conditions if start <= m.start < end}
    words, spans, past = [], [], start
    for m in TOKEN.finditer(view.block.lower, start, end):
        if m.start() < past:
            continue
        past, word = names.get(m.start(), (m.end(), "#" if m.group()[0].isdigit() else m.group()))
        words.append(word)
        spans.append((m.start(), past))
    return Reading(page, view, start, end, tuple(words), tuple(spans), (view.index, start) in found)


def _link(out: list[Reading]) -> None:
    """Give every sentence its neighbours, the heading above and the title of the page."""
    title = next((one for one in out if one.view.block.kind in ("title", "heading")), None)
    heading: Reading | None = None
    for before, one in zip([None, *out], out, strict=False):
        one.title, one.before = title, before
        if before:
            before.after = one
        if one.view.block.kind in ("heading", "title"):
            heading = one
        else:
            one.heading = heading


def _link_cells(page: Page, out: list[Reading]) -> None:
    """Give the cells of tables the heads of their columns and rows."""
    first = {one.view.index: one for one in reversed(out)}
    for one in out:
        column, row = page.heads.of_cells.get(one.view.index, (None, None))
        one.column = first.get(column.index) if column else None
        one.row = first.get(row.index) if row else None


def _names(match: Match) -> tuple[str, str]:
    """What a model knows a finding by: some rules are right more often than others of their family."""
    return match.rule.header.family, match.rule.header.id


def _by_sentence(page: Page, matches: Iterable[tuple[Match, str]]) -> dict[tuple[int, int], set[str]]:
    """What is said of the matches by the block and the start of each sentence that they reach into."""
    out: dict[tuple[int, int], set[str]] = {}
    for match, what in matches:
        block = page.views[match.block].block
        first, last = block.sentence_at(match.start), block.sentence_at(max(match.start, match.end - 1))
        for start, _ in block.sentences[first : last + 1]:
            out.setdefault((match.block, start), set()).add(what)
    return out


def careful_share(sentences: Sequence[Reading]) -> float:
    """How many of some sentences hold a careful word, as a share of them."""
    return sum(not CAREFUL.isdisjoint(one.words) for one in sentences) / max(1, len(sentences))


def _of_page(page: Page, all_: Sequence[Reading]) -> list[str]:
    """What holds for all sentences of the page."""
    subject = page.subject
    flagged = sum(one.flagged for one in all_) / max(1, len(all_))
    careful = careful_share(all_)
    return [
        f"flagged {min(6, int(flagged * 20))}",
        f"careful {min(6, int(careful * 12))}",
        f"promotes {'none' if subject is None else 'unapproved' if subject.needs_status else 'approved'}",
        f"field {subject.field if subject else 'none'}",
    ]
