"""A sheet in the language of its rows: no English is left but names that nobody gave."""

from __future__ import annotations

import re

import pytest
from map_strikes import strikes_of
from shapely.geometry import box as make_box
from sheet_cases import base_map
from sheet_texts import boxes_of, overlaps_of, texts_of

from geo.briefing.map.base_map import load_base_map, project
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.land.boundaries import load_boundaries
from geo.land.installed import load_land
from geo.strikes.schema import empty_claims

LATIN = re.compile(r"\b[A-Za-z]{3,}\b")
KNOWN = {  # names of works and programs
    "Natural", "Earth", "World", "Data", "Bank",
    "GeoNames", "OCHA", "IGO", "WRI", "Global", "Power", "Plant", "Database",
    "OurAirports", "strikemap", "own", "table",
}  # fmt: skip
AT = {"lat": 49.99, "lon": 36.23, "adm1_code": "UA63", "adm1_name": "Kharkiv",
      "place_name": "Kharkiv", "location_status": "located", "match_method": "exact"}  # fmt: skip


@pytest.fixture(scope="module")
def sheet():
    rows = {f"k{at}": {**AT, "place_text": "Харків"} for at in range(3)}
    rows["russian"] = {**AT, "place_text": "Харьков", "place_name": "Kharkov"}
    rows["sumy"] = {**AT, "place_text": "Sumy", "place_name": "Sumy"}
    strikes = strikes_of(**rows)
    land = load_base_map(load_boundaries("ua"))
    return make_sheet(
        strikes, empty_claims(), land, SheetOptions(language="uk", paper="4:3", extent="country")
    )


def test_words_and_names_are_ukrainian(sheet):
    said = [text.get_text() for text in texts_of(sheet)]
    latin = {word for line in said for word in LATIN.findall(line)} - KNOWN
    assert latin <= {"Kharkov"}, latin
    whole = " ".join(said).replace("\n", " ")
    for part in (
        "Харківська область: повідомлено про 5", "Україна", "Росія", "Харківська обл.",
        "Крим, під контролем Росії", "спірна земля", "Кордони: Natural Earth",
    ):  # fmt: skip
        assert part in whole, part
    assert not any(overlaps_of(canvas) for canvas in sheet.canvases)


def test_a_place_is_named_as_reported_where_that_is_ukrainian_and_its_listed_name(sheet):
    places = [row.place for row in sheet.facts.rows]
    assert places.count("Харків, Харківська область") == 3
    assert places.count("Kharkov, Харківська область") == 1, "a Russian spelling is no Ukrainian"
    assert places.count("Суми, Харківська область") == 1, "a town of the base map"


def test_a_hebrew_sheet_runs_from_the_right_and_is_in_hebrew():
    at = {"lat": 32.8, "lon": 34.99, "adm1_code": "IL-HA", "adm1_name": "Haifa",
          "place_name": "Haifa", "place_text": "חיפה", "match_method": "exact"}  # fmt: skip
    land = load_base_map(load_land(("il",)))
    options = SheetOptions(language="he", paper="4:3", extent="country")
    sheet = make_sheet(strikes_of(one=at, two=at), empty_claims(), land, options)
    said = [text.get_text() for text in texts_of(sheet)]
    latin = {word for line in said for word in LATIN.findall(line)} - KNOWN
    assert not latin
    whole = " ".join(said)
    for part in ("דווח על 2 תקיפות", "ישראל", "לבנון", "שטח שנוי במחלוקת", "מ"):
        assert part in whole, part
    assert "ع" not in whole, "a sign of the Arabic legend"
    assert [row.place for row in sheet.facts.rows] == ["חיפה, מחוז חיפה"] * 2
    assert sheet.drawn.column.right > sheet.drawn.legend.right, "the map is on the right"
    assert not any(overlaps_of(canvas) for canvas in sheet.canvases)
    drawn = sheet.drawn
    (bank,) = (area for area in land.contested if area.name.startswith("West Bank"))
    bank = project(bank.outline, drawn.content.frame)
    on_bank = {
        text.strip("\u200f")
        for text, edges in boxes_of(drawn.canvas)
        if bank.intersects(make_box(*edges))
    }
    assert "פלסטין" in on_bank
    assert not on_bank & {"מחוז חיפה", "נתניה", "פתח תקוה"}, "names of areas and towns beside it"


@pytest.mark.parametrize("language", ["en", "uk"])
def test_the_sources_of_places_of_two_countries_are_each_named_once(language):
    land = load_base_map(load_boundaries(("sy", "iq")))
    said = land.say_credit(Words(language))
    assert said.count(": ") == 1
    assert said.count("GeoNames") == 1
    assert {"UCDP GED (CC BY 4.0)", "Wikipedia"} <= set(said.partition(": ")[2].split(", "))


@pytest.mark.parametrize("language", ["uk", "he", "es", "fr"])
def test_the_credit_of_the_own_table_of_places_is_in_the_language(language):
    said = base_map().say_credit(Words(language))
    assert "strikemap" in said
    assert "own table" not in said


@pytest.mark.parametrize(("language", "said"), [("es", "20–36 ataques"), ("fr", "20–36 frappes")])
def test_a_dense_sheet_says_its_shades_in_a_language_whose_nouns_follow_counts(language, said):
    rows = {
        f"s{at}": {"lon": 36.6 + at % 9 / 50, "lat": lat, "adm1_code": code, "adm1_name": name}
        for at in range(72)
        for lat, code, name in [(35.8, "SY07", "Idlib") if at % 2 else (35.1, "SY05", "Hama")]
    }
    sheet = make_sheet(
        strikes_of(**rows), empty_claims(), base_map(), SheetOptions(language=language)
    )
    texts = [text.get_text() for text in texts_of(sheet)]
    assert said in texts
    assert overlaps_of(sheet.drawn.canvas) == []
