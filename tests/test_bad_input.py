"""Bad input: one clear sentence, the right exit status, and the rest of the work goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run, pack_text, rule_text

RISKY = "It has minimal side effects.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.md"
    path.write_text(RISKY)
    return path


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("missing.md", None, "missing.md: cannot be read: No such file or directory"),
        ("binary.md", b"\x00\x01\x02binary\x00" * 20, "binary.md: "),
        ("latin.md", "Caf\xe9 has minimal side effects.\n".encode("latin-1"), "latin.md: "),
        ("page.xyz", b"minimal side effects", "page.xyz: "),
    ],
)
def test_an_unreadable_file_is_named_and_the_others_are_checked(
    medlint: Run, tmp_path: Path, good: Path, name: str, data: bytes | None, message: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = medlint(name, "good.md", "--format", "json")
    assert done.returncode == 2
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    report = json.loads(done.stdout)
    assert [u["path"] for u in report["files"]["unreadable"]] == [name]
    assert report["findings"]
    alone = medlint(name)
    assert alone.returncode == 2
    assert alone.stdout == ""


def test_invalid_utf8_says_where_and_how_to_mend(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "latin.md").write_bytes(b"one\ntwo caf\xe9\n")
    told = medlint("latin.md").stderr
    assert "line 2" in told and "UTF-8" in told


def test_a_folder_with_nothing_to_check(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = medlint("empty")
    assert (done.returncode, done.stderr) == (2, "medlint: nothing to check: no files there\n")
    (tmp_path / "empty" / "x.png").write_bytes(b"x")
    assert "nothing to check: 1 skipped: 1 format not read" in medlint("empty").stderr


def test_an_empty_file_is_clean(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("")
    assert medlint("empty.md").returncode == 0


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf" + RISKY.encode(), RISKY.encode("utf-16"), b"\xfe\xff" + RISKY.encode("utf-16-be")]
)
def test_encodings_with_a_mark(medlint: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.md").write_bytes(data)
    found = json.loads(medlint("a.md", "--format", "json").stdout)["findings"]
    assert [(f["line"], f["column"]) for f in found if f["rule"] == "minimal-side-effects"] == [(1, 8)]


def test_a_large_page(medlint: Run, tmp_path: Path) -> None:
    line = (
        "Our desk is open from nine to five, and while visitors read the papers by the window our team answers the "
        "telephone, sorts the post, waters the plants in the hall and writes the letters of the day.\n\n"
    )
    (tmp_path / "large.md").write_text(line * 5_200 + RISKY)
    done = medlint("large.md", "--format", "json", "--select", "minimal-side-effects", "--treatment", "ketamine")
    assert [f["line"] for f in json.loads(done.stdout)["findings"]] == [10_401]


def test_one_long_line_is_shown_as_an_excerpt(medlint: Run, tmp_path: Path) -> None:
    line = "our desk is open " * 2000 + RISKY.strip() + " our desk is open" * 2000
    (tmp_path / "long.html").write_text(f"<p>{line}</p>\n")
    done = medlint("long.html", "--select", "minimal-side-effects", "--treatment", "ketamine")
    assert "minimal side effects" in done.stdout
    assert max(map(len, done.stdout.splitlines())) < 400
    assert f"1:{3 + 17 * 2000 + 8}" in done.stdout


def test_unclosed_tags_lose_nothing(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<div><p>One <b>two<p>{RISKY}<ul><li>three <!-- open\n<p>{RISKY}")
    found = json.loads(medlint("a.html", "--format", "json").stdout)["findings"]
    assert "minimal side effects" in [f["quote"] for f in found]


def test_unterminated_front_matter_is_told_and_the_page_read(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: x\n\n{RISKY}")
    done = medlint("a.md", "--format", "json")
    assert "a.md:1: " in done.stderr
    assert "---" in done.stderr
    assert json.loads(done.stdout)["findings"]


def test_exploding_anchors_in_front_matter(medlint: Run, tmp_path: Path) -> None:
    lines = ["a0: &a0 [minimal side effects may be expected here]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    (tmp_path / "a.md").write_text("---\n" + "\n".join(lines) + f"\n---\n{RISKY}")
    done = medlint("a.md", "--format", "json")
    assert done.returncode == 1
    assert len(json.loads(done.stdout)["findings"]) < 10


@pytest.mark.parametrize(
    ("flag", "more"),
    [
        ('"(?:(?:a|a)+)+b"', ""),
        ('"a(?:(?:a|a)+)+b"', ""),  # what it begins with is known: it is tried before the rule is run
        ('"aab"', '    page: ["a(?:(?:a|a)+)+b", "aab"]\n'),
    ],
)
def test_a_pack_whose_pattern_runs_for_ever(medlint: Run, tmp_path: Path, flag: str, more: str) -> None:
    rules = rule_text(flag, text="aaab aab", id_="slow")
    (tmp_path / "slow.yaml").write_text(pack_text(rules + more))
    (tmp_path / "a.md").write_text("a" * 3000 + "\n\naab\n\n" + RISKY)
    done = medlint("a.md", "--pack", "slow.yaml", "--format", "json")
    assert done.returncode == 2
    assert "rule slow: a pattern took longer than" in done.stderr
    assert "minimal-side-effects" in [f["rule"] for f in json.loads(done.stdout)["findings"]]


def test_a_pack_whose_exchange_runs_for_ever(medlint: Run, tmp_path: Path) -> None:
    """The finding is told all the same, without the exchange."""
    rules = rule_text(r'"zap \\w+"', text="zap aab").replace(
        "suggest: Say less.", 'suggest: [{swap: {"a(?:(?:a|a)+)+b": b}}, Say less.]'
    )
    rules = rules.replace("Nothing there.]", "Nothing there.]\n      becomes: {zap aaab: zap b}")
    (tmp_path / "slow.yaml").write_text(pack_text(rules))
    (tmp_path / "a.md").write_text("A zap " + "a" * 3000 + ".\n\n" + RISKY)
    done = medlint("a.md", "--pack", "slow.yaml", "--format", "json")
    assert done.returncode == 2
    assert "rule zap: a pattern took longer than" in done.stderr
    found = {f["rule"]: f for f in json.loads(done.stdout)["findings"]}
    assert [s["text"] for s in found["zap"]["suggestions"]] == ["Say less."]
    assert "minimal-side-effects" in found


def test_a_broken_pack_never_looks_like_success(medlint: Run, tmp_path: Path, good: Path) -> None:
    (tmp_path / "bad.yaml").write_text("pack: bad\n")
    done = medlint("good.md", "--pack", "bad.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "bad.yaml:1:1: “title” is missing" in done.stderr
