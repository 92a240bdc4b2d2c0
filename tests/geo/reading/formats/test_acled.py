"""ACLED's events become strikes, battles and what is no strike, in every version."""

from __future__ import annotations

import pandas as pd
import pytest
from only_row import rows_of, values_of
from readings import read_table_text

from geo.reading.formats.acled import ACLED, EVENTS, SUB_EVENTS
from geo.reading.table import Table
from geo.strikes.schema import KINDS

ROW = {
    "event_id_cnty": "XT7", "event_date": "2024-05-06", "year": "2024", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Explosions/Remote violence",
    "sub_event_type": "Air/drone strike", "actor1": "Military Forces of Toyland",
    "assoc_actor_1": "Air Wing", "inter1": "State forces", "actor2": "Civilians (Toyland)",
    "assoc_actor_2": "Farmers", "inter2": "Civilians", "interaction": "State forces-Civilians",
    "civilian_targeting": "Civilian targeting", "iso": "999", "region": "Far Away",
    "country": "Toyland", "admin1": "Norwold", "admin2": "Brook", "admin3": "Upper Brook",
    "location": "Milbrook", "latitude": "35.93", "longitude": "36.63", "geo_precision": "1",
    "source": "Monitor A; Wire B", "source_scale": "Other", "notes": "Two houses were hit.",
    "fatalities": "3", "tags": "local", "timestamp": "1700000000",
}  # fmt: skip
OLD = {
    "GWNO": "999", "EVENT_ID_CNTY": "7XT", "EVENT_ID_NO_CNTY": "7", "EVENT_DATE": "03/04/2015",
    "YEAR": "2015", "TIME_PRECISION": "2", "EVENT_TYPE": "Remote violence",
    "ACTOR1": "Military Forces of Toyland", "ALLY_ACTOR_1": "Air Wing", "INTER1": "1",
    "ACTOR2": "The League", "ALLY_ACTOR_2": "", "INTER2": "2", "INTERACTION": "12",
    "COUNTRY": "Toyland", "ADMIN1": "Norwold", "ADMIN2": "Brook", "ADMIN3": "",
    "LOCATION": "Norwold", "LATITUDE": "35.93", "LONGITUDE": "36.63", "GEO_PRECIS": "3",
    "SOURCE": "Wire B", "NOTES": "Bombs fell.", "FATALITIES": "0",
}  # fmt: skip


def read_rows(*changes: dict[str, str]):
    rows = [{**ROW, "event_id_cnty": f"XT{at}", **change} for at, change in enumerate(changes)]
    return read_table_text(list(ROW), rows)


def read_old(*changes: dict[str, str], name: str = "events.csv"):
    rows = [{**OLD, "EVENT_ID_CNTY": f"{at}XT", **change} for at, change in enumerate(changes)]
    return read_table_text(list(OLD), rows, name=name)


def test_every_kind_of_the_tables_is_one_of_ours():
    named = {kind for table in (EVENTS, SUB_EVENTS) for kind in table.values() if kind}
    assert named <= set(KINDS)


@pytest.mark.parametrize(
    ("event", "sub_event", "kind", "no_strike"),
    [
        ("Explosions/Remote violence", "Air/drone strike", "airstrike", None),
        ("Explosions/Remote violence", "Shelling/artillery/missile attack", "shelling", None),
        ("Explosions/Remote violence", "Remote explosive/landmine/IED", "ied", None),
        ("Explosions/Remote violence", "Suicide bomb", "ied", None),
        ("Explosions/Remote violence", "Grenade", "other", None),
        ("Explosions/Remote violence", "Chemical weapon", "other", None),
        ("Battles", "Armed clash", "ground", None),
        ("Battles", "Non-state actor overtakes territory", "ground", None),
        ("battles ", "Government regains territory", "ground", None),
        ("Protests", "Peaceful protest", "other", "Protests: Peaceful protest"),
        ("Riots", "Mob violence", "other", "Riots: Mob violence"),
        ("Violence against civilians", "Attack", "other", "Violence against civilians: Attack"),
        ("Strategic developments", "Agreement", "other", "Strategic developments: Agreement"),
        ("Strategic developments", "Disrupted weapons use", "other",
         "Strategic developments: Disrupted weapons use"),
        ("Remote violence", "", "other", None),
        ("Battle-No change of territory", "", "ground", None),
        ("Riots/Protests", "", "other", "Riots/Protests"),
        ("Non-violent transfer of territory", "", "other", "Non-violent transfer of territory"),
    ],
)  # fmt: skip
def test_what_struck_is_decided_by_the_type_of_event(event, sub_event, kind, no_strike):
    strike = read_rows({"event_type": event, "sub_event_type": sub_event}).strikes.iloc[0]
    assert strike["kind"] == kind
    assert (None if pd.isna(strike["not_strike"]) else strike["not_strike"]) == no_strike


def test_a_type_that_acled_never_had_is_told():
    reading = read_rows({"event_type": "Weather", "sub_event_type": "Hail"})
    assert any("Weather: Hail" in note and "not understood" in note for note in reading.notes)


def test_a_chemical_weapon_is_named_as_munition():
    strikes = read_rows({"sub_event_type": "Chemical weapon"}, {}).strikes
    assert strikes["munition"].iloc[0] == "chemical weapon"
    assert pd.isna(strikes["munition"].iloc[1])


def test_geo_precision_says_how_sharp_the_place_is():
    strikes = read_rows(*({"geo_precision": code} for code in "123")).strikes
    assert list(strikes["stated_precision"]) == ["settlement", "near", "governorate"]
    assert list(strikes["geometry"].isna()) == [False, False, True]
    assert strikes["uncertainty_km"].iloc[1] == 25
    assert set(strikes["governorate_text"]) == {"Norwold"}


def test_time_precision_widens_the_day():
    strikes = read_rows(*({"time_precision": code} for code in "123")).strikes
    assert list(strikes["date_precision"]) == ["day", "week", "month"]
    days = (strikes["date_end"] - strikes["date_start"]).dt.days + 1
    assert list(days) == [1, 7, 31]


def test_one_sided_events_have_an_actor_and_battles_have_two_names_in_the_note():
    one_sided, battle, unknown = read_rows(
        {}, {"event_type": "Battles", "sub_event_type": "Armed clash"},
        {"actor1": "Unidentified Armed Group (Toyland)"},
    ).strikes.iloc  # fmt: skip
    assert one_sided["actor"] == "Military Forces of Toyland"
    assert one_sided["note"].startswith("Two houses were hit.; with actor 1: Air Wing; actor 2: ")
    assert "civilian targeting: Civilian targeting; tags: local" in one_sided["note"]
    assert pd.isna(battle["actor"])
    assert "actor 1: Military Forces of Toyland" in battle["note"]
    assert pd.isna(unknown["actor"])
    assert "actor 1: Unidentified Armed Group (Toyland)" in unknown["note"]


def test_each_source_is_a_claim_and_a_toll_of_none_stays_with_a_word_of_caution():
    reading = read_rows({"fatalities": "0"})
    assert list(reading.claims["claimant"]) == ["Monitor A", "Wire B"]
    assert (reading.strikes["killed_min"] == 0).all()
    assert any("0 killed also where no source gives a toll" in note for note in reading.notes)
    assert reading.title == "ACLED, columns of 2023 and later"


def test_version_5_is_read_with_its_upper_case_and_cut_names():
    reading = read_old({})
    strike = reading.strikes.iloc[0]
    assert reading.title == "ACLED, columns of version 7 and before"
    assert (strike["stated_precision"], strike["date_precision"]) == ("governorate", "week")
    assert (strike["governorate_text"], strike["geometry"]) == ("Norwold", None)
    assert (strike["kind"], strike["actor"]) == ("other", "Military Forces of Toyland")
    assert "with actor 1: Air Wing; actor 2: The League" in strike["note"]
    assert "GWNO 999" in strike["source_codes"]
    assert read_old({}, name="ACLED-Version-6-Everywhere.csv").title == "ACLED version 6"


def test_figures_alone_are_day_before_month_unless_the_file_shows_otherwise():
    as_acled = read_old({"EVENT_DATE": "03/04/2015", "TIME_PRECISION": "1"})
    assert as_acled.strikes["date_start"].iloc[0] == pd.Timestamp("2015-04-03")
    assert any("day first, as ACLED writes them" in note for note in as_acled.notes)
    resaved = read_old(*({"EVENT_DATE": day, "TIME_PRECISION": "1"}
                         for day in ("3/4/2015", "3/24/2015")))  # fmt: skip
    assert list(resaved.strikes["date_start"].dt.month) == [3, 3]


def test_what_r_writes_for_nothing_is_nothing():
    strike = read_rows({"actor2": "NA", "assoc_actor_1": "NA", "admin3": "NA"}).strikes.iloc[0]
    assert "actor 2" not in strike["note"].replace("with actor 2", "")
    assert "with actor 1" not in strike["note"]
    assert "NA" not in strike["note"]


def test_a_strangers_table_is_not_claimed():
    columns = [
        "event_date",
        "event_type",
        "country",
        "latitude",
        "longitude",
        "fatalities",
        "notes",
    ]
    assert ACLED.recognise(Table("mine.csv", pd.DataFrame(columns=columns))) == 0
    assert ACLED.recognise(Table("theirs.csv", pd.DataFrame(columns=list(ROW)))) > 0.9


COUNTS = {
    "WEEK": "2024-02-17", "COUNTRY": "Toyland", "ADMIN1": "Norwold",
    "EVENT_TYPE": "Explosions/Remote violence", "SUB_EVENT_TYPE": "Air/drone strike",
    "EVENTS": "12", "FATALITIES": "7", "DISORDER_TYPE": "Political violence", "ID": "4",
    "CENTROID_LATITUDE": "35.8", "CENTROID_LONGITUDE": "36.6",
}  # fmt: skip


def test_a_week_of_a_region_stands_for_its_events_and_is_no_point() -> None:
    none = {**COUNTS, "EVENTS": "0", "FATALITIES": "0"}
    reading = read_table_text(list(COUNTS), [COUNTS, none])
    strike, empty = rows_of(reading)
    assert reading.title == "ACLED counts of events"
    names = ("kind", "strikes_min", "killed_min", "governorate_text", "not_strike", "geometry")
    assert values_of(strike, *names) == ["airstrike", 12, 7, "Norwold", None, None]
    days = [str(strike[name])[:10] for name in ("date_start", "date_end")]
    assert days == ["2024-02-17", "2024-02-23"]
    assert empty["not_strike"] == "no event is counted"
    assert any("middle of a region" in note for note in reading.notes)


def test_a_month_of_a_district_as_hdx_has_it_is_a_count() -> None:
    row = {"Country": "Toyland", "Admin1": "Norwold", "Admin2": "Brook", "Admin2 Pcode": "XT0101",
           "Month": "February", "Year": "2024", "Events": "3", "Fatalities": "1"}  # fmt: skip
    strike = rows_of(read_table_text(list(row), [row]))[0]
    names = ("date_precision", "strikes_min", "pcode_text", "district_text")
    assert values_of(strike, *names) == ["month", 3, "XT0101", "Brook"]
    typed = {"location_code": "XTO", "admin1_name": "Norwold", "event_type": "demonstration",
             "events": "2", "fatalities": "0", "reference_period_start": "2024-02-01",
             "reference_period_end": "2024-02-29"}  # fmt: skip
    assert rows_of(read_table_text(list(typed), [typed]))[0]["not_strike"] == "demonstration"
