"""The Places page in a browser, by the keyboard alone: a key a decision, undo, redo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import PATIENCE, Visits
from playwright.sync_api import Page, expect
from workspace_app import TABLE, open_places, press, serve_app, settle

# A key of a keyboard that Playwright has none of, such as a Cyrillic one.
PRESS = """key => ["keydown", "keyup"].forEach((name) => document.body.dispatchEvent(
  new KeyboardEvent(name, { ...key, bubbles: true, composed: true, cancelable: true })))"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the app on a table of three rows, two of one ambiguous name."""
    path: Path = tmp_path_factory.mktemp("served") / "incidents.csv"
    path.write_text(TABLE, encoding="utf-8")
    with serve_app(STRIKEMAP_STRIKES=str(path)) as address:
        yield address


def open_names(served: str, visits: Visits) -> Page:
    page = open_places(served, visits)
    expect(page.get_by_role("heading", name="Suran")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".strike-mount[data-map=ready]")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("globalThis[Symbol.for('strikemap places keys')]")
    settle(page)
    return page


def take_back(page: Page) -> None:
    press(page, "u", "The last decision is taken back.")
    expect(page.get_by_role("heading", name="Suran")).to_be_visible(timeout=PATIENCE)


def test_names_are_gone_through_left_and_decided_by_one_key_each(served: str, visits: Visits):
    page = open_names(served, visits)
    press(page, "n", "2 of 2")
    expect(page.get_by_role("heading", name="Zyxfold, Hama")).to_be_visible(timeout=PATIENCE)
    press(page, "b", "1 of 2")
    press(page, "l", "Suran: left for later, undecided")
    expect(page.get_by_role("heading", name="Zyxfold, Hama")).to_be_visible(timeout=PATIENCE)
    take_back(page)
    press(page, "1", "Suran: 2 rows placed as decided")
    expect(page.get_by_role("heading", name="Zyxfold, Hama")).to_be_visible(timeout=PATIENCE)
    take_back(page)
    press(page, "y", "The decision is taken again.")
    press(page, "x", "No name of these data is left to decide.")
    expect(page.get_by_role("heading", name="Decided (2)")).to_be_visible()
    page.get_by_role("link", name="Explore").click()
    located = page.get_by_text("2 of 3 located").first
    expect(located).to_be_visible(timeout=PATIENCE)


def test_a_mark_of_the_map_is_its_candidate_and_another_place_is_searched_by_keys(
    served: str, visits: Visits
):
    page = open_names(served, visits)
    picker = page.locator(".strike-mount[data-map=ready]")
    picker.scroll_into_view_if_needed()
    settle(page)
    spot = picker.evaluate(
        "element => { const { x, y } = element.handMap.placed[0]; return {x, y} }"
    )
    picker.click(position=spot)
    expect(page.get_by_text("Suran: 2 rows placed as decided")).to_be_visible(timeout=PATIENCE)
    take_back(page)
    settle(page)
    for key in "/Talbiseh":
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="1. Talbiseh")).to_be_visible(timeout=PATIENCE)
    page.evaluate(PRESS, {"key": "ц", "code": "KeyW"})
    page.keyboard.type("the video says")
    page.keyboard.press("Escape")
    press(page, "1", "Suran: 2 rows placed as decided")


def test_a_point_is_taken_by_keys_from_the_map_or_typed(served: str, visits: Visits):
    page = open_names(served, visits)
    page.keyboard.press("m")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    radius = page.get_by_label("Within km", exact=True)
    expect(radius).to_have_value("1.0", timeout=PATIENCE)
    page.keyboard.press("Escape")
    press(page, "p", "Suran: 2 rows placed as decided")
    expect(page.get_by_role("heading", name="Zyxfold, Hama")).to_be_visible(timeout=PATIENCE)
    expect(radius).to_have_value("")
    settle(page)
    page.get_by_label("Latitude", exact=True).focus()
    for text in ("35.2", "36.7", "2"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    press(page, "p", "Zyxfold: 1 row placed as decided")
