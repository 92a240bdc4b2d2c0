"""Persons killed are no strikes and stay unnamed; barrel bombs are counted as strikes."""

from __future__ import annotations

import pytest
from only_row import rows_of, values_of
from readings import read

from geo.reading.formats.vdc_snhr import CAUSES, VDC_SNHR
from geo.reading.inputs import read_table
from geo.strikes.schema import KINDS

PERSONS = (
    "Name,Status,Sex,Province,Area / Place of Birth,Date of death,Cause of Death,Actors\n"
    "Somebody Unnamed, Civilian,Adult - Female,Northgov,Milltown,2014-02-03, Warplane shelling,"
    "Power A\n"
    "Another One,Non-Civilian,Adult - Male,Northgov,Milltown,2014-02-03,Detention - Torture,"
    "Not identified\n"
)
ARABIC = (
    "الاسم,الحالة,المحافظة,المنطقة / مكان الولادة,تاريخ الاستشهاد,سبب الاستشهاد,الفاعل\n"
    "اسم,مدني,حلب,بلدة,2014-02-03,قصف بالطيران الحربي,جهة\n"
)


def test_a_person_is_one_killed_and_no_strike() -> None:
    reading = read(PERSONS)
    first, second = rows_of(reading)
    names = ("kind", "killed_min", "killed_max", "civilians_killed_min", "actor")
    assert values_of(first, *names) == ["airstrike", 1, 1, 1, "Power A"]
    assert values_of(second, *names) == ["other", 1, 1, None, None]
    assert first["not_strike"] == "one person of a list of persons killed (Warplane shelling)"
    assert any("not a strike" in note for note in reading.notes)


def test_nobody_is_named_and_no_birthplace_is_a_place() -> None:
    strikes = read(PERSONS).strikes
    said = strikes.drop(columns="geometry").astype("str").to_string()
    assert "Somebody" not in said
    assert "Milltown" not in said
    assert strikes["stated_precision"].tolist() == ["governorate", "governorate"]


def test_arabic_lists_are_read_alike() -> None:
    strike = rows_of(read(ARABIC))[0]
    names = ("kind", "civilians_killed_min", "governorate_text")
    assert values_of(strike, *names) == ["airstrike", 1, "حلب"]


@pytest.mark.parametrize(
    "header", ["Date,Governorate,Barrel bombs", "التاريخ,المحافظة,عدد البراميل المتفجرة"]
)
def test_barrel_bombs_are_strikes_that_a_row_stands_for(header: str) -> None:
    reading = read(f"{header}\n2015-10-03,Northgov,12\n")
    strike = rows_of(reading)[0]
    names = ("strikes_min", "strikes_max", "kind", "munition")
    assert values_of(strike, *names) == [12, 12, "airstrike", "barrel bomb"]
    assert reading.title == "Counts of barrel bombs (SNHR)"


def test_every_cause_is_a_kind_of_ours() -> None:
    assert set(CAUSES.values()) <= set(KINDS)


def test_other_lists_of_deaths_are_not_claimed() -> None:
    ill = PERSONS.replace("Warplane shelling", "Influenza").replace("Detention - Torture", "Age")
    assert VDC_SNHR.recognise(read_table(ill.encode(), name="a.csv")) == 0
    place = b"Date,Place,Barrel bombs\n2015-10-03,Milltown,12\n"
    assert VDC_SNHR.recognise(read_table(place, name="a.csv")) == 0


@pytest.mark.parametrize("more", ["Town", "القتلى", "Airstrikes"])
def test_a_table_with_more_than_counts_of_barrel_bombs_is_not_the_monitor_s(more: str) -> None:
    table = f"Date,Governorate,Barrel bombs,{more}\n2015-10-03,Northgov,12,3\n"
    assert VDC_SNHR.recognise(read_table(table.encode(), name="a.csv")) == 0
