"""A playback has a frame for every month that holds a strike."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from sheet_cases import nasty_sheet, seed_file, seed_sheet

from geo.briefing.write import render_sheets
from geo.errors import SheetError


def test_playback_has_a_frame_per_month_that_holds_a_strike():
    timeline = seed_sheet().facts.timeline
    with Image.open(io.BytesIO(seed_file(".gif"))) as film:
        assert film.n_frames == sum(count > 0 for count in timeline.shown)
        assert film.size == (1280, 720)
        assert film.info["loop"] == 0
        film.seek(film.n_frames - 1)
        assert film.info["duration"] > 1000


def test_playback_without_dates_says_so():
    with pytest.raises(SheetError, match="nothing to play"):
        render_sheets([nasty_sheet("all undated")], ".gif")
