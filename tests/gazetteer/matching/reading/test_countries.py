"""The name of the country at hand is no place in it."""

from __future__ import annotations

from functools import cache

import pytest

from gazetteer import Gazetteer, load_gazetteer

pack = cache(load_gazetteer)


@pytest.mark.parametrize(
    ("country", "name"),
    [
        ("so", "Somalia"),  # Somaliland bears it as a further spelling
        ("so", "Republic of Somalia"),
        ("so", "Сомали"),
        ("ni", "Nicaragua"),  # Rivas
        ("sv", "El Salvador"),  # near "San Salvador"
        ("ao", "Angola"),  # Negola
        ("co", "Colombia"),  # a village in Huila
        ("mz", "Mozambique"),  # an island off Nampula
        ("dz", "الجزائر"),  # Algiers too
        ("iq", "العراق"),
    ],
)
def test_the_name_of_the_country_is_the_whole_of_it(country: str, name: str) -> None:
    match = pack(country).match(name)
    assert (match.method, match.reason) == ("vague", "the whole country")
    assert match.lon is None
    assert match.adm1_code is None


@pytest.mark.parametrize(
    ("country", "name", "precision"),
    [("dj", "Djibouti", "settlement"), ("sg", "Singapore", "settlement"),
     ("eh", "Western Sahara", "governorate"), ("so", "Somaliland", "governorate")],
)  # fmt: skip
def test_an_area_or_a_known_town_of_its_own_name_stays(
    country: str, name: str, precision: str
) -> None:
    assert pack(country).match(name).precision == precision


def test_a_stated_area_tells_its_town_from_the_country() -> None:
    algeria = pack("dz")
    assert algeria.match("الجزائر", "Algiers").place is not None
    assert algeria.match("الجزائر", "Oran").method == "vague"


def test_a_country_stated_as_its_own_area_says_nothing() -> None:
    somalia: Gazetteer = pack("so")
    assert somalia.find_governorate("Somalia") is None
    match = somalia.match("Mogadishu", "Somalia")
    assert match.place is not None
    assert match.place.name == "Mogadishu"
    assert match.score == somalia.match("Mogadishu").score


@pytest.mark.parametrize(
    ("country", "name", "area"),
    [("ml", "Mopti region", "Mopti"), ("et", "the Tigray region", "Tigray"),
     ("so", "Bay region", "Bay"), ("mm", "Sagaing Region", "Sagaing"),
     ("by", "Gomel region", "Gomel"), ("ge", "Shida Kartli region", "Shida Kartli")],
)  # fmt: skip
def test_a_region_is_the_first_level_where_that_is_called_so(
    country: str, name: str, area: str
) -> None:
    match = pack(country).match(name)
    assert (match.precision, match.adm1_name, match.lon) == ("governorate", area, None)


def test_a_town_lies_in_the_region_that_is_said_after_it() -> None:
    match = pack("ml").match("Bandiagara, Mopti region")
    assert match.place is not None
    assert match.place.name == "Bandiagara"


def test_elsewhere_a_region_is_the_land_around_a_town() -> None:
    match = pack("sy").match("Idlib region")
    assert (match.precision, match.uncertainty_km) == ("area", 15.0)
