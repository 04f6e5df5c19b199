"""Directives in comments: which findings they let stand, in which formats, and what is told of those that go wrong."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import HEADER, ROOT, Run, pack_text, rule_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.comments import Comment
from medlint.config import ConfigError, read_settings
from medlint.directives import Directive, Malformed, directives
from medlint.findings import Severity
from medlint.lint import Linter, Result
from medlint.packs.compiled import load_packs
from medlint.packs.loader import read_packs
from medlint.packs.model import Library
from medlint.packs.pages import page as page_of
from medlint.readers import ReadError, read

TODAY = date(2026, 11, 28)
DISCLOSURE = "    kind: disclosure\n    family: missing-risks\n    when: {all: [drone]}\n    require: [pilot]\n"
RULES = (
    rule_text()
    + rule_text('"zip"', "zip", "zip")
    + "    family: efficacy\n"
    + rule_text('"boom"', "boom", "boom")
    + "    locked: true\n"
    + rule_text('"x"', "A drone.", "missing-pilot").replace('    flag: "x"\n', DISCLOSURE)
)


@pytest.fixture(scope="module")
def small_packs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Rules zap (safety), boom (safety, locked) and zip (efficacy), and one about pages, with the shipped rules about directives."""
    folder = tmp_path_factory.mktemp("packs")
    (folder / "mine.yaml").write_text(pack_text(RULES), encoding="utf-8")
    text = (ROOT / "rules" / "core" / "suppressions.yaml").read_text("utf-8")
    head = HEADER.format(name="core") + "families: [suppression]\n"
    (folder / "core.yaml").write_text(text.replace("pack: core\n", head), encoding="utf-8")
    return [folder / "mine.yaml", folder / "core.yaml"]


@pytest.fixture(scope="module")
def small(small_packs: list[Path]) -> Library:
    return read_packs(small_packs)


@pytest.fixture(scope="module")
def check(small: Library) -> Check:
    return Check(small)


class Check:
    """Checks a text with the small library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.linter = Linter(library, today=TODAY)

    def __call__(self, path: str, text: str, linter: Linter | None = None) -> Result:
        return (linter or self.linter).check(read(path, text.encode()))

    def md(self, text: str, linter: Linter | None = None) -> Result:
        return self("page.md", text, linter)

    def with_(self, **options: object) -> Linter:
        return Linter(self.library, today=TODAY, **options)  # type: ignore[arg-type]


def rules(result: Result) -> list[str]:
    return [f.rule for f in result.findings]


class Format(NamedTuple):
    """How a format writes claims and comments. `#` in a claim is its number; `same` says whether both fit on one line."""

    path: str
    claim: str
    comment: str
    before: str = ""
    after: str = ""
    between: str = "\n"
    same: bool = True

    def page(self, parts: Sequence[str | tuple[str, str]]) -> str:
        """A page of claims (texts) and directives (texts that begin with medlint), pairs on one line."""
        return self.before + self.between.join(self._part(n, part) for n, part in enumerate(parts)) + self.after

    def _part(self, n: int, part: str | tuple[str, str]) -> str:
        if isinstance(part, tuple):
            return " ".join(self._part(n, one) for one in part)
        form = self.comment if part.startswith("medlint") else self.claim
        return form.replace("#n", str(n)).replace("@", part)


WXR = (
    '<?xml version="1.0"?>\n<rss xmlns:wp="http://wordpress.org/export/1.2/">\n<item><title>Visits</title>\n'
    "<wp:post_type>page</wp:post_type><content:encoded><![CDATA["
)
EML = "Subject: Our visits\nContent-Type: text/html; charset=utf-8\n\n"
P = "<p>@</p>"
HTML = "<!-- @ -->"
FORMATS = {
    "markdown": Format("a.md", "@", HTML, between="\n\n"),
    "markdown, inline": Format("a.md", "@", "<b></b> <!-- @ -->", between="\n\n"),
    "markdown link": Format("a.md", "@", "[//]: # (@)", between="\n\n", same=False),
    "markdown link, named": Format("a.md", "@", '[comment]: <> "@"', between="\n\n", same=False),
    "markdown link in a quote": Format("a.md", "> @", "> [//]: # (@)", between="\n>\n", same=False),
    "markdown quote": Format("a.md", "> @", "> <!-- @ -->", between="\n>\n"),
    "markdown list": Format("a.md", "- @", "  <!-- @ -->"),
    "markdown nested": Format("a.md", "> - @", ">   <!-- @ -->"),
    "markdown, Liquid": Format("a.md", "@", "{% comment %} @ {% endcomment %}", between="\n\n"),
    "html": Format("a.html", P, HTML, "<main>\n", "\n</main>"),
    "html, over lines": Format("a.html", P, "<!--\n  @\n-->", same=False),
    "xhtml": Format("a.xhtml", P, "<!-- @ -->", '<?xml version="1.0"?>\n<body>\n', "\n</body>"),
    "mdx": Format("a.mdx", "@", "{/* @ */}", between="\n\n"),
    "mdx, html": Format("a.mdx", "@", HTML, between="\n\n"),
    "mdx, link": Format("a.mdx", "@", "[//]: # (@)", between="\n\n", same=False),
    "astro": Format("a.astro", P, HTML, "---\nconst a = 1;\n---\n"),
    "astro, braces": Format("a.astro", P, "{/* @ */}"),
    "astro script": Format("a.astro", 'const text#n = "@";', "// @", "---\n", "\n---\n<p>Hello</p>\n"),
    "astro code": Format("a.astro", P, "{0 /* @ */}", "{items.map(() => (<>\n", "\n</>))}"),
    "vue": Format("a.vue", P, HTML, "<template>\n", "\n</template>\n"),
    "vue script": Format("a.vue", 'const text#n = "@";', "/* @ */", "<script>\n", "\n</script>\n"),
    "svelte": Format("a.svelte", P, HTML),
    "svelte script": Format("a.svelte", 'const text#n = "@";', "// @", '<script lang="ts">\n', "\n</script>\n"),
    "tsx": Format("a.tsx", P, "{/* @ */}", "export default () => <main>\n", "\n</main>;\n"),
    "jsx code": Format("a.jsx", 'const text#n = "@";', "// @"),
    "ts": Format("a.ts", 'const text#n: string = "@";', "/* @ */"),
    "js in an array": Format("a.js", '"@",', "// @", "export const points = [\n", "\n];\n"),
    "js, documented": Format("a.js", 'const text#n = "@";', "/**\n * @\n */", same=False),
    "yaml": Format("a.yaml", '- text: "@"', "# @"),
    "yaml, plain": Format("a.yml", "text#n: @", "# @"),
    "yaml documents": Format("a.yml", "text#n: @", "# @", "# First.\na: b\n---\n"),
    "yaml block": Format("a.yml", "text#n: |\n  @", "# @", same=False, before="first: >- # none\n  Hello you there now.\n"),
    "toml": Format("a.toml", 'text#n = "@"', "# @"),
    "jsonc": Format("a.json", '"@",', "// @", "[\n", "\n0]\n"),
    "jsonc block": Format("a.jsonc", '"@",', "/* @ */", "[\n", "\n0]\n"),
    "toml block": Format("a.toml", 'text#n = """\n@"""', "# @", same=False),
    "front matter": Format("a.md", "text#n: @", "# @", "---\n", "\n---\n\nHello.\n"),
    "front matter, toml": Format("a.md", 'text#n = "@"', "# @", "+++\n", "\n+++\n\nHello.\n"),
    "front matter of a template": Format("a.liquid", "text#n: @", "# @", "---\n", "\n---\n\nHello.\n"),
    "liquid": Format("a.liquid", P, "{% comment %} @ {% endcomment %}"),
    "liquid, short": Format("a.liquid", P, "{%- # @ -%}"),
    "liquid, html": Format("a.liquid", P, HTML),
    "jinja": Format("a.j2", P, "{# @ #}"),
    "twig": Format("a.twig", P, "{#- @ -#}"),
    "handlebars": Format("a.hbs", P, "{{!-- @ --}}"),
    "mustache": Format("a.mustache", P, "{{! @ }}"),
    "go": Format("a.gohtml", P, "{{/* @ */}}"),
    "go, trimmed": Format("a.tmpl", P, "{{- /* @ */ -}}"),
    "erb": Format("a.erb", P, "<%# @ %>"),
    "ejs": Format("a.ejs", P, "<%-- @ --%>"),
    "blade": Format("a.blade.php", P, "{{-- @ --}}"),
    "php": Format("a.php", P, "<?php // @ ?>"),
    "php, hash": Format("a.php", P, "<?php # @ ?>"),
    "php, block": Format("a.php", P, "<?php /* @ */ ?>"),
    "php, html": Format("a.php", P, HTML),
    "markdown template": Format("a.md.j2", "@", HTML, between="\n\n"),
    "rst": Format("a.rst", "@", ".. @", between="\n\n", same=False),
    "asciidoc": Format("a.adoc", "@", "// @", between="\n\n", same=False),
    "asciidoc block": Format("a.adoc", "@", "////\n@\n////", between="\n\n", same=False),
    "gettext": Format("a.po", 'msgid "text #n"\nmsgstr ""\n"@"', "# @", same=False),
    "vtt": Format("a.vtt", "00:0#n.000 --> 00:0#n.900\n@", "NOTE @", "WEBVTT\n\n", between="\n\n", same=False),
    "vtt, below": Format("a.vtt", "00:0#n.000 --> 00:0#n.900\n@", "NOTE\n@", "WEBVTT\n\n", between="\n\n", same=False),
    "wordpress": Format("a.xml", P, HTML, WXR, "]]></content:encoded></item></rss>"),
    "e-mail": Format("a.eml", P, HTML, EML),
}  # fmt: skip

ONE, TWO, THREE = "We zap you every day.", "They zap me every day.", "You zap us every day."
WHY = "-- said by the guideline, until=2027-01-31"


def stood(result: Result) -> list[str]:
    """Which claims were let stand."""
    return [s.finding.sentence for s in result.suppressed]


def claims(result: Result) -> list[str]:
    """Which claims are told."""
    return [f.sentence for f in result.findings]


@pytest.mark.parametrize("name", FORMATS)
def test_every_kind_of_directive_in_every_format(name: str, check: Check) -> None:
    form = FORMATS[name]
    cases = [
        ([ONE, f"medlint-disable-next-line zap {WHY}", TWO, THREE], [TWO]),
        ([ONE, f"medlint-disable zap {WHY}", TWO, THREE], [TWO, THREE]),
        ([ONE, f"medlint-disable safety {WHY}", TWO, "medlint-enable zap", THREE], [TWO]),
        ([ONE, f"medlint-disable-file zap {WHY}", TWO, THREE], [ONE, TWO, THREE]),
    ]
    if form.same:
        cases += [([ONE, (TWO, f"medlint-disable-line zap {WHY}"), THREE], [TWO])]
    for parts, expected in cases:
        for line_end in ("\n", "\r\n"):
            text = form.page(parts).replace("\n", line_end)
            result = check(form.path, text)
            assert not result.problems, (text, result.problems)
            assert stood(result) == expected, text
            assert claims(result) == [c for c in (ONE, TWO, THREE) if c not in expected], text
            for one in result.suppressed:
                assert (one.by, one.reason, one.until) == ("directive", "said by the guideline", "2027-01-31"), text


MISTAKES = {
    "unknown-rule": ("medlint-disable-next-line zapp -- why", "zapp", "“zapp” is no rule or family in use; did you mean “zap”?"),
    "without-reason": ("medlint-disable-next-line zap", "medlint-disable-next-line zap", "This directive gives no reason, so it lets nothing stand."),
    "malformed": ("medlint-disabel-next-line zap -- why", "medlint-disabel-next-line", "This directive lets nothing stand: There is no “medlint-disabel-next-line”; did you mean “medlint-disable-next-line”?"),
    "expired": ("medlint-disable-next-line zap -- why, until=2026-11-27", "until=2026-11-27", "This directive held until 2026-11-27 and lets nothing stand any more."),
    "unused": ("medlint-disable-next-line zip -- 😀 why", "medlint-disable-next-line zip -- 😀 why", "This directive lets nothing stand: nothing is found here by zip."),
    "locked": ("medlint-disable-next-line boom -- why", "boom", "“boom” is locked: no directive lets its findings stand."),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_every_mistake_is_told_at_its_place_in_every_format(name: str, check: Check) -> None:
    form = FORMATS[name]
    for about, (directive, quote, message) in MISTAKES.items():
        for line_end in ("\n", "\r\n"):
            text = form.page([ONE, directive, TWO]).replace("\n", line_end)
            document = read(form.path, text.encode())
            result = check.linter.check(document)
            told = [f for f in result.findings if f.family == "suppression"]
            assert [f.rule for f in told] == [f"suppression-{about}"], text
            (finding,) = told
            assert document.source[finding.span.start : finding.span.end] == finding.quote == quote, text
            assert finding.message == message
            start, end = finding.in_sentence
            assert finding.sentence[start:end] == quote
            lines = document.source.split(line_end) if form.path != "a.eml" else document.source.split("\n")
            line = lines[finding.line - 1]
            assert line[finding.column - 1 : finding.end_column - 1] == quote
            assert [s for s in claims(result) if s in (ONE, TWO)] == [ONE, TWO] and not result.suppressed, text


KEYS = {
    "next line": '{\n"a": "We zap you every day.",\n"medlint-disable-next-line": "zap -- why",\n"b": "They zap me every day.",\n"c": "You zap us every day."}',
    "line": '{"x": [\n{"a": "We zap you every day."},\n{"b": "They zap me every day.", "medlint-disable-line": "zap -- why"},\n{"c": "You zap us every day."}]}',
    "object": '{"x": [{"a": "We zap you every day."},\n{"medlint-disable": ["zap -- why"], "b": "They zap me every day."},\n{"c": "You zap us every day."}]}',
    "enabled": '{"a": "We zap you every day.", "medlint-disable": "zap -- why",\n"b": "They zap me every day.", "medlint-enable": "", "c": "You zap us every day."}',
    "stacked": '{"a": "We zap you every day.",\n"medlint-disable-next-line": [\n"zap -- why",\n"zip -- why"],\n"b": "They zap me every day.", "z": "They zip me every day.",\n"c": "You zap us every day."}',
}  # fmt: skip


@pytest.mark.parametrize("case", KEYS)
def test_keys_of_json(case: str, check: Check) -> None:
    result = check("a.json", KEYS[case])
    assert [s for s in stood(result) if "zap" in s] == [TWO] and claims(result) == [ONE, THREE]


DATA = {
    "json": ("a.json", '{"medlint": "disable zap -- why", "a": "We zap you every day."}'),
    "json list": ("a.json", '{"a": "We zap you every day.", "medlint": ["disable-file zap -- why"]}'),
    "json, a key": ("a.json", '{"a": {"b": "We zap you every day.", "medlint-disable-file": "zap -- why"}}'),
    "yaml": ("a.yaml", "medlint: disable zap -- why\na: We zap you every day.\n"),
    "yaml, quoted": ("a.yaml", '"medlint": "disable zap -- why"\na: We zap you every day.\n'),
    "yaml list": ("a.yaml", "a: We zap you every day.\nmedlint:\n  - disable zap -- why\n"),
    "yaml, a key": ("a.yaml", "a: We zap you every day.\nmedlint-disable-file: zap -- why\n"),
    "toml": ("a.toml", 'medlint = "disable zap -- why"\na = "We zap you every day."\n'),
    "toml list": ("a.toml", 'medlint = [\n  "disable zap -- why"\n]\na = "We zap you every day."\n'),
    "toml, a key": ("a.toml", 'a = "We zap you every day."\n[b]\nmedlint-disable-file = "zap -- why"\n'),
    "front matter": ("a.md", "---\nmedlint: disable zap -- why\n---\n\nWe zap you every day.\n"),
    "front matter list": ("a.mdx", "---\nmedlint: [disable zap -- why]\n---\n\nWe zap you every day.\n"),
    "front matter, toml": ("a.md", '+++\nmedlint = "disable zap -- why"\n+++\n\nWe zap you every day.\n'),
    "front matter, json": ("a.md", '{\n"medlint": "disable zap -- why"\n}\n\nWe zap you every day.\n'),
    "front matter, ---json": ("a.md", '---json\n{"medlint": "disable zap -- why"}\n---\n\nWe zap you every day.\n'),
    "front matter, a range": ("a.md", "---\nmedlint-disable: zap -- why\n---\n\nWe zap you every day.\n"),
    "front matter of a template": ("a.html", "---\nmedlint: disable zap -- why\n---\n<p>We zap you every day.</p>\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", DATA)
def test_keys_for_a_whole_file(case: str, check: Check) -> None:
    path, text = DATA[case]
    for line_end in ("\n", "\r\n"):
        result = check(path, text.replace("\n", line_end))
        assert (rules(result), stood(result)) == ([], [ONE])
        assert result.suppressed[0].reason == "why"


NO_COPY = [
    ("a.yaml", "medlint: disable zap -- we zap you every day\n"),
    ("a.json", '{"x": {"medlint-disable-line": "zap -- we zap you every day"}}'),
    ("a.toml", 'medlint = ["disable zap -- we zap you every day"]\n'),
    ("a.md", "---\nmedlint: disable zap -- we zap you every day\n---\n"),
]


@pytest.mark.parametrize(("path", "text"), NO_COPY)
def test_keys_for_medlint_are_no_copy(path: str, text: str) -> None:
    assert read(path, text.encode()).blocks == []


BAD_KEYS = {
    "yaml mapping": ("a.yaml", "medlint:\n  disable: zap\n", "medlint"),
    "yaml flag": ("a.md", "---\ntitle: x\nmedlint: off\n---\n", "medlint"),
    "yaml number in a list": ("a.yaml", "medlint: [disable zap -- why, 3]\n", "medlint"),
    "yaml word": ("a.yaml", "a: b\nmedlint: ignore zap -- why\n", "ignore"),
    "yaml empty": ("a.yaml", 'medlint: ""\n', "medlint"),
    "toml table": ("a.toml", "a = 1\n[medlint]\ndisable = 'zap'\n", "medlint"),
    "toml number": ("a.toml", 'a = 1\n"medlint" = 3\n', "medlint"),
    "json object": ("a.json", '{"a": 1, "medlint": {"disable": "zap"}}', "medlint"),
    "json number": ("a.json", '{"medlint-disable-line": 3, "a": 1}', "medlint-disable-line"),
    "json flag": ("a.json", '{"medlint-disable-line": true}', "medlint-disable-line"),
    "json list": ("a.json", '{"medlint-disable-line": ["zap -- why", {}], "b": 1}', "medlint-disable-line"),
    "json empty list": ("a.json", '{"medlint-disable-line": []}', "medlint-disable-line"),
    "json key": ("a.json", '{"a": {"medlint-disabel-line": "zap -- why"}}', "medlint-disabel-line"),
    "json no rule": ("a.json", '{"a": {"medlint-disable-line": ""}}', "medlint-disable-line"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_KEYS)
def test_keys_that_cannot_be_read_are_told(case: str, check: Check) -> None:
    path, text, quote = BAD_KEYS[case]
    result = check(path, text)
    assert [(f.rule, f.quote) for f in result.findings] == [("suppression-malformed", quote)]
    (finding,) = result.findings
    assert text[finding.span.start : finding.span.end] == quote


D = "medlint-disable-file zapp -- why"
NOT_READ = {
    "fenced code": ("a.md", f"```html\n<!-- {D} -->\n```\n"),
    "fenced code, link": ("a.md", f"```\n[//]: # ({D})\n```\n"),
    "fenced code, Liquid": ("a.md", f"```\n{{% comment %}}{D}{{% endcomment %}}\n```\n"),
    "indented code": ("a.md", f"Text.\n\n    <!-- {D} -->\n\n    [//]: # ({D})\n"),
    "inline code": ("a.md", f"Write `<!-- {D} -->` there.\n\n`x\n[//]: # ({D})\ny`\n"),
    "a link comment in a paragraph": ("a.md", f"Text goes on\n[//]: # ({D})\n"),
    "a link comment in HTML": ("a.md", f"<div>\n[//]: # ({D})\n</div>\n"),
    "code in a quote": ("a.md", f"> ```\n> <!-- {D} -->\n> ```\n"),
    "title": ("a.md", f'[a](/b "<!-- {D} -->")\n'),
    "pre": ("a.html", f"<pre><!-- {D} --></pre>"),
    "script": ("a.html", f"<script>// {D}\nlet a = '<!-- {D} -->';</script>"),
    "CDATA": ("a.html", f"<svg><![CDATA[<!-- {D} -->]]></svg>"),
    "attribute": ("a.html", f"<p title='<!-- {D} -->'>Hi</p>"),
    "conditional comment": ("a.html", f"<!--[if mso]>\n{D}\n<![endif]-->"),
    "commented out": ("a.html", f"<!--\n<p>Old</p>\n// {D}\n-->"),
    "not at its start": ("a.html", f"<!-- see the notes: {D} -->"),
    "js string": ("a.ts", f"const a = '// {D}', b = `/* {D} */`;"),
    "jsx text": ("a.tsx", f"const a = <p>// {D}</p>;"),
    "jsx attribute": ("a.tsx", f"const a = <p title='/* {D} */'>Hi</p>;"),
    "mdx code": ("a.mdx", f"```\n{{/* {D} */}}\n```\n\n`{{/* {D} */}}`\n"),
    "mdx string": ("a.mdx", f"<Card text='<!-- {D} -->' /> {{\"/* {D} */\"}}\n"),
    "astro string": ("a.astro", f"<p>{{'/* {D} */'}} // {D}</p>"),
    "vue attribute": ("a.vue", f"<template><p title='<!-- {D} -->'>Hi</p></template>"),
    "yaml scalar": ("a.yaml", f"a: '# {D}'\nb: x#{D}\nc: |\n  # {D}\nd: >-\n  text\n  # {D}\n"),
    "yaml, HTML in a value": ("a.yaml", f"body: 'Text <!-- {D} --> text and more text'\n"),
    "toml string": ("a.toml", f"a = '# {D}'\nb = '''\n# {D}\n'''\n"),
    "json string": ("a.json", f'{{"a": "// {D}", "b": "medlint-disable-line"}}'),
    "json, medlint below the top": ("a.json", f'{{"a": {{"medlint": "{D}"}}}}'),
    "yaml, medlint below the top": ("a.yaml", "a:\n  medlint:\n    x: 1\n"),
    "raw": ("a.liquid", f"{{% raw %}}{{# {D} #}}{{% endraw %}}"),
    "template string": ("a.liquid", f"{{{{ '{{# {D} #}}' }}}}"),
    "php string": ("a.php", f"<?php $a = '// {D}'; ?>"),
    "rst literal": ("a.rst", f"Write::\n\n    .. {D}\n\nText.\n"),
    "rst directive": ("a.rst", f".. code-block:: rst\n\n   .. {D}\n"),
    "asciidoc listing": ("a.adoc", f"----\n// {D}\n----\n"),
    "po string": ("a.po", f'#. {D}\n#: {D}\nmsgid "a"\nmsgstr "# {D}"\n'),
    "srt": ("a.srt", f"NOTE {D}\n\n1\n00:00:01,000 --> 00:00:02,000\nHello.\n"),
    "vtt cue": ("a.vtt", f"WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\nNOTE {D}\n"),
    "text": ("a.txt", f"<!-- {D} -->\n# {D}\n// {D}\n"),
    "front matter value": ("a.md", f"---\ntitle: '# {D}'\n---\n"),
    "prose about medlint": ("a.html", "<!-- medlint enables us to find claims --><!-- medlint: see our handbook -->"),
    "a file of medlint": ("a.yaml", "# medlint-pack.schema.json is in the editor\na: b\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", NOT_READ)
def test_what_is_no_comment_is_not_read(case: str, check: Check) -> None:
    path, text = NOT_READ[case]
    for line_end in ("\n", "\r\n"):
        result = check(path, text.replace("\n", line_end))
        assert [f.message for f in result.findings if f.family == "suppression"] == []


MALFORMED = {
    "medlint disable zap": "medlint disable",
    "medlint-disable-line": "medlint-disable-line",
    "medlint-disable-line -- why": "medlint-disable-line -- why",
    "medlint-disable -- why": "medlint-disable -- why",
    "medlint-disabled zap -- why": "medlint-disabled",
    "medlint-ignore-line zap -- why": "medlint-ignore-line",
    "medlint ignore": "medlint ignore",
    "Medlint-disable-line zap -- why": "Medlint-disable-line",
    "medlint_disable_line zap -- why": "medlint_disable_line",
    "medlint:disable zap -- why": "medlint:disable",
    "medlint-disable-line: zap -- why": "medlint-disable-line",
    "medlint-disable-line zap -- why, until=2027-02-30": "until=2027-02-30",
    "medlint-disable-line zap -- why, until=soon": "until=soon",
    "medlint-disable-line zap -- why, until=": "until=",
    "medlint-disable-line zap -- why, until: 2027-01-31": "until: 2027-01-31",
    "medlint-disable-line zap until = 2027-01-31 -- why": "until = 2027-01-31",
    "medlint-disable-line zap until=20270131 -- why": "until=20270131",
    "medlint-disable-line zap until=2027-01-31 -- why, until=2027-02-01": "until=2027-02-01",
}


@pytest.mark.parametrize("text", MALFORMED)
def test_malformed_directives(text: str, check: Check) -> None:
    for page in (f"We zap you. <!-- {text} -->", f"é\t😀 We zap you. <!--{text}-->"):
        result = check.md(page)
        told = [(f.rule, f.quote) for f in result.findings if f.rule != "zap"]
        assert told == [("suppression-malformed", MALFORMED[text])]
        assert "zap" in rules(result) and not result.suppressed


def parsed(text: str) -> list[Directive | Malformed]:
    return list(directives(Comment(0, len(text), ((text, 0, len(text)),))))


@pytest.mark.parametrize(
    ("text", "names", "reason", "until"),
    [
        ("a -- why", ["a"], "why", None),
        ("a,b  c, d -- why", ["a", "b", "c", "d"], "why", None),
        ("a -- why -- and more", ["a"], "why -- and more", None),
        ("a \u2014 why", ["a"], "why", None),
        ("a-b -- why--not", ["a-b"], "why--not", None),
        ("a -- cleared, until=2027-01-31", ["a"], "cleared", "2027-01-31"),
        ("a -- cleared (until=2027-01-31)", ["a"], "cleared", "2027-01-31"),
        ("a -- until=2027-01-31, cleared by Dana", ["a"], "cleared by Dana", "2027-01-31"),
        ("a -- cleared, until=2027-01-31, by Dana.", ["a"], "cleared, by Dana.", "2027-01-31"),
        ("a, until=2027-01-31 -- cleared", ["a"], "cleared", "2027-01-31"),
        ("a until=2027-01-31. -- cleared", ["a"], "cleared", "2027-01-31"),
        ("a -- we keep it until we know more", ["a"], "we keep it until we know more", None),
        ("a\n  -- over\n   two lines", ["a"], "over two lines", None),
        ("a", ["a"], "", None),
        ("a --", ["a"], "", None),
    ],
)
def test_what_a_directive_says(text: str, names: list[str], reason: str, until: str | None) -> None:
    whole = f" medlint-disable-line {text} "
    (one,) = parsed(whole)
    assert isinstance(one, Directive) and one.kind == "line"
    assert [name for name, _ in one.names] == names
    assert [whole[span.start : span.end] for _, span in one.names] == names
    assert (one.reason, str(one.until) if one.until else None) == (reason, until)
    assert whole[one.span.start : one.span.end] == whole.strip()


def test_a_comment_may_hold_several() -> None:
    text = "\n * medlint-disable-file a -- why\n *   and more\n * medlint-disable-file b -- other\n "
    assert [(d.names[0][0], d.reason) for d in parsed(text) if isinstance(d, Directive)] == [
        ("a", "why and more"),
        ("b", "other"),
    ]


def test_the_last_day_is_still_good(check: Check) -> None:
    page = "<!-- medlint-disable-next-line zap -- why, until=2026-11-28 -->\nWe zap you."
    assert rules(check.md(page)) == []
    late = Linter(check.library, today=date(2026, 11, 29))
    assert rules(check.md(page, late)) == ["suppression-expired", "zap"]


def test_reasons_can_be_waived(check: Check) -> None:
    page = "<!-- medlint-disable-next-line zap -->\nWe zap you."
    assert rules(check.md(page)) == ["suppression-without-reason", "zap"]
    assert rules(check.md(page, check.with_(require_reasons=False))) == []


def test_a_typo_keeps_the_other_names(check: Check) -> None:
    result = check.md("We zap and zip you. <!-- medlint-disable-line zapp, zip -- why -->")
    assert rules(result) == ["zap", "suppression-unknown-rule"]
    assert [s.finding.rule for s in result.suppressed] == ["zip"]


def test_next_line_passes_over_blank_lines_and_other_directives(check: Check) -> None:
    page = (
        "> <!-- medlint-disable-next-line zap -- why -->\n>\n>   <!-- medlint-disable-next-line zip -- why -->\n\n\n"
        "> We zap and zip you.\n> They zap.\n"
    )
    result = check.md(page)
    assert [s.finding.line for s in result.suppressed] == [6, 6]
    assert [(f.rule, f.line) for f in result.findings] == [("zap", 7)]


def test_next_line_is_not_what_follows_on_the_same_line(check: Check) -> None:
    result = check("a.html", "<p><!-- medlint-disable-next-line zap -- why --> zap\n<p>zap")
    assert [f.line for f in result.findings] == [1]


def test_disable_line_takes_what_reaches_into_the_line(check: Check, small: Library) -> None:
    library = read_packs_with(small, '"zap ... you"')
    page = "We zap and then\nyou <!-- medlint-disable-line zap -- why --> see."
    assert rules(Linter(library, today=TODAY).check(read("a.md", page.encode()))) == []
    page = "We zap and then\nyou see.\n<!-- medlint-disable-line zap -- why -->"
    assert "zap" in rules(Linter(library, today=TODAY).check(read("a.md", page.encode())))


def read_packs_with(small: Library, flag: str) -> Library:
    """The small library with another pattern for zap."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.yaml"
        path.write_text(pack_text(rule_text(flag, "We zap and then you.")), encoding="utf-8")
        return read_packs([path])


def test_ranges_end_where_their_rule_is_enabled(check: Check) -> None:
    lines = [
        "We zap and zip.", "<!-- medlint-disable zap, efficacy -- why -->", "We zap and zip.", "<!-- medlint-enable zip -->",
        "We zap and zip.", "<!-- medlint-enable -->", "We zap and zip.", "<!-- medlint-enable zap -->",
    ]  # fmt: skip
    result = check.md("\n\n".join(lines))
    assert [(s.finding.rule, s.finding.line) for s in result.suppressed] == [("zap", 5), ("zip", 5), ("zap", 9)]
    assert [(f.rule, f.line) for f in result.findings] == [
        ("zap", 1), ("zip", 1), ("zip", 9), ("zap", 13), ("zip", 13), ("suppression-unused", 15)
    ]  # fmt: skip


def test_the_narrowest_is_used(check: Check) -> None:
    page = (
        "<!-- medlint-disable-file zap -- file -->\n\n<!-- medlint-disable zap -- outer -->\n\n"
        "<!-- medlint-disable zap -- inner -->\n\nWe zap. <!-- medlint-disable-line zap -- line -->\n"
    )
    result = check.md(page)
    assert [s.reason for s in result.suppressed] == ["line"]
    assert [f.quote for f in result.findings] == [
        f"medlint-disable{x}" for x in ("-file zap -- file", " zap -- outer", " zap -- inner")
    ]
    assert [s.reason for s in check.md(page.replace("We zap.", "") + "\nWe zap.").suppressed] == ["inner"]


def test_the_line_of_the_directive_is_told(check: Check) -> None:
    (one,) = check.md("Hello.\n\n<!-- medlint-disable-next-line zap -- why -->\nWe zap.").suppressed
    assert (one.line, one.finding.line, one.until) == (3, 4, None)


def test_what_did_not_run_is_not_judged(check: Check) -> None:
    page = "<!-- medlint-disable-next-line zap, zip -- why -->\nHello."
    assert rules(check.md(page)) == ["suppression-unused"]
    without = check.with_(wanted=lambda rule: rule.header.id != "zip")
    assert rules(check.md(page, without)) == []
    assert rules(check.md(page.replace("zap, zip", "zap"), without)) == ["suppression-unused"]
    assert rules(check.md(page.replace("zap", "zapp"), check.with_(known=["zapp"]))) == []


def test_ignored_rules_about_directives_are_not_told(check: Check) -> None:
    page = "<!-- medlint-disable-next-line zap -- why -->\nHello."
    assert rules(check.md(page, check.with_(wanted=lambda rule: rule.header.family != "suppression"))) == []


def test_locked_rules(check: Check) -> None:
    result = check.md("Boom and zap. <!-- medlint-disable-line boom, zap -- why -->")
    assert rules(result) == ["boom", "suppression-locked"]
    result = check.md("Boom and zap. <!-- medlint-disable-line safety -- why -->")
    assert rules(result) == ["boom"]
    for name in ("zap", "mine"):
        held = check.md("We zap. <!-- medlint-disable-line zap -- why -->", check.with_(locked=[name]))
        assert rules(held) == ["zap", "suppression-locked"]
    everything = check.with_(locked=["safety"])
    assert rules(check.md("We zap. <!-- medlint-disable-line safety -- why -->", everything)) == [
        "zap",
        "suppression-locked",
    ]
    assert rules(check.md("We zap. <!-- medlint-disable-line zap -- why -->", everything)) == [
        "zap",
        "suppression-locked",
    ]


def test_findings_about_directives_stay(check: Check) -> None:
    page = "<!-- medlint-disable-file suppression, suppression-unknown-rule -- why -->\n\n<!-- medlint-disable-line no -- why -->"
    assert rules(check.md(page)) == ["suppression-locked", "suppression-locked", "suppression-unknown-rule"]


def test_a_page_that_is_no_health_copy(check: Check) -> None:
    recipe = "We walk on along the river, past the old mill and its garden. " * 40
    told = check.md(
        recipe + "\n\n<!-- medlint-disable zap -- why -->\n\n<!-- medlint-disable zapp -- why -->\n\n"
        "<!-- medlint-disabel zap -- why -->\n"
    )
    assert not told.health_copy
    assert rules(told) == ["suppression-unknown-rule", "suppression-malformed"]


def test_places_hold_behind_a_mark_and_in_long_lines(check: Check) -> None:
    long = "Our patients see a doctor at the clinic. " * 1_500
    document = read(
        "a.md", b"\xef\xbb\xbf" + f"é\t{long}😀 zap <!-- medlint-disable-line zapp, zap -- why -->".encode()
    )
    (finding,) = check.linter.check(document).findings
    line = document.source
    assert line[finding.column - 1 : finding.end_column - 1] == "zapp" == finding.quote
    assert len(check.linter.check(document).suppressed) == 1


def test_fingerprints_stay_and_differ(check: Check) -> None:
    page = "We zap.\n\n<!-- medlint-disable-line no -- why -->\n\n<!-- medlint-disable-line no -- why -->\n"
    names = [f.fingerprint for f in check.md(page).findings]
    assert len(set(names)) == 3
    assert [f.fingerprint for f in check.md("Hello.\n\n" + page).findings] == names
    plain = check.md("We zap. We zap.").findings[1].fingerprint
    let = check.md("We zap. <!-- medlint-disable-line zip -- why --> We zap.").findings
    assert plain in [f.fingerprint for f in let]


def test_page_level_findings_are_let_stand(check: Check) -> None:
    page = "Hello.\n\nA drone flies.\n\nBye.\n"
    (finding,) = check.md(page).findings
    assert (finding.rule, finding.line) == ("missing-pilot", 3)
    for directive in ("-file missing-pilot", "-next-line missing-risks", " missing-pilot"):
        done = check.md(page.replace("A drone", f"<!-- medlint-disable{directive} -- in the footer -->\nA drone"))
        assert done.findings == [] and [s.finding.fingerprint for s in done.suppressed] == [finding.fingerprint]
    elsewhere = check.md(page + "\n<!-- medlint-disable missing-pilot -- in the footer -->\n")
    assert rules(elsewhere) == ["missing-pilot", "suppression-unused"]


TEXTS = st.lists(
    st.sampled_from(
        [
            "We zap you.", "We zip you.", "Boom!", "> We zap.", "- zip", "```\nzap\n```", "<div>zap</div>", "    zap", "| zap | zip |",
            "<!-- no -->", "[//]: # (no)", "<!-- medlint-disable zip -- why -->", "{% comment %} zap {% endcomment %}", "<pre>", "<!-- zap",
            "`zap", "---", "zap <b>zip</b>",
        ]
    ),
    max_size=8,
)  # fmt: skip
DIRECTIVES = st.sampled_from(["-next-line", "-line", "", "-file", "-next", "d", "_line"])
REST = st.sampled_from(
    ["zap -- why", "zap", "zap,zap -- why until=2020-01-01", "zap until=x", "", " -- ", "zap zapp -- why", "-- zap"]
)
SHAPES = st.sampled_from(
    [
        "<!-- {} -->",
        "<!--{}-->",
        "[//]: # ({})",
        "> <!-- {} -->",
        "{{% comment %}}{}{{% endcomment %}}",
        "<!--\n{}\n-->",
    ]
)


@cache
def others(linter: Linter, text: str) -> list[tuple[str, int, int]]:
    result = linter.check(read("a.md", text.encode()))
    found = [*result.findings, *(s.finding for s in result.suppressed)]
    return sorted((f.rule, *f.span) for f in found if f.rule in ("zip", "boom"))


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(TEXTS, st.integers(0, 8), DIRECTIVES, REST, SHAPES, st.sampled_from(["\n\n", "\r\n\r\n", "\n"]))
def test_a_directive_changes_nothing_for_other_rules(
    check: Check, parts: list[str], at: int, kind: str, rest: str, shape: str, between: str
) -> None:
    directive = f"medlint-disable{kind} {rest}"
    with_it = [*parts[:at], shape.format(directive), *parts[at:]]
    without = [*parts[:at], shape.format("x" * len(directive)), *parts[at:]]
    before, after = between.join(without), between.join(with_it)
    assert others(check.linter, before) == others(check.linter, after)
    document = read("a.md", after.encode())
    for finding in check.linter.check(document).findings:
        if finding.family == "suppression":
            assert " ".join(document.source[finding.span.start : finding.span.end].split()) == finding.quote
            assert document.place(finding.span.start) == (finding.line, finding.column)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(sorted(FORMATS)), st.sampled_from(list(MISTAKES.values())), st.integers(0, 400), st.integers(0, 12)
)
def test_broken_files_do_no_harm(check: Check, name: str, mistake: tuple[str, str, str], at: int, length: int) -> None:
    form = FORMATS[name]
    text = form.page([ONE, mistake[0], f"medlint-disable zap {WHY}", TWO])
    cut = text[: at % len(text)] + text[at % len(text) + length :]
    try:
        document = read(form.path, cut.encode())
    except ReadError:
        return
    result = check.linter.check(document)
    for finding in result.findings:
        assert finding.family != "suppression" or finding.quote.split() == document.source[slice(*finding.span)].split()


def test_locked_rules_are_kept_and_shown(small: Library, small_packs: list[Path], tmp_path: Path) -> None:
    again = load_packs(small_packs, tmp_path)
    assert again == small and again.rules["boom"].header.locked and not again.rules["zap"].header.locked
    assert "*warning, locked.*" in page_of(small, small.packs[0])


def test_severity_goes_for_directives_too(check: Check) -> None:
    page = "<!-- medlint-disable-line zapp -- why -->"
    for name in ("suppression-unknown-rule", "suppression", "core"):
        (finding,) = check.md(page, check.with_(severity={name: Severity.SUGGESTION})).findings
        assert finding.severity is Severity.SUGGESTION


def test_settings(tmp_path: Path) -> None:
    file = tmp_path / ".medlint.yaml"
    file.write_text("require-reasons: false\nlocked: [safety, missing-risks]\n")
    found = read_settings(tmp_path)
    assert (found.require_reasons, found.locked) == (False, ("safety", "missing-risks"))
    (tmp_path / "house.yaml").write_text("locked: [dosing]\n")
    file.write_text("extends: house.yaml\nlocked: safety\n")
    assert read_settings(tmp_path).locked == ("dosing", "safety")
    file.write_text("require-reasons: maybe\n")
    with pytest.raises(ConfigError, match="require-reasons should be yes or no"):
        read_settings(tmp_path)


def test_the_command_line(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "Ketamine infusions: the gold standard for depression. "
        "<!-- medlint-disable-line gold-standard -- quoted from the guideline, until=2027-01-31 -->\n"
    )
    done = medlint("a.md", "--select", "gold-standard", "--select", "suppression")
    assert (done.returncode, done.stdout) == (0, "Nothing risky found in 1 file checked (1 suppressed).\n")
    found = json.loads(medlint("a.md", "--select", "gold-standard", "--format", "json").stdout)
    (one,) = found["suppressed"]
    assert one["quote"] == "gold standard" and found["findings"] == []
    assert one["suppression"] == {
        "by": "directive",
        "reason": "quoted from the guideline",
        "until": "2027-01-31",
        "line": 1,
    }
    (tmp_path / ".medlint.yaml").write_text("locked: [gold-standard]\nselect: [gold-standard, suppression]\n")
    done = medlint("a.md")
    assert done.returncode == 1 and "“gold-standard” is locked" in done.stdout and "2 errors in 1 file" in done.stdout


def test_a_locked_name_that_is_none_is_told(medlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Hello.\n")
    (tmp_path / ".medlint.yaml").write_text("locked: [gold-standrad]\n")
    done = medlint("a.md")
    assert done.returncode == 2 and "there is no rule, family or pack “gold-standrad”; did you mean" in done.stderr
