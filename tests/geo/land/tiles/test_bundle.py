"""Own tiles: files built here, what a page carries of them, and what is told of faulty ones."""

from __future__ import annotations

import base64
import gzip
import json
import sqlite3

import pytest
from pmtiles import tile
from pmtiles.tile import TileType
from tile_files import COLUMN, ROW, image, vector_layers, write_mbtiles, write_pmtiles

from geo.errors import BoundaryError
from geo.land.tiles.bundle import bundle_tiles, open_tiles
from geo.land.tiles.vector import find_schema

BOX = (36.7, 35.9, 37.4, 36.5)  # west, south, east, north: around Aleppo


def test_tiles_of_mbtiles_are_counted_from_the_north(tmp_path):
    tiles = open_tiles(write_mbtiles(tmp_path / "a.mbtiles", {(6, COLUMN, ROW): image(7)}))
    (found,) = tiles.read(6, range(64), range(64))
    assert found == (COLUMN, ROW, image(7))


def test_a_deep_file_of_a_small_place_is_asked_for_its_own_tiles_alone(tmp_path):
    deep = open_tiles(write_pmtiles(tmp_path / "a.pmtiles"))
    everywhere = range(2**12)  # 17 million tiles, of which the file reaches 8,000
    assert list(deep.read(12, everywhere, everywhere)) == []
    assert len(list(deep.read(7, range(128), range(128)))) == 4


def test_each_directory_of_a_file_is_read_once(tmp_path, monkeypatch):
    opened = []
    read = tile.deserialize_directory
    monkeypatch.setattr(tile, "deserialize_directory", lambda part: opened.append(1) or read(part))
    assert (
        len(list(open_tiles(write_pmtiles(tmp_path / "a.pmtiles")).read(7, *[range(128)] * 2))) == 4
    )
    assert len(opened) == 1


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
    with pytest.raises(BoundaryError, match="take more than 0 MB"):
        bundle_tiles(path, BOX, most=5)


def test_the_attribution_is_plain_text(tmp_path):
    bundle = bundle_tiles(write_pmtiles(tmp_path / "a.pmtiles"), BOX)
    assert bundle.value["credit"] == "Survey & Co"
    untold = bundle_tiles(write_mbtiles(tmp_path / "a.mbtiles"), BOX)
    assert "says nothing of who made them" in untold.told


LAYER = b"\x1a\x09\x0a\x05earth\x78\x02"  # a vector tile with one layer, empty


@pytest.mark.parametrize("packed", [LAYER, gzip.compress(LAYER, mtime=0)], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    ("layers", "schema"),
    [
        (("earth", "roads", "pois"), "protomaps"),
        (("water", "transportation"), "openmaptiles"),
    ],
)
def test_vector_tiles_of_known_schemas_are_carried_in_gzip(tmp_path, layers, schema, packed):
    facts = vector_layers(*layers)
    places = {(6, COLUMN, ROW): packed}
    files = [
        write_pmtiles(tmp_path / "a.pmtiles", TileType.MVT, packed, facts),
        write_mbtiles(tmp_path / "a.mbtiles", places, format="pbf", json=json.dumps(facts)),
    ]
    for path in files:
        value = bundle_tiles(path, BOX).value
        assert (value["kind"], value["schema"]) == ("vector", schema)
        tile = base64.b64decode(value["tiles"][f"6/{COLUMN}/{ROW}"])
        assert gzip.decompress(tile) == LAYER


@pytest.mark.parametrize(
    ("layers", "schema"),
    [
        (("roads",), None),
        (("earth",), None),
        (("places", "clinics"), None),
        (("roads", "places"), None),
        (("transportation", "places"), None),
        (("building", "place"), None),
        # All of Tilezen's, and those of Protomaps 3 and 4.
        (("boundaries", "buildings", "earth", "landuse", "places", "pois", "roads", "transit",
          "water"), None),
        (("boundaries", "buildings", "earth", "landuse", "natural", "places", "pois", "roads",
          "transit", "water"), "protomaps"),
        (("boundaries", "buildings", "earth", "landcover", "landuse", "places", "pois", "roads",
          "water"), "protomaps"),
        (("place", "water_name"), "openmaptiles"),
    ],
)  # fmt: skip
def test_a_schema_is_told_by_more_than_one_name(layers, schema):
    assert find_schema(layers) == schema


def test_vector_tiles_that_the_map_cannot_draw_are_told(tmp_path):
    def refusal(name, packed, facts):
        path = write_pmtiles(tmp_path / name, TileType.MVT, packed, facts)
        with pytest.raises(BoundaryError) as told:
            bundle_tiles(path, BOX)
        assert str(path) in str(told.value)
        return str(told.value)

    other = refusal("o.pmtiles", LAYER, vector_layers("streets", "ocean"))
    assert (
        "has the layers streets, ocean; the map draws those of Protomaps (known by earth" in other
    )
    assert "OpenMapTiles (known by aerodrome_label or transportation" in other
    assert "does not say its layers" in refusal("n.pmtiles", LAYER, {"vector_layers": "earth"})
    known = vector_layers("earth", "water")
    assert "another way than gzip" in refusal("z.pmtiles", b"\x28\xb5\x2f\xfd00", known)
    whole = gzip.compress(LAYER * 100)
    assert "is cut short" in refusal("c.pmtiles", whole[:-12], known)
    assert "is damaged" in refusal("d.pmtiles", whole[:-8] + bytes(8), known)
    assert "is no vector tile" in refusal("p.pmtiles", gzip.compress(b"<svg/>"), known)
    large = gzip.compress(LAYER + bytes(21_000_000))
    assert "is larger than 20 MB" in refusal("l.pmtiles", large, known)
    assert f"its tile 6/{COLUMN}/{ROW} is" in refusal("e.pmtiles", whole[:-12], known)


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
        write_mbtiles(tmp_path / "word.mbtiles", {("six", 1, 1): image(1)}): "cannot be read as",
        write_pmtiles(tmp_path / "v.pmtiles", TileType.MVT, b"\x1f\x8bx"): "holds vector tiles",
    }
    for path, said in cases.items():
        with pytest.raises(BoundaryError, match=said) as told:
            bundle_tiles(path, BOX)
        assert str(path) in str(told.value)
