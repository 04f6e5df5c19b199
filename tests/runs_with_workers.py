"""Runs with worker processes: in a process of its own, as forking wants one without threads.

Called with a folder, it makes a site there, checks it in many ways, and prints as JSON what came of each.
"""

from __future__ import annotations

import contextlib
import io
import json
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import click
from conftest import EPOCH, pack_text, rule_text

from medlint import lint, work, workers
from medlint.checks.claim import ClaimRule
from medlint.cli import main, variants
from medlint.cli.clicked import lint_options
from medlint.cli.run import checked
from medlint.lint import Linter
from medlint.packs.compiled import load_packs
from medlint.packs.model import Library
from medlint.page import Page
from medlint.record import Seen
from medlint.steps import SearchTimeoutError
from medlint.texts import Lexicons

COUNT = 40
TEXTS = (
    "Zap our patients.",
    "We trust our doctors.",
    "A clinic at the sea.",
    "Zap {n} patients. Zap it.",
    "Trust {n} nurses.",
)


@cache
def small(packs: Sequence[str], jurisdictions: Sequence[str], *, shipped_rules: bool = True) -> Library:
    return load_packs(map(Path, packs))


@cache
def names(_: int) -> Lexicons:
    return Lexicons(load_packs([]).facts)


# Before the guard below, so that it holds in workers that start anew as well.
variants.library = small  # type: ignore[assignment]
lint.Lexicons = lambda facts, **_: names(0)  # type: ignore[assignment,misc]
work.WORTH_KEEPING = 0

Matches = Callable[..., Iterator[Any]]
matches: Matches = ClaimRule.matches  # type: ignore[assignment]
check_page = Linter.check_page


def in_worker() -> bool:
    return multiprocessing.parent_process() is not None


def make_site() -> None:
    rules = rule_text() + rule_text('"trust"', "trust", "trust")
    write("medlint.toml", 'packs = ["mine.yaml"]\n[[overrides]]\nfiles = ["**/p*3.md"]\nignore = ["trust"]\n')
    write("mine.yaml", pack_text(rules))
    for n in range(COUNT):
        words = " ".join(TEXTS[(n * 7 + k) % len(TEXTS)].format(n=n) for k in range(3))
        write(f"site/p{n:02}.md", f"# Patients {n}\n\n{words} Ask our doctors at the clinic.\n")
    Path("site/p11.md").write_bytes(b"\xff\xfe\x00 no text")
    Path("site/p12.md").unlink()
    Path("site/p12.md").symlink_to("p12.md")  # named, it cannot be opened
    write("site/p13.md", "Zap them. <!-- medlint-disable-line zap -- it is our name --> Patients.\n")
    write("package.json", "{}")
    write("app/layout.tsx", "export default function L() { return <p>Zap our patients.</p> }\n")
    for n in range(3):
        write(f"app/v{n}/page.tsx", f"export default function P() {{ return <p>Zap patient {n}, doctor.</p> }}\n")


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(*args: str, stdin: bytes = b"", paths: Sequence[str] = ("site", "site/p12.md", "app")) -> dict[str, Any]:
    out, err = io.StringIO(), io.StringIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin))
    forks = workers.Pool.__init__
    pools = []

    def counting(self: Any, checker: Any, count: int, paths: Any) -> None:
        pools.append(count)
        forks(self, checker, count, paths)

    workers.Pool.__init__ = counting  # type: ignore[method-assign]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main(["check", "--format", "json", *args, *paths])
    except SystemExit as ended:
        status = ended.code
    finally:
        workers.Pool.__init__ = forks  # type: ignore[method-assign]
    return {
        "status": status, "out": out.getvalue(), "err": err.getvalue(), "workers": pools,
        "left": len(multiprocessing.active_children()),
    }  # fmt: skip


def read(*args: str) -> dict[str, Any]:
    """What a record is told of."""
    seen = Seen()

    @click.command()
    @lint_options
    def look(**options: Any) -> None:
        checked(**options, seen=seen)

    with contextlib.redirect_stderr(io.StringIO()):
        look.main([*args, "app", "site"], standalone_mode=False)
    return {"files": sorted(seen.files.items()), "left": len(multiprocessing.active_children())}


def fails_at(mark: str, action: Callable[[], None]) -> Callable[[Linter, Page], Any]:
    def check(self: Linter, page: Page) -> Any:
        if mark in page.document.path:
            action()
        return check_page(self, page)

    return check


def die() -> None:
    if in_worker():
        os.kill(os.getpid(), signal.SIGKILL)


def raise_() -> None:
    raise LookupError("a fault at p20")


def raise_in_worker() -> None:
    if in_worker():
        raise MemoryError


def interrupt() -> None:
    if in_worker():
        os.kill(os.getppid(), signal.SIGINT)
        time.sleep(30)


def slow(self: ClaimRule, flag: Any, page: Page, view: Any, sentence: Any) -> Iterator[Any]:
    if self.header.id == "trust" and "p21" in page.document.path:
        raise SearchTimeoutError
    return matches(self, flag, page, view, sentence)


@contextlib.contextmanager
def instead(owner: Any, name: str, value: Any) -> Iterator[None]:
    old = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, old)


def everything() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "one", run("--jobs", "1", "--no-cache")
    for jobs in ("2", "3", "9"):
        yield f"jobs {jobs}", run("--jobs", jobs, "--no-cache")
    yield "auto", run("--no-cache")
    yield "cold", run("--jobs", "3")
    write("site/p05.md", "Zap a new patient, doctor.\n")
    write("site/p25.md", "Trust a new patient, doctor.\n")
    yield "some changed", run("--jobs", "2")
    yield "warm", run("--jobs", "2")
    yield "some changed, one", run("--jobs", "1", "--no-cache")
    yield "stdin, one", run("--jobs", "1", "--no-cache", stdin=b"Zap our patients.\n", paths=("-", "site"))
    yield "stdin, jobs", run("--jobs", "2", "--no-cache", stdin=b"Zap our patients.\n", paths=("-", "site"))
    for jobs in ("1", "3"):
        yield f"read by {jobs}", read("--jobs", jobs, "--no-cache")
    with instead(workers, "start_method", lambda: "spawn"):
        yield "spawned", run("--jobs", "2", "--no-cache")
    for jobs in ("1", "3"):
        with instead(ClaimRule, "matches", slow):
            yield f"rule stopped, {jobs}", run("--jobs", jobs, "--no-cache")
        with instead(Linter, "check_page", fails_at("p20", raise_)):
            yield f"fault, {jobs}", run("--jobs", jobs, "--no-cache")
    with instead(Linter, "check_page", fails_at("p20", raise_in_worker)):
        yield "fault in the worker alone", run("--jobs", "2", "--no-cache")
    with instead(Linter, "check_page", fails_at("p20", die)):
        yield "worker killed", run("--jobs", "2", "--no-cache")
    with instead(Linter, "check_page", fails_at("p20", interrupt)):
        yield "interrupted", run("--jobs", "2", "--no-cache")
    with instead(workers.ProcessPoolExecutor, "submit", no_processes):
        yield "no processes", run("--jobs", "2", "--no-cache")


def no_processes(*_: Any) -> None:
    raise OSError(11, "Resource temporarily unavailable")


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    os.environ |= {"MEDLINT_CACHE_DIR": str(Path("cache").resolve()), "SOURCE_DATE_EPOCH": EPOCH}
    os.environ.pop("CI", None)
    make_site()
    real = sys.stdout
    print(json.dumps(dict(everything())), file=real)
