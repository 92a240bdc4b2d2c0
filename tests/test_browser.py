"""The Chromium of the tests: what goes wrong on a page is heard, and no request leaves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser import Visits, Windows


@pytest.fixture
def empty(tmp_path: Path) -> str:
    """Give the address of a page with nothing on it."""
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><link rel=icon href=data:,>", encoding="utf-8")
    return path.as_uri()


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
    windows: Windows, tmp_path: Path, content: str, heard: list[str]
):
    path = tmp_path / "wrong.html"
    path.write_text(f"<!doctype html><link rel=icon href=data:,>{content}", encoding="utf-8")
    visits = Visits(windows)
    visits.open(path.as_uri()).wait_for_load_state()
    visits.close()
    assert visits.troubles == heard


def test_a_request_that_the_test_answers_is_none_that_leaves(windows: Windows, empty: str):
    visits = Visits(windows)
    visits.answered.add("strikemap.invalid")
    page = visits.open(empty)
    page.route("https://strikemap.invalid/**", lambda route: route.fulfill(body="said"))
    # A page of the disk may ask, but not read, what is elsewhere.
    asked = "fetch('https://strikemap.invalid/a', { mode: 'no-cors' }).then(() => true)"
    assert page.evaluate(asked)
    visits.close()
    assert visits.troubles == []


def test_a_window_is_used_again_and_remembers_nothing(windows: Windows, empty: str):
    first = Visits(windows)
    page = first.open(empty, size=(900, 700), scheme="dark")
    page.context.add_cookies([{"name": "a", "value": "b", "url": "http://127.0.0.1/"}])
    page.evaluate("localStorage.setItem('a', 'b'); sessionStorage.setItem('a', 'b'); window.a = 1")
    first.close()
    second = Visits(windows)
    assert second.open(empty) is page
    said = """[localStorage.a, sessionStorage.a, window.a, innerWidth,
      matchMedia("(prefers-color-scheme: dark)").matches]"""
    assert page.evaluate(said) == [None, None, None, 1280, False]
    assert page.context.cookies() == []
    page.evaluate("console.error('wrong')")
    second.close()
    assert (first.troubles, second.troubles) == ([], ["console error: wrong"])


def test_what_pages_need_ends_after_them(windows: Windows, empty: str):
    visits, ended = Visits(windows), []

    @contextmanager
    def serve() -> Iterator[str]:
        yield empty
        ended.append(page.url)

    page = visits.open(visits.need(serve()))
    visits.close()
    assert ended == ["about:blank"]


def test_a_window_of_a_test_that_failed_is_closed(windows: Windows, empty: str):
    visits = Visits(windows)
    page = visits.open(empty)
    visits.close(well=False)
    assert page.is_closed()
    assert page not in windows.free[False]
