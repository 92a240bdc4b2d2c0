"""Own tiles: files built here, what a page carries of them, and what is told of faulty ones."""

from __future__ import annotations

import io
import sqlite3

import pytest
from PIL import Image
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from geo.errors import BoundaryError
from geo.land.tiles.bundle import bundle_tiles, open_tiles

BOX = (36.7, 35.9, 37.4, 36.5)  # west, south, east, north: around Aleppo
COLUMN, ROW = 38, 25  # of zoom 6: 33.75 to 39.375 E, 31.95 to 36.6 N


def image(shade: int) -> bytes:
    held = io.BytesIO()
    Image.new("L", (8, 8), shade).save(held, "PNG")
    return held.getvalue()


def places(zoom: int):
    """Yield the tiles of a zoom below the one of zoom 6."""
    times = 2 ** (zoom - 6)
    for x in range(COLUMN * times, (COLUMN + 1) * times):
        for y in range(ROW * times, (ROW + 1) * times):
            yield zoom, x, y


def write_mbtiles(path, tiles=None, **facts):
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        database.execute(
            "CREATE TABLE tiles (zoom_level INT, tile_column INT, tile_row INT, tile_data BLOB)"
        )
        database.executemany("INSERT INTO metadata VALUES (?, ?)", facts.items())
        if tiles is None:
            tiles = {(z, x, y): image(z) for zoom in (6, 7, 8, 9) for z, x, y in places(zoom)}
        rows = [(z, x, 2**z - 1 - y, tile) for (z, x, y), tile in tiles.items()]
        database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    database.close()
    return path


def write_pmtiles(path, kind=TileType.PNG, tile=None):
    with path.open("wb") as file:
        writer = Writer(file)
        every = [place for zoom in (6, 7) for place in places(zoom)]
        for z, x, y in sorted(every, key=lambda place: zxy_to_tileid(*place)):
            writer.write_tile(zxy_to_tileid(z, x, y), tile or image(z))
        sides = {"min_lon_e7": 337_500_000, "max_lon_e7": 393_750_000,
                 "min_lat_e7": 319_500_000, "max_lat_e7": 366_000_000}  # fmt: skip
        header = {"tile_type": kind, "tile_compression": Compression.NONE, **sides,
                  "center_zoom": 6, "center_lon_e7": 0, "center_lat_e7": 0}  # fmt: skip
        writer.finalize(header, {"attribution": '<a href="x">Survey &amp; Co</a>'})
    return path


def test_tiles_of_mbtiles_are_counted_from_the_north(tmp_path):
    tiles = open_tiles(write_mbtiles(tmp_path / "a.mbtiles", {(6, COLUMN, ROW): image(7)}))
    assert tiles.read(6, COLUMN, ROW) == image(7)
    assert tiles.read(6, COLUMN, 2**6 - 1 - ROW) is None


@pytest.mark.parametrize("write", [write_mbtiles, write_pmtiles])
def test_a_page_carries_the_tiles_where_the_strikes_are(tmp_path, write):
    bundle = bundle_tiles(write(tmp_path / "tiles.any"), BOX)
    assert bundle.value["kind"] == "image/png"
    assert f"6/{COLUMN}/{ROW}" in bundle.value["tiles"]
    sevens = [place for place in bundle.value["tiles"] if place.startswith("7/")]
    assert sevens == ["7/77/50"], "of four the one around Aleppo"


def test_the_finer_tiles_that_do_not_fit_are_left_out_and_told(tmp_path):
    path = write_mbtiles(tmp_path / "a.mbtiles")
    whole, less = bundle_tiles(path, BOX), bundle_tiles(path, BOX, most=2 * len(image(6)) + 5)
    assert (whole.value["most"], less.value["most"]) == (9, 7)
    assert "would not fit" in less.told
    assert "would not fit" not in whole.told


def test_the_attribution_is_plain_text(tmp_path):
    bundle = bundle_tiles(write_pmtiles(tmp_path / "a.pmtiles"), BOX)
    assert bundle.value["credit"] == "Survey & Co"
    untold = bundle_tiles(write_mbtiles(tmp_path / "a.mbtiles"), BOX)
    assert "says nothing of who made them" in untold.told


def test_faulty_files_are_told_with_file_and_remedy(tmp_path):
    def made(name: str, content: bytes):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    whole = write_pmtiles(tmp_path / "whole.pmtiles").read_bytes()
    database = tmp_path / "other.db"
    with sqlite3.connect(database) as other:
        other.execute("CREATE TABLE strikes (id INT)")
    other.close()
    cases = {
        made("empty.mbtiles", b""): "is empty",
        made("picture.png", image(1)): "neither an MBTiles nor a PMTiles",
        tmp_path / "gone.pmtiles": "cannot be opened",
        made("cut.pmtiles", whole[:-40]): "is cut short",
        made("start.pmtiles", whole[:60]): "cannot be read as PMTiles",
        made("old.pmtiles", whole[:7] + b"\x02" + whole[8:]): "older version",
        made("cut.mbtiles", b"SQLite format 3\x00" + bytes(500)): "cannot be read as MBTiles",
        database: "cannot be read as MBTiles",
        write_mbtiles(tmp_path / "none.mbtiles", {}): "holds no tile",
        write_mbtiles(tmp_path / "flat.mbtiles", crs="EPSG:4326"): "tiles are in EPSG:4326",
        write_mbtiles(tmp_path / "far.mbtiles", {(6, 1, 1): image(1)}): "no tile where the strikes",
        write_pmtiles(tmp_path / "v.pmtiles", TileType.MVT, b"\x1f\x8bx"): "holds vector tiles",
    }
    for path, said in cases.items():
        with pytest.raises(BoundaryError, match=said) as told:
            bundle_tiles(path, BOX)
        assert str(path) in str(told.value)
