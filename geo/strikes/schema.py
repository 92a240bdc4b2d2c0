"""The strikes and claims tables: columns, dtypes, closed vocabularies, and tables made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import geopandas as gpd
import pandas as pd
import pyarrow as pa

from geo.errors import SchemaError

__all__ = [
    "ATTRIBUTIONS", "CLAIM_COLUMNS", "CRS", "DATE_PRECISIONS", "DEFAULT_KINDS", "EVENT_STATUSES",
    "FROM_AIR", "KINDS", "LOCATION_STATUSES", "MATCH_METHODS", "MEDIA_KINDS", "OUTCOMES",
    "PANDAS_DTYPE", "SEPARATOR", "STATUS_OF_PRECISION", "STRIKE_COLUMNS", "TARGET_KINDS", "TOLLS",
    "Column", "empty_claims", "empty_strikes", "make_claims", "make_strikes", "split_several",
]  # fmt: skip

CRS = "EPSG:4326"

KINDS = ("airstrike", "drone", "missile", "shelling", "ied", "ground", "other")
# Not strikes in the narrow sense: kept in the table, switched off in the app until asked for.
FROM_AIR = ("airstrike", "drone", "missile")  # kinds that are strikes from the air
DEFAULT_KINDS = tuple(kind for kind in KINDS if kind not in {"ied", "ground"})
DATE_PRECISIONS = ("day", "week", "month", "year", "unknown")
MATCH_METHODS = (
    "given", "exact", "spelling", "nearby", "online", "reviewed", "ambiguous", "vague", "none",
)  # fmt: skip
STATUS_OF_PRECISION = {
    "site": "located",
    "neighbourhood": "located",
    "settlement": "located",
    "near": "located",
    "area": "located",
    "subdistrict": "area_only",
    "district": "area_only",
    "governorate": "area_only",
    "country": "unlocated",
    "unknown": "unlocated",
}
LOCATION_STATUSES = ("located", "area_only", "unlocated")
ATTRIBUTIONS = ("alleged", "claimed", "confirmed", "contested")
EVENT_STATUSES = ("reported", "contested", "denied")
OUTCOMES = ("hit", "intercepted", "missed", "unknown")
TARGET_KINDS = (
    "armed_group", "military", "residential", "medical", "school", "religious", "market", "camp",
    "infrastructure", "vehicle", "other", "unknown",
)  # fmt: skip
MEDIA_KINDS = ("photo", "video", "satellite image", "document")
TOLLS = ("killed", "civilians_killed", "injured", "casualties")
SEPARATOR = ";"  # between the values of a column that may hold several

Dtype = Literal["text", "date", "count", "number"]
PANDAS_DTYPE: dict[str, str] = {
    "text": "str",
    "date": "datetime64[s]",
    "count": "Int64",
    "number": "float64",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name, kind of value, meaning, and allowed words if closed."""

    name: str
    dtype: Dtype
    meaning: str
    vocabulary: tuple[str, ...] | None = None
    required: bool = False


def _toll_columns() -> Iterator[Column]:
    words = {
        "killed": "people killed",
        "civilians_killed": "of them civilians",
        "injured": "people injured",
        "casualties": "killed or injured together, where a source gives only that",
    }
    for toll in TOLLS:
        yield Column(f"{toll}_min", "count", f"{words[toll]}, lower bound; null: not reported")
        yield Column(f"{toll}_max", "count", f"{words[toll]}, upper bound; null with a min: open")


STRIKE_COLUMNS: tuple[Column, ...] = (
    Column("kind", "text", "what struck", KINDS, required=True),
    Column("strikes_min", "count", "strikes the row stands for, lower bound; null: not given"),
    Column(
        "strikes_max", "count", "strikes the row stands for, upper bound; null with a min: open"
    ),
    Column("not_strike", "text", "why the row is no strike, such as a protest; null: a strike"),
    Column("munition", "text", "munition as reported"),
    Column("weapon", "text", "aircraft or launcher as reported"),
    Column("date_start", "date", "first possible day, inclusive; null: undated"),
    Column("date_end", "date", "last possible day, inclusive; null: undated"),
    Column("date_precision", "text", "how sharp the date is", DATE_PRECISIONS, required=True),
    Column("time_local", "text", "local time as reported, HH:MM where it is one"),
    Column("place_text", "text", "place as reported, never edited"),
    Column("place_text_ar", "text", "the same place in another language, as reported"),
    Column("governorate_text", "text", "governorate as reported, never edited"),
    Column("district_text", "text", "district as reported, never edited"),
    Column("subdistrict_text", "text", "subdistrict as reported, never edited"),
    Column("country_text", "text", "country as reported, never edited"),
    Column("pcode_text", "text", "P-codes as reported, joined by ';', never edited"),
    Column("place_id", "text", "the gazetteer's record, or null"),
    Column("place_name", "text", "its name"),
    Column("place_name_ar", "text", "its Arabic name"),
    Column("match_method", "text", "how the place was found", MATCH_METHODS, required=True),
    Column(
        "match_score",
        "number",
        "how often such a point is right, 0-1: within 5 km, or within uncertainty_km where "
        "precision is near or area; null where nothing was matched",
    ),
    Column("match_reason", "text", "one line a person understands"),
    Column(
        "stated_precision", "text", "how sharp the table says it is", tuple(STATUS_OF_PRECISION)
    ),
    Column("precision", "text", "how sharp the place is", tuple(STATUS_OF_PRECISION), True),
    Column("uncertainty_km", "number", "km; radius that holds the true place 9 times in 10"),
    Column("location_status", "text", "point, area or neither", LOCATION_STATUSES, True),
    Column("adm1_code", "text", "governorate P-code"),
    Column("adm1_name", "text", "governorate"),
    Column("adm2_code", "text", "district P-code"),
    Column("adm2_name", "text", "district"),
    Column("adm3_code", "text", "subdistrict P-code"),
    Column("adm3_name", "text", "subdistrict"),
    Column("adm_note", "text", "disagreement of polygon, gazetteer and text; contested land"),
    Column("actor", "text", "every actor that a claim alleges, joined by ';'"),
    Column("attribution", "text", "standing of the actor", ATTRIBUTIONS),
    Column("event_status", "text", "standing of the event itself", EVENT_STATUSES, required=True),
    Column("target", "text", "what was hit, as reported"),
    Column("target_kind", "text", "kind of target", TARGET_KINDS),
    Column("outcome", "text", "what became of the strike", OUTCOMES),
    *_toll_columns(),
    Column("event_id", "text", "rows reported as one event share it"),
    Column("toll_lead", "text", "strike_id of the row that carries the event's shared toll"),
    Column("note", "text", "what the table says besides, in its words"),
    Column(
        "source_codes", "text", "the publisher's own codes, such as 'where_prec 3; date_prec 1'"
    ),
    Column("reading_note", "text", "cells that could not be read, and why"),
    Column(
        "corrected",
        "text",
        "fields that a person corrected, each with what was read before; null: none",
    ),
    Column("added", "date", "day that the row came into a workspace, UTC; null: it is in none"),
    Column("revised", "date", "day that a newer edition of its source changed it there, UTC"),
    Column("source_count", "count", "number of claims", required=True),
)

CLAIM_COLUMNS: tuple[Column, ...] = (
    Column("claim_id", "text", "unique", required=True),
    Column("strike_id", "text", "the strike it is about", required=True),
    Column("claimant", "text", "who says so, such as SOHR"),
    Column("outlet", "text", "where it was published"),
    Column("title", "text", "headline of the publication"),
    Column("published", "text", "ISO date, as sharp as known: 2020, 2020-07 or 2020-07-14"),
    Column("url", "text", "address"),
    Column("archive_url", "text", "address of an archived copy"),
    Column("media_url", "text", "addresses of its photos and videos, joined by ';'"),
    Column("media_archive_url", "text", "archived copies of these, in the same order"),
    Column("media_sha256", "text", "SHA-256 of these, in the same order, joined by ';'"),
    Column(
        "media_kind",
        "text",
        f"what they are, in the same order, or one word for all: {', '.join(MEDIA_KINDS)}",
    ),
    Column("geolocation_url", "text", "addresses where the geolocation is told"),
    Column("place_text", "text", "place as this claim words it"),
    Column("date_text", "text", "date as this claim words it"),
    Column("actor", "text", "actor as this claim alleges"),
    Column("attribution", "text", "standing of the actor in this claim", ATTRIBUTIONS),
    Column("toll_text", "text", "toll as worded"),
    Column("toll_scope", "text", "what the toll counts: 'strike', 'event', or the wider area"),
    *_toll_columns(),
    Column("note", "text", "anything else a reader must know"),
)


def _typed(table: pd.DataFrame, columns: Iterable[Column]) -> dict[str, pd.Series]:
    # One memory for all columns without texts: arrow never changes texts in place.
    no_texts = pd.array(pa.nulls(len(table), pa.large_string()), dtype="str")
    nothing = {dtype: pd.Series(index=table.index, dtype=dtype) for dtype in PANDAS_DTYPE.values()}
    nothing["str"] = pd.Series(no_texts, index=table.index)
    given = dict(pd.DataFrame(table).items())
    return {
        column.name: _typed_column(given.get(column.name), nothing[PANDAS_DTYPE[column.dtype]])
        for column in columns
    }


def _typed_column(given: pd.Series | None, nothing: pd.Series) -> pd.Series:
    """Return a column in the dtype of one without values, which stands for what is not given."""
    dtype = nothing.dtype
    if given is None or (dtype == "str" and given.isna().all()):
        return nothing
    return given if given.dtype == dtype else given.astype(dtype)


def make_strikes(table: pd.DataFrame) -> gpd.GeoDataFrame:
    """Give a table the columns, order, dtypes and crs of the strikes table.

    Missing columns become null; columns that are not the schema's are dropped. The index must
    already hold the strike ids. Raises SchemaError where a value does not fit its dtype.
    """
    geometry = table.get("geometry")
    try:
        typed = _typed(table, STRIKE_COLUMNS)
    except (ValueError, TypeError) as error:
        raise SchemaError(f"strikes: a value does not fit its column: {error}") from error
    if geometry is None:
        geometry = [None] * len(table)
    # Handed a plain Series, geopandas looks among all ids for one called crs.
    geometry = gpd.GeoSeries(geometry, index=table.index)
    strikes = gpd.GeoDataFrame(typed, index=table.index, geometry=geometry)
    strikes = strikes.set_crs(CRS) if strikes.crs is None else strikes.to_crs(CRS)
    strikes.index = strikes.index.astype("str")
    strikes.index.name = "strike_id"
    return strikes


def make_claims(table: pd.DataFrame) -> pd.DataFrame:
    """Give a table the columns, order and dtypes of the claims table.

    Raises SchemaError where a value does not fit its dtype.
    """
    try:
        typed = _typed(table, CLAIM_COLUMNS)
    except (ValueError, TypeError) as error:
        raise SchemaError(f"claims: a value does not fit its column: {error}") from error
    return pd.DataFrame(typed).reset_index(drop=True)


def empty_strikes() -> gpd.GeoDataFrame:
    """Return a strikes table without rows."""
    return make_strikes(pd.DataFrame(index=pd.Index([], name="strike_id", dtype="str")))


def empty_claims() -> pd.DataFrame:
    """Return a claims table without rows."""
    return make_claims(pd.DataFrame())


def split_several(value: object) -> list[str]:
    """Return the parts of a cell that may hold several values joined by ';'."""
    if not isinstance(value, str):
        return []
    return [part.strip() for part in value.split(SEPARATOR) if part.strip()]
