"""The Chromium of the tests: what goes wrong on a page is heard, and no request leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import Visits
from playwright.sync_api import Browser


@pytest.mark.parametrize(
    ("content", "heard"),
    [
        ("<script>throw new Error('wrong')</script>", ["page error: wrong"]),
        ("<script>console.error('wrong')</script>", ["console error: wrong"]),
        (
            "<img src=https://strikemap.invalid/a.png>",
            [
                "request left the machine: https://strikemap.invalid/a.png",
                "console error: Failed to load resource: net::ERR_NAME_NOT_RESOLVED",
            ],
        ),
        (
            "<img src=http://192.0.2.1/a.png>",
            [
                "request left the machine: http://192.0.2.1/a.png",
                "console error: Failed to load resource: net::ERR_NAME_NOT_RESOLVED",
            ],
        ),
    ],
    ids=["error", "console", "name", "number"],
)
def test_what_goes_wrong_on_a_page_is_heard(
    chromium: Browser, tmp_path: Path, content: str, heard: list[str]
):
    path = tmp_path / "wrong.html"
    path.write_text(f"<!doctype html><link rel=icon href=data:,>{content}", encoding="utf-8")
    visits = Visits(chromium)
    visits.open(path.as_uri()).wait_for_load_state()
    visits.close()
    assert visits.troubles == heard


def test_a_request_that_the_test_answers_is_none_that_leaves(chromium: Browser, tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><link rel=icon href=data:,>", encoding="utf-8")
    visits = Visits(chromium)
    visits.answered.add("strikemap.invalid")
    page = visits.open(path.as_uri())
    page.route("https://strikemap.invalid/**", lambda route: route.fulfill(body="said"))
    # A page of the disk may ask, but not read, what is elsewhere.
    asked = "fetch('https://strikemap.invalid/a', { mode: 'no-cors' }).then(() => true)"
    assert page.evaluate(asked)
    visits.close()
    assert visits.troubles == []
