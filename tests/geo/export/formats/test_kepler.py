"""A map of kepler.gl has every row, its days as moments, a time filter over them."""

from __future__ import annotations

import json

import pandas as pd
from outgoing import HOSTILE_CELLS, claims_for, shipped, table

from geo.export.format import Outgoing
from geo.export.formats.kepler import FORMAT
from geo.export.labels.kind_colours import KIND_COLOURS
from geo.strikes.filters import claims_of
from geo.strikes.schema import empty_claims, empty_strikes


def opened(outgoing: Outgoing) -> tuple[dict, pd.DataFrame]:
    document = json.loads(FORMAT.render(outgoing))
    [dataset] = document["datasets"]
    names = [field["name"] for field in dataset["data"]["fields"]]
    return document, pd.DataFrame(dataset["data"]["allData"], columns=names)


def test_every_strike_is_a_row_with_its_days_and_claims() -> None:
    document, rows = opened(Outgoing(shipped().strikes, shipped().claims))
    strikes = shipped().strikes
    assert rows["strike_id"].tolist() == strikes.index.tolist()
    assert rows["lon"].notna().tolist() == strikes.geometry.notna().tolist()
    assert rows["killed_min"].isna().tolist() == strikes["killed_min"].isna().tolist()
    assert sum(len(json.loads(told)) for told in rows["claims"]) == len(shipped().claims)
    types = {one["name"]: one for one in document["datasets"][0]["data"]["fields"]}
    assert types["date_start"]["type"] == "timestamp"
    assert all(one["analyzerType"] for one in types.values())


def test_the_time_filter_holds_all_days_and_kinds_have_the_maps_colours() -> None:
    document, rows = opened(Outgoing(shipped().strikes, shipped().claims))
    state = document["config"]["config"]["visState"]
    [period] = state["filters"]
    days = pd.to_datetime(rows["date_start"]).dropna()
    assert pd.to_datetime(period["value"], unit="ms").tolist() == [days.min(), days.max()]
    kinds = sorted(rows["kind"].unique())
    for layer in state["layers"]:
        colours = layer["config"]["visConfig"]["colorRange"]["colors"]
        assert colours == [KIND_COLOURS[kind].colour for kind in kinds]
    discs = next(one for one in state["layers"] if one["id"] == "discs")
    assert discs["visualChannels"]["sizeField"]["name"] == "uncertainty_m"
    assert discs["config"]["visConfig"]["fixedRadius"] is True
    radius = shipped().strikes["uncertainty_km"].to_numpy() * 1000
    assert rows["uncertainty_m"].dropna().tolist() == radius[~pd.isna(radius)].tolist()


def test_no_time_filter_hides_a_point_without_a_day() -> None:
    strikes = shipped().strikes.copy()
    strikes.loc[strikes.geometry.notna().idxmax(), ["date_start", "date_end"]] = pd.NaT
    document, _ = opened(Outgoing(strikes, shipped().claims))
    assert document["config"]["config"]["visState"]["filters"] == []


def test_hostile_texts_and_undated_or_absent_strikes_make_a_map() -> None:
    strikes = table(HOSTILE_CELLS)
    document, rows = opened(Outgoing(strikes, claims_of(claims_for(strikes), strikes)))
    assert rows["place_text"].tolist() == HOSTILE_CELLS
    assert document["config"]["config"]["visState"]["filters"] == []
    document, rows = opened(Outgoing(empty_strikes(), empty_claims()))
    assert len(rows) == 0
    assert document["config"]["config"]["mapState"]["zoom"] == 1
