"""Configuration files: what extends what, what holds for which page, and where it is said to come from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import TODAY, Run, pack_text, rule_text

from medlint.cli.console import UsageError
from medlint.cli.variants import Variants
from medlint.config import ConfigError, Settings, read_settings
from medlint.findings import Severity
from medlint.readers import read


def read_in(folder: Path, name: str = "medlint.toml") -> Settings:
    return read_settings(folder, folder / name)


def test_a_file_extends_others_and_its_own_word_wins(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "base.toml").write_text(
        'packs = ["rules"]\njurisdiction = ["uk"]\nignore = ["dosing"]\nfail-on = "error"\n'
        'severity = { "gold-standard" = "warning", safety = "error" }\n'
    )
    (tmp_path / "more.yaml").write_text("ignore: [access]\nfollow: 3\n")
    (tmp_path / "medlint.toml").write_text(
        'extends = ["house/base.toml", "more.yaml"]\njurisdiction = ["au"]\nignore = ["dosing", "efficacy"]\n'
        'severity = { safety = "suggestion" }\n'
    )
    found = read_in(tmp_path)
    assert found.packs == (str(tmp_path / "house" / "rules"),)
    assert found.jurisdiction == ("au",)
    assert found.ignore == ("dosing", "access", "efficacy")
    assert found.severity == {"gold-standard": "warning", "safety": "suggestion"}
    assert (found.fail_on, found.follow, found.origin) == ("error", 3, tmp_path / "medlint.toml")
    assert [file.name for file in found.files] == ["base.toml", "more.yaml", "medlint.toml"]
    assert {name: [f.name for f in files] for name, files in found.came_from.items()} == {
        "packs": ["base.toml"],
        "jurisdiction": ["medlint.toml"],
        "ignore": ["base.toml", "more.yaml", "medlint.toml"],
        "fail_on": ["base.toml"],
        "severity": ["base.toml", "medlint.toml"],
        "follow": ["more.yaml"],
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('extends = "medlint.toml"\n', "medlint.toml:1: medlint.toml and medlint.toml extend each other"),
        ('extends = "other.toml"\n', "other.toml:2: other.toml and medlint.toml extend each other"),
        ('extends = "none.toml"\n', "none.toml: cannot be read: No such file or directory"),
        ('extends = "pyproject.toml"\n', "medlint.toml:1: {folder}/pyproject.toml has no [tool.medlint] table"),
        ('fail-on = "error"\n\nselekt = []\n', "medlint.toml:3: unknown setting “selekt”; did you mean “select”?"),
        ("severity = 3\n", "medlint.toml:1: severity should be a table"),
        ('[severity]\nsafety = "off"\n', "medlint.toml:2: severity of “safety” should be one of error, warning"),
        ('[severity]\nsafety = "off"\n', "; write it under “ignore” to turn it off"),
        ("overrides = 1\n", "medlint.toml:1: overrides should be a list of tables"),
        ('[[overrides]]\nignore = ["x"]\n', "overrides 1 need “files”"),
        ('[[overrides]]\nfile = ["x"]\n', "medlint.toml:2: unknown key of overrides 1: “file”; did you mean “files”?"),
        ('[[overrides]]\nfiles = ["x"]\n[[overrides]]\nfiles = 1\n', "files should be a list of texts"),
        ("follow = -1\n", "medlint.toml:1: follow should be a whole number, 0 or more"),
        ("baseline = 1\n", "medlint.toml:1: baseline should be a text"),
    ],
)
def test_mistakes_are_told_at_their_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "other.toml").write_text('\nextends = "medlint.toml"\n')
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (tmp_path / "medlint.toml").write_text(text)
    with pytest.raises(ConfigError) as error:
        read_in(tmp_path)
    assert message.format(folder=tmp_path) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_config_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "medlint.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="is not UTF-8 text"):
        read_in(tmp_path)


def test_lines_of_pyproject_are_those_of_its_own_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nselect = []\n\n[tool.medlint]\nselect = 1\n")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5: select should be"):
        read_settings(tmp_path)


RULES = rule_text() + rule_text('"zip"', text="zip", id_="zip")


def variants(folder: Path, config: str, **options: object) -> Variants:
    (folder / "mine.yaml").write_text(pack_text(RULES))
    (folder / "medlint.toml").write_text('packs = ["mine.yaml"]\njurisdiction = ["none"]\nselect = ["mine"]\n' + config)
    return Variants(read_in(folder).with_options(**options), folder, TODAY)


def found(variants: Variants, path: Path) -> dict[str, Severity]:
    page = read(str(path), b"Zap and zip our patients with care.")
    return {f.rule: f.severity for f in variants.linter(str(path)).check(page).findings}


def test_overrides_hold_for_their_pages_only(tmp_path: Path) -> None:
    both = variants(
        tmp_path,
        '[severity]\nzap = "suggestion"\n'
        '[[overrides]]\nfiles = ["blog/**"]\nignore = ["zip"]\nseverity = { mine = "error" }\ntreatment = "ketamine"\n'
        '[[overrides]]\nfiles = ["/blog/old/"]\nseverity = { safety = "suggestion", zap = "warning" }\n',
    )
    assert found(both, tmp_path / "a.md") == {"zap": Severity.SUGGESTION, "zip": Severity.WARNING}
    assert found(both, tmp_path / "blog" / "a.md") == {"zap": Severity.SUGGESTION}  # the rule's own name is closest
    assert found(both, tmp_path / "blog" / "old" / "a.md") == {"zap": Severity.WARNING}
    assert both.of(str(tmp_path / "blog" / "a.md")).treatment == "ketamine"
    assert both.judged(str(tmp_path / "blog" / "a.md")) == {"zap"}
    assert both.linter(str(tmp_path / "b.md")) is both.linter(str(tmp_path / "c.md"))


def test_the_command_line_holds_for_every_page(tmp_path: Path) -> None:
    config = '[[overrides]]\nfiles = ["*"]\nselect = ["zip"]\ntreatment = "ketamine"\njurisdiction = ["au"]\n'
    page = str(tmp_path / "a.md")
    own = variants(tmp_path, config).of(page)
    assert (own.select, own.treatment, own.jurisdiction) == (("zip",), "ketamine", ("au",))
    told = variants(tmp_path, config, select=("zap",), treatment="tms", jurisdiction=("none",)).of(page)
    assert (told.select, told.treatment, told.jurisdiction) == (("zap",), "tms", ("none",))


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ('[severity]\nzapp = "error"\n', "there is no rule, family or pack “zapp”; did you mean “zap”?"),
        ('[[overrides]]\nfiles = ["x"]\nignore = ["zipp"]\n', "there is no rule, family or pack “zipp”"),
        ('[[overrides]]\nfiles = ["x"]\nseverity = { zipp = "error" }\n', "there is no rule, family or pack “zipp”"),
        (
            '[[overrides]]\nfiles = ["x"]\ntreatment = "moonlight"\n',
            "there is no treatment “moonlight” among the facts",
        ),
    ],
)
def test_a_name_that_nothing_has_is_told_even_if_no_page_meets_it(tmp_path: Path, config: str, message: str) -> None:
    with pytest.raises(UsageError) as error:
        variants(tmp_path, config)
    assert message in str(error.value)


def test_config_show(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text('fail-on = "error"\n')
    (tmp_path / "medlint.toml").write_text(
        'extends = "base.toml"\nignore = ["dosing"]\n\n[[overrides]]\nfiles = ["blog/"]\nignore = ["access"]\n'
    )
    shown = medlint("config", "show").stdout
    assert shown.startswith(f"{tmp_path}/medlint.toml\nextends {tmp_path}/base.toml\n")
    assert f'fail-on          "error"  ({tmp_path}/base.toml)\n' in shown
    assert "follow           1  (default)\n" in shown
    page = json.loads(medlint("config", "show", "blog/a.md", "--json").stdout)["settings"]
    assert page["ignore"] == {"value": ["dosing", "access"], "from": [f"{tmp_path}/medlint.toml", "overrides"]}
    assert page["fail-on"]["value"] == "error"
