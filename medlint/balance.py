"""Fair balance: the benefits that a page claims and the risks that it tells of its treatment, which and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from medlint.evidence.facts import Treatment
from medlint.evidence.risks import Risk, material_risks, risk_pattern
from medlint.page import Match, Page
from medlint.view import View

BENEFITS = frozenset(
    {
        "superlative", "efficacy", "speed-duration", "safety", "dependence", "comparison", "fda-status", "citation",
        "mechanism", "testimonial", "emotional-appeal",
    }
)  # fmt: skip
"""Families of claims that speak for a treatment."""

# Patterns over `Block.lower`, where hyphens, quotation marks and parentheses are spaces.
_DENIED = re.compile(r"\b(?:no|not|without|never|zero|free of|free from|nor|neither|n't|minimal)(?:\s+\w+){0,2}\s+$")
_RELIEVED = re.compile(
    r"\b(?:reliev\w+|relief|reduc\w+|treat\w*|eas(?:e|es|ing)|help\w*|improv\w+|lift\w*|overc[ao]m\w+|heal\w*|cur(?:e|es|ing)"
    r"|symptoms? of|struggl\w+ with|suffer\w* (?:from|with)|living with)(?:[\s,]+(?!can\b|may\b)\w+){0,4}[\s,]+$"
)
_RELIEF = re.compile(r"\s+(?:relief|free|treatment|therapy)\b")
_CUE = re.compile(
    r"\b(?:risks?|side effects?|adverse|complications?|reactions?|warnings?|caution\w*|can|may|might|could|caus\w+"
    r"|rais\w+|includ\w+|common\w*|rare\w*|sometimes|occasional\w*|temporar\w+|brief\w*|transient|mild|monitor\w*|report\w*"
    r"|contraindicat\w*|screen\w*|tell us|tell your|suitable|recommended|effects?|feel\w*|notic\w+|happen\w*|occur\w*"
    r"|expect|experience\w*|unsafe|avoid)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A risk that is told. `place` is how much of the page's words stand before it, from 0 to 1.

    Where it is told in a file that the page takes in, `path` names that and `block`, `start`, `end` belong there.
    """

    risk: str
    block: int
    start: int
    end: int
    place: float
    small: bool
    path: str = ""


class Balance:
    """What a page says for and against its treatment; claims must have been looked for before (`Page.matches`)."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.treatment: Treatment | None = page.subject
        self.benefits: list[Match] = sorted(
            (m for m in page.matches if m.rule.header.family in BENEFITS), key=lambda m: (m.block, m.start)
        )

    @cached_property
    def material(self) -> tuple[Risk, ...]:
        """The material risks of the page's treatment."""
        return material_risks(self.treatment, self.page.facts) if self.treatment else ()

    @cached_property
    def told(self) -> list[Told]:
        """The risks that the page tells in its own text, then those in the files that it takes in."""
        found = [told for view in self.page.views for told in self._told(view, self.page)]
        for shared in self.page.shared:
            found += [told for view in shared.views for told in self._told(view, shared)]
        return found

    @property
    def missing(self) -> list[str]:
        """The material risks that are told nowhere."""
        told = {one.risk for one in self.told}
        return [risk.label for risk in self.material if risk.label not in told]

    @property
    def benefit_words(self) -> int:
        """How many words the sentences have that claim a benefit."""
        return self._words((m.block, m.start) for m in self.benefits)

    @property
    def risk_words(self) -> int:
        """How many words the page's own sentences have that tell a risk."""
        return self._words((t.block, t.start) for t in self.told if not t.path)

    @property
    def length(self) -> int:
        """About how many words the page has."""
        return self._before[-1]

    def place(self, view: View, offset: int) -> float:
        """How much of the page's words stand before an offset of a block, from 0 to 1."""
        before = self._before[view.index] + view.block.text.count(" ", 0, offset)
        return before / max(1, self.length)

    @cached_property
    def _before(self) -> list[int]:
        counts = (view.block.text.count(" ") + 1 for view in self.page.views)
        return [0, *accumulate(counts)]

    def _words(self, places: Iterator[tuple[int, int]]) -> int:
        views = self.page.views
        sentences = {(b, views[b].block.sentences[views[b].block.sentence_at(at)]) for b, at in places}
        return sum(views[b].block.text.count(" ", *sentence) + 1 for b, sentence in sentences)

    @cached_property
    def _risks(self) -> tuple[Risk, ...]:
        """The material risks, and what else the facts name as a risk of the treatment."""
        if self.treatment is None:
            return ()
        known = {pattern.regex for risk in self.material for pattern in risk.patterns}
        others = ((word.rstrip("*"), risk_pattern(word)) for word in self.treatment.risk_words)
        return self.material + tuple(Risk(word, (pattern,)) for word, pattern in others if pattern.regex not in known)

    def _told(self, view: View, page: Page) -> list[Told]:
        named = [
            (start, end, risk.label)
            for risk in self._risks
            for pattern in risk.patterns
            for start, end in view.find(pattern)
        ]
        starts = [start for start, _ in view.block.sentences]
        in_sentence: dict[int, set[str]] = {}
        for start, _, label in named:
            in_sentence.setdefault(bisect_right(starts, start), set()).add(label)
        out: list[Told] = []
        own, path = (True, "") if page is self.page else (False, page.document.path)
        for start, end, label in sorted(set(named), key=lambda one: (one[0], -one[1], one[2])):
            if any(one.risk == label and end <= one.end for one in out):
                continue  # part of a longer wording of the same risk
            listed = len(in_sentence[bisect_right(starts, start)]) > 1
            if self._is_told(page, view, start, end, listed=listed):
                place = self.place(view, start) if own else 1.0
                out.append(Told(label, view.index, start, end, place, view.block.small, path))
        return out

    def denies(self, page: Page, view: View, start: int, end: int) -> bool:
        """Whether words for a risk are denied, or are what the treatment is to relieve, or stand within a claim."""
        s_start, _ = view.block.sentences[view.block.sentence_at(start)]
        text = view.block.lower
        before = text[s_start:start]
        if _DENIED.search(before) or _RELIEVED.search(before) or _RELIEF.match(text, end):
            return True
        return page is self.page and any(
            m.block == view.index and m.start <= start and end <= m.end for m in self.benefits
        )

    def _is_told(self, page: Page, view: View, start: int, end: int, *, listed: bool) -> bool:
        """Whether a risk word is told as a risk: not denied, and with something that says that it is one."""
        if self.denies(page, view, start, end):
            return False
        sentence = view.block.lower[slice(*view.block.sentences[view.block.sentence_at(start)])]
        if sentence.rstrip().endswith("?") and view.block.kind != "heading":
            return False
        return listed or bool(_CUE.search(sentence)) or any(_CUE.search(lead) for lead in _leads(page, view, start))


def _leads(page: Page, view: View, start: int) -> Sequence[str]:
    """What a sentence hangs on: the one before it, or what stands above its list or below its heading."""
    lead = page.heads.lead(view, start)
    out = [lead[0].block.lower[lead[1] : lead[2]]] if lead else []
    if view.block.kind in ("list-item", "cell"):
        above = next(
            (v for v in reversed(page.views[: view.index]) if v.block.kind not in ("list-item", "cell")), None
        )  # fmt: skip
        out += [above.block.lower] if above else []
    return out
