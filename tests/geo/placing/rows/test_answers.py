"""Answers: what is counted on an area, by which of a row's cells, and what is not placed."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Place, load_gazetteer
from gazetteer.radii import NEAR_KM
from geo.placing.evidence import Evidence
from geo.placing.rows.answers import Answers, Asked


@pytest.fixture(scope="module")
def syria():
    return load_gazetteer("sy")


def ask(gazetteer, *said, **more):
    return Answers([Asked(*said, **more)], [Evidence(gazetteer)]).all[0]


@pytest.mark.parametrize(
    "asked",
    [
        Asked("Kafr Nabudah", place_ar="كفر نبودة"),
        Asked("K. Nabooda", place_ar="كفر نبودة"),
        Asked(None, place_ar="كفر نبودة"),
    ],
)
def test_a_row_is_placed_by_both_names(syria, asked):
    assert ask(syria, *asked).match.place.name_ar == "كفر نبودة"


def test_a_name_that_means_another_place_than_its_code_is_said_and_less_sure(syria):
    other = ask(syria, "Kafr Nabl", pcodes="C1007").match
    assert (other.place.name, other.score) == ("Aleppo", 0.6)
    assert "the name means another place: Kafranbel (Idlib)" in other.reason
    assert ask(syria, "Aleppo", pcodes="C1007").match.score == 1.0


@pytest.mark.parametrize(
    "cells", [{"subdistrict": "SY080004"}, {"district": "SY0800"}, {"pcodes": "C4366"}]
)
def test_a_code_that_is_not_listed_places_nothing_in_another_governorate(syria, cells):
    answer = ask(syria, "Hamadaniyeh", **cells)
    assert answer.match.place is None
    assert answer.match.adm1_code == (None if "pcodes" in cells else "SY08")


def test_names_of_two_places_are_not_placed_as_sure(syria):
    match = ask(syria, "Talbiseh", place_ar="سلقين").match
    assert match.lon is None or match.score <= 0.6


@pytest.mark.parametrize(
    ("besides", "code"),
    [({"district": "Jisr al-Shughur"}, "SY0704"), ({"pcodes": "SY0704"}, "SY0704")],
)
def test_a_district_tells_namesakes_apart(besides, code):
    twins = [Place(f"t:{n}", "Twinham", "settlement", lon, 35.8, 2.0, adm1_code="SY07",
                   adm2_code=adm2, prominence=1)
             for n, lon, adm2 in ((1, 36.3, "SY0704"), (2, 36.9, "SY0702"))]  # fmt: skip
    area = Place("SY0704", "Jisr al-Shughur", "district", adm1_code="SY07", adm2_code="SY0704")
    small = Gazetteer("sy", (*twins, area), lists_whole_country=True)
    assert ask(small, "Twinham").match.method == "ambiguous"
    assert ask(small, "Twinham", **besides).match.place.adm2_code == code


@pytest.mark.parametrize("place", ["Unknown", "-", "N/A", "NA", "Zzyqx Farm", "several towns"])
@pytest.mark.parametrize(
    ("stated", "counted"),
    [({"governorate": "Idleb"}, "as reported"), ({"pcodes": "SY07"}, "by its P-code (SY07)")],
)
def test_a_place_that_gives_no_point_keeps_the_area_that_is_stated(syria, place, stated, counted):
    answer = ask(syria, place, **stated)
    assert (answer.match.precision, answer.match.adm1_code) == ("governorate", "SY07")
    assert answer.match.location_status == "area_only"
    assert answer.match.place is None
    assert answer.match.method in ("none", "vague")
    assert answer.match.reason.endswith(f"; counted on the governorate Idlib, {counted}")


def test_the_reason_calls_an_area_as_its_country_does():
    answer = ask(load_gazetteer("ua"), "Zzyqx Farm", governorate="Donetsk Oblast")
    assert answer.match.reason.endswith("; counted on the oblast Donetsk, as reported")


def test_the_reason_says_that_a_place_is_not_listed(syria):
    reason = "'Zzyqx Farm' is not listed; counted on the governorate Idlib, as reported"
    assert ask(syria, "Zzyqx Farm", "Idlib").match.reason == reason


@pytest.mark.parametrize(
    ("asked", "precision", "codes"),
    [
        (Asked(None, pcodes="SY02"), "governorate", ("SY02", None, None)),
        (Asked(None, pcodes="SY;SY02;SY0203"), "district", ("SY02", "SY0203", None)),
        (Asked(None, pcodes="SY020399"), "district", ("SY02", "SY0203", None)),
        (Asked("Zzyqx Farm", "Aleppo", pcodes="SY0203"), "district", ("SY02", "SY0203", None)),
        (Asked("Jisr al-Shughur", "Idlib", precision="district"), "district",
         ("SY07", "SY0704", None)),
        (Asked("Jisr al-Shughur district", precision="district"), "district",
         ("SY07", "SY0704", None)),
        (Asked("Homs", "Homs", precision="governorate"), "governorate", ("SY04", None, None)),
        (Asked("Badia desert", "Homs", precision="governorate"), "governorate",
         ("SY04", None, None)),
        (Asked("Talbiseh", precision="governorate"), "governorate", ("SY04", None, None)),
        (Asked("Zzyqx Farm", "Homs", precision="unknown"), "governorate", ("SY04", None, None)),
        (Asked("Idlib: Unknown"), "governorate", ("SY07", None, None)),
        (Asked("Zzyqx Farm", district="Harim"), "district", ("SY07", "SY0703", None)),
        (Asked(None, "Idlib", district="Harim"), "district", ("SY07", "SY0703", None)),
        (Asked("Zzyqx Farm", district="SY0703"), "district", ("SY07", "SY0703", None)),
        (Asked("Zzyqx Farm", pcodes="SY07", district="Harim"), "district",
         ("SY07", "SY0703", None)),
        (Asked("Zzyqx Farm", "Homs", district="Harim"), "governorate", ("SY04", None, None)),
        (Asked("Zzyqx Farm", "Homs", district="Nowhere"), "governorate", ("SY04", None, None)),
    ],
)  # fmt: skip
def test_a_row_is_counted_on_the_sharpest_area_that_it_states(syria, asked, precision, codes):
    answer = Answers([asked], [Evidence(syria)]).all[0]
    assert answer.match.location_status == "area_only"
    assert answer.match.precision == precision
    assert answer.codes[0] == codes[0]
    assert codes[1] is None or answer.codes[1] == codes[1]
    assert answer.match.lon is None


def test_the_p_code_of_a_community_places_the_row(syria):
    coded = next(p for p in syria.places if p.place_id == "sy:talbiseh" or p.name == "Talbiseh")
    code = next(s.split()[1] for s in coded.sources if s.startswith("OCHA C"))
    match = ask(syria, "written otherwise", pcodes=f"SY04;{code}").match
    assert (match.place, match.method, match.lon) == (coded, "exact", coded.lon)
    assert match.reason == f"P-code SY04;{code}: Talbiseh (Homs)"
    area = ask(syria, None, pcodes=code, precision="governorate").match
    assert (area.precision, area.adm1_code, area.lon) == ("governorate", "SY04", None)


def test_a_p_code_that_is_not_listed_is_said(syria):
    assert "P-code C9999999 is not listed" in ask(syria, None, pcodes="C9999999").match.reason


def test_only_the_country_is_known(syria):
    match = ask(syria, "Syria", precision="country").match
    assert (match.precision, match.location_status) == ("country", "unlocated")


def test_a_match_is_no_sharper_than_the_table_says(syria):
    plain, near = ask(syria, "Talbiseh").match, ask(syria, "Talbiseh", precision="near").match
    assert (near.precision, near.lon) == ("near", plain.lon)
    assert near.uncertainty_km == plain.uncertainty_km + NEAR_KM


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked("Sinjar", country="Iraq"), "the table says Iraq; this gazetteer covers Syria"),
        (Asked("Sinjar", country="368"), "the table says Iraq; this gazetteer covers Syria"),
        (Asked("Sinjar", "Nineveh"), "Nineveh, which is in Iraq"),
        (Asked("Ariha", "Atlantis"), "'Atlantis', which is no area known in Syria"),
        (Asked("Sinjar, Iraq"), "the table says Iraq"),
        (Asked("الموصل، العراق"), "the table says Iraq"),
        (Asked("Beirut (Lebanon)"), "the table says Lebanon"),
        (Asked("Ariha", pcodes="IQG08"), "P-code IQG08, which is of Iraq"),
        (Asked("Zzyqx", "Idlib", country="Yemen"), "the table says Yemen"),
    ],
)
def test_contrary_evidence_places_nothing_and_says_why(syria, asked, words):
    answer = Answers([asked], [Evidence(syria)]).all[0]
    match = answer.match
    assert (match.method, match.location_status, match.adm1_code) == ("none", "unlocated", None)
    assert words in match.reason
    assert answer.contrary


@pytest.mark.parametrize(
    "asked",
    [
        Asked("Ariha", country="Syrian Arab Republic"),
        Asked("Ariha", country="Сирия"),
        Asked("Ariha", country="Syria/Iraq"),
        Asked("Ariha", country="Middle East"),
        Asked("Ariha", country="Unknown"),
        Asked("Ariha", "North-west Syria"),
        Asked("Ariha", "Jisr al-Shughur"),
        Asked("Ariha", "Idlib, Syria"),
        Asked("Ariha", "N/A"),
        Asked("Ariha", "Idlib", country="SY"),
        Asked("Idlib: Ariha"),
        Asked("ادلب - أريحا"),
        Asked("Ariha, Idlib, Syria", country="SYR"),
    ],
)
def test_what_does_not_contradict_leaves_a_name_placed(syria, asked):
    match = Answers([asked], [Evidence(syria)]).all[0].match
    assert match.place is not None
    assert (match.place.name, match.location_status) == ("Ariha", "located")


def test_a_village_may_be_called_as_a_country_is_where_its_row_is_here(syria):
    counted = ask(syria, "Qatar", "Hama").match
    assert (counted.location_status, counted.adm1_code) == ("area_only", "SY05")
    assert ask(syria, "Qatar").contrary
    assert ask(syria, "Khor, Qatar", "Hama").contrary
    assert not ask(syria, "Fas (Abo Fas)", "Hama").contrary  # Morocco in Turkish


PALESTINE = load_gazetteer("ps")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Middle Area", "PS0265"),
        ("الوسطى", "PS0265"),
        ("Dayr al Balah", "PS0265"),
        ("Northern Gaza", "PS0255"),
        ("Hebron", "PS0150"),
        ("Gaza", None),  # the Strip is called so as well as its city's governorate
    ],
)
def test_a_second_level_area_in_the_cell_of_the_first_is_counted_on(said, code):
    answer = ask(PALESTINE, "Qwertania", said)
    assert answer.match.location_status == "area_only"
    assert answer.codes[1] == code
    assert answer.codes[0] == ("PS01" if said == "Hebron" else "PS02")


def test_a_second_level_area_in_the_cell_of_the_first_does_not_rule_a_place_out():
    assert ask(PALESTINE, "Maghazi", "Middle Area").match.place.name == "Maghazi"


def test_the_words_for_areas_are_those_of_the_country():
    ukraine = load_gazetteer("ua")
    assert "oblast agrees" in ask(ukraine, "Nikopol", "Dnipropetrovsk").match.reason
    kharkiv = ask(ukraine, "Kharkiv", "Kharkiv").match.reason
    assert "the town, not the oblast of that name" in kharkiv
    assert "governorate" not in kharkiv


def test_a_first_level_that_is_called_district_is_called_so_once():
    libya = load_gazetteer("ly")
    match = ask(libya, "Qwertania", "Sirte").match
    assert match.reason.endswith("counted on the district Sirte, as reported")
    assert ask(libya, "Qwertania", "Tripoli").match.adm1_code == "LY-TN"
    coarse = ask(libya, "Sirte", "Sirte", precision="governorate").match
    assert "only the district" in coarse.reason


def test_an_area_that_is_not_known_does_not_rule_out_the_country_that_the_row_says():
    azerbaijan, libya = load_gazetteer("az"), load_gazetteer("ly")
    asked = Asked("Ganja", "Erehwon Marches", "Azerbaijan")
    match = Answers([asked], [Evidence(libya), Evidence(azerbaijan)]).all[0].match
    assert match.place is not None
    assert match.reason.count("is known as 'Erehwon Marches'") == 1
    assert ask(azerbaijan, "Ganja", "Erehwon Marches").match.place is None


def test_of_several_countries_the_one_that_the_row_says_tells_why_it_is_not_placed():
    libya, syria = load_gazetteer("ly"), load_gazetteer("sy")
    asked = Asked("Aleppo", "Ontario", "Syria")
    match = Answers([asked], [Evidence(libya), Evidence(syria)]).all[0].match
    assert match.place is None
    assert "Ontario" in match.reason


@pytest.mark.parametrize("said", ["Darfur", "Darfur State", "دارفور"])
def test_a_name_that_several_areas_are_sides_of_counts_on_none(said):
    assert ask(load_gazetteer("sd"), "Qwertania", said).match.adm1_code is None


def test_a_town_is_no_governorate_whose_name_is_only_like_its_own():
    assert ask(load_gazetteer("sd"), "Qwertania", "Nyala").match.adm1_code is None
