"""What is kept of columns changes nothing of a payload, and is made once while they stay."""

from __future__ import annotations

import random

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
import shapely
from geopandas.testing import assert_geodataframe_equal

from geo.reading.read import read_seeds
from geo.strikes.patching import patch_rows
from geo.strikes.schema import make_strikes
from geo.webmap.payload import blocks, coding, deflating
from geo.webmap.payload.encode import Payload, encode_strikes
from geo.webmap.payload.kept import Kept

DISTRICTS = {"SY0702", "SY0801"}


def rows_changed(strikes: gpd.GeoDataFrame, chance: random.Random) -> gpd.GeoDataFrame:
    """Return a few rows as decisions and corrections leave them: placed, taken away, told anew."""
    rows = strikes.iloc[sorted(chance.sample(range(len(strikes)), chance.randint(1, 5)))]
    places = [
        None if chance.random() < 0.3 else shapely.Point(chance.uniform(35, 42), 35.5)
        for _ in range(len(rows))
    ]
    told = {
        "place_name": f"Place {chance.randint(0, 5)}", "adm1_code": chance.choice(["SY07", None]),
        "adm2_code": chance.choice(["SY0702", "SY0801", "SY1401", None]),
        "match_reason": chance.choice(["chosen", "no place", None]),
        "uncertainty_km": chance.choice([0.5, 12.0, None]),
        "killed_min": chance.choice([0, 7, None]), "strikes_max": chance.choice([4, None]),
        "kind": chance.choice(["airstrike", "drone"]), "date_precision": "day",
    }  # fmt: skip
    some = {name: told[name] for name in chance.sample(sorted(told), chance.randint(1, len(told)))}
    if chance.random() < 0.2:
        some |= dict.fromkeys(("date_start", "date_end"), pd.Timestamp(2016, 1, 1))
    status = ["located" if place else "unlocated" for place in places]
    return make_strikes(rows.assign(**some, location_status=status, geometry=places))


def is_same(payload: Payload, other: Payload) -> bool:
    """Return whether two payloads are the same byte for byte, and in the order of their rows."""
    return (payload.token, dict(payload.sections), payload.order.tolist(), list(payload.ids)) == (
        other.token, dict(other.sections), other.order.tolist(), list(other.ids),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(2))
def test_after_any_changes_undone_and_redone_the_payload_is_that_of_the_whole_table(seed):
    chance, seeds, kept = random.Random(seed), read_seeds(), Kept()
    past, future, claims = [seeds.strikes], [], seeds.claims
    for _ in range(25):
        act = chance.choice(["decide", "decide", "undo", "redo", "claims", "fewer"])
        if act == "undo" and len(past) > 1:
            future.append(past.pop())
        elif act == "redo" and future:
            past.append(future.pop())
        elif act == "claims":
            claims = seeds.claims.sample(frac=chance.random(), random_state=seed)
        elif act == "fewer":
            past.append(past[-1].drop(index=past[-1].index[chance.randrange(len(past[-1]))]))
        else:
            past.append(patch_rows(past[-1], rows_changed(past[-1], chance)))
        table, districts = past[-1], chance.choice([DISTRICTS, {"SY1401"}, set()])
        here = claims[claims["strike_id"].isin(table.index)]
        with_kept = encode_strikes(table, here, districts=districts, kept=kept)
        assert is_same(with_kept, encode_strikes(table, here, districts=districts))


def test_rows_of_any_order_make_the_same_bytes_with_what_is_kept_of_another():
    seeds, kept = read_seeds(), Kept()
    for table in (seeds.strikes, seeds.strikes.iloc[::-1], seeds.strikes):
        made = encode_strikes(table, seeds.claims, kept=kept)
        fresh = encode_strikes(table, seeds.claims)
        assert is_same(made, fresh)
        assert made.sections == encode_strikes(seeds.strikes, seeds.claims).sections


def test_of_a_decision_only_what_it_changed_is_worked_out_and_deflated_anew(monkeypatch):
    made = {"packed": 0, "deflated": 0}

    def count(name, work):
        def counted(*of):
            made[name] += 1
            return work(*of)

        return counted

    monkeypatch.setattr(blocks, "_pack_numbers", count("packed", blocks._pack_numbers))
    monkeypatch.setattr(deflating, "_deflate_run", count("deflated", deflating._deflate_run))
    seeds, kept = read_seeds(), Kept()
    encode_strikes(seeds.strikes, seeds.claims, kept=kept)
    first = dict(made)
    named = seeds.strikes.index[seeds.strikes["place_text"].notna()][:2]
    rows = seeds.strikes.loc[named].assign(geometry=[shapely.Point(36, 35), None])
    patched = patch_rows(seeds.strikes, make_strikes(rows))
    encode_strikes(patched, seeds.claims, kept=kept)
    assert made["packed"] - first["packed"] <= 4 < first["packed"]  # points, none else
    assert made["deflated"] - first["deflated"] <= 2 < first["deflated"]
    encode_strikes(patched.copy(deep=False), seeds.claims, kept=kept)
    assert made["packed"] - first["packed"] <= 4


def test_only_columns_that_changed_are_numbered_anew(monkeypatch):
    numbered = []
    number = coding.number_words
    monkeypatch.setattr(
        coding, "number_words", lambda texts: numbered.append(texts) or number(texts)
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


def test_arrays_are_known_by_where_they_lie_and_settled_ones_by_what_they_hold():
    kept, values = Kept(), np.array([1.0, np.nan, 3.0])
    assert kept.settle("radii", values) is values
    assert kept.settle("radii", values.copy()) is values
    assert kept.settle("radii", values.astype("f4")) is not values
    assert kept.remember("of", (values, "said"), lambda: 1) == 1
    assert kept.remember("of", (values[:], "said"), lambda: 2) == 1
    assert kept.remember("of", (values, "other"), lambda: 3) == 3
    assert kept.remember("of", (values[:2], "other"), lambda: 4) == 4
    assert kept.remember("of", (values.copy()[:2], "other"), lambda: 5) == 5


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
    rows = strikes.iloc[[1, 10, 21]].assign(place_name="Another", adm2_code="SY0702")
    patched = patch_rows(strikes, make_strikes(rows))
    same = pd.Series(
        {name: pa.array(patched[name]).buffers()[1].address
               == pa.array(strikes[name]).buffers()[1].address
         for name in ("place_text", "kind", "place_name")}
    )  # fmt: skip
    assert same.to_dict() == {"place_text": True, "kind": True, "place_name": False}
    assert_geodataframe_equal(strikes, before)
