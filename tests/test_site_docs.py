"""The documentation: what its pages show is what medlint does, and the site has all of them."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from conftest import ROOT, Run

from medlint.document import WILDCARD
from medlint.readers import SUFFIXES, read

DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS / "site"))

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
