"""What a sheet says, and what it leaves out."""

from __future__ import annotations

import re

import pytest
from map_strikes import AREA_ONLY, claims_of, few_strikes, strikes_of
from shapely.geometry import box
from sheet_cases import REAL, base_map, nasty_sheet, seed_sheet
from sheet_texts import boxes_of, texts_of
from toy_areas import write_areas

from geo.briefing.map.base_map import load_base_map
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets
from geo.land.boundaries import load_boundaries
from geo.strikes.filters import Filters
from geo.strikes.schema import empty_claims


@pytest.fixture(scope="module")
def numbered():
    return seed_sheet(**REAL["one day, numbered"], handling="For internal use")


def test_what_the_issue_asks_for_is_on_the_sheet(numbered):
    said = [text.get_text() for text in texts_of(numbered)]
    whole = " ".join(said)
    for part in (
        "Reported strikes: Syria", "30 September 2015", "For internal use", "8 of 9 located",
        "1 known only to an area", "1 undated, left out of this period", "Sources", "The strikes",
        "Inquisitr: “Russia Airstrikes Hit US Backed Groups In Syria", "7 October 2015",
        "Not reported is not zero.", "Boundaries: Natural Earth.", "GeoNames (CC BY 4.0)",
        "do not imply endorsement", "As of 27 October 2020",
        f"Data {numbered.described['data_sha256'][:12]}", " km", "N", "9 strikes reported",
    ):  # fmt: skip
        assert part in whole, part
    for name in ("Idlib", "Hama", "Homs", "Aleppo"):
        assert name in said
    for number in range(1, 10):
        assert str(number) in said


def _numbers(badges) -> list[int]:
    return [int(number) for badge in badges for number in re.findall(r"\d+", badge.text)]


def test_few_strikes_are_numbered_and_more_are_counted_by_place(numbered):
    assert [row.number for row in numbered.facts.rows] == list(range(1, 10))
    points = {p.number for p in numbered.drawn.content.numbered}
    badges = set(_numbers(numbered.drawn.content.badges))
    assert points | badges == set(range(1, 10))
    assert not points & badges
    everything = seed_sheet()
    content = everything.drawn.content
    assert not content.numbered
    totals = everything.facts.totals
    assert sum(c.count for c in content.circles) + content.outside == totals.located
    assert sum(int(b.text) for b in content.badges) == totals.area_only


def test_a_strike_known_by_area_only_has_no_point():
    strikes, claims = few_strikes()
    area_only = strikes[strikes["location_status"] == "area_only"]
    sheet = make_sheet(area_only, claims[claims["strike_id"] == "latakia"], base_map())
    content = sheet.drawn.content
    assert not content.circles
    assert not content.numbered
    assert sorted(_numbers(content.badges)) == [1, 2, 3]
    assert sheet.facts.rows[0].place == "Latakia (area only)"


def test_no_person_and_no_note_of_a_claim_is_on_a_sheet():
    strikes = strikes_of(one={"target": "house of Mr Somebody", "place_text": "Here"})
    claims = claims_of({"strike_id": "one", "outlet": "A Paper", "note": "killed Mr Somebody",
                        "toll_text": "Somebody killed"})  # fmt: skip
    sheet = make_sheet(strikes, claims, base_map())
    whole = " ".join(text.get_text() for text in texts_of(sheet))
    assert "A Paper" in whole
    assert "Somebody" not in whole
    assert b"Somebody" not in render_sheets([sheet], ".svg")


def test_a_sheet_adds_what_its_own_page_leaves_out():
    notes = " ".join(seed_sheet().unseen.notes)
    assert "The table holds" in notes
    assert "not listed on the sheet" not in notes
    many = nasty_sheet("sixty sources of one strike")
    assert "not listed on the sheet" in " ".join(many.unseen.notes)


def test_the_list_speaks_the_language_of_the_sheet():
    notes = seed_sheet(language="ar").unseen.notes
    assert any("محافظتها" in note for note in notes)


def test_the_page_is_mirrored_but_the_map_is_not():
    arabic, english = seed_sheet(language="ar"), seed_sheet()
    assert arabic.drawn.column.x > english.drawn.column.x
    title = next(box for text, box in boxes_of(arabic.drawn.canvas) if "الضربات المبلغ" in text)
    assert title[2] == pytest.approx(arabic.page.paper.width - arabic.page.margin, abs=1)
    frame = arabic.drawn.content.frame
    x, _ = frame.to_page([36.0, 41.0], [35.0, 35.0])
    assert x[0] < x[1], "east stays right"


def test_names_are_arabic_and_digits_are_as_chosen():
    said = " ".join(t.get_text() for t in texts_of(seed_sheet(**REAL["Arabic"])))
    for name in ("إدلب", "حماة", "تركيا", "حلب"):
        assert name in said
    assert "٢٩ من ٤٢" in said
    plain = " ".join(t.get_text() for t in texts_of(seed_sheet(language="ar")))
    assert "29 من 42" in plain


def test_a_strike_known_only_to_a_district_has_its_badge_in_it_and_says_so(tmp_path):
    harim = {"ADM1_PCODE": "SY07", "ADM1_EN": "Idlib", "ADM2_PCODE": "SY0703", "ADM2_EN": "Harim"}
    rest = {**harim, "ADM2_PCODE": "SY0701", "ADM2_EN": "Rest"}
    areas = [{**harim, "geometry": box(36.3, 36.0, 36.7, 36.3)},
             {**rest, "geometry": box(36.3, 35.3, 36.7, 36.0)}]  # fmt: skip
    land = load_base_map(load_boundaries("sy", [write_areas(tmp_path / "two.geojson", areas)]))
    strikes = strikes_of(
        a={**AREA_ONLY, "precision": "district", "adm2_code": "SY0703"},
        b={**AREA_ONLY, "adm2_code": "SY07XX"},
    )
    sheet = make_sheet(strikes, empty_claims(), land)
    assert [row.place for row in sheet.facts.rows] == [
        "Harim, Idlib (area only)", "Idlib (area only)",
    ]  # fmt: skip
    assert list(sheet.drawn.content.districts) == ["SY0703"]
    assert len(sheet.drawn.content.badges) == 2
    options = SheetOptions(filters=Filters(districts=("SY0703",)))
    assert make_sheet(strikes, empty_claims(), land, options).facts.filters == "Harim"


@pytest.mark.parametrize(
    ("labels", "language", "damascus"),
    [
        ("latin", "en", "Damascus"),
        ("local", "en", "دمشق"),
        ("both", "en", "دمشق"),
        ("local", "ar", "دمشق"),
    ],
)
def test_names_on_the_map_are_in_the_letters_asked_for(labels, language, damascus):
    sheet = seed_sheet(labels=labels, language=language, extent="country")
    said = [text.get_text().strip("\u200e\u200f") for text in texts_of(sheet)]
    assert damascus in said
    assert ("Turkey" in said) == (labels != "local")
    assert ("Türkiye" in said) == (language == "en" and labels != "latin")
    assert sheet.described["options"].get("labels", "latin") == labels
