"""Templates: tags are wildcards or nothing, and the HTML round them stays whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.document import WILDCARD, Document
from medlint.readers import read

W = WILDCARD


def rows(document: Document) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.key_path, b.visible) for b in document.blocks]


def p(text: str) -> tuple[str, None, str]:
    return ("paragraph", None, text)


CASES = [
    ("a.liquid", "---\nlayout: base\ntitle: Hello\n---\n<p>We treat{% if y %}ed{% endif %} {{ x }}</p>", [("title", "title", "Hello"), p(f"We treated {W}")], ["base"]),
    ("a.liquid", "{% include card.html title='Four words are here' %}{% comment %}no {{ x }}{% endcomment %}<p class=\"{% if x > 1 %}a{% endif %}\">Yes</p>",
     [("value", "title", "Four words are here"), p("Yes")], ["card.html"]),
    ("a.liquid", "<p>{{ 'Book your visit' | t }} {{ 'a.b' | t }}</p>{% schema %}{\"a\": \"no no no no\"}{% endschema %}{%- # no -%}{% raw %}<b>yes</b>{% endraw %}",
     [p(f"Book your visit {W}"), p("yes")], []),
    ("a.hbs", "{{!-- no {{x}} --}}{{#if a}}<p>One{{else}}<p>Two{{/if}} {{{raw}}} {{> card}} {{! no }}word</p>{{#each x}}<li>{{this.name}} is safe</li>{{/each}}",
     [p("One"), p(f"Two {W} word"), ("list-item", None, f"{W} is safe")], ["card"]),
    ("a.mustache", "<p>{{#a}}Yes{{/a}}{{^a}} no{{/a}} {{&b}}</p>", [p(f"Yes no {W}")], []),
    ("a.html", "{{/* no {{ partial \"no\" }} */}}{{ define \"main\" }}{{- partial \"head.html\" . -}}<h1>{{ .Title }} care</h1>{{ range .X }}<p>{{ .Y | safeHTML }} words</p>{{ end }}{{ template \"a/b.html\" . }}",
     [("heading", None, f"{W} care"), p(f"{W} words")], ["head.html", "a/b.html"]),
    ("a.ejs", "<%- include('partials/head') %><% if (a > b) { %><p>Yes<% } else { %>No<% } %></p><%# no %><%= y %> text <%-- no --%>",
     [p("Yes No"), p(f"{W} text")], ["partials/head"]),
    ("a.html.erb", "<%- if x -%><p>It <%= t('x') %> works</p><%- end -%><%= render 'shared/foot' %><%= render partial: \"a/b\", locals: {} %><%= link_to 'Book an appointment right now', p %>",
     [p(f"It {W} works"), ("value", None, "Book an appointment right now")], ["shared/foot", "a/b"]),
    ("a.njk", "{% extends \"base.njk\" %}{% block title %}A title{% endblock %}{% set faq = [{'q': 'Does it hurt?', a: \"No, it's fine\"}] %}{# no\n no #}<p>Hi {{ a.b|safe }}!</p>",
     [p("A title"), ("value", "q", "Does it hurt?"), ("value", "a", "No, it's fine"), p(f"Hi {W}!")], ["base.njk"]),
    ("a.twig", "{{ include('x.twig') }}{% embed 'y.twig' %}{% endembed %}{{ \"Some words are\"|trans }}<div {% if a %}title=\"Yes ok\"{% endif %}>x</div>",
     [p("Some words are"), ("alt", None, "Yes ok"), p("x")], ["x.twig", "y.twig"]),
    ("a.jinja2", "<p>{% trans %}Book now{% endtrans %} {{ _('Pay later now') }}</p>{% from 'm.html' import x %}", [p("Book now Pay later now")], ["m.html"]),
    ("a.blade.php", "@extends('layouts.app')\n@section('title', 'Our clinic is good here')\n{{-- no {{ x }} --}}@if ($a > f(')'))\n<p>Yes {!! $x !!} {{ $y }}</p>@endif @include('foot')",
     [("value", None, "Our clinic is good here"), p(f"Yes {W} {W}")], ["layouts.app", "foot"]),
    ("a.md.j2", "# Hi {{ x }}\n\n**gold** {% if a %}st{% endif %}andard\n", [("heading", None, f"Hi {W}"), p("gold standard")], []),
    ("a.txt.jinja", "Dear {{ name }},\n\nSome words\n", [p(f"Dear {W},"), p("Some words")], []),
    ("nginx.conf.j2", "server four words are here", [], []),
    ("a.html", "<style>@media print{#a{b:c}}</style><script>if(a){{b}}</script><p>{{ x }} yes</p>{# no #}", [p(f"{W} yes")], []),
    ("a.html", "<p>{{ open</p><p>ok {% open</p><p>{# open</p>", [p("{{ open"), p("ok {% open"), p("{# open")], []),
    ("a.html", "---\ntitle: Hello\ndraft: true\n---\n<p>Body", [("title", "title", "Hello"), p("Body")], []),
    ("a.html", "<script type='application/ld+json'>{\"description\": \"Care for {{ x }} now\"}</script>", [("json-ld", "description", f"Care for {W} now")], []),
]  # fmt: skip
PHP = [
    ("<?php get_header(); /* no no no no */ require_once __DIR__ . '/inc/x.php'; ?><h1><?php the_title(); ?> care</h1>", [("heading", None, f"{W} care")], ["header.php", "inc/x.php"]),
    ("<?php $faq = ['q' => 'Does it hurt?', \"a\" => \"No, $name, it's a \\\"walk\\\"\"];", [("value", "q", "Does it hurt?"), ("value", "a", f"No, {W}, it's a \"walk\"")], []),
    ("<p><?php _e('Book now', 'no'); ?> <?= $x ?> or <?php echo esc_html__('later', 'no') . $y['no no']; ?></p>", [p(f"Book now {W} or later{W}")], []),
    ("<?php if ($x): ?><p>Yes<?php else: ?>No<?php endif; ?></p>", [p("Yes No")], []),
    ("<?php echo '<p class=\"x y\">It\\'s <b>safe</b></p>'; $db->query(\"SELECT a FROM b WHERE c d\"); // no no no no\n", [p("It's safe")], []),
    ("<?php echo <<<HTML\n<p>Here $x it is</p>\nHTML;\nget_template_part('parts/x');", [p(f"Here {W} it is")], ["parts/x"]),
    ("<?php add_action('no no no no', function () { echo 'Hello there'; });", [p("Hello there")], []),
    ("<?php function f() { return 'These are four words'; } # no no no no ?>After", [("value", None, "These are four words"), p("After")], []),
    ("<?php echo $a ? 'Open' : 'Closed'; ?>", [p(f"{W} Open Closed")], []),
    ("<?php echo 'It is open", [], []),
    ("<?php echo <<<A\nno", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("path", "source", "expected", "imports"), CASES)
def test_templates(path: str, source: str, expected: list[tuple[str, str | None, str]], imports: list[str]) -> None:
    document = read(path, source.encode())
    assert rows(document) == expected
    assert document.imports == imports


@pytest.mark.parametrize(("source", "expected", "imports"), PHP)
def test_php(source: str, expected: list[tuple[str, str | None, str]], imports: list[str]) -> None:
    document = read("a.php", source.encode())
    assert rows(document) == expected
    assert document.imports == imports


def test_labels_come_from_front_matter() -> None:
    assert read("a.njk", b"---\npublished: false\nrobots: noindex\n---\n<p>x").labels == ["draft", "noindex"]


@pytest.mark.parametrize(
    ("path", "source", "phrase", "written"),
    [
        ("a.html", "😀{% if x %}<p>It&rsquo;s <b>gold</b>{% if y %} standard", "gold standard", "gold</b>{% if y %} standard"),
        ("a.html", "<p>{{ a }} gold {{ b }} standard", f"gold {W} standard", "gold {{ b }} standard"),
        ("a.njk", "---\r\ntext: 'a **gold** one'\r\n---\r\n", "gold one", "gold** one"),
        ("a.njk", "{% set x = 'Some \\'gold\\' words are here' %}", "'gold' words", "\\'gold\\' words"),
        ("a.php", "é<?php echo \"It is \\\"gold\\\" $x standard\"; ?>", f'"gold" {W} standard', '\\"gold\\" $x standard'),
        ("a.php", "<p>gold <?php echo $x; ?> standard", f"gold {W} standard", "gold <?php echo $x; ?> standard"),
    ],
)  # fmt: skip
def test_positions(path: str, source: str, phrase: str, written: str) -> None:
    document = read(path, source.encode())
    (block,) = [b for b in document.blocks if phrase in b.visible]
    at = block.visible.index(phrase)
    span = block.source_span(at, at + len(phrase))
    assert document.source[span.start : span.end] == written


PIECES = [
    "word", "<b>word</b>", "{{ x }}", "{% if a %}", "{% else %}", "{% endif %}", "{# no #}", "<%= x %>", "<% x %>", "<?php echo $x ?>", "<?php echo 'word'; ?>",
    "{{ 'two word' | t }}", "{{> a}}", "&amp;", "é😀", "</p><p>", "{{", "}}", "{%", "<%", "{{!-- no --}}", "\r\n", " ", "<i title='word {{ x }}'>", "{% raw %}", "{% endraw %}",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["a.njk", "a.php", "a.hbs", "a.erb"]))
def test_words_map_to_themselves(parts: list[str], path: str) -> None:
    document = read(path, "".join(parts).encode())
    for block in document.blocks:
        last = 0
        for i, char in enumerate(block.visible):
            span = block.source_span(i, i + 1)
            assert span.end > span.start >= last
            last = span.start
            if char.isalpha():
                assert document.source[span.start : span.end] == char
            elif char == WILDCARD:
                assert re.match(r"\{\{|<%|<\?|\{%", document.source[span.start : span.end])


@pytest.mark.parametrize(
    "source",
    [
        "{{" * 300_000, "{%" * 300_000, "{{ " * 200_000 + "}}", "{# " * 200_000 + "#}", "<%" * 300_000, "<?php '" * 100_000, "<?php \"\\'" * 100_000, "{{!--" * 100_000,
        "<?php echo <<<A\n" * 50_000, "<?php " + "f(" * 300_000, "{% raw %}" * 100_000, "{% if x %}" * 10_000 + "<div>" * 10_000 + "Yes", "<?php /*" * 100_000,
        "@if(" * 100_000, "<p>gold {{ x }} standard</p>" * 50_000,
    ],
    ids=range(15),
)  # fmt: skip
def test_nothing_is_endless(source: str) -> None:
    assert read("a.blade.php", source.encode()).source == source
