"""The contract of the two tables: what is refused, and what it says."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest
from shapely import LineString, Point
from strike_rows import AREA, table

from geo.errors import SchemaError
from geo.strikes.checks import check_claims, row_problems, validate
from geo.strikes.schema import empty_claims, empty_strikes, make_claims


@pytest.mark.parametrize(
    "change",
    [
        {},
        AREA,
        {"date_start": None, "date_end": None, "date_precision": "unknown"},
        {"killed_min": None, "killed_max": 3},
        {"actor": "Russia;Syrian government", "attribution": "contested"},
        {"precision": "unknown", "location_status": "unlocated", "match_method": "vague",
         "geometry": None},
        {"event_id": "e", "toll_lead": "s:0"},
    ],
)  # fmt: skip
def test_a_row_that_keeps_the_contract_passes(change: dict[str, Any]) -> None:
    strikes = table(change)
    assert validate(strikes) is strikes


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"kind": None}, "kind is empty"),
        ({"kind": "rocket"}, "kind is none of: airstrike, drone"),
        ({"outcome": "odd"}, "outcome is none of"),
        ({"date_end": None}, "one of date_start and date_end is missing"),
        ({"date_end": "2015-09-29"}, "date_end is before date_start"),
        ({"date_precision": "unknown"}, "unknown exactly where the dates are null"),
        ({"date_start": None, "date_end": None}, "unknown exactly where the dates are null"),
        ({"killed_min": -1}, "killed is negative"),
        ({"killed_max": 3}, "killed_max is below killed_min"),
        ({"event_id": "e", "toll_lead": "s:9"}, "the toll stands on the lead row"),
        ({"toll_lead": "s:0"}, "toll_lead without event_id"),
        ({"source_count": -1}, "source_count is negative"),
        ({"source_count": None}, "source_count is empty"),
        ({"location_status": "area_only"}, "location_status does not follow from precision"),
        ({"geometry": None}, "located without a point"),
        ({"geometry": Point()}, "located without a point"),
        ({**AREA, "geometry": Point(36, 34)}, "geometry must be null here"),
        ({**AREA, "adm1_code": None}, "area_only without adm1_code"),
        ({"geometry": LineString([(36, 34), (37, 35)])}, "geometry is not a Point"),
        ({"geometry": Point(36, 95)}, "longitude or latitude out of range"),
        ({"uncertainty_km": None}, "located without a positive uncertainty_km"),
        ({"uncertainty_km": 0}, "located without a positive uncertainty_km"),
        ({"match_score": 1.5}, "match_score is outside 0-1"),
        ({"match_method": "ambiguous"}, "ambiguous, vague or none, yet located"),
    ],
)
def test_a_row_that_breaks_the_contract_is_named_with_its_problem(
    change: dict[str, Any], problem: str
) -> None:
    strikes = table({}, change) if "toll_lead" not in change else table(change)
    broken = strikes.index[-1]
    assert problem in row_problems(strikes)[broken]
    with pytest.raises(SchemaError, match=re.escape(str(broken))):
        validate(strikes)


def test_a_follower_of_a_follower_is_refused() -> None:
    own = {"event_id": "e", "killed_min": None}
    strikes = table({**own, "toll_lead": "s:1"}, {**own, "toll_lead": "s:2"}, own)
    assert "not itself a lead row" in row_problems(strikes)["s:0"]


def test_several_problems_of_a_row_are_named_together() -> None:
    found = row_problems(table({"kind": "rocket", "match_score": 2.0}))["s:0"]
    assert "kind is none of" in found
    assert "match_score" in found


def test_validate_names_five_rows_and_counts_the_rest() -> None:
    with pytest.raises(SchemaError, match=r"7 rows break the contract(.|\n)*and 2 more rows"):
        validate(table(*[{"kind": "rocket"}] * 7))


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda t: pd.DataFrame(t), "not a GeoDataFrame"),
        (lambda t: t.drop(columns="actor"), "missing columns actor"),
        (lambda t: t.assign(killed_min=t["killed_min"].astype("float64")), "killed_min is float64"),
        (lambda t: t.to_crs("EPSG:3857"), "crs is EPSG:3857"),
        (lambda t: t.rename_axis("id"), "index must be strike_id"),
        (lambda t: pd.concat([t, t]), "given twice: s:0"),
    ],
)
def test_a_table_of_another_shape_is_refused_with_the_remedy(spoil: Any, problem: str) -> None:
    with pytest.raises(SchemaError, match=problem):
        validate(spoil(table({})))


def test_empty_tables_keep_the_contract() -> None:
    assert len(validate(empty_strikes())) == 0
    assert len(check_claims(empty_claims(), empty_strikes())) == 0


def claims(*rows: dict[str, Any]) -> pd.DataFrame:
    return make_claims(pd.DataFrame(rows))


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([{"claim_id": None, "strike_id": "s:0"}], r"claim_id is empty: \(empty\)"),
        ([{"claim_id": "c", "strike_id": "s:0"}] * 2, "claim_id given twice: c"),
        ([{"claim_id": "c", "strike_id": "s:9"}], "strike_id names no strike: c"),
        ([{"claim_id": "c", "strike_id": None}], "strike_id names no strike: c"),
    ],
)
def test_claims_that_break_the_contract_are_named(rows: list[dict[str, Any]], problem: str) -> None:
    with pytest.raises(SchemaError, match=problem):
        check_claims(claims(*rows), table({}))


def test_claims_that_keep_the_contract_pass() -> None:
    found = claims({"claim_id": "c", "strike_id": "s:0", "killed_min": 5})
    assert check_claims(found, table({})) is found
    with pytest.raises(SchemaError, match="missing columns"):
        check_claims(found.drop(columns="url"), table({}))
    with pytest.raises(SchemaError, match="does not fit"):
        claims({"claim_id": "c", "killed_min": "five"})
