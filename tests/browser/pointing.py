"""What a reader's hand does: it waits until the page lies still before it presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Rows are laid out when they come near, and the window scrolls on a little then; on a busy machine that takes a while.
_STILL = """element => new Promise(done => {
    let last = '', same = 0;
    const look = () => {
        const box = element.getBoundingClientRect();
        const now = [box.top, box.left, scrollY, document.documentElement.scrollHeight].join();
        same = now === last ? same + 1 : 0;
        last = now;
        same < 6 ? requestAnimationFrame(look) : done();
    };
    look();
})"""


def click(page: Page, selector: str) -> None:
    """Clicks on the first that fits, once it stands still in the window."""
    target = page.locator(selector).first
    target.scroll_into_view_if_needed()
    target.evaluate(_STILL)
    target.click()


def point_at(page: Page, selector: str) -> None:
    """Moves the pointer to a sentence that stands still, and waits until it is lit."""
    target = page.locator(selector).first
    target.scroll_into_view_if_needed()
    target.evaluate(_STILL)
    target.hover()
    page.wait_for_function("sentence => sentence.matches('.lit')", arg=target.element_handle())
