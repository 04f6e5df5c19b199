"""The command line: the only place that prints or exits."""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from typing import Any, NamedTuple

import click

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


class _Commands(click.Group):
    """A group in which `medlint PATH` is `medlint check PATH`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in COMMANDS and args[0] not in ("--help", "-h", "--version"):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"medlint.cli.{COMMANDS[cmd_name].module}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, known.does) for name, known in COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="medlint %(version)s")
def cli() -> None:
    """Find risky claims in clinic marketing copy.

    `medlint PATH…` is the same as `medlint check PATH…`.
    """


def main(args: list[str] | None = None) -> None:
    """Run the command line and exit: 0, 1, 2 or 3 as the README says."""
    gc.set_threshold(50_000, *gc.get_threshold()[1:])  # nearly all that a run makes stays, so looking often is in vain
    atexit.register(gc.freeze)  # nor need all of it be looked through before it is dropped as a whole
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
    try:
        status = cli.main(args, prog_name="medlint", standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except UsageError as error:
        click.echo(f"medlint: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        _close_stdout()
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - the last resort: report our own fault and exit 3
        _report_fault(error)
        sys.exit(3)
    sys.exit(status if isinstance(status, int) else 0)


def _close_stdout() -> None:
    """Nobody reads our output any more: let the interpreter flush into nothing at exit."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report_fault(error: Exception) -> None:
    import platform
    import traceback

    frames = traceback.extract_tb(error.__traceback__)[-3:]
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    click.echo(
        "medlint: this is a fault of medlint, not of your page. Please report these two lines:\n"
        f"  medlint {__version__}, Python {platform.python_version()}, {sys.platform}\n"
        f"  {type(error).__name__}: {error} at {where}",
        err=True,
    )
