"""A file opened in a browser: long work is cancelled, and what comes after is not disturbed."""

from __future__ import annotations

from app_pages import PLAIN
from browser import Visits
from playwright.sync_api import expect
from served_pages import PATIENCE, drop, get_drop, get_map, read

LONG = "date,place,killed\n" + "".join(
    f"2016-{1 + row % 12:02d}-{1 + row % 28:02d},Made Farm {row},{row % 5}\n"
    for row in range(60_000)
)


def test_long_work_is_cancelled_and_another_file_is_opened(served_app: str, visits: Visits):
    page = visits.open(served_app)
    before = read(get_map(page))["totals"]
    get_drop(page).set_input_files(
        [{"name": "long.csv", "mimeType": "text/csv", "buffer": LONG.encode()}]
    )
    page.get_by_role("button", name="Cancel", exact=True).click(timeout=PATIENCE)
    assert read(get_map(page, 1))["totals"] == before
    expect(page.get_by_role("heading", name="long.csv")).to_have_count(0)
    drop(page, "mine.csv", PLAIN)
    expect(page.get_by_role("heading", name="mine.csv")).to_be_visible()
    expect(page.get_by_text("2 rows read, 1 not read")).to_be_visible()
    page.set_viewport_size({"width": 1024, "height": 400})  # far down the page
    page.get_by_role("button", name="Show on the map").click()
    assert get_map(page, 2).bounding_box()["y"] >= 0
