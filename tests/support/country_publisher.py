"""GeoNames and OCHA as they lay files out for three countries, on the loopback.

The towns are real, rounded; the hamlets, their codes and the datasets are invented.
"""

from __future__ import annotations

import io
import json
import urllib.parse
import zipfile
from dataclasses import replace

import geopandas as gpd
import openpyxl
import samples
from shapely.geometry import Point, box

from gazetteer.online.publishers import PublisherFile, list_files
from gazetteer.tables.loading import read_pack

# GeoNames' code of the first-level area, its name there, and a hamlet: names, lat, lon.
GEONAMES = {
    "UA": ("07", "Kharkiv Oblast", "Vymyslivka", "Вимислівка", 49.70, 36.60),
    "YE": ("08", "An area called otherwise", "Bayt Mukhtara", "بيت مخترع", 14.60, 43.20),
    "SD": ("55", "North Darfur", "Hillat Mukhtara", "حلة مخترعة", 13.70, 25.40),
}
# P-codes of the areas above, and the language of names beside English.
OCHA = {
    "UA": ("UA63", "Kharkivska", "UA6312", "ua"), "YE": ("YE18", "Al Hudaydah", "YE1807", "ar"),
    "SD": ("SD02", "North Darfur", "SD0201", "ar"),
}  # fmt: skip


def shared_places(code):
    """Return three places that the pack that ships has in the area, by their ids in GeoNames."""
    held = (p for p in read_pack(code.lower()) if p.adm1_code == OCHA[code][0])
    return [one for one in held if one.place_id.startswith("gn:")][:3]


def _dump(code):
    admin1, area, name, local, lat, lon = GEONAMES[code]
    known = [(one.place_id[3:], one.name, "", one.lat, one.lon, "P", "PPL", admin1, "", 0)
             for one in shared_places(code)]  # fmt: skip
    rows = [
        *known,
        (900001, area, "", lat, lon, "A", "ADM1", admin1, "", 0),
        (900002, name, local, lat, lon, "P", "PPL", admin1, "", 0),
    ]
    return samples.geonames_text(rows).replace("\tUA\t", f"\t{code}\t")


def _areas_sheet(code):
    """Return the workbook of areas that every country has: names and P-codes, no coordinates."""
    adm1, name, adm2, _ = OCHA[code]
    book = openpyxl.Workbook()
    book.active.append(["ADM2_EN", "ADM2_PCODE", "ADM1_EN", "ADM1_PCODE"])
    book.active.append(["Somewhere", adm2, name, adm1])
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def _places_archive(code):
    """Return a zip of a layer of points whose names stand in columns of the fourth level."""
    adm1, area, adm2, language = OCHA[code]
    _, _, name, local, lat, lon = GEONAMES[code]
    facts = {
        "ADM4_EN": f"{name} Minor", f"ADM4_{language.upper()}": local, "ADM4_PCODE": f"{adm2}001",
        "ADM2_PCODE": adm2, "ADM1_EN": area, "ADM1_PCODE": adm1,
    }  # fmt: skip
    table = gpd.GeoDataFrame([facts], geometry=[Point(lon + 0.2, lat)], crs="EPSG:4326")
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(f"{code.lower()}_pplp.geojson", table.to_json())
    return whole.getvalue()


def _bounds_archive(code):
    adm1, area, adm2, _ = OCHA[code]
    facts = {"ADM2_EN": "Somewhere", "ADM2_PCODE": adm2, "ADM1_EN": area, "ADM1_PCODE": adm1}
    table = gpd.GeoDataFrame([facts], geometry=[box(0, 0, 1, 1)], crs="EPSG:4326")
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(f"{code.lower()}_admbnda_adm2.geojson", table.to_json())
    return whole.getvalue()


def serve_country(publisher, code, *, places=True) -> list[PublisherFile]:
    """Serve a country's files; return those of `list_files`, their hosts the loopback's."""
    files = [_moved(publisher, file) for file in list_files(code)]
    paths = [file.url.removeprefix(publisher.address) for file in files]
    alternates = samples.alternates_text([])
    publisher.put(paths[0], samples.zipped({f"{code}.txt": alternates}))
    publisher.put(paths[1], samples.zipped({f"{code}.txt": _dump(code)}))
    held = {
        f"{code.lower()}_adminboundaries_tabulardata.xlsx": _areas_sheet(code),
        f"{code.lower()}_admbnda.geojson.zip": _bounds_archive(code),
        f"{code.lower()}_admin.gdb.zip": b"no",
    }
    if places:
        held[f"{code.lower()}_pplp.geojson.zip"] = _places_archive(code)
    resources = [{"url": publisher.put(f"/dl/{name}", body)} for name, body in held.items()]
    told = {"license_title": "CC BY-IGO", "dataset_source": "An office", "resources": resources}
    publisher.put(paths[2], json.dumps({"result": told}))
    return files


def _moved(publisher, file):
    parts = urllib.parse.urlsplit(file.url)
    query = f"?{parts.query}" if parts.query else ""
    return replace(file, url=f"{publisher.address}{parts.path}{query}")
