"""The gazetteer as a geopy geocoder: places both ways, without a network."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from geopy.adapters import BaseAsyncAdapter
from geopy.exc import ConfigurationError, GeocoderQueryError
from geopy.extra.rate_limiter import AsyncRateLimiter, RateLimiter

from gazetteer import StrikemapGeocoder, load_gazetteer

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


class Silent(BaseAsyncAdapter):
    """An adapter for asyncio that fails when it is asked for anything."""

    async def get_json(self, *_: object, **__: object) -> None:
        raise AssertionError

    get_text = get_json


def test_it_needs_no_arguments_or_a_country_or_a_gazetteer(geocoder):
    assert StrikemapGeocoder().geocode("Ariha").raw == geocoder.geocode("Ariha").raw
    assert StrikemapGeocoder(country="ua").geocode("Kharkiv").address.endswith("Ukraine")
    with pytest.raises(ConfigurationError, match="give one of the two"):
        StrikemapGeocoder(SYRIA, country="sy")


def test_it_takes_what_every_geocoder_of_geopy_takes():
    taken = StrikemapGeocoder(SYRIA, timeout=3, proxies={}, scheme="http", user_agent="desk/1")
    assert (taken.timeout, taken.scheme, taken.headers["User-Agent"]) == (3, "http", "desk/1")
    assert taken.geocode("Ariha", timeout=0.001) == taken.geocode("Ariha", timeout=None)
    with StrikemapGeocoder(SYRIA) as closed:
        assert closed.geocode("Ariha").point == taken.geocode("Ariha").point


def test_the_rate_limiter_goes_around_it(geocoder):
    limited = RateLimiter(geocoder.geocode, min_delay_seconds=0.001, swallow_exceptions=False)
    found = [limited(name) for name in ("Ariha", "Nowhereville", "Talbiseh")]
    assert [place and place.address.split(",")[0] for place in found] == ["Ariha", None, "Talbiseh"]


def test_with_an_adapter_for_asyncio_answers_are_awaited(geocoder):
    async def ask() -> tuple[object, object]:
        async with StrikemapGeocoder(SYRIA, adapter_factory=Silent) as later:
            limited = AsyncRateLimiter(later.geocode, min_delay_seconds=0.001)
            return await limited("Ariha"), await later.reverse((35.815, 36.61))

    with ThreadPoolExecutor(1) as thread:  # a browser's test leaves a running loop in this one
        answers = thread.submit(asyncio.run, ask()).result()
    assert answers == (geocoder.geocode("Ariha"), geocoder.reverse((35.815, 36.61)))


@pytest.mark.parametrize("query", [None, 7, ["Ariha"], {"town": "Ariha"}])
def test_a_query_that_is_no_name_is_refused_with_what_is_one(geocoder, query):
    with pytest.raises(GeocoderQueryError, match="is no name; give one as text, or as one of name"):
        geocoder.geocode(query)
