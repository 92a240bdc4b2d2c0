"""The land of every country that ships, and of the invented one, keeps the rules."""

from __future__ import annotations

import shutil

import pytest
from land_rules import RULES, Country
from paths import ROOT, TOYLAND, TOYLAND_LAND

from gazetteer.tables.packs.shipped import DATA, list_curated
from geo.land.country import has_own_areas

LAND = ROOT / "geo" / "data"
COUNTRIES = {
    **{name: Country(DATA / name, LAND / name) for name in list_curated() if has_own_areas(name)},
    "toyland": Country(TOYLAND, TOYLAND_LAND),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("name", COUNTRIES)
def test_a_country_keeps_the_rules(name, rule):
    assert list(rule(COUNTRIES[name])) == []


# What is broken in the invented country: file, text, other text, and what is said then.
BREAKS = {
    "a governorate without an outline": ("places.csv", "TL02,Sudmark", "TL03,Sudmark", "TL03: "),
    "a governorate of another name": ("places.csv", "TL02,Sudmark", "TL02,Southland", "TL02: "),
    "a point elsewhere": ("places.csv", "11.00,49.00", "10.00,50.40", "far from its governorate"),
    "an outline of no kind": ("governorates.geojson", '"governorate"', '"region"', "no known kind"),
    "a town without a name": ("base_map.geojson", '"Kastelran"', '""', "no known kind or no name"),
    "no credit": ("country.json", '"places_credit"', '"credit"', "no places_credit"),
}


@pytest.fixture
def broken(tmp_path) -> Country:
    """Copy the invented country, to be broken."""
    places = shutil.copytree(TOYLAND, tmp_path / "places")
    return Country(places, shutil.copytree(TOYLAND_LAND, tmp_path / "land"))


@pytest.mark.parametrize("case", BREAKS)
def test_a_broken_country_is_found_out(broken, case):
    name, old, new, problem = BREAKS[case]
    path = (broken.places if name.endswith(".csv") else broken.land) / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(problem in found for rule in RULES for found in rule(broken))


def test_a_missing_file_is_found_out(broken):
    (broken.land / "SOURCES.md").unlink()
    assert list(RULES[0](broken)) == ["SOURCES.md is missing"]
