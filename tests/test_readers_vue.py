"""Vue and Svelte: template, script and messages in one file."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.document import WILDCARD, Document
from medlint.readers import read

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def told(document: Document) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.key_path, b.visible.replace(WILDCARD, "_")) for b in document.blocks]


VUE = {
    "text": (
        '<template><div v-if="a > b"><h1>Hi {{ name }} <b>there</b></h1></div><p>Don\'t</p></template>',
        [("heading", None, "Hi _ there"), ("paragraph", None, "Don't")],
    ),
    "attributes": (
        "<template><img alt='a' :alt=\"'no'\" v-bind:title=\"'no'\"><A title='b' :body=\"'no no no no'\" @click=\"no\" #no /></template>",
        [("alt", None, "a"), ("value", "A.title", "b")],
    ),
    "strings in code": (
        "<template><p>{{ $t('These are four words') }}</p></template>",
        [("value", None, "These are four words")],
    ),
    "script": (
        "<script setup lang=\"ts\">\nconst faqs: X[] = [{ q: 'Why?', a: `It's <b>ok</b>\n   so` }]\n</script><style>no {}</style>",
        [("value", "faqs[0].q", "Why?"), ("value", "faqs[0].a", "It's ok so")],
    ),
    "messages": (
        '<i18n lang="json">{ "en": { "hello": "Hello to you \\u0061ll" } }</i18n>',
        [("value", "en.hello", "Hello to you all")],
    ),
    "slots": ("<template><A><template #b><p>c</p></template></A></template>", [("paragraph", None, "c")]),
}
SVELTE = {
    "text": (
        "{#if a < 3}<p>Don't {a} <b>go</b></p>{:else if b > 2}<p>Else</p>{/if}",
        [("paragraph", None, "Don't _ go"), ("paragraph", None, "Else")],
    ),
    "loops": (
        "{#each no as n (n.id)}<li title='x {n} y'>{n.a}: b</li>{/each}",
        [("alt", None, "x _ y"), ("list-item", None, "_: b")],
    ),
    "HTML": (
        "<p>a {@html '<b>some words stand here</b>'} b</p>",
        [("paragraph", None, "a _ b"), ("value", None, "some words stand here")],
    ),
    "components": (
        "<A text='Gold' on:click={() => no} {...no} {no}>x</A>",
        [("value", "A.text", "Gold"), ("paragraph", None, "x")],
    ),
    "script": (
        "<script>let a = 1 < 2; const t = { title: 'Gold' };</script><p>b</p>",
        [("value", "t.title", "Gold"), ("paragraph", None, "b")],
    ),
    "head": ("<svelte:head><title>a</title></svelte:head><style>no {}</style>", [("title", None, "a")]),
}


@pytest.mark.parametrize("name", VUE)
def test_vue(name: str) -> None:
    source, expected = VUE[name]
    document = read("a.vue", source.encode())
    assert (document.problems, sorted(told(document), key=str)) == ([], sorted(expected, key=str))


@pytest.mark.parametrize("name", SVELTE)
def test_svelte(name: str) -> None:
    source, expected = SVELTE[name]
    document = read("a.svelte", source.encode())
    assert (document.problems, sorted(told(document), key=str)) == ([], sorted(expected, key=str))


@pytest.mark.parametrize(
    ("path", "source", "phrase", "written"),
    [
        (
            "a.vue",
            "<template>é <b>gold</b> {{ x }}\n standard</template>",
            "gold _ standard",
            "gold</b> {{ x }}\n standard",
        ),
        ("a.vue", "<script>é = { text: '\\u0067old standard' }</script>", "gold standard", "\\u0067old standard"),
        ("a.vue", '<i18n>{"é": "the gold\\u0020standard of care"}</i18n>', "gold standard", "gold\\u0020standard"),
        ("a.svelte", "é {#if a}<b>gold</b>{/if} {x} standard", "gold _ standard", "gold</b>{/if} {x} standard"),
        ("a.svelte", "<img alt='é gold {x} standard'>", "gold _ standard", "gold {x} standard"),
    ],
)
def test_positions(path: str, source: str, phrase: str, written: str) -> None:
    document = read(path, source.encode())
    (block,) = [b for b in document.blocks if phrase in b.visible.replace(WILDCARD, "_")]
    at = block.visible.replace(WILDCARD, "_").index(phrase)
    span = block.source_span(at, at + len(phrase))
    assert document.source[span.start : span.end] == written


@pytest.mark.parametrize("path", ["a.vue", "a.svelte"])
def test_imports_labels_and_problems(path: str) -> None:
    document = read(
        path,
        b"<A-B/><CardX/><meta name='robots' content='noindex'>\n<script>import AB from './AB'; import CardX from '@/CardX';"
        b"import no from './no'</script>\n<style>\n<p>gold</p>",
    )
    assert document.imports == (["./AB", "@/CardX"] if path == "a.vue" else ["@/CardX"])
    assert document.labels == ["noindex"]
    assert [(p.line, "<style>" in p.message) for p in document.problems] == [(3, True)]
    assert document.blocks[-1].visible == "gold"


@SETTINGS
@given(st.text(alphabet="<>/{}#:@'\"`=$ab&;-!\n\r 😀", max_size=80), st.sampled_from(["a.vue", "a.svelte"]))
def test_anything_is_read_without_a_fault(source: str, path: str) -> None:
    for block in read(path, source.encode()).blocks:
        assert block.source_span(0, len(block.visible)).end <= len(source)
