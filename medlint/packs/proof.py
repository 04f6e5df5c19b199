"""Rules that prove themselves: every example of a rule is run against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from medlint.checks import KINDS
from medlint.checks.clearance import SAMPLE_JURISDICTIONS, ClearanceRule
from medlint.document import Document
from medlint.evidence.references import Reference
from medlint.lint import Linter
from medlint.overlaps import distinct
from medlint.packs.model import Example, Library, Rule, Swap
from medlint.readers import read
from medlint.wording import Wording

if TYPE_CHECKING:
    from medlint.fixes import Edit

ONLY_IN_EXAMPLES = tuple(
    Reference(f"example-{name}", doi=f"10.5555/{name}", notice=notice, origin="examples")
    for name, notice in (
        ("retracted", "retracted"), ("concern", "expression of concern"), ("corrected", "corrected"),
    )
)  # fmt: skip
"""Papers that examples can name, since none that ships was retracted. 10.5555 is the prefix kept for examples."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold."""

    path: str
    line: int
    rule: str
    problem: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.problem}\n    {' '.join(self.text.split())[:200]}"


def prove(library: Library, rules: Iterable[Rule]) -> list[Failure]:
    """Every example of the rules that does not hold."""
    facts = library.facts.having(references=library.facts.references + ONLY_IN_EXAMPLES)
    plain = Linter(library.having(facts=facts))
    out: list[Failure] = []
    for rule in rules:
        header = rule.header
        linter = plain
        if isinstance(rule, ClearanceRule):
            linter = Linter(
                library, claims=rule.samples, jurisdictions=SAMPLE_JURISDICTIONS, today=rule.sampled_on
            )  # fmt: skip
        for example in (*header.flag_examples, *header.pass_examples):
            problem = _problem(_quotes(linter, rule, example.text), rule, example)
            if problem:
                out.append(Failure(header.path, example.line, header.id, problem, example.text))
        if any(isinstance(s, Swap) or s.replace is not None for s in header.suggest):
            out += _exchanges(linter, rule)
    return out


def _exchanges(linter: Linter, rule: Rule) -> Iterator[Failure]:
    """What becomes of examples when words are exchanged as the rule suggests, where that is not as it should be."""
    header = rule.header
    for outcome in header.becomes:
        found = dict.fromkeys(exchanged_by(linter, rule, outcome.before))
        if outcome.after not in found:
            told = f"becomes “{next(iter(found))}”" if found else "is not exchanged"
            yield Failure(header.path, outcome.line, header.id, f"{told}, not “{outcome.after}”", outcome.before)
    for example in header.flag_examples:
        for text in exchanged_by(linter, rule, example.text):
            if quotes := _quotes(linter, rule, text):
                problem = f"becomes “{text}”, in which “{quotes[0]}” is flagged too"
                yield Failure(header.path, example.line, header.id, problem, example.text)


def exchanged_by(linter: Linter, rule: Rule, text: str) -> Iterator[str]:
    """What a text becomes when the words that a rule finds in it are exchanged, once for each of its suggestions."""
    from medlint.fixes import applied, exchange

    document: Document = read("example.md", text.encode())
    page = linter.page(document)
    wording = Wording(page)
    ways: dict[int, list[Edit]] = {}
    for match in distinct(KINDS[rule.header.kind].run(rule, page)):
        for i, suggestion in enumerate(wording.of(match).suggestions):
            if suggestion.replace is not None:
                ways.setdefault(i, []).extend(
                    exchange(document, match.block, match.start, match.end, suggestion.replace)
                )  # fmt: skip
    for edits in ways.values():
        if edits:
            yield applied(document.source, edits)


def _quotes(linter: Linter, rule: Rule, text: str) -> list[str]:
    document: Document = read("example.md", text.encode())
    kind = KINDS[rule.header.kind]
    if kind.late:
        return [f.quote for f in linter.check(document).findings if f.rule == rule.header.id]
    page = linter.page(document)
    return [document.quote(page.views[m.block].block, m.start, m.end) for m in kind.run(rule, page)]


def _problem(quotes: list[str], rule: Rule, example: Example) -> str:
    if example in rule.header.pass_examples:
        return f"should pass, but “{quotes[0]}” is flagged" if quotes else ""
    if not quotes:
        return "should be flagged, and is not"
    missing = [q for q in example.quotes if q not in quotes]
    return f"should quote “{missing[0]}”, but quotes “{quotes[0]}”" if missing else ""
