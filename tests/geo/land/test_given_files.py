"""geoBoundaries' layout beside COD-AB's, and deeper levels under the first that ships."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from joined import join_one
from shapely.geometry import box
from toy_areas import write_areas

from geo.errors import BoundaryError
from geo.land.boundaries import load_boundaries


def drawn(name: str, number: int, outline: Any, **facts: str) -> dict[str, Any]:
    """Return an area as geoBoundaries has it."""
    usual = {"shapeName": name, "shapeISO": "", "shapeID": f"9{number}B1", "shapeGroup": "UKR"}
    return {**usual, "shapeType": "ADM2", **facts, "geometry": outline}


# Two made-up districts around Lviv and Kharkiv.
LVIV = drawn("Lviv raion", 1, box(23.5, 49.5, 24.5, 50.1))
KHARKIV = drawn("Kharkiv raion", 2, box(35.9, 49.7, 36.6, 50.1))


def test_districts_alone_stand_under_the_first_level_that_ships(tmp_path):
    loaded = load_boundaries("ua", [write_areas(tmp_path / "adm2.geojson", [LVIV, KHARKIV])])
    assert len(loaded.levels[1]) == 27
    parents = dict(zip(loaded.levels[2]["code"], loaded.levels[2]["parent"], strict=True))
    assert parents == {"UA-91B1": "UA46", "UA-92B1": "UA63"}
    assert loaded.credit == "Boundaries: Natural Earth (Ukraine); adm2.geojson, given by the user"


def test_a_strike_in_a_given_district_is_counted_on_it(tmp_path):
    loaded = load_boundaries("ua", [write_areas(tmp_path / "adm2.geojson", [LVIV, KHARKIV])])
    row = join_one((36.23, 49.99), boundaries=loaded)
    assert (row.adm1_code, row.adm2_code, row.adm2_name) == ("UA63", "UA-92B1", "Kharkiv raion")
    elsewhere = join_one((30.52, 50.45), boundaries=loaded)
    assert elsewhere.adm1_code == "UA80"
    assert pd.isna(elsewhere.adm2_code)


def test_first_levels_with_iso_codes_have_our_codes(tmp_path):
    rows = [
        {**LVIV, "shapeType": "ADM1", "shapeISO": "UA-46"},
        {**KHARKIV, "shapeType": "ADM1", "shapeISO": "UA-63"},
    ]
    loaded = load_boundaries("ua", [write_areas(tmp_path / "adm1.geojson", rows)])
    assert loaded.levels[1]["code"].tolist() == ["UA46", "UA63"]
    assert loaded.credit == "Boundaries: adm1.geojson, given by the user"


@pytest.mark.parametrize("kind", ["ADM0", "ADM5", ""])
def test_shapes_of_no_level_that_we_take_are_refused(tmp_path, kind):
    path = write_areas(tmp_path / "shapes.geojson", [{**LVIV, "shapeType": kind}])
    with pytest.raises(BoundaryError, match=r"shapes\.geojson.*shapeType"):
        load_boundaries("ua", [path])
