"""The base layer of the one-file map: towns, waters, hill shading; online tiles when asked for."""

from __future__ import annotations

import base64
import io
import json
from math import hypot

import numpy as np
from map_pages import FIND_MAP, READY, state_of
from map_strikes import few_strikes
from PIL import Image
from tile_files import COLUMN, ROW, VECTOR_TILE, vector_layers, write_mbtiles

from geo.land.tiles.bundle import bundle_tiles
from geo.webmap.layer import render_html, strike_map

# Whether one of some canvases has a pixel of a colour.
HAS_COLOUR = """([selector, colour]) => [...document.querySelectorAll(selector)].some((canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < data.length; i += 4) {
    if (colour.every((part, at) => data[i + at] === part)) return true;
  }
  return false;
})"""
TILES = "tile.openstreetmap.org"


def test_online_tiles_come_only_when_asked_for_and_are_credited(open_map, visits):
    asked = []
    tile = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    page = open_map(*few_strikes())

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(body=tile, content_type="image/png")

    page.route(f"https://{TILES}/**", answer)
    page.evaluate("void layer.map.setZoom(9, { animate: false })")
    assert asked == []
    visits.answered.add(TILES)
    page.get_by_label("Base map").select_option("online")
    page.get_by_text("© OpenStreetMap contributors").wait_for()
    page.locator("img.leaflet-tile-loaded").first.wait_for()
    page.get_by_label("Base map").select_option("quiet")
    assert page.locator("img.leaflet-tile").count() == 0
    assert "OpenStreetMap" not in page.locator(".strike-credit").inner_text()


def test_without_a_network_the_quiet_map_stays(open_map, visits):
    page = open_map(*few_strikes())
    visits.answered.add(TILES)
    page.route(f"https://{TILES}/**", lambda route: route.fulfill(body="no tile"))
    page.get_by_label("Base map").select_option("online")
    page.get_by_text("No online tiles").wait_for()
    assert page.get_by_label("Base map").input_value() == "ground"
    assert page.locator("img.leaflet-tile").count() == 0


def test_rivers_and_relief_come_after_the_strikes_and_can_be_left_out(visits, named_land, tmp_path):
    drawn = strike_map(*few_strikes(), base_map=named_land)
    path = tmp_path / "map.html"
    path.write_text(render_html(drawn), encoding="utf-8")
    page = visits.open(path.as_uri())
    page.wait_for_function(READY)
    page.evaluate(FIND_MAP)
    page.get_by_text("lesser rivers: World Data Bank II").wait_for()
    page.evaluate("void layer.map.setView([35.2, 38.5], 7.5, { animate: false })")
    with_ground = page.screenshot()
    assert "Euphrates" in [label["text"] for label in state_of(page)["labels"]]
    page.get_by_label("Base map").select_option("quiet")
    page.get_by_text("lesser rivers").wait_for(state="detached")
    assert "Euphrates" not in [label["text"] for label in state_of(page)["labels"]]
    plain, full = (
        np.asarray(Image.open(io.BytesIO(seen)).convert("L"), dtype=int)
        for seen in (page.screenshot(), with_ground)
    )
    assert (np.abs(plain - full)[100:500, 100:900] > 2).mean() > 0.1, "hills are shaded"


def test_own_vector_tiles_are_drawn_and_named_in_the_maps_own_way(visits, named_land, tmp_path):
    layers = json.dumps(vector_layers("earth", "roads", "places"))
    held = write_mbtiles(tmp_path / "own.mbtiles", {(6, COLUMN, ROW): VECTOR_TILE}, format="pbf",
                         json=layers, attribution="A survey")  # fmt: skip
    tiles = bundle_tiles(held, (36.5, 34.5, 37.5, 36.3)).value
    drawn = strike_map(*few_strikes(), base_map={**named_land, "tiles": tiles})
    path = tmp_path / "map.html"
    path.write_text(render_html(drawn), encoding="utf-8")
    page = visits.open(path.as_uri())
    page.wait_for_function(READY)
    page.evaluate(FIND_MAP)
    page.evaluate("void layer.map.setView([35.5, 37.4], 8.5, { animate: false })")
    page.wait_for_function("layer.getState().labels.some(({ text }) => text === 'M5')")
    assert "Map tiles: A survey." in page.locator(".strike-credit").inner_text()
    texts = {}
    for language in ("en", "ar"):
        page.evaluate("(language) => layer.setMode('labels', language)", language)
        texts[language] = {label["text"] for label in state_of(page)["labels"]}
    assert texts == {"en": {"Aleppo", "M5"}, "ar": {"حلب", "M5"}}
    page.evaluate("layer.savePicture()")
    in_picture = {label["text"] for label in state_of(page)["labels"]}
    assert "M5" not in in_picture, "what a picture does not credit it does not name"
    page.evaluate("layer.setMode('compare', 'before')")
    page.wait_for_function("layer.comparing.isBeside && layer.comparing.marks.labels")
    page.evaluate("layer.savePicture()")
    texts_of_sides = (
        "[layer.comparing.marks, layer.marks].map(({ labels }) => labels.map(({ text }) => text))"
    )
    sides = page.evaluate(texts_of_sides)
    assert all(names and "M5" not in names for names in sides), "nor does one of two sides"
    page.evaluate("layer.setMode('compare', '')")
    page.evaluate("layer.redraw()")
    roads = "canvas.leaflet-tile-loaded"
    page.locator(roads).first.wait_for()
    for theme, colour in (("light", [157, 139, 114]), ("dark", [146, 138, 118])):
        page.evaluate("(theme) => { layer.options.theme = theme; layer.refreshTheme(); }", theme)
        page.wait_for_function(HAS_COLOUR, arg=[roads, colour])


def test_names_of_the_base_layer_are_written_in_arabic(open_map):
    page = open_map(*few_strikes())
    for language, name in (("en", "Aleppo"), ("ar", "حلب")):
        page.evaluate("(language) => layer.setMode('labels', language)", language)
        assert name in [label["text"] for label in state_of(page)["labels"]]


def test_names_are_seen_on_the_map_and_yield_to_marks(open_map):
    page = open_map(*few_strikes())
    state = state_of(page)
    labels = state["labels"]
    [raqqa] = [label for label in labels if label["text"] == "Raqqa"]
    seen = Image.open(io.BytesIO(page.screenshot())).convert("L")
    x, y = round(raqqa["x"]), round(raqqa["y"])
    around = seen.crop((x - 20, y - 6, x + 20, y + 6))
    assert around.getextrema()[0] < 140, "letters are darker than the land"
    [palmyra] = [label for label in labels if label["text"] == "Palmyra"]
    away = min(
        hypot(mark["x"] - palmyra["x"], mark["y"] - palmyra["y"]) for mark in state["clusters"]
    )
    assert 10 < away < 80, "a strike stands on it: it is named beside its mark"
