"""What a database counts is what the same filters count of the table in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from urllib.parse import quote

import numpy as np
import pytest
from random_strikes import random_filters, random_period

from geo.errors import FilterError, WorkspaceError
from geo.reading.read import read_seeds
from geo.strikes.filters import Filters, claims_of, filter_strikes
from geo.strikes.near_layers import NearLayer
from geo.strikes.passing import name_sources
from geo.strikes.totals import count_totals
from geo.workspace.counting.cells import cell_km
from geo.workspace.files import make_workspace
from geo.workspace.store import Workspace


def some_filters(seed: int, number: int) -> list[Filters]:
    chance = Random(seed)
    found = []
    for _ in range(number):
        filters = random_filters(chance)
        first, last = random_period(chance)
        ends = chance.choice(((first, last), (first, None), (None, last), (None, None)))
        found.append(replace(filters, date_from=ends[0], date_to=ends[1]))
    return found


def test_totals_are_those_of_the_table_to_the_last_figure(many, tables):
    strikes, claims = tables
    passed = 0
    for filters in [Filters(), *some_filters(18, 8)]:
        wanted = count_totals(strikes, filters, claims)
        assert many.counted.totals(filters) == wanted, filters
        passed += wanted.rows > 0
    assert passed > 4


def test_totals_of_the_strikes_that_ship_are_those_of_the_table(shipped):
    strikes, claims = shipped.read_strikes(), shipped.read_claims()
    queries = [f"governorate={name}" for name in ("Idlib", "SY07", "not reported")]
    queries += [f"source={quote(name)}" for name in name_sources(claims).dropna().unique()]
    queries += [f"q={word}" for word in ("al", "market", "حلب", "2")]
    for filters in [Filters.from_query(query) for query in queries] + some_filters(7, 12):
        assert shipped.counted.totals(filters) == count_totals(strikes, filters, claims), filters


@pytest.mark.parametrize("query", [
    "from=2015-09-30&to=2015-10-01", "from=2016-02-01&to=2016-02-29", "from=2016-02-02",
    "to=2016-12-31&only=strikes", "from=2016-03-05&to=2016-03-20&kind=drone,ground",
    "from=2016-01-31&to=2017-01-01&actor=russia", "governorate=not reported&governorate=idlib",
    "district=not reported&since=2020-01-01", "hour=02&weekday=monday,not reported",
    "to=9999-12-31", "from=2016-02-02&to=9999-12-31", "from=9999-12-02", "source=%00",
    "actor=%00&source=%00,not reported", "source=not reported&hour=02",
    "source=no source given", "q=kafr zita", "q='",
    "near=36.452,36.049,1", "near=179.9,10,2000", "near=36.7,89,2000",
])  # fmt: skip
def test_whole_months_edges_and_words_count_alike(many, tables, query):
    filters = Filters.from_query(query)
    assert many.counted.totals(filters) == count_totals(tables[0], filters, tables[1])


def test_the_strikes_of_a_filter_are_read_alone(many, tables):
    filters = Filters.from_query("from=2016-02-02&to=2016-05-01&governorate=Hama")
    wanted = filter_strikes(tables[0], filters)
    assert 0 < len(wanted) < 1_000
    assert many.read_part(filters)[0].equals(wanted)
    claims = many.read_part(filters)[1].reset_index(drop=True)
    assert claims.equals(claims_of(tables[1], wanted).reset_index(drop=True))


def test_what_a_database_cannot_be_asked_is_refused_and_not_ignored(many, tmp_path):
    for filters, said in [
        (Filters(near_layer=NearLayer("Hospitals", 5)), r"near_layer=Hospitals,5.*leave it out"),
        (Filters(around="Talbisah,5"), r"around=Talbisah,5.*near=lon,lat,km"),
    ]:
        for ask in (many.counted.totals, many.read_part, lambda f: many.counted.cells(f, 5)):
            with pytest.raises(FilterError, match=said):
                ask(filters)
    with pytest.raises(FilterError, match=r"by=weather is unknown; use one of governorate, kind"):
        many.counted.groups(Filters(), "weather")
    reading = read_seeds()
    make_workspace(tmp_path / "work.gpkg", reading.strikes, reading.claims)
    with (
        Workspace(tmp_path / "work.gpkg", writing=False) as opened,
        pytest.raises(WorkspaceError, match=r"work\.gpkg: is a file, which is counted in memory"),
    ):
        opened.counted.totals()


def test_values_of_filters_are_never_part_of_a_statement(many, tables):
    filters = Filters(
        governorates=("'; DROP TABLE strikes; --",), actors=("%(x)s", "{}"), sources=("\\', 1",)
    )
    assert many.counted.totals(filters) == count_totals(tables[0], filters, tables[1])
    assert many.counted.totals().rows == len(tables[0])


def test_cells_hold_each_located_strike_once(many, tables):
    filters = Filters(kinds=("airstrike", "drone"), date_from=date(2016, 1, 9))
    located = filter_strikes(tables[0], filters).query("location_status == 'located'")
    cells = many.counted.cells(filters, 6)
    assert sum(cell.rows for cell in cells) == len(located) > 100
    side = cells[0].east - cells[0].west
    at = np.floor(np.column_stack([located.geometry.x, located.geometry.y]) / side) * side
    wanted = {(x, y) for x, y in at}
    assert {(cell.west, cell.south) for cell in cells} == wanted
    assert side * 111 < cell_km(6) < side * 112
    box = (36.0, 34.0, 38.0, 36.0)
    inside = located.cx[box[0] : box[2], box[1] : box[3]]
    cut = many.counted.cells(filters, 9, box)
    assert sum(cell.rows for cell in cut) == len(inside) > 10
    ends = [(cell.west, cell.south, cell.east, cell.north) for cell in cut]
    assert all(36 <= w < e <= 38 and 34 <= s < n <= 36 for w, s, e, n in ends)
    vague = (inside["uncertainty_km"] > np.cos(np.radians(inside.geometry.y)) * cell_km(14)).sum()
    assert sum(cell.less_exact for cell in many.counted.cells(filters, 14, box)) == vague > 0
    with pytest.raises(FilterError, match="zoom 19 is none of a map"):
        many.counted.cells(filters, 19)
    with pytest.raises(FilterError, match="west, south, east, north"):
        many.counted.cells(filters, 5, (10, 0, -10, 5))
