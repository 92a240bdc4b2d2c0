"""Extent: a title names the country that strikes lie in, or the one they do lie in."""

from __future__ import annotations

import numpy as np
import pytest
from joined import strikes_at

from geo.land.boundaries import load_boundaries
from geo.placing.extent import distinct_points, lie_inside, name_countries, name_extent

HOMS, BEIRUT, MOSUL, KYIV = (36.72, 34.73), (35.50, 33.89), (43.13, 36.34), (30.52, 50.45)


@pytest.fixture(scope="module")
def syria():
    return load_boundaries("sy")


@pytest.mark.parametrize(
    ("points", "title"),
    [
        ([*[HOMS] * 19, BEIRUT], "Syria"),
        ([HOMS, BEIRUT, HOMS], "Syria and Lebanon"),
        ([*[BEIRUT] * 5, *[MOSUL] * 3, HOMS, KYIV], "Lebanon, Iraq and Syria"),
        ([BEIRUT, BEIRUT, MOSUL, KYIV, HOMS], ""),
        ([KYIV], "Ukraine"),
        ([BEIRUT], "Lebanon"),
    ],
)
def test_the_title_is_of_where_the_points_lie(syria, points, title):
    assert name_extent(strikes_at(points), syria) == title


def test_rows_counted_on_an_area_lie_in_its_country(syria):
    strikes = strikes_at([BEIRUT, HOMS, HOMS])
    strikes["adm1_code"] = strikes["adm1_code"].mask(strikes["adm1_code"].isna(), "SY04")
    strikes.loc[strikes.index[1:], "geometry"] = None
    assert name_extent(strikes, syria) == "Syria and Lebanon"
    assert name_extent(strikes.iloc[:0], syria) == ""


def test_a_point_off_the_coast_is_inside_within_five_kilometres(toyland):
    points, number = distinct_points(strikes_at([(0.5, 0.5), (2.03, 0.5), (2.2, 0.5), (0.5, 0.5)]))
    assert number.tolist() == [0, 1, 2, 0]
    assert lie_inside(points, toyland).tolist() == [True, True, False]


def test_countries_are_counted_by_rows():
    points, _ = distinct_points(strikes_at([BEIRUT, MOSUL]))
    assert name_countries(points, np.array([2, 7]), ("sy",)) == [("Iraq", 7), ("Lebanon", 2)]
