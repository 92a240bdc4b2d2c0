"""Filters as people write them: areas by any spelling or code, and what no row answers to."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import pytest
from strike_rows import AREA, table

from gazetteer import load_gazetteer
from geo.errors import FilterError
from geo.land.boundaries import load_boundaries
from geo.placing.asking.filters import note_unmet, settle_area, settle_filters
from geo.strikes.filters import NOT_REPORTED, Filters

NOWHERE = {"precision": "unknown", "location_status": "unlocated", "geometry": None,
           "adm1_code": None, "match_method": "none"}  # fmt: skip


country_gazetteer = cache(load_gazetteer)


def settle(country: str, *rows: dict, **parts: str) -> Filters:
    filters = Filters.from_parts({part: [value] for part, value in parts.items()})
    strikes = table(*(rows or ({"adm1_code": None},)))
    return settle_filters(filters, strikes, load_boundaries(country), country_gazetteer(country))


@pytest.mark.parametrize(
    ("country", "said", "code"),
    [
        ("ua", "Odesa", "UA51"),
        ("ua", "odessa", "UA51"),
        ("ua", "Одеська область", "UA51"),
        ("ua", "UA-51", "UA51"),
        ("ua", "Kyiv City", "UA80"),
        ("ua", "Kyiv Oblast", "UA32"),
        ("ye", "Sa'dah", "YE22"),
        ("ye", "صعدة", "YE22"),
        ("ye", "YE-SD", "YE22"),
        ("ye", "Saada governorate", "YE22"),
        ("sy", "Halab", "SY02"),
        ("mm", "Kachin", "MMR001"),
        ("ps", "قطاع غزة", "PS02"),
    ],
)
def test_an_area_is_found_by_any_spelling_or_code(country, said, code):
    assert settle(country, governorate=said).governorates == (code,)


@pytest.mark.parametrize("said", ["Darfur", "دارفور"])
def test_a_name_that_several_areas_are_sides_of_means_all_of_them(said):
    assert settle("sd", governorate=said).governorates == (
        "SD02", "SD03", "SD04", "SD05", "SD06"
    )  # fmt: skip


@pytest.mark.parametrize("said", ["Middle Area", "Deir al-Balah", "دير البلح", "PS0265"])
def test_an_area_of_the_second_level_is_a_district(said):
    settled = settle("ps", governorate=said)
    assert (settled.governorates, settled.districts) == ((), ("PS0265",))


def test_what_is_no_area_is_refused_with_the_nearest_in_the_words_of_the_country():
    with pytest.raises(FilterError, match="Harkov is no oblast known in Ukraine; nearest: Kharkiv"):
        settle("ua", governorate="Harkov")
    with pytest.raises(FilterError, match=r"no governorate known .*the governorates are .*Saada"):
        settle("ye", governorate="Atlantis")
    with pytest.raises(FilterError, match="district=Atlantis is no raion"):
        settle("ua", district="Atlantis")


def test_what_only_rows_report_stays_and_so_does_not_reported():
    strange = {**NOWHERE, "governorate_text": "Atlantis"}
    assert settle("ua", strange, governorate="atlantis").governorates == ("atlantis",)
    assert settle("ua", governorate=NOT_REPORTED).governorates == (NOT_REPORTED,)


def test_what_no_row_has_is_told():
    rows = table({"actor": "Russian Air Force"}, {**AREA, "adm1_code": "UA51"})
    notes = note_unmet(
        Filters(actors=("Russia",), text="zzz", governorates=("UA46", "UA51")),
        rows,
        load_boundaries("ua"),
    )
    assert notes == [
        "actor=Russia: no row names it; nearest: Russian Air Force",
        "q=zzz: no row has these words in its names, actor or target",
        "governorate=UA46: no row is counted on this oblast (Lviv, UA46)",
    ]
    assert note_unmet(Filters(districts=("UA1402",)), rows, load_boundaries("ua")) == [
        "district=UA1402: no row is counted on this raion (UA1402); no outlines of a raion are at "
        "hand"
    ]


def test_a_period_that_reaches_beyond_the_days_of_the_data_is_told():
    rows, areas = table({}), load_boundaries("ua")
    day = rows["date_start"].iloc[0].date()
    wide = Filters(date_from=day - timedelta(days=1), date_to=day + timedelta(days=1))
    assert note_unmet(wide, rows, areas) == [
        f"from={wide.date_from}: the data begin on {day}, none is known before",
        f"to={wide.date_to}: the data end on {day}, none is known after",
    ]
    assert note_unmet(Filters(date_from=day, date_to=day), rows, areas) == []


@pytest.mark.parametrize(
    ("said", "code"),
    [("Odesa", "UA51"), ("Одеська", "UA51"), ("UA-51", "UA51"), ("Atlantis", "Atlantis")],
)
def test_one_area_is_found_by_any_spelling_and_what_is_none_stays(said, code):
    assert settle_area(said, table({}), load_boundaries("ua"), country_gazetteer("ua")) == code
