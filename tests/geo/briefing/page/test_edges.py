"""The head of a page: title, period and handling line are whole, whatever their length."""

from __future__ import annotations

import io

import pytest
from map_strikes import few_strikes
from pptx import Presentation
from sheet_cases import base_map
from sheet_texts import overlaps_of, texts_on

from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets

LONG = {
    "en": "Strikes on the southern and eastern countryside of Idlib and around Maarat al-Numan",
    "ar": "غارات جوية على ريف إدلب الجنوبي والشرقي وفق شبكة Syrian Network for Human Rights",
    "he": "תקיפות אוויריות באזור אידליב לפי Syrian Network for Human Rights בתאריך 12/10/2015",
}
HANDLING = "For the desk and its partners alone; not for publication before 06:00 UTC on 12 October"


def _sheet(language: str, paper: str) -> Sheet:
    said = (f"{LONG[language]}; " * 3)[:199] + "."
    options = SheetOptions(language=language, paper=paper, headline=said, subtitle=said,
                           handling=HANDLING)  # fmt: skip
    return make_sheet(*few_strikes(), base_map(), options)


@pytest.mark.parametrize("paper", ["16:9", "a4"])
@pytest.mark.parametrize("language", LONG)
def test_a_head_of_200_letters_is_whole_with_its_period_and_handling_line(language, paper):
    sheet = _sheet(language, paper)
    for canvas in sheet.canvases:
        said = [text.get_text() for text in texts_on(canvas)]
        whole = " ".join(said).replace("\u200f", "").replace("\u200e", "")
        assert not any(line.endswith("…") for line in said)
        assert sheet.facts.headline.split()[-1] in whole
        assert sheet.facts.period.replace("\u200f", "").split()[-1] in whole.replace("\xa0", " ")
        assert HANDLING.split()[-1] in whole
        assert overlaps_of(canvas) == []


def test_a_long_handling_line_stands_over_the_title_of_a_slide_too():
    deck = Presentation(io.BytesIO(render_sheets([_sheet("en", "16:9")], ".pptx")))
    for slide in deck.slides:
        title = slide.shapes.title
        line = next(s for s in slide.shapes if s.has_text_frame and s.text_frame.text == HANDLING)
        assert line.top + line.height <= title.top
