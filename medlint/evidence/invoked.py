"""The evidence that a page calls on: where it is named, with what, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from medlint.document import Block
from medlint.evidence.identifiers import Identifier, find_identifiers, resolve
from medlint.evidence.made import designs, people
from medlint.evidence.naming import Named, authors, entry_author, journals, phrases, speaks_of_research, years
from medlint.evidence.notes import Note, NoteList, notes
from medlint.evidence.outcomes import SIGNS, WORDS
from medlint.normalising import WILDCARD

_NEAR_YEAR, _NEAR_JOURNAL, _NEAR_NOUN = 60, 120, 30
_MOST = 30
"""How many names of one kind are looked at in a sentence."""

_LONGEST = 4000
"""How many characters of a sentence are looked at; a longer one is none."""

_KINDS = ("doi", "pmid", "pmcid", "nct")
_PLACE = re.compile(
    r"\b\d{1,4}\s?\(\d{1,3}\)\s?:\s?\w?\d+|[12]\d{3}\s?;\s?\d+|\bvol(?:ume|\.)\s?\d+|\bpp?\.\s?\d+|\bCD\d{6}\b", re.I
)
_WORD_END = re.compile(rf"[\s.,;:!?)\]\"]|(?<={WILDCARD})|$")
_SOURCE = re.compile(rf"\W*(?:sources?|references?|via|ref)\s*:?\s*{WILDCARD}\W*", re.I)


class Place(NamedTuple):
    """A range of a block's text, the block by its index."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Invoked:
    """One piece of evidence that a page calls on.

    `at` covers the words that name it (offsets in code points of the block's text) and `said` the sentence or
    sentences that tell what it showed. `given` is how it is given: `named` (an author or a journal), `dated` (“a
    2017 study”), `unnamed` (“studies show”), `marked` (by a note or an identifier alone), `listed` (an entry of a list
    of references) or `bare` (a link and nothing else). `placed` says that volume or pages are given, or the
    number of a Cochrane review.
    """

    at: Place
    said: Place
    given: str
    author: str = ""
    first_author: bool = False
    journal: str = ""
    year: int | None = None
    designs: frozenset[str] = frozenset()
    n: int | None = None
    identifiers: tuple[Identifier, ...] = ()
    notes: tuple[Note, ...] = ()
    placed: bool = False


@dataclass(slots=True)
class Known:
    """Names that the reference library knows: family names of authors, and journals."""

    authors: frozenset[str] = frozenset()
    journals: frozenset[str] = field(default_factory=frozenset)


@dataclass(slots=True)
class _Draft:
    """A piece of evidence while its parts are put together."""

    start: int
    end: int
    author: Named | None = None
    journal: Named | None = None
    year: Named | None = None

    def take(self, part: Named) -> None:
        self.start, self.end = min(self.start, part.start), max(self.end, part.end)

    def closed(self, text: str) -> int:
        """Where it ends, a parenthesis that it opens and that closes right behind it taken along."""
        opened = text.count("(", self.start, self.end) > text.count(")", self.start, self.end)
        return self.end + (opened and text[self.end : self.end + 1] == ")")


def in_prose(
    index: int, block: Block, known: Known, listed: NoteList, words: Iterable[frozenset[str]]
) -> Iterator[Invoked]:
    """The evidence that a block calls on; `words` are those of its sentences, in lower case."""
    sentences = block.sentences
    whole = set().union(*words)
    if whole.isdisjoint(WORDS) and whole.isdisjoint(SIGNS) and not _has_notes(block):
        names = {name.lower() for name in known.authors}
        if whole.isdisjoint(names):
            return
    if is_entry(block.text) and (entry := _entry(block, Place(index, 0, len(block.text)))):
        yield entry
        return
    at = 0
    while at < len(sentences):
        start, end = sentences[at]
        at += 1
        while at < len(sentences) and _belongs(block.text, *sentences[at]):
            end = sentences[at][1]
            at += 1
        yield from _in_sentence(Place(index, start, end), block, known, listed)


def is_entry(text: str) -> bool:
    """Whether a block reads like an entry of a reference list, wherever it stands."""
    return bool(_PLACE.search(text)) and bool(entry_author(text))


def _has_notes(block: Block) -> bool:
    return bool(block.links) or not SIGNS.isdisjoint(block.text)


def _belongs(text: str, start: int, end: int) -> bool:
    """Whether a sentence is only a reference in brackets, and so belongs to the one before it."""
    said = text[start:end].strip()
    return said[:1] in "([" and said.rstrip(".")[-1:] in ")]"


def _in_sentence(said: Place, block: Block, known: Known, listed: NoteList) -> Iterator[Invoked]:
    said = said._replace(end=min(said.end, said.start + _LONGEST))
    text = block.text[said.start : said.end]
    made, size, placed = designs(text), people(text), bool(_PLACE.search(text))
    nouns = phrases(text)[:_MOST]
    drafts = _named(text, nouns, known)
    given = "named"
    if not drafts:
        drafts, given = _dated(text, nouns), "dated"
    identifiers = _identifiers(block, said)
    marks = notes(block, said.start, said.end, listed=listed.there)
    if not drafts and nouns:
        drafts, given = [_Draft(nouns[0].start, nouns[0].end)], "unnamed"
    if not drafts and (identifiers or marks):
        start, end = min([(i.start, i.end) for i in identifiers] + [(n.start, n.end) for n in marks])
        drafts = [_Draft(start - said.start, end - said.start)]
        given = "bare" if _SOURCE.fullmatch(block.text) else "marked"
    for number, draft in enumerate(drafts):
        ids = tuple(i for i in identifiers if _owner(drafts, i.start - said.start) == number)
        own = tuple(n for n in marks if _owner(drafts, n.start - said.start) == number)
        yield Invoked(
            Place(said.block, said.start + draft.start, said.start + draft.closed(text)), said, given,
            draft.author.name if draft.author else "", bool(draft.author and draft.author.first),
            draft.journal.name if draft.journal else "", int(draft.year.name) if draft.year else None,
            made, size, ids, own, placed,
        )  # fmt: skip


def _owner(drafts: list[_Draft], at: int) -> int:
    """Which of several pieces of evidence an identifier or note stands behind: the last that begins before it."""
    return max((n for n, d in enumerate(drafts) if d.start <= at), default=0)


def _named(text: str, nouns: list[Named], known: Known) -> list[_Draft]:
    """Evidence with an author or a journal, each with the year, the journal and the words for it that are near."""
    found_years, found_journals = years(text)[:_MOST], journals(text, known.journals)[:_MOST]
    research = speaks_of_research(text)
    in_journals = [(j.start, j.end) for j in found_journals]
    drafts = [
        _Draft(author.start, author.end, author=author)
        for author in authors(text, known.authors, research=research)[:_MOST]
        if not any(a <= author.start < b for a, b in in_journals)
    ]
    for draft in drafts:
        free = [j for j in found_journals if all(d.journal is not j for d in drafts)]
        near = [j for j in free if _gap(draft, j) <= _NEAR_JOURNAL and not _between(drafts, draft, j)]
        if near:
            draft.journal = min(near, key=lambda j: _gap(draft, j))
    drafts += [
        _Draft(j.start, j.end, journal=j) for j in found_journals if all(d.journal is not j for d in drafts)
    ]  # fmt: skip
    drafts.sort(key=lambda d: d.start)
    for draft in drafts:
        inside = [y for y in found_years if all(d.year is not y for d in drafts)]
        near = [y for y in inside if _gap(draft, y) <= _NEAR_YEAR and not _between(drafts, draft, y)]
        if near:
            draft.year = min(near, key=lambda y: _gap(draft, y))
    # A journal without an author or a word of research is where somebody trained or was written of.
    drafts = [d for d in drafts if d.author or research]
    for draft in drafts:
        for part in (draft.journal, draft.year):
            if part and not _between(drafts, draft, part):
                draft.take(part)
        before = [n for n in nouns if n.end <= draft.end and draft.start - n.end <= _NEAR_YEAR]
        if (
            before
            and (draft.journal or draft.year)
            and not any(d is not draft and d.start < draft.start for d in drafts)
        ):
            draft.take(before[0])
        for noun in nouns:
            if (
                draft.start < noun.start <= draft.end + 1 < noun.end <= draft.end + _NEAR_NOUN
                or noun.start < draft.end < noun.end
            ):
                draft.end = noun.end
    return [d for d in drafts if d.author is None or d.year or d.author.first or nouns]


def _gap(draft: _Draft, part: Named) -> int:
    return max(part.start - draft.end, draft.start - part.end, 0)


def _between(drafts: list[_Draft], draft: _Draft, part: Named) -> bool:
    """Whether another piece of evidence stands between one and a part."""
    low, high = min(draft.end, part.end), max(draft.start, part.start)
    return any(d is not draft and low <= d.start < high for d in drafts)


def _dated(text: str, nouns: list[Named]) -> list[_Draft]:
    """“A 2017 study”, “a study from 2017”."""
    found = []
    for year in years(text)[:_MOST]:
        for noun in nouns:
            gap = text[noun.end : year.start]
            if noun.start <= year.start < noun.end or re.fullmatch(
                r",? ?\(?(?:(?:published |done |run )?(?:in|of|from) )?", gap
            ):
                found.append(_Draft(noun.start, max(noun.end, year.end), year=year))
                break
    return found


def _identifiers(block: Block, said: Place) -> list[Identifier]:
    """Identifiers in the words and in the addresses of links; a link that holds none of a paper is left out."""
    text = block.text[said.start : said.end]
    found = [
        Identifier(i.kind, i.value, said.start + i.start, said.start + i.end, i.problem)
        for i in find_identifiers(text)
        if i.kind in _KINDS
    ]
    for link in block.links:
        if said.start <= link.offset <= said.end and not link.target.startswith("#"):
            one = resolve(link.target)
            if one.kind in _KINDS:
                start = min(link.offset, said.end - 1)
                end = _WORD_END.search(block.text, start + 1)
                found.append(Identifier(one.kind, one.value, start, end.start() if end else start + 1, one.problem))
    return sorted(found, key=lambda i: i.start)


def in_list(blocks: list[Block], listed: NoteList) -> Iterator[Invoked]:
    """The evidence that the entries of a reference list name."""
    for index, start, end in listed.entries():
        if index in listed.blocks and (entry := _entry(blocks[index], Place(index, start, end))):
            yield entry


def _entry(block: Block, place: Place) -> Invoked | None:
    """What an entry of a reference list names; None where it is no reference."""
    text = block.text[place.start : place.end]
    identifiers = tuple(_identifiers(block, place))
    author, found_years, found_journals = entry_author(text), years(text), journals(text)
    if not identifiers and not (found_years and (author or found_journals)):
        return None
    return Invoked(
        place, place, "listed", author, True, found_journals[-1].name if found_journals else "",
        _entry_year(text, found_years), designs(text), None, identifiers, (), bool(_PLACE.search(text)),
    )  # fmt: skip


def _entry_year(text: str, found: list[Named]) -> int | None:
    """The year of publication: in parentheses or before a volume if there is one so, else the last."""
    if not found:
        return None
    marked = [y for y in found if text[y.start - 1 : y.start] == "(" or text[y.end : y.end + 1] == ";"]
    return int((marked or found)[-1].name)
