"""Yemen Data Project: a row stands for several raids, and every row is in Yemen."""

from __future__ import annotations

import pytest
from only_row import rows_of, values_of
from readings import read

from geo.reading.formats.yemen_data_project import (
    MAIN_CATEGORIES,
    SUB_CATEGORIES,
    WEAPONS,
    YEMEN_DATA_PROJECT,
)
from geo.reading.inputs import read_table
from geo.strikes.schema import KINDS, TARGET_KINDS

HEADER = (
    "Incident ID,Date,Governorate,District,Area,Target,Main category,Sub-category,Min Air Raids,"
    "Max Air Raids,Civilian Casualties,Fatalities ,Child fatalities,Injured ,"
    " Confirmed Time,Time of Day,,\n"
)
ROWS = (
    "1,03/04/2015,Northgov,East,Mill,Depot,Military_Security_Target,Weapon storage,1,3,9,4,2,5,"
    "2,Early-Morning,,\n"
    "2,03/04/2015,Northgov,East,-,Houses,Civilian,Residential Area,8,8,7,,0,,unkn,Evening,,\n"
)


def test_raids_tolls_and_hours_are_read() -> None:
    first, second = rows_of(read(HEADER + ROWS))
    names = ("strikes_min", "strikes_max", "civilians_killed_min", "injured_max", "time_local")
    assert values_of(first, *names) == [1, 3, 4, 5, "02:00"]
    assert values_of(second, *names) == [8, 8, None, None, "Evening"]
    assert values_of(first, "killed_min", "kind") == [None, "airstrike"]
    assert "Child fatalities: 2" in str(first["note"])
    assert "Child" not in str(second.get("note"))


def test_killed_and_injured_together_count_only_where_they_are_not_given_apart() -> None:
    first, second = rows_of(read(HEADER + ROWS))
    assert values_of(first, "casualties_min") == [None]
    assert values_of(second, "casualties_min", "casualties_max") == [7, 7]
    assert "Civilian Casualties 9" in str(first["source_codes"])


def test_days_come_before_months_and_every_row_is_in_yemen() -> None:
    for strike in rows_of(read(HEADER + ROWS)):
        assert str(strike["date_start"])[:10] == "2015-04-03"
        assert values_of(strike, "country_text", "governorate_text") == ["Yemen", "Northgov"]
        assert strike["district_text"] == "East"


def test_what_was_hit_is_the_sharper_of_two_categories() -> None:
    first, second = rows_of(read(HEADER + ROWS))
    assert [one["target_kind"] for one in (first, second)] == ["military", "residential"]


def test_later_tables_say_the_weapon() -> None:
    header = HEADER.replace("Air Raids", "Projectiles").replace("Target,", "Weapon Type,", 1)
    text = header + ROWS.replace("Depot", "Ballistic Missile").replace("Houses", "Drone")
    assert [one["kind"] for one in rows_of(read(text))] == ["missile", "drone"]


def test_every_word_of_the_tables_is_ours() -> None:
    assert {*MAIN_CATEGORIES.values(), *SUB_CATEGORIES.values()} <= set(TARGET_KINDS)
    assert set(WEAPONS.values()) <= set(KINDS)


@pytest.mark.parametrize("header", ["Date,Governorate,Place,Number of airstrikes,Killed",
                                    "Date,Governorate,Min Air Raids"])  # fmt: skip
def test_strangers_tables_are_not_claimed(header: str) -> None:
    assert YEMEN_DATA_PROJECT.recognise(read_table(f"{header}\n".encode(), name="a.csv")) == 0
