"""geopy's services as a last step, without a network: an adapter answers for them."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderTimedOut
from geopy.geocoders import GeoNames, Nominatim, Photon

from gazetteer import load_gazetteer
from gazetteer.errors import GazetteerError
from gazetteer.online.last_step import OnlineStep

SYRIA = load_gazetteer("sy")


class Service(BaseSyncAdapter):
    """Answers as the services do, and keeps what was asked."""

    def __init__(self, answers):
        super().__init__(proxies=None, ssl_context=None)
        self.answers = list(answers)
        self.urls = []

    def get_json(self, url, **_):
        self.urls.append(url)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def get_text(self, url, **_):
        raise AssertionError(f"only JSON is asked for: {url}")


def factory(adapter):
    return lambda **_: adapter


def nominatim(*answers):
    adapter = Service(answers)
    service = Nominatim(user_agent="tests", adapter_factory=factory(adapter))
    return adapter, service


def place(name, lat, lon):
    return {"display_name": f"{name}, Somewhere District, Syria", "lat": str(lat), "lon": str(lon)}


def test_only_an_unknown_name_is_asked_online():
    adapter, service = nominatim([place("Qwrtyabad", 35.5, 36.5)])
    step = OnlineStep(service, SYRIA, delay_s=0)
    assert step.match("Ariha").method == "exact"
    assert step.match("several towns").method == "vague"
    assert adapter.urls == []
    found = step.match("Qwrtyabad", "Idlib")
    assert (found.method, found.location_status, found.uncertainty_km) == ("online", "located", 15)
    assert (found.lat, found.lon, found.score) == (35.5, 36.5, None)
    assert "unchecked" in found.reason


def test_nothing_but_name_and_country_is_sent():
    adapter, service = nominatim([])
    OnlineStep(service, SYRIA, delay_s=0).match("Qwrtyabad", "Idlib")
    (url,) = adapter.urls
    sent = parse_qs(urlsplit(url).query)
    assert sent == {"q": ["Qwrtyabad"], "format": ["json"], "limit": ["5"], "countrycodes": ["sy"]}
    photon = Service([{"features": []}])
    asked = Photon(user_agent="tests", adapter_factory=factory(photon))
    OnlineStep(asked, SYRIA, delay_s=0).match("Qwrtyabad", "Idlib")
    assert parse_qs(urlsplit(photon.urls[0]).query) == {"q": ["Qwrtyabad, Syria"], "limit": ["5"]}


def test_a_name_is_asked_once_and_kept_in_the_cache_file(tmp_path):
    cache = tmp_path / "online.json"
    adapter, service = nominatim([place("Qwrtyabad", 35.5, 36.5)])
    step = OnlineStep(service, SYRIA, cache=cache, delay_s=0)
    assert [m.method for m in step.match_many(["Qwrtyabad", "Qwrtyabad"])] == ["online"] * 2
    again = OnlineStep(service, SYRIA, cache=cache, delay_s=0)
    assert again.match("Qwrtyabad").method == "online"
    assert len(adapter.urls) == 1
    assert (step.asked, again.asked) == (["Qwrtyabad"], [])
    assert json.loads(cache.read_text(encoding="utf-8"))


def test_a_cache_that_is_broken_is_begun_anew(tmp_path):
    cache = tmp_path / "online.json"
    cache.write_text("{cut")
    _, service = nominatim([])
    assert OnlineStep(service, SYRIA, cache=cache, delay_s=0).match("Qwrtyabad").method == "none"


def test_several_places_far_apart_are_ambiguous():
    _, service = nominatim([place("Qwrtyabad", 35.5, 36.5), place("Qwrtyabad", 33.1, 36.2)])
    found = OnlineStep(service, SYRIA, delay_s=0).match("Qwrtyabad")
    assert (found.method, len(found.rivals), found.lon) == ("ambiguous", 2, None)


def test_an_answer_of_another_name_is_no_answer():
    _, service = nominatim([place("Damascus", 33.5, 36.3)])
    found = OnlineStep(service, SYRIA, delay_s=0).match("Qwrtyabad")
    assert (found.method, "nor does Nominatim" in found.reason) == ("none", True)


def test_photon_answers_of_other_countries_are_left_out():
    def feature(code):
        return {"geometry": {"coordinates": [36.5, 35.5]}, "properties": {
            "name": "Qwrtyabad", "country": "X", "countrycode": code}}  # fmt: skip

    adapter = Service([{"features": [feature("IR")]}, {"features": [feature("SY")]}])
    service = Photon(user_agent="tests", adapter_factory=factory(adapter))
    assert OnlineStep(service, SYRIA, delay_s=0).match("Qwrtyabad").method == "none"
    assert OnlineStep(service, SYRIA, delay_s=0).match("Qwrtyabad").method == "online"


def test_geonames_is_asked_within_the_country():
    answer = {"geonames": [{"name": "Qwrtyabad", "countryCode": "SY", "lat": "35.5",
                            "lng": "36.5", "countryName": "Syria"}]}  # fmt: skip
    adapter = Service([answer])
    service = GeoNames("someone", adapter_factory=factory(adapter))
    assert OnlineStep(service, SYRIA, delay_s=0).match("Qwrtyabad").method == "online"
    assert parse_qs(urlsplit(adapter.urls[0]).query)["country"] == ["SY"]


def test_a_service_that_does_not_answer_is_said_and_not_kept():
    slow = GeocoderTimedOut("too slow")
    adapter, service = nominatim(slow, slow, [place("Qwrtyabad", 35.5, 36.5)])
    step = OnlineStep(service, SYRIA, delay_s=0)
    first = step.match("Qwrtyabad")
    assert (first.method, "did not answer" in first.reason) == ("none", True)
    assert step.match("Qwrtyabad").method == "online"
    assert len(adapter.urls) == 3


def test_inquiries_are_spaced(monkeypatch):
    adapter, service = nominatim([], [])
    step = OnlineStep(service, SYRIA)
    clock, waited = [100.0], []

    def sleep(seconds):
        waited.append(seconds)
        clock[0] += seconds + 0.001

    monkeypatch.setattr(step._ask, "_clock", lambda: clock[0])
    monkeypatch.setattr(step._ask, "_sleep", sleep)
    step.match_many(["Qwrtyabad", "Zxcvbabad"])
    assert len(adapter.urls) == 2
    assert waited == [pytest.approx(1.1)]


def test_the_step_stands_in_for_the_gazetteer():
    _, service = nominatim()
    step = OnlineStep(service, SYRIA, delay_s=0)
    assert step.places is SYRIA.places
    assert step.find_governorate("Idleb").adm1_code == "SY07"
    with pytest.raises(AttributeError):
        _ = step.nothing_of_the_kind


def test_an_unknown_service_is_refused():
    with pytest.raises(GazetteerError, match="nominatim"):
        OnlineStep("bing", SYRIA)
