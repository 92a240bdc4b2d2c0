"""The points of a table: where they are, and how sharp the table says they are."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from geo.reading.columnwise.where import read_points
from geo.strikes.schema import STATUS_OF_PRECISION


def read_one(lon: str, lat: str, **more: str) -> dict[str, Any]:
    cells = {"lon": lon, "lat": lat, **more}
    fields = {name: [pd.Series([text], dtype="str")] for name, text in cells.items()}
    points = read_points(fields, pd.Series([""], dtype="str"))
    columns = pd.DataFrame(points.columns).assign(lon=points.lon, lat=points.lat)
    row = columns.assign(fault=points.fault).astype(object)
    return dict(row.where(row.notna(), None).iloc[0])


@pytest.mark.parametrize(
    ("lon", "lat", "expected"),
    [
        ("36.4523", "36.0486", (36.4523, 36.0486)),
        (" 36,4523 ", "36,0486", (36.4523, 36.0486)),
        ("36°12'41.56\"E", "36°12'41.56\"N", (36.211544, 36.211544)),
        ("36°12′E", "36.2 N", (36.2, 36.2)),
        ("70°30'W", "33°S", (-70.5, -33.0)),
    ],
)
def test_coordinates_read_as_degrees(lon: str, lat: str, expected: tuple[float, float]) -> None:
    place = read_one(lon, lat)
    assert (round(place["lon"], 6), round(place["lat"], 6)) == expected
    assert place["match_method"] == "given"


@pytest.mark.parametrize(
    ("lon", "lat", "why"),
    [
        ("36.4", "95", "latitude 95 is out of range"),
        ("200", "36", "longitude 200 is out of range"),
        ("", "36", "longitude is missing"),
        ("36", "", "latitude is missing"),
        ("east", "36", "no angle"),
        ("nan", "36", "longitude is missing"),
        ("inf", "36", "no angle"),
        ("1e+9", "36", "out of range"),
        ("0", "0", "placeholder"),
        ("36°12'N", "36", "is a latitude"),
        ("36°72'E", "36", "no angle"),
    ],
)
def test_coordinates_that_cannot_be_are_refused(lon: str, lat: str, why: str) -> None:
    place = read_one(lon, lat)
    assert why in place["fault"]
    assert pd.isna(place["lon"])
    assert place["match_method"] == "none"


@pytest.mark.parametrize(
    ("precision", "radius", "expected"),
    [
        ("", "", ("settlement", 2.0)),
        ("site", "", ("site", 0.5)),
        ("village", "", ("settlement", 2.0)),
        ("1", "", ("settlement", 2.0)),
        ("near", "7.5", ("near", 7.5)),
        ("governorate", "", ("unknown", None)),
        ("3", "", ("unknown", None)),
        ("whatever", "", ("unknown", None)),
    ],
)
def test_a_point_is_as_sharp_as_its_table_says_and_an_area_is_no_point(
    precision: str, radius: str, expected: tuple[str, float | None]
) -> None:
    place = read_one("36.4523", "36.0486", precision=precision, uncertainty_km=radius)
    assert (place["precision"], place["uncertainty_km"]) == expected
    assert pd.notna(place["lon"]) == (STATUS_OF_PRECISION[place["precision"]] == "located")


def test_a_point_of_unknown_sharpness_says_so_and_a_rounded_one_has_a_wider_radius() -> None:
    assert "sharpness unknown" in read_one("36.4523", "36.0486")["match_reason"]
    rounded = read_one("36.5", "36")
    assert rounded["uncertainty_km"] == 7.5
    assert "rounded to 1 decimals" in rounded["match_reason"]
