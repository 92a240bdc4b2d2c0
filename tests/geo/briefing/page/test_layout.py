"""No text lies on another, none leaves the page, none is too small to read."""

from __future__ import annotations

import pytest
from sheet_cases import LARGE, NASTY, REAL, nasty_sheet, seed_sheet
from sheet_texts import boxes_of, overlaps_of, texts_of

from geo.briefing.terms.options import PAPERS

A4_LONG, A4_SHORT = 842, 595  # points


CASES = [pytest.param(name, marks=[pytest.mark.slow] * (name in LARGE)) for name in (*REAL, *NASTY)]


@pytest.fixture(scope="module", params=CASES)
def sheet(request):
    name = request.param
    return seed_sheet(**REAL[name]) if name in REAL else nasty_sheet(name)


def test_no_text_lies_on_another(sheet):
    assert overlaps_of(sheet) == []


def test_all_text_is_on_the_page(sheet):
    paper = PAPERS[sheet.options.paper]
    for text, (left, top, right, bottom) in boxes_of(sheet):
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
    for rect in [*blocks, drawn.locator, drawn.footer[1]]:
        beside = rect.x >= column.right - 0.1 or rect.right <= column.x + 0.1
        assert beside or rect.y >= column.bottom - 0.1
        assert rect.bottom <= drawn.footer[1].bottom + 0.1
    for rect in blocks:
        assert rect.bottom <= drawn.footer[1].y + 0.1


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
