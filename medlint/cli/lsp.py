"""`medlint lsp`: the language server, with the settings that the other commands would use."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medlint.cli.console import UsageError
from medlint.cli.run import counts
from medlint.cli.variants import Variants
from medlint.config import Settings, read_settings
from medlint.lint import Linter

if TYPE_CHECKING:
    from medlint.lsp.projects import Projects


@click.command()
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--config", type=click.Path(path_type=Path), help="Read this configuration file for every page.")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, as is done anyway.")
def lsp(isolated: bool, config: Path | None, stdio: bool) -> int:
    """Check pages as they are written: a language server for editors, over standard input and output.

    Exit status: 0 the editor has ended it, 1 the connection broke off, 2 it cannot start.
    """
    try:
        from medlint.lsp.features import serve
    except ModuleNotFoundError as error:
        raise UsageError(
            f'`medlint lsp` needs {error.name}, which is not installed: pip install "medlint[lsp]"'
        ) from None
    return int(not serve(projects(isolated=isolated, config=config and config.absolute())))


def projects(*, isolated: bool = False, config: Path | None = None) -> Projects:
    """The projects of files, each with the settings nearest to it unless one file is for all."""
    from medlint.lsp.projects import Projects

    def settings(folder: Path) -> Settings:
        return Settings() if isolated else read_settings(folder, config)

    def linters(chosen: Settings, root: Path, today: date) -> _Linters:
        return _Linters(chosen, root, today, isolated)

    return Projects(settings, linters, counts, isolated)


@dataclass(slots=True)
class _Linters:
    """The linters of a project; what is wrong with it is raised as the language server knows it."""

    settings: Settings
    root: Path
    today: date
    isolated: bool
    _variants: Variants | None = None

    def linter(self, path: str) -> Linter:
        """The linter for a page. Raises ProjectError."""
        from medlint.lsp.projects import ProjectError

        try:
            return self._made().linter(path)
        except UsageError as error:
            raise ProjectError(str(error)) from None

    def judged(self, path: str) -> Container[str]:
        """The ids of the rules that run on a page, for which there is a linter."""
        return self._made().judged(path)

    def _made(self) -> Variants:
        if self._variants is None:
            self._variants = Variants(self.settings, self.root, self.today, self.isolated)
        return self._variants
