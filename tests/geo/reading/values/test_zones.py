"""Time zones by the names and codes of countries."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from geo.reading.values.zones import HOME_ZONE, ZONES, find_zone


@pytest.mark.parametrize(
    ("country", "zone"),
    [("", HOME_ZONE), ("Iraq", "Asia/Baghdad"), ("العراق", "Asia/Baghdad"), ("UA", "Europe/Kyiv"),
     ("irq", "Asia/Baghdad"), ("France", ""), ("nowhere", HOME_ZONE)],
)  # fmt: skip
def test_a_country_has_its_zone_and_an_unknown_one_that_of_home(country: str, zone: str) -> None:
    assert find_zone(country) == zone


def test_every_zone_is_in_the_database() -> None:
    assert all(ZoneInfo(zone).key == zone for zone in ZONES.values())
