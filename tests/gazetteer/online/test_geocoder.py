"""The gazetteer as a geopy geocoder: places both ways, without a network."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError

from gazetteer import load_gazetteer
from gazetteer.online.geocoder import StrikemapGeocoder

SYRIA = load_gazetteer("sy")


@pytest.fixture(scope="module")
def geocoder():
    return StrikemapGeocoder(SYRIA)


@pytest.mark.parametrize("query", ["Ariha", "أريحا", {"city": "Ariha", "state": "Idlib"},
                                   {"name": "Ariha", "governorate": "Idlib"}])  # fmt: skip
def test_geocode_gives_a_geopy_location_with_the_match_in_raw(geocoder, query):
    found = geocoder.geocode(query)
    assert (found.latitude, found.longitude) == pytest.approx((35.814, 36.610), abs=0.01)
    assert found.address == "Ariha, Idlib, Syria"
    assert found.raw["adm1_code"] == "SY07"
    assert found.raw["uncertainty_km"] > 0
    assert found.raw["reason"]


@pytest.mark.parametrize("query", ["Nowhereville", "several towns", "Idlib governorate", ""])
def test_what_has_no_point_gives_none(geocoder, query):
    assert geocoder.geocode(query) is None
    assert geocoder.geocode(query, exactly_one=False) is None


def test_rivals_come_when_more_than_one_is_asked_for(tmp_path):
    pack = tmp_path / "tl"
    pack.mkdir()
    table = tmp_path / "two.csv"
    table.write_text("name,lon,lat,adm1_name\nAlder,1.0,1.0,North\nAlder,2.0,2.0,South\n")
    twice = StrikemapGeocoder(load_gazetteer(pack, extra=[table]))
    assert twice.geocode("Alder") is None
    both = twice.geocode("Alder", exactly_one=False)
    assert sorted(round(found.latitude) for found in both) == [1, 2]
    assert all(found.raw["method"] == "ambiguous" for found in both)


def test_reverse_gives_the_nearest_listed_places(geocoder):
    nearest = geocoder.reverse((35.815, 36.61))
    assert nearest.address.startswith("Ariha")
    assert nearest.raw["distance_km"] < 1
    several = geocoder.reverse("35.815, 36.61", exactly_one=False)
    distances = [found.raw["distance_km"] for found in several]
    assert len(several) > 1
    assert distances == sorted(distances)


def test_reverse_far_from_everything_is_none(geocoder):
    assert geocoder.reverse((0, 0)) is None
    with pytest.raises(GeocoderQueryError):
        geocoder.reverse("no point")
