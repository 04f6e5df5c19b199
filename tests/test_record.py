"""The record of a review: what it holds, that it holds still, and that every change shows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from conftest import EPOCH, Run, pack_text, rule_text
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.cli.commands import cli
from medlint.cli.console import UsageError
from medlint.cli.recording import signed_by
from medlint.clock import current_time
from medlint.config import Settings
from medlint.packs.model import PackInfo
from medlint.record import NAME, VERSION, Command, Seen, Signed, build, canonical, content_hash, seal, text
from medlint.record_file import RecordError, read_record
from medlint.record_page import page
from medlint.record_verify import Difference, find_root, verify
from medlint.reporters import Report
from medlint.revision import Revision, RevisionError, revision

DAY = "2026-11-28"
RISKY = "# Ketamine\r\n\r\nKetamine has minimal side effects.\r\n"
ODD = "Ketamine infusions <script>alert(1)</script> have hardly any risks.\n"
CLAIM = "In our own audit ketamine had minimal side effects."
CONFIG = """\
claims = ["claims.yaml"]
select = ["minimal-side-effects"]
exclude = ["site/old/"]

[[site]]
pages = "site/*.md"
from = "layout/footer.html"
"""
CLAIMS = f"""\
claims:
  - id: audit
    text: {CLAIM}
    approved_by: Dana Reyes, Legal
    approved_on: 2026-02-10
    jurisdictions: [us]
"""
FILES = {
    "medlint.toml": CONFIG,
    "rules/mine.yaml": pack_text(rule_text()),
    "claims.yaml": CLAIMS,
    "layout/footer.html": "<p>Ketamine can raise your blood pressure.</p>\n",
    "site/risky.md": RISKY,
    "site/Überblick 🌿.md": f"# Ketamine\n\n{CLAIM}\n",
    "site/<b>odd<b>.txt": ODD,
    "site/release.txt": "The parser takes nested brackets now, and the compiler warns of unused imports.\n" * 20,
    "site/README.md": RISKY,
    "site/old/gone.md": RISKY,
    "other/linked.md": "# Ketamine\n\nKetamine at our clinic has few risks.\n",
}


@pytest.fixture(autouse=True)
def one_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


ENVIRONMENT = {"SOURCE_DATE_EPOCH": EPOCH, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(folder: Path, *args: str) -> str:
    who = ("-c", "user.name=Dana Reyes", "-c", "user.email=dana@example.org")
    done = subprocess.run(["git", "-C", folder, *who, *args], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def run(folder: Path, *args: str | Path) -> int:
    """A command of medlint, in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        status = cli.main([str(arg) for arg in args], standalone_mode=False)
    assert isinstance(status, int)
    return status


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project (`clinic`, a git repository) and the record of a review of it (`record.json`)."""
    top = tmp_path_factory.mktemp("record")
    project = top / "clinic"
    for name, said in FILES.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(said.encode())
    (project / "site" / "broken.docx").write_bytes(b"no archive")
    (project / "site" / "link.md").symlink_to("../other/linked.md")
    git(top, "init", "-q", "-b", "main", str(project))
    git(project, "add", "-A")
    git(project, "commit", "-qm", "pages")
    args = ("report", "site", "--sign-off", "--role", "Compliance lead", "--note", "For <spring>;\nlet it stand")
    assert run(project, *args, "--by", "Eve <script>", "--output", top / "record.json") == 2  # the broken file
    return top


@pytest.fixture
def record(made: Path) -> dict[str, Any]:
    """The record, with a pack of one's own in it."""
    found = read_record(made / "record.json")
    own = made / "clinic" / "rules" / "mine.yaml"
    found["packs"].append({"id": "mine", "version": "1.0.0", "path": "rules/mine.yaml", "sha256": content_hash(own)})
    found["packs"][-1] |= {"title": "A pack", "reviewed": None, "jurisdictions": []}
    resealed(found, found)
    return found


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    """The project moved to another place."""
    return Path(shutil.copytree(made / "clinic", tmp_path / "moved", symlinks=True))


def names(found: list[Difference]) -> list[tuple[str, str]]:
    return [(one.kind, one.name) for one in found]


def test_what_a_record_holds(made: Path, record: dict[str, Any]) -> None:
    assert record["record"] == VERSION
    assert record["made"]["at"] == f"{DAY}T12:00:00Z"
    assert record["made"]["clock"] == "SOURCE_DATE_EPOCH"
    assert record["by"] == {"name": "Eve", "mail": "script", "from": "option"}
    assert (record["role"], record["note"]) == ("Compliance lead", "For <spring>;\nlet it stand")
    assert record["git"] == {"commit": git(made / "clinic", "rev-parse", "HEAD"), "branch": "main", "dirty": False}
    assert record["command"] == {
        "folder": ".",
        "paths": [{"path": "site", "folder": True, "absolute": False}],
        "options": {},
    }
    assert record["status"] == 2
    assert any("no legal advice" in sentence for sentence in record["statement"])

    files = record["files"]
    checked = {one["path"]: one for one in files["checked"]}
    assert set(checked) == {
        "site/risky.md", "site/Überblick 🌿.md", "site/<b>odd<b>.txt", "site/release.txt", "site/link.md",
    }  # fmt: skip
    assert checked["site/risky.md"]["size"] == len(RISKY.encode())
    assert [path for path, one in checked.items() if not one["health_copy"]] == ["site/release.txt"]
    assert [one["path"] for one in files["taken_in"]] == ["layout/footer.html"]
    (broken,) = files["unreadable"]
    assert (broken["path"], broken["size"]) == ("site/broken.docx", 10)
    assert {one["path"]: one["reason"] for one in files["skipped"]} == {
        "site/README.md": "developers' notes",
        "site/old": "excluded by the configuration",
    }

    values = record["settings"]["values"]
    assert (values["claims"], values["select"]) == (["claims.yaml"], ["minimal-side-effects"])
    assert values["site"][0]["origin"] == "medlint.toml"
    assert {one["role"]: one["path"] for one in record["settings"]["files"]} == {
        "config": "medlint.toml",
        "claims": "claims.yaml",
    }
    packs = {one["id"]: one for one in record["packs"]}
    assert packs["core"]["path"] is None
    assert packs["core"]["version"]
    assert {f["path"] for f in record["findings"]} == {"site/risky.md", "site/<b>odd<b>.txt", "site/link.md"}
    (cleared,) = record["cleared"]
    assert (cleared["path"], cleared["claims"], cleared["passed"]) == (
        "site/Überblick 🌿.md",
        ["audit"],
        ["minimal-side-effects"],
    )
    assert str(made) not in (made / "record.json").read_text(encoding="utf-8")  # it means the same elsewhere


def test_a_run_that_is_repeated_gives_the_same_bytes(made: Path, copy: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    args = ("--sign-off", "--role", "Compliance lead", "--note", "For <spring>;\nlet it stand", "--by", "Eve <script>")
    git(copy, "checkout", "-q", "main")
    run(copy, "report", "site", *args, "--output", out)
    (written,) = out.glob("*.json")
    assert written.name == f"{NAME.format(day=DAY)}.json"
    assert written.read_bytes() == (made / "record.json").read_bytes()
    stem = written.with_suffix("")
    assert stem.with_suffix(".html").read_text(encoding="utf-8") == (made / "record.html").read_text(
        encoding="utf-8"
    ).replace("record.json", written.name)

    before = {path: path.read_bytes() for path in out.iterdir()}
    run(copy / "site", "report", "risky.md", "--sign-off", "--by", "Eve", "--output", out)
    assert {path: path.read_bytes() for path in before} == before
    second = read_record(out / f"{stem.name}-2.json")
    assert (out / f"{stem.name}-2.html").exists()
    assert second["command"]["folder"] == "site"
    assert second["command"]["paths"][0]["path"] == "site/risky.md"
    assert names(verify(second, copy)) == []


def test_the_canonical_form() -> None:
    assert canonical({"b": [1, None], "a": "é\udcff"}) == b'{"a":"\\u00e9\\udcff","b":[1,null]}'
    record = {"record": 1, "note": "“é” \udcff"}
    assert json.loads(text(record).encode()) == record  # bytes that are no UTF-8 come back
    assert seal(record) == seal({"note": record["note"], "sha256": "whatever", "record": 1})


def test_all_is_the_same_wherever_the_checkout_lies(made: Path, copy: Path, record: dict[str, Any]) -> None:
    assert find_root(record, [made]) is None  # the record lies above the project, not in it
    assert find_root(record, [copy / "site", made]) == copy
    for root in (made / "clinic", copy):
        assert verify(record, root) == []
    for name in ("risky.md", "<b>odd<b>.txt"):
        (copy / "site" / name).write_text("other")
    (copy.parent / "site").mkdir()
    (copy.parent / "site" / "risky.md").write_text("a page of others")
    assert find_root(record, [copy / "site"]) == copy  # where most is as it was
    lone = {**record, "files": {"checked": record["files"]["checked"][:1], "taken_in": []}}
    lone["settings"] = {**record["settings"], "files": []}
    assert find_root(lone, [copy / "site"]) == copy  # all has changed: the project
    assert find_root(lone, [copy.parent]) is None


def test_the_form_of_the_file_does_not_count(copy: Path, record: dict[str, Any]) -> None:
    reformatted = json.loads(json.dumps(record, indent=7).replace("\n", "\r\n"))
    assert verify(reformatted, copy) == []


Tamper = Callable[[Path, dict[str, Any]], object]
TAMPERED: dict[str, tuple[Tamper, list[tuple[str, str]]]] = {
    "a page is edited": (lambda at, _: (at / "site/risky.md").write_text(RISKY.replace("\r", "")), [("file", "site/risky.md")]),
    "a byte more": (lambda at, _: (at / "site/release.txt").write_text(FILES["site/release.txt"] + " "), [("file", "site/release.txt")]),
    "a page is deleted": (lambda at, _: (at / "site/Überblick 🌿.md").unlink(), [("file", "site/Überblick 🌿.md")]),
    "a page is now a folder": (
        lambda at, _: ((at / "site/risky.md").unlink(), (at / "site/risky.md").mkdir()),
        [("file", "site/risky.md")],
    ),
    "a page is new": (lambda at, _: (at / "site/new.md").write_text("Ketamine"), [("file", "site/new.md")]),
    "a new file that is passed over": (lambda at, _: (at / "site/LICENSE.md").write_text("x"), []),
    "another record": (lambda at, _: (at / "site/medlint-record-2026-01-01.html").write_text("<p>x</p>"), []),
    "a new file elsewhere": (lambda at, _: (at / "other/new.md").write_text("x"), []),
    "what a link leads to": (lambda at, _: (at / "other/linked.md").write_text("x"), [("file", "site/link.md")]),
    "a link is a file now": (
        lambda at, _: ((at / "site/link.md").unlink(), shutil.copy(at / "other/linked.md", at / "site/link.md")),
        [],
    ),
    "what a page takes in": (
        lambda at, _: (at / "layout/footer.html").write_text("<p>x</p>"),
        [("file", "layout/footer.html")],
    ),
    "an unreadable file": (lambda at, _: (at / "site/broken.docx").write_text("x"), [("file", "site/broken.docx")]),
    "another configuration": (
        lambda at, _: (at / "medlint.toml").write_text(CONFIG + "\n"),
        [("settings", "medlint.toml")],
    ),
    "a nearer configuration": (
        lambda at, _: (at / ".medlint.yaml").write_text("follow: 0"),
        [("settings", ".medlint.yaml")],
    ),
    "a broken configuration": (
        lambda at, _: (at / ".medlint.yaml").write_text("folow: 0"),
        [("settings", "the configuration")],
    ),
    "a baseline that is new": (
        lambda at, _: (at / ".medlint-baseline.json").write_text("{}"),
        [("settings", ".medlint-baseline.json")],
    ),
    "a lock that is new": (
        lambda at, _: (at / "references.lock.json").write_text("{}"),
        [("settings", "references.lock.json")],
    ),
    "other cleared claims": (lambda at, _: (at / "claims.yaml").write_text("claims: []"), [("settings", "claims.yaml")]),
    "a pack of another version": (
        lambda at, _: (at / "rules/mine.yaml").write_text(FILES["rules/mine.yaml"].replace("1.0.0", "1.1.0")),
        [("pack", "mine")],
    ),
    "a pack that is gone": (lambda at, _: (at / "rules/mine.yaml").unlink(), [("pack", "mine")]),
    "the findings": (lambda _, r: r["findings"].pop(), [("record", "the record")]),
    "the note": (lambda _, r: r.update(note=r["note"] + "."), [("record", "the record")]),
    "who": (lambda _, r: r["by"].update(name="Ann"), [("record", "the record")]),
    "a key more": (lambda _, r: r.update(more=1), [("record", "the record")]),
    "the hash": (lambda _, r: r.update(sha256="0" * 64), [("record", "the record")]),
    "the hash of a page": (
        lambda _, r: r["files"]["checked"][0].update(sha256="0" * 64),
        [("record", "the record"), ("file", "site/<b>odd<b>.txt")],
    ),
    "a path that no system takes": (
        lambda _, r: r["files"]["checked"][0].update(path="a\0" + "b" * 999),
        [("record", "the record"), ("file", "a\0" + "b" * 999), ("file", "site/<b>odd<b>.txt")],
    ),
    "another medlint": (lambda _, r: resealed(r["made"], r, medlint="0.0.9"), [("medlint", "medlint")]),
    "other facts": (lambda _, r: resealed(r["facts"], r, sha256="0"), [("facts", "the facts")]),
    "another model": (lambda _, r: resealed(r["model"], r, sha256="0"), [("model", "the second opinion")]),
    "another shipped pack": (lambda _, r: resealed(shipped_pack(r), r, sha256="0"), [("pack", "core")]),
    "an older shipped pack": (lambda _, r: resealed(shipped_pack(r), r, sha256="0", version="0"), [("pack", "core")]),
    "a shipped pack that is new": (
        lambda _, r: (r["packs"].remove(shipped_pack(r)), resealed(r, r)),
        [("pack", "core")],
    ),
}  # fmt: skip


def shipped_pack(record: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(pack for pack in record["packs"] if pack["id"] == "core")
    return found


def resealed(part: dict[str, Any], record: dict[str, Any], **changes: object) -> None:
    """A record as it would have been with other values."""
    part.update(changes)
    record["sha256"] = seal(record)


@pytest.mark.parametrize(("tamper", "expected"), TAMPERED.values(), ids=TAMPERED)
def test_every_change_shows(
    copy: Path, record: dict[str, Any], tamper: Tamper, expected: list[tuple[str, str]]
) -> None:
    tamper(copy, record)
    found = verify(record, copy)
    assert names(found) == expected
    for one in found:
        assert ";" in one.message  # what is wrong; what to do
        assert "\n" not in one.message


def test_packs_of_ones_own(copy: Path) -> None:
    own = copy / "rules" / "mine.yaml"
    info = PackInfo("mine", "A pack", "1.0.0", ("us",), "", ("Dana",), str(own))
    record = build(
        Report("0.1.0", (info,), (), (), (), root=copy), Settings(packs=(str(own),)),
        Command(("site",), {"packs": (str(own),), "config": None}, copy.parent), Seen(), Signed("Dana", None, "option"),
        today=date(2026, 11, 28), status=0, baseline=None, revision=None, at=current_time(),
    )  # fmt: skip
    (pack,) = record["packs"]
    assert pack == {
        "id": "mine", "title": "A pack", "version": "1.0.0", "reviewed": None, "jurisdictions": ["us"],
        "path": "rules/mine.yaml", "sha256": content_hash(own),
    }  # fmt: skip
    assert record["git"] is None
    assert record["command"]["folder"] is None  # it ran outside of the project
    assert record["command"]["options"] == {"packs": ["rules/mine.yaml"]}
    assert record["settings"]["values"]["packs"] == ["rules/mine.yaml"]
    assert not {"mine", "medlint"} & {one.name for one in verify(record, copy)}


def test_versions_of_packs_are_told(copy: Path, record: dict[str, Any]) -> None:
    path = copy / "rules/mine.yaml"
    path.write_text(path.read_text().replace("1.0.0", "1.1.0"))
    assert "is 1.1.0 now and was 1.0.0" in verify(record, copy)[0].message
    path.write_text(FILES["rules/mine.yaml"] + "\n")
    assert "is still 1.0.0, but what it holds has changed" in verify(record, copy)[0].message


def leaves(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, (dict, list)):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(one, (*at, key))
    else:
        yield at


@settings(max_examples=40, deadline=None, database=None)
@given(data=st.data())
def test_no_value_can_be_changed_unseen(
    made: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    record = json.loads((made / "record.json").read_bytes())
    *way, last = data.draw(st.sampled_from(list(leaves(record))))
    part = record
    for key in way:
        part = part[key]
    other = data.draw(st.sampled_from([None, True, 0, -1, "", "x", "../..", "\udcff", "a\0b", [], {}, [{}], 10**400]))
    if (type(other), other) == (type(part[last]), part[last]):
        return
    part[last] = other
    file = made / "tampered.json"
    file.write_text(json.dumps(record))
    try:
        found = verify(read_record(file), made / "clinic")
    except RecordError:
        return
    assert ("record", "the record") in names(found)


WRONG = {
    "empty": (b"", "is no record of medlint: it is no JSON"),
    "text": (b"zap", "it is no JSON"),
    "other JSON": (b'{"version": 1, "findings": []}', "it has no “record”"),
    "a list": (b"[1]", "it has no “record”"),
    "no number": (b'{"record": "1"}', "it has no “record”"),
    "a yes": (b'{"record": true}', "it has no “record”"),
    "newer": (b'{"record": 2}', "is a record of version 2, and this medlint reads version 1; use"),
    "not whole": (b'{"record": 1, "made": {}}', "is no whole record: “made.at” is missing"),
    "binary": (bytes(range(256)), "it is no JSON"),
    "NaN": (b'{"record": 1, "a": NaN}', "NaN is no number"),
    "deep": (b"[" * 200_000, "it is no JSON"),
    "a key twice": (b'{"record": 1, "note": "a", "note": "b"}', "the key “note” is there twice"),
}


@pytest.mark.parametrize(("data", "said"), WRONG.values(), ids=WRONG)
def test_what_is_no_record(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(data)
    with pytest.raises(RecordError) as caught:
        read_record(file)
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{file}: ")
    assert "\n" not in str(caught.value)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be read: No such file"):
        read_record(tmp_path / "x.json")
    with pytest.raises(RecordError, match="cannot be read: Is a directory"):
        read_record(tmp_path)
    huge = tmp_path / "huge.json"
    with huge.open("wb") as out:
        out.truncate(10**10)  # takes no room
    with pytest.raises(RecordError, match="too large"):
        read_record(huge)


def test_the_state_of_the_repository(copy: Path, tmp_path: Path) -> None:
    commit = git(copy, "rev-parse", "HEAD")
    assert revision(copy / "site") == Revision(commit, "main", False)
    (copy / "site" / "medlint-record-2026-01-01.json").write_text("{}")
    assert revision(copy) == Revision(commit, "main", False)  # records do not count
    (copy / "site" / "draft.md").write_text("x")
    assert revision(copy / "site") == Revision(commit, "main", True)
    git(copy, "checkout", "-q", "--detach")
    assert revision(copy) == Revision(commit, None, True)
    git(tmp_path, "init", "-q", "-b", "trunk", "fresh")
    assert revision(tmp_path / "fresh") == Revision(None, "trunk", False)
    assert revision(tmp_path) is None
    (tmp_path / ".git").mkdir()
    with pytest.raises(RevisionError, match="git does not read this repository: fatal"):
        revision(tmp_path)


def test_hooks_of_git_do_not_lead_elsewhere(copy: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "site" / "draft.md").write_text("x")
    monkeypatch.setenv("GIT_DIR", str(made / "clinic" / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(made / "clinic"))
    found = revision(copy)
    assert found
    assert found.dirty


@pytest.mark.parametrize(
    ("by", "name", "mail"),
    [
        ("Dana Reyes <dana@example.org>", "Dana Reyes", "dana@example.org"),
        ("  Dana  ", "Dana", None),
        ("Ñandú, 法務", "Ñandú, 法務", None),
    ],
)
def test_who_signs(by: str, name: str, mail: str | None) -> None:
    signed = signed_by(by, "lead", None)
    assert (signed.name, signed.mail, signed.source, signed.role, signed.note) == (name, mail, "option", "lead", None)


@pytest.mark.parametrize("by", ["", "   ", "<dana@example.org>", "Dana <", "Dana <a> <b>"])
def test_nobody_signs(by: str) -> None:
    with pytest.raises(UsageError, match="write a name"):
        signed_by(by, None, None)


def test_who_signs_if_nobody_is_named(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(copy, "config", "user.name", "Dana Reyes")
    git(copy, "config", "user.email", "dana@example.org")
    monkeypatch.chdir(copy)
    signed = signed_by(None, None, None)
    assert (signed.name, signed.mail, signed.source) == ("Dana Reyes", "dana@example.org", "git")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "dana")
    signed = signed_by(None, None, None)
    assert (signed.name, signed.mail, signed.source) == ("dana", None, "account")


class Words(HTMLParser):
    """The tags of a page and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.hrefs += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_escapes_what_it_shows(record: dict[str, Any]) -> None:
    record["findings"][0]["quote"] = "quoted <script>alert(1)</script>"
    read = Words()
    read.feed(page(record, "record.json"))
    assert {"script", "b", "img", "iframe", "link"} & set(read.tags) == set()
    for said in (
        "quoted <script>alert(1)</script>",
        "Eve <script>",
        "site/<b>odd<b>.txt",
        "For <spring>;\nlet it stand",
    ):
        assert said in read.words, said
    assert record["sha256"] in read.words
    assert "medlint verify-record record.json" in read.words
    assert all(href.startswith("https://") for href in read.hrefs)

    for source in record["findings"][0]["sources"]:
        source["url"] = "javascript:alert(1)"
    record["files"]["checked"][0]["path"] = "\udcff.md"
    read = Words()
    read.feed(page(record, "record.json"))
    assert "javascript:alert(1)" not in read.hrefs


def test_the_page_tells_of_what_was_let_stand(record: dict[str, Any]) -> None:
    let = {"by": "directive", "reason": "quoted <i>from</i> the guideline", "until": "2027-01-31", "line": 7}
    record["suppressed"] = [{**record["findings"][0], "suppression": let}]
    read = Words()
    read.feed(page(record, "record.json"))
    assert "quoted <i>from</i> the guideline, until 2027-01-31" in read.words
    assert "directive, line 7" in read.words
    assert "In our own audit" in read.words
    assert "Dana Reyes, Legal, 2026-02-10" in read.words


def test_content_hashes_hang_on_names_and_bytes(tmp_path: Path) -> None:
    def of(files: dict[str, str]) -> str:
        shutil.rmtree(tmp_path / "pack", ignore_errors=True)
        for name, said in files.items():
            (tmp_path / "pack" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "pack" / name).write_text(said)
        return content_hash(tmp_path / "pack")

    one = of({"pack.yaml": "a", "b.yaml": "b"})
    assert of({"b.yaml": "b", "pack.yaml": "a", "notes.txt": "x"}) == one
    others = [{"pack.yaml": "ab"}, {"pack.yaml": "a", "c.yaml": "b"}, {"pack.yaml": "a", "x/b.yml": "b"}, {"pack.yaml": "b", "b.yaml": "a"}]  # fmt: skip
    assert len({one, *map(of, others)}) == 5


def test_nothing_is_recorded_without_sign_off(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(copy.rglob("*"))
    assert run(copy, "report", "site/risky.md", "--by", "Dana", "--fail-on", "never") == 0
    told = capsys.readouterr().out
    assert told.startswith("Nothing is written without --sign-off.")
    assert "by        Dana (as given)" in told
    assert "settings  medlint.toml, claims.yaml" in told
    assert "findings  1 error\n  status    0\n" in told
    assert sorted(copy.rglob("*")) == before
    with pytest.raises(UsageError, match="standard input cannot be recorded"):
        run(copy, "report", "-", "--sign-off")
    (copy / "mine.json").write_text("precious")
    with pytest.raises(UsageError, match="is there already"):
        run(copy, "report", "site", "--sign-off", "--output", "mine.json")
    with pytest.raises(UsageError, match="cannot be written: Not a directory"):
        run(copy, "report", "site/risky.md", "--sign-off", "--output", "mine.json/sub")
    assert (copy / "mine.json").read_text() == "precious"


def test_recheck_compares_findings(made: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = ("verify-record", made / "record.json", "--root", copy, "--recheck")
    assert run(copy.parent, *args) == 0
    assert "all the same" in capsys.readouterr().out
    path = copy / "site" / "risky.md"
    path.write_text("# Ketamine\n\nNow ketamine has hardly any side effects.\n")
    assert run(copy.parent, *args, "--json") == 1
    data = json.loads(capsys.readouterr().out)
    assert data["same"] is False
    assert [(d["kind"], d["name"], d["message"].split(";")[0]) for d in data["differences"]] == [
        ("file", "site/risky.md", "has changed"),
        ("finding", "site/risky.md:3", "minimal-side-effects “hardly any side effects” is found now and was not then"),
        (
            "finding",
            "site/risky.md:3",
            "minimal-side-effects “minimal side effects” was found then and is found no more",
        ),
    ]


def test_a_baseline_is_part_of_the_record(copy: Path, tmp_path: Path) -> None:
    run(copy, "baseline", "write", "site")
    run(copy, "report", "site", "--sign-off", "--by", "Dana", "--output", tmp_path / "b.json")
    record = read_record(tmp_path / "b.json")
    assert record["findings"] == []
    assert {s["suppression"]["by"] for s in record["suppressed"]} == {"baseline"}
    assert {"baseline": ".medlint-baseline.json"}.items() <= {
        one["role"]: one["path"] for one in record["settings"]["files"]
    }.items()
    assert verify(record, copy) == []
    (copy / ".medlint-baseline.json").write_text("{}")
    assert names(verify(record, copy)) == [("settings", ".medlint-baseline.json")]


def test_the_story_of_a_review(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Ketamine\n\nIt has minimal side effects.\n")
    done = medlint("report", ".", "--sign-off", "--by", "Dana Reyes <dana@example.org>")
    name = f"medlint-record-{DAY}.json"
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith(f"{name}: SHA-256 ")
    assert medlint("verify-record", name).returncode == 0
    (tmp_path / "page.md").write_text("# Ketamine\n")
    (tmp_path / "more.md").write_text("# Ketamine\n")
    done = medlint("verify-record", name)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "page.md has changed; check it and record that, or get it back as it was",
        "more.md is new, or was passed over then; check it and record that, or remove it",
        f"1 file recorded on {DAY} by Dana Reyes, looked for in {tmp_path}: 2 differences.",
    ]
    (tmp_path / "page.md").unlink()
    done = medlint("verify-record", name)
    assert done.stderr.endswith("say with --root where they are\n")
    assert done.stdout.startswith("page.md is missing; get it back, or record anew without it\n")
    done = medlint("verify-record", "more.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "medlint: more.md: is no record of medlint: it is no JSON\n"
