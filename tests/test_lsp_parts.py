"""The parts of the language server, without a client."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from changed import replace
from conftest import pack_text, rule_text
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types as lsp
from pyromark import html

from medlint.cli.lsp import projects
from medlint.config import Settings
from medlint.document import Problem, Span
from medlint.findings import Finding, Severity, Source, Suggestion, places
from medlint.lsp.actions import ALL, code_actions
from medlint.lsp.data_files import Kind, kind_of, mistakes_in
from medlint.lsp.diagnostics import diagnostics
from medlint.lsp.hover import escaped, hover
from medlint.lsp.pages import Checked, Page, check, page_of
from medlint.lsp.positions import Positions, whole
from medlint.lsp.projects import Project, ProjectError
from medlint.packs.loader import shipped_folder
from medlint.readers import read

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
TEXT = st.text(st.sampled_from("a\té–𝒜😀\u2028\x0c\x85\r\n\ufeff"), max_size=30)


@given(TEXT, st.sampled_from(sorted(CODECS)), st.integers(0, 30))
def test_positions_are_those_of_the_encoded_line(text: str, encoding: str, offset: int) -> None:
    codec, size = CODECS[encoding]
    offset = min(offset, len(text))
    if text[offset - 1 : offset + 1] == "\r\n":
        offset += 1  # between the two is no place
    lines = text[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    there = lsp.Position(len(lines) - 1, len(lines[-1].encode(codec)) // size)
    lead = text.startswith("\ufeff")
    positions = Positions(text, encoding)
    if offset >= lead:
        assert positions.position(offset - lead) == there
        assert positions.offset(there) == offset - lead


@pytest.mark.parametrize(
    ("encoding", "position", "offset"),
    [
        ("utf-16", (0, 2), 1),  # in the middle of the face
        ("utf-8", (0, 3), 1),
        ("utf-16", (0, 99), 3),  # behind the end of the line
        ("utf-16", (9, 9), 7),
        ("utf-32", (1, 1), 6),
    ],
)
def test_positions_that_are_none(encoding: str, position: tuple[int, int], offset: int) -> None:
    assert Positions("a😀b\r\ncd", encoding).offset(lsp.Position(*position)) == offset


def test_half_a_character_keeps_its_length() -> None:
    assert whole("a\ud83db") == "a\ufffdb"
    assert Positions(whole("a\ud83db"), "utf-16").position(2) == lsp.Position(0, 2)


@pytest.mark.parametrize(
    "text",
    [
        "*a* _b_ `c` [d](e) <b>f</b> &amp; g|h ~i~ \\j $k$",
        "# not a heading", "- not a list", "+ 1", "1. not a list", "=== no", "> no quote",
        "see https://example.org and www.example.org or me@example.org", "a\nb  c\n\n# d",
    ],
)  # fmt: skip
def test_copy_is_shown_as_it_stands(text: str) -> None:
    shown = html(escaped(text)).removeprefix("<p>").removesuffix("</p>\n")
    assert "<" not in shown
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, char)
    assert shown == " ".join(text.split())


SOURCE = Source("law", "A [law]", "§1", "https://example.org/a(b) c", "us", "Tell.", "2026-11", "partly")


def checked(path: str, text: str, words: str, *suggestions: Suggestion) -> Checked:
    """A page with a finding on some words, each time they stand in it."""
    document = read(path, text.encode())
    spans = [Span(i, i + len(words)) for i in range(len(text)) if text.startswith(words, i)]
    found = [
        Finding(
            path, "zap", "mine", "safety", Severity.SUGGESTION, f"“{words}” is *risky*.", "It is.", words, span,
            *places(document, span), None, "", (0, 0), suggestions, (SOURCE,), ("draft",),
        )
        for span in spans
    ]  # fmt: skip
    return Checked(Page("file:///a", 3, text, Path(path)), Positions(text), PROJECT, document, found)


class NoLinters:
    """Linters that are not asked."""

    def linter(self, path: str) -> object:
        return self

    def judged(self, path: str) -> set[str]:
        return set()

    @property
    def library(self) -> NoLinters:
        return self

    outlines: dict[str, object] = {}  # noqa: RUF012


PROJECT = Project(Settings(), Path(), date(2026, 11, 28), NoLinters(), lambda f, s: True, None, {})  # type: ignore[arg-type]
EVERYTHING = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))


def test_what_is_shown_over_words() -> None:
    page = checked("a.md", "It does zap.\n", "zap", Suggestion("hum", "hum"))
    shown = hover(page, lsp.Position(0, 9))
    assert shown and isinstance(shown.contents, lsp.MarkupContent)
    assert shown.contents.value == (
        "“zap” is \\*risky\\*.\n\n*suggestion*, `zap` (draft)\n\n**Why:** It is.\n\n**Write:** hum\n\n**Sources:**\n\n"
        "- [A \\[law\\], §1](<https://example.org/a(b)%20c>) (partly verified, looked at 2026-11)"
    )
    plain = hover(page, lsp.Position(0, 8), markdown=False)
    assert plain and isinstance(plain.contents, lsp.MarkupContent) and plain.contents.kind == lsp.MarkupKind.PlainText
    assert "Source: A [law], §1 (partly verified, looked at 2026-11) https://example.org/a(b) c" in plain.contents.value
    assert hover(page, lsp.Position(0, 11)) is None


def test_all_safe_rewordings_are_applied_at_once() -> None:
    safe = Suggestion("hum", "hum", safe=True)
    page = checked("a.md", "It does zap, 😀 zap.\n", "zap", safe)
    assert [a.kind for a in code_actions(page, EVERYTHING, None, versions=True)] == ["quickfix"] * 2
    for only in (["source.fixAll"], [ALL], ["source"]):
        (action,) = code_actions(page, EVERYTHING, only, versions=False)
        assert action.kind == ALL and action.edit and action.edit.changes
        assert [(e.range.start.character, e.new_text) for e in action.edit.changes["file:///a"]] == [
            (8, "hum"),
            (16, "hum"),
        ]
    assert code_actions(page, EVERYTHING, ["refactor"], versions=True) == []
    unsafe = checked("a.md", "It does zap.\n", "zap", replace(safe, safe=False))
    assert code_actions(unsafe, EVERYTHING, [ALL], versions=True) == []


def test_the_safe_rewording_is_preferred() -> None:
    page = checked(
        "a.md", "It does zap.\n", "zap", Suggestion("hum", "hum", safe=True), Suggestion("Be quiet.", "rest")
    )
    first, *others = code_actions(page, EVERYTHING, [lsp.CodeActionKind.QuickFix], versions=True)
    assert (first.title, first.is_preferred) == ("Write: hum", True)
    assert not any(other.is_preferred for other in others)


def test_problems_of_a_page_are_told_on_their_lines() -> None:
    page = checked("a.md", "one\r\n  two  \r\n", "nothing")
    page.problems = [Problem(2, "It is odd.")]
    (told,) = diagnostics(page)
    assert (told.range, told.code) == (lsp.Range(lsp.Position(1, 0), lsp.Position(1, 5)), None)


PACK = pack_text(rule_text())
SETTINGS = Settings(packs=("/site/rules",), claims=("/site/cleared.yaml",))


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("/site/a.md", PACK, None),
        ("/site/a.yaml", PACK, "pack"),
        ("/site/a.yaml", "pack: of six\nprice: 3\n", None),
        ("/site/a.yaml", "rules:\n- be kind\n", None),
        ("/site/rules/more/a.yml", "rules: []\n", "pack"),
        ("/site/cleared.yaml", "", "claims"),
        (str(shipped_folder() / "facts" / "risks.yaml"), "", "facts"),
        (str(shipped_folder() / "core" / "other.yaml"), "", "pack"),
    ],
)
def test_which_files_are_data_of_medlint(path: str, text: str, kind: Kind | None) -> None:
    assert kind_of(Path(path), text, SETTINGS) == kind


def test_a_pack_is_read_with_its_other_files_and_packs(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    head = pack_text(rule_text()).replace("rules:", "words:\n  loud: [bang]\nrules:")
    part = folder / "more.yaml"
    text = "family: safety\nseverity: warning\nsources: [test-law]\nrules:\n" + rule_text('"{loud}"', "bang", "bang")
    (folder / "pack.yaml").write_text(head, encoding="utf-8")
    part.write_text("what is on disk does not count", encoding="utf-8")
    assert mistakes_in("pack", part, text, Settings()) == []
    (only,) = mistakes_in("pack", part, text.replace("{loud}", "{lout}"), Settings())
    assert only.path == str(part) and "lout" in only.message and only.line == 6
    (twice,) = mistakes_in("pack", part, text.replace("id: bang", "id: zap"), Settings())
    assert f"first at {folder / 'pack.yaml'}:" in twice.message
    assert mistakes_in("pack", folder / "pack.yaml", head, Settings()) == []  # the broken part is not this file


def test_claims_and_facts_are_told_of_too(tmp_path: Path) -> None:
    claims = "claims:\n  - id: a\n    text: Fine.\n    approved_by: Legal\n    approved_on: 2026-13-01\n    jurisdictions: [us]\n"
    (mistake,) = mistakes_in("claims", tmp_path / "cleared.yaml", claims, Settings())
    assert (mistake.line, mistake.column) == (5, 18)
    risks = shipped_folder() / "facts" / "risks.yaml"
    text = risks.read_text("utf-8") + "\nextra: 1\n"
    (mistake,) = mistakes_in("facts", risks, text, Settings())
    assert mistake.path == str(risks) and "extra" in mistake.message


@pytest.mark.parametrize(("uri", "language", "path"), [
    ("file:///site/a%20b.md", "markdown", "/site/a b.md"),
    ("untitled:Untitled-1", "html", "/pages/untitled.html"),
    ("untitled:Untitled-1", "python", None),
    ("git:/site/a.md", "markdown", None),
])  # fmt: skip
def test_pages_of_addresses(uri: str, language: str, path: str | None) -> None:
    page = page_of(uri, 1, "", language, Path("/pages"))
    assert (str(page.path) if page else None) == path


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.md", "\ufeffKetamine infusions: zap for depression.\n", [(0, 25)]),
        ("a.eml", "Subject: Ketamine infusions\n\nKetamine infusions: zap for depression.\n", []),
        ("b.md", "binary \0 text", [(0, 0)]),
    ],
)
def test_texts_as_editors_send_them(tmp_path: Path, name: str, text: str, told: list[tuple[int, int]]) -> None:
    (tmp_path / "pack.yaml").write_text(pack_text(rule_text()), encoding="utf-8")
    (tmp_path / "medlint.toml").write_text('packs = ["pack.yaml"]\nselect = ["zap"]\n', encoding="utf-8")
    found = check(Page("file:///a", 1, text, tmp_path / name), projects(), "utf-16")
    starts = [d.range.start for d in diagnostics(found)]
    assert [(p.line, p.character) for p in starts] == [(line, column - 4 * (column > 20)) for line, column in told]


def test_what_has_changed_on_disk_is_read_again(tmp_path: Path) -> None:
    own, note, page = tmp_path / "pack.yaml", tmp_path / "note.mdx", tmp_path / "page.mdx"
    (tmp_path / "medlint.toml").write_text(
        'packs = ["pack.yaml"]\nselect = ["zap", "missing-medical-advice"]\n', encoding="utf-8"
    )
    own.write_text(pack_text(rule_text()), encoding="utf-8")
    note.write_text("We are in Maple Heights.\n", encoding="utf-8")
    text = "import Note from './note.mdx'\n\n# Ketamine infusions for depression\n\nKetamine works, zap.\n\n<Note />\n"
    known = projects()

    def found() -> set[str]:
        return {f.rule for f in check(Page("file:///a", 1, text, page), known, "utf-16").findings}

    assert not known.rests_on(note)
    assert found() == {"zap", "missing-medical-advice"}
    assert all(map(known.rests_on, (note, own, tmp_path / "pyproject.toml"))) and not known.rests_on(page)
    note.write_text("Please talk with a doctor about whether ketamine is right for you.\n", encoding="utf-8")
    assert found() == {"zap"}
    own.write_text(pack_text(rule_text('"zoom"', "zoom")), encoding="utf-8")
    assert found() == set()
    own.write_text("pack: broken\n", encoding="utf-8")
    with pytest.raises(ProjectError, match="the packs cannot be used"):
        found()


def test_mistakes_are_placed_behind_a_byte_order_mark(tmp_path: Path) -> None:
    text = "\ufeffclaims:\r\n  - id: a\r\n    text: 😀 x\r\n    aproved_by: Legal\r\n"
    page = Page("file:///a", 1, text, tmp_path / "cleared.yaml")
    found = Checked(page, Positions(text, "utf-16"), mistakes=mistakes_in("claims", page.path, text, Settings()))
    unknown = next(d for d in diagnostics(found) if "aproved_by" in d.message)
    assert unknown.range == lsp.Range(lsp.Position(3, 4), lsp.Position(3, 21))
