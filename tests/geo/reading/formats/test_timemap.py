"""TimeMap events: months first, sources each a claim, pairs read as what they say."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from only_row import rows_of, values_of
from readings import read

from geo.reading.formats.timemap import AREAS, TIMEMAP, WEAPONS
from geo.reading.inputs import read_table
from geo.reading.read import read_strikes
from geo.reading.result import Reading
from geo.strikes.schema import KINDS, TARGET_KINDS

USUAL: dict[str, object] = {
    "id": "CIV9", "description": "<p>A mill &amp; a barn.</p>", "date": "02/03/2016",
    "time": "00:00", "location": "Milltown", "latitude": "35.84140", "longitude": "36.73080",
    "graphic": "TRUE", "associations": ["type=airstrike"], "sources": ["s1", "s2"],
}  # fmt: skip


def read_event(**said: object) -> Reading:
    event = {
        name: json.dumps(value) if isinstance(value, list) else value
        for name, value in (USUAL | said).items()
    }
    return read_strikes(pd.DataFrame([event]), name="events.json")


def test_days_are_written_month_first_and_midnight_is_no_time() -> None:
    strike = rows_of(read_event())[0]
    assert str(strike["date_start"])[:10] == "2016-02-03"
    assert values_of(strike, "time_local", "place_text") == [None, "Milltown"]
    assert strike["note"] == "A mill & a barn."


def test_sources_known_by_their_ids_are_claims() -> None:
    assert read_event().claims["claimant"].tolist() == ["s1", "s2"]


def test_sources_with_an_address_are_claims_with_their_words() -> None:
    sources = [{"id": "s1", "path": "https://example.org/1", "description": "Smoke"},
               {"id": "s2", "path": "https://example.org/2", "description": "Rubble"}]  # fmt: skip
    claims = read_event(sources=sources).claims
    assert claims["url"].tolist() == ["https://example.org/1", "https://example.org/2"]
    assert claims["title"].tolist() == ["Smoke", "Rubble"]


@pytest.mark.parametrize(
    ("pairs", "kind", "target"),
    [
        (["type=airstrike"], "airstrike", None),
        (["Weapon System=Cruise missile", "Type of area affected=Healthcare"], "missile",
         "medical"),
        ([{"key": "Weapon System", "value": "Small arms"}], "ground", None),
        ([{"key": "Weapon System", "value": "Cluster munitions"},
          {"key": "Type of area affected", "value": "Residential"}], "other", "residential"),
        (["asc12"], "other", None),
    ],
)  # fmt: skip
def test_pairs_say_what_struck_and_what_was_hit(
    pairs: list[object], kind: str, target: str | None
) -> None:
    strike = rows_of(read_event(associations=pairs))[0]
    assert values_of(strike, "kind", "target_kind") == [kind, target]
    assert str(strike["source_codes"]).startswith("associations: ")


def test_a_munition_that_names_no_launcher_is_kept() -> None:
    strike = rows_of(read_event(associations=["Weapon System=Cluster munitions"]))[0]
    assert strike["munition"] == "Cluster munitions"


def test_every_word_of_the_tables_is_ours() -> None:
    assert set(WEAPONS.values()) <= set(KINDS)
    assert set(AREAS.values()) <= set(TARGET_KINDS)


def test_strangers_tables_are_not_claimed() -> None:
    other = "id,date,description,latitude,longitude,sources\n1,2016-02-03,x,35.8,36.7,A\n"
    assert TIMEMAP.recognise(read_table(other.encode(), name="a.csv")) == 0
    assert read(other).title != "TimeMap events"
