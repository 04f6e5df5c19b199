"""The language server: pages are checked as they are written, and what was found is told as the client asks for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from medlint import __version__
from medlint.lsp.diagnostics import diagnostics
from medlint.lsp.pages import Checked, Page, check, page_of
from medlint.lsp.projects import ProjectError, Projects

PAUSE = 0.25
"""How many seconds after the last change a page is checked: a check for each letter would be in vain."""

Answer = TypeVar("Answer")


@dataclass(slots=True)
class _Run:
    """The check of one version of a page, under way or done."""

    page: Page
    future: asyncio.Future[Checked]


class Server(LanguageServer):
    """Checks in one thread of its own, so that it answers meanwhile; only what holds of a page as it stands is told."""

    def __init__(self, projects: Projects) -> None:
        # Changes come as whole texts: in parts, pygls counts more characters as ends of lines than the protocol does.
        super().__init__("medlint", __version__, lsp.TextDocumentSyncKind.Full)
        self.projects = projects
        self.was_shut_down = False
        self._worker = ThreadPoolExecutor(1, "medlint")
        self._runs: dict[str, _Run] = {}
        self._publishing: dict[str, asyncio.Task[None]] = {}
        self._told = ""

    @property
    def is_asked(self) -> bool:
        """Whether the client asks for diagnostics; one that does would show twice what is sent unasked."""
        text = self.client_capabilities.text_document
        return bool(text and text.diagnostic)

    @property
    def can_be_refreshed(self) -> bool:
        """Whether the client asks again for all diagnostics when it is told to."""
        workspace = self.client_capabilities.workspace
        return bool(workspace and workspace.diagnostics and workspace.diagnostics.refresh_support)

    @property
    def reads_markdown(self) -> bool:
        """Whether the client shows Markdown over words."""
        text = self.client_capabilities.text_document
        formats = text.hover.content_format if text and text.hover else None
        return not formats or lsp.MarkupKind.Markdown in formats

    @property
    def takes_versions(self) -> bool:
        """Whether the client takes edits that say which version of a text they are for."""
        workspace = self.client_capabilities.workspace
        return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)

    def page(self, uri: str) -> Page | None:
        """The page that is open under an address, as it stands; None for what is not checked."""
        text = self.workspace.text_documents.get(unquote(uri))
        if text is None:
            return None
        folder = Path(self.workspace.root_path or ".")
        return page_of(text.uri, text.version or 0, text.source, text.language_id or "", folder)

    async def checked(self, uri: str) -> Checked | None:
        """What is found in an open page as it stands when this returns; None for one that cannot be checked.

        All who ask for the same version share one check. That of a version which is gone is dropped if it has not
        begun.
        """
        while page := self.page(uri):
            run = self._runs.get(page.uri)
            if run is None or run.page != page:
                if run:
                    run.future.cancel()
                run = self._runs[page.uri] = _Run(page, self._begin(page))
            try:
                found = await asyncio.shield(run.future)
            except asyncio.CancelledError:
                task = asyncio.current_task()
                if task and task.cancelling():  # who asked does not want to know any more
                    raise
                continue
            except ProjectError as error:
                self._tell(str(error))
                return None
            if self._runs.get(page.uri) is run and self.page(uri) == page:
                return found
        return None

    async def in_worker(self, work: Callable[[], Answer]) -> Answer:
        """What some work comes to, done where pages are checked."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)

    def _begin(self, page: Page) -> asyncio.Future[Checked]:
        encoding = self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16
        return asyncio.get_running_loop().run_in_executor(self._worker, check, page, self.projects, encoding)

    def _tell(self, error: str) -> None:
        """Show what is wrong with a project, once as long as it stays the same."""
        if error != self._told:
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"medlint: {error}"))
        self._told = error

    def publish(self, uri: str, pause: float = 0.0) -> None:
        """Send the diagnostics of a page after a pause, unless the client asks for them. An earlier sending is off."""
        if not self.is_asked:
            self._call_off(uri)
            self._publishing[uri] = asyncio.get_running_loop().create_task(self._published(uri, pause))

    async def _published(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        try:
            found = await self.checked(uri)
        except Exception as error:  # noqa: BLE001 - nobody awaits this: it is told where faults of a server are looked for
            self._log(f"a fault of medlint on {uri}: {type(error).__name__}: {error}")
            return
        page = self.page(uri)
        if page:
            told = diagnostics(found) if found else []
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, told, page.version))
        for note in found.notes if found else ():
            self._log(note)

    def _log(self, message: str) -> None:
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Warning, f"medlint: {message}"))

    def _call_off(self, uri: str) -> None:
        task = self._publishing.pop(uri, None)
        if task:
            task.cancel()

    def closed(self, uri: str) -> None:
        """A page is not open any more: nothing is told of it."""
        self._call_off(uri)
        run = self._runs.pop(uri, None)
        if run:
            run.future.cancel()
        if not self.is_asked:
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    def changed_elsewhere(self) -> None:
        """Check all open pages anew: settings, packs or the like have changed."""
        self._runs.clear()
        self._told = ""
        if self.is_asked:
            if self.can_be_refreshed:
                self.workspace_diagnostic_refresh(None)
            return
        for text in list(self.workspace.text_documents.values()):
            self.publish(text.uri)

    def end(self) -> None:
        """Begin no more checks, and send nothing more."""
        for uri in list(self._publishing):
            self._call_off(uri)
        self._worker.shutdown(wait=False, cancel_futures=True)
