"""What a row says besides a name and its governorate."""

from __future__ import annotations

from dataclasses import replace

import pytest
from vale import AREAS, VILLAGES, make_vale

from gazetteer import Gazetteer, GazetteerError, Place

VALE = make_vale()


def far(name, lon):
    """Return a village of a table without codes, east of all but Garnstead in Downvale."""
    return Place(f"v:{name}", name, "settlement", lon, 47.0, 2.0, prominence=1)


def place_of(match):
    return match.place and match.place.place_id


@pytest.mark.parametrize(
    ("besides", "place_id"),
    [
        ({"district": "Ashby"}, "v:1"),
        ({"district": "ASHBY district"}, "v:1"),
        ({"district": "VA0102"}, "v:2"),
        ({"subdistrict": "Elmstead"}, "v:1"),
        ({"subdistrict": "VA010201"}, "v:2"),
        ({"pcode": "VA0101"}, "v:1"),
        ({"name_ar": "شوكان"}, "v:2"),
        ({"name_ar": "ثرنوك"}, "v:1"),
    ],
)
def test_what_a_row_says_besides_tells_namesakes_apart(besides, place_id):
    assert VALE.match("Thornwick", "Upvale").method == "ambiguous"
    assert place_of(VALE.match("Thornwick", "Upvale", **besides)) == place_id


def test_a_district_says_its_governorate():
    found = VALE.match("Garnstead", district="VA0101")
    assert (found.method, found.place) == ("ambiguous", None)
    assert "another governorate is stated" in found.reason


def test_a_subdistrict_is_known_by_the_town_that_is_its_seat():
    found = VALE.match("Thornwick", "Upvale", subdistrict="Hollowmere")
    assert place_of(found) == "v:2"


@pytest.mark.parametrize("name", ["3 km north of Thornwick", "near Thornwick"])
def test_a_district_says_which_namesake_something_lies_by(name):
    assert VALE.match(name, "Upvale").method == "ambiguous"
    found = VALE.match(name, "Upvale", district="Ashby")
    assert (found.lon, found.method) == (pytest.approx(10.0, abs=0.01), "nearby")


def test_a_place_without_codes_lies_in_the_district_of_the_places_around_it():
    assert place_of(VALE.match("Larkham", "Upvale", subdistrict="Elmstead")) == "v:6"
    assert place_of(VALE.match("Larkham", "Upvale", subdistrict="Hollowmere")) == "v:7"


def test_a_place_outside_the_stated_district_scores_less():
    assert VALE.match("Hollowmere").score > 0.8
    assert VALE.match("Hollowmere", district="Ashby", subdistrict="Elmstead").score <= 0.45


@pytest.mark.parametrize("said", [None, "", float("nan"), "Nowhere at all", 7])
def test_what_is_not_known_of_a_district_says_nothing(said):
    assert VALE.match("Hollowmere", district=said) == VALE.match("Hollowmere")


def test_the_code_of_a_place_is_its_answer():
    found = VALE.match("anything else", pcode="v:3")
    assert (place_of(found), found.method, found.score) == ("v:3", "exact", 1.0)
    assert found.name == "anything else"
    assert "P-code v:3" in found.reason


def test_columns_answer_as_single_names_do():
    names = ["Thornwick", "Thornwick", "Larkham"]
    found = VALE.match_many(
        names, ["Upvale"] * 3, names_ar=["ثرنوك", "شوكان", None], districts=[None] * 3,
        subdistricts=[None, None, "Elmstead"], pcodes=["", None, None],
    )  # fmt: skip
    assert [place_of(match) for match in found] == ["v:1", "v:2", "v:6"]
    assert [match.name for match in found] == names


def test_a_column_of_another_length_is_refused():
    with pytest.raises(GazetteerError, match="2 names but 1 districts"):
        VALE.match_many(["Larkham", "Ashby"], districts=["Ashby"])


def test_a_misspelt_word_is_no_question():
    with pytest.raises(TypeError, match="distict"):
        VALE.match("Larkham", distict="Ashby")
    with pytest.raises(TypeError, match="district"):
        VALE.match_many(["Larkham"], district=["Ashby"])


def test_rows_of_one_group_are_near_each_other():
    names = ["Thornwick", "Hollowmere", "Thornwick", "Dunmarsh"]
    groups = ["monday", "monday", "tuesday", "tuesday"]
    found = VALE.match_many(names, groups=groups)
    assert [place_of(match) for match in found] == ["v:2", "v:3", "v:1", "v:4"]
    assert VALE.match_many(names)[0].method == "ambiguous"


def test_a_file_asked_twice_is_answered_alike():
    names = ["Thornwick", "Ashby", "Larkham"]
    assert VALE.match_many(names) == VALE.match_many(names)
    apart = VALE.match_many([*names, "Thornwick"], groups=["a", "a", "b", "b"])
    assert VALE.match_many([*names, "Thornwick"], groups=["a", "a", "b", "b"]) == apart


@pytest.mark.parametrize("cells", [{"district": "VA0299"}, {"subdistrict": "VA02"}])
def test_an_area_code_that_is_not_listed_says_its_governorate(cells):
    assert VALE.match("Hollowmere").score > 0.8
    found = VALE.match("Hollowmere", **cells)
    assert found.score <= 0.45
    assert "another governorate is stated" in found.reason


def test_an_unlisted_code_is_of_the_governorate_of_those_around_it_in_its_series():
    coded = (
        replace(place, sources=(f"OCHA T{1000 + 10 * at}",)) for at, place in enumerate(VILLAGES)
    )
    vale = Gazetteer("vale", (*AREAS, *coded, far("Quernford", 14.02)), lists_whole_country=True)
    assert vale.match("Quernford", pcode="T1045").score > 0.8
    between = vale.match("Quernford", pcode="T1005")
    assert between.score <= 0.45
    assert "another governorate is stated" in between.reason
    assert "the codes around T1005, which is not listed" in between.reason
    assert vale.match("Quernford", pcode="T1035").score > 0.8


def test_a_name_that_means_another_place_than_its_code_says_so_and_is_less_sure():
    found = VALE.match("Garnstead", pcode="v:3")
    assert (place_of(found), found.score) == ("v:3", 0.6)
    assert "the name means another place: Garnstead (Downvale)" in found.reason
    assert VALE.match("Hollowmere", pcode="v:3").score == 1.0


def test_the_reason_says_which_stated_area_a_place_is_not_in():
    found = VALE.match("Hollowmere", "Upvale", district="Ashby", subdistrict="Elmstead")
    assert "governorate agrees; though another district is stated" in found.reason


def test_a_governorate_that_is_not_known_is_said_to_be_so():
    told = VALE.match("Hollowmere", "Atlantis").reason
    assert told.endswith("no governorate is known as 'Atlantis'")
    for said in ("Middle East", "Upvale", "northern Iraq"):
        assert "is known as" not in VALE.match("Hollowmere", said).reason


def test_a_place_whose_table_leaves_out_its_governorate_lies_where_its_point_does():
    vale = Gazetteer("vale", (*AREAS, *VILLAGES, far("Quernford", 14.02)), lists_whole_country=True)
    assert vale.match("Quernford", "Upvale").score <= 0.45
    assert vale.match("Quernford", "Downvale").score > 0.45


def test_the_places_of_a_file_choose_none_outside_the_governorate_that_its_row_states():
    twin = replace(VILLAGES[4], place_id="v:8", name="Elmby", name_ar=None, lon=14.1, prominence=0)
    other = replace(VILLAGES[4], place_id="v:9", name="Garnside", name_ar=None, lon=14.05)
    places = (*AREAS, VILLAGES[2], VILLAGES[4], twin, other)
    vale = Gazetteer("vale", places, lists_whole_country=True)
    assert vale.match("Elmby", "Upvale").method == "ambiguous"
    names, stated = ["Garnstead", "Garnside", "Elmby"], ["Downvale", "Downvale", "Upvale"]
    assert vale.match_many(names, stated)[2].method == "ambiguous"
    assert place_of(vale.match_many(names, ["Downvale"] * 3)[2]) == "v:8"
