"""Checking many pages: what the cache knows, the rest by one process or several; outcomes in the order of the pages."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from medlint.checker import Checked, Checker, Outcome
from medlint.site import Seen

if TYPE_CHECKING:
    from medlint.findings_cache import FindingsCache
    from medlint.workers import Pool, Work

AT_ONCE = 100
"""How many pages are looked up, and checked, at once."""

CHUNK_BYTES = 1_000_000
"""How much is checked at once at most, beside `AT_ONCE` pages."""

WORTH_KEEPING = 50_000
"""Of a run over fewer bytes nothing is kept: checking them takes hardly longer than looking them up."""

WORTH_A_WORKER = 100_000
"""How many bytes of pages there must be for each worker process, which makes functions of the patterns for itself."""

FOR_A_WORKER = 25
"""How many pages a worker is given at once at most: enough to meet most words of a site together."""


class Source(NamedTuple):
    """A page that is to be read: its path as it is shown, and what gives its bytes."""

    path: str
    load: Callable[[], bytes]


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "process_cpu_count"):  # from Python 3.13 on
        return os.process_cpu_count() or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Page:
    """A page on its way. `chunk` is what it is checked with; its bytes are there until its outcome is."""

    def __init__(self, path: str, data: bytes = b"", outcome: Outcome | None = None) -> None:
        self.path = path
        self.data = data
        self.outcome = outcome
        self.chunk: _Chunk | None = None


class _Chunk:
    """Pages that are checked together, by a worker if it was given to one (`work`)."""

    def __init__(self, pages: list[tuple[str, bytes]]) -> None:
        self.pages = pages
        self.work: Work | None = None


class Checking:
    """One run over many pages.

    `cache` gives a findings cache where there is enough to do for one. `jobs` is how many processes check at most;
    if that is `forced`, however little there is to do. `seen` is handed the path and the bytes of all that is read.
    """

    def __init__(
        self, checker: Checker, cache: Callable[[], FindingsCache | None] | None = None, jobs: int = 1, *,
        forced: bool = False, seen: Seen | None = None,
    ) -> None:  # fmt: skip
        self._checker = checker
        self._new_cache = cache
        self._cache: FindingsCache | None = None
        self._jobs = jobs
        self._forced = forced
        self._seen = seen
        self._pool: Pool | None = None
        self._queue: deque[_Page] = deque()
        self._todo: list[_Page] = []  # those that are to be checked and are in no chunk yet
        self._ahead = 0  # chunks that workers have and that are not settled

    def outcomes(self, sources: Iterable[Source]) -> Iterator[Outcome]:
        """What becomes of each page, in their order.

        No more pages are held at any time than some chunks for each process. Raises what a check raises, and
        WorkerDiedError.
        """
        ahead = iter(sources)
        last = False
        try:
            while not last:
                pages = [self._opened(source) for source in islice(ahead, AT_ONCE)]
                last = len(pages) < AT_ONCE
                self._look_up([page for page in pages if not page.outcome], last=last)
                self._queue += pages
                self._todo += [page for page in pages if not page.outcome]
                self._give(last=last)
                yield from self._settled(0 if last else 2 * self._jobs)
        finally:
            self._end_workers()
            if self._cache:
                self._cache.close()

    def _opened(self, source: Source) -> _Page:
        try:
            data = source.load()
        except OSError as error:
            return _Page(source.path, outcome=Outcome(source.path, None, f"cannot be read: {error.strerror or error}"))
        if self._seen:
            self._seen(source.path, data)
        return _Page(source.path, data)

    def _look_up(self, pages: Sequence[_Page], *, last: bool) -> None:
        """Take from the cache what it has; it is opened with the first pages, if they are not all."""
        if self._new_cache and not (last and sum(len(page.data) for page in pages) < WORTH_KEEPING):
            self._cache = self._checker.composition.memory = self._new_cache()
        self._new_cache = None
        if self._cache:
            found = self._cache.find([(page.path, page.data) for page in pages], self._checker.taken)
            for page, result in zip(pages, found, strict=True):
                if result:
                    page.outcome, page.data = Outcome(page.path, result), b""

    def _give(self, *, last: bool) -> None:
        """Put pages that are to be checked together, and give them to workers, if that is worth while."""
        if self._jobs > 1 and not self._pool:
            size = sum(len(page.data) for page in self._todo)
            workers = min(self._jobs, len(self._todo) if self._forced else size // WORTH_A_WORKER)
            if workers < self._jobs and not last:
                return
            if workers > 1:
                self._start_workers(workers)
        while some := self._next(last=last):
            chunk = _Chunk([(page.path, page.data) for page in some])
            for page in some:
                page.chunk, page.data = chunk, b""
            if self._pool:
                chunk.work = self._pool.give(chunk.pages)
                self._ahead += 1
            self._todo = self._todo[len(some) :]

    def _next(self, *, last: bool) -> list[_Page]:
        """The next pages, when there are as many as are checked at once, or no others will come."""
        most = FOR_A_WORKER if self._pool else AT_ONCE
        if last and self._pool:  # what is left is shared out among them
            most = min(most, -(-len(self._todo) // self._pool.workers))
        size = 0
        for count, page in enumerate(self._todo, 1):
            size += len(page.data)
            if count == most or size >= CHUNK_BYTES:
                return self._todo[:count]
        return self._todo if last else []

    def _settled(self, ahead: int) -> Iterator[Outcome]:
        """The outcomes that are next in order; for a missing one it waits only if more chunks are `ahead`."""
        while self._queue:
            page = self._queue[0]
            if not page.outcome:
                chunk = page.chunk
                if not chunk or (chunk.work and self._ahead <= ahead and not chunk.work.done()):
                    return
                self._settle(chunk)
            self._queue.popleft()
            assert page.outcome
            yield page.outcome

    def _settle(self, chunk: _Chunk) -> None:
        """Give the pages of the first chunk in the queue their outcomes, from its worker or from here."""
        checked = self._received(chunk, chunk.work) if chunk.work else None
        if checked is None:
            checked = self._checker.check(chunk.pages)
            if self._cache:
                self._cache.keep(chunk.pages, checked)
        own = [page for page in self._queue if page.chunk is chunk]
        for page, one in zip(own, checked, strict=True):
            page.outcome = one.outcome
        faults = [(path, r.faults) for (path, r, _), *_ in checked if r and r.faults]
        if self._pool and faults:
            for path, failed in faults:
                self._checker.linter(path).put_out_of_service(failed)
            self._go_on_alone()

    def _received(self, chunk: _Chunk, work: Work) -> list[Checked] | None:
        """What a worker has found; None if it raised an error: checked here, the pages show what led to it."""
        from medlint.workers import WorkerDiedError, received

        self._ahead -= 1
        try:
            checked, sent = received(work, chunk.pages[0][0])
        except WorkerDiedError:
            raise
        except Exception:  # noqa: BLE001 - checking the pages here raises it again, where it can be told
            return None
        if self._seen:
            for path, data in sent.files.items():
                self._seen(path, data)
        if self._cache:
            self._cache.keep(chunk.pages, checked, sent)
        return checked

    def _start_workers(self, count: int) -> None:
        from medlint.workers import Pool

        if self._cache:
            self._cache.close()  # no open database goes into another process
        try:
            self._pool = Pool(self._checker, count, [page.path for page in self._todo])
        except (OSError, ImportError, NotImplementedError):  # there are systems on which no process can be had
            self._jobs = 1

    def _go_on_alone(self) -> None:
        """A rule has failed: on the pages that follow it does not run, so what workers made of them is void."""
        self._end_workers()
        self._jobs = 1
        for page in self._queue:
            if page.chunk:
                page.chunk.work = None

    def _end_workers(self) -> None:
        if self._pool:
            self._pool.close(kill=self._ahead > 0)
            self._pool, self._ahead = None, 0
