"""Insets of dense sheets: the densest places, enlarged where the map shows no strike."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
import shapely
from map_strikes import strikes_of
from sheet_cases import base_map, fresh_sheet, no_claims, seed_sheet
from sheet_texts import overlaps_of, texts_on

from geo.briefing.drawing.frame import Rect
from geo.briefing.map.points import pick_points
from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets
from geo.errors import SheetError


def _box(rect: Rect) -> shapely.Polygon:
    return shapely.box(rect.x, rect.y, rect.right, rect.bottom)


@cache
def dense_sheet(paper: str = "16:9", language: str = "en") -> Sheet:
    """Return a sheet of a hundred strikes around Ariha, and some in every other governorate."""
    random = np.random.default_rng(7)
    rows = {}
    for at in range(100):
        lon, lat = 36.6 + random.normal(0, 0.09), 35.8 + random.normal(0, 0.06)
        place = {"lon": round(lon, 2), "lat": round(lat, 2), "place_name": f"Village {at % 30}"}
        rows[f"d{at:03}"] = place
    for at, area in enumerate(base_map().governorates):
        point = area.outline.representative_point()
        rows[f"e{at:02}"] = {"lon": point.x, "lat": point.y, "adm1_code": area.code,
                             "adm1_name": area.name}  # fmt: skip
    options = SheetOptions(paper=paper, language=language, extent="country")
    return make_sheet(strikes_of(**rows), no_claims(), base_map(), options)


@pytest.mark.parametrize(("paper", "language"), [("16:9", "en"), ("a4", "ar"), ("square", "uk")])
def test_the_densest_place_is_enlarged_where_no_strike_lies(paper: str, language: str) -> None:
    sheet = dense_sheet(paper, language)
    [inset] = sheet.drawn.insets.laid
    content = sheet.drawn.content
    assert not shapely.intersects_xy(_box(inset.rect), *content.dots.T).any()
    counted = [content.areas[code] for code in content.counts]
    assert not any(_box(inset.rect).intersects(area) for area in counted)
    x, y = content.frame.to_page([36.6], [35.8])
    assert shapely.intersects_xy(_box(inset.window), x, y).all()
    assert inset.rect.width > 2.5 * inset.window.width


@pytest.mark.parametrize(
    ("paper", "language"),
    [("16:9", "en"), ("a4", "ar"), ("square", "uk"), ("a4", "fr"), ("16:9", "es"), ("a4", "he")],
)
def test_no_text_of_a_sheet_with_an_inset_lies_on_another(paper: str, language: str) -> None:
    assert overlaps_of(dense_sheet(paper, language).drawn.canvas) == []


def test_an_inset_says_how_many_located_strikes_it_shows_and_how_to_read_it() -> None:
    sheet = dense_sheet()
    [inset] = sheet.drawn.insets.laid
    points = pick_points(sheet.shown, sheet.page.words)
    x, y = sheet.drawn.content.frame.to_page(points.lon, points.lat)
    near = shapely.box(*_box(inset.window).buffer(0.5).bounds)
    inside = int(shapely.intersects_xy(near, x, y).sum())
    said = [t.get_text() for t in texts_on(sheet.drawn.canvas) if t.get_label() == "inset"]
    assert said == [f"A: {inside} located strikes"]
    assert 50 < inside <= 101
    whole = " ".join(t.get_text() for c in sheet.canvases for t in texts_on(c))
    assert "Insets enlarge the densest places" in whole


def test_sheets_that_show_single_places_or_count_a_few_have_none() -> None:
    assert seed_sheet().drawn.insets.laid == ()


def test_an_inset_is_a_layer_of_its_own_over_the_map_in_svg() -> None:
    svg = render_sheets([dense_sheet()], ".svg")
    text = svg.decode() if isinstance(svg, bytes) else svg
    assert text.index('id="strikes"') < text.index('id="insets"') < text.index('id="page"')


def test_an_inset_by_hand_shows_its_area_framed_on_the_map_and_told_in_its_key() -> None:
    sheet = fresh_sheet(insets=("idlib", "35.6,34.6,36.5,35.3"), extent="country")
    one, two = sheet.drawn.insets.laid
    content = sheet.drawn.content
    assert (one.letter, one.name, two.letter, two.name) == ("A", "Idlib", "B", "")
    idlib = content.areas["SY07"]
    assert _box(one.window).buffer(0.5).contains(idlib)
    assert not _box(one.rect).intersects(_box(one.window))
    assert one.rect.width > 1.25 * one.window.width
    circles = [shapely.Point(c.x, c.y).buffer(c.radius) for c in content.circles]
    assert circles
    assert not any(_box(each.rect).intersects(c) for each in (one, two) for c in circles)
    written = texts_on(sheet.drawn.canvas)
    assert [t.get_text() for t in written if t.get_label() == "inset letter"] == ["A", "B"]
    points = pick_points(sheet.shown, sheet.page.words)
    x, y = content.frame.to_page(points.lon[points.located], points.lat[points.located])
    inside = int(shapely.intersects_xy(_box(one.window), x, y).sum())
    key = next(t.get_text() for t in written if t.get_label() == "inset")
    assert key.startswith(f"A (Idlib and around): {inside}"), "its count is not the area's"
    assert overlaps_of(sheet.drawn.canvas) == []
    whole = " ".join(t.get_text() for c in sheet.canvases for t in texts_on(c))
    assert "Insets enlarge the parts of the map that are framed" in whole
    assert "densest" not in whole


def test_a_dense_sheet_has_the_insets_by_hand_or_none_in_place_of_its_own() -> None:
    dense = dense_sheet()
    one = replace(dense.options, insets=("SY10",))
    tables = dense.strikes, dense.claims, base_map()
    assert [i.name for i in make_sheet(*tables, one).drawn.insets.laid] == ["Tartus"]
    none = make_sheet(*tables, replace(dense.options, insets=("none",)))
    assert none.drawn.insets.laid == ()
    assert none.drawn.insets.left == ()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"insets": ("Homs",)}, "hardly larger than on the map"),
        ({"insets": ("Hasakah",), "extent": "SY07"}, "the map does not show that part"),
        ({"insets": ("Idlib",), "trend": "area"}, "a sheet of charts"),
    ],
)
def test_an_inset_that_cannot_be_is_told(options: dict[str, Any], why: str) -> None:
    sheet = fresh_sheet(**options)
    assert sheet.drawn.insets.laid == ()
    [told] = [note for note in sheet.unseen.notes if why in note]
    assert told.startswith(f"The inset of {options['insets'][0]} is not drawn")


def test_an_inset_of_no_area_is_refused_with_those_there_are() -> None:
    with pytest.raises(SheetError, match=r"'Atlantis' is no governorate here; .* SY07 Idlib"):
        seed_sheet(insets=("Atlantis",))
