"""A file of several countries: each row is placed by its own, none by another."""

from __future__ import annotations

import pandas as pd
import pytest

from gazetteer import Gazetteer, Place
from gazetteer.several import Gazetteers
from geo.placing.locate import locate
from geo.reading.read import read_strikes


def pack(country, *towns):
    code = f"{country.upper()}1"
    area = f"North of {country}"
    places = [Place(code, area, "governorate", 40, 30, 90, adm1_code=code, adm1_name=area)]
    for name in towns:
        places.append(
            Place(
                f"{country}:{name}",
                name,
                "settlement",
                40.0,
                30.0,
                2.0,
                adm1_code=code,
                adm1_name=area,
                prominence=1,
                spellings=(name,),
            )
        )
    return Gazetteer(country, places)


@pytest.fixture(scope="module")
def both():
    return Gazetteers([pack("iq", "Karzun", "Zalmut"), pack("lb", "Belfaq", "Zalmut")])


def place(both, rows):
    table = pd.DataFrame([{"date": "2020-01-02", **row} for row in rows])
    return locate(read_strikes(table), both).strikes


def test_each_row_is_placed_by_the_country_that_it_states(both):
    found = place(both, [{"town": "Zalmut", "country": "Lebanon"},
                         {"town": "Zalmut", "country": "Iraq"}])  # fmt: skip
    assert found["place_id"].tolist() == ["lb:Zalmut", "iq:Zalmut"]


def test_without_a_country_a_name_of_both_is_not_placed(both):
    found = place(both, [{"town": "Zalmut"}, {"town": "Belfaq"}])
    assert found["place_id"].fillna("").tolist() == ["", "lb:Belfaq"]
    assert found["match_method"].tolist() == ["ambiguous", "exact"]
    assert found["match_reason"].iloc[0].startswith("known in Iraq and Lebanon; state the country")


def test_the_first_level_area_decides_where_no_country_is_stated(both):
    found = place(both, [{"town": "Zalmut", "governorate": "North of lb"}])
    assert found["place_id"].tolist() == ["lb:Zalmut"]


def test_a_third_country_is_none_of_them_and_the_reason_names_them_all(both):
    found = place(both, [{"town": "Belfaq", "country": "Yemen"}, {"town": "Karzun"}])
    assert found["place_id"].fillna("").tolist() == ["", "iq:Karzun"]
    reason = "the table says Yemen; this gazetteer covers Iraq and Lebanon"
    assert found["match_reason"].iloc[0] == reason


def test_a_stated_area_counts_a_row_whose_place_is_not_listed(both):
    found = place(both, [{"town": "Qwxyzzy", "governorate": "North of iq", "country": "Iraq"}])
    assert found[["location_status", "adm1_code"]].iloc[0].tolist() == ["area_only", "IQ1"]


def test_several_countries_that_ship_are_named_with_commas():
    table = pd.DataFrame([
        {"date": "2016-05-01", "town": "Sinjar", "country": "Iraq"},
        {"date": "2016-05-01", "town": "Talbisah", "country": "Syria"},
    ])  # fmt: skip
    placed = locate(read_strikes(table), country="iq,sy").strikes
    assert placed["place_name"].tolist() == ["Sinjar", "Talbiseh"]
    assert placed["adm1_name"].tolist() == ["Nineveh", "Homs"]


@pytest.mark.parametrize(
    ("country", "placed"),
    [("Iraqi Kurdistan", True), ("Kurdistan", True), ("Kashmir", False), ("Gaza", False)],
)
def test_a_part_of_a_country_stands_for_it_and_another_for_none(country, placed):
    found = place(Gazetteers([pack("iq", "Karzun")]), [{"town": "Karzun", "country": country}])
    assert found["place_id"].notna().tolist() == [placed]
    if not placed:
        assert found["match_reason"].str.contains(f"{country}, which is in").all()
