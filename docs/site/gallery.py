"""Make the pictures of the gallery anew: python docs/site/gallery.py [FOLDER]

Those of the terminal are taken from real runs. Those of a browser are taken by the tests, into FOLDER:
MEDLINT_SCREENSHOTS=FOLDER pytest tests/browser
"""

from __future__ import annotations

import base64
import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from links import ROOT
from terminal import picture, printed

FOLDER = ROOT / "docs" / "gallery"
PAGE = ROOT / "docs" / "gallery.md"
OPENING, CLOSING = "<!-- pictures -->\n", "<!-- end of pictures -->\n"
WIDEST, TALLEST = 1280, 1600
"""Pixels: wider pictures of a browser are made smaller, and of longer ones the upper part is shown."""


class Picture(NamedTuple):
    """A picture, its heading and what it shows; `command` is run for those of a terminal."""

    name: str
    title: str
    shows: str
    command: str = ""


PICTURES = (
    Picture(
        "terminal-check",
        "On the command line",
        "Two findings in a page: the words underlined, why they are risky, who says so, and what to write instead.",
        "examples/risky.md --select gold-standard --select minimal-side-effects",
    ),
    Picture(
        "terminal-explain",
        "A rule explained",
        "What a rule finds, why, what to write instead, the sources, and the sentences that prove it.",
        "explain half-the-molecule",
    ),
    Picture(
        "serve-example",
        "The local web page",
        "Pasted copy with its risky words underlined, and what each finding says beside it.",
    ),
    Picture("serve-desktop", "Markup is shown as text", "Whatever is pasted, scripts too, is shown and never run."),
    Picture("serve-phone", "The web page on a phone", "The same in one column."),
    Picture("serve-phone-finding", "A finding on a phone", "What is risky, why, who says so, and what to write."),
    Picture("serve-dark", "The web page in the dark", "The same for those whose system is set to dark."),
    Picture("serve-compare", "Before and after", "What has been changed since the text was pasted, word by word."),
    Picture("serve-200", "A page with 200 findings", "Many findings at once."),
    Picture("serve-empty", "Before anything is pasted", "The empty page, with an example to try."),
    Picture("serve-error", "When something is wrong", "What could not be read is said in a sentence."),
    Picture(
        "report-desktop",
        "The report of a site",
        "One file to read, print or send: an overview, and the copy of each page with its findings in place.",
    ),
    Picture("report-page", "A page in the report", "The copy of a page, each finding at its words."),
    Picture("report-phone", "The report on a phone", "The same in one column."),
    Picture("report-dark", "The report in the dark", "The same for those whose system is set to dark."),
    Picture("report-print", "The report on paper", "What the printer gets."),
)


def file_of(one: Picture) -> Path:
    """Where a picture is kept."""
    return FOLDER / f"{one.name}.{'svg' if one.command else 'webp'}"


def drawn(one: Picture) -> str:
    """The picture of a terminal."""
    return picture(f"medlint {one.command}", printed(shlex.split(one.command)))


def section() -> str:
    """The part of the page that shows the pictures there are."""
    shown = [one for one in PICTURES if file_of(one).is_file()]
    return "\n".join(f"## {one.title}\n\n{one.shows}\n\n{_linked(one)}\n" for one in shown)


def _linked(one: Picture) -> str:
    """The picture, which leads to itself: there it can be made larger."""
    path = f"gallery/{file_of(one).name}"
    return f"[![{one.shows}]({path})]({path})"


def compressed(paths: Sequence[Path]) -> list[bytes]:
    """PNG files as WebP, no larger than `WIDEST` and `TALLEST`, by Chromium."""
    from playwright.sync_api import sync_playwright

    sys.path.insert(0, str(ROOT / "tests"))
    from conftest import chromium

    script = """async ([data, widest, tallest]) => {
        const image = new Image();
        image.src = "data:image/png;base64," + data;
        await image.decode();
        const scale = Math.min(1, widest / image.width);
        const [wide, high] = [Math.round(image.width * scale), Math.round(image.height * scale)];
        const canvas = new OffscreenCanvas(wide, Math.min(high, tallest));
        canvas.getContext("2d").drawImage(image, 0, 0, wide, high);
        const blob = await canvas.convertToBlob({type: "image/webp", quality: 0.8});
        const bytes = new Uint8Array(await blob.arrayBuffer());
        let text = "";
        for (const byte of bytes) text += String.fromCharCode(byte);
        return btoa(text);
    }"""
    with sync_playwright() as playwright:
        sandbox = [] if os.geteuid() else ["--no-sandbox"]  # Chromium has none for root
        browser = playwright.chromium.launch(executable_path=chromium(), args=sandbox)
        page = browser.new_page()
        found = [
            base64.b64decode(page.evaluate(script, [base64.b64encode(path.read_bytes()).decode(), WIDEST, TALLEST]))
            for path in paths
        ]
        browser.close()
    return found


def main(screenshots: Path | None) -> None:
    """Write the pictures and the part of the page that shows them."""
    FOLDER.mkdir(exist_ok=True)
    for one in PICTURES:
        if one.command:
            file_of(one).write_text(drawn(one), encoding="utf-8")
    if screenshots:
        taken = [one for one in PICTURES if (screenshots / f"{one.name}.png").is_file()]
        files = compressed([screenshots / f"{one.name}.png" for one in taken])
        for one, data in zip(taken, files, strict=True):
            file_of(one).write_bytes(data)
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(OPENING)
    PAGE.write_text(f"{before}{OPENING}\n{section()}\n{CLOSING}{rest.partition(CLOSING)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
