"""Texts that some driver of GDAL takes for a map, under the names of files that are read."""

from __future__ import annotations

import atexit
import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from hostile.case import SECRET, Case, holding


def _vrt(of: str, layer: str = "secret") -> str:
    return (
        f'<OGRVRTDataSource><OGRVRTLayer name="{layer}"><SrcDataSource relativeToVRT="0">{of}'
        "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
    )


def _texts(secret: Path, address: str) -> dict[str, str]:
    """secret: a table with SECRET as its header; address: a server that must hear nothing."""
    return {
        "vrt": _vrt(f"CSV:{secret}"),
        "vrt of a table": _vrt(str(secret)),
        "vrt over http": _vrt(f"/vsicurl/{address}/x.csv"),
        "vrt in a zip": _vrt(f"/vsizip/{secret.parent}/none.zip/x.csv"),
        "gdalg": json.dumps(
            {
                "type": "gdal_streamed_alg",
                "command_line": f"gdal vector pipeline ! read {secret} ! write",
            }
        ),
        "wfs": f"<OGRWFSDataSource><URL>{address}/wfs</URL></OGRWFSDataSource>",
        "wms": f'<GDAL_WMS><Service name="TMS"><ServerUrl>{address}</ServerUrl></Service>'
        "</GDAL_WMS>",
        "gpsbabel": f"GPSBABEL:csv:{secret}",
        "csw": f"<OGRCSWDataSource><URL>{address}</URL></OGRCSWDataSource>",
        "gml": '<?xml version="1.0"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml"'
        f' xsi:schemaLocation="x {address}/x.xsd" xmlns:xsi="http://www.w3.org/2001/'
        f'XMLSchema-instance"/>',
        "arcgis": json.dumps({"url": f"{address}/FeatureServer/0", "geometryType": "x"}),
        "path": f"/vsicurl/{address}/x.geojson",
        "address": f"{address}/x.geojson",
        "entity": f'<!DOCTYPE kml [<!ENTITY s SYSTEM "file://{secret}">]><kml><Placemark>'
        "<name>&s;</name><Point><coordinates>36.5,35.5</coordinates></Point>"
        "</Placemark></kml>",
    }


NAMES = {
    "strikes": ("a.gpkg", "a.kml", "a.geojson", "a.fgb", "a.csv"),
    "places": ("a.gpkg", "a.shp", "a.geojson", "a.fgb", "a.db", "a.txt"),
    "boundaries": ("a.gpkg", "a.geojson", "a.shp"),
    "layer": ("a.gpkg", "a.kml", "a.geojson", "a.shp", "a.fgb"),
    "tiles": ("a.mbtiles", "a.pmtiles"),
    "workspace": ("a.gpkg",),
}
# Every text by these, the others under their first name alone.
MANY = {"vrt", "gdalg", "wfs"}
READ_AS_TEXT = {"a.csv", "a.txt"}  # a table of whatever text it is


def list_cases(address: str) -> Iterator[Case]:
    secret = Path(tempfile.mkdtemp(prefix="hostile-")) / "secret.csv"
    secret.write_text(f"{SECRET},lon,lat,name\n{SECRET},36.5,35.5,Sarmin\n", "utf-8")
    atexit.register(shutil.rmtree, secret.parent, ignore_errors=True)
    for what, text in _texts(secret, address).items():
        for door, names in NAMES.items():
            for name in names if what in MANY else names[:1]:
                yield Case("drivers", what, door, name, holding(text), refused=True)
    packed = _texts(secret, address)["vrt"]
    for door, member in (
        ("strikes", "a.shp"),
        ("places", "places.gpkg"),
        ("places", "places.shp"),
        ("layer", "a.shp"),
        ("strikes", "doc.kml"),
    ):
        name = "a.kmz" if member == "doc.kml" else "a.zip"
        yield Case(
            "drivers",
            f"vrt in {name} as {member}",
            door,
            name,
            holding(_zip(member, packed)),
            refused=True,
        )


def _zip(member: str, content: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(member, content)
    return held.getvalue()
