"""The compiled form of packs says the same as their YAML, and is made anew whenever that changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run, pack_text, rule_text

from medlint.lint import Linter
from medlint.packs import compiled
from medlint.packs.compiled import load_packs
from medlint.packs.errors import PackError
from medlint.packs.kept import opened, packed
from medlint.packs.model import Library
from medlint.packs.reading import Read
from medlint.packs.store import Store
from medlint.readers import read

Make = Callable[..., Path]


def test_a_library_survives_the_round_trip(shipped_read: Read, shipped: Library) -> None:
    again = opened([Store(packed(shipped_read, {}))]).library
    assert again == shipped and shipped == again
    assert again.rules.made == len(shipped.rules)  # type: ignore[attr-defined]


def test_the_cache_is_used_and_says_the_same(make_pack: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = make_pack(pack_text(rule_text()))
    first = load_packs([pack], tmp_path / "cache")
    monkeypatch.setattr(compiled, "_packed", lambda *_: pytest.fail("the YAML was read again"))
    second = load_packs([pack], tmp_path / "cache")
    assert first == second
    document = read("x.md", b"A zap.")
    assert Linter(first).check(document).findings == Linter(second).check(document).findings


def test_a_changed_pack_is_read_anew(make_pack: Make, tmp_path: Path) -> None:
    assert list(load_packs([make_pack(pack_text(rule_text()))], tmp_path / "c").rules) == ["zap"]
    assert list(load_packs([make_pack(pack_text(rule_text(id_="zip")))], tmp_path / "c").rules) == ["zip"]
    with pytest.raises(PackError):
        load_packs([make_pack("pack: mine\n")], tmp_path / "c")


@pytest.mark.parametrize(
    "junk", ["", "{", "[]", "{}", '{"format": 1}', '["medlint",3,2,0]\n{}', '["medlint",3,4,3957769958]\nnull']
)
def test_a_spoilt_cache_is_as_good_as_none(make_pack: Make, tmp_path: Path, junk: str) -> None:
    pack = make_pack(pack_text(rule_text()))
    load_packs([pack], tmp_path / "c")
    (file,) = (tmp_path / "c").iterdir()
    file.write_text(junk)
    assert list(load_packs([pack], tmp_path / "c").rules) == ["zap"]
    assert json.loads(file.read_text().splitlines()[1])["rules"]


def test_a_cache_that_cannot_be_written_does_no_harm(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "a.md").write_text("We open at nine.\n")
    assert medlint("a.md", env={"MEDLINT_CACHE_DIR": str(tmp_path / "file" / "x")}).returncode == 0


def test_only_the_newest_sets_stay_in_the_cache(
    make_pack: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "KEPT", 2)
    for n in range(compiled.KEPT + 3):
        load_packs([make_pack(pack_text(rule_text(id_=f"zap-{n}")))], tmp_path / "c")
    assert len(list((tmp_path / "c").iterdir())) == compiled.KEPT
