"""What the gazetteer answers on a small invented country."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import TOYLAND

from gazetteer import Gazetteer, GazetteerError, load_gazetteer

TOY = load_gazetteer(TOYLAND)


# name, governorate -> method, place_id, status
ANSWERS = [
    ("Kastelran", None, "exact", "toy:kastelran", "located"),
    ("KASTELRAN", None, "exact", "toy:kastelran", "located"),
    ("Qastal-Ran", None, "exact", "toy:kastelran", "located"),
    ("قسطل ران", None, "exact", "toy:kastelran", "located"),
    ("قَسْطَل رَان", None, "exact", "toy:kastelran", "located"),
    ("Kastilran", None, "spelling", "toy:kastelran", "located"),
    ("Ostmouth", None, "exact", "toy:ostmouth", "located"),
    ("Norwold", None, "exact", "toy:norwold", "located"),
    ("Norwold governorate", None, "exact", "TL01", "area_only"),
    ("Sudmark", None, "exact", "TL02", "area_only"),
    ("Sudmark province", None, "exact", "TL02", "area_only"),
    ("northern countryside of Norwold", None, "nearby", "TL01", "area_only"),
    ("Norwold countryside", None, "nearby", "TL01", "area_only"),
    ("Brindle district", None, "exact", "TL0201", "area_only"),
    ("Milbrook", None, "ambiguous", None, "unlocated"),
    ("Milbrook", "Sudmark", "exact", "toy:milbrook-s", "located"),
    ("Milbrook", "TL01", "exact", "toy:milbrook-n", "located"),
    ("Milbrook", "Norwold Shire", "exact", "toy:milbrook-n", "located"),
    ("Kastelran", "Norwold", "exact", "toy:kastelran", "located"),
    ("Milbrook (Sudmark)", None, "exact", "toy:milbrook-s", "located"),
    ("Milbrook, Norwold governorate", None, "exact", "toy:milbrook-n", "located"),
    ("town of Kastelran", None, "exact", "toy:kastelran", "located"),
    ("Kastelran town", None, "exact", "toy:kastelran", "located"),
    ("Tarnfield air base", None, "exact", "toy:tarn-base", "located"),
    ("Tarnfield", None, "exact", "toy:tarnfield", "located"),
    ("near Kastelran", None, "nearby", "toy:kastelran", "located"),
    ("Old Harbour (Norwold)", None, "exact", "toy:harbour", "located"),
    ("Ostmouth in Norwold countryside", None, "exact", "toy:ostmouth", "located"),  # 144 km off
    ("Ostmouth in rural Norwold", None, "exact", "toy:ostmouth", "located"),
    ("Harbour Quarter district", None, "exact", "toy:harbour", "located"),  # no such area
    ("Grey Hills", None, "exact", "toy:greyhills", "located"),
    ("several towns", None, "vague", None, "unlocated"),
    ("Beyond the river", None, "vague", None, "unlocated"),
    ("Quuxburg", None, "none", None, "unlocated"),
    ("", None, "none", None, "unlocated"),
    (None, None, "none", None, "unlocated"),
    (float("nan"), None, "none", None, "unlocated"),
    ("al", None, "none", None, "unlocated"),
]


@pytest.mark.parametrize(("name", "governorate", "method", "place_id", "status"), ANSWERS)
def test_a_name_and_its_governorate_give_this_answer(
    toyland: Gazetteer, name: object, governorate: str | None, method: str,
    place_id: str | None, status: str,
) -> None:  # fmt: skip
    match = toyland.match(name, governorate)
    assert (match.method, match.place and match.place.place_id) == (method, place_id), match.reason
    assert match.location_status == status
    assert match.reason
    assert (match.lon is not None) == (status == "located")


@pytest.mark.parametrize("front", ["frontline of Saraqb", "fronts at Saraqb"])
def test_a_front_at_a_misspelt_town_has_no_point(syria: Gazetteer, front: str) -> None:
    found = syria.match(front)
    assert (found.method, found.precision) == ("none", "unknown")
    assert (found.lon, found.lat, found.uncertainty_km, found.place) == (None,) * 4
    assert "not listed so, only like Saraqib" in found.reason


def test_rivals_of_an_ambiguous_name_are_kept(toyland: Gazetteer) -> None:
    rivals = {place.place_id for place in toyland.match("Milbrook").rivals}
    assert rivals == {"toy:milbrook-n", "toy:milbrook-s"}


def test_a_town_that_bears_its_governorates_name_says_so(toyland: Gazetteer) -> None:
    assert "not the governorate" in toyland.match("Norwold").reason


def test_match_many_answers_in_order_and_once_for_each(toyland: Gazetteer) -> None:
    names = ["Ostmouth", "several towns", "Kastelran", "Ostmouth"]
    found = [match.place and match.place.place_id for match in toyland.match_many(names)]
    assert found == ["toy:ostmouth", None, "toy:kastelran", "toy:ostmouth"]


def test_match_many_wants_a_governorate_for_each_name(toyland: Gazetteer) -> None:
    with pytest.raises(GazetteerError, match="2 names but 1 governorates"):
        toyland.match_many(["Ostmouth", "Milbrook"], ["Norwold"])


HOSTILE = [
    "x" * 10_000,
    "Kastelran " * 2_000,
    "\u202e\u2066\u2069\u200f",
    "\u200d" * 50,
    "🙂" * 40,
    "\x00\x07\x1b[31m",
    "al",
    "ال",
    "the",
    "town",
    "مدينة",
    "(",
    "()",
    "/ / /",
    ",,,",
    "- - -",
    "1234567890",
    "ʿ",
    "((((((((((((((((((((",
    "{{7*7}}",
    "</script><script>alert(1)</script>",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_name_is_answered_with_none(toyland: Gazetteer, name: str) -> None:
    match = toyland.match(name)
    assert (match.method, match.place, match.lon, match.name) == ("none", None, None, name)
    assert match.reason


def test_invisible_characters_in_a_name_do_no_harm(toyland: Gazetteer) -> None:
    match = toyland.match("\u202bKas\u200dtelran\u202c\u00ad")
    assert match.place is not None
    assert match.place.place_id == "toy:kastelran"


@given(st.text(max_size=80), st.one_of(st.none(), st.text(max_size=20)))
def test_any_text_is_answered_with_a_match(name: str, governorate: str | None) -> None:
    match = TOY.match(name, governorate)
    assert match.name == name
    assert match.score is None or 0 <= match.score <= 1
    assert (match.lon is None) == (match.uncertainty_km is None)
    if match.method in ("ambiguous", "vague", "none"):
        assert match.place is None
        assert match.lon is None


# A part, its whole -> the place and precision answered
WHOLES = [
    ("Old Harbour (Norwold)", "toy:harbour", "neighbourhood"),
    ("Harbour quarter, Norwold", "toy:harbour", "neighbourhood"),
    ("Zyxfold (Norwold)", "TL01", "governorate"),
    ("Zyxfold neighbourhood, Norwold", "toy:norwold", "area"),
    ("Zyxfold, Norwold governorate", "TL01", "governorate"),
    ("Kastelran hospital", "toy:kastelran", "near"),
    ("Tarnfield area", "toy:tarnfield", "area"),
]


@pytest.mark.parametrize(("name", "place_id", "precision"), WHOLES)
def test_a_part_is_looked_up_in_its_whole_or_falls_back_to_it(
    toyland: Gazetteer, name: str, place_id: str, precision: str
) -> None:
    match = toyland.match(name)
    assert (match.place and match.place.place_id, match.precision) == (place_id, precision)
    if "Zyxfold" in name:
        assert "not listed" in match.reason


def test_a_capital_stated_in_its_countryside_is_an_area() -> None:
    syria = load_gazetteer("sy")
    city, countryside = (syria.match("Damascus", area) for area in ("Damascus", "Rif Dimashq"))
    assert city.precision == "settlement"
    assert countryside.precision == "area"
    assert countryside.score is not None
    assert city.score is not None
    assert countryside.score < city.score
    assert "countryside" in countryside.reason


def test_two_places_in_one_name_are_ambiguous(toyland: Gazetteer) -> None:
    match = toyland.match("Kastelran / Ostmouth")
    assert match.method == "ambiguous"
    assert {place.place_id for place in match.rivals} == {"toy:kastelran", "toy:ostmouth"}


def test_the_sure_names_of_a_file_support_the_others(toyland: Gazetteer) -> None:
    assert toyland.match("Milbrook").method == "ambiguous"
    southern = ["Kastelran", "Tarnfield", "Tarnfield Air Base", "Grey Hills", "Milbrook"]
    found = toyland.match_many(southern)[-1]
    assert found.place is not None
    assert found.place.place_id == "toy:milbrook-s"


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Babila, in the southern countryside of Idlib", "sy:babila-idlib"),
        ("town of Babila, in the southern countryside of Idlib", "sy:babila-idlib"),
        ("Sarmin, in the countryside of Idlib", "gn:164782"),
        ("Kafr Zita in the northern countryside of Hama", "gn:168620"),
    ],
)
def test_a_name_in_a_countryside_is_looked_up_there(name, place_id):
    match = load_gazetteer("sy").match(name)
    assert match.place is not None
    assert match.place.place_id == place_id
