"""The local web page: what it answers, and whom it does not."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import ROOT, TODAY
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from test_readers_docx import docx, para, r

from medlint.cli.serve import linters, serve
from medlint.cli.variants import Variants
from medlint.config import Settings
from medlint.findings import Severity
from medlint.lint import Linter
from medlint.readers import read
from medlint.web import app as web
from medlint.web import service as serving
from medlint.web.api import file_name
from medlint.web.compare import compared
from medlint.web.guard import HEADERS, Bound, is_loopback
from medlint.web.pasted import LONGEST, PasteError, Units, detected, document_of, opened
from medlint.web.service import Asked, Service

HOST = "127.0.0.1:8766"
OWN = {"X-Medlint": "1"}
RISKY = "# Ketamine 🌿🌿\n\nIt is the gold standard, with minimal side effects.\n"
TOKEN = "x" * 24


@pytest.fixture(scope="module")
def service() -> Service:
    """With the packs that ship, in their compiled form."""
    return Service(linters(Variants(Settings(), ROOT, TODAY)), ("au", "us"), ("us",))


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[TestClient]:
    """A browser that is on the page."""
    with TestClient(web.make_app(service, Bound("127.0.0.1", 8766)), f"http://{HOST}", headers=OWN) as client:
        yield client


@pytest.fixture(scope="module")
def guarded(service: Service) -> Iterator[TestClient]:
    """A browser at a server on all addresses, which asks for a token."""
    bound = Bound("0.0.0.0", 8766, TOKEN, ("desk",))
    with TestClient(web.make_app(service, bound), "http://192.0.2.7:8766", headers=OWN) as client:
        yield client


def post(client: TestClient, name: str, data: object, **headers: str) -> Any:
    response = client.post(f"/api/{name}", json=data, headers=headers)
    assert response.status_code == 200, response.text
    return response.json()


def error(client: TestClient, name: str, data: object) -> tuple[int, str]:
    response = client.post(f"/api/{name}", json=data)
    return response.status_code, response.json()["error"]


def units(text: str, start: int, end: int) -> str:
    """A range of a text as JavaScript cuts it out."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def test_check(client: TestClient) -> None:
    answer = post(client, "check", {"text": RISKY})
    assert answer["format"] == "markdown"
    assert answer["words"] == 11
    assert answer["health_copy"]
    told = {f["rule"]: f for f in answer["findings"]}
    for rule, words in (("gold-standard", "gold standard"), ("minimal-side-effects", "minimal side effects")):
        one = told[rule]
        assert units(RISKY, one["start"], one["end"]) == one["quote"] == words == one["sentence"][1]
        assert one["message"] and one["why"] and one["suggestions"] and one["severity"] == "error"
        assert all(source["url"].startswith("https://") for source in one["sources"])
    assert told["missing-risks"]["whole_page"]


def test_fixes_apply_in_utf_16(client: TestClient) -> None:
    findings = post(client, "check", {"text": RISKY})["findings"]
    for number, finding in enumerate(findings):
        ways = post(client, "fixes", {"text": RISKY, "finding": number})["ways"]
        assert ways, finding["rule"]
        for way in ways:
            (edit,) = way["edits"]
            after = units(RISKY, 0, edit["start"]) + edit["text"] + units(RISKY, edit["end"], 10**6)
            assert way["text"] in after
            assert after.startswith("# Ketamine 🌿🌿\n\n")
            rules = {f["rule"] for f in post(client, "check", {"text": after})["findings"]}
            assert finding["rule"] not in rules
    assert error(client, "fixes", {"text": RISKY, "finding": 99}) == (400, "There is no such finding on this text.")
    assert error(client, "fixes", {"text": RISKY, "finding": True})[0] == 400


def test_choices(client: TestClient, service: Service) -> None:
    about = client.get("/api/about").json()
    assert {"id": "ketamine", "label": "ketamine", "field": "ketamine"} in about["treatments"]
    assert about["jurisdictions"] == [{"id": "au", "label": "Australia"}, {"id": "us", "label": "United States"}]
    assert about["initial"] == ["us"]
    recipe = {"text": "Stir the soup until it is thick, season it, and serve it with a slice of fresh bread. " * 20}
    assert not post(client, "check", recipe)["health_copy"]
    assert post(client, "check", {**recipe, "treatment": "ketamine"})["health_copy"]
    assert service.linter().treatment is None  # what one text is about is not what the next is about


def test_settings_say_which_findings_are_told(service: Service) -> None:
    only_errors = Service(service.make_linter, ("us",), ("us",), lambda finding: finding.severity == Severity.ERROR)
    told = {f.rule for f in only_errors.check(Asked(RISKY)).result.findings}
    assert "gold-standard" in told
    assert told < {f.rule for f in service.check(Asked(RISKY)).result.findings}


@pytest.mark.parametrize(
    "wrong, why",
    [
        ({"treatment": "zap"}, "There is no treatment “zap”"),
        ({"jurisdictions": ["mars"]}, "There are no rules for “mars”; there are for au, us."),
        ({"jurisdictions": "us"}, "“jurisdictions” has to be a list of names."),
        ({"jurisdictions": [1]}, "“jurisdictions” has to be a list of names."),
        ({"format": "docx"}, "There is no format “docx”; there are auto, text, markdown, html."),
        ({"text": None}, "“text” has to be a text."),
        ({"text": "x" * (LONGEST + 1)}, "The text has 200,001 characters, and 200,000 are checked at most"),
    ],
)
def test_what_cannot_be_checked(client: TestClient, wrong: dict[str, Any], why: str) -> None:
    status, told = error(client, "check", {"text": "Words.", **wrong})
    assert status == 400
    assert why in told


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"[" * 100_000, b"\xff", b"null"])
def test_bodies_that_are_no_question(client: TestClient, body: bytes) -> None:
    response = client.post("/api/check", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 400
    assert response.json()["error"].startswith("The request is no")


def test_linters_of_some_jurisdictions_stay_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make = linters(Variants(Settings(), tmp_path, TODAY))
    first = make((), "copy.md")
    assert make(("us",), "copy.md") is first
    british = make(("uk",), "copy.md")
    assert {pack.id for pack in british.library.packs} - {pack.id for pack in first.library.packs}
    assert make(("uk",), "copy.md") is british
    only_here = linters(Variants(Settings(select=("uk-pom-advertising",), jurisdiction=("uk",)), tmp_path, TODAY))
    with pytest.raises(PasteError, match="These rules cannot be used: there is no rule, family or pack"):
        only_here(("us",), "copy.md")


@pytest.mark.parametrize(
    "text, format",
    [
        ("Plain words.\n\nMore of them.", "text"),
        ("5 < 6, and 7 > 6", "text"),
        ("# Head\n\nWords <b>with</b> tags</p>", "markdown"),
        ("---\ntitle: x\n---\nWords", "markdown"),
        ("Words with **bold** ones", "markdown"),
        ("- one\n- two", "markdown"),
        ("See [this](https://example.org)", "markdown"),
        ("Head\n====\n", "markdown"),
        ("<!doctype html><title>x</title>", "html"),
        ("  <html lang=en>", "html"),
        ("Words <strong>with</strong> tags", "html"),
        ("", "text"),
    ],
)
def test_formats_are_told_by_their_looks(text: str, format: str) -> None:
    assert detected(text) == format


@given(st.text(), st.sampled_from(["text", "markdown", "html"]))
@settings(max_examples=40)
def test_the_source_of_a_document_is_the_text(text: str, format: str) -> None:
    source = document_of(text, format, "copy.md").source
    assert len(source) == len(text)
    assert all(a == b or b == "\ufffd" for a, b in zip(text, source, strict=True))


@given(st.text(), st.integers(0, 50))
def test_units(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    assert Units(text)(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def test_a_lone_surrogate_is_no_fault(client: TestClient) -> None:
    body = '{"text": "\\ud800\\u0000 The gold standard in ketamine therapy."}'
    answer = client.post("/api/check", content=body, headers={"Content-Type": "application/json"}).json()
    assert answer["findings"][0]["start"] == 7


@given(st.text("ab \n.", max_size=60), st.text("ab \n.", max_size=60))
def test_comparison_holds_both_texts(before: str, after: str) -> None:
    pieces = compared(before, after)
    assert "".join(p.text for p in pieces if p.kind != "new") == before
    assert "".join(p.text for p in pieces if p.kind != "gone") == after


def test_comparison_goes_by_words(client: TestClient) -> None:
    texts = {"before": "It is safe now.\nSame.\n", "after": "It has known risks now.\nSame.\n"}
    assert post(client, "compare", texts)["pieces"] == [
        ["same", "It "], ["gone", "is safe"], ["new", "has known risks"], ["same", " now.\n"], ["same", "Same.\n"],
    ]  # fmt: skip


WORD = docx(
    para(r("Botox"), style="T") + para(r("Our offer"), style="Own") + para(r("One *"), look="<w:numPr/>")
    + para(r("Two"), look="<w:numPr/>") + para(r("# 1 of 3"), r(" &lt;b>&amp;amp; _so_ [on](x)")) + para(r("1. August"))
    + para(r("+ more")) + para('<w:r><wp:docPr descr="A glass"/></w:r>', r("Said"), style="Q"),
)  # fmt: skip


def test_a_word_file_reads_as_it_did(client: TestClient) -> None:
    body = client.post("/api/open?name=..%2Fmy%20page.docx", content=WORD, headers=BYTES).json()
    assert body["name"] == "my page.docx"
    assert body["format"] == "markdown"
    assert "“my page.docx”" in body["note"]
    assert body["text"].startswith("# Botox\n\n## Our offer\n\n- One *\n- Two\n\n")
    said = [b.visible for b in read("x.docx", WORD).blocks]
    assert [b.visible for b in read("x.md", body["text"].encode()).blocks] == said


BYTES = {"Content-Type": "application/octet-stream"}


@pytest.mark.parametrize(
    "name, data, outcome",
    [
        ("a.md", b"\xef\xbb\xbf# One\r\n", ("# One\r\n", "markdown")),
        ("a.HTM", b"<p>One", ("<p>One", "html")),
        ("a.txt", "\ufeffOne 🌿".encode("utf-16"), ("\ufeffOne 🌿", "text")),
        ("a.pdf", b"%PDF", "“a.pdf” is in a format that this page does not open; it opens .txt, .text, .md"),
        ("a.docx", b"PK", "“a.docx” is broken"),
        ("a.txt", b"\xff", "“a.txt” is not valid UTF-8"),
        ("", b"x", "“” is in a format"),
    ],
)
def test_files_that_are_dropped(name: str, data: bytes, outcome: tuple[str, str] | str) -> None:
    if isinstance(outcome, str):
        with pytest.raises(PasteError) as refused:
            opened(name, data)
        assert str(refused.value).startswith(outcome)
    else:
        found = opened(name, data)
        assert (found.text, found.format) == outcome


@pytest.mark.parametrize(
    "given_, kept",
    [
        ("a.md", "a.md"), ("../../etc/passwd", "passwd"), ("C:\\x\\page one.md", "page one.md"), ("..", ""), ("a\0\n.md", "a.md"),
        ("\u202egnp.md", "gnp.md"), ("x" * 300 + ".md", "x" * 117 + ".md"),
    ],
)  # fmt: skip
def test_names_of_files(given_: str, kept: str) -> None:
    assert file_name(given_) == kept


def test_reports_show_markup_as_text(client: TestClient) -> None:
    text = "The gold standard in ketamine <script>alert(1)</script>.\n"
    asked = {"text": text, "format": "text", "name": "<img src=x>.txt"}
    page = client.post("/api/report", json={**asked, "report": "html"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "gold standard" in page.text
    assert "<script>alert" not in page.text and "<img src=x" not in page.text
    data = client.post("/api/report", json={**asked, "report": "json"}).json()
    assert data["findings"][0]["quote"] == "gold standard"
    assert data["files"]["checked"] == ["<img src=x>.txt"]
    assert error(client, "report", {**asked, "report": "pdf"}) == (
        400,
        "There is no report “pdf”; there are html, json.",
    )


def test_the_example_has_something_to_show(client: TestClient) -> None:
    example = client.get("/api/example").json()
    findings = post(client, "check", example)["findings"]
    assert {f["severity"] for f in findings} >= {"error", "warning"}
    assert any(f["whole_page"] for f in findings)


def test_files_of_the_page_load_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    wanted = ["/", "/style.css", "/theme.js", "/app.js", "/icon.svg"]
    for address in wanted:
        text = client.get(address).text
        assert "http://www.w3.org" in text or "://" not in text
        assert "innerHTML" not in text and "eval(" not in text and " style=" not in text
    for address in (
        "/app.py",
        "/example.md",
        "/static/app.js",
        "/../guard.py",
        "/%2e%2e/guard.py",
        "/docs",
        "/api/none",
    ):
        assert client.get(address).status_code == 404


ATTACKS: list[tuple[str, str, dict[str, str], int]] = [
    ("GET", "/", {"Host": "evil.example:8766"}, 403),
    ("GET", "/", {"Host": "evil.example"}, 403),
    ("GET", "/", {"Host": "127.0.0.1"}, 403),
    ("GET", "/", {"Host": "127.0.0.1:80"}, 403),
    ("GET", "/", {"Host": "127.0.0.1.evil.example:8766"}, 403),
    ("GET", "/", {"Host": "192.0.2.7:8766"}, 403),
    ("GET", "/", {"Host": ""}, 403),
    ("GET", "/api/about", {"Origin": "https://evil.example"}, 403),
    ("POST", "/api/check", {"Origin": "https://evil.example"}, 403),
    ("POST", "/api/check", {"Origin": "null"}, 403),
    ("POST", "/api/check", {"Origin": "http://127.0.0.1:3000"}, 403),
    ("POST", "/api/check", {"Origin": "https://127.0.0.1:8766"}, 403),
    ("POST", "/api/check", {"Sec-Fetch-Site": "cross-site"}, 403),
    ("POST", "/api/check", {"Sec-Fetch-Site": "same-site"}, 403),
    ("GET", "/app.js", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "script"}, 403),
    ("GET", "/", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "iframe"}, 403),
    ("POST", "/api/check", {"X-Medlint": ""}, 200),
    ("POST", "/api/check", {"Content-Type": "text/plain"}, 415),
    ("POST", "/api/check", {"Content-Type": "application/x-www-form-urlencoded"}, 415),
    ("POST", "/api/check", {"Content-Type": "multipart/form-data; boundary=x"}, 415),
    ("OPTIONS", "/api/check", {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}, 405),
    ("GET", "/api/check", {}, 405),
    ("PUT", "/api/check", {}, 405),
    ("TRACE", "/", {}, 405),
    ("POST", "/", {}, 405),
    ("POST", "/api/check", {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}, 200),
    ("GET", "/", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document"}, 200),
    ("GET", "/", {"Host": "localhost:8766"}, 200),
    ("GET", "/", {"Host": "[::1]:8766"}, 200),
]  # fmt: skip


@pytest.mark.parametrize("method, path, headers, status", ATTACKS)
def test_who_is_answered(client: TestClient, method: str, path: str, headers: dict[str, str], status: int) -> None:
    body = '{"text": "Words."}' if method in ("POST", "PUT") else None
    response = client.request(method, path, content=body, headers={"Content-Type": "application/json", **headers})
    assert response.status_code == status
    assert not [name for name in response.headers if name.startswith("access-control")]
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert "set-cookie" not in response.headers


def test_a_request_without_the_header_of_the_page(service: Service) -> None:
    with TestClient(web.make_app(service, Bound("127.0.0.1", 8766)), f"http://{HOST}") as elsewhere:
        assert elsewhere.post("/api/check", json={"text": "Words."}).status_code == 403


def test_tokens(guarded: TestClient) -> None:
    for path in ("/", "/app.js", "/api/about", "/?token=", f"/?token={TOKEN[1:]}", f"/api/about?token={TOKEN}"):
        response = guarded.get(path)
        assert response.status_code == 401, path
        assert "set-cookie" not in response.headers
        assert {name: response.headers[name] for name in HEADERS} == HEADERS
    for cookie in ("medlint-8766=", f"medlint-8766={TOKEN[1:]}", f"medlint-1={TOKEN}", "a[]=;;=\u00e4"):
        assert guarded.get("/", headers={"Cookie": cookie.encode()}).status_code == 401
    assert guarded.post("/api/check", json={"text": "Words."}).status_code == 401
    entered = guarded.get(f"/?token={TOKEN}", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document"})
    assert entered.status_code == 200
    assert entered.headers["set-cookie"] == f"medlint-8766={TOKEN}; HttpOnly; Path=/; SameSite=strict"
    assert 'content="0; url=/"' in entered.text
    assert TOKEN not in entered.text
    assert guarded.get("/").status_code == 200  # the cookie is sent from now on
    assert post(guarded, "check", {"text": "Words."})["words"] == 1
    for host, status in (("desk:8766", 200), ("evil.example:8766", 403), ("[fe80::1]:8766", 401), ("desk:1", 403)):
        assert guarded.get("/", headers={"Host": host}).status_code in (status, 200 if status == 401 else status)


@pytest.mark.parametrize(
    "host, here",
    [("127.0.0.1", True), ("127.1.2.3", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("::", False),
     ("192.168.1.4", False), ("desk", False), ("localhost.evil.example", False), ("", False)],
)  # fmt: skip
def test_loopback(host: str, here: bool) -> None:
    assert is_loopback(host) is here


def test_limits(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LARGEST_FILE", 1_000_000)
    for headers in (BYTES, {**BYTES, "Content-Length": "7"}):
        response = client.post("/api/open?name=a.txt", content=iter([b"x" * 600_000] * 2), headers=headers)
        assert response.status_code == 413
        assert response.json() == {"error": "This is larger than 1 MB, which is the most that is taken."}


def test_what_takes_too_long_is_given_up(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(where: tuple[str, ...], name: str) -> Linter:
        time.sleep(0.2)
        return service.linter()

    slow = Service(late, ("us",), ("us",))
    monkeypatch.setattr(slow.__class__, "warm", lambda self: None)
    with TestClient(
        web.make_app(slow, Bound("127.0.0.1", 8766), seconds=0.05), f"http://{HOST}", headers=OWN
    ) as client:
        status, told = error(client, "check", {"text": "Words."})
        assert (status, told[:23]) == (503, "This took longer than 0")
        monkeypatch.setattr(web, "WAITING", 0)
        assert error(client, "check", {"text": "Words."}) == (
            503, "medlint is busy with other texts; try again in a moment.",
        )  # fmt: skip


def test_a_fault_tells_nothing_of_the_copy(
    service: Service, client: TestClient, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("our secret copy")

    monkeypatch.setattr(serving, "document_of", fail)
    status, told = error(client, "check", {"text": "Our secret copy."})
    assert status == 500
    assert told.startswith("This is a fault of medlint, not of your text. Please report it: RuntimeError at fail:")
    assert "secret" not in told
    assert "secret" not in "".join(capfd.readouterr())


def test_only_the_last_texts_are_kept(service: Service) -> None:
    first = service.check(Asked("One."))
    assert service.check(Asked("One.")) is first
    for n in range(serving.KEPT):
        service.check(Asked(f"{n}"))
    assert service.check(Asked("One.")) is not first


def test_the_command_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    ran: dict[str, Any] = {}

    class Server:
        def __init__(self, config: Any) -> None:
            ran["app"] = config.app

        def run(self, sockets: list[socket.socket]) -> None:
            ran["name"] = sockets[0].getsockname()
            sockets[0].close()

    monkeypatch.setattr("uvicorn.Server", Server)
    run = CliRunner().invoke
    told = run(serve, ["--port", "0", "--no-open", "--isolated"], standalone_mode=False)
    host, port = ran["name"]
    assert host == "127.0.0.1"
    assert told.output == f"medlint listens at http://127.0.0.1:{port}/\nPress Ctrl+C to end it.\n"
    told = run(serve, ["--host", "0.0.0.0", "--port", "0", "--no-open", "--isolated"], standalone_mode=False)
    assert f"http://127.0.0.1:{ran['name'][1]}/?token=" in told.output
    assert "unencrypted" in told.output
    told = run(serve, ["--port", "0", "--no-open", "--isolated", "--token", TOKEN], standalone_mode=False)
    assert f"/?token={TOKEN}\n" in told.output
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        for wrong, why in (
            (["--token", "short"], "a token has 16 to 200 characters"),
            (["--port", str(taken.getsockname()[1])], "--port 0 takes any that is free"),
            (["--host", "no-such-host.invalid"], "cannot listen at no-such-host.invalid:8766"),
        ):
            told = run(serve, [*wrong, "--no-open", "--isolated"], standalone_mode=False)
            assert why in str(told.exception)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    told = CliRunner().invoke(serve, [], standalone_mode=False)
    assert str(told.exception) == '`medlint serve` needs uvicorn; run: pip install "medlint[web]"'
