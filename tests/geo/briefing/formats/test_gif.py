"""A playback has a frame for every step, those without a strike too, and drops none."""

from __future__ import annotations

import io

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from map_strikes import strikes_of
from PIL import Image
from sheet_cases import OCTOBER, base_map, nasty_sheet, no_claims, seed_file, seed_sheet

from geo.briefing import playback
from geo.briefing.content.timeline import count_bins
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets
from geo.errors import SheetError
from geo.layers.layer import Layer
from geo.strikes.filters import Filters


def test_playback_has_a_frame_for_every_step_from_first_to_last():
    timeline = seed_sheet().facts.timeline
    filled = [at for at, count in enumerate(timeline.shown) if count]
    with Image.open(io.BytesIO(seed_file(".gif"))) as film:
        assert film.n_frames == filled[-1] - filled[0] + 1 > len(filled)
        assert film.size == (1280, 720)
        assert film.info["loop"] == 0
        film.seek(film.n_frames - 1)
        assert film.info["duration"] > 1000


def test_a_long_playback_keeps_its_first_year_in_longer_steps():
    days = pd.date_range("2012-03-01", "2019-11-30", freq="MS")
    strikes = strikes_of(**{f"s{at:03}": {"date_start": day, "date_end": day}
                            for at, day in enumerate(days)})  # fmt: skip
    sheet = make_sheet(strikes, no_claims(), base_map(), SheetOptions())
    timeline = count_bins(strikes, sheet.shown, Filters(), most_shown=playback.MOST_FRAMES)
    assert (timeline.bin, timeline.starts[0].year, len(timeline.starts)) == ("quarter", 2012, 32)
    with Image.open(io.BytesIO(render_sheets([sheet], ".gif"))) as film:
        assert film.n_frames == 32


def test_a_frame_says_so_where_its_strikes_may_have_been_in_another(monkeypatch):
    said: list[str] = []
    draw = playback.Canvas.text

    def listen(canvas, x, y, text, **how):
        said.extend([text] if how.get("role") == "readout" else [])
        return draw(canvas, x, y, text, **how)

    monkeypatch.setattr(playback.Canvas, "text", listen)
    days = {"date_start": "2015-01-01", "date_end": "2015-01-07", "date_precision": "week"}
    strikes = strikes_of(a=days, b={"date_start": "2015-01-04"})
    render_sheets([make_sheet(strikes, no_claims(), base_map(), SheetOptions())], ".gif")
    step, maybe = "one frame a day", "may have been in this day"
    counts = list(zip(said[1::3], said[2::3], strict=True))
    assert counts == [("1 of 1 located", step), *[("1 of 1 located", maybe)] * 2,
                      ("2 of 2 located", maybe)]  # fmt: skip


def test_playback_without_dates_says_so():
    with pytest.raises(SheetError, match="nothing to play"):
        render_sheets([nasty_sheet("all undated")], ".gif")


def test_own_layers_are_drawn_as_they_were_in_the_days_of_each_frame():
    columns = {"row": [1, 2], "name": "", "properties": [{}, {}]}
    shapes = [shapely.box(36.2, 35.0, 37.2, 36.4), shapely.box(39.0, 35.0, 40.0, 36.0)]
    features = gpd.GeoDataFrame(columns, geometry=shapes, crs="EPSG:4326")
    features["valid_from"] = np.array(["NaT", "2017-01-01"], dtype="datetime64[ns]")
    features["valid_to"] = np.array(["2015-12-31", "NaT"], dtype="datetime64[ns]")
    layer = Layer("Held", features, "", "Made-up people", "")
    days = ("2015-06-05", "2016-06-05", "2017-06-05")
    strikes = strikes_of(**{f"s{at}": {"date_start": day, "date_end": day}
                            for at, day in enumerate(days)})  # fmt: skip
    options = SheetOptions(extent="country")
    sheet = make_sheet(strikes, no_claims(), base_map(), options, layers=[layer])
    with Image.open(io.BytesIO(render_sheets([sheet], ".gif"))) as film:
        frames = []
        for at in (0, film.n_frames // 2, film.n_frames - 1):
            film.seek(at)
            frames.append(np.asarray(film.convert("L"), dtype=int)[170:300, 100:900])  # of the map
    first, none, last = frames
    ended, began = (np.nonzero(abs(with_it - none) > 12)[1] for with_it in (first, last))
    assert min(len(ended), len(began)) > 1500, "each drawn in its own year, neither in 2016"
    assert np.quantile(ended, 0.99) < np.quantile(began, 0.01), "where they lie; names stand alike"


def test_a_month_of_longer_data_is_played_by_its_own_days():
    sheet = seed_sheet(filters=OCTOBER)
    assert sheet.facts.timeline.bin == "month"
    frames = list(playback.play(sheet))
    first, last = sheet.shown["date_start"].min(), sheet.shown["date_start"].max()
    assert len(frames) == (min(last, pd.Timestamp("2015-10-31")) - max(
        first, pd.Timestamp("2015-10-01"))).days + 1  # fmt: skip


def test_the_readout_of_a_playback_lies_on_no_strike_and_no_name(monkeypatch):
    drawn: dict[str, list] = {"rect": [], "text": []}
    for name in drawn:
        plain = getattr(playback.Canvas, name)

        def keep(self, *args, _plain=plain, _name=name, **more):
            drawn[_name].append((args, more))
            return _plain(self, *args, **more)

        monkeypatch.setattr(playback.Canvas, name, keep)
    corner = {"lon": 44.0, "lat": 36.1}
    strikes = strikes_of(one=corner, two={"lon": 36.0, "lat": 34.0})
    sheet = make_sheet(strikes, no_claims(), base_map(), SheetOptions(extent="strikes"))
    list(playback.play(sheet))
    [box] = {args[0] for args, more in drawn["rect"] if more.get("layer") == 11}
    on_map = [args for args, more in drawn["text"] if more.get("role") in {"town", "governorate"}]
    assert on_map
    assert not [
        text for x, y, text, *_ in on_map if box.x < x < box.right and box.y < y < box.bottom
    ]
    assert box.x < 300, "the corner at the right has a strike"
