"""An invented report that holds everything a reporter can meet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from changed import replace

from medlint.document import Problem, Span
from medlint.evidence.facts import Facts
from medlint.findings import Cleared, Finding, Severity, Source, Suggestion, Suppressed, fingerprint
from medlint.lint import Result
from medlint.packs.model import Header, PackInfo, Rule
from medlint.readers import read
from medlint.reporters import Report, Unread

ODD_PATH = "pages/Über uns & mehr/50% off, a:b #1.md"
CLEAN, ELSEWHERE = "pages/clean.html", "/elsewhere/old page.md"
ODD = "100% “safe”, | `code` | <script>alert('x')</script> & @everyone #1 **bold** [a](https://example.org/x) 治疗 😀\x1b[31m\x0b\nnext, line: $5 to $9 ]]> ::error::"

LAW = Source(
    "law",
    "A law | of <b>claims</b>",
    "§1",
    "https://example.org/law?a=1&b=2",
    "us",
    "Tell the truth.",
    "2026-11",
    "yes",
)
BLOG = Source("blog", "A note", "", "javascript:alert(1)", "us", "Be careful.", "2026-10", "no")


@dataclass(frozen=True)
class Declared:
    """A rule by its header alone."""

    header: Header


def rule(id_: str, pack: str, family: str, severity: Severity, *, sources: tuple[str, ...] = ("law",)) -> Rule:
    suggest = (Suggestion("Say what is known of {treatment}.", "gently"), Suggestion("Leave it out."))
    return Declared(
        Header(
            id_, pack, "claim", family, severity, "“{match}” promises too much of {treatment}.", "Nobody *can* know it.",
            suggest, sources, (), (), f"{pack}.yaml", 1,
        )
    )  # fmt: skip


RULES = (
    rule("minimal-side-effects", "core", "safety", Severity.ERROR),
    rule("our-tone", "ours", "emotional-appeal", Severity.SUGGESTION, sources=("blog", "law")),
    rule("our-words", "ours", "superlative", Severity.WARNING, sources=("blog",)),
    rule("missing-risks", "core", "missing-risks", Severity.ERROR, sources=()),
)

SENTENCE = "Our care has minimal side effects, they say."
START = SENTENCE.index("minimal")

PLAIN = Finding(
    ODD_PATH, "minimal-side-effects", "core", "safety", Severity.ERROR,
    "“minimal side effects” plays down the risks of this treatment.", "An ad may not make a treatment look safer than it is.",
    "minimal side effects", Span(0, 20), 3, START + 1, 3, START + 21, None,
    SENTENCE, (START, START + 20),
    (Suggestion("Side effects can include nausea.", "known side effects"), Suggestion("Ask us about the risks.")),
    (LAW, BLOG), fingerprint="aaaa0000aaaa0000aaaa", written="minimal side effects", byte_columns=(START + 1, START + 21),
)  # fmt: skip
STRANGE = replace(
    PLAIN, rule="our-words", pack="ours", family="superlative", severity=Severity.WARNING, message=f"Odd: {ODD}", why=ODD,
    quote="治疗 😀", sentence=f"😀 {ODD}", in_sentence=(2 + ODD.index("治疗"), 6 + ODD.index("治疗")), line=7, column=5,
    end_line=8, end_column=2, key_path="faq[2].answer | <b>", suggestions=(Suggestion(ODD),), sources=(BLOG,),
    context=("draft", "testimonial"), fingerprint="bbbb0000bbbb0000bbbb", written="治疗\n😀", byte_columns=(9, 5),
)  # fmt: skip
TONE = replace(
    PLAIN, rule="our-tone", pack="ours", family="emotional-appeal", severity=Severity.SUGGESTION, message="Imagine that.",
    why="", quote="Imagine", sentence="Imagine waking up rested.", in_sentence=(0, 7), line=9, column=1, end_line=9, end_column=8,
    suggestions=(), sources=(), fingerprint="cccc0000cccc0000cccc", written="Imagine", byte_columns=None,
)  # fmt: skip
MISSING = replace(
    PLAIN, path="pages/second.md", rule="missing-risks", family="missing-risks", message="The page names no risks.", why="It must.",
    quote="Welcome", sentence="Welcome", in_sentence=(0, 7), line=1, column=3, end_line=1, end_column=10,
    suggestions=(Suggestion("Side effects can include nausea."),), sources=(LAW,), fingerprint="dddd0000dddd0000dddd",
    written="Welcome", byte_columns=(3, 10),
)  # fmt: skip
SAME = replace(MISSING, line=4, end_line=4)  # with the fingerprint of another
ABROAD = replace(TONE, path=ELSEWHERE, fingerprint="eeee0000eeee0000eeee", byte_columns=(1, 8))

LET_STAND = (
    Suppressed(replace(PLAIN, line=12, end_line=12, fingerprint="ffff0000ffff0000ffff"), "directive", f"reviewed: {ODD}", "2027-01-31", 11),
    Suppressed(replace(STRANGE, line=14, end_line=14, end_column=9, fingerprint="abab0000abab0000abab"), "baseline", ""),
)  # fmt: skip

CLEARED = Cleared(
    ODD_PATH,
    ("claim-1",),
    "A. Reviewer",
    "2026-01-01",
    None,
    "It may help.",
    Span(0, 12),
    20,
    1,
    20,
    13,
    ("our-words",),
)


def pack(id_: str) -> PackInfo:
    return PackInfo(id_, f"The pack {id_}", "1.2.0", (), "2026-11-01", (), f"{id_}.yaml")


def rich(root: Path) -> Report:
    """Findings of each severity on three pages, and one of everything else."""
    results = (
        Result(ODD_PATH, [PLAIN, STRANGE, TONE], set_aside=2, cleared=[CLEARED], suppressed=list(LET_STAND)),
        Result(CLEAN, []),
        Result("pages/second.md", [MISSING, SAME], [Problem(5, "a tag | is not closed")], [("our-words", "a pattern took longer than 1 s")]),
        Result("pages/recipe.md", [], health_copy=False),
        Result(ELSEWHERE, [ABROAD]),
    )  # fmt: skip
    return Report(
        "0.1.0", (pack("core"), pack("ours")), results, (Unread("tests/a.md", "tests"), Unread("b.pug", "format not read")),
        (Unread("broken <i>.docx", "not a Word file: “zip”"),), 3, RULES, Facts(sources={"law": LAW, "blog": BLOG}), root,
    )  # fmt: skip


def empty(root: Path) -> Report:
    """One page, and nothing said of it."""
    return Report("0.1.0", (), (Result("index.md", []),), (), (), root=root)


def made(path: str, words: str, root: Path, severity: Severity = Severity.WARNING) -> Report:
    """One finding that says these words everywhere."""
    told = Finding(
        path, "our-words", "ours", "superlative", severity, words, words, words, Span(0, 1), 1, 1, 1, 2, words, words,
        (0, len(words)), (Suggestion(words, words + "!"),), (replace(LAW, title=words, url=words),), (words,),
        fingerprint(words, path, words, 0), words, (1, 2),
    )  # fmt: skip
    return replace(rich(root), results=(Result(path, [told], suppressed=[Suppressed(told, "directive", words)]),))


COPY = """\
# Ketamine infusions in Maple Heights

Our treatment has minimal side effects and works for everyone. It is the gold standard for depression, and patients feel
better after one visit.

## What to expect

- You rest in a quiet room for an hour.
- Imagine waking up rested again.

| visit | what happens |
| --- | --- |
| first | We talk about your history, and about what you hope for. |
| second | The infusion itself, with a nurse beside you. |

Side effects can include nausea & dizziness. Ask us about <b>all</b> of them before you decide.
"""
"""A page of a clinic that there is not."""

_SAID = (
    ("Ketamine infusions", MISSING), ("minimal side effects", PLAIN), ("works for everyone", STRANGE),
    ("gold standard", STRANGE), ("patients feel\nbetter", PLAIN), ("Imagine", TONE), ("hope for", TONE),
)  # fmt: skip


def copy_findings(path: str) -> list[Finding]:
    """Findings on `COPY`, as if it were the page at a path."""
    out = []
    for words, like in _SAID:
        start = COPY.index(words)
        line = COPY.count("\n", 0, start) + 1
        quote = words.replace("\n", " ")
        out.append(
            replace(
                like, path=path, span=Span(start, start + len(words)), line=line, quote=quote, written=words, key_path=None,
                sentence=f"Here {quote} stands.", in_sentence=(5, 5 + len(quote)), message=f"“{quote}” promises too much.",
                why="Nobody can know it.", context=(),
            )
        )  # fmt: skip
    return out


def site(pages: int, root: Path) -> Report:
    """A site with so many pages like `COPY`, every third of them without findings."""
    document = read("page.md", COPY.encode())
    results = tuple(
        Result(path, copy_findings(path) if n % 3 else [], words=document.words)
        for n, path in enumerate(f"content/{n % 40:02d}/page-{n}.md" for n in range(pages))
    )
    return replace(rich(root), results=results, document=lambda path: document)
