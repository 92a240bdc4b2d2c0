"""The strikes that ship: walked record by record, and held against the hand-read gold."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from geopy.distance import geodesic
from paths import SHARED

from geo.reading.read import read_seeds
from geo.strikes.checks import check_claims, validate
from geo.strikes.schema import TOLLS

needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared (seeds and gold)")


@pytest.fixture(scope="module")
def seeds():
    return read_seeds()


def test_every_row_keeps_the_contract(seeds):
    validate(seeds.strikes)
    check_claims(seeds.claims, seeds.strikes)
    assert len(seeds.rejected) == 0
    assert len(seeds.strikes) == 42


def test_every_strike_has_its_claims_counted(seeds):
    counted = seeds.claims.groupby("strike_id").size().reindex(seeds.strikes.index)
    assert (counted == seeds.strikes["source_count"]).all()
    assert (counted >= 1).all()


@pytest.mark.parametrize("toll", TOLLS)
def test_a_range_is_the_envelope_of_the_claims_about_the_strike_itself(seeds, toll):
    own = seeds.claims[seeds.claims["toll_scope"].isin(["strike", "event"])]
    lowest = own.groupby("strike_id")[f"{toll}_min"].min()
    highest = own.groupby("strike_id")[f"{toll}_max"].max()
    for strike_id, row in seeds.strikes.iterrows():
        low, high = lowest.get(strike_id, pd.NA), highest.get(strike_id, pd.NA)
        assert row[f"{toll}_min"] is low or row[f"{toll}_min"] == low, strike_id
        if not pd.isna(row[f"{toll}_max"]):
            assert row[f"{toll}_max"] == high, strike_id


def test_a_toll_for_a_wider_area_stays_on_its_claim(seeds):
    wider = seeds.claims[seeds.claims["toll_scope"].notna()]
    wider = wider[~wider["toll_scope"].isin(["strike", "event"])]
    assert set(wider["toll_scope"]) == {"Aleppo, 6 and 7 October 2015", "Latakia, 19 October 2015"}
    bisharfah = seeds.strikes.loc["seeds:2015-10-19-bisharfah"]
    assert (bisharfah["killed_min"], bisharfah["killed_max"]) == (45, 45)
    assert pd.isna(seeds.strikes.loc["seeds:2015-10-06-rashedeen", "killed_min"])


def test_one_strike_told_in_two_reports_is_one_row_with_both(seeds):
    rows = seeds.strikes[
        (seeds.strikes["place_id"] == seeds.strikes.loc["seeds:2015-09-30-lataminah", "place_id"])
        & (seeds.strikes["date_start"] == "2015-09-30")
    ]
    assert rows.index.tolist() == ["seeds:2015-09-30-lataminah"]
    claims = seeds.claims[seeds.claims["strike_id"] == rows.index[0]]
    assert set(claims["outlet"]) == {"Inquisitr", "TRT World"}


def test_what_the_second_report_disputes_is_contested(seeds):
    first_day = seeds.claims[seeds.claims["outlet"] == "Inquisitr"]["strike_id"].unique()
    assert len(first_day) == 3
    assert (seeds.strikes.loc[first_day, "attribution"] == "contested").all()


def test_the_shared_toll_stands_once(seeds):
    lead, second = "seeds:2020-10-26-duwaylah-1", "seeds:2020-10-26-duwaylah-2"
    rows = seeds.strikes.loc[[lead, second]]
    assert (rows["toll_lead"] == lead).all()
    assert rows["casualties_min"].tolist() == [160, pd.NA]
    assert (rows.loc[lead, "killed_min"], rows.loc[lead, "killed_max"]) == (70, 100)


def test_nothing_is_pinned_that_is_known_only_to_a_governorate(seeds):
    area_only = seeds.strikes[seeds.strikes["location_status"] == "area_only"]
    assert len(area_only) >= 7
    assert area_only.geometry.isna().all()
    assert area_only["adm1_code"].notna().all()


def test_outlets_titles_and_dates_are_the_manifests(seeds):
    if not SHARED.exists():
        pytest.skip("needs ../shared/seeds/manifest.json")
    known = json.loads((SHARED / "seeds" / "manifest.json").read_text(encoding="utf-8"))
    allowed = {(text["outlet"], text["title"], text["published"]) for text in known}
    stated = seeds.claims[["outlet", "title", "published"]].astype(object)
    stated = stated.where(stated.notna(), None)
    assert {tuple(row) for row in stated.itertuples(index=False)} == allowed


def gold_targets() -> list[tuple]:
    if not SHARED.exists():
        return []
    lines = (SHARED / "gold" / "seeds_events.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        (event["event_id"], event["date"], place)
        for event in map(json.loads, lines)
        for place in event["places"]
        if place["role"] == "target" and place["precision"] in ("settlement", "near")
    ]


@needs_shared
def test_every_settlement_of_the_gold_has_its_row_within_three_kilometres(seeds):
    located = seeds.strikes[seeds.strikes["location_status"] == "located"]
    targets = gold_targets()
    assert len(targets) >= 30
    for event_id, date, place in targets:
        day = pd.Timestamp(date.split("/")[0])
        same_day = located[(located["date_start"] <= day) & (located["date_end"] >= day)]
        nearest = min(
            geodesic((place["lat"], place["lon"]), (point.y, point.x)).km
            for point in same_day.geometry
        )
        # Bisharfah rests on one source; its record carries the wider radius.
        assert nearest <= 3, f"{event_id} {place['surface']}: nearest row is {nearest:.1f} km off"


@needs_shared
def test_no_sentence_of_an_article_is_in_the_data(seeds):
    texts = [
        " ".join(path.read_text(encoding="utf-8").split())
        for path in sorted((SHARED / "seeds").glob("*.txt"))
    ]
    cells = pd.concat([seeds.claims[c] for c in ("note", "toll_text")]).dropna()
    for cell in cells:
        words = cell.split()
        for start in range(len(words) - 12):
            run = " ".join(words[start : start + 13])
            assert not any(run in text for text in texts), run


def test_the_file_that_ships_is_what_the_build_makes():
    from tools.packs.build_seeds import SEEDS, build

    assert (SEEDS / "strikes.csv").read_text(encoding="utf-8") == build()
