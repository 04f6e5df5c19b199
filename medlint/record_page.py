"""The page of a record: what its JSON says, for people to read and to print."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from itertools import groupby
from typing import Any

from jinja2 import Environment, StrictUndefined

MEANING = {
    0: "nothing at or above the level that fails",
    1: "findings at or above the level that fails",
    2: "something could not be read or judged",
}
"""What an exit status says."""


def page(record: Mapping[str, Any], name: str) -> str:
    """The record as one HTML page that needs nothing else; `name` is that of the JSON file beside it."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["shown"] = _shown
    environment.tests["web"] = lambda address: str(address).startswith(("https://", "http://"))
    template = environment.from_string(files("medlint").joinpath("record.html.jinja").read_text("utf-8"))
    by_file = [(path, list(some)) for path, some in groupby(record["findings"], key=lambda f: f["path"])]
    told = template.render(record=record, name=name, by_file=by_file, meaning=MEANING.get(record["status"], ""))
    return told.encode("utf-8", "replace").decode("utf-8")  # names of files need not be UTF-8


def _shown(value: Any) -> str:
    """A setting as it is told: lists by their parts, an empty one as a dash."""
    if value in (None, [], {}):
        return "–"
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
