"""The page of all commands and their options, from the commands themselves."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click

from medlint.cli.commands import cli

_CODE = re.compile(r"(`[^`]*`)")
_MARKS = re.compile(r"[\\*_\[\]]")


def commands_page() -> str:
    """The page, in Markdown."""
    lines = [
        "# Commands",
        "",
        "All commands and options, as `medlint COMMAND --help` tells them. `medlint PATH…` is `medlint check PATH…`. "
        "What the exit status means is told [for content engineers](start/engineers.md#exit-status).",
    ]
    top = click.Context(cli, info_name="medlint")
    for name in cli.list_commands(top):
        command = cli.get_command(top, name)
        assert command is not None
        lines += _command(command, click.Context(command, info_name=name, parent=top), 2)
    return "\n".join(lines) + "\n"


def _command(command: click.Command, ctx: click.Context, level: int) -> Iterator[str]:
    name = ctx.command_path
    yield from ("", f"{'#' * level} {name}", "", "```text")
    yield " ".join([name, *command.collect_usage_pieces(ctx)])
    yield "```"
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield from ("", _prose(" ".join(paragraph.replace("\b", "").split())))
    options = [param.get_help_record(ctx) for param in command.params]
    rows = [(names, told) for names, told in filter(None, options) if told]
    if rows:
        yield from ("", "| option | |", "| --- | --- |")
        for names, told in rows:
            yield f"| `{names.replace('|', ' or ')}` | {_prose(told).replace('|', chr(92) + '|')} |"
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            assert inner is not None
            yield from _command(inner, click.Context(inner, info_name=name, parent=ctx), level + 1)


def _prose(text: str) -> str:
    """A text of the help; what stands between backticks is code in Markdown as well."""
    parts = _CODE.split(text)
    return "".join(part if n % 2 else _MARKS.sub(r"\\\g<0>", part).replace("<", "&lt;") for n, part in enumerate(parts))
