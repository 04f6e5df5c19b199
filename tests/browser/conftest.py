"""A headless Chromium for what is looked at in a browser: reports, the local web page, the documentation.

Where there is no Chromium these tests are left out, and the run says so in its summary (tests/conftest.py).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import chromium
from playwright.sync_api import Browser, Page, Route, sync_playwright

Pages = Callable[..., Page]
Shots = Callable[..., Path]
Serious = Callable[[Page], list[str]]

WAIT_MS = 20_000
"""How long anything on a page is waited for: machines that run tests are slow, and a page that works is never so slow."""

collect_ignore_glob = [] if chromium() else ["test_*.py"]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all these tests. It is closed before others run, as its event loop would stand in their way."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]  # Chromium has none for root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=sandbox)
        yield browser
        browser.close()


@pytest.fixture
def pages(browser: Browser) -> Iterator[Pages]:
    """Opens windows: `pages(width=375, height=812, dark=True, **options of a Playwright context)`.

    A test fails when one of its pages asks for anything that is not on this machine, or has a script that fails.
    """
    contexts = []
    wrong: list[str] = []

    def local(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in ("http", "https") and address.hostname not in ("127.0.0.1", "localhost", "::1"):
            wrong.append(f"asked for {route.request.url}")
            route.abort()
        else:
            route.continue_()

    def new(width: int = 1280, height: int = 800, *, dark: bool = False, **options: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale="en-GB",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(WAIT_MS)
        context.route("**/*", local)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"script failed: {error}"))
        return page

    yield new
    for context in contexts:
        context.close()
    assert not wrong


@pytest.fixture
def page(pages: Pages) -> Page:
    """A window of 1280 × 800."""
    return pages()


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Shots:
    """Takes pictures: `shots(page, "serve-desktop")` writes serve-desktop.png to the folder that MEDLINT_SCREENSHOTS
    names. Keyword arguments are those of Playwright's `screenshot`.
    """
    named = os.environ.get("MEDLINT_SCREENSHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("shots")
    folder.mkdir(parents=True, exist_ok=True)

    def take(page: Page, name: str, **options: Any) -> Path:
        path = folder / f"{name}.png"
        page.screenshot(path=path, animations="disabled", caret="hide", **options)
        return path

    return take


@pytest.fixture(scope="session")
def serious() -> Serious:
    """What axe-core finds on a page that is serious or critical, a line each."""
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()

    def look(page: Page) -> list[str]:
        found = axe.run(page).response["violations"]
        return [
            f"{one['id']}: {one['help']}: {node['html'][:200]}: {node['failureSummary']}"
            for one in found
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
        ]

    return look
