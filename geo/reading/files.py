"""Files as they come -> one table of text cells: CSV, Excel, GeoJSON, GeoPackage, Parquet."""

from __future__ import annotations

import csv
import io
import json
import math
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import BinaryIO

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely
from shapely.geometry import shape

from geo.errors import ReadError

__all__ = ["READABLE", "FileInput", "Table", "read_table"]

FileInput = Path | str | bytes | BinaryIO

READABLE = (
    ".csv", ".tsv", ".txt", ".xlsx", ".geojson", ".json", ".gpkg", ".parquet", ".geoparquet",
)  # fmt: skip
_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}
_LONGEST_CELL = 10_000_000  # characters
# A collection without features has no columns; it is an empty table of ours.
_OWN_NAMES = ("strike_id", "kind", "date_start", "date_end", "date_precision")
_NOT_A_POINT = "the geometry is not a point; give a point or leave the geometry out"


@dataclass(frozen=True)
class Table:
    """A file's rows as text; an empty cell is ''.

    `cells` and `broken` are indexed by row number: the line a spreadsheet shows (the header is
    row 1), or the feature's number from 1 where the format has no header. `broken` rows cannot
    be lined up with the columns; their `reason` says why. `claims` is there where the file
    carries a claims table of its own. `blank` are the numbers of rows without any text.
    """

    name: str
    cells: pd.DataFrame
    broken: pd.Series
    claims: pd.DataFrame | None = None
    notes: tuple[str, ...] = ()
    blank: tuple[int, ...] = ()


def read_table(source: FileInput, *, name: str | None = None) -> Table:
    """Read a file or an open upload by the ending of its name.

    Raises ReadError naming the file and the remedy where it cannot be read at all.
    """
    content, called = _load(source, name)
    suffix = Path(called).suffix.lower()
    if suffix not in READABLE:
        kinds = ", ".join(READABLE)
        raise ReadError(
            f"{called}: files ending in {suffix or 'nothing'} are not read; use {kinds}"
        )
    if not content.strip():
        raise ReadError(f"{called}: the file is empty; give one with a header and rows")
    if suffix in (".csv", ".tsv", ".txt"):
        return _read_csv(content, called)
    if suffix == ".xlsx":
        return _read_excel(content, called)
    if suffix in (".geojson", ".json"):
        return _read_geojson(content, called)
    return (
        _read_geopackage(content, called) if suffix == ".gpkg" else _read_parquet(content, called)
    )


def _load(source: FileInput, name: str | None) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name or "upload.csv"
    if isinstance(source, str | Path):
        path = Path(source)
        try:
            return path.read_bytes(), name or str(path)
        except OSError as error:
            raise ReadError(
                f"{path}: cannot be opened ({error.strerror}); check the path"
            ) from error
    source.seek(0)
    return source.read(), name or str(getattr(source, "name", "upload.csv"))


def _line_up(
    header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]
) -> tuple[pd.DataFrame, pd.Series, tuple[int, ...]]:
    """Return the rows that fit the header, why others do not, and which are blank."""
    names = _unique_names(header)
    fitting: dict[int, Sequence[str]] = {}
    broken: dict[int, str] = {}
    blank: list[int] = []
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            blank += [number] * (len(cells) == len(names))
            continue
        if len(cells) == len(names):
            fitting[number] = cells
        else:
            broken[number] = (
                f"{len(cells)} cells where the header has {len(names)} "
                f"({' | '.join(cells)[:120]}); quote cells that hold the separator"
            )
    cells_by_row = pd.DataFrame(
        list(fitting.values()), index=list(fitting), columns=names, dtype=object
    )
    return cells_by_row, pd.Series(broken, dtype=object), tuple(blank)


def _unique_names(header: Sequence[str]) -> list[str]:
    names: list[str] = []
    for position, raw in enumerate(header, start=1):
        name = raw.strip() or f"column {position}"
        while name in names:
            name += "'"
        names.append(name)
    return names


def _read_csv(content: bytes, name: str) -> Table:
    text, encoding_note = _decode(content, name)
    separator = _find_separator(text)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise ReadError(f"{name}: not readable as CSV ({error}); save it again as CSV") from error
    while rows and not any(cell.strip() for cell in rows[0]):
        raise ReadError(f"{name}: row 1 is empty; put the column names into the first row")
    cells, broken, blank = _line_up(rows[0], enumerate(rows[1:], start=2))
    notes = [encoding_note] if encoding_note else []
    if separator != ",":
        notes.append(f"cells are separated by {_SEPARATORS[separator]}")
    return Table(name, cells, broken, notes=tuple(notes), blank=blank)


def _decode(content: bytes, name: str) -> tuple[str, str]:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return content.decode("utf-16"), "read as UTF-16"
        except UnicodeDecodeError as error:
            raise ReadError(f"{name}: broken UTF-16; save it again as UTF-8") from error
    if b"\0" in content:
        raise ReadError(f"{name}: this is no text file; save the table as CSV (UTF-8)")
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        note = "not UTF-8, so read as Windows Arabic (cp1256): check how names look"
        return content.decode("cp1256"), note


def _find_separator(text: str) -> str:
    """Return the separator that cuts the header into most columns."""
    header = text.splitlines()[0] if text else ""
    counts = {
        separator: len(next(csv.reader([header], delimiter=separator), []))
        for separator in _SEPARATORS
    }
    return max(counts, key=lambda separator: counts[separator])


def _read_excel(content: bytes, name: str) -> Table:
    # Loaded where a workbook is read: 0.2 s that the app's first page does without.
    import openpyxl  # type: ignore[import-untyped] # it has no type hints

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles it drops
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = [[cell_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    except Exception as error:  # openpyxl raises whatever its zip and XML layers do
        raise ReadError(f"{name}: not readable as Excel ({error}); save it as .xlsx") from error
    if not rows or not any(rows[0]):
        raise ReadError(f"{name}: row 1 of the first sheet is empty; put the column names there")
    width = max(i for i, cell in enumerate(rows[0], start=1) if cell)
    body = ((number, _fit(row, width)) for number, row in enumerate(rows[1:], start=2))
    cells, broken, blank = _line_up(rows[0][:width], body)
    titles = [other.title for other in book.worksheets]
    note = f"read the sheet {titles[0]!r}, the first of {len(titles)}" if len(titles) > 1 else ""
    return Table(name, cells, broken, notes=(note,) if note else (), blank=blank)


def _fit(row: list[str], width: int) -> list[str]:
    extra = row[width:]
    padded = row[:width] + [""] * (width - len(row))
    return padded + [cell for cell in extra if cell]


def cell_text(value: object) -> str:
    """Return a typed cell as text: ISO dates, whole numbers without a point, '' for null."""
    if isinstance(value, str):
        # JSON may hold halves of surrogate pairs, which no file can.
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if value is None or value is pd.NaT or value is pd.NA:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)


def _read_geojson(content: bytes, name: str) -> Table:
    try:
        collection = json.loads(content.decode("utf-8-sig"))
        features = collection["features"]
        properties = [dict(feature.get("properties") or {}) for feature in features]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReadError(
            f"{name}: no GeoJSON FeatureCollection ({error}); save it as one"
        ) from error
    crs = json.dumps(collection.get("crs", ""))
    if crs != '""' and not any(word in crs for word in ("CRS84", "4326", "null")):
        raise ReadError(f"{name}: its crs is {crs[:80]}; save it again as WGS 84 (EPSG:4326)")
    claims = [claim for row in properties for claim in _own_claims(row)]
    for row, feature in zip(properties, features, strict=True):
        if "strike_id" not in row and feature.get("id") is not None:
            row["strike_id" if "location_status" in row else "id"] = feature["id"]
    points = [_point_of(feature.get("geometry")) for feature in features]
    if not features:
        return Table(name, pd.DataFrame(columns=list(_OWN_NAMES)), pd.Series(dtype=object))
    return _from_records(name, properties, points, claims)


def _own_claims(properties: dict[str, object]) -> list[dict[str, object]]:
    claims = properties.get("claims")
    if not isinstance(claims, list) or not all(isinstance(claim, dict) for claim in claims):
        return []
    del properties["claims"]
    return claims


def _point_of(geometry: object) -> tuple[str, str] | str:
    """Return (lon, lat) as text, ('', '') for no geometry, or why it is no point."""
    if geometry is None:
        return "", ""
    try:
        point = shape(geometry)
    except Exception:  # shapely raises many kinds of error on malformed geometry
        return "the geometry cannot be read; give a point or leave the geometry out"
    if point.is_empty:
        return "", ""
    if point.geom_type != "Point":
        return _NOT_A_POINT
    return repr(point.x), repr(point.y)


def _from_records(
    name: str,
    records: Sequence[dict[str, object]],
    points: Sequence[tuple[str, str] | str],
    claims: list[dict[str, object]],
) -> Table:
    placed = [
        {
            **{_aside(key): cell_text(value) for key, value in record.items()},
            **({} if isinstance(point, str) else {"lon": point[0], "lat": point[1]}),
        }
        for record, point in zip(records, points, strict=True)
    ]
    rows = range(1, len(placed) + 1)
    cells = pd.DataFrame(placed, index=rows, dtype=object).fillna("")
    broken = {n: p for n, p in zip(rows, points, strict=True) if isinstance(p, str)}
    own = None
    if claims:
        texts = [{key: cell_text(value) for key, value in claim.items()} for claim in claims]
        own = pd.DataFrame(texts, index=range(1, len(texts) + 1), dtype=object).fillna("")
    return Table(name, cells.drop(index=list(broken)), pd.Series(broken, dtype=object), own)


def _aside(key: str) -> str:
    """Keep a property called like the geometry's own columns out of their way."""
    return f"{key} (property)" if key in ("lon", "lat") else str(key)


def _read_geopackage(content: bytes, name: str) -> Table:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # GDAL warns that bytes in memory end in no .gpkg
            layers = [str(layer) for layer in pyogrio.list_layers(content)[:, 0]]
            chosen = "strikes" if "strikes" in layers else layers[0]
            table = pyogrio.read_dataframe(content, layer=chosen)
            told = _read_claims_layer(content) if {"strikes", "claims"} <= set(layers) else None
    except Exception as error:  # GDAL raises many kinds of error
        raise ReadError(f"{name}: not readable as GeoPackage ({error}); save it again") from error
    read = _from_frame(table, name)
    note = f"read the layer {chosen!r}, one of {len(layers)}" if len(layers) > 2 else ""
    return Table(name, read.cells, read.broken, told, (note,) if note else ())


def _read_claims_layer(content: bytes) -> pd.DataFrame:
    claims = pyogrio.read_dataframe(content, layer="claims", read_geometry=False)
    return pd.DataFrame(claims.map(cell_text).set_axis(range(1, len(claims) + 1)))


def _read_parquet(content: bytes, name: str) -> Table:
    try:
        table = pd.read_parquet(io.BytesIO(content))
        if "geometry" in table:
            table = gpd.read_parquet(io.BytesIO(content))
    except Exception as error:  # arrow raises many kinds of error
        raise ReadError(f"{name}: not readable as Parquet ({error}); save it again") from error
    return _from_frame(table, name)


def _from_frame(table: pd.DataFrame, name: str) -> Table:
    flat = table if table.index.name is None else table.reset_index()
    points: list[tuple[str, str] | str] = [("", "")] * len(flat)
    if isinstance(flat, gpd.GeoDataFrame):
        if flat.crs is not None:
            flat = flat.to_crs("EPSG:4326")
        points = [_frame_point(geometry) for geometry in flat.geometry]
        flat = pd.DataFrame(flat.drop(columns=flat.geometry.name))
    elif {"lon", "lat"} <= set(flat.columns):
        points = [
            (cell_text(x), cell_text(y)) for x, y in zip(flat["lon"], flat["lat"], strict=True)
        ]
        flat = flat.drop(columns=["lon", "lat"])
    if flat.empty:
        return Table(
            name, pd.DataFrame(columns=[*flat.columns, "lon", "lat"]), pd.Series(dtype=object)
        )
    records = flat.astype(object).to_dict("records")
    claims: list[dict[str, object]] = []
    for record in records:
        if isinstance(record.get("claims"), str) and "strike_id" in record:
            record["claims"] = json.loads(record["claims"])
            claims += _own_claims(record)
    return _from_records(name, records, points, claims)


def _frame_point(geometry: shapely.Geometry | None) -> tuple[str, str] | str:
    if geometry is None or geometry.is_empty:
        return "", ""
    return (repr(geometry.x), repr(geometry.y)) if geometry.geom_type == "Point" else _NOT_A_POINT
