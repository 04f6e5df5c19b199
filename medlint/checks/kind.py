"""What every kind of rule brings: its keys, how it is parsed and how it is run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from medlint.packs.errors import did_you_mean
from medlint.packs.model import Guard, Header
from medlint.page import Match, Page

if TYPE_CHECKING:
    from medlint.evidence.facts import Facts
    from medlint.packs.words import WordLists
    from medlint.packs.yaml_source import Cursor

    Parse = Callable[[Header, dict[str, Cursor], WordLists, Mapping[str, Guard], Facts], Any]


def _never(page: Page) -> bool:
    return False


class Kind(NamedTuple):
    """A kind of rule.

    `keys` are its own keys in YAML, `required` those that must be there, `inherits` those that the head
    of a file can set for all its rules. `run(rule, page)` yields the matches; a kind that is `late`
    runs when the matches of the others are in `page.matches`; one that is `of_page` stands at some words, but says
    nothing of what is wrong with these. A kind that is `idle` on a page has nothing to say there: no rule is asked.
    """

    keys: tuple[str, ...]
    required: tuple[str, ...]
    inherits: tuple[str, ...]
    parse: Parse
    run: Callable[[Any, Page], Iterable[Match]]
    late: bool = False
    of_page: bool = False
    idle: Callable[[Page], bool] = _never


def guards_of(fields: dict[str, Cursor], guards: Mapping[str, Guard]) -> tuple[Guard, ...]:
    """The guards that a rule names under `unless`. An unknown name is noted at its cursor."""
    used = []
    for cursor in fields["unless"].texts() if "unless" in fields else ():
        name = cursor.string()
        if name in guards:
            used.append(guards[name])
        else:
            cursor.note(f"unknown guard “{name}”{did_you_mean(name, guards)}")
    return tuple(used)
