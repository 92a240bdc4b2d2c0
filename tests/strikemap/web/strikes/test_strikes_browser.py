"""The Strikes page in a browser: a strike corrected and moved by keys, and found from Explore."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import PATIENCE, Visits
from playwright.sync_api import Page, expect
from served_pages import numbers, search
from workspace_app import make_work, open_page, press, serve_app, settle

from geo.workspace.store import Workspace

TABLE = (
    "date,place,governorate,killed,kind,source\n2016-09-01,Suran,,3,airstrike,SOHR\n"
    "2016-09-02,Talbiseh,Homs,5,airstrike,SNHR\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a workspace of two strikes."""
    return make_work(tmp_path_factory.mktemp("strikes"), TABLE)


@pytest.fixture(scope="module")
def served(made: Path) -> Iterator[str]:
    with serve_app(STRIKEMAP_WORKSPACE=str(made)) as address:
        yield address


def open_strikes(served: str, visits: Visits) -> Page:
    page = open_page(served, "strikes", "Strikes", visits)
    expect(page.get_by_role("heading", name="Suran, 2016-09-01")).to_be_visible(timeout=PATIENCE)
    settle(page)
    return page


def kept(path: Path, place: str) -> dict[str, object]:
    """Return a strike as it stands in the file, while the app has it open."""
    with Workspace(path, writing=False) as opened:
        strikes = opened.read_strikes()
    return dict(strikes[strikes["place_text"] == place].iloc[0])


def test_a_strike_is_corrected_by_keys_and_explore_leads_to_the_form_of_another(
    served: str, made: Path, visits: Visits
):
    page = open_strikes(served, visits)
    correct_it_undo_and_go_on_by_keys(page, made)
    page.goto(served)
    settle(page)
    find_another_from_explore(page)
    # The words searched on Explore leave this one alone, until all are asked for.
    expect(page.get_by_role("button", name="Shortcut B")).to_be_disabled(timeout=PATIENCE)
    page.get_by_text("Whatever Explore's filters say").click(timeout=PATIENCE)
    page.get_by_role("heading", name="Talbiseh, 2016-09-02").click()  # a box to tick keeps keys
    press(page, "b", "As read: 3")
    expect(page.get_by_role("heading", name="Suran, 2016-09-01")).to_be_visible(timeout=PATIENCE)


def correct_it_undo_and_go_on_by_keys(page: Page, made: Path) -> None:
    page.get_by_label("Why, in your words").focus()
    page.keyboard.type("the list")
    page.keyboard.press("Tab")
    page.keyboard.type("Rana")
    page.keyboard.press("Tab")
    settle(page)
    page.locator("[class*=st-key-strikes_field_killed_] input").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("4-6")
    page.keyboard.press("Enter")
    expect(page.get_by_text("correct: incidents:")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("As read: 3")).to_be_visible(timeout=PATIENCE)
    assert (kept(made, "Suran")["killed_min"], kept(made, "Suran")["killed_max"]) == (4, 6)
    page.keyboard.press("Escape")
    press(page, "u", "taken back: incidents:")
    assert kept(made, "Suran")["killed_max"] == 3
    press(page, "y", "done again: incidents:")
    settle(page)
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="Talbiseh, 2016-09-02")).to_be_visible(timeout=PATIENCE)
    assert kept(made, "Suran")["killed_max"] == 6


def find_another_from_explore(page: Page) -> None:
    search(page, "Talbiseh")
    expect(numbers(page)).to_contain_text("1 strike", timeout=PATIENCE)
    settle(page)
    expect(page.get_by_role("link", name="Correct this strike")).to_have_count(0)
    table = page.locator(".stDataFrame .dvn-scroller").first
    table.click(position={"x": 18, "y": 53})
    # The map goes to the strike and tells the page where it is now: a visitor waits for that.
    expect(page).to_have_url(re.compile(r"[?&]at=[^&]*(,|%2C)1[1-9]"), timeout=PATIENCE)
    settle(page)
    expect(page.get_by_role("link", name="Correct this strike")).to_be_visible(timeout=PATIENCE)
    beside = page.get_by_role("button", name="Correct this strike")
    beside.click(timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Talbiseh, 2016-09-02")).to_be_visible(timeout=PATIENCE)
    expect(page).to_have_url(re.compile(r"/strikes\?strike="))


def test_a_strike_is_moved_by_keys_on_the_map(served: str, made: Path, visits: Visits):
    page = open_strikes(served, visits)
    page.get_by_role("tab", name="Place").focus()
    page.keyboard.press("Enter")
    drawn = page.locator(".st-key-strikes_spot_map .strike-mount[data-map=ready]")
    expect(drawn).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("e => e.handMap.map.getZoom() > 4", arg=drawn.element_handle())
    drawn.focus()
    page.keyboard.press("Enter")
    put = page.get_by_role("button", name="Put it there")
    expect(put).to_be_enabled(timeout=PATIENCE)
    settle(page)
    put.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("move: incidents:")).to_be_visible(timeout=PATIENCE)
    row = kept(made, "Suran")
    assert (row["match_method"], row["uncertainty_km"]) == ("reviewed", 1.0)
    assert "place not located" in str(row["corrected"])
