"""Areas fetched from publishers on the loopback: kept whole with their source, or refused."""

from __future__ import annotations

import hashlib

import pytest
from area_publisher import RAIONS, put_dataset, put_shapes, shapes
from shapely.geometry import box

from gazetteer.errors import FetchError
from geo.errors import BoundaryError
from geo.land.area_records import read_records
from geo.land.fetched import fetch_boundaries
from geo.land.installed import (
    add_boundaries,
    areas_folder,
    installed_boundaries,
    load_land,
    remove_boundaries,
)


def names(folder, country="ua"):
    return [path.name for path in installed_boundaries(country, folder)]


def test_two_levels_of_geoboundaries_are_kept_with_their_licence_and_edition(publisher, tmp_path):
    put_shapes(publisher, 1)
    mirror = put_shapes(publisher, 2)
    done = fetch_boundaries("UA", url=mirror, folder=tmp_path)
    assert done.failed == ()
    assert [(one.level, one.areas) for one in done.installed] == [(1, 1), (2, 4)]
    assert names(tmp_path) == ["geoboundaries-adm1.geojson", "geoboundaries-adm2.geojson"]
    kept = read_records(areas_folder("ua", tmp_path))[1]
    assert kept.sha256 == hashlib.sha256(shapes(2).encode()).hexdigest()
    assert kept.edition == "UKR-ADM2-1, 2020, Dec 12, 2023"
    assert kept.licence == "Invented Open Licence 1.0"
    land = load_land("ua", folder=tmp_path)
    assert land.credit == (
        "Boundaries: geoBoundaries, Invented Statistics Office, 2020 (Invented Open Licence 1.0)"
    )
    assert set(land.levels[2]["parent"]) == {"UA46"}  # the shipped code of the shape without one
    assert not (areas_folder("ua", tmp_path) / "unfinished").exists()


def test_a_level_that_is_not_there_is_said_and_the_rest_is_installed(publisher, tmp_path):
    mirror = put_shapes(publisher, 2)
    done = fetch_boundaries("UA", (2, 3), url=mirror, folder=tmp_path)
    assert [one.level for one in done.installed] == [2]
    assert "UKR/ADM3/: is not there (404)" in done.failed[0]
    land = load_land("ua", folder=tmp_path)
    assert len(land.levels[1]) == 27
    assert "Natural Earth (Ukraine)" in land.credit


def test_an_archive_of_cod_ab_gives_the_levels_that_are_asked_for(publisher, tmp_path):
    dataset = put_dataset(publisher)
    done = fetch_boundaries("UA", publisher="cod-ab", url=dataset, folder=tmp_path)
    assert [one.file_name for one in done.installed] == [
        "cod-ab-adm1.geojson", "cod-ab-adm2.geojson",
    ]  # fmt: skip
    assert done.installed[0].credit_line == "COD-AB, Invented Office (CC BY-IGO)"
    assert done.installed[0].edition == "2024-04-16"
    land = load_land("ua", folder=tmp_path)
    assert land.levels[2]["code"].tolist() == ["UA4602", "UA4603", "UA4604", "UA4605"]


def test_what_is_fetched_anew_takes_the_place_of_what_was_fetched_of_that_level(
    publisher, tmp_path
):
    fetch_boundaries("UA", (2,), url=put_shapes(publisher, 2), folder=tmp_path)
    fetch_boundaries("UA", (2,), url=put_dataset(publisher), folder=tmp_path)
    assert names(tmp_path) == ["cod-ab-adm2.geojson"]
    assert [one.level for one in read_records(areas_folder("ua", tmp_path))] == [2]


@pytest.mark.parametrize(
    ("record", "content", "said"),
    [
        ({"boundaryISO": "SDN"}, None, "answered for SDN, not for UKR"),
        ({"boundaryType": "ADM3"}, None, "answered with ADM3, not ADM2"),
        ({"gjDownloadURL": None}, None, "give --url"),
        ({}, "no map at all", "is no GeoPackage, GeoJSON"),
        ({}, shapes(2, "UKR", {"Far": box(32, 15, 33, 16)}), "most lie in Sudan"),
        ({}, shapes(3, "UKR", RAIONS), "level 3, which was not asked for"),
        ({}, "version https://git-lfs.github.com/spec/v1", "pointer of Git LFS"),
        ({"gjDownloadURL": "ftp://example.org/x"}, None, "is no web address"),
    ],
)
def test_what_cannot_serve_is_refused_and_what_was_there_stays(
    publisher, tmp_path, record, content, said
):
    fetch_boundaries("UA", (2,), url=put_shapes(publisher, 2), folder=tmp_path)
    before = installed_boundaries("ua", tmp_path)[0].read_bytes()
    mirror = put_shapes(publisher, 2, content=content, **record)
    with pytest.raises((FetchError, BoundaryError), match=said):
        fetch_boundaries("UA", (2,), url=mirror, folder=tmp_path)
    assert installed_boundaries("ua", tmp_path)[0].read_bytes() == before
    assert names(tmp_path) == ["geoboundaries-adm2.geojson"]


def test_without_a_network_the_way_by_hand_is_told(tmp_path):
    with pytest.raises(FetchError, match="strikemap boundaries add FILE"):
        fetch_boundaries("UA", url="http://127.0.0.1:9/gbOpen/", folder=tmp_path)


def test_a_broken_archive_is_refused(publisher, tmp_path):
    dataset = put_dataset(publisher, content=b"PK\x03\x04 and no more")
    with pytest.raises((FetchError, BoundaryError), match="sent"):
        fetch_boundaries("UA", publisher="cod-ab", url=dataset, folder=tmp_path)


def test_a_dataset_without_a_map_that_can_be_read_says_so(publisher, tmp_path):
    dataset = put_dataset(publisher, names=("ukr.gdb.zip", "ukr.xlsx"))
    with pytest.raises(FetchError, match="offers no GeoJSON"):
        fetch_boundaries("UA", publisher="cod-ab", url=dataset, folder=tmp_path)


def test_areas_added_by_hand_stand_until_they_are_removed(publisher, tmp_path):
    mine = tmp_path / "mine.geojson"
    mine.write_text(shapes(2), encoding="utf-8")
    add_boundaries(mine, "ua", folder=tmp_path)
    mirror = put_shapes(publisher, 2)
    with pytest.raises(BoundaryError, match=r"boundaries remove ua mine\.geojson"):
        fetch_boundaries("UA", (2,), url=mirror, folder=tmp_path)
    assert remove_boundaries("ua", "mine.geojson", folder=tmp_path) == ["mine.geojson"]
    fetch_boundaries("UA", (2,), url=mirror, folder=tmp_path)
    assert remove_boundaries("ua", folder=tmp_path) == ["geoboundaries-adm2.geojson"]
    assert read_records(areas_folder("ua", tmp_path)) == []
    with pytest.raises(BoundaryError, match="nothing to remove"):
        remove_boundaries("ua", folder=tmp_path)


def test_areas_of_another_country_are_not_added_either(tmp_path):
    far = tmp_path / "far.geojson"
    far.write_text(shapes(2, "UKR", {"Far": box(32, 15, 33, 16)}), encoding="utf-8")
    with pytest.raises(BoundaryError, match="most lie in Sudan"):
        add_boundaries(far, "ua", folder=tmp_path)
