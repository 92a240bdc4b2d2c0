"""No text lies on another, none leaves the page, none is too small to read."""

from __future__ import annotations

import pytest
from map_strikes import strikes_of
from sheet_cases import (
    LARGE,
    NASTY,
    REAL,
    base_map,
    fresh_sheet,
    nasty_sheet,
    no_claims,
    seed_sheet,
)  # fmt: skip
from sheet_texts import boxes_of, overlaps_of, texts_of, texts_on

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface, drawing
from geo.briefing.map.base_map import load_base_map
from geo.briefing.page.arrange import frame_map
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import PAPERS, SheetOptions
from geo.briefing.terms.words import Words
from geo.briefing.write import render_preview
from geo.land.boundaries import load_boundaries

LEAST_SHARE = 0.55  # of the page: the map
A4_LONG, A4_SHORT = 842, 595  # points


CASES = [pytest.param(name, marks=[pytest.mark.slow] * (name in LARGE)) for name in (*REAL, *NASTY)]


@pytest.fixture(scope="module", params=CASES)
def sheet(request):
    name = request.param
    return seed_sheet(**REAL[name]) if name in REAL else nasty_sheet(name)


def test_no_text_lies_on_another(sheet):
    assert [overlaps_of(canvas) for canvas in sheet.canvases] == [[]] * len(sheet.canvases)


def test_all_text_is_on_the_page(sheet):
    paper = PAPERS[sheet.options.paper]
    for canvas in sheet.canvases:
        for text, (left, top, right, bottom) in boxes_of(canvas):
            assert left >= 5, text
            assert right <= paper.width - 5, text
            assert top >= 5, text
            assert bottom <= paper.height - 5, text


def test_nothing_is_below_8_points_on_a4(sheet):
    paper = PAPERS[sheet.options.paper]
    long, short = max(paper.width, paper.height), min(paper.width, paper.height)
    on_a4 = min(1.0, A4_LONG / long, A4_SHORT / short)
    for text in texts_of(sheet):
        assert text.get_fontsize() * on_a4 >= 8 - 0.01, text.get_text()


def test_texts_keep_to_their_parts_of_the_page(sheet):
    drawn = sheet.drawn
    column, blocks = drawn.column, [rect for block, rect in drawn.blocks if block.items]
    parts = [*blocks, drawn.legend, drawn.timeline, drawn.footer[1]]
    for rect in parts + ([drawn.locator] if drawn.locator else []):
        beside = rect.x >= column.right - 0.1 or rect.right <= column.x + 0.1
        assert beside or rect.y >= column.bottom - 0.1
        assert rect.bottom <= drawn.footer[1].bottom + 0.1
    pages = [(drawn.footer[1], [*blocks, drawn.legend, drawn.timeline])]
    if sheet.second:
        pages.append((sheet.second.footer[1], [rect for _, rect in sheet.second.blocks]))
    for footer, rects in pages:
        for rect in rects:
            assert rect.bottom <= footer.y + 0.1


def test_the_map_has_its_share_of_the_page(sheet):
    rect, paper = sheet.drawn.content.frame.rect, PAPERS[sheet.options.paper]
    assert rect.width * rect.height >= LEAST_SHARE * paper.width * paper.height


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("paper", PAPERS)
def test_the_map_has_its_share_of_every_paper_in_every_language(paper, language):
    page = fresh_sheet(paper=paper, language=language, handling="For internal use").page
    with drawing():
        canvas = Canvas(page.paper.width, page.paper.height, dpi=72, typeface=Typeface(language))
        rect = frame_map(page, canvas).rect
    assert rect.width * rect.height >= LEAST_SHARE * page.paper.width * page.paper.height


def test_the_map_has_its_share_beside_a_long_note_and_the_legend_keeps_to_its_panel():
    land = load_base_map(load_boundaries("ua"))
    strikes = strikes_of(one={"lon": 37.5, "lat": 48.0, "adm1_code": None, "adm1_name": None})
    options = SheetOptions(paper="4:3", language="ar", handling="For internal use")
    sheet = make_sheet(strikes, no_claims(), land, options)
    test_the_map_has_its_share_of_the_page(sheet)
    test_all_text_is_on_the_page(sheet)
    test_no_text_lies_on_another(sheet)


def test_a_second_page_has_head_foot_and_handling_line_and_nothing_is_lost():
    sheet = seed_sheet(handling="For internal use")
    said = [[text.get_text() for text in texts_on(canvas)] for canvas in sheet.canvases]
    assert len(said) == 2
    for page in said:
        assert sheet.facts.headline.replace("\xa0", " ") in page
        assert "For internal use" in page
        assert any("do not imply endorsement" in text for text in page)
    assert any("Page 2 of 2" in text for text in said[1])
    kinds = {block.kind for block in sheet.blocks if block.complete}
    assert {"totals", "areas", "table", "sources", "reading"} <= kinds
    assert sum(row.strikes for row in sheet.facts.areas.rows) == sheet.facts.totals.rows


def test_what_fits_one_page_has_no_second_and_a_shortened_table_has_one():
    assert nasty_sheet("no strike passes").second is None
    sheet = nasty_sheet("one strike")
    first = next(block for block, _ in sheet.drawn.blocks if block.kind == "table")
    assert [item.text for item in first.items if item.role == "column"] == [
        "No.", "Place", "Killed",
    ]  # fmt: skip
    whole = next(block for block, _ in sheet.second.blocks if block.kind == "table")
    assert "What" in [item.text for item in whole.items if item.role == "column"]


def test_the_main_things_are_said(sheet):
    said = " ".join(text.get_text() for text in texts_of(sheet))
    assert sheet.described["data_sha256"][:12] in said
    words = sheet.page.words
    totals = sheet.facts.totals
    if not totals.rows:
        assert words.say("no strikes") in said
        return
    assert words.say("reading") in said or words.rtl
    located = words.say("located of", located=totals.located, rows=totals.rows)
    assert located.split()[-1] in said


@pytest.mark.parametrize("paper", ["square", "16:9", "a4"])
def test_the_locator_of_one_strike_stands_over_the_foot_and_beside_the_legend(paper):
    sheet = seed_sheet(strike="seeds:2020-07-14-ariha-patrol", paper=paper)
    drawn = sheet.drawn
    assert drawn.locator is not None
    assert drawn.locator.bottom <= drawn.footer[1].y + 0.1
    assert drawn.locator.x >= drawn.legend.right - 0.1 or drawn.locator.y >= drawn.legend.bottom


def test_a_preview_of_the_first_page_does_not_wait_for_the_second():
    sheet = fresh_sheet(paper="4:3")
    assert render_preview(sheet, dpi=40)
    assert "second" not in vars(sheet)
    assert sheet.second is not None


@pytest.mark.parametrize(("paper", "language", "least"), [
    ("a4", "en", 11), ("a4", "ar", 9), ("letter", "uk", 7), ("square", "fr", 6),
])  # fmt: skip
def test_an_upright_dense_sheet_lists_as_many_areas_as_its_foot_holds(paper, language, least):
    rows = {f"s{at:03}": {"adm1_code": area.code, "adm1_name": area.name, "lon": point.x,
                          "lat": point.y}
            for at, area in enumerate(base_map().governorates * 6)
            for point in [area.outline.representative_point()]}  # fmt: skip
    options = SheetOptions(paper=paper, language=language)
    sheet = make_sheet(strikes_of(**rows), no_claims(), base_map(), options)
    assert sheet.page.plan.symbols == "areas"
    [table] = [block for block, _ in sheet.drawn.blocks if block.kind == "areas"]
    held = len(table.rules) - 1
    assert held >= least
    left = [item.text for item in table.items if item.role == "text"]
    counted = Words(language, levels=base_map().levels).say("more areas", count=14 - held)
    assert " ".join(left).replace("\xa0", " ") == counted.replace("\xa0", " ")
    test_texts_keep_to_their_parts_of_the_page(sheet)
    test_no_text_lies_on_another(sheet)


def test_one_strike_has_its_map_at_two_scales_on_upright_paper_too():
    sheet = seed_sheet(strike="seeds:2020-07-14-ariha-patrol", paper="square")
    assert sheet.drawn.locator is not None
