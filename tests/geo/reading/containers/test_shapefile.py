"""Shapefiles beside their parts or zipped, and FlatGeobuf; nothing else in an archive counts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import MultiPoint, Point

from geo.errors import ReadError
from geo.reading.inputs import read_table

TABLE = gpd.GeoDataFrame(
    {"date": ["2015-09-30", "2015-10-01"], "place": ["Homs", "حماة"]},
    geometry=[Point(36.7, 34.7), Point(36.7, 35.1)],
    crs="EPSG:4326",
)


def zipped(folder: Path, others: dict[str, str] | None = None) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, f"inner/{path.name}")
        for name, text in (others or {}).items():
            archive.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize("ending", ["shp", "fgb"])
def test_rows_and_points_are_read_from_any_system(tmp_path: Path, ending: str) -> None:
    TABLE.to_crs(32637).to_file(tmp_path / f"a.{ending}")
    cells = read_table(tmp_path / f"a.{ending}").cells.sort_values("date")
    assert cells["date"].tolist() == TABLE["date"].tolist()
    assert cells["place"].tolist() == TABLE["place"].tolist()
    assert float(cells["lat"].iloc[1]) == pytest.approx(35.1)


def test_an_archive_of_one_shapefile_is_that_shapefile(tmp_path: Path) -> None:
    TABLE.to_file(tmp_path / "a.shp")
    content = zipped(tmp_path, {"readme.txt": "Read me", "__MACOSX/a.shp": "no shapes"})
    for source in (content, io.BytesIO(content)):
        table = read_table(source, name="a.zip")
        assert table.cells["place"].tolist() == ["Homs", "حماة"]
    (tmp_path / "b.zip").write_bytes(content)
    assert len(read_table(tmp_path / "b.zip").cells) == 2


def test_a_flatgeobuf_may_be_handed_over_as_bytes(tmp_path: Path) -> None:
    TABLE.to_file(tmp_path / "a.fgb")
    content = (tmp_path / "a.fgb").read_bytes()
    assert (
        read_table(content, name="a.fgb").cells["date"].sort_values().tolist()
        == TABLE["date"].tolist()
    )


def test_a_shapefile_without_its_parts_asks_for_them(tmp_path: Path) -> None:
    TABLE.to_file(tmp_path / "a.shp")
    with pytest.raises(ReadError, match=r"a\.shp: a shapefile is several files; zip"):
        read_table((tmp_path / "a.shp").read_bytes(), name="a.shp")


def test_archives_without_or_with_several_shapefiles_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"a\.zip: holds no shapefile \(notes\.csv\)"):
        read_table(zipped(tmp_path, {"notes.csv": "date,place"}), name="a.zip")
    for name in ("a", "b"):
        TABLE.to_file(tmp_path / f"{name}.shp")
    with pytest.raises(ReadError, match=r"a\.zip: holds 2 shapefile \(inner/a\.shp, inner/b\.shp"):
        read_table(zipped(tmp_path), name="a.zip")


@pytest.mark.parametrize("name", ["a.shp", "a.fgb", "a.zip"])
def test_a_text_that_only_its_name_calls_a_map_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("<OGRVRTDataSource><OGRVRTLayer/></OGRVRTDataSource>")
    with pytest.raises(ReadError, match=rf"{name}: is no GeoPackage, GeoJSON, shapefile"):
        read_table(tmp_path / name)


def test_points_of_an_unknown_system_are_refused_and_several_points_are_none(
    tmp_path: Path,
) -> None:
    TABLE.to_crs(32637).to_file(tmp_path / "a.shp")
    (tmp_path / "a.prj").unlink()
    with pytest.raises(ReadError, match="no coordinate system and no degrees"):
        read_table(tmp_path / "a.shp")
    shapes = [MultiPoint([(36, 34)]), MultiPoint([(36, 34), (37, 35)])]
    TABLE.set_geometry(shapes, crs=4326).to_file(tmp_path / "b.shp")
    table = read_table(tmp_path / "b.shp")
    assert table.cells["lon"].tolist() == ["36", ""]
    assert "not a point" in table.broken[2]


@pytest.mark.parametrize(("page", "place"), [("cp1251", "Гроза"), ("cp1256", "تلبيسة")])
def test_letters_without_a_code_page_are_those_that_they_spell(
    tmp_path: Path, page: str, place: str
) -> None:
    frame = TABLE.assign(place=[place, f"{place} 2"], note=["a", None])
    frame.to_file(tmp_path / "a.shp", encoding=page)
    (tmp_path / "a.cpg").unlink()
    table = read_table(tmp_path / "a.shp")
    assert table.cells["place"].tolist() == [place, f"{place} 2"]
    assert any("names no code page" in note and page in note for note in table.notes)


def test_western_letters_without_a_code_page_stay_as_they_are(tmp_path: Path) -> None:
    TABLE.assign(place=["Née à Alep", "Café"]).to_file(tmp_path / "a.shp", encoding="cp1252")
    (tmp_path / "a.cpg").unlink()
    table = read_table(tmp_path / "a.shp")
    assert table.cells["place"].tolist() == ["Née à Alep", "Café"]
    assert not table.notes
