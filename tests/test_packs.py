"""Reading packs: what is right is read, and every mistake is told at its place, all at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import DEFAULTS, HEADER, ROOT, SOURCES, Run, pack_text, rule_text

from medlint.findings import FAMILIES
from medlint.lint import Linter
from medlint.packs.errors import Mistake, PackError
from medlint.packs.loader import read_packs, shipped_packs
from medlint.packs.model import Library
from medlint.packs.proof import prove
from medlint.readers import read

Make = Callable[..., Path]


def mistakes(path: Path) -> list[Mistake]:
    with pytest.raises(PackError) as caught:
        read_packs([path])
    return caught.value.mistakes


MISTAKES = {
    "unknown key": (pack_text(rule_text() + "    mesage: x\n"), "unknown key “mesage”; did you mean “message”?"),
    "duplicate key": (pack_text(rule_text() + "    why: again\n"), "the key “why” is given twice"),
    "duplicate id": (pack_text(rule_text() + rule_text()), "the rule id “zap” is given twice (first at"),
    "unknown list": (pack_text(rule_text('"{zaps}"'), "words:\n  zap: [zap]\n"), "unknown word list “zaps”; did you mean “zap”?"),
    "bad pattern": (pack_text(rule_text('"(?:zap"')), "“(” is never closed"),
    "bad regex": (pack_text(rule_text('"[z-a]p"')), "not a valid pattern: "),
    "empty match": (pack_text(rule_text('"(?:zap)?"')), "matches the empty string"),
    "backspace": (pack_text(rule_text('"\\bzap"')), "“\\b” in double quotes is a backspace character; use single quotes"),
    "missing key": (pack_text("  - id: zap\n    flag: zap\n"), "“message” is missing"),
    "too few examples": (pack_text(rule_text().replace("[zap, zap]", "[zap]")), "needs at least two flag examples"),
    "unknown guard": (pack_text(rule_text() + "    unless: [negate]\n"), "unknown guard “negate”"),
    "unknown source": (pack_text(rule_text() + "    sources: [test-low]\n"), "unknown source “test-low”; did you mean “test-law”?"),
    "unknown family": (pack_text(rule_text() + "    family: safty\n"), "did you mean “safety”?"),
    "unknown severity": (pack_text(rule_text() + "    severity: fatal\n"), "“fatal” is none of"),
    "unknown kind": (pack_text(rule_text() + "    kind: magic\n"), "“magic” is none of claim, status, learned, citation, disclosure"),
    "bad id": (pack_text(rule_text(id_="Zap_it")), "should be lower-case letters, digits and hyphens"),
    "list in itself": (pack_text(rule_text('"{a}"'), "words:\n  a: [x, '{b}']\n  b: ['{a}']\n"), "contains itself"),
    "list twice": (pack_text(rule_text(), "words:\n  treatment: [x]\n"), "is there already; add to it under extend-words"),
    "nothing to extend": (pack_text(rule_text(), "extend-words:\n  nope: [x]\n"), "there is no word list “nope” to extend"),
    "not YAML": (pack_text(rule_text()) + "  - id: [\n", "not valid YAML"),
    "anchors": (pack_text(rule_text(), "words:\n  a: &a [x, y]\n  b: *a\n"), "uses an anchor or alias"),
    "a text for a list": (pack_text(rule_text()).replace("rules:\n", "rules: all of them\nabout:\n"), "should be a list"),
    "unverified error": (
        pack_text(rule_text() + "    severity: error\n").replace('"yes"', '"no"'),
        "rests on unverified sources alone, so its severity cannot be error",
    ),
    "empty": ("", "is empty"),
}  # fmt: skip


@pytest.mark.parametrize("case", MISTAKES)
def test_each_mistake_is_told(case: str, make_pack: Make) -> None:
    text, message = MISTAKES[case]
    path = make_pack(text)
    told = mistakes(path)
    assert any(message in m.message for m in told), [str(m) for m in told]
    assert all(m.path == str(path) and m.line >= 1 and m.column >= 1 for m in told)


def test_mistakes_stand_at_their_place_with_an_excerpt(make_pack: Make) -> None:
    path = make_pack(pack_text(rule_text('"zap {zep} zip"')))
    (mistake,) = mistakes(path)
    line = path.read_text().splitlines()[mistake.line - 1]
    assert line[mistake.column - 1 :].startswith("{zep}")
    assert str(mistake).splitlines() == [
        f"{path}:{mistake.line}:{mistake.column}: unknown word list “zep”",
        '    flag: "zap {zep} zip"',
    ]


def test_all_mistakes_are_told_at_once(make_pack: Make) -> None:
    rules = rule_text('"(?:zap"') + rule_text('"{nope}"', id_="two") + rule_text(id_="three") + "    colour: red\n"
    told = [m.message for m in mistakes(make_pack(pack_text(rules)))]
    assert len(told) == 3


def test_exploding_anchors_cost_nothing(make_pack: Make) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(8)
    )
    assert "anchor" in mistakes(make_pack(HEADER.format(name="mine") + bomb))[0].message


def test_a_folder_needs_a_header(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    assert "has no pack.yaml" in mistakes(tmp_path / "p")[0].message
    assert "there is no such pack" in mistakes(tmp_path / "q")[0].message


def test_packs_share_lists_and_guards(make_pack: Make) -> None:
    one = make_pack(
        HEADER.format(name="one") + "words:\n  zap: [zap*]\nguards:\n  no:\n    about: none\n    before: [no]\n",
        "one/pack.yaml",
    )
    two = make_pack(
        pack_text(rule_text('"{zap}"') + "    unless: [no]\n", "extend-words:\n  zap: [zip*]\n"), "two/pack.yaml"
    )
    library = read_packs([one.parent, two.parent])
    result = Linter(library).check(read("x.txt", b"It zapped and zips. No zap."))
    assert [f.quote for f in result.findings] == ["zapped", "zips"]


def test_the_examples_of_a_rule_are_run(make_pack: Make) -> None:
    rule = rule_text('"zap {condition}"', text="Zap **depression** now.").replace("Nothing here.", "Zap asthma.")
    library = read_packs([make_pack(pack_text(rule))])
    assert [f.problem for f in prove(library, library.rules.values())] == [
        "should quote “depression”, but quotes “Zap depression”",
        "should quote “depression”, but quotes “Zap depression”",
        "should pass, but “Zap asthma” is flagged",
    ]


def test_every_shipped_rule_proves_itself(shipped: Library) -> None:
    assert [str(f) for f in prove(shipped, shipped.rules.values())] == []


def test_the_shipped_packs_cover_every_family(shipped: Library) -> None:
    assert {r.header.family for r in shipped.rules.values()} >= set(FAMILIES)
    assert {p.id for p in shipped.packs} >= {"core", "ketamine"}


def test_every_shipped_rule_is_whole(shipped: Library) -> None:
    for rule in shipped.rules.values():
        h = rule.header
        assert h.message and h.why and h.suggest and h.sources, h.id
        assert len(h.flag_examples) >= 2 and len(h.pass_examples) >= 2, h.id
        assert all(shipped.facts.sources[s].url.startswith("http") for s in h.sources), h.id
        assert not any(slot in s.text for s in h.suggest for slot in ("{match}", "TODO")), h.id


def test_pack_new_writes_a_pack_that_passes(medlint: Run, tmp_path: Path) -> None:
    assert medlint("pack", "new", "our-clinic").returncode == 0
    tested = medlint("pack", "test", "our-clinic")
    assert (tested.returncode, tested.stdout) == (0, "1 rules, 4 examples, 0 that do not hold\n")
    (tmp_path / "page.md").write_text("A magical visit.\n")
    found = json.loads(medlint("page.md", "--pack", "our-clinic", "--format", "json").stdout)["findings"]
    assert [f["quote"] for f in found if f["rule"] == "our-clinic-hype-visit"] == ["magical visit"]


def test_pack_new_overwrites_nothing(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    done = medlint("pack", "new", "ours")
    assert done.returncode == 2 and "nothing was written" in done.stderr
    assert medlint("pack", "new", "Ours!").returncode == 2


def test_pack_test_fails_on_an_example_that_does_not_hold(medlint: Run, make_pack: Make) -> None:
    path = make_pack(pack_text(rule_text(text="zip")))
    done = medlint("pack", "test", path)
    assert done.returncode == 1
    assert "zap: should be flagged, and is not" in done.stdout


def test_a_broken_copy_of_a_shipped_pack_tells_all_its_errors(medlint: Run, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "core-copy"
    shutil.copytree(ROOT / "rules" / "core", copy)
    broken = copy / "broken.yaml"
    broken.write_text('pack: core\nseverty: error\nrules:\n  - id: x\n    flag: ["{harms}", "(?:a", "\\bno"]\n')
    done = medlint("pack", "test", copy)
    assert done.returncode == 2
    for part in ("severty", "harms", "never closed", "backspace", "“message” is missing", "another pack “core”"):
        assert part in done.stderr, part


def test_the_schema_takes_the_shipped_packs(medlint: Run) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(medlint("pack", "schema").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    for folder in shipped_packs():
        for path in folder.rglob("*.yaml"):
            errors = list(validator.iter_errors(json.loads(json.dumps(yaml.safe_load(path.read_text()), default=str))))
            assert not errors, (path, errors[0].message)
    assert list(validator.iter_errors({"pack": "x", "rulez": []}))


def test_sources_and_defaults_are_read(make_pack: Make) -> None:
    library = read_packs([make_pack(HEADER.format(name="mine") + SOURCES + DEFAULTS + "rules:\n" + rule_text())])
    header = library.rules["zap"].header
    assert (header.family, header.severity.label, header.sources) == ("safety", "warning", ("test-law",))
