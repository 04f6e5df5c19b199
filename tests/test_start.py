"""A fast start: packs that ship are compiled once, others are read on top of them, and a run reads only what it needs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from conftest import DEFAULTS, EPOCH, HEADER, ROOT, SOURCES, TODAY, pack_text, rule_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.checks import KINDS
from medlint.cli import COMMANDS
from medlint.cli.commands import cli
from medlint.expressions import expression
from medlint.lint import Linter
from medlint.packs import compiled, loader, reading, stamps
from medlint.packs.compiled import SHIPPED, compile_shipped, load_packs, load_shipped
from medlint.packs.errors import PackError
from medlint.packs.kept import opened, packed
from medlint.packs.loader import read_packs
from medlint.packs.model import Library
from medlint.packs.reading import Read
from medlint.packs.store import Store
from medlint.readers import read

FACTS = {
    "sources": 'sources: [{id: a-law, title: A law, url: "https://example.org/a", requires: Truth., as_of: 2026-11, verified: "yes"}]',
    "treatments": (
        'treatments: [{id: zapine, label: Zapine, field: zapping, kind: drug, names: [zapine*, zap drip], status: None., risks: "burns, gloom",'
        ' risk_words: [burns], as_of: 2026-11, verified: "yes"}]'
    ),
    "conditions": "conditions: [{id: gloom, label: gloom, names: [gloom*], kind: disease}]",
    "risks": "risks: [{id: burns, words: [burns, scalds]}]",
    "studies": "studies: []",
    "approvals": "approvals: []",
}
CORE = """
words:
  zapper: [zap*, zip line]
  wide: ["{zapper}", "{treatment} zap", wham]
guards:
  negated:
    about: Denied.
    before: ["not", "no {zapper}"]
extend-guards:
  negated:
    after: ["we never said"]
"""
LAW = "jurisdictions: [{name}]\nfamilies: [{name}-family]\n"
RULE = rule_text('["{wide} you", "plain words"]', "Zap you.", "core-zap").replace(
    "    message", "    unless: negated\n    message"
)


@pytest.fixture
def ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of small packs and facts in the place of those that ship: core, us, uk."""
    folder = tmp_path / "ships"
    texts = {f"facts/{name}.yaml": text for name, text in FACTS.items()}
    texts["core/pack.yaml"] = pack_text(RULE, CORE, "core").replace("test-law", "core-law")
    for name in ("us", "uk"):
        rule = rule_text('"{zapper} away"', "Zap away.", f"{name}-zap") + f"    family: {name}-family\n"
        own = f"words:\n  {name}-words: [{name} word]\n"
        text = pack_text(rule, own, name).replace("test-law", f"{name}-law")
        texts[f"{name}/pack.yaml"] = text.replace("family: safety", LAW.format(name=name) + "family: safety", 1)
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    code = tmp_path / "code"
    code.mkdir()
    (code / "lint.py").write_text("one = 1\n")
    for module in (loader, compiled, reading, stamps):
        monkeypatch.setattr(module, "shipped_folder", lambda: folder)
    monkeypatch.setattr(stamps, "_CODE", code)
    yield folder
    loader.shipped_ids.cache_clear()  # else the tests that follow take these for the packs that ship


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is so late that all files have been left alone for long."""
    monkeypatch.setattr(stamps.time, "time", lambda: 4e9)


def shipped_paths(ships: Path, *names: str) -> list[Path]:
    return [ships / name for name in names]


LISTS = 'words:\n  mine: [zonk*, "{zapper} zonk"]\n'
OWN: dict[str, tuple[str, bool]] = {
    "plain": (pack_text(rule_text()), False),
    "a list of its own": (pack_text(rule_text('"{mine} now"', "Zonk now."), LISTS), False),
    "shipped lists": (pack_text(rule_text('["{wide} now", "{treatment} for {condition}", "{zapper}ly"]', "Zap now.")), False),
    "a list with letters": (pack_text(rule_text('"{zapper}-ish"', "Zap-ish.")), False),
    "guards": (
        pack_text(
            rule_text().replace("    message", "    unless: [own, negated]\n    message"),
            'guards:\n  own: {about: Mine., before: ["{wide}"], stop: [but]}\nextend-guards:\n  own: {after: [indeed]}\n',
        ),
        False,
    ),
    "a disclosure": (
        pack_text(rule_text('"x"', "A zap.").replace('    flag: "x"\n', "    kind: disclosure\n    when: {all: [\"{zapper}\"]}\n    require: [burns]\n")),
        False,
    ),
    "a shipped source and a shipped family": (pack_text(rule_text() + "    sources: [core-law, a-law]\n    family: us-family\n"), False),
    "more words for a shipped list": (pack_text(rule_text(), "extend-words:\n  zapper: [zonk]\n"), True),
    "more words for its own list": (pack_text(rule_text('"{mine}"', "zonk"), LISTS + "extend-words:\n  mine: [zoom]\n"), False),
    "more triggers for a shipped guard": (pack_text(rule_text(), "extend-guards:\n  negated: {stop: [but]}\n"), True),
    "an unknown list": (pack_text(rule_text('"{zaper} {wides}"')), False),
    "an unknown guard": (pack_text(rule_text().replace("    message", "    unless: negate\n    message")), False),
    "an unknown source": (pack_text(rule_text() + "    sources: [core-lav]\n"), False),
    "another pack's family": (pack_text(rule_text() + "    family: uk-family\n"), False),
    "a list that is there": (pack_text(rule_text(), "words:\n  wide: [x]\n  condition: [y]\n"), False),
    "a guard that is there": (pack_text(rule_text(), 'guards:\n  negated: {about: x, before: ["y"]}\n'), False),
    "a source that is there": (pack_text(rule_text()).replace("test-law", "core-law"), False),
    "a rule that is there": (pack_text(rule_text(id_="core-zap")), False),
    "a pack that is there": (pack_text(rule_text(), name="us"), False),
    "a pack that is called like one that is not used": (pack_text(rule_text(), name="uk"), False),
    "the same with more words": (pack_text(rule_text(), "extend-words:\n  zapper: [zonk]\n", name="uk"), True),
    "what cannot be extended": (pack_text(rule_text(), "extend-words:\n  zaper: [x]\nextend-guards:\n  negate: {stop: [y]}\n"), True),
    "no pattern": (pack_text(rule_text('"(zap"')), False),
    "nothing of its own": (HEADER.format(name="mine") + SOURCES + DEFAULTS, False),
}  # fmt: skip


@pytest.mark.parametrize("what", OWN)
@pytest.mark.parametrize("name", ["mine.yaml", "mine/pack.yaml"])
def test_packs_on_top_say_what_they_say_together(ships: Path, tmp_path: Path, what: str, name: str) -> None:
    text, together = OWN[what]
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    own = path if path.name != "pack.yaml" else path.parent
    good = 0
    for jurisdictions, packs in (((), ("core", "uk", "us")), (("us",), ("core", "us"))):
        paths = [*shipped_paths(ships, *packs), own]
        try:
            whole: Library | str = read_packs(paths)
        except PackError as error:
            whole = str(error)
        good += isinstance(whole, Library)
        for _ in range(2):  # the second time from the cache
            assert outcome(lambda j=jurisdictions: load_shipped(j, [own], tmp_path / "c")) == whole
        assert outcome(lambda p=paths: load_packs(p, tmp_path / "c")) == whole
    kept = [Store.open(file) for file in (tmp_path / "c").glob("packs-*.json")]
    assert {store.head["whole"] for store in kept} <= {together}
    assert len(kept) == good


def outcome(load: Callable[[], Library]) -> Library | str:
    try:
        return load()
    except PackError as error:
        return str(error)


def test_packs_that_do_not_ship_may_come_first_or_alone(
    ships: Path, tmp_path: Path, make_pack: Callable[..., Path]
) -> None:
    own = make_pack(pack_text(rule_text()))
    for paths in ([own], [own, ships / "core"], [ships / "us", ships / "core"]):
        found = load_packs(paths, tmp_path / "c")
        assert found == read_packs(paths) and [*found.rules] == [*read_packs(paths).rules]


def test_a_mistake_in_a_pack_that_ships_is_told_only_to_those_who_use_it(ships: Path, tmp_path: Path) -> None:
    path = ships / "uk" / "pack.yaml"
    path.write_text(path.read_text().replace("{zapper} away", "{zaper} away"))
    assert [p.id for p in load_shipped(["us"], (), tmp_path / "c").packs] == ["core", "us"]
    with pytest.raises(PackError, match="did you mean “zapper”"):
        load_shipped(["uk"], (), tmp_path / "c")


def test_only_what_is_asked_for_is_cut_out(ships: Path, tmp_path: Path) -> None:
    found = load_shipped(["us"], (), tmp_path / "c")
    assert found == read_packs(shipped_paths(ships, "core", "us"))
    assert "uk-law" not in found.facts.sources and "uk-words" not in found.lists
    assert [*load_shipped(["uk"], (), tmp_path / "c").rules] == ["core-zap", "uk-zap"]


def test_the_rules_of_a_pack_can_be_left_out(ships: Path, tmp_path: Path) -> None:
    document = read("a.md", b"Zap you. Zap away.")
    kept, whole = load_shipped(["us"], (), tmp_path / "c"), read_packs(shipped_paths(ships, "core", "us"))
    for found in (kept.without({"core"}), whole.without({"core"})):
        assert [*found.rules] == [*found.outlines] == ["us-zap"]
        assert [f.rule for f in Linter(found, today=TODAY).check(document).findings] == ["us-zap"]
    assert {id_: rule.header.names for id_, rule in kept.outlines.items()} == {
        id_: rule.header.names for id_, rule in whole.outlines.items()
    }


# ---- the stamps


def test_a_wheel_brings_its_packs_compiled(ships: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_shipped()
    whole = read_packs(shipped_paths(ships, "core", "us"))
    monkeypatch.setattr(reading, "read", lambda *_, **__: pytest.fail("the YAML was read"))
    for _ in range(2):
        assert load_shipped(["us"], (), tmp_path / "c") == whole
    assert not list((tmp_path / "c").glob("shipped-*"))


def spoil(data: bytes) -> Iterator[bytes]:
    yield from (b"", b"\n", data[:-1], data[: len(data) // 2], data + b"x", data.replace(b"core-zap", b"core-zip"))
    yield data[:400] + bytes(len(data) - 400)


@pytest.mark.parametrize("case", range(7))
@pytest.mark.usefixtures("later")
def test_a_spoilt_file_of_a_wheel_or_a_cache_is_as_good_as_none(ships: Path, tmp_path: Path, case: int) -> None:
    compile_shipped()
    good = load_shipped((), (), tmp_path / "c")
    assert [*good.rules] == ["core-zap", "uk-zap", "us-zap"]
    wheel = ships / SHIPPED
    bad = list(spoil(wheel.read_bytes()))[case]
    wheel.unlink()  # what has the file open keeps it
    wheel.write_bytes(bad)
    assert load_shipped((), (), tmp_path / "c") == good
    (cached,) = (tmp_path / "c").glob("shipped-*")
    cached.unlink()
    cached.write_bytes(bad)
    assert load_shipped((), (), tmp_path / "c") == good
    assert cached.read_bytes() != bad


def other_size(path: Path) -> None:
    path.write_text(path.read_text() + "# more\n")


def same_size(path: Path) -> None:
    path.write_text(path.read_text().replace("plain words", "other words"))


def same_size_and_time(path: Path) -> None:
    before = path.stat()
    same_size(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def another_file(path: Path) -> None:
    path.with_name("more.yaml").write_text("family: safety\n")


def renamed(path: Path) -> None:
    (path.parents[1] / "us").rename(path.parents[1] / "us2")


def another_code(path: Path) -> None:
    stamps._CODE.joinpath("lint.py").write_text("one = 2\n")


CHANGES = [other_size, same_size, same_size_and_time, another_file, renamed, another_code]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("still", [True, False])
def test_no_change_is_overlooked(
    ships: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], still: bool
) -> None:
    monkeypatch.setattr(stamps.time, "time", lambda: 4e9 if still else 0)
    compile_shipped()
    load_shipped((), (), tmp_path / "c")
    assert bool(list((tmp_path / "c").glob("seen-*"))) is still
    change(ships / "core" / "pack.yaml")
    assert stamps.Stamps(tmp_path / "c").now().key == stamps.shipped_key() != Store.open(ships / SHIPPED).head["key"]
    paths = sorted(path.parent for path in ships.glob("*/pack.yaml"))
    assert load_shipped((), (), tmp_path / "c") == read_packs(paths)


@pytest.mark.usefixtures("later")
def test_what_looks_the_same_is_not_read(ships: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_shipped()
    first = load_shipped((), (), tmp_path / "c")
    monkeypatch.setattr(stamps, "shipped_key", lambda: pytest.fail("all was read"))
    monkeypatch.setattr(Store, "__init__", unverified(Store.__init__))
    assert load_shipped((), (), tmp_path / "c") == first


def unverified(init: Callable[..., None]) -> Callable[..., None]:
    def checked(self: Store, data: bytes, *, verify: bool = True) -> None:
        assert not verify, "the check sum was compared"
        init(self, data, verify=verify)

    return checked


def test_a_file_that_was_changed_just_now_is_not_trusted_to_look_the_same(
    ships: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of the same size within one tick of the clock: nothing tells the two files apart but their bytes."""
    path = ships / "core" / "pack.yaml"
    compile_shipped()
    now = max(max(p.stat().st_mtime, p.stat().st_ctime) for p in ships.rglob("*.yaml"))
    monkeypatch.setattr(stamps.time, "time", lambda: now + 1)
    monkeypatch.setattr(stamps, "_look", lambda stat: [stat.st_size])
    load_shipped((), (), tmp_path / "c")
    same_size(path)
    flag = load_shipped((), (), tmp_path / "c").rules["core-zap"].flags[1]  # type: ignore[attr-defined]
    assert "other" in flag.claim.regex


# ---- the real packs


@pytest.fixture(scope="module")
def store(shipped_read: Read) -> Store:
    return Store(packed(shipped_read, {"whole": True}))


def test_a_small_page_reads_few_rules(store: Store) -> None:
    found = opened([store]).library
    page = b"# Ketamine infusions\n\nOur infusions are completely safe. They are the gold standard for depression.\n"
    linter = Linter(found, today=TODAY)
    assert found.rules.made == found.lists.made == found.guards.made == 0  # type: ignore[attr-defined]
    assert {f.rule for f in linter.check(read("a.md", page)).findings} >= {"calls-it-safe", "gold-standard"}
    assert len(found.rules) > 500 and found.rules.made < 100  # type: ignore[attr-defined]
    assert len(found.lists) > 400 and found.lists.made < 100  # type: ignore[attr-defined]
    assert found.guards.made < 40 and found.facts.treatments.made < 5  # type: ignore[attr-defined]


def test_a_cut_set_is_that_of_its_packs(store: Store, shipped: Library) -> None:
    left_out = {pack.id for pack in shipped.packs if pack.jurisdictions and "us" not in pack.jurisdictions}
    cut = opened([store], left_out).library
    assert {"uk", "au"} <= left_out and cut.packs == [pack for pack in shipped.packs if pack.id not in left_out]
    assert cut.rules == {id_: rule for id_, rule in shipped.rules.items() if rule.header.pack not in left_out}
    document = read("a.md", b"Ketamine cures depression. Guaranteed weight loss with Wegovy, our POM of choice.")
    assert {f.pack for f in Linter(cut, today=TODAY).check(document).findings}.isdisjoint(left_out)


def test_no_pack_for_a_jurisdiction_builds_on_another() -> None:
    """So that each can be left out of what was compiled together."""
    own: dict[str, set[str]] = {}
    used: dict[str, set[str]] = {}
    for path in sorted((ROOT / "rules").glob("*/*.yaml")):
        if path.parent.name == "facts":
            continue
        text = path.read_text("utf-8")
        pack = path.parent.name if "\njurisdictions:" in (path.parent / "pack.yaml").read_text("utf-8") else ""
        lists = re.search(r"^words:\n((?:(?:  .*|#.*)?\n)*)", text, re.M)
        guards = re.search(r"^guards:\n((?:(?:  .*|#.*)?\n)*)", text, re.M)
        for part in filter(None, (lists, guards)):
            own.setdefault(pack, set()).update(re.findall(r"^  ([a-z][a-z0-9-]*):", part[1], re.M))
        used.setdefault(pack, set()).update(re.findall(r"\{([a-z][a-z0-9-]*)\}", text))
        assert not pack or "\nextend-" not in text, path
    assert set(own) >= {"", "uk", "us", "au"}
    for pack, names in used.items():
        for other in own.keys() - {pack, ""}:
            assert names.isdisjoint(own[other] - own[""] - own.get(pack, set())), (pack, other)


@pytest.fixture(scope="module")
def bit_by_bit(store: Store) -> Linter:
    return Linter(opened([store]).library, today=TODAY)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=12))
def test_what_is_read_bit_by_bit_finds_the_same(
    bit_by_bit: Linter, shipped: Library, linter: Linter, chosen: list[int]
) -> None:
    headers = [rule.header for rule in shipped.rules.values()]
    examples = [e.text for h in headers for e in (*h.flag_examples, *h.pass_examples)]
    text = "\n\n".join(examples[(n * 7919) % len(examples)] for n in chosen)
    document = read("p.md", text.encode())
    assert bit_by_bit.check(document) == linter.check(document)


# ---- what is imported

LOADED = "import sys; from medlint.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: print(*sorted(sys.modules), file=sys.stderr)"


def modules(*args: str | Path, cwd: Path) -> set[str]:
    """What is imported in a run."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *map(str, args)], cwd=cwd, env=env, capture_output=True, check=True
    )
    return set(done.stderr.decode().split())


HEAVY = {"yaml", "rapidfuzz", "tree_sitter", "jinja2", "pathspec", "subprocess", "tempfile", "importlib.resources"}


def test_a_plain_run_imports_nothing_that_it_does_not_use(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("We open at nine.\n")
    modules("a.md", cwd=tmp_path)  # the packs are compiled now
    loaded = modules("--isolated", "a.md", cwd=tmp_path)
    unused = {
        *HEAVY, "click", "uuid", "regex", "medlint.packs.reading", "medlint.packs.yaml_source", "medlint.packs.pattern",
        "medlint.packs.words", "medlint.evidence.references", "medlint.evidence.clearing", "medlint.evidence.cleared",
        "medlint.evidence.statements", "medlint.evidence.citing", "medlint.evidence.risks", "medlint.balance",
        "medlint.baseline", "medlint.changes", "medlint.suppressions", "medlint.record", "medlint.readers.javascript",
        "medlint.readers.json_strings", "medlint.reporters.json_", "medlint.again", "medlint.figures", "medlint.marked",
    }  # fmt: skip
    assert "medlint.lint" in loaded and loaded.isdisjoint(unused), loaded & unused
    for option in ("--version", "--help"):
        loaded = modules(option, cwd=tmp_path)
        assert {name for name in loaded if name.startswith("medlint.")} == {
            "medlint.cli", "medlint.cli.commands", "medlint.cli.usage",
        }  # fmt: skip
        assert loaded.isdisjoint({*HEAVY, "dataclasses", "hashlib"})


def test_a_pack_of_phrases_imports_less(tmp_path: Path, make_pack: Callable[[str], Path]) -> None:
    pack = make_pack(pack_text(rule_text()))
    (tmp_path / "a.md").write_text("Come and zap.\n")
    args = ("--isolated", "--no-shipped-packs", "--pack", pack, "a.md")
    modules(*args, cwd=tmp_path)  # the packs are compiled now
    unused = {
        *HEAVY, "click", "inspect", "dataclasses", "regex", "html.entities", "medlint.readers.html", "medlint.readers.markdown_titles",
        "medlint.config_values", "medlint.cli.files", "medlint.opinion.second", "medlint.opinion.linear",
        *(f"medlint.checks.{kind}" for kind in KINDS if kind != "claim"),
    }  # fmt: skip
    loaded = modules(*args, cwd=tmp_path)
    assert "medlint.checks.claim" in loaded and loaded.isdisjoint(unused), loaded & unused


def test_an_expression_is_compiled_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    own = re.compile
    monkeypatch.setattr(re, "compile", lambda regex, flags=0: made.append(regex) or own(regex, flags))
    words = expression("(?P<first>a+)b", re.I)
    assert not made
    assert words.findall("xAAb ab") == ["AA", "a"] and words.sub("-", "ab c") == "- c" and words.groups == 1
    m = words.search("xab", 1)
    assert m and m["first"] == "a" and words.fullmatch("b") is None and made == ["(?P<first>a+)b"]
    with pytest.raises(re.error):
        expression("(").match("")


def test_every_command_that_is_listed_is_there() -> None:
    group = click.Context(cli)
    for name, known in COMMANDS.items():
        command = cli.get_command(group, name)
        assert command is not None and command.name == name
        assert len(known.does) <= 61 and known.does.split()[0] == (command.help or "").split()[0], name
