"""What the reference library says of the evidence that a page calls on. “Not listed” is unknown, never false."""

from __future__ import annotations

from dataclasses import dataclass, replace

from medlint.evidence.invoked import Invoked, Place
from medlint.evidence.outcomes import Outcome
from medlint.evidence.reach import beyond
from medlint.evidence.references import Reference
from medlint.evidence.shelf import Paper, Shelf, Topic, same_name

FIRST_YEAR = 1900
_NOTICES: dict[str, Outcome] = {"retracted": "retracted", "corrected": "corrected", "expression of concern": "concern"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about a piece of evidence; `detail` is a clause or two for the message."""

    invoked: Invoked
    outcome: Outcome
    at: Place
    detail: str
    ref: Reference | None = None


def summary(ref: Reference) -> str:
    """A paper in one line: “Feder 2014, JAMA Psychiatry, n = 41, randomized crossover …; it shows: …”."""
    parts = [ref.label]
    if ref.n:
        parts.append(f"n = {ref.n}")
    if ref.design:
        parts.append(_small(ref.design))
    shown = f"; it shows: {_small(ref.shows)}" if ref.shows.strip("- ") else ""
    return ", ".join(parts) + shown


def limits(ref: Reference) -> str:
    """The same, with what the paper does not show."""
    denied = ref.does_not_show.strip("- ")
    return summary(ref) + (f"; what it does not show: {_small(denied)}" if denied else "")


def _small(text: str) -> str:
    """A text to stand in mid-sentence: no capital on an ordinary word, no full stop."""
    lower = len(text) > 1 and text[1].islower() and not text.split()[0].endswith(("-R", "Cochrane"))
    return (text[0].lower() + text[1:] if lower else text).rstrip(". ")


def judge(invoked: Invoked, said: str, topic: Topic, main: Topic, shelf: Shelf, this_year: int) -> list[Verdict]:
    """The verdicts on one piece of evidence, at least one.

    `said` is what the page says of it, `topic` what that is about, and `main` the same with what the block and the page
    are about put in where the sentence names nothing.
    """
    at = invoked.at
    out = [
        Verdict(invoked, "malformed", Place(at.block, i.start, i.end), i.problem)
        for i in invoked.identifiers
        if i.problem
    ]
    if invoked.year is not None and not FIRST_YEAR <= invoked.year <= this_year + 1:
        return [*out, Verdict(invoked, "impossible-year", at, f"{invoked.year} cannot be the year of it")]
    papers = shelf.identified(invoked)
    if len(papers) > 1:
        return out + _of_several(invoked, said, topic, papers, shelf)
    if papers:
        return out + _of_paper(invoked, said, topic, papers[0], shelf)
    named = shelf.fitting(invoked, _known_fields(topic, main))
    fitting = [p for p in named if not shelf.differences(invoked, p)]
    if fitting:
        # Where several can be meant, the one that bears out what is said.
        paper = min(fitting, key=lambda p: bool(reaching(said, topic, p, shelf)))
        wrong = _other_identifier(invoked, paper.ref)
        if wrong:
            return [*out, Verdict(invoked, "mismatch", at, wrong, paper.ref)]
        return out + _of_paper(invoked, said, topic, paper, shelf)
    if out:
        return out
    return [_unlisted(invoked, main, shelf, named)]


def _known_fields(topic: Topic, main: Topic) -> Topic:
    """The treatment may be named elsewhere on the page; the condition must be that of the sentence."""
    return Topic(topic.fields or main.fields, topic.conditions)


def _of_paper(invoked: Invoked, said: str, topic: Topic, paper: Paper, shelf: Shelf) -> list[Verdict]:
    """The verdicts where it is known which paper is meant."""
    ref, at = paper.ref, invoked.at
    out = []
    if ref.notice in _NOTICES:
        out.append(Verdict(invoked, _NOTICES[ref.notice], at, summary(ref), ref))
    if wrong := shelf.differences(invoked, paper):
        out.append(Verdict(invoked, "mismatch", at, f"{'; '.join(wrong)} (the reference is {summary(ref)})", ref))
    elif invoked.given != "listed" and (further := reaching(said, topic, paper, shelf)):
        out.append(Verdict(invoked, "beyond", at, f"{_joined(further)} ({limits(ref)})", ref))
    return out or [Verdict(invoked, "fits", at, summary(ref), ref)]


def _of_several(invoked: Invoked, said: str, topic: Topic, papers: list[Paper], shelf: Shelf) -> list[Verdict]:
    """The verdicts where a sentence rests on several papers: one of them is enough to support it."""
    out = []
    for paper in papers:
        alone = replace(invoked, author="", journal="", year=None, n=None, designs=frozenset())
        out.append(_of_paper(alone, said, topic, paper, shelf))
    if not all(any(v.outcome == "beyond" for v in found) for found in out):
        out = [[v for v in found if v.outcome != "beyond"] for found in out]
    told = [v for found in out for v in found]
    return told or [Verdict(invoked, "fits", invoked.at, "; ".join(summary(p.ref) for p in papers), papers[0].ref)]


def reaching(said: str, topic: Topic, paper: Paper, shelf: Shelf) -> list[str]:
    """How what is said goes beyond a paper, in clauses."""
    labels = shelf.labels(topic.conditions)
    related = shelf.related(topic.conditions, paper.topic.conditions)
    return beyond(said, labels, paper.ref, related, shelf.labels(paper.topic.conditions))


def _joined(clauses: list[str]) -> str:
    return clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])} and {clauses[-1]}"


def _other_identifier(invoked: Invoked, ref: Reference) -> str:
    """Where a page gives a paper an identifier that is not its own; only identifiers that were seen count."""
    for i in invoked.identifiers:
        own = ref.identifier(i.kind)
        alone = sum(o.kind == i.kind for o in invoked.identifiers) == 1
        if own and alone and not i.problem and i.kind not in ref.unverified:
            return f"{i.kind.upper()} {i.value} is not that of {ref.label}, which is {own}"
    return ""


def _unlisted(invoked: Invoked, main: Topic, shelf: Shelf, named: list[Paper]) -> Verdict:
    """The verdict where the library does not hold what is named."""
    at = invoked.at
    if invoked.identifiers or invoked.given == "listed":
        if invoked.given == "bare":
            return Verdict(invoked, "bare-link", at, "")
        return Verdict(invoked, "unknown", at, "not in the reference library, so nothing is known of it here")
    if not (invoked.author or invoked.journal) or (invoked.year is None and not invoked.author):
        return Verdict(invoked, "unnamed", at, "no reference is given")
    paper = named[0] if named else shelf.nearest(invoked, main)
    if invoked.author:
        mine = [p for p in shelf.by_author(invoked) if shelf.can_be_about(p, main)]
        mine = [p for p in mine if p in named or _nearly(invoked, p)]
        paper = max(mine, key=lambda p: abs((p.ref.year or 0) - (invoked.year or 0)) * -1, default=None)
    if paper:
        wrong = shelf.differences(invoked, paper) if paper in named else []
        detail = f"the nearest is {summary(paper.ref)}" + (f" ({'; '.join(wrong)})" if wrong else "")
        return Verdict(invoked, "nearest", at, detail, paper.ref)
    if invoked.year is None or invoked.placed or (invoked.author and invoked.journal):
        return Verdict(invoked, "unknown", at, "not in the reference library, so nothing is known of it here")
    return Verdict(invoked, "unlisted", at, "")


def _nearly(invoked: Invoked, paper: Paper) -> bool:
    """Whether a paper by a like name agrees in one thing more, so that a slip is likelier than another paper."""
    ref = paper.ref
    year = invoked.year is not None and ref.year == invoked.year
    journal = bool(invoked.journal) and same_name(invoked.journal, ref.journal)
    size = invoked.n is not None and invoked.n == ref.n
    return year or journal or size
