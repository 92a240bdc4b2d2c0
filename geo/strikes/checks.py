"""The rules that every row keeps, and the checks that hold them at every door."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias, cast

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.errors import SchemaError
from geo.strikes.claim_rows import find_strikes
from geo.strikes.schema import (
    CLAIM_COLUMNS,
    CRS,
    LOCATION_STATUSES,
    PANDAS_DTYPE,
    STATUS_OF_PRECISION,
    STRIKE_COLUMNS,
    TOLLS,
)

__all__ = ["check_claims", "require_strikes", "row_problems", "validate"]

Rows: TypeAlias = NDArray[np.bool_]
Columns: TypeAlias = Mapping[str, pd.Series]  # of strikes, by name; POINTS: their geometry
POINTS = "the points"  # no column's name

PRECISIONS_OF_STATUS = {
    status: [word for word, its_status in STATUS_OF_PRECISION.items() if its_status == status]
    for status in LOCATION_STATUSES
}


def _word_rules(columns: Columns) -> Iterator[tuple[str, Rows]]:
    for column in STRIKE_COLUMNS:
        values = columns[column.name]
        if column.required:
            yield f"{column.name} is empty", values.isna().to_numpy()
        if column.vocabulary is not None:
            words = ", ".join(column.vocabulary)
            strange = ~_Spelled(values).is_among((*column.vocabulary, None))
            yield f"{column.name} is none of: {words}", strange


class _Spelled:
    """A column of few words, each told apart once for all that is asked of it."""

    def __init__(self, column: pd.Series) -> None:
        self._codes, words = pd.factorize(column)
        self._words = [*words, None]  # the code of a null is -1

    def is_among(self, words: Collection[str | None]) -> Rows:
        """Say which rows have one of these words; None for a null."""
        wanted: Rows = np.array([word in words for word in self._words])
        return cast("Rows", wanted[self._codes])


def _date_rules(columns: Columns) -> Iterator[tuple[str, Rows]]:
    start, end = columns["date_start"].to_numpy(), columns["date_end"].to_numpy()
    undated = np.isnat(start)
    yield "one of date_start and date_end is missing", undated != np.isnat(end)
    yield "date_end is before date_start", end < start
    unknown = (columns["date_precision"] == "unknown").to_numpy()
    yield "date_precision must be unknown exactly where the dates are null", unknown != undated


def _toll_rules(columns: Columns) -> Iterator[tuple[str, Rows]]:
    any_toll = np.zeros(len(columns["kind"]), dtype=bool)
    for toll in TOLLS:
        low, has_low = _counts(columns[f"{toll}_min"])
        high, has_high = _counts(columns[f"{toll}_max"])
        yield f"{toll} is negative", (has_low & (low < 0)) | (has_high & (high < 0))
        yield f"{toll}_max is below {toll}_min", has_low & has_high & (high < low)
        any_toll |= has_low | has_high
    yield from _lead_rules(columns, any_toll)
    sources, known = _counts(columns["source_count"])
    yield "source_count is negative", known & (sources < 0)


def _counts(column: pd.Series) -> tuple[NDArray[np.int64], Rows]:
    """Return nullable counts as numbers, 0 for null, and which of them are known."""
    return column.to_numpy(dtype="int64", na_value=0), column.notna().to_numpy()


def _lead_rules(columns: Columns, any_toll: Rows) -> Iterator[tuple[str, Rows]]:
    lead = columns["toll_lead"]
    led = lead.notna().to_numpy()
    if not led.any():
        return
    follows = led & (lead.to_numpy() != lead.index.to_numpy())
    yield "the toll stands on the lead row, yet this row has one of its own", follows & any_toll
    yield "toll_lead without event_id", led & columns["event_id"].isna().to_numpy()
    leads_itself = lead.reindex(lead.dropna().unique()).dropna()
    chained = leads_itself[leads_itself != leads_itself.index].index
    yield "toll_lead names a row that is not itself a lead row", lead.isin(chained).to_numpy()


def _place_rules(columns: Columns) -> Iterator[tuple[str, Rows]]:
    status, precision = _Spelled(columns["location_status"]), _Spelled(columns["precision"])
    has = {word: status.is_among([word]) for word in PRECISIONS_OF_STATUS}
    wrong = np.logical_or.reduce(
        [precision.is_among(known) & ~has[word] for word, known in PRECISIONS_OF_STATUS.items()]
    )
    yield "location_status does not follow from precision", wrong
    located = has["located"]
    yield from _point_rules(columns[POINTS].to_numpy(), located)
    radius = columns["uncertainty_km"].to_numpy()
    yield "located without a positive uncertainty_km", located & ~(radius > 0)
    uncoded = columns["adm1_code"].isna().to_numpy()
    yield "area_only without adm1_code", has["area_only"] & uncoded
    score = columns["match_score"].to_numpy()
    yield "match_score is outside 0-1", (score < 0) | (score > 1)
    refused = _Spelled(columns["match_method"]).is_among(["ambiguous", "vague", "none"])
    yield "ambiguous, vague or none, yet located", refused & located


def _point_rules(points: NDArray[np.object_], located: Rows) -> Iterator[tuple[str, Rows]]:
    absent = shapely.is_missing(points) | shapely.is_empty(points)
    drawn = points[~absent] if absent.any() else points
    wrong_type, outside = (np.zeros(len(points), dtype=bool) for _ in range(2))
    wrong_type[~absent] = shapely.get_type_id(drawn) != shapely.GeometryType.POINT
    x, y = shapely.get_x(drawn), shapely.get_y(drawn)  # NaN where it is no point
    outside[~absent] = ~((np.abs(x) <= 180) & (np.abs(y) <= 90))
    yield "located without a point", located & absent
    yield "a point, yet not located: geometry must be null here", ~located & ~absent
    yield "geometry is not a Point", wrong_type
    yield "longitude or latitude out of range", outside & ~wrong_type


def row_problems(strikes: gpd.GeoDataFrame) -> pd.Series:
    """Return the problems of each row, joined by '; ', null where a row keeps the contract.

    Expects the columns of `make_strikes`; the index is the strikes' own.
    """
    rules = (_word_rules, _date_rules, _toll_rules, _place_rules)
    # Of a GeoDataFrame each column would be made into a table's anew for every rule.
    columns = {**dict(pd.DataFrame(strikes).items()), POINTS: strikes.geometry}
    found: dict[int, str] = {}
    for rule in rules:
        for problem, wrong in rule(columns):
            for row in np.flatnonzero(wrong).tolist():
                found[row] = f"{found[row]}; {problem}" if row in found else problem
    problems = pd.Series(None, index=strikes.index, dtype="str")
    if found:
        problems.iloc[list(found)] = list(found.values())
    return problems


def _check_shape(strikes: object) -> None:
    if not isinstance(strikes, gpd.GeoDataFrame):
        raise SchemaError("strikes: not a GeoDataFrame; build it with make_strikes")
    missing = [c.name for c in STRIKE_COLUMNS if c.name not in strikes.columns]
    if missing:
        raise SchemaError(f"strikes: missing columns {', '.join(missing)}; use make_strikes")
    dtypes = strikes.dtypes
    for column in STRIKE_COLUMNS:
        if str(wrong := dtypes[column.name]) != PANDAS_DTYPE[column.dtype]:
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
        first = "\n".join(f"  {strike}: {why}" for strike, why in problems.head(5).items())
        more = f"\n  and {len(problems) - 5} more rows" if len(problems) > 5 else ""
        raise SchemaError(f"strikes: {len(problems)} rows break the contract:\n{first}{more}")
    return strikes


def require_strikes(given: object, caller: str) -> gpd.GeoDataFrame:
    """Return what was given if it looks like a strikes table; its rows are not checked.

    Raises SchemaError naming `caller`, what was given instead, and the remedy.
    """
    if isinstance(given, gpd.GeoDataFrame) and {c.name for c in STRIKE_COLUMNS} <= set(given):
        return given
    kind = type(given).__name__
    if not isinstance(given, pd.DataFrame) and hasattr(given, "strikes"):
        raise SchemaError(f"{caller}: takes a strikes table, not a {kind}; pass its .strikes")
    raise SchemaError(
        f"{caller}: takes a strikes table, not this {kind}; read it first: read_strikes(table) "
        "takes a file or a DataFrame with a date and a place or coordinates in each row"
    )


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
        "strike_id names no strike": pd.Series(
            find_strikes(claims, strikes) < 0, index=claims.index
        ),
    }
    for problem, wrong in rules.items():
        if wrong.any():
            named = claims.loc[wrong, "claim_id"].astype(object).fillna("(empty)").head(3)
            raise SchemaError(f"claims: {problem}: {', '.join(named)}")
    return claims
