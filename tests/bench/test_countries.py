"""The bench of other countries: its rows are whole, and what it counts is right."""

from __future__ import annotations

import csv
from collections import Counter

from bench.matching import countries
from bench.matching.countries import (
    Incident,
    count_areas,
    count_country,
    count_names,
    read_incidents,
)
from gazetteer import load_gazetteer

KHARKIV = Incident("UA", "Kharkiv", "Kharkiv Oblast", 36.23, 49.99)
NOWHERE = Incident("UA", "Zzyqx", "Kharkiv Oblast", 36.23, 49.99)
FAR = Incident("UA", "Lviv", "Kharkiv Oblast", 36.23, 49.99)
IRPIN = Incident("UA", "Irpin", "Kyiv oblast", 30.2597, 50.4896)
INSIDE_AND_FAR = ((44.68, 15.69), (46.0, 15.69))
UNKNOWN = Incident("UA", "Kharkiv", "Zzyqx", 36.23, 49.99)


def test_every_row_names_a_place_with_a_point_and_its_source_once():
    found = read_incidents()
    rows = [one for several in found.values() for one in several]
    assert len(rows) > 300
    assert {"UA", "PS", "YE", "SD", "IQ"} <= set(found)
    assert all(one.name and one.area and abs(one.lat) <= 90 for one in rows)
    assert {one.fault.partition(":")[0] for one in rows} == {"", "point", "area"}
    with countries.INCIDENTS.open(encoding="utf-8", newline="") as file:
        sources = [row["source"] for row in csv.DictReader(file)]
    assert len(set(sources)) == len(sources) == len(rows)


def test_places_right_wrong_and_not_placed_are_told_apart():
    ukraine = load_gazetteer("ua")
    counted = count_names(ukraine, [KHARKIV, NOWHERE, FAR], stated=False)
    assert counted == Counter(right=1, none=1, wrong=1)
    assert count_areas(ukraine, [KHARKIV, UNKNOWN], told=True) == Counter(joined=1, unknown=1)


def test_an_area_that_holds_the_point_is_no_pin_and_not_wrong():
    yemen = load_gazetteer("ye")
    asked = [Incident("YE", "Nihm district", "Sanaa", *at) for at in INSIDE_AND_FAR]
    assert count_names(yemen, asked, stated=False) == Counter(area=1, wrong=1)


def test_a_point_just_over_the_coarse_outline_is_joined_once_its_area_is_told():
    ukraine = load_gazetteer("ua")
    assert count_areas(ukraine, [IRPIN], told=False) == Counter(other=1)
    assert count_areas(ukraine, [IRPIN], told=True) == Counter(joined=1)


def test_rows_with_a_fault_of_their_own_are_counted_apart():
    faulty = Incident("UA", "Lviv", "Kharkiv Oblast", 36.23, 49.99, "point: far from Lviv")
    rows, *_, alone, _ = count_country(load_gazetteer("ua"), [KHARKIV, faulty])
    assert (rows, alone) == (Counter(rows=1, faults=1), Counter(right=1))
