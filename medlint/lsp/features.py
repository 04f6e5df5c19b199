"""What the server does when the client says or asks something."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from lsprotocol import types as lsp
from pygls.uris import to_fs_path

from medlint.config import BASELINE, FILES
from medlint.evidence.reference_list import LOCK_NAME
from medlint.lsp.actions import KINDS, code_actions
from medlint.lsp.diagnostics import SOURCE, diagnostics
from medlint.lsp.hover import hover
from medlint.lsp.projects import Projects
from medlint.lsp.server import PAUSE, Server

WATCHED = ("**/{" + ",".join((*FILES, BASELINE, LOCK_NAME)) + "}", "**/*.{yaml,yml}")
"""The files whose changes the client is asked to tell: what settings, packs and cleared claims are in."""


def serve(projects: Projects) -> bool:
    """Serve one client over standard input and output until it leaves; returns whether it said so before."""
    logging.getLogger("pygls").setLevel(logging.ERROR)
    server = made(projects)
    server.start_io()
    server.end()
    return server.was_shut_down


def made(projects: Projects) -> Server:
    """A server that knows all that it can do."""
    server = Server(projects)
    _documents(server)
    _questions(server)
    _session(server)
    return server


def _session(server: Server) -> None:
    @server.feature(lsp.INITIALIZE)
    def initialize(ls: Server, params: lsp.InitializeParams) -> None:
        root = ls.workspace.root_path
        if root and Path(root).is_dir():  # which files are passed over is judged from the current folder
            os.chdir(root)

    @server.feature(lsp.INITIALIZED)
    async def initialized(ls: Server, params: lsp.InitializedParams) -> None:
        workspace = ls.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if watched and watched.dynamic_registration:
            options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(glob) for glob in WATCHED])
            registration = lsp.Registration("medlint-files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await ls.client_register_capability_async(lsp.RegistrationParams([registration]))

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched_files(ls: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
        if any(_rests_on(ls, change.uri) for change in params.changes):
            ls.changed_elsewhere()

    @server.feature(lsp.SHUTDOWN)
    def shutdown(ls: Server, params: None) -> None:
        ls.was_shut_down = True
        ls.end()


def _documents(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
        ls.publish(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
        ls.publish(params.text_document.uri, PAUSE)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
        if _rests_on(ls, params.text_document.uri):
            ls.changed_elsewhere()
        else:
            ls.publish(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.closed(params.text_document.uri)


def _questions(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DIAGNOSTIC, lsp.DiagnosticOptions(True, False, SOURCE))
    async def diagnostic(ls: Server, params: lsp.DocumentDiagnosticParams) -> lsp.RelatedFullDocumentDiagnosticReport:
        found = await ls.checked(params.text_document.uri)
        return lsp.RelatedFullDocumentDiagnosticReport(diagnostics(found) if found else [])

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def on_hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
        found = await ls.checked(params.text_document.uri)
        return hover(found, params.position, markdown=ls.reads_markdown) if found else None

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(KINDS))
    async def on_code_action(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        found = await ls.checked(params.text_document.uri)
        if found is None:
            return []
        only, versions = params.context.only, ls.takes_versions
        return await ls.in_worker(lambda: code_actions(found, params.range, only, versions=versions))


def _rests_on(ls: Server, uri: str) -> bool:
    path = to_fs_path(uri)
    return path is not None and ls.projects.rests_on(Path(path).resolve())
