"""The command line: the only place that prints or exits."""

from __future__ import annotations

import atexit
import gc
import sys
from typing import Any, NamedTuple

from medlint import __version__
from medlint.cli.usage import UsageError


class Known(NamedTuple):
    """A command that is imported when it is run: a function of its name in `module`, and what it does in a line."""

    module: str
    does: str


COMMANDS = {
    "check": Known("check", "Check pages and folders of pages; - is standard input."),
    "fix": Known("fix", "Put rewordings into pages, one by one or all that are safe."),
    "files": Known("files", "List which files would be read, which not, and why."),
    "explain": Known("rules", "Tell all about a rule: what it finds, why, who says so."),
    "rules": Known("rules", "List the rules in use."),
    "pack": Known("pack", "Work on rule packs."),
    "serve": Known("serve", "Open a page on this machine to paste copy into."),
    "init": Known("init", "Take up medlint in the project in the current folder."),
    "baseline": Known("baseline", "Let stand what is there now, so that only new findings fail."),
    "config": Known("config", "Tell which settings hold."),
    "report": Known("report", "Check pages and record what was checked and found."),
    "verify-record": Known("verify_record", "Tell whether all is still as a record says."),
    "cite": Known("cite", "Look up, check and keep the references behind claims."),
    "claims": Known("claims", "Work on cleared claims: exact texts that are approved."),
    "stats": Known("stats", "Count findings by severity, family, rule, page or folder."),
    "balance": Known("balance", "Tell of pages the benefits claimed and the risks told."),
    "watch": Known("watch", "Check pages again whenever they change."),
    "mcp": Known("mcp", "Let AI writing assistants check copy: an MCP server."),
    "facts": Known("facts", "Read the facts that medlint knows."),
    "lsp": Known("lsp", "Check pages as they are written, in an editor."),
    "doctor": Known("doctor", "Tell whether configuration, packs, facts and cache are sound."),
}

ABOUT = frozenset(("--help", "-h", "--version"))
"""Options that ask about medlint itself."""


def main(args: list[str] | None = None) -> None:
    """Run the command line and exit: 0, 1, 2 or 3 as the README says."""
    gc.set_threshold(50_000, *gc.get_threshold()[1:])  # nearly all that a run makes stays, so looking often is in vain
    atexit.register(gc.freeze)  # nor need all of it be looked through before it is dropped as a whole
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
    try:
        status = _run(sys.argv[1:] if args is None else args)
    except UsageError as error:
        print(f"medlint: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        _close_stdout()
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - the last resort: report our own fault and exit 3
        _report_fault(error)
        sys.exit(3)
    sys.exit(status)


def _run(args: list[str]) -> int:
    """Run a command; returns the exit status. Raises UsageError."""
    status = _checked(args)
    if status is not None:
        return status
    import click

    from medlint.cli.commands import cli

    try:
        status = cli.main(args, prog_name="medlint", standalone_mode=False)
    except click.exceptions.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return 2
    return status if isinstance(status, int) else 0


def _checked(args: list[str]) -> int | None:
    """Check pages if that is all that is asked for, and plainly enough to be read without click; else None."""
    first, rest = args[:1], args[1:] if args[:1] == ["check"] else args
    if not rest or (first[0] in COMMANDS and first != ["check"]) or not ABOUT.isdisjoint(args):
        return None
    from medlint.cli.plain import plainly

    plain = plainly(rest)
    if plain is None:
        return None
    from medlint.cli.checking import check_pages

    return check_pages(plain.order, **plain.values)


def _close_stdout() -> None:
    """Nobody reads our output any more: let the interpreter flush into nothing at exit."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report_fault(error: Exception) -> None:
    import platform
    import traceback

    frames = traceback.extract_tb(error.__traceback__)[-3:]
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    print(
        "medlint: this is a fault of medlint, not of your page. Please report these two lines:\n"
        f"  medlint {__version__}, Python {platform.python_version()}, {sys.platform}\n"
        f"  {type(error).__name__}: {error} at {where}",
        file=sys.stderr,
    )
