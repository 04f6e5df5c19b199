"""The options of `options` as click has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click

from medlint.cli.options import SHARED, TODAY, Option, day_of

Decorator = Callable[[Any], Any]


def reading(reads: Callable[[str], Any]) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """A callback of click's that makes of what was written what `reads` makes of it."""

    def read(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
        try:
            if isinstance(value, tuple):
                return tuple(map(reads, value))
            return None if value is None else reads(value)
        except ValueError as error:
            raise click.BadParameter(str(error), ctx, param) from None

    return read


def clicked(option: Option) -> Decorator:
    """An option as a decorator of click's."""
    if not option.reads:
        return click.option(option.flag, option.param, is_flag=True, help=option.help)
    return click.option(
        option.flag, option.param, type=click.Choice(option.choices) if option.choices else str, multiple=option.many,
        default=option.default, callback=reading(option.reads), metavar=option.metavar, help=option.help,
    )  # fmt: skip


day = reading(day_of)
PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH…")
today_option = clicked(TODAY)


def options_of(options: Iterable[Option], *, paths: Decorator = PATHS) -> Decorator:
    """The argument and the options of a command that checks pages; it takes them as `**options` for `checked`."""
    decorators = [paths, *map(clicked, options)]

    def decorated(command: Any) -> Any:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorated


lint_options = options_of(SHARED)


class Ordered(click.Command):
    """A command that keeps in `ctx.meta["order"]` which options were named, in their order."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta["order"] = [param.name for param in order]
        return super().parse_args(ctx, args)
