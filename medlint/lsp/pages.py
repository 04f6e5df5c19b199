"""The texts that are open in an editor, and what medlint finds in one: findings, or mistakes of a pack."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from lsprotocol.types import PositionEncodingKind
from pygls.uris import to_fs_path, uri_scheme

from medlint.document import Document, Problem
from medlint.findings import Finding
from medlint.lsp.data_files import kind_of, mistakes_in
from medlint.lsp.positions import MARK, Positions, whole
from medlint.lsp.projects import Project, Projects
from medlint.packs.errors import Mistake
from medlint.readers import ReadError, read

SUFFIXES = {
    "asciidoc": ".adoc", "astro": ".astro", "html": ".html", "javascript": ".js", "javascriptreact": ".jsx",
    "json": ".json", "jsonc": ".jsonc", "liquid": ".liquid", "markdown": ".md", "mdx": ".mdx", "php": ".php",
    "plaintext": ".txt", "restructuredtext": ".rst", "svelte": ".svelte", "text": ".txt", "toml": ".toml",
    "typescript": ".ts", "typescriptreact": ".tsx", "vue": ".vue", "yaml": ".yaml",
}  # fmt: skip
"""What a text without a file is read as, by the language that the editor says it is in."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text as it stands in the editor. `path` is absolute; a text without a file (not `saved`) has a made-up one."""

    uri: str
    version: int
    text: str
    path: Path
    saved: bool = True


@dataclass(slots=True)
class Checked:
    """What was found in a page.

    `project` and `document` are there where it was read as a page. A data file of medlint has `mistakes` instead of
    findings. `notes` are for the log of the editor.
    """

    page: Page
    positions: Positions
    project: Project | None = None
    document: Document | None = None
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        """The text without a byte order mark."""
        return self.page.text.removeprefix(MARK)


def page_of(uri: str, version: int, text: str, language: str, folder: Path) -> Page | None:
    """The page of a text of an editor, or None for what is neither a file nor a text that is to become one.

    A text without a file is taken to lie in `folder`.
    """
    scheme, name = uri_scheme(uri), to_fs_path(uri)
    if scheme == "file" and name:
        path = Path(os.path.realpath(Path(name).parent), Path(name).name)
        return Page(uri, version, whole(text), path)
    if scheme == "untitled" and language in SUFFIXES:
        made_up = Path(os.path.realpath(folder), "untitled" + SUFFIXES[language])
        return Page(uri, version, whole(text), made_up, saved=False)
    return None


def check(page: Page, projects: Projects, encoding: PositionEncodingKind | str) -> Checked:
    """What medlint finds in a page; nothing in one that a walk would pass over. Raises ProjectError."""
    out = Checked(page, Positions(page.text, encoding))
    project = projects.of(page.path)
    kind = kind_of(page.path, page.text, project.settings)
    if kind:
        out.mistakes = mistakes_in(kind, page.path, page.text, project.settings)
        return out
    if page.saved and project.passes_over(page.path):
        return out
    try:
        document = read(str(page.path), page.text.encode())
    except ReadError as error:
        out.problems = [Problem(1, f"This page {error}")]
        return out
    if document.source != out.source:  # an e-mail is read decoded, so its places are not these
        return out
    result = project.check(document)
    out.project, out.document = project, document
    out.findings, out.problems = result.findings, result.problems
    out.notes = [f"{page.path}: rule {rule}: {why}; the other rules went on" for rule, why in result.faults]
    return out
