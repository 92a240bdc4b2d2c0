"""Areas as their publishers lay them out, on the loopback: four made-up raions of Lviv oblast."""

from __future__ import annotations

import io
import json
import zipfile

import geopandas as gpd
from shapely.geometry import LineString, box, mapping

OBLAST = box(22.7, 48.8, 25.4, 50.6)
RAIONS = {
    "West": box(22.7, 48.8, 24.0, 49.7), "North-west": box(22.7, 49.7, 24.0, 50.6),
    "East": box(24.0, 48.8, 25.4, 49.7), "North-east": box(24.0, 49.7, 25.4, 50.6),
}  # fmt: skip


def shapes(level=2, iso3="UKR", areas=None):
    """Return a GeoJSON text in geoBoundaries' layout."""
    held = areas if areas is not None else RAIONS if level == 2 else {"Lviv": OBLAST}
    features = [
        {
            "type": "Feature", "geometry": mapping(outline),
            "properties": {"shapeName": name, "shapeISO": "", "shapeID": f"{level}B{at}",
                           "shapeGroup": iso3, "shapeType": f"ADM{level}"},
        }
        for at, (name, outline) in enumerate(held.items())
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features})


def put_shapes(publisher, level=2, iso3="UKR", *, content=None, **record):
    """Serve one level with its record, as geoBoundaries' API does; return where records begin."""
    path = f"/files/geoBoundaries-{iso3}-ADM{level}.geojson"
    where = publisher.put(path, shapes(level, iso3) if content is None else content)
    facts = {
        "boundaryID": f"{iso3}-ADM{level}-1", "boundaryISO": iso3, "boundaryType": f"ADM{level}",
        "boundaryYearRepresented": "2020", "boundarySource": "Invented Statistics Office",
        "boundaryLicense": "Invented Open Licence 1.0", "buildDate": "Dec 12, 2023",
        "gjDownloadURL": where, **record,
    }  # fmt: skip
    publisher.put(f"/gbOpen/{iso3}/ADM{level}/", json.dumps(facts))
    return f"{publisher.address}/gbOpen/"


def cod_archive():
    """Return a zip in COD-AB's layout: the country, oblast, raions and lines, GeoJSON each."""
    country = {"ADM0_PCODE": "UA", "ADM0_EN": "Ukraine"}
    oblast = {**country, "ADM1_PCODE": "UA46", "ADM1_EN": "Lvivska"}
    raions = [
        {**oblast, "ADM2_PCODE": f"UA46{at:02}", "ADM2_EN": name, "geometry": outline}
        for at, (name, outline) in enumerate(RAIONS.items(), start=2)
    ]
    layers = {
        "ukr_admbnda_adm0": [{**country, "geometry": OBLAST}],
        "ukr_admbnda_adm1": [{**oblast, "geometry": OBLAST}],
        "ukr_admbnda_adm2": raions,
        "ukr_admbndl_all": [{**oblast, "geometry": LineString([(23, 49), (24, 50)])}],
    }
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in layers.items():
            archive.writestr(f"{name}.geojson", gpd.GeoDataFrame(rows, crs="EPSG:4326").to_json())
    return whole.getvalue()


def put_dataset(publisher, content=None, names=("x.gdb.zip", "ukr.geojson.zip", "x.xlsx")):
    """Serve a dataset as HDX's package API does; return its address."""
    held = cod_archive() if content is None else content
    resources = [{"url": publisher.put(f"/dl/{name}", held)} for name in names]
    told = {"success": True, "result": {
        "resources": resources, "license_title": "CC BY-IGO", "dataset_source": "Invented Office",
        "last_modified": "2024-04-16",
    }}  # fmt: skip
    # the server answers by the whole path, query and all
    return publisher.put("/api/3/action/package_show?id=cod-ab-ukr", json.dumps(told))
