"""Small files in the publishers' own formats, written for the tests.

The towns are real, with coordinates rounded as any atlas gives them; ids are invented.
"""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from pathlib import Path

from gazetteer.tables.draft import Draft
from gazetteer.tables.read import read_places

# id, name, alternate names, lat, lon, class, code, admin1, admin2, population
UKRAINE = [
    (1, "Ukraine", "", 49.0, 32.0, "A", "PCLI", "00", "", 0),
    (2, "Kharkiv Oblast", "Харківська область", 49.6, 36.5, "A", "ADM1", "07", "", 0),
    (3, "Kyiv City", "", 50.45, 30.52, "A", "ADM1", "12", "", 0),
    (4, "Donetsk Oblast", "", 48.0, 37.7, "A", "ADM1", "05", "", 0),
    (5, "Kharkiv", "Kharkov,Харків,Харьков,خاركيف", 49.98, 36.25, "P", "PPLA", "07", "", 1430885),
    (6, "Kyiv", "Kiev,Київ,Киев,كييف", 50.45, 30.52, "P", "PPLC", "12", "", 2797553),
    (7, "Izyum", "Izium,Isjum,Ізюм", 49.21, 37.26, "P", "PPL", "07", "631", 52000),
    (8, "Balakliia", "Balakleya,Балаклія", 49.46, 36.86, "P", "PPL", "07", "631", 27000),
    (9, "Izium Raion", "Ізюмський район", 49.2, 37.2, "A", "ADM2", "07", "631", 0),
    (10, "Chuhuiv Air Base", "", 49.84, 36.64, "S", "AIRB", "07", "", 0),
    (11, "Old Mound", "", 49.3, 37.0, "S", "RUIN", "07", "", 0),
    (12, "Bakhmut", "Artemivsk,Бахмут", 48.6, 38.0, "P", "PPL", "05", "", 71000),
    (13, "Volodymyrivka", "", 49.1, 36.4, "P", "PPL", "07", "", 900),
    (14, "Volodymyrivka", "", 48.2, 37.1, "P", "PPL", "05", "", 900),
]  # fmt: skip
# id, geonames id, language, name, preferred, short, colloquial, historic
UKRAINE_NAMES = [
    (1, 7, "ar", "إيزيوم", "1", "", "", ""),
    (2, 7, "link", "https://example.org/Izium", "", "", "", ""),
    (3, 7, "en", "Izjum", "", "", "", ""),
    (4, 12, "ar", "باخموت", "", "", "", ""),
    (5, 12, "uk", "Бахмут", "", "", "", ""),
    (6, 12, "ru", "Artyomovsk", "", "", "", "1"),
]


def geonames_row(row: tuple[object, ...]) -> str:
    number, name, others, lat, lon, feature, code, admin1, admin2, people = row
    cells = [number, name, name, others, lat, lon, feature, code, "UA", "", admin1, admin2, "", "",
             people, "", "100", "Europe/Kiev", "2024-01-01"]  # fmt: skip
    return "\t".join(map(str, cells))


def geonames_text(rows=UKRAINE) -> str:
    return "".join(geonames_row(row) + "\n" for row in rows)


def alternates_text(rows=UKRAINE_NAMES) -> str:
    return "".join("\t".join(map(str, [*row, "", ""])) + "\n" for row in rows)


def zipped(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            # Of one time, so that two archives of the same files are the same bytes.
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def geonames_zip() -> bytes:
    return zipped({"readme.txt": "Readme for GeoNames\n", "UA.txt": geonames_text()})


def alternates_zip() -> bytes:
    return zipped({"UA.txt": alternates_text(), "iso-languagecodes.txt": "ISO 639-3\n"})


# pcode, English, Arabic, other English, lat, lon, admin3 .. admin1 with codes
OCHA = [
    ("C4126", "Ariha", "أريحا", "Eriha", 35.8139, 36.6096, "Ariha", "SY070500", "Ariha", "SY0705",
     "Idleb", "SY07"),
    ("C3871", "Saraqab", "سراقب", "", 35.8643, 36.8055, "Saraqab", "SY070008", "Idleb", "SY0700",
     "Idleb", "SY07"),
]  # fmt: skip
OCHA_HEADER = ["pcode", "featurename_en", "featurename_ar", "featurerefname", "point_y", "point_x",
               "adm3_en", "adm3_pcode", "adm2_en", "adm2_pcode", "adm1_en",
               "adm1_pcode"]  # fmt: skip
HXL = ["#loc+code", "#loc+name", "#loc+name+ar", "", "#geo+lat", "#geo+lon", "#adm3", "#adm3+code",
       "#adm2", "#adm2+code", "#adm1", "#adm1+code"]  # fmt: skip


def write_ocha_sheet(path: Path) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "ReadMe"
    book.active.append(["COD-AB", "Syria"])
    areas = book.create_sheet("syr_admin1")
    areas.append(["adm1_en", "center_lat"])
    places = book.create_sheet("syr_populatedplaces")
    for row in (OCHA_HEADER, HXL, *OCHA):
        places.append(list(row))
    book.save(path)
    return path


def write_ocha_csv(path: Path) -> Path:
    rows = [OCHA_HEADER, HXL, *OCHA]
    path.write_text("\n".join(",".join(map(str, row)) for row in rows), encoding="utf-8-sig")
    return path


def feature(lon: float, lat: float, **properties: object) -> dict[str, object]:
    point = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "properties": properties, "geometry": point}


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def ocha_geojson() -> str:
    return collection(
        *(
            feature(row[5], row[4], **dict(zip(OCHA_HEADER, map(str, row), strict=True)))
            for row in OCHA
        )
    )


def osm_geojson() -> str:
    return collection(
        feature(36.6096, 35.8139, **{"@id": "node/1", "place": "town", "name": "أريحا",
                "name:en": "Ariha", "population": "39 501"}),
        feature(36.72, 35.90, **{"@id": "node/2", "place": "village", "name": "سرمين"}),
        feature(36.5, 35.5, **{"@id": "node/3", "place": "village"}),  # without a name
        feature(36.1, 35.1, **{"@id": "node/4", "highway": "stop", "name": "Stop"}),
    )  # fmt: skip


def write_wof_database(path: Path) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(
        "CREATE TABLE spr (id, parent_id, name, placetype, country, latitude, longitude, "
        "is_current, is_deprecated, is_ceased, is_superseded);"
        "CREATE TABLE names (id, placetype, language, privateuse, name);"
        "CREATE TABLE concordances (id, other_id, other_source);"
        "CREATE TABLE ancestors (id, ancestor_id, ancestor_placetype);"
    )
    connection.executemany(
        "INSERT INTO spr VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        [
            (10, 1, "Idlib", "region", "SY", 35.8, 36.7, 1, 0, 0, 0),
            (11, 20, "Ariha", "locality", "SY", 35.8139, 36.6096, 1, 0, 0, 0),
            (12, 20, "Gone", "locality", "SY", 35.8, 36.6, 0, 0, 0, 1),
            (13, 20, "20400", "postalcode", "SY", 35.8, 36.6, 1, 0, 0, 0),
        ],
    )
    connection.executemany(
        "INSERT INTO names VALUES (?,?,?,?,?)",
        [
            (11, "locality", "ara", "preferred", "أريحا"),
            (11, "locality", "eng", "variant", "Eriha"),
            (11, "locality", "jpn", "preferred", "アリーハー"),
        ],
    )
    connection.execute("INSERT INTO concordances VALUES (11, '172994', 'gn:id')")
    connection.execute("INSERT INTO ancestors VALUES (11, 10, 'region')")
    connection.commit()
    connection.close()
    return path


def wof_geojson() -> str:
    names = {"name:ara_x_preferred": ["أريحا"], "name:eng_x_variant": ["Eriha"]}
    record = {"wof:id": 11, "wof:name": "Ariha", "wof:placetype": "locality",
              "wof:concordances": {"gn:id": 172994}, "wof:superseded_by": [],
              "edtf:deprecated": "", "lbl:latitude": 35.81, "lbl:longitude": 36.61}  # fmt: skip
    gone = {**record, "wof:id": 12, "wof:name": "Gone", "wof:superseded_by": [11]}
    return collection(feature(36.6096, 35.8139, **record, **names), feature(36.6, 35.8, **gone))


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content, encoding="utf-8")
    return path


def read_by_name(path: Path) -> dict[str, Draft]:
    return {draft.name: draft for draft in read_places(path)}
