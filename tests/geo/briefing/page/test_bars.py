"""The timeline's texts and bars keep clear of each other."""

from __future__ import annotations

import pytest
from map_strikes import strikes_of
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from sheet_cases import base_map
from sheet_texts import boxes_of

from geo.briefing.drawing.colours import COLOURS
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.strikes.schema import empty_claims


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_count_of_the_tallest_bar_lies_on_no_bar(language):
    days = {f"s{at}": {"date_start": f"2020-0{1 + at % 9}-10", "date_end": f"2020-0{1 + at % 9}-10"}
            for at in range(18)}  # fmt: skip
    options = SheetOptions(language=language, paper="4:3")
    sheet = make_sheet(strikes_of(**days), empty_claims(), base_map(), options)
    drawn = sheet.drawn
    bars = [
        path.get_extents()
        for each in drawn.canvas.figure.findobj(PathCollection)
        if len(each.get_facecolor()) and to_hex(each.get_facecolor()[0]) == COLOURS["bar"]
        for path in each.get_paths()
    ]
    in_timeline = [box for box in bars if drawn.timeline.x - 1 <= box.x0 <= drawn.timeline.right]
    assert len(in_timeline) >= 9
    rect = drawn.timeline
    ends = [box for text, box in boxes_of(drawn.canvas)
            if text.strip("\u200e\u200f") == "2" and rect.y <= box[1] <= rect.bottom
            and rect.x <= box[0] <= rect.right]  # fmt: skip
    (scale,) = ends
    assert all(scale[0] >= bar.x1 or scale[2] <= bar.x0 for bar in in_timeline)
