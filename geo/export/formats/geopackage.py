"""GeoPackage: the layers `strikes` and `claims`, with QGIS's styles, time and readable names."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from gazetteer.language import N_
from gazetteer.leftovers import make_scratch
from geo.export.arrow_tables import claims_to_arrow, strikes_to_arrow
from geo.export.format import ExportFormat, Outgoing
from geo.export.labels.column_titles import title_of
from geo.export.labels.qgis_style import to_qml, to_sld, to_table_qml
from geo.export.provenance import describe_file, word_file
from geo.strikes.filters import claims_of
from geo.strikes.schema import CLAIM_COLUMNS, CRS, STRIKE_COLUMNS, Column

__all__ = ["FORMAT", "to_geopackage"]

_GEOMETRY = "geom"  # as GDAL names it
_VERSION = "1.2"  # of GeoPackage: what programs of some years read without a warning
_MOMENT = "1970-01-01T00:00:00.000Z"  # a style has no day of its own
# As QGIS makes it: one that it did not make it takes for a style's all the same.
_STYLES = """CREATE TABLE layer_styles (
 id INTEGER PRIMARY KEY AUTOINCREMENT, f_table_catalog TEXT(256), f_table_schema TEXT(256),
 f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT,
 styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
 update_time DATETIME DEFAULT CURRENT_TIMESTAMP)"""
# The extension gpkg_schema: OGC 12-128r17, annex F.9.
_NAMES = """CREATE TABLE gpkg_data_columns (
 table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
 mime_type TEXT, constraint_name TEXT, PRIMARY KEY (table_name, column_name))"""
# Empty, but the extension has both tables, and validators look for it.
_CONSTRAINTS = """CREATE TABLE gpkg_data_column_constraints (
 constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
 min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
 UNIQUE (constraint_name, constraint_type, value))"""
_SCHEMA_EXTENSION = ("gpkg_schema", "http://www.geopackage.org/spec121/#extension_schema",
                     "read-write")  # fmt: skip
_EXTENSIONS = """CREATE TABLE IF NOT EXISTS gpkg_extensions (
 table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
 scope TEXT NOT NULL, UNIQUE (table_name, column_name, extension_name))"""


def to_geopackage(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> bytes:
    """Return a GeoPackage with the layers `strikes` and `claims`, drawn by QGIS as the web map."""
    return _render(Outgoing(strikes, claims_of(claims, strikes)))


def _render(outgoing: Outgoing) -> bytes:
    with make_scratch() as folder:
        path = Path(folder) / "strikes.gpkg"
        said = {key.upper(): _word(value) for key, value in describe_file(outgoing).items()}
        words = "\n".join(f"{name}: {text}" for name, text in word_file(outgoing))
        strikes = strikes_to_arrow(outgoing.strikes)
        pyogrio.write_arrow(
            strikes, path, layer="strikes", driver="GPKG", geometry_name="geometry",
            geometry_type="Point", crs=CRS, dataset_metadata=said,
            dataset_options={"VERSION": _VERSION},
            layer_options={"DESCRIPTION": words, "GEOMETRY_NAME": _GEOMETRY},
        )  # fmt: skip
        pyogrio.write_arrow(
            claims_to_arrow(outgoing.claims), path, layer="claims", driver="GPKG", append=True,
            geometry_type=None, layer_options={"DESCRIPTION": "Who says so: the strikes' claims"},
        )  # fmt: skip
        with closing(sqlite3.connect(path)) as connection, connection:
            _add_styles(connection)
            _add_names(connection)
        return path.read_bytes()


def _word(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _add_styles(connection: sqlite3.Connection) -> None:
    connection.execute(_STYLES)
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) "
        "VALUES ('layer_styles', 'attributes', 'layer_styles', ?)",
        (_MOMENT,),
    )
    strikes = to_qml(_fields(connection, "strikes"))
    claims = to_table_qml(_fields(connection, "claims"), "claimant")
    connection.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
        "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, "
        "update_time) VALUES ('', '', ?, ?, ?, ?, ?, 1, ?, '', ?)",
        [
            ("strikes", _GEOMETRY, "kind", strikes, to_sld("strikes"),
             "Strikes by kind, in the colours of the web map", _MOMENT),
            ("claims", "", "claims", claims, "", "Readable names of the columns", _MOMENT),
        ],
    )  # fmt: skip


def _fields(connection: sqlite3.Connection, layer: str) -> list[str]:
    """Return the columns of a layer, without its points."""
    names = [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", [layer])]
    return [name for name in names if name != _GEOMETRY]


def _add_names(connection: sqlite3.Connection) -> None:
    connection.execute(_NAMES)
    connection.execute(_EXTENSIONS)
    connection.execute(_CONSTRAINTS)
    connection.executemany(
        "INSERT INTO gpkg_extensions VALUES (?, NULL, ?, ?, ?)",
        [
            (name, *_SCHEMA_EXTENSION)
            for name in ("gpkg_data_columns", "gpkg_data_column_constraints")
        ],
    )
    listed = {"strikes": STRIKE_COLUMNS, "claims": CLAIM_COLUMNS}
    connection.executemany(
        "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) "
        "VALUES (?, ?, ?, ?, ?)",
        _word_columns(listed),
    )


def _word_columns(listed: Mapping[str, Sequence[Column]]) -> Iterator[tuple[str, ...]]:
    for layer, columns in listed.items():
        for name, meaning in _with_id(layer, columns):
            # The readable name stands in both: programs take one or the other.
            yield layer, name, title_of(name), title_of(name), meaning


def _with_id(layer: str, columns: Iterable[Column]) -> Iterator[tuple[str, str]]:
    if layer == "strikes":
        yield "strike_id", "unique"
    for column in columns:
        words = f"; one of {', '.join(column.vocabulary)}" if column.vocabulary else ""
        yield column.name, f"{column.meaning}{words}"


FORMAT = ExportFormat(
    suffixes=(".gpkg",),
    sentence="GeoPackage: strikes, claims, styles and time for QGIS",
    mime="application/geopackage+sqlite3",
    render=_render,
    label=N_("GeoPackage, for QGIS"),
    order=3,
)
