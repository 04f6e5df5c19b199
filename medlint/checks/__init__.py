"""The kinds of rules: a closed set, one file each."""

from __future__ import annotations

from medlint.checks import claim, disclosure
from medlint.checks.kind import Kind

KINDS: dict[str, Kind] = {"claim": claim.KIND, "disclosure": disclosure.KIND}
