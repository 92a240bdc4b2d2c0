"""Rivers, lakes and hill shading of a view."""

from __future__ import annotations

import base64

import numpy as np
import pytest
import shapely
from PIL import Image

from geo.land.ground.lay import make_ground
from geo.land.ground.relief import MOST_TILES, TILE_PIXELS, read_relief
from geo.land.ground.waters import MOST_CORNERS, make_waters, pack_lines, unpack_lines

SYRIA = (35.5, 32.3, 42.4, 37.4)  # west, south, east, north
AROUND = (27.0, 28.5, 50.5, 41.2)


def corners_of(waters, name) -> np.ndarray:
    lines = [
        unpack_lines(parts, x, y)
        for parts, x, y, known in zip(
            waters["parts"], waters["x"], waters["y"], waters["name"], strict=True
        )
        if known == name
    ]
    return np.concatenate([line for held in lines for line in held])


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    [
        ("Euphrates", 40.14, 35.34),  # at Deir ez-Zor
        ("Euphrates", 40.92, 34.45),  # at Abu Kamal
        ("Orontes", 36.75, 35.13),  # at Hama
        ("Khabur", 40.42, 35.15),  # where it meets the Euphrates
    ],
)
def test_a_river_runs_through_its_town(name, lon, lat):
    corners = corners_of(make_waters(AROUND, SYRIA)["rivers"], name)
    assert np.hypot(*(corners - (lon, lat)).T).min() < 0.08, "within about 8 km"


def test_lakes_have_their_names_and_stay_whole():
    lakes = make_waters(AROUND, SYRIA)["lakes"]
    assad = corners_of(lakes, "Lake Assad")
    assert (assad.min(axis=0) > (37.8, 35.6)).all()
    assert (assad.max(axis=0) < (38.7, 36.7)).all()
    assert lakes["name_ar"][lakes["name"].index("Lake Assad")] == "بحيرة الأسد"


def test_a_lake_that_is_no_more_is_not_drawn():
    ukraine = make_waters((22, 44, 41, 53), (22, 44, 41, 53))
    for name, known in (("Kyiv Reservoir", True), ("Kakhovka Reservoir", False)):
        assert (name in ukraine["lakes"]["name"]) is known
    x, y = corners_of(ukraine["rivers"], "Dnipro").T
    assert ((x > 34.2) & (x < 35) & (y > 47.3) & (y < 47.7)).any(), "its river is"


def test_rivers_are_cut_to_the_box_and_the_lesser_to_what_is_near():
    waters = make_waters(AROUND, SYRIA)["rivers"]
    for rank, parts, x, y in zip(
        *(waters[key] for key in ("rank", "parts", "x", "y")), strict=True
    ):
        west, south, east, north = AROUND if rank == 1 else SYRIA
        corners = np.concatenate(unpack_lines(parts, x, y))
        assert (corners >= (west - 0.001, south - 0.001)).all()
        assert (corners <= (east + 0.001, north + 0.001)).all()


def test_a_wide_view_leaves_ranks_out_rather_than_parts_of_them():
    whole = (-180.0, -85.0, 180.0, 85.0)
    near = make_waters(AROUND, SYRIA)["rivers"]
    wide = make_waters(whole, whole)["rivers"]
    assert set(near["rank"]) == {1, 2, 3, 4}
    assert set(wide["rank"]) == {1}
    assert sum(map(len, near["x"])) < MOST_CORNERS


def test_what_was_packed_is_unpacked():
    lines = shapely.from_wkt("MULTILINESTRING ((1.5 2.25, 3 4), (-10 50, -10.125 50, 0 0))")
    back = unpack_lines(*pack_lines(lines))
    assert [line.tolist() for line in back] == [
        [[1.5, 2.25], [3, 4]],
        [[-10, 50], [-10.125, 50], [0, 0]],
    ]


def test_hill_shading_has_its_mountains_where_they_are(tmp_path):
    tiles = read_relief(SYRIA)
    [tile] = [
        one for one in tiles if (one["x"], one["y"]) == (19, 12)
    ]  # 33.8 to 45 E, 31.9 to 41 N
    path = tmp_path / "tile.webp"
    path.write_bytes(base64.b64decode(tile["image"]))
    with Image.open(path) as opened:
        grey = np.asarray(opened.convert("L"), dtype=int)
    assert grey.shape == (TILE_PIXELS, TILE_PIXELS)
    coast = grey[120:200, 45:70]  # the coastal range and the Ghab, about 36 E
    desert = grey[150:200, 100:180]  # the steppe, about 40 E
    assert coast.std() > 2 * desert.std()
    assert abs(desert.mean() - 128) < 6, "flat land is neither light nor shade"


def test_a_view_too_wide_carries_no_hill_shading():
    assert read_relief((-180.0, -85.0, 180.0, 85.0)) == []
    assert 0 < len(read_relief(AROUND)) <= MOST_TILES


def test_local_names_are_arabic_where_the_countries_script_is():
    for countries, local in ((["sy"], "الفرات"), (["sy", "tr"], "")):
        rivers = make_ground(AROUND, SYRIA, countries)["rivers"]
        named = zip(rivers["name"], rivers["name_local"], strict=True)
        found = {local for name, local in named if name == "Euphrates"}
        assert local in found
