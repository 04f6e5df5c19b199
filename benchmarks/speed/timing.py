"""Measuring whole processes."""

from __future__ import annotations

import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

TIMEOUT = 300.0
_PLACE = re.compile(rb"\d+:\d+")
_MIB = 2**10 if sys.platform != "darwin" else 2**20  # what ru_maxrss counts in


@dataclass(frozen=True, slots=True)
class Command:
    """A process to measure. `before` runs before each start and is not measured."""

    arguments: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict, hash=False)
    before: Callable[[], object] | None = None
    timeout: float = TIMEOUT


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: seconds by the clock, seconds of CPU in user mode, and the peak memory of its largest process in MiB."""

    wall: float
    user: float
    peak: float


def environment(command: Command) -> dict[str, str]:
    """What a command runs in: ours, without what would change how tools tell things."""
    kept = {k: v for k, v in os.environ.items() if k not in ("CI", "GITHUB_ACTIONS", "FORCE_COLOR", "PYTHONPATH")}
    return {**kept, "NO_COLOR": "1", **command.environment}


def once(command: Command) -> Sample | None:
    """Run it, its output dropped; None when it does not finish in time."""
    if command.before:
        command.before()
    start = time.perf_counter()
    process = subprocess.Popen(
        command.arguments, cwd=command.folder, env=environment(command), stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip

    def stop(*_: object) -> None:
        os.killpg(process.pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, command.timeout)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    signal.setitimer(signal.ITIMER_REAL, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == -signal.SIGKILL:
        return None
    return Sample(wall, used.ru_utime, used.ru_maxrss / _MIB)


def findings(command: Command) -> int:
    """How many lines of its output name a line and a column."""
    done = subprocess.run(
        command.arguments, cwd=command.folder, env=environment(command), stdin=subprocess.DEVNULL,
        capture_output=True, check=False,
    )  # fmt: skip
    return sum(bool(_PLACE.search(line)) for line in (done.stdout + done.stderr).splitlines())


class Figures:
    """Samples by name, one of each round."""

    def __init__(self, samples: Mapping[str, list[Sample | None]]) -> None:
        self._samples = dict(samples)

    def __contains__(self, name: object) -> bool:
        return name in self._samples

    def finished(self, name: str) -> list[Sample]:
        """The runs that finished in time."""
        return [sample for sample in self._samples.get(name, ()) if sample]

    def median(self, name: str, what: str = "wall") -> float:
        """The median of `wall`, `user` or `peak`."""
        return float(statistics.median(getattr(sample, what) for sample in self.finished(name)))

    def ratio(self, name: str, other: str) -> tuple[float, float, float] | None:
        """Median, least and greatest ratio of one to another in the same round; None where one has no figure."""
        pairs = zip(self._samples.get(name, ()), self._samples.get(other, ()), strict=False)
        ratios = [a.wall / b.wall for a, b in pairs if a and b]
        return (statistics.median(ratios), min(ratios), max(ratios)) if ratios else None

    def of(self, series: str) -> list[str]:
        """The tools that a series has figures of."""
        return [name.partition("/")[2] for name in self._samples if name.partition("/")[0] == series]

    def update(self, other: Figures) -> None:
        """Take in the figures of other names."""
        self._samples |= other._samples


def interleaved(commands: Mapping[str, Command], rounds: int, say: Callable[[str], object] = print) -> Figures:
    """Run all of them once, then again, so that drift of the machine hits all alike.

    One that has not finished in time is not run again.
    """
    samples: dict[str, list[Sample | None]] = {name: [] for name in commands}
    for number in range(rounds):
        for name, command in commands.items():
            if None in samples[name]:
                continue
            sample = once(command)
            samples[name].append(sample)
            if number == 0:
                say(f"  {name}: {f'{sample.wall:.3f} s' if sample else 'not finished'}")
    return Figures(samples)


def load() -> float:
    """How many processes are waiting for a core, on average over the last minute."""
    return os.getloadavg()[0]


def run_quietly(arguments: Sequence[str | Path], folder: Path | None = None) -> bool:
    """Run a preparing command; what it says is shown only when it fails."""
    done = subprocess.run([*map(str, arguments)], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        print("\n".join([*done.stderr.strip().splitlines()[-3:]]), file=sys.stderr)
    return done.returncode == 0
