"""What ships for a country: a hand-made folder over the world's file."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from gazetteer import GazetteerError, load_gazetteer
from gazetteer.tables import loading
from gazetteer.tables.packs import shipped, world_file
from gazetteer.tables.packs.shipped import find_sources, has_pack, list_packs, read_pack

HEADER = (
    "place_id,name,name_ar,kind,lon,lat,uncertainty_km,adm1_code,population,spellings,sources\n"
)
BLANK = {
    **dict.fromkeys(("name_ar", "name_local", "spellings", "sources"), ""),
    **{"kind": "settlement", "uncertainty_km": 2.0, "adm1_code": "XT1", "population": 900},
    **{"prominence": 0, "lat": 2_000_000},
}
WORLD = [
    {"place_id": "XT1", "name": "Norwold", "kind": "governorate", "sources": "Natural Earth X"},
    {"place_id": "gn:1", "name": "Milbrook", "name_local": "Мілбрук", "spellings": "Millbruk"},
    {"place_id": "gn:2", "name": "Sedgewick"},
    {"place_id": "gn:3", "name": "Old Ferry"},
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the country xt of the world's file alone; return the folder of its own pack."""
    data = tmp_path / "data"
    places = data / "world" / "places"
    places.mkdir(parents=True)
    rows = [
        {**BLANK, "lon": 1_000_000 + at, "lat": 2_000_000, **row} for at, row in enumerate(WORLD)
    ]
    pd.DataFrame(rows)[list(world_file.COLUMNS)].to_parquet(places / "xt.parquet")
    (places / "SOURCES.md").write_text("of the world")
    monkeypatch.setattr(shipped, "DATA", data)
    for module in (shipped, world_file):
        monkeypatch.setattr(module, "FOLDER", places)
    _forget()
    yield data / "xt"
    _forget()


def _forget() -> None:
    """Forget what was read of other data."""
    world_file.list_world_files.cache_clear()
    loading._load_alone.cache_clear()


def write_curated(folder: Path, *rows: str) -> None:
    folder.mkdir()
    (folder / "places.csv").write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")


@pytest.mark.usefixtures("home")
def test_a_country_without_a_folder_is_the_worlds_file() -> None:
    assert list_packs() == ("xt",)
    assert has_pack("xt")
    assert not has_pack("xu")
    milbrook = next(draft for draft in read_pack("xt") if draft.name == "Milbrook")
    assert (milbrook.lon, milbrook.lat, milbrook.population) == (10.00001, 20.0, 900)
    assert (milbrook.name_local, milbrook.spellings) == ("Мілбрук", ["Мілбрук", "Millbruk"])
    assert milbrook.sources == ["GeoNames 1"]
    assert [path.read_text() for path in find_sources("xt")] == ["of the world"]


@pytest.mark.usefixtures("home")
def test_it_loads_under_its_code_in_any_case_and_answers_in_its_own_script() -> None:
    gazetteer = load_gazetteer("XT")
    assert (gazetteer.country, len(gazetteer.places)) == ("xt", 4)
    match = gazetteer.match("Мілбрук")
    assert (match.place.place_id, match.place.name_local) == ("gn:1", "Мілбрук")
    assert gazetteer.find_governorate("xt1").name == "Norwold"


def test_hand_made_records_lead_and_keep_the_worlds_spellings(home: Path) -> None:
    write_curated(home, "gn:1,Mill Brook,,settlement,10,20,1,XT1,,Mylbrok,page|GeoNames 1",
                  "xt:new,New Ferry,,crossing,10.5,20,1,XT1,,,page")  # fmt: skip
    found = {draft.place_id: draft for draft in read_pack("xt")}
    assert set(found) == {"XT1", "gn:1", "gn:2", "gn:3", "xt:new"}
    mill = found["gn:1"]
    assert (mill.name, mill.uncertainty_km, mill.population) == ("Mill Brook", 1.0, 900)
    assert {"Mylbrok", "Milbrook", "Millbruk"} <= set(mill.spellings)
    assert mill.sources == ["page", "GeoNames 1"]
    assert not any(draft.added or draft.variants for draft in found.values())


def test_a_record_of_the_same_name_nearby_is_the_same_place(home: Path) -> None:
    write_curated(home, "xt:s,Sedgewick,,settlement,10.01,20,1,XT1,,,page")
    assert [d.place_id for d in read_pack("xt") if d.name == "Sedgewick"] == ["xt:s"]


def test_hand_made_areas_stand_alone(home: Path) -> None:
    write_curated(home, "XT1,North Wold,,governorate,10,20,50,XT1,,,page",
                  "XT9,Norwold,,governorate,11,21,50,XT9,,,page")  # fmt: skip
    areas = [draft for draft in read_pack("xt") if draft.kind == "governorate"]
    assert [(area.place_id, area.name) for area in areas] == [
        ("XT1", "North Wold"),
        ("XT9", "Norwold"),
    ]


def test_a_row_of_kind_excluded_takes_a_record_away(home: Path) -> None:
    write_curated(home, "gn:3,Old Ferry,,excluded,,,,,,,page")
    assert "gn:3" not in {draft.place_id for draft in read_pack("xt")}
    assert load_gazetteer("xt").match("Old Ferry").place is None


@pytest.mark.usefixtures("home")
def test_a_country_that_is_none_is_said() -> None:
    with pytest.raises(GazetteerError, match=r"no such pack; .* any country by two"):
        load_gazetteer("xu")


@pytest.mark.usefixtures("home")
def test_what_the_world_also_calls_a_place_goes_behind_anothers_own_name() -> None:
    """Its further name is still its own where no other place is called so."""
    again = {**BLANK, "place_id": "gn:9", "name": "Newtown", "spellings": "Old Ferry|Ferrytown"}
    rows = [{**BLANK, "lon": 1_000_000 + 90_000 * at, **row} for at, row in enumerate(WORLD)]
    path = world_file.FOLDER / "xt.parquet"
    pd.DataFrame([*rows, {**again, "lon": 1_900_000}])[list(world_file.COLUMNS)].to_parquet(path)
    places = load_gazetteer("xt")
    found = places.explain("Old Ferry")
    assert [one.place.place_id for one in found[:2]] == ["gn:3", "gn:9"]
    assert found[0].share > 1.5 * found[1].share
    assert found[1].exact
    assert places.match("Ferrytown").place == found[1].place
