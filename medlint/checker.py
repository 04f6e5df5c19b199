"""Checking pages one after the other: bytes in, outcomes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from medlint.document import Document
from medlint.lint import Linter, Result
from medlint.readers import ReadError, read
from medlint.site import Composition


class Outcome(NamedTuple):
    """What became of a page: its result, or why it could not be read."""

    path: str
    result: Result | None
    reason: str = ""


class Checked(NamedTuple):
    """The same as it comes from checking, with what the cache must know.

    `imports` are what the page takes in, as it names them, and `taken` a hash of what that led to. What was found
    while a rule was out of service is not `whole`.
    """

    outcome: Outcome
    imports: list[str]
    taken: str
    whole: bool


class Checker:
    """Checks pages one after the other. `linter` gives the linter for a path. It can be sent to other processes."""

    def __init__(self, linter: Callable[[str], Linter], composition: Composition) -> None:
        self.linter = linter
        self.composition = composition

    def check(self, pages: Sequence[tuple[str, bytes]]) -> list[Checked]:
        """What became of some pages (path and bytes), in their order."""
        documents = [_parsed(path, data) for path, data in pages]
        readable = [one for one in documents if isinstance(one, Document)]
        found: list[Checked] = []
        for linter, some in groupby(readable, lambda document: self.linter(document.path)):
            found += self._together(linter, list(some))
        ahead = iter(found)
        return [next(ahead) if isinstance(one, Document) else Checked(one, [], "", False) for one in documents]

    def _together(self, linter: Linter, documents: Sequence[Document]) -> Iterator[Checked]:
        taken = {id(one): self.composition.taken(one.imports, Path(one.path)) for one in documents}
        results = linter.check_all(documents, lambda one: self.composition.documents(taken[id(one)]))
        for one, result in zip(documents, results, strict=True):
            digest = self.composition.digest(taken[id(one)])
            yield Checked(Outcome(one.path, result), one.imports, digest, linter.is_whole)

    def taken(self, imports: Iterable[str], path: str) -> str:
        """The hash of what a page with some imports takes in."""
        return self.composition.digest(self.composition.taken(imports, Path(path)))


def _parsed(path: str, data: bytes) -> Document | Outcome:
    try:
        return read(path, data)
    except ReadError as error:
        return Outcome(path, None, str(error))
