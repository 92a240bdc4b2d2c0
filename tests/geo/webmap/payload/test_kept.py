"""What is kept of columns changes nothing of a payload, and is made once while they stay."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pytest
import shapely
from geopandas.testing import assert_geodataframe_equal

from geo.reading.read import read_seeds
from geo.strikes.patching import patch_rows
from geo.strikes.schema import make_strikes
from geo.webmap.payload import kept as kept_module
from geo.webmap.payload.encode import encode_strikes
from geo.webmap.payload.kept import Kept

DISTRICTS = {"SY0702", "SY0801"}


def rows_changed(strikes: gpd.GeoDataFrame, step: int) -> gpd.GeoDataFrame:
    """Return some rows put elsewhere, so that the order within their days changes."""
    rows = strikes.iloc[[step, step + 9, step + 20]]
    lon = 36.0 + step / 10
    words = {"place_name": f"Place {step}", "adm2_code": "SY0702", "match_reason": "chosen"}
    points = [shapely.Point(lon, 35.5), None, shapely.Point(lon - 1, 35)]
    status = ["located", "unlocated", "located"]
    return make_strikes(rows.assign(**words, location_status=status, geometry=points))


def test_after_each_change_the_payload_is_byte_for_byte_that_of_the_whole_table():
    seeds, kept = read_seeds(), Kept()
    strikes = seeds.strikes
    tables = [strikes]
    for step in range(6):
        strikes = patch_rows(strikes, rows_changed(strikes, step))
        tables.append(strikes)
    tables += [strikes.iloc[3:], tables[2], strikes.iloc[::-1]]  # shorter, older, turned round
    for table in tables:
        with_kept = encode_strikes(table, seeds.claims, districts=DISTRICTS, kept=kept)
        fresh = encode_strikes(table, seeds.claims, districts=DISTRICTS)
        assert (with_kept.token, with_kept.sections) == (fresh.token, fresh.sections)
        assert with_kept.order.tolist() == fresh.order.tolist()


def test_only_columns_that_changed_are_numbered_anew(monkeypatch):
    numbered = []
    number = kept_module.number_words
    monkeypatch.setattr(
        kept_module, "number_words", lambda texts: numbered.append(texts) or number(texts)
    )
    seeds, kept = read_seeds(), Kept()
    rows = seeds.strikes.iloc[:2].assign(match_reason="as a person decided")
    patched = patch_rows(seeds.strikes, make_strikes(rows))
    encode_strikes(seeds.strikes, seeds.claims, kept=kept)
    assert len(numbered) > 10
    numbered.clear()
    encode_strikes(patched, seeds.claims, kept=kept)
    (texts,) = numbered
    assert texts.to_pylist()[:2] == ["as a person decided"] * 2


@pytest.mark.parametrize("other", [["a", "b", "d"], ["a", "b"], [None, "b", "c"]])
def test_equal_names_of_other_arrays_are_made_anew(other):
    kept, texts = Kept(), pa.array(["a", "b", "c"])
    assert kept.remember("name", (texts,), lambda: 1) == 1
    assert kept.remember("name", (texts,), lambda: 2) == 1
    assert kept.remember("name", (pa.array(other),), lambda: 3) == 3
    assert kept.remember("another", (texts,), lambda: 4) == 4


def test_a_column_that_stays_is_the_same_array_after_a_change_and_nothing_else_is_written():
    strikes = read_seeds().strikes
    before = strikes.copy(deep=True)
    patched = patch_rows(strikes, rows_changed(strikes, 1))
    same = pd.Series(
        {name: pa.array(patched[name]).buffers()[1].address
               == pa.array(strikes[name]).buffers()[1].address
         for name in ("place_text", "kind", "place_name")}
    )  # fmt: skip
    assert same.to_dict() == {"place_text": True, "kind": True, "place_name": False}
    assert_geodataframe_equal(strikes, before)
