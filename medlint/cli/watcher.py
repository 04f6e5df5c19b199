"""Waiting for changes in folders, some with all that is below them, some without."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from watchfiles import watch

from medlint.cli.watching import Folders

DEBOUNCE_MS = 800
"""Changes that go on are told after so long at the latest."""

STILL_MS = 80
"""Changes are told when there was none for so long: an editor saves in several steps."""

POLL_MS = 1000
"""How often files are looked at where the system tells of no changes."""

_WAKE_MS = 200


class WatchError(Exception):
    """Folders that cannot be watched, in one sentence."""


class Watcher:
    """Tells which paths have changed in the folders that it was last told to `follow`. To be closed by `with`."""

    def __init__(self, *, poll: bool = False) -> None:
        self._poll = poll
        self._folders = Folders()
        self._stop = threading.Event()
        self._told: queue.Queue[set[Path] | WatchError] = queue.Queue()

    def __enter__(self) -> Watcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()

    def follow(self, folders: Folders) -> None:
        """Watch these folders from now on. What changes after this returns is told."""
        if folders == self._folders:
            return
        before, self._stop, self._folders = self._stop, threading.Event(), folders
        waiting = [
            self._started(some, recursive=deep) for some, deep in ((folders.deep, True), (folders.flat, False)) if some
        ]
        for ready in waiting:
            ready.wait()
        before.set()

    def changes(self) -> Iterator[set[Path]]:
        """The paths that have changed, as often as there are any. Raises WatchError."""
        while True:
            found: set[Path] = set()
            with suppress(queue.Empty):
                found |= self._next(timeout=1.0)  # a wait without an end cannot be interrupted everywhere
                while True:
                    found |= self._next(timeout=0.0)
            if found:
                yield found

    def _next(self, timeout: float) -> set[Path]:
        told = self._told.get(block=timeout > 0, timeout=timeout or None)
        if isinstance(told, WatchError):
            raise told
        return told

    def _started(self, folders: frozenset[Path], *, recursive: bool) -> threading.Event:
        ready = threading.Event()
        threading.Thread(target=self._listen, args=(folders, recursive, self._stop, ready), daemon=True).start()
        return ready

    def _listen(self, folders: frozenset[Path], recursive: bool, stop: threading.Event, ready: threading.Event) -> None:
        try:
            told = watch(
                *sorted(folders), watch_filter=None, debounce=DEBOUNCE_MS, step=STILL_MS, stop_event=stop,
                rust_timeout=_WAKE_MS, yield_on_timeout=True, force_polling=self._poll or None, poll_delay_ms=POLL_MS,
                recursive=recursive, ignore_permission_denied=True,
            )  # fmt: skip
            for some in told:
                ready.set()
                if some:
                    self._told.put({Path(path) for _, path in some})
        except (OSError, RuntimeError) as error:
            self._told.put(WatchError(f"the folders cannot be watched: {error}; --poll looks at the files instead"))
        finally:
            ready.set()
