"""A real browser for the page. Needs `playwright` and the system's Chromium; nothing is ever downloaded."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from storydiff.model import Comparison
from storydiff.reporting.to_html import to_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    api = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install 'storydiff[test]'")
    if _CHROMIUM is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Windows of one kind share a context, because making one takes long."""
    made: dict[str, BrowserContext] = {}

    def context(**options: Any) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in made:
            made[key] = browser.new_context(**options)
        return made[key]

    yield context
    for one in made.values():
        one.close()


@pytest.fixture
def show(contexts: Callable[..., BrowserContext], tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a comparison in a new window; at the end nothing may have been complained of, nor asked of any network."""
    pages: list[Page] = []
    complaints: list[str] = []
    requests: list[str] = []

    def opened(comparison: Comparison, width: int = 1280, height: int = 900, at: str = "", **options: Any) -> Page:
        path = tmp_path / f"page{len(pages)}.html"
        path.write_text(to_html(comparison), encoding="utf-8")
        page = contexts(**options).new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.set_default_timeout(5000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri() + at)
        return page

    yield opened
    for page in pages:
        page.close()
    assert complaints == []
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
