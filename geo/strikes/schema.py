"""The strikes and claims tables: columns, dtypes, vocabularies, and the check at every door."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.errors import SchemaError

__all__ = [
    "AS_REPORTED",
    "CLAIM_COLUMNS",
    "DEFAULT_KINDS",
    "KINDS",
    "LOCATION_STATUSES",
    "STATUS_OF_PRECISION",
    "STRIKE_COLUMNS",
    "TOLLS",
    "Column",
    "SchemaError",
    "check_claims",
    "empty_claims",
    "empty_strikes",
    "make_claims",
    "make_ids",
    "make_strikes",
    "row_problems",
    "split_several",
    "validate",
]

CRS = "EPSG:4326"

KINDS = ("airstrike", "drone", "missile", "shelling", "ied", "ground", "other")
# Not strikes in the narrow sense: kept in the table, switched off in the app until asked for.
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
    Column("munition", "text", "munition as reported"),
    Column("weapon", "text", "aircraft or launcher as reported"),
    Column("date_start", "date", "first possible day, inclusive; null: undated"),
    Column("date_end", "date", "last possible day, inclusive; null: undated"),
    Column("date_precision", "text", "how sharp the date is", DATE_PRECISIONS, required=True),
    Column("time_local", "text", "local time as reported, HH:MM where it is one"),
    Column("place_text", "text", "place as reported, never edited"),
    Column("governorate_text", "text", "governorate as reported, never edited"),
    Column("place_id", "text", "the gazetteer's record, or null"),
    Column("place_name", "text", "its name"),
    Column("place_name_ar", "text", "its Arabic name"),
    Column("match_method", "text", "how the place was found", MATCH_METHODS, required=True),
    Column("match_score", "number", "0-1, calibrated; null where nothing was matched"),
    Column("match_reason", "text", "one line a person understands"),
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
    Column("event_id", "text", "rows told as one event share it"),
    Column("toll_lead", "text", "strike_id of the row that carries the event's shared toll"),
    Column("source_count", "count", "number of claims", required=True),
)

CLAIM_COLUMNS: tuple[Column, ...] = (
    Column("claim_id", "text", "unique", required=True),
    Column("strike_id", "text", "the strike it tells of", required=True),
    Column("claimant", "text", "who says so, such as SOHR"),
    Column("outlet", "text", "where it was published"),
    Column("title", "text", "headline of the publication"),
    Column("published", "text", "ISO date, as sharp as known: 2020, 2020-07 or 2020-07-14"),
    Column("url", "text", "address"),
    Column("archive_url", "text", "address of an archived copy"),
    Column("place_text", "text", "place as this claim words it"),
    Column("date_text", "text", "date as this claim words it"),
    Column("actor", "text", "actor as this claim alleges"),
    Column("attribution", "text", "standing of the actor in this claim", ATTRIBUTIONS),
    Column("toll_text", "text", "toll as worded"),
    Column("toll_scope", "text", "what the toll counts: 'strike', 'event', or the wider area"),
    *_toll_columns(),
    Column("note", "text", "anything else a reader must know"),
)

# What a source says, before any matching or review: the ground of `make_ids`.
AS_REPORTED: tuple[str, ...] = (
    "kind", "munition", "weapon", "date_start", "date_end", "date_precision", "time_local",
    "place_text", "governorate_text", "actor", "target",
)  # fmt: skip


def _typed(table: pd.DataFrame, columns: Iterable[Column]) -> dict[str, pd.Series]:
    typed = {}
    for column in columns:
        dtype = PANDAS_DTYPE[column.dtype]
        if column.name in table:
            typed[column.name] = table[column.name].astype(dtype)
        else:
            typed[column.name] = pd.Series(index=table.index, dtype=dtype)
    return typed


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
        geometry = gpd.GeoSeries([None] * len(table), index=table.index, crs=CRS)
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


def make_ids(table: pd.DataFrame, *, prefix: str = "row") -> pd.Index:
    """Return stable strike ids: a hash of the as-reported columns, numbered among equals.

    Coordinates count where the table has `lon` and `lat` columns as given by its source. A
    later correction of matching or review columns does not change an id.
    """
    names = [name for name in (*AS_REPORTED, "lon", "lat") if name in table]
    seen: dict[str, int] = {}
    ids = []
    for row in table[names].itertuples(index=False):
        text = "\x1f".join("" if pd.isna(value) else str(value) for value in row)
        digest = hashlib.sha256(text.encode()).hexdigest()[:12]
        seen[digest] = seen.get(digest, 0) + 1
        ordinal = "" if seen[digest] == 1 else f"-{seen[digest]}"
        ids.append(f"{prefix}:{digest}{ordinal}")
    return pd.Index(ids, name="strike_id", dtype="str")


def split_several(value: object) -> list[str]:
    """Return the parts of a cell that may hold several values joined by ';'."""
    if not isinstance(value, str):
        return []
    return [part.strip() for part in value.split(SEPARATOR) if part.strip()]


def _word_rules(strikes: pd.DataFrame) -> Iterator[tuple[str, pd.Series]]:
    for column in STRIKE_COLUMNS:
        values = strikes[column.name]
        if column.required:
            yield f"{column.name} is empty", values.isna()
        if column.vocabulary is not None:
            words = ", ".join(column.vocabulary)
            wrong = values.notna() & ~values.isin(column.vocabulary)
            yield f"{column.name} is none of: {words}", wrong


def _date_rules(strikes: pd.DataFrame) -> Iterator[tuple[str, pd.Series]]:
    start, end = strikes["date_start"], strikes["date_end"]
    yield "one of date_start and date_end is missing", start.isna() != end.isna()
    yield "date_end is before date_start", end < start
    unknown = strikes["date_precision"] == "unknown"
    yield "date_precision must be unknown exactly where the dates are null", unknown != start.isna()


def _toll_rules(strikes: pd.DataFrame) -> Iterator[tuple[str, pd.Series]]:
    any_toll = pd.Series(False, index=strikes.index)
    for toll in TOLLS:
        low, high = strikes[f"{toll}_min"], strikes[f"{toll}_max"]
        yield f"{toll} is negative", (low < 0).fillna(False) | (high < 0).fillna(False)
        yield f"{toll}_max is below {toll}_min", (high < low).fillna(False)
        any_toll |= low.notna() | high.notna()
    lead = strikes["toll_lead"]
    follows = lead.notna() & (lead != strikes.index.to_series())
    yield "the toll stands on the lead row, yet this row has one of its own", follows & any_toll
    yield "toll_lead without event_id", lead.notna() & strikes["event_id"].isna()
    leads_itself = lead.reindex(lead.dropna().unique()).dropna()
    chained = leads_itself[leads_itself != leads_itself.index].index
    yield "toll_lead names a row that is not itself a lead row", lead.isin(chained)
    yield "source_count is negative", (strikes["source_count"] < 0).fillna(False)


def _place_rules(strikes: gpd.GeoDataFrame) -> Iterator[tuple[str, pd.Series]]:
    status, points = strikes["location_status"], strikes.geometry
    expected = strikes["precision"].map(STATUS_OF_PRECISION)
    yield "location_status does not follow from precision", expected.notna() & (status != expected)
    absent = points.isna() | points.is_empty
    located = status == "located"
    yield "located without a point", located & absent
    yield "a point, yet not located: geometry must be null here", ~located & ~absent
    wrong_type = ~absent & (points.geom_type != "Point")
    yield "geometry is not a Point", wrong_type
    only_points = points.where(~wrong_type, None)
    x, y = only_points.x, only_points.y
    outside = ~absent & ~wrong_type & ~(x.between(-180, 180) & y.between(-90, 90))
    yield "longitude or latitude out of range", outside
    radius = strikes["uncertainty_km"]
    yield "located without a positive uncertainty_km", located & ~(radius > 0)
    coded = strikes["adm1_code"].notna()
    yield "area_only without adm1_code", (status == "area_only") & ~coded
    score = strikes["match_score"]
    yield "match_score is outside 0-1", score.notna() & ~score.between(0, 1)
    refused = strikes["match_method"].isin(["ambiguous", "vague", "none"])
    yield "ambiguous, vague or none, yet located", refused & located


def row_problems(strikes: gpd.GeoDataFrame) -> pd.Series:
    """Return the problems of each row, joined by '; ', null where a row keeps the contract.

    Expects the columns of `make_strikes`; the index is the strikes' own.
    """
    rules = (_word_rules, _date_rules, _toll_rules, _place_rules)
    found = np.array([""] * len(strikes), dtype=object)
    for rule in rules:
        for problem, wrong in rule(strikes):
            rows = wrong.to_numpy(dtype=bool, na_value=False)
            found[rows] = [f"{old}; {problem}" if old else problem for old in found[rows]]
    problems = pd.Series(found, index=strikes.index, dtype="str")
    return problems.where(problems != "")


def _check_shape(strikes: object) -> None:
    if not isinstance(strikes, gpd.GeoDataFrame):
        raise SchemaError("strikes: not a GeoDataFrame; build it with make_strikes")
    missing = [c.name for c in STRIKE_COLUMNS if c.name not in strikes.columns]
    if missing:
        raise SchemaError(f"strikes: missing columns {', '.join(missing)}; use make_strikes")
    for column in STRIKE_COLUMNS:
        if str(strikes[column.name].dtype) != PANDAS_DTYPE[column.dtype]:
            wrong = strikes[column.name].dtype
            raise SchemaError(f"strikes: column {column.name} is {wrong}; use make_strikes")
    if strikes.crs is None or strikes.crs != CRS:
        raise SchemaError(f"strikes: crs is {strikes.crs}, not {CRS}; use make_strikes")
    if strikes.index.name != "strike_id" or strikes.index.hasnans:
        raise SchemaError("strikes: the index must be strike_id without nulls")
    if not strikes.index.is_unique:
        twice = strikes.index[strikes.index.duplicated()][:3].tolist()
        raise SchemaError(f"strikes: strike_id given twice: {', '.join(twice)}")


def validate(strikes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the strikes unchanged if they keep the contract; raise SchemaError otherwise."""
    _check_shape(strikes)
    problems = row_problems(strikes).dropna()
    if len(problems):
        told = "\n".join(f"  {strike}: {why}" for strike, why in problems.head(5).items())
        more = f"\n  and {len(problems) - 5} more rows" if len(problems) > 5 else ""
        raise SchemaError(f"strikes: {len(problems)} rows break the contract:\n{told}{more}")
    return strikes


def check_claims(claims: pd.DataFrame, strikes: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the claims unchanged if ids are unique and every claim's strike is in `strikes`.

    Raises SchemaError naming the first claims that do not fit.
    """
    missing = [c.name for c in CLAIM_COLUMNS if c.name not in claims.columns]
    if missing:
        raise SchemaError(f"claims: missing columns {', '.join(missing)}; use make_claims")
    rules = {
        "claim_id is empty": claims["claim_id"].isna(),
        "claim_id given twice": claims["claim_id"].duplicated(keep=False),
        "strike_id names no strike": ~claims["strike_id"].isin(strikes.index),
    }
    for problem, wrong in rules.items():
        if wrong.any():
            named = claims.loc[wrong, "claim_id"].astype(object).fillna("(empty)").head(3)
            raise SchemaError(f"claims: {problem}: {', '.join(named)}")
    return claims
