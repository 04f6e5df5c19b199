"""The pieces for CI: their shell parts are run for real, with medlint on PATH and pip played."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import EPOCH, ROOT, command

from medlint.packs.compiled import cache_folder

ACTION = ROOT / ".github" / "actions" / "medlint"
GITLAB = ROOT / "docs" / "ci" / "medlint.gitlab-ci.yml"
SHELL = ROOT / "docs" / "ci" / "medlint.sh"
RISKY = "# Ketamine\n\nKetamine has minimal side effects.\n"

PLAYED = """\
#!/bin/sh
# Notes its arguments, writes reports unless it plays a fault, and ends as it is told to.
{ echo medlint; printf '<%s>\\n' "$@"; } >> "$CALLS"
while [ "$#" -gt 0 ] && [ "$STATUS" != 3 ]; do
  case $1 in --output) printf '{"summary": {"findings": 3, "error": 1, "warning": 2}}\\n' > "$2" ;; esac
  shift
done
exit "$STATUS"
"""
PYTHON = """\
#!/bin/sh
# Plays `python3 -m venv` and `pip install`; everything else is done by the real one.
case "$*" in
  "-m venv "*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; cp "$0" "$3/bin/pip"; ln -sf "$PLAYED" "$3/bin/medlint" ;;
  "-m pip install"*|"install"*) { echo pip; printf '<%s>\\n' "$@"; } >> "$CALLS"; exit "${PIP_STATUS:-0}" ;;
  "-c "*version_info*) [ -z "${OLD_PYTHON:-}" ] || exit 1 ;;
  *) exec REAL "$@" ;;
esac
"""

Played = Callable[..., "Outcome"]


class Outcome:
    """What a run of a script printed, which commands it called with which arguments, and what it told GitHub."""

    def __init__(self, done: subprocess.CompletedProcess[str], folder: Path) -> None:
        self.status = done.returncode
        self.told = done.stdout
        self.calls: list[list[str]] = []
        for line in _text(folder / "calls").splitlines():
            if line.startswith("<"):
                self.calls[-1].append(line[1:-1])
            else:
                self.calls.append([line])
        self.outputs = dict(line.split("=", 1) for line in _text(folder / "output").splitlines())
        self.summary = _text(folder / "summary")

    @property
    def args(self) -> list[str]:
        """The arguments of the only run of medlint, without those that say where reports go."""
        ((_, *args),) = (call for call in self.calls if call[0] == "medlint")
        return re.sub(r"--(format|output)\n.*\n", "", "\n".join([*args, ""])).split("\n")[:-1]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def program(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


@pytest.fixture
def play(tmp_path: Path) -> Played:
    """Runs a script in the folder `site`; medlint is played unless `real`."""
    site = tmp_path / "site"
    site.mkdir()
    program(tmp_path / "played" / "medlint", PLAYED)
    program(tmp_path / "real" / "medlint", f'#!/bin/sh\nexec {" ".join(map(shlex.quote, command()))} "$@"\n')
    program(tmp_path / "bin" / "python3", PYTHON.replace("REAL", shlex.quote(sys.executable)))
    program(tmp_path / "bin" / "pip", PYTHON.replace("REAL", "false"))
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "GITHUB_", "MEDLINT_", "CI"))}

    def run(*script: str | Path, real: bool = False, status: int = 0, **env: str) -> Outcome:
        for name in ("calls", "output", "summary"):
            (tmp_path / name).unlink(missing_ok=True)
        path = [tmp_path / ("real" if real else "played"), tmp_path / "bin", os.environ["PATH"]]
        done = subprocess.run(
            list(map(str, script)), cwd=site, check=False, encoding="utf-8", stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={
                **kept, "PATH": os.pathsep.join(map(str, path)), "CALLS": str(tmp_path / "calls"),
                "STATUS": str(status), "PLAYED": str(tmp_path / "played" / "medlint"), "RUNNER_TEMP": str(tmp_path),
                "GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
                "GITHUB_ACTION_PATH": str(ACTION), "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(ROOT),
                "MEDLINT_CACHE_DIR": str(cache_folder()), **env,
            },
        )  # fmt: skip
        return Outcome(done, tmp_path)

    return run


@pytest.fixture
def action(play: Played) -> Played:
    """Runs the script of the action with its inputs, named with underscores; by default nothing is installed."""

    def run(real: bool = False, status: int = 0, env: dict[str, str] | None = None, **inputs: str) -> Outcome:
        given = {"install": "none", **inputs}
        named = {f"INPUT_{name.upper()}": value for name, value in given.items()}
        return play("bash", ACTION / "run.sh", real=real, status=status, **named, **(env or {}))

    return run


@pytest.mark.parametrize(
    ("inputs", "args"),
    [
        ({}, ["check", "--", "."]),
        ({"paths": "content\n\n  pages/a b.html \r\n-x.md"}, ["check", "--", "content", "pages/a b.html", "-x.md"]),
        (
            {"config": "a b.toml", "baseline": "b.json", "fail_on": "error"},
            ["check", "--config=a b.toml", "--baseline=b.json", "--fail-on=error", "--", "."],
        ),
        ({"args": "--ignore\ndosing\n--no-drafts"}, ["check", "--ignore", "dosing", "--no-drafts", "--", "."]),
        (
            {"paths": "$(touch pwned)\n`touch pwned`\n*; touch pwned", "args": "--treatment\n${HOME} \"' &"},
            ["check", "--treatment", "${HOME} \"' &", "--", "$(touch pwned)", "`touch pwned`", "*; touch pwned"],
        ),
    ],
)  # fmt: skip
def test_inputs_of_the_action_are_words_as_they_stand(
    action: Played, tmp_path: Path, inputs: dict[str, str], args: list[str]
) -> None:
    done = action(**inputs)
    assert (done.status, done.args) == (0, args), done.told
    assert list((tmp_path / "site").iterdir()) == []


@pytest.mark.parametrize("status", [0, 1, 2])
def test_the_action_ends_as_medlint_does_and_tells_what_came_of_it(action: Played, status: int) -> None:
    done = action(status=status, sarif_file="out.sarif")
    assert done.status == status
    sarif = done.outputs.pop("sarif-file")
    assert sarif.endswith("/site/out.sarif")
    assert Path(sarif).exists()
    assert done.outputs == {"status": str(status), "findings": "3", "errors": "1", "warnings": "2"}
    assert '"findings": 3' in done.summary
    assert ("could not check everything" in done.summary) == (status == 2)
    assert ("::error title=medlint::medlint could not check" in done.told) == (status == 2)
    fenced = re.search(r"::stop-commands::(\w{32})\n(.*)::\1::\n", done.told, re.S)
    assert fenced
    assert fenced[2].startswith('{"summary"')


def test_a_run_without_reports_passes_none_on(action: Played, tmp_path: Path) -> None:
    (tmp_path / "site" / "old.sarif").write_text("{}")
    done = action(status=3, sarif_file="old.sarif")
    assert (done.status, done.outputs) == (3, {"status": "3"})
    assert done.summary.startswith("**medlint could not check everything (exit status 3)")
    assert action(status=1, step_summary="false").summary == ""


@pytest.mark.parametrize(
    ("inputs", "env", "told"),
    [
        (
            {"diff_base": "no%such\n::warning::x"},
            {},
            "no%25such%0A::warning::x here; give actions/checkout fetch-depth: 0",
        ),
        ({"diff_base": "--help"}, {}, "there is no revision --help here"),
        ({"sarif_file": "report.json"}, {}, "sarif-file has to end with .sarif"),
        ({"paths": " \n"}, {}, "paths: name at least one file or folder"),
        ({}, {"OLD_PYTHON": "yes"}, "needs Python 3.11 or newer"),
        ({"install": ""}, {"PIP_STATUS": "1"}, "medlint could not be installed"),
    ],
)
def test_mistakes_in_the_inputs_end_with_status_2(
    action: Played, tmp_path: Path, inputs: dict[str, str], env: dict[str, str], told: str
) -> None:
    if "OLD_PYTHON" in env:
        program(tmp_path / "bin" / "python", "#!/bin/sh\nexit 1\n")
    done = action(env=env, **inputs)
    (line,) = (line for line in done.told.splitlines() if line.startswith("::error title=medlint::"))
    assert told in line
    assert (done.status, done.outputs) == (2, {"status": "2"})
    assert "medlint" not in [call[0] for call in done.calls]


@pytest.mark.parametrize(
    ("inputs", "wanted"),
    [
        ({"install": ""}, [str(ROOT)]),
        ({"install": "", "extras": "pdf,semantic"}, [f"{ROOT}[pdf,semantic]"]),
        ({"install": "medlint == 0.1\nour-rules @ git+https://example.org/r"}, ["medlint == 0.1", "our-rules @ git+https://example.org/r"]),
    ],
)  # fmt: skip
def test_what_the_action_installs(action: Played, inputs: dict[str, str], wanted: list[str]) -> None:
    done = action(**inputs)
    assert [call[0] for call in done.calls] == ["pip", "medlint"]
    pip = done.calls[0]
    assert pip[pip.index("--") + 1 :] == wanted


def test_the_action_declares_what_its_script_takes_and_gives() -> None:
    data = yaml.safe_load((ACTION / "action.yml").read_text(encoding="utf-8"))
    script = (ACTION / "run.sh").read_text(encoding="utf-8")
    check, upload = data["runs"]["steps"]
    assert "${{" not in check["run"]
    assert set(check["env"]) == set(re.findall(r"\bINPUT_\w+", script))
    given = {key[6:].lower().replace("_", "-"): value for key, value in check["env"].items()}
    assert given == {name: f"${{{{ inputs.{name} }}}}" for name in given}
    assert set(data["inputs"]) == {*given, "working-directory", "upload-sarif"}
    assert all(one["description"] and "default" in one for one in data["inputs"].values())
    for name, output in data["outputs"].items():
        assert output["value"] == f"${{{{ steps.check.outputs.{name} }}}}"
        assert re.search(rf"""["']{name}(=|")""", script), name
    assert upload["if"].startswith("${{ !cancelled() && ")


def gitlab_script() -> str:
    data = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    return "\n".join(data["medlint"]["script"])


def gitlab_variables() -> dict[str, str]:
    own: dict[str, str] = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["medlint"]["variables"]
    return {k: v for k, v in own.items() if k.startswith("MEDLINT") and k != "MEDLINT_CACHE_DIR"}


def test_the_gitlab_job(play: Played) -> None:
    script, variables = gitlab_script(), gitlab_variables()
    done = play("sh", "-ec", script, **variables)
    assert done.status == 0, done.told
    assert [call[0] for call in done.calls] == ["pip", "medlint"]
    assert done.calls[0][-1] == variables["MEDLINT_INSTALL"]
    assert done.args == ["check", "--", "."]
    given = {**variables, "MEDLINT_INSTALL": "none", "MEDLINT_PATHS": "a b\n*.md\n$HOME", "MEDLINT_FAIL_ON": "error"}
    done = play("sh", "-ec", script, status=1, **given)
    assert (done.status, done.args) == (1, ["check", "--fail-on=error", "--", "a b", "*.md", "$HOME"])
    given |= {"MEDLINT_DIFF": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "abc"}
    everything, changed = play("sh", "-ec", script, **given).calls
    assert everything[1:] == [
        "check", "--format", "gitlab", "--output", "gl-code-quality-report.json", "--fail-on", "never", "--", "a b", "*.md", "$HOME",
    ]  # fmt: skip
    assert changed[-5:] == ["--diff=abc", "--", "a b", "*.md", "$HOME"]
    broken = play("sh", "-ec", script, status=2, **given)
    assert (broken.status, len(broken.calls)) == (2, 1)


def test_the_script_for_other_services(play: Played, tmp_path: Path) -> None:
    reports = tmp_path / "site" / "medlint-reports"
    names = ["medlint.json", "medlint.junit.xml", "medlint.sarif"]
    done = play("sh", SHELL, "content dir", "--fail-on", "error", status=1)
    assert done.status == 1
    assert [call[0] for call in done.calls] == ["pip", "medlint"]
    assert done.calls[0][-2:] == ["--", "medlint @ git+https://github.com/medlint/medlint@v0.1.0"]
    assert done.args == ["check", "content dir", "--fail-on", "error"]
    assert sorted(path.name for path in reports.iterdir()) == names
    done = play("sh", SHELL, ".", status=3, MEDLINT_INSTALL="none", MEDLINT_DIFF="origin/main")
    assert (done.status, done.args, list(reports.iterdir())) == (3, ["check", "--diff=origin/main", "."], [])
    assert play("sh", SHELL, MEDLINT_INSTALL="none").status == 2
    assert play("sh", SHELL, ".", PIP_STATUS="1").status == 2
    old = play("sh", SHELL, ".", OLD_PYTHON="yes")
    assert (old.status, old.calls) == (2, [])


def test_all_of_them_with_medlint_itself(action: Played, play: Played, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "page.md").write_text(RISKY)
    only = ("--select", "minimal-side-effects")
    done = action(real=True, args="\n".join(only))
    assert done.status == 1, done.told
    sarif = json.loads(Path(done.outputs.pop("sarif-file")).read_text(encoding="utf-8"))
    assert [one["ruleId"] for one in sarif["runs"][0]["results"]] == ["minimal-side-effects"]
    assert done.outputs == {"status": "1", "findings": "1", "errors": "1", "warnings": "0"}
    assert "::error " in done.told
    assert "page.md\n" in done.told
    assert "minimal-side-effects" in done.summary
    done = play("sh", "-ec", gitlab_script(), real=True, **{**gitlab_variables(), "MEDLINT_INSTALL": "none"})
    assert done.status == 1, done.told
    assert json.loads((site / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    done = play("sh", SHELL, ".", *only, real=True, MEDLINT_INSTALL="none")
    assert done.status == 1, done.told
    assert (site / "medlint-reports" / "medlint.junit.xml").read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("schema", "file"),
    [("vendor.github-actions", ACTION / "action.yml"), ("vendor.gitlab-ci", GITLAB)],
)
def test_they_hold_to_their_schemas(schema: str, file: Path) -> None:
    tool = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run([tool, "--builtin-schema", schema, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_shellcheck_has_nothing_to_say(tmp_path: Path) -> None:
    (tmp_path / "gitlab.sh").write_text("#!/bin/sh\n" + gitlab_script())
    tool = Path(sys.executable).with_name("shellcheck")
    files = [ACTION / "run.sh", SHELL, ROOT / ".ci" / "run"]
    # SC2086: that MEDLINT_PATHS is split into lines is meant.
    for args in ([*files], ["--exclude=SC2086", tmp_path / "gitlab.sh"]):
        done = subprocess.run([tool, *args], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")
