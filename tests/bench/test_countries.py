"""The bench of other countries: its rows are whole, and what it counts is right."""

from __future__ import annotations

from collections import Counter

from bench import countries
from bench.countries import Incident, count_areas, count_names, read_incidents
from gazetteer import load_gazetteer

KHARKIV = Incident("UA", "Kharkiv", "Kharkiv Oblast", 36.23, 49.99)
NOWHERE = Incident("UA", "Zzyqx", "Kharkiv Oblast", 36.23, 49.99)
FAR = Incident("UA", "Lviv", "Kharkiv Oblast", 36.23, 49.99)
UNKNOWN = Incident("UA", "Kharkiv", "Zzyqx", 36.23, 49.99)


def test_every_row_names_a_place_with_a_point_and_its_source_once():
    found = read_incidents()
    rows = [one for several in found.values() for one in several]
    assert len(rows) > 300
    assert {"UA", "PS", "YE", "SD", "IQ"} <= set(found)
    assert all(one.name and one.area and abs(one.lat) <= 90 for one in rows)
    sources = [line.rpartition(",")[2] for line in countries.INCIDENTS.open(encoding="utf-8")]
    assert len(set(sources)) == len(sources)


def test_places_right_wrong_and_not_placed_are_told_apart():
    ukraine = load_gazetteer("ua")
    counted = count_names(ukraine, [KHARKIV, NOWHERE, FAR], stated=False)
    assert counted == Counter(right=1, none=1, wrong=1)
    assert count_areas(ukraine, [KHARKIV, UNKNOWN]) == Counter(joined=1, unknown=1)
