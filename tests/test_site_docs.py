"""The documentation: what its pages show is what medlint does, and the site has all of them."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from conftest import ROOT, Run, pack_text

from medlint import HOME
from medlint.cli.commands import cli
from medlint.document import WILDCARD
from medlint.packs.compiled import load_shipped
from medlint.packs.rule_pages import rule_pages
from medlint.readers import SUFFIXES, read

DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS / "site"))

from built import mistakes  # noqa: E402
from commands import commands_page  # noqa: E402
from gallery import CLOSING, OPENING, PAGE, PICTURES, drawn, file_of, section  # noqa: E402
from links import LinkError, relinked  # noqa: E402
from stage import settings, site_files  # noqa: E402
from terminal import picture  # noqa: E402

UPDATE = bool(os.environ.get("MEDLINT_UPDATE_SNAPSHOTS"))
READING = sorted((DOCS / "reading").glob("*.md"))
EXAMPLE = re.compile(
    r"^```[\w-]+ title=\"(?P<name>[^\"]+)\"\n(?P<text>.*?)^```\n\n"
    r"\| read as \| key \| text \|\n\| --- \| --- \| --- \|\n(?P<table>(?:\|[^\n]*\|\n)*)",
    re.S | re.M,
)


def rows(name: str, text: str) -> str:
    """The rows of the table that tells what is read of a file."""
    lines = []
    for block in read(name, text.encode()).blocks:
        cells = [block.kind, f"`{block.key_path}`" if block.key_path else "", block.visible.replace(WILDCARD, "…")]
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n")
    return "".join(lines)


@pytest.mark.parametrize("page", READING, ids=lambda page: page.stem)
def test_what_is_read_of_an_example_is_what_its_table_says(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    if UPDATE:
        text = EXAMPLE.sub(lambda m: m[0][: m.start("table") - m.start()] + rows(m["name"], m["text"]), text)
        page.write_text(text, encoding="utf-8")
    examples = list(EXAMPLE.finditer(text))
    assert len(examples) == len(re.findall("^```.* title=", text, re.M))
    for example in examples:
        assert example["table"] == rows(example["name"], example["text"]), example["name"]
        assert example["table"].count("\n") > 0


def test_the_table_of_formats_has_each_suffix_once() -> None:
    readers: dict[str, set[str]] = defaultdict(set)
    for suffix, reader in SUFFIXES.items():
        readers[reader].add(suffix)
    text = (DOCS / "reading" / "README.md").read_text(encoding="utf-8")
    told = [set(re.findall(r"`(\.\w+)`", line)) for line in text.splitlines() if line.startswith("| [")]
    assert sorted(map(sorted, told)) == sorted(map(sorted, readers.values()))


TUTORIAL = DOCS / "tutorial" / "write-a-pack.md"
WORKED = ROOT / "examples" / "tutorial"
STEP = re.compile(r"^```(?:[\w-]+ title=\"(?P<file>[^\"]+)\"|console)\n(?P<text>.*?)^```$", re.S | re.M)


def test_the_tutorial_does_what_it_says_and_ends_with_the_example(medlint: Run, tmp_path: Path) -> None:
    commands = 0
    for step in STEP.finditer(TUTORIAL.read_text(encoding="utf-8")):
        if step["file"]:
            path = tmp_path / step["file"]
            path.parent.mkdir(exist_ok=True)
            path.write_text(step["text"], encoding="utf-8")
            continue
        line, _, printed = step["text"].partition("\n")
        commands += 1
        done = medlint(*line.removeprefix("$ medlint ").split())
        assert done.stdout == printed, done.stderr
    assert commands == 5
    if UPDATE:
        shutil.copytree(tmp_path, WORKED, dirs_exist_ok=True)
    assert files(tmp_path) == files(WORKED)


def files(folder: Path) -> dict[str, str]:
    """The texts of a folder by their paths in it."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


def named(nav: object) -> list[str]:
    """The pages of a navigation, as mkdocs.yml has it."""
    if isinstance(nav, str):
        return [nav]
    return [page for one in (nav.values() if isinstance(nav, dict) else nav) for page in named(one)]


def test_each_page_is_in_the_navigation_once() -> None:
    pages = {there for path, there in site_files().items() if path.endswith(".md") and not there.startswith("rules/")}
    assert sorted(named(settings()["nav"])) == sorted(pages | {"rules/README.md", "rules/families.md", "commands.md"})


SITE = {
    "docs/a.md": "a.md",
    "docs/b/c.md": "b/c.md",
    "CHANGELOG.md": "changelog.md",
    "docs/rules/core.md": "rules/core/README.md",
}
LINKS = [
    ("docs/a.md", "[x](b/c.md#y)", "[x](b/c.md#y)"),
    ("docs/b/c.md", "[x](../a.md)", "[x](../a.md)"),
    ("docs/b/c.md", "[x](../rules/core.md)", "[x](../rules/core/README.md)"),
    ("CHANGELOG.md", "[x](docs/a.md)", "[x](a.md)"),
    ("docs/a.md", "[x](../CHANGELOG.md)", "[x](changelog.md)"),
    ("docs/a.md", "[x](../examples/risky.md)", f"[x]({HOME}/blob/main/examples/risky.md)"),
    ("docs/a.md", "[x](../rules)", f"[x]({HOME}/tree/main/rules)"),
    ("docs/a.md", "[![x](b/c.md)](https://example.org)", "[![x](b/c.md)](https://example.org)"),
    ("docs/b/c.md", "[x](#y) and `[x](no.md)`", "[x](#y) and `[x](no.md)`"),
    ("docs/b/c.md", "```md\n[x](no.md)\n```\n[x](../a.md)", "```md\n[x](no.md)\n```\n[x](../a.md)"),
]


@pytest.mark.parametrize(("path", "text", "there"), LINKS)
def test_links_hold_on_the_site(path: str, text: str, there: str) -> None:
    assert relinked(text, path, SITE) == there


@pytest.mark.parametrize("target", ["no.md", "../no.md", "../../outside.md"])
def test_a_link_to_what_is_not_there_is_told(target: str) -> None:
    with pytest.raises(LinkError, match=r"docs/a\.md: there is no"):
        relinked(f"[x]({target})", "docs/a.md", SITE)


def test_what_is_wrong_with_a_built_site_is_told(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "index.html").write_text('<h1 id="here">B</h1><a class="x" href="../#top">x</a><a href=".">x</a>')
    (tmp_path / "index.html").write_text(
        '<p id=top><a href="b/#here">x</a><a href="b/#gone">x</a><a href=c/>x</a><a href="https://example.org">x</a>'
        '<img alt="" src="https://example.org/x.png"><img src="data:image/png;base64,"></p>'
    )
    (tmp_path / "x.css").write_text("@import '//example.org/a.css'; p { background: url(b.png) }")
    assert list(mistakes(tmp_path)) == [
        "index.html: b/#gone has no such place",
        "index.html: c/ leads nowhere",
        "index.html: fetches https://example.org/x.png",
        "x.css: fetches //example.org/a.css",
    ]


def test_the_page_of_commands_has_every_command_and_option() -> None:
    page = commands_page()
    context = click.Context(cli, info_name="medlint")
    for name in cli.list_commands(context):
        part = page.partition(f"\n## medlint {name}\n")[2].partition("\n## ")[0]
        command = cli.get_command(context, name)
        assert command and part, name
        for sub in command.commands.values() if isinstance(command, click.Group) else ():
            assert f"\n### medlint {name} {sub.name}\n" in part
            assert all(option in part for param in sub.params for option in param.opts if option.startswith("-"))
        assert all(option in part for param in command.params for option in param.opts if option.startswith("-"))


def test_the_gallery_shows_the_pictures_that_there_are() -> None:
    known = {file_of(one) for one in PICTURES}
    kept = set((DOCS / "gallery").iterdir())
    assert kept <= known
    assert sum(path.stat().st_size for path in kept) < 1_500_000
    shown = PAGE.read_text(encoding="utf-8").partition(OPENING)[2].partition(CLOSING)[0]
    assert shown.strip() == section().strip()


def test_pictures_of_the_terminal_show_what_is_printed() -> None:
    (one, *_) = [one for one in PICTURES if one.command]
    assert file_of(one).read_text(encoding="utf-8") == drawn(one), "run: python docs/site/gallery.py"


def test_a_picture_keeps_columns_and_colours() -> None:
    text = picture("x", "a\n  \x1b[31mred <b>\x1b[0m  \x1b[1mbold\x1b[0m\n\x1b[2mdim\n and on\x1b[0m")
    elements = re.findall(r'<text x="([\d.]+)" y="(\d+)" [^>]*?(?:"spacingAndGlyphs")([^>]*)>([^<]*)<', text)
    assert elements == [
        ("16.0", "30", "", "$ x"),
        ("16.0", "50", "", "a"),
        ("32.86", "70", ' fill="#ff8f7a"', "red &lt;b&gt;"),
        ("108.73", "70", ' font-weight="bold"', "bold"),
        ("16.0", "90", ' fill="#94a5ad"', "dim"),
        ("24.43", "110", ' fill="#94a5ad"', "and on"),
    ]


def test_each_rule_has_a_page_that_the_lists_lead_to() -> None:
    shipped = load_shipped((), ())
    pages = rule_pages(shipped)
    for rule in shipped.rules.values():
        h = rule.header
        page = pages[f"{h.pack}/{h.id}.md"]
        assert f"]({h.id}.md)" in pages[f"{h.pack}/README.md"]
        assert f"]({h.pack}/{h.id}.md)" in pages["families.md"]
        assert page.startswith(f"# {h.id}\n\n**{h.severity.label}**")
        assert all(shipped.facts.sources[s].url in page for s in h.sources)
        flagged = page.partition("\n## Flagged\n")[2].partition("\n## Passed\n")[0]
        examples = re.findall(r"^(?:- |```markdown\n.*?^```$)", flagged, re.M | re.S)
        assert len(examples) == len(h.flag_examples), h.id
    assert len(pages) == len(shipped.rules) + len(shipped.packs) + 2


OWN = """\
  - id: zap
    flag: zap
    message: "“{match}” *is* [risky](x.md)."
    why: <b>It</b> is | so.
    suggest: 1. Say less_ of it_.
    examples:
      flag: ["A **zap** and a zap_.", "See [the **zap**](https://example.org)."]
      pass: ["- nothing", "### Here"]
"""


def test_the_page_of_a_rule_says_in_markdown_what_the_pack_says(make_pack: Callable[[str], Path]) -> None:
    library = load_shipped((), [make_pack(pack_text(OWN))])
    page = rule_pages(library)["mine/zap.md"]
    for part in (
        "\n“…” \\*is\\* \\[risky\\](x.md).\n",
        "\n&lt;b&gt;It&lt;/b&gt; is \\| so.\n",
        "\n- 1\\. Say less\\_ of it\\_.\n",
        "\n- A **zap** and a zap\\_.\n\n```markdown\nSee [the zap](https://example.org).\n```\n",
        "\n- \\- nothing\n- \\### Here\n",
        "\n- [A law, §1](https://example.org/law).\n  Tell the truth. Verified 2026-11.\n",
    ):
        assert part in page
