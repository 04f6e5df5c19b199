"""The real command line, as a user runs it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Run, command, pack_text, rule_text

from medlint.cli import main

RISKY = "# Ketamine\n\nIt has minimal side effects.\n"
CLEAN = "We open at nine.\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "risky.md").write_text(RISKY)
    (tmp_path / "clean.md").write_text(CLEAN)
    return tmp_path


def test_check_is_the_default_command(medlint: Run, pages: Path) -> None:
    one, two = medlint("risky.md"), medlint("check", "risky.md")
    assert one.stdout == two.stdout
    assert one.returncode == two.returncode == 1


def test_exit_status(medlint: Run, pages: Path) -> None:
    assert medlint("clean.md").returncode == 0
    assert medlint("risky.md").returncode == 1
    assert medlint("risky.md", "--fail-on", "never").returncode == 0
    assert medlint("risky.md", "--ignore", "safety", "--ignore", "missing-risks", "--fail-on", "error").returncode == 0
    assert medlint("risky.md", "--no-such-option").returncode == 2
    assert medlint("missing.md").returncode == 2
    assert medlint("missing.md", "risky.md").returncode == 2


def test_json_holds_what_the_contract_says(medlint: Run, pages: Path) -> None:
    done = medlint("risky.md", "clean.md", "--isolated", "--format", "json", "--select", "minimal-side-effects")
    data = json.loads(done.stdout)
    assert list(data) == ["version", "tool", "packs", "findings", "suppressed", "cleared", "files", "summary"]
    assert data["version"] == 1
    assert data["tool"]["name"] == "medlint"
    assert {"id": "core", "version": "0.1.0"} in data["packs"]
    assert data["files"] == {
        "checked": ["risky.md", "clean.md"],
        "not_health_copy": [],
        "skipped": [],
        "unreadable": [],
    }
    (finding,) = data["findings"]
    assert list(finding) == [
        "path", "rule", "family", "severity", "message", "why", "quote", "line", "column", "end_line", "end_column",
        "key_path", "suggestions", "sources", "fingerprint", "context",
    ]  # fmt: skip
    assert (finding["quote"], finding["line"], finding["column"]) == ("minimal side effects", 3, 8)
    assert (finding["end_line"], finding["end_column"]) == (3, 28)
    assert list(finding["suggestions"][0]) == ["text", "replace"]
    assert list(finding["sources"][0]) == ["id", "title", "section", "url"]


def test_a_folder_is_walked_and_the_skipped_are_told(medlint: Run, pages: Path) -> None:
    (pages / "README.md").write_text(RISKY)
    (pages / "logo.png").write_bytes(b"\x89PNG")
    (pages / "node_modules").mkdir()
    (pages / "node_modules" / "x.md").write_text(RISKY)
    data = json.loads(medlint(".", "--format", "json").stdout)
    assert data["files"]["checked"] == ["clean.md", "risky.md"]
    assert {(s["path"], s["reason"]) for s in data["files"]["skipped"]} == {
        ("README.md", "developers' notes"),
        ("logo.png", "format not read"),
        ("node_modules", "dependencies"),
    }
    assert "(3 skipped: 1 dependencies, 1 developers' notes, 1 format not read)" in medlint(".").stdout.splitlines()[-1]
    assert json.loads(medlint("README.md", "--format", "json").stdout)["files"]["checked"] == ["README.md"]


def test_named_files_can_be_passed_over_as_those_of_a_folder_are(
    pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "README.md").write_text(RISKY)
    (pages / "logo.png").write_bytes(b"\x89PNG")
    (pages / "notes").mkdir()
    monkeypatch.chdir(pages)

    def forced(*paths: str) -> tuple[int | str | None, str]:
        with pytest.raises(SystemExit) as exited:
            main(["--force-exclude", "--quiet", *paths])
        return exited.value.code, "".join(capsys.readouterr())

    assert forced("README.md", "logo.png") == (0, "")
    status, out = forced("README.md", "risky.md")
    assert (status, out[:9]) == (1, "risky.md\n")
    for nothing in (["README.md", "gone.md"], ["README.md", "notes"]):
        assert forced(*nothing)[0] == 2, nothing


def test_standard_input(medlint: Run) -> None:
    data = json.loads(medlint("-", "--format", "json", stdin=RISKY.encode()).stdout)
    assert data["files"]["checked"] == ["stdin.md"]
    assert data["findings"]
    html = b"<p>It has <b>minimal</b> side effects.</p>"
    found = json.loads(medlint("-", "--stdin-filename", "a.html", "--format", "json", stdin=html).stdout)["findings"]
    assert "minimal side effects" in [f["quote"] for f in found]


def test_select_ignore_and_severity(medlint: Run, pages: Path) -> None:
    def rules(*args: str) -> set[str]:
        return {f["family"] for f in json.loads(medlint("risky.md", "--format", "json", *args).stdout)["findings"]}

    assert rules("--select", "safety") == {"safety"}
    assert "safety" not in rules("--ignore", "safety")
    assert rules("--select", "core", "--ignore", "core") == set()
    wrong = medlint("risky.md", "--select", "safty")
    assert wrong.returncode == 2
    assert "there is no rule, family or pack “safty”; did you mean “safety”?" in wrong.stderr


def test_min_severity_hides_and_says_so(medlint: Run, pages: Path) -> None:
    (pages / "risky.md").write_text("# Ketamine\n\nStudies show that it works. Imagine waking up rested. Is it safe?\n")
    done = medlint("risky.md", "--min-severity", "error")
    assert "not shown" in done.stdout.splitlines()[-1]


def test_output_goes_to_a_file(medlint: Run, pages: Path) -> None:
    done = medlint("risky.md", "--format", "json", "--output", "out.json")
    assert done.stdout == ""
    assert json.loads((pages / "out.json").read_text(encoding="utf-8"))["findings"]
    assert medlint("risky.md", "--output", "no/such/folder/x").returncode == 2


def test_several_formats_each_to_its_place(medlint: Run, pages: Path) -> None:
    done = medlint("risky.md", "--format", "text", "--format", "json", "--output", "out.json")
    assert done.stdout.startswith("risky.md\n")
    assert json.loads((pages / "out.json").read_text(encoding="utf-8"))["findings"]
    done = medlint(
        "risky.md", "--format", "json", "--output", "a.json", "--format", "text", "--output", "b.txt", "--quiet"
    )
    assert (done.stdout, (pages / "b.txt").read_text()[:8]) == ("", "risky.md")
    assert medlint("clean.md", "--quiet", "--format", "json", "--output", "clean.json").stdout == ""
    assert json.loads((pages / "clean.json").read_text())["findings"] == []
    for wrong in (
        ("--format", "json", "--format", "text"),
        ("--format", "json", "--output", "a.json", "--output", "b.json"),
        ("--format", "json", "--output", "a", "--format", "text", "--output", "a"),
    ):
        done = medlint("risky.md", *wrong)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1), wrong
    assert medlint("clean.md", "--output", "/dev/stdout").stdout.startswith("Nothing risky")


def test_a_page_gives_no_orders_to_the_runner(medlint: Run, pages: Path) -> None:
    (pages / "risky.md").write_text("# Ketamine\n\n::warning file=x.md::It has minimal side effects.\n")
    shown = medlint("risky.md", "--format", "text", env={"GITHUB_ACTIONS": "true"}).stdout
    assert "| ::warning file" in shown
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())


def test_quiet_is_silent_when_clean(medlint: Run, pages: Path) -> None:
    done = medlint("clean.md", "--quiet")
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    assert "minimal" in medlint("risky.md", "--quiet").stdout


def test_explain_tells_all(medlint: Run) -> None:
    done = medlint("explain", "minimal-side-effects")
    assert done.returncode == 0
    for part in ("Why", "Write instead", "Who says so", "https://", "Flagged", "Passed", "verified"):
        assert part in done.stdout
    wrong = medlint("explain", "minimal-side-effect")
    assert wrong.returncode == 2
    assert "did you mean “minimal-side-effects”?" in wrong.stderr


def test_rules_lists_and_filters(medlint: Run) -> None:
    everything = json.loads(medlint("rules", "--json").stdout)
    safety = json.loads(medlint("rules", "--json", "--family", "safety").stdout)
    assert 0 < len(safety) < len(everything)
    assert {r["family"] for r in safety} == {"safety"}
    errors = medlint("rules", "--severity", "error", "--of-pack", "ketamine").stdout
    assert all("error" in line and "ketamine" in line for line in errors.splitlines()[:-1])
    assert medlint("rules", "--family", "safty").returncode == 2


def test_config_is_read_from_the_nearest_file_and_isolated_ignores_it(medlint: Run, pages: Path) -> None:
    (pages / "pyproject.toml").write_text('[tool.medlint]\nignore = ["core", "ketamine"]\n')
    (pages / "sub").mkdir()
    (pages / "sub" / "risky.md").write_text(RISKY)
    assert medlint("risky.md").returncode == 0
    assert medlint("risky.md", cwd=pages / "sub").returncode == 0
    assert medlint("risky.md", "--isolated").returncode == 1
    (pages / "sub" / ".medlint.yaml").write_text("fail-on: never\n")
    assert "error" in medlint("risky.md", cwd=pages / "sub").stdout


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("pyproject.toml", '[tool.medlint]\nselekt = ["x"]\n', "unknown setting “selekt”; did you mean “select”?"),
        ("pyproject.toml", "[tool.medlint\n", "not valid TOML"),
        ("medlint.toml", 'fail-on = "fatal"\n', "fail-on should be one of error, warning, suggestion, never"),
        (".medlint.yaml", "select: [\n", "not valid YAML"),
        (".medlint.yaml", "- a\n", "should be a table of settings"),
        (".medlint.yaml", "select: 3\n", "select should be a list of texts"),
        (".medlint.yaml", "drafts: maybe\n", "drafts should be yes or no"),
        (".medlint.yaml", "packs: [nowhere]\n", "there is no such pack"),
        (".medlint.yaml", "treatment: moonlight\n", "there is no treatment “moonlight”"),
    ],
)
def test_mistakes_in_the_config(medlint: Run, pages: Path, name: str, text: str, message: str) -> None:
    (pages / name).write_text(text)
    done = medlint("clean.md")
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""


def test_include_and_exclude_are_read_from_the_folder_of_the_config(medlint: Run, pages: Path) -> None:
    (pages / "sub").mkdir()
    (pages / "README.md").write_text(CLEAN)
    (pages / ".medlint.yaml").write_text("include: [/README.md]\nexclude: [risky.md]\n")
    data = json.loads(medlint("..", "--format", "json", cwd=pages / "sub").stdout)
    assert data["files"]["checked"] == ["../README.md", "../clean.md"]
    assert {"path": "../risky.md", "reason": "excluded by the configuration"} in data["files"]["skipped"]


def test_files_tells_what_would_be_read(medlint: Run, pages: Path) -> None:
    (pages / "README.md").write_text(RISKY)
    (pages / "x.haml").write_text("%p Hello")
    done = medlint("files", ".")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "- README.md  developers' notes",
        "+ clean.md  markdown",
        "+ risky.md  markdown",
        "- x.haml  format not read",
        "2 would be read (2 markdown); 2 skipped (1 developers' notes, 1 format not read).",
    ]
    data = json.loads(medlint("files", ".", "--json").stdout)
    assert data["read"][0] == {"path": "clean.md", "format": "markdown"}
    assert {"path": "x.haml", "reason": "format not read"} in data["skipped"]
    assert medlint("files", "nowhere").returncode == 2
    assert "- x.haml  format not read" in medlint("files", "x.haml").stdout


def test_many_files_in_formats_that_are_not_read_are_a_warning(medlint: Run, pages: Path) -> None:
    for n in range(17):
        (pages / f"page{n}.md").write_text(CLEAN)
    (pages / "a.haml").write_text("%p Hello")
    (pages / "b.haml").write_text("%p Hello")
    assert medlint("files", ".").stderr == ""  # 2 of 21
    (pages / "c.pug").write_text("p Hello")
    expected = "3 of 22 files that usually hold words are in formats that are not read: 2 .haml, 1 .pug"
    for done in (medlint("files", "."), medlint(".")):
        assert expected in done.stderr


def test_a_tree_of_which_nothing_is_read_is_no_clean_pass(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.haml").write_text("%p Hello")
    done = medlint(".")
    assert done.returncode == 2
    assert "1 .haml" in done.stderr
    assert "nothing to check: 1 skipped: 1 format not read" in done.stderr


def test_drafts_and_testimonials_are_marked_and_can_be_left_out(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("---\ndraft: true\n---\nIt has minimal side effects.\n")
    words = '<div class="testimonial"><p>It has minimal side effects.</p></div>'
    (tmp_path / "review.html").write_text(words)
    only = ("--select", "minimal-side-effects")
    found = json.loads(medlint(".", "--format", "json", *only).stdout)["findings"]
    assert [(f["path"], f["context"]) for f in found] == [("draft.md", ["draft"]), ("review.html", ["testimonial"])]
    shown = medlint(".", *only).stdout
    assert "error (draft)" in shown
    assert "error (testimonial)" in shown
    less = medlint(".", "--no-drafts", *only)
    assert less.returncode == 1
    assert "draft.md" not in less.stdout
    assert "1 finding not shown" in less.stdout
    assert medlint(".", "--no-drafts", "--no-testimonials", *only).returncode == 0
    (tmp_path / ".medlint.yaml").write_text("drafts: no\ntestimonials: 'no'\n")
    assert medlint(".", *only).returncode == 0


def test_only_the_rules_of_named_packs_run_when_the_shipped_ones_are_left_out(
    medlint: Run, make_pack: Callable[..., Path], tmp_path: Path
) -> None:
    """They can still use the word lists and guards of those that ship."""
    own = make_pack(
        pack_text(rule_text('["{minimizer} {harm}"]').replace("    message", "    unless: negated\n    message"))
    )
    page = tmp_path / "page.md"
    page.write_text("Ketamine is the gold standard. It has minimal side effects, not few risks.\n")
    (tmp_path / ".medlint.yaml").write_text(f"packs: [{own}]\nshipped-packs: no\nignore: [gold-standard]\n")
    run = medlint("page.md", "--format", "json", cwd=tmp_path)
    data = json.loads(run.stdout)
    assert [(f["quote"], f["rule"]) for f in data["findings"]] == [("minimal side effects", "zap")]
    assert [pack["id"] for pack in data["packs"]] == ["mine"]
    run = medlint("page.md", "--isolated", "--no-shipped-packs", cwd=tmp_path)
    assert run.returncode == 2 and "no rules are left" in run.stderr


def test_packs_of_the_config_lie_beside_it(medlint: Run, pages: Path) -> None:
    (pages / "mine.yaml").write_text(pack_text(rule_text('"nine"', text="nine")))
    (pages / ".medlint.yaml").write_text("packs: [mine.yaml]\n")
    (pages / "sub").mkdir()
    assert "“nine” is risky" in medlint("../clean.md", cwd=pages / "sub").stdout


def test_a_closed_pipe_is_no_fault(pages: Path) -> None:
    (pages / "long.md").write_text(RISKY * 3000)
    command_line = " ".join(map(str, command("long.md"))) + " | head -1; echo ${PIPESTATUS[0]}"
    done = subprocess.run(["bash", "-c", command_line], cwd=pages, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[0] == "long.md"
    assert done.stdout.splitlines()[-1] in ("0", "1")
    assert done.stderr == ""


def test_a_fault_of_ours_is_told_in_two_lines(pages: Path) -> None:
    code = "import medlint.lint as l; l.Linter.check_page = lambda *a: 1/0; from medlint.cli import main; main(['risky.md'])"
    done = subprocess.run([*command()[:1], "-c", code], cwd=pages, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "this is a fault of medlint" in done.stderr
    assert "ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr


def on_a_terminal(pages: Path, *args: str, **env: str) -> str:
    """What a run writes to a terminal."""
    main, side = pty.openpty()
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        command(*args), stdout=side, stderr=side, cwd=pages, env={**kept, "TERM": "xterm", "COLUMNS": "60", **env}
    )
    os.close(side)
    out = b""
    while True:
        try:
            part = os.read(main, 4096)
        except OSError:
            break
        if not part:
            break
        out += part
    process.wait()
    os.close(main)
    return out.decode()


def test_colour_and_wrapping_only_on_a_terminal(medlint: Run, pages: Path) -> None:
    assert "\x1b[" not in medlint("risky.md").stdout
    assert "\x1b[" in medlint("risky.md", env={"FORCE_COLOR": "1"}).stdout
    shown = on_a_terminal(pages, "risky.md")
    assert "\x1b[" in shown
    plain = on_a_terminal(pages, "risky.md", NO_COLOR="1")
    assert "\x1b[" not in plain
    assert max(map(len, plain.splitlines())) <= 62
    assert max(map(len, medlint("risky.md").stdout.splitlines())) > 62


def test_version_and_help(medlint: Run) -> None:
    assert medlint("--version").stdout.startswith("medlint 0.")
    assert "PATH" in medlint("--help").stdout
    assert medlint().returncode in (0, 2)


def test_the_examples_of_the_readme(medlint: Run) -> None:
    risky = medlint(ROOT / "examples" / "risky.md", "--isolated")
    assert risky.returncode == 1
    clean = medlint(ROOT / "examples" / "compliant.md", "--isolated")
    assert (clean.returncode, clean.stdout) == (0, "Nothing risky found in 1 file checked.\n")
    assert medlint(ROOT / "examples" / "vitamin-drips.html", "--isolated").returncode == 1


def test_statements_of_the_site_count(medlint: Run, tmp_path: Path) -> None:
    page = "# Ketamine\n\nKetamine works fast. It has minimal side effects and lifts depression within hours.\n"
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text(page)
    (tmp_path / "footer.html").write_text(
        "<footer>Ketamine is FDA-approved only as an anesthetic; its use for depression is off-label.</footer>"
    )

    def families() -> set[str]:
        return {f["family"] for f in json.loads(medlint("content", "--format", "json").stdout)["findings"]}

    assert "missing-approval-status" in families()
    (tmp_path / "medlint.toml").write_text('[[site]]\npages = "content/**"\nfrom = "footer.html"\n')
    assert "missing-approval-status" not in families()
    (tmp_path / "footer.html").write_text("<footer>Open daily.</footer>")
    assert "missing-approval-status" in families()
    (tmp_path / "footer.html").unlink()
    gone = medlint("content")
    assert (gone.returncode, gone.stdout) == (2, "")
    assert "footer.html" in gone.stderr
