"""Syrian Archive: every video a record with its source, its points as published."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from only_row import rows_of, values_of
from paths import REFERENCE
from readings import read

from geo.reading.formats.syrian_archive import SYRIAN_ARCHIVE
from geo.reading.inputs import read_table
from geo.reading.read import read_strikes

HEADER = "code,youtube_id,url,title_orig,recorded,source,loc_en,loc_ar,lat,lon,desc_en,collection\n"
ROW = (
    "RU_9,abc,https://example.org/v,عنوان,2016-05-04T17:37:31.000Z,Office A,Milltown,المطحنة,"
    "35.64780,36.66790,Two warplanes drop cluster bombs,Alleged harm from Russian attacks\n"
)
OBSERVATION = (
    "id,annotations_online_title_en,annotations_summary_en,annotations_incident_date_time,"
    "annotations_location_info_location,annotations_location_info_lat,"
    "annotations_location_info_lon,type_of_violation,online_link,href\n"
    "a1,Raid on a mill,Jets over Milltown,2016-05-04T17:30:00Z,Milltown,35.64780,36.66790,"
    "{violation},https://example.org/v,https://example.org/copy\n"
)


def test_a_video_is_a_record_with_one_claim() -> None:
    reading = read(HEADER + ROW)
    strike = rows_of(reading)[0]
    assert reading.title == "Syrian Archive"
    assert values_of(strike, "kind", "munition") == ["airstrike", "cluster bombs"]
    assert values_of(strike, "actor", "attribution") == ["Russia", "alleged"]
    assert values_of(strike, "place_text", "country_text") == ["Milltown", "Syria"]
    assert strike["note"] == "Two warplanes drop cluster bombs"
    claim = reading.claims.iloc[0]
    assert claim["claimant"] == "Office A"
    assert (claim["title"], claim["published"]) == ("عنوان", "2016-05-04")


def test_that_the_date_is_of_the_video_is_said() -> None:
    reading = read(HEADER + ROW)
    assert str(rows_of(reading)[0]["date_start"])[:10] == "2016-05-04"
    assert any("the videos were published" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Two warplanes over Milltown", "airstrike"),
        ("An aerial bombardment", "airstrike"),
        ("A ballistic missile fell", "missile"),
        ("The wounded are brought to a hospital", "other"),
    ],
)
def test_what_struck_is_read_from_the_words_alone(words: str, kind: str) -> None:
    text = HEADER + ROW.replace("Two warplanes drop cluster bombs", words)
    assert rows_of(read(text))[0]["kind"] == kind


def test_observations_have_a_date_of_their_own_and_an_archived_copy() -> None:
    reading = read(OBSERVATION.format(violation="Unlawful attacks"))
    strike = rows_of(reading)[0]
    assert values_of(strike, "kind", "not_strike") == ["airstrike", None]
    assert strike["geometry"].x == pytest.approx(36.6679)  # type: ignore[attr-defined]
    assert reading.claims["archive_url"].tolist() == ["https://example.org/copy"]
    assert not any("published" in note for note in reading.notes)


def test_observations_may_keep_their_words_in_one_cell() -> None:
    inner = {"online_title_en": "Raid on a mill", "summary_en": "Jets over Milltown",
             "incident_date_time": "2016-05-04", "online_title_ar": "x",
             "location_info": {"location": "Milltown", "lat": 35.6478, "lon": 36.6679}}  # fmt: skip
    frame = pd.DataFrame([{"id": "a1", "annotations": json.dumps(inner),
                           "type_of_violation": "Unlawful attacks",
                           "online_link": "https://example.org/v"}])  # fmt: skip
    reading = read_strikes(frame, name="observations.json")
    strike = rows_of(reading)[0]
    assert reading.title == "Syrian Archive"
    assert values_of(strike, "kind", "place_text") == ["airstrike", "Milltown"]
    assert reading.strikes.geometry.x.tolist() == [36.6679]
    assert not any("not used" in note for note in reading.notes)


def test_a_violation_that_is_no_attack_is_marked() -> None:
    reading = read(OBSERVATION.format(violation="Hostage taking"))
    assert reading.strikes["not_strike"].tolist() == ["violation: hostage taking"]


def test_strangers_tables_are_not_claimed() -> None:
    other = b"code,recorded,url,source,lat,lon\n1,2016-05-04,https://example.org,A,35,36\n"
    assert SYRIAN_ARCHIVE.recognise(read_table(other, name="a.csv")) == 0


@pytest.mark.skipif(not REFERENCE.exists(), reason="needs ../shared/reference")
def test_the_archives_table_is_read_whole_and_its_points_as_published() -> None:
    path = REFERENCE / "syrian_archive" / "russian_attacks.csv"
    published = pd.read_csv(path).set_index("code")
    reading = read_strikes(path)
    assert reading.rejected.empty
    assert len(reading.strikes) == len(reading.claims) == len(published)
    points = reading.strikes.geometry.set_axis(published.index)
    assert (points.x - published["lon_dec"]).abs().max() < 1e-9
    assert (points.y - published["lat_dec"]).abs().max() < 1e-9
    assert reading.strikes["place_text"].tolist() == published["loc_en"].str.strip().tolist()
    assert reading.claims["url"].tolist() == published["url"].str.strip().tolist()
    tolls = [name for name in reading.strikes if name.endswith(("_min", "_max"))]
    assert reading.strikes[tolls].isna().all(axis=None)
