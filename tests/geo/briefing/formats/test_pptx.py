"""Slides open in other programs, can be edited, and say what the sheet says."""

from __future__ import annotations

import io
import subprocess
import zipfile
from dataclasses import replace
from functools import cache

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Emu
from sheet_cases import LARGE, LINKS, NASTY, REAL, linked_sheet, nasty_sheet, seed_atlas, seed_sheet

from geo.briefing.drawing.fonts import Typeface
from geo.briefing.slides.table import SIDE, TEXT, grid_strikes
from geo.briefing.terms.options import PAPERS
from geo.briefing.write import render_sheets
from geo.strikes.filters import Filters

pytestmark = pytest.mark.slow


@cache
def slides_of(name: str) -> bytes:
    sheet = seed_sheet(**REAL[name]) if name in REAL else nasty_sheet(name)
    return render_sheets([sheet], ".pptx")


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def opened(name: str):
    return Presentation(io.BytesIO(slides_of(name)))


def shapes_of(deck, kind: str):
    return [shape for shape in deck.slides[0].shapes if getattr(shape, kind)]


@pytest.mark.parametrize("name", [*REAL, *(name for name in NASTY if name not in LARGE)])
def test_python_pptx_opens_every_sheet(name):
    deck = opened(name)
    sheet = seed_sheet(**REAL[name]) if name in REAL else nasty_sheet(name)
    assert deck.slides[0].shapes.title.text_frame.text.replace("\u200f", "") == plain(
        sheet.facts.headline
    )
    paper = PAPERS[sheet.options.paper]
    assert deck.slide_width == pytest.approx(Emu(round(paper.width * 12700)), abs=1)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width + 12700


def test_title_text_boxes_table_and_pictures_are_native():
    deck = opened("one day, numbered")
    said = " ".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes
                    if shape.has_text_frame)  # fmt: skip
    for part in ("8 of 9 located", "Sources", "How to read this sheet", "30 September 2015",
                 "do not imply endorsement", "As of 27 October 2020"):  # fmt: skip
        assert part in said
    table = next(shape.table for shape in deck.slides[1].shapes if shape.has_table)
    rows = [[cell.text_frame.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["No.", "Date", "Place", "What", "Killed", "Source"]
    assert len(rows) == 10
    facts = seed_sheet(**REAL["one day, numbered"]).facts
    assert [row[2] for row in rows[1:]] == [row.place for row in facts.rows]


def test_the_map_has_words_for_those_who_do_not_see_it():
    deck = opened("everything, 16:9")
    pictures = [s for s in deck.slides[0].shapes if s.shape_type == 13]
    texts = [picture._element.nvPicPr.cNvPr.get("descr") for picture in pictures]
    assert texts[0].startswith(
        "Map: Reported strikes: Syria; 30 September 2015 to 26 October 2020."
    )
    assert "29 of 42 located" in texts[0]
    assert texts[1].startswith("Legend: one strike, 2 strikes at one place")
    assert texts[2].startswith("Strikes per month; most from 1 Oct 2015: ")
    numbered = [s for s in opened("one day, numbered").slides[0].shapes if s.shape_type == 13]
    assert numbered[3]._element.nvPicPr.cNvPr.get("descr") == "Small map: where the large map lies"
    with Image.open(io.BytesIO(pictures[0].image.blob)) as picture:
        assert picture.width > 1400


def test_the_notes_hold_all_sources_with_addresses_and_what_is_not_seen():
    sheet = seed_sheet()
    notes = opened("everything, 16:9").slides[0].notes_slide.notes_text_frame.text
    for source in sheet.facts.sources.listed:
        assert source.line.replace("\xa0", " ") in notes
    assert "What the recipient will not see" in notes
    for note in sheet.unseen.notes:
        assert note in notes


def test_notes_say_also_the_filters_that_the_title_says():
    sheet = seed_sheet(filters=Filters(governorates=("SY07",)))
    deck = Presentation(io.BytesIO(render_sheets([sheet], ".pptx")))
    (said,) = [line for line in deck.slides[0].notes_slide.notes_text_frame.text.splitlines()
               if line.startswith("Filters: ")]  # fmt: skip
    assert sheet.facts.filters == ""
    assert said.endswith("; Idlib")


def test_a_table_that_the_sheet_cannot_hold_has_a_slide_of_its_own():
    deck = opened("square")
    facts = seed_sheet(**REAL["square"]).facts
    tables = [s.table for slide in deck.slides for s in slide.shapes if s.has_table]
    assert max(len(table.rows) - 1 for table in tables) == len(facts.rows)


def test_arabic_slides_run_from_the_right():
    deck = opened("Arabic, one day, Letter across")
    title = deck.slides[0].shapes.title
    paragraph = title.text_frame.paragraphs[0]._p
    assert paragraph.pPr.get("rtl") == "1"
    assert title.text_frame.paragraphs[0].runs[0]._r.rPr.get("lang") == "ar-SY"
    assert title.left + title.width > deck.slide_width * 0.9
    table = next(shape.table for shape in deck.slides[1].shapes if shape.has_table)
    assert [cell.text_frame.text for cell in table.rows[0].cells][-1] == "رقم"


def test_an_atlas_is_a_deck():
    sheets = seed_atlas("governorate")[:3]
    deck = Presentation(io.BytesIO(render_sheets(sheets, ".pptx")))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    for sheet in sheets:
        assert plain(sheet.facts.headline) in titles


def test_every_entry_of_the_archive_bears_one_time_and_nobody_s_name():
    with zipfile.ZipFile(io.BytesIO(slides_of("everything, 16:9"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
        assert "thumbnail" not in " ".join(archive.namelist())
    assert "Canny" not in core
    assert "2020-10-27T00:00:00Z" in core


def test_libreoffice_opens_the_slides(libreoffice, tmp_path):
    names = {"english": "one day, numbered", "arabic": "Arabic, one day, Letter across"}
    decks = [tmp_path / f"{language}.pptx" for language in names]
    for deck, name in zip(decks, names.values(), strict=True):
        deck.write_bytes(slides_of(name))
    subprocess.run(
        [libreoffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, decks)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    for deck in decks:
        raw = deck.with_suffix(".pdf").read_bytes()
        assert raw.startswith(b"%PDF")
        assert raw.count(b"/Type/Page") >= 1


def test_sources_and_rows_lead_to_their_pages():
    found = []
    for slide in Presentation(io.BytesIO(render_sheets([linked_sheet()], ".pptx"))).slides:
        rels = slide.part.rels.items()
        targets = {rel: part.target_ref for rel, part in rels if part.is_external}
        found += [targets[rel] for rel in slide.shapes._spTree.xpath(".//a:hlinkClick/@r:id")]
    assert set(found) == set(LINKS)
    assert all(found.count(page) >= 2 for page in LINKS)  # of the row and of the source


def test_a_slide_of_its_own_for_the_table_keeps_handling_foot_and_notes():
    sheet = seed_sheet(handling="For internal use")
    deck = Presentation(io.BytesIO(render_sheets([sheet], ".pptx")))
    assert len(deck.slides) == 2
    for slide in deck.slides:
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert "For internal use" in said
        assert any("do not imply endorsement" in text for text in said)
        assert "Sources" in slide.notes_slide.notes_text_frame.text


def test_a_table_has_the_columns_that_say_something_each_as_wide_as_its_texts():
    page = seed_sheet().page
    bare = replace(page, facts=replace(page.facts, sources=replace(page.facts.sources, total=0)))
    assert "sources" in grid_strikes(page, 3, 500).columns
    grid = grid_strikes(bare, 3, 500)
    assert "sources" not in grid.columns
    deck = opened("everything, 16:9")
    face, size = Typeface("en"), page.paper.small * TEXT
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert tables
    for table in tables:
        for at, column in enumerate(table.columns):
            widest = max(face.width(row.cells[at].text, size) for row in table.rows)
            title = table.cell(0, at).text
            assert widest <= column.width.pt - 2 * SIDE or title in ("Place", "What", "Area"), title
