"""What has become of the findings from one check to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from medlint.findings import Finding


@dataclass(frozen=True, slots=True)
class Difference:
    """Findings that have come and findings that have gone, each in their order."""

    come: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.come or self.gone)


def difference(before: Iterable[Finding], after: Iterable[Finding]) -> Difference:
    """What tells two checks apart. A finding that only moves is the same; one that weighs more or less is another."""
    before, after = list(before), list(after)
    return Difference(_beyond(after, before), _beyond(before, after))


def _beyond(some: list[Finding], others: list[Finding]) -> tuple[Finding, ...]:
    """Those of some findings that others do not match, one for one."""
    left = Counter(map(_key, others))
    out = []
    for finding in some:
        key = _key(finding)
        if left[key]:
            left[key] -= 1
        else:
            out.append(finding)
    return tuple(out)


def _key(finding: Finding) -> tuple[str, str, int]:
    return finding.path, finding.fingerprint, finding.severity
