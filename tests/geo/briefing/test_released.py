"""Sheets of a release say what is held back, in every language, and not that it is unreported."""

from __future__ import annotations

from datetime import date

import pytest
from map_strikes import strikes_of
from sheet_cases import base_map, no_claims, seeds

from geo.briefing.released import SheetInput, check_release, make_sheets
from geo.briefing.terms.held import list_held_phrases
from geo.briefing.terms.languages import LANGUAGES
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.errors import SheetError
from geo.release.release import release
from geo.release.toml import parse_profile
from geo.strikes.filters import Filters
from geo.strikes.ids import hash_data

PROFILE = b"""
name = "Partners"
[columns]
strikes = ["date_start", "date_end", "place_text", "target_kind", "adm1_name"]
[[coarsen]]
target_kinds = ["religious", "residential"]
grid_km = 20
[[coarsen]]
words = ["hospital", "market"]
to = "governorate"
[days]
last = 20
[cells]
strikes = 3
people = 5
"""


def released():
    return release(*seeds(), parse_profile(PROFILE, "p.toml"), today=date(2021, 1, 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_says_in_its_language_what_is_held_back(language):
    left = released()
    options = SheetOptions(language=language, extent="strikes")
    (sheet,) = make_sheets(SheetInput(left.strikes, left.claims, left), base_map(), [options])
    said = " ".join(sheet.page.footer)
    assert "Partners" in said
    assert "20" in said
    words = sheet.page.words
    assert words.range(None, None) == words.say("toll held") != words.say("not reported")
    assert words.say("unseen tolls held", count=3) in sheet.unseen.notes


def test_what_counts_areas_by_month_is_refused():
    left = released()
    given = SheetInput(left.strikes, left.claims, left, by="month")
    with pytest.raises(SheetError, match="counts fewer strikes of an area than the 3"):
        make_sheets(given, base_map(), [SheetOptions()])
    with pytest.raises(SheetError, match="a trend by area"):
        make_sheets(SheetInput(left.strikes, left.claims, left), base_map(),
                    [SheetOptions(trend="area")])  # fmt: skip


def test_a_sheet_whose_filters_ask_for_places_that_it_hides_is_refused():
    ariha = {"adm2_code": "SY0703", "adm2_name": "Ariha"}
    near = {"lon": 36.6, "lat": 35.8, "adm2_code": "SY0700", "uncertainty_km": 1.0}
    rows = {f"a{n}": near for n in range(5)} | {"b": near | ariha}
    strikes = strikes_of(**rows, **{f"c{n}": ariha for n in range(6)})
    left = release(strikes, no_claims(), parse_profile(b"[cells]\nstrikes = 5", "p.toml"))
    asked = Filters.from_query("near=36.6,35.8,12")
    with pytest.raises(SheetError, match=r"another set of strikes \(0 of 6\)"):
        make_sheets(SheetInput(left.strikes, left.claims, left), base_map(),
                    [SheetOptions(filters=asked, extent="strikes")])  # fmt: skip


BARE = b"""
name = "Partners"
[columns]
strikes = ["adm1_name", "target_kind"]
claims = []
"""


def made_of(profile: bytes, by: str = "", **asked):
    left = release(*seeds(), parse_profile(profile, "p.toml"), today=date(2021, 1, 1))
    options = SheetOptions(extent=asked.pop("extent", "strikes"), **asked)
    return left, make_sheets(
        SheetInput(left.strikes, left.claims, left, by=by), base_map(), [options]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_and_days_that_are_held_are_not_said_to_be_lacking(language):
    left, (sheet,) = made_of(BARE, language=language)
    words, bare = sheet.page.words, Words(language)
    said = " ".join((*sheet.page.footer, sheet.facts.period, *sheet.unseen.notes,
                     *(item.text for block in sheet.blocks for item in block.items)))  # fmt: skip
    assert words.say("release sources all") in said
    assert bare.say("release nothing") not in said
    assert words.say("as of unknown") in said
    for phrase in list_held_phrases(left.held):
        assert words.say(phrase, count=3) != bare.say(phrase, count=3)
        if phrase != "toll":  # the footer says that it is not this
            assert bare.say(phrase, count=3) not in said, phrase
    assert {"no sources", "undated", "toll", "no place"} <= list_held_phrases(left.held)


def test_an_atlas_says_of_its_areas_too_what_is_held():
    _, sheets = made_of(BARE, by="governorate")
    killed = {row.killed for row in sheets[0].facts.areas.rows}
    assert killed == {sheets[0].page.words.say("toll")} == {"held back"}


def test_a_sheet_of_one_area_counts_no_days_of_it():
    profile = b"[cells]\nstrikes = 3"
    _, sheets = made_of(profile, by="governorate")
    assert sheets[0].facts.timeline is not None, "days of the whole country"
    areas = [sheet for sheet in sheets[1:] if sheet.shown["adm1_code"].nunique() == 1]
    assert areas
    for sheet in areas:
        assert sheet.facts.timeline is None
        assert sheet.page.words.say(sheet.facts.no_timeline).startswith("No timeline: it would")
    one = areas[0].shown["adm1_code"].iloc[0]
    assert made_of(profile, extent=one)[1][0].facts.timeline is None
    assert made_of(b"[days]\nlast = 1", extent=one)[1][0].facts.timeline is not None


def test_a_sheet_is_made_again_by_no_other_profile_of_its_name():
    left, (sheet,) = made_of(BARE)
    said = [sheet.described["options"]]
    check_release("a.png", said, left)
    check_release("a.png", [{"release": "Partners"}], left)  # of before there were rules
    other, _ = made_of(b'name = "Partners"\n[columns]\nclaims = ["claimant"]')
    with pytest.raises(SheetError, match="another profile of the name Partners"):
        check_release("a.png", said, other)
    days = [parse_profile(BARE + b"[days]\nspans = [{from = %s, to = 2030-01-01}]" % day, "p.toml")
            for day in (b"2016-01-01", b"2017-01-01")]  # fmt: skip
    assert days[0].rules == days[1].rules, "which days are held cannot be tried against it"


def test_a_sheet_of_a_part_has_no_hash_of_the_rest():
    left, sheets = made_of(BARE, filters=Filters.from_query("target=residential"))
    (sheet,) = sheets
    assert 0 < len(sheet.shown) < len(left.strikes)
    assert hash_data(left.strikes, left.claims) not in sheet.description
    options = sheet.options
    (told,) = make_sheets(
        SheetInput(left.strikes, left.claims, left, story=True), base_map(), [options]
    )
    assert hash_data(left.strikes, left.claims) not in told.description
