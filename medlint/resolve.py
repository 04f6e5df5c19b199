"""Where the files are that a page takes in: as the source names them, and layouts by convention."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from medlint.readers import SUFFIXES
from medlint.readers.decode import ReadError, decode

_ENDINGS = (
    "", ".tsx", ".ts", ".jsx", ".js", ".mjs", ".mts", ".mdx", ".md", ".astro", ".vue", ".svelte", ".json", ".yaml",
    ".yml", ".toml", ".html", ".liquid", ".njk", ".hbs", ".ejs", ".html.erb", ".erb", ".html.twig", ".twig",
    ".blade.php", ".php", ".jinja", ".j2", ".mustache",
)  # fmt: skip
_WRITTEN_FOR = {".js": (".ts", ".tsx"), ".jsx": (".tsx",), ".mjs": (".mts",)}
"""What a module that is imported as `x.js` may be called in the source."""

_INCLUDES = (
    "_includes", "_includes/partials", "layouts/partials", "layouts/_partials", "partials", "views/partials",
    "snippets", "sections", "templates", "includes", "app/views", "resources/views", "views",
)  # fmt: skip
_LAYOUTS = ("_layouts", "_includes/layouts", "layouts/_default", "layouts", "layout")
"""Where template languages look for a file that is named without a path; the folders stand beside or above it."""

_CONVENTIONS = (("app", ("layout",)), ("pages", ("_app", "_document")), ("routes", ("+layout",)))
"""What every page below takes in, in each folder up to the one named."""

_SCRIPTS = (".tsx", ".jsx", ".ts", ".js", ".svelte")
_MARKDOWN = (".md", ".markdown", ".mdx")
_ALIASES = ("@/", "~/", "~~/", "@@/", "#/")
_OF_PROJECT = ("@", "~", "$", "#", "/", "src/")
"""How imports begin that start from the project, not from the file."""


_PROJECT_FILES = (".git", "package.json", "_config.yml", "hugo.toml", "config.toml", "composer.json", "Gemfile")


def project_of(paths: Iterable[Path]) -> Path:
    """The project that some files or folders belong to: the nearest project above, or what they have in common."""
    common = _common(paths)
    return _owner(common) or (common if common.is_dir() else common.parent)


def root_of(paths: Iterable[Path]) -> Path:
    """The folder from which files are named wherever medlint is run: their project, or else the current folder."""
    return _owner(_common(paths)) or Path.cwd()


def _common(paths: Iterable[Path]) -> Path:
    return Path(os.path.commonpath([path.resolve() for path in paths] or [Path.cwd()]))


def _owner(common: Path) -> Path | None:
    for folder in (common, *common.parents):
        if any(os.path.exists(os.path.join(folder, name)) for name in _PROJECT_FILES):  # noqa: PTH110, PTH118 - quicker
            return folder
    return None


class Resolver:
    """Finds files below `root`, never outside; folders and settings are looked at once."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._listings: dict[Path, frozenset[str]] = {}
        self._settings: dict[Path, list[tuple[str, Path]]] = {}
        self._folders: dict[Path, list[Path]] = {}
        self._of_folder: dict[Path, list[Path]] = {}

    def inside(self, path: Path) -> bool:
        """Whether a file is below the root, links followed."""
        return path.resolve().is_relative_to(self.root)

    def find(self, target: str, importer: Path) -> Path | None:
        """The file that `importer` (an absolute path) names as `target`; None when there is none that can be read."""
        for folder, name in self._places(target, importer):
            if found := self._file(folder, name):
                return found
        return None

    def conventional(self, page: Path) -> list[Path]:
        """The layouts that a page (an absolute path) has without naming them: those of Next.js, SvelteKit and Hugo."""
        above = self._above(page)
        if page.parent not in self._of_folder:
            self._of_folder[page.parent] = list(self._of_routes(above))
        found = self._of_folder[page.parent]
        content = next((folder for folder in above if folder.name == "content"), None)
        if content is not None and page.suffix in _MARKDOWN:
            found = [*found, *filter(None, self._hugo(page, content))]
        return [path for path in found if path != page]

    def _of_routes(self, above: Sequence[Path]) -> Iterator[Path]:
        """The layouts of folders that are routes, for the pages of the first of some folders, one above the other."""
        for top, stems in _CONVENTIONS:
            depth = next((i for i, folder in enumerate(above) if folder.name == top), -1)
            files = (self._file(folder, stem, _SCRIPTS) for folder in above[: depth + 1] for stem in stems)
            yield from filter(None, files)

    def _hugo(self, page: Path, content: Path) -> Iterator[Path | None]:
        below = page.relative_to(content)
        section = below.parts[0] if len(below.parts) > 1 else "page"
        lists = page.stem == "_index"
        home = ["home", "index"] if lists and section == "page" else []
        for stems in (["baseof"], [*home, *(["section", "list"] if lists else ["single", "page"])]):
            bases = self._with_themes(content.parent)
            folders = [base / f for base in bases for f in (f"layouts/{section}", "layouts/_default", "layouts")]
            files = (self._file(folder, stem, (".html",)) for folder in folders for stem in stems)
            yield next(filter(None, files), None)

    def _places(self, target: str, importer: Path) -> Iterator[tuple[Path, str]]:
        """Where a target may be: folders and what to look for in them, the likeliest first."""
        if target.startswith("."):
            yield importer.parent, target
            return
        if target.startswith(_OF_PROJECT):
            for pattern, place in self._aliases(importer):
                if pattern.endswith("*") and target.startswith(pattern[:-1]):
                    yield self.root, str(place).replace("*", target[len(pattern) - 1 :], 1)
                elif pattern == target:
                    yield self.root, str(place)
            rest = next((target[len(a) :] for a in _ALIASES if target.startswith(a)), target.lstrip("@$/~#"))
            projects = [folder for folder in self._above(importer) if "package.json" in self._names(folder)]
            yield from ((project / folder, rest) for project in [*projects, self.root] for folder in ("src", "", "app"))
        if not target.startswith(_OF_PROJECT) or target.startswith("/"):
            yield from self._by_name(target.lstrip("/"), importer)

    def _by_name(self, name: str, importer: Path) -> Iterator[tuple[Path, str]]:
        """Where template languages look for `card.html`, `shared/foot`, `layouts.app`."""
        if importer.name.endswith(".blade.php"):
            name = name.replace(".", "/")
        ruby = f"{Path(name).parent}/_{Path(name).name}"
        # An include is named with its ending, a layout in front matter mostly without.
        folders = (*_INCLUDES, *_LAYOUTS) if Path(name).suffix else (*_LAYOUTS, *_INCLUDES)
        for above in self._above(importer):
            for base in self._with_themes(above):
                yield from ((base / folder, n) for folder in folders for n in (name, ruby))
        # Beside the page `layout: page` names nothing, but `include 'foot'` does.
        if importer.suffix not in _MARKDOWN:
            yield from ((above, n) for above in self._above(importer) for n in (name, ruby))

    def _with_themes(self, base: Path) -> list[Path]:
        """A folder, before it the site that it is a theme of, after it the themes that it has."""
        site = [base.parent.parent] if base.parent.name == "themes" else []
        return [*site, base, *(base / "themes" / name for name in sorted(self._names(base / "themes")))]

    def _aliases(self, importer: Path) -> list[tuple[str, Path]]:
        """The paths of the nearest tsconfig.json or jsconfig.json that has any, longest first."""
        for folder in self._above(importer):
            if folder not in self._settings:
                self._settings[folder] = list(self._read_settings(folder))
            if self._settings[folder]:
                return self._settings[folder]
        return []

    def _read_settings(self, folder: Path) -> Iterator[tuple[str, Path]]:
        from medlint.readers.json_strings import strings

        for name in ("tsconfig.json", "jsconfig.json"):
            if name not in self._names(folder):
                continue
            try:
                source = decode((folder / name).read_bytes())
            except (OSError, ReadError):
                continue
            texts = {path: source[start:end] for path, start, end in strings(source, 0, len(source))}
            base = folder / texts.get("compilerOptions.baseUrl", ".")
            lead = "compilerOptions.paths."
            paths = [
                (k[len(lead) :].rpartition("[")[0], base / text) for k, text in texts.items() if k.startswith(lead)
            ]
            yield from sorted(paths, key=lambda path: -len(path[0]))

    def _file(self, folder: Path, name: str, endings: tuple[str, ...] = _ENDINGS) -> Path | None:
        """The file of that name in a folder, its ending added where the name has none, or the index file there."""
        wanted = Path(os.path.normpath(folder / name))
        if not wanted.is_relative_to(self.root):
            return None
        names = self._names(wanted.parent)
        candidates = [wanted.name + ending for ending in endings]
        candidates += [wanted.stem + ending for ending in _WRITTEN_FOR.get(wanted.suffix, ())]
        found = next((wanted.parent / c for c in candidates if c in names and _is_read(c)), None)
        if found is None and wanted.name in names and endings is _ENDINGS:
            inner = self._names(wanted)
            found = next((wanted / f"index{e}" for e in endings[1:] if f"index{e}" in inner), None)
        return found if found and found.is_file() and self.inside(found) else None

    def _names(self, folder: Path) -> frozenset[str]:
        if folder not in self._listings:
            try:
                self._listings[folder] = frozenset(path.name for path in folder.iterdir())
            except OSError:
                self._listings[folder] = frozenset()
        return self._listings[folder]

    def _above(self, path: Path) -> list[Path]:
        """The folders that a file is in, from its own up to the root."""
        if path.parent not in self._folders:
            folders = [folder for folder in path.parents if folder.is_relative_to(self.root)]
            self._folders[path.parent] = folders if path.is_relative_to(self.root) else []
        return self._folders[path.parent]


def is_layout(path: Path) -> bool:
    """Whether a file is the frame of pages, by its name or its folder."""
    folders = {folder.lower() for folder in path.parts[:-1]}
    if folders & {"partials", "_partials"}:
        return False
    stem = path.name.split(".")[0].lower()
    return (
        stem.endswith("layout")
        or stem in ("_app", "_document", "base", "baseof")
        or bool(folders & {"layouts", "_layouts"})
    )


def _is_read(name: str) -> bool:
    return Path(name).suffix.lower() in SUFFIXES
