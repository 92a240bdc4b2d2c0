"""The rules that every row keeps, and the checks that hold them at every door."""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.errors import SchemaError
from geo.strikes.schema import (
    CLAIM_COLUMNS,
    CRS,
    PANDAS_DTYPE,
    STATUS_OF_PRECISION,
    STRIKE_COLUMNS,
    TOLLS,
)

__all__ = ["check_claims", "require_strikes", "row_problems", "validate"]


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
            strikes.index.get_indexer(pd.Index(claims["strike_id"])) < 0, index=claims.index
        ),
    }
    for problem, wrong in rules.items():
        if wrong.any():
            named = claims.loc[wrong, "claim_id"].astype(object).fillna("(empty)").head(3)
            raise SchemaError(f"claims: {problem}: {', '.join(named)}")
    return claims
