"""`medlint mcp`: a session of the SDK's own client over standard input and output, and the answers in themselves."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import Any

import anyio
import pytest
from conftest import EPOCH, TODAY, Run, pack_text, rule_text
from mcp import Client, StdioServerParameters

from medlint.cli.mcp import mcp
from medlint.cli.usage import UsageError
from medlint.document import Document
from medlint.findings import Finding
from medlint.integrations import assistant
from medlint.integrations.assistant import Checking, RequestError
from medlint.integrations.assistant_data import NOTICE
from medlint.integrations.assistant_rewording import reworded
from medlint.integrations.mcp_server import server
from medlint.lint import Linter
from medlint.packs.loader import read_packs
from medlint.packs.model import Library, Outlined

GOLD = "Ketamine infusions are the gold standard for depression."
PAGE = "Choose from our Immunity Drip and our hangover drip."
CONFIG = "packs: [mine.yaml]\nignore: [emotional-appeal]\nseverity: {zap: error}\noverrides: [{files: [content/uk/], jurisdiction: [uk]}]\n"
Session = dict[str, Any]


async def _session(folder: Path) -> Session:
    """What comes of one run of the server, by what was asked."""
    stray: list[Exception] = []

    async def listen(message: Any) -> None:
        if isinstance(message, Exception):  # what came on standard output and is not of the protocol
            stray.append(message)

    kept = {name: os.environ[name] for name in ("MEDLINT_CACHE_DIR", "XDG_CACHE_HOME") if name in os.environ}
    command = StdioServerParameters(
        command=sys.executable,
        args=["-m", "medlint", "mcp", "--config", str(folder / ".medlint.yaml")],
        cwd=folder.parent,
        env={**kept, "SOURCE_DATE_EPOCH": EPOCH},
    )
    async with Client(command, message_handler=listen) as client:

        async def told(name: str, **arguments: Any) -> Any:
            result = await client.call_tool(name, arguments)
            return result.content[0].text if result.is_error else result.structured_content

        out: Session = {
            "info": client.server_info,
            "instructions": client.instructions,
            "tools": {tool.name: tool for tool in (await client.list_tools()).tools},
            "gold": await told("check_copy", text=f"# Ketamine\n\n{GOLD}"),
            "part": await told("check_copy", text=GOLD, whole_page=False),
            "html": await told("check_copy", text=f"<p>{GOLD}</p><p>Zap.</p>", format="html", whole_page=False),
            "as uk": await told("check_copy", text=PAGE, jurisdiction="uk"),
            "in us": await told("check_copy", text=PAGE),
            "in uk": await told("check_copy", text=PAGE, path="content/uk/page.md"),
            "fair": await told("check_copy", text="Ask us about our hours.", whole_page=False),
            "explained": await told("explain_rule", rule="gold-standard"),
            "explained, uk": await told("explain_rule", rule="uk-drip-named-for-benefit"),
            "reworded": await told("suggest_rewording", text=f"{GOLD} Zap."),
            "reworded, one rule": await told("suggest_rewording", text=f"{GOLD} Zap.", rule="zap"),
            "wrong": {wrong: await told(tool, **arguments) for wrong, (tool, arguments, _) in MISTAKES.items()},
            "rules": (await client.read_resource("medlint://rules")).contents[0].text,
            "prompt": (await client.get_prompt("review", {"text": GOLD})).messages[0].content.text,
        }
        (folder / ".medlint.yaml").write_text(CONFIG + "select: [zap]\n")
        out["settings changed"] = await told("check_copy", text=f"{GOLD} Zap.")
        (folder / ".medlint.yaml").write_text("pakcs: []\n")
        out["settings broken"] = await told("check_copy", text=GOLD)
        (folder / ".medlint.yaml").write_text("packs: [mine.yaml]\nselect: [zip]\n")
        (folder / "mine.yaml").write_text(pack_text(rule_text('"zip"', "zip", "zip")))
        out["pack changed"] = await told("check_copy", text="Zap and zip.")
    out["stray"] = stray
    return out


MISTAKES: dict[str, tuple[str, dict[str, Any], str]] = {
    "rule": ("explain_rule", {"rule": "gold-standart"}, "There is no rule “gold-standart”; did you mean “gold-standard”?"),
    "family": ("explain_rule", {"rule": "dependence"}, "“dependence” is no rule but the name of "),
    "jurisdiction": ("check_copy", {"text": GOLD, "jurisdiction": "ukk"}, "There is no jurisdiction “ukk”; did you mean “uk”?"),
    "far jurisdiction": ("check_copy", {"text": GOLD, "jurisdiction": "mars"}, "There is no jurisdiction “mars”; known are au, ca, "),
    "treatment": ("check_copy", {"text": GOLD, "treatment": "ketamin"}, "There is no treatment “ketamin” among the facts; did you mean “ketamine”?"),
    "format": ("check_copy", {"text": GOLD, "format": "markdwn"}, "There is no format “markdwn”; did you mean “markdown”?"),
    "argument": ("check_copy", {"txt": GOLD}, "check_copy takes no “txt”; did you mean “text”?"),
    "no text": ("check_copy", {}, "check_copy: text is missing"),
    "empty": ("check_copy", {"text": " \n"}, "The text is empty; give the copy that is to be checked"),
    "kind": ("check_copy", {"text": 5}, "check_copy: text is not what it should be ("),
    "size": ("check_copy", {"text": "word " * 20_001}, "The text has 100,005 characters, and 100,000 is the most"),
    "tool": ("check", {"text": GOLD}, "There is no tool “check”; did you mean “check_copy”?"),
    "reword rule": ("suggest_rewording", {"text": GOLD, "rule": "zapp"}, "There is no rule “zapp”; did you mean “zap”?"),
}  # fmt: skip


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    folder = tmp_path_factory.mktemp("project")
    (folder / ".medlint.yaml").write_text(CONFIG)
    (folder / "mine.yaml").write_text(pack_text(rule_text()))

    async def limited() -> Session:
        with anyio.fail_after(120):
            return await _session(folder)

    return anyio.run(limited)


def rules(answer: dict[str, Any]) -> list[str]:
    return [found["rule"] for found in answer["findings"]]


def test_the_server_says_what_it_is_and_may_do(session: Session) -> None:
    assert session["info"].name == "medlint"
    assert NOTICE in session["instructions"]
    assert sorted(session["tools"]) == ["check_copy", "explain_rule", "suggest_rewording"]
    for tool in session["tools"].values():
        assert tool.annotations.read_only_hint
        assert tool.annotations.open_world_hint is False
        assert tool.output_schema["properties"]["notice"]


def test_only_the_protocol_is_on_standard_output(session: Session) -> None:
    assert session["stray"] == []


def test_a_finding_has_its_place_reason_source_and_rewording(session: Session) -> None:
    (found,) = (f for f in session["gold"]["findings"] if f["rule"] == "gold-standard")
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (3, 28, 3, 41)
    assert found["quote"] == "gold standard"
    assert (found["severity"], found["family"]) == ("error", "superlative")
    assert found["sentence"] == GOLD
    assert found["why"]
    assert found["sources"][0]["url"].startswith("https://")
    assert found["suggestions"]
    assert session["gold"]["notice"] == NOTICE
    assert session["gold"]["jurisdictions"] == ["us"]


def test_part_of_a_page_need_not_say_what_a_page_must(session: Session) -> None:
    assert any(f["about_the_page"] for f in session["in us"]["findings"])
    assert rules(session["part"]) == ["gold-standard"]
    assert any("What a whole page must say" in one for one in session["part"]["not_read"])


def test_the_text_is_read_in_its_format(session: Session) -> None:
    assert [(f["rule"], f["line"], f["column"]) for f in session["html"]["findings"]] == [
        ("gold-standard", 1, 31),
        ("zap", 1, 67),
    ]


def test_the_settings_of_the_project_hold(session: Session) -> None:
    (zap,) = (f for f in session["html"]["findings"] if f["rule"] == "zap")
    assert zap["severity"] == "error"
    assert "- zap (error, mine)" in session["rules"]
    assert "## emotional-appeal" not in session["rules"]
    assert [session[name]["jurisdictions"] for name in ("in us", "as uk", "in uk")] == [["us"], ["uk"], ["uk"]]
    fired = ["uk-drip-named-for-benefit" in rules(session[name]) for name in ("in us", "as uk", "in uk")]
    assert fired == [False, True, True]


def test_a_text_without_findings_is_not_called_lawful(session: Session) -> None:
    assert session["fair"]["summary"] == "No rule fired."
    assert "no legal advice" in session["fair"]["notice"]


def test_a_rule_is_explained(session: Session) -> None:
    told = session["explained"]
    assert (told["id"], told["family"], told["severity"], told["in_use"]) == (
        "gold-standard",
        "superlative",
        "error",
        True,
    )
    assert told["sources"][0]["requires"]
    assert any("[" in example for example in told["flagged"])
    assert told["passed"]


def test_a_rule_of_another_jurisdiction_is_explained_too(session: Session) -> None:
    told = session["explained, uk"]
    assert (told["pack"], told["in_use"]) == ("uk", False)


def test_a_rewording_is_put_in_and_checked(session: Session) -> None:
    told = session["reworded"]
    gold, zap = told["rewordings"]
    assert (gold["found"]["rule"], zap["found"]["rule"]) == ("gold-standard", "zap")
    first = gold["candidates"][0]
    assert first["clean"]
    assert first["reads"].endswith(" Zap.")
    assert "gold standard" not in first["reads"]
    assert zap["candidates"][0]["reads"] == f"{GOLD} Say less."
    assert told["page"] == first["reads"].replace("Zap.", "Say less.")
    assert told["page_findings"] == []
    assert told["summary"] == "2 findings; for 2 of them a rewording passes when it is put in."


def test_only_one_rule_is_reworded_if_it_is_named(session: Session) -> None:
    told = session["reworded, one rule"]
    assert [one["found"]["rule"] for one in told["rewordings"]] == ["zap"]
    assert told["page"] == f"{GOLD} Say less."
    assert [one.split(":")[0] for one in told["page_findings"]] == ["error gold-standard"]


@pytest.mark.parametrize("wrong", MISTAKES)
def test_a_mistake_is_told_in_one_sentence(session: Session, wrong: str) -> None:
    told = session["wrong"][wrong]
    assert told.startswith(MISTAKES[wrong][2])
    assert "\n" not in told
    assert "Error executing tool" not in told


def test_the_prompt_holds_the_copy(session: Session) -> None:
    assert session["prompt"].endswith(GOLD)
    assert NOTICE in session["prompt"]


def test_what_changes_while_the_server_runs_holds(session: Session) -> None:
    assert rules(session["settings changed"]) == ["zap"]
    assert "pakcs" in session["settings broken"]
    assert rules(session["pack changed"]) == ["zip"]


def test_without_a_usable_configuration_it_does_not_start(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / ".medlint.yaml").write_text("pakcs: []\n")
    done = medlint("mcp", stdin=b"")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pakcs" in done.stderr


def test_without_the_extra_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        name for name in sys.modules if name.startswith("medlint.integrations.") or name == "medlint.cli.mcp_project"
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pydantic", None)
    with pytest.raises(UsageError, match=r'^medlint mcp needs the MCP library: pip install "medlint\[mcp\]"$'):
        mcp.callback(isolated=True, config=None)  # type: ignore[misc]


class Small:
    """A project with one small pack and no settings."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.wait: threading.Event | None = None

    def linter(self, path: str, jurisdictions: tuple[str, ...], treatment: str | None) -> Linter:
        if self.wait:
            self.wait.wait()
        return Linter(self._library, treatment=treatment, jurisdictions=jurisdictions, today=TODAY)

    def jurisdictions(self, path: str) -> tuple[str, ...]:
        return ("us",)

    def shared(self, document: Document) -> list[Document]:
        return []

    def tells(self, finding: Finding) -> bool:
        return "draft" not in finding.context

    def library(self) -> Library:
        return self._library

    every_rule = library

    def runs(self, rule: Outlined) -> bool:
        return True

    def severity(self, rule: Outlined) -> Any:
        return rule.header.severity


@pytest.fixture(scope="module")
def zap_and_zop(tmp_path_factory: pytest.TempPathFactory) -> Library:
    rules = rule_text().replace("suggest: Say less.", 'suggest: ["Zop it.", "Say less."]') + rule_text(
        '"zop"', "zop", "zop"
    )
    pack = tmp_path_factory.mktemp("pack") / "mine.yaml"
    pack.write_text(pack_text(rules), encoding="utf-8")
    return read_packs([pack])


@pytest.fixture
def small(zap_and_zop: Library) -> Small:
    return Small(zap_and_zop)


def test_a_rewording_that_is_risky_itself_is_told_so(small: Small) -> None:
    told = reworded(Checking(small, "Well. Zap it now. Zap."))
    assert [(f.found.column, [c.clean for c in f.candidates]) for f in told.rewordings] == [
        (7, [True, False]),
        (19, [True, False]),
    ]
    good, bad = told.rewordings[0].candidates
    assert (good.write, good.instead_of, good.reads) == ("Say less.", "sentence", "Well. Say less. Zap.")
    assert bad.reads == "Well. Zop it. Zap."
    assert bad.still_found == ["warning zop: “Zop” is risky."]
    assert told.page == "Well. Say less. Say less."


def test_what_has_no_sure_way_in_is_checked_by_itself(small: Small) -> None:
    told = reworded(Checking(small, "Dear {{ name }}, zap it.", "liquid"))
    assert [(c.write, c.instead_of, c.reads, c.clean) for c in told.rewordings[0].candidates] == [
        ("Say less.", "by hand", "", True),
        ("Zop it.", "by hand", "", False),
    ]
    assert told.page == "Dear {{ name }}, zap it."
    assert told.page_findings == ["warning zap: “zap” is risky."]


def test_so_many_findings_are_reworded_at_once(small: Small) -> None:
    told = reworded(Checking(small, "Zap.\n\n" * 12))
    assert (len(told.rewordings), told.left_out, len(told.page_findings)) == (10, 2, 2)


def test_nothing_is_reworded_where_nothing_fires(small: Small) -> None:
    told = reworded(Checking(small, "Well."), "zap")
    assert (told.summary, told.page, told.rewordings) == ("Nothing to reword: rule zap did not fire.", "Well.", [])


def test_of_too_many_findings_the_most_serious_are_told(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assistant, "MOST_FINDINGS", 2)
    told = assistant.check(Checking(small, "Zap. Zap. Zap."))
    assert ([f.column for f in told.findings], told.left_out, told.summary) == ([1, 6], 1, "3 warnings")


def test_what_was_not_looked_at_is_told(small: Small) -> None:
    recipe = "Stir the flour into the butter and bake the bread for an hour in a hot oven. " * 8
    (first, *_) = assistant.check(Checking(small, recipe)).not_read
    assert "no health copy" in first
    assert assistant.check(Checking(small, recipe + "Zap.", treatment="ketamine")).findings
    draft = assistant.check(Checking(small, "---\ndraft: true\n---\nZap."))
    assert draft.findings == []
    assert "1 finding not told, by the settings of the project" in draft.not_read
    open_brace = assistant.check(Checking(small, "<p>Zap.<!-- ", "html"))
    assert any(one.startswith("line 1: ") for one in open_brace.not_read), open_brace.not_read


@pytest.mark.parametrize(
    ("format", "path", "problem"),
    [
        ("pdf", None, "Word and PDF files cannot be given as text"),
        (None, "page.docx", "Word and PDF files cannot be given as text"),
        (None, "page", "“page” has no suffix that tells a format"),
        ("html", "page.md", "“page.md” is no html file"),
        ("zebra", None, "there is no format “zebra”; known are"),
    ],
)
def test_a_format_that_cannot_be_read_is_told(small: Small, format: str | None, path: str | None, problem: str) -> None:
    with pytest.raises(RequestError, match=problem):
        Checking(small, "Zap.", format, path)


@pytest.mark.parametrize("format", ["markdown", "md", ".md", "HTML", "text", "tsx", "yaml", "liquid"])
def test_a_format_is_known_by_its_name_or_ending(small: Small, format: str) -> None:
    text = {"tsx": "export default () => <p>Zap.</p>", "yaml": "title: Zap."}.get(format, "Zap.")
    assert [f.rule for f in Checking(small, text, format).findings] == ["zap"]


def test_what_takes_too_long_is_given_up(small: Small) -> None:
    small.wait = threading.Event()

    async def ask() -> list[str]:
        told = []
        async with Client(server(small, seconds=0.5)) as client:
            told.append((await client.call_tool("check_copy", {"text": "Zap."})).content[0].text)  # type: ignore[union-attr]
            assert small.wait
            small.wait.set()
            told.append((await client.call_tool("explain_rule", {"rule": "zap"})).content[0].text)  # type: ignore[union-attr]
        return told

    given_up, after = anyio.run(ask)
    assert given_up == "That took more than 0.5 seconds and was given up; give the text in parts"
    assert '"id": "zap"' in after
