"""A person's own layers on the one-file map: drawn, following the window, told, switched off."""

from __future__ import annotations

import json

import pytest
from map_pages import words_of_picture
from map_strikes import few_strikes

from geo.layers.pack import pack_layers
from geo.layers.read import LayerRequest, read_layer

HOSTILE = "<img src=x onerror=\"document.title='ran'\"> {{ 7*7 }} {% raw %} </script>"
APART = "of different days: not all held at once"
NORTH = (36.6, 39.5)  # lat, lon: where no strike is
INK = """([lat, lon]) => {
  const canvas = layer.surface.underMarks;
  const { x, y } = layer.map.latLngToContainerPoint([lat, lon]);
  const { scale } = layer.surface;
  return canvas.getContext("2d").getImageData(x * scale, y * scale, 1, 1).data[3];
}"""
AT = """(place) => {
  const { x, y } = layer.map.latLngToContainerPoint(place);
  const corner = layer.container.getBoundingClientRect();
  return [x + corner.x, y + corner.y];
}"""


def feature(said, shape, coordinates):
    geometry = {"type": shape, "coordinates": coordinates}
    return {"type": "Feature", "properties": said, "geometry": geometry}


@pytest.fixture
def land(land, tmp_path):
    """Give Syria's base map with two invented layers."""
    square = [[[39, 36.2], [40, 36.2], [40, 37], [39, 37], [39, 36.2]]]
    area = feature({"name": "Held", "from": "2015-09-01", "to": "2015-12-31"}, "Polygon", square)
    around = [[[39.6, 34.9], [40.7, 34.9], [40.7, 35.8], [39.6, 35.8], [39.6, 34.9]]]
    after = feature({"name": "Around a strike", "from": "2016-01-01", "to": ""}, "Polygon", around)
    held = {"type": "FeatureCollection", "features": [area, after]}
    site = feature({"name": HOSTILE, "beds": "40"}, "Point", [38.2, 33.2])
    layers = []
    for name, one in (("Invented control", held), ("Invented sites", site)):
        path = tmp_path / f"{name}.geojson"
        path.write_text(json.dumps(one))
        layers.append(read_layer(path, LayerRequest(credit="nobody at all")).layer)
    return {**land, "layers": pack_layers(layers)}


def describe(page):
    return [
        (one["name"], one["there"], one["on"]) for one in page.evaluate("layer.layers.describe()")
    ]


def test_layers_are_drawn_follow_the_window_and_are_told_in_plain_text(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.map.setView([35, 38], 7, { animate: false })")  # both layers are in view
    assert describe(page) == [("Invented control", 2, True), ("Invented sites", 1, True)]
    assert page.evaluate(INK, NORTH) > 0
    legend = page.locator(".strike-layers li")
    assert legend.all_inner_texts() == [f"Invented control (2, {APART})", "Invented sites (1)"]
    assert "Invented control: nobody at all." in page.locator(".strike-credit").inner_text()

    page.evaluate("layer.setRange('2016-01-01', '2016-12-31')")
    assert describe(page)[0] == ("Invented control", 1, True)
    assert page.evaluate(INK, NORTH) == 0
    assert legend.first.inner_text() == "Invented control (1 of 2 at this time)"
    page.mouse.click(*page.evaluate(AT, (35.33, 40.14)))
    page.locator(".strike-read").wait_for()  # the strike, not the area around it
    page.evaluate("layer.map.setView([35, 42], 7, { animate: false })")  # beside the drawer
    page.mouse.click(*page.evaluate(AT, (35.0, 39.7)))
    page.locator(".strike-feature").wait_for()
    assert page.locator(".strike-feature h3").inner_text() == "Around a strike"
    page.keyboard.press("Escape")
    page.evaluate("layer.map.setView([35, 38], 7, { animate: false })")
    page.evaluate("layer.setRange(null)")
    assert page.evaluate(INK, NORTH) > 0

    x, y = page.evaluate(AT, (33.2, 38.2))
    page.mouse.move(x, y)
    hint = page.locator(".strike-tooltip")
    hint.wait_for(state="visible")
    assert hint.inner_text().endswith("{{ 7*7 }} {% raw %} </script>")
    page.mouse.click(x, y)
    told = page.locator(".strike-feature")
    told.wait_for()
    assert told.locator("h3").inner_text() == HOSTILE
    assert told.locator("img").count() == 0
    assert page.title() != "ran"
    assert "beds" in told.inner_text()
    words = words_of_picture(page)
    assert "Invented sites (1)" in words
    assert any("nobody at all" in text for text in words)

    legend.first.get_by_role("checkbox").uncheck()
    assert describe(page)[0] == ("Invented control", 2, False)
    assert page.evaluate(INK, NORTH) == 0
    assert "Invented control (2" not in words_of_picture(page)
