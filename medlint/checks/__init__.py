"""The kinds of rules: a closed set, one file each."""

from __future__ import annotations

from medlint.checks import balance, citation, claim, clearance, directive, disclosure, learned, status
from medlint.checks.kind import Kind

KINDS: dict[str, Kind] = {
    "claim": claim.KIND,
    "status": status.KIND,
    "learned": learned.KIND,
    "citation": citation.KIND,
    "disclosure": disclosure.KIND,
    "balance": balance.KIND,
    "clearance": clearance.KIND,
    "directive": directive.KIND,
}
"""In the order in which they run: what must stand on a page depends on what was found on it."""
