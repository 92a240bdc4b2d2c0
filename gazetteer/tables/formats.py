"""The publishers' own files -> drafts of places: GeoNames, OCHA, Who's On First, OpenStreetMap.

`read_places` looks at the file and chooses the reader; what is none of the publishers' formats
is read as a plain table by `tables`. Geometry is read by pyogrio, imported where it is needed.
"""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from gazetteer.errors import GazetteerError
from gazetteer.spelling.names import is_arabic
from gazetteer.tables.geonames import is_geonames, read_geonames
from gazetteer.tables.read import Draft, read_rows, read_table
from gazetteer.tables.wof import is_wof_feature, read_wof_database, read_wof_features

__all__ = ["read_places"]

Rows = Iterator[tuple[int, list[str]]]
VECTOR_SUFFIXES = (".shp", ".geojson", ".json", ".gpkg", ".fgb")
DATABASE_SUFFIXES = (".db", ".sqlite", ".sqlite3")
PACKED_SUFFIXES = (*VECTOR_SUFFIXES, *DATABASE_SUFFIXES, ".xlsx", ".csv", ".txt")
LARGEST_UNPACKED = 4 * 2**30  # bytes; more in one archive is no gazetteer
PLACE_LAYERS = ("populatedplace", "ppl", "places", "settlement", "location", "neighb")

# Publishers' column names that `tables` does not know, by the name it does know.
_RENAMED = {
    "featurename_en": "name", "featurename_ar": "name_ar", "featurerefname": "asciiname",
    "featurealtname1_en": "name_alt1e", "featurealtname2_en": "name_alt2e",
    "featurealtname1_ar": "name_alt1a", "adm1_en": "adm1_name", "adm2_en": "adm2_name",
    "adm3_en": "adm3_name", "geom_latitude": "latitude", "geom_longitude": "longitude",
    "iso_country": "country",
}  # fmt: skip
_OSM_KINDS = {
    "city": "settlement", "town": "settlement", "village": "settlement", "hamlet": "settlement",
    "isolated_dwelling": "settlement", "farm": "settlement", "suburb": "neighbourhood",
    "quarter": "neighbourhood", "neighbourhood": "neighbourhood", "city_block": "neighbourhood",
    "region": "area", "island": "area", "locality": "area", "plain": "plain",
}  # fmt: skip
_OSM_NAMES = ("name", "name:en", "name:ar", "int_name", "alt_name", "old_name", "official_name",
              "alt_name:en", "alt_name:ar", "name:ar-Latn", "name:fr", "name:ku",
              "name:tr")  # fmt: skip


def read_places(path: Path | str) -> list[Draft]:
    """Read a file of places in a publisher's own format, or as a plain table.

    Known: GeoNames country dumps (.txt, .zip, with their alternate names beside them), OCHA
    populated places (.xlsx, .shp, .geojson, .csv, zipped or not), Who's On First (SQLite,
    GeoJSON, CSV), OpenStreetMap extracts (.geojson, .gpkg). Raises GazetteerError naming file,
    row and remedy.
    """
    path = Path(path)
    if not path.is_file():
        raise GazetteerError(f"{path}: cannot be read (no such file); check path")
    suffix = path.suffix.lower()
    try:
        if zipfile.is_zipfile(path) and suffix != ".xlsx":
            return _read_zip(path)
        if suffix == ".zip":
            raise GazetteerError(f"{path}: is no zip archive; get the file again")
        if suffix in DATABASE_SUFFIXES:
            return read_wof_database(path)
        if suffix == ".xlsx":
            return read_rows(path, _renamed(_sheet_rows(path)))
        if suffix in VECTOR_SUFFIXES:
            return _read_vector(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise GazetteerError(f"{path}: cannot be read ({error}); get the file again") from error
    if is_geonames(path):
        return read_geonames(path)
    return _read_csv(path)


def _read_zip(path: Path) -> list[Draft]:
    """Unpack an archive into a folder of its own and read the layer of places in it."""
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
        if sum(item.file_size for item in archive.infolist()) > LARGEST_UNPACKED:
            raise GazetteerError(f"{path}: unpacks to more than 4 GB; unpack it and give one file")
        archive.extractall(folder)  # zipfile takes ".." and drive letters out of names
        chosen = _choose_member(path, sorted(Path(folder).rglob("*")))
        if is_geonames(chosen):
            return read_geonames(chosen, beside=path)
        drafts = read_places(chosen)
    for draft in drafts:
        draft.sources = [path.stem if s == chosen.stem else s for s in draft.sources]
    return drafts


def _choose_member(path: Path, members: Sequence[Path]) -> Path:
    files = [m for m in members if m.suffix.lower() in PACKED_SUFFIXES and "readme" not in m.name]
    for word in PLACE_LAYERS:
        for member in files:
            if word in member.name.lower():
                return member
    if len(files) == 1:
        return files[0]
    dumps = [member for member in files if is_geonames(member)]
    if dumps:
        return dumps[0]
    held = ", ".join(member.name for member in files) or "nothing that is known"
    raise GazetteerError(f"{path}: no file of places in it ({held}); unpack it and give one file")


def _read_csv(path: Path) -> list[Draft]:
    with path.open("rb") as file:
        header = file.readline().decode("utf-8-sig", "replace").strip().lower()
    if not any(name in header for name in (*_RENAMED, "#adm", "neighbourhood", "place,")):
        return read_table(path)
    text = path.read_text(encoding="utf-8-sig")
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return read_rows(path, _renamed((reader.line_num, row) for row in reader))


def _renamed(rows: Rows) -> Rows:
    """Yield rows with known column names, without the row of HXL tags."""
    line, header = next(rows)
    lower = [name.strip().lower() for name in header]
    names = [_RENAMED.get(name, name) for name in lower]
    names = [name if name not in names[:at] else lower[at] for at, name in enumerate(names)]
    yield line, names
    for line, row in rows:
        if not any(cell.startswith("#") for cell in row):
            yield line, row


def _sheet_rows(path: Path) -> Rows:
    """Yield the rows of the sheet that holds places: by its name, else the first with points."""
    import openpyxl  # type: ignore[import-untyped]  # it ships no types

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parsers raise
        raise GazetteerError(f"{path}: is no Excel workbook ({error}); save it again") from error
    named = [name for word in PLACE_LAYERS for name in book.sheetnames if word in name.lower()]
    for name in dict.fromkeys([*named, *book.sheetnames]):
        rows = enumerate(book[name].iter_rows(values_only=True), start=1)
        first = next(rows, None)
        header = [_cell(value) for value in first[1]] if first else []
        plain = {word.lower() for word in header}
        if plain & {"lat", "latitude", "latitude_y", "point_y", "y", "geom_latitude"}:
            yield 1, header
            yield from ((line, [_cell(value) for value in row]) for line, row in rows)
            return
    raise GazetteerError(
        f"{path}: no sheet has a column of latitudes ({', '.join(book.sheetnames)}); "
        "rename one to lat"
    )


def _cell(value: object) -> str:
    if value is None or value != value:  # NaN is the one value that is not itself
        return ""
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value).strip()


def _read_vector(path: Path) -> list[Draft]:
    """Read a layer of points (or areas, by a point inside them) through GDAL."""
    layer = _choose_layer(path)
    fields, rows = _features(path, layer)
    if is_wof_feature(fields):
        return read_wof_features(path, fields, rows)
    if {"place", "fclass", "other_tags"} & set(fields):
        return _read_osm(path, fields, rows)
    header = [*fields, "lon", "lat"]
    lines = iter([(1, header), *((at, [_cell(v) for v in row]) for at, row in enumerate(rows, 2))])
    drafts = read_rows(path, _renamed(lines))
    if {"area_pcode", "neighborhoodpcode"} & {name.lower() for name in fields}:
        for draft in drafts:
            draft.kind = "neighbourhood"
    return drafts


def _choose_layer(path: Path) -> str | None:
    import pyogrio

    try:
        layers = [str(name) for name, _ in pyogrio.list_layers(path)]
    except pyogrio.errors.DataSourceError as error:
        raise GazetteerError(f"{path}: holds no map layer ({error}); check the file") from error
    for word in PLACE_LAYERS:
        for name in layers:
            if word in name.lower():
                return name
    return layers[0] if layers else None


def _features(path: Path, layer: str | None) -> tuple[list[str], list[list[Any]]]:
    """Return field names, and per feature its values with lon and lat (degrees) appended."""
    import geopandas as gpd
    import pyogrio

    try:
        table = pyogrio.read_dataframe(path, layer=layer)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        raise GazetteerError(f"{path}: cannot be read as a map layer ({error})") from error
    if not isinstance(table, gpd.GeoDataFrame):
        raise GazetteerError(f"{path}: its layer {layer} has no points; give one that has")
    if table.crs is not None and table.crs != "EPSG:4326":
        table = table.to_crs("EPSG:4326")
    points = table.geometry.representative_point()
    values = table.drop(columns=table.geometry.name)
    rows = [
        [*row, *((None, None) if point is None or point.is_empty else (point.x, point.y))]
        for row, point in zip(values.itertuples(index=False), points, strict=True)
    ]
    return [str(name) for name in values.columns], rows


def _read_osm(path: Path, fields: list[str], rows: list[list[Any]]) -> list[Draft]:
    """Read OpenStreetMap places: plain tags, or Geofabrik's fclass, or GDAL's other_tags."""
    drafts = []
    for at, row in enumerate(rows, start=2):
        tags = {name: _cell(value) for name, value in zip(fields, row[:-2], strict=True)}
        tags |= _hstore(tags.pop("other_tags", ""))
        kind = _OSM_KINDS.get(tags.get("place") or tags.get("fclass") or "")
        draft = _osm_draft(path, at, kind, tags) if kind and row[-1] is not None else None
        if draft:
            draft.lon, draft.lat = row[-2:]
            drafts.append(draft)
    return drafts


def _osm_draft(path: Path, at: int, kind: str, tags: dict[str, str]) -> Draft | None:
    written = [tags[key] for key in _OSM_NAMES if tags.get(key)]
    names = list(dict.fromkeys(part.strip() for text in written for part in text.split(";")))
    if not names:
        return None
    arabic = tags.get("name:ar") or next(filter(is_arabic, names), None)
    name = tags.get("name:en") or next((n for n in names if not is_arabic(n)), names[0])
    number = tags.get("osm_id") or tags.get("@id") or tags.get("id") or f"{path.stem}:{at}"
    draft = Draft(f"osm:{number}", name, kind, name_ar=arabic, sources=["OpenStreetMap"])
    draft.spellings = [other for other in names if other not in (name, arabic)]
    population = tags.get("population", "").replace(",", "").replace(" ", "")
    draft.population = int(population) or None if population.isdecimal() else None
    return draft


def _hstore(text: str) -> dict[str, str]:
    r"""Return the tags of GDAL's other_tags: "name:ar"=>"...","population"=>"..."."""
    pairs = (pair.split('"=>"', 1) for pair in text.strip('"').split('","'))
    return {pair[0]: pair[1].replace('\\"', '"') for pair in pairs if len(pair) == 2}
