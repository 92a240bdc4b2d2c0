"""A playback has a frame for every step, those without a strike too, and drops none."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from map_strikes import strikes_of
from PIL import Image
from sheet_cases import base_map, nasty_sheet, no_claims, seed_file, seed_sheet

from geo.briefing.content.timeline import count_bins
from geo.briefing.formats import gif
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets
from geo.errors import SheetError
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
    timeline = count_bins(strikes, sheet.shown, Filters(), most_shown=gif.MOST_FRAMES)
    assert (timeline.bin, timeline.starts[0].year, len(timeline.starts)) == ("quarter", 2012, 32)
    with Image.open(io.BytesIO(render_sheets([sheet], ".gif"))) as film:
        assert film.n_frames == 32


def test_playback_without_dates_says_so():
    with pytest.raises(SheetError, match="nothing to play"):
        render_sheets([nasty_sheet("all undated")], ".gif")
