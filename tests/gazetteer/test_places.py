"""Places: kinds and radii; tables of places read, guessed, merged and refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from paths import REFERENCE, TOYLAND

from gazetteer import AREA_KINDS, PLACE_KINDS, Gazetteer, GazetteerError, Place, load_gazetteer
from gazetteer.places import distance_km, precision_of, radius_of

OCHA = REFERENCE / "ocha_places" / "locations.csv"
WOF = REFERENCE / "whos_on_first" / "wof_sy_places.csv"


@pytest.mark.parametrize("kind", PLACE_KINDS)
def test_every_kind_has_a_precision_and_all_but_areas_a_radius(kind: str) -> None:
    assert precision_of(kind)
    assert (radius_of(kind) is None) == (kind in AREA_KINDS)


SIZES = [(None, 1.5), (800, 1.5), (8_000, 2.5), (200_000, 2.5), (2_000_000, 8.0), (9_000_000, 8.0)]


@pytest.mark.parametrize(("population", "radius"), SIZES)
def test_a_settlements_radius_grows_with_its_size(population: int | None, radius: float) -> None:
    assert radius_of("settlement", population) == radius


def test_a_degree_of_latitude_is_111_km() -> None:
    one, other = (Place("a", "A", "settlement", 10.0, lat) for lat in (50.0, 51.0))
    assert distance_km(one, other) == pytest.approx(111.2, abs=0.1)
    assert distance_km(one, Place("b", "B", "governorate")) is None


def load(tmp_path: Path, *tables: str) -> Gazetteer:
    paths = []
    for number, text in enumerate(tables):
        paths.append(tmp_path / f"table{number}.csv")
        paths[-1].write_text(text, encoding="utf-8")
    return load_gazetteer(TOYLAND, extra=paths)


HEADERS = [
    "name,lon,lat",
    "Name,Longitude,Latitude",
    "LocationName_en,Longitude_x,Latitude_y",
    "placename,x,y",
    "toponym,LNG,LAT",
]


@pytest.mark.parametrize("header", HEADERS)
def test_columns_are_guessed_from_a_plain_header(tmp_path: Path, header: str) -> None:
    place = load(tmp_path, f"{header}\nZwickford,10.5,49.5\n").match("Zwickford").place
    assert place is not None
    assert (place.lon, place.lat, place.sources) == (10.5, 49.5, ("table0",))


def test_semicolons_spellings_and_governorates_are_read(tmp_path: Path) -> None:
    toyland = load(
        tmp_path,
        "id;name;name_ar;lon;lat;governorate;spellings\n"
        "z1;Zwickford;زويكفورد;10.5;49.5;Sudmark Province;Suickfort|Zwick Ford\n",
    )
    for name in ("Zwickford", "زويكفورد", "Suickfort", "zwick-ford"):
        match = toyland.match(name)
        assert (match.place and match.place.place_id) == "z1", name
        assert match.adm1_code == "TL02"


def test_one_place_of_two_sources_is_one_place_and_keeps_both(tmp_path: Path) -> None:
    toyland = load(
        tmp_path,
        "name,lon,lat,adm1_code\nZwickford,10.500,49.500,TL02\n",
        "name,lon,lat,alternatenames\nZwickford,10.510,49.505,Tsvikfort\n",
    )
    found = [place for place in toyland.places if place.name == "Zwickford"]
    assert [place.sources for place in found] == [("table0", "table1")]
    assert toyland.match("Tsvikfort").place == found[0]


def test_a_place_of_the_pack_gains_a_tables_spellings(tmp_path: Path) -> None:
    toyland = load(tmp_path, "name,lon,lat,variants\nOstmouth,12.01,50.10,Ustmuth\n")
    match = toyland.match("Ustmuth")
    assert match.place is not None
    assert (match.place.place_id, match.place.sources) == ("toy:ostmouth", ("toy", "table0"))


def test_the_same_name_far_away_is_another_place(tmp_path: Path) -> None:
    toyland = load(tmp_path, "name,lon,lat\nOstmouth,10.20,49.00\n")
    assert len([place for place in toyland.places if place.name == "Ostmouth"]) == 2


def test_rows_of_one_table_are_never_merged(tmp_path: Path) -> None:
    toyland = load(tmp_path, "name,lon,lat\nZwickford,10.5,49.5\nZwickford,10.51,49.5\n")
    assert len([place for place in toyland.places if place.name == "Zwickford"]) == 2


BARE = "name,lon,lat,governorate\nQuellheim,11.05,49.02,\n"


def test_a_place_among_places_of_one_governorate_takes_its_code(tmp_path: Path) -> None:
    assert load(tmp_path, BARE).match("Quellheim").adm1_code == "TL02"


def test_a_place_among_places_of_two_governorates_stays_without_a_code(tmp_path: Path) -> None:
    two = "name,lon,lat,governorate\nElsewhere,11.06,49.03,Norwold\n"
    found = load(tmp_path, BARE, two).match("Quellheim")
    assert (found.adm1_code, found.adm1_name) == (None, None)


def test_a_governorate_without_a_code_gives_its_name_to_no_place(tmp_path: Path) -> None:
    region = "name,lon,lat,type\nFarland,14.0,52.0,region\nLonely,14.2,52.1,village\n"
    assert load(tmp_path, region).match("Lonely").adm1_name is None


def test_a_tables_districts_are_areas_without_points(tmp_path: Path) -> None:
    toyland = load(
        tmp_path,
        "name,lon,lat,adm1_code,adm2_code,adm2_name\nZwickford,10.5,49.5,TL02,TL0299,Zedmark\n",
    )
    match = toyland.match("Zedmark district")
    assert (match.precision, match.location_status, match.lon) == ("district", "area_only", None)


REFUSED = [
    ("", "row 1 holds no column names"),
    ("name,lon\nA,1\n", "no column for lat"),
    ("lon,lat\n1,2\n", "no column for name"),
    ("name,lon,lat\nA,1,2\nB,x,2\n", "row 3 lon 'x' is not a number"),
    ("name,lon,lat\nA,1,2\n,5,2\n", "row 3 has no name"),
    ("name,lon,lat\nA,1,\n", "row 2 has only one of lon and lat"),
    ("name,lon,lat\nA,1,200\n", "row 2 lon 1.0 lat 200.0 is off the globe"),
    ("name,lon,lat\nA,50.1,10.2\nB,49.9,10.4\nC,49,11\n", "only with lon and lat swapped"),
]


@pytest.mark.parametrize(("text", "told"), REFUSED)
def test_a_bad_table_is_refused_with_file_row_and_remedy(
    tmp_path: Path, text: str, told: str
) -> None:
    with pytest.raises(GazetteerError, match=told) as error:
        load(tmp_path, text)
    assert "table0.csv" in str(error.value)


def test_a_table_that_is_not_utf8_is_refused_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes("name,lon,lat\nA,10,50\nÉ,10,50\n".encode("latin-1"))
    with pytest.raises(GazetteerError, match="row 3 is not UTF-8"):
        load_gazetteer(TOYLAND, extra=[path])


needs_reference = pytest.mark.skipif(
    not (OCHA.exists() and WOF.exists()), reason="../shared/reference is not on this machine"
)


@pytest.fixture(scope="module")
def syria() -> Gazetteer:
    return load_gazetteer("sy", extra=[OCHA, WOF])


@needs_reference
def test_the_reference_tables_load_as_plain_tables_and_merge(syria: Gazetteer) -> None:
    both = [p for p in syria.places if {"locations", "wof_sy_places"} <= set(p.sources)]
    assert 13_000 < len(syria.places) < 17_000
    assert len(both) > 2_500
    assert len({place.place_id for place in syria.places}) == len(syria.places)


@needs_reference
def test_a_subdistrict_of_the_reference_is_counted_not_pinned(syria: Gazetteer) -> None:
    match = syria.match("Sarmin nahiyah")
    assert (match.precision, match.location_status) == ("subdistrict", "area_only")
    assert match.adm1_code == "SY07"
