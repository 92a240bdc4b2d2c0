"""The base map: small GeoJSON of areas, neighbours, contested land and towns."""

from __future__ import annotations

import json

import pytest
from joined import SYRIA
from paths import REFERENCE
from shapely.geometry import box, shape

from geo.land.base_map import drawn_districts, make_base_map
from geo.land.boundaries import load_boundaries

needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="reference data (../shared/reference) is not here"
)


def of_kind(drawn, kind):
    return [f["properties"] for f in drawn["features"] if f["properties"]["kind"] == kind]


def test_the_base_map_is_small_geojson_of_four_kinds():
    drawn = make_base_map(SYRIA)
    assert json.loads(json.dumps(drawn)) == drawn
    assert len(json.dumps(drawn, ensure_ascii=False)) < 140_000
    assert {f["properties"]["kind"] for f in drawn["features"]} == {
        "neighbour", "governorate", "contested", "town",
    }  # fmt: skip
    assert len(of_kind(drawn, "governorate")) == 14
    assert [c["name"] for c in of_kind(drawn, "contested")] == ["Golan, occupied by Israel"]
    written = {country["name"] for country in of_kind(drawn, "neighbour") if country["label"]}
    assert {"Turkey", "Iraq", "Jordan", "Lebanon"} <= written
    assert box(*drawn["bbox"]).covers(box(*drawn["bounds"]))


def test_every_town_has_two_names_a_rank_and_a_source():
    features = [f for f in make_base_map(SYRIA)["features"] if f["properties"]["kind"] == "town"]
    assert len(features) > 30
    for feature in features:
        town = feature["properties"]
        assert town["name"]
        assert any("\u0600" <= letter <= "\u06ff" for letter in town["name_ar"])
        assert town["rank"] in (1, 2, 3)
        assert town["geonames"] > 0
        inside = SYRIA.levels[1].covers(shape(feature["geometry"])).any()
        assert inside == town["home"] or town["name"] == "Kobani"


def test_the_base_map_of_a_country_without_a_pack_is_its_areas_alone(toyland):
    drawn = make_base_map(toyland)
    assert drawn["bounds"] == [0.0, 0.0, 2.0, 1.0]
    assert box(*drawn["bbox"]).contains(box(0, 0, 2, 1))
    own = [f["properties"] for f in drawn["features"] if f["properties"]["kind"] != "neighbour"]
    named = [(facts["kind"], facts["name"]) for facts in own]
    quarters = [("district", name) for name in ("Quarter 1", "Quarter 2", "Quarter 1")]
    assert named == [("governorate", "West"), ("governorate", "East"), *quarters]
    assert drawn_districts(drawn) == {"XX101", "XX102", "XX201"}
    assert drawn_districts({}) == frozenset()
    assert drawn["credit"] == "Boundaries: one.geojson, two.gpkg, given by the user"


@needs_reference
def test_detailed_boundaries_are_drawn_coarsely():
    folder = REFERENCE / "ocha_boundaries"
    ocha = load_boundaries("sy", folder.glob("syr_admbnda_adm1_*.shp"))
    assert len(json.dumps(make_base_map(ocha), ensure_ascii=False)) < 160_000
