"""Points that stand in one cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.values.plain import CellError
from geo.reading.values.points import read_point, read_point_cell, split_point

LON, LAT = 36.4523, 33.7531  # made up


@pytest.mark.parametrize(
    "text",
    ["33.7531, 36.4523", "33.7531,36.4523", "33.7531 36.4523", "33.7531;36.4523",
     "33.7531/36.4523", "(33.7531, 36.4523)", "\u200f33.7531، 36.4523", "33,7531; 36,4523",
     "33,7531 36,4523", "33,7531, 36,4523", "POINT (36.4523 33.7531)", "POINT(36.4523 33.7531)",
     "MULTIPOINT ((36.4523 33.7531))",
     "SRID=4326;POINT Z (36.4523 33.7531 12)",
     '{"type": "Point", "coordinates": [36.4523, 33.7531]}',
     '{"lat": 33.7531, "lng": 36.4523}', "geo:33.7531,36.4523",
     "https://www.google.com/maps/@33.7531,36.4523,15z", "https://maps.google.com/?q=33.7531,36.4523",
     "https://www.google.com/maps/place/X/@33.0,36.0,15z/data=!3m1!3d33.7531!4d36.4523",
     "https://www.openstreetmap.org/#map=15/33.7531/36.4523",
     "https://www.openstreetmap.org/?mlat=33.7531&mlon=36.4523#map=12/34/36",
     "https://www.google.com/maps/search/33.7531,+36.4523",
     "https://yandex.com/maps/?ll=36.4523%2C33.7531&z=15",
     "lat: 33.7531 lon: 36.4523", "lat=33.7531,lng=36.4523", "Longitude 36.4523, Latitude 33.7531",
     "33.7531N 36.4523E", "N33.7531 E36.4523", "36.4523E, 33.7531N", "33.7531° N, 36.4523° E",
     "33.7531 شمال 36.4523 شرق"],
)  # fmt: skip
def test_a_point_in_one_cell_reads_alike_in_every_form(text: str) -> None:
    assert read_point_cell(text) == (LON, LAT)


@pytest.mark.parametrize(
    "text",
    ["33°45'11\"N 36°27'8\"E", "33°45′11″N, 36°27′8″E", "334511N0362708E", "334511N 0362708E",
     "33-45-11N 036-27-08E", "36°27'08\"E 33°45'11\"N", "33° 45' 11\", 36° 27' 8\""],
)  # fmt: skip
def test_angles_with_their_hemispheres_need_nothing_between_them(text: str) -> None:
    assert read_point_cell(text) == pytest.approx((LON, LAT), abs=2e-4)


@pytest.mark.parametrize(
    ("text", "why"),
    [("37SBU 92345 57890", "an MGRS reference"), ("37S 292345 3857890", "a UTM coordinate"),
     ("8G8P+2F", "a plus code"), ("https://example.org/report/12", "a link that shows no"),
     ("POLYGON ((1 2, 3 4, 5 6, 1 2))", "not one point"), ("SRID=32637;POINT (1 2)", "SRID 32637"),
     ("[36.4523, 33.7531]", "or the reverse"), ("33,7531,36,4523", "not understood"),
     ("34,36", "not understood"), ("33.7531", "not understood"), ("Homs", "not understood"),
     ("Homs 33.7531, 36.4523", "not understood"), ("33.7531, 36.4523, 12", "not understood"),
     ("33.7531N, 36.4523N", "not understood"), ("333.7, 36.4", "out of range"),
     ("95.2, 36.4", "out of range"), ("0, 0", "placeholder"), ('{"lat": 1', "no whole JSON")],
)  # fmt: skip
def test_a_point_that_leaves_a_doubt_is_refused_by_the_name_of_its_form(
    text: str, why: str
) -> None:
    with pytest.raises(CellError, match=why):
        read_point_cell(text)


@pytest.mark.parametrize("text", ["", "N/A", "-", "POINT EMPTY"])
def test_an_empty_cell_is_no_point(text: str) -> None:
    assert read_point_cell(text) is None


def test_a_column_may_say_that_longitude_comes_first() -> None:
    assert read_point_cell("36.4523, 33.7531", lon_first=True) == (LON, LAT)
    assert split_point("33.7531N 36.4523E", lon_first=True)[0].startswith("36")


def test_half_a_point_is_refused() -> None:
    with pytest.raises(CellError, match="latitude is missing"):
        read_point("36.45", "NA")


PAIRS = ("{lat}, {lon}", "{lat} {lon}", "lat {lat} lon {lon}", "POINT ({lon} {lat})",
         "https://www.google.com/maps/@{lat},{lon},9z", "geo:{lat},{lon}")  # fmt: skip


@given(
    st.decimals(-90, 90, places=4, allow_nan=False),
    st.decimals(-180, 180, places=4, allow_nan=False),
    st.sampled_from(PAIRS),
)
def test_no_form_puts_a_point_elsewhere(lat: float, lon: float, form: str) -> None:
    if not lat and not lon:
        return
    point = read_point_cell(form.format(lat=lat, lon=lon))
    assert point == pytest.approx((float(lon), float(lat)))


@given(st.text("0123456789.,-;:/°'\" NSEWnsew()lato", max_size=24))
def test_any_text_is_a_point_on_earth_or_refused(text: str) -> None:
    try:
        point = read_point_cell(text)
    except CellError:
        return
    assert point is None or (-180 <= point[0] <= 180 and -90 <= point[1] <= 90)
