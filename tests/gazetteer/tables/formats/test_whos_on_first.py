"""Who's On First: database, features and tables."""

from __future__ import annotations

import samples

from gazetteer.tables.read import read_places


def test_whos_on_first_database(tmp_path):
    drafts = samples.read_by_name(samples.write_wof_database(tmp_path / "wof.db"))
    assert set(drafts) == {"Idlib", "Ariha"}  # no postcode, nothing superseded
    ariha = drafts["Ariha"]
    assert (ariha.place_id, ariha.gn_id, ariha.name_ar) == ("gn:172994", "172994", "أريحا")
    assert ariha.spellings == ["أريحا", "Eriha"]
    assert ariha.adm1_name == "Idlib"


def test_whos_on_first_features(tmp_path):
    path = samples.write(tmp_path / "wof.geojson", samples.wof_geojson())
    (ariha,) = read_places(path)
    assert (ariha.place_id, ariha.name, ariha.name_ar) == ("gn:172994", "Ariha", "أريحا")
    assert (ariha.lon, ariha.lat) == (36.61, 35.81)  # the label's point
    assert "Eriha" in ariha.spellings


def test_whos_on_first_meta_table(tmp_path):
    header = "id,name,placetype,geom_latitude,geom_longitude,iso_country"
    text = f"{header}\n11,Ariha,locality,35.8,36.6,SY\n"
    (ariha,) = read_places(samples.write(tmp_path / "wof-locality-latest.csv", text))
    assert (ariha.name, ariha.kind, ariha.lon) == ("Ariha", "settlement", 36.6)
