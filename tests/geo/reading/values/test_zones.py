"""Time zones by the names and codes of countries."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from geo.land.world import world_countries
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
