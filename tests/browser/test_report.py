"""The HTML report as it is looked at: on a screen, in the dark, on a telephone, on paper; and one of many pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from changed import replace
from conftest import ROOT, TODAY
from invented import site
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from medlint import __version__
from medlint.cli.variants import Variants
from medlint.config import Settings
from medlint.findings import Suppressed
from medlint.readers import read
from medlint.reporters import Report, Style, Trend, parts

from .conftest import Pages, Serious, Shots

pytestmark = pytest.mark.xdist_group("browser")

LET_STAND = 3
"""So many findings of the first page are in the baseline."""


def written(report: Report, path: Path) -> str:
    """The address of a report."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(parts("html", report, Style()))
    return path.as_uri()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report on the examples, held against a baseline."""
    variants = Variants(Settings(), ROOT, TODAY, isolated=True)
    paths = [ROOT / "examples" / name for name in ("compliant.md", "risky.md", "vitamin-drips.html")]
    documents = {str(path): read(str(path), path.read_bytes()) for path in paths}
    results = [variants.linter(path).check(document) for path, document in documents.items()]
    known = results[1].findings[-LET_STAND:]
    results[1] = replace(
        results[1],
        findings=results[1].findings[:-LET_STAND],
        suppressed=[Suppressed(f, "baseline", "there before the review of 2026") for f in known],
    )
    trend = Trend(tuple(("examples/risky.md", f.rule) for f in known), (("examples/risky.md", "gold-standard"),) * 5)
    report = Report(
        __version__, tuple(variants.packs), tuple(results), (), (), root=ROOT, trend=trend, day=TODAY,
        document=documents.get,
    )  # fmt: skip
    return written(report, tmp_path_factory.mktemp("report") / "report.html")


def scrolls_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def test_on_a_screen(page: Page, address: str, shots: Shots, serious: Serious) -> None:
    page.goto(address)
    shots(page, "report-desktop")
    expect(page.locator("h1")).to_have_text("2 of 3 pages have findings")
    assert serious(page) == []
    assert not scrolls_sideways(page)
    page.get_by_role("link", name="examples/risky.md").click()
    opened = page.locator(".page", has_text="examples/risky.md")
    expect(opened).to_be_in_viewport()
    expect(opened.locator("mark.error", has_text="gold standard").first).to_be_visible()
    shots(page, "report-page")


def test_what_is_shown_can_be_narrowed_with_the_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    notes, visible = page.locator(".note"), page.locator(".note:visible")
    everything = notes.count()
    expect(visible).to_have_count(everything)
    page.get_by_role("radio", name="all findings").focus()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("radio", name="errors", exact=True)).to_be_checked()
    expect(visible).to_have_count(page.locator(".note.error").count())
    page.get_by_role("radio", name="errors and warnings").check()
    expect(visible).to_have_count(everything - page.locator(".note.suggestion").count())
    page.get_by_role("radio", name="all findings").check()
    page.get_by_role("radio", name="safety").check()
    assert 0 < visible.count() < everything
    for note in visible.all():
        assert " safety " in note.locator("h3").inner_text().replace("\n", " ")


def test_in_the_dark(pages: Pages, address: str, shots: Shots, serious: Serious) -> None:
    page = pages(dark=True)
    page.goto(address)
    assert serious(page) == []
    page.locator(".page .row").nth(2).evaluate("row => row.scrollIntoView()")
    shots(page, "report-dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 22, 27)"


def test_on_a_telephone(pages: Pages, address: str, shots: Shots, serious: Serious) -> None:
    page = pages(375, 812)
    page.goto(address)
    assert not scrolls_sideways(page)
    shots(page, "report-phone")
    page.locator(".page .row").nth(2).evaluate("row => row.scrollIntoView()")
    shots(page, "report-phone-page")
    assert not scrolls_sideways(page)
    assert serious(page) == []


def test_on_paper(page: Page, address: str, shots: Shots, tmp_path: Path) -> None:
    page.goto(address)
    page.locator("details.page > summary").first.click()
    page.emulate_media(media="print")
    page.pdf(path=tmp_path / "report.pdf", format="A4", prefer_css_page_size=True)
    sheets = [sheet.extract_text() for sheet in PdfReader(tmp_path / "report.pdf").pages]
    text = "\n".join(sheets)
    assert "Show below" not in text
    assert "Write instead:" in text.split("examples/vitamin-drips.html")[-2]  # although it was folded on the screen
    assert "https://" in text.split("Who says so")[1]
    assert any(re.match(r"\s*\d+ / \d+\s+examples/vitamin-drips", sheet) for sheet in sheets)  # a sheet of its own
    assert f" / {len(sheets)}" in sheets[0]
    page.set_viewport_size({"width": 794, "height": 1123})
    page.add_style_tag(content="html { scroll-padding: 0; } body { padding: 0 57px; } .page { padding-top: 57px; }")
    page.locator(".page").first.evaluate("page => page.scrollIntoView()")
    shots(page, "report-print")


def test_a_site_of_many_pages(page: Page, serious: Serious, tmp_path: Path) -> None:
    page.goto(written(site(330, tmp_path), tmp_path / "large.html"))
    expect(page.locator(".page")).to_have_count(220)
    page.get_by_text("205 more", exact=True).click()
    page.locator('a[href="#page-330"]').click()
    opened = page.locator("#page-330")
    expect(opened).to_be_in_viewport()
    why = opened.get_by_role("button").first
    why.focus()
    page.keyboard.press("Enter")
    told = page.locator("[popover]:popover-open")
    expect(told).to_contain_text("Nobody can know it.")
    expect(told.get_by_role("link")).to_have_attribute("href", "https://example.org/law?a=1&b=2")
    page.keyboard.press("Escape")
    expect(told).to_have_count(0)
    expect(why).to_be_focused()
    page.evaluate("for (const page of [...document.querySelectorAll('.page')].slice(3)) page.remove()")
    assert serious(page) == []
