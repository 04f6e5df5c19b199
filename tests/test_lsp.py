"""The language server, driven over standard input and output by a client as an editor would."""

from __future__ import annotations

import asyncio
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import pack_text, rule_text
from lsp_client import Editor, running_loop
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

HEAD = "# Ketamine infusions in Maple Heights\n\n"
CONFIG = 'packs = ["our-rules"]\nexclude = ["drafts/"]\nselect = ["zap", "minimal-side-effects", "suppression-without-reason"]\n'
PACK = pack_text(
    rule_text().replace("suggest: Say less.", "suggest: [{text: Say hum., replace: hum, safe: true}]"), name="our-rules"
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with rules of its own."""
    folder = tmp_path_factory.mktemp("site").resolve() / "build"  # a name that is passed over below where one works
    (folder / "our-rules").mkdir(parents=True)
    (folder / "our-rules" / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "medlint.toml").write_text(CONFIG, encoding="utf-8")
    (folder / ".gitignore").write_text("private.md\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def editors(root: Path) -> Iterator[dict[str, Editor]]:
    """One editor that is sent diagnostics and counts in UTF-16, and one that asks for them and counts in UTF-8."""
    with running_loop() as loop:
        both = {"utf-16": Editor(loop, root, "utf-16", asks=False), "utf-8": Editor(loop, root, "utf-8", asks=True)}
        yield both
        assert [editor.run(editor.end()) for editor in both.values()] == [0, 0]


@pytest.fixture(params=["utf-16", "utf-8"])
def editor(request: pytest.FixtureRequest, editors: dict[str, Editor]) -> Editor:
    return editors[request.param]


def test_a_request_is_cancelled(editor: Editor) -> None:
    """It is the first check of the server, so it takes long enough to be cancelled."""
    uri = editor.open("first.md", HEAD + "Ketamine has minimal side effects.\n" * 400)

    async def asked() -> None:
        question = lsp.HoverParams(lsp.TextDocumentIdentifier(uri), lsp.Position(2, 15))
        before = set(editor.client.protocol._request_futures)
        work = asyncio.ensure_future(editor.client.text_document_hover_async(question))
        await asyncio.sleep(0)
        (id_,) = set(editor.client.protocol._request_futures) - before
        editor.client.protocol.notify(lsp.CANCEL_REQUEST, lsp.CancelParams(id_))
        await work

    with pytest.raises(JsonRpcException) as error:
        editor.run(asked())
    assert error.value.code == lsp.LSPErrorCodes.RequestCancelled
    editor.close(uri)


def test_a_session(editor: Editor) -> None:
    assert editor.capabilities.position_encoding == editor.encoding
    assert editor.watched == [lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    uri = editor.open("page.md", HEAD + "Ketamine helps.\n")
    assert editor.marked(uri) == []

    editor.change(uri, HEAD + "😀 é\tIt has minimal side effects, zap.\n")
    assert editor.marked(uri) == [("minimal-side-effects", "minimal side effects"), ("zap", "zap")]
    first, second = editor.diagnostics(uri)
    assert (first.severity, first.source) == (lsp.DiagnosticSeverity.Error, "medlint")
    assert second.severity == lsp.DiagnosticSeverity.Warning and second.data["fingerprint"]

    hover = editor.hover(uri, "minimal side")
    assert hover and isinstance(hover.contents, lsp.MarkupContent)
    assert "**Why:**" in hover.contents.value and "(verified, looked at" in hover.contents.value
    assert first.code_description and f"](<{first.code_description.href}>)" in hover.contents.value
    assert hover.range and editor.words(uri, hover.range) == "minimal side effects"
    assert editor.hover(uri, "It has") is None

    (write,) = (one for one in editor.actions(uri, "zap") if one.title == "Write: hum")
    assert write.kind == lsp.CodeActionKind.QuickFix and write.diagnostics == (second,)
    (everything,) = editor.actions(uri, "It has", ["source.fixAll"])
    assert write.is_preferred and everything.edit == write.edit
    editor.apply(uri, write)
    assert editor.texts[uri][1] == HEAD + "😀 é\tIt has minimal side effects, hum.\n"
    assert editor.marked(uri) == [("minimal-side-effects", "minimal side effects")]

    (stand,) = (one for one in editor.actions(uri, "minimal") if one.title.startswith("Let stand"))
    editor.apply(uri, stand)
    assert [code for code, _ in editor.marked(uri)] == ["suppression-without-reason", "minimal-side-effects"]
    editor.change(uri, editor.texts[uri][1].replace(" --  -->", " -- cleared by the board -->"))
    assert editor.marked(uri) == []
    editor.close(uri)


def test_what_is_typed_is_checked_once_it_stands(editors: dict[str, Editor]) -> None:
    editor = editors["utf-16"]
    uri = editor.open("typed.md", HEAD)
    editor.diagnostics(uri)
    for n in range(1, 6):
        editor.change(uri, HEAD + "Ketamine: " + "zap " * n + "\n")
    assert len(editor.diagnostics(uri)) == 5
    told = [(one.version or 0, len(one.diagnostics)) for one in editor.sent[uri]]
    assert len(told) < 6 and told == sorted((version, version - 1) for version, _ in told)
    editor.close(uri)
    editor.until(lambda: editor.sent[uri][-1].version is None)
    assert not editor.sent[uri][-1].diagnostics


def test_line_ends_and_long_lines(editor: Editor) -> None:
    text = (
        HEAD.replace("\n", "\r\n")
        + "Ketamine\u2028for 😀 pain 𝒜 zap\r\n\r\n"
        + "Ketamine infusions for your pain 😀 at our clinic, " * 300
        + "zap\r\n"
    )
    uri = editor.open("ends.md", text)
    assert editor.marked(uri) == [("zap", "zap"), ("zap", "zap")]
    assert [d.range.start.line for d in editor.diagnostics(uri)] == [2, 4]
    editor.close(uri)


@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("drafts/a.md", "markdown", False),
        ("private.md", "markdown", False),
        ("README.md", "markdown", False),
        ("a.css", "css", False),
        ("git:/site/a.md", "markdown", False),
        ("untitled:Untitled-1", "markdown", True),
        ("untitled:Untitled-2", "css", False),
        ("new%20page.md", "plaintext", True),
    ],
)
def test_which_texts_are_checked(editor: Editor, root: Path, name: str, language: str, told: bool) -> None:
    if ":" not in name and "%" not in name:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("other\n", encoding="utf-8")
    uri = editor.open(name if ":" in name else (root.as_uri() + "/" + name), HEAD + "Ketamine: zap.\n", language)
    if not told and not editor.asks and ":" in name:
        return  # nothing is sent of what is no page
    assert [code for code, _ in editor.marked(uri)] == ["zap"] * told
    editor.close(uri)


def test_mistakes_of_a_pack_are_told_at_their_places(editor: Editor) -> None:
    broken = PACK.replace("    why: It is.\n", "    why: It is.\n    wy: 😀 it is\n").replace(
        "family: safety", "family: saftey"
    )
    uri = editor.open("our-rules/pack.yaml", broken, "yaml")
    found = {d.message.split("”")[0] + "”": editor.words(uri, d.range) for d in editor.diagnostics(uri)}
    assert found == {"“saftey”": "saftey", "unknown key “wy”": "wy: 😀 it is"}
    editor.change(uri, PACK)
    assert editor.marked(uri) == []
    editor.close(uri)


def test_settings_are_read_again(editor: Editor, root: Path) -> None:
    uri = editor.open("settings.md", HEAD + "Ketamine: zap.\n")
    config = root / "medlint.toml"

    def now(text: str) -> list[str]:
        config.write_text(text, encoding="utf-8")
        seen, asked = len(editor.sent.get(uri, ())), editor.refreshed
        editor.changed_on_disk(config)
        if editor.asks:
            editor.until(lambda: editor.refreshed > asked)
        return [str(d.code) for d in editor.diagnostics(uri, since=seen)]

    assert [code for code, _ in editor.marked(uri)] == ["zap"]
    try:
        assert now(CONFIG + 'ignore = ["zap"]\n') == []
        assert now(CONFIG + "unheard-of = 1\n") == []
        assert "medlint.toml" in editor.shown[-1] and "unheard-of" in editor.shown[-1]
        assert now(CONFIG + 'min-severity = "error"\n') == []
    finally:
        assert now(CONFIG) == ["zap"]
    editor.close(uri)


def test_what_is_in_the_baseline_is_not_told(editors: dict[str, Editor], root: Path) -> None:
    editor = editors["utf-8"]
    path = root / ".medlint-baseline.json"
    entry = {"rule": "zap", "sentence": "Ketamine: zap."}
    path.write_text(json.dumps({"medlint-baseline": 1, "files": {"old.md": [entry]}}), encoding="utf-8")
    try:
        uri = editor.open("old.md", HEAD + "Ketamine: zap.\n\nAgain zap.\n")
        assert editor.marked(uri) == [("zap", "zap")]
        assert editor.diagnostics(uri)[0].range.start.line == 4
    finally:
        path.unlink()
    assert len(editor.diagnostics(uri)) == 1  # not asked anew until it is told that a file has changed
    editor.changed_on_disk(path)
    assert len(editor.marked(uri)) == 2
    editor.close(uri)


def test_a_client_that_goes_without_a_word() -> None:
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "medlint", "lsp"], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_without_the_extra_there_is_one_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from medlint.cli.commands import cli
    from medlint.cli.usage import UsageError

    for name in [name for name in sys.modules if name.startswith(("medlint.lsp.", "pygls."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    result = CliRunner().invoke(cli, ["lsp"])
    assert isinstance(result.exception, UsageError)
    assert str(result.exception).startswith("`medlint lsp` needs ") and 'pip install "medlint[lsp]"' in str(
        result.exception
    )
