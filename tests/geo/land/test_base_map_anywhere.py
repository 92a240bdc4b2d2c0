"""The base map of any country or several: neighbours, towns, sea, contested land, and its size."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import pytest
import shapely
from joined import strikes_at
from shapely.geometry import box, shape
from toy_areas import write_areas

from geo.errors import BoundaryError
from geo.land.base_map import make_base_map
from geo.land.boundaries import load_boundaries
from geo.land.world import world_countries
from geo.placing.join import join_areas


def drawn_of(countries: str, files: Any = ()) -> dict[str, Any]:
    return make_base_map(load_boundaries(countries, files))


def by_kind(drawn: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    held: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for feature in drawn["features"]:
        held[feature["properties"]["kind"]].append(feature)
    return held


def size_of(drawn: dict[str, Any]) -> int:
    return len(json.dumps(drawn, ensure_ascii=False, separators=(",", ":")).encode())


def names_of(features: list[dict[str, Any]]) -> set[str]:
    return {feature["properties"]["name"] for feature in features}


@pytest.mark.parametrize(
    ("country", "neighbours", "towns", "contested"),
    [
        ("ua", {"Poland", "Romania", "Russia", "Belarus"}, {"Kyiv", "Kharkiv"}, 5),
        ("ps", {"Israel", "Egypt", "Jordan"}, {"Gaza City", "Hebron", "Khan Younis"}, 2),
        ("ye", {"Saudi Arabia", "Oman", "Eritrea"}, {"Sanaa", "Aden", "Hodeidah"}, 0),
        ("sd", {"Chad", "Egypt", "South Sudan"}, {"Khartoum", "Nyala"}, 1),
        ("ml", {"Niger", "Algeria", "Burkina Faso"}, {"Bamako", "Gao"}, 0),
        ("ru", {"Ukraine", "Kazakhstan"}, {"Moscow"}, 0),
    ],
)
def test_a_country_stands_among_its_neighbours_and_towns(country, neighbours, towns, contested):
    drawn = drawn_of(country)
    kinds = by_kind(drawn)
    assert size_of(drawn) < 400_000
    assert neighbours <= names_of(kinds["neighbour"])
    assert world_countries()[country.upper()]["name"] not in names_of(kinds["neighbour"])
    assert towns <= names_of([town for town in kinds["town"] if town["properties"]["home"]])
    assert len(kinds["contested"]) == contested
    assert all(part["properties"]["note"] for part in kinds["contested"])
    assert box(*drawn["bbox"]).covers(box(*drawn["bounds"]))
    assert any(feature["properties"]["label"] for feature in kinds["neighbour"])


def test_what_no_land_covers_is_sea_and_nothing_else_is():
    drawn = drawn_of("ua")
    outlines = [
        shape(f["geometry"]) for f in drawn["features"] if f["properties"]["kind"] != "town"
    ]
    land = shapely.STRtree(outlines)
    on_land = [(30.5, 50.4), (20.0, 50.0), (39.7, 47.2), (34.1, 45.0), (27.0, 53.0), (44.0, 48.0)]
    at_sea = [(34.0, 43.5), (31.0, 45.5), (36.5, 46.2)]
    for point in on_land:
        assert len(land.query(shapely.Point(point), predicate="intersects")), point
    for point in at_sea:
        assert not len(land.query(shapely.Point(point), predicate="intersects")), point
        assert box(*drawn["bbox"]).covers(shapely.Point(point))


def test_names_in_the_main_script_stand_where_they_are_another():
    kinds = by_kind(drawn_of("ua"))
    kyiv = next(t for t in kinds["town"] if t["properties"]["name"] == "Kyiv")["properties"]
    assert (kyiv["name_local"], kyiv["name_ar"]) == ("Київ", "كييف")
    lviv = next(a for a in kinds["governorate"] if a["properties"]["code"] == "UA46")["properties"]
    assert lviv["name_local"] == "Львівська область"
    assert not any("name_local" in a["properties"] for a in by_kind(drawn_of("ye"))["governorate"])


def test_several_countries_are_none_of_them_a_neighbour():
    drawn = drawn_of("sy,il,lb")
    kinds = by_kind(drawn)
    assert {"Jordan", "Turkey", "Iraq"} <= names_of(kinds["neighbour"])
    assert not {"Syria", "Israel", "Lebanon"} & names_of(kinds["neighbour"])
    assert names_of(kinds["contested"]) == {"Golan, occupied by Israel"}
    codes = {area["properties"]["code"]: shape(area["geometry"]) for area in kinds["governorate"]}
    assert codes["SY14"].intersection(codes["IL-Z"]).area < 1e-3
    assert codes["SY14"].covers(shapely.Point(35.75, 33.0))


def test_sixty_countries_are_drawn_coarser():
    sixty = ",".join(sorted(world_countries())[:60])
    boundaries = load_boundaries(sixty)
    assert len(boundaries.countries) == 60
    assert boundaries.governorates["code"].is_unique
    assert size_of(make_base_map(boundaries)) < 1_500_000


def test_around_given_areas_is_land_and_their_credit_names_the_files(tmp_path):
    west = [{"ADM1_PCODE": "UA46", "ADM1_EN": "Lvivska", "geometry": box(23, 49, 25, 50.5)}]
    drawn = drawn_of("ua", [write_areas(tmp_path / "lviv.geojson", west)])
    kinds = by_kind(drawn)
    assert drawn["credit"] == "Boundaries: lviv.geojson, given by the user"
    assert names_of(kinds["governorate"]) == {"Lvivska"}
    assert {"Ukraine", "Poland"} <= names_of(kinds["neighbour"])
    own = next(f for f in kinds["neighbour"] if f["properties"]["name"] == "Ukraine")
    assert own["properties"]["label"] is None
    assert shape(own["geometry"]).covers(shapely.Point(25.4, 50.0))


def test_files_of_one_of_several_countries_leave_the_others_as_they_ship(tmp_path):
    west = [{"ADM1_PCODE": "UA46", "ADM1_EN": "Lvivska", "geometry": box(23, 49, 25, 50.5)}]
    path = write_areas(tmp_path / "lviv.geojson", west)
    both = load_boundaries("ua,md", [path])
    assert both.credit == "Boundaries: Natural Earth (Moldova); lviv.geojson, given by the user"
    assert set(both.governorates["parent"].dropna()) == {"MD"}
    assert "UA46" in set(both.governorates["code"])


def test_files_of_a_country_that_is_not_named_are_refused_with_a_remedy(tmp_path):
    strange = [{"ADM1_PCODE": "XX1", "ADM1_EN": "West", "geometry": box(0, 0, 1, 1)}]
    path = write_areas(tmp_path / "west.geojson", strange)
    with pytest.raises(BoundaryError, match=r"XX.*name that country with --country"):
        load_boundaries("ua,md", [path])


def test_strikes_in_several_countries_are_joined_and_told_of_contested_land():
    boundaries = load_boundaries("sy,il,ua,ps")
    points = [(35.75, 33.0), (36.23, 49.99), (34.1, 45.0), (34.46, 31.5), (35.0, 32.8)]
    joined = join_areas(strikes_at(points), boundaries)
    assert joined["adm1_code"].tolist() == ["SY14", "UA63", "UA01", "PS02", "IL-HA"]
    notes = joined["adm_note"].fillna("").tolist()
    assert "contested: Golan, occupied by Israel" in notes[0]
    assert "contested: Crimea, held by Russia since 2014" in notes[2]
    assert "contested" not in notes[3]


def test_contested_land_of_other_countries_in_view_is_there_beside_the_features():
    around = {one["properties"]["name"]: one for one in drawn_of("lb")["contested_around"]}
    assert {"Golan, occupied by Israel", "West Bank, occupied by Israel since 1967"} <= set(around)
    golan = around["Golan, occupied by Israel"]
    assert golan["properties"]["note"].startswith("Syrian by UN Security Council resolution 497")
    assert shape(golan["geometry"]).covers(shapely.Point(35.75, 33.0))
    both = {one["properties"]["name"] for one in drawn_of("sy,il,lb")["contested_around"]}
    assert "Golan, occupied by Israel" not in both, "it is their own"
    assert "contested_around" not in drawn_of("sy")


def test_who_is_named_on_contested_land_is_named_beside_who_holds_it():
    facts = {
        one["properties"]["name"]: one["properties"]
        for one in make_base_map(load_boundaries(("lb",)))["features"]
        if one["properties"]["kind"] == "neighbour"
    }
    assert facts["Israel"]["label"]
    assert "contested" not in facts["Israel"]
    assert facts["Palestine"]["label"]
    assert [name.split(",")[0] for name in facts["Palestine"]["contested"]] == [
        "Gaza Strip", "West Bank",
    ]  # fmt: skip
    (home,) = make_base_map(load_boundaries(("ps",)))["homes"]
    assert home["contested"] == facts["Palestine"]["contested"]
