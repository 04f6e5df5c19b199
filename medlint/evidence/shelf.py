"""The reference library beside a page: which papers are on its treatment and condition, and fit what it names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from medlint.evidence.facts import Facts
from medlint.evidence.invoked import Invoked, Known
from medlint.evidence.journals import same_journal, words
from medlint.evidence.lexicon import Lexicon
from medlint.evidence.made import designs
from medlint.evidence.references import Reference, References
from medlint.steps import Words

_EARLY = 2
"""A paper is often cited by the year in which it appeared online, up to so many years before the printed one."""

_PEOPLE_APART = 0.2
"""Enrolled, randomised and analysed people differ by less than this share."""

_ALIKE = 0.8
"""Names of authors that are as near as this may be a slip of the pen."""

_GENERAL = frozenset({
    "disorder", "disorders", "symptoms", "symptom", "treatment", "resistant", "chronic", "major", "clinical",
    "severe", "the", "of", "and",
})  # fmt: skip
_COMMON = frozenset({
    "short", "dean", "crane", "loo", "young", "long", "may", "brown", "white", "green", "black", "wise", "best",
    "good", "strong", "grant", "page",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Topic:
    """What something is about: fields of treatments, and conditions by id. An empty set is not known."""

    fields: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Paper:
    """A reference with what it is about and how it was made."""

    ref: Reference
    topic: Topic
    designs: frozenset[str]


class Shelf:
    """The papers of a library, with their topics."""

    def __init__(self, facts: Facts, treatments: Lexicon, conditions: Lexicon) -> None:
        """The lexicons find treatments and, each id behind a slash, conditions in lower-cased text."""
        self.references: References = facts.references
        self.papers = {ref: self._paper(ref, facts, treatments, conditions) for ref in facts.references}
        # A family name that is also a word counts as a name only in the forms of a citation.
        names = {name for ref in facts.references for name in ref.authors if name.lower() not in _COMMON}
        self.known = Known(frozenset(names), frozenset(ref.journal for ref in facts.references if len(ref.journal) > 6))
        self._labels = {c.id: c.label for c in facts.conditions.values()}
        self._kin = {c.id: _stems(c.label) for c in facts.conditions.values()}

    def _paper(self, ref: Reference, facts: Facts, treatments: Lexicon, conditions: Lexicon) -> Paper:
        title = ref.title.lower().replace("-", " ")
        whole = f"{title} {ref.design} {ref.shows}".lower()
        fields = {facts.treatments[m.id].field for m in treatments.mentions(Words(whole))} - {"general"}
        about = set(ref.conditions)
        if not about:
            about = {m.id[1:] for m in conditions.mentions(Words(f"{title} {ref.condition.lower()}"))}
        return Paper(ref, Topic(frozenset(fields), frozenset(about)), designs(f"{ref.design} {ref.title}"))

    def labels(self, conditions: Iterable[str]) -> list[str]:
        """How a message names conditions."""
        return sorted(self._labels[c] for c in conditions)

    def related(self, one: Collection[str], other: Collection[str]) -> bool:
        """Whether two sets of conditions meet: in one condition, or in one that is a kind of another."""
        return any(
            a == b or self._kin[a] <= self._kin[b] or self._kin[b] <= self._kin[a]
            for a in one
            for b in other
            if self._kin[a] and self._kin[b]
        )

    def can_be_about(self, paper: Paper, topic: Topic) -> bool:
        """Whether nothing that is known of the topics of a paper and of a text keeps them apart."""
        fields = not topic.fields or not paper.topic.fields or bool(topic.fields & paper.topic.fields)
        both = topic.conditions and paper.topic.conditions
        return fields and (not both or self.related(topic.conditions, paper.topic.conditions))

    def identified(self, invoked: Invoked) -> list[Paper]:
        """The papers that the identifiers lead to, each once."""
        found = (self.references.by_identifier(i.kind, i.value) for i in invoked.identifiers if not i.problem)
        return [self.papers[ref] for ref in dict.fromkeys(ref for ref in found if ref)]

    def fitting(self, invoked: Invoked, topic: Topic) -> list[Paper]:
        """Papers that author and year, or journal and year, can mean, and whose topic is that of the text."""
        if invoked.year is None or not (invoked.author or invoked.journal):
            return []
        out = []
        for paper in self.papers.values():
            if not _dated(paper.ref, invoked.year) or not self.can_be_about(paper, topic):
                continue
            if invoked.author:
                by = _is_author(invoked.author, paper.ref) and (
                    not invoked.first_author or _is_first(invoked.author, paper.ref)
                )
                if by and (not invoked.journal or same_name(invoked.journal, paper.ref.journal)):
                    out.append(paper)
            elif same_journal(invoked.journal, paper.ref.journal):
                out.append(paper)
        return sorted(out, key=lambda p: (p.ref.year != invoked.year, -_likeness(invoked, p)))

    def nearest(self, invoked: Invoked, topic: Topic) -> Paper | None:
        """The paper most like what is named, of those on the same treatment and condition; None where there is none."""
        if not topic.fields or not topic.conditions:
            return None
        on_topic = [
            p for p in self.papers.values()
            if p.topic.fields & topic.fields and self.related(topic.conditions, p.topic.conditions)
        ]  # fmt: skip
        return max(on_topic, key=lambda p: _likeness(invoked, p), default=None)

    def by_author(self, invoked: Invoked) -> list[Paper]:
        """Papers by somebody of that name, a slip in it allowed."""
        from rapidfuzz import fuzz

        name = invoked.author.lower()
        return [
            p for p in self.papers.values()
            if name and any(fuzz.ratio(name, a.lower()) / 100 >= _ALIKE for a in p.ref.authors)
        ]  # fmt: skip

    def differences(self, invoked: Invoked, paper: Paper) -> list[str]:
        """Where what a page says of a paper is not so, in clauses; topics apart."""
        ref = paper.ref
        out = []
        if invoked.year and ref.year and not _dated(ref, invoked.year):
            out.append(f"it is from {ref.year}, not {invoked.year}")
        if invoked.journal and ref.journal and not same_name(invoked.journal, ref.journal):
            out.append(f"it appeared in {ref.journal}, not in {invoked.journal}")
        if invoked.author and invoked.first_author and ref.authors and not _is_first(invoked.author, ref):
            out.append(f"its first author is {ref.authors[0]}, not {invoked.author}")
        if invoked.n and ref.n and _apart(invoked.n, ref.n):
            out.append(f"it had n = {ref.n}, not {invoked.n}")
        return out + _designs_apart(invoked.designs, paper)


def same_name(written: str, held: str) -> bool:
    """Whether a journal is meant by a name that may be cut short (“New England Journal”, “Lancet”)."""
    return same_journal(written, held) or same_journal(written, " ".join(words(held)[: len(words(written))]))


def _stems(label: str) -> frozenset[str]:
    return frozenset(w[:6] for w in label.lower().replace("-", " ").split() if w not in _GENERAL)


def _dated(ref: Reference, year: int) -> bool:
    return ref.year is not None and 0 <= ref.year - year <= _EARLY


def _is_author(name: str, ref: Reference) -> bool:
    return name.lower() in {a.lower() for a in ref.authors}


def _is_first(name: str, ref: Reference) -> bool:
    return bool(ref.authors) and name.lower() == ref.authors[0].lower()


def _apart(said: int, known: int) -> bool:
    return abs(said - known) > _PEOPLE_APART * max(said, known) and abs(said - known) > 2


def _designs_apart(said: frozenset[str], paper: Paper) -> list[str]:
    known, out = paper.designs, []
    pooled = {"meta-analysis", "review"}
    if not paper.ref.design:
        return []
    if said & pooled and not known & pooled:
        out.append(f"it is no {' or '.join(sorted(said & pooled))}")
    elif (
        "randomised" in said
        and not known & {"randomised", *pooled}
        and known & {"open", "survey", "consensus", "case series"}
    ):
        out.append("it was not randomised or blinded")
    elif "double-blind" in said and "open" in known:
        out.append("it was open label")
    if "single" in said and "repeated" in known and "repeated" not in said:
        out.append("its patients had several infusions")
    if "repeated" in said and "single" in known and "single" not in said:
        out.append("its patients had a single infusion")
    return out


def _likeness(invoked: Invoked, paper: Paper) -> float:
    """How like a paper is to what is named: the design counts most, as years and journals are easily misremembered."""
    ref, said, known = paper.ref, invoked.designs, paper.designs
    score = 3.0 * _is_author(invoked.author, ref) + 1.0 * bool(
        invoked.journal and same_journal(invoked.journal, ref.journal)
    )
    if invoked.year and ref.year:
        score += max(0.0, 1 - abs(ref.year - invoked.year) / 10)
    pooled = {"meta-analysis", "review"}
    score += 3.0 if bool(said & pooled) == bool(known & pooled) else 0.0
    for one, other in (("single", "repeated"), ("repeated", "single")):
        if one in said and other not in said:
            score += 2.0 * (one in known) - 2.0 * (other in known and one not in known)
    score += 1.0 * ("randomised" in said & known)
    if invoked.n and ref.n:
        score += 1.0 * (not _apart(invoked.n, ref.n))
    return score
