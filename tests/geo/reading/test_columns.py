"""Column names of tables as people write them are recognised."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.reading.column_names import FIELDS
from geo.reading.columns import (
    choose_columns,
    guess_columns,
    list_unused,
    missing_fields,
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
        (["Date (local)", "المكان / Place", "Lat / Latitude", "Killed (total)"],
         {"Date (local)": "date", "المكان / Place": "place_text", "Lat / Latitude": "lat",
          "Killed (total)": "killed"}),
        (["place", "Town / Village"], {"place": "place_text"}),
        (["City/Governorate", "Location (lat, lon)", "Date [published]"],
         {"Date [published]": "published"}),
        (["Deaths (soldiers)", "Injured / ill", "X (m)", "Latitude (UTM)"], {}),
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
    meanings = [field for field in guess_columns(names).values() if field not in ("source", "url")]
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
