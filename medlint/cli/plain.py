"""Reading the arguments of a plain `medlint check` without click, whose import takes a quarter of a short run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from medlint.cli.options import OF_CHECK

_OPTIONS = {option.flag: option for option in OF_CHECK}


class Plain(NamedTuple):
    """The arguments of `medlint check`: the values by what they are called in code, and which options were named, in
    their order."""

    values: dict[str, Any]
    order: list[str]


def plainly(args: Sequence[str]) -> Plain | None:
    """What click would make of the arguments of `medlint check`; None where anything is amiss or unusual, so that click
    has to read or to refuse them."""
    values: dict[str, Any] = {option.param: option.left_out for option in OF_CHECK}
    paths: list[str] = []
    order: list[str] = []
    rest = iter(args)
    for arg in rest:
        if arg == "-" or not arg.startswith("-"):
            paths.append(arg)
            continue
        flag, equals, text = arg.partition("=")
        option = _OPTIONS.get(flag)
        if option is None:
            return None
        if option.reads is None:
            value: Any = True
            if equals:
                return None
        else:
            text = text if equals else next(rest, "-")
            if text.startswith("-") or (option.choices and text not in option.choices):
                return None
            try:
                value = option.reads(text)
            except ValueError:
                return None
        values[option.param] = (*values[option.param], value) if option.many else value
        order.append(option.param)
    if not paths or os.name == "nt":  # click expands patterns of file names where the shell does not
        return None
    return Plain({"paths": tuple(paths), **values}, order)
