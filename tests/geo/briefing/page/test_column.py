"""The map for a narrow column: readable there, and nothing of it is cut."""

from __future__ import annotations

import pytest
from matplotlib.text import Text
from sheet_cases import REAL, base_map, nasty_input, nasty_sheet, seed_sheet

from geo.briefing.drawing.fonts import drawing
from geo.briefing.page.column import draw_column
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions

NARROW = 320 - 16  # CSS pixels: of a telephone's window, less the page's edges
LEAST = 7.9  # CSS pixels


def _long_legend():
    strikes, claims, options = nasty_input("names of 80 characters")
    return make_sheet(strikes, claims, base_map(), SheetOptions(**options, colour="actor"))


CASES = {
    "coloured": lambda: seed_sheet(colour="actor"),
    "Arabic": lambda: seed_sheet(**REAL["Arabic"]),
    "charts": lambda: seed_sheet(trend="area"),
    "long legend": _long_legend,
    "nothing passes": lambda: nasty_sheet("no strike passes"),
}


@pytest.mark.parametrize("name", CASES)
def test_its_words_can_be_read_in_a_narrow_column_and_none_is_cut(name):
    canvas = draw_column(CASES[name]().page)
    texts = [text for text in canvas.figure.findobj(Text) if text.get_text()]
    assert texts
    assert min(text.get_fontsize() for text in texts) * NARROW / canvas.width >= LEAST
    with drawing():
        boxes = [text.get_window_extent() for text in texts]
    page = canvas.figure.bbox
    for text, box in zip(texts, boxes, strict=True):
        inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= page.x1 + 1 and box.y1 <= page.y1 + 1
        assert inside, text.get_text()


def test_it_says_what_its_symbols_mean_and_names_what_was_struck():
    said = {text.get_text() for text in draw_column(seed_sheet().page).figure.findobj(Text)}
    assert {"one strike", "radius of uncertainty", "known only to an area"} <= said
    assert "Talbiseh" in said
