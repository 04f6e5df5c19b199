"""Finding cleared claims on a page: where one stands word for word, whether it holds there, what comes close."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from medlint.evidence.cleared import ClearedClaim
from medlint.evidence.verbatim import LIKE, Words, differences, likeness, places, stands_alone, trimmed, words, words_of

if TYPE_CHECKING:
    from medlint.page import Page


@dataclass(frozen=True, slots=True)
class Use:
    """A cleared text as it stands in a block (by its index), in the range [start, end) of the block's text.

    `claims` are those that have the text, in file order. The text is passed unless some of them have `lapsed`, or no
    claim covers some jurisdictions (`elsewhere`), or the footnote of some is not on the page (`unnoted`).
    """

    claims: tuple[ClearedClaim, ...]
    block: int
    start: int
    end: int
    lapsed: tuple[ClearedClaim, ...] = ()
    elsewhere: tuple[str, ...] = ()
    unnoted: tuple[ClearedClaim, ...] = ()

    @property
    def passes(self) -> bool:
        return not (self.lapsed or self.elsewhere or self.unnoted)

    def holds(self, block: int, start: int, end: int) -> bool:
        """Whether a range of a block lies within the cleared text."""
        return block == self.block and self.start <= start and end <= self.end


@dataclass(frozen=True, slots=True)
class Near:
    """A range of a block's text that is close to a cleared one, and in what words it differs."""

    claim: ClearedClaim
    block: int
    start: int
    end: int
    differs: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a page has of the cleared claims as of `today`, in reading order."""

    uses: tuple[Use, ...] = ()
    near: tuple[Near, ...] = ()
    today: date = date.min


class _Part(NamedTuple):
    """Words [first, after) of a block."""

    block: int
    first: int
    after: int


class Clearing:
    """Cleared claims made ready to be looked for; they are judged as of `today` and for `jurisdictions`.

    The same text may be cleared several times, for one jurisdiction each.
    """

    def __init__(self, claims: Iterable[ClearedClaim], jurisdictions: Iterable[str], today: date) -> None:
        self._today = today
        self._where = tuple(dict.fromkeys(jurisdictions))
        self._by_text: dict[tuple[str, ...], list[ClearedClaim]] = {}
        for claim in claims:
            self._by_text.setdefault(words(claim.text).norms, []).append(claim)

    def found(self, page: Page) -> Found:
        """The cleared texts on a page, and its sentences that are close to one that could be used there."""
        if not self._by_text:
            return Found()
        read = [words_of(page.document, view.block) for view in page.views]
        parts = sorted(self._parts(page, read))
        texts = _Texts(page, read)
        uses = [self._use(page, read, part, texts) for part in parts]
        kept = [u for u in uses if not any(_within(u, other) for other in uses)]
        return Found(tuple(kept), tuple(self._near(page, read, parts)), self._today)

    def _parts(self, page: Page, read: Sequence[Words]) -> Iterator[_Part]:
        for view, found in zip(page.views, read, strict=True):
            known = set(found.norms)
            for text in self._by_text:
                if known.issuperset(text):
                    for first in places(text, found):
                        if stands_alone(view.block, found, first, first + len(text)):
                            yield _Part(view.index, first, first + len(text))

    def _use(self, page: Page, read: Sequence[Words], part: _Part, texts: _Texts) -> Use:
        found = read[part.block]
        claims = self._by_text[found.norms[part.first : part.after]]
        good = [c for c in claims if not c.lapse(self._today)]
        covered = {where for c in good for where in c.jurisdictions}
        uncovered = tuple(where for where in self._where if where not in covered)
        lapsed = tuple(c for c in claims if c not in good and set(c.jurisdictions) & set(uncovered))
        ours = [c for c in good if set(c.jurisdictions) & set(self._where)]
        once = {where for c in lapsed for where in c.jurisdictions}
        return Use(
            tuple(ours or claims), part.block, found.starts[part.first], found.ends[part.after - 1],
            lapsed, tuple(where for where in uncovered if where not in once),
            tuple(c for c in ours if c.footnote and not texts.has(words(c.footnote).norms)),
        )  # fmt: skip

    def _near(self, page: Page, read: Sequence[Words], taken: Sequence[_Part]) -> list[Near]:
        usable = {
            text: next((c for c in claims if self._covers(c)), None)
            for text, claims in self._by_text.items()
        }  # fmt: skip
        lengths = {text: _sentences(claim.text) for text, claim in usable.items() if claim}
        most = max(lengths.values(), default=0)
        candidates = []
        for view, found in zip(page.views, read, strict=True):
            bounds = _bounds(view.block.sentences, found)
            busy = {
                n
                for n, (a, b) in enumerate(bounds)
                for p in taken
                if p.block == view.index and p.first < b and a < p.after
            }
            for size in range(1, most + 1):
                for n in range(len(bounds) - size + 1):
                    if busy.isdisjoint(range(n, n + size)):
                        part = _Part(view.index, bounds[n][0], bounds[n + size - 1][1])
                        norms = trimmed(found.norms[part.first : part.after])
                        candidates += [
                            (-like, part, text)
                            for text, length in lengths.items()
                            if size <= length and (like := likeness(text, norms)) >= LIKE
                        ]
        near: list[tuple[_Part, Near]] = []
        for _, part, text in sorted(candidates):
            claim = usable[text]
            if claim and not any(
                p.block == part.block and p.first < part.after and part.first < p.after for p, _ in near
            ):
                found = read[part.block]
                norms = trimmed(found.norms[part.first : part.after])
                where = found.starts[part.first], found.ends[part.first + len(norms) - 1]
                near.append((part, Near(claim, part.block, *where, differences(text, norms))))
        return [one for _, one in sorted(near, key=lambda pair: pair[0])]

    def _covers(self, claim: ClearedClaim) -> bool:
        return not claim.lapse(self._today) and set(self._where) <= set(claim.jurisdictions)


class _Texts:
    """All words of a page and of the files that it takes in, to look for footnotes. Each file is read when needed."""

    def __init__(self, page: Page, read: Sequence[Words]) -> None:
        self._page = page
        self._own = _joined(read)
        self._shared: list[Words] | None = None
        self._known: dict[tuple[str, ...], bool] = {}

    def has(self, text: tuple[str, ...]) -> bool:
        """Whether the words stand somewhere, in one block or running on through several."""
        if text not in self._known:
            self._known[text] = any(
                any(True for _ in places(text, one)) for one in (self._own, *self._of_shared())
            )  # fmt: skip
        return self._known[text]

    def _of_shared(self) -> list[Words]:
        if self._shared is None:
            self._shared = [
                _joined([words_of(page.document, view.block) for view in page.views]) for page in self._page.shared
            ]
        return self._shared


def _joined(read: Sequence[Words]) -> Words:
    return Words(*(tuple(item for one in read for item in one[n]) for n in range(3)))  # type: ignore[arg-type]


def _within(use: Use, other: Use) -> bool:
    """Whether a use lies in a longer one that is passed as a whole."""
    longer = other.end - other.start > use.end - use.start
    return longer and other.passes and other.holds(use.block, use.start, use.end)


def _sentences(text: str) -> int:
    from medlint.sentences import split

    return len(split(text))


def _bounds(sentences: Sequence[tuple[int, int]], found: Words) -> list[tuple[int, int]]:
    """The ranges of words of a block's sentences; a sentence without words is left out."""
    out = []
    first = 0
    for _, end in sentences:
        after = first
        while after < len(found.starts) and found.starts[after] < end:
            after += 1
        if after > first:
            out.append((first, after))
        first = after
    return out
