"""The picker in a browser: a click, a drag, the keyboard, and the fields that say the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_server import free_port, serve
from browser import PATIENCE, Visits
from playwright.sync_api import Locator, Page, expect

SCRIPT = """import streamlit as st
from gazetteer.language import speaking
from strikemap.languages.catalogues import catalogue_of
from strikemap.web.picker import Mark, pick_point
marks = [Mark(1, 36.7, 35.1), Mark(2, 37.2, 36.2)]
hit = lambda number: st.session_state.update(hit=number)
point = pick_point("spot", ("sy",), marks=marks, on_mark=hit)
with st.expander("Folded"), speaking(catalogue_of("ar")):
    pick_point("folded", ("sy",))
st.write("said:", repr(point), "hit:", str(st.session_state.get("hit")))
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a page that has nothing but a picker with two marks."""
    script: Path = tmp_path_factory.mktemp("picker") / "page.py"
    script.write_text(SCRIPT, encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true",
               "--server.port", str(port), "--server.address", "127.0.0.1"]  # fmt: skip
    with serve(command, port):
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture
def page(served: str, visits: Visits) -> Page:
    page = visits.open(served)
    expect(get_map(page)).to_be_visible(timeout=PATIENCE)
    return page


def get_map(page: Page, key: str = "spot") -> Locator:
    return page.locator(f".st-key-{key}_map .strike-mount[data-map=ready]")


def field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True).first


def spot_of(page: Page, lat: float, lon: float) -> dict[str, float]:
    """Return where a place stands on the map, in CSS pixels from its corner."""
    asked = "(e, [lat, lon]) => { const p = e.handMap.map.latLngToContainerPoint([lat, lon]);"
    spot: dict[str, float] = get_map(page).evaluate(
        f"{asked} return {{ x: p.x, y: p.y }} }}", [lat, lon]
    )
    return spot


def test_a_click_is_the_point_and_the_edge_its_radius(page: Page):
    get_map(page).click(position=spot_of(page, 35.6, 36.9))
    expect(page.get_by_text("said: Point(lon=36.")).to_be_visible(timeout=PATIENCE)
    expect(field(page, "Within km")).to_have_value("1.0")
    assert float(field(page, "Latitude").input_value()) == pytest.approx(35.6, abs=0.02)
    box = page.locator(".strike-grip-edge").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 9, box["y"] + 9)
    page.mouse.down()
    page.mouse.move(box["x"] + 80, box["y"] + 9, steps=4)
    page.mouse.up()
    expect(field(page, "Within km")).not_to_have_value("1.0", timeout=PATIENCE)
    assert float(field(page, "Within km").input_value()) > 5
    assert float(field(page, "Latitude").input_value()) == pytest.approx(35.6, abs=0.02)


def test_a_folded_map_shows_the_country_a_mark_is_hit_and_the_keyboard_alone_picks(page: Page):
    see_the_country_on_a_map_that_was_folded_away(page)
    hit_a_mark(page)
    pick_and_type_by_keys(page)


def see_the_country_on_a_map_that_was_folded_away(page: Page) -> None:
    folded = get_map(page, "folded")
    page.get_by_text("Folded").click()
    expect(folded).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("e => e.handMap.map.getZoom() > 4", arg=folded.element_handle())
    middle = folded.evaluate("e => e.handMap.map.getCenter()")
    assert (middle["lat"], middle["lng"]) == (pytest.approx(35, abs=2), pytest.approx(38.5, abs=3))
    names = "e => e.handMap.baseMap.laid.labels.map(({ text }) => text)"
    assert "حلب" in folded.evaluate(names), "a map names places as its page speaks"
    assert "Aleppo" in get_map(page).evaluate(names)


def hit_a_mark(page: Page) -> None:
    get_map(page).click(position=spot_of(page, 36.2, 37.2))
    expect(page.get_by_text("said: None hit: 2")).to_be_visible(timeout=PATIENCE)


def pick_and_type_by_keys(page: Page) -> None:
    middle = get_map(page).evaluate("e => e.handMap.map.getCenter()")
    get_map(page).focus()
    page.keyboard.press("Shift")
    expect(get_map(page).locator(".strike-cross")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text("said: Point(lon=")).to_be_visible(timeout=PATIENCE)
    expect(field(page, "Longitude")).not_to_have_value("", timeout=PATIENCE)
    assert float(field(page, "Longitude").input_value()) == pytest.approx(middle["lng"], abs=1e-4)
    field(page, "Within km").fill("7.5")
    field(page, "Within km").press("Enter")
    expect(page.get_by_text("radius_km=7.5)")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function(
        "e => e.handMap.point.radius_km === 7.5", arg=get_map(page).element_handle()
    )
