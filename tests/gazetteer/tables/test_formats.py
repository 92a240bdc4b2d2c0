"""The publishers' own files, read as they are published."""

from __future__ import annotations

import geopandas as gpd
import pytest
import samples

from gazetteer import load_gazetteer
from gazetteer.errors import GazetteerError
from gazetteer.tables.formats import read_places
from gazetteer.tables.geonames import find_alternates


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content, encoding="utf-8")
    return path


def named(drafts):
    return {draft.name: draft for draft in drafts}


@pytest.mark.parametrize("packed", [True, False])
def test_a_geonames_dump_is_read_with_the_alternate_names_beside_it(tmp_path, packed):
    if packed:
        path = write(tmp_path / "UA.zip", samples.geonames_zip())
        write(tmp_path / "UA-alternatenames.zip", samples.alternates_zip())
    else:
        path = write(tmp_path / "UA.txt", samples.geonames_text())
        write(tmp_path / "alternatenames" / "UA.txt", samples.alternates_text())
    drafts = named(read_places(path))
    izyum = drafts["Izyum"]
    assert (izyum.lon, izyum.lat, izyum.population) == (37.26, 49.21, 52000)
    assert izyum.name_ar == "إيزيوم"
    assert {"Izium", "Isjum", "Ізюм", "Izjum"} <= set(izyum.spellings)
    assert not any("example.org" in spelling for spelling in izyum.spellings)
    assert (izyum.adm1_name, izyum.adm2_name) == ("Kharkiv Oblast", "Izium Raion")
    assert izyum.place_id == "gn:7"
    assert "Artyomovsk" not in drafts["Bakhmut"].spellings  # historic
    assert drafts["Chuhuiv Air Base"].kind == "airport"
    assert drafts["Kharkiv Oblast"].kind == "governorate"
    assert drafts["Kharkiv Oblast"].adm1_code == "UA.07"
    assert "Old Mound" not in drafts
    assert "Ukraine" not in drafts


def test_alternate_names_are_found_where_they_are_unpacked_to(tmp_path):
    dump = write(tmp_path / "UA.txt", samples.geonames_text())
    assert find_alternates(dump) is None
    beside = write(tmp_path / "alternateNamesV2.txt", samples.alternates_text())
    assert find_alternates(dump) == beside


def test_a_dump_of_another_country_answers_names_end_to_end(tmp_path):
    home = tmp_path / "ua"
    path = write(home / "UA.zip", samples.geonames_zip())
    write(home / "UA-alternatenames.zip", samples.alternates_zip())
    ukraine = load_gazetteer(home, extra=[path])
    assert [place.name for place in ukraine.governorates] == [
        "Kharkiv Oblast", "Kyiv City", "Donetsk Oblast",
    ]  # fmt: skip
    found = ukraine.match("Izium")
    assert (found.place.name, found.location_status, found.adm1_name) == (
        "Izyum", "located", "Kharkiv Oblast",
    )  # fmt: skip
    assert ukraine.match("إيزيوم").place.name == "Izyum"
    assert ukraine.match("Харків").place.name == "Kharkiv"
    assert ukraine.match("Kharkiv Oblast").location_status == "area_only"
    twice = ukraine.match("Volodymyrivka")
    assert (twice.method, len(twice.rivals)) == ("ambiguous", 2)
    assert ukraine.match("Volodymyrivka", "Donetsk Oblast").adm1_code == "UA.05"
    assert ukraine.match("Maarat al-Numan").method == "none"


def test_geonames_of_syria_joins_the_pack(tmp_path):
    rows = [
        (1, "Idlib Governorate", "", 35.8, 36.7, "A", "ADM1", "12", "", 0),
        (172994, "Ariha", "Testspelling", 35.8137, 36.6096, "P", "PPLA2", "12", "", 39501),
        (99, "Nonsuch Farm", "", 35.9, 36.7, "P", "PPL", "12", "", 0),
    ]
    text = samples.geonames_text(rows).replace("\tUA\t", "\tSY\t")
    path = write(tmp_path / "SY.txt", text)
    syria = load_gazetteer("sy", extra=[path])
    assert syria.match("Testspelling").place.place_id == "gn:172994"
    assert syria.match("Testspelling").adm1_code == "SY07"
    assert syria.match("Nonsuch Farm").adm1_code == "SY07"
    assert len(syria.governorates) == 14


OCHA_FILES = {
    "sheet": lambda folder: samples.write_ocha_sheet(folder / "syr_admgz.xlsx"),
    "csv": lambda folder: samples.write_ocha_csv(folder / "syr_pplp.csv"),
    "geojson": lambda folder: write(
        folder / "syr_populatedplaces.geojson", samples.ocha_geojson()
    ),
    "geojson, zipped among boundaries": lambda folder: write(
        folder / "syr_admin_boundaries.geojson.zip",
        samples.zipped({
            "syr_admin1.geojson": samples.collection(samples.feature(36.0, 35.0, adm1_en="Idleb")),
            "syr_populatedplaces.geojson": samples.ocha_geojson(),
        }),
    ),
    "shapefile": lambda folder: as_shapefile(folder),
}  # fmt: skip


def as_shapefile(folder):
    source = write(folder / "source.geojson", samples.ocha_geojson())
    table = gpd.read_file(source).rename(columns={
        "featurename_en": "NAME_EN", "featurename_ar": "NAME_AR", "featurerefname": "NAME_REF",
        "adm1_pcode": "ADM1_PCODE", "adm2_pcode": "ADM2_PCODE", "adm3_pcode": "ADM3_PCODE",
        "adm1_en": "ADM1_EN", "adm2_en": "ADM2_EN", "adm3_en": "ADM3_EN", "pcode": "PCODE",
    }).drop(columns=["point_x", "point_y"]).to_crs("EPSG:32637")  # fmt: skip
    table.to_file(folder / "syr_pplp.shp", encoding="utf-8")
    return folder / "syr_pplp.shp"


@pytest.mark.parametrize("kind", OCHA_FILES)
def test_ocha_populated_places_are_read_as_published(tmp_path, kind):
    drafts = named(read_places(OCHA_FILES[kind](tmp_path)))
    assert set(drafts) == {"Ariha", "Saraqab"}
    ariha = drafts["Ariha"]
    assert (ariha.place_id, ariha.name_ar) == ("C4126", "أريحا")
    assert (ariha.lon, ariha.lat) == pytest.approx((36.6096, 35.8139), abs=1e-5)
    assert (ariha.adm1_code, ariha.adm2_code, ariha.adm3_code) == ("SY07", "SY0705", "SY070500")
    assert ariha.adm1_name == "Idleb"
    assert "Eriha" in ariha.spellings


def test_whos_on_first_database(tmp_path):
    drafts = named(read_places(samples.write_wof_database(tmp_path / "wof.db")))
    assert set(drafts) == {"Idlib", "Ariha"}  # no postcode, nothing superseded
    ariha = drafts["Ariha"]
    assert (ariha.place_id, ariha.gn_id, ariha.name_ar) == ("gn:172994", "172994", "أريحا")
    assert ariha.spellings == ["أريحا", "Eriha"]
    assert ariha.adm1_name == "Idlib"


def test_whos_on_first_features(tmp_path):
    path = write(tmp_path / "wof.geojson", samples.wof_geojson())
    (ariha,) = read_places(path)
    assert (ariha.place_id, ariha.name, ariha.name_ar) == ("gn:172994", "Ariha", "أريحا")
    assert (ariha.lon, ariha.lat) == (36.61, 35.81)  # the label's point
    assert "Eriha" in ariha.spellings


def test_whos_on_first_meta_table(tmp_path):
    header = "id,name,placetype,geom_latitude,geom_longitude,iso_country"
    text = f"{header}\n11,Ariha,locality,35.8,36.6,SY\n"
    (ariha,) = read_places(write(tmp_path / "wof-locality-latest.csv", text))
    assert (ariha.name, ariha.kind, ariha.lon) == ("Ariha", "settlement", 36.6)


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg"])
def test_openstreetmap_extracts(tmp_path, suffix):
    path = write(tmp_path / "osm.geojson", samples.osm_geojson())
    if suffix == ".gpkg":
        table = gpd.read_file(path)
        path = tmp_path / "osm.gpkg"
        table.to_file(path, layer="points")
    drafts = named(read_places(path))
    assert set(drafts) == {"Ariha", "سرمين"}
    assert (drafts["Ariha"].name_ar, drafts["Ariha"].population) == ("أريحا", 39501)
    assert drafts["سرمين"].name_ar == "سرمين"


def test_gdal_other_tags_are_opened(tmp_path):
    tags = '"name:en"=>"Ariha","name:ar"=>"أريحا","alt_name"=>"Eriha;Riha"'
    text = samples.collection(
        samples.feature(36.6, 35.8, osm_id="7", name="أريحا", place="town", other_tags=tags)
    )
    (ariha,) = read_places(write(tmp_path / "points.geojson", text))
    assert (ariha.place_id, ariha.name) == ("osm:7", "Ariha")
    assert ariha.spellings == ["Eriha", "Riha"]


BROKEN = [
    ("SY.txt", samples.geonames_text() + "7\tcut", "row 15 has 2 columns"),
    ("page.zip", b"PK\x03\x04 not really", "no zip archive"),
    ("many.zip", samples.zipped({"a.csv": "x", "b.csv": "y"}), "no file of places"),
    ("wof.db", b"SQLite format 3\x00 but no more", "no Who's On First database"),
    ("sheet.xlsx", b"no workbook", "no Excel workbook"),
    ("map.geojson", "<html>moved</html>", "no map layer"),
    ("plain.csv", "a,b\n1,2\n", "no column for name"),
]


@pytest.mark.parametrize(("name", "content", "message"), BROKEN, ids=lambda v: str(v)[:12])
def test_a_file_that_cannot_be_read_says_why(tmp_path, name, content, message):
    path = write(tmp_path / name, content)
    with pytest.raises(GazetteerError, match=message) as caught:
        read_places(path)
    assert name in str(caught.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(GazetteerError, match="no such file"):
        read_places(tmp_path / "absent.zip")
