"""Every word of a PDF is found, and its fonts are in it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from map_strikes import few_strikes
from pypdf import PdfReader
from sheet_cases import LINKS, REAL, base_map, linked_sheet, seed_atlas, seed_file, seed_sheet
from sheet_texts import texts_of

from geo.briefing.story import make_story
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets

pytestmark = pytest.mark.slow

pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is missing: apt-get install poppler-utils"
)
MARKS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"


def words_of_pdf(raw: bytes, folder: Path) -> str:
    path = folder / "sheet.pdf"
    path.write_bytes(raw)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True)
    return done.stdout.translate(dict.fromkeys(map(ord, MARKS)))


@pdftotext
@pytest.mark.parametrize("name", [name for name in REAL if "Arabic" not in name])
def test_pdftotext_finds_every_word(tmp_path, name):
    sheet = seed_sheet(**REAL[name])
    found = words_of_pdf(render_sheets([sheet], ".pdf"), tmp_path).split()
    wanted = [word for text in texts_of(sheet) for word in text.get_text().split()]
    assert not set(wanted) - set(found)


@pdftotext
def test_pdftotext_finds_arabic_words(tmp_path):
    sheet = seed_sheet(**REAL["Arabic, one day, Letter across"])
    found = words_of_pdf(render_sheets([sheet], ".pdf"), tmp_path)
    # pdftotext turns the letters of a ligature round, so the words here have none.
    for word in ("إدلب", "حماة", "المصادر", "أيلول", "الزعفرانة"):
        assert word in found


@pdftotext
def test_fonts_are_embedded(tmp_path):
    (tmp_path / "sheet.pdf").write_bytes(seed_file(".pdf"))
    fonts = subprocess.run(
        ["pdffonts", str(tmp_path / "sheet.pdf")], capture_output=True, check=True, text=True
    )
    rows = fonts.stdout.splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"TrueType\s+Identity-H\s+yes yes yes", row), row


def test_fonts_have_only_what_letters_placed_one_by_one_need():
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", seed_file(".pdf"), re.DOTALL)
    held = [zlib.decompress(each) for each in streams if each[:1] == b"\x78"]
    fonts = [TTFont(io.BytesIO(each)) for each in held if each[:4] == b"\x00\x01\x00\x00"]
    assert fonts
    for font in fonts:
        assert "glyf" in font
        assert not {"GSUB", "GPOS", "GDEF"} & set(font.keys())


def test_an_atlas_is_one_file_of_as_many_pages():
    sheets = seed_atlas("governorate")[:3]
    assert len(re.findall(rb"/Type /Page\b(?!s)", render_sheets(sheets, ".pdf"))) == sum(
        len(sheet.canvases) for sheet in sheets
    )


def test_sources_and_rows_lead_to_their_pages():
    raw = render_sheets([linked_sheet()], ".pdf")
    found = [page.decode() for page in re.findall(rb"/URI \(([^)]*)\)", raw)]
    for page in LINKS:
        assert found.count(page) >= 3  # of the row, of the source's number and of its line
    assert set(found) == set(LINKS)


def test_its_outline_leads_to_each_sheet_and_its_second_page():
    sheets = make_story(*few_strikes(), base_map(), [
        SheetOptions(title="All", credit="The desk", language="ar"),
        SheetOptions(title="إدلب", extent="SY07", language="ar"),
    ])  # fmt: skip
    raw = render_sheets(sheets, ".pdf")
    assert raw == render_sheets(sheets, ".pdf")
    read = PdfReader(io.BytesIO(raw))
    pages = iter(range(len(read.pages)))
    lines = [line for part in read.outline for line in (part if isinstance(part, list) else [part])]
    assert [read.get_destination_page_number(line) for line in lines] == list(pages)
    assert {"1. All", "2. إدلب"} <= {line.title for line in lines}
    assert read.metadata is not None
    assert (read.metadata.title, read.metadata.author) == ("All", "The desk")
    assert read.root_object["/Lang"] == "ar"
