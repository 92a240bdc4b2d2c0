"""Small charts of time: their numbers are the sheet's, their scale is one."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from map_strikes import UNDATED, strikes_of
from matplotlib.collections import PathCollection
from random_strikes import random_filters, random_strikes
from sheet_cases import base_map, no_claims, seed_sheet
from sheet_texts import boxes_of, texts_of

from geo.briefing.content.selection import select_strikes
from geo.briefing.drawing.colours import COLOURS
from geo.briefing.series.trend import MOST_LINES, Trend, count_trend
from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.slides.picture import alt_text
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.briefing.write import render_sheets
from geo.errors import SheetError
from geo.strikes.filters import filter_strikes


def trend_of(sheet: Sheet) -> Trend:
    assert isinstance(sheet.page.plate, Trend)
    return sheet.page.plate


@pytest.mark.parametrize("by", ["area", "actor"])
@pytest.mark.parametrize("seed", range(6))
def test_every_strike_of_the_sheet_is_in_a_chart_and_every_dated_one_in_a_bar(seed, by):
    strikes, claims = random_strikes(seed, 90)
    options = SheetOptions(trend=by, filters=random_filters(Random(seed)))
    shown = select_strikes(strikes, claims, options, base_map()).shown
    assert len(shown) == len(filter_strikes(strikes, options.filters, claims))
    trend = count_trend(strikes, shown, options, base_map().area_names(Words()), Words())
    assert len(trend.lines) <= MOST_LINES
    assert (trend.rows, trend.undated) == (len(shown), int(shown["date_start"].isna().sum()))
    for line in trend.lines:
        assert sum(line.counts) + line.undated == line.rows
        assert len(line.counts) == len(trend.starts)
    rows = sum(line.rows for line in trend.lines)
    assert rows == trend.rows if by == "area" else rows >= trend.rows
    assert trend.shared == 0 or by == "actor"


def test_bars_of_all_charts_have_one_scale_and_undated_strikes_are_told_apart():
    sheet = seed_sheet(trend="area")
    trend = trend_of(sheet)
    assert [(line.name, line.rows, line.undated) for line in trend.lines][:2] == [
        ("Idlib", 14, 1), ("Hama", 10, 0),
    ]  # fmt: skip
    said = " ".join(text.get_text() for text in texts_of(sheet))
    assert f"the highest bar is {trend.most}" in said
    assert "41 of 42 strikes are dated and in these bars; 1 undated" in said
    dark = np.array([int(COLOURS["bar"][at : at + 2], 16) / 255 for at in (1, 3, 5)])
    heights = []
    for drawn in sheet.drawn.canvas.figure.findobj(PathCollection):
        filled = drawn.get_facecolor()
        inside = drawn.get_paths()[0].get_extents().x1 < sheet.drawn.column.right
        if len(filled) and inside and np.allclose(filled[0][:3], dark):
            heights.append([path.get_extents().height for path in drawn.get_paths()])
    counts = [[n for n in line.counts if n] for line in trend.lines]
    assert [len(each) for each in heights] == [len(each) for each in counts if each]
    unit = np.concatenate(heights) / np.concatenate(counts)
    assert unit == pytest.approx(unit[0], rel=0.02)


def test_a_strike_of_two_actors_is_in_both_charts_and_said_to_be():
    rows = {"one": {"actor": "Russia; Syrian government"}, "two": {"actor": "russia"},
            "three": {"actor": None, **UNDATED}}  # fmt: skip
    sheet = make_sheet(strikes_of(**rows), no_claims(), base_map(), SheetOptions(trend="actor"))
    trend = trend_of(sheet)
    assert [(line.name, line.rows, line.undated) for line in trend.lines] == [
        ("Russia", 2, 0), ("Syrian government", 1, 0), ("actor not reported", 1, 1),
    ]  # fmt: skip
    assert trend.shared == 1
    assert "1 strike names several actors" in alt_text(sheet.page, sheet.drawn)
    assert not any("outside" in note or "uncertainty" in note for note in sheet.unseen.notes)


def test_where_nothing_is_dated_no_bar_is_drawn_and_it_is_said():
    strikes = strikes_of(one=UNDATED, two=UNDATED)
    sheet = make_sheet(strikes, no_claims(), base_map(), SheetOptions(trend="area"))
    said = " ".join(text.get_text() for text in texts_of(sheet))
    assert "None of 2 strikes has a date" in said


@pytest.mark.parametrize("language", ["en", "ar"])
def test_texts_lie_apart_and_within_the_page(language):
    sheet = seed_sheet(trend="area", language=language)
    boxes = [box for _, box in boxes_of(sheet.drawn.canvas)]
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert left >= -0.5
        assert right <= sheet.page.paper.width + 0.5
        for other in boxes[at + 1 :]:
            over = min(right, other[2]) - max(left, other[0])
            assert over <= 0.5 or min(bottom, other[3]) - max(top, other[1]) <= 1.0


def test_a_playback_of_charts_is_refused():
    with pytest.raises(SheetError, match="leave out the trend"):
        render_sheets([seed_sheet(trend="area")], ".gif")
