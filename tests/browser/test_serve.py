"""The local web page, used as a writer uses it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator

import pytest
from conftest import EPOCH, command
from playwright.sync_api import Page, expect
from test_readers_docx import docx, para, r

from .conftest import Pages, Serious, Shots

pytestmark = pytest.mark.xdist_group("browser")

RISKY = (
    "# Ketamine at Larkspur Wellness 🌿🌿\n\n"
    "Ketamine is the gold standard for depression. It has minimal side effects and no downtime.\n\n"
    "<script>document.title = 'taken'</script> <img src=x onerror=\"document.title = 'taken'\">\n\n"
    "Your first visit takes about two hours.\n"
)
MARKS = "#mirror .mark"
DROP = """() => {
  const data = new DataTransfer();
  data.items.add(new File(["nothing"], "page.docx"));
  document.getElementById("sheet").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""
PASTES = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the real server listens, with the token that it asks for."""
    arguments = command("serve", "--port", "0", "--no-open", "--isolated")
    env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "MEDLINT_TOKEN": "a-token-for-this-run"}
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env) as server:
        assert server.stdout
        yield re.sub("medlint listens at ", "", server.stdout.readline()).strip()
        server.terminate()
        told = server.stdout.read()
        assert told == "Press Ctrl+C to end it.\n"  # nothing of the copy, no fault


def visit(page: Page, address: str) -> None:
    assert address.endswith("?token=a-token-for-this-run")
    page.goto(address)
    page.wait_for_selector("body[data-ready]")
    assert "token" not in page.url


def checked(page: Page) -> int:
    """How many checks were answered."""
    return int(page.evaluate("document.body.dataset.checks"))


def fill(page: Page, text: str) -> None:
    """Put a text in the place of what is there, and wait for what is found."""
    before = checked(page)
    page.fill("#copy", text)
    page.wait_for_selector(f'body:not([data-checks="{before}"])')


def put(page: Page, click: str) -> None:
    """Press a button that has the text checked anew."""
    before = checked(page)
    page.click(click)
    page.wait_for_selector(f'body:not([data-checks="{before}"])')


def marked(page: Page) -> list[str]:
    return page.locator(MARKS).all_text_contents()


def lies_still(page: Page) -> bool:
    """Whether the underlined copy breaks its lines as the text does, and the page is no wider than the window."""
    return bool(
        page.evaluate(
            "document.getElementById('mirror').scrollHeight === document.getElementById('copy').scrollHeight"
            " && document.documentElement.scrollWidth <= innerWidth"
        )
    )


def test_from_paste_to_report(pages: Pages, address: str, shots: Shots, serious: Serious) -> None:
    page = pages(**PASTES)
    visit(page, address)
    shots(page, "serve-empty")
    assert serious(page) == []

    page.evaluate("text => navigator.clipboard.writeText(text)", RISKY)
    page.focus("#copy")
    page.keyboard.press("Control+V")
    page.wait_for_selector(MARKS)
    assert marked(page) == ["gold standard", "minimal side effects", "no downtime"]
    assert page.title() == "medlint: check your copy"
    assert page.locator("#sheet img, #sheet script").count() == 0
    expect(page.locator("#live")).to_have_text(re.compile(r"^\d errors, 1 warning, 1 suggestion\.$"))
    assert page.input_value("#format") == "auto"
    expect(page.locator("#format option").first).to_have_text("As it looks: Markdown")

    page.click(".card .quote:text('“minimal side effects”')")
    card = page.locator(".card.open")
    for heading in ("What is risky", "Why", "Who says so", "Write instead"):
        expect(card.get_by_role("heading", name=heading)).to_be_visible()
    expect(card.locator(".sources a").first).to_have_attribute("href", re.compile("^https://"))
    expect(page.locator(f"{MARKS}.chosen")).to_have_text("minimal side effects")
    card.locator(".apply").first.wait_for()
    assert lies_still(page)
    shots(page, "serve-desktop")
    assert serious(page) == []

    page.click("#missing-cards .card-head >> nth=0")
    added = page.locator(".card.open .rewording").first.text_content() or ""
    put(page, ".card.open .apply >> nth=0")
    assert f"\n\n{added}\n\n" in page.input_value("#copy")
    put(page, "#undo")
    assert page.input_value("#copy") == RISKY

    page.click(".card .quote:text('“minimal side effects”')")
    rewording = card.locator(".rewording").first.text_content() or ""
    put(page, ".card.open .apply >> nth=0")
    assert rewording in page.input_value("#copy")
    assert "minimal side effects" not in page.input_value("#copy")
    assert "minimal side effects" not in marked(page)
    put(page, "#undo")
    assert page.input_value("#copy") == RISKY
    assert "minimal side effects" in marked(page)
    page.click(".card .quote:text('“minimal side effects”')")
    put(page, ".card.open .apply >> nth=0")

    page.click("#show-compare")
    expect(page.locator("#compare ins").first).to_be_visible()
    assert "minimal side effects" in " ".join(page.locator("#compare del").all_text_contents())
    shots(page, "serve-compare")
    assert serious(page) == []
    put(page, "#undo")  # leads back to the text
    assert page.input_value("#copy") == RISKY
    page.click(".card .quote:text('“minimal side effects”')")
    put(page, ".card.open .apply >> nth=0")

    page.click("#copy-out")
    expect(page.locator("#live")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.input_value("#copy")
    for button, name in (("#report-html", "medlint-report.html"), ("#report-json", "medlint-report.json")):
        with page.expect_download() as download:
            page.click(button)
        assert download.value.suggested_filename == name
        text = download.value.path().read_text(encoding="utf-8")
        assert "gold standard" in text
        assert "<script>document.title" not in text or name.endswith("json")
    assert [f["quote"] for f in json.loads(text)["findings"] if f["family"] == "superlative"] == ["gold standard"]


def test_by_keyboard_on_a_dark_page(pages: Pages, address: str, shots: Shots, serious: Serious) -> None:
    page = pages(dark=True)
    visit(page, address)
    put(page, "#example")
    page.focus("#copy")
    page.keyboard.press("F8")  # first what the page lacks
    expect(page.locator("#missing-cards .card-head").first).to_be_focused()
    for _ in range(page.locator("#missing-cards .card").count()):
        page.keyboard.press("F8")
    selected = "document.getElementById('copy').value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"
    assert page.evaluate(selected) == "gold standard"
    page.keyboard.press("F8")
    assert page.evaluate(selected) == "minimal side effects"
    page.keyboard.press("Shift+F8")
    assert page.evaluate(selected) == "gold standard"
    expect(page.locator("#live")).to_have_text(re.compile("^error: “gold standard”"))
    page.locator(".card.open .apply").first.wait_for()
    shots(page, "serve-dark")
    page.emulate_media(color_scheme="light")
    expect(page.locator("#theme")).to_have_text("Dark")
    shots(page, "serve-example")
    page.emulate_media(color_scheme="dark")
    assert serious(page) == []

    at = checked(page)
    page.keyboard.press("Control+End")
    page.keyboard.type("We open at nine.")
    page.wait_for_selector(f'body:not([data-checks="{at}"])')
    expect(page.locator(".card.open")).to_contain_text("“gold standard”")  # and its rewordings are for the new text
    put(page, ".card.open .apply >> nth=0")
    assert "gold standard" not in page.input_value("#copy")
    assert page.input_value("#copy").endswith("We open at nine.")
    put(page, "#undo")

    page.click("summary:has-text('Families')")
    page.uncheck("#families label:has-text('superlative') input")
    assert "gold standard" not in marked(page)
    page.uncheck("#levels label:has-text('error') input")
    assert page.locator("#risky-cards .card.error").count() == 0
    assert page.locator("#mirror .error").count() == 0

    page.select_option("#treatment", "botox")
    page.check("#jurisdictions label:has-text('United Kingdom') input")
    page.click("#theme")
    page.on("dialog", lambda dialog: dialog.accept())  # the text has changed, so leaving asks
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.input_value("#treatment") == "botox"
    assert page.is_checked("#jurisdictions label:has-text('United Kingdom') input")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert "Larkspur" not in page.evaluate("JSON.stringify(localStorage)")


def test_on_a_phone(pages: Pages, address: str, shots: Shots, serious: Serious) -> None:
    page = pages(width=375, height=812, has_touch=True, device_scale_factor=2)
    visit(page, address)
    shots(page, "serve-phone-empty")
    put(page, "#example")
    at = page.locator(MARKS).nth(1).bounding_box()
    assert at
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    expect(page.locator("#peek-words")).to_contain_text("minimal side effects")
    assert lies_still(page)
    page.locator(".card.open .apply").first.wait_for()
    shots(page, "serve-phone")
    assert serious(page) == []
    page.click("#peek-go")
    expect(page.locator(".card.open .card-head")).to_be_in_viewport()
    shots(page, "serve-phone-finding")


def test_many_findings_and_a_word_file(page: Page, address: str, shots: Shots) -> None:
    visit(page, address)
    line = "Ketamine is the gold standard, with minimal side effects and no downtime, and it is completely safe.\n\n"
    fill(page, line * 55)
    assert page.locator(".card").count() >= 200
    assert len(marked(page)) == 55 * 4
    assert lies_still(page)
    page.locator(MARKS).nth(150).scroll_into_view_if_needed()
    at = page.locator(MARKS).nth(150).bounding_box()
    assert at
    page.mouse.click(at["x"] + 8, at["y"] + 8)
    expect(page.locator(".card.open .card-head")).to_be_in_viewport()
    page.locator(".card.open .apply").first.wait_for()
    shots(page, "serve-200")

    word = docx(
        para(r("Botox in Elm Street"), style="T")
        + para(r("Our <b> 5* clinic offers instant results.".replace("<", "&lt;")))
    )
    page.set_input_files("#file", {"name": "page.docx", "mimeType": "", "buffer": word})
    expect(page.locator("#notes")).to_contain_text("taken out of “page.docx”")
    assert page.input_value("#copy").startswith("# Botox in Elm Street\n\nOur ")
    page.evaluate(DROP)
    expect(page.locator("#trouble")).to_contain_text("“page.docx” is broken")


def test_when_the_server_is_gone(page: Page, address: str, shots: Shots, serious: Serious) -> None:
    visit(page, address)
    fill(page, RISKY)
    page.route("**/api/**", lambda route: route.abort())
    page.focus("#copy")
    page.keyboard.type("More words. ")
    expect(page.locator("#trouble")).to_contain_text("medlint does not answer")
    assert marked(page) == ["gold standard", "minimal side effects", "no downtime"]  # moved along
    shots(page, "serve-error")
    assert serious(page) == []
    page.unroute("**/api/**")
    page.keyboard.type("And more. ")
    expect(page.locator("#trouble")).to_be_hidden()
