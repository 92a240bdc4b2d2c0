"""Contested land in view is said on the sheet, each part with its note; nothing is said without."""

import pytest
from map_strikes import few_strikes
from sheet_cases import base_map

from geo.briefing.content.contested import note_contested
from geo.briefing.map.base_map import load_base_map
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.words import Words
from geo.land.boundaries import load_boundaries


@pytest.fixture(scope="module")
def ukraine():
    return load_base_map(load_boundaries("ua"))


def test_parts_of_which_the_same_is_said_are_named_together(ukraine):
    said = note_contested(ukraine, ukraine.bounds, Words())
    assert said.startswith("Hatched, contested, drawn as the source says: Crimea, held by Russia")
    assert "resolution 68/262" in said
    assert "Donetsk, Kherson, Luhansk, Zaporizhzhia: claimed by Russia since 2022" in said
    assert said.count("The line of control is not drawn.") == 1


def test_an_arabic_sheet_names_the_parts_in_arabic(ukraine):
    said = note_contested(ukraine, ukraine.bounds, Words("ar"))
    assert "القرم، تحت سيطرة روسيا منذ 2014." in said
    assert "resolution" not in said


def test_what_is_not_in_view_is_not_said(ukraine):
    lviv = (23.5, 49.5, 24.5, 50.2)
    assert note_contested(ukraine, lviv, Words()) == ""
    assert "Crimea" in note_contested(ukraine, (33.0, 44.5, 35.0, 45.5), Words())


def test_the_note_stands_in_the_footer_of_the_sheet_and_only_where_there_is_one(ukraine):
    strikes, claims = few_strikes()
    assert make_sheet(strikes, claims, ukraine).page.footer[0].startswith("Hatched, contested")
    assert len(make_sheet(strikes, claims, base_map()).page.footer) == 2


def test_of_other_countries_parts_the_name_is_said_where_the_map_is_to_show_them():
    mali = load_base_map(load_boundaries("ml"))
    said = note_contested(mali, mali.bounds, Words())
    assert said.endswith("Western Sahara east of the berm. Western Sahara, held by Morocco.")
    assert [area.name for area in mali.contested if not area.abroad] == []
    assert note_contested(mali, (-2.0, 15.0, 1.0, 17.0), Words()) == ""
