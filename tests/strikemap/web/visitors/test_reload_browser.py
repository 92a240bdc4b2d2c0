"""A file that was opened is still there after F5, for its visitor alone; a link says whose."""

from __future__ import annotations

import re

from app_pages import PLAIN
from browser import Visits
from playwright.sync_api import BrowserContext, Page, expect
from served_pages import PATIENCE, drop, get_map, read, upload

SHOWN = "Shown: mine.csv"
OF_ANOTHER = "This link is to a view of mine.csv"


def test_a_link_from_any_page_is_in_the_language_that_was_asked_for(
    served_app: str, visits: Visits
):
    page = visits.open(f"{served_app}?lang=fr")
    page.get_by_test_id("stTopNavLink").nth(3).click()
    page.wait_for_url(re.compile(r"/reports\?lang=fr$"), timeout=PATIENCE)
    page.get_by_test_id("stTopNavLink").filter(has_text="Lieux").click()
    page.wait_for_url(re.compile(r"/places\?lang=fr$"), timeout=PATIENCE)
    expect(page.get_by_test_id("stTopNavLink").filter(has_text="Lieux")).to_be_visible()
    page.go_back()  # to the page before, and not to this one without the language
    page.wait_for_url(re.compile(r"/reports\?lang=fr$"), timeout=PATIENCE)


def reload(page: Page) -> None:
    page.reload()
    expect(page.locator(".stApp")).to_be_visible(timeout=PATIENCE)


def test_a_file_is_kept_for_its_visitor_alone_until_it_is_given_back(
    served_app: str, visits: Visits
):
    page = visits.open(served_app)
    open_own(page)
    reload(page)
    assert read(get_map(page))["totals"]["rows"] == 2
    expect(page.get_by_text(SHOWN)).to_be_visible()
    expect(page.get_by_text("The data have changed")).to_have_count(0)
    see_that_the_cookie_is_the_visitor_s_alone(page.context, page.url)
    link = page.url
    open_the_link_of_another(visits.open(f"{link}&q=Idlib"))
    page.get_by_role("button", name="Back to the shipped data").click()
    assert read(get_map(page, 1))["totals"]["rows"] > 2
    page.goto(link)
    expect(page.get_by_text(OF_ANOTHER)).to_be_visible(timeout=PATIENCE)


def open_own(page: Page) -> None:
    """Open a file, and load the page again before it is shown."""
    get_map(page)
    drop(page, "mine.csv", PLAIN)
    expect(page.get_by_text("2 rows read, 1 not read")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("document.cookie.includes('strikemap_visitor')")
    reload(page)
    expect(page.get_by_role("heading", name="mine.csv")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("2 rows read, 1 not read")).to_be_visible()
    page.get_by_role("button", name="Show on the map").click()
    expect(page.get_by_text(SHOWN)).to_be_visible(timeout=PATIENCE)
    page.wait_for_url(re.compile("of=mine.csv"), timeout=PATIENCE)


def see_that_the_cookie_is_the_visitor_s_alone(context: BrowserContext, address: str) -> None:
    (cookie,) = [one for one in context.cookies() if one["name"].startswith("strikemap")]
    assert len(cookie["value"]) >= 43
    assert cookie["value"] not in address
    assert cookie["sameSite"] == "Strict"


def open_the_link_of_another(other: Page) -> None:
    """Follow a link without its file, then open the file: the link's view comes back."""
    assert read(get_map(other))["totals"]["rows"] > 2
    expect(other.get_by_text(OF_ANOTHER)).to_be_visible(timeout=PATIENCE)
    expect(other.get_by_text(SHOWN)).to_have_count(0)
    upload(other, "mine.csv", PLAIN)
    assert read(get_map(other, 1))["totals"]["rows"] == 1
    expect(other.get_by_label("Search place, actor or target")).to_have_value("Idlib")
