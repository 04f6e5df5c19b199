"""Taking up medlint in a project: what it has, what it lacks, and the files that would give it that."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from medlint import HOME, __version__
from medlint.discover import WORDS_LIKE, discover
from medlint.files import below
from medlint.insert import with_item, with_table

HOOKS = ".pre-commit-config.yaml"
GITHUB = ".github/workflows/medlint.yml"
GITLAB = ".gitlab-ci.yml"

FOLDERS = (
    "content", "_posts", "posts", "_pages", "pages", "app", "routes", "blog", "site", "www", "public", "static",
    "components", "views", "templates", "layouts", "snippets", "sections", "_includes", "_layouts", "_data", "data",
    "locales", "i18n", "messages", "src/content", "src/pages", "src/app", "src/routes", "src/components", "src/data",
    "src/layouts", "src/views", "src/locales", "resources/views",
)  # fmt: skip
"""Where frameworks keep what is read on the page."""

_NAMED = re.compile(r"^[^#\n]*\bmedlint\b", re.M)


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked: where the copy is (paths below the project, “.” for all of it) and whose rules apply."""

    paths: tuple[str, ...]
    jurisdiction: tuple[str, ...]


class File(NamedTuple):
    """A file to be written with its whole text; `added` is what is new in one that is there already."""

    path: Path
    text: str
    added: str | None = None


@dataclass(slots=True)
class Plan:
    """What would be written, and what is left to be done by hand: each a sentence and a text to put somewhere."""

    files: list[File] = field(default_factory=list)
    by_hand: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lacks:
    """What a project lacks, and what it has: what is told of that."""

    config: bool
    hook: bool
    services: tuple[str, ...]
    there: tuple[str, ...]


def lacking(root: Path, origin: Path | None, *, hook: bool, services: Iterable[str]) -> Lacks:
    """What is missing in a project; `origin` is its configuration, `hook` and `services` are what it should have."""
    places = {HOOKS: HOOKS, "github": GITHUB, "gitlab": GITLAB}
    wanted = [*([HOOKS] if hook else []), *services]
    names = {what: _named_in(root, what, places[what]) for what in wanted}
    there = [below(root, origin)] if origin else []
    return Lacks(
        origin is None,
        hook and not names[HOOKS],
        tuple(s for s in wanted if s != HOOKS and not names[s]),
        (*there, *(name for name in names.values() if name)),
    )


def _named_in(root: Path, what: str, place: str) -> str:
    """The file in which medlint has been put to work already; none is “”."""
    paths = sorted((root / GITHUB).parent.glob("*.y*ml")) if what == "github" else [root / place]
    found = (path for path in paths if path.is_file() and _NAMED.search(path.read_text("utf-8", errors="replace")))
    return next((below(root, path) for path in found), GITHUB if what == "github" and (root / GITHUB).exists() else "")


def services_of(root: Path) -> tuple[str, ...]:
    """The CI services that a project uses."""
    found = {"github": (root / ".github").is_dir(), "gitlab": (root / GITLAB).is_file()}
    return tuple(name for name, used in found.items() if used)


def guessed_copy(root: Path) -> tuple[str, ...]:
    """Where the copy is: the folders of frameworks if all files for people are in them, else the whole project."""
    read = (below(root, c.path) for c in discover([root]) if c.format and not c.reason)
    wordy = [path for path in read if PurePosixPath(path).suffix.lower() in WORDS_LIKE]
    found = tuple(f for f in FOLDERS if any(path.startswith(f + "/") for path in wordy))
    inside = tuple(f + "/" for f in found)
    return found if found and all(path.startswith(inside) for path in wordy) else (".",)


def copy_paths(root: Path, given: Iterable[str]) -> tuple[str, ...]:
    """Paths as they are seen from the project. Raises ValueError for one that is not there or lies elsewhere."""
    found = []
    for name in given:
        path = root / name
        if not path.exists():
            raise ValueError(f"{name}: there is no such file or folder")
        shown = below(root, path)
        if Path(shown).is_absolute() or shown.startswith("../"):
            raise ValueError(f"{name}: lies outside of {root}")
        found.append(shown)
    if not found:
        raise ValueError("name at least one file or folder")
    return (".",) if "." in found else tuple(dict.fromkeys(found))


def plan(root: Path, lacks: Lacks, answers: Answers) -> Plan:
    """What would give a project what it lacks. Nothing is written here."""
    out = Plan()
    if lacks.config:
        out.files.append(_config(root, answers))
    if lacks.hook:
        _hook(root, answers, out)
    if "github" in lacks.services:
        out.files.append(File(root / GITHUB, _workflow(answers.paths)))
    if "gitlab" in lacks.services:
        text = _include(answers.paths)
        if (root / GITLAB).exists():
            out.by_hand.append((f"Add this to {GITLAB} (“include” may be there already: then add to it):", text))
        else:
            out.files.append(File(root / GITLAB, text))
    return out


def _config(root: Path, answers: Answers) -> File:
    """The configuration: a table in pyproject.toml, or a file of its own."""
    body = f"# {HOME}#configuration\njurisdiction = {_toml(answers.jurisdiction)}\n"
    if include := _passed_over(root, answers.paths):
        body += f"include = {_toml(include)}\n"
    project = root / "pyproject.toml"
    if project.is_file():
        text = _text(project)
        new = None if text is None else with_table(text, "medlint", body)
        if text is not None and new is not None:
            return File(project, new, new[len(text) :])
    return File(root / "medlint.toml", body)


def _passed_over(root: Path, paths: Sequence[str]) -> list[str]:
    """Patterns for those paths in which a walk through the project would pass over what is read if they are named."""
    walked = {c.path for c in discover([root]) if not c.reason}

    def more(name: str) -> bool:
        return any(c.format and not c.reason and c.path not in walked for c in discover([root / name]))

    return [f"/{name}/" if (root / name).is_dir() else f"/{name}" for name in paths if name != "." and more(name)]


def _hook(root: Path, answers: Answers, out: Plan) -> None:
    item = f"- repo: {HOME}\n  rev: v{__version__}\n  hooks:\n    - id: medlint\n"
    if answers.paths != (".",):
        parts = [re.escape(p).replace(r"\-", "-") + ("/" if (root / p).is_dir() else "$") for p in answers.paths]
        files = f"^({'|'.join(parts)})" if len(parts) > 1 else f"^{parts[0]}"
        item += "      files: '{}'\n".format(files.replace("'", "''"))
    path = root / HOOKS
    if not path.exists():
        out.files.append(File(path, "repos:\n" + "".join(f"  {line}\n" for line in item.splitlines())))
        return
    text = _text(path)
    new = None if text is None else with_item(text, "repos", item)
    if new is None:
        out.by_hand.append((f"{HOOKS} cannot be added to safely. Add this to its list “repos”:", item))
    else:
        out.files.append(File(path, new, item))


def _workflow(paths: Sequence[str]) -> str:
    text = f"""\
name: medlint
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  medlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: medlint/medlint/.github/actions/medlint@v{__version__}
"""
    if tuple(paths) != (".",):
        text += "        with:\n          paths: |\n" + "".join(f"            {path}\n" for path in paths)
    return text


def _include(paths: Sequence[str]) -> str:
    raw = f"https://raw.githubusercontent.com/medlint/medlint/v{__version__}/docs/ci/medlint.gitlab-ci.yml"
    text = f"include:\n  - remote: {raw}\n"
    if tuple(paths) != (".",):
        text += "\nmedlint:\n  variables:\n    MEDLINT_PATHS: |-\n" + "".join(f"      {path}\n" for path in paths)
    return text


def _toml(values: Iterable[str]) -> str:
    return "[" + ", ".join(json.dumps(value, ensure_ascii=False) for value in values) + "]"


def _text(path: Path) -> str | None:
    """A text file with its line ends as they stand; None where it is no UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
