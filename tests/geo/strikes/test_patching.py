"""A few rows put in, taken out or replaced: as if the whole table were made anew."""

from __future__ import annotations

import pandas as pd
import shapely
from geopandas.testing import assert_geodataframe_equal

from geo.reading.read import read_seeds
from geo.strikes.patching import patch_rows
from geo.strikes.schema import make_strikes


def seeds():
    return read_seeds().strikes


def test_a_row_is_replaced_in_its_place_and_the_others_stay():
    strikes = seeds()
    before = strikes.copy(deep=True)
    rows = strikes.iloc[[7, 3]].assign(
        place_name=[None, "Made Farm"], match_score=[None, 0.5], killed_min=[None, 4],
        date_start=pd.NaT, geometry=[shapely.Point(36.1, 35.2), None],
    )  # fmt: skip
    rows = make_strikes(rows)
    patched = patch_rows(strikes, rows)
    assert_geodataframe_equal(patched.loc[rows.index], rows)
    rest = strikes.index.drop(rows.index)
    assert_geodataframe_equal(patched.loc[rest], strikes.loc[rest])
    assert list(patched.index) == list(strikes.index)
    assert list(patched.dtypes) == list(strikes.dtypes)
    assert_geodataframe_equal(strikes, before)


def test_new_rows_come_last_and_removed_ones_go():
    strikes = seeds()
    head, tail = strikes.iloc[:-2], strikes.iloc[-2:]
    patched = patch_rows(head, tail, [strikes.index[0]])
    assert_geodataframe_equal(patched, strikes.iloc[1:])
    assert patched.crs == strikes.crs


def test_nothing_to_do_changes_nothing():
    strikes = seeds()
    assert_geodataframe_equal(patch_rows(strikes, strikes.iloc[:0]), strikes)
    assert_geodataframe_equal(patch_rows(strikes, strikes.iloc[5:9]), strikes)
