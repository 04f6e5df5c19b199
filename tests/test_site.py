"""What pages have by way of the files that they take in or that the configuration gives them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import pack_text, rule_text

from medlint import site as site_module
from medlint.config import ConfigError
from medlint.document import Document
from medlint.lint import Linter
from medlint.packs.loader import read_packs
from medlint.readers import read
from medlint.resolve import project_of
from medlint.site import Composition, Site, sites_from

CLAIMS = "Ketamine cures depression. It is completely safe, and it works in hours."
STATUS = "Ketamine is not approved by the FDA for depression; we prescribe it off-label."
GENERIC = "This website is not medical advice. Talk to your doctor."
PAGE = f"export default function Page() {{ return <p>{CLAIMS}</p> }}"
MISSING = "missing-approval-status"


def component(name: str, *parts: str) -> str:
    """A module of JSX that imports and uses others and says something."""
    used = [part for part in parts if part[0] in ".@~"]
    imports = "".join(f'import C{i} from "{target}"\n' for i, target in enumerate(used))
    body = "".join(f"<C{i} />" for i in range(len(used))) + "".join(f"<p>{p}</p>" for p in parts if p not in used)
    return f"{imports}export default function {name}() {{ return <div>{body}</div> }}\n"


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def opened(path: Path) -> Document:
    return read(str(path), path.read_bytes())


def taken(root: Path, page: str, follow: int = 1, sites: tuple[Site, ...] = ()) -> list[str]:
    """The paths of what a page takes in."""
    path = root / page
    documents = Composition(root, sites, follow).shared(opened(path), path)
    return [Path(d.path).relative_to(root.resolve()).as_posix() for d in documents]


def lacks_status(linter: Linter, root: Path, page: str, follow: int = 1, table: object = ()) -> bool:
    """Whether a page is found to lack the statement of its FDA status."""
    composition = Composition(root, sites_from(list(table), root / "medlint.toml"), follow)  # type: ignore[call-overload]
    document = opened(root / page)
    (result,) = linter.check_all([document], lambda d: composition.shared(d, root / page))
    assert all(f.path == document.path for f in result.findings)
    return MISSING in [f.family for f in result.findings]


# What a page takes in by itself

STATED = {
    "in a Next.js layout": ({"app/layout.tsx": component("L", STATUS)}, "app/a/page.tsx", PAGE),
    "in the footer of a layout": (
        {"app/layout.tsx": component("L", "@/components/Footer"), "src/components/Footer.tsx": component("F", STATUS)},
        "app/a/page.tsx",
        PAGE,
    ),
    "in _app": ({"pages/_app.jsx": component("A", STATUS)}, "pages/a/b.jsx", PAGE),
    "in an imported component": (
        {"x/Note.tsx": component("N", STATUS)},
        "x/page.tsx",
        component("P", CLAIMS, "./Note"),
    ),
    "in an imported data file": (
        {"data/site.ts": f'export const site = {{ notice: "{STATUS}" }}'},
        "app/page.tsx",
        f'import {{ site }} from "../data/site"\nexport default () => <div><p>{CLAIMS}</p>{{site.notice}}</div>',
    ),
    "in an Astro layout's footer": (
        {
            "src/layouts/L.astro": "---\nimport F from '../components/F.astro'\n---\n<slot /><F />",
            "src/components/F.astro": f"<p>{STATUS}</p>",
        },
        "src/pages/a.md",
        f"---\nlayout: ../layouts/L.astro\n---\n{CLAIMS}\n",
    ),
    "in a Jekyll layout of a layout": (
        {
            "_layouts/post.html": "---\nlayout: default\n---\n{{ content }}",
            "_layouts/default.html": "<main>{{ content }}</main>{% include foot.html %}",
            "_includes/foot.html": f"<p>{STATUS}</p>",
        },
        "_posts/a.md",
        f"---\nlayout: post\n---\n{CLAIMS}\n",
    ),
    "in a Hugo partial": (
        {
            "layouts/_default/baseof.html": '<main>{{ block "main" . }}{{ end }}</main>{{ partial "site/foot.html" . }}',
            "layouts/partials/site/foot.html": f"<p>{STATUS}</p>",
        },
        "content/care/a.md",
        f"---\ntitle: Care\n---\n{CLAIMS}\n",
    ),
    "in the layout of a Hugo theme": (
        {"themes/t/layouts/_default/single.html": f"{{{{ .Content }}}}<p>{STATUS}</p>"},
        "content/a.md",
        f"{CLAIMS}\n",
    ),
    "in an Eleventy layout": (
        {"src/_includes/base.njk": f"{{{{ content }}}}<p>{STATUS}</p>"},
        "src/care/a.md",
        f"---\nlayout: base.njk\n---\n{CLAIMS}\n",
    ),
    "in a SvelteKit layout": (
        {"src/routes/+layout.svelte": f"<slot /><p>{STATUS}</p>"},
        "src/routes/a/+page.svelte",
        f"<p>{CLAIMS}</p>",
    ),
}


@pytest.mark.parametrize("case", STATED)
def test_a_statement_that_a_page_takes_in_counts(linter: Linter, tmp_path: Path, case: str) -> None:
    files, page, text = STATED[case]
    write(tmp_path, {page: text})
    assert lacks_status(linter, tmp_path, page)
    write(tmp_path, files)
    assert not lacks_status(linter, tmp_path, page)
    assert lacks_status(linter, tmp_path, page, follow=0)


def test_a_generic_statement_is_not_the_status(linter: Linter, tmp_path: Path) -> None:
    write(tmp_path, {"app/layout.tsx": component("L", GENERIC), "app/page.tsx": PAGE})
    assert taken(tmp_path, "app/page.tsx") == ["app/layout.tsx"]
    assert lacks_status(linter, tmp_path, "app/page.tsx")


def test_a_route_whose_layout_lacks_the_statement(linter: Linter, tmp_path: Path) -> None:
    write(tmp_path, {
        "app/(main)/layout.tsx": component("L", STATUS), "app/(main)/page.tsx": PAGE,
        "app/(ads)/layout.tsx": component("L"), "app/(ads)/offer/page.tsx": PAGE,
    })  # fmt: skip
    assert not lacks_status(linter, tmp_path, "app/(main)/page.tsx")
    assert lacks_status(linter, tmp_path, "app/(ads)/offer/page.tsx")


def test_claims_in_what_is_taken_in_are_not_the_pages_own(linter: Linter, tmp_path: Path) -> None:
    write(tmp_path, {"app/layout.tsx": component("L", CLAIMS), "app/page.tsx": component("P", "We open at nine.")})
    composition = Composition(tmp_path)
    path = tmp_path / "app/page.tsx"
    assert linter.check_page(linter.page(opened(path), composition.shared(opened(path), path))).findings == []


def test_hops_are_counted_and_cycles_end(linter: Linter, tmp_path: Path) -> None:
    write(tmp_path, {
        "p.tsx": component("P", CLAIMS, "./a"),
        "a.tsx": component("A", "./b", "./p"),
        "b.tsx": component("B", STATUS, "./a", "./b", "./c"),
        "c.tsx": component("C"),
    })  # fmt: skip
    assert taken(tmp_path, "p.tsx") == ["a.tsx"]
    assert taken(tmp_path, "p.tsx", follow=2) == ["a.tsx", "b.tsx"]
    assert taken(tmp_path, "p.tsx", follow=9) == ["a.tsx", "b.tsx", "c.tsx"]
    assert lacks_status(linter, tmp_path, "p.tsx")
    assert not lacks_status(linter, tmp_path, "p.tsx", follow=2)


def test_a_file_is_taken_on_its_shortest_way(tmp_path: Path) -> None:
    write(tmp_path, {
        "app/page.tsx": component("P", "../x/far"),
        "x/far.tsx": component("F", "./near"),
        "x/near.tsx": component("N", "./leaf"),
        "x/leaf.tsx": component("L"),
        "app/layout.tsx": component("L", "../x/near"),
    })  # fmt: skip
    assert sorted(taken(tmp_path, "app/page.tsx", follow=2)) == [
        "app/layout.tsx",
        "x/far.tsx",
        "x/leaf.tsx",
        "x/near.tsx",
    ]


def test_each_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"foot.tsx": component("F", STATUS), "bad.json": "{"})
    write(tmp_path, {f"p{i}.tsx": component("P", "./foot", "./bad.json", "./gone") for i in range(3)})
    pages = [(opened(tmp_path / f"p{i}.tsx"), tmp_path / f"p{i}.tsx") for i in range(3)]
    seen: list[str] = []
    monkeypatch.setattr(site_module, "read", lambda path, data: seen.append(Path(path).name) or read(path, data))
    composition = Composition(tmp_path)
    found = [composition.shared(document, path) for document, path in pages]
    assert seen == ["foot.tsx", "bad.json"]
    assert found[0] == found[1] == found[2]


ALIASES = {
    "tsconfig": ('{"compilerOptions": {"paths": {"@/*": ["./web/*"], /* x */ "@note": ["./web/note.tsx"],}}}', "web/"),
    "no tsconfig": ("", "src/"),
    "nothing but the root": ("", ""),
}


@pytest.mark.parametrize("case", ALIASES)
def test_aliases(tmp_path: Path, case: str) -> None:
    settings, folder = ALIASES[case]
    write(tmp_path, {
        "app/page.tsx": component("P", "@/ui", "@/b.js"),
        f"{folder}ui/index.tsx": component("U"),
        f"{folder}b.ts": "export const b = 'Some words for people'",
        **({"tsconfig.json": settings} if settings else {}),
    })  # fmt: skip
    assert taken(tmp_path, "app/page.tsx") == [f"{folder}ui/index.tsx", f"{folder}b.ts"]


@pytest.mark.parametrize(
    ("page", "text", "file"),
    [
        ("src/routes/a.svelte", "<script>import N from '$lib/N.svelte'</script><N />", "src/lib/N.svelte"),
        ("pages/a.vue", "<template><N /></template><script setup>import N from '~/ui/N.vue'</script>", "ui/N.vue"),
        ("src/pages/a.astro", "---\nimport N from '/src/ui/N.astro'\n---\n<N />", "src/ui/N.astro"),
        ("site/_posts/a.md", "---\nlayout: page\n---\nx", "site/_layouts/page.html"),
        ("sections/main.liquid", "{% render 'card' %}", "snippets/card.liquid"),
        ("views/home.ejs", "<%- include('partials/head') %>", "views/partials/head.ejs"),
        ("app/views/home/a.html.erb", "<%= render 'shared/foot' %>", "app/views/shared/_foot.html.erb"),
        ("resources/views/a.blade.php", "@extends('layouts.app')", "resources/views/layouts/app.blade.php"),
        ("wp/theme/page.php", "<?php get_header(); ?>", "wp/theme/header.php"),
        ("a/home.html", "{% extends 'shop/base.html' %}", "a/templates/shop/base.html"),
    ],
)  # fmt: skip
def test_where_files_are_looked_for(tmp_path: Path, page: str, text: str, file: str) -> None:
    # A page that only happens to be called like the layout is not it.
    write(tmp_path, {page: text, file: "x", "page.md": "x"})
    assert taken(tmp_path, page) == [file]


def test_nothing_outside_the_root_is_read(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(tmp_path, {"out.tsx": component("O"), "site/p.tsx": component("P", "../out", "./link"), "layout.tsx": "x"})
    (root / "link.tsx").symlink_to(tmp_path / "out.tsx")
    assert taken(root, "p.tsx") == []
    assert Composition(root).shared(opened(tmp_path / "out.tsx"), tmp_path / "out.tsx") == []


def test_the_project_of_what_is_checked(tmp_path: Path) -> None:
    write(tmp_path, {"a/package.json": "{}", "a/src/x.md": "", "a/src/y/z.md": "", "b/c.md": ""})
    root = tmp_path.resolve()
    assert project_of([tmp_path / "a/src/x.md"]) == root / "a"
    assert project_of([tmp_path / "a/src/x.md", tmp_path / "a/src/y"]) == root / "a"
    assert project_of([tmp_path / "a"]) == root / "a"


# What the configuration says that pages get

TABLE = {"pages": "app/**/page.tsx", "from": "ui/Footer.tsx", "except": ["app/offer/**", "app/blog/[slug]"]}


def test_a_site_gives_its_pages_a_statement(linter: Linter, tmp_path: Path) -> None:
    pages = ["app/page.tsx", "app/care/page.tsx", "app/offer/a/page.tsx", "app/blog/[slug]/page.tsx", "other/page.tsx"]
    write(tmp_path, {"ui/Footer.tsx": component("F", STATUS), **dict.fromkeys(pages, PAGE)})
    assert [lacks_status(linter, tmp_path, page, 0, [TABLE]) for page in pages] == [False, False, True, True, True]
    # The claim goes stale: the footer no longer says it.
    write(tmp_path, {"ui/Footer.tsx": component("F", GENERIC)})
    assert all(lacks_status(linter, tmp_path, page, 0, [TABLE]) for page in pages)


def test_an_exception_holds_against_what_is_imported_too(linter: Linter, tmp_path: Path) -> None:
    write(tmp_path, {
        "app/layout.tsx": component("L", "../ui/Footer"), "ui/Footer.tsx": component("F", STATUS),
        "app/page.tsx": PAGE, "app/offer/page.tsx": PAGE,
    })  # fmt: skip
    assert not lacks_status(linter, tmp_path, "app/offer/page.tsx")
    assert lacks_status(linter, tmp_path, "app/offer/page.tsx", 1, [TABLE])
    assert not lacks_status(linter, tmp_path, "app/page.tsx", 1, [TABLE])


def test_what_a_given_file_imports_counts_as_from_the_page(linter: Linter, tmp_path: Path) -> None:
    write(tmp_path, {
        "ui/Footer.tsx": component("F", "./Legal"), "ui/Legal.tsx": component("L", STATUS), "app/page.tsx": PAGE
    })  # fmt: skip
    assert not lacks_status(linter, tmp_path, "app/page.tsx", 1, [TABLE])
    assert lacks_status(linter, tmp_path, "app/page.tsx", 0, [TABLE])


def test_one_value_of_a_data_file(linter: Linter, tmp_path: Path) -> None:
    write(tmp_path, {
        "data/site.json": f'{{"foot": {{"legal": ["{GENERIC}", "{STATUS}"]}}, "faq": "{GENERIC}"}}',
        "a.md": CLAIMS,
    })  # fmt: skip
    for key, lacks in (("foot", False), ("foot.legal", False), ("foot.legal[1]", False), ("foot.legal[0]", True)):
        table = [{"pages": ["*.md"], "from": [f"data/site.json#{key}"]}]
        assert lacks_status(linter, tmp_path, "a.md", 1, table) == lacks, key
    assert lacks_status(linter, tmp_path, "a.md", 1, [{"pages": "*.md", "from": "data/site.json#faq"}])


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("ui/Foter.tsx", "did you mean “Footer.tsx”?; mend the path"),
        ("none/x.md", "there is no file"),
        ("ui", "cannot be read"),
        ("logo.png", "medlint cannot read “.png” files"),
        ("site.json#foot.legl", "no words at #foot.legl; did you mean “foot.legal”?"),
    ],
)
def test_a_file_that_is_not_there_is_an_error(tmp_path: Path, source: str, told: str) -> None:
    write(tmp_path, {"ui/Footer.tsx": "x", "logo.png": "x", "site.json": f'{{"foot": {{"legal": "{STATUS}"}}}}'})
    sites = sites_from([{"pages": "**", "from": source}], tmp_path / "medlint.toml")
    with pytest.raises(ConfigError) as error:
        Composition(tmp_path, sites)
    assert told in str(error.value)
    assert str(error.value).startswith(str(tmp_path / "medlint.toml"))


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            {"pages": "a", "from": "b"},
            "c.toml: site should be a list of tables; write [[tool.medlint.site]] above each",
        ),
        (["a"], "c.toml: site should be a list of tables"),
        ([{"pages": "a", "from": "b"}, {"page": "a"}], "c.toml: site 2: unknown key “page”; did you mean “pages”?"),
        ([{"pages": "a"}], "c.toml: site 1: “from” is missing: it says which file"),
        ([{"from": "a", "pages": []}], "c.toml: site 1: “pages” is missing: it says which pages"),
        ([{"from": "a", "pages": ["a", 1]}], "c.toml: site 1: pages should be a text or a list of texts"),
    ],
)
def test_mistakes_in_the_configuration(table: object, told: str) -> None:
    with pytest.raises(ConfigError) as error:
        sites_from(table, Path("c.toml"))
    assert str(error.value).startswith(told)


@pytest.mark.parametrize(
    ("glob", "fitting", "other"),
    [
        ("**", ["a.md", "a/b.md"], []),
        ("*.md", ["a.md"], ["a/b.md", "a.mdx"]),
        ("a/**/*.{md,mdx}", ["a/b.md", "a/c/d.mdx"], ["b/a/c.md", "a/b.html"]),
        ("./a/", ["a/b.md", "a/c/d.md"], ["a.md", "ab/c.md"]),
        ("(x)/[slug]/p?ge.tsx", ["(x)/[slug]/page.tsx"], ["(x)/s/page.tsx", "x/[slug]/page.tsx"]),
        ("**/a.md", ["a.md", "b/c/a.md"], ["ba.md"]),
    ],
)
def test_globs(tmp_path: Path, glob: str, fitting: list[str], other: list[str]) -> None:
    (one,) = sites_from([{"pages": glob, "from": "x"}], tmp_path / "medlint.toml")
    assert {name: one.gives(tmp_path.resolve() / name) for name in fitting + other} == {
        **dict.fromkeys(fitting, True),
        **dict.fromkeys(other),
    }
    assert one.gives(tmp_path.parent.resolve() / "x.md") is None


# How rules see it


def test_only_what_is_asked_of_the_page_is_looked_for_elsewhere(make_pack: Callable[..., Path]) -> None:
    def found(rest: str, shared: str) -> bool:
        rule = rule_text().replace('    flag: "zap"\n', "")
        disclosure = f"    kind: disclosure\n    family: missing-risks\n    when: {{all: [zap]{rest}"
        linter = Linter(read_packs([make_pack(pack_text(rule + disclosure))]))
        page = linter.page(read("p.md", b"Zap."), [read("s.md", shared.encode())])
        return bool(linter.check_page(page).findings)

    assert found("}\n    require: [zip]\n", "Zop.")
    assert not found("}\n    require: [zip]\n", "Zip.")
    assert found("}\n    require: [zip]\n    within: section\n", "Zip.")
    assert not found(", not: [zip]}\n    require: [zop]\n", "Zip.")
    assert found(", not: [zip]}\n    require: [zop]\n", "Zap.")


def test_risks_may_be_named_partly_elsewhere(make_pack: Callable[..., Path]) -> None:
    rule = rule_text().replace('    flag: "zap"\n', "")
    rule += "    kind: disclosure\n    family: missing-risks\n    when: {all: [zap], treatment: named}\n    require-risks: 2\n"
    linter = Linter(read_packs([make_pack(pack_text(rule))]))
    document = read("p.md", b"Ketamine. Zap. Expect nausea.")
    assert linter.check(document).findings
    shared = [read("a.md", b"Raised blood pressure."), read("b.md", b"Nothing.")]
    assert not linter.check_page(linter.page(document, shared)).findings


def test_many_pages_that_share_a_file(linter: Linter) -> None:
    foot = read("foot.md", STATUS.encode())
    pages = [read(f"p{i}.md", f"{CLAIMS} Word{i} is new.".encode()) for i in range(120)]
    results = list(linter.check_all(pages, lambda d: [foot] if d.path != "p60.md" else []))
    assert [r.path for r in results if MISSING in [f.family for f in r.findings]] == ["p60.md"]


def test_a_shared_file_says_the_same_for_page_after_page(make_pack: Callable[..., Path]) -> None:
    rules = ""
    for name in ("one", "two"):
        rules += rule_text(id_=name).replace('    flag: "zap"\n', "") + (
            f"    kind: disclosure\n    family: missing-risks\n    when: {{all: [{name}]}}\n    require: [says {name}]\n"
        )
    linter = Linter(read_packs([make_pack(pack_text(rules))]))
    foot = read("foot.md", b"It says one. It says two.")
    for text in (
        "One and then some more of these.",
        " ".join(f"{a}{b}zz" for a in "abcd" for b in "efghijklm"),
        "Two.",
    ):
        assert linter.check_page(linter.page(read("p.md", text.encode()), [foot])).findings == []
