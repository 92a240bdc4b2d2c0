"""Downloads hold what is in view, in formats that are read back."""

from __future__ import annotations

import io
import json
import shlex
import zipfile

import pandas as pd

from geo.reading.read import read_seeds, read_strikes
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.schema import DEFAULT_KINDS
from geo.strikes.totals import count_totals
from geo.webmap.payload.encode import MapOptions
from strikemap.web.datasets import Dataset
from strikemap.web.downloads import list_downloads, word_command


def test_downloads_hold_what_is_in_view(seeds, tmp_path):
    reading = read_seeds()
    shown = filter_strikes(seeds, Filters(kinds=DEFAULT_KINDS, governorates=("SY07",)))
    claims = reading.claims[reading.claims["strike_id"].isin(shown.index)]
    files = {f.file_name: f.make() for f in list_downloads(shown, claims, {}, MapOptions())[:2]}
    features = json.loads(files["strikes.geojson"])["features"]
    assert {feature["id"] for feature in features} == set(shown.index)
    points = [feature for feature in features if feature["geometry"]]
    assert len(points) == count_totals(shown).located
    with zipfile.ZipFile(io.BytesIO(files["strikes.zip"])) as bundle:
        bundle.extractall(tmp_path)
    again = read_strikes(tmp_path / "strikes.csv", claims=tmp_path / "claims.csv")
    pd.testing.assert_frame_equal(
        pd.DataFrame(again.strikes.drop(columns="geometry")),
        pd.DataFrame(shown.drop(columns="geometry")),
    )
    assert len(again.claims) == len(claims)


def test_the_command_carries_what_was_said_of_the_file(seeds, monkeypatch):
    opened = Dataset("a b.xlsx", seeds, seeds, shipped=False, chosen={"Wo": "place_text"},
                     said=("--sheet=May 2016", "--order=month-first"))  # fmt: skip
    words = shlex.split(word_command(opened, Filters()))
    assert words[-3:] == ["--column=place_text=Wo", "--sheet=May 2016", "--order=month-first"]
    started = {"columns": {"Wo": "place_text"}, "order": "day first", "format": "any-table",
               "sheet": "May", "kind": "other"}  # fmt: skip
    monkeypatch.setenv("STRIKEMAP_STRIKES", "mine.xlsx")
    monkeypatch.setenv("STRIKEMAP_READING", json.dumps(started))
    words = shlex.split(word_command(Dataset("mine", seeds, seeds, shipped=True), Filters()))
    assert words[2] == "mine.xlsx"
    assert {"--column=place_text=Wo", "--format=any-table", "--sheet=May",
            "--order=day-first"} <= set(words)  # fmt: skip
