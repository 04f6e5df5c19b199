"""What can come out of holding evidence against the reference library, and the words that make it worth the look."""

from __future__ import annotations

from typing import Literal

Outcome = Literal[
    "malformed", "impossible-year", "lost-note", "retracted", "concern", "corrected", "mismatch", "nearest",
    "beyond", "unlisted", "bare-link", "fits", "unknown", "unnamed",
]  # fmt: skip
TOLD: tuple[Outcome, ...] = (
    "malformed", "impossible-year", "lost-note", "retracted", "concern", "corrected", "mismatch", "nearest",
    "beyond", "unlisted", "bare-link",
)  # fmt: skip
"""Outcomes that a rule can tell; the others are for lists of evidence."""

WORDS = frozenset({
    "study", "studies", "trial", "trials", "research", "researchers", "journal", "journals", "annals", "archives",
    "meta", "metaanalysis", "analysis", "review", "paper", "papers", "rct", "rcts", "survey", "cohort", "published",
    "evidence", "clinically", "scientifically", "proven", "et", "doi", "pmid", "pmcid", "pmc", "nct",
    "clinicaltrials", "nejm", "jama", "lancet", "bmj", "ajp", "cochrane", "psychiatry", "data", "colleagues",
    "report", "reports", "article", "articles", "references", "sources", "source", "literature", "statistics",
    "findings",
})  # fmt: skip
"""A page without any of these words, and without notes and links, calls on no evidence."""

SIGNS = frozenset("[\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079")
