"""A film shows the frames of the playback, for their time, in what every player takes."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import av
import numpy as np
import pytest
from PIL import Image
from sheet_cases import fresh_sheet, seed_file, seed_sheet

from geo.briefing.formats import mp4
from geo.briefing.playback import play
from geo.briefing.write import render_sheets
from geo.errors import SheetError
from geo.strikes.filters import Filters

DAYS = {"filters": Filters(date_from=date(2015, 9, 30), date_to=date(2015, 10, 4))}


@pytest.fixture(scope="module")
def film_path(tmp_path_factory):
    path = tmp_path_factory.mktemp("film") / "week.mp4"
    path.write_bytes(seed_file(".mp4", **DAYS))
    return path


def test_a_film_shows_each_frame_of_the_playback_for_its_time(film_path):
    frames = list(play(fresh_sheet(**DAYS)))
    with av.open(str(film_path)) as film:
        (stream,) = film.streams
        assert (stream.codec_context.name, stream.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert float(stream.duration * stream.time_base) == sum(ms for _, ms in frames) / 1000
        shown = [picture.to_ndarray(format="rgb24") for picture in film.decode(stream)]
    told = [at for at, (_, ms) in enumerate(frames) for _ in range(ms // 100)]
    for picture, at in zip(shown, told, strict=True):
        off = abs(picture.astype(int) - np.asarray(frames[at][0], dtype=int))
        assert off.mean() < 2, "the frame, but for what coding loses"
    nearest = [min(range(len(frames)), key=lambda at: _distance(picture, frames[at][0]))
               for picture in shown]  # fmt: skip
    assert [at for at, _ in groupby(nearest)] == list(range(len(frames)))


def _distance(picture, frame):
    return float(abs(picture.astype(int) - np.asarray(frame, dtype=int)).mean())


def test_a_page_can_play_a_film_while_it_loads(film_path):
    raw = film_path.read_bytes()
    assert 0 < raw.index(b"moov") < raw.index(b"mdat")


def test_a_sheet_with_odd_sides_is_filled_up(monkeypatch, tmp_path):
    odd = Image.new("RGB", (301, 201), "white")
    monkeypatch.setattr(mp4, "play", lambda _: [(odd, 700), (odd, 3500)])
    path = tmp_path / "odd.mp4"
    path.write_bytes(render_sheets([seed_sheet()], ".mp4"))
    with av.open(str(path)) as film:
        assert (film.streams[0].width, film.streams[0].height) == (302, 202)


def test_without_the_encoder_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(mp4, "find_spec", lambda _: None)
    assert not mp4.FORMAT.is_there()
    with pytest.raises(SheetError, match=r"pip install strikemap\[film\]"):
        render_sheets([seed_sheet()], ".mp4")
