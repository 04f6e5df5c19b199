"""`medlint config`: what holds, and where it comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from medlint.cli.console import settings
from medlint.clock import current_day
from medlint.config import Settings
from medlint.config_values import PARSERS


@click.group()
def config() -> None:
    """Tell which settings hold."""


@config.command()
@click.argument("page", required=False, metavar="[PAGE]")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file.")
def show(page: str | None, as_json: bool, config: Path | None) -> int:
    """Say every setting, its value and where it comes from; with PAGE, what holds for that page."""
    chosen = settings(False, config)
    rows = {name: (_plain(_value(chosen, name)), _origin(chosen, name)) for name in PARSERS if name != "extends"}
    if page:
        rows |= _of_page(chosen, page, rows)
    if as_json:
        data = {name: {"value": value, "from": origin} for name, (value, origin) in rows.items()}
        click.echo(
            json.dumps({"files": [str(f) for f in chosen.files], "settings": data}, indent=2, ensure_ascii=False)
        )
        return 0
    if not chosen.files:
        click.echo("No configuration file: the defaults hold.")
    for number, file in enumerate(reversed(chosen.files)):
        click.echo(f"{'extends ' if number else ''}{file}")
    wide = max(map(len, rows))
    for name, (value, origin) in rows.items():
        click.echo(f"{name:<{wide}}  {json.dumps(value, ensure_ascii=False)}  ({', '.join(origin)})")
    return 0


def _value(chosen: Settings, name: str) -> Any:
    return getattr(chosen, name.replace("-", "_"))


def _origin(chosen: Settings, name: str) -> list[str]:
    return [str(file) for file in chosen.came_from.get(name.replace("-", "_"), ())] or ["default"]


def _of_page(chosen: Settings, page: str, rows: dict[str, tuple[Any, list[str]]]) -> dict[str, tuple[Any, list[str]]]:
    """The settings that overrides change for a page, with their origin."""
    from medlint.cli.variants import Variants

    variants = Variants(chosen, chosen.root, current_day())
    base, own = variants.base, variants.of(page)
    found: dict[str, tuple[Any, list[str]]] = {}
    for name in ("jurisdiction", "select", "ignore", "severity", "treatment"):
        value = getattr(own, name)
        if value != getattr(base, name):
            plain = dict(value) if name == "severity" else _plain(value)
            found[name] = (plain, [*_origin(chosen, name), "overrides"])
    return {name: found.get(name, row) for name, row in rows.items() if name != "overrides"}


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if hasattr(value, "_asdict"):  # an override, a site
        return {name: _plain(v) for name, v in value._asdict().items() if v not in ((), None, {})}
    if isinstance(value, (tuple, list)):
        return [_plain(v) for v in value]
    if isinstance(value, Path):
        return str(value)
    return dict(value) if isinstance(value, dict) else value
