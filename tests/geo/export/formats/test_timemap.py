"""Events for TimeMap keep to the fields that its own checks take, and lose no strike."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from outgoing import shipped, table

from geo.export.write import write_strikes
from geo.reading.read import read_strikes
from geo.strikes.schema import empty_claims

# What src/reducers/validate of forensic-architecture/timemap takes; anything else drops the event.
EVENT = {"id", "description", "date", "time", "time_precision", "location", "latitude",
         "longitude", "type", "category", "associations", "sources", "comments"}  # fmt: skip
SOURCE = {"id", "title", "thumbnail", "paths", "type", "affil_s", "url", "description", "parent",
          "author", "date", "notes"}  # fmt: skip
ASSOCIATION = {"id", "title", "desc", "mode", "colour", "type", "display", "filter_paths"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("timemap")
    write_strikes(shipped().strikes, shipped().claims, made / "a.timemap.json")
    return made


def read(folder: Path, name: str = "") -> list | dict:
    return json.loads((folder / f"a.timemap{name}.json").read_text("utf-8"))


def test_events_are_all_strikes_in_texts_alone(folder: Path) -> None:
    events = read(folder)
    assert [event["id"] for event in events] == shipped().strikes.index.tolist()
    for event, located in zip(events, shipped().strikes.geometry.notna(), strict=True):
        assert set(event) == EVENT
        lists = {"associations", "sources"}
        assert all(isinstance(value, list if name in lists else str)
                   for name, value in event.items())  # fmt: skip
        assert bool(event["latitude"]) == bool(event["longitude"]) == located
        assert event["id"] in event["comments"]


def test_sources_and_associations_are_those_that_events_name(folder: Path) -> None:
    events, sources, associations = read(folder), read(folder, ".sources"), read(
        folder, ".associations"
    )  # fmt: skip
    assert {one for event in events for one in event["sources"]} == set(sources)
    assert set(sources) == set(shipped().claims["claim_id"])
    assert all(set(one) <= SOURCE and isinstance(one["paths"], list) for one in sources.values())
    ids = [one["id"] for one in associations]
    assert len(ids) == len(set(ids))
    assert {one for event in events for one in event["associations"]} == set(ids)
    assert all(set(one) <= ASSOCIATION for one in associations)
    assert {one["mode"] for one in associations} == {"CATEGORY", "FILTER"}
    assert "data_sha256" in read(folder, ".about")


def test_our_own_reader_of_timemap_reads_its_days_and_points(folder: Path) -> None:
    reading = read_strikes(folder / "a.timemap.json")
    strikes = shipped().strikes
    dated = strikes[strikes["date_start"].notna()]
    assert reading.title.startswith("TimeMap")
    assert reading.strikes["date_start"].dropna().tolist() == dated["date_start"].tolist()
    assert reading.strikes.geometry.notna().sum() == dated.geometry.notna().sum()


def test_a_toll_is_never_invented_and_a_time_that_is_none_is_left_out(tmp_path: Path) -> None:
    times = ["dawn", "2:05", "25:99"]
    strikes = table(["Homs", "Hama", "Idlib"], time_local=times, killed_min=[None, 70, None])
    strikes["killed_min"] = pd.array([None, 70, None], dtype="Int64")
    write_strikes(strikes, empty_claims(), tmp_path / "a.timemap.json")
    first, second, third = read(tmp_path)
    assert third["time"] == ""
    assert "Killed: not reported" in first["description"]
    assert "Killed: 70+" in second["description"]
    assert (first["time"], second["time"], first["date"]) == ("", "02:05", "")


def test_what_is_no_web_address_is_told_and_not_to_be_opened(tmp_path: Path) -> None:
    claims = shipped().claims.head(1).copy()
    claims["url"] = "javascript:alert(1)"
    claims["media_url"] = "data:text/html,x;https://a.example/1.jpg"
    claims["archive_url"] = "https://archive.example/1"
    write_strikes(shipped().strikes, claims, tmp_path / "a.timemap.json")
    (source,) = read(tmp_path, ".sources").values()
    assert source["url"] == "https://archive.example/1"
    assert source["paths"] == ["https://a.example/1.jpg"]
    assert "address as given: javascript:alert(1)" in source["notes"]
