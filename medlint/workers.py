"""Worker processes, each with linters of its own.

Where it is safe they are forked, so that what was made before is shared; elsewhere they start anew.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import NamedTuple

from medlint.checker import Checked, Checker, Outcome
from medlint.result_data import Wordings, compact, from_data, to_data


class WorkerDiedError(Exception):
    """A worker process has ended before its time: it crashed, or the system has killed it.

    `path` is the page from which on no outcomes have come.
    """

    def __init__(self, path: str) -> None:
        super().__init__(
            f"a worker process was ended while it checked “{path}” or a page near it (is there too little memory?); "
            "with --jobs 1 medlint does without"
        )


class SentPage(NamedTuple):
    """What became of a page, as in `Checked`: its result as JSON, or the reason why it could not be read."""

    path: str
    result: str
    reason: str
    imports: list[str]
    taken: str
    whole: bool


@dataclass(slots=True)
class Sent:
    """What a worker has made of a chunk: its pages, the wordings of their results, and what else it has read.

    `files` are those that pages take in, with their bytes; `imports` tells of some what they take in themselves.
    """

    pages: list[SentPage] = field(default_factory=list)
    wordings: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    imports: dict[str, list[str]] = field(default_factory=dict)


Work = Future[Sent]

_wordings = Wordings()


class Pool:
    """Some workers. The linters for `paths` are made before they are forked. Raises OSError where none can be had."""

    def __init__(self, checker: Checker, workers: int, paths: Sequence[str]) -> None:
        self.workers = workers
        method = start_method()
        if method == "fork":
            for path in paths:
                checker.linter(path)
        context = multiprocessing.get_context(method)
        self._executor = ProcessPoolExecutor(workers, context, _begin, (checker,))
        others = set(multiprocessing.active_children())
        gc.freeze()  # what a collector does not touch stays shared
        try:
            self._executor.submit(int)  # starts them
        except BaseException:
            self._own = set(multiprocessing.active_children()) - others
            self.close(kill=True)
            raise
        finally:
            gc.unfreeze()
        self._own = set(multiprocessing.active_children()) - others

    def give(self, pages: Sequence[tuple[str, bytes]]) -> Work:
        """Have some pages (path and bytes) checked. Raises WorkerDiedError."""
        try:
            return self._executor.submit(_check, pages)
        except BrokenProcessPool:
            raise WorkerDiedError(pages[0][0]) from None

    def close(self, *, kill: bool) -> None:
        """End the workers: when they have done what they were given, or at once."""
        for process in self._own if kill else ():
            process.kill()
        self._executor.shutdown(wait=True, cancel_futures=kill)


def received(work: Work, path: str) -> tuple[list[Checked], Sent]:
    """What a worker has made of pages, when it is ready; `path` is the first. Raises what the worker has raised, and
    WorkerDiedError.
    """
    try:
        sent = work.result()
    except BrokenProcessPool:
        raise WorkerDiedError(path) from None
    _wordings.add(sent.wordings)
    return [_checked(one) for one in sent.pages], sent


def _checked(one: SentPage) -> Checked:
    result = from_data(json.loads(one.result), _wordings) if one.result else None
    return Checked(Outcome(one.path, result, one.reason), one.imports, one.taken, one.whole)


def start_method() -> str:
    """Forking is quick, but safe only where no thread holds a lock, and where no library of the system minds."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


# In a worker


class _Noted:
    """Notes what is read beside the pages, to be sent along with a chunk."""

    def __init__(self) -> None:
        self.sent = Sent()

    def seen(self, path: str, data: bytes) -> None:
        self.sent.files[path] = data

    def imports(self, path: str, data: bytes) -> list[str] | None:
        return None

    def keep_imports(self, path: str, data: bytes, imports: list[str]) -> None:
        self.sent.imports[path] = imports


_checker: Checker
_noted = _Noted()


def _begin(checker: Checker) -> None:
    """Make a worker ready. It leaves interrupts to the process that started it, and ends with that."""
    global _checker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _checker = checker
    checker.composition.seen, checker.composition.memory = _noted.seen, _noted
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _check(pages: Sequence[tuple[str, bytes]]) -> Sent:
    checked = _checker.check(pages)
    sent, _noted.sent = _noted.sent, Sent()
    for (path, result, reason), imports, taken, whole in checked:
        text = compact(to_data(result, _wordings, sent.wordings)) if result else ""
        sent.pages.append(SentPage(path, text, reason, imports, taken, whole))
    return sent
