"""A file that was opened is still there after F5, for its visitor alone; a link says whose."""

from __future__ import annotations

import re

from app_pages import PLAIN
from browser import Visits
from playwright.sync_api import Page, expect
from served_pages import PATIENCE, drop, get_map, read, upload

SHOWN = "Shown: mine.csv"


def reload(page: Page) -> None:
    page.reload()
    expect(page.locator(".stApp")).to_be_visible(timeout=PATIENCE)


def open_own(served_app: str, visits: Visits) -> Page:
    page = visits.open(served_app)
    get_map(page)
    upload(page, "mine.csv", PLAIN)
    assert read(get_map(page, 1))["totals"]["rows"] == 2
    page.wait_for_url(re.compile("of=mine.csv"), timeout=PATIENCE)
    return page


def test_an_upload_is_there_after_a_reload_and_nobody_else_sees_it(served_app: str, visits: Visits):
    page = open_own(served_app, visits)
    reload(page)
    assert read(get_map(page))["totals"]["rows"] == 2
    expect(page.get_by_text(SHOWN)).to_be_visible()
    expect(page.get_by_text("The data have changed")).to_have_count(0)
    cookies = page.context.cookies()
    (cookie,) = [one for one in cookies if one["name"].startswith("strikemap")]
    assert len(cookie["value"]) >= 43
    assert cookie["value"] not in page.url
    assert cookie["sameSite"] == "Strict"
    other = visits.open(page.url)
    assert read(get_map(other))["totals"]["rows"] > 2
    expect(other.get_by_text("This link is to a view of mine.csv")).to_be_visible()
    expect(other.get_by_text(SHOWN)).to_have_count(0)


def test_a_link_s_view_comes_back_where_its_file_is_opened(served_app: str, visits: Visits):
    page = open_own(served_app, visits)
    link = f"{page.url}&q=Douma"
    other = visits.open(link)
    expect(other.get_by_text("This link is to a view of mine.csv")).to_be_visible(timeout=PATIENCE)
    upload(other, "mine.csv", PLAIN)
    assert read(get_map(other, 1))["totals"]["rows"] == 1
    expect(other.get_by_label("Search place, actor or target")).to_have_value("Douma")


def test_what_was_given_back_is_forgotten(served_app: str, visits: Visits):
    page = open_own(served_app, visits)
    link = page.url
    page.get_by_role("button", name="Back to the shipped data").click()
    get_map(page, 2)
    page.goto(link)
    expect(page.get_by_text("This link is to a view of mine.csv")).to_be_visible(timeout=PATIENCE)


def test_a_file_that_is_being_opened_is_still_being_opened(served_app: str, visits: Visits):
    page = visits.open(served_app)
    get_map(page)
    drop(page, "mine.csv", PLAIN)
    expect(page.get_by_text("2 rows read, 1 not read")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("document.cookie.includes('strikemap_visitor')")
    reload(page)
    expect(page.get_by_role("heading", name="mine.csv")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("2 rows read, 1 not read")).to_be_visible()
