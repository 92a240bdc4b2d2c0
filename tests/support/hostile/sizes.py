"""Inputs that are small on the disk and large in memory, or long to read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from hostile.case import Case, Make, holding
from hostile.columnar import SAID, list_parquet
from hostile.long_texts import list_texts

HEAD = "date,place,kind"
ROW = "2020-01-12,Sarmin,airstrike"
POINT = {"type": "Point", "coordinates": [36.5, 35.5]}


def list_cases() -> Iterator[Case]:
    yield from _tables()
    yield from _json()
    yield from list_parquet()
    yield from list_texts(_case)
    yield from _odd_files()
    yield from _xml()


def _case(
    name: str, door: str, file: str, make: Make | bytes | str, *, refused: bool = False
) -> Case:
    if not callable(make):
        make = holding(make)
    return Case("sizes", name, door, file, make, refused=refused)


def _tables() -> Iterator[Case]:
    for count in (5_000, 20_000):
        names = "a," * count
        yield _case(
            f"{count} equal headers", "strikes", "a.csv", f"{names}{HEAD}\n{'1,' * count}{ROW}\n"
        )
        yield _case(
            f"{count} equal headers",
            "places",
            "a.csv",
            f"{names}name,lon,lat\n{'1,' * count}A,36.5,35.5\n",
        )
    many = ",".join(f"c{n}" for n in range(20_000))
    yield _case("20,000 columns", "strikes", "a.csv", f"{many},{HEAD}\n{'1,' * 20_000}{ROW}\n")
    yield _case("20,000 columns", "layer", "a.csv", f"{many},lon,lat\n{'1,' * 20_000}36.5,35.5\n")
    yield _case("a header of 2 MB", "strikes", "a.csv", f"{'x' * 2_000_000},{HEAD}\n1,{ROW}\n")
    yield _case(
        "a header of 2 MB", "places", "a.csv", f"{'x' * 2_000_000},name,lon,lat\n1,A,36.5,35.5\n"
    )
    yield _case("a cell of 5 MB", "strikes", "a.csv", f"{HEAD},note\n{ROW},{'x' * 5_000_000}\n")
    yield _case("a title of 500 kB", "strikes", "a.csv", f"{HEAD},title\n{ROW},{'t' * 500_000}\n")
    yield _case(
        "a place of 100,000 letters",
        "located",
        "a.csv",
        f"date,place,kind\n2020-01-12,{'Sarmin' * 17_000},airstrike\n",
    )
    yield _case(
        "a place of 2 MB",
        "located",
        "a.csv",
        f"date,place,kind\n2020-01-12,{'Hama ' * 400_000},airstrike\n",
    )
    yield _case("2 MB of commas", "strikes", "a.csv", f"{HEAD}\n{ROW}{',' * 2_000_000}\n")
    yield _case(
        "a quote that never closes", "strikes", "a.csv", f'{HEAD}\n"{ROW}\n' + f"{ROW}\n" * 50_000
    )
    yield _case("1,000,000 empty rows", "strikes", "a.csv", f"{HEAD}\n{ROW}\n" + ",,\n" * 1_000_000)
    yield _case(
        "a toll of 100,000 figures", "strikes", "a.csv", f"{HEAD},killed\n{ROW},{'9' * 100_000}\n"
    )
    yield _case(
        "a toll of 100,000 words",
        "strikes",
        "a.csv",
        f"{HEAD},killed\n{ROW},{'at least ' * 100_000}\n",
    )
    yield _case(
        "a date of 100,000 signs",
        "strikes",
        "a.csv",
        f"{HEAD}\n{'2020-01-12 ' * 10_000},Sarmin,airstrike\n",
    )
    yield _case(
        "a longitude of 100,000 signs",
        "strikes",
        "a.csv",
        f"{HEAD},lon,lat\n{ROW},{'3' * 100_000},{'36 ' * 30_000}\n",
    )
    yield _case(
        "a point of 1 MB", "layer", "a.csv", f"name,lon,lat,wkt\nA,36.5,35.5,{'POINT(' * 150_000}\n"
    )
    yield _case(
        "20,000 other spellings",
        "places",
        "a.csv",
        f"name,lon,lat,other_names\nA,36.5,35.5,{'b;' * 200_000}\n",
    )
    yield _case(
        "a name of 1 MB", "places", "a.csv", f"name,lon,lat\n{'Hama ' * 200_000},36.5,35.5\n"
    )
    yield _case(
        "a name of 1 MB", "added", "a.csv", f"name,lon,lat\n{'Hama ' * 200_000},36.5,35.5\n"
    )
    yield _case(
        "a name of 1 MB", "aliases", "a.csv", f"name,verdict\n{'Hama ' * 200_000},not a place\n"
    )


def _json() -> Iterator[Case]:
    deep = "[" * 200_000 + "]" * 200_000
    for door, file in (
        ("strikes", "a.geojson"),
        ("layer", "a.geojson"),
        ("boundaries", "a.geojson"),
        ("places", "a.geojson"),
        ("mapping", "a.json"),
    ):
        yield _case("deep JSON", door, file, deep, refused=True)
    deeper = '{"a":' * 900 + "1" + "}" * 900
    feature = json.dumps(
        {"type": "Feature", "geometry": POINT, "properties": {**SAID, "x": "DEEP"}}
    )
    nested = f'{{"type": "FeatureCollection", "features": [{feature}]}}'.replace('"DEEP"', deeper)
    for door in ("strikes", "layer", "places"):
        yield _case("900 objects in objects", door, "a.geojson", nested)
    wide = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "geometry": POINT, "properties": {**SAID, f"k{n}": 1}}
            for n in range(20_000)
        ],
    }
    for door in ("strikes", "layer", "places", "boundaries"):
        yield _case("a new key in every feature", door, "a.geojson", json.dumps(wide))
    huge = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": SAID,
                "geometry": {"type": "MultiPolygon", "coordinates": [[[[0, 0]] * 4]] * 20_000},
            }
        ],
    }
    for door in ("strikes", "layer", "places"):
        yield _case("an area of 20,000 parts", door, "a.geojson", json.dumps(huge))
    bow = [[36 + n % 2 * 2, 34 + n / 2_000] for n in range(2_000)]
    crossed = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"name": "A"},
                "geometry": {"type": "Polygon", "coordinates": [[*bow, bow[0]]]},
            }
        ]
        * 3,
    }
    yield _case(
        "areas that cross themselves 2,000 times", "layer", "a.geojson", json.dumps(crossed)
    )
    collections = '{"type":"GeometryCollection","geometries":[' * 500
    yield _case(
        "collections in collections",
        "layer",
        "a.geojson",
        f'{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{}},'
        f'"geometry":{collections}{"]}" * 500}}}]}}',
        refused=True,
    )
    number = (
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null, '
        '"properties": {"killed": %s}}]}'
    )
    yield _case("a number of 100,000 figures", "strikes", "a.geojson", number % ("9" * 100_000))
    yield _case(
        "a mapping of 200,000 columns",
        "mapping",
        "m.json",
        json.dumps({"columns": {f"c{n}": "date" for n in range(200_000)}}),
    )


def _write_holes(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1_900_000_000)


def _odd_files() -> Iterator[Case]:
    for door, file in (
        ("strikes", "a.csv"),
        ("strikes", "a.geojson"),
        ("strikes", "a.gpkg"),
        ("places", "a.csv"),
        ("layer", "a.geojson"),
        ("boundaries", "a.geojson"),
        ("tiles", "a.mbtiles"),
        ("report", "a.txt"),
        ("aliases", "a.csv"),
        ("mapping", "a.json"),
        ("profile", "a.toml"),
        ("again", "a.png"),
        ("workspace", "a.gpkg"),
    ):
        yield _case(
            "a pipe that nobody writes", door, file, lambda path: os.mkfifo(path), refused=True
        )
        yield _case(
            "an endless device", door, file, lambda path: path.symlink_to("/dev/zero"), refused=True
        )
        yield _case(
            "a link to itself", door, file, lambda path: path.symlink_to(path), refused=True
        )
        yield _case("1.9 GB never written", door, file, _write_holes, refused=True)
        yield _case("a folder", door, file, lambda path: path.mkdir(), refused=True)
        yield _case("nothing", door, file, b"", refused=door not in ("report", "profile"))
        yield _case("noise", door, file, os.urandom(3_000).replace(b"\0", b"\1"), refused=True)


def _entities(root: str, body: str) -> str:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY e0 "bomb">{bomb}]>{body}'


def _xml() -> Iterator[Case]:
    mark = (
        "<Placemark><name>{}</name><Point><coordinates>36.5,35.5</coordinates></Point></Placemark>"
    )
    tables = f"<description><![CDATA[{'<table><tr><td>' * 20_000}]]></description>"
    for door in ("strikes", "layer"):
        yield _case(
            "a bomb of entities",
            door,
            "a.kml",
            _entities("kml", f"<kml>{mark.format('&e11;')}</kml>"),
        )
        yield _case("deep XML", door, "a.kml", "<kml>" + "<Folder>" * 100_000, refused=True)
        yield _case("a name of 5 MB", door, "a.kml", f"<kml>{mark.format('x' * 5_000_000)}</kml>")
        yield _case(
            "a description of 20,000 tables",
            door,
            "a.kml",
            f"<kml>{mark.format('x').replace('<Point>', f'{tables}<Point>')}</kml>",
        )
        yield _case(
            "1,000,000 corners that are none",
            door,
            "a.kml",
            f"<kml>{mark.format('x').replace('36.5,35.5', 'a,b ' * 500_000)}</kml>",
        )
        keys = "".join(
            f'<Placemark><ExtendedData><Data name="k{n}"><value>1</value></Data></ExtendedData>'
            "<Point><coordinates>36.5,35.5</coordinates></Point></Placemark>"
            for n in range(10_000)
        )
        yield _case("a new name in every placemark", door, "a.kml", f"<kml>{keys}</kml>")
