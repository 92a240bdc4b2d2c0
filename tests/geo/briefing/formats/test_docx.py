"""The Word report opens, and says what the sheet says: tables, sources and a picture in words."""

from __future__ import annotations

import io

from docx import Document
from sheet_cases import LINKS, linked_sheet, seed_sheet

from geo.briefing.write import render_sheets


def test_a_report_holds_picture_tables_sources_and_handling_line():
    sheet = seed_sheet(handling="For internal use")
    document = Document(io.BytesIO(render_sheets([sheet], ".docx")))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert said[0] == sheet.facts.headline.replace("\xa0", " ")
    assert "42 strikes reported" in said
    assert "How to read this sheet" in said
    assert any("Not reported is not zero" in text for text in said)
    assert document.sections[0].header.paragraphs[0].text == "For internal use"
    areas, strikes = ([[cell.text for cell in row.cells] for row in table.rows]
                      for table in document.tables)  # fmt: skip
    assert areas[1] == ["Idlib", "14", "78–108", "2 of 14"]
    assert sum(int(row[1]) for row in areas[1:]) == 42
    assert len(strikes) == 1 + len(sheet.facts.rows)
    for source in sheet.facts.sources.listed:
        assert any(source.line.replace("\xa0", " ") in text for text in said)
    alt = document.inline_shapes[0]._inline.docPr.get("descr")
    assert alt.startswith("Map: Reported strikes: Syria")


def test_sources_lead_to_their_pages_and_an_arabic_report_runs_from_the_right():
    document = Document(io.BytesIO(render_sheets([linked_sheet()], ".docx")))
    pages = [link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert pages == LINKS
    arabic = Document(io.BytesIO(render_sheets([seed_sheet(language="ar")], ".docx")))
    first = arabic.paragraphs[0]
    children = [child.tag.rpartition("}")[2] for child in first._p.pPr]
    assert children == ["pStyle", "bidi", "spacing"]
    assert first.runs[0].font.rtl


def test_styles_are_there_once_so_that_word_has_nothing_to_repair():
    document = Document(io.BytesIO(render_sheets([linked_sheet()], ".docx")))
    kinds = [part.reltype.rpartition("/")[2] for part in document.part.rels.values()]
    assert kinds.count("styles") == 1
    assert "stylesWithEffects" not in kinds
