"""Rules that prove themselves: every example of a rule is run against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from medlint.checks import KINDS
from medlint.checks.clearance import SAMPLE_JURISDICTIONS, ClearanceRule
from medlint.document import Document
from medlint.evidence.references import Reference
from medlint.lint import Linter
from medlint.packs.model import Example, Library, Rule
from medlint.readers import read

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
    facts = replace(library.facts, references=library.facts.references + ONLY_IN_EXAMPLES)
    plain = Linter(replace(library, facts=facts))
    out: list[Failure] = []
    for rule in rules:
        header = rule.header
        linter = plain
        if isinstance(rule, ClearanceRule):
            linter = Linter(
                library, claims=rule.samples, jurisdictions=SAMPLE_JURISDICTIONS, today=rule.sampled_on
            )  # fmt: skip
        for example in (*header.flag_examples, *header.pass_examples):
            problem = _problem(_quotes(linter, rule, example), rule, example)
            if problem:
                out.append(Failure(header.path, example.line, header.id, problem, example.text))
    return out


def _quotes(linter: Linter, rule: Rule, example: Example) -> list[str]:
    document: Document = read("example.md", example.text.encode())
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
