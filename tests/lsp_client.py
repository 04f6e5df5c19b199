"""An editor, as far as the tests of the language server need one: it opens texts, takes edits, shows what is told."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from conftest import EPOCH
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

SECONDS = 120
"""How long is waited for an answer; the first check on a machine compiles the packs that ship."""

UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""The codec of an encoding of positions, and the bytes of its units."""

T = TypeVar("T")


class Editor:
    """A client of a server of its own. What it does blocks until it is done."""

    def __init__(self, loop: asyncio.AbstractEventLoop, root: Path, encoding: str, *, asks: bool) -> None:
        self.loop = loop
        self.root = root
        self.encoding = encoding
        self.asks = asks
        self.texts: dict[str, tuple[int, str]] = {}
        self.sent: dict[str, list[lsp.PublishDiagnosticsParams]] = {}
        self.shown: list[str] = []
        self.refreshed = 0
        self.watched: list[str] = []
        self.client = LanguageClient("editor", "1")
        self._listen()
        self.capabilities = self.run(self._start()).capabilities

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(asyncio.wait_for(work, SECONDS), self.loop).result(SECONDS + 5)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""

        async def wait() -> None:
            while not holds():
                await asyncio.sleep(0.01)

        self.run(wait())

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.root / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> str:
        uri = self.uri(name)
        self.texts[uri] = (1, text)
        item = lsp.TextDocumentItem(uri, language, 1, text)
        self._say(lambda: self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item)))
        return uri

    def change(self, uri: str, text: str) -> None:
        version = self.texts[uri][0] + 1
        self.texts[uri] = (version, text)
        change = lsp.DidChangeTextDocumentParams(
            lsp.VersionedTextDocumentIdentifier(version, uri), [lsp.TextDocumentContentChangeWholeDocument(text)]
        )
        self._say(lambda: self.client.text_document_did_change(change))

    def save(self, uri: str) -> None:
        params = lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri))
        self._say(lambda: self.client.text_document_did_save(params))

    def close(self, uri: str) -> None:
        del self.texts[uri]
        params = lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri))
        self._say(lambda: self.client.text_document_did_close(params))

    def changed_on_disk(self, path: Path) -> None:
        event = lsp.FileEvent(path.as_uri(), lsp.FileChangeType.Changed)
        self._say(lambda: self.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event])))

    def diagnostics(self, uri: str, *, since: int = 0) -> Sequence[lsp.Diagnostic]:
        """The diagnostics of a text as it stands; of those that are sent, one behind the first `since`."""
        if self.asks:
            params = lsp.DocumentDiagnosticParams(lsp.TextDocumentIdentifier(uri))
            report = self.run(self.client.text_document_diagnostic_async(params))
            assert isinstance(report, lsp.RelatedFullDocumentDiagnosticReport)
            return report.items
        version = self.texts[uri][0]

        def there() -> bool:
            return any(one.version == version for one in self.sent.get(uri, [])[since:])

        self.until(there)
        return self.sent[uri][-1].diagnostics

    def marked(self, uri: str) -> list[tuple[str, str]]:
        """The rule of each diagnostic and the words that it marks."""
        return [(str(d.code), self.words(uri, d.range)) for d in self.diagnostics(uri)]

    def words(self, uri: str, range_: lsp.Range) -> str:
        start, end = self._offsets(self.texts[uri][1], range_)
        return self.texts[uri][1][start:end]

    def hover(self, uri: str, words: str) -> lsp.Hover | None:
        where = lsp.HoverParams(lsp.TextDocumentIdentifier(uri), self.place(uri, words).start)
        return self.run(self.client.text_document_hover_async(where))

    def actions(self, uri: str, words: str, only: Sequence[str] | None = None) -> list[lsp.CodeAction]:
        params = lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(uri),
            self.place(uri, words),
            lsp.CodeActionContext([], [*only] if only else None),
        )
        found = self.run(self.client.text_document_code_action_async(params))
        return [one for one in found or [] if isinstance(one, lsp.CodeAction)]

    def apply(self, uri: str, action: lsp.CodeAction) -> None:
        """Make the edits of an action, and tell of it."""
        edit = action.edit
        assert edit
        if self.asks:
            assert edit.document_changes is None and edit.changes
            edits = [*edit.changes[uri]]
        else:
            (change,) = edit.document_changes or ()
            assert isinstance(change, lsp.TextDocumentEdit)
            assert (change.text_document.uri, change.text_document.version) == (uri, self.texts[uri][0])
            edits = [one for one in change.edits if isinstance(one, lsp.TextEdit)]
        text = self.texts[uri][1]
        for one in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
            start, end = self._offsets(text, one.range)
            text = text[:start] + one.new_text + text[end:]
        self.change(uri, text)

    def place(self, uri: str, words: str) -> lsp.Range:
        """Where some words stand."""
        text = self.texts[uri][1]
        start = text.index(words)
        return lsp.Range(self._position(text, start), self._position(text, start + len(words)))

    def _position(self, text: str, offset: int) -> lsp.Position:
        codec, size = UNITS[self.encoding]
        before = text[:offset].replace("\r\n", " \n").replace("\r", "\n")
        lines = before.split("\n")
        return lsp.Position(len(lines) - 1, len(lines[-1].encode(codec)) // size)

    def _offsets(self, text: str, range_: lsp.Range) -> tuple[int, int]:
        codec, size = UNITS[self.encoding]
        lines = text.replace("\r\n", " \n").replace("\r", "\n").split("\n")

        def offset(position: lsp.Position) -> int:
            line = lines[position.line].encode(codec)[: position.character * size].decode(codec)
            return sum(len(one) + 1 for one in lines[: position.line]) + len(line)

        return offset(range_.start), offset(range_.end)

    def _say(self, what: Callable[[], object]) -> None:
        self.loop.call_soon_threadsafe(what)

    def _listen(self) -> None:
        client = self.client

        @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: lsp.PublishDiagnosticsParams) -> None:
            self.sent.setdefault(params.uri, []).append(params)

        @client.feature(lsp.WINDOW_SHOW_MESSAGE)
        def shown(params: lsp.ShowMessageParams) -> None:
            self.shown.append(params.message)

        @client.feature(lsp.WORKSPACE_DIAGNOSTIC_REFRESH)
        def refresh(params: None) -> None:
            self.refreshed += 1

        @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
        def register(params: lsp.RegistrationParams) -> None:
            self.watched += [one.method for one in params.registrations]

    async def _start(self) -> lsp.InitializeResult:
        env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
        await self.client.start_io(sys.executable, "-m", "medlint", "lsp", cwd="/", env=env)
        text = lsp.TextDocumentClientCapabilities(diagnostic=lsp.DiagnosticClientCapabilities() if self.asks else None)
        workspace = lsp.WorkspaceClientCapabilities(
            workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=not self.asks),
            did_change_watched_files=lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
            diagnostics=lsp.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
        )
        general = lsp.GeneralClientCapabilities(position_encodings=[self.encoding, "utf-16"])
        result = await self.client.initialize_async(
            lsp.InitializeParams(
                process_id=None,
                root_uri=self.root.as_uri(),
                capabilities=lsp.ClientCapabilities(text_document=text, workspace=workspace, general=general),
            )
        )
        self.client.initialized(lsp.InitializedParams())
        return result

    async def end(self) -> int | None:
        """End the server as the protocol says; returns its exit status."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        server: asyncio.subprocess.Process = self.client._server  # type: ignore[assignment]
        status = await server.wait()
        await self.client.stop()
        return status


@contextmanager
def running_loop() -> Iterator[asyncio.AbstractEventLoop]:
    """An event loop in a thread of its own."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield loop
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()
