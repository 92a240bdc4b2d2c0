"""Insets of dense sheets: the densest places, enlarged where the map shows no strike."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import shapely
from map_strikes import strikes_of
from sheet_cases import base_map, no_claims, seed_sheet
from sheet_texts import overlaps_of, texts_on

from geo.briefing.drawing.frame import Rect
from geo.briefing.map.points import pick_points
from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets


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
    [inset] = sheet.drawn.insets
    content = sheet.drawn.content
    assert not shapely.intersects_xy(_box(inset.rect), *content.dots.T).any()
    counted = [content.areas[code] for code in content.counts]
    assert not any(_box(inset.rect).intersects(area) for area in counted)
    x, y = content.frame.to_page([36.6], [35.8])
    assert shapely.intersects_xy(_box(inset.window), x, y).all()
    assert inset.rect.width > 2.5 * inset.window.width


@pytest.mark.parametrize(("paper", "language"), [("16:9", "en"), ("a4", "ar"), ("square", "uk")])
def test_no_text_of_a_sheet_with_an_inset_lies_on_another(paper: str, language: str) -> None:
    assert overlaps_of(dense_sheet(paper, language).drawn.canvas) == []


def test_an_inset_says_how_many_located_strikes_it_shows_and_how_to_read_it() -> None:
    sheet = dense_sheet()
    [inset] = sheet.drawn.insets
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
    assert seed_sheet().drawn.insets == ()


def test_an_inset_is_a_layer_of_its_own_over_the_map_in_svg() -> None:
    svg = render_sheets([dense_sheet()], ".svg")
    text = svg.decode() if isinstance(svg, bytes) else svg
    assert text.index('id="strikes"') < text.index('id="insets"') < text.index('id="page"')
