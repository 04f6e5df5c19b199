"""Seeded pages: invented clinic copy with 7 to 10 phrases of the shared rules, as Markdown and as HTML."""

from __future__ import annotations

import html
import random
from dataclasses import dataclass
from pathlib import Path

import prose
from phrases import SEED, PhraseRule, phrase_rules

PAGES = 2000
SHARED = 200
PAGE_SIZE = 6200
LINE = 60_000
LARGE = {"50kb": 50_000, "5mb": 5_000_000}


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a list; words between the marks of Markdown can be bold, italic or a link."""

    kind: str
    lines: tuple[str, ...]


class Page:
    """A title and blocks until they are `size` long, with `findings` boastful sentences among them."""

    def __init__(self, number: object, size: int, findings: int, rules: tuple[PhraseRule, ...]) -> None:
        self._rng = random.Random(f"{SEED} page {number}")
        self._rules = rules
        self._slots = self._own_words()
        self.title = self._filled(self._rng.choice(prose.TITLES))
        self.description = self._filled(self._rng.choice(prose.PLAIN))
        self.blocks: list[Block] = []
        left, length = findings, 0
        while length < size:
            due = left > 0 and length / size >= 1 - left / findings
            left -= due
            block = self._block(boastful=due)
            self.blocks.append(block)
            length += sum(map(len, block.lines)) + 4

    def _own_words(self) -> dict[str, list[str]]:
        names = [self._name() for _ in range(6)]
        return {
            "doctor": [f"Dr. {self._name()} {name}" for name in names[:2]],
            "town": [name + self._rng.choice(prose.ENDS) for name in names[2:4]],
            "street": [f"{name} Street" for name in names[4:]],
        }

    def _name(self) -> str:
        syllables = (
            self._rng.choice(prose.ONSETS) + self._rng.choice(prose.VOWELS) + self._rng.choice(prose.CODAS)
            for _ in range(self._rng.choice((1, 2)))
        )  # fmt: skip
        return "".join(syllables).capitalize()

    def _filled(self, template: str, phrase: str = "") -> str:
        pick = self._rng.choice
        n = self._rng.randint(2, 48)
        words = {
            "treatment": pick(prose.TREATMENTS), "complaint": pick(prose.COMPLAINTS), "staff": pick(prose.STAFF),
            "part": pick(prose.PARTS), "when": pick(prose.WHEN), "room": pick(prose.ROOMS), "phrase": phrase,
            "n": str(n), "m": str(n + self._rng.randint(5, 60)), "cost": str(self._rng.randint(4, 90) * 10 - 1),
            "year": str(self._rng.randint(1988, 2025)), "weekday": pick(("Monday", "Tuesday", "Thursday", "Friday")),
            "month": pick(("January", "March", "May", "August", "October")),
            **{name: pick(own) for name, own in self._slots.items()},
        }  # fmt: skip
        words |= {key.capitalize(): value[:1].upper() + value[1:] for key, value in words.items()}
        return template.format(**words)

    def _sentence(self) -> str:
        text = self._filled(self._rng.choice(prose.PLAIN))
        if self._rng.random() < 0.12:
            words = text.split(" ")
            at = self._rng.randrange(len(words) - 1)
            words[at] = self._rng.choice(prose.MARKED).format(words[at], f"{self._rng.randrange(999)}")
            text = " ".join(words)
        return text

    def _block(self, *, boastful: bool) -> Block:
        if boastful:
            phrase = self._rng.choice(self._rng.choice(self._rules).phrases)
            said = self._filled(self._rng.choice(prose.BOASTFUL), phrase)
            return Block("paragraph", (" ".join((self._sentence(), said, self._sentence())),))
        kind = self._rng.choices(("paragraph", "heading", "list"), (6, 2, 2))[0]
        if kind == "heading":
            return Block(kind, (self._filled(self._rng.choice(prose.HEADINGS)),))
        if kind == "list":
            return Block(kind, tuple(self._sentence() for _ in range(self._rng.randint(2, 4))))
        return Block(kind, (" ".join(self._sentence() for _ in range(self._rng.randint(2, 5))),))

    def markdown(self) -> str:
        """The page with front matter."""
        parts = [f'---\ntitle: "{self.title}"\ndescription: "{self.description}"\n---', f"# {self.title}"]
        for block in self.blocks:
            before = {"heading": "## ", "list": "- "}.get(block.kind, "")
            parts.append("\n".join(before + line for line in block.lines))
        return "\n\n".join(parts) + "\n"

    def html(self) -> str:
        """The same page with a head, a menu and a footer."""
        body = []
        for block in self.blocks:
            lines = [_inline(line) for line in block.lines]
            if block.kind == "list":
                body.append("<ul>\n" + "\n".join(f"  <li>{line}</li>" for line in lines) + "\n</ul>")
            else:
                tag = {"heading": "h2"}.get(block.kind, "p")
                body.append(f'<{tag} class="{block.kind}">{lines[0]}</{tag}>')
        title, description = html.escape(self.title), html.escape(self.description)
        return (
            f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
            f'<meta name="description" content="{description}">\n<style>p {{ max-width: 60ch }}</style>\n</head>\n'
            f'<body>\n<nav><a href="/">Home</a> <a href="/visit">Visit us</a></nav>\n<main>\n<h1>{title}</h1>\n'
            + "\n".join(body)
            + "\n</main>\n<footer><p>Our clinic, 12 Mill Lane</p></footer>\n</body>\n</html>\n"
        )


def _inline(text: str) -> str:
    """The marks of `prose.MARKED` as tags."""
    out = []
    for word in html.escape(text, quote=False).split(" "):
        if word.startswith("**"):
            out.append(f"<strong>{word.strip('*')}</strong>")
        elif word.startswith("*"):
            out.append(f"<em>{word.strip('*')}</em>")
        elif word.startswith("["):
            said, _, address = word[1:].partition("](")
            out.append(f'<a href="{address.rstrip(")")}">{said}</a>')
        else:
            out.append(word)
    return " ".join(out)


def page(number: int) -> Page:
    """Page `number` of the corpus."""
    findings = random.Random(f"{SEED} findings {number}").randint(7, 10)
    return Page(number, PAGE_SIZE - 260, findings, phrase_rules(SHARED))


def long_line() -> str:
    """A page whose text is one line of 60,000 characters."""
    blocks = Page("line", 2 * LINE, 90, phrase_rules(SHARED)).blocks
    return f"# One line\n\n{' '.join(b.lines[0] for b in blocks if b.kind == 'paragraph')[:LINE]}\n"


def write(folder: Path, pages: int = PAGES) -> Path:
    """Write what is not there yet: `md/` and `html/` with the pages, and the large ones beside them."""
    for name in ("md", "html"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number in range(pages):
        markdown, twin = folder / f"md/{number:04}.md", folder / f"html/{number:04}.html"
        if not twin.exists():
            made = page(number)
            markdown.write_text(made.markdown(), "utf-8")
            twin.write_text(made.html(), "utf-8")
    for name, size in LARGE.items():
        if not (file := folder / f"{name}.md").exists():
            file.write_text(Page(name, size, size // 750, phrase_rules(SHARED)).markdown(), "utf-8")
    if not (line := folder / "line.md").exists():
        line.write_text(long_line(), "utf-8")
    return folder
