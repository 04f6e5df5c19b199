"""The pages and rules of the benchmark of speed. Nothing is timed here."""

from __future__ import annotations

import ast
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, TODAY

from medlint.lint import Linter
from medlint.packs.loader import read_packs
from medlint.readers import read

FOLDER = ROOT / "benchmarks" / "speed"


@pytest.fixture
def speed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Imports a module of the benchmark."""
    monkeypatch.syspath_prepend(str(FOLDER))
    names = {path.stem for path in FOLDER.glob("*.py")}

    def module(name: str) -> Any:
        return __import__(name)

    yield module
    for name in names:
        sys.modules.pop(name, None)


def test_the_rules_are_the_same_in_every_run(speed: Any) -> None:
    rules = speed("phrases").phrase_rules(200)
    phrases = [phrase for rule in rules for phrase in rule.phrases]
    assert (len(rules), len(phrases), len(set(phrases))) == (200, 1587, 1587)
    assert hashlib.sha256("\n".join(phrases).encode()).hexdigest()[:12] == "1891524f7e06"
    assert speed("phrases").phrase_rules(2000)[:200] == rules
    assert len({rule.id for rule in speed("phrases").phrase_rules(10_000)}) == 10_000


def test_the_pages_are_the_same_in_every_run(speed: Any, tmp_path: Path) -> None:
    corpus = speed("corpus")
    pages = [corpus.page(number) for number in range(12)]
    written = "".join(page.markdown() + page.html() for page in pages)
    assert hashlib.sha256(written.encode()).hexdigest()[:12] == "5c82afcc75c4"
    said = [phrase for rule in speed("phrases").phrase_rules(200) for phrase in rule.phrases]
    for page in pages:
        text = page.markdown()
        assert 5500 < len(text) < 7000
        assert 7 <= sum(text.lower().count(phrase) for phrase in said) <= 11
    lines = corpus.long_line().splitlines()
    assert max(map(len, lines)) == 60_000


def test_medlint_takes_the_rules_and_finds_them_on_both_kinds_of_page(speed: Any, tmp_path: Path) -> None:
    rules = speed("phrases").phrase_rules(200)
    library = read_packs([speed("writers").medlint(rules, tmp_path)])
    assert len(library.rules) == 200
    linter = Linter(library, today=TODAY)
    page = speed("corpus").page(1)
    found = {
        kind: sorted(f.quote.lower() for f in linter.check(read(f"page.{kind}", text.encode())).findings)
        for kind, text in (("md", page.markdown()), ("html", page.html()))
    }
    text = page.markdown().lower()
    expected = sorted(p for rule in rules for p in rule.phrases for _ in re.finditer(rf"\b{p}\b", text))
    assert found == {"md": expected, "html": expected}


def test_the_peers_are_given_every_phrase(speed: Any, tmp_path: Path) -> None:
    writers, rules = speed("writers"), speed("phrases").phrase_rules(200)
    phrases = {phrase for rule in rules for phrase in rule.phrases}
    program = ast.parse(writers.proselint(rules, tmp_path).read_text("utf-8"))
    given = next(
        n.value for n in ast.walk(program) if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "RULES"
    )
    assert {phrase for items in ast.literal_eval(given).values() for phrase in items} == phrases
    assert (writers.textlint(rules, tmp_path).parent / "prh.yml").exists()
    entries = json.loads((tmp_path / "prh.yml").read_text("utf-8"))["rules"]
    assert {p for e in entries for p in e["patterns"]} == {rf"/\b{phrase}\b/i" for phrase in phrases}
    text = writers.write_good(rules, tmp_path).read_text("utf-8")
    assert json.dumps(rules[0].phrases) in text
    writers.vale(rules, tmp_path)
    styles = [json.loads(path.read_text("utf-8"))["tokens"] for path in (tmp_path / "styles/Shared").iterdir()]
    assert {token for tokens in styles for token in tokens} == phrases


def test_a_ratio_is_held_against_its_target(speed: Any, tmp_path: Path) -> None:
    timing, series, report, tools = (speed(name) for name in ("timing", "series", "report", "tools"))

    def samples(*walls: float) -> list[Any]:
        return [timing.Sample(wall, wall, 50) for wall in walls]

    medlint = tools.Medlint(Path(sys.executable), tmp_path, "", "1.0")
    bench = series.Bench(medlint, tools.Toolbox(missing={"Vale": "there is none"}), tmp_path, tmp_path, 3, 400)
    bench.loads = [0.5]
    bench.figures = timing.Figures(
        {
            "start/python -c pass": samples(0.1, 0.1, 0.1),
            "start/medlint": samples(0.5, 0.7, 0.6),
            "start/proselint": samples(1.0, 1.0, 1.0),
            "start/medlint, all packs": samples(2.0, 1.0, 0.9),
            "400 md/medlint": [None],
        }
    )
    bench.runs = {"400 md": 1}
    text = report.markdown(bench, {"click": 12.0}, {})
    assert "| one page, the shared rules ÷ proselint | 0.8 | 0.6 | 0.5–0.7 | yes |" in text
    assert "| 8.55 | 10 | 9–20 | **no** |" in text
    assert "| 400 pages, 10,000 rules ÷ 200 rules | 2 | not measured |" in text
    assert "| medlint | not finished |" in text
    assert "Not measured: Vale: there is none." in text
