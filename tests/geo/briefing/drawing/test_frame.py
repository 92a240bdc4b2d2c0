"""North is north, and the scale bar is right, by coordinates."""

from __future__ import annotations

import math

import numpy as np
import pytest
from matplotlib.patches import Polygon, Rectangle
from pyproj import Transformer
from sheet_cases import REAL, base_map, seed_sheet, seeds
from sheet_texts import texts_of

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface, drawing
from geo.briefing.drawing.frame import GEOD, MapFrame, Rect, fit_frame
from geo.briefing.page.furniture import StripStyle, draw_north
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import PROJECTIONS, SheetOptions
from geo.briefing.terms.words import Words

RECT = Rect(20, 60, 590, 350)
SYRIA = (35.6, 32.3, 42.4, 37.4)
DAMASCUS = (36.2, 33.45, 36.4, 33.57)
KHERSON = (31.5, 45.6, 35.2, 47.6)


@pytest.fixture(params=PROJECTIONS)
def projection(request):
    return request.param


def metres_between(frame: MapFrame, x1: float, y1: float, x2: float, y2: float) -> float:
    """Measure on the ellipsoid between two points of the page."""
    *_, metres = GEOD.inv(*frame.to_degrees(x1, y1), *frame.to_degrees(x2, y2))
    return float(metres)


@pytest.mark.parametrize("box", [SYRIA, DAMASCUS, KHERSON])
def test_scale_bar_is_right_to_one_in_a_hundred(projection, box):
    frame = fit_frame(RECT, box, projection=projection)
    km, points = frame.scale_bar(96)
    assert points <= 96
    middle_x, middle_y = RECT.x + RECT.width / 2, RECT.y + RECT.height / 2
    across = metres_between(frame, middle_x - points / 2, middle_y, middle_x + points / 2, middle_y)
    upwards = metres_between(
        frame, middle_x, middle_y - points / 2, middle_x, middle_y + points / 2
    )
    assert across == pytest.approx(km * 1000, rel=0.01)
    assert upwards == pytest.approx(km * 1000, rel=0.01)


@pytest.mark.parametrize("projection", ["transverse-mercator", "lambert-conformal"])
def test_scale_bar_is_right_in_every_corner_of_the_country(projection):
    frame = fit_frame(RECT, SYRIA, projection=projection)
    km, points = frame.scale_bar(96)
    for lon, lat in [(36, 36.5), (41.9, 37), (36, 32.6), (38.8, 33.4)]:
        x, y = (float(v) for v in frame.to_page(lon, lat))
        assert metres_between(frame, x, y, x + points, y) == pytest.approx(km * 1000, rel=0.01)


def test_the_bar_that_is_drawn_has_the_length_it_says():
    sheet = seed_sheet(**REAL["one day, numbered"])
    frame = sheet.drawn.content.frame
    said = [t.get_text() for t in texts_of(sheet) if t.get_label() == "scale"]
    bars = [p for p in sheet.drawn.canvas.figure.findobj(Rectangle) if p.get_height() == 4]
    left, right = bars[0].get_x(), bars[1].get_x() + bars[1].get_width()
    y = frame.rect.y + frame.rect.height / 2
    middle = frame.rect.x + frame.rect.width / 2
    half = (right - left) / 2
    metres = metres_between(frame, middle - half, y, middle + half, y)
    assert metres == pytest.approx(float(said[0].split()[0]) * 1000, rel=0.01)


@pytest.mark.parametrize("box", [SYRIA, DAMASCUS, KHERSON])
def test_north_is_up_in_the_middle(projection, box):
    frame = fit_frame(RECT, box, projection=projection)
    lon, lat = frame.middle
    x, y = frame.to_page([lon, lon], [lat, lat + 0.1])
    assert y[1] < y[0]
    assert x[1] == pytest.approx(x[0], abs=0.05)
    assert frame.north_degrees == pytest.approx(0, abs=0.01)
    east_x, _ = frame.to_page([lon, lon + 0.1], [lat, lat])
    assert east_x[1] > east_x[0]


def drawn_arrow(frame: MapFrame) -> tuple[float, float]:
    """Return the direction from tail to tip of the arrow as drawn, y upwards."""
    with drawing():
        canvas = Canvas(200, 200, dpi=72, typeface=Typeface("en"))
        draw_north(canvas, 100, 100, frame, StripStyle(10, Words()))
    corners = canvas.figure.findobj(Polygon)[-1].get_path().vertices[:3]
    tip, tail = corners[0], corners[2]
    return float(tip[0] - tail[0]), float(tail[1] - tip[1])


def test_the_arrow_turns_with_the_map():
    """UTM zone 36 far east of its middle: true north leans to the left of page-up."""
    utm = Transformer.from_crs("EPSG:4326", "EPSG:32636", always_xy=True)
    x, y = utm.transform(41.0, 35.0)
    scale = 300 / 200_000
    frame = MapFrame(
        RECT, "utm", utm, x - RECT.width / 2 / scale, y + RECT.height / 2 / scale, scale
    )
    page_x, page_y = frame.to_page([41.0, 41.0], [35.0, 35.2])
    expected = math.degrees(math.atan2(page_x[1] - page_x[0], page_y[0] - page_y[1]))
    assert abs(expected) > 2
    assert frame.north_degrees == pytest.approx(expected, abs=0.05)
    right, up = drawn_arrow(frame)
    assert math.degrees(math.atan2(right, up)) == pytest.approx(expected, abs=0.05)


def test_the_arrow_points_up_on_a_sheet():
    right, up = drawn_arrow(seed_sheet().drawn.content.frame)
    assert up > 5
    assert right == pytest.approx(0, abs=0.01)


def test_places_lie_where_they_should_on_the_page():
    frame = seed_sheet().drawn.content.frame
    names = ["Damascus", "Aleppo", "Latakia", "Deir ez-Zor"]
    x, y = frame.to_page([36.30, 37.16, 35.79, 40.14], [33.51, 36.20, 35.53, 35.34])
    at = dict(zip(names, zip(x, y, strict=True), strict=True))
    assert at["Aleppo"][1] < at["Latakia"][1] < at["Damascus"][1]
    assert at["Latakia"][0] < at["Damascus"][0] < at["Aleppo"][0] < at["Deir ez-Zor"][0]


def test_a_page_point_comes_back_as_itself(projection):
    frame = fit_frame(RECT, SYRIA, projection=projection)
    for lon, lat in [(36.0, 33.0), (42.0, 37.0), (38.5, 35.0)]:
        x, y = frame.to_page(lon, lat)
        assert frame.to_degrees(float(x), float(y)) == pytest.approx((lon, lat), abs=1e-6)


@pytest.mark.parametrize(
    ("extent", "inside"),
    [
        ("country", [(35.8, 32.6), (42.2, 37.2)]),
        ("SY07", [(36.4, 36.0), (36.9, 35.5)]),
        ("Idlib", [(36.4, 36.0)]),
        ("إدلب", [(36.4, 36.0)]),
        ("36,35,37.5,36.5", [(36, 35), (37.5, 36.5)]),
    ],
)
@pytest.mark.parametrize("paper", ["16:9", "a4", "square"])
def test_what_the_extent_names_is_on_the_map_with_room_around(extent, inside, paper):
    frame = seed_sheet(extent=extent, paper=paper).drawn.content.frame
    x, y = frame.to_page(*np.array(inside).T)
    assert frame.shows(x, y).all()
    rect = frame.rect
    assert (x - rect.x).min() > 8
    assert (rect.bottom - y).min() > 8


def test_every_filtered_strike_is_on_the_map_of_the_strikes():
    sheet = seed_sheet(extent="strikes")
    assert sheet.drawn.content.outside == 0


def test_strikes_outside_the_view_are_counted():
    sheet = seed_sheet(extent="35.5,35,36,36")
    assert sheet.drawn.content.outside == 0
    more = len(seed_sheet().shown) - len(sheet.shown)
    assert more == sheet.facts.elsewhere > 0
    said = " ".join(t.get_text() for t in texts_of(sheet))
    assert f"{more} more lie elsewhere or have no known place" in said
    assert any(note.startswith(f"{more} more strikes lie outside") for note in sheet.unseen.notes)


def test_options_are_the_same_frame_again():
    one, two = (make_sheet(*seeds(), base_map(), SheetOptions()).drawn.content.frame for _ in "ab")
    assert (one.left, one.top, one.points_per_metre) == (two.left, two.top, two.points_per_metre)
