"""Small charts of time: their numbers are the sheet's, their scale is one."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import numpy as np
import pytest
from map_strikes import UNDATED, strikes_of
from matplotlib.collections import PathCollection
from random_strikes import random_filters, random_strikes
from sheet_cases import base_map, no_claims, seed_sheet
from sheet_texts import boxes_of, texts_of

from geo.briefing.content.selection import select_strikes
from geo.briefing.drawing.colours import COLOURS
from geo.briefing.series.draw_trend import describe_trend
from geo.briefing.series.trend import MOST_LINES, Trend, count_trend
from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.slides.picture import alt_text
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.briefing.write import render_sheets
from geo.errors import SheetError
from geo.strikes.filters import Filters, filter_strikes


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


def counted(by: str, filters: Filters | None = None, **rows: dict[str, Any]) -> Trend:
    strikes = strikes_of(**rows)
    options = SheetOptions(trend=by, filters=filters or Filters())
    shown = select_strikes(strikes, no_claims(), options, base_map()).shown
    return count_trend(strikes, shown, options, base_map().area_names(Words()), Words())


def test_areas_and_actors_that_are_called_alike_have_charts_of_their_own():
    codes = ("XX01", "XX01", "YY01")
    areas = counted("area", **{f"s{at}": {"adm1_code": code, "adm1_name": "North"}
                               for at, code in enumerate(codes)})  # fmt: skip
    assert [(line.name, line.rows) for line in areas.lines] == [
        ("North (XX01)", 2), ("North (YY01)", 1),
    ]  # fmt: skip
    cells = ("SDF_YPG", "SDF_YPG", "SDF YPG", "actor not reported", None, None, None)
    actors = counted("actor", **{f"s{at}": {"actor": cell} for at, cell in enumerate(cells)})
    assert sorted((line.name, line.rows) for line in actors.lines) == [
        ("SDF YPG (SDF_YPG)", 2), ("actor not reported", 3), ("“SDF YPG”", 1),
        ("“actor not reported”", 1),
    ]  # fmt: skip
    assert actors.lines[-1].name == "actor not reported"


def test_days_lie_within_the_period_and_what_may_be_of_several_bars_is_told():
    year = {"date_start": "2015-01-01", "date_end": "2015-12-31", "date_precision": "year"}
    day = {"date_start": "2015-10-09", "date_end": "2015-10-09"}
    october = Filters(date_from=date(2015, 10, 1), date_to=date(2015, 10, 31))
    trend = counted("area", october, one=day, two=year)
    assert (trend.starts[0], trend.starts[-1]) == (date(2015, 10, 1), date(2015, 10, 9))
    assert [line.counts for line in trend.lines] == [(1, *[0] * 7, 1)]
    assert trend.spread == 1
    assert "1 strike may be of several of these bars" in " ".join(describe_trend(trend, Words()))
    one = describe_trend(counted("area", one=day), Words())
    assert "The 1 strike is dated and in these bars" in one
    assert not any("several" in said for said in one)


@pytest.mark.parametrize("unknown", [0, 1])
def test_the_smallest_are_one_chart_and_those_unknown_another(unknown):
    count = MOST_LINES + 3
    rows = {f"s{at}{n}": {"actor": f"Actor {at:02}"} for at in range(count)
            for n in range(count - at)}  # fmt: skip
    if unknown:
        rows["none"] = {"actor": None}
    trend = counted("actor", **rows)
    others = count - (MOST_LINES - 1 - unknown)
    end = [f"{others} other actors", *["actor not reported"] * unknown]
    assert [line.name for line in trend.lines][-1 - unknown :] == end
    assert len(trend.lines) == MOST_LINES
    assert sum(line.rows for line in trend.lines) == len(rows)


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
