"""Contested land on the map is hatched and said on the sheet: both come from one list."""

import pytest
from map_strikes import AREA_ONLY, few_strikes, strikes_of
from PIL import ImageColor
from sheet_cases import base_map
from sheet_texts import texts_of

from geo.briefing.content.contested import list_contested, note_contested
from geo.briefing.drawing.colours import find_colour
from geo.briefing.drawing.picture import to_picture
from geo.briefing.map.base_map import load_base_map
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.land.boundaries import load_boundaries
from geo.strikes.schema import empty_claims

COUNTRIES = ("ua", "ps", "sd", "ye", "sy", "ml", "lb", "ma", "eh", "so", "cy")
# A part beside the country that only a map without its note shows is neither hatched nor noted.
FLIPPING = {("sd", "square")}
PAPERS = ("16:9", "square")


@pytest.fixture(scope="module")
def lands():
    return {code: load_base_map(load_boundaries(code)) for code in COUNTRIES}


@pytest.fixture(scope="module")
def ukraine(lands):
    return lands["ua"]


def test_parts_of_which_the_same_is_said_are_named_together(ukraine):
    said = note_contested(ukraine.contested, Words())
    assert said.startswith(
        "Hatched, disputed land, drawn as the source says: Crimea, held by Russia"
    )
    assert "resolution 68/262" in said
    assert "Donetsk, Kherson, Luhansk, Zaporizhzhia: claimed by Russia since 2022" in said
    assert said.count("The line of control is not drawn.") == 1


def test_an_arabic_sheet_says_names_and_notes_in_arabic(ukraine):
    said = note_contested(ukraine.contested, Words("ar"))
    assert "القرم، تحت سيطرة روسيا منذ 2014." in said
    assert "ضمّتها روسيا وتسيطر عليها منذ 2014." in said
    assert said.count("خط السيطرة غير مرسوم.") == 1
    assert "resolution" not in said


def test_every_note_is_there_in_arabic(lands):
    noted = [area for land in lands.values() for area in land.contested if area.note]
    assert len(noted) > 15
    assert [area.name for area in noted if not area.note_ar] == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("country", COUNTRIES)
def test_what_is_hatched_is_said_and_what_is_said_is_hatched(lands, country, paper):
    land = lands[country]
    sheet = make_sheet(strikes_of(one={}), empty_claims(), land, SheetOptions(paper=paper))
    hatched, frame = sheet.page.plan.contested, sheet.drawn.content.frame
    said = " ".join(sheet.page.footer)
    assert ("Hatched, disputed land" in said) == bool(hatched)
    for area in land.contested:
        assert (area.name.split(": ")[0] in said) == (area in hatched), area.name
    assert set(hatched) <= set(list_contested(land, frame, least=0.1))
    missing = set(list_contested(land, frame)) - set(hatched)
    assert all(area.abroad for area in missing)
    assert not missing or (country, paper) in FLIPPING
    legend = [text.get_text() for text in texts_of(sheet) if text.get_label() == "legend"]
    assert ("disputed land" in legend) == bool(hatched)


def test_what_is_not_in_view_is_not_said(ukraine):
    strikes, claims = few_strikes()
    for extent, there in (("23.5,49.5,24.5,50.2", False), ("33,44.5,35,45.5", True)):
        sheet = make_sheet(strikes, claims, ukraine, SheetOptions(extent=extent))
        assert ("Crimea" in " ".join(sheet.page.footer)) == there


def test_the_note_stands_in_the_footer_of_the_sheet(ukraine):
    strikes, claims = few_strikes()
    whole = SheetOptions(extent="country")
    there = make_sheet(strikes, claims, ukraine, whole).page.footer
    assert there[0].startswith("Hatched, disputed land")
    footer = make_sheet(strikes, claims, base_map(), whole).page.footer
    assert footer[0].endswith("Golan, occupied by Israel.")


def test_of_other_countries_parts_the_name_alone_is_said(lands):
    said = note_contested(lands["ml"].contested, Words())
    assert "Western Sahara east of the berm. Western Sahara, held by Morocco." in said
    assert [area.name for area in lands["ml"].contested if not area.abroad] == []


def test_contested_areas_have_the_shade_of_their_count(ukraine):
    at = {**AREA_ONLY, "adm1_code": "UA14", "adm1_name": "Donetsk"}
    rows = {f"d{number}": at for number in range(61)}
    sheet = make_sheet(strikes_of(**rows), empty_claims(), ukraine, SheetOptions(paper="4:3"))
    content = sheet.drawn.content
    held = content.find_class("UA14")
    assert held is not None
    picture = to_picture(sheet.drawn.canvas.figure)
    scale = sheet.drawn.canvas.figure.dpi / 72
    left, top, right, bottom = (round(side * scale) for side in content.areas["UA14"].bounds)
    colours = picture.crop((left, top, right, bottom)).getcolors(1_000_000)
    wanted = ImageColor.getrgb(find_colour(held.colour))
    assert max(colours)[1] == wanted, "under the hatch"
