"""Every piece of evidence on a page, joined to the page's list of references and judged by the library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from weakref import WeakKeyDictionary

from medlint.evidence.invoked import Invoked, Place, in_list, in_prose
from medlint.evidence.notes import Note, NoteList, note_list
from medlint.evidence.shelf import Shelf, Topic
from medlint.evidence.verdicts import Verdict, judge, reaching, summary
from medlint.page import Page
from medlint.view import View

_LEFT_OUT = re.compile(r"\b(?:without|not|no|non|excluding|except(?: for)?|other than)\W+(?:\w+\W+)?$", re.I)
_SHELVES: WeakKeyDictionary[object, Shelf] = WeakKeyDictionary()
_JUDGED: WeakKeyDictionary[Page, list[Verdict]] = WeakKeyDictionary()


def verdicts(page: Page) -> list[Verdict]:
    """What is known of every piece of evidence that a page calls on, in its order; worked out once a page."""
    if page not in _JUDGED:
        _JUDGED[page] = list(_verdicts(page))
    return _JUDGED[page]


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
        papers = shelf.identified(entry) or shelf.fitting(entry, Topic())
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
