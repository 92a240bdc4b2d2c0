"""The tables of a workspace, described once for a GeoPackage and for PostgreSQL with PostGIS.

Rows that people write have a `version`, raised whenever they are written.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS
from geo.strikes.schema import Column as Described
from geo.workspace.cells import Day, Json, make_point, make_shape

__all__ = ["ACTED", "FEATURES", "KEYS", "TABLES", "VERSION"]

VERSION = 11  # of the tables; the last of the migrations
TABLES = MetaData()
COUNT = BigInteger().with_variant(Integer(), "sqlite")
_TYPES: dict[str, type[TypeEngine[Any]] | TypeEngine[Any]] = {
    "text": Text, "date": Day, "count": COUNT, "number": Double,
}  # fmt: skip


def _described(columns: tuple[Described, ...]) -> list[Column[Any]]:
    return [Column(column.name, _TYPES[column.dtype]) for column in columns]


def _number(name: str = "fid") -> Column[Any]:
    return Column(name, COUNT, primary_key=True, autoincrement=True)


def _version() -> Column[Any]:
    return Column("version", COUNT, nullable=False, server_default="1")


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, Text, nullable=False, server_default="") for name in names]


def _numbers(*names: str) -> list[Column[Any]]:
    return [Column(name, Double) for name in names]


def _make(name: str, *parts: Any) -> Table:  # noqa: ANN401
    return Table(name, TABLES, *parts, sqlite_autoincrement=True)


_make(
    "strikes", _number(), Column("geom", make_point()), Column("strike_id", Text),
    *_described(STRIKE_COLUMNS), _version(),
    Index("strikes_by_id", "strike_id", unique=True),
    Index("strikes_by_place", "place_text", "governorate_text"),
    Index("strikes_by_lead", "toll_lead"),
)  # fmt: skip
_make(
    "claims", _number(), *_described(CLAIM_COLUMNS), _version(),
    Index("claims_by_id", "claim_id", unique=True), Index("claims_by_strike", "strike_id"),
)  # fmt: skip
_make(
    "decisions", _number(), Column("geom", make_point()),
    *_texts("name", "governorate", "name_key", "governorate_key", "verdict", "place_id"),
    *_numbers("lon", "lat", "radius_km"), *_texts("reason", "who", "decided"), _version(),
    UniqueConstraint("name_key", "governorate_key"),
)  # fmt: skip
# A field of a strike: the value as it was read and as a person corrected it. The field `place` is
# all that locating fills and the point.
_make(
    "corrections", _number(), *_texts("strike_id", "field"), Column("as_read", Json),
    Column("corrected", Json), *_texts("reason", "who", "at"), _version(),
    UniqueConstraint("strike_id", "field"),
)  # fmt: skip
# Strikes taken out: deleted, or merged into another; the whole row and its claims.
_make(
    "removed", _number(), *_texts("strike_id"), Column("strike", Json), Column("claims", Json),
    Column("merged_into", Text), *_texts("reason", "who", "at"), _version(),
    UniqueConstraint("strike_id"),
)  # fmt: skip
_make(
    "places", _number(), Column("geom", make_point()),
    *_texts("place_id", "name", "other_names", "governorate"),
    *_numbers("lon", "lat", "radius_km"), *_texts("reason", "who", "at"), _version(),
    *_texts("kind", "source"), UniqueConstraint("place_id"),
)  # fmt: skip
# A view is what the address of a page says: filters, period, what the map shows.
_make("views", _number(), *_texts("name", "page", "query", "note", "who", "at"), _version(),
      UniqueConstraint("name"))  # fmt: skip
# What the columns of a file mean; `columns` is their names, by which such a file is known again.
_make("mappings", _number(), *_texts("columns", "file"), Column("mapping", Json),
      *_texts("who", "at"), _version(), UniqueConstraint("columns"))  # fmt: skip
# Own layers: what is said of each, and its features; `number` is a feature's row in its file.
_make("layers", _number(), *_texts("name", "colour", "credit", "by_column", "file", "who", "at"),
      Column("position", COUNT, nullable=False, server_default="0"), _version(),
      UniqueConstraint("name"))  # fmt: skip
_make(
    "layer_features", _number(), Column("geom", make_shape()),
    *_texts("layer", "number", "name"), Column("valid_from", Day), Column("valid_to", Day),
    Column("properties", Json), _version(), UniqueConstraint("layer", "number"),
)  # fmt: skip
_make(
    "log", _number("seq"), *_texts("at", "who", "action", "what"),
    Column("rows", COUNT, nullable=False), *_texts("why"), Column("before", Json, nullable=False),
    Column("after", Json, nullable=False),
    Column("undone", COUNT, nullable=False, server_default="0"),
    # What a write is known by where a cut connection leaves open whether it arrived.
    Column("token", Text), Index("log_by_token", "token", unique=True),
)  # fmt: skip
_make("workspace", _number("id"), Column("key", Text, nullable=False, unique=True),
      Column("value", Text, nullable=False))  # fmt: skip

KEYS: dict[str, tuple[str, ...]] = {
    "strikes": ("strike_id",),
    "claims": ("claim_id",),
    "decisions": ("name_key", "governorate_key"),
    "corrections": ("strike_id", "field"),
    "removed": ("strike_id",),
    "places": ("place_id",),
    "views": ("name",),
    "mappings": ("columns",),
    "layers": ("name",),
    "layer_features": ("layer", "number"),
}
ACTED = tuple(KEYS)  # tables that a change may write
# Tables with a geometry, and its kind as GeoPackage names it.
FEATURES = {
    "strikes": "POINT", "decisions": "POINT", "places": "POINT", "layer_features": "GEOMETRY",
}  # fmt: skip
