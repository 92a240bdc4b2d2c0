"""Squares and names of areas stand in their area or are led to it, whatever country and paper."""

from __future__ import annotations

from functools import cache
from itertools import product

import geopandas as gpd
import pytest
import shapely
from map_strikes import AREA_ONLY, strikes_of
from shapely.geometry import box as make_box

from geo.briefing.drawing.frame import Rect
from geo.briefing.map.base_map import BaseMap, load_base_map
from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.land.boundaries import load_boundaries
from geo.strikes.schema import empty_claims

COUNTRIES = ("ua", "ps", "ye", "sd", "sy", "ml", "lb", "iq,sy", "ir", "et")
PAPERS = ("16:9", "a4", "square")
CASES = [*product(COUNTRIES, PAPERS, (10,)), *product(COUNTRIES, ("16:9",), (50,))]
SPILL = 0.5  # points that drawing may be off
LEAST_SHARE = 0.55  # of the page: the map
MOST_EMPTY = 0.07  # of the height of the page, above the lines under the sheet
TINY = 8.0  # points: an area that has no room for a strike beside a leader's end
LEAST_SEEN = 4.0  # points of a leader


@cache
def base_map(countries: str) -> BaseMap:
    return load_base_map(load_boundaries(countries))


def strikes_everywhere(land: BaseMap, count: int) -> gpd.GeoDataFrame:
    """Return strikes in the areas by turns: known to the area only, and at a point in it."""
    rows = {}
    for at in range(count):
        area = land.governorates[at // 2 % len(land.governorates)]
        known = {"adm1_code": area.code, "adm1_name": area.name}
        middle = area.outline.representative_point()
        point = {"lon": middle.x, "lat": middle.y}
        rows[f"s{at:03}"] = {**known, **(AREA_ONLY if at % 2 == 0 or at % 5 == 0 else point)}
    return strikes_of(**rows)


@cache
def sheet_of(countries: str, paper: str, count: int) -> Sheet:
    land = base_map(countries)
    options = SheetOptions(paper=paper)
    sheet = make_sheet(strikes_everywhere(land, count), empty_claims(), land, options)
    assert sheet.drawn.content.badges
    return sheet


def rectangle(box: Rect) -> shapely.Polygon:
    return make_box(box.x, box.y, box.right, box.bottom)


@pytest.mark.parametrize(("countries", "paper", "count"), CASES)
def test_a_square_stands_in_its_area_or_its_leader_ends_there(countries, paper, count):
    sheet = sheet_of(countries, paper, count)
    content = sheet.drawn.content
    frame = rectangle(content.frame.rect)
    assert {badge.code for badge in content.badges} == set(
        sheet.shown.loc[sheet.shown["location_status"] == "area_only", "adm1_code"]
    )
    for badge in content.badges:
        seen = content.areas[badge.code].intersection(frame).buffer(SPILL)
        square = rectangle(badge.box)
        if badge.anchor is None:
            assert seen.contains(square), badge
        else:
            assert seen.contains(shapely.Point(badge.anchor)), badge
            assert square.distance(shapely.Point(badge.anchor)) >= LEAST_SEEN, badge


@pytest.mark.parametrize(("countries", "paper", "count"), CASES)
def test_no_leader_of_a_square_ends_on_a_strike(countries, paper, count):
    content = sheet_of(countries, paper, count).drawn.content
    points = [(p.x, p.y) for p in content.numbered]
    points += [(p.label_x, p.label_y) for p in content.numbered]
    for badge in content.badges:
        west, north, east, south = content.areas[badge.code].bounds
        tiny = max(east - west, south - north) < TINY
        if badge.anchor is not None and points and not tiny:
            assert shapely.MultiPoint(points).distance(shapely.Point(badge.anchor)) > 1.5, badge


@pytest.mark.parametrize(("countries", "paper", "count"), CASES)
def test_a_name_stands_in_its_area_or_is_led_to_it_and_on_no_other(countries, paper, count):
    drawn = sheet_of(countries, paper, count).drawn
    areas = drawn.content.areas
    assert drawn.names
    for name in drawn.names:
        wide, lines = name.box.width, len(name.lines)
        letters = rectangle(name.box).buffer(-0.16 * name.box.height / lines)
        letters = letters.intersection(
            make_box(name.box.x, name.box.y, name.box.x + wide, name.box.bottom)
        )
        for code, area in areas.items():
            if code != name.code:
                assert not area.buffer(-SPILL).intersects(letters), name
        if name.end is None:
            held = letters.intersection(areas[name.code]).area
            assert held > 0.6 * letters.area, name
        else:
            assert areas[name.code].buffer(SPILL).contains(shapely.Point(name.end)), name


@pytest.mark.parametrize(("countries", "paper"), list(product(COUNTRIES, PAPERS)))
def test_a_number_led_away_from_its_point_hides_no_named_place(countries, paper):
    sheet = sheet_of(countries, paper, 10)
    content, size = sheet.drawn.content, sheet.page.paper.small
    towns = [town for town in base_map(countries).towns if town.home and town.rank == 1]
    x, y = content.frame.to_page([t.lon for t in towns], [t.lat for t in towns])
    places = shapely.MultiPoint(list(zip(x, y, strict=True)))
    for p in content.numbered:
        if (p.label_x, p.label_y) != (p.x, p.y):
            assert places.distance(shapely.Point(p.label_x, p.label_y)) > size * 0.86, p


@pytest.mark.parametrize(("countries", "paper"), list(product(COUNTRIES, PAPERS)))
def test_the_map_takes_the_page_and_little_of_it_stays_empty(countries, paper):
    sheet = sheet_of(countries, paper, 10)
    drawn, page = sheet.drawn, sheet.page
    rect = drawn.content.frame.rect
    assert rect.width * rect.height > LEAST_SHARE * page.paper.width * page.paper.height
    ends = [drawn.column.bottom, drawn.legend.bottom, drawn.timeline.bottom]
    ends += [*(at.bottom for block, at in drawn.blocks if block.items)]
    assert drawn.footer[1].y - max(ends) < MOST_EMPTY * page.paper.height
