"""Fixtures that several test files share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import Visits, launch_chromium
from playwright.sync_api import Browser, sync_playwright

REPORT = pytest.StashKey[pytest.TestReport]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call":
        item.stash[REPORT] = report
    return report


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give one Chromium to all browser tests."""
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture
def visits(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Visits]:
    """Open pages without network; a console error, page error or stray request fails the test."""
    opened = Visits(chromium)
    yield opened
    report = request.node.stash.get(REPORT, None)
    if opened.troubles or (report is not None and report.failed):
        opened.picture(request.node.name)
    opened.close()
    assert not opened.troubles
