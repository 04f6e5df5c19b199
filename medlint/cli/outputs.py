"""Where reports go: formats and files, in the order in which the command line names them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from medlint.cli.console import UsageError
from medlint.expressions import expression
from medlint.files import write_whole
from medlint.reporters import SHOW_COPY, Report, Style, parts

TO_READ = ("text", "concise")
"""What people read as it comes; annotations for GitHub can stand beside it."""

_ORDER = expression(r"^(\s*)(::|##\[)", re.M)
"""How a line begins that the runner obeys."""

OTHER_SERVICES = (
    "GITLAB_CI", "JENKINS_URL", "CIRCLECI", "TF_BUILD", "TRAVIS", "BUILDKITE", "BITBUCKET_BUILD_NUMBER",
    "TEAMCITY_VERSION", "DRONE", "APPVEYOR", "NETLIFY", "VERCEL", "CF_PAGES",
)  # fmt: skip
"""What tells of a CI service that makes nothing of GitHub's annotations."""


def targets(
    formats: Sequence[str], outputs: Sequence[Path], order: Sequence[str | None]
) -> list[tuple[str, Path | None]]:
    """Each format with the file it is written to (None: standard output).

    An output belongs to the format before it, or to the first one when it comes before all. Raises UsageError.
    """
    chosen: list[tuple[str, Path | None]] = []
    first: Path | None = None
    names, paths = iter(formats), iter(outputs)
    for option in order:
        if option == "formats":
            chosen.append((next(names), first if not chosen else None))
        elif option == "outputs":
            path = next(paths)
            if chosen and chosen[-1][1] is None:
                chosen[-1] = (chosen[-1][0], path)
            elif not chosen and first is None:
                first = path
            else:
                raise UsageError(f"{path}: no format is left for this --output; name one with --format before it")
    if not chosen:
        chosen = [("text", first), *((name, None) for name in _beside_text())]
    _one_voice(chosen)
    return chosen


def _beside_text() -> list[str]:
    """Annotations, where a CI service may read them from the log."""
    asked = os.environ.get("GITHUB_ACTIONS") or os.environ.get("CI")
    others = any(os.environ.get(name) for name in OTHER_SERVICES)
    return ["github"] if asked and asked.lower() not in ("0", "false") and not others else []


def shows_copy(chosen: Iterable[tuple[str, Path | None]]) -> bool:
    """Whether one of the formats shows the pages themselves."""
    return any(name in SHOW_COPY for name, _ in chosen)


def _one_voice(chosen: Sequence[tuple[str, Path | None]]) -> None:
    files = [path.resolve() for _, path in chosen if path]
    twice = next((path for path in files if files.count(path) > 1), None)
    if twice:
        raise UsageError(f"{twice}: two formats would be written to this file")
    spoken = [name for name, path in chosen if path is None]
    machine = [name for name in spoken if name not in (*TO_READ, "github")]
    if len(spoken) > 1 and (machine or len(set(spoken) & set(TO_READ)) > 1 or len(set(spoken)) < len(spoken)):
        raise UsageError(f"{' and '.join(spoken)} would both go to standard output; add --output FILE behind one")


def write(report: Report, chosen: Sequence[tuple[str, Path | None]], style: Style, *, quiet: bool) -> None:
    """Write each format to its file, and the others to standard output unless `quiet`. Raises UsageError."""
    for name, path in chosen:
        if path:
            try:
                _write(path, parts(name, report, Style()))
            except OSError as error:
                raise UsageError(f"{path}: cannot be written: {error.strerror}") from None
        elif not quiet:
            told = parts(name, report, style)
            sys.stdout.writelines([harmless("".join(told))] if name in TO_READ else told)
    sys.stdout.flush()


def harmless(text: str) -> str:
    """Text for people in which nothing that stands on a page is taken for an order to the runner of GitHub Actions."""
    return _ORDER.sub(r"\1| \2", text) if os.environ.get("GITHUB_ACTIONS") else text


def _write(path: Path, text: Iterable[str]) -> None:
    if path.exists() and not path.is_file():  # /dev/stdout, a pipe
        with path.open("w", encoding="utf-8") as out:
            out.writelines(text)
    else:
        write_whole(path, text)
