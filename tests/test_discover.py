"""Which files are read, and why the others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from medlint.discover import Filters, discover

NOTES, TESTS, BUILD, TOOLS = "developers' notes", "tests", "build output", "settings of tools"
EXCLUDED, IGNORED, NOT_READ = "excluded by the configuration", "ignored by git", "format not read"


def tree(root: Path, *files: str) -> None:
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.\n")


def found(root: Path, *paths: str, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> dict[str, str]:
    """Reason by path, "" for what is read."""
    candidates = discover([root / p for p in paths or ("",)], Filters(root, include, exclude))
    return {c.path.relative_to(root).as_posix(): c.reason for c in candidates}


SKIPPED = [
    ("README.md", "README.md", NOTES),
    ("readme.de.md", "readme.de.md", NOTES),
    ("CHANGELOG.md", "CHANGELOG.md", NOTES),
    ("LICENSE.txt", "LICENSE.txt", NOTES),
    ("sub/CLAUDE.md", "sub/CLAUDE.md", NOTES),
    ("HISTORY.md", "HISTORY.md", NOTES),
    ("DEPLOY_NOTES.md", "DEPLOY_NOTES.md", NOTES),
    ("memory-bank/a.md", "memory-bank", NOTES),
    ("a.test.tsx", "a.test.tsx", TESTS),
    ("Hero.stories.mdx", "Hero.stories.mdx", TESTS),
    ("src/__tests__/a.tsx", "src/__tests__", TESTS),
    ("tests/a.md", "tests", TESTS),
    ("scripts/a.js", "scripts", "scripts"),
    ("robots.txt", "robots.txt", TOOLS),
    ("requirements-dev.txt", "requirements-dev.txt", TOOLS),
    ("package.json", "package.json", TOOLS),
    ("tailwind.config.ts", "tailwind.config.ts", TOOLS),
    ("pnpm-lock.yaml", "pnpm-lock.yaml", TOOLS),
    ("lib.min.js", "lib.min.js", TOOLS),
    ("types.d.ts", "types.d.ts", TOOLS),
    ("pyproject.toml", "pyproject.toml", TOOLS),
    ("sitemap.xml", "sitemap.xml", TOOLS),
    ("dist/a.html", "dist", BUILD),
    ("coverage/a.html", "coverage", BUILD),
    ("node_modules/p/a.md", "node_modules", "dependencies"),
    ("src/components/ui/button.tsx", "src/components/ui", "interface kit"),
    (".github/a.md", ".github", "hidden"),
    (".hidden.md", ".hidden.md", "hidden"),
    ("~$letter.docx", "~$letter.docx", "hidden"),
    ("a.haml", "a.haml", NOT_READ),
    ("Makefile", "Makefile", NOT_READ),
]


@pytest.mark.parametrize(("file", "told", "reason"), SKIPPED, ids=[row[0] for row in SKIPPED])
def test_what_is_no_copy_is_passed_over(tmp_path: Path, file: str, told: str, reason: str) -> None:
    tree(tmp_path, file)
    assert found(tmp_path) == {told: reason}


@pytest.mark.parametrize(
    "file",
    [
        "index.md", "src/pages/index.tsx", "history.md", "support.md", "support-groups.md", "FAQ.md", "TMS.md",
        "history-of-ketamine.md", "notice-of-privacy-practices.md", "PRIVACY_POLICY.md", "agents-of-change.md",
        "app/coverage/page.tsx", "content/tests/blood.md", "src/app/tools/page.tsx", "site.config.ts",
        "ui/button.tsx", "docs/index.md", "license-to-heal.md", "data/treatments.json", "setup-for-patients.md",
    ],
)  # fmt: skip
def test_what_may_be_copy_is_read(tmp_path: Path, file: str) -> None:
    tree(tmp_path, file)
    assert found(tmp_path) == {file: ""}


def test_folders_of_an_app_are_no_folders_of_pages(tmp_path: Path) -> None:
    tree(tmp_path, "app/package.json", "app/tests/a.tsx")
    assert found(tmp_path)["app/tests"] == TESTS
    tree(tmp_path / "up", "app/tests/a.tsx")
    assert found(tmp_path, "up/app") == {"up/app/tests": TESTS}  # the path is absolute


def test_docs_are_notes_beside_an_app_and_a_site_when_they_have_an_index(tmp_path: Path) -> None:
    tree(tmp_path, "docs/a.md")
    assert found(tmp_path)["docs/a.md"] == ""
    tree(tmp_path, "package.json")
    assert found(tmp_path)["docs"] == NOTES
    tree(tmp_path, "docs/CNAME")
    assert found(tmp_path)["docs/a.md"] == ""


def test_what_is_named_is_read_whatever_it_is(tmp_path: Path) -> None:
    tree(tmp_path, "README.md", "a.md", "dist/a.html", "dist/node_modules/b.html")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("dist/\nREADME.md\n")
    assert found(tmp_path, "README.md") == {"README.md": ""}
    for paths in (("README.md", ""), ("", "README.md")):
        assert found(tmp_path, *paths)["README.md"] == ""
    assert found(tmp_path, "dist") == {"dist/a.html": "", "dist/node_modules": "dependencies"}
    both = found(tmp_path, "", "dist")
    assert both["dist/a.html"] == both["a.md"] == ""
    assert "dist" not in both
    assert found(tmp_path, "README.md", exclude=("README.md",)) == {"README.md": ""}


@pytest.mark.parametrize("pattern", ["dist", "/dist/", "dist/*", "**/dist/**"])
def test_a_named_folder_that_git_ignores_is_read(tmp_path: Path, pattern: str) -> None:
    tree(tmp_path, "dist/a.html")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text(pattern + "\n")
    assert found(tmp_path, "dist") == {"dist/a.html": ""}


def test_gitignore_files_hold_where_they_stand(tmp_path: Path) -> None:
    tree(tmp_path, "a.md", "a.tmp.md", "old/a.md", "in/old/a.md", "in/b.md", "in/keep.tmp.md", "in/deep/b.md")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("*.tmp.md\n/old/\n# a note\n")
    (tmp_path / "in" / ".gitignore").write_text("b.md\n!keep.tmp.md\n")
    expected = {
        "a.tmp.md": IGNORED, "a.md": "", "old": IGNORED, "in/b.md": IGNORED, "in/keep.tmp.md": "",
        "in/deep/b.md": IGNORED, "in/old/a.md": "", ".gitignore": "hidden", "in/.gitignore": "hidden",
    }  # fmt: skip
    assert found(tmp_path) == expected
    below = {path: reason for path, reason in expected.items() if path.startswith("in/")}
    assert found(tmp_path, "in") == below


def test_a_path_through_the_parent_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "site/a.md", "site/b.md", "other/x.md")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("site/b.md\n")
    monkeypatch.chdir(tmp_path / "other")
    told = {c.path.as_posix(): c.reason for c in discover([Path("../site")], Filters(tmp_path))}
    assert told == {"../site/a.md": "", "../site/b.md": IGNORED}


def test_include_wins_over_the_defaults_and_exclude_over_include(tmp_path: Path) -> None:
    tree(tmp_path, "a.md", "README.md", "dist/a.md", "dist/b.md", "dist/in/c.md", "drafts/a.md", "x/drafts/a.md")
    assert found(tmp_path, include=("README.md",))["README.md"] == ""
    told = found(tmp_path, include=("/dist/a.md",))
    assert (told["dist/a.md"], told["dist/b.md"], told["dist/in"]) == ("", BUILD, BUILD)
    assert found(tmp_path, include=("dist/",))["dist/in/c.md"] == ""
    told = found(tmp_path, exclude=("drafts/",))
    assert (told["drafts"], told["x/drafts"]) == (EXCLUDED, EXCLUDED)
    told = found(tmp_path, include=("dist/*.md",), exclude=("/dist/b.md", "/drafts/*"))
    assert told["dist/a.md"] == told["x/drafts/a.md"] == told["a.md"] == ""
    assert told["dist/b.md"] == told["drafts/a.md"] == EXCLUDED


def test_links(tmp_path: Path) -> None:
    tree(tmp_path, "real/a.md")
    (tmp_path / "also.md").symlink_to("real/a.md")
    (tmp_path / "folder").symlink_to("real")
    (tmp_path / "gone.md").symlink_to("nowhere")
    (tmp_path / "loop.md").symlink_to("loop.md")
    link = "link that is not followed"
    # The linked file is read once, by the first of its names.
    assert found(tmp_path) == {"also.md": "", "folder": link, "gone.md": link, "loop.md": link}


def test_formats_and_order(tmp_path: Path) -> None:
    tree(tmp_path, "b.md", "a.HTML", "x/a.tsx", "c.md")
    told = [(c.path.name, c.format) for c in discover([tmp_path])]
    assert told == [("a.HTML", "html"), ("b.md", "markdown"), ("c.md", "markdown"), ("a.tsx", "javascript")]


def test_a_named_file_is_forced_out_just_where_a_walk_passes_it_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [
        *(row[0] for row in SKIPPED), "index.md", "docs/index.md", "docs/a.md", "package.json", "old/a.md",
        "old/in/keep.md", "app/coverage/page.tsx", "in/b.md", "in/c.md", "drafts/a.md", "node_modules/q/a.md", "dist/ours/b.html",
    ]  # fmt: skip
    tree(tmp_path, *files)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("old/\n")
    (tmp_path / "in" / ".gitignore").write_text("b.md\n")
    monkeypatch.chdir(tmp_path)
    for include, exclude in (((), ()), (("dist/ours/", "*.md"), ("drafts/", "in/c.md"))):
        filters = Filters(tmp_path, include, exclude)
        walked = {c.path.as_posix() for c in discover([Path()], filters) if not c.reason}
        forced = {c.path.as_posix() for c in discover(map(Path, files), filters, force_exclude=True) if not c.reason}
        assert forced == walked
        assert {c.path.as_posix() for c in discover(map(Path, files), filters) if not c.reason} == set(files)
    assert {"index.md", "dist/ours/b.html", "README.md"} <= forced
    assert "node_modules/q/a.md" not in forced


def test_forced_exclusion_looks_from_the_current_folder_else_from_the_patterns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "build/site/a.md", "build/site/tests/a.md")
    monkeypatch.chdir(tmp_path / "build" / "site")

    def forced(*paths: str | Path, root: Path = tmp_path) -> list[str]:
        return [c.reason for c in discover(map(Path, paths), Filters(root), force_exclude=True)]

    assert forced("a.md", "tests/a.md", tmp_path / "build/site/tests/a.md") == ["", TESTS]
    monkeypatch.chdir(tmp_path / "build" / "site" / "tests")
    assert forced("a.md", "../a.md") == ["", BUILD]
    assert forced("../a.md", root=tmp_path / "build" / "site" / "tests") == [""]
    assert forced("nowhere.md", "../README.md") == ["", ""]  # what is not there is no file to pass over
