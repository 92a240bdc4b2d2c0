"""Column names of tables as people write them are recognised."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.reading.column_names import FIELDS, SEVERAL
from geo.reading.columns import (
    choose_columns,
    guess_columns,
    list_unused,
    missing_fields,
    note_guesses,
    warn_of_place,
)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Date", "Town", "Province"],
         {"Date": "date", "Town": "place_text", "Province": "governorate_text"}),
        (["event_date", "location", "admin1", "latitude", "longitude", "fatalities"],
         {"event_date": "date", "location": "place_text", "admin1": "governorate_text",
          "latitude": "lat", "longitude": "lon", "fatalities": "killed"}),
        (["eventDate", "X", "Y", "Min Killed", "max_killed"],
         {"eventDate": "date", "X": "lon", "Y": "lat", "Min Killed": "killed_min",
          "max_killed": "killed_max"}),
        (["التاريخ", "المكان", "المحافظة", "القتلى", "المصدر"],
         {"التاريخ": "date", "المكان": "place_text", "المحافظة": "governorate_text",
          "القتلى": "killed", "المصدر": "source"}),
        (["date", "place", "source", "Source 2", "url", "url_2", "Link"],
         {"date": "date", "place": "place_text", "source": "source", "Source 2": "source",
          "url": "url", "url_2": "url", "Link": "url"}),
        (["place", "village", "date", "start_date"], {"place": "place_text", "date": "date"}),
        (["Day", "Governorate", "Town / Village", "who did it?"],
         {"Day": "date", "Governorate": "governorate_text", "Town / Village": "place_text",
          "who did it?": "actor"}),
        (["Date (local)", "المكان / Place", "Lat / Latitude", "Lon", "Killed (total)"],
         {"Date (local)": "date", "المكان / Place": "place_text", "Lat / Latitude": "lat",
          "Lon": "lon",
          "Killed (total)": "killed"}),
        (["place", "Town / Village"], {"place": "place_text"}),
        (["City/Governorate", "Location (lat, lon)", "Date [published]"],
         {"Location (lat, lon)": "point", "Date [published]": "published"}),
        (["Deaths (soldiers)", "Injured / ill", "X (m)", "Latitude (UTM)", "X", "Lat"],
         {"Deaths (soldiers)": "killed_part", "X": "lon", "Lat": "lat"}),
        (["X", "Month"], {}),
        (["incident_d", "governorat", "civilians_"],
         {"governorat": "governorate_text"}),
        (["Raids", "Barrel bombs", "Total strikes"], {"Raids": "strikes"}),
        (["grp_where/town", "grp_harm:number_killed", "group_b-date", "source2_url", "source_1"],
         {"grp_where/town": "place_text", "grp_harm:number_killed": "killed",
          "group_b-date": "date", "source2_url": "url", "source_1": "source"}),
        (["Source Name", "Target Name"], {"Source Name": "actor", "Target Name": "target"}),
        (["Source name"], {"Source name": "source"}),
        (["Killed by", "KIA (civ)", "WIA", "What happened", "Means of attack"],
         {"Killed by": "actor", "KIA (civ)": "civilians_killed", "WIA": "injured",
          "What happened": "note", "Means of attack": "kind"}),
        (["Country/Province", "Exact location"],
         {"Country/Province": "country", "Exact location": "place_text"}),
        (["Town, Country"], {"Town, Country": "place_text"}),
        (["Country / source"], {}),
        (["No. of raids", "Total strikes"], {"Total strikes": "strikes"}),
        (["تعداد کشته\u200cشدگان"], {"تعداد کشته\u200cشدگان": "killed"}),
        (["Yr", "Mo", "Dy", "gov_name", "iso3", "Position", "Headlines", "Source dates"],
         {"Yr": "year", "Mo": "month", "Dy": "day", "gov_name": "governorate_text",
          "iso3": "country", "Position": "point", "Headlines": "title",
          "Source dates": "published"}),
        (["colour", "shape"], {}),
    ],
)  # fmt: skip
def test_columns_are_recognised(names: list[str], expected: dict[str, str]) -> None:
    assert guess_columns(names) == expected


@settings(deadline=None)
@given(st.lists(st.text(max_size=15), unique=True, max_size=12))
def test_guessing_never_gives_one_meaning_to_two_columns_unless_several_may_have_it(
    names: list[str],
) -> None:
    meanings = [field for field in guess_columns(names).values() if field not in SEVERAL]
    assert len(meanings) == len(set(meanings))
    assert set(meanings) <= set(FIELDS)


@pytest.mark.parametrize(
    ("columns", "lacking"),
    [
        ({"d": "date", "p": "place_text"}, None),
        ({"d": "date_mdy", "g": "governorate_text"}, None),
        ({"d": "date", "x": "lon", "y": "lat"}, None),
        ({"d": "date", "x": "lon"}, "a place column"),
        ({"p": "place_text"}, "a date column"),
        ({}, "a date column and a place column"),
    ],
)
def test_a_date_and_a_place_or_coordinates_are_needed(
    columns: dict[str, str], lacking: str | None
) -> None:
    found = missing_fields(columns)
    assert (found is None) if lacking is None else str(found).startswith(lacking)


def test_every_column_of_the_schema_that_a_stranger_may_fill_is_recognised_by_its_own_name() -> (
    None
):
    own = [name for name in FIELDS if name in ("killed_min", "place_text", "governorate_text",
                                              "date_end", "target_kind", "munition")]  # fmt: skip
    assert guess_columns(own) == {name: name for name in own}


def test_a_person_may_choose_some_columns_and_the_others_are_guessed() -> None:
    names = ["date", "place", "Ort", "Tote", "source"]
    chosen = choose_columns(names, {"Ort": "place_text", "Tote": "killed"})
    assert chosen == {"date": "date", "source": "source", "Ort": "place_text", "Tote": "killed"}
    assert list_unused(names, chosen) == "columns not used: place"
    assert choose_columns(names, {}) == guess_columns(names)


@pytest.mark.parametrize(
    ("columns", "warned"),
    [
        ({"p": "place_text"}, False),
        ({"x": "lon", "y": "lat"}, False),
        ({"g": "governorate_text"}, True),
        ({"x": "lon"}, True),
        ({}, True),
    ],
)
def test_a_table_without_a_place_column_is_warned_of(columns: dict[str, str], warned: bool) -> None:
    assert bool(warn_of_place(columns)) == warned


@pytest.mark.parametrize(
    ("names", "fields"),
    [
        (["تاريخ الحادث", "اسم التجمع", "المنطقة", "الناحية", "نوع الحادث", "عدد القتلى",
          "عدد الجرحى", "الإحداثيات"],
         ["date", "place_text", "adm2_text", "adm3_text", "kind", "killed", "injured", "point"]),
        (["Date", "Lieu", "Gouvernorat", "Type d'attaque", "Morts", "Blessés", "Lien"],
         ["date", "place_text", "governorate_text", "kind", "killed", "injured", "url"]),
        (["Fecha", "Lugar", "Provincia", "Tipo de ataque", "Número de muertos", "Heridos"],
         ["date", "place_text", "governorate_text", "kind", "killed", "injured"]),
        (["Дата", "Населённый пункт", "Область", "Погибло", "Ранено", "Широта", "Долгота"],
         ["date", "place_text", "governorate_text", "killed", "injured", "lat", "lon"]),
        (["Дата", "Населений пункт", "Область", "Загинуло", "Поранено", "Джерело"],
         ["date", "place_text", "governorate_text", "killed", "injured", "source"]),
        (["Tarih", "İl", "İlçe", "Köy", "Ölü", "Yaralı", "Ölü sayısı"],
         ["date", "governorate_text", "adm2_text", "place_text", "killed", "injured"]),
        (["تاریخ", "استان", "روستا", "کشته", "زخمی", "منبع"],
         ["date", "governorate_text", "place_text", "killed", "injured", "source"]),
        (["Year", "Month", "Day", "Town"], ["year", "month", "day", "place_text"]),
        (["Date", "Year", "Town"], ["date", None, "place_text"]),
        (["admin1Pcode", "ADM3_PCODE", "Community code", "adm1_code"], ["pcode"] * 4),
        (["Latitude", "Place"], [None, "place_text"]),
        (["lat", "lon", "coordinates"], ["lat", "lon", None]),
        (["event_type", "sub_event_type"], ["kind", "kind"]),
        (["notes", "description"], ["note", "note"]),
    ],
)  # fmt: skip
def test_columns_are_recognised_in_eight_languages(
    names: list[str], fields: list[str | None]
) -> None:
    found = guess_columns(names)
    assert [found.get(name) for name in names[: len(fields)]] == fields


def test_tags_of_hxl_go_before_names() -> None:
    tags = {"F1": "#date+start", "Location": "#adm1+name", "F3": "#affected+killed"}
    names = ["F1", "Location", "F3", "Town"]
    assert guess_columns(names, tags=tags) == {
        "F1": "date", "Location": "governorate_text", "F3": "killed", "Town": "place_text"
    }  # fmt: skip


def test_what_was_taken_by_its_cells_is_said() -> None:
    cells = pd.DataFrame({"Town": ["Homs", "Idlib"], "F7": ["2015-10-03", "2015-10-04"]})
    found = guess_columns(cells.columns, cells)
    assert found == {"Town": "place_text", "F7": "date"}
    assert note_guesses(cells.columns, found) == [
        "column 'F7' was taken as 'date' by what its cells hold"
    ]
