"""Extent: a title names the country that strikes lie in, or the one they do lie in."""

from __future__ import annotations

import numpy as np
import pytest
from joined import strikes_at
from map_strikes import UNLOCATED, strikes_of
from shapely.geometry import Point

from gazetteer import load_gazetteer
from gazetteer.several import join_words
from geo.land.boundaries import load_boundaries
from geo.placing.extent import (
    count_said_abroad,
    distinct_points,
    lie_at_sea,
    lie_inside,
    list_extent,
    make_title,
    name_countries,
    name_home,
)
from geo.placing.join import join_areas

HOMS, BEIRUT, MOSUL, KYIV = (36.72, 34.73), (35.50, 33.89), (43.13, 36.34), (30.52, 50.45)


@pytest.fixture(scope="module")
def syria():
    return load_boundaries("sy")


def name_extent(strikes, boundaries):
    names = list_extent(join_areas(strikes, boundaries), "Syria", boundaries.countries)
    return join_words(list(names))


@pytest.mark.parametrize(
    ("points", "title"),
    [
        ([*[HOMS] * 19, BEIRUT], "Syria"),
        ([HOMS, BEIRUT, HOMS], "Syria and Lebanon"),
        ([*[BEIRUT] * 9, *[MOSUL] * 6, HOMS, HOMS, KYIV], "Lebanon, Iraq and Syria"),
        ([*[HOMS] * 14, BEIRUT], "Syria and Lebanon"),  # of few rows none is left out
        ([*[BEIRUT] * 5, *[MOSUL] * 3, HOMS, KYIV], ""),
        ([*[HOMS] * 14, (34.0, 34.5)], "Syria"),  # at sea
        ([BEIRUT, BEIRUT, MOSUL, KYIV, HOMS], ""),
        ([KYIV], "Ukraine"),
        ([BEIRUT], "Lebanon"),
    ],
)
def test_the_title_is_of_where_the_points_lie(syria, points, title):
    assert name_extent(strikes_at(points), syria) == title


def test_rows_counted_on_an_area_lie_in_its_country(syria):
    strikes = strikes_at([BEIRUT, HOMS, HOMS])
    strikes.loc[strikes.index[1:], "geometry"] = None
    strikes.loc[strikes.index[1:], "location_status"] = "area_only"
    strikes.loc[strikes.index[1:], "precision"] = "governorate"
    strikes.loc[strikes.index[1:], "adm1_code"] = "SY04"
    assert name_extent(strikes, syria) == "Syria and Lebanon"
    assert name_extent(strikes.iloc[:0], syria) == ""


def test_what_the_table_says_counts_where_nothing_is_placed(syria):
    iraq = {**UNLOCATED, "match_method": "none", "country_text": "IRQ"}
    nowhere = {**UNLOCATED, "country_text": "the theatre"}
    strikes = strikes_of(a={}, b=iraq, c={**iraq, "country_text": "Iraq"}, d=nowhere)
    assert name_extent(strikes, syria) == "Iraq and Syria"
    assert make_title(strikes, "Syria", ("sy",)) == "Reported strikes: Iraq and Syria"
    home = strikes_of(a={**UNLOCATED, "country_text": "Syrie"}, b=nowhere)
    assert name_extent(home, syria) == "Syria"
    assert name_extent(strikes.loc[["d"]], syria) == ""


def test_what_the_gazetteer_knows_in_another_country_alone_lies_there():
    found = load_gazetteer("ua").match("Belgorod")
    away = {**UNLOCATED, "match_method": "none", "match_reason": found.reason}
    strikes = strikes_of(a={"adm1_code": "UA63"}, b={"adm1_code": "UA63"}, c=away)
    assert list_extent(strikes, "Ukraine", ("ua",)) == ("Ukraine", "Russia")
    assert count_said_abroad(strikes, ("ua",)) == 1
    assert count_said_abroad(strikes.iloc[:2], ("ua",)) == 0


def test_countries_at_hand_are_named_one_by_one_beside_others():
    turkey = {**UNLOCATED, "match_method": "none", "country_text": "Turkey"}
    strikes = strikes_of(a={}, b={}, c=turkey)
    assert list_extent(strikes, "Iraq and Syria", ("iq", "sy")) == ("Iraq", "Syria", "Turkey")
    assert list_extent(strikes.iloc[:2], "Iraq and Syria", ("iq", "sy")) == ("Iraq and Syria",)


@pytest.mark.parametrize(
    ("point", "sea"),
    [((35.0, 33.95), True), (BEIRUT, False), ((33.0, 43.5), True), ((33.9, 35.1), False)],
)
def test_points_off_all_land_lie_at_sea(point, sea):
    assert lie_at_sea(np.array([Point(point)], dtype=object)).tolist() == [sea]


def test_what_is_from_the_ground_alone_is_called_events():
    strikes = strikes_of(a={"kind": "other"}, b={"kind": "ied"}, c={"kind": "drone"})
    assert make_title(strikes.iloc[:2], "Syria", ("sy",)) == "Reported events: Syria"
    assert make_title(strikes, "Syria", ("sy",)) == "Reported strikes: Syria"


def test_a_point_off_the_coast_is_inside_within_five_kilometres(toyland):
    points, number = distinct_points(strikes_at([(0.5, 0.5), (2.03, 0.5), (2.2, 0.5), (0.5, 0.5)]))
    assert number.tolist() == [0, 1, 2, 0]
    assert lie_inside(points, toyland).tolist() == [True, True, False]


def test_countries_are_counted_by_rows():
    points, _ = distinct_points(strikes_at([BEIRUT, MOSUL]))
    assert name_countries(points, np.array([2, 7]), ("sy",)) == [("Iraq", 7), ("Lebanon", 2)]


def test_the_countries_at_hand_are_named_or_counted_where_they_are_many():
    four, six = load_boundaries("sy,iq,ye,ml"), load_boundaries("sy,iq,ye,ml,td,ne")
    assert name_home(four) == "Syria, Iraq, Yemen and Mali"
    assert name_home(six) == "the 6 countries"
