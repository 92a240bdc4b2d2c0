"""Strikes that are located already stay so, and only with the same places and boundaries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

from gazetteer import load_gazetteer
from gazetteer.matching.ladder import Gazetteer
from geo.export.write import write_strikes
from geo.land.boundaries import load_boundaries
from geo.placing.edition import edition_of
from geo.placing.locate import locate_fresh
from geo.reading.read import read_strikes

TABLE = pd.DataFrame({"date": ["2015-09-30", "2015-10-01"], "town": ["Talbisah", "Zzyqx Farm"]})


@pytest.fixture(scope="module")
def land():
    return load_gazetteer("sy"), load_boundaries("sy")


@pytest.fixture
def written(land, tmp_path: Path) -> Path:
    reading, edition = locate_fresh(read_strikes(TABLE), *land)
    path = tmp_path / "a.parquet"
    write_strikes(reading.strikes, reading.claims, path, located=edition)
    return path


def test_a_parquet_that_was_located_with_the_same_places_stays_as_it_is(land, written):
    again = read_strikes(written)
    assert again.located == edition_of(*land)
    same, _ = locate_fresh(again, *land)
    assert same is again


def test_other_places_or_a_table_that_another_tool_wrote_are_located_anew(land, written):
    gazetteer, boundaries = land
    moved = [replace(gazetteer.places[0], lon=0.0), *gazetteer.places[1:]]
    other = Gazetteer("sy", moved)
    assert edition_of(other, boundaries) != edition_of(gazetteer, boundaries)
    for change in ({"kind": "camp"}, {"name_ar": "ا"}, {"adm2_code": "SY0101"}):
        called = [replace(gazetteer.places[0], **change), *gazetteer.places[1:]]
        assert edition_of(Gazetteer("sy", called), boundaries) != edition_of(gazetteer, boundaries)
    read = read_strikes(written)
    assert locate_fresh(read, other, boundaries)[0] is not read
    gpd.read_parquet(written).to_parquet(written)
    assert read_strikes(written).located == ""
