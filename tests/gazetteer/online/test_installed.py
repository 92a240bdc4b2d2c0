"""The user's data folder: what is checked before a file is in it, and where it is."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace

import geopandas
import pytest
import samples
from publisher import ukraine_files

from gazetteer.errors import FetchError, GazetteerError
from gazetteer.online.fetch import fetch
from gazetteer.online.folder import data_folder
from gazetteer.online.installed import add_file, installed_tables
from gazetteer.tables.read import read_places


def test_a_published_checksum_is_held(publisher, tmp_path):
    right = hashlib.md5(samples.geonames_zip()).hexdigest()
    (dump,) = ukraine_files(publisher)[1:]
    done = fetch("UA", folder=tmp_path, files=[replace(dump, md5=right)])
    assert right in done.installed[0].checked
    with pytest.raises(FetchError, match="is not the published"):
        fetch("UA", folder=tmp_path, files=[replace(dump, md5="0" * 32)])


def test_a_checksum_sent_with_the_file_is_held(publisher, tmp_path):
    wrong = base64.b64encode(b"0" * 16).decode()
    url = publisher.put("/UA.zip", samples.geonames_zip(), Content_MD5=wrong)
    with pytest.raises(FetchError, match="checksum"):
        fetch("UA", url=url, folder=tmp_path)


def test_the_data_folder_follows_the_platform(monkeypatch, tmp_path):
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.delenv("STRIKEMAP_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr("sys.platform", "linux")
    assert data_folder() == tmp_path / "share" / "strikemap"
    monkeypatch.setenv("XDG_DATA_HOME", "relative")  # the XDG rule: not absolute, not used
    assert data_folder().parts[-3:] == (".local", "share", "strikemap")


def test_a_folder_that_cannot_be_made(publisher, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(FetchError, match="STRIKEMAP_DATA"):
        fetch("UA", folder=blocked, files=ukraine_files(publisher))


def test_a_file_named_as_one_of_the_folders_own_is_refused(tmp_path):
    for name in ("sources.json", "Vague.csv"):
        path = samples.write(tmp_path / name, "name,lon,lat\nA,10,50\n")
        with pytest.raises(GazetteerError, match="rename it"):
            add_file(path, "ua", folder=tmp_path)
    assert installed_tables("ua", tmp_path) == []


@pytest.mark.parametrize(
    "manifest",
    ["{}", '{"features": []}', "[1]", '[{"file_name": "../../a.csv", "places": 1}]', "[", ""],
)
def test_a_damaged_manifest_is_told_and_not_written_over(tmp_path, manifest):
    home = tmp_path / "gazetteer" / "ua"
    home.mkdir(parents=True)
    (tmp_path / "a.csv").write_text("name,lon,lat\nA,10,50\n")
    (home / "sources.json").write_text(manifest)
    for ask in (
        lambda: installed_tables("ua", tmp_path),
        lambda: add_file(tmp_path / "a.csv", "ua", folder=tmp_path),
    ):
        with pytest.raises(GazetteerError, match=r"sources\.json: is damaged .* add its files"):
            ask()
    assert [path.name for path in home.iterdir() if path.is_file()] == ["sources.json"]
    assert (home / "sources.json").read_text() == manifest
    (home / "sources.json").unlink()
    assert installed_tables("ua", tmp_path) == []


def test_a_shapefile_is_added_with_what_belongs_to_it(tmp_path):
    points = geopandas.points_from_xy([30.0, 31.0], [50.0, 51.0])
    towns = geopandas.GeoDataFrame({"name": ["Дубове", "Alder"]}, geometry=points, crs="EPSG:4326")
    towns.to_file(tmp_path / "towns.shp", encoding="utf-8")
    (tmp_path / "towns.dbf").rename(tmp_path / "towns.DBF")
    added = add_file(tmp_path / "towns.shp", "ua", folder=tmp_path / "own")
    assert (added.file_name, added.places) == ("towns.zip", 2)
    (kept,) = installed_tables("ua", tmp_path / "own")
    assert [draft.name for draft in read_places(kept)] == ["Дубове", "Alder"]


@pytest.mark.parametrize("part", ["towns.shx", "towns.dbf"])
def test_a_shapefile_without_a_part_is_refused_with_that_part_named(tmp_path, part):
    points = geopandas.points_from_xy([30.0], [50.0])
    towns = geopandas.GeoDataFrame({"name": ["Alder"]}, geometry=points, crs="EPSG:4326")
    towns.to_file(tmp_path / "towns.shp")
    (tmp_path / part).unlink()
    with pytest.raises(GazetteerError, match=f"{part} must lie beside it") as refused:
        add_file(tmp_path / "towns.shp", "ua", folder=tmp_path / "own")
    assert "sent" not in str(refused.value)
