"""Rules that hold the evidence a page calls on against the reference library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from medlint.checks.context import guarding
from medlint.checks.kind import Kind
from medlint.evidence.facts import Facts
from medlint.evidence.invoked import SIGNS, WORDS, Invoked, Place, in_list, in_prose
from medlint.evidence.notes import Note, NoteList, note_list
from medlint.evidence.shelf import Shelf, Topic
from medlint.evidence.verdicts import TOLD, Outcome, Verdict, judge, reaching, summary
from medlint.packs.errors import did_you_mean
from medlint.packs.model import Guard, Header
from medlint.packs.words import WordLists
from medlint.packs.yaml_source import Cursor
from medlint.page import Match, Page, View

_LEFT_OUT = re.compile(r"\b(?:without|not|no|non|excluding|except(?: for)?|other than)\W+(?:\w+\W+)?$", re.I)
_SHELVES: WeakKeyDictionary[object, Shelf] = WeakKeyDictionary()
_JUDGED: WeakKeyDictionary[Page, list[Verdict]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class CitationRule:
    """How one outcome of the check is told, and what lets it pass."""

    header: Header
    outcome: Outcome
    guards: tuple[Guard, ...]


def parse(
    header: Header, fields: dict[str, Cursor], words: WordLists, guards: dict[str, Guard], facts: Facts
) -> CitationRule:
    """A citation rule from its fields. Mistakes are noted at their cursors."""
    given = fields["outcome"].choice(TOLD) if "outcome" in fields else ""
    outcome = next((one for one in TOLD if one == given), TOLD[0])
    used = []
    for cursor in fields["unless"].texts() if "unless" in fields else ():
        name = cursor.string()
        if name in guards:
            used.append(guards[name])
        else:
            cursor.note(f"unknown guard “{name}”{did_you_mean(name, guards)}")
    return CitationRule(header, outcome, tuple(used))


def run(rule: CitationRule, page: Page) -> Iterator[Match]:
    """The evidence of a page that the rule's outcome holds for."""
    for verdict in verdicts(page):
        if verdict.outcome == rule.outcome:
            block, start, end = verdict.at
            if not guarding(rule.guards, page, page.views[block], start, end):
                yield Match(rule, block, start, end, rule.header.message.replace("{detail}", verdict.detail))


def verdicts(page: Page) -> list[Verdict]:
    """What is known of every piece of evidence that a page calls on, in its order; worked out once a page."""
    if page not in _JUDGED:
        _JUDGED[page] = list(_verdicts(page)) if _calls_on_evidence(page) else []
    return _JUDGED[page]


def _calls_on_evidence(page: Page) -> bool:
    if not (WORDS.isdisjoint(page.words) and SIGNS.isdisjoint(page.words)):
        return True
    return any(
        "doi.org" in link.target or "ncbi" in link.target or "clinicaltrials" in link.target
        for view in page.views
        for link in view.block.links
    )


def _verdicts(page: Page) -> Iterator[Verdict]:
    lists = [note_list([v.block for v in p.views]) for p in (page, *page.shared)]
    shelf = _shelf(page)
    entries = list(in_list(page.document.blocks, lists[0]))
    there, lost_told = any(one.there for one in lists), False
    for view in page.views:
        if view.index in lists[0].blocks:
            continue
        words = (s.words for s in view.sentences)
        for invoked in in_prose(view.index, view.block, shelf.known, lists[0], list(words)):
            topic = _topic(page, view, invoked.said)
            lost = [n for n in invoked.notes if all(one.is_lost(n) for one in lists)]
            if not there:
                # Without a list one note tells it all; an excerpt, whose list is elsewhere, has no note 1.
                lost = [n for n in lost if n.number == "1" or not n.number.isdigit()][: not lost_told]
            if lost:
                lost_told = True
                yield Verdict(invoked, "lost-note", *_lost(view, lost[0], there))
            joined = _joined(invoked, entries, lists[0])
            yield from _with_entries(invoked, joined, page, topic, shelf)
    for entry in entries:
        topic = _topic(page, page.views[entry.at.block], entry.said)
        yield from judge(entry, "", topic, topic, shelf, page.today.year)


def _shelf(page: Page) -> Shelf:
    if page.lexicons not in _SHELVES:
        _SHELVES[page.lexicons] = Shelf(page.facts, page.lexicons.treatments, page.lexicons.conditions)
    return _SHELVES[page.lexicons]


def _lost(view: View, note: Note, there: bool) -> tuple[Place, str]:
    why = f"there is no entry {note.number} in the list" if there else "the page has no list of references"
    return Place(view.index, note.start, max(note.end, note.start + 1)), why


def _joined(invoked: Invoked, entries: list[Invoked], listed: NoteList) -> list[Invoked]:
    """The entries of the page's list that a piece of evidence leads to, by its notes or by author and year."""
    found = [listed.entry(note) for note in invoked.notes]
    places = {Place(*entry) for entry in found if entry}
    return [
        e for e in entries
        if e.at in places
        or (invoked.author and e.author.lower() == invoked.author.lower() and invoked.year in (None, e.year))
    ]  # fmt: skip


def _with_entries(invoked: Invoked, joined: list[Invoked], page: Page, topic: Topic, shelf: Shelf) -> Iterator[Verdict]:
    """The verdicts on evidence in the prose; where the list tells what is meant, on what is said of it."""
    block, start, end = invoked.said
    said = page.views[block].block.text[start:end]
    if not joined:
        yield from judge(invoked, said, topic, _main(page, page.views[block], topic), shelf, page.today.year)
        return
    told = False
    for entry in joined:
        papers = [p] if (p := shelf.identified(entry)) else shelf.fitting(entry, Topic())
        for paper in papers[:1]:
            plain = replace(invoked, author="", journal="", year=None) if len(joined) > 1 else invoked
            wrong = shelf.differences(plain, paper)
            further = reaching(said, topic, paper, shelf)
            told = True
            if wrong:
                yield Verdict(
                    invoked,
                    "mismatch",
                    invoked.at,
                    f"{'; '.join(wrong)} (the reference is {summary(paper.ref)})",
                    paper.ref,
                )
            elif further and len(joined) == 1:
                yield Verdict(
                    invoked, "beyond", invoked.at, f"{' and '.join(further)} ({summary(paper.ref)})", paper.ref
                )
            else:
                yield Verdict(invoked, "fits", invoked.at, summary(paper.ref), paper.ref)
    if not told:
        yield Verdict(
            invoked, "unknown", invoked.at, "its reference is not in the library, so nothing is known of it here"
        )


def _topic(page: Page, view: View, said: Place) -> Topic:
    """What a range of a block is about, by what it names."""
    facts = page.facts
    fields = {facts.treatments[m.id].field for m in view.treatments if said.start <= m.start < said.end}
    text = view.block.text
    named = {
        m.id[1:] for m in view.conditions
        if said.start <= m.start < said.end and not _LEFT_OUT.search(text, said.start, m.start)
    }  # fmt: skip
    diseases = {c for c in named if facts.conditions[c].kind == "disease" or c == "suicidal-thoughts"}
    return Topic(frozenset(fields - {"general"}), frozenset(diseases))


def _main(page: Page, view: View, topic: Topic) -> Topic:
    """A topic, with what the block and then the page are about put in where it names nothing."""
    block = _topic(page, view, Place(view.index, 0, len(view.block.text)))
    fields = topic.fields or block.fields
    if not fields and page.subject and page.subject.field != "general":
        fields = frozenset([page.subject.field])
    main = page.main_condition
    conditions = topic.conditions or block.conditions or (frozenset([main]) if main else frozenset())
    return Topic(fields, conditions)


KIND = Kind(("outcome", "unless"), ("outcome",), ("unless",), parse, run, late=True)
