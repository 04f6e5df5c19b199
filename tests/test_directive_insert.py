"""Directives that are put into pages."""

from __future__ import annotations

import pytest

from medlint.directive_insert import directed
from medlint.directives import Directive, directives
from medlint.document import Document, Span
from medlint.findings import Finding, Severity, places
from medlint.readers import read

WORDS = "gold standard"


def finding(document: Document, at: int, rule: str = "gold-standard", family: str = "superlative") -> Finding:
    """A finding on the words at an offset."""
    span = Span(at, at + len(WORDS))
    return Finding(
        document.path, rule, "core", family, Severity.ERROR, "", "", WORDS, span, *places(document, span), None, "",
        (0, 0), (), (),
    )  # fmt: skip


def written(path: str, source: str, reason: str = "R", rule: str = "gold-standard", family: str = "superlative") -> str:
    """The source with the directive for the finding at the mark `^`, whose reason is R; “none” where there is no way."""
    at = source.index("^")
    document = read(path, source.replace("^", "").encode())
    one = directed(document, finding(document, at, rule, family), reason)
    if one is None:
        return "none"
    assert one.text[one.reason :].startswith(reason)
    return document.source[: one.at] + one.text + document.source[one.at :]


NEXT, LINE, FILE = (f"medlint-disable-{kind} gold-standard -- R" for kind in ("next-line", "line", "file"))

BESIDE = [
    ("a.md", "# A\n\nThe ^gold standard.\n", f"# A\n\n<!-- {NEXT} -->\nThe gold standard.\n"),
    ("a.md", "It is\nthe ^gold standard.\n", f"It is\nthe gold standard. <!-- {LINE} -->\n"),
    ("a.md", "It is\r\nthe ^gold standard.\r\n", f"It is\r\nthe gold standard. <!-- {LINE} -->\r\n"),
    ("a.md", "1. one\n2. ^gold standard\n", f"1. one\n2. gold standard <!-- {LINE} -->\n"),
    ("a.md", "| a | b |\n|---|---|\n| ^gold standard | c |\n", f"| a | b |\n|---|---|\n| gold standard <!-- {LINE} -->  | c |\n"),
    ("a.md", "---\ntitle: ^gold standard\n---\nText.\n", f"---\n# {NEXT}\ntitle: gold standard\n---\nText.\n"),
    ("a.html", "<p>\n  The ^gold standard</p>\n", f"<p>\n  <!-- {NEXT} -->\n  The gold standard</p>\n"),
    ("a.html", '<img src="x"\n alt="^gold standard">\n', f'<img src="x"\n alt="gold standard"> <!-- {LINE} -->\n'),
    ("a.mdx", "import A from 'a'\n\n<A>^gold standard</A>\n", f"import A from 'a'\n\n{{/* {NEXT} */}}\n<A>gold standard</A>\n"),
    ("a.tsx", "const a = (\n  <p>\n    ^gold standard\n  </p>\n);\n", f"const a = (\n  <p>\n    {{/* {NEXT} */}}\n    gold standard\n  </p>\n);\n"),
    ("a.tsx", "const a = '^gold standard here';\n", f"// {NEXT}\nconst a = 'gold standard here';\n"),
    ("a.vue", "<template>\n  <p>^gold standard</p>\n</template>\n", f"<template>\n  <!-- {NEXT} -->\n  <p>gold standard</p>\n</template>\n"),
    ("a.json", '{\n  "lead": "^gold standard"\n}\n', '{\n  "medlint-disable-next-line": "gold-standard -- R",\n  "lead": "gold standard"\n}\n'),
    ("a.json", '["a",\n "^gold standard"]\n', "none"),
    ("a.jsonc", '// c\n["a",\n "^gold standard"]\n', f'// c\n["a",\n // {NEXT}\n "gold standard"]\n'),
    ("a.yaml", "a:\n  lead: ^gold standard\n", f"a:\n  # {NEXT}\n  lead: gold standard\n"),
    ("a.toml", 'lead = "^gold standard"\n', f'# {NEXT}\nlead = "gold standard"\n'),
    ("a.liquid", "<p>{{ a }} ^gold standard</p>\n", f"{{% comment %}} {NEXT} {{% endcomment %}}\n<p>{{{{ a }}}} gold standard</p>\n"),
    ("a.njk", "<p>{{ a }} ^gold standard</p>\n", f"{{# {NEXT} #}}\n<p>{{{{ a }}}} gold standard</p>\n"),
    ("a.hbs", "<p>{{ a }} ^gold standard</p>\n", f"{{{{!-- {NEXT} --}}}}\n<p>{{{{ a }}}} gold standard</p>\n"),
    ("a.erb", "<p><%= a %> ^gold standard</p>\n", f"<%# {NEXT} %>\n<p><%= a %> gold standard</p>\n"),
    ("a.php", "<?php f(); ?>\n<p>^gold standard</p>\n", f"<?php f(); ?>\n<?php /* {NEXT} */ ?>\n<p>gold standard</p>\n"),
    ("a.rst", "Title\n=====\n\nThe ^gold standard.\n", f"Title\n=====\n\n.. {NEXT}\n\nThe gold standard.\n"),
    ("a.adoc", "= Title\n\nThe ^gold standard.\n", f"= Title\n\n// {NEXT}\nThe gold standard.\n"),
    ("a.po", 'msgid "x"\nmsgstr "^gold standard"\n', f'# {NEXT}\nmsgid "x"\nmsgstr "gold standard"\n'),
    ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n^gold standard\n", f"WEBVTT\n\nNOTE {NEXT}\n\n00:01.000 --> 00:02.000\ngold standard\n"),
    ("a.txt", "The ^gold standard.\n", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "source", "becomes"), BESIDE)
def test_a_directive_stands_beside_its_finding(path: str, source: str, becomes: str) -> None:
    assert written(path, source) == becomes


WHOLE = [
    ("a.md", "---\ntitle: x\n---\nThe ^gold standard.\n", f"---\ntitle: x\n---\n<!-- {FILE} -->\nThe gold standard.\n"),
    ("a.md", "The ^gold standard.\n", f"<!-- {FILE} -->\nThe gold standard.\n"),
    ("a.html", "<!doctype html>\n<p>^gold standard</p>\n", f"<!doctype html>\n<!-- {FILE} -->\n<p>gold standard</p>\n"),
    ("a.xhtml", '<?xml version="1.0"?>\n<p>^gold standard</p>\n', f'<?xml version="1.0"?>\n<!-- {FILE} -->\n<p>gold standard</p>\n'),
    ("a.json", '{\n  "lead": "^gold standard"\n}\n', '{\n  "medlint-disable-file": "gold-standard -- R",\n  "lead": "gold standard"\n}\n'),
    ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n^gold standard\n", f"WEBVTT\n\nNOTE {FILE}\n\n\n00:01.000 --> 00:02.000\ngold standard\n"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "source", "becomes"), WHOLE)
def test_what_a_page_lacks_is_let_stand_for_the_whole_file(path: str, source: str, becomes: str) -> None:
    assert written(path, source, family="missing-risks") == becomes


def test_without_a_reason_its_place_is_left_empty() -> None:
    document = read("a.md", b"The gold standard.\n")
    one = directed(document, finding(document, 4))
    assert one and one.text == "<!-- medlint-disable-next-line gold-standard --  -->\n"
    assert one.text[: one.reason].endswith(" -- ")
    (comment,) = read("a.md", (one.text + document.source).encode()).comments
    (directive,) = directives(comment)
    assert isinstance(directive, Directive) and directive.reason == ""


@pytest.mark.parametrize(
    ("path", "reason", "becomes"),
    [
        ("a.md", "cleared by “legal” & co", "<!-- medlint-disable-next-line gold-standard -- cleared by “legal” & co -->\ngold standard\n"),
        ("a.md", "ends --> here", "none"),
        ("a.md", "two\nlines", "none"),
    ],
)  # fmt: skip
def test_a_reason_is_taken_only_if_it_reads_back(path: str, reason: str, becomes: str) -> None:
    assert written(path, "^gold standard\n", reason) == becomes


def test_a_reason_is_escaped_in_json() -> None:
    document = read("a.json", b'{\n  "lead": "gold standard"\n}\n')
    one = directed(document, finding(document, 13), 'the board says "yes"')
    assert one and one.text == '  "medlint-disable-next-line": "gold-standard -- the board says \\"yes\\"",\n'
    assert one.text[one.reason :].startswith("the board")
