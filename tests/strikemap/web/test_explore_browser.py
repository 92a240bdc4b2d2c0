"""The running Explore page in a browser: map, slider, choice, table and address agree."""

from __future__ import annotations

import io
import re

import pytest
from browser import Visits
from map_pages import COUNT_STEPS
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from served_pages import (
    AIRSTRIKE,
    PATIENCE,
    click_mark,
    count_pixels,
    drag,
    expect_numbers_of,
    get_map,
    numbers,
    read,
    search,
    wait_for,
)
from workspace_app import settle


def expect_rows(page: Page, rows: int | str) -> None:
    """Wait until the table, which is open, says so many strikes."""
    caption = page.get_by_test_id("stTabs").get_by_test_id("stCaptionContainer").first
    expect(caption).to_have_text(re.compile(rf"^{rows} strikes?\.$"), timeout=PATIENCE)


def test_map_slider_choice_bars_and_filter_agree_with_the_page(served_app: str, visits: Visits):
    page = visits.open(served_app)
    drawn = get_map(page)
    see_that_the_page_fits(page, drawn, dark=False)
    see_that_the_map_draws_what_the_page_counts(page, drawn)
    move_the_slider_and_back(page, drawn)
    choose_on_the_map_and_close(page, drawn)
    filter_by_a_bar_and_back(page, drawn)
    zoom_and_filter(page, drawn)


def see_that_the_map_draws_what_the_page_counts(page: Page, drawn: Locator) -> None:
    state = read(drawn)
    assert state["totals"]["rows"] >= 20
    assert (
        sum(cluster["count"] for cluster in state["clusters"]) + state["outside"]
        == (state["totals"]["dated"]["located"])
    )
    expect_numbers_of(page, state["totals"])
    seen = Image.open(io.BytesIO(drawn.screenshot()))
    assert count_pixels(seen, AIRSTRIKE) > 100


def move_the_slider_and_back(page: Page, drawn: Locator) -> None:
    before = read(drawn)
    sources = page.get_by_role("tab", name="Sources")
    sources.click()
    drag(page, page.get_by_role("slider", name="From"), 0.6)
    after = wait_for(drawn, "state.totals.rows < value", before["totals"]["rows"])
    assert after["clusters"] != before["clusters"]
    assert after["range"]
    expect_numbers_of(page, after["totals"])
    expect(sources).to_have_attribute("aria-selected", "true")  # it stays open
    page.get_by_role("tab", name="Table").click()
    expect_rows(page, after["totals"]["rows"])
    page.wait_for_url(re.compile(f"from={after['range'][0]}"), timeout=PATIENCE)
    page.get_by_role("button", name="Show the whole period").click()
    expect_numbers_of(page, before["totals"])
    assert read(drawn)["clusters"] == before["clusters"]
    page.wait_for_url(re.compile("^((?!from=).)*$"), timeout=PATIENCE)


def zoom_and_filter(page: Page, drawn: Locator) -> None:
    """Zoom into the largest cluster, and filter: zoom and position stay."""
    before = read(drawn)
    drawn.evaluate(
        "element => { element.rest = new Promise((done) =>"
        " element.strikes.map.once('moveend', done)).then(() => null); }"
    )
    click_mark(drawn, max(before["clusters"], key=lambda cluster: cluster["count"]))
    drawn.evaluate("element => element.rest")
    zoomed = read(drawn)
    assert zoomed["view"]["zoom"] > before["view"]["zoom"]
    search(page, "Hama")
    filtered = wait_for(drawn, "state.totals.rows < value", before["totals"]["rows"])
    assert filtered["view"] == zoomed["view"]
    expect_numbers_of(page, filtered["totals"])
    assert read(drawn)["view"] == zoomed["view"]


def test_the_period_survives_a_filter_and_a_link_brings_all_back_on_a_dark_telephone(
    served_app: str, visits: Visits
):
    page = visits.open(served_app)
    drawn = get_map(page)
    period = keep_the_period_as_filters_change(page, drawn)
    drawn.evaluate(
        "element => { element.strikes.map.setView([35.5, 36.6], 9, { animate: false }) }"
    )
    # Leaflet moves by whole pixels: the centre may come back a few metres off.
    at = r"at=36\.(6|60|59)\d*%2C35\.(5|50|49)\d*%2C9&"
    page.wait_for_url(re.compile(f"{at}.*show=areas|show=areas.*&{at}"), timeout=PATIENCE)
    again = visits.open(page.url, size=(390, 844), scheme="dark")
    see_that_the_page_fits(again, get_map(again), dark=True)
    state = read(get_map(again))
    assert state["view"] == pytest.approx({"lon": 36.6, "lat": 35.5, "zoom": 9}, abs=0.01)
    assert state["areas"]
    assert state["range"][1] == period[1]  # the first day is open
    assert state["totals"] == read(drawn)["totals"]
    expect(again.get_by_text("The data have changed")).to_have_count(0)
    warn_of_a_link_to_other_data(again, served_app)


def keep_the_period_as_filters_change(page: Page, drawn: Locator) -> list[str]:
    """Set a period, a filter and a way to show, go back and forth, and return the period."""
    whole = read(drawn)["totals"]["rows"]
    drag(page, page.get_by_role("slider", name="To"), 0.5)
    moved = wait_for(drawn, "state.totals.rows < value", whole)
    expect_numbers_of(page, moved["totals"])
    page.get_by_role("button", name="ground attack").click()
    more = wait_for(drawn, "state.totals.rows > value", moved["totals"]["rows"])
    assert more["range"] == moved["range"]
    expect_numbers_of(page, more["totals"])
    page.evaluate(COUNT_STEPS)
    page.get_by_label("Show", exact=True).select_option("areas")
    page.wait_for_url(re.compile("show=areas"), timeout=PATIENCE)
    page.go_back()
    wait_for(drawn, "state.modes.show === value", "clusters")
    settle(page)
    page.go_back()
    back = wait_for(drawn, "state.totals.rows === value", moved["totals"]["rows"])
    assert back["range"] == moved["range"]
    expect_numbers_of(page, back["totals"])
    settle(page)
    page.go_forward()
    wait_for(drawn, "state.totals.rows === value", more["totals"]["rows"])
    expect_numbers_of(page, more["totals"])
    settle(page)
    page.go_forward()
    wait_for(drawn, "state.modes.show === value", "areas")
    expect_numbers_of(page, more["totals"])
    settle(page)
    assert page.evaluate("stepsMade") == 1, "a way to show is a step, and nothing else was one"
    period: list[str] = more["range"]
    return period


def warn_of_a_link_to_other_data(page: Page, served_app: str) -> None:
    part = "from=2020-01-01&to=2020-12-31&kind=airstrike&data=00000000"
    page.goto(f"{served_app}?{part}")
    expect(page.get_by_text("The data have changed")).to_be_visible(timeout=PATIENCE)
    drawn = get_map(page)
    state = read(drawn)
    assert state["range"][0] == "2020-01-01"
    expect_numbers_of(page, state["totals"])
    page.get_by_role("button", name="Show the whole period").click()
    whole = wait_for(drawn, "state.totals.rows > value", state["totals"]["rows"])
    expect_numbers_of(page, whole["totals"])


def test_the_strike_of_duwaylah_reads_right_from_its_mark_and_from_its_row(
    served_app: str, visits: Visits
):
    page = visits.open(f"{served_app}?q=Duwaylah&at=38,35,7")
    drawn = get_map(page)
    read_the_strike_of_a_mark(page, drawn)
    keep_to_what_is_near_it(page)
    fly_to_the_strike_of_a_row(page, drawn)


def read_the_strike_of_a_mark(page: Page, drawn: Locator) -> None:
    found = wait_for(drawn, "state.totals.rows <= 2")
    assert len(found["clusters"]) == 1
    click_mark(drawn, found["clusters"][0])
    page.locator(".strike-entry, .strike-read[data-strike]").first.wait_for()
    if page.locator(".strike-entry").count():
        page.locator(".strike-entry", has_text="70").first.click()
    details = page.locator("article.strike-read")
    expect(details.locator("h3")).to_have_text("Duwaylah")
    for words in ("26 October 2020", "Russia (alleged)", "70–100", "Idlib",
                  "Russian Air Force Strikes Rebel Headquarters in Idlib, Syria"):  # fmt: skip
        expect(details).to_contain_text(words)
    assert drawn.evaluate("element => element.strikes.selected !== null")
    expect_numbers_of(page, found["totals"])
    expect_rows(page, found["totals"]["rows"])  # reading is not filtering
    expect(page.get_by_text("chosen on the map")).to_have_count(0)


def keep_to_what_is_near_it(page: Page) -> None:
    page.get_by_role("button", name="All 2 strikes at this place").click()
    page.get_by_label("Kilometres from").fill("3")
    page.get_by_role("button", name="Show only strikes within it").click()
    page.wait_for_url(re.compile(r"near=.*%2C3%2CDuwaylah"), timeout=PATIENCE)
    expect(page.get_by_label("Kilometres around Duwaylah")).to_be_attached(timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Duwaylah · الدويلة")).to_be_visible()


def fly_to_the_strike_of_a_row(page: Page, drawn: Locator) -> None:
    page.get_by_role("button", name="Close the list").click()
    drawn.evaluate("element => { element.strikes.map.setView([35, 38], 7, { animate: false }) }")
    settle(page)
    details = page.locator("article.strike-read")
    expect(details).to_have_count(0)
    before = read(drawn)
    grid = page.get_by_test_id("stDataFrame").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box
    page.mouse.click(box["x"] + 15, box["y"] + 55)
    expect(details.locator("h3")).to_have_text("Duwaylah", timeout=PATIENCE)
    after = read(drawn)
    assert after["view"]["zoom"] > before["view"]["zoom"]
    expect_rows(page, before["totals"]["rows"])
    expect(details).to_be_in_viewport()
    page.get_by_role("button", name="Back to the table").click()
    expect(grid).to_be_in_viewport()
    page.get_by_text("Tables keep to the map's window").click()
    said = page.get_by_text(re.compile(r"^\d+ of 2 strikes lie in it"))
    expect(said).to_be_visible(timeout=PATIENCE)
    expect_rows(page, said.inner_text().split()[0])


def choose_box(page: Page, drawn: Locator, mark: dict[str, float]) -> None:
    """Draw a box around a mark by mouse."""
    page.get_by_role("button", name="Select an area").click()  # which may scroll the page
    box = drawn.bounding_box()
    assert box
    x, y = box["x"] + mark["x"], box["y"] + mark["y"]
    page.mouse.move(x - 25, y - 25)
    page.mouse.down()
    page.mouse.move(x + 25, y + 25)
    page.mouse.up()


def choose_on_the_map_and_close(page: Page, drawn: Locator) -> None:
    """Choose the strikes of an area: table and numbers hold to them until the list is closed."""
    state = read(drawn)
    mark = max(state["clusters"], key=lambda cluster: cluster["count"])
    choose_box(page, drawn, mark)
    expect(numbers(page)).to_contain_text("chosen on the map", timeout=PATIENCE)
    chosen = re.search(r"(\d+) strikes? chosen", numbers(page).inner_text())
    assert chosen
    assert int(chosen[1]) < state["totals"]["rows"]
    expect_rows(page, chosen[1])
    assert read(drawn)["view"] == state["view"]
    page.get_by_role("button", name="Close the list").click()
    expect_numbers_of(page, state["totals"])


def see_that_the_page_fits(page: Page, drawn: Locator, *, dark: bool) -> None:
    box, size = drawn.bounding_box(), page.viewport_size
    assert box
    assert size
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert box["y"] < 260
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= size["width"]
    ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert (sum(int(n) for n in re.findall(r"\d+", ground)[:3]) < 200) == dark


def filter_by_a_bar_and_back(page: Page, drawn: Locator) -> None:
    page.get_by_role("button", name="List", exact=True).click()
    page.get_by_role("tab", name="Counts").click()
    bars = page.locator(".strike-bar-section", has=page.get_by_role("heading", name="Kind"))
    off = bars.get_by_role(
        "button", name="Ground attack"
    )  # a kind that is not shown is counted too
    expect(off).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    bars.get_by_role("button", name="Missile").click()  # of the usual kinds that one alone
    page.wait_for_url(re.compile("kind=missile(&|$)"), timeout=PATIENCE)
    shown = wait_for(drawn, "state.totals.rows === 1")
    expect_numbers_of(page, shown["totals"])
    expect(bars.get_by_role("button", name="Missile")).to_have_attribute("aria-pressed", "true")
    bars.get_by_role("button", name="Missile").click()
    page.wait_for_url(re.compile("^((?!kind=missile(&|$)).)*$"), timeout=PATIENCE)
    page.get_by_role("button", name="Close the list").click()
