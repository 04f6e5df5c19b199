"""The commands as click knows them."""

from __future__ import annotations

from importlib import import_module

import click

from medlint import __version__
from medlint.cli import ABOUT, COMMANDS


class _Commands(click.Group):
    """A group in which `medlint PATH` is `medlint check PATH`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in COMMANDS and args[0] not in ABOUT:
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
