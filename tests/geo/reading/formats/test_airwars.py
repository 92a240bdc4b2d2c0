"""Airwars' words for place, actor and harm become ours, and stay as they are beside them."""

from __future__ import annotations

import pytest
from only_row import rows_of, values_of
from readings import read

from geo.reading.formats.airwars import (
    ACCURACIES,
    AIRWARS,
    ATTRIBUTIONS_OF_GRADING,
    ATTRIBUTIONS_OF_STATUS,
    EVENTS_OF_GRADING,
    EVENTS_OF_STATUS,
    STRIKE_TYPES,
)
from geo.reading.inputs import read_table
from geo.strikes.schema import ATTRIBUTIONS, EVENT_STATUSES, KINDS, STATUS_OF_PRECISION

HEADER = (
    "Unique Reference Number,Country,Incident Date,Location,Geolocation,Accuracy,Strike status,"
    "Strike type,Belligerent assessed responsible,Civilians reported killed,"
    "Civilians reported injured,Militants reported killed,Grading,Sources\n"
)


def row(**said: str) -> str:
    usual = {
        "code": "RS1", "country": "Syria", "date": '"May 2, 2016"', "place": "Milltown",
        "point": "", "accuracy": "Town", "status": "Likely strike", "type": "Airstrike",
        "actor": "Power A", "killed": "2", "injured": "", "militants": "", "grading": "Fair",
        "sources": "https://example.org/1",
    }  # fmt: skip
    return ",".join((usual | said).values()) + "\n"


def first(**said: str) -> dict[str, object]:
    return rows_of(read(HEADER + row(**said)))[0]


def test_the_table_is_known_by_name() -> None:
    assert read(HEADER + row()).title == "Airwars incidents"


def test_the_number_is_read_and_the_words_in_brackets_are_kept() -> None:
    strike = first(killed="3 – 6 (1 child 2 women)", militants="4")
    assert values_of(strike, "civilians_killed_min", "civilians_killed_max") == [3, 6]
    assert values_of(strike, "killed_min", "killed_max") == [None, None]
    assert strike["note"] == (
        "civilians killed: 3 – 6 (1 child 2 women); Militants reported killed: 4"
    )


@pytest.mark.parametrize(
    ("said", "attribution", "event_status"),
    [
        ({"status": "Declared strike"}, "claimed", "reported"),
        ({"status": "Likely strike"}, "alleged", "reported"),
        ({"status": "Single source claim", "grading": "Weak"}, "alleged", "reported"),
        ({"status": "Contested strike"}, "contested", "contested"),
        ({"grading": "Confirmed"}, "confirmed", "reported"),
        ({"grading": "Contested"}, "contested", "contested"),
        ({"grading": "Discounted"}, "alleged", "denied"),
        ({"status": "Declared strike", "actor": '"Power A, Power B"'}, "alleged", "reported"),
        ({"actor": ""}, None, "reported"),
    ],
)
def test_status_and_grading_say_how_actor_and_event_stand(
    said: dict[str, str], attribution: str | None, event_status: str
) -> None:
    strike = first(**said)
    assert values_of(strike, "attribution", "event_status") == [attribution, event_status]
    assert f"Grading {said.get('grading', 'Fair')}" in str(strike["source_codes"])


def test_several_belligerents_are_all_alleged_and_several_kinds_are_from_the_air() -> None:
    strike = first(actor='"Power A, Power B"', type='"Airstrike, Artillery"')
    assert values_of(strike, "actor", "kind") == ["Power A; Power B", "airstrike"]
    assert "Airstrike, Artillery" in str(strike["source_codes"])


@pytest.mark.parametrize(
    ("accuracy", "precision"),
    [
        ("Exact location (via Airwars)", "site"),
        ("Neighbourhood/area", "neighbourhood"),
        ("Nearby landmark", "near"),
        ("Village", "settlement"),
        ("Subdistrict", "subdistrict"),
        ("Province/governorate", "governorate"),
    ],
)
def test_accuracy_says_how_sharp_the_place_is(accuracy: str, precision: str) -> None:
    assert first(accuracy=accuracy)["stated_precision"] == precision


def test_the_letters_of_the_code_say_the_country_where_no_column_does() -> None:
    header = HEADER.replace("Country,", "")
    rows = rows_of(read(header + row().replace("Syria,", "") + row(code="CI2").replace("Syria,", "")
                        + row(code="Q3").replace("Syria,", "")))  # fmt: skip
    assert [one.get("country_text") for one in rows] == ["Syria", "Iraq", None]


def test_every_word_of_the_tables_is_ours() -> None:
    assert set(ACCURACIES.values()) <= set(STATUS_OF_PRECISION)
    assert set(STRIKE_TYPES.values()) <= set(KINDS)
    standings = {*ATTRIBUTIONS_OF_STATUS.values(), *ATTRIBUTIONS_OF_GRADING.values()}
    assert standings <= set(ATTRIBUTIONS)
    assert {*EVENTS_OF_STATUS.values(), *EVENTS_OF_GRADING.values()} <= set(EVENT_STATUSES)


def test_scraped_pages_are_known_by_their_dates_and_strangers_are_not() -> None:
    scraped = "Incident_Date,Incident_id,link,place\nmay-2-2016,ispt0009,https://example.org/2,X\n"
    other = scraped.replace("may-2-2016", "2016-05-02")
    assert AIRWARS.recognise(read_table(scraped.encode(), name="a.csv")) > 0.5
    assert AIRWARS.recognise(read_table(other.encode(), name="b.csv")) == 0
    assert rows_of(read(scraped))[0]["country_text"] == "Palestine"
    assert read(scraped).claims["url"].tolist() == ["https://example.org/2"]


SCRAPED = (
    "Incidence_date,Incidence_id,Incidence_url,Strike status,Strike type,"
    "Civilians reported killed,Civilian_type,Airwars civilian harm grading,Suspected belligerent,"
    "lat,long,Suspected belligerents,lon,Airwars_assessment\n"
    "may-2-2016,ispt0009a,https://example.org/9,Likely strike,Airstrike and/or Artillery,3 – 7,"
    "(2 children1 man),Fair,Power A,31.52260,34.46290,NA,NA,An account\n"
    "may-3-2016,ispt0010,https://example.org/10,Contested strike,Airstrike,1,(1 woman),Contested,"
    "NA,31.52260,NA,Power A; Power B,34.46290,NA\n"
)


def test_scraped_incidents_have_their_columns_in_two_places() -> None:
    reading = read(SCRAPED)
    first, second = rows_of(reading)
    assert [one["actor"] for one in (first, second)] == ["Power A", "Power A; Power B"]
    assert values_of(second, "attribution", "event_status") == ["contested", "contested"]
    assert reading.strikes.geometry.x.tolist() == [34.4629, 34.4629]
    assert first["note"] == "An account; Civilian_type: (2 children1 man)"
    assert second["note"] == "Civilian_type: (1 woman)"
    assert not any("not used" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("accuracy", "precision", "radius"),
    [("Within 5km", "near", 5), ("Within 1km (via Coalition)", "near", 1),
     ("Within 100m", "site", None)],
)  # fmt: skip
def test_within_a_distance_is_a_radius(accuracy: str, precision: str, radius: float | None) -> None:
    strike = first(accuracy=accuracy, point='"34.84140, 36.73080"')
    assert strike["precision"] == precision
    assert radius in (None, strike["uncertainty_km"])


def test_an_assessment_is_a_grade_or_an_account() -> None:
    header = HEADER.replace("Grading", "assessment")
    graded, told = rows_of(read(header + row(grading="Contested") + row(code="RS2",
                                grading="Contested by nobody who was there")))  # fmt: skip
    assert values_of(graded, "event_status", "note") == ["contested", None]
    assert "assessment: Contested" in str(graded["source_codes"])
    assert values_of(told, "event_status", "note") == [
        "reported",
        "Contested by nobody who was there",
    ]
