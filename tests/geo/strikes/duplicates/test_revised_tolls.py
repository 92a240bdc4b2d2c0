"""Tolls that are revised days later, proposed as tellings of the strike before."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point
from strike_rows import table

from geo.strikes.duplicates.propose import propose, propose_for
from geo.strikes.schema import make_claims

PLACED = {"place_id": "gn:1", "place_name": "Talbiseh", "killed_min": None}
STRIKE = {**PLACED, "killed_min": 9, "killed_max": 9, "injured_min": 3, "injured_max": 3}
RISES = "death toll rises to 14"


def revised(later: dict, *, toll: str = RISES, published: str = "2015-10-04", **said: str) -> str:
    """Return why a strike of 2015-09-30 and a later telling of one source are proposed."""
    rows = table(STRIKE, {**STRIKE, "killed_min": 14, "killed_max": 14, **later})
    told = {"strike_id": rows.index, "claimant": "SOHR", "toll_text": [None, toll],
            "published": [None, published], **said}  # fmt: skip
    claims = make_claims(pd.DataFrame({"claim_id": [f"{one}/1" for one in rows.index], **told}))
    found = propose(rows, claims).table["reason"].tolist()
    return found[0] if found else ""


def told_of(rows: gpd.GeoDataFrame, published: list[str | None]) -> pd.DataFrame:
    """Return claims of one source of a strike, and of a later telling that raises its toll."""
    said = {"strike_id": rows.index, "claimant": "SOHR", "toll_text": [None, RISES]}
    ids = [f"{one}/1" for one in rows.index]
    return make_claims(pd.DataFrame({"claim_id": ids, "published": published, **said}))


UNDATED = {"date_start": None, "date_end": None, "date_precision": "unknown"}


@pytest.mark.parametrize(
    "toll",
    [RISES, "toll from Monday's air strike on Saraqib has risen to 14", "raising the toll to 14",
     "ارتفاع حصيلة القصف إلى 14", "кількість загиблих зросла до 14", "число жертв выросло до 14"],
)  # fmt: skip
def test_a_toll_that_is_revised_days_later_is_told_of_the_strike_before(toll):
    late = {"date_start": "2015-10-04", "date_end": "2015-10-04"}
    assert revised(late, toll=toll) == (
        "same place (Talbiseh); one revises a toll upwards (2015-09-30 and 2015-10-04); same kind "
        "(airstrike); killed: 9 and 14 do not agree; both told by SOHR"
    )
    assert "undated, its source of 2015-10-04" in revised(UNDATED, toll=toll)


@pytest.mark.parametrize(
    "how",
    [
        {"toll": "14 were killed"},
        {"published": "2015-10-20"},  # twenty days later
        {"published": "2015-09-29"},  # before the strike
        {"published": None},
        {"killed_min": 8},  # no more than were told before
        {"killed_min": 6, "killed_max": 6, "injured_min": 4, "injured_max": 4},  # the killed fell
        {"killed_min": None, "killed_max": 5, "injured_min": 4, "injured_max": 4},
        {"place_id": "gn:2", "geometry": Point(37.2, 34.84)},
    ],
)
def test_what_revises_no_toll_of_the_strike_is_not(how):
    words = {name: how.pop(name) for name in ("toll", "published") if name in how}
    assert revised({**UNDATED, **how}, **words) == ""


@pytest.mark.parametrize(("least", "rises"), [(None, False), (9, True)])
def test_more_than_up_to_twenty_is_more_than_twenty(least, rises):
    rows = table(
        {**STRIKE, "killed_min": least, "killed_max": 20}, {**STRIKE, **UNDATED, "killed_min": 14}
    )
    claims = told_of(rows, [None, "2015-10-04"])
    assert ("revises" in "".join(propose(rows, claims).table["reason"])) is rises


@pytest.mark.parametrize("first", ["2015-09", "2015", "2015-09-30", None])
def test_a_source_of_a_month_hides_no_update_of_another_row(first):
    rows = table(STRIKE, {**STRIKE, **UNDATED, "killed_min": 14})
    found = propose(rows, told_of(rows, [first, "2015-10-04"])).table
    assert found["reason"].str.contains("revises").tolist() == [True]


def test_a_toll_of_a_strike_before_1970_is_revised():
    late = {"date_start": "1967-06-08", "date_end": "1967-06-08", "killed_min": 14}
    rows = table(
        {**STRIKE, "date_start": "1967-06-05", "date_end": "1967-06-05"}, {**STRIKE, **late}
    )
    found = propose(rows, told_of(rows, [None, "1967-06-08"])).table
    assert found["reason"].str.contains("revises").tolist() == [True]


def test_a_title_revises_the_toll_of_the_place_that_it_names():
    said = {"toll": "14 killed", "title": "Death toll in {} rises to 14"}
    place = table(STRIKE)["place_text"].iloc[0]
    assert revised(UNDATED, **{**said, "title": said["title"].format(place)})
    assert revised(UNDATED, **{**said, "title": said["title"].format("Atarib")}) == ""


def test_one_further_strike_that_revises_a_toll_is_held_against_those_before():
    rows = table(STRIKE)
    row = table({**STRIKE, **UNDATED, "killed_min": 14}).rename(index={"s:0": "draft"})
    claim = pd.DataFrame({"claim_id": ["draft/1"], "strike_id": ["draft"], "toll_text": [RISES],
                          "published": ["2015-10-04"]})  # fmt: skip
    none = make_claims(pd.DataFrame())
    found = propose_for(row, claim, rows, none)
    assert (found.table["other_id"].tolist(), found.undated) == (["draft"], 0)
    assert propose_for(row, none, rows, none).undated == 1
    late = propose_for(rows.rename(index={"s:0": "draft"}), none, row.rename(index={"draft": "x"}),
                       claim.assign(strike_id="x"))  # fmt: skip
    assert late.table["reason"].str.contains("revises").all()
    assert len(late.table) == 1
