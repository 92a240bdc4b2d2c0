"""Values that are accepted by one command and break the next: every table that is installed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from hostile.case import Case, holding

NUMBERS = ("nan", "NaN", "inf", "-inf", "1e999", "999", "-91", "9" * 400)


def list_cases() -> Iterator[Case]:
    for number in NUMBERS:
        table = f"name,lon,lat\nA,36.5,{number}\n"
        yield Case(
            "damage", f"latitude {number[:9]}", "added", "p.csv", holding(table), refused=True
        )
        cells = [
            "1",
            "A",
            "A",
            "",
            number,
            "36.5",
            "P",
            "PPL",
            "SY",
            "",
            "",
            "",
            "",
            "",
            "0",
            "",
            "",
            "",
            "",
        ]
        yield Case(
            "damage",
            f"latitude {number[:9]} of GeoNames",
            "added",
            "SY.txt",
            holding("\t".join(cells) + "\n"),
            refused=True,
        )
    for name, column in (
        ("a radius", "uncertainty_km"),
        ("people", "population"),
        ("prominence", "prominence"),
    ):
        for number in ("nan", "inf", "1e30"):
            yield Case(
                "damage",
                f"{name} of {number}",
                "added",
                "p.csv",
                holding(f"name,lon,lat,{column}\nA,36.5,35.5,{number}\n"),
                refused=True,
            )
    yield Case(
        "damage",
        "a name that is kept",
        "added",
        "sources.json",
        holding("name,lon,lat\nA,36.5,35.5\n"),
        refused=True,
    )
    yield Case(
        "damage",
        "a place without a name",
        "added",
        "p.csv",
        holding("name,lon,lat\n,36.5,35.5\n"),
        refused=True,
    )
    shapes = {
        "no corner": {"type": "Polygon", "coordinates": []},
        "no shape": None,
        "a point": {"type": "Point", "coordinates": [36.5, 35.5]},
        "a line": {"type": "LineString", "coordinates": [[36, 35], [37, 36]]},
        "corners off the globe": {
            "type": "Polygon",
            "coordinates": [[[360, 350], [370, 350], [370, 360], [360, 350]]],
        },
        "corners that are no numbers": {
            "type": "Polygon",
            "coordinates": [[[float("nan"), 35], [37, 35], [37, 36], [36, 35]]],
        },
        "corners without end": {
            "type": "Polygon",
            "coordinates": [[[float("inf"), 35], [37, 35], [37, 36], [36, 35]]],
        },
        "no room": {"type": "Polygon", "coordinates": [[[36, 35], [36, 35], [36, 35], [36, 35]]]},
    }
    for name, shape in shapes.items():
        said = {"ADM1_PCODE": "SY01", "ADM1_EN": "A"}
        feature = {"type": "Feature", "properties": said, "geometry": shape}
        whole = json.dumps({"type": "FeatureCollection", "features": [feature]})
        yield Case(
            "damage",
            f"an area with {name}",
            "boundaries",
            "b.geojson",
            holding(whole),
            refused=True,
        )
        if name not in ("a point", "a line", "no room"):
            yield Case(
                "damage",
                f"a feature with {name}",
                "layer",
                "b.geojson",
                holding(whole),
                refused=True,
            )
    for number in ("nan", "inf", "999", "3_6"):
        yield Case(
            "damage",
            f"a decision at {number}",
            "aliases",
            "d.csv",
            holding(f"name,verdict,lon,lat,radius_km\nA,point,{number},35.5,1\n"),
            refused=True,
        )
    yield from _keys_and_files()


def _keys_and_files() -> Iterator[Case]:
    """Give keys that are one to some readers and two to others, and the system's own files."""
    ring = [[[36, 35], [37, 35], [37, 36], [36, 35]]]
    for name, door, more, refused in (
        ("keys alike but for capitals", "boundaries", {"adm1_pcode": "SY08"}, True),
        ("half a letter as a key", "layer", {"\udc00": 1}, False),
    ):
        facts = {"ADM1_PCODE": "SY07", "ADM1_EN": "Idlib", **more}
        shape = {"type": "Polygon", "coordinates": ring}
        one = {"type": "Feature", "properties": facts, "geometry": shape}
        content = json.dumps({"type": "FeatureCollection", "features": [one]})
        yield Case("damage", name, door, "b.geojson", holding(content), refused=refused)
    parts = "a." * 100_000 + "b = 1"
    yield Case("damage", "a key of many parts", "profile", "p.toml", holding(parts), refused=True)
    for door, file in (
        ("strikes", "a.csv"), ("places", "a.csv"), ("report", "a.txt"), ("aliases", "a.csv"),
        ("layer", "a.kml"), ("boundaries", "a.geojson"), ("workspace", "a.gpkg"),
    ):  # fmt: skip
        yield Case("damage", "the system's own log", door, file, _link_to_log, refused=True)


def _link_to_log(path: Path) -> None:
    path.symlink_to("/proc/kmsg")
