"""The guards that ship: what takes the risk out of a match, and what does not."""

from __future__ import annotations

import pytest

from medlint.checks.context import holds
from medlint.lint import Linter
from medlint.packs.model import Library
from medlint.readers import read

# guard, page, the claim in it, whether the guard holds
CASES = [
    ("negated", "Ketamine is not a miracle cure.", "miracle cure", True),
    ("negated", "We never promise a cure.", "cure", True),
    ("negated", "A cure has not been found.", "cure", True),
    ("negated", "There is no evidence that it is a cure.", "a cure", True),
    ("negated", "It is not only a cure but a joy.", "cure", False),
    ("negated", "No doubt a cure.", "cure", False),
    ("negated", "It is not cheap, but it is a cure.", "cure", False),
    ("negated", "Don't wait for a cure.", "cure", False),
    ("negated", "For people who have not responded to pills, a cure.", "cure", False),
    ("negated", "It is a cure.", "cure", False),
    ("attributed", "Be wary of any clinic that promises a miracle cure.", "miracle cure", True),
    ("attributed", "The FTC said that the ads claimed a miracle cure.", "miracle cure", True),
    ("attributed", "Be suspicious of an ad that says the product:\n\n- is a miracle cure\n- works overnight", "miracle cure", True),
    ("attributed", "## Red flags\n\nA miracle cure.", "miracle cure", True),
    ("attributed", "We offer a miracle cure.", "miracle cure", False),
    ("attributed", "What the ads promised:\n\n> “A miracle cure.”\n>\n> “Gone in a day.”", "Gone in a day", True),
    ("attributed", "## Adverts we acted on\n\n- A miracle cure.", "miracle cure", True),
    ("attributed", "Inspectors found:\n\n- a miracle cure on every label", "miracle cure", True),
    ("attributed", "Each of us has been sold “a miracle cure” before.", "miracle cure", True),
    ("attributed", "What our guests said:\n\n> A miracle cure.", "miracle cure", False),
    ("attributed", "## Statements we stand by\n\n- A miracle cure.", "miracle cure", False),
    ("attributed", "Each of us has been sold on this miracle cure.", "miracle cure", False),
    ("attributed", "From afar it can look like a miracle cure.", "miracle cure", True),
    ("attributed", "You can look forward to a miracle cure.", "miracle cure", False),
    ("attributed", "Their website calls it a “miracle cure”, which it is not.", "miracle cure", True),
    ("attributed", "“It is a miracle cure,” says Ann.", "miracle cure", False),
    ("attributed", "Our brochure: a miracle cure.", "miracle cure", False),
    ("attributed", "**“A miracle cure.”** Nobody has found one.", "miracle cure", True),
    ("attributed", "- “A miracle cure!” Of what, and in how many people?", "miracle cure", True),
    ("attributed", "“A miracle cure.” — Ann, 52", "miracle cure", False),
    ("attributed", "“My miracle cure.” She has not looked back.", "miracle cure", False),
    ("attributed", "A miracle cure. Nobody else has found one.", "miracle cure", False),
    ("attributed", "We mean it. “A miracle cure.” Nobody else has found one.", "miracle cure", False),
    ("conditional", "If it works, it is a cure.", "cure", False),
    ("conditional", "If anything it is a cure.", "cure", False),
    ("conditional", "Nobody knows whether it is a cure.", "cure", True),
    ("negated", "You do not wait, so it is a cure.", "cure", False),
    ("hedged", "It may relieve pain.", "relieve pain", True),
    ("hedged", "Whether it can relieve pain is unknown.", "relieve pain", True),
    ("hedged", "It will relieve pain.", "relieve pain", False),
    ("hedged", "It may be new, but it will relieve pain.", "relieve pain", False),
    ("against-dummy", "It eased pain more than placebo did.", "eased pain", True),
    ("weighed", "It eased pain, with a small average benefit over sham needling.", "eased pain", True),
    ("weighed", "Some people sleep better.", "sleep better", True),
    ("weighed", "It eased pain in two trials; others found no difference.", "eased pain", True),
    ("against-dummy", "Placebo-controlled trials show that it eases pain.", "eases pain", False),
    ("weighed", "It quickly eases pain, with some people better after one visit.", "eases pain", False),
    ("weighed", "Some people call it a miracle.", "miracle", False),
    ("against-dummy", "It eases pain with a saline drip.", "eases pain", False),
    ("in-trials", "In trials people slept better.", "slept better", True),
    ("in-trials", "Proven in trials: people slept better.", "slept better", False),
    ("sd-by-itself", "Most new back pain eases within weeks with or without treatment.", "eases within weeks", True),
    ("sd-by-itself", "Pain eases within hours.", "eases within hours", False),
    ("sd-usual-span", "Results usually last three to four months.", "last three", True),
    ("sd-usual-span", "Results last for years.", "last for", False),
    ("safety-harm-told", "Dry mouth, trouble sleeping, a faster heart.", "faster heart", True),
    ("safety-harm-told", "A nap, a film and no bleeding.", "A nap", False),
    ("attributed", "You may have read that it is a miracle cure.", "miracle cure", True),
    ("attributed", "You may be ready for a miracle cure.", "miracle cure", False),
    ("attributed", "A miracle cure. At what?", "miracle cure", True),
    ("attributed", "A miracle cure. That is nonsense.", "miracle cure", True),
    ("hedged-firmly", "It may relieve pain.", "relieve pain", False),
    ("hedged-firmly", "It is being studied to see whether it can relieve pain.", "relieve pain", True),
    ("question", "Does it relieve pain?", "relieve pain", True),
    ("question", "It relieves pain. Shall we talk?", "relieves pain", False),
    ("heading-only", "# Pain relief", "Pain relief", True),
    ("heading-only", "Pain relief", "Pain relief", False),
    ("qualified", "It relieves pain. Results vary.", "relieves pain", True),
    ("qualified", "It relieves pain, but not everyone responds.", "relieves pain", True),
    ("qualified", "It relieves pain. We open at nine.", "relieves pain", False),
    ("risk-list", "Risks include severe pain and infection.", "severe pain", True),
    ("risk-list", "## Side effects\n\n- mild pain", "mild pain", True),
    ("risk-list", "We treat severe pain.", "severe pain", False),
    ("referenced", "A trial found relief (doi: 10.1000/182).", "trial", True),
    ("referenced", "A trial found relief, see https://pubmed.ncbi.nlm.nih.gov/23982301/ there.", "trial", True),
    ("referenced", "A trial found relief ([Smith 2020](https://doi.org/10.1000/182)).", "trial", True),
    ("referenced", "A trial found relief[^1].\n\n[^1]: Smith 2020.", "trial", True),
    ("referenced", "A trial found relief.", "trial", False),
    ("other-subject", "Prolonged exposure remains a gold standard for trauma.", "gold standard", True),
    ("other-subject", "This scale is the gold standard.", "gold standard", True),
    ("other-subject", "Unlike surgery, ketamine is the gold standard.", "gold standard", False),
    ("other-subject", "Ketamine is the gold standard.", "gold standard", False),
]  # fmt: skip


@pytest.mark.parametrize(("guard", "source", "claim", "expected"), CASES)
def test_guard(shipped: Library, linter: Linter, guard: str, source: str, claim: str, expected: bool) -> None:
    document = read("page.md", source.encode())
    page = linter.page(document)
    view = next(v for v in page.views if claim.lower() in v.block.lower)
    start = view.block.lower.index(claim.lower())
    assert holds(shipped.guards[guard], page, view, start, start + len(claim)) is expected
