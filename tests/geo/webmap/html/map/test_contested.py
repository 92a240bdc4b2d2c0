"""Contested land on the page: said where the pointer is, in the legend and on the picture."""

from __future__ import annotations

import pytest
from map_pages import show_land, words_of_picture
from map_strikes import few_strikes

NOTE = "Syrian by its own account."
GOLAN = (33.05, 35.77)  # lat, lon
AT = """(place) => {
  const { x, y } = layer.map.latLngToContainerPoint(place);
  const corner = layer.container.getBoundingClientRect();
  return [x + corner.x, y + corner.y];
}"""


@pytest.fixture(scope="module")
def land(land):
    """Give Syria's base map with a note on its contested part."""
    noted = [
        {**one, "properties": {**one["properties"], "note": NOTE}}
        if one["properties"]["kind"] == "contested"
        else one
        for one in land["features"]
    ]
    return {**land, "features": noted}


def test_what_is_contested_is_said_where_the_pointer_is(open_map):
    page = open_map(*few_strikes())
    show_land(page)
    hint = page.locator(".strike-tooltip")
    x, y = page.evaluate(AT, GOLAN)
    page.mouse.move(x, y)
    hint.wait_for(state="visible")
    assert hint.inner_text().startswith(f"Golan, occupied by Israel. {NOTE} Hatched, disputed land")
    page.mouse.move(x - 300, y)
    hint.wait_for(state="hidden")


def test_what_is_contested_in_view_is_said_in_the_legend_and_on_the_picture(open_map):
    page = open_map(*few_strikes())
    show_land(page)
    page.locator(".strike-notes-contested summary").click()
    page.get_by_text(f"Golan, occupied by Israel. {NOTE}").wait_for()
    assert any(NOTE in words for words in words_of_picture(page))
    page.evaluate("layer.map.setView([36.2, 40.5], 10, { animate: false })")
    page.locator(".strike-notes-contested").wait_for(state="hidden")
    assert not any(NOTE in words for words in words_of_picture(page))
