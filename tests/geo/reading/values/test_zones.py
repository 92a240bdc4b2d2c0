"""Time zones by the names and codes of countries."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from geo.land.world import world_countries
from geo.reading.read import read_strikes
from geo.reading.values.zones import HOME_ZONE, find_zone


@pytest.mark.parametrize(
    ("country", "zone"),
    [("", HOME_ZONE), ("Iraq", "Asia/Baghdad"), ("العراق", "Asia/Baghdad"), ("UA", "Europe/Kyiv"),
     ("irq", "Asia/Baghdad"), ("Mali", "Africa/Bamako"), ("Russia", ""), ("nowhere", HOME_ZONE)],
)  # fmt: skip
def test_a_country_has_its_zone_and_an_unknown_one_that_of_home(country: str, zone: str) -> None:
    assert find_zone(country) == zone


def test_every_zone_is_in_the_database() -> None:
    zones = {find_zone(code) for code in world_countries()} - {""}
    assert len(zones) > 200
    assert all(ZoneInfo(zone).key == zone for zone in zones)


def test_rows_without_a_country_have_the_zone_that_is_home() -> None:
    assert find_zone("", "Europe/Kyiv") == "Europe/Kyiv"
    assert find_zone("", find_zone("RU")) == ""


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("Gaza", "Asia/Gaza"),
        ("Artsakh", "Asia/Baku"),
        ("Gaza / Palestine", "Asia/Gaza"),
        ("Kashmir", ""),
        ("Syria/Ukraine", ""),
    ],
)
def test_a_part_has_the_zone_of_its_country_and_several_with_other_zones_have_none(
    country: str, zone: str
) -> None:
    assert find_zone(country, "Asia/Kabul") == zone


def test_a_row_that_names_no_country_has_the_zone_of_the_one_that_its_point_lies_in() -> None:
    rows = [
        {"date": "2022-03-01T22:30:00Z", "lat": "50.45", "lon": "30.52", "country": ""},
        {"date": "2015-10-02T20:00:00Z", "lat": "36.72", "lon": "68.86", "country": ""},
        {"date": "2015-10-02T20:00:00Z", "lat": "50.45", "lon": "30.52", "country": "Afghanistan"},
        {"date": "2015-10-02T20:00:00Z", "lat": "", "lon": "", "country": ""},
    ]
    strikes = read_strikes(pd.DataFrame(rows).assign(town="X"), home="iq").strikes
    assert list(zip(strikes["date_start"].dt.day, strikes["time_local"], strict=True)) == [
        (2, "00:30"), (3, "00:30"), (3, "00:30"), (2, "23:00"),
    ]  # fmt: skip
