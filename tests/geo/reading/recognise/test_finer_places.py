"""Columns of places of several levels are one place: the village in its town."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.reading.read import read_strikes
from geo.reading.recognise.finer_places import find_levels, join_levels


@pytest.mark.parametrize(
    ("names", "place", "finer", "coarser"),
    [
        (["Town", "Village", "City"], "Town", ["Village"], ["City"]),
        (["city", "neighbourhood", "village"], "city", ["neighbourhood", "village"], []),
        (["المدينة", "القرية"], "القرية", [], ["المدينة"]),
        (["Село", "Місто"], "Місто", ["Село"], []),
        (["Location", "City", "Village"], "Location", [], []),
        (["Village", "District"], "Village", [], []),
        (["Area", "Neighbourhood"], "Neighbourhood", [], ["Area"]),
    ],
)
def test_a_column_is_finer_or_coarser_by_what_its_name_says_it_holds(
    names: list[str], place: str, finer: list[str], coarser: list[str]
) -> None:
    assert find_levels(names, {place: "place_text"}) == (finer, coarser)


def test_a_column_that_means_something_else_is_no_part_of_the_place() -> None:
    columns = {"Town": "place_text", "Village": "note"}
    assert find_levels(["Town", "Village"], columns) == ([], [])


def test_parts_are_joined_where_both_are_told_and_one_stands_in_for_the_other() -> None:
    town = pd.Series(["Tarmin", "", "Tarmin", "", "Salbin town"])
    village = pd.Series(["Dawsal", "Dawsal", "n/a", "-", "Salbin"])
    city = pd.Series(["", "Eastham", "Eastham", "Eastham", ""])
    joined = join_levels(town, [village], [city])
    assert joined.tolist() == ["Dawsal, Tarmin", "Dawsal, Eastham", "Tarmin", "Eastham",
                               "Salbin town"]  # fmt: skip


def test_a_village_is_not_read_as_the_town_beside_it() -> None:
    table = b"date,village,town,killed\n2024-10-27,Dawsal,Tarmin,3\n2024-10-28,,Tarmin,1\n"
    reading = read_strikes(table, name="list.csv")
    assert reading.strikes["place_text"].tolist() == ["Dawsal, Tarmin", "Tarmin"]
    assert any("'village' and 'town' are read as the place" in note for note in reading.notes)
    assert "village" not in reading.unused
    assert reading.meanings["village"] == "place_text"


def test_a_table_with_hebrew_names_is_read() -> None:
    table = "תאריך,יישוב,מחוז,הרוגים,פצועים\n13/10/2023,אשקלון,הדרום,1,2\n"
    strikes = read_strikes(table.encode(), name="list.csv").strikes
    assert strikes[["place_text", "killed_min", "injured_min"]].iloc[0].tolist() == ["אשקלון", 1, 2]
