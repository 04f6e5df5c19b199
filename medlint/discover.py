"""Which files are read, and why the others are not.

What is skipped by default was measured on real clinic repositories: most Markdown in them is developers' notes,
and those quote old violations.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from medlint.gitignore import Ignores, absolute, below, ignored, inherited, patterns, read_ignores
from medlint.readers import format_of

NOT_READ = "format not read"
EXCLUDED = "excluded by the configuration"

FOLDERS = {
    "dependencies": ("node_modules", "bower_components", "vendor", "venv", "site-packages"),
    "build output": ("dist", "build", "out", "_site", "target", "coverage", "storybook-static"),
    "tests": ("test", "tests", "__tests__", "__mocks__", "e2e", "cypress", "playwright", "spec", "specs", "fixtures"),
    "scripts": ("scripts", "bin", "tools", "migrations"),
    "developers' notes": ("memory-bank", "adr", "adrs"),
}
"""Folders that hold no copy, by reason. One that is named on the command line is read all the same."""

_FOLDER_REASON = {name: reason for reason, names in FOLDERS.items() for name in names}
_PROJECT = frozenset(("package.json", "pyproject.toml", "src", "go.mod"))
_PAGES = frozenset(("app", "pages", "content", "routes", "posts", "_posts", "blog", "views"))
_ALSO_PAGES = frozenset(("coverage", "test", "tests", "spec", "specs", "tools"))
"""Names that are a page's as well (insurance coverage, lab tests): below a folder of pages they are read."""

_NOTES = (
    r"(?i:(?:readme|changelog|contributing)(?:[._ -].*)?|licen[cs]e(?:[._-](?:mit|apache|bsd|gpl)\b.*)?|copying"
    r"|code[_-]of[_-]conduct|agents|claude|gemini|copilot-instructions|todo|install|installation|deploy(?:ment)?|setup"
    r"|architecture|upgrading|pull_request_template|issue_template|governance|maintainers|codeowners|contributors)"
    r"|(?:AUTHORS|CHANGES|DEVELOPMENT|HANDOFF|HISTORY|NOTICE|PROMPTS?|ROADMAP|SECURITY|SKILL|SUPPORT)(?:[._ -].*)?"
    r"|(?!.*(?:ABOUT|CONSENT|FAQ|POLICY|PRIVACY|TERMS))[A-Z0-9]+(?:_[A-Z0-9]+)+"
)
"""Words that name a page as well (history, support) are notes in capitals only."""
_NOTES_SUFFIXES = frozenset((".md", ".mdx", ".markdown", ".txt", ".rst", ".adoc"))
_TESTS = r".*\.(?:test|spec|stories|story|cy)\.(?:[cm]?[jt]sx?|mdx)"
_MACHINE = (
    r"(?:robots|humans|ads|llms(?:-full)?|requirements.*|constraints.*|security)\.txt"
    r"|(?:package(?:-lock)?|composer|tsconfig.*|jsconfig.*|components|vercel|firebase|manifest|lerna|nx|turbo|renovate"
    r"|biome|deno|angular|tslint|babel|nest-cli|eas|project|workspace|launch|extensions|tasks)\.json|.*\.schema\.json"
    r"|.*[.-]lock\.(?:json|ya?ml)|(?:pnpm-(?:lock|workspace)|docker-compose.*|compose|mkdocs|dependabot|openapi.*"
    r"|swagger.*|cloudbuild|serverless|render|buildspec|appveyor|codecov)\.ya?ml"
    r"|(?:pyproject|netlify|cargo|poetry|wrangler|fly|railway|bunfig|pixi|rust-toolchain)\.toml|sitemap.*\.xml"
    r"|(?!(?:site|seo|content|brand|clinic)\.).*\.(?:min|bundle|config|d)\.[cm]?[jt]sx?"
)
_RECORDS = r"medlint-record-.*\.(?:json|html)"
WORDS_LIKE = frozenset(
    (
        ".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml", ".txt", ".rst", ".adoc", ".asciidoc", ".org", ".tex",
        ".textile", ".wiki", ".mediawiki", ".doc", ".docx", ".odt", ".rtf", ".pages", ".pdf", ".epub", ".ppt", ".pptx",
        ".key", ".wxr", ".eml", ".msg", ".srt", ".vtt", ".po", ".pot", ".xlf", ".xliff", ".resx", ".strings", ".ftl",
        ".properties", ".arb", ".jsx", ".tsx", ".vue", ".svelte", ".astro", ".njk", ".liquid", ".hbs", ".handlebars",
        ".mustache", ".ejs", ".erb", ".twig", ".php", ".jinja", ".jinja2", ".j2", ".pug", ".jade", ".haml", ".slim",
        ".cshtml", ".razor", ".aspx", ".jsp", ".gohtml", ".tmpl",
    )
)  # fmt: skip
"""Endings of files that usually hold words for people, whether medlint reads them or not."""


class Candidate(NamedTuple):
    """A file that was come upon. `format` is how it is read; `reason` says why it is not, else is empty.

    A folder that is passed over is one candidate.
    """

    path: Path
    format: str = ""
    reason: str = ""


class Filters(NamedTuple):
    """Patterns of the configuration, written as in a .gitignore that stands in `root`. Exclude wins over include.

    What is included is read even where it would be skipped by default or is ignored by git.
    """

    root: Path = Path()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


def discover(
    paths: Iterable[Path], filters: Filters | None = None, *, force_exclude: bool = False
) -> Iterator[Candidate]:
    """Every file at or below the paths, in a stable order, each once.

    A file that is named is read whatever it is called, unless `force_exclude`: then, if it exists, it is passed over
    where a walk would pass it over. In a folder what is no copy is always passed over.
    """
    paths = list(paths)
    named = {os.path.realpath(path) for path in paths}
    walk = _Walk(filters or Filters(), named)

    def file(path: Path) -> Candidate:
        return walk.named(path) if force_exclude and path.exists() else Candidate(path, format_of(path) or "")

    seen: set[str] = set()
    for path in paths:
        for candidate in walk.folder(path) if path.is_dir() else [file(path)]:
            key = os.path.realpath(candidate.path)
            if key not in seen:
                seen.add(key)
                yield candidate


class _Folder(NamedTuple):
    """How a walk would come to a folder: why its files are passed over, and whether it is not even entered."""

    ignores: Ignores
    reason: str
    closed: bool


class _Walk:
    """`named` are the paths of the command line: they have their own turn, so a folder above leaves them out."""

    def __init__(self, filters: Filters, named: set[str]) -> None:
        self._named = named
        self._root = os.path.realpath(filters.root)
        self._include = patterns(filters.include)
        self._include_starts = [re.split(r"[*?\[]", glob.lstrip("/"))[0] for glob in filters.include]
        self._exclude = patterns(filters.exclude)
        self._folders: dict[tuple[Path, Path], _Folder] = {}

    def folder(self, top: Path) -> Iterator[Candidate]:
        """The files of a tree, folder by folder."""
        stack: list[tuple[Path, Ignores, str]] = [(top, inherited(top), "")]
        while stack:
            folder, ignores, reason = stack.pop()
            try:
                entries = sorted(os.scandir(folder), key=lambda e: e.name)
            except OSError as error:
                yield Candidate(folder, reason=f"cannot be opened: {error.strerror}")
                continue
            names = {e.name for e in entries}
            real = os.path.realpath(folder)
            if ".gitignore" in names:
                ignores = [*ignores, (absolute(folder), read_ignores(folder / ".gitignore"))]
            deeper = []
            for entry in entries:
                path = folder / entry.name
                if (os.path.realpath(path) if entry.is_symlink() else os.path.join(real, entry.name)) in self._named:  # noqa: PTH118
                    continue
                if entry.is_dir(follow_symlinks=False):
                    why = reason or self._folder_reason(top, path, names, ignores)
                    if not why or self._may_include(path):
                        deeper.append((path, ignores, why))
                    elif entry.name != ".git":
                        yield Candidate(path, reason=why)
                elif path.is_file():
                    yield self._file(path, ignores, reason)
                elif entry.is_symlink():
                    yield Candidate(path, reason="link that is not followed")
            stack += reversed(deeper)

    def named(self, path: Path) -> Candidate:
        """A file as a walk through the current folder would take it.

        One that lies elsewhere is judged from the folder of the patterns, or from its own.
        """
        place = Path(os.path.realpath(path.parent))
        tops = (Path(os.path.realpath(".")), Path(self._root))
        folder = self._come_to(place, next((top for top in tops if place.is_relative_to(top)), place))
        if folder.closed:
            return Candidate(path, format_of(path) or "", folder.reason)
        return self._file(place / path.name, folder.ignores, folder.reason)._replace(path=path)

    def _come_to(self, folder: Path, top: Path) -> _Folder:
        """What a walk from `top` makes of a folder at or below it."""
        if (folder, top) not in self._folders:
            if folder == top:
                ignores, reason, closed = inherited(top), "", False
            else:
                ignores, reason, closed = self._come_to(folder.parent, top)
                if not closed:
                    siblings = {entry.name for entry in os.scandir(folder.parent)}
                    reason = reason or self._folder_reason(top, folder, siblings, ignores)
                    closed = bool(reason) and not self._may_include(folder)
            if (folder / ".gitignore").is_file():
                ignores = [*ignores, (str(folder), read_ignores(folder / ".gitignore"))]
            self._folders[folder, top] = _Folder(ignores, reason, closed)
        return self._folders[folder, top]

    def _file(self, path: Path, ignores: Ignores, reason: str) -> Candidate:
        kind = format_of(path) or ""
        shown = self._shown(path)
        if self._exclude(shown):
            return Candidate(path, kind, EXCLUDED)
        if not self._include(shown):
            reason = reason or _skip_reason(path, ignores)
            if reason:
                return Candidate(path, kind, reason)
        return Candidate(path, kind, "" if kind else NOT_READ)

    def _folder_reason(self, top: Path, path: Path, siblings: set[str], ignores: Ignores) -> str:
        name = path.name.lower()
        if self._exclude(self._shown(path) + "/"):
            return EXCLUDED
        if name.startswith("."):
            return "hidden"
        # What an absolute path has above the tree (/app) says nothing about it.
        above = {part.lower() for part in path.parts[len(top.parts) if top.is_absolute() else 0 : -1]}
        if name in _FOLDER_REASON and not (name in _ALSO_PAGES and above & _PAGES and not _PROJECT & siblings):
            return _FOLDER_REASON[name]
        if name == "ui" and path.parent.name.lower() == "components":
            return "interface kit"
        if name in ("docs", "doc") and _PROJECT & siblings and not _is_site(path):
            return "developers' notes"
        return "ignored by git" if ignored(path, ignores, "/") else ""

    def _may_include(self, folder: Path) -> bool:
        """Whether an include pattern could hold for something below a folder."""
        shown = self._shown(folder) + "/"
        return any(start and (shown.startswith(start) or start.startswith(shown)) for start in self._include_starts)

    def _shown(self, path: Path) -> str:
        return below(Path(os.path.realpath(path.parent), path.name), self._root)


def _is_site(folder: Path) -> bool:
    return any((folder / file).exists() for file in ("index.html", "_config.yml", "CNAME", "index.md"))


def _skip_reason(path: Path, ignores: Ignores) -> str:
    name = path.name
    if name.startswith((".", "~$")):  # ~$: what Word leaves beside an open file
        return "hidden"
    if ignored(path, ignores):
        return "ignored by git"
    if path.suffix.lower() in _NOTES_SUFFIXES and re.fullmatch(_NOTES, path.stem):
        return "developers' notes"
    if re.fullmatch(_TESTS, name, re.I):
        return "tests"
    if re.fullmatch(_RECORDS, name):  # they quote what was found
        return "records of medlint"
    return "settings of tools" if re.fullmatch(_MACHINE, name, re.I) else ""
