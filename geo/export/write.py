"""Strikes and their claims -> files: GeoJSON, CSV, HTML, GeoPackage, GeoParquet, KML."""

from __future__ import annotations

import io
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from geo.errors import ExportError
from geo.export.kml import to_kml_text
from geo.strikes.checks import check_claims, validate
from geo.strikes.filters import Filters, claims_of
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, Column
from geo.strikes.spreadsheet_cells import make_harmless
from geo.strikes.totals import count_totals
from geo.webmap.payload.encode import MapOptions

__all__ = [
    "ATTRIBUTION",
    "LICENCE",
    "NOTICE",
    "WRITABLE",
    "ExportError",
    "claims_beside",
    "claims_to_csv",
    "describe",
    "rejected_to_csv",
    "replace_files",
    "table_to_csv",
    "to_csv",
    "to_geojson",
    "to_geopackage",
    "to_html",
    "to_kml",
    "to_parquet",
    "write_strikes",
]

WRITABLE = (".geojson", ".json", ".csv", ".gpkg", ".parquet", ".geoparquet", ".kml", ".html")
NOTICE = "Boundaries and names imply no endorsement. Null means not reported, never zero."
ATTRIBUTION = (
    "Strikes: as told by the sources named in each row's claims. Places: GeoNames (CC BY 4.0), "
    "OCHA (CC BY 3.0 IGO), UCDP GED (CC BY 4.0) and Who's On First (CC0), in a table of our own, "
    "unless a row's own source gives the point. Boundaries: Natural Earth "
    "(public domain), unless files were given."
)
LICENCE = (
    "Place names and points taken from GeoNames and UCDP GED: CC BY 4.0; from OCHA: CC BY 3.0 IGO."
)
_GEOJSON_DECIMALS = 6  # of a degree: 0.1 m


def to_csv(strikes: gpd.GeoDataFrame) -> str:
    """Return strikes.csv: strike_id, the columns of the schema, lon and lat in degrees.

    Texts that a spreadsheet would run as a formula begin with an apostrophe, which
    `read_strikes` takes back.
    """
    table = pd.DataFrame(strikes.reset_index()[["strike_id", *(c.name for c in STRIKE_COLUMNS)]])
    points = strikes.geometry
    return table_to_csv(
        _with_iso_dates(table).assign(lon=points.x.to_numpy(), lat=points.y.to_numpy())
    )


def claims_to_csv(claims: pd.DataFrame) -> str:
    """Return claims.csv, made harmless like `to_csv`."""
    return table_to_csv(claims[[c.name for c in CLAIM_COLUMNS]])


def rejected_to_csv(rejected: pd.DataFrame) -> str:
    """Return the refused rows as CSV: row, reason and their own columns, made harmless."""
    return table_to_csv(rejected)


def table_to_csv(table: pd.DataFrame, *, harmless: bool = True) -> str:
    """Return any table as CSV without its index; null is an empty cell."""
    header = ",".join(_cell(name, harmless=harmless) for name in table.columns)
    columns = [_cells(table[name], harmless=harmless) for name in table.columns]
    lines = [header, *(",".join(row) for row in zip(*columns, strict=True))]
    return "\n".join(lines) + "\n"


def _cells(values: pd.Series, *, harmless: bool) -> list[str]:
    """Write each distinct value once."""
    codes, distinct = pd.factorize(values.astype(object))
    written = [_cell(value, harmless=harmless) for value in distinct]
    return [written[code] if code >= 0 else "" for code in codes]


def to_geojson(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return a GeoJSON FeatureCollection (RFC 7946: WGS 84, lon before lat, 6 decimals at most).

    Every strike is a feature with its claims inside; area_only and unlocated rows have a null
    geometry. The collection carries attribution, licence, notice and exact totals.
    """
    told = _claims_by_strike(claims)
    features = []
    for record in _records(strikes):
        strike_id, lon, lat = (record.pop(name) for name in ("strike_id", "lon", "lat"))
        features.append(
            {
                "type": "Feature",
                "id": strike_id,
                "geometry": _point(lon, lat),
                "properties": {**record, "claims": told.get(str(strike_id), [])},
            }
        )
    head = {
        "type": "FeatureCollection",
        "attribution": ATTRIBUTION,
        "licence": LICENCE,
        "notice": NOTICE,
        "totals": asdict(count_totals(strikes)),
    }
    lines = ",\n".join(_json_text(feature) for feature in features)
    return f'{_json_text(head)[:-1]}, "features": [\n{lines}\n]}}\n'


def _json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def to_html(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    *,
    base_map: Mapping[str, object],
    options: MapOptions | None = None,
) -> str:
    """Return the map as one HTML page that works with no network.

    `base_map` is the GeoJSON of `geo.land.base_map.make_base_map`.
    """
    from geo.webmap.layer import render_html, strike_map  # folium takes a second to import

    told = options or MapOptions()
    own = claims_of(claims, strikes)
    drawn = strike_map(strikes, own, base_map=base_map, options=told)
    return render_html(drawn, title=told.title or "Strikes")


def to_kml(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> str:
    """Return a KML document; rows without a point are placemarks without geometry."""
    told = _claims_by_strike(claims)
    records = _records(strikes)
    for record in records:
        record["claims"] = json.dumps(told.get(str(record["strike_id"]), []), ensure_ascii=False)
    return to_kml_text(records, name="Strikes", notice=f"{NOTICE} {ATTRIBUTION}")  # type: ignore[arg-type] # dict is a Mapping


def to_parquet(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> bytes:
    """Return GeoParquet: the strikes with `strike_id`, and `claims` as a JSON text."""
    told = _claims_by_strike(claims)
    texts = [json.dumps(told.get(strike, []), ensure_ascii=False) for strike in strikes.index]
    table = strikes.reset_index().assign(claims=pd.Series(texts, dtype="str"))
    buffer = io.BytesIO()
    table.to_parquet(buffer, index=False)
    return buffer.getvalue()


def to_geopackage(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> bytes:
    """Return a GeoPackage with the layers `strikes` and `claims`."""
    own = claims_of(claims, strikes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "strikes.gpkg"
        table = strikes.reset_index()
        pyogrio.write_dataframe(table, path, layer="strikes", geometry_type="Point")
        pyogrio.write_dataframe(pd.DataFrame(own), path, layer="claims", append=True)
        return path.read_bytes()


def describe(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, *, filters: Filters | None = None, title: str
) -> MapOptions:
    """Return what a map page says beside the strikes: filters, sources, date of the data."""
    names = strikes.dropna(subset=["adm1_code", "adm1_name"])
    governorates = dict(zip(names["adm1_code"], names["adm1_name"], strict=True))
    sources = []
    for row in claims[["outlet", "claimant", "title", "published"]].itertuples(index=False):
        told = [part for part in (row.outlet, row.title) if isinstance(part, str)]
        told = told or [part for part in (row.claimant,) if isinstance(part, str)]
        dated = [row.published] if isinstance(row.published, str) else []
        sources.append(", ".join(told + dated) or "source not named")
    published = claims["published"].dropna()
    return MapOptions(
        title=title,
        filters_in_words=(filters or Filters()).in_words(governorates),
        sources=tuple(dict.fromkeys(sources)),
        data_as_of=str(published.max()) if len(published) else "",
    )


def write_strikes(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    path: Path | str,
    *,
    base_map: Mapping[str, object] | None = None,
    options: MapOptions | None = None,
) -> list[Path]:
    """Write strikes with their claims by the ending of the name; return the files written.

    CSV puts the claims beside it (`claims_beside`); the other formats hold them inside. HTML
    needs `base_map`. The files are moved into place when all are complete: a failure leaves
    what was there. Raises ExportError naming file and remedy, SchemaError for broken tables.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    own = claims_of(claims, strikes)
    check_claims(own, validate(strikes))
    if suffix == ".csv":
        beside = claims_beside(path)
        return replace_files({path: to_csv(strikes), beside: claims_to_csv(own)})
    if suffix == ".html":
        if base_map is None:
            raise ExportError(f"{path}: an HTML map needs a base map; pass base_map")
        return replace_files({path: to_html(strikes, own, base_map=base_map, options=options)})
    makers: dict[str, Callable[[gpd.GeoDataFrame, pd.DataFrame], str | bytes]] = {
        ".geojson": to_geojson,
        ".json": to_geojson,
        ".kml": to_kml,
        ".gpkg": to_geopackage,
        ".parquet": to_parquet,
        ".geoparquet": to_parquet,
    }
    if suffix not in makers:
        known = ", ".join(WRITABLE)
        raise ExportError(
            f"{path}: cannot write files ending in {suffix or 'nothing'}; use {known}"
        )
    return replace_files({path: makers[suffix](strikes, own)})


def claims_beside(path: Path) -> Path:
    """Return where the claims of a CSV of strikes go: claims.csv beside strikes.csv."""
    return path.with_name("claims.csv" if path.stem == "strikes" else f"{path.stem}.claims.csv")


def replace_files(contents: Mapping[Path, str | bytes]) -> list[Path]:
    """Write files beside their places, then move all of them in; a failure leaves no litter.

    Raises ExportError naming the file and the remedy.
    """
    written: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            if path.is_dir():
                raise ExportError(f"{path}: is a folder; name a file in it")
            beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            written[path] = beside
            beside.write_bytes(content.encode() if isinstance(content, str) else content)
        for path, beside in written.items():
            beside.replace(path)
    except OSError as error:
        raise ExportError(
            f"{path}: cannot be written ({error.strerror}); "
            "check that the folder exists and may be written to"
        ) from error
    finally:
        for beside in written.values():
            beside.unlink(missing_ok=True)
    return list(contents)


def _point(lon: object, lat: object) -> dict[str, object] | None:
    if not isinstance(lon, float) or not isinstance(lat, float):
        return None
    return {
        "type": "Point",
        "coordinates": [round(lon, _GEOJSON_DECIMALS), round(lat, _GEOJSON_DECIMALS)],
    }


def _records(strikes: gpd.GeoDataFrame) -> list[dict[str, object]]:
    """Return the strikes as plain values with strike_id, lon and lat; null is None."""
    records = _plain_records(strikes, STRIKE_COLUMNS)
    points = strikes.geometry
    for strike_id, point, record in zip(strikes.index, points, records, strict=True):
        absent = point is None or point.is_empty
        record["strike_id"] = strike_id
        record["lon"], record["lat"] = (None, None) if absent else (point.x, point.y)
    return records


def _with_iso_dates(table: pd.DataFrame) -> pd.DataFrame:
    days = [column.name for column in STRIKE_COLUMNS if column.dtype == "date"]
    return table.assign(**{name: table[name].dt.strftime("%Y-%m-%d") for name in days})


def _plain_records(table: pd.DataFrame, columns: Iterable[Column]) -> list[dict[str, object]]:
    plain = {}
    for column in columns:
        values = table[column.name]
        if column.dtype == "date":
            values = values.dt.strftime("%Y-%m-%d")
        values = values.astype(object)
        plain[column.name] = values.where(values.notna(), None).tolist()
    names = list(plain)
    return [dict(zip(names, row, strict=True)) for row in zip(*plain.values(), strict=True)]


def _claims_by_strike(claims: pd.DataFrame) -> dict[str, list[dict[str, object]]]:
    """Return each strike's claims, nulls left out."""
    by_strike: dict[str, list[dict[str, object]]] = {}
    for claim in _plain_records(claims, CLAIM_COLUMNS):
        told = {name: value for name, value in claim.items() if value is not None}
        by_strike.setdefault(str(claim["strike_id"]), []).append(told)
    return by_strike


def _cell(value: object, *, harmless: bool) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if not isinstance(value, str):
        return str(value)
    text = value.replace("\0", "\ufffd")
    text = make_harmless(text) if harmless else text
    quoted = text != text.strip() or any(sign in text for sign in ',;"\n\r\t')
    return '"' + text.replace('"', '""') + '"' if quoted else text
