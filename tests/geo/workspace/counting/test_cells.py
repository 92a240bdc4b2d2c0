"""Squares of a view, and the lists of them, are those that the table in memory gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from math import cos, floor, radians
from random import Random

import numpy as np
import pytest
from random_strikes import random_filters, random_period, random_strikes

from geo.errors import FilterError
from geo.strikes.filters import Filters, filter_strikes
from geo.workspace.counting.cells import FINEST, WORLD, cell_degrees, cell_km
from geo.workspace.files import make_workspace
from geo.workspace.store import Workspace

RADII = (0.3, 2.0, 4.8864990234375, 6.0, 30.0, 200.0, 9_000.0, 20_000.0)  # km; one is a square's
VIEWS = ((4, WORLD), (6, (35.5, 33.0, 40.2, 36.9)), (9, (36.0, 35.0, 38.0, 36.5)),
         (11, (36.4, 36.0, 36.5, 36.1)), (13, (36.4, 36.0, 36.5, 36.1)))  # fmt: skip


@pytest.fixture(scope="module")
def rough(cluster):
    """Give strikes of every sort with radii of every length, in a database and in memory."""
    strikes, claims = random_strikes(9, 3_000)
    located = (strikes["location_status"] == "located").to_numpy()
    radii = np.resize(RADII, len(strikes))
    strikes["uncertainty_km"] = np.where(located, radii, strikes["uncertainty_km"])
    address = cluster.address(cluster.make_database())
    make_workspace(address, strikes, claims)
    with Workspace(address, writing=False) as opened:
        yield opened, opened.read_strikes(), opened.read_claims()


def some_filters(seed: int, number: int) -> list[Filters]:
    chance, found = Random(seed), []
    for _ in range(number):
        first, last = random_period(chance)
        period = chance.choice(((first, last), (first, None), (None, last), (None, None)))
        found.append(replace(random_filters(chance), date_from=period[0], date_to=period[1]))
    return found


def squares_of(strikes, zoom, box):
    """Return the ids of the located strikes by the square that they count in: level, x, y."""
    view, found = min(zoom, FINEST), defaultdict(list)
    points = strikes.geometry
    told = zip(strikes.index, strikes["location_status"], strikes["uncertainty_km"], strict=True)
    for at, (name, status, km) in enumerate(told):
        if status != "located":
            continue
        width = cos(radians(points.iloc[at].y))  # of a square, by its length
        exact = next((one for one in range(18, 0, -1) if km <= width * cell_km(one)), 0)
        level = min(exact, view)
        side = cell_degrees(level)
        x, y = floor(points.iloc[at].x / side), floor(points.iloc[at].y / side)
        west, south, east, north = box
        across = west < (x + 1) * side and x * side < east
        if across and south < (y + 1) * side and y * side < north:
            found[level, x, y].append(name)
    return found


@pytest.mark.parametrize(("zoom", "box"), VIEWS)
def test_squares_hold_all_of_their_strikes_and_each_strike_once(rough, zoom, box):
    opened, strikes, claims = rough
    counted = Counter()
    queries = ("", "only=strikes", "kind=airstrike,drone&from=2016-02-09&to=2017-05-31",
               "weekday=friday,not reported&from=2016-02-09")  # fmt: skip
    for filters in [*map(Filters.from_query, queries), *some_filters(zoom, 3)]:
        passing = filter_strikes(strikes, filters, claims)
        wanted = squares_of(passing, zoom, box)
        found = opened.counted.squares(filters, zoom, box)
        assert {(one.level, one.x, one.y): one.rows for one in found} == {
            place: len(names) for place, names in wanted.items()
        }, filters
        assert all(one.coarse == (one.level < min(zoom, FINEST)) for one in found)
        counted["rows"] += sum(one.rows for one in found)
        counted["coarse"] += sum(one.coarse for one in found)
    assert counted["rows"] > 20
    assert counted["coarse"] > 2


def test_squares_of_many_are_those_of_the_table(many, tables):
    box = (36.0, 34.0, 39.0, 36.0)
    for filters in [Filters(), *some_filters(21, 4)]:
        passing = filter_strikes(tables[0], filters, tables[1])
        for zoom in (5, 10):
            wanted = {at: len(names) for at, names in squares_of(passing, zoom, box).items()}
            found = many.counted.squares(filters, zoom, box)
            assert {(one.level, one.x, one.y): one.rows for one in found} == wanted, filters
    with pytest.raises(FilterError, match="zoom 19 is none of a map"):
        many.counted.squares(Filters(), 19)
    with pytest.raises(FilterError, match="west, south, east, north"):
        many.counted.squares(Filters(), 5, (10, 0, -10, 5))


def test_a_list_is_in_pages_the_rows_that_pass_in_their_order(rough):
    opened, strikes, claims = rough
    for filters in [Filters(), Filters(text="zita"), *some_filters(5, 3)]:
        wanted = list(filter_strikes(strikes, filters, claims).index)
        listed, after = [], 0
        while after is not None:
            page = opened.counted.page(filters, 700, after=after)
            assert len(page.strikes) <= 700
            assert set(page.claims["strike_id"]) <= set(page.strikes.index)
            listed += list(page.strikes.index)
            after = page.after
        assert listed == wanted, filters


def test_the_list_of_a_square_is_what_it_counts(rough):
    opened, strikes, claims = rough
    filters = Filters.from_query("only=strikes&from=2015-03-01")
    for zoom, box in VIEWS[1:4]:
        wanted = squares_of(filter_strikes(strikes, filters, claims), zoom, box)
        for square in opened.counted.squares(filters, zoom, box)[::9]:
            page = opened.counted.page(filters, 5_000, square=square)
            assert list(page.strikes.index) == wanted[square.level, square.x, square.y]
            west, south, east, north = square.box
            points = page.strikes.geometry
            assert ((points.x >= west) & (points.x < east)).all()
            assert ((points.y >= south) & (points.y < north)).all()


def test_what_is_known_only_to_an_area_is_counted_by_area(rough):
    opened, strikes, claims = rough
    filters = Filters.from_query("kind=airstrike,shelling")
    passing = filter_strikes(strikes, filters, claims)
    wanted = int((passing["location_status"] == "area_only").sum())
    assert sum(one.totals.rows for one in opened.counted.areas_only(filters)) == wanted > 0
    assert opened.counted.areas_only(replace(filters, statuses=("located",))) == []


def test_what_is_offered_is_what_the_rows_have(rough):
    opened, strikes, _ = rough
    offered = opened.counted.offered()
    assert set(offered.governorates) == set(
        strikes.dropna(subset=["adm1_code", "adm1_name"])["adm1_code"]
    )
    assert offered.first_day == strikes["date_start"].min().date()
    assert offered.last_day == strikes["date_end"].max().date()
    assert offered.without_actor
    assert "SOHR" in offered.sources
    assert "no source given" not in offered.sources


def test_a_database_that_takes_too_long_is_given_up_and_said(rough):
    from sqlalchemy import text

    from geo.errors import WorkspaceError

    slow = rough[0].counted.within(0.05)
    with pytest.raises(WorkspaceError, match=r"could not be read \(.*statement timeout"):
        slow.read(lambda at: at.execute(text("SELECT pg_sleep(2)")))
