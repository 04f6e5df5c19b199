"""The findings cache: it answers for what has not changed, for nothing else, and does no harm."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from conftest import EPOCH, pack_text, rule_text
from invented import rich

from medlint import cache_file, work
from medlint.cache_file import CacheFile
from medlint.cli.clicked import lint_options
from medlint.cli.run import Run, checked
from medlint.evidence.lock import VERSION as LOCK_VERSION
from medlint.findings_cache import NAME
from medlint.lint import Linter
from medlint.packs.loader import read_packs
from medlint.packs.model import Library
from medlint.record import Seen
from medlint.reporters import Style, render
from medlint.result_data import Wordings, compact, from_data, to_data, wordings_of
from medlint.steps import SearchTimeoutError
from medlint.texts import Lexicons

COPY = "Zap our patients with care.\n\nThe clinic zaps pain. We zap it with a treatment that you can trust.\n"
SHARED = "export default function L({ children }) { return <div><p>Zap our patients, too.</p>{children}</div> }\n"
CONFIG = 'packs = ["mine.yaml"]\nclaims = ["claims.yaml"]\nreferences = ["refs.json"]\n'
CLAIM = """\
claims:
  - id: care
    text: Zap our patients with care.
    approved_by: Dana Reyes
    approved_on: 2026-01-01
    expires: {}
    jurisdictions: [us]
"""
LOCK = {"version": LOCK_VERSION, "records": {}}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    path = tmp_path_factory.mktemp("packs") / "mine.yaml"
    path.write_text(pack_text(rule_text() + rule_text('"trust"', "trust", "trust")), encoding="utf-8")
    return read_packs([path])


@pytest.fixture(scope="module")
def names(small: Library) -> Lexicons:
    return Lexicons(small.facts)


class Site:
    """A folder with a configuration and pages, and runs over it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pages_checked = 0
        files = {
            "medlint.toml": CONFIG,
            "mine.yaml": pack_text(rule_text()),
            "claims.yaml": CLAIM.format("2026-12-31"),
            "refs.json": "[]",
            "content/a.md": COPY,
            "content/b.html": f"<p>{COPY}</p>",
            "content/clean.md": "Our clinic opens at nine. Patients are welcome.\n",
            "content/let.md": f"{COPY}\nZap patients. <!-- medlint-disable-line zap -- it is our name -->\n",
            "app/layout.tsx": SHARED,
            "app/visit/page.tsx": "export default function P() { return <p>Zap our patients with care.</p> }\n",
            "package.json": "{}",
        }
        for name, text in files.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, *args: str, **options: Any) -> Run:
        @click.command()
        @lint_options
        def look(**given: Any) -> Run:
            return checked(**given, **options)

        self.pages_checked = 0
        run: Run = look.main(["--jobs", "1", *args, "content", "app"], standalone_mode=False)
        return run

    def told(self, *args: str) -> str:
        return render("json", self.run(*args).report(), Style())


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: Library, names: Lexicons) -> Iterator[Site]:
    """A site that is checked with a small library, however few pages it has, and a cache of its own."""
    one = Site(tmp_path / "site")
    real = Linter.check_page

    def counting(self: Linter, page: Any) -> Any:
        one.pages_checked += 1
        return real(self, page)

    monkeypatch.setattr(Linter, "check_page", counting)
    monkeypatch.setattr("medlint.cli.variants.library", lambda packs, jurisdictions, **kept: small)
    monkeypatch.setattr("medlint.cli.console.shipped_jurisdictions", lambda: {"us"})
    monkeypatch.setattr("medlint.lint.Lexicons", lambda facts, **_: names)
    monkeypatch.setattr(work, "WORTH_KEEPING", 0)
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.chdir(one.root)
    references = small.facts.references
    yield one
    small.facts.references = references


PAGES = 6


def test_what_has_not_changed_is_not_checked_again(site: Site) -> None:
    cold = site.told()
    assert site.pages_checked == PAGES
    warm = site.told()
    assert site.pages_checked == 0
    off = site.told("--no-cache")
    assert site.pages_checked == PAGES
    assert cold == warm == off
    data = json.loads(cold)
    assert data["findings"]
    assert data["suppressed"]
    assert data["cleared"]


def test_nothing_of_few_words_is_kept(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "WORTH_KEEPING", 50_000)
    site.run()
    assert not (site.root.parent / "cache" / NAME).exists()
    site.run("--no-cache")
    assert not (site.root.parent / "cache" / NAME).exists()


CHANGES: dict[str, tuple[Callable[[Site, pytest.MonkeyPatch], object], int]] = {
    "nothing": (lambda site, patch: None, 0),
    "the time of a file": (lambda site, patch: os.utime(site.root / "content/a.md", (1, 1)), 0),
    "a page": (lambda site, patch: site.write("content/a.md", COPY + "\nZap again.\n"), 1),
    "a page, its size the same": (lambda site, patch: site.write("content/a.md", COPY.replace("pain", "gain")), 1),
    "the name of a page": (lambda site, patch: (site.root / "content/a.md").rename("content/z.md"), 1),
    "the format of a page": (lambda site, patch: (site.root / "content/b.html").rename("content/b.txt"), 1),
    "a rule left out": (lambda site, patch: site.write("medlint.toml", CONFIG + 'ignore = ["trust"]\n'), PAGES),
    "a severity": (lambda site, patch: site.write("medlint.toml", CONFIG + 'severity = { zap = "error" }\n'), PAGES),
    "what pages are about": (
        lambda site, patch: site.write("medlint.toml", CONFIG + 'treatment = "ketamine"\n'),
        PAGES,
    ),
    "a locked rule": (lambda site, patch: site.write("medlint.toml", CONFIG + 'locked = ["zap"]\n'), PAGES),
    "reasons not needed": (lambda site, patch: site.write("medlint.toml", CONFIG + "require-reasons = false\n"), PAGES),
    "settings of some pages": (
        lambda site, patch: site.write(
            "medlint.toml", CONFIG + '[[overrides]]\nfiles = ["*.html"]\nignore = ["trust"]\n'
        ),
        1,
    ),
    "what is shown": (lambda site, patch: site.write("medlint.toml", CONFIG + 'min-severity = "error"\n'), 0),
    "whose words are told": (lambda site, patch: site.write("medlint.toml", CONFIG + 'testimonials = "no"\n'), 0),
    "the claims": (lambda site, patch: site.write("claims.yaml", CLAIM.format("2026-12-30")), PAGES),
    "the references": (
        lambda site, patch: site.write("refs.json", '[{"id": "a", "type": "article-journal", "title": "A trial"}]'),
        PAGES,
    ),
    "the lock": (lambda site, patch: site.write("references.lock.json", json.dumps(LOCK)), PAGES),
    "a pack": (lambda site, patch: site.write("mine.yaml", pack_text(rule_text('"zing"', "zing"))), PAGES),
    "a layout": (lambda site, patch: site.write("app/layout.tsx", SHARED.replace("too", "also")), 2),
    "a new layout": (lambda site, patch: site.write("app/visit/layout.tsx", SHARED), 2),
    "a lost layout": (lambda site, patch: (site.root / "app/layout.tsx").unlink(), 1),
    "how deep imports are followed": (lambda site, patch: site.write("medlint.toml", CONFIG + "follow = 0\n"), 1),
    "the day": (lambda site, patch: patch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) + 86400)), PAGES),
    "medlint": (lambda site, patch: patch.setattr("medlint.findings_cache.content_key", lambda packs: "new"), PAGES),
    "a parser": (lambda site, patch: installed(site, patch), PAGES),
}


def installed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = site.root.parent / "site-packages"
    (folder / "pyromark-9.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(folder))


@pytest.mark.parametrize("name", CHANGES)
def test_what_has_changed_is_checked_again(site: Site, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    change, count = CHANGES[name]
    site.run()
    change(site, monkeypatch)
    warm = site.told()
    assert site.pages_checked == count
    assert warm == site.told("--no-cache")


def test_a_page_that_is_changed_back_is_known(site: Site) -> None:
    first = site.told()
    site.write("content/a.md", "Zap!\n")
    site.run()
    site.write("content/a.md", COPY)
    assert site.told() == first
    assert site.pages_checked == 0


def test_a_page_checked_without_a_rule_is_not_kept(site: Site, monkeypatch: pytest.MonkeyPatch, small: Library) -> None:
    def slow(*_: object) -> Iterator[Any]:
        raise SearchTimeoutError
        yield

    whole = site.told("--no-cache")
    with monkeypatch.context() as patched:
        patched.setattr(type(small.rules["zap"]), "matches", slow)
        run = site.run()
        assert [bool(r.faults) for r in run.results].count(True) == 1
        assert run.status == 2
    again = site.told()
    assert site.pages_checked == PAGES
    assert again == whole


def test_a_record_is_told_of_all_that_was_read(site: Site) -> None:
    cold, warm = Seen(), Seen()
    site.run(seen=cold)
    site.run(seen=warm)
    assert site.pages_checked == 0
    assert cold == warm
    assert len(cold.files) == PAGES + 1  # the layout as a page, and as what a page takes in
    assert {Path(path).name for path in cold.files} >= {"layout.tsx", "a.md"}


def junk(path: Path) -> None:
    path.write_bytes(b"no database at all" * 500)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def other_tables(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE kept (x)")
    connection.close()
    path.chmod(0o600)


def rows(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Change every text that is kept."""

    def run(path: Path) -> None:
        with sqlite3.connect(path) as connection:
            for key, text in connection.execute("SELECT key, text FROM kept").fetchall():
                connection.execute("UPDATE kept SET text = ? WHERE key = ?", (change(text), key))
        connection.close()

    return run


def packed(text: str) -> bytes:
    import zlib

    return zlib.compress(text.encode())


SPOILT: dict[str, Callable[[Path], object]] = {
    "junk": junk,
    "cut": cut,
    "empty": lambda path: path.write_bytes(b""),
    "other tables": other_tables,
    "a byte in each text": rows(lambda text: text[:-6] + bytes([text[-6] ^ 1]) + text[-5:]),
    "no text": rows(lambda text: b""),
    "numbers": rows(lambda text: packed("3")),
    "lists": rows(lambda text: packed("[]")),
    "lists of lists": rows(lambda text: packed('[[],"",[1,2,3,4,5,[[1]],7,[]]]')),
    "names": rows(lambda text: packed('{"a": 1}')),
    "no wordings": lambda path: (
        sqlite3.connect(path).execute("DELETE FROM kept WHERE length(text) > 250").connection.commit()
    ),
    "open to others": lambda path: path.chmod(0o666),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.parametrize("name", SPOILT)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_spoilt_cache_is_as_good_as_none(site: Site, name: str) -> None:
    cold = site.told()
    path = site.root.parent / "cache" / NAME
    SPOILT[name](path)
    assert site.told() == cold
    assert site.pages_checked > 0
    assert site.told() == cold


def test_junk_is_replaced(site: Site) -> None:
    for spoil in (junk, other_tables):
        site.run()
        spoil(site.root.parent / "cache" / NAME)
        site.run()
        site.run()
        site.run()
        assert site.pages_checked == 0, spoil


def test_no_cache_is_needed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = site.told()
    (site.root.parent / "file").write_text("")
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(site.root.parent / "file" / "below"))
    assert site.told() == cold
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "sqlite3", None)
        assert site.told() == cold
    with monkeypatch.context() as patched:
        patched.setattr("medlint.findings_cache.content_key", lambda packs: Path("gone").read_bytes())
        assert site.told() == cold


@pytest.mark.skipif(os.name != "posix", reason="modes of files are of POSIX")
def test_the_cache_is_the_users_alone(site: Site) -> None:
    site.run()
    folder = site.root.parent / "cache"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600


def test_results_survive_as_data(tmp_path: Path) -> None:
    written, read = Wordings(), Wordings()
    for result in rich(tmp_path).results:
        met: dict[str, str] = {}
        data = json.loads(compact(to_data(result, written, met)))
        assert wordings_of(data) == met.keys()
        read.add(met)
        assert from_data(data, read) == result


def test_texts_are_kept_for_some_days(tmp_path: Path) -> None:
    file = tmp_path / "x"

    def there(day: int, *keys: bytes, put: bytes = b"") -> set[bytes]:
        store = CacheFile(file, day)
        if put:
            store.put(put, "text")
            store.close()
        found = set(store.get(keys))
        store.close()
        return found

    assert there(100, b"a", put=b"a") == {b"a"}
    assert there(100 + cache_file.DAYS, b"a", b"b", put=b"b") == {b"a", b"b"}
    assert there(101 + cache_file.DAYS, b"a", b"b", b"c", put=b"c") == {b"b", b"c"}
    assert there(1, b"b", b"c", put=b"d") == set()


def test_the_file_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_file, "MOST_BYTES", 200_000)
    store = CacheFile(tmp_path / "x")
    for run in range(8):
        for number in range(20):
            store.put(b"%d-%d" % (run, number), os.urandom(1500).hex())
        store.close()
    assert (tmp_path / "x").stat().st_size < 300_000
    assert len(store.get([b"7-%d" % n for n in range(20)])) == 20
    assert not store.get([b"0-1"])
    store.close()


def test_who_cannot_write_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_file, "_PATIENCE", 0.01)
    store = CacheFile(tmp_path / "x")
    store.put(b"a", "text")
    store.close()
    other = sqlite3.connect(tmp_path / "x", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store.put(b"b", "text")
    store.close()
    other.execute("COMMIT")
    other.close()
    assert CacheFile(tmp_path / "x").get([b"a", b"b"]) == {b"a": "text"}


def test_runs_at_the_same_time_share_the_file(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from medlint.cache_file import CacheFile; store = CacheFile(Path(sys.argv[1]))\n"
        "for n in range(600):\n"
        "    store.put(b'%d' % n, 'text ' * n)\n"
        "    if n % 60 == 0: store.close(); assert store.get([b'%d' % n])\n"
        "store.close()\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "x")]) for _ in range(3)]
    assert [run.wait() for run in runs] == [0, 0, 0]
    store = CacheFile(tmp_path / "x")
    assert store.get([b"%d" % n for n in range(600)]) == {b"%d" % n: "text " * n for n in range(600)}
    store.close()
