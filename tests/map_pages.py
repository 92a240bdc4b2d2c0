"""Pages of the one-file HTML map for browser tests: how to find the map on them and ask it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

READY = "document.documentElement.dataset.strikes === 'ready'"
FIND_MAP = """
window.layer = Object.values(window).find((value) => value?.strikes && value._container).strikes
"""


def state_of(page: Page) -> dict[str, Any]:
    """Return counts, marks, range, view and modes as the page's map has them."""
    return page.evaluate("layer.getState()")
