"""`medlint cite`: the commands, and asking services that run on this machine."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from conftest import Run

from medlint.evidence import client as client_module
from medlint.evidence.client import Client, ServiceError

FEDER = "10.1001/jamapsychiatry.2014.62"
Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Services:
    """A server with the paths of the four services. `answers` gives what a path is answered with, in turn."""

    answers: dict[str, list[Answer | Callable[[], Answer]]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, list[str]], str]] = field(default_factory=list)
    url: str = ""

    def say(self, path: str, data: Any, status: int = 200, **headers: str) -> None:
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        kept = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.setdefault(path, []).append((status, {"Content-Type": "application/json", **kept}, body))

    def do(self, path: str, action: Callable[[], Answer]) -> None:
        self.answers.setdefault(path, []).append(action)

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


@pytest.fixture
def services() -> Iterator[Services]:
    state = Services()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            path = unquote(parts.path)
            state.asked.append((path, parse_qs(parts.query), self.headers.get("User-Agent", "")))
            waiting = state.answers.get(path, [])
            answer = (
                waiting.pop(0) if len(waiting) > 1 else waiting[0] if waiting else (404, {}, b"Resource not found.")
            )
            status, headers, body = answer() if callable(answer) else answer
            try:
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # the client has gone

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield state
    server.shutdown()
    server.server_close()


def work(
    title: str = "Efficacy of Intravenous Ketamine for Treatment of Chronic Posttraumatic Stress Disorder", **more: Any
) -> dict[str, Any]:
    """What Crossref says of a paper."""
    message = {
        "DOI": FEDER,
        "type": "journal-article",
        "title": [title],
        "author": [{"given": "Adriana", "family": "Feder", "sequence": "first"}, {"name": "A Group"}],
        "issued": {"date-parts": [[2014, 6, 1]]},
        "container-title": ["JAMA Psychiatry"],
        **more,
    }
    return {"status": "ok", "message-type": "work", "message": message}


def summary(**papers: dict[str, Any]) -> dict[str, Any]:
    """What PubMed says of papers, by `p` and the PMID."""
    rows = {pmid[1:]: {"uid": pmid[1:], **row} for pmid, row in papers.items()}
    return {"header": {"type": "esummary", "version": "0.3"}, "result": {"uids": list(rows), **rows}}


PAPER = {
    "pubdate": "2014 Jun",
    "source": "JAMA Psychiatry",
    "fulljournalname": "JAMA psychiatry",
    "authors": [{"name": "Feder A", "authtype": "Author"}, {"name": "van Dam B", "authtype": "Author"}],
    "title": "Efficacy of intravenous ketamine for treatment of chronic posttraumatic stress disorder: a randomized clinical trial.",
    "pubtype": ["Journal Article", "Randomized Controlled Trial"],
    "articleids": [
        {"idtype": "pubmed", "value": "24740528"},
        {"idtype": "doi", "value": FEDER},
        {"idtype": "pmc", "value": "PMC1234567"},
    ],
    "references": [],
}

TRIAL = {
    "protocolSection": {
        "identificationModule": {"nctId": "NCT01234567", "briefTitle": "Rest", "officialTitle": "A Trial of Rest"},
        "statusModule": {"overallStatus": "COMPLETED", "startDateStruct": {"date": "2011-03"}},
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "A Hospital"}},
    }
}

CROSSREF = f"/crossref/works/{FEDER}"
PUBMED = "/pubmed/esummary.fcgi"
PMC = "/pmc/articles/"
TRIALS = "/clinicaltrialsgov/studies/NCT01234567"


def item(id_: str = "feder", **more: Any) -> dict[str, Any]:
    return {"id": id_, "type": "article-journal", **more}


FEDER_ITEM = item(
    title="Efficacy of intravenous ketamine for treatment of chronic posttraumatic stress disorder", author=[{"family": "Feder"}],
    issued={"date-parts": [[2014]]}, DOI=FEDER, **{"container-title": "JAMA Psychiatry"},
)  # fmt: skip


@pytest.fixture
def verify(medlint: Run, services: Services, tmp_path: Path) -> Callable[..., Any]:
    """Runs `medlint cite verify --online` over a file of these items, against the server."""

    def run(*items: dict[str, Any], args: tuple[str, ...] = ("--online", "--mailto", "me@example.org")) -> Any:
        if items:
            (tmp_path / "refs.json").write_text(json.dumps(items))
        env = {"MEDLINT_SERVICES": services.url, "NO_PROXY": "127.0.0.1"}
        return medlint("cite", "verify", "--file", "refs.json", *args, env=env)

    return run


def lock(tmp_path: Path) -> dict[str, Any]:
    data = json.loads((tmp_path / "references.lock.json").read_text(encoding="utf-8"))
    assert data["version"] == 1
    records: dict[str, Any] = data["records"]
    return records


# Each service


def test_crossref(verify: Callable[..., Any], services: Services, tmp_path: Path) -> None:
    services.say(CROSSREF, work())
    done = verify(FEDER_ITEM)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "1 identifiers of 1 references: 1 found\n"
    ((path, query, agent),) = services.asked
    assert (path, query) == (CROSSREF, {"mailto": ["me@example.org"]})
    assert agent.startswith("medlint/") and "mailto:me@example.org" in agent
    record = lock(tmp_path)[f"doi:{FEDER}"]
    assert record.pop("checked")
    assert record == {
        "service": "Crossref", "status": "found", "title": work()["message"]["title"][0], "authors": ["Feder", "A Group"], "year": 2014,
        "journal": "JAMA Psychiatry",
    }  # fmt: skip


def test_pubmed_is_asked_for_many_at_once(verify: Callable[..., Any], services: Services, tmp_path: Path) -> None:
    services.say(PUBMED, summary(p24740528=PAPER, p22={"error": "cannot get document summary"}))
    done = verify(
        item("a", PMID="24740528", DOI=FEDER), item("b", PMID="22"), args=("--online", "--mailto", "me@example.org")
    )
    assert done.returncode == 1
    assert "b: PMID 22: PubMed has no such record" in done.stdout
    query = next(query for path, query, _ in services.asked if path == PUBMED)
    assert query == {
        "db": ["pubmed"],
        "id": ["24740528,22"],
        "retmode": ["json"],
        "tool": ["medlint"],
        "email": ["me@example.org"],
    }
    record = lock(tmp_path)["pmid:24740528"]
    assert (record["authors"], record["year"], record["journal"]) == (["Feder", "van Dam"], 2014, "JAMA psychiatry")
    assert (record["doi"], record["pmcid"]) == (FEDER, "PMC1234567")
    assert lock(tmp_path)["pmid:22"]["status"] == "not found"


def test_pmc_tells_the_paper_and_pubmed_the_rest(
    verify: Callable[..., Any], services: Services, tmp_path: Path
) -> None:
    rows = [
        {"pmcid": "PMC1234567", "pmid": 24740528, "doi": FEDER.upper(), "requested-id": "PMC1234567"},
        {"requested-id": "PMC22222", "status": "error", "errmsg": "Identifier not found in PMC"},
    ]
    services.say(PMC, {"status": "ok", "records": rows})
    services.say(PUBMED, summary(p24740528={**PAPER, "pubtype": ["Journal Article", "Retracted Publication"]}))
    done = verify(item("a", PMCID="PMC1234567"), item("b", PMCID="PMC22222"))
    assert done.returncode == 1
    assert "a: PMC1234567: retracted (PMC, " in done.stdout
    assert "b: PMC22222: PMC has no such record" in done.stdout
    assert services.paths() == [PMC, PUBMED]
    record = lock(tmp_path)["pmcid:PMC1234567"]
    assert (record["pmid"], record["doi"], record["year"], record["notice"]) == ("24740528", FEDER, 2014, "retracted")


def test_clinicaltrials(verify: Callable[..., Any], services: Services, tmp_path: Path) -> None:
    services.say(TRIALS, TRIAL)
    done = verify(item("t", note="NCT01234567"))
    assert done.returncode == 0
    record = lock(tmp_path)["nct:NCT01234567"]
    assert (record["title"], record["authors"], record["year"], record["detail"]) == (
        "A Trial of Rest",
        ["A Hospital"],
        2011,
        "completed",
    )


def test_a_trial_that_never_began(verify: Callable[..., Any], services: Services) -> None:
    withdrawn = json.loads(json.dumps(TRIAL).replace("COMPLETED", "WITHDRAWN"))
    services.say(TRIALS, withdrawn)
    assert "t: NCT01234567: the trial was withdrawn before it began" in verify(item("t", note="NCT01234567")).stdout


# What is said of papers


@pytest.mark.parametrize(
    ("updates", "notice", "status"),
    [
        ([{"type": "retraction", "DOI": "10.1001/RETRACT", "source": "retraction-watch"}], "retracted", 1),
        ([{"type": "erratum", "DOI": "10.1001/e"}, {"type": "retraction", "DOI": "10.1001/retract"}], "retracted", 1),
        ([{"type": "expression_of_concern", "DOI": "10.1001/c"}], "expression of concern", 1),
        ([{"type": "correction", "DOI": "10.1001/c"}], "corrected", 0),
        ([{"type": "new_version", "DOI": "10.1001/c"}], "", 0),
        ("nonsense", "", 0),
    ],
)
def test_notices_of_crossref(
    verify: Callable[..., Any], services: Services, tmp_path: Path, updates: Any, notice: str, status: int
) -> None:
    services.say(CROSSREF, work(**{"updated-by": updates}))
    done = verify(FEDER_ITEM)
    assert done.returncode == status
    assert lock(tmp_path)[f"doi:{FEDER}"].get("notice", "") == notice
    if notice:
        assert f"feder: DOI {FEDER}: {notice} (Crossref, " in done.stdout
    if notice == "retracted":
        assert ": 10.1001/retract\n" in done.stdout


@pytest.mark.parametrize(
    ("change", "notice"),
    [
        ({"references": [{"reftype": "Erratum in", "refsource": "JAMA Psychiatry. 2015"}]}, "corrected"),
        (
            {
                "references": [
                    {"reftype": "Retraction in", "refsource": "x"},
                    {"reftype": "Erratum in", "refsource": "y"},
                ]
            },
            "retracted",
        ),
        ({"references": [{"reftype": "Expression of concern in", "refsource": "x"}]}, "expression of concern"),
        ({"references": [{"reftype": "Comment in", "refsource": "x"}]}, ""),
        ({"references": None}, ""),
    ],
)
def test_notices_of_pubmed(
    verify: Callable[..., Any], services: Services, tmp_path: Path, change: dict[str, Any], notice: str
) -> None:
    services.say(PUBMED, summary(p24740528={**PAPER, **change}))
    verify(item("a", PMID="24740528"))
    assert lock(tmp_path)["pmid:24740528"].get("notice", "") == notice


def test_a_retracted_paper_is_marked_in_the_library(
    verify: Callable[..., Any], services: Services, medlint: Run, tmp_path: Path
) -> None:
    services.say(
        CROSSREF, work("RETRACTED: Efficacy of intravenous ketamine for chronic posttraumatic stress disorder")
    )
    assert verify(FEDER_ITEM).returncode == 1
    assert "[RETRACTED]" in medlint("cite", "list").stdout  # the shipped reference has the same DOI
    assert "[RETRACTED]" not in medlint("cite", "list", "--isolated").stdout
    (tmp_path / "page.md").write_text(f"See https://doi.org/{FEDER}.\n")
    done = medlint("cite", "check", "page.md")
    assert done.returncode == 1
    assert f": retracted: “https://doi.org/{FEDER}” (DOI {FEDER}): Feder 2014, JAMA Psychiatry, n = 41" in done.stdout


@pytest.mark.parametrize(
    ("answer", "clause"),
    [
        (work("On the habits of bees"), "the title there is “On the habits of bees”"),
        (work(issued={"date-parts": [[1999]]}), "the year there is 1999, here 2014"),
        (
            work(**{"container-title": ["Mol Psychiatry"]}),
            "the journal there is “Mol Psychiatry”, here “JAMA Psychiatry”",
        ),
        (work(author=[{"family": "Quill"}]), "the first author there is Quill, here Feder"),
        (
            work(**{"update-to": [{"type": "retraction", "label": "Retraction", "DOI": "10.1/b"}]}),
            "it is itself a notice (Retraction of 10.1/b)",
        ),
    ],
)
def test_a_doi_that_leads_elsewhere(
    verify: Callable[..., Any], services: Services, answer: dict[str, Any], clause: str
) -> None:
    services.say(CROSSREF, answer)
    done = verify(FEDER_ITEM)
    assert done.returncode == 1
    assert f"feder: DOI {FEDER}: leads to something else (Crossref, " in done.stdout
    assert clause in done.stdout
    assert done.stdout.endswith("1 identifiers of 1 references: 1 misfitting\n")


# What goes wrong


def test_not_found(verify: Callable[..., Any], services: Services, tmp_path: Path) -> None:
    done = verify(FEDER_ITEM)
    assert done.returncode == 1
    assert f"feder: DOI {FEDER}: Crossref has no such record (" in done.stdout
    assert lock(tmp_path)[f"doi:{FEDER}"]["status"] == "not found"
    assert verify().returncode == 1
    assert len(services.asked) == 1


@pytest.mark.parametrize(
    ("status", "body", "clause"),
    [
        (200, b"<!DOCTYPE html><title>Down</title>", "answered with a web page"),
        (200, b'{"message": ', "answered with something that is no JSON"),
        (200, b"[1, 2]", "answered in a shape that is not documented"),
        (200, b'{"message": "gone"}', "answered in a shape that is not documented"),
        (200, b"", "answered with something that is no JSON"),
        (403, b"no", "answered with status 403"),
        (400, b"{}", "answered with status 400"),
    ],
)
def test_answers_that_are_none(
    verify: Callable[..., Any], services: Services, tmp_path: Path, status: int, body: bytes, clause: str
) -> None:
    services.say(CROSSREF, body, status)
    services.say(PUBMED, summary(p24740528=PAPER))
    done = verify({**FEDER_ITEM, "PMID": "24740528"})
    assert done.returncode == 2
    assert "could not be asked: " in done.stdout and clause in done.stdout
    assert "Traceback" not in done.stderr
    assert list(lock(tmp_path)) == ["pmid:24740528"]  # what was answered is kept, what failed is not
    services.answers.pop(CROSSREF)
    services.say(CROSSREF, work())
    assert verify().returncode == 0
    assert services.paths().count(PUBMED) == 1


def asking(services: Services, **options: Any) -> tuple[Client, list[float]]:
    """A client whose waiting is noted and not done."""
    waits: list[float] = []
    return Client("me@example.org", sleep=waits.append, **options), waits


def test_429_is_waited_for(services: Services) -> None:
    services.say("/x", {}, 429, Retry_After="7")
    services.say("/x", {"ok": 1})
    client, waits = asking(services)
    assert client.json(f"{services.url}/x") == {"ok": 1}
    assert waits == [7]


def test_429_through_the_command(verify: Callable[..., Any], services: Services) -> None:
    services.say(CROSSREF, {}, 429, Retry_After="0")
    services.say(CROSSREF, work())
    assert verify(FEDER_ITEM).returncode == 0
    assert services.paths() == [CROSSREF, CROSSREF]


def test_a_service_that_wants_too_long_a_wait_is_left(services: Services) -> None:
    services.say("/x", {}, 429, Retry_After="86400")
    client, waits = asking(services)
    with pytest.raises(ServiceError, match="asks to wait longer than 120 seconds; try again later"):
        client.json(f"{services.url}/x")
    assert waits == []


def test_errors_of_the_server_are_tried_again_with_longer_and_longer_waits(services: Services) -> None:
    services.say("/x", {}, 503)
    client, waits = asking(services)
    with pytest.raises(ServiceError, match="kept failing"):
        client.json(f"{services.url}/x")
    assert len(services.asked) == 1 + client_module.RETRIES
    assert waits == sorted(waits) and sum(waits) > 1


def test_a_time_out(services: Services) -> None:
    released = threading.Event()

    def slow() -> Answer:
        released.wait(5)
        return 200, {}, b"{}"

    services.do("/x", slow)
    client, _ = asking(services, timeout=0.1)
    before = time.monotonic()
    with pytest.raises(ServiceError, match=r"did not answer within 0\.1 seconds"):
        client.json(f"{services.url}/x")
    assert time.monotonic() - before < 3
    released.set()


def test_an_answer_that_drips_or_breaks_off(services: Services) -> None:
    services.say("/short", b"{}", Content_Length="100")
    client, _ = asking(services, timeout=0.2)
    with pytest.raises(ServiceError, match=r"broke off|did not answer"):
        client.json(f"{services.url}/short")
    ticks = iter(range(0, 10_000, 1000))
    services.say("/drip", b"x" * 200_000)
    client = Client(sleep=lambda _: None, clock=lambda: float(next(ticks)))
    with pytest.raises(ServiceError, match="did not finish its answer"):
        client.json(f"{services.url}/drip")


def test_an_answer_without_end(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "MAX_BYTES", 1000)
    services.say("/x", b"1" * 2000)
    client, _ = asking(services)
    with pytest.raises(ServiceError, match="answered with more than 1,000 bytes"):
        client.json(f"{services.url}/x")


def test_nobody_there() -> None:
    client = Client(sleep=lambda _: None, timeout=1)
    with pytest.raises(ServiceError, match=r"127\.0\.0\.1:9 cannot be reached"):
        client.json("http://127.0.0.1:9/x")


def test_requests_keep_their_distance(services: Services) -> None:
    services.say("/x", {})
    waits: list[float] = []
    client = Client(sleep=waits.append, clock=lambda: 100.0)
    for _ in range(3):
        client.json(f"{services.url}/x", interval=0.35)
    assert waits == pytest.approx([0.35, 0.35])


def test_a_service_that_keeps_failing_is_not_asked_for_ever(verify: Callable[..., Any], services: Services) -> None:
    for n in range(6):
        services.say(f"/crossref/works/10.1234/{n}", b"", 403)
    done = verify(*(item(f"r{n}", DOI=f"10.1234/{n}") for n in range(6)))
    assert done.returncode == 2
    assert len(services.asked) == 3
    assert done.stdout.count("not asked, as Crossref failed 3 times") == 3
    assert done.stdout.endswith("6 failed\n")


# The second run


def test_a_second_run_asks_nothing(verify: Callable[..., Any], services: Services, tmp_path: Path) -> None:
    services.say(CROSSREF, work())
    services.say(PUBMED, summary(p24740528=PAPER))
    services.say(TRIALS, TRIAL)
    items = ({**FEDER_ITEM, "PMID": "24740528"}, item("t", note="NCT01234567"))
    first = verify(*items)
    assert first.returncode == 0
    asked = len(services.asked)
    before = (tmp_path / "references.lock.json").read_bytes()
    second = verify(*items)
    assert (second.returncode, second.stdout) == (0, first.stdout)
    assert len(services.asked) == asked == 3
    assert (tmp_path / "references.lock.json").read_bytes() == before
    assert verify(*items, args=("--online", "--refresh", "--mailto", "me@example.org")).returncode == 0
    assert len(services.asked) == 2 * asked


def test_without_online_only_the_lock_speaks(verify: Callable[..., Any], services: Services) -> None:
    never = verify(FEDER_ITEM, item("none", title="A book"), args=())
    assert never.returncode == 0
    assert never.stdout == (
        f"feder: DOI {FEDER}: never checked\n1 identifiers of 2 references: 1 never checked; 1 without any identifier\n"
    )
    assert services.asked == []
    services.say(CROSSREF, work(**{"updated-by": [{"type": "retraction", "DOI": "10.1/r"}]}))
    verify(FEDER_ITEM)
    told = verify(args=())
    assert told.returncode == 1
    assert "retracted" in told.stdout
    assert len(services.asked) == 1


def test_the_shipped_references_were_never_checked_here(medlint: Run) -> None:
    done = medlint("cite", "verify", "--isolated")
    assert done.returncode == 0
    assert done.stdout.endswith("84 identifiers of 37 references: 84 never checked\n")


def test_usage(verify: Callable[..., Any], medlint: Run, services: Services, tmp_path: Path) -> None:
    assert "needs --online" in verify(FEDER_ITEM, args=("--refresh",)).stderr
    assert "“me” is no e-mail address" in verify(FEDER_ITEM, args=("--online", "--mailto", "me")).stderr
    assert "ask for an e-mail address" in verify(FEDER_ITEM, args=("--online",)).stderr
    (tmp_path / "references.lock.json").write_text("{")
    for done in (verify(args=("--online",)), medlint("cite", "list"), medlint("check", "refs.json")):
        assert done.returncode == 2
        assert "references.lock.json: not valid JSON" in done.stderr


def test_the_contact_of_the_config_is_sent_along(
    verify: Callable[..., Any], services: Services, tmp_path: Path
) -> None:
    (tmp_path / ".medlint.yaml").write_text("contact: lead@example.org\n")
    services.say(CROSSREF, work())
    done = verify(FEDER_ITEM, args=("--online",))
    assert (done.returncode, done.stderr) == (0, "")
    assert services.asked[0][1] == {"mailto": ["lead@example.org"]}


# The other commands


def test_list(medlint: Run, tmp_path: Path) -> None:
    done = medlint("cite", "list")
    assert "feder2014: Feder 2014, JAMA Psychiatry, n = 41  (shipped, partly verified)\n" in done.stdout
    assert f"DOI {FEDER} (not verified), PMID 24740528\n" in done.stdout
    assert done.stdout.endswith("37 references (26 verified, 11 partly verified)\n")
    csl = json.loads(medlint("cite", "list", "--format", "csl").stdout)
    assert len(csl) == 37
    bib = medlint("cite", "list", "--format", "bibtex").stdout
    assert bib.count("@article{") == 37
    (tmp_path / "out.bib").write_text(bib)
    assert medlint("cite", "list", "--file", "out.bib").stdout.endswith("37 references (37 not verified)\n")
    (tmp_path / "bad.json").write_text("[")
    assert (medlint("cite", "list", "--file", "bad.json").returncode) == 2


def test_references_of_the_config_count(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "refs.json").write_text(json.dumps([item("roe2019", title="T", DOI="10.1234/roe")]))
    (tmp_path / "medlint.toml").write_text('references = ["own/refs.json"]\n')
    (tmp_path / "page.md").write_text("As found (doi:10.1234/roe).\n")
    assert "(DOI 10.1234/roe): T" in medlint("cite", "check", "../page.md", cwd=tmp_path / "own").stdout
    assert medlint("page.md").returncode in (0, 1)
    (tmp_path / "own" / "refs.json").write_text("[3]")
    for done in (medlint("cite", "check", "page.md"), medlint("page.md"), medlint("cite", "verify")):
        assert done.returncode == 2
        assert "refs.json: entry 1: should be an item" in done.stderr
    assert medlint("page.md", "--isolated").returncode in (0, 1)


def test_check(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(
        f"# Ketamine\n\n[Feder](https://doi.org/{FEDER}), PMID: 123456789.\n\nAlso doi:10.1234/none. "
        "Studies show it.\n\nKetamine cures PTSD (Feder et al., 2014).\n"
    )
    done = medlint("cite", "check", "page.md")
    assert done.returncode == 1
    feder = "Feder 2014, JAMA Psychiatry, n = 41, randomized crossover vs midazolam, single infusion"
    shows = "it shows: lower IES-R at 24 h"
    assert done.stdout.splitlines() == [
        f"page.md:3:2: fits: “Feder” (DOI {FEDER}, PMID 123456789): {feder}; {shows}",
        f"page.md:3:58: cannot be right: “PMID: 123456789” (DOI {FEDER}, PMID 123456789): "
        "a PMID has at most eight digits",
        "page.md:5:6: not listed: “doi:10.1234/none” (DOI 10.1234/none): "
        "not in the reference library, so nothing is known of it here",
        "page.md:5:24: no reference: “Studies”: no reference is given",
        f"page.md:7:22: goes beyond it: “Feder et al., 2014”: shows no cure (“cures”) ({feder}; {shows}; "
        "what it does not show: proof of concept; short-lived)",
        "5 pieces of evidence: 1 fits, 1 cannot be right, 1 not listed, 1 no reference, 1 goes beyond it",
    ]
    (tmp_path / "page.md").write_text("Nothing is cited.\n")
    done = medlint("cite", "check", ".")
    assert (done.returncode, done.stdout) == (0, "0 pieces of evidence\n")
    assert medlint("cite", "check", "none.md").returncode == 2


def test_add_offline(medlint: Run, tmp_path: Path) -> None:
    own = tmp_path / "refs.json"
    own.write_text(json.dumps([item("kept", title="Kept", DOI="10.1234/kept", keyword="mine")]))
    done = medlint(
        "cite", "add", "24740528", "https://doi.org/10.1234/New", "NCT01234567", "10.1234/KEPT", "--file", "refs.json"
    )
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "added pmid24740528 to refs.json", "added 10.1234/new to refs.json", "added NCT01234567 to refs.json",
    ]  # fmt: skip
    assert "refs.json: holds 10.1234/kept already, as “kept”" in done.stderr
    items = json.loads(own.read_text())
    assert items[0]["keyword"] == "mine"
    assert [i["id"] for i in items] == ["kept", "pmid24740528", "10.1234/new", "NCT01234567"]
    assert not (tmp_path / "references.lock.json").exists()
    assert medlint("cite", "list", "--file", "refs.json").returncode == 0
    assert medlint("cite", "add", "PMC1234567", "--file", "new.json").returncode == 0
    assert json.loads((tmp_path / "new.json").read_text())[0]["PMCID"] == "PMC1234567"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("nonsense", "--file", "refs.json"), "“nonsense” is no DOI, PMID, PMCID or NCT number"),
        (("10.1234", "--file", "refs.json"), "“10.1234” cannot be right: the DOI has nothing after its prefix"),
        (("123456789", "--file", "refs.json"), "a PMID has at most eight digits"),
        (("https://example.org/", "--file", "refs.json"), "is no DOI"),
        (("1", "--file", "refs.bib"), "only CSL-JSON files (.json) can be added to"),
        (("1",), "say which file to add to: --file refs.json"),
        (("1", "--file", "no/such/folder/refs.json"), "cannot be written"),
        (("1", "--file", "spoilt.json"), "spoilt.json:1:2: not valid JSON"),
    ],
)
def test_add_refuses(medlint: Run, tmp_path: Path, args: tuple[str, ...], message: str) -> None:
    (tmp_path / "spoilt.json").write_text("[")
    done = medlint("cite", "add", *args)
    assert done.returncode == 2
    assert message in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["spoilt.json"]
    assert (tmp_path / "spoilt.json").read_text() == "["


def test_add_online_fills_in(medlint: Run, services: Services, tmp_path: Path) -> None:
    services.say(CROSSREF, work())
    services.say(PUBMED, summary(p99={"error": "cannot get document summary"}))
    (tmp_path / ".medlint.yaml").write_text("references: [refs.json]\ncontact: me@example.org\n")
    (tmp_path / "refs.json").write_text(json.dumps([item("feder2014", title="Another")]))
    env = {"MEDLINT_SERVICES": services.url, "NO_PROXY": "127.0.0.1"}
    done = medlint("cite", "add", FEDER, "PMID 99", "--online", env=env)
    assert done.returncode == 0
    assert f"added feder2014b to {tmp_path / 'refs.json'}: Feder 2014, JAMA Psychiatry" in done.stdout
    assert "pmid99: no service has such a record" in done.stderr
    items = json.loads((tmp_path / "refs.json").read_text())
    assert [i["id"] for i in items] == ["feder2014", "feder2014b"]
    assert (items[1]["issued"], items[1]["container-title"]) == ({"date-parts": [[2014]]}, "JAMA Psychiatry")
    assert f"doi:{FEDER}" in lock(tmp_path)


def test_linting_asks_nobody(medlint: Run, services: Services, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(f"Ketamine helps (https://doi.org/{FEDER}, PMID 24740528).\n")
    env = {"MEDLINT_SERVICES": services.url}
    medlint("page.md", env=env)
    medlint("cite", "check", "page.md", env=env)
    medlint("cite", "list", env=env)
    assert services.asked == []
