"""Names on the one-file map: towns, the places of the gazetteer, Arabic, their credit."""

from __future__ import annotations

import pytest
from map_pages import state_of
from map_strikes import few_strikes, strikes_of

from geo.webmap.payload.encode import View


@pytest.fixture
def land(named_land):
    return named_land


def names_at(page, zoom, *, lon=36.6, lat=35.38):
    page.evaluate(f"void layer.map.setView([{lat}, {lon}], {zoom}, {{ animate: false }})")
    labels = state_of(page)["labels"]
    return {label["text"]: (label["x"], label["y"], label["font"]) for label in labels}


def test_zooming_in_brings_the_names_of_smaller_places(open_map):
    page = open_map(*few_strikes())
    written = [names_at(page, zoom) for zoom in (8, 9, 11, 13)]
    assert "Kafr Zita" not in written[0]
    assert "Kafr Zita" in written[1]
    assert "Al-Lataminah" in written[2]
    assert "Maar Kabbah" not in written[1]
    far, near = (names_at(page, zoom, lon=36.83, lat=35.53) for zoom in (9, 12))
    assert len(near) > 5
    assert set(near) - set(far)


def test_a_mountain_is_written_slanted_and_a_town_upright(open_map):
    page = open_map(*few_strikes())
    written = names_at(page, 10, lon=36.55, lat=35.72)
    assert "italic" in written["Jabal al-Zawiya"][2]
    assert "italic" not in written["Kafranbel"][2]


def test_a_name_makes_way_for_a_strike(open_map):
    bare = open_map(strikes_of(away={"lon": 40.1, "lat": 35.3}), few_strikes()[1].iloc[:0])
    x, y, _ = names_at(bare, 11)["Kafr Zita"]
    at = f"layer.map.mouseEventToLatLng({{ clientX: {x}, clientY: {y} }})"
    [lon, lat] = bare.evaluate(f"(({{ lng, lat }}) => [lng, lat])({at})")
    taken = open_map(strikes_of(there={"lon": lon, "lat": lat}), few_strikes()[1].iloc[:0])
    written = names_at(taken, 11)
    assert "Kafr Zita" not in written
    assert "Al-Lataminah" in written


def test_places_are_named_in_arabic_where_asked(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.setMode('labels', 'ar')")
    written = names_at(page, 11)
    assert "كفر زيتا" in written
    assert "Kafr Zita" not in written


def test_the_credit_of_the_places_stands_under_the_map(open_map):
    page = open_map(*few_strikes(), view=View(36.6, 35.38, 11))
    note = page.locator(".strike-credit").inner_text()
    for source in ("GeoNames (CC BY 4.0)", "OCHA (CC BY 3.0 IGO)", "UCDP GED (CC BY 4.0)"):
        assert note.count(source) == 1
