"""What the site is built from: the pages of docs/, those that are made, and the configuration with the rules in it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from commands import commands_page
from links import ROOT, relinked

from medlint.cli.console import library
from medlint.packs.model import Library
from medlint.packs.rule_pages import rule_pages

HERE = Path(__file__).parent
CONFIG = HERE / "mkdocs.yml"
_COMMON = re.compile(r"^## (?:When it stays silent|Who says so|In your project)$", re.M)
LOOK = ("style.css", "mark.svg")
"""What belongs to the look of the site and to no page."""


def site_files() -> dict[str, str]:
    """The files that are part of the site: their paths in the repository, and on the site.

    The pages in docs/rules/ are for readers of the repository; the site has a page for each rule in their place.
    """
    found = {"CHANGELOG.md": "changelog.md", "CONTRIBUTING.md": "contributing.md"}
    for path in sorted((ROOT / "docs").rglob("*")):
        inside = path.relative_to(ROOT / "docs")
        if path.is_dir() or inside.parts[0] == "site":
            continue
        if inside.parts[0] == "rules" and inside.stem != "README":
            found[f"docs/{inside.as_posix()}"] = f"rules/{inside.stem}/README.md"
        else:
            found[f"docs/{inside.as_posix()}"] = inside.as_posix()
    return found


def stage(folder: Path) -> Path:
    """Write all that the site is built from into a folder that is emptied before; returns its configuration.

    Raises LinkError where a page links to a file that is not there.
    """
    shutil.rmtree(folder, ignore_errors=True)
    pages = folder / "pages"
    site = site_files()
    for path, there in site.items():
        if path.startswith("docs/rules/"):
            continue
        target = pages / there
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".md"):
            target.write_text(relinked((ROOT / path).read_text(encoding="utf-8"), path, site), encoding="utf-8")
        else:
            shutil.copyfile(ROOT / path, target)
    shipped = library((), ())
    made = {f"rules/{name}": _to_search(text) for name, text in rule_pages(shipped).items()}
    made["commands.md"] = commands_page()
    for name, text in made.items():
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(text, encoding="utf-8")
    (pages / "assets").mkdir()
    for name in LOOK:
        shutil.copyfile(HERE / name, pages / "assets" / name)
    target = folder / "mkdocs.yml"
    target.write_text(yaml.safe_dump(_settings(shipped), allow_unicode=True, sort_keys=False), encoding="utf-8")
    return target


def _to_search(text: str) -> str:
    """The page of a rule, without what many of them have in common being found by a search."""
    return _COMMON.sub(r"\g<0> { data-search-exclude }", text)


def settings() -> dict[str, Any]:
    """The configuration as it is written, without the rules."""
    found: dict[str, Any] = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))
    return found


def _settings(shipped: Library) -> dict[str, Any]:
    found = settings()
    (rules,) = (section["Rules"] for section in found["nav"] if "Rules" in section)
    for pack in sorted(shipped.packs, key=lambda pack: pack.id):
        own = sorted(rule.header.id for rule in shipped.rules.values() if rule.header.pack == pack.id)
        rules.append({pack.title: [f"rules/{pack.id}/{name}.md" for name in ("README", *own)]})
    return found | {"docs_dir": "pages", "site_dir": "html"}
