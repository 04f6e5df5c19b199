"""Adding to files of the user without touching the rest."""

from __future__ import annotations

import tomllib

import pytest
import yaml

from medlint.insert import with_item, with_table

ITEM = "- repo: ours\n  hooks:\n    - id: medlint\n"
BODY = '# a note\njurisdiction = ["us"]\n'

LISTS = [
    ("plain", "repos:\n  - repo: a\n    hooks: [x]\n", "repos:\n  - repo: a\n    hooks: [x]\n>>"),
    ("not indented", "repos:\n- repo: a\n", "repos:\n- repo: a\n>>"),
    ("no line end", "repos:\n- repo: a", "repos:\n- repo: a\n>>"),
    ("what follows stays", "# top\nrepos: # here\n  - a # one\n\n  # end\nother: 1\n", "# top\nrepos: # here\n  - a # one\n>>\n  # end\nother: 1\n"),
    ("block scalar", "repos:\n  - a: |\n      one\n      two\n\nother: 1\n", "repos:\n  - a: |\n      one\n      two\n\n>>other: 1\n"),
    ("last one in brackets", "repos:\n  - a: [\n      1,\n    ] # x\n", "repos:\n  - a: [\n      1,\n    ] # x\n>>"),
    ("odd characters", "repos:\n  - a: “ü” 🙂\n", "repos:\n  - a: “ü” 🙂\n>>"),
    ("byte order mark", "\ufeffrepos:\n  - a\n", "\ufeffrepos:\n  - a\n>>"),
    ("anchors", "x: &x [b]\nrepos:\n  - a: *x\n    c: 1\n", "x: &x [b]\nrepos:\n  - a: *x\n    c: 1\n>>"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_an_item_goes_behind_the_last_one(old: str, new: str, end: str) -> None:
    indent = "" if "\n- " in old else "  "
    added = "".join(indent + line for line in ITEM.splitlines(keepends=True))
    if "\n" not in old.rstrip("\n") or (end == "\r\n" and old.count("\n") < 2):
        end = "\n"  # a file of one line has no line ends to go by
    found = with_item(old.replace("\n", end), "repos", ITEM)
    assert found == new.replace(">>", added).replace("\n", end)
    assert yaml.safe_load(found)["repos"][-1] == {"repo": "ours", "hooks": [{"id": "medlint"}]}


@pytest.mark.parametrize(
    "text",
    ["", "repos: []\n", "repos: [a]\n", "repos:\n", "repos: x\n", "other:\n  - a\n", "- a\n", "repos:\n  - a: [\n", "a: 1\n---\nrepos:\n- a\n", "x: &x 1\nrepos:\n- *x\n"],
)  # fmt: skip
def test_where_an_item_cannot_be_put_safely_nothing_is(text: str) -> None:
    assert with_item(text, "repos", ITEM) is None


TABLES = [
    ("empty", "", ">>"),
    ("behind others", '[project]\nname = "x"\n', '[project]\nname = "x"\n\n>>'),
    ("no line end", "a = 1 # x", "a = 1 # x\n\n>>"),
    ("other tools", "[tool.ruff]\nx = 1\n# end\n", "[tool.ruff]\nx = 1\n# end\n\n>>"),
    ("in a list of tables", "[[tool.x.y]]\na = 1\n", "[[tool.x.y]]\na = 1\n\n>>"),
    ("byte order mark", "\ufeffa = 1\n", "\ufeffa = 1\n\n>>"),
]


@pytest.mark.parametrize(("old", "new"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
def test_a_table_goes_behind_everything(old: str, new: str) -> None:
    table = f"[tool.medlint]\n{BODY}"
    assert with_table(old, "medlint", BODY) == new.replace(">>", table)
    if "\n" in old:
        crlf = with_table(old.replace("\n", "\r\n"), "medlint", BODY)
        assert crlf == new.replace(">>", table).replace("\n", "\r\n")
        assert tomllib.loads(crlf.removeprefix("\ufeff"))["tool"]["medlint"] == {"jurisdiction": ["us"]}


@pytest.mark.parametrize(
    "text", ["tool = {x = 1}\n", "[tool.medlint]\n", "[tool.medlint.x]\n", "tool = 1\n", "[broken\n"]
)
def test_where_a_table_cannot_be_put_safely_nothing_is(text: str) -> None:
    assert with_table(text, "medlint", BODY) is None
